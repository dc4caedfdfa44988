//! What reports ask: to decide, to hear an appeal, to read what was decided.

use domain::{home::AskedKind, ids::GroupId};

use super::{Asked, Subject, signs::Signs};
use crate::{Cx, Result, moderation};

/// Everywhere, or in one group: one query for each of these that there may be.
pub(super) async fn waiting(cx: &Cx, signs: &Signs, of: Option<GroupId>) -> Result<Vec<Asked>> {
    let mut asked = Vec::new();
    if signs.reports {
        let to_rule = moderation::to_rule(cx, of).await?.map(|waiting| (AskedKind::Rule, waiting));
        let to_decide = moderation::to_decide(cx, of).await?.map(|waiting| (AskedKind::Judge, waiting));
        asked.extend(to_rule.into_iter().chain(to_decide).map(|(kind, waiting)| Asked {
            since: waiting.since,
            count: usize::try_from(waiting.count).unwrap_or(usize::MAX),
            ..Asked::one(kind, Subject::Reports)
        }));
    }
    // What one reported is nobody else's business: the page of a group, seen on a shared screen, says nothing of it.
    if signs.verdicts && of.is_none() {
        asked.extend(moderation::verdicts(cx).await?.into_iter().map(|row| Asked {
            title: row.title,
            since: row.since,
            ..Asked::one(AskedKind::Verdict, Subject::Case(row.case))
        }));
    }
    Ok(asked)
}
