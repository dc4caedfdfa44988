//! The versions whose amendments wait for those who prepare them.

use chrono::{DateTime, Utc};
use domain::{
    charter::{AmendmentState, VersionState},
    ids::FramingTextId,
    policy::{CharterAction, Permission},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
};

use super::load::unfinished;
use crate::{
    Cx, Result,
    contributions::typeset,
    entities::{framing_amendment, framing_text, framing_version, join},
};

/// A version whose amendments wait.
pub(crate) struct ToExamine {
    pub id: FramingTextId,
    pub slug: String,
    pub title: String,
    pub number: i32,
    pub since: Option<DateTime<Utc>>,
    /// How many amendments wait, or are to be put in its words.
    pub count: usize,
}

#[derive(FromQueryResult)]
struct Line {
    id: FramingTextId,
    slug: String,
    title: String,
    number: i32,
    state_at: Option<DateTime<Utc>>,
    count: i64,
}

/// The versions that are examined, or whose last day for amendments is past, and the amendments that wait there. One
/// query.
pub(crate) async fn to_examine(cx: &Cx) -> Result<Vec<ToExamine>> {
    use framing_version::Column as V;
    if !cx.may(Permission::Charter(CharterAction::Prepare)) {
        return Ok(Vec::new());
    }
    let to_version = join::<framing_amendment::Entity, framing_version::Entity>(
        framing_amendment::Column::VersionId,
        V::Id,
    );
    let to_text = join::<framing_version::Entity, framing_text::Entity>(V::TextId, framing_text::Column::Id);
    let over = Condition::all()
        .add(V::State.eq(VersionState::Amending))
        .add(V::AmendableUntil.lt(cx.today()))
        .add(framing_amendment::Column::State.eq(AmendmentState::Open));
    let lines: Vec<Line> = framing_amendment::Entity::find()
        .select_only()
        .column_as(framing_text::Column::Id, "id")
        .columns([framing_text::Column::Slug, framing_text::Column::Title])
        .columns([V::Number, V::StateAt])
        .column_as(framing_amendment::Column::Id.count(), "count")
        .join(JoinType::InnerJoin, to_version)
        .join(JoinType::InnerJoin, to_text)
        .filter(unfinished())
        .filter(Condition::any().add(V::State.eq(VersionState::Examined)).add(over))
        .group_by(framing_text::Column::Id)
        .group_by(framing_text::Column::Slug)
        .group_by(framing_text::Column::Title)
        .group_by(V::Id)
        .group_by(V::Number)
        .group_by(V::StateAt)
        .order_by_asc(V::StateAt)
        .into_model()
        .all(cx.reader())
        .await?;
    let waiting = lines.into_iter().map(|line| ToExamine {
        id: line.id,
        slug: line.slug,
        title: typeset(&line.title),
        number: line.number,
        since: line.state_at,
        count: usize::try_from(line.count).unwrap_or_default(),
    });
    Ok(waiting.collect())
}
