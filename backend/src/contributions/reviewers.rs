//! Named reviewers: who was asked to review a text, by when, and what each has said of the version read now.

use chrono::NaiveDate;
use domain::{
    FieldProblem, Refusal, Version,
    contributions::{Absence, Due, ReviewerFacts, ReviewerState, Verdict, due_day},
    groups::{GroupRole, Visibility},
    ids::{ContributionId, GroupId, MandateId, UserId},
    people::CouncilRole,
    policy::ContributionAction,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, Order, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use super::load::{Loaded, load};
use crate::{
    Cx, Error, Result,
    entities::{
        contribution_author, contribution_reviewer, join, mandate, membership, review, revision, user,
    },
    events::{Event, EventKind},
    fold,
    people::in_force,
};

/// People offered by a search.
const OFFERED: u64 = 20;

/// A named reviewer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewerView {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// By when, if a day was given.
    pub due: Option<Due>,
    /// What they have said of the current version.
    pub state: ReviewerState,
    /// Whether the day has passed, and something is still expected of them.
    pub late: bool,
}

/// Somebody who could be named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewerCandidate {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
}

#[derive(FromQueryResult)]
struct Line {
    id: UserId,
    name: String,
    suspended: Option<chrono::DateTime<chrono::Utc>>,
    author_id: Option<UserId>,
    mandate_id: Option<MandateId>,
    council_id: Option<MandateId>,
    role: Option<GroupRole>,
    due_on: Option<NaiveDate>,
    verdict: Option<Verdict>,
    position: Option<i32>,
}

impl Line {
    fn facts(&self, visibility: Visibility) -> ReviewerFacts {
        ReviewerFacts {
            author: self.author_id.is_some(),
            in_council: self.suspended.is_none() && self.mandate_id.is_some(),
            council_member_of_open_group: visibility == Visibility::Open && self.council_id.is_some(),
            writes_in_group: self.role.is_some_and(GroupRole::writes),
        }
    }
}

/// A text of some group, whose reviewers are looked for.
pub(super) struct Of {
    pub id: ContributionId,
    pub group: GroupId,
    pub visibility: Visibility,
    pub version: Version,
}

impl Of {
    pub fn new(text: &Loaded) -> Of {
        Of { id: text.id, group: text.group_id, visibility: text.visibility, version: text.version }
    }
}

/// The named reviewers of a text, by name. One query.
pub(super) async fn of(cx: &Cx, text: &Of) -> Result<Vec<ReviewerView>> {
    let today = cx.today();
    let lines: Vec<Line> = people(cx, text)
        .filter(contribution_reviewer::Column::UserId.is_not_null())
        .into_model()
        .all(cx.reader())
        .await?;
    let view = |line: Line| {
        let last = line.verdict.zip(line.position.map(Version));
        let state = ReviewerState::of(&line.facts(text.visibility), last, text.version);
        let due = line.due_on.map(|due| Due::new(due, today));
        let late = state.is_awaited() && due.is_some_and(Due::is_late);
        ReviewerView { id: line.id, name: line.name, due, state, late }
    };
    Ok(lines.into_iter().map(view).collect())
}

/// The named reviewers of a text, for those who name them.
///
/// # Errors
/// `NotFound`; `Forbidden` but for its authors and the facilitators of its group.
pub async fn reviewers(cx: &Cx, id: ContributionId) -> Result<Vec<ReviewerView>> {
    let text = load(cx, id, ContributionAction::NameReviewers).await?;
    of(cx, &Of::new(&text)).await
}

