//! Those who ask to be erased, for those who manage people.

use domain::{home::AskedKind, policy::Permission};

use super::{Asked, Subject};
use crate::{Cx, Result, personal_data};

/// One thing asked for each.
pub(super) async fn waiting(cx: &Cx) -> Result<Vec<Asked>> {
    if !cx.may(Permission::ManagePeople) {
        return Ok(Vec::new());
    }
    let asked = personal_data::requests(cx).await?.into_iter().map(|request| Asked {
        title: request.name,
        since: Some(request.at),
        ..Asked::one(AskedKind::Erase, Subject::Person(request.user_id))
    });
    Ok(asked.collect())
}
