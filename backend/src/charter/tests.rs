//! The life of a framing text, played by the cast.

use chrono::{Days, TimeDelta};
use domain::{
    Refusal, Version,
    charter::{Amendable, FramingForm, SIGN_WITHIN, Standing, VersionForm},
    home::AskedKind,
    ids::FramingVersionId,
    polls::PollForm,
    refusal::{FieldProblem, Forbidden, Transition},
};

use super::*;
use crate::{
    Cx, home, polls,
    testing::{Cast, Person, TestBackend, refused},
};

const FIRST: &str = "Avant.\n\n## Objet\n\nUn.\n\n## Séances\n\nDeux.";

fn state(why: Transition) -> Refusal {
    Refusal::Transition(why)
}

fn words(body: &str) -> VersionForm {
    VersionForm { body: body.into(), ..VersionForm::default() }
}

async fn added(cx: &Cx) -> String {
    let form = FramingForm {
        kind: "charter".into(),
        title: "Charte".into(),
        aim: "Ce à quoi nous nous engageons.".into(),
        to_sign: "oui".into(),
    };
    add(cx, &form).await.expect("added").0
}

async fn head(cx: &Cx, number: i32) -> VersionHead {
    version(cx, "charte", number).await.expect("read").version
}

/// Puts a version to the vote and proclaims the result; the chair alone votes.
async fn decided(test: &TestBackend, cast: &Cast, version: FramingVersionId, choice: &str) {
    let chair = test.as_user(cast.chair.id).await;
    let form = PollForm {
        question: "Adoptez-vous la charte ?".into(),
        body: "Assemblée plénière".into(),
        secrecy: "open".into(),
        quorum: "none".into(),
        majority: "simple".into(),
        proxies: "0".into(),
        closes_on: chair.today().checked_add_days(Days::new(1)).expect("a day").to_string(),
        closes_at: "18:00".into(),
        ..PollForm::default()
    };
    let poll = polls::prepare_on_framing(&chair, version, &form).await.expect("prepared");
    polls::cast(&chair, poll, None, choice, "").await.expect("cast");
    polls::close_now(&chair, poll).await.expect("closed");
    polls::proclaim(&chair, poll).await.expect("proclaimed");
}

/// A charter whose first version is in force.
async fn in_force(test: &TestBackend, cast: &Cast) {
    let chair = test.as_user(cast.chair.id).await;
    added(&chair).await;
    save(&chair, "charte", 1, Version(1), &words(FIRST)).await.expect("saved");
    examine(&chair, "charte", 1, Version(2)).await.expect("examined");
    decided(test, cast, head(&chair, 1).await.id, "for").await;
}

/// The next version, with these words, in force.
async fn followed_by(test: &TestBackend, cast: &Cast, body: &str) -> i32 {
    let chair = test.as_user(cast.chair.id).await;
    let number = begin(&chair, "charte").await.expect("begun");
    save(&chair, "charte", number, Version(1), &words(body)).await.expect("saved");
    examine(&chair, "charte", number, Version(2)).await.expect("examined");
    decided(test, cast, head(&chair, number).await.id, "for").await;
    number
}

async fn asked_to_sign(test: &TestBackend, person: Person) -> Vec<home::Asked> {
    let asked = home::asked_of_me(&test.as_user(person.id).await).await.expect("read");
    asked.now.into_iter().filter(|ask| ask.kind == AskedKind::Sign).collect()
}

#[tokio::test]
async fn a_version_is_in_force_once_the_council_has_voted_for_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    added(&chair).await;
    let visitor = test.visitor();
    assert_eq!(refused(text(&visitor, "charte", None).await), Refusal::NotFound);
    assert!(all(&visitor).await.expect("read").is_empty());
    assert_eq!(refused(examine(&chair, "charte", 1, Version(1)).await), state(Transition::EmptyText));
    save(&chair, "charte", 1, Version(1), &words(FIRST)).await.expect("saved");
    assert_eq!(refused(to_vote(&chair, head(&chair, 1).await.id).await), state(Transition::FramingState));
    let until = chair.today().to_string();
    let days = Amendable { from: String::new(), until };
    open_amendments(&chair, "charte", 1, Version(2), &days).await.expect("opened");
    assert!(head(&chair, 1).await.is_amendable_on(chair.today()));
    let written = save(&chair, "charte", 1, Version(3), &words(FIRST)).await;
    assert_eq!(refused(written), state(Transition::FramingState), "its words rest");
    examine(&chair, "charte", 1, Version(3)).await.expect("examined");
    decided(&test, &cast, head(&chair, 1).await.id, "for").await;
    let read = text(&visitor, "charte", None).await.expect("read by everybody");
    let (version, reading) = read.shown.expect("in force");
    assert_eq!((version.decision.as_str(), version.decided_by.as_str()), ("D2026-01", "Assemblée plénière"));
    assert_eq!(version.in_force_on, Some(chair.today()));
    assert!(version.polls.is_empty(), "a visitor does not read the votes");
    let articles: Vec<_> =
        reading.articles.iter().map(|one| (one.number.to_string(), one.title.as_str())).collect();
    assert_eq!(articles, [("1".to_owned(), "Objet"), ("2".to_owned(), "Séances")]);
    let source = source(&visitor, "charte", 1).await.expect("given");
    assert_eq!(crate::files::Fingerprint::of(source.as_bytes()).as_str(), version.fingerprint);
    test.finish().await;
}

