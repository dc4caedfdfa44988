//! The journal: reading what happened, latest first, as data; the chain of its lines; how long it is kept.
//!
//! Not the contents of groups: a line names the group, and a text only to who may read it.

mod chain;
mod export;
mod keep;
mod own;
mod seal;
mod verify;

pub use export::{ExportedLine, begin_export, export};
pub(crate) use keep::forget_origins_of;
pub use keep::{change_kept, kept, purge};
pub(crate) use own::on_behalf;
pub use own::own;
pub use seal::{Reach, seal};
pub use verify::{Break, Chain, LastSeal, Wrong, last_seal, noted, verify};

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    ids::{ContributionId, EventId, GroupId, UserId},
    journal::JournalFilter,
    policy::Permission,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Query, SelectStatement},
};

use crate::{
    Cx, Page, PageNumber, Result, clock, contributions,
    entities::{acting, contribution, event, group, join, user},
    events::{entered_by, in_place_of},
    fold, people,
};

/// A line of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalLine {
    /// Which one.
    pub id: EventId,
    /// When.
    pub at: DateTime<Utc>,
    /// What happened: the code of an [`EventKind`](crate::events::EventKind).
    pub kind: String,
    /// Who did it; nobody, when it was the program or a visitor.
    pub actor: Option<(UserId, String)>,
    /// In whose place they did it, if it took a delegation.
    pub in_place_of: Option<(UserId, String)>,
    /// By whose hand, if the one who did it takes part on paper.
    pub entered_by: Option<(UserId, String)>,
    /// Who it happened to.
    pub user: Option<(UserId, String)>,
    /// In which group: its address and its name.
    pub group: Option<(String, String)>,
    /// About which text, if the person asking may read it.
    pub text: Option<(ContributionId, String)>,
    /// From which part of the network, until that is forgotten.
    pub origin: Option<String>,
    /// Whether who did it is not told to the person asking.
    pub veiled: bool,
}

const PAGE: u64 = 50;

/// The lines of the journal that are asked for, latest first.
///
/// # Errors
/// `Forbidden` but for an administrator.
pub async fn list(cx: &Cx, filter: &JournalFilter, number: PageNumber) -> Result<Page<JournalLine>> {
    cx.require(Permission::Administer)?;
    let wanted = wanted(filter);
    let total = event::Entity::find().filter(wanted.clone()).count(cx.reader()).await?;
    let rows = event::Entity::find()
        .filter(wanted)
        .order_by_desc(event::Column::Id)
        .offset(number.offset(PAGE))
        .limit(PAGE)
        .all(cx.reader())
        .await?;
    // Owned lists: an iterator that borrows across an await cannot be sent to another thread.
    let people = people_of(&rows);
    let groups: Vec<GroupId> = rows.iter().filter_map(|row| row.group_id).collect();
    let texts: Vec<ContributionId> = rows.iter().filter_map(|row| row.contribution_id).collect();
    let people = people::names(cx.reader(), people).await?;
    let groups = group_names(cx, groups).await?;
    let texts = titles(cx, texts).await?;
    let named = |id: Option<UserId>| id.and_then(|id| Some((id, people.get(&id)?.clone())));
    let rows = rows
        .into_iter()
        .map(|row| JournalLine {
            id: row.id,
            at: row.at,
            actor: named(row.actor_id),
            in_place_of: named(in_place_of(&row.data)),
            entered_by: named(entered_by(&row.data)),
            user: named(row.user_id),
            group: row.group_id.and_then(|id| groups.get(&id).cloned()),
            text: row.contribution_id.and_then(|id| Some((id, texts.get(&id)?.clone()))),
            origin: row.origin,
            veiled: false,
            kind: row.kind,
        })
        .collect();
    Ok(Page { rows, number, total, size: PAGE })
}

/// Everybody whom these lines name.
fn people_of(rows: &[event::Model]) -> Vec<UserId> {
    let named =
        |row: &event::Model| [row.actor_id, row.user_id, in_place_of(&row.data), entered_by(&row.data)];
    rows.iter().flat_map(named).flatten().collect()
}

/// The lines asked for, as a condition.
fn wanted(filter: &JournalFilter) -> Condition {
    let mut wanted = Condition::all();
    for pattern in fold::patterns(&filter.who) {
        let named = Query::select()
            .column(user::Column::Id)
            .from(user::Entity)
            .and_where(user::Column::Folded.like(fold::like(pattern)))
            .to_owned();
        let either = Condition::any()
            .add(event::Column::ActorId.in_subquery(named.clone()))
            .add(event::Column::ActingId.in_subquery(acted_by(named.clone())))
            .add(event::Column::UserId.in_subquery(named));
        wanted = wanted.add(either);
    }
    if let Some(subject) = filter.subject {
        let of = subject.parts().iter().map(|part| event::Column::Kind.starts_with(format!("{part}.")));
        wanted = wanted.add(of.fold(Condition::any(), Condition::add));
    }
    if filter.on_behalf {
        let told = ["begun", "ended", "paper_noted", "paper_ended"].map(|what| format!("behalf.{what}"));
        let either =
            Condition::any().add(event::Column::ActingId.is_not_null()).add(event::Column::Kind.is_in(told));
        wanted = wanted.add(either);
    }
    if let Some(from) = filter.from {
        wanted = wanted.add(event::Column::At.gte(clock::start_of(from)));
    }
    if let Some(next) = filter.to.and_then(|to| to.succ_opt()) {
        wanted = wanted.add(event::Column::At.lt(clock::start_of(next)));
    }
    wanted
}

