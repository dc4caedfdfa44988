//! Mails about what the council waits for: votes, signatures, amendments. One for all of it, seldom, and to nobody who
//! wants none.
//!
//! `due.rs` finds what is to be written and to whom; `letter.rs` reads what still holds when the mail leaves; `by_hand.rs`
//! is somebody who asks for late signatures. Of a secret vote, a mail knows what its page shows: that there is no ballot of
//! theirs.

mod by_hand;
mod due;
mod letter;

pub(crate) use by_hand::ask_to_sign;
pub use due::send_due;
pub use letter::Reminded;
pub(crate) use letter::send;

use domain::refusal::Forbidden;
use sea_orm::{ActiveValue::Set, EntityTrait, sea_query::OnConflict};

use crate::{Cx, Result, entities::unreminded};

/// Whether the person asking wants these mails.
///
/// # Errors
/// `SignInRequired`.
pub async fn are_wanted(cx: &Cx) -> Result<bool> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let me = cx.person()?.id;
    Ok(unreminded::Entity::find_by_id(me).one(cx.reader()).await?.is_none())
}

/// Says whether the person asking wants these mails.
///
/// # Errors
/// `SignInRequired`.
pub async fn choose(cx: &Cx, wanted: bool) -> Result<()> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let me = cx.person()?.id;
    let tx = cx.begin().await?;
    if wanted {
        unreminded::Entity::delete_by_id(me).exec(&tx).await?;
    } else {
        let row = unreminded::ActiveModel { user_id: Set(me), at: Set(cx.now) };
        let mut once = OnConflict::column(unreminded::Column::UserId);
        unreminded::Entity::insert(row)
            .on_conflict(once.do_nothing().to_owned())
            .exec_without_returning(&tx)
            .await?;
    }
    cx.commit(tx).await
}

#[cfg(test)]
mod tests;
