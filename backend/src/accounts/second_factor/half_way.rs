//! Between the password and the code. The session is not open yet: it holds a [`HalfWay`], and nothing else.

use chrono::{DateTime, Utc};
use domain::{Refusal, accounts::codes::HALF_WAY, ids::UserId};
use sea_orm::EntityTrait;
use serde::{Deserialize, Serialize};

use super::{codes, confirmed, required};
use crate::{Cx, Found, Result, entities::user, files::Fingerprint};

/// Somebody who proved who they are by a password or a link, and of whom something else is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HalfWay {
    user: UserId,
    at: DateTime<Utc>,
    /// Of the password they had then: another one takes this back.
    password: String,
    /// They have no code yet, and must put them in place.
    enrols: bool,
}

/// What is still asked of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Nothing: their session opens.
    Nothing,
    /// Their code.
    Code(HalfWay),
    /// To put codes in place, since the council requires it of those who hold its keys.
    Enrolment(HalfWay),
}

/// What is still asked of somebody who just proved who they are by a password or a link.
///
/// # Errors
/// `NotFound`.
pub async fn still_asked(cx: &Cx, id: UserId) -> Result<Asked> {
    let user = user::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    let half = |enrols| HalfWay { user: id, at: cx.now, password: mark(&user), enrols };
    if confirmed(cx.reader(), id).await?.is_some() {
        return Ok(Asked::Code(half(false)));
    }
    let required = required::are_required_of(cx, id).await?;
    Ok(if required { Asked::Enrolment(half(true)) } else { Asked::Nothing })
}

/// Takes the code of somebody who is half way, and says who it is. The session is opened above.
///
/// # Errors
/// `SignInRequired` if it took too long, or something changed since; `Invalid`; `TooMany`.
pub async fn give_code(cx: &Cx, half: &HalfWay, code: &str, address: &str) -> Result<UserId> {
    let user = half.person(cx).await?;
    let code = codes::typed(cx, &user, code, address).await?;
    let tx = cx.begin().await?;
    codes::spend(cx, &tx, &user, &code).await?;
    cx.commit(tx).await?;
    Ok(user.id)
}

impl HalfWay {
    /// Whether they have to put codes in place.
    pub fn enrols(&self) -> bool {
        self.enrols
    }

    /// Who it is said to be. It is [`give_code`] and [`confirm_codes`](super::confirm_codes) that prove it.
    pub fn user(&self) -> UserId {
        self.user
    }

    /// Who it is, if their password still counts.
    pub(super) async fn person(&self, cx: &Cx) -> Result<user::Model> {
        let user = user::Entity::find_by_id(self.user).one(cx.reader()).await?;
        let same = |user: &user::Model| user.suspended_at.is_none() && mark(user) == self.password;
        let user = user.filter(same).filter(|_| cx.now - self.at < HALF_WAY);
        user.ok_or(Refusal::SignInRequired.into())
    }
}

/// What tells a password from another, without saying anything of it.
fn mark(user: &user::Model) -> String {
    Fingerprint::of(user.password_hash.as_deref().unwrap_or_default().as_bytes()).to_string()
}
