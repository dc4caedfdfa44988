//! Erasing somebody: nothing tells who they were any more, but what they wrote.
//!
//! Their row of `users` stays as an empty shell under [`FORMER_MEMBER`](domain::personal_data::FORMER_MEMBER), so that what
//! names it stays whole: texts, votes, and every line of the journal as it was written. `rows.rs` is what is done in the
//! database, `again.rs` doing it again in a backup made before, `words.rs` what the index of the search and the mails that
//! stay here knew.

mod again;
mod rows;
mod words;

use chrono::{DateTime, Utc};
use domain::{Refusal, ids::UserId, policy::Permission, refusal::Transition};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Select};

use crate::{
    Cx, Found, Result, accounts,
    entities::{
        comment_message, contribution_author, document, erasure_request, framing_signature, message,
        poll_open_ballot, user,
    },
    events::{Event, EventKind},
    library, people,
};

pub(crate) use again::erase_again;
pub use again::marks;

/// Somebody who may be erased, and what stays of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasureView {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// When they asked for it and what they said, if they did.
    pub asked: Option<(DateTime<Utc>, String)>,
    /// Texts they sign.
    pub texts: u64,
    /// Messages and comments they wrote.
    pub messages: u64,
    /// Documents they deposited.
    pub documents: u64,
    /// Votes they cast in the open.
    pub ballots: u64,
    /// Framing texts they signed.
    pub signatures: u64,
}

/// What erasing somebody would leave.
///
/// # Errors
/// `Forbidden` but for administrators; `NotFound`, also of somebody who was erased.
pub async fn to_erase(cx: &Cx, id: UserId) -> Result<ErasureView> {
    cx.require(Permission::ManagePeople)?;
    let user = user::Entity::find_by_id(id).one(cx.reader()).await?;
    let user = user.filter(|user| user.erased_at.is_none()).found()?;
    let request = erasure_request::Entity::find_by_id(id).one(cx.reader()).await?;
    let messages = count(cx, message::Entity::find().filter(message::Column::AuthorId.eq(id))).await?
        + count(cx, comment_message::Entity::find().filter(comment_message::Column::AuthorId.eq(id))).await?;
    Ok(ErasureView {
        id,
        name: user.name,
        asked: request.map(|request| (request.at, request.words)),
        texts: count(
            cx,
            contribution_author::Entity::find().filter(contribution_author::Column::UserId.eq(id)),
        )
        .await?,
        messages,
        documents: count(cx, document::Entity::find().filter(document::Column::CreatedBy.eq(id))).await?,
        ballots: count(cx, poll_open_ballot::Entity::find().filter(poll_open_ballot::Column::UserId.eq(id)))
            .await?,
        signatures: count(
            cx,
            framing_signature::Entity::find().filter(framing_signature::Column::UserId.eq(id)),
        )
        .await?,
    })
}

async fn count<E: EntityTrait<Model: Sync>>(cx: &Cx, of: Select<E>) -> Result<u64> {
    Ok(of.count(cx.reader()).await?)
}

/// Erases somebody, for ever. The administrator types their own password again.
///
/// # Errors
/// `Forbidden` but for administrators; `NotFound`, also of somebody who was erased; `Oneself`; `LastAdministrator`;
/// `Invalid` on the field `password`; `TooMany`.
pub async fn erase(cx: &Cx, id: UserId, password: &str) -> Result<()> {
    cx.require(Permission::ManagePeople)?;
    let known = user::Entity::find_by_id(id).one(cx.reader()).await?;
    let known = known.filter(|user| user.erased_at.is_none()).found()?;
    let me = cx.person()?.id;
    if me == id {
        return Err(Refusal::Transition(Transition::Oneself).into());
    }
    let administrator = user::Entity::find_by_id(me).one(cx.reader()).await?.found()?;
    accounts::confirm_password(cx, &administrator, "password", password).await?;
    let tx = cx.begin().await?;
    if known.is_administrator {
        people::another_administrator(&tx, id).await?;
    }
    let erased = rows::erase(&tx, cx.now, id, Some(me)).await?.found()?;
    Event::new(EventKind::PersonErased).user(id).record(cx, &tx).await?;
    // Before the commit: a mail that could not be removed would be found again by nobody.
    let said: Vec<String> = erased.known.strings().map(str::to_owned).collect();
    cx.backend.mail().forget_saying(&said).await?;
    for upload in &erased.uploads {
        cx.backend.files().forget_parts(upload).await?;
    }
    cx.commit(tx).await?;
    library::remove_unnamed(&cx.backend, &erased.contents).await?;
    words::forget(&cx.backend, &erased.known).await
}
