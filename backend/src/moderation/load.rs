//! What a verb needs to know of a case before it decides.

use domain::{
    Refusal, Version,
    groups::{GroupRole, Visibility},
    ids::{CaseId, FramingArticleId, UserId},
    moderation::{CaseState, ReportFacts, Reported, Step},
    people::CouncilRole,
    policy::{Permission, ReportAction},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::Expr,
};

use super::content::{Content, facilitators_among};
use crate::{
    Cx, Found, Result,
    entities::{group, mandate, membership, report, report_case, user},
    events::{Event, EventKind},
};

/// A case, with what the policy needs to know of it.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub row: report_case::Model,
    pub group: Option<group::Model>,
    pub facts: ReportFacts,
    /// The report of the person asking.
    pub mine: Option<report::Model>,
}

/// The case, for somebody who may do this about it.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub(super) async fn case(cx: &Cx, id: CaseId, action: ReportAction) -> Result<Case> {
    let found = any_case(cx, id).await?;
    cx.require(Permission::Report(action, &found.facts))?;
    Ok(found)
}

/// The same, at this version.
///
/// # Errors
/// `Conflict` if somebody decided since; `NotFound`, `Forbidden`.
pub(super) async fn case_at(cx: &Cx, id: CaseId, read: Version, action: ReportAction) -> Result<Case> {
    let found = case(cx, id, action).await?;
    if found.row.version == read { Ok(found) } else { Err(Refusal::Conflict.into()) }
}

/// The case, whoever asks: rights are looked at by the caller.
pub(super) async fn any_case(cx: &Cx, id: CaseId) -> Result<Case> {
    let me = cx.person()?.id;
    let row = report_case::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    let group = match row.group_id {
        Some(id) => group::Entity::find_by_id(id).one(cx.reader()).await?,
        None => None,
    };
    let author: Vec<UserId> = row.author_id.into_iter().collect();
    let by_facilitator = !facilitators_among(cx, row.group_id, author).await?.is_empty();
    let mine = report::Entity::find()
        .filter(report::Column::CaseId.eq(id))
        .filter(report::Column::UserId.eq(me))
        .one(cx.reader())
        .await?;
    let party = row.decided_by == Some(me) || mine.is_some();
    let decided = party && somebody_else_rules(cx, group.as_ref()).await?;
    let facts = ReportFacts {
        group: group.as_ref().map(group::Model::facts),
        own: row.author_id == Some(me),
        by_facilitator,
        reported: mine.is_some(),
        decided,
    };
    Ok(Case { row, group, facts, mine })
}

/// Whether somebody but the person asking could hear an appeal.
async fn somebody_else_rules(cx: &Cx, group: Option<&group::Model>) -> Result<bool> {
    let me = cx.person()?.id;
    if let Some(secret) = group.filter(|group| group.visibility == Visibility::Secret) {
        let other = membership::Entity::find()
            .filter(membership::Column::GroupId.eq(secret.id))
            .filter(membership::Column::Role.eq(GroupRole::Facilitator))
            .filter(membership::Column::UserId.ne(me));
        return Ok(other.one(cx.reader()).await?.is_some());
    }
    let today = cx.today();
    let other = mandate::Entity::find()
        .select_only()
        .column(mandate::Column::UserId)
        .join(
            sea_orm::JoinType::InnerJoin,
            crate::entities::join::<mandate::Entity, user::Entity>(mandate::Column::UserId, user::Column::Id),
        )
        .filter(user::Column::SuspendedAt.is_null())
        .filter(mandate::Column::UserId.ne(me))
        .filter(mandate::Column::Role.is_in([CouncilRole::Chair, CouncilRole::ViceChair]))
        .filter(mandate::Column::StartsOn.lte(today))
        .filter(
            sea_orm::Condition::any()
                .add(mandate::Column::EndsOn.is_null())
                .add(mandate::Column::EndsOn.gte(today)),
        )
        .limit(1)
        .into_tuple::<UserId>()
        .one(cx.reader())
        .await?;
    Ok(other.is_some())
}

