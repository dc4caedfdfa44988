//! Asking to be erased: a person asks, an administrator does it.

use chrono::{DateTime, Utc};
use domain::{Refusal, form, ids::UserId, personal_data::WORDS_MAX, policy::Permission, refusal::Forbidden};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::OnConflict,
};

use crate::{
    Cx, Result,
    entities::{erasure_request, join, user},
    events::{Event, EventKind},
};

/// Somebody who asks to be erased.
#[derive(Clone, Debug, PartialEq, Eq, sea_orm::FromQueryResult)]
pub struct ErasureRequest {
    /// Who.
    pub user_id: UserId,
    /// Their name.
    pub name: String,
    /// What they say; may be empty.
    pub words: String,
    /// Since when.
    pub at: DateTime<Utc>,
}

/// Asks to be erased; asking again changes what was said.
///
/// # Errors
/// `SignInRequired`; `Invalid`.
pub async fn ask_erasure(cx: &Cx, words: &str) -> Result<()> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let me = cx.person()?.id;
    let words = form::text(words, 0, WORDS_MAX).map_err(|problem| Refusal::field("words", problem))?;
    let tx = cx.begin().await?;
    let row = erasure_request::ActiveModel { user_id: Set(me), words: Set(words), at: Set(cx.now) };
    let again = OnConflict::column(erasure_request::Column::UserId)
        .update_column(erasure_request::Column::Words)
        .to_owned();
    erasure_request::Entity::insert(row).on_conflict(again).exec_without_returning(&tx).await?;
    Event::new(EventKind::ErasureAsked).user(me).record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Asks no more.
///
/// # Errors
/// `SignInRequired`; `NotFound` if one did not ask.
pub async fn withdraw_request(cx: &Cx) -> Result<()> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let me = cx.person()?.id;
    let tx = cx.begin().await?;
    let gone = erasure_request::Entity::delete_by_id(me).exec(&tx).await?;
    if gone.rows_affected == 0 {
        return Err(Refusal::NotFound.into());
    }
    Event::new(EventKind::ErasureWithdrawn).user(me).record(cx, &tx).await?;
    cx.commit(tx).await
}

fn waiting() -> Select<erasure_request::Entity> {
    let people =
        join::<erasure_request::Entity, user::Entity>(erasure_request::Column::UserId, user::Column::Id);
    erasure_request::Entity::find()
        .select_only()
        .columns([
            erasure_request::Column::UserId,
            erasure_request::Column::Words,
            erasure_request::Column::At,
        ])
        .column(user::Column::Name)
        .join(JoinType::InnerJoin, people)
}

/// One's own request, if one asked.
///
/// # Errors
/// `SignInRequired`.
pub async fn my_request(cx: &Cx) -> Result<Option<ErasureRequest>> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let me = cx.person()?.id;
    let mine = waiting().filter(erasure_request::Column::UserId.eq(me));
    Ok(mine.into_model().one(cx.reader()).await?)
}

/// Those who ask to be erased, the first first.
///
/// # Errors
/// `Forbidden` but for administrators.
pub async fn requests(cx: &Cx) -> Result<Vec<ErasureRequest>> {
    cx.require(Permission::ManagePeople)?;
    Ok(waiting().order_by_asc(erasure_request::Column::At).into_model().all(cx.reader()).await?)
}

/// Whether somebody asks.
pub(crate) fn any_request() -> Select<erasure_request::Entity> {
    erasure_request::Entity::find()
}
