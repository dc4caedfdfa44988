//! The framing texts that wait for a signature.

use chrono::Days;
use domain::{charter::SIGN_WITHIN, home::AskedKind, ids::UserId};

use super::{Asked, Subject};
use crate::{Cx, Result, charter};

/// Those in force that the person asking has not signed as they are: asked for a day, and late after it.
pub(super) async fn waiting(cx: &Cx, me: UserId) -> Result<Vec<Asked>> {
    let unsigned = charter::unsigned(cx, me).await?.into_iter();
    let asked = unsigned.map(|text| Asked {
        title: text.title,
        since: Some(text.since),
        due: text.from.checked_add_days(Days::new(SIGN_WITHIN)),
        address: text.slug,
        ..Asked::one(AskedKind::Sign, Subject::Framing(text.id))
    });
    Ok(asked.collect())
}
