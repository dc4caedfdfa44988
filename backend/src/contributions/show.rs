//! A text as it is read: one joined query for everything that has one value, and one for each thing that it has several
//! of: what reviewers said, and while it is written who was asked to review it, the checklist.

use chrono::{DateTime, Utc};
use domain::{
    Version,
    behalf::Entered,
    contributions::{Anchor, Due, Place, PublicationNumber, State, Verdict},
    groups::Visibility,
    ids::{ContributionId, ReviewId},
    policy::{ContributionAction, GroupAction, Permission},
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};

use super::{
    anchors::{Marked, by_heading, marks},
    checklist, comments, dissents, intake,
    line::{Beside, line},
    list::{group_ref, names, typeset},
    load::source,
    reading, render, reviewers, suggestions,
    view::{ConsultationView, ContributionView, ReviewView, RevisionRef},
};
use crate::{
    Cx, Result, behalf,
    entities::{adoption, contribution, join, review, revision, user},
};

/// A text, for somebody who may read it.
///
/// # Errors
/// `NotFound` if it does not exist or may not be read.
pub async fn show(cx: &Cx, id: ContributionId) -> Result<ContributionView> {
    let (mut view, beside) = find(cx, contribution::Column::Id.eq(id)).await?;
    let version = view.revision.version;
    if view.inside && beside.reviewed {
        view.reviews = reviews(cx, id, None).await?;
    } else if let Some(consultation) = &view.consultation {
        view.reviews = reviews(cx, id, Some(consultation.since)).await?;
    }
    if view.inside && beside.reviewers_named && view.facts.state.is_writable() {
        let group = view.facts.group;
        let text = reviewers::Of { id, group: group.id, visibility: group.visibility, version };
        view.reviewers = reviewers::of(cx, &text).await?;
    }
    if view.inside && view.facts.state == State::InReview {
        view.checklist = checklist::of(cx, id, beside.points_checked).await?;
    }
    if beside.brought && cx.may(Permission::Contribution(ContributionAction::Write, &view.facts)) {
        view.brought = intake::of(cx, id, true).await?;
    }
    if view.suggestions > 0 || beside.commented {
        attached(cx, &mut view, beside.commented).await?;
    }
    if view.inside {
        reading::opened(cx, id, version, view.read_before).await;
    }
    Ok(view)
}

/// What is attached to the passages of a text: how much under each heading, and where its words are on the page.
async fn attached(cx: &Cx, view: &mut ContributionView, commented: bool) -> Result<()> {
    let (id, headings) = (view.facts.id, view.headings.len());
    let body = source(cx.reader(), id, view.revision.version).await?.body;
    let mut passages = Vec::new();
    if view.suggestions > 0 {
        let waiting = suggestions::waiting(cx.reader(), id).await?;
        let anchors: Vec<Anchor> = waiting.iter().map(|row| suggestions::wording(row).anchor).collect();
        view.suggested = by_heading(&body, headings, anchors.iter().map(|anchor| anchor.start));
        let here = waiting.iter().zip(anchors).filter(|(_, anchor)| anchor.place != Place::Gone);
        passages.extend(
            here.zip(1..).map(|((row, anchor), number)| (anchor, Marked::Suggestion(row.id, number))),
        );
    }
    if commented {
        let rows = comments::rows(cx, id, &view.facts.group).await?;
        let numbered = rows.iter().filter_map(|(anchor, row)| Some((anchor, row.id, row.number?)));
        let starts = numbered.clone().map(|(anchor, ..)| anchor.start);
        view.commented = by_heading(&body, headings, starts);
        passages.extend(numbered.map(|(anchor, id, number)| (anchor.clone(), Marked::Comment(id, number))));
        view.comments = rows.into_iter().map(|(_, row)| row).collect();
    }
    view.marks = marks(body, view.html.clone(), passages).await?;
    Ok(())
}

/// A text without its reviews, for somebody who may read it: it is not noted that they did.
///
/// # Errors
/// `NotFound` if it does not exist or may not be read.
pub(crate) async fn unopened(cx: &Cx, id: ContributionId) -> Result<ContributionView> {
    Ok(find(cx, contribution::Column::Id.eq(id)).await?.0)
}

/// The text of this number, without its reviews, for somebody who may read it.
///
/// # Errors
/// `NotFound` if there is none, or it may not be read.
pub(crate) async fn numbered(cx: &Cx, wanted: PublicationNumber) -> Result<ContributionView> {
    let sequence = i32::try_from(wanted.sequence).unwrap_or_default();
    let which = adoption::Column::Year.eq(wanted.year).and(adoption::Column::Sequence.eq(sequence));
    Ok(find(cx, which).await?.0)
}

