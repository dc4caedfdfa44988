//! Correcting one's own message; asking for it again when it was hidden.

use domain::{
    Refusal, Version,
    discussions::{self, MessageForm, MessageText, Step},
    ids::MessageId,
    policy::MessageAction,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{
    change::{keep_former, tell, write},
    load::{self, Message},
    unsent::{self, Spot},
};
use crate::{
    Cx, Result,
    entities::{message, thread},
    events::EventKind,
};

/// Corrects one's message; what it said before is kept. The same words again change nothing.
///
/// # Errors
/// `Invalid`; `Conflict` if it changed since `read`; `Transition` if it is hidden or taken back, or if nothing is
/// written there any more; `NotFound`, `Forbidden`.
pub async fn edit(cx: &Cx, id: MessageId, read: Version, form: &MessageForm) -> Result<()> {
    let (found, text) = to_correct(cx, id, read, form).await?;
    discussions::may_be_written(&found.thread.group(), found.thread.opening())?;
    let next = found.standing().after(Step::Edit { body: text.body.clone() })?;
    let tx = cx.begin().await?;
    if says_something_else(&found, &text) {
        keep_former(&tx, &found).await?;
        write(&tx, &found, &next, vec![(message::Column::EditedAt, Expr::value(Some(cx.now)))]).await?;
        rename(&tx, &found, text.subject).await?;
        tell(cx, &tx, EventKind::MessageEdited, &found).await?;
    }
    forget(cx, &tx, &found).await?;
    cx.commit(tx).await
}

/// Asks for one's hidden message to be shown again, corrected or not.
///
/// # Errors
/// `Invalid`; `Conflict` if it changed since `read`; `Transition` if it is not hidden, or already asked for;
/// `NotFound`, `Forbidden`.
pub async fn ask_again(cx: &Cx, id: MessageId, read: Version, form: &MessageForm) -> Result<()> {
    let (found, text) = to_correct(cx, id, read, form).await?;
    let step = Step::Ask { body: text.body.clone(), plea: text.plea.clone() };
    let next = found.standing().after(step)?;
    let tx = cx.begin().await?;
    let mut more = vec![(message::Column::AskedAt, Expr::value(Some(cx.now)))];
    if says_something_else(&found, &text) {
        keep_former(&tx, &found).await?;
        more.push((message::Column::EditedAt, Expr::value(Some(cx.now))));
    }
    write(&tx, &found, &next, more).await?;
    rename(&tx, &found, text.subject).await?;
    forget(cx, &tx, &found).await?;
    tell(cx, &tx, EventKind::MessageAskedAgain, &found).await?;
    cx.commit(tx).await
}

async fn to_correct(
    cx: &Cx,
    id: MessageId,
    read: Version,
    form: &MessageForm,
) -> Result<(Message, MessageText)> {
    let found = load::message(cx, id, MessageAction::Edit).await?;
    let text = form.check(found.rank())?;
    if found.row.version != read {
        return Err(Refusal::Conflict.into());
    }
    Ok((found, text))
}

fn says_something_else(found: &Message, text: &MessageText) -> bool {
    found.row.body != text.body
        || text.subject.as_ref().is_some_and(|subject| *subject != found.thread.subject)
}

async fn rename(tx: &impl ConnectionTrait, found: &Message, subject: Option<String>) -> Result<()> {
    let Some(subject) = subject else { return Ok(()) };
    thread::Entity::update_many()
        .col_expr(thread::Column::Subject, Expr::value(subject))
        .filter(thread::Column::Id.eq(found.thread.id))
        .exec(tx)
        .await?;
    Ok(())
}

async fn forget(cx: &Cx, tx: &impl ConnectionTrait, found: &Message) -> Result<()> {
    let thread = Some(found.thread.id);
    let spot = Spot { group: found.thread.group_id, thread, message: Some(found.row.id) };
    unsent::forget(tx, cx.person()?.id, spot).await
}
