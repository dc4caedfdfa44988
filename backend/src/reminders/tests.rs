//! Mails about what waits, played by the cast.

use chrono::{Days, TimeDelta};
use domain::{
    Version,
    charter::{Amendable, FramingForm, VersionForm},
    ids::PollId,
    polls::PollForm,
};
use sea_orm::EntityTrait;

use super::*;
use crate::{
    charter,
    entities::reminder,
    home, polls,
    testing::{Cast, Person, TestBackend},
};

/// The cast, who all came at least once but the reviewer.
async fn council() -> (TestBackend, Cast) {
    let (test, cast) = TestBackend::with_cast().await;
    for (name, person) in cast.everybody() {
        if !["reviewer", "suspended"].contains(&name) {
            home::since_last_visit(&test.as_user(person.id).await).await.expect("a visit");
        }
    }
    (test, cast)
}

/// A vote of so many days from now on.
async fn vote(cx: &Cx, days: u64, secrecy: &str) -> PollId {
    polls::prepare(cx, None, &form(cx, days, secrecy)).await.expect("prepared")
}

fn form(cx: &Cx, days: u64, secrecy: &str) -> PollForm {
    PollForm {
        question: "Adoptez-vous le rapport ?".into(),
        body: "Assemblée plénière".into(),
        secrecy: secrecy.into(),
        quorum: "none".into(),
        majority: "simple".into(),
        proxies: "1".into(),
        closes_on: cx.today().checked_add_days(Days::new(days)).expect("a day").to_string(),
        closes_at: "9:00".into(),
        ..PollForm::default()
    }
}

/// A charter in force, to be signed by each.
async fn charter_in_force(test: &TestBackend, cast: &Cast) {
    let chair = test.as_user(cast.chair.id).await;
    let text = FramingForm {
        kind: "charter".into(),
        title: "Charte".into(),
        aim: String::new(),
        to_sign: "oui".into(),
    };
    charter::add(&chair, &text).await.expect("added");
    let words = VersionForm { body: "## Objet\n\nUn.".into(), ..VersionForm::default() };
    charter::save(&chair, "charte", 1, Version(1), &words).await.expect("saved");
    charter::examine(&chair, "charte", 1, Version(2)).await.expect("examined");
    let version = charter::version(&chair, "charte", 1).await.expect("read").version;
    let poll =
        polls::prepare_on_framing(&chair, version.id, &form(&chair, 1, "open")).await.expect("prepared");
    polls::cast(&chair, poll, None, "for", "").await.expect("cast");
    polls::close_now(&chair, poll).await.expect("closed");
    polls::proclaim(&chair, poll).await.expect("proclaimed");
}

/// To whom mails leave now, in the order of their addresses.
async fn written_to(test: &TestBackend) -> Vec<String> {
    let before = test.letterbox.mails().len();
    let due = send_due(&test.backend).await.expect("looked for");
    test.do_jobs().await;
    let mails = test.letterbox.mails();
    assert_eq!(mails.len() - before, due, "each is one mail");
    let address = |mail: &String| {
        let to = mail.lines().find(|line| line.starts_with("To: ")).expect("an address");
        to.rsplit(['<', ' ']).next().unwrap_or_default().trim_end_matches('>').to_owned()
    };
    let mut to: Vec<String> = mails[before..].iter().map(address).collect();
    to.sort();
    to
}

fn addresses<const N: usize>(people: [Person; N]) -> Vec<String> {
    let mut all = people.map(|person| person.email.to_owned()).to_vec();
    all.sort();
    all
}

async fn votes(test: &TestBackend, poll: PollId, person: Person) {
    let cx = test.as_user(person.id).await;
    let receipt = polls::receipt(&test.backend).to_string();
    polls::cast(&cx, poll, None, "for", &receipt).await.expect("cast");
}

#[tokio::test]
async fn a_vote_is_told_when_it_opens_and_before_it_ends_to_those_who_have_not_voted() {
    let (test, cast) = council().await;
    let poll = vote(&test.as_user(cast.chair.id).await, 6, "secret").await;
    votes(&test, poll, cast.member).await;
    assert_eq!(
        written_to(&test).await,
        addresses([cast.chair, cast.facilitator, cast.other]),
        "not who has voted, nor who never came, nor who has no mandate"
    );
    assert_eq!(written_to(&test).await, Vec::<String>::new(), "once");
    votes(&test, poll, cast.chair).await;
    // Somebody else votes in their name.
    let other = test.as_user(cast.other.id).await;
    polls::give_proxy(&other, poll, None, cast.facilitator.id).await.expect("given");
    test.wait(TimeDelta::days(4) + TimeDelta::hours(1));
    assert_eq!(written_to(&test).await, addresses([cast.facilitator]));
    assert!(test.letterbox.mails().pop().expect("a mail").contains("reminder ends"));
    test.wait(TimeDelta::hours(24));
    assert_eq!(written_to(&test).await, Vec::<String>::new(), "once before it ends");
    // Once it is over, nothing tells who waited until the last day.
    test.wait(TimeDelta::days(3));
    assert_eq!(written_to(&test).await, Vec::<String>::new());
    assert_eq!(reminder::Entity::find().all(test.visitor().reader()).await.expect("read"), []);
    test.finish().await;
}

