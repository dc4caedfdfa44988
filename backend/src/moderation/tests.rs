//! Reports, played by the cast.

use chrono::TimeDelta;
use domain::{
    Refusal, Version,
    contributions::ContributionForm,
    discussions::{MessageForm, MessageState, ThreadForm},
    ids::{CaseId, MessageId, ThreadId, UserId},
    moderation::{CaseState, ReportForm, Reported, ReportedKind},
    people::CouncilRole,
    refusal::{Forbidden, Transition},
};

use super::*;
use crate::{
    Cx, PageNumber, contributions, discussions,
    entities::mandate,
    groups::{self, Newcomer},
    journal,
    testing::{Cast, TestBackend, refused},
};

/// A discussion of `mobilites`, and an answer in it by somebody.
async fn said(test: &TestBackend, cast: &Cast, by: UserId) -> (ThreadId, Reported) {
    let member = test.as_user(cast.member.id).await;
    let opening = ThreadForm {
        subject: "Le dernier car".into(),
        body: "Il part trop tôt.".into(),
        ..Default::default()
    };
    let thread = discussions::begin(&member, "mobilites", &opening).await.expect("begun");
    let cx = test.as_user(by).await;
    let form = MessageForm { body: "Untel est un voleur.".into(), ..Default::default() };
    let position = discussions::answer(&cx, thread, None, &form).await.expect("answered");
    let view = discussions::show(&cx, "mobilites", thread, PageNumber::FIRST, None).await.expect("read");
    let id = view.messages.rows.into_iter().find(|row| row.position == position).expect("there").id;
    (thread, Reported { kind: ReportedKind::Message, id: id.0 })
}

fn attack(words: &str) -> ReportForm {
    ReportForm { ground: "attack".into(), words: words.into(), article: String::new() }
}

async fn state_of(cx: &Cx, thread: ThreadId, id: i64) -> MessageState {
    let message = discussions::message(cx, "mobilites", thread, MessageId(id)).await.expect("read");
    message.message.state
}

async fn version(cx: &Cx, id: CaseId) -> (Version, Version) {
    let view = case(cx, id).await.expect("read");
    (view.version, view.content.expect("there").version)
}

#[tokio::test]
async fn a_reported_message_is_hidden_and_only_who_decides_reads_who_reported_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let (thread, what) = said(&test, &cast, cast.reviewer.id).await;
    let member = test.as_user(cast.member.id).await;
    let id = report(&member, what, &attack("Il nomme quelqu’un.")).await.expect("reported");
    assert_eq!(
        refused(report(&member, what, &attack("")).await),
        Refusal::Transition(Transition::AlreadyReported)
    );
    let facilitator = test.as_user(cast.facilitator.id).await;
    let chair = test.as_user(cast.chair.id).await;
    assert_eq!(to_decide(&facilitator, None).await.expect("read").expect("asked").count, 1);
    assert_eq!(to_decide(&chair, None).await.expect("read"), None, "the facilitators first");
    let queue = cases(&facilitator, true, PageNumber::FIRST).await.expect("read").expect("a queue");
    assert_eq!((queue.rows[0].id, queue.rows[0].reports), (id, 1));
    assert_eq!(case(&facilitator, id).await.expect("read").reports[0].by, "Gérard Pontivy");
    // The author knows nothing of it, nor does anybody else.
    let author = test.as_user(cast.reviewer.id).await;
    for cx in [&author, &test.as_user(cast.observer.id).await, &test.as_user(cast.administrator.id).await] {
        assert_eq!(refused(case(cx, id).await), Refusal::NotFound);
    }
    let (read, content) = version(&facilitator, id).await;
    assert!(matches!(refused(act(&facilitator, id, read, content, " ", "").await), Refusal::Invalid(_)));
    assert!(matches!(
        refused(act(&facilitator, id, read, content, "Non.", "999").await),
        Refusal::Invalid(_)
    ));
    act(&facilitator, id, read, content, "Une personne y est accusée.", "").await.expect("hidden");
    assert_eq!(state_of(&author, thread, what.id).await, MessageState::Hidden);
    let told = case(&author, id).await.expect("told");
    assert_eq!(told.decision.expect("a decision").words, "Une personne y est accusée.");
    assert!(told.reports.is_empty() && !format!("{:?}", case(&author, id).await).contains("Pontivy"));
    let answers = verdicts(&member).await.expect("read");
    assert_eq!(answers.iter().map(|row| row.case).collect::<Vec<_>>(), [id]);
    case(&member, id).await.expect("read");
    assert!(verdicts(&member).await.expect("read").is_empty(), "it was read");
    // The journal does not say who reported.
    let keys = test.as_user(cast.administrator.id).await;
    let lines = journal::list(&keys, &Default::default(), PageNumber::FIRST).await.expect("read");
    let line = lines.rows.iter().find(|line| line.kind == "moderation.reported").expect("a line");
    assert_eq!((&line.actor, &line.user), (&None, &None));
    test.finish().await;
}

