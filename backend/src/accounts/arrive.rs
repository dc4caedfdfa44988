//! A session opens: the journal says so, and a browser never seen before is told of by mail.
//!
//! A browser is known by a long-lived random value that it holds, of which only the hash is kept, for each person.

use domain::{Refusal, accounts::device::Device, ids::UserId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr};

use crate::{
    Cx, Result,
    entities::{known_device, user},
    events::{Event, EventKind},
    files::Fingerprint,
    jobs::{self, Job},
};

/// Characters of the value that a browser holds.
const TOKEN: usize = 43;

/// Notes that somebody who proved who they are opens a session in a browser. Gives the value that this browser is to hold,
/// if it held none. Their first browser goes without saying.
///
/// # Errors
/// `SignInRequired` if they were suspended meanwhile.
pub async fn arrive(cx: &Cx, id: UserId, held: Option<&str>, device: &Device) -> Result<Option<String>> {
    let held = held.filter(|held| held.len() == TOKEN && held.bytes().all(|c| c.is_ascii_graphic()));
    let given = held.is_none().then(|| cx.backend.token());
    let token = given.as_deref().or(held).unwrap_or_default();
    let hash = Fingerprint::of(format!("device {token}").as_bytes()).to_string();
    let tx = cx.begin().await?;
    let present = user::Entity::find_by_id(id).filter(user::Column::SuspendedAt.is_null()).one(&tx).await?;
    if present.is_none() {
        return Err(Refusal::SignInRequired.into());
    }
    let seen = known_device::Entity::update_many()
        .col_expr(known_device::Column::LastSeenAt, Expr::value(cx.now))
        .filter(known_device::Column::UserId.eq(id))
        .filter(known_device::Column::TokenHash.eq(hash.clone()));
    if seen.exec(&tx).await?.rows_affected == 0 {
        let others = known_device::Entity::find().filter(known_device::Column::UserId.eq(id));
        if others.count(&tx).await? > 0 {
            let job = Job::TellNewDevice { user: id, at: cx.now, device: device.code() };
            jobs::enqueue(cx, &tx, &job).await?;
        }
        let row = known_device::ActiveModel {
            user_id: Set(id),
            token_hash: Set(hash),
            first_seen_at: Set(cx.now),
            last_seen_at: Set(cx.now),
            ..Default::default()
        };
        known_device::Entity::insert(row).exec_without_returning(&tx).await?;
    }
    Event::new(EventKind::SignedIn).user(id).record(cx, &tx).await?;
    cx.commit(tx).await?;
    Ok(given)
}
