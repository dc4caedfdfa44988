//! What is told, to whom.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    groups::Visibility,
    ids::{ContributionId, DocumentId, EventId, PollId, ThreadId, TutorialId, UserId},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, Select,
    sea_query::Expr,
};
use serde::Deserialize;

use super::line::{About, Line, gather};
use crate::{
    Cx, Result, charter,
    contributions::{self, GroupRef, typeset},
    discussions,
    entities::{contribution, event, group, join, user},
    events::{EventKind, entered_by},
    groups, library, people, polls, tutorials,
};

/// What is told; the rest of the journal is for the administrator.
pub const TOLD: [EventKind; 53] = [
    EventKind::GroupCreated,
    EventKind::GroupChanged,
    EventKind::GroupMandateChanged,
    EventKind::GroupBegun,
    EventKind::GroupClosed,
    EventKind::GroupReopened,
    EventKind::MemberJoined,
    EventKind::MemberAdded,
    EventKind::MemberLeft,
    EventKind::MemberRoleChanged,
    EventKind::HandoverAccepted,
    EventKind::ThreadOpened,
    EventKind::ThreadAnswered,
    EventKind::ThreadClosed,
    EventKind::ThreadReopened,
    EventKind::ContributionCreated,
    EventKind::ContributionRevised,
    EventKind::ContributionSubmitted,
    EventKind::ContributionReviewerNamed,
    EventKind::ContributionReviewed,
    EventKind::ContributionDeadlineSet,
    EventKind::ContributionConsultationOpened,
    EventKind::ContributionConsultationEnded,
    EventKind::ContributionProposed,
    EventKind::ContributionSentBack,
    EventKind::ContributionAdopted,
    EventKind::ContributionPublished,
    EventKind::ContributionCorrected,
    EventKind::ContributionRecordMended,
    EventKind::ContributionSuperseded,
    EventKind::ContributionWithdrawn,
    EventKind::ContributionReinstated,
    EventKind::DossierCreated,
    EventKind::DossierElementAdded,
    EventKind::SuggestionMade,
    EventKind::SuggestionAccepted,
    EventKind::SuggestionRefused,
    EventKind::FramingAmendmentsOpened,
    EventKind::FramingAmendmentProposed,
    EventKind::FramingSupportLapsed,
    EventKind::FramingAmendmentAdopted,
    EventKind::FramingAmendmentRejected,
    EventKind::FramingAmendmentFallen,
    EventKind::FramingAmendmentsIntegrated,
    EventKind::FramingVersionPutToVote,
    EventKind::FramingVersionAdopted,
    EventKind::CommentMade,
    EventKind::CommentAnswered,
    EventKind::CommentResolved,
    EventKind::PollOpened,
    EventKind::PollCancelled,
    EventKind::PollProclaimed,
    EventKind::TutorialAdded,
];
/// What the whole council is told of.
pub(super) const TOLD_TO_THE_COUNCIL: [EventKind; 10] = [
    EventKind::ContributionConsultationOpened,
    EventKind::ContributionConsultationEnded,
    EventKind::ContributionProposed,
    EventKind::ContributionAdopted,
    EventKind::ContributionPublished,
    EventKind::ContributionCorrected,
    EventKind::ContributionRecordMended,
    EventKind::ContributionSuperseded,
    EventKind::ContributionWithdrawn,
    EventKind::ContributionReinstated,
];
/// What is told of an amendment to its author, or to who supported it.
const TOLD_OF_AMENDMENTS: [EventKind; 4] = [
    EventKind::FramingSupportLapsed,
    EventKind::FramingAmendmentAdopted,
    EventKind::FramingAmendmentRejected,
    EventKind::FramingAmendmentFallen,
];

