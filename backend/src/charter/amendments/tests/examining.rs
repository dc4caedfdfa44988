//! Examining, settling what meets, putting in the words, and what comes after.

use domain::{charter::AmendmentState, home::AskedKind};

use super::*;
use crate::{feed, home};

async fn now(cx: &Cx, amendment: i32) -> Current {
    session(cx, "charte", 1, Turn::Of(amendment)).await.expect("read").current.expect("one")
}

async fn version_of(cx: &Cx) -> Version {
    head(cx).await.version
}

#[tokio::test]
async fn what_is_adopted_goes_into_the_version_which_is_voted_and_its_history_says_by_which_amendment() {
    let (test, cast) = TestBackend::with_cast().await;
    open(&test, &cast).await;
    let (member, chair) = (test.as_user(cast.member.id).await, test.as_user(cast.chair.id).await);
    proposed(&member, &instead("2", "Nous venons", "Nous assistons")).await;
    proposed(&member, &instead("2", "absences", "retards")).await;
    let added =
        AmendmentForm { kind: "add".into(), title: "Neuf".into(), ..instead("1", "écoutons", "osons") };
    proposed(&member, &added).await;
    proposed(&member, &AmendmentForm { kind: "remove".into(), ..instead("3", "", "") }).await;
    proposed(&member, &instead("1", "écoutons", "entendons")).await;
    let early = settled(&chair, 1, &answer("adopted")).await;
    assert_eq!(refused(early), state(Transition::FramingState), "not before the examination");
    examined(&chair).await;
    assert_eq!(
        refused(charter::to_vote(&chair, head(&chair).await.id).await),
        state(Transition::AmendmentsLeft)
    );
    let hands = ExaminationForm {
        in_favour: "12".into(),
        against: "3".into(),
        note: "À main levée.".into(),
        ..answer("adopted")
    };
    settled(&chair, 1, &hands).await.expect("settled");
    assert_eq!(refused(settled(&chair, 1, &hands).await), state(Transition::AmendmentOver));
    for number in [2, 3, 4] {
        settled(&chair, number, &answer("adopted")).await.expect("settled");
    }
    let version = version_of(&chair).await;
    assert_eq!(refused(integrate(&chair, "charte", 1, version).await), state(Transition::AmendmentsLeft));
    settled(&chair, 5, &answer("rejected")).await.expect("settled");
    let outcome = view(&member, 1).await.outcome.expect("settled");
    let hands = outcome.hands.expect("counted");
    assert_eq!((hands.in_favour, hands.against, outcome.note.as_str()), (12, 3, "À main levée."));
    let left = refused(charter::to_vote(&chair, head(&chair).await.id).await);
    assert_eq!(left, state(Transition::AmendmentsLeft), "adopted, and not in the words");
    assert_eq!(refused(integrate(&chair, "charte", 1, Version(1)).await), Refusal::Conflict);
    integrate(&chair, "charte", 1, version).await.expect("put in");
    assert_eq!(
        source(&chair).await,
        "Avant.\n\n## Article 1. Objet\n\nNous écoutons.\n\n## Article 1 bis. Neuf\n\nNous osons.\n\n## Article 2. Séances\n\nNous assistons aux réunions. Nous prévenons de nos retards. Nous lisons les documents."
    );
    let again = integrate(&chair, "charte", 1, version_of(&chair).await).await;
    assert_eq!(refused(again), state(Transition::NothingToIntegrate));
    let undone = reopen(&chair, "charte", 1, 1, view(&chair, 1).await.version).await;
    assert_eq!(refused(undone), state(Transition::AmendmentOver), "it is in the words");
    carried(&chair).await;
    let history = charter::article(&member, "charte", "2".parse().expect("a number")).await.expect("read");
    let by: Vec<i32> = history.changes[0].2.iter().map(|by| by.number).collect();
    assert_eq!(by, [1, 2]);
    let asked = home::asked_of_me(&member).await.expect("read").now;
    assert!(asked.iter().any(|ask| ask.kind == AskedKind::Sign), "the new version is signed");
    assert!(test.journal().await.contains(&"charter.amendments_integrated".to_owned()));
    test.finish().await;
}

