use proptest::prelude::*;

use super::*;
use crate::form::date;

/// The whole table of transitions, written out by hand.
#[test]
fn each_step_starts_from_the_right_states_only() {
    use {State::*, Step::*};
    let allowed = [
        (Draft, Submit, InReview),
        (ChangesRequested, Submit, InReview),
        (InReview, RequestChanges, ChangesRequested),
        (InReview, Propose, ReadyForAdoption),
        (ReadyForAdoption, SendBack, ChangesRequested),
        (ReadyForAdoption, Adopt, Adopted),
        (Adopted, Publish, Published),
    ];
    for state in State::ALL {
        for step in Step::ALL {
            let expected =
                allowed.iter().find(|(from, s, _)| from == state && *s == step).map(|(_, _, to)| *to);
            let refused = Refusal::Transition(Transition::ContributionState);
            assert_eq!(state.after(step), expected.ok_or(refused), "{state:?} {step:?}");
        }
    }
}

#[test]
fn a_frozen_text_is_never_written_again() {
    for state in State::ALL {
        assert!(!(state.is_frozen() && state.is_writable()), "{state:?}");
    }
}

#[test]
fn numbers_have_one_spelling() {
    assert_eq!("2026-04".parse(), Ok(PublicationNumber { year: 2026, sequence: 4 }));
    assert_eq!(PublicationNumber { year: 2026, sequence: 123 }.to_string(), "2026-123");
    for bad in
        ["2026-4", "2026-004", "26-04", "2026-00", "2026", "2026-", "2026-0x", "+026-04", "2026-04-01", ""]
    {
        assert_eq!(bad.parse::<PublicationNumber>(), Err(adoption::NotANumber), "{bad}");
    }
}

proptest! {
    #[test]
    fn a_number_is_read_back(year in 1900..2200i32, sequence in 1..9_999u32) {
        let number = PublicationNumber { year, sequence };
        prop_assert_eq!(number.to_string().parse(), Ok(number));
    }
}

#[test]
fn nothing_is_adopted_in_the_future() {
    let form = AdoptionForm {
        body: "Assemblée plénière".into(),
        adopted_on: "23/11/2026".into(),
        votes_for: "31".into(),
        votes_against: "2".into(),
        votes_abstaining: "x".into(),
    };
    let today = date("2026-11-22").expect("a date");
    let Err(Refusal::Invalid(errors)) = form.check(today) else { panic!("refused") };
    let found: Vec<_> = errors.iter().map(|e| (e.field.as_str(), e.problem.clone())).collect();
    assert_eq!(
        found,
        [("adopted_on", FieldProblem::InTheFuture), ("votes_abstaining", FieldProblem::NotANumber)]
    );
}

#[test]
fn a_request_for_changes_says_what() {
    let form = ReviewForm { verdict: "changes".into(), comment: "  ".into() };
    assert_eq!(form.check(), Err(Refusal::field("comment", FieldProblem::Missing)));
    let form = ReviewForm { verdict: "approve".into(), comment: String::new() };
    assert_eq!(form.check(), Ok((Verdict::Approve, String::new())));
}

#[test]
fn the_frozen_text_holds_title_summary_and_body() {
    assert_eq!(
        frozen_text("Titre", "En bref.", "## Un\n\nTexte\n"),
        "# Titre\n\nEn bref.\n\n## Un\n\nTexte\n"
    );
    assert_eq!(frozen_text("Titre", "", "Texte"), "# Titre\n\nTexte\n");
}

#[test]
fn hidden_characters_are_refused_in_titles() {
    let form =
        ContributionForm { title: "Un\u{202e}titre".into(), kind: "opinion".into(), ..Default::default() };
    assert_eq!(form.check(), Err(Refusal::field("title", FieldProblem::BadCharacters)));
}

