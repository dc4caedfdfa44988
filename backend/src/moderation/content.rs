//! What is reported, as whoever may read it finds it.

use domain::{
    Refusal, Version,
    groups::{GroupFacts, GroupRole},
    ids::{CommentId, CommentMessageId, ContributionId, DocumentId, GroupId, MessageId, ThreadId, UserId},
    moderation::{Reported, ReportedKind},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::{Cx, Result, contributions, contributions::GroupRef, discussions, entities::membership, library};

/// Where something reported is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where {
    /// In a discussion.
    Message(String, ThreadId, MessageId),
    /// Beside a text.
    Comment(ContributionId, CommentId),
    /// In a library.
    Document(DocumentId),
    /// A text.
    Text(ContributionId),
}

/// What is reported, found for somebody who reads it.
#[derive(Clone, Debug)]
pub(crate) struct Content {
    pub what: Reported,
    pub group: Option<GroupFacts>,
    pub group_ref: Option<GroupRef>,
    pub author: Option<UserId>,
    /// Whether the person asking is among its authors.
    pub own: bool,
    /// What it is called, or the subject it comes under, as typed.
    pub title: String,
    /// What it says, rendered; none once it was taken back.
    pub html: Option<String>,
    /// Why it is hidden; none if it is not.
    pub hidden: Option<String>,
    /// Who hid it.
    pub judged_by: Option<UserId>,
    pub place: Where,
    pub version: Version,
}

/// The same, for a page.
#[derive(Clone, Debug)]
pub struct ContentView {
    /// What it is called, or the subject it comes under.
    pub title: String,
    /// What it says, rendered; none once it was taken back.
    pub html: Option<String>,
    /// Where it is read.
    pub place: Where,
    /// For the decision.
    pub version: Version,
    /// Whether it is hidden now.
    pub hidden: bool,
}

impl Content {
    pub fn view(&self) -> ContentView {
        ContentView {
            title: contributions::typeset(&self.title),
            html: self.html.clone(),
            place: self.place.clone(),
            version: self.version,
            hidden: self.hidden.is_some(),
        }
    }

    /// The text it stands in, for the journal.
    pub fn text(&self) -> Option<ContributionId> {
        match self.place {
            Where::Comment(text, _) | Where::Text(text) => Some(text),
            Where::Message(..) | Where::Document(_) => None,
        }
    }
}

/// The content, for somebody who reads it now.
///
/// # Errors
/// `NotFound`.
pub(super) async fn find(cx: &Cx, what: Reported) -> Result<Content> {
    match what.kind {
        ReportedKind::Message => discussions::reported(cx, MessageId(what.id)).await,
        ReportedKind::Comment => contributions::comments::reported(cx, CommentMessageId(what.id)).await,
        ReportedKind::Document => library::reported(cx, DocumentId(what.id)).await,
        ReportedKind::Text => contributions::reported(cx, ContributionId(what.id)).await,
    }
}

/// The same; none if it is gone, or not read any more.
pub(super) async fn look(cx: &Cx, what: Reported) -> Result<Option<Content>> {
    match find(cx, what).await {
        Ok(found) => Ok(Some(found)),
        Err(crate::Error::Refused(Refusal::NotFound | Refusal::Forbidden(_))) => Ok(None),
        Err(other) => Err(other),
    }
}

/// Which of these people run the group.
pub(super) async fn facilitators_among(
    cx: &Cx,
    group: Option<GroupId>,
    people: Vec<UserId>,
) -> Result<Vec<UserId>> {
    let Some(group) = group else { return Ok(Vec::new()) };
    let found = membership::Entity::find()
        .select_only()
        .column(membership::Column::UserId)
        .filter(membership::Column::GroupId.eq(group))
        .filter(membership::Column::Role.eq(GroupRole::Facilitator))
        .filter(membership::Column::UserId.is_in(people))
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(found)
}
