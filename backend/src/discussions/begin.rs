//! Beginning a discussion in a group.

use domain::{
    FieldProblem, Refusal,
    behalf::Entered,
    discussions::ThreadForm,
    ids::{ContributionId, GroupId, ThreadId},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{
    answer, load, read,
    unsent::{self, Spot, Unsent},
    view::TextRef,
};
use crate::{
    Cx, PageNumber, Result, behalf, contributions,
    contributions::GroupRef,
    entities::thread,
    events::{Event, EventKind},
};

/// The page of a new discussion.
#[derive(Clone, Debug)]
pub struct NewView {
    /// The group in which it will be.
    pub group: GroupRef,
    /// The texts it may be about: the latest of the group.
    pub texts: Vec<TextRef>,
    /// What this person had begun.
    pub unsent: Option<Unsent>,
}

/// What the page of a new discussion needs.
///
/// # Errors
/// `NotFound`, `Forbidden` for those who do not discuss in the group; `Transition` if it has ended its work.
pub async fn new_view(cx: &Cx, slug: &str) -> Result<NewView> {
    let group = load::group_to_discuss_in(cx, slug).await?;
    let of_group = contributions::Filter { group: Some(group.id), ..Default::default() };
    let texts = contributions::list(cx, &of_group, PageNumber::FIRST).await?;
    let texts = texts.rows.into_iter().map(|row| TextRef { id: row.id, title: row.title }).collect();
    let unsent = unsent::kept(cx, Spot { group: group.id, thread: None, message: None }).await?;
    let name = contributions::typeset(&group.name);
    Ok(NewView { group: GroupRef { slug: group.slug, name }, texts, unsent })
}

/// Begins a discussion.
///
/// # Errors
/// `Invalid`; `NotFound` or `Forbidden` for those who do not discuss in the group; `Transition` if it has ended its
/// work.
pub async fn begin(cx: &Cx, slug: &str, form: &ThreadForm) -> Result<ThreadId> {
    let group = load::group_to_discuss_in(cx, slug).await?.id;
    let me = cx.person()?.id;
    let new = form.check()?;
    if let Some(text) = new.text {
        of_the_group(cx, group, text).await?;
    }
    let tx = cx.begin().await?;
    let row = thread::ActiveModel {
        group_id: Set(group),
        contribution_id: Set(new.text),
        subject: Set(new.subject),
        author_id: Set(me),
        created_at: Set(cx.now),
        messages: Set(1),
        answers: Set(0),
        last_at: Set(cx.now),
        last_by: Set(me),
        closed_at: Set(None),
        closed_by: Set(None),
        closing_word: Set(String::new()),
        ..Default::default()
    };
    let id = row.insert(&tx).await?.id;
    let first = answer::insert(
        &tx,
        &answer::Said { thread: id, position: 1, by: me, at: cx.now, answers: None },
        &new.body,
    )
    .await?;
    behalf::mark(cx, &tx, Entered::Message, first.0).await?;
    read::up_to(cx, &tx, me, id, 1).await?;
    unsent::forget(&tx, me, Spot { group, thread: None, message: None }).await?;
    Event::new(EventKind::ThreadOpened)
        .group(group)
        .data(&serde_json::json!({ "thread": id }))?
        .record(cx, &tx)
        .await?;
    cx.commit(tx).await?;
    Ok(id)
}

/// Refuses a text that is not of this group, or that the person asking does not read.
async fn of_the_group(cx: &Cx, group: GroupId, text: ContributionId) -> Result<()> {
    let head = contributions::head(cx, text, domain::policy::ContributionAction::Read).await;
    match head {
        Ok(head) if head.facts.group.id == group => Ok(()),
        Ok(_) | Err(crate::Error::Refused(_)) => Err(Refusal::field("text", FieldProblem::NotAChoice).into()),
        Err(error) => Err(error),
    }
}