/// The case of a content, if it has one.
pub(super) async fn of(db: &impl ConnectionTrait, what: Reported) -> Result<Option<report_case::Model>> {
    let found = report_case::Entity::find()
        .filter(report_case::Column::Kind.eq(what.kind))
        .filter(report_case::Column::SubjectId.eq(what.id));
    Ok(found.one(db).await?)
}

/// The case of a content, held until the change is committed.
pub(super) async fn held(tx: &impl ConnectionTrait, what: Reported) -> Result<Option<report_case::Model>> {
    let found = report_case::Entity::find()
        .filter(report_case::Column::Kind.eq(what.kind))
        .filter(report_case::Column::SubjectId.eq(what.id))
        .lock_exclusive();
    Ok(found.one(tx).await?)
}

/// A new case about a content; somebody who makes it at the same moment is waited for.
pub(super) async fn begun(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    about: &Content,
    state: CaseState,
) -> Result<report_case::Model> {
    let row = report_case::ActiveModel {
        kind: Set(about.what.kind),
        subject_id: Set(about.what.id),
        group_id: Set(about.group.map(|group| group.id)),
        author_id: Set(about.author),
        title: Set(about.title.chars().take(200).collect()),
        state: Set(state),
        opened_at: Set(cx.now),
        reason: Set(String::new()),
        appeal: Set(String::new()),
        ruling: Set(String::new()),
        author_told: Set(true),
        version: Set(Version::FIRST),
        ..Default::default()
    };
    let key = [report_case::Column::Kind, report_case::Column::SubjectId];
    let once = sea_orm::sea_query::OnConflict::columns(key).do_nothing().to_owned();
    report_case::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    held(tx, about.what).await?.found()
}

/// What is written over a case, unless it changed since it was read.
///
/// # Errors
/// `Conflict`; `Transition` when the step cannot be taken.
pub(super) async fn write(
    tx: &impl ConnectionTrait,
    row: &report_case::Model,
    step: Step,
    change: impl FnOnce(&mut report_case::ActiveModel),
) -> Result<()> {
    let state = row.state.after(step)?;
    let held = report_case::Entity::find_by_id(row.id).lock_exclusive().one(tx).await?.found()?;
    if held.version != row.version {
        return Err(Refusal::Conflict.into());
    }
    let mut next: report_case::ActiveModel = held.into();
    next.state = Set(state);
    next.version = Set(row.version.next());
    change(&mut next);
    next.update(tx).await?;
    Ok(())
}

/// Everybody who reported it has something to read.
pub(super) async fn untell(tx: &impl ConnectionTrait, id: CaseId) -> Result<()> {
    report::Entity::update_many()
        .col_expr(report::Column::Told, Expr::value(false))
        .filter(report::Column::CaseId.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// What was decided, as [`write`] puts it.
pub(super) fn decided(
    cx: &Cx,
    next: &mut report_case::ActiveModel,
    reason: &str,
    article: Option<FramingArticleId>,
) {
    next.decided_by = Set(cx.actor.user_id());
    next.decided_at = Set(Some(cx.now));
    next.reason = Set(reason.to_owned());
    next.article_id = Set(article);
    next.appealed_at = Set(None);
    next.appeal = Set(String::new());
    next.ruled_by = Set(None);
    next.ruled_at = Set(None);
    next.ruling = Set(String::new());
}

/// A line of the journal about a case; it names its author when they know of it.
pub(super) fn line(kind: EventKind, row: &report_case::Model, whose: Option<UserId>) -> Result<Event> {
    let mut event = Event::new(kind).data(&serde_json::json!({ "case": row.id }))?;
    if let Some(group) = row.group_id {
        event = event.group(group);
    }
    if let Some(user) = whose {
        event = event.user(user);
    }
    Ok(event)
}