#[tokio::test]
async fn one_mail_says_all_and_whoever_wants_none_has_none() {
    let (test, cast) = council().await;
    charter_in_force(&test, &cast).await;
    vote(&test.as_user(cast.chair.id).await, 6, "open").await;
    let member = test.as_user(cast.member.id).await;
    assert!(are_wanted(&member).await.expect("read"));
    choose(&member, false).await.expect("chosen");
    choose(&member, false).await.expect("chosen twice");
    assert!(!are_wanted(&member).await.expect("read"));
    assert_eq!(written_to(&test).await, addresses([cast.chair, cast.facilitator, cast.other]));
    let mail = test.letterbox.mails().pop().expect("a mail");
    assert!(mail.contains("reminder vote sign"), "{mail}");
    choose(&member, true).await.expect("chosen");
    assert_eq!(written_to(&test).await, addresses([cast.member]));
    // What begins the same day waits for the next one.
    vote(&test.as_user(cast.chair.id).await, 8, "open").await;
    assert_eq!(written_to(&test).await, Vec::<String>::new());
    test.wait(TimeDelta::hours(21));
    assert_eq!(written_to(&test).await, addresses([cast.chair, cast.facilitator, cast.member, cast.other]));
    test.finish().await;
}

#[tokio::test]
async fn signatures_are_asked_for_a_few_times_and_late_ones_by_hand() {
    let (test, cast) = council().await;
    charter_in_force(&test, &cast).await;
    charter::sign(&test.as_user(cast.other.id).await, "charte", 1).await.expect("signed");
    let late = addresses([cast.chair, cast.facilitator, cast.member]);
    let mut days = Vec::new();
    for day in 0..100 {
        let told = written_to(&test).await;
        if !told.is_empty() {
            assert_eq!(told, late);
            days.push(day);
        }
        test.wait(TimeDelta::days(1));
    }
    assert_eq!(days, [0, 15, 30, 45]);
    let chair = test.as_user(cast.chair.id).await;
    let remind = async || charter::remind(&chair, "charte").await.expect("asked");
    assert_eq!((remind().await, test.do_jobs().await), (3, 3));
    assert!(test.journal().await.contains(&"charter.signatures_asked".to_owned()));
    assert_eq!((remind().await, test.do_jobs().await), (0, 0), "not twice in a moment");
    let refused = charter::remind(&test.as_user(cast.member.id).await, "charte").await.expect_err("refused");
    assert!(refused.refusal().is_some());
    test.finish().await;
}

/// What was asked for and done before the mail leaves is not in it.
#[tokio::test]
async fn a_mail_says_what_still_waits_when_it_leaves() {
    let (test, cast) = council().await;
    let chair = test.as_user(cast.chair.id).await;
    let poll = vote(&chair, 1, "open").await;
    assert_eq!(send_due(&test.backend).await.expect("looked for"), 4);
    votes(&test, poll, cast.member).await;
    choose(&test.as_user(cast.other.id).await, false).await.expect("chosen");
    test.do_jobs().await;
    assert_eq!(test.letterbox.mails().len(), 2, "to the chair and to the facilitator");
    test.finish().await;
}

#[tokio::test]
async fn a_version_open_to_amendments_is_told_once() {
    let (test, cast) = council().await;
    charter_in_force(&test, &cast).await;
    let everybody = addresses([cast.chair, cast.facilitator, cast.member, cast.other]);
    assert_eq!(written_to(&test).await, everybody, "the signature");
    let chair = test.as_user(cast.chair.id).await;
    charter::begin(&chair, "charte").await.expect("begun");
    let until = chair.today().checked_add_days(Days::new(9)).expect("a day").to_string();
    let days = Amendable { from: String::new(), until };
    charter::open_amendments(&chair, "charte", 2, Version(1), &days).await.expect("opened");
    test.wait(TimeDelta::days(1));
    assert_eq!(written_to(&test).await, everybody);
    test.wait(TimeDelta::days(1));
    assert_eq!(written_to(&test).await, Vec::<String>::new());
    test.finish().await;
}

#[tokio::test]
async fn only_who_is_signed_in_chooses() {
    let (test, _) = TestBackend::with_cast().await;
    for answer in [are_wanted(&test.visitor()).await.map(|_| ()), choose(&test.visitor(), false).await] {
        assert_eq!(answer.expect_err("refused").refusal(), Some(&domain::Refusal::SignInRequired));
    }
    test.finish().await;
}