async fn find(cx: &Cx, which: Expr) -> Result<(ContributionView, Beside)> {
    let mut line = line(cx, which).await?;
    let facts = line.facts(cx.today());
    let id = facts.id;
    cx.require(Permission::Contribution(ContributionAction::Read, &facts))?;
    let inside = cx.may(Permission::Group(GroupAction::ReadWork, &facts.group));
    let adoption = line.adoption();
    let mut beside = line.beside();
    // Read by those who follow the work, or are asked what they think of it.
    beside.commented &= inside || facts.consulted;
    let rendering = line.rendering();
    let rendering = render::kept(cx, id, line.revision_id, rendering).await?;
    let group = group_ref(cx, &facts.group, line.slug, line.name);
    // Who is in a secret group is its own business.
    let named = group.is_some() || facts.group.visibility != Visibility::Secret;
    let dissents = if beside.contested { dissents::of(cx, id, named).await? } else { Vec::new() };
    let question = line.consultation;
    let consultation = line
        .consulted_until
        .filter(|_| facts.consulted)
        .zip(line.consulted_at)
        .map(|(until, since)| ConsultationView { until, since, question });
    let view = ContributionView {
        facts,
        kind: line.kind,
        title: typeset(&line.title),
        authors: if named { names(&line.byline) } else { Vec::new() },
        group,
        revision: RevisionRef {
            version: Version(line.position),
            by: line.by,
            at: line.at,
            reason: line.reason,
        },
        summary_html: rendering.summary_html,
        html: rendering.html,
        headings: rendering.headings,
        words: rendering.words,
        created_at: line.created_at,
        state_since: line.state_since,
        reviews: Vec::new(),
        reviewers: Vec::new(),
        checklist: Vec::new(),
        due: line.due_on.filter(|_| facts.state.is_writable()).map(|due| Due::new(due, cx.today())),
        consultation,
        read_before: line.read_version,
        adoption,
        dissents,
        discussed: line.discussed,
        inside,
        suggestions: if inside || facts.consulted { line.suggestions.unsigned_abs() } else { 0 },
        suggested: Vec::new(),
        comments: Vec::new(),
        commented: Vec::new(),
        marks: Vec::new(),
        brought: Vec::new(),
    };
    Ok((view, beside))
}

/// What was said of the text; for those who are only consulted, the remarks made since then.
async fn reviews(
    cx: &Cx,
    id: ContributionId,
    consulted_since: Option<DateTime<Utc>>,
) -> Result<Vec<ReviewView>> {
    #[derive(FromQueryResult)]
    struct Line {
        id: ReviewId,
        name: String,
        at: DateTime<Utc>,
        verdict: Verdict,
        comment_html: String,
        position: i32,
        entered_by: Option<String>,
    }
    let [to_acting, to_hand] = behalf::to_hand();
    let lines: Vec<Line> = review::Entity::find()
        .select_only()
        .columns([
            review::Column::Id,
            review::Column::At,
            review::Column::Verdict,
            review::Column::CommentHtml,
        ])
        .column(user::Column::Name)
        .column(revision::Column::Position)
        .join(
            JoinType::InnerJoin,
            join::<review::Entity, user::Entity>(review::Column::ReviewerId, user::Column::Id),
        )
        .join(
            JoinType::InnerJoin,
            join::<review::Entity, revision::Entity>(review::Column::RevisionId, revision::Column::Id),
        )
        .join(JoinType::LeftJoin, behalf::to_mark::<review::Entity>(review::Column::Id, Entered::Review))
        .join(JoinType::LeftJoin, to_acting)
        .join_as(JoinType::LeftJoin, to_hand, "hand")
        .expr_as(Expr::col(("hand", user::Column::Name)), "entered_by")
        .filter(review::Column::ContributionId.eq(id))
        .apply_if(consulted_since, |said, since| {
            said.filter(review::Column::At.gte(since)).filter(review::Column::Verdict.eq(Verdict::Comment))
        })
        .order_by_desc(review::Column::At)
        .order_by_desc(review::Column::Id)
        .into_model()
        .all(cx.reader())
        .await?;
    let view = |line: Line| ReviewView {
        id: line.id,
        entered_by: line.entered_by,
        by: line.name,
        at: line.at,
        verdict: line.verdict,
        comment_html: line.comment_html,
        version: Version(line.position),
    };
    Ok(lines.into_iter().map(view).collect())
}
