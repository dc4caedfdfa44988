//! All the comments on a text, one after the other.
//!
//! A fixed number of queries, however many there are.

use std::collections::{BTreeMap, HashMap};

use domain::{
    behalf::Entered,
    contributions::{CommentState, Place},
    groups::GroupRole,
    ids::{CommentId, CommentMessageId, ContributionId, UserId},
    policy::{ContributionAction, MessageAction, Permission},
};
use markdown::PIPELINE_VERSION;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    load::{facts, is_discussed, judged, message_facts, moderates, require_discussed, text_read},
    mentions::{note_seen, told},
    messages::render,
    row::{Numbers, as_read},
    view::{CommentView, CommentsView, MessageRights, MessageView, Settled},
};
use crate::{
    Cx, Page, PageNumber, Result, behalf,
    contributions::{
        anchors::{bytes, headings_of, section},
        load::{Head, Loaded, source},
        typeset,
    },
    discussions,
    entities::{comment, comment_message, membership},
    people,
};

/// Comments a page.
const PAGE: u64 = 40;

/// The comments on a text, for those who follow its work or are consulted; those of this page are then read by who is
/// named in them.
///
/// # Errors
/// `NotFound` if the text may not be read, or only its result is.
pub async fn comments(cx: &Cx, id: ContributionId, number: PageNumber) -> Result<CommentsView> {
    let text = text_read(cx, id).await?;
    let mut rows = Vec::new();
    if text.comments > 0 {
        rows = comment::Entity::find()
            .filter(comment::Column::ContributionId.eq(id))
            .order_by_asc(comment::Column::Starts)
            .order_by_asc(comment::Column::Id)
            .all(cx.reader())
            .await?;
    }
    let mut numbers = Numbers::default();
    let mut rows: Vec<(Option<usize>, comment::Model)> =
        rows.into_iter().map(|row| (numbers.of(row.state, row.place), row)).collect();
    rows.sort_by_key(|(_, row)| (row.state == CommentState::Resolved, row.place == Place::Gone));
    let open = rows.iter().filter(|(_, row)| row.state == CommentState::Open).count();
    let total = rows.len() as u64;
    let skipped = usize::try_from(number.offset(PAGE)).unwrap_or(usize::MAX);
    let shown: Vec<(Option<usize>, comment::Model)> =
        rows.into_iter().skip(skipped).take(PAGE as usize).collect();
    let ids: Vec<CommentId> = shown.iter().map(|(_, row)| row.id).collect();
    let views = views(cx, &text, shown).await?;
    note_seen(cx, &ids).await;
    let may_comment = cx.may(Permission::Contribution(ContributionAction::Comment, &text.facts()));
    Ok(CommentsView {
        head: Head::new(cx, &text),
        open,
        comments: Page { rows: views, number, total, size: PAGE },
        comments_too: may_comment && require_discussed(&text).is_ok(),
    })
}

/// These comments of a text with all that was said.
pub(super) async fn views(
    cx: &Cx,
    text: &Loaded,
    rows: Vec<(Option<usize>, comment::Model)>,
) -> Result<Vec<CommentView>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<CommentId> = rows.iter().map(|(_, row)| row.id).collect();
    let messages = comment_message::Entity::find()
        .filter(comment_message::Column::CommentId.is_in(ids))
        .order_by_asc(comment_message::Column::Position)
        .all(cx.reader())
        .await?;
    let body = source(cx.reader(), text.id, text.version).await?.body;
    let headings = headings_of(&body);
    let reading = Around::read(cx, text, &rows, &messages).await?;
    let mut said: BTreeMap<CommentId, Vec<comment_message::Model>> = BTreeMap::new();
    for message in messages {
        said.entry(message.comment_id).or_default().push(message);
    }
    let view = |(number, row): (Option<usize>, comment::Model)| {
        let messages = said.remove(&row.id).unwrap_or_default();
        let messages = messages.into_iter().map(|message| reading.message(cx, text, &row, message)).collect();
        let facts = facts(cx, text, &row);
        let may_comment = cx.may(Permission::Contribution(ContributionAction::Comment, &text.facts()));
        CommentView {
            id: row.id,
            number,
            by: reading.name(row.author_id),
            made_on: row.made_on,
            place: row.place,
            state: row.state,
            words: as_read(&row.quoted),
            section: (row.place != Place::Gone)
                .then(|| section(&body, &headings, bytes(row.starts)))
                .flatten(),
            settled: row.settled_by.zip(row.settled_at).map(|(by, at)| Settled { by: reading.name(by), at }),
            messages,
            answers: reading.written && may_comment && facts.must_be_open().is_ok(),
            settles: reading.written && facts.may_be_settled().is_ok(),
        }
    };
    Ok(rows.into_iter().map(view).collect())
}