#[test]
fn a_reviewer_is_followed_by_their_last_position_on_the_version_that_is_read() {
    let here = ReviewerFacts {
        author: false,
        in_council: true,
        council_member_of_open_group: false,
        writes_in_group: true,
    };
    let (old, now) = (crate::Version(1), crate::Version(2));
    let state = |last| ReviewerState::of(&here, last, now);
    assert_eq!(state(None), ReviewerState::Waiting);
    assert_eq!(state(Some((Verdict::Approve, now))), ReviewerState::Approved);
    assert_eq!(state(Some((Verdict::RequestChanges, now))), ReviewerState::AskedForChanges);
    assert_eq!(state(Some((Verdict::Approve, old))), ReviewerState::ReviewedEarlier { version: old });
    let gone = |facts: ReviewerFacts| ReviewerState::of(&facts, Some((Verdict::Approve, now)), now);
    assert_eq!(gone(ReviewerFacts { author: true, ..here }), ReviewerState::Gone(Absence::Author));
    assert_eq!(gone(ReviewerFacts { in_council: false, ..here }), ReviewerState::Gone(Absence::NotInCouncil));
    let outside = ReviewerFacts { writes_in_group: false, ..here };
    assert_eq!(gone(outside), ReviewerState::Gone(Absence::NotInGroup));
    let of_open_group = ReviewerFacts { council_member_of_open_group: true, ..outside };
    assert_eq!(gone(of_open_group), ReviewerState::Approved);
}

#[test]
fn a_consultation_ends_by_itself_after_its_last_day() {
    let day = |text| date(text).expect("a date");
    let until = Some(day("2026-12-01"));
    for state in State::ALL {
        let open = matches!(state, State::InReview | State::ChangesRequested);
        assert_eq!(is_consulted(*state, until, day("2026-12-01")), open, "{state:?}");
        assert!(!is_consulted(*state, until, day("2026-12-02")), "{state:?}");
        assert!(!is_consulted(*state, None, day("2026-12-01")), "{state:?}");
    }
}

#[test]
fn a_day_is_late_once_it_has_passed() {
    let day = |text| date(text).expect("a date");
    let due = |today| Due::new(day("2026-12-01"), day(today));
    assert_eq!((due("2026-11-22").in_days, due("2026-11-22").is_late()), (9, false));
    assert_eq!((due("2026-12-01").in_days, due("2026-12-01").is_late()), (0, false));
    assert_eq!((due("2026-12-03").in_days, due("2026-12-03").is_late()), (-2, true));
    let today = day("2026-11-22");
    assert_eq!(due_day(" ", today), Ok(None));
    assert_eq!(due_day("22/11/2026", today), Ok(Some(today)));
    assert_eq!(due_day("2026-11-21", today), Err(Refusal::field("due_on", FieldProblem::InThePast)));
    assert_eq!(due_day("demain", today), Err(Refusal::field("due_on", FieldProblem::NotADate)));
}

#[test]
fn a_text_in_force_needs_no_reason_and_only_a_replaced_one_a_number() {
    let own = PublicationNumber { year: 2026, sequence: 4 };
    let form = |standing: Standing, reason: &str, by: &str| StandingForm {
        standing: standing.code().into(),
        reason: reason.into(),
        replaced_by: by.into(),
    };
    let back = form(Standing::InForce, "Peu importe", "2026-05").check(own).expect("valid");
    assert_eq!((back.reason.as_str(), back.replaced_by), ("", None));
    let itself = form(Standing::Superseded, "Un motif", "2026-04").check(own);
    assert_eq!(itself, Err(Refusal::field("replaced_by", FieldProblem::NotAPublication)));
    let gone = form(Standing::Withdrawn, " ", "").check(own);
    assert_eq!(gone, Err(Refusal::field("reason", FieldProblem::Missing)));
}

#[test]
fn a_correction_tells_every_problem_and_its_reason() {
    let form = ContributionForm { kind: "opinion".into(), ..Default::default() };
    let Err(Refusal::Invalid(errors)) = check_correction(&form) else { panic!("refused") };
    let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
    assert_eq!(fields, ["title", "reason"]);
}
