//! What somebody typed and did not save.

use chrono::{DateTime, Utc};
use domain::{
    contributions::State,
    groups::{GroupFacts, GroupState, Visibility},
    home::AskedKind,
    ids::{ContributionId, GroupId, UserId},
    policy::{GroupAction, Permission},
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::{AT_MOST, Asked, Subject};
use crate::{
    Cx, Result,
    contributions::{GroupRef, typeset},
    entities::{contribution, group, join, unsaved_text},
};

#[derive(FromQueryResult)]
struct Unsaved {
    contribution_id: Option<ContributionId>,
    typed: String,
    at: DateTime<Utc>,
    title: Option<String>,
    state: Option<State>,
    group_id: GroupId,
    slug: String,
    name: String,
    visibility: Visibility,
    group_state: GroupState,
}

/// What waits to be taken up again, everywhere or in one group. One query.
pub(super) async fn waiting(cx: &Cx, me: UserId, of: Option<GroupId>) -> Result<Vec<Asked>> {
    let mut texts = unsaved_texts(me);
    if let Some(group) = of {
        texts = texts.filter(unsaved_text::Column::GroupId.eq(group));
    }
    let unsaved: Vec<Unsaved> = texts.into_model().all(cx.reader()).await?;
    Ok(unsaved.into_iter().filter_map(|text| text.asked(cx)).collect())
}

fn unsaved_texts(me: UserId) -> Select<unsaved_text::Entity> {
    unsaved_text::Entity::find()
        .select_only()
        .columns([
            unsaved_text::Column::ContributionId,
            unsaved_text::Column::At,
            unsaved_text::Column::GroupId,
        ])
        .column_as(unsaved_text::Column::Title, "typed")
        .columns([contribution::Column::Title, contribution::Column::State])
        .columns([group::Column::Slug, group::Column::Name, group::Column::Visibility])
        .column_as(group::Column::State, "group_state")
        .join(
            JoinType::InnerJoin,
            join::<unsaved_text::Entity, group::Entity>(unsaved_text::Column::GroupId, group::Column::Id),
        )
        .join(
            JoinType::LeftJoin,
            join::<unsaved_text::Entity, contribution::Entity>(
                unsaved_text::Column::ContributionId,
                contribution::Column::Id,
            ),
        )
        .filter(unsaved_text::Column::UserId.eq(me))
        .order_by_asc(unsaved_text::Column::At)
        .limit(AT_MOST)
}

impl Unsaved {
    /// Still asked only as long as it can be saved.
    fn asked(self, cx: &Cx) -> Option<Asked> {
        let group = GroupFacts { id: self.group_id, visibility: self.visibility, state: self.group_state };
        let writable = self.state.is_none_or(State::is_writable);
        let may_write = cx.may(Permission::Group(GroupAction::Write, &group));
        if self.group_state == GroupState::Closed || !writable || !may_write {
            return None;
        }
        let typed = Some(self.typed).filter(|title| !title.trim().is_empty());
        Some(Asked {
            title: typeset(&typed.or(self.title).unwrap_or_default()),
            group: Some(GroupRef { slug: self.slug, name: typeset(&self.name) }),
            since: Some(self.at),
            ..Asked::one(
                AskedKind::Resume,
                self.contribution_id.map_or(Subject::NewText(self.group_id), Subject::Text),
            )
        })
    }
}