#[tokio::test]
async fn a_version_that_the_council_rejects_goes_back_to_writing_and_one_called_off_may_be_voted_again() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    added(&chair).await;
    save(&chair, "charte", 1, Version(1), &words(FIRST)).await.expect("saved");
    examine(&chair, "charte", 1, Version(2)).await.expect("examined");
    let id = head(&chair, 1).await.id;
    decided(&test, &cast, id, "against").await;
    let after = head(&chair, 1).await;
    assert_eq!((after.standing, after.in_force_on), (Standing::Preparing, None));
    assert!(after.polls[0].result.is_some_and(|(_, is_carried)| !is_carried), "the vote is on record");
    examine(&chair, "charte", 1, after.version).await.expect("examined");
    let form = PollForm {
        question: "Adoptez-vous la charte ?".into(),
        body: "Assemblée plénière".into(),
        secrecy: "open".into(),
        quorum: "none".into(),
        majority: "simple".into(),
        proxies: "0".into(),
        closes_on: chair.today().checked_add_days(Days::new(1)).expect("a day").to_string(),
        closes_at: "18:00".into(),
        ..PollForm::default()
    };
    let poll = polls::prepare_on_framing(&chair, id, &form).await.expect("prepared");
    assert_eq!(polls::show(&chair, poll).await.expect("read").framing.expect("told").number, 1);
    let twice = polls::prepare_on_framing(&chair, id, &form).await;
    assert_eq!(refused(twice), state(Transition::FramingState));
    polls::cancel(&chair, poll, "Mal posée").await.expect("called off");
    assert_eq!(head(&chair, 1).await.standing, Standing::Examined);
    test.finish().await;
}

#[tokio::test]
async fn a_wished_day_comes_by_itself_and_the_text_of_a_day_is_found_again() {
    let (test, cast) = TestBackend::with_cast().await;
    in_force(&test, &cast).await;
    let chair = test.as_user(cast.chair.id).await;
    let first = chair.today();
    let later = first.checked_add_days(Days::new(10)).expect("a day");
    begin(&chair, "charte").await.expect("begun");
    assert_eq!(refused(begin(&chair, "charte").await), state(Transition::FramingPrepared));
    let form = VersionForm { starts_on: later.to_string(), ..words("## Article 1. Objet\n\nAutre.") };
    save(&chair, "charte", 2, Version(1), &form).await.expect("saved");
    examine(&chair, "charte", 2, Version(2)).await.expect("examined");
    decided(&test, &cast, head(&chair, 2).await.id, "for").await;
    assert_eq!(head(&chair, 2).await.standing, Standing::ToCome);
    assert_eq!(head(&chair, 1).await.standing, Standing::InForce);
    test.wait(TimeDelta::days(11));
    let chair = test.as_user(cast.chair.id).await;
    assert_eq!(head(&chair, 2).await.standing, Standing::InForce);
    assert_eq!(head(&chair, 1).await.replaced_on, Some(later));
    let on =
        async |day| text(&chair, "charte", Some(day)).await.expect("read").shown.map(|(one, _)| one.number);
    assert_eq!(on(first).await, Some(1));
    assert_eq!(on(later).await, Some(2));
    assert_eq!(on(first.checked_sub_days(Days::new(1)).expect("a day")).await, None);
    let visitor = test.visitor();
    assert_eq!(refused(text(&visitor, "charte", Some(first)).await), Refusal::SignInRequired);
    assert_eq!(refused(version(&visitor, "charte", 1).await), Refusal::NotFound, "no longer in force");
    test.finish().await;
}