/// The times that some people acted on behalf of others: what they did then is found by their names too.
fn acted_by(people: SelectStatement) -> SelectStatement {
    Query::select()
        .column(acting::Column::Id)
        .from(acting::Entity)
        .and_where(acting::Column::ById.in_subquery(people))
        .to_owned()
}

/// The titles of those of these texts that the person asking may read.
async fn titles(cx: &Cx, ids: Vec<ContributionId>) -> Result<BTreeMap<ContributionId, String>> {
    let to_group =
        join::<contribution::Entity, group::Entity>(contribution::Column::GroupId, group::Column::Id);
    let rows: Vec<(ContributionId, String)> = contribution::Entity::find()
        .select_only()
        .columns([contribution::Column::Id, contribution::Column::Title])
        .join(JoinType::InnerJoin, to_group)
        .filter(contribution::Column::Id.is_in(ids))
        .filter(contributions::visible_to(cx))
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(rows.into_iter().map(|(id, title)| (id, contributions::typeset(&title))).collect())
}

async fn group_names(cx: &Cx, ids: Vec<GroupId>) -> Result<BTreeMap<GroupId, (String, String)>> {
    let rows: Vec<(GroupId, String, String)> = group::Entity::find()
        .select_only()
        .columns([group::Column::Id, group::Column::Slug, group::Column::Name])
        .filter(group::Column::Id.is_in(ids))
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(rows.into_iter().map(|(id, slug, name)| (id, (slug, name))).collect())
}

#[cfg(test)]
mod chain_tests;

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use domain::{contributions::ContributionForm, journal::JournalSubject, refusal::Forbidden};

    use super::*;
    use crate::testing::{Cast, TestBackend};

    async fn begun(test: &TestBackend, by: UserId, group: &str, title: &str) {
        let form = ContributionForm {
            title: title.into(),
            kind: "note".into(),
            body: "À pied, dix minutes.".into(),
            ..ContributionForm::default()
        };
        contributions::create(&test.as_user(by).await, group, &form).await.expect("begun");
    }

    async fn found(test: &TestBackend, cast: &Cast, filter: JournalFilter) -> Vec<JournalLine> {
        let cx = test.as_user(cast.administrator.id).await;
        list(&cx, &filter, PageNumber::FIRST).await.expect("read").rows
    }

    #[tokio::test]
    async fn a_line_names_the_text_only_to_who_may_read_it() {
        let (test, cast) = TestBackend::with_cast().await;
        begun(&test, cast.member.id, "mobilites", "Rejoindre la gare").await;
        let lines = found(&test, &cast, JournalFilter::default()).await;
        assert_eq!(lines[0].group.as_ref().map(|(slug, _)| slug.as_str()), Some("mobilites"));
        assert_eq!(lines[0].text, None, "a draft of a closed group is not for staff");
        let observer = test.as_user(cast.facilitator.id).await;
        let refused =
            list(&observer, &JournalFilter::default(), PageNumber::FIRST).await.expect_err("refused");
        assert_eq!(refused.refusal(), Some(&domain::Refusal::Forbidden(Forbidden::AdministratorOnly)));
        // Staff who observe the group read its texts.
        let facilitator = test.as_user(cast.facilitator.id).await;
        let who = crate::groups::Newcomer::User(cast.administrator.id);
        crate::groups::add_member(&facilitator, "mobilites", &who, domain::groups::GroupRole::Observer)
            .await
            .expect("added");
        let lines = found(&test, &cast, JournalFilter::default()).await;
        assert_eq!(lines[1].text.as_ref().map(|(_, title)| title.as_str()), Some("Rejoindre la gare"));
        test.finish().await;
    }

    #[tokio::test]
    async fn lines_are_found_by_person_by_subject_and_by_day() {
        let (test, cast) = TestBackend::with_cast().await;
        begun(&test, cast.member.id, "mobilites", "Rejoindre la gare").await;
        test.wait(TimeDelta::days(2));
        begun(&test, cast.reviewer.id, "mobilites", "Les cars du soir").await;
        let kinds = |lines: Vec<JournalLine>| lines.into_iter().map(|line| line.kind).collect::<Vec<_>>();
        let texts = JournalFilter { subject: Some(JournalSubject::Texts), ..JournalFilter::default() };
        assert_eq!(kinds(found(&test, &cast, texts.clone()).await).len(), 2);
        let nothing = JournalFilter { subject: Some(JournalSubject::Polls), ..JournalFilter::default() };
        assert!(found(&test, &cast, nothing).await.is_empty());
        let who = "PONTIVY".to_owned();
        let theirs = JournalFilter { who, ..texts.clone() };
        let lines = found(&test, &cast, theirs).await;
        assert_eq!(
            lines.iter().map(|line| line.actor.as_ref().map(|(id, _)| *id)).collect::<Vec<_>>(),
            [Some(cast.member.id)]
        );
        let today = test.as_user(cast.administrator.id).await.today();
        let late = JournalFilter { from: Some(today), to: Some(today), ..texts.clone() };
        assert_eq!(found(&test, &cast, late).await.len(), 1);
        let early = JournalFilter { to: today.pred_opt(), ..texts };
        assert_eq!(found(&test, &cast, early).await.len(), 1);
        test.finish().await;
    }
}
