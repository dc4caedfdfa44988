//! A discussion, as one person reads it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    Version,
    behalf::Entered,
    discussions::{MESSAGES_A_PAGE, MessageState, may_be_written},
    groups::{GroupRole, GroupState},
    ids::{ContributionId, MessageId, ThreadId, UserId},
    policy::{ContributionAction, GroupAction, MessageAction, Permission},
};
use markdown::PIPELINE_VERSION;
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::{
    load::{self, Reader, Thread, facts, to_role},
    read, render,
    unsent::{self, Spot},
    view::{Closing, Head, Hiding, MessageRights, MessageView, Quoted, TextRef, ThreadRights, ThreadView},
};
use crate::{
    Cx, Error, Page, PageNumber, Result, behalf, contributions,
    entities::{join, membership, message, thread, user},
    people,
};

/// Messages a page.
const PAGE: u64 = MESSAGES_A_PAGE.unsigned_abs() as u64;

/// The discussion at this address; notes how far it is read. `answering` is the message about to be answered.
///
/// # Errors
/// `NotFound` for those who do not read the work of the group.
pub async fn show(
    cx: &Cx,
    slug: &str,
    id: ThreadId,
    page: PageNumber,
    answering: Option<i32>,
) -> Result<ThreadView> {
    let thread = load::thread_of(cx, slug, id).await?;
    let may = rights(cx, &thread);
    // Messages are numbered without holes: a page is a range of numbers.
    let before = i32::try_from(page.offset(PAGE)).unwrap_or(i32::MAX);
    let found = message::Entity::find()
        .filter(message::Column::ThreadId.eq(id))
        .filter(message::Column::Position.gt(before))
        .filter(message::Column::Position.lte(before.saturating_add(MESSAGES_A_PAGE)));
    let lines = lines(found).order_by_asc(message::Column::Position).into_model().all(cx.reader()).await?;
    let read = read::so_far(cx, id).await?;
    if let (Some(last), Some(me)) = (lines.last().map(|line: &Line| line.position), cx.actor.user_id())
        && last > read
        && cx.acting().is_none()
    {
        read::up_to(cx, cx.backend.db().writer(), me, id, last).await?;
    }
    let spot = Spot { group: thread.group_id, thread: Some(id), message: None };
    let unsent = if may.answer { unsent::kept(cx, spot).await? } else { None };
    let answering = match answering.filter(|_| may.answer) {
        Some(position) => quoted(cx, id, message::Column::Position.eq(position)).await?.into_values().next(),
        None => None,
    };
    let closing = thread.closed_at.map(|at| Closing {
        at,
        by: thread.closer.clone().unwrap_or_default(),
        word: contributions::typeset(&thread.closing_word),
    });
    let reopening =
        if closing.is_none() { contributions::typeset(&thread.closing_word) } else { String::new() };
    let total = u64::try_from(thread.messages).unwrap_or_default();
    let rows = views(cx, &thread, lines).await?;
    Ok(ThreadView {
        head: head(cx, &thread),
        by: thread.author.clone(),
        created_at: thread.created_at,
        text: text(cx, thread.contribution_id).await?,
        closing,
        reopening,
        messages: Page { rows, number: page, total, size: PAGE },
        read,
        answering,
        unsent,
        may,
    })
}

/// The head of the pages of a discussion.
pub(super) fn head(cx: &Cx, thread: &Thread) -> Head {
    Head { id: thread.id, subject: thread.subject_for(cx), group: thread.group_ref(), facts: thread.group() }
}

fn rights(cx: &Cx, thread: &Thread) -> ThreadRights {
    let group = thread.group();
    let writable = may_be_written(&group, thread.opening()).is_ok();
    let moderate = Reader::of(cx, &group).moderates;
    ThreadRights {
        answer: writable && cx.may(Permission::Group(GroupAction::Discuss, &group)),
        close: moderate && group.state != GroupState::Closed,
        moderate,
    }
}