#[tokio::test]
async fn what_one_does_not_read_or_wrote_oneself_is_not_reported() {
    let (test, cast) = TestBackend::with_cast().await;
    let (_, what) = said(&test, &cast, cast.reviewer.id).await;
    let outside = test.as_user(cast.other.id).await;
    assert_eq!(refused(report(&outside, what, &attack("")).await), Refusal::NotFound);
    assert_eq!(refused(report_page(&outside, what).await), Refusal::NotFound);
    let author = test.as_user(cast.reviewer.id).await;
    assert_eq!(refused(report(&author, what, &attack("")).await), Refusal::Forbidden(Forbidden::OwnContent));
    assert_eq!(refused(report(&test.visitor(), what, &attack("")).await), Refusal::NotFound);
    let nothing = Reported { id: 99_999, ..what };
    let member = test.as_user(cast.member.id).await;
    assert_eq!(refused(report(&member, nothing, &attack("")).await), Refusal::NotFound);
    test.finish().await;
}

#[tokio::test]
async fn nobody_decides_about_what_they_reported_or_wrote() {
    let (test, cast) = TestBackend::with_cast().await;
    let (_, what) = said(&test, &cast, cast.reviewer.id).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let id = report(&facilitator, what, &attack("")).await.expect("reported");
    let (read, content) = version(&facilitator, id).await;
    assert_eq!(
        refused(keep(&facilitator, id, read, "Rien à redire.").await),
        Refusal::Forbidden(Forbidden::OwnReport)
    );
    assert_eq!(
        refused(discussions::hide(&facilitator, MessageId(what.id), Version(1), "Non.").await),
        Refusal::Forbidden(Forbidden::OwnReport),
        "nor on the page of the message"
    );
    assert_eq!(to_decide(&facilitator, None).await.expect("read"), None);
    let chair = test.as_user(cast.chair.id).await;
    assert!(to_decide(&chair, None).await.expect("read").is_some(), "those who preside are asked");
    act(&chair, id, read, content, "Une personne y est accusée.", "").await.expect("hidden");
    // What a facilitator wrote goes to those who preside, and not to another facilitator.
    let (_, theirs) = said(&test, &cast, cast.facilitator.id).await;
    groups::add_member(
        &facilitator,
        "mobilites",
        &Newcomer::User(cast.other.id),
        domain::groups::GroupRole::Facilitator,
    )
    .await
    .expect("a second facilitator");
    let member = test.as_user(cast.member.id).await;
    let id = report(&member, theirs, &attack("")).await.expect("reported");
    let second = test.as_user(cast.other.id).await;
    assert_eq!(to_decide(&second, None).await.expect("read"), None);
    let read = case(&second, id).await.expect("read").version;
    assert_eq!(refused(keep(&second, id, read, "Non.").await), Refusal::Forbidden(Forbidden::ChairOnly));
    assert_eq!(refused(case(&facilitator, id).await), Refusal::NotFound, "nor do they read who reported");
    keep(&test.as_user(cast.chair.id).await, id, read, "Une opinion.").await.expect("kept");
    test.finish().await;
}

#[tokio::test]
async fn an_author_appeals_once_and_those_who_preside_put_it_back() {
    let (test, cast) = TestBackend::with_cast().await;
    let (thread, what) = said(&test, &cast, cast.reviewer.id).await;
    let member = test.as_user(cast.member.id).await;
    let author = test.as_user(cast.reviewer.id).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let chair = test.as_user(cast.chair.id).await;
    assert_eq!(
        refused(appeal(&author, what, "Pourquoi ?").await),
        Refusal::Transition(Transition::ReportState),
        "nothing was decided"
    );
    let id = report(&member, what, &attack("")).await.expect("reported");
    let (read, content) = version(&facilitator, id).await;
    act(&facilitator, id, read, content, "Une personne y est accusée.", "").await.expect("hidden");
    assert_eq!(refused(appeal(&member, what, "Non.").await), Refusal::NotFound, "it is hidden from them");
    assert!(matches!(refused(appeal(&author, what, " ").await), Refusal::Invalid(_)));
    appeal(&author, what, "C’est dit dans le journal d’hier.").await.expect("appealed");
    assert_eq!(refused(appeal(&author, what, "Encore.").await), Refusal::Transition(Transition::ReportState));
    assert_eq!(to_rule(&facilitator, None).await.expect("read"), None);
    assert_eq!(to_rule(&chair, None).await.expect("read").expect("asked").count, 1);
    let read = case(&chair, id).await.expect("read").version;
    assert_eq!(
        refused(rule(&facilitator, id, read, Ruling::Restore, "Oui.").await),
        Refusal::Forbidden(Forbidden::ChairOnly)
    );
    rule(&chair, id, read, Ruling::Restore, "C’est public.").await.expect("put back");
    assert_eq!(state_of(&member, thread, what.id).await, MessageState::Shown);
    assert_eq!(verdicts(&author).await.expect("read").len(), 1);
    assert_eq!(verdicts(&member).await.expect("read").len(), 1);
    let told = case(&author, id).await.expect("read");
    assert_eq!(
        (told.state, told.ruling.expect("told").words.as_str()),
        (CaseState::Restored, "C’est public.")
    );
    assert_eq!(
        test.journal().await[3..],
        [
            "moderation.reported",
            "discussion.message_hidden",
            "moderation.appealed",
            "discussion.message_shown_again",
            "moderation.granted",
        ]
    );
    test.finish().await;
}

