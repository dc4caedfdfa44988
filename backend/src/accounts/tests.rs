//! Accounts, played by the cast.

mod address;
mod arriving;
mod invitations;
mod mail_link;
mod open_sessions;
mod passwords;
mod second_factor;
mod sign_in;
mod suspension;

use domain::{Refusal, accounts::InstallationForm, ids::UserId};
use sea_orm::{ActiveValue::Set, EntityTrait};

use super::*;
use crate::{
    Result,
    entities::session,
    files::Fingerprint,
    testing::{Person, TestBackend},
};

const PASSWORD: &str = "trois petits chats";
const ANOTHER: &str = "chapeau de paille d’Italie";
const HOME: &str = "192.0.2.7";

/// Why a use case refused.
fn refusal<T: std::fmt::Debug>(result: Result<T>) -> Refusal {
    result.expect_err("a refusal").refusal().expect("a refusal, not a failure").clone()
}

/// Gives a person of the cast an account that is open.
async fn open_account(test: &TestBackend, person: Person) {
    let token = create_link_now(&test.backend.system(), person.id).await.expect("a link");
    let accepted = accept_invitation(&test.visitor(), &token, PASSWORD, PASSWORD).await;
    assert_eq!(accepted.expect("accepted"), person.id);
}

/// The token in the latest mail of this kind.
fn mailed_token(test: &TestBackend, purpose: &str) -> String {
    let mails = test.letterbox.mails();
    let line = mails.iter().rev().flat_map(|mail| mail.lines()).find(|line| line.starts_with(purpose));
    let (_, token) = line.and_then(|line| line.split_once(' ')).expect("a mail with its token");
    token.trim().to_owned()
}

/// Opens a session as the web would, and gives its key.
async fn open_session(test: &TestBackend, user: UserId, name: &str, device: &str) -> String {
    let key = Fingerprint::of(name.as_bytes()).to_string();
    let now = test.backend.now();
    let row = session::ActiveModel {
        id: Set(key.clone()),
        user_id: Set(Some(user)),
        data: Set("{}".to_owned()),
        device: Set(device.to_owned()),
        created_at: Set(now),
        last_seen_at: Set(now),
        expires_at: Set(now + chrono::TimeDelta::days(30)),
        ..Default::default()
    };
    session::Entity::insert(row).exec_without_returning(test.backend.db().writer()).await.expect("a session");
    key
}

/// The first page, well filled in.
fn first_page() -> InstallationForm {
    InstallationForm {
        council_name: "Conseil de développement du Pays des Trois Rivières".into(),
        territory: "Pays des Trois Rivières".into(),
        name: "Nadège Corvaisier".into(),
        email: "Nadege@conseil.example".into(),
        role: "staff".into(),
        password: PASSWORD.into(),
        password_again: PASSWORD.into(),
    }
}