/// The first twenty people who could be named, by name, among those whose name holds every word of `q`: members of the
/// group; for an open group, members of the council.
///
/// # Errors
/// As [`reviewers`].
pub async fn reviewer_candidates(cx: &Cx, id: ContributionId, q: &str) -> Result<Vec<ReviewerCandidate>> {
    let text = load(cx, id, ContributionAction::NameReviewers).await?;
    let of_group = membership::Entity::find()
        .select_only()
        .column(membership::Column::UserId)
        .filter(membership::Column::GroupId.eq(text.group_id))
        .filter(membership::Column::Role.is_in([GroupRole::Facilitator, GroupRole::Member]))
        .into_query();
    let signed = contribution_author::Entity::find()
        .select_only()
        .column(contribution_author::Column::UserId)
        .filter(contribution_author::Column::ContributionId.eq(id))
        .into_query();
    let own = |column| Expr::col((user::Entity, column));
    let among = own(user::Column::Id).in_subquery(of_group);
    let possible = match text.visibility {
        Visibility::Open => among.or(own(user::Column::Id).in_subquery(members_of_the_council(cx))),
        Visibility::Closed | Visibility::Secret => among,
    };
    let mut found = people(cx, &Of::new(&text))
        .filter(possible)
        .filter(own(user::Column::Id).not_in_subquery(signed))
        .filter(user::Column::SuspendedAt.is_null())
        .filter(contribution_reviewer::Column::UserId.is_null());
    for pattern in fold::patterns(q) {
        found = found.filter(user::Column::Folded.like(fold::like(pattern)));
    }
    let lines: Vec<Line> = found.limit(OFFERED).into_model().all(cx.reader()).await?;
    let counts = lines.into_iter().filter(|line| line.facts(text.visibility).absence().is_none());
    Ok(counts.map(|line| ReviewerCandidate { id: line.id, name: line.name }).collect())
}

/// Names a reviewer, or gives another day to one who is named.
///
/// # Errors
/// `Invalid` on `person` for an author or for somebody who cannot review the text, on `due_on`; `Transition` once the
/// text is no longer written; `NotFound`, `Forbidden`.
pub async fn name_reviewer(cx: &Cx, id: ContributionId, who: UserId, due_on: &str) -> Result<()> {
    let text = load(cx, id, ContributionAction::NameReviewers).await?;
    text.require_writable()?;
    let due_on = due_day(due_on, cx.today())?;
    let person = |problem| Error::Refused(Refusal::field("person", problem));
    let found: Option<Line> =
        people(cx, &Of::new(&text)).filter(user::Column::Id.eq(who)).into_model().one(cx.reader()).await?;
    let found = found.ok_or_else(|| person(FieldProblem::NotAChoice))?;
    match found.facts(text.visibility).absence() {
        Some(Absence::Author) => return Err(person(FieldProblem::IsAuthor)),
        Some(Absence::NotInCouncil | Absence::NotInGroup) => return Err(person(FieldProblem::NotAChoice)),
        None => {}
    }
    let tx = cx.begin().await?;
    let row = contribution_reviewer::ActiveModel {
        contribution_id: Set(id),
        user_id: Set(who),
        due_on: Set(due_on),
        named_by: Set(cx.person()?.id),
        named_at: Set(cx.now),
    };
    let again = OnConflict::columns([
        contribution_reviewer::Column::ContributionId,
        contribution_reviewer::Column::UserId,
    ])
    .update_columns([
        contribution_reviewer::Column::DueOn,
        contribution_reviewer::Column::NamedBy,
        contribution_reviewer::Column::NamedAt,
    ])
    .to_owned();
    contribution_reviewer::Entity::insert(row).on_conflict(again).exec_without_returning(&tx).await?;
    tell(cx, &tx, &text, who, EventKind::ContributionReviewerNamed).await?;
    cx.commit(tx).await
}

/// Takes back the naming of a reviewer; what they said stays.
///
/// # Errors
/// `NotFound` if they are not named; `Transition` once the text is no longer written; `Forbidden`.
pub async fn dismiss_reviewer(cx: &Cx, id: ContributionId, who: UserId) -> Result<()> {
    let text = load(cx, id, ContributionAction::NameReviewers).await?;
    text.require_writable()?;
    let tx = cx.begin().await?;
    let gone = contribution_reviewer::Entity::delete_many()
        .filter(contribution_reviewer::Column::ContributionId.eq(id))
        .filter(contribution_reviewer::Column::UserId.eq(who))
        .exec(&tx)
        .await?;
    if gone.rows_affected == 0 {
        return Err(Refusal::NotFound.into());
    }
    tell(cx, &tx, &text, who, EventKind::ContributionReviewerRemoved).await?;
    cx.commit(tx).await
}