#[tokio::test]
async fn amendments_that_touch_the_same_words_are_never_put_together_silently() {
    let (test, cast) = TestBackend::with_cast().await;
    open(&test, &cast).await;
    let (member, chair) = (test.as_user(cast.member.id).await, test.as_user(cast.chair.id).await);
    for word in ["retards", "empêchements", "vacances"] {
        proposed(&member, &instead("2", "absences", word)).await;
    }
    examined(&chair).await;
    assert_eq!(now(&chair, 1).await.rivals, [2, 3]);
    settled(&chair, 1, &answer("adopted")).await.expect("settled");
    let current = now(&chair, 2).await;
    assert_eq!(current.meeting.expect("they meet").with, [1]);
    assert!(current.now.body.contains("retards"));
    assert_eq!(refused(settled(&chair, 2, &answer("adopted")).await), state(Transition::AmendmentsMeet));
    // It falls, for the one that was adopted on its words.
    settled(&chair, 2, &answer("fallen")).await.expect("settled");
    assert_eq!(view(&chair, 2).await.outcome.expect("settled").fell_for, Some(1));
    // Or the person types the words, over those that they have before them.
    let typed = |met: &str, words: &str| ExaminationForm {
        met: met.into(),
        title: "Séances".into(),
        body: current.now.body.replace("retards", words),
        ..answer("adopted")
    };
    let stale = settled(&chair, 3, &typed("autre", "retards et vacances")).await;
    assert_eq!(refused(stale), Refusal::Conflict, "other words than those that were read");
    let same = settled(&chair, 3, &typed(&current.met, "retards")).await;
    assert_eq!(refused(same), Refusal::field("body", FieldProblem::Unchanged));
    settled(&chair, 3, &typed(&current.met, "retards et vacances")).await.expect("settled");
    assert!(view(&chair, 3).await.outcome.expect("settled").settled.is_some());
    // Going back on the first leaves words that nobody settled on: it is said, and nothing is put in.
    reopen(&chair, "charte", 1, 1, view(&chair, 1).await.version).await.expect("open again");
    settled(&chair, 1, &answer("rejected")).await.expect("settled");
    assert_eq!(session(&chair, "charte", 1, Turn::First).await.expect("read").unsettled, [3]);
    let version = version_of(&chair).await;
    assert_eq!(refused(integrate(&chair, "charte", 1, version).await), state(Transition::AmendmentsMeet));
    reopen(&chair, "charte", 1, 3, view(&chair, 3).await.version).await.expect("open again");
    settled(&chair, 3, &answer("adopted")).await.expect("alone now");
    integrate(&chair, "charte", 1, version).await.expect("put in");
    assert!(source(&chair).await.contains("de nos vacances."));
    test.finish().await;
}

#[tokio::test]
async fn sub_amendments_come_first_and_the_amendment_passes_as_they_changed_it() {
    let (test, cast) = TestBackend::with_cast().await;
    open(&test, &cast).await;
    let (member, chair) = (test.as_user(cast.member.id).await, test.as_user(cast.chair.id).await);
    let root = instead("2", "absences", "retards et de nos empêchements");
    proposed(&member, &root).await;
    let version = version_of(&member).await;
    let sub = |was: &str, is: &str| AmendmentForm { body: root.body.replace(was, is), ..root.clone() };
    for (was, is) in [("retards", "retards répétés"), ("empêchements", "ennuis"), ("empêchements", "congés")]
    {
        propose(&member, "charte", 1, version, Some(1), &sub(was, is)).await.expect("proposed");
    }
    examined(&chair).await;
    let first = session(&chair, "charte", 1, Turn::First).await.expect("read");
    assert_eq!(first.current.expect("one").amendment.number, 2, "before what it amends");
    assert_eq!(refused(settled(&chair, 1, &answer("adopted")).await), state(Transition::SubAmendmentsFirst));
    settled(&chair, 2, &answer("adopted")).await.expect("settled");
    settled(&chair, 3, &answer("adopted")).await.expect("settled");
    assert_eq!(refused(settled(&chair, 4, &answer("adopted")).await), state(Transition::AmendmentsMeet));
    settled(&chair, 4, &answer("rejected")).await.expect("settled");
    assert!(now(&chair, 1).await.as_amended.is_some());
    settled(&chair, 1, &answer("adopted")).await.expect("settled");
    let late = reopen(&chair, "charte", 1, 2, view(&chair, 2).await.version).await;
    assert_eq!(refused(late), state(Transition::AmendmentOver), "what it amends was examined since");
    integrate(&chair, "charte", 1, version_of(&chair).await).await.expect("put in");
    assert!(source(&chair).await.contains("de nos retards répétés et de nos ennuis."));
    test.finish().await;
}

#[tokio::test]
async fn what_amends_an_amendment_that_does_not_pass_falls_with_it() {
    let (test, cast) = TestBackend::with_cast().await;
    open(&test, &cast).await;
    let (member, chair) = (test.as_user(cast.member.id).await, test.as_user(cast.chair.id).await);
    let root = instead("2", "absences", "retards");
    proposed(&member, &root).await;
    let version = version_of(&member).await;
    let sub = AmendmentForm { body: root.body.replace("retards", "ennuis"), ..root };
    propose(&member, "charte", 1, version, Some(1), &sub).await.expect("proposed");
    examined(&chair).await;
    settled(&chair, 1, &answer("rejected")).await.expect("settled");
    assert_eq!(view(&chair, 2).await.facts.state, AmendmentState::Fallen);
    let all = session(&chair, "charte", 1, Turn::First).await.expect("read");
    assert_eq!((all.waiting, all.to_integrate, all.current.is_none()), (0, 0, true));
    test.finish().await;
}