/// A line of the journal, with the names it needs.
#[derive(FromQueryResult)]
pub(super) struct Row {
    pub id: EventId,
    at: DateTime<Utc>,
    kind: String,
    actor_id: UserId,
    user_id: Option<UserId>,
    slug: Option<String>,
    group_name: Option<String>,
    contribution_id: Option<ContributionId>,
    title: Option<String>,
    actor_name: String,
    user_name: Option<String>,
    data: String,
}

/// What a line keeps beside names.
#[derive(Default, Deserialize)]
struct Details {
    thread: Option<ThreadId>,
    document: Option<DocumentId>,
    framing: Option<String>,
    number: Option<i32>,
    amendment: Option<i32>,
    poll: Option<PollId>,
    tutorial: Option<TutorialId>,
    due_on: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

impl Row {
    fn details(&self) -> Details {
        serde_json::from_str(&self.data).unwrap_or_default()
    }
}

/// The lines of the journal that are told to the person asking.
pub(super) fn happened(cx: &Cx) -> Select<event::Entity> {
    let text_read =
        Condition::all().add(contribution::Column::Id.is_not_null()).add(contributions::visible_to(cx));
    let in_my_groups = Condition::all()
        .add(groups::work_visible_to(&cx.actor))
        .add(Condition::any().add(event::Column::ContributionId.is_null()).add(text_read.clone()));
    let to_the_council = Condition::all()
        .add(group::Column::Visibility.ne(Visibility::Secret))
        .add(event::Column::Kind.is_in(TOLD_TO_THE_COUNCIL.map(EventKind::code)))
        .add(text_read);
    let mut told = Condition::any().add(in_my_groups).add(to_the_council);
    if cx.actor.is_council_member() {
        // Of what is no group's, only who presides from now on, the dossiers of the common library, what becomes of the
        // charter and the rules, votes and tutorials.
        let kinds = [
            EventKind::HandoverAccepted,
            EventKind::DossierCreated,
            EventKind::DossierElementAdded,
            EventKind::FramingAmendmentsOpened,
            EventKind::FramingAmendmentProposed,
            EventKind::FramingAmendmentsIntegrated,
            EventKind::FramingVersionPutToVote,
            EventKind::FramingVersionAdopted,
            EventKind::PollOpened,
            EventKind::PollCancelled,
            EventKind::PollProclaimed,
            EventKind::TutorialAdded,
        ];
        let common = event::Column::Kind.is_in(kinds.map(EventKind::code));
        told = told.add(Condition::all().add(event::Column::GroupId.is_null()).add(common));
        // What becomes of an amendment is told to whom it concerns: there may be hundreds of them in an evening.
        let mine = Condition::all()
            .add(event::Column::UserId.eq(cx.actor.user_id()))
            .add(event::Column::Kind.is_in(TOLD_OF_AMENDMENTS.map(EventKind::code)));
        told = told.add(mine);
    }
    let actor = join::<event::Entity, user::Entity>(event::Column::ActorId, user::Column::Id);
    let target = join::<event::Entity, user::Entity>(event::Column::UserId, user::Column::Id);
    let text =
        join::<event::Entity, contribution::Entity>(event::Column::ContributionId, contribution::Column::Id);
    event::Entity::find()
        .filter(event::Column::ActorId.is_not_null())
        .select_only()
        .columns([
            event::Column::Id,
            event::Column::At,
            event::Column::Kind,
            event::Column::ActorId,
            event::Column::UserId,
            event::Column::ContributionId,
            event::Column::Data,
        ])
        .column(group::Column::Slug)
        .column_as(group::Column::Name, "group_name")
        .column(contribution::Column::Title)
        .expr_as(Expr::col(("actor", user::Column::Name)), "actor_name")
        .expr_as(Expr::col(("target", user::Column::Name)), "user_name")
        .join(
            JoinType::LeftJoin,
            join::<event::Entity, group::Entity>(event::Column::GroupId, group::Column::Id),
        )
        .join(JoinType::LeftJoin, text)
        // What the program did when a council was brought in is no news.
        .join_as(JoinType::InnerJoin, actor, "actor")
        .join_as(JoinType::LeftJoin, target, "target")
        .filter(event::Column::Kind.is_in(TOLD.map(EventKind::code)))
        .filter(told)
}

/// The lines as they are told, gathered. One query more for discussions, one for dossiers, one for framing texts, one for
/// polls, one for tutorials, when some are about them.
pub(super) async fn lines(
    cx: &Cx,
    rows: Vec<Row>,
    together: impl Fn(&Line, &Line) -> bool,
) -> Result<Vec<Line>> {
    let threads: Vec<ThreadId> = rows.iter().filter_map(|row| row.details().thread).collect();
    let subjects = discussions::subjects(cx, &threads).await?;
    let dossiers: Vec<DocumentId> = rows.iter().filter_map(|row| row.details().document).collect();
    let dossiers = library::titles(cx, &dossiers).await?;
    let framings: Vec<String> = rows.iter().filter_map(|row| row.details().framing).collect();
    let framings = charter::titles(cx, framings).await?;
    let polls: Vec<PollId> = rows.iter().filter_map(|row| row.details().poll).collect();
    let questions = polls::questions(cx, &polls).await?;
    let tutorials: Vec<TutorialId> = rows.iter().filter_map(|row| row.details().tutorial).collect();
    let tutorials = tutorials::titles(cx, &tutorials).await?;
    let hands: Vec<UserId> = rows.iter().filter_map(|row| entered_by(&row.data)).collect();
    let hands = people::names(cx.reader(), hands).await?;
    let told = rows.into_iter().filter_map(|row| {
        let kind = TOLD.into_iter().find(|kind| kind.code() == row.kind)?;
        let details = row.details();
        let group = row.slug.zip(row.group_name);
        let about = match (row.contribution_id, details.thread, &group) {
            // What it asks is told to who reads votes; the text that it is about may go back to its group.
            _ if details.poll.is_some() => {
                let id = details.poll?;
                About::Poll(id, questions.get(&id)?.clone())
            }
            _ if details.tutorial.is_some() => {
                // Put aside since, it is told no more.
                let (slug, title) = tutorials.get(&details.tutorial?)?.clone();
                About::Tutorial(slug, title)
            }
            (Some(id), ..) => About::Text(id, typeset(&row.title.unwrap_or_default())),
            (None, Some(id), _) => About::Discussion(id, subjects.get(&id)?.clone()),
            (None, None, _) if details.document.is_some() => {
                let id = details.document?;
                // Gone to the bin since, or to another library.
                About::Dossier(id, dossiers.get(&id)?.clone())
            }
            (None, None, _) if details.framing.is_some() => {
                let slug = details.framing?;
                let title = framings.get(&slug)?.clone();
                match details.number.filter(|_| details.amendment.is_some()) {
                    Some(version) => {
                        // Those proposed are told together; what becomes of one is told of that one.
                        let each = kind != EventKind::FramingAmendmentProposed;
                        let amendment = details.amendment.filter(|_| each);
                        About::Amendments { slug, title, version, amendment }
                    }
                    None => About::Framing(slug, title),
                }
            }
            (None, None, Some(_)) => About::Group,
            (None, None, None) => About::Council,
        };
        let to_others = row.user_id.filter(|user| *user != row.actor_id);
        let to_me = to_others.is_some() && to_others == cx.actor.user_id();
        Some(Line {
            kind,
            at: row.at,
            who: vec![row.actor_name],
            entered_by: entered_by(&row.data)
                .and_then(|hand| hands.get(&hand).cloned())
                .into_iter()
                .collect(),
            whom: row.user_name.filter(|_| to_others.is_some() && !to_me).into_iter().collect(),
            to_me,
            group: group.map(|(slug, name)| GroupRef { slug, name: typeset(&name) }),
            about,
            day: details.due_on.or(details.until),
            times: 1,
        })
    });
    Ok(gather(told, together))
}
