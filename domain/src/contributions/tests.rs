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
