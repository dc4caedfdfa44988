//! My requests and the invitations I received.

use chrono::{DateTime, Utc};
use domain::{
    groups::{AdmissionKind, AdmissionState, GroupRole, GroupState, role_today},
    ids::{GroupId, UserId},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    Select, sea_query::Expr,
};

use crate::{
    Cx, Result,
    contributions::{GroupRef, typeset},
    entities::{admission, group, join, user},
};

/// Shown at most.
const AT_MOST: u64 = 50;

/// A request of mine, or an invitation I received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MyAdmission {
    /// Which of the two.
    pub kind: AdmissionKind,
    /// Where it stands.
    pub state: AdmissionState,
    /// The role it gives.
    pub role: GroupRole,
    /// The group.
    pub group: GroupRef,
    /// Who invited me, for an invitation.
    pub by: String,
    /// What was said.
    pub message: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The sentence of the answer; may be empty.
    pub answer: String,
    /// When it was answered.
    pub answered_at: Option<DateTime<Utc>>,
}

#[derive(FromQueryResult)]
struct Row {
    kind: AdmissionKind,
    state: AdmissionState,
    role: GroupRole,
    slug: String,
    group_name: String,
    by_name: String,
    message: String,
    at: DateTime<Utc>,
    answer: String,
    answered_at: Option<DateTime<Utc>>,
}

/// What waits for the person asking or from them, and what became of their requests, the latest first. An invitation
/// tells them of a group they may not have known.
///
/// # Errors
/// `SignInRequired`.
pub async fn my_admissions(cx: &Cx) -> Result<Vec<MyAdmission>> {
    let me = cx.person()?.id;
    let rows: Vec<Row> = mine(cx, me)
        .order_by_desc(admission::Column::At)
        .limit(AT_MOST)
        .into_model()
        .all(cx.reader())
        .await?;
    Ok(rows.into_iter().filter(|row| row.counts(cx)).map(Row::view).collect())
}

/// The same, for one group.
pub(in crate::groups) async fn mine_in(cx: &Cx, group: GroupId) -> Result<Option<MyAdmission>> {
    let Some(me) = cx.actor.user_id() else { return Ok(None) };
    let query = mine(cx, me).filter(admission::Column::GroupId.eq(group));
    let row: Option<Row> = query.into_model().one(cx.reader()).await?;
    Ok(row.filter(|row| row.counts(cx)).map(Row::view))
}

fn mine(cx: &Cx, me: UserId) -> Select<admission::Entity> {
    // Of a group that is over nothing is asked; of those one is in, nothing is left to ask.
    let shown = Condition::any()
        .add(
            Condition::all()
                .add(admission::Column::State.eq(AdmissionState::Waiting))
                .add(group::Column::State.ne(GroupState::Closed)),
        )
        .add(
            Condition::all()
                .add(admission::Column::Kind.eq(AdmissionKind::Request))
                .add(admission::Column::State.eq(AdmissionState::Refused)),
        );
    let by = join::<admission::Entity, user::Entity>(admission::Column::ById, user::Column::Id);
    admission::Entity::find()
        .select_only()
        .columns([
            admission::Column::Kind,
            admission::Column::State,
            admission::Column::Role,
            admission::Column::Message,
            admission::Column::At,
            admission::Column::Answer,
            admission::Column::AnsweredAt,
        ])
        .column(group::Column::Slug)
        .column_as(group::Column::Name, "group_name")
        .expr_as(Expr::col(("by_user", user::Column::Name)), "by_name")
        .join(
            JoinType::InnerJoin,
            join::<admission::Entity, group::Entity>(admission::Column::GroupId, group::Column::Id),
        )
        .join_as(JoinType::InnerJoin, by, "by_user")
        .filter(admission::Column::UserId.eq(me))
        .filter(admission::Column::GroupId.is_not_in(cx.actor.groups()))
        .filter(shown)
}

impl Row {
    /// Who has left the council is asked nothing, and asks nothing.
    fn counts(&self, cx: &Cx) -> bool {
        let person = cx.actor.person();
        person.is_some_and(|me| role_today(self.role, &me.roles, me.administrator) == Some(self.role))
    }

    fn view(self) -> MyAdmission {
        MyAdmission {
            kind: self.kind,
            state: self.state,
            role: self.role,
            group: GroupRef { slug: self.slug, name: typeset(&self.group_name) },
            by: self.by_name,
            message: self.message,
            at: self.at,
            answer: self.answer,
            answered_at: self.answered_at,
        }
    }
}
