//! The polls that wait for somebody.

use domain::{home::AskedKind, ids::UserId};

use super::{Asked, Subject};
use crate::{Cx, Result, clock, contributions::typeset, polls};

/// Those in which the person asking has a ballot to cast, and those whose result they proclaim. Two queries.
pub(super) async fn waiting(cx: &Cx, me: UserId) -> Result<Vec<Asked>> {
    let (to_vote, to_proclaim) = polls::unproclaimed(cx, me).await?;
    let to_vote = to_vote.into_iter().map(|poll| Asked {
        title: typeset(&poll.question),
        since: Some(poll.opens_at),
        due: Some(clock::day(poll.closes_at)),
        ..Asked::one(AskedKind::Vote, Subject::Poll(poll.id))
    });
    let to_proclaim = to_proclaim.into_iter().map(|poll| Asked {
        title: typeset(&poll.question),
        since: Some(poll.closes_at),
        ..Asked::one(AskedKind::Proclaim, Subject::Poll(poll.id))
    });
    Ok(to_vote.chain(to_proclaim).collect())
}

/// A text that is put to the vote is adopted by its poll: the chair is not asked twice. One query, if it is needed.
pub(super) async fn leave_out_adoptions(cx: &Cx, asked: &mut Vec<Asked>) -> Result<()> {
    if asked.iter().all(|ask| ask.kind != AskedKind::Adopt) {
        return Ok(());
    }
    let polled = polls::texts_put_to_the_vote(cx).await?;
    let decided_there = |ask: &Asked| ask.subject.text().is_some_and(|text| polled.contains(&text));
    asked.retain(|ask| ask.kind != AskedKind::Adopt || !decided_there(ask));
    Ok(())
}
