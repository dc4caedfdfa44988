//! Proposing, supporting, wording again, taking back.

use chrono::TimeDelta;
use domain::{charter::AmendmentState, refusal::Forbidden};

use super::*;
use crate::{accounts, feed};

#[tokio::test]
async fn a_member_proposes_while_amendments_are_open_and_at_no_other_time() {
    let (test, cast) = TestBackend::with_cast().await;
    open(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    let form = instead("2", "absences", "retards");
    assert_eq!(proposed(&member, &form).await, 1);
    assert_eq!(proposed(&member, &instead("1", "écoutons", "entendons")).await, 2);
    let one = view(&member, 1).await;
    assert_eq!((one.by, one.title.as_str(), one.facts.own), (cast_name(&member), "Séances", true));
    assert_eq!(one.compared.words(), (1, 1));
    test.wait(TimeDelta::days(11));
    let later = test.as_user(cast.member.id).await;
    let version = head(&later).await.version;
    let late = propose(&later, "charte", 1, version, None, &form).await;
    assert_eq!(refused(late), state(Transition::AmendmentsClosed));
    assert_eq!(
        refused(proposal(&later, "charte", 1, kind("2"), None).await),
        state(Transition::AmendmentsClosed)
    );
    let chair = test.as_user(cast.chair.id).await;
    examined(&chair).await;
    let version = head(&later).await.version;
    let late = propose(&later, "charte", 1, version, None, &form).await;
    assert_eq!(refused(late), state(Transition::AmendmentsClosed));
    charter::abandon(&chair, "charte", 1, version).await.expect("given up");
    let version = head(&later).await.version;
    let late = propose(&later, "charte", 1, version, None, &form).await;
    assert_eq!(refused(late), state(Transition::ArticleReplaced));
    assert_eq!(listed(&later).await, [1, 2].len());
    test.finish().await;
}

fn kind(article: &str) -> (domain::charter::AmendmentKind, Option<domain::charter::ArticleNumber>) {
    (domain::charter::AmendmentKind::Change, article.parse().ok())
}

fn cast_name(cx: &Cx) -> String {
    cx.person().expect("somebody").name.clone()
}

async fn listed(cx: &Cx) -> usize {
    let all = amendments(cx, "charte", 1, AmendmentFilter::default(), PageNumber::FIRST).await;
    usize::try_from(all.expect("read").page.total).expect("a number")
}

#[tokio::test]
async fn what_changes_nothing_or_says_no_reason_is_refused_and_nothing_is_written() {
    let (test, cast) = TestBackend::with_cast().await;
    open(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    let before = test.journal().await.len();
    let version = head(&member).await.version;
    let tried =
        async |form: &AmendmentForm| refused(propose(&member, "charte", 1, version, None, form).await);
    assert_eq!(tried(&instead("2", "", "")).await, Refusal::field("body", FieldProblem::Unchanged));
    let without = AmendmentForm { reasons: " ".into(), ..instead("2", "absences", "retards") };
    assert_eq!(tried(&without).await, Refusal::field("reasons", FieldProblem::Missing));
    let elsewhere = AmendmentForm { article: "9".into(), ..instead("2", "absences", "retards") };
    assert_eq!(tried(&elsewhere).await, state(Transition::ArticleReplaced));
    let form = instead("2", "absences", "retards");
    assert_eq!(refused(propose(&member, "charte", 1, Version(1), None, &form).await), Refusal::Conflict);
    assert_eq!(refused(propose(&member, "rien", 1, version, None, &form).await), Refusal::NotFound);
    assert_eq!((listed(&member).await, test.journal().await.len()), (0, before));
    test.finish().await;
}

#[tokio::test]
async fn only_members_whose_mandate_runs_amend_and_only_the_council_reads() {
    let (test, cast) = TestBackend::with_cast().await;
    open(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    let form = instead("2", "absences", "retards");
    proposed(&member, &form).await;
    let version = head(&member).await.version;
    let staff = test.as_user(cast.administrator.id).await;
    let council_only = Refusal::Forbidden(Forbidden::CouncilMembersOnly);
    assert_eq!(refused(propose(&staff, "charte", 1, version, None, &form).await), council_only);
    assert_eq!(refused(support(&staff, "charte", 1, 1).await), council_only);
    let former = test.as_user(cast.former.id).await;
    assert_eq!(refused(propose(&former, "charte", 1, version, None, &form).await), council_only);
    let visitor = test.visitor();
    assert_eq!(refused(propose(&visitor, "charte", 1, version, None, &form).await), Refusal::SignInRequired);
    assert_eq!(refused(amendment(&visitor, "charte", 1, 1).await), Refusal::SignInRequired);
    let all = amendments(&visitor, "charte", 1, AmendmentFilter::default(), PageNumber::FIRST).await;
    assert_eq!(refused(all), Refusal::SignInRequired);
    let forbidden = Refusal::Forbidden(Forbidden::ChairOrStaffOnly);
    assert_eq!(refused(session(&member, "charte", 1, Turn::First).await), forbidden);
    assert_eq!(refused(settled(&member, 1, &answer("adopted")).await), forbidden);
    assert_eq!(refused(integrate(&member, "charte", 1, version).await), forbidden);
    // Suspended between two requests.
    accounts::suspend(&test.backend.system(), cast.member.id).await.expect("suspended");
    let suspended = test.as_user(cast.member.id).await;
    assert!(propose(&suspended, "charte", 1, version, None, &form).await.is_err());
    assert_eq!(listed(&staff).await, 1);
    test.finish().await;
}

#[tokio::test]
async fn a_support_is_given_once_and_ends_when_the_words_change() {
    let (test, cast) = TestBackend::with_cast().await;
    open(&test, &cast).await;
    let (member, reviewer) = (test.as_user(cast.member.id).await, test.as_user(cast.reviewer.id).await);
    proposed(&member, &instead("2", "absences", "retards")).await;
    let own = Refusal::Forbidden(Forbidden::OwnAmendment);
    assert_eq!(refused(support(&member, "charte", 1, 1).await), own);
    support(&reviewer, "charte", 1, 1).await.expect("supported");
    assert_eq!(refused(support(&reviewer, "charte", 1, 1).await), state(Transition::AlreadySupported));
    let one = view(&reviewer, 1).await;
    assert_eq!((one.supporters, one.is_supported), (vec![cast_name(&reviewer)], true));
    unsupport(&reviewer, "charte", 1, 1).await.expect("no longer");
    assert_eq!(refused(unsupport(&reviewer, "charte", 1, 1).await), Refusal::NotFound);
    support(&reviewer, "charte", 1, 1).await.expect("again");
    // Other reasons for the same words lose nobody.
    let again = AmendmentForm { reasons: "Mieux dit.".into(), ..instead("2", "absences", "retards") };
    reword(&member, "charte", 1, 1, Version(1), &again).await.expect("worded");
    assert_eq!(view(&member, 1).await.supporters.len(), 1);
    let stale = reword(&member, "charte", 1, 1, Version(1), &again).await;
    assert_eq!(refused(stale), Refusal::Conflict);
    let other = instead("2", "absences", "empêchements");
    assert_eq!(
        refused(reword(&reviewer, "charte", 1, 1, Version(2), &other).await),
        Refusal::Forbidden(Forbidden::OthersAmendment)
    );
    reword(&member, "charte", 1, 1, Version(2), &other).await.expect("worded");
    assert!(view(&member, 1).await.supporters.is_empty());
    let told = async |cx: &Cx| {
        let lines = feed::everywhere(cx, None).await.expect("read").lines;
        lines.iter().filter(|line| line.kind.code() == "charter.support_lapsed").count()
    };
    assert_eq!(
        (told(&reviewer).await, told(&member).await),
        (1, 0),
        "who supported it is told, and nobody else"
    );
    test.finish().await;
}

#[tokio::test]
async fn one_takes_one_s_own_back_until_it_is_examined_and_what_amends_it_falls() {
    let (test, cast) = TestBackend::with_cast().await;
    open(&test, &cast).await;
    let (member, reviewer) = (test.as_user(cast.member.id).await, test.as_user(cast.reviewer.id).await);
    proposed(&member, &instead("2", "absences", "retards")).await;
    proposed(&member, &instead("1", "écoutons", "entendons")).await;
    let version = head(&member).await.version;
    let sub = instead("2", "absences", "retards répétés");
    assert_eq!(propose(&reviewer, "charte", 1, version, Some(1), &sub).await.expect("proposed"), 3);
    let deeper = propose(&member, "charte", 1, version, Some(3), &sub).await;
    assert_eq!(refused(deeper), state(Transition::AmendmentDepth), "one level below, and no more");
    let others = Refusal::Forbidden(Forbidden::OthersAmendment);
    assert_eq!(refused(withdraw(&reviewer, "charte", 1, 1).await), others);
    withdraw(&member, "charte", 1, 1).await.expect("taken back");
    assert_eq!(view(&member, 1).await.facts.state, AmendmentState::Withdrawn);
    assert_eq!(view(&member, 3).await.facts.state, AmendmentState::Fallen);
    assert_eq!(refused(withdraw(&member, "charte", 1, 1).await), state(Transition::AmendmentOver));
    assert_eq!(refused(support(&reviewer, "charte", 1, 1).await), state(Transition::AmendmentOver));
    let late = propose(&reviewer, "charte", 1, version, Some(1), &sub).await;
    assert_eq!(refused(late), state(Transition::AmendmentOver));
    let chair = test.as_user(cast.chair.id).await;
    examined(&chair).await;
    assert_eq!(refused(support(&reviewer, "charte", 1, 2).await), state(Transition::AmendmentsClosed));
    withdraw(&member, "charte", 1, 2).await.expect("taken back: nobody examined it yet");
    let taken_back = view(&chair, 1).await.version;
    let again = reopen(&chair, "charte", 1, 1, taken_back).await;
    assert_eq!(refused(again), state(Transition::AmendmentOver), "what its author took back stays so");
    test.finish().await;
}

#[tokio::test]
async fn amendments_are_read_in_the_order_of_the_text_and_found_by_article_and_outcome() {
    let (test, cast) = TestBackend::with_cast().await;
    open(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    proposed(&member, &instead("3", "Trois", "Quatre")).await;
    proposed(&member, &AmendmentForm { kind: "add".into(), ..instead("1", "", "") }).await;
    proposed(&member, &instead("1", "écoutons", "entendons")).await;
    let first = AmendmentForm { kind: "add".into(), article: String::new(), ..instead("1", "", "") };
    proposed(&member, &first).await;
    let version = head(&member).await.version;
    let sub = instead("1", "écoutons", "entendons bien");
    propose(&member, "charte", 1, version, Some(3), &sub).await.expect("proposed");
    let found = async |filter: AmendmentFilter| {
        let all = amendments(&member, "charte", 1, filter, PageNumber::FIRST).await.expect("read");
        let numbers = all.page.rows.iter().flat_map(|group| group.amendments.iter().map(|one| one.number));
        numbers.collect::<Vec<_>>()
    };
    assert_eq!(found(AmendmentFilter::default()).await, [4, 3, 5, 2, 1]);
    let article = AmendmentFilter { article: "1".parse().ok(), state: None };
    assert_eq!(found(article).await, [3, 5, 2]);
    withdraw(&member, "charte", 1, 1).await.expect("taken back");
    let state = AmendmentFilter { article: None, state: Some(AmendmentState::Withdrawn) };
    assert_eq!(found(state).await, [1]);
    let counts = charter::version(&member, "charte", 1).await.expect("read").amendments;
    let of = |number: &str| counts.iter().find(|(of, _)| *of == number.parse().ok()).map(|(_, count)| *count);
    assert_eq!((of("1"), of("2"), of("3")), (Some(2), None, Some(1)));
    test.finish().await;
}