#[tokio::test]
async fn what_was_hidden_without_a_report_is_appealed_too_and_may_stay_hidden() {
    let (test, cast) = TestBackend::with_cast().await;
    let (thread, what) = said(&test, &cast, cast.reviewer.id).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    discussions::hide(&facilitator, MessageId(what.id), Version(1), "Pas ici.").await.expect("hidden");
    let author = test.as_user(cast.reviewer.id).await;
    let id = appeal(&author, what, "Pourquoi pas ?").await.expect("appealed");
    let chair = test.as_user(cast.chair.id).await;
    let read = case(&chair, id).await.expect("read").version;
    rule(&chair, id, read, Ruling::Uphold, "La charte le demande.").await.expect("upheld");
    assert_eq!(state_of(&author, thread, what.id).await, MessageState::Hidden);
    assert_eq!(refused(appeal(&author, what, "Encore.").await), Refusal::Transition(Transition::ReportState));
    test.finish().await;
}

async fn presides_too(test: &TestBackend, user: UserId) {
    use sea_orm::{ActiveModelTrait, ActiveValue::Set};

    let row = mandate::ActiveModel {
        user_id: Set(user),
        role: Set(CouncilRole::ViceChair),
        starts_on: Set(test.visitor().today()),
        ends_on: Set(None),
        ..Default::default()
    };
    row.insert(test.backend.db().writer()).await.expect("a mandate");
}

#[tokio::test]
async fn who_decided_does_not_hear_the_appeal_when_somebody_else_presides() {
    let (test, cast) = TestBackend::with_cast().await;
    let (_, what) = said(&test, &cast, cast.reviewer.id).await;
    let chair = test.as_user(cast.chair.id).await;
    discussions::hide(&chair, MessageId(what.id), Version(1), "Pas ici.").await.expect("hidden");
    let id = appeal(&test.as_user(cast.reviewer.id).await, what, "Pourquoi ?").await.expect("appealed");
    let view = case(&chair, id).await.expect("read");
    assert!(view.may.rule, "alone, they hear it");
    presides_too(&test, cast.other.id).await;
    let view = case(&chair, id).await.expect("read");
    assert_eq!((view.may.rule, view.may.not), (false, Some(Forbidden::OwnDecision)));
    let vice = test.as_user(cast.other.id).await;
    rule(&vice, id, view.version, Ruling::Uphold, "Bien vu.").await.expect("heard");
    test.finish().await;
}

#[tokio::test]
async fn a_text_is_asked_to_be_changed_and_stays_readable() {
    let (test, cast) = TestBackend::with_cast().await;
    let author = test.as_user(cast.member.id).await;
    let form = ContributionForm {
        title: "Les cars du soir".into(),
        kind: "note".into(),
        body: "Untel s’est enrichi.".into(),
        ..ContributionForm::default()
    };
    let text = contributions::create(&author, "mobilites", &form).await.expect("begun");
    let what = Reported { kind: ReportedKind::Text, id: text.0 };
    let reviewer = test.as_user(cast.reviewer.id).await;
    let id = report(&reviewer, what, &attack("")).await.expect("reported");
    let facilitator = test.as_user(cast.facilitator.id).await;
    let (read, content) = version(&facilitator, id).await;
    act(&facilitator, id, read, content, "Retirez le nom.", "").await.expect("asked");
    assert_eq!(verdicts(&author).await.expect("read")[0].case, id);
    assert!(contributions::show(&reviewer, text).await.is_ok());
    appeal(&author, what, "C’est établi.").await.expect("appealed");
    let chair = test.as_user(cast.chair.id).await;
    let read = case(&chair, id).await.expect("read").version;
    rule(&chair, id, read, Ruling::Restore, "Rien à changer.").await.expect("withdrawn");
    assert_eq!(case(&author, id).await.expect("read").state, CaseState::Restored);
    test.finish().await;
}

#[tokio::test]
async fn twenty_reports_a_day_and_then_one_waits() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let (thread, first) = said(&test, &cast, cast.reviewer.id).await;
    let author = test.as_user(cast.reviewer.id).await;
    let mut all = vec![first];
    for number in 0..20 {
        let form = MessageForm { body: format!("Parole {number}."), ..Default::default() };
        discussions::answer(&author, thread, None, &form).await.expect("answered");
    }
    let view = discussions::show(&author, "mobilites", thread, PageNumber::FIRST, None).await.expect("read");
    all.extend(
        view.messages.rows[2..].iter().map(|row| Reported { kind: ReportedKind::Message, id: row.id.0 }),
    );
    for what in &all[..20] {
        report(&member, *what, &attack("")).await.expect("reported");
    }
    assert!(matches!(refused(report(&member, all[20], &attack("")).await), Refusal::TooMany { .. }));
    test.wait(TimeDelta::hours(25));
    let member = test.as_user(cast.member.id).await;
    report(&member, all[20], &attack("")).await.expect("the day after");
    test.finish().await;
}