#[tokio::test]
async fn words_that_who_prepares_changed_meanwhile_are_kept_or_said_to_meet() {
    let (test, cast) = TestBackend::with_cast().await;
    open(&test, &cast).await;
    let (member, chair) = (test.as_user(cast.member.id).await, test.as_user(cast.chair.id).await);
    proposed(&member, &instead("2", "absences", "retards")).await;
    proposed(&member, &instead("2", "lisons", "relisons")).await;
    proposed(&member, &instead("1", "écoutons", "entendons")).await;
    examined(&chair).await;
    let body = FIRST.replace("lisons", "étudions").replace("## Article 1. Objet\n\nNous écoutons.\n\n", "");
    let words = VersionForm { body, ..VersionForm::default() };
    charter::save(&chair, "charte", 1, version_of(&chair).await, &words).await.expect("saved");
    settled(&chair, 1, &answer("adopted")).await.expect("elsewhere in the article");
    assert_eq!(refused(settled(&chair, 2, &answer("adopted")).await), state(Transition::AmendmentsMeet));
    assert!(
        now(&chair, 2).await.meeting.expect("they meet").with.is_empty(),
        "by other means than an amendment"
    );
    assert!(now(&chair, 3).await.is_lost);
    assert_eq!(refused(settled(&chair, 3, &answer("adopted")).await), state(Transition::ArticleReplaced));
    let named = ExaminationForm { fell_for: "1".into(), ..answer("fallen") };
    settled(&chair, 2, &named).await.expect("settled");
    assert_eq!(
        refused(settled(&chair, 3, &answer("fallen")).await),
        Refusal::field("fell_for", FieldProblem::Missing)
    );
    let not_adopted = ExaminationForm { fell_for: "2".into(), ..answer("fallen") };
    assert_eq!(
        refused(settled(&chair, 3, &not_adopted).await),
        Refusal::field("fell_for", FieldProblem::NotAChoice)
    );
    settled(&chair, 3, &answer("withdrawn")).await.expect("settled");
    integrate(&chair, "charte", 1, version_of(&chair).await).await.expect("put in");
    let said = source(&chair).await;
    assert!(said.contains("retards") && said.contains("étudions") && !said.contains("Article 1."), "{said}");
    test.finish().await;
}

#[tokio::test]
async fn who_prepares_is_asked_to_examine_and_authors_are_told_what_became_of_theirs() {
    let (test, cast) = TestBackend::with_cast().await;
    open(&test, &cast).await;
    let (member, chair) = (test.as_user(cast.member.id).await, test.as_user(cast.chair.id).await);
    let asked = async |cx: &Cx| {
        let now = home::asked_of_me(cx).await.expect("read").now;
        now.into_iter().find(|ask| ask.kind == AskedKind::Amendments).map(|ask| (ask.count, ask.version))
    };
    proposed(&member, &instead("2", "absences", "retards")).await;
    proposed(&member, &instead("1", "écoutons", "entendons")).await;
    assert_eq!(asked(&chair).await, None, "amendments are still open");
    test.wait(chrono::TimeDelta::days(11));
    let chair = test.as_user(chair.person().expect("the chair").id).await;
    assert_eq!(asked(&chair).await, Some((2, Some(1))), "the last day is past");
    examined(&chair).await;
    assert_eq!(asked(&test.as_user(cast.member.id).await).await, None);
    settled(&chair, 1, &answer("adopted")).await.expect("settled");
    settled(&chair, 2, &answer("rejected")).await.expect("settled");
    assert_eq!(asked(&chair).await, Some((1, Some(1))), "what was adopted is to be put in");
    integrate(&chair, "charte", 1, version_of(&chair).await).await.expect("put in");
    assert_eq!(asked(&chair).await, None);
    let told = async |cx: &Cx| {
        let lines = feed::everywhere(cx, None).await.expect("read").lines.into_iter();
        let own = |code: &str| code == "charter.amendment_adopted" || code == "charter.amendment_rejected";
        lines.filter(|line| own(line.kind.code()) && line.to_me).count()
    };
    let later = test.as_user(cast.member.id).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    assert_eq!((told(&later).await, told(&reviewer).await), (2, 0));
    test.finish().await;
}
