//! The backups, for those who look after the installation.

use domain::{home::AskedKind, policy::Permission};

use super::{Asked, Subject};
use crate::{Cx, Result, backups};

/// One thing asked of whoever administers: look at the backups, when the last failed or is too old.
pub(super) async fn waiting(cx: &Cx) -> Result<Vec<Asked>> {
    if !cx.may(Permission::Administer) {
        return Ok(Vec::new());
    }
    let wrong = backups::what_is_wrong(cx).await?;
    let ask = |(_, since)| Asked { since: Some(since), ..Asked::one(AskedKind::Mend, Subject::Backups) };
    Ok(wrong.map(ask).into_iter().collect())
}
