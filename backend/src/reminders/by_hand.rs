//! Asking for late signatures at once.

use std::collections::BTreeMap;

use domain::{
    ids::{FramingVersionId, UserId},
    reminders::{ReminderKind, sign_may_be_asked},
};
use sea_orm::ConnectionTrait;

use super::due::{all_sent, leave, reachable};
use crate::{Cx, Result};

/// Leaves a mail to each of these people, who have not signed this version, but to those who were written to about it a
/// moment ago or want no mail. Says how many are left.
pub(crate) async fn ask_to_sign(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    version: FramingVersionId,
    waiting: impl IntoIterator<Item = UserId>,
) -> Result<usize> {
    let (sent, people) = (all_sent(tx).await?, reachable(cx, tx, None).await?);
    let may = |user: &UserId| {
        let told = sent.get(&(*user, ReminderKind::Sign, version.0)).copied();
        people.contains(user) && sign_may_be_asked(cx.now, told)
    };
    let due: BTreeMap<_, _> =
        waiting.into_iter().filter(may).map(|user| (user, vec![(ReminderKind::Sign, version.0)])).collect();
    let count = due.len();
    leave(cx, tx, &sent, due).await?;
    Ok(count)
}
