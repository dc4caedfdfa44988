//! The groups a person belongs to, and where their texts stand.

use domain::{
    contributions::State,
    groups::{GroupKind, GroupRole, GroupState},
    ids::GroupId,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, Order, QueryFilter, QueryOrder,
    QuerySelect, RelationDef,
};

use crate::{
    Cx, Result, contributions,
    entities::{contribution, group},
    groups::TextCounts,
};

/// A group the person belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MyGroup {
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: GroupKind,
    /// Where it stands.
    pub state: GroupState,
    /// Their role in it.
    pub role: GroupRole,
    /// Its texts in progress, by state.
    pub texts: TextCounts,
}

/// What moves: what is over is not counted.
const IN_PROGRESS: [State; 4] =
    [State::Draft, State::InReview, State::ChangesRequested, State::ReadyForAdoption];

#[derive(FromQueryResult)]
struct Row {
    id: GroupId,
    slug: String,
    name: String,
    kind: GroupKind,
    state: GroupState,
    text_state: Option<State>,
    texts: i64,
}

/// The groups of the person asking: those at work first, by name. One query.
///
/// # Errors
/// `SignInRequired`.
pub async fn my_groups(cx: &Cx) -> Result<Vec<MyGroup>> {
    cx.person()?;
    let closed = || group::Column::State.eq(GroupState::Closed);
    let rows: Vec<Row> = group::Entity::find()
        .select_only()
        .columns([
            group::Column::Id,
            group::Column::Slug,
            group::Column::Name,
            group::Column::Kind,
            group::Column::State,
        ])
        .column_as(contribution::Column::State, "text_state")
        .column_as(contribution::Column::Id.count(), "texts")
        .join(JoinType::LeftJoin, to_texts(cx))
        .filter(group::Column::Id.is_in(cx.actor.groups()))
        .group_by(group::Column::Id)
        .group_by(contribution::Column::State)
        .order_by(closed(), Order::Asc)
        .order_by_asc(group::Column::NameFolded)
        .order_by_asc(group::Column::Id)
        .into_model()
        .all(cx.reader())
        .await?;
    let mine = rows.chunk_by(|a, b| a.id == b.id).filter_map(|rows| {
        let group = rows.first()?;
        Some(MyGroup {
            role: cx.actor.role_in(group.id)?,
            texts: rows.iter().filter_map(|row| Some((row.text_state?, row.texts.unsigned_abs()))).collect(),
            slug: group.slug.clone(),
            name: contributions::typeset(&group.name),
            kind: group.kind,
            state: group.state,
        })
    });
    Ok(mine.collect())
}

/// The texts of the group that move, and that the person asking reads.
fn to_texts(cx: &Cx) -> RelationDef {
    let read = contributions::visible_to(cx);
    group::Entity::belongs_to(contribution::Entity)
        .from(group::Column::Id)
        .to(contribution::Column::GroupId)
        .on_condition(move |_, _| {
            Condition::all().add(contribution::Column::State.is_in(IN_PROGRESS)).add(read.clone())
        })
        .into()
}
