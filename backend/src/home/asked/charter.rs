//! The framing texts that wait for a signature, and those whose amendments wait for their examination.

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

/// The versions whose amendments wait for who prepares them: to be examined once they can be, or put in its words.
pub(super) async fn to_examine(cx: &Cx) -> Result<Vec<Asked>> {
    let found = charter::amendments::to_examine(cx).await?.into_iter();
    let asked = found.map(|one| Asked {
        title: one.title,
        since: one.since,
        count: one.count,
        address: one.slug,
        version: Some(one.number),
        ..Asked::one(AskedKind::Amendments, Subject::Framing(one.id))
    });
    Ok(asked.collect())
}
