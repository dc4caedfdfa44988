//! What discussions are about, for lists that name them.

use std::collections::BTreeMap;

use domain::{
    discussions::MessageState,
    groups::{GroupFacts, GroupState, Visibility},
    ids::{GroupId, ThreadId, UserId},
};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect};

use super::load::{Reader, to_first};
use crate::{
    Cx, Result,
    contributions::typeset,
    entities::{group, join, message, thread},
    groups::work_visible_to,
};

#[derive(FromQueryResult)]
struct Line {
    id: ThreadId,
    subject: String,
    author_id: UserId,
    first_state: MessageState,
    group_id: GroupId,
    visibility: Visibility,
    group_state: GroupState,
}

/// The subjects of those of these discussions that the person asking reads, typeset; none for one that was hidden with
/// its first message. One query, if there are any.
pub(crate) async fn subjects(cx: &Cx, ids: &[ThreadId]) -> Result<BTreeMap<ThreadId, Option<String>>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let lines: Vec<Line> = thread::Entity::find()
        .select_only()
        .columns([
            thread::Column::Id,
            thread::Column::Subject,
            thread::Column::AuthorId,
            thread::Column::GroupId,
        ])
        .column(group::Column::Visibility)
        .column_as(group::Column::State, "group_state")
        .column_as(message::Column::State, "first_state")
        .join(
            JoinType::InnerJoin,
            join::<thread::Entity, group::Entity>(thread::Column::GroupId, group::Column::Id),
        )
        .join(JoinType::InnerJoin, to_first())
        .filter(thread::Column::Id.is_in(ids.iter().copied()))
        .filter(work_visible_to(&cx.actor))
        .into_model()
        .all(cx.reader())
        .await?;
    let subject = |line: Line| {
        let group = GroupFacts { id: line.group_id, visibility: line.visibility, state: line.group_state };
        let reads = Reader::of(cx, &group).reads(line.first_state, line.author_id);
        (line.id, reads.then(|| typeset(&line.subject)))
    };
    Ok(lines.into_iter().map(subject).collect())
}
