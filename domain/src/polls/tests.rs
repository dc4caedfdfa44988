use chrono::{NaiveDateTime, TimeDelta};
use proptest::prelude::*;

use super::*;
use crate::refusal::{FieldError, FieldProblem};

fn rules() -> impl Strategy<Value = Rules> {
    let quorum = proptest::sample::select(Quorum::ALL);
    let majority = proptest::sample::select(Majority::ALL);
    (quorum, majority).prop_map(|(quorum, majority)| Rules { quorum, majority, proxies: 2 })
}

/// An assembly: for each person who may vote, what they say, if anything.
fn assembly() -> impl Strategy<Value = Vec<Option<Choice>>> {
    proptest::collection::vec(proptest::option::of(proptest::sample::select(Choice::ALL)), 0..160)
}

/// The same rules, said again with fractions compared exactly and nothing of `tally`.
fn carried(rules: &Rules, people: &[Option<Choice>]) -> (bool, bool) {
    let all = people.len() as f64;
    let of = |choice| people.iter().filter(|said| **said == Some(choice)).count() as f64;
    let (yes, no, neither) = (of(Choice::For), of(Choice::Against), of(Choice::Abstain));
    let came = yes + no + neither;
    let thirds = |part: f64, whole: f64| 3.0 * part >= 2.0 * whole;
    let quorate = came > 0.0
        && match rules.quorum {
            Quorum::None => true,
            Quorum::Quarter => 4.0 * came >= all,
            Quorum::Third => 3.0 * came >= all,
            Quorum::Half => 2.0 * came >= all,
            Quorum::TwoThirds => thirds(came, all),
        };
    let enough = match rules.majority {
        Majority::Simple => yes > no,
        Majority::Absolute => 2.0 * yes > came,
        Majority::TwoThirdsPresent => yes > 0.0 && thirds(yes, came),
        Majority::TwoThirdsMandates => yes > 0.0 && thirds(yes, all),
    };
    (quorate, quorate && enough)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn a_tally_says_what_the_rules_say(rules in rules(), people in assembly()) {
        let count = people.iter().flatten().fold(Count::default(), |count, choice| count.with(*choice, 1));
        let tally = tally(&rules, people.len() as u32, count);
        prop_assert_eq!((tally.is_quorate(), tally.is_carried()), carried(&rules, &people));
        prop_assert!(tally.needed >= 1);
        // One vote less than it takes carries nothing; one more never hurts.
        if tally.is_carried() && rules.majority != Majority::Simple {
            prop_assert!(count.votes_for >= tally.needed);
        }
    }

    #[test]
    fn one_more_for_never_loses_a_motion(rules in rules(), people in assembly()) {
        let mut more = people.clone();
        let Some(absent) = more.iter_mut().find(|said| said.is_none()) else { return Ok(()) };
        *absent = Some(Choice::For);
        let carried = |people: &[Option<Choice>]| {
            let count = people.iter().flatten().fold(Count::default(), |count, choice| count.with(*choice, 1));
            tally(&rules, people.len() as u32, count).is_carried()
        };
        prop_assert!(!carried(&people) || carried(&more));
    }

    #[test]
    fn a_receipt_is_read_as_it_is_written(bytes: [u8; 16]) {
        let receipt = Receipt::from_random(bytes);
        prop_assert_eq!(&Receipt::read(&receipt.to_string()).expect("read"), &receipt);
        prop_assert_eq!(&Receipt::read(&format!(" {} ", receipt.as_str().to_lowercase())).expect("read"), &receipt);
    }
}

#[test]
fn edges_of_quorum_and_majority() {
    let said = |quorum, majority, entitled, (votes_for, votes_against, votes_abstaining)| {
        let rules = Rules { quorum, majority, proxies: 0 };
        let tally = tally(&rules, entitled, Count { votes_for, votes_against, votes_abstaining });
        (tally.is_quorate(), tally.is_carried())
    };
    // Half of 41 is 21 people.
    assert_eq!(said(Quorum::Half, Majority::Simple, 41, (20, 0, 0)), (false, false));
    assert_eq!(said(Quorum::Half, Majority::Simple, 41, (20, 0, 1)), (true, true));
    // A tie carries nothing, whatever the majority.
    assert_eq!(said(Quorum::None, Majority::Simple, 40, (10, 10, 3)), (true, false));
    // Abstentions weigh on the absolute majority only.
    assert_eq!(said(Quorum::None, Majority::Simple, 40, (10, 9, 5)), (true, true));
    assert_eq!(said(Quorum::None, Majority::Absolute, 40, (10, 9, 1)), (true, false));
    assert_eq!(said(Quorum::None, Majority::Absolute, 40, (11, 9, 1)), (true, true));
    assert_eq!(said(Quorum::None, Majority::TwoThirdsPresent, 40, (20, 10, 0)), (true, true));
    assert_eq!(said(Quorum::None, Majority::TwoThirdsPresent, 40, (20, 10, 1)), (true, false));
    assert_eq!(said(Quorum::None, Majority::TwoThirdsMandates, 40, (26, 0, 0)), (true, false));
    assert_eq!(said(Quorum::None, Majority::TwoThirdsMandates, 40, (27, 0, 0)), (true, true));
    // Nobody came.
    assert_eq!(said(Quorum::None, Majority::Simple, 40, (0, 0, 0)), (false, false));
    assert_eq!(said(Quorum::None, Majority::TwoThirdsMandates, 0, (0, 0, 0)), (false, false));
}