#[tokio::test]
async fn an_article_keeps_its_number_and_its_history() {
    let (test, cast) = TestBackend::with_cast().await;
    in_force(&test, &cast).await;
    let body = "## Article 1. Objet\n\nUn, dit autrement.\n\n## Neuf\n\nEntre deux.\n\n## Article 2. Séances\n\nDeux.";
    assert_eq!(followed_by(&test, &cast, body).await, 2);
    followed_by(
        &test,
        &cast,
        "## Article 1. Objet\n\nUn, dit autrement.\n\n## Article 1 bis. Neuf\n\nEntre deux.",
    )
    .await;
    let member = test.as_user(cast.member.id).await;
    let history = async |number: &str| {
        let read = article(&member, "charte", number.parse().expect("a number")).await.expect("read");
        read.changes
            .iter()
            .map(|(version, told, _)| {
                let fate = match told.fate {
                    ArticleFate::Same => "same",
                    ArticleFate::Changed(_) => "changed",
                    ArticleFate::Added(_) => "added",
                    ArticleFate::Removed(_) => "removed",
                };
                format!("{} {fate} {}", version.number, version.decision)
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(history("1").await, ["2 changed D2026-02", "1 added D2026-01"]);
    assert_eq!(history("1 bis").await, ["2 added D2026-02"]);
    assert_eq!(history("2").await, ["3 removed D2026-03", "1 added D2026-01"]);
    let compared = compare(&member, "charte", 1, 3).await.expect("compared");
    assert_eq!(compared.changed(), 4, "the preamble, two articles, one that came");
    let chair = test.as_user(cast.chair.id).await;
    begin(&chair, "charte").await.expect("begun");
    let again = save(&chair, "charte", 4, Version(1), &words("## Article 2. Retour")).await;
    let gone = FieldProblem::ArticleGone { number: "2".parse().expect("a number") };
    assert_eq!(refused(again), Refusal::field("body", gone));
    test.finish().await;
}

#[tokio::test]
async fn what_is_in_force_is_signed_once_and_again_when_it_changes() {
    let (test, cast) = TestBackend::with_cast().await;
    in_force(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    let asked = asked_to_sign(&test, cast.member).await;
    let due = member.today().checked_add_days(Days::new(SIGN_WITHIN));
    assert_eq!((asked[0].due, asked[0].address.as_str()), (due, "charte"));
    assert!(asked_to_sign(&test, cast.administrator).await.is_empty(), "the staff does not sign");
    assert!(to_sign(&member, "charte").await.expect("read").reading.is_some(), "all of it the first time");
    sign(&member, "charte", 1).await.expect("signed");
    assert_eq!(refused(sign(&member, "charte", 1).await), state(Transition::AlreadySigned));
    assert!(asked_to_sign(&test, cast.member).await.is_empty());
    followed_by(&test, &cast, "Avant.\n\n## Article 1. Objet\n\nUn.\n\n## Article 2. Séances\n\nTrois.")
        .await;
    assert_eq!(asked_to_sign(&test, cast.member).await.len(), 1);
    let before = test.journal().await.len();
    assert_eq!(refused(sign(&member, "charte", 1).await), state(Transition::NotInForce));
    let journal = test.journal().await;
    assert_eq!(journal[before..], ["charter.signature_refused"]);
    let again = to_sign(&member, "charte").await.expect("read");
    let (earlier, changed) = again.since.expect("what changed");
    assert_eq!((earlier.number, changed.len(), again.reading.is_none()), (1, 1, true));
    assert_eq!(changed[0].number, "2".parse().ok());
    sign(&member, "charte", 2).await.expect("signed");
    let first = signatures(&member, "charte", Some(1)).await.expect("read");
    assert_eq!((first.signed.len(), first.waiting.len()), (1, 0), "nobody is late for what was replaced");
    let now = signatures(&member, "charte", None).await.expect("read");
    assert!(now.waiting.iter().all(|(id, _)| *id != cast.member.id) && !now.waiting.is_empty());
    test.finish().await;
}

#[tokio::test]
async fn a_signature_on_paper_is_written_down_by_the_staff_with_its_scan() {
    let (test, cast) = TestBackend::with_cast().await;
    in_force(&test, &cast).await;
    let staff = test.as_user(cast.administrator.id).await;
    let (today, who) = (staff.today().to_string(), cast.member.id.to_string());
    let scan = || bytes::Bytes::from_static(b"%PDF-1.7 signed");
    let early = take_paper_signature(&staff, "charte", 1, &who, "2020-01-01", scan()).await;
    assert_eq!(refused(early), Refusal::field("signed_on", FieldProblem::BeforeInForce));
    take_paper_signature(&staff, "charte", 1, &who, &today, scan()).await.expect("written down");
    let twice = take_paper_signature(&staff, "charte", 1, &who, &today, scan()).await;
    assert_eq!(refused(twice), state(Transition::AlreadySigned));
    let chair = test.as_user(cast.chair.id).await;
    let by_chair = take_paper_signature(&chair, "charte", 1, &who, &today, scan()).await;
    assert_eq!(refused(by_chair), Refusal::Forbidden(Forbidden::StaffOnly));
    let seen =
        async |person: Person| super::scan(&test.as_user(person.id).await, "charte", 1, cast.member.id).await;
    assert!(seen(cast.member).await.is_ok() && seen(cast.administrator).await.is_ok());
    assert_eq!(refused(seen(cast.chair).await), Refusal::NotFound);
    test.wait(TimeDelta::days(3));
    crate::library::purge(&test.backend).await.expect("purged");
    assert!(seen(cast.member).await.is_ok(), "a scan is kept");
    test.finish().await;
}

#[tokio::test]
async fn members_follow_and_do_not_prepare() {
    let (test, cast) = TestBackend::with_cast().await;
    in_force(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    let forbidden = Refusal::Forbidden(Forbidden::ChairOrStaffOnly);
    assert_eq!(refused(begin(&member, "charte").await), forbidden);
    assert_eq!(refused(edit_view(&member, "charte", 1).await), forbidden);
    let staff = test.as_user(cast.administrator.id).await;
    assert_eq!(begin(&staff, "charte").await.expect("begun"), 2);
    let stale = save(&staff, "charte", 2, Version(7), &words(FIRST)).await;
    assert_eq!(refused(stale), Refusal::Conflict);
    assert_eq!(head(&member, 2).await.standing, Standing::Preparing);
    test.finish().await;
}
