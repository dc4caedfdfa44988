//! What becomes of a case when its content is hidden or shown again, in the transaction that does it.

use domain::{
    Refusal,
    ids::{CaseId, FramingArticleId},
    moderation::{CaseState, Reported, ReportedKind, Step},
    refusal::Forbidden,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::load::{decided, held, line, untell, write};
use crate::{Cx, Result, entities::report, events::EventKind};

/// What was just done to a content.
#[derive(Clone, Debug)]
pub(crate) enum Settled {
    /// It is hidden.
    Hidden {
        /// Why.
        reason: String,
        /// The article it breaks.
        article: Option<FramingArticleId>,
    },
    /// It is shown again.
    Shown {
        /// What is said to its author, when they appealed.
        ruling: Option<String>,
    },
}

/// Whether the person asking reported it.
async fn reported(cx: &Cx, tx: &impl ConnectionTrait, id: CaseId) -> Result<bool> {
    let mine = report::Entity::find()
        .filter(report::Column::CaseId.eq(id))
        .filter(report::Column::UserId.eq(cx.person()?.id));
    Ok(mine.one(tx).await?.is_some())
}

/// Writes in the case of this content, if there is one, what was decided about it.
pub(crate) async fn settle(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    what: Reported,
    settled: &Settled,
) -> Result<()> {
    let Some(case) = held(tx, what).await? else { return Ok(()) };
    let step = match settled {
        Settled::Hidden { .. } => Step::Act,
        Settled::Shown { .. } => Step::Restore,
    };
    // Hiding it on its own page is deciding too.
    if step == Step::Act && case.state == CaseState::Open && reported(cx, tx, case.id).await? {
        return Err(Refusal::Forbidden(Forbidden::OwnReport).into());
    }
    // Shown again before anybody had decided about the report: that stays to be decided.
    if case.state.after(step).is_err() {
        return Ok(());
    }
    write(tx, &case, step, |next| match settled {
        Settled::Hidden { reason, article } => {
            decided(cx, next, reason, *article);
            // Home asks the author of a message to word it again.
            next.author_told = Set(what.kind == ReportedKind::Message);
        }
        Settled::Shown { ruling } => {
            next.ruled_by = Set(cx.actor.user_id());
            next.ruled_at = Set(Some(cx.now));
            next.ruling = Set(ruling.clone().unwrap_or_default());
            next.author_told = Set(ruling.is_none());
        }
    })
    .await?;
    untell(tx, case.id).await?;
    if matches!(settled, Settled::Shown { ruling: Some(_) }) {
        line(EventKind::AppealGranted, &case, case.author_id)?.record(cx, tx).await?;
    }
    Ok(())
}