#[test]
fn proxies_make_no_chain_and_stay_few() {
    let good = ProxyFacts { most: 2, receiver_represents: 1, ..ProxyFacts::default() };
    assert_eq!(good.may_give(), Ok(()));
    for (facts, why) in [
        (ProxyFacts { most: 0, ..good }, Transition::NoProxies),
        (ProxyFacts { giver_voted: true, ..good }, Transition::AlreadyVoted),
        (ProxyFacts { giver_represents: 1, ..good }, Transition::ProxyChain),
        (ProxyFacts { receiver_gave: true, ..good }, Transition::ProxyChain),
        (ProxyFacts { receiver_represents: 2, ..good }, Transition::TooManyProxies),
    ] {
        assert_eq!(facts.may_give(), Err(Refusal::Transition(why)), "{facts:?}");
    }
}

#[test]
fn a_poll_has_its_moments() {
    let at = |minutes: i64| DateTime::<Utc>::UNIX_EPOCH + TimeDelta::minutes(minutes);
    let mut times = Times { opens_at: at(10), closes_at: at(20), proclaimed_at: None, cancelled_at: None };
    assert_eq!(
        [9, 10, 19, 20].map(|m| times.phase(at(m))),
        [Phase::ToCome, Phase::Open, Phase::Open, Phase::ToCount]
    );
    times.proclaimed_at = Some(at(25));
    assert_eq!(times.phase(at(15)), Phase::Proclaimed);
    times.cancelled_at = Some(at(26));
    assert_eq!(times.phase(at(15)), Phase::Cancelled);
    assert_eq!(Phase::Open.must_take_ballots(), Ok(()));
    assert_eq!(Phase::ToCount.must_take_ballots(), Err(Refusal::Transition(Transition::PollOver)));
    assert_eq!(Phase::ToCome.must_take_ballots(), Err(Refusal::Transition(Transition::PollNotOpen)));
}

#[test]
fn a_poll_as_typed() {
    let now: NaiveDateTime = "2026-11-22T10:00:00".parse().expect("a moment");
    let form = PollForm {
        question: "  Adoptez-vous le rapport annuel ? ".into(),
        body: "Assemblée plénière".into(),
        secrecy: "secret".into(),
        quorum: "half".into(),
        majority: "absolute".into(),
        proxies: "2".into(),
        closes_on: "30/11/2026".into(),
        closes_at: "18 h 30".into(),
        ..PollForm::default()
    };
    let (question, schedule) = form.check(now).expect("accepted");
    assert_eq!(question.question, "Adoptez-vous le rapport annuel ?");
    assert_eq!(question.rules, Rules { quorum: Quorum::Half, majority: Majority::Absolute, proxies: 2 });
    assert_eq!(schedule, Schedule { opens: None, closes: "2026-11-30T18:30:00".parse().expect("a moment") });
    let refused = |form: PollForm, field: &'static str, problem: FieldProblem| {
        assert_eq!(form.check(now), Err(Refusal::Invalid(vec![FieldError::new(field, problem)])));
    };
    let past = PollForm { opens_on: "22/11/2026".into(), opens_at: "9:59".into(), ..form.clone() };
    refused(past, "opens_at", FieldProblem::InThePast);
    let short = PollForm { closes_on: "22/11/2026".into(), closes_at: "10:04".into(), ..form.clone() };
    refused(short, "closes_on", FieldProblem::EndsBeforeStart);
    let backwards = PollForm { opens_on: "01/12/2026".into(), opens_at: "9h".into(), ..form.clone() };
    refused(backwards, "closes_on", FieldProblem::EndsBeforeStart);
    let half = PollForm { opens_on: "23/11/2026".into(), ..form.clone() };
    refused(half, "opens_at", FieldProblem::Missing);
    refused(PollForm { closes_at: "25:00".into(), ..form.clone() }, "closes_at", FieldProblem::NotATime);
    refused(PollForm { proxies: "6".into(), ..form.clone() }, "proxies", FieldProblem::NotANumber);
    refused(PollForm { majority: "most".into(), ..form }, "majority", FieldProblem::NotAChoice);
}

#[test]
fn numbers_of_resolutions() {
    assert_eq!("D2026-04".parse(), Ok(ResolutionNumber { year: 2026, sequence: 4 }));
    for wrong in ["2026-04", "D2026-4", "D2026-004", "D2026-00", "D2026", "D-1"] {
        assert!(wrong.parse::<ResolutionNumber>().is_err(), "{wrong}");
    }
    assert_eq!(ResolutionNumber { year: 2026, sequence: 112 }.to_string(), "D2026-112");
}
