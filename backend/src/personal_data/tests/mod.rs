//! Personal data, played by the cast.

mod asking;
mod erasing;
mod exporting;
mod keeping;
mod schema;

use domain::{Refusal, people::ProfileForm};

use super::*;
use crate::{
    Cx, accounts, people,
    testing::{Cast, TestBackend, refused},
};

const PASSWORD: &str = "dix-huit cars le soir";

/// The cast, with a password for those who look after the installation.
async fn scene() -> (TestBackend, Cast) {
    let (test, cast) = TestBackend::with_cast().await;
    accounts::give_password(&test.backend.system(), cast.administrator.id, PASSWORD).await.expect("given");
    (test, cast)
}

/// The member, as somebody whom nothing else can be taken for.
async fn unmistakable(test: &TestBackend, cast: &Cast) -> Cx {
    let administrator = test.as_user(cast.administrator.id).await;
    let record = domain::people::PersonForm {
        email: "zephyrine.quillcoat@nullepart.example".into(),
        name: "Zéphyrine Quillcoat".into(),
        college: "Collège Kraftwyk".into(),
        ..Default::default()
    };
    let version = people::show(&administrator, cast.member.id).await.expect("shown").administration;
    let version = version.expect("an administrator asks").version;
    people::change(&administrator, cast.member.id, version, &record).await.expect("changed");
    let member = test.as_user(cast.member.id).await;
    let version = people::own_profile(&member).await.expect("read").version;
    let profile = ProfileForm {
        name: "Zéphyrine Quillcoat".into(),
        organisation: "Quincaillerie Vroumax".into(),
        commune: "Wyxheim".into(),
        language: "fr".into(),
        about: "Passionnée de xylographie.".into(),
        phone: "06 99 88 77 66".into(),
        email_shown_to: "council".into(),
        phone_shown_to: "council".into(),
    };
    people::change_own_profile(&member, version, &profile).await.expect("changed");
    test.as_user(cast.member.id).await
}

/// Words that are theirs alone, whole and as the search keeps them.
const WORDS: [&str; 10] = [
    "quillcoat",
    "Zéphyrine",
    "zephyrine",
    "nullepart",
    "vroumax",
    "wyxheim",
    "kraftwyk",
    "xylogra",
    "99 88 77",
    "membre@demo.example",
];