/// The text, if the person asking reads it.
async fn text(cx: &Cx, id: Option<ContributionId>) -> Result<Option<TextRef>> {
    let Some(id) = id else { return Ok(None) };
    match contributions::head(cx, id, ContributionAction::Read).await {
        Ok(head) => Ok(Some(TextRef { id, title: head.title })),
        Err(Error::Refused(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// A message as it is read in a list.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Line {
    pub id: MessageId,
    pub position: i32,
    pub author_id: UserId,
    pub author: String,
    pub role: Option<GroupRole>,
    pub answers_id: Option<MessageId>,
    pub state: MessageState,
    pub html: String,
    pub pipeline: i32,
    pub at: DateTime<Utc>,
    pub edited_at: Option<DateTime<Utc>>,
    pub version: Version,
    pub reason: String,
    pub plea: String,
    pub answer: String,
    pub judged_by: Option<UserId>,
    pub judged_at: Option<DateTime<Utc>>,
}

/// What [`Line`] holds of the messages found.
pub(super) fn lines(found: Select<message::Entity>) -> Select<message::Entity> {
    found
        .select_only()
        .columns([
            message::Column::Id,
            message::Column::Position,
            message::Column::AuthorId,
            message::Column::AnswersId,
            message::Column::State,
            message::Column::Html,
            message::Column::Pipeline,
            message::Column::At,
            message::Column::EditedAt,
            message::Column::Version,
            message::Column::Reason,
            message::Column::Plea,
            message::Column::Answer,
            message::Column::JudgedBy,
            message::Column::JudgedAt,
        ])
        .column_as(user::Column::Name, "author")
        .column_as(membership::Column::Role, "role")
        .join(
            JoinType::InnerJoin,
            join::<message::Entity, thread::Entity>(message::Column::ThreadId, thread::Column::Id),
        )
        .join(
            JoinType::InnerJoin,
            join::<message::Entity, user::Entity>(message::Column::AuthorId, user::Column::Id),
        )
        .join(JoinType::LeftJoin, to_role())
}

/// The messages of one discussion, each as the person asking reads it.
pub(super) async fn views(cx: &Cx, thread: &Thread, lines: Vec<Line>) -> Result<Vec<MessageView>> {
    let reader = Reader::of(cx, &thread.group());
    let outdated = lines
        .iter()
        .filter(|line| line.pipeline != PIPELINE_VERSION && !line.html.is_empty())
        .map(|line| line.id)
        .collect();
    let mut fresh = render::again(cx, thread.id, outdated).await?;
    let answered: Vec<MessageId> = lines.iter().filter_map(|line| line.answers_id).collect();
    let answered = match answered.is_empty() {
        true => BTreeMap::new(),
        false => quoted(cx, thread.id, message::Column::Id.is_in(answered)).await?,
    };
    let judges: Vec<UserId> = lines.iter().filter_map(|line| line.judged_by).collect();
    let judges = people::names(cx.reader(), if reader.moderates { judges } else { Vec::new() }).await?;
    let ids = lines.iter().map(|line| line.id.0).collect();
    let mut entered = behalf::marks(cx, Entered::Message, ids).await?;
    let writable = may_be_written(&thread.group(), thread.opening()).is_ok();
    let view = |line: Line| {
        let about = facts(cx, thread.group(), line.author_id, line.role);
        let may = |action| cx.may(Permission::Message(action, &about));
        let hidden = matches!(line.state, MessageState::Hidden | MessageState::Asked);
        let gone = line.state == MessageState::Withdrawn;
        let html = fresh.remove(&line.id).unwrap_or(line.html);
        let reads = reader.reads(line.state, line.author_id);
        MessageView {
            id: line.id,
            position: line.position,
            by: line.author,
            entered_by: entered.remove(&line.id.0),
            own: about.own,
            role: line.role,
            at: line.at,
            edited_at: line.edited_at.filter(|_| !gone),
            state: line.state,
            version: line.version,
            html: (reads && !gone).then_some(html),
            answers: line.answers_id.and_then(|id| answered.get(&id).cloned()),
            hiding: (hidden && reads).then(|| Hiding {
                by: line.judged_by.and_then(|id| judges.get(&id).cloned()),
                at: line.judged_at,
                reason: contributions::typeset(&line.reason),
                plea: contributions::typeset(&line.plea),
                answer: contributions::typeset(&line.answer),
            }),
            may: MessageRights {
                // Asking for one's hidden message again is always possible: it is an answer to a decision.
                edit: !gone && may(MessageAction::Edit) && (writable || line.state == MessageState::Hidden),
                withdraw: !gone && may(MessageAction::Withdraw),
                judge: !gone && may(MessageAction::Judge),
            },
        }
    };
    Ok(lines.into_iter().map(view).collect())
}

/// The beginnings of some messages of a discussion, without what is hidden.
async fn quoted(
    cx: &Cx,
    thread: ThreadId,
    which: sea_orm::sea_query::Expr,
) -> Result<BTreeMap<MessageId, Quoted>> {
    #[derive(FromQueryResult)]
    struct Beginning {
        id: MessageId,
        position: i32,
        name: String,
        excerpt: String,
        state: MessageState,
    }
    let rows: Vec<Beginning> = message::Entity::find()
        .select_only()
        .columns([
            message::Column::Id,
            message::Column::Position,
            message::Column::Excerpt,
            message::Column::State,
        ])
        .column(user::Column::Name)
        .join(
            JoinType::InnerJoin,
            join::<message::Entity, user::Entity>(message::Column::AuthorId, user::Column::Id),
        )
        .filter(message::Column::ThreadId.eq(thread))
        .filter(which)
        .into_model()
        .all(cx.reader())
        .await?;
    let quoted = |row: Beginning| {
        let excerpt = (row.state == MessageState::Shown).then_some(row.excerpt);
        (row.id, Quoted { position: row.position, by: row.name, excerpt })
    };
    Ok(rows.into_iter().map(quoted).collect())
}