/// What is known of those who wrote.
struct Around {
    names: BTreeMap<UserId, String>,
    facilitators: Vec<UserId>,
    named: BTreeMap<CommentMessageId, Vec<String>>,
    /// By whose hand messages were written, those that were.
    entered: HashMap<i64, String>,
    /// Whether something may still be said of the text.
    written: bool,
}

impl Around {
    async fn read(
        cx: &Cx,
        text: &Loaded,
        rows: &[(Option<usize>, comment::Model)],
        messages: &[comment_message::Model],
    ) -> Result<Around> {
        let mut people: Vec<UserId> = messages.iter().map(|message| message.author_id).collect();
        people.extend(rows.iter().flat_map(|(_, row)| [Some(row.author_id), row.settled_by]).flatten());
        people.sort_unstable();
        people.dedup();
        let names = people::names(cx.reader(), people).await?;
        let facilitators = membership::Entity::find()
            .select_only()
            .column(membership::Column::UserId)
            .filter(membership::Column::GroupId.eq(text.group_id))
            .filter(membership::Column::Role.eq(GroupRole::Facilitator))
            .into_tuple()
            .all(cx.reader())
            .await?;
        // Only where there is a sign can somebody be named.
        let signed = messages.iter().filter(|message| message.body.contains('@')).map(|message| message.id);
        let mut named: BTreeMap<CommentMessageId, Vec<String>> = BTreeMap::new();
        for (message, name) in told(cx, signed.collect()).await? {
            named.entry(message).or_default().push(name);
        }
        let ids = messages.iter().map(|message| message.id.0).collect();
        let entered = behalf::marks(cx, Entered::Comment, ids).await?;
        Ok(Around { names, facilitators, named, entered, written: require_discussed(text).is_ok() })
    }

    fn name(&self, id: UserId) -> String {
        self.names.get(&id).cloned().unwrap_or_default()
    }

    fn message(
        &self,
        cx: &Cx,
        text: &Loaded,
        row: &comment::Model,
        message: comment_message::Model,
    ) -> MessageView {
        let facts = message_facts(cx, row, &message);
        let group = text.facts().group;
        let reads = discussions::reads(cx, &group, message.state, message.author_id);
        let role = self.facilitators.contains(&message.author_id).then_some(GroupRole::Facilitator);
        let about = judged(cx, text, message.author_id, role);
        let may_comment = cx.may(Permission::Contribution(ContributionAction::Comment, &text.facts()));
        let edit = self.written && may_comment && facts.may_be_changed().is_ok();
        let judge = moderates(cx, text) && cx.may(Permission::Message(MessageAction::Judge, &about));
        let html = if message.pipeline == PIPELINE_VERSION {
            message.html
        } else {
            render(row.id, message.position, &message.body).0
        };
        MessageView {
            id: message.id,
            position: message.position,
            by: self.name(message.author_id),
            entered_by: self.entered.get(&message.id.0).cloned(),
            own: facts.own,
            role,
            at: message.at,
            edited_at: message.edited_at,
            state: message.state,
            version: message.version,
            html: reads.then_some(html),
            source: edit.then_some(message.body),
            reason: if reads { typeset(&message.reason) } else { String::new() },
            named: if reads { self.named.get(&message.id).cloned().unwrap_or_default() } else { Vec::new() },
            may: MessageRights {
                edit,
                withdraw: is_discussed(text.state) && self.written && facts.may_be_withdrawn().is_ok(),
                judge,
            },
        }
    }
}
