//! What was answered to one's suggestions, until one has read it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    contributions::{ContributionFacts, State, SuggestionState, is_consulted},
    groups::{GroupFacts, GroupState, Visibility},
    home::AskedKind,
    ids::{ContributionId, GroupId, UserId},
    policy::{ContributionAction, GroupAction, Permission},
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::{AT_MOST, Asked, Subject};
use crate::{
    Cx, Result,
    contributions::{GroupRef, typeset},
    entities::{contribution, group, join, suggestion},
};

/// One's suggestions that were answered, and of which one has not read it.
pub(super) fn answered(me: UserId) -> Select<suggestion::Entity> {
    suggestion::Entity::find()
        .filter(suggestion::Column::AuthorId.eq(me))
        .filter(suggestion::Column::Told.eq(false))
        .filter(suggestion::Column::State.ne(SuggestionState::Open))
}

#[derive(FromQueryResult)]
struct Line {
    settled_at: DateTime<Utc>,
    #[sea_orm(nested)]
    text: Text,
}

/// A text with something attached to it, for those who read that.
#[derive(FromQueryResult)]
pub(super) struct Text {
    pub id: ContributionId,
    pub title: String,
    pub state: State,
    consulted_until: Option<NaiveDate>,
    group_id: GroupId,
    slug: String,
    name: String,
    visibility: Visibility,
    pub group_state: GroupState,
}

/// The texts on which they are, each once. One query.
pub(super) async fn told(cx: &Cx, me: UserId, of: Option<GroupId>) -> Result<Vec<Asked>> {
    let to_text = join::<suggestion::Entity, contribution::Entity>(
        suggestion::Column::ContributionId,
        contribution::Column::Id,
    );
    let found = answered(me)
        .select_only()
        .column(suggestion::Column::SettledAt)
        .join(JoinType::InnerJoin, to_text)
        .order_by_asc(suggestion::Column::SettledAt)
        .limit(AT_MOST);
    let found = with_text(found, of);
    let lines: Vec<Line> = found.into_model().all(cx.reader()).await?;
    let mut asked: Vec<Asked> = Vec::new();
    for line in lines {
        let subject = Subject::Text(line.text.id);
        if let Some(ask) = asked.iter_mut().find(|ask| ask.subject == subject) {
            ask.count += 1;
        } else if line.text.is_read(cx) {
            asked
                .push(Asked { since: Some(line.settled_at), ..line.text.asked(AskedKind::Outcome, subject) });
        }
    }
    Ok(asked)
}

/// With what is told of the text, everywhere or in one group; the query joins `contributions`.
pub(super) fn with_text<E: EntityTrait>(found: Select<E>, of: Option<GroupId>) -> Select<E> {
    let to_group =
        join::<contribution::Entity, group::Entity>(contribution::Column::GroupId, group::Column::Id);
    let found = found
        .columns([
            contribution::Column::Id,
            contribution::Column::Title,
            contribution::Column::State,
            contribution::Column::ConsultedUntil,
            contribution::Column::GroupId,
        ])
        .columns([group::Column::Slug, group::Column::Name, group::Column::Visibility])
        .column_as(group::Column::State, "group_state")
        .join(JoinType::InnerJoin, to_group);
    match of {
        Some(group) => found.filter(contribution::Column::GroupId.eq(group)),
        None => found,
    }
}

impl Text {
    /// One thing asked about it.
    pub fn asked(self, kind: AskedKind, subject: Subject) -> Asked {
        Asked {
            title: typeset(&self.title),
            group: Some(GroupRef { slug: self.slug, name: typeset(&self.name) }),
            ..Asked::one(kind, subject)
        }
    }

    /// Whether the person asking still reads what is attached to it.
    pub fn is_read(&self, cx: &Cx) -> bool {
        let group = GroupFacts { id: self.group_id, visibility: self.visibility, state: self.group_state };
        let consulted = is_consulted(self.state, self.consulted_until, cx.today());
        let (own, named) = (false, false);
        let facts = ContributionFacts { id: self.id, group, state: self.state, own, named, consulted };
        let follows = consulted || cx.may(Permission::Group(GroupAction::ReadWork, &group));
        follows && cx.may(Permission::Contribution(ContributionAction::Read, &facts))
    }
}