async fn tell(cx: &Cx, tx: &impl ConnectionTrait, text: &Loaded, who: UserId, kind: EventKind) -> Result<()> {
    Event::new(kind).group(text.group_id).contribution(text.id).user(who).record(cx, tx).await
}

/// People, with all that tells whether they count as reviewers of a text, and what they said of it.
fn people(cx: &Cx, text: &Of) -> Select<user::Entity> {
    let (id, group) = (text.id, text.group);
    let of_person = |column: Expr| column.eq(Expr::col((user::Entity, user::Column::Id)));
    let signed = contribution_author::Entity::find()
        .select_only()
        .column(contribution_author::Column::UserId)
        .filter(contribution_author::Column::ContributionId.eq(id))
        .filter(of_person(Expr::col((contribution_author::Entity, contribution_author::Column::UserId))))
        .into_query();
    let mandates = mandate::Entity::find()
        .select_only()
        .column(mandate::Column::Id)
        .filter(of_person(Expr::col((mandate::Entity, mandate::Column::UserId))))
        .filter(in_force(cx.today()))
        .limit(1);
    let role = membership::Entity::find()
        .select_only()
        .column(membership::Column::Role)
        .filter(membership::Column::GroupId.eq(group))
        .filter(of_person(Expr::col((membership::Entity, membership::Column::UserId))))
        .limit(1)
        .into_query();
    let said = review::Entity::find()
        .select_only()
        .filter(review::Column::ContributionId.eq(id))
        .filter(of_person(Expr::col((review::Entity, review::Column::ReviewerId))))
        .filter(review::Column::Verdict.ne(Verdict::Comment))
        .order_by(review::Column::At, Order::Desc)
        .order_by(review::Column::Id, Order::Desc)
        .limit(1);
    let read = join::<review::Entity, revision::Entity>(review::Column::RevisionId, revision::Column::Id);
    let position = said.clone().column(revision::Column::Position).join(JoinType::InnerJoin, read);
    let named = user::Entity::belongs_to(contribution_reviewer::Entity)
        .from(user::Column::Id)
        .to(contribution_reviewer::Column::UserId)
        .on_condition(move |_, _| {
            sea_orm::Condition::all().add(contribution_reviewer::Column::ContributionId.eq(id))
        })
        .into();
    user::Entity::find()
        .select_only()
        .columns([user::Column::Id, user::Column::Name])
        .column_as(user::Column::SuspendedAt, "suspended")
        .column(contribution_reviewer::Column::DueOn)
        .expr_as(signed, "author_id")
        .expr_as(mandates.clone().into_query(), "mandate_id")
        .expr_as(mandates.filter(mandate::Column::Role.is_in(COUNCIL)).into_query(), "council_id")
        .expr_as(role, "role")
        .expr_as(said.column(review::Column::Verdict).into_query(), "verdict")
        .expr_as(position.into_query(), "position")
        .join(JoinType::LeftJoin, named)
        .order_by_asc(user::Column::Folded)
        .order_by_asc(user::Column::Id)
}

/// The roles that make a member of the council.
const COUNCIL: [CouncilRole; 3] = [CouncilRole::Member, CouncilRole::Chair, CouncilRole::ViceChair];

fn members_of_the_council(cx: &Cx) -> sea_orm::sea_query::SelectStatement {
    mandate::Entity::find()
        .select_only()
        .column(mandate::Column::UserId)
        .filter(in_force(cx.today()))
        .filter(mandate::Column::Role.is_in(COUNCIL))
        .into_query()
}
