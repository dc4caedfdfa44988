use proptest::prelude::*;

use super::*;
use crate::{
    groups::{GroupState, Visibility},
    ids::GroupId,
    version::Version,
};

fn words() -> impl Strategy<Value = String> {
    "[a-zé]{1,8}"
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        words().prop_map(|body| Step::Edit { body }),
        (words(), "[a-z]{0,4}").prop_map(|(body, plea)| Step::Ask { body, plea }),
        Just(Step::Withdraw),
        words().prop_map(|reason| Step::Hide { reason }),
        Just(Step::Show),
        words().prop_map(|answer| Step::Keep { answer }),
    ]
}

/// What must hold of a message whatever was done to it.
fn is_possible(message: &Standing) -> bool {
    let Standing { state, body, reason, plea, answer, .. } = message;
    let decided = !reason.is_empty() || !plea.is_empty() || !answer.is_empty();
    match state {
        MessageState::Shown => !body.is_empty() && !decided,
        MessageState::Hidden => !body.is_empty() && !reason.is_empty() && plea.is_empty(),
        MessageState::Asked => !body.is_empty() && !reason.is_empty(),
        MessageState::Withdrawn => body.is_empty() && !decided,
    }
}

proptest! {
    #[test]
    fn no_sequence_of_steps_leaves_a_message_in_an_impossible_state(
        first in words(),
        steps in prop::collection::vec(step(), 0..30),
    ) {
        let mut message = Standing::posted(first);
        for step in steps {
            let before = message.clone();
            let by_moderator = matches!(step, Step::Hide { .. } | Step::Show | Step::Keep { .. });
            let Ok(after) = message.after(step.clone()) else { continue };
            prop_assert!(is_possible(&after), "{before:?} then {step:?} gave {after:?}");
            prop_assert_eq!(after.version, before.version.next());
            prop_assert!(before.state != MessageState::Withdrawn, "what was taken back stays so");
            // Who looks after a discussion never changes what somebody else wrote, and an author never undoes a
            // decision by themselves.
            if by_moderator {
                prop_assert_eq!(&after.body, &before.body);
            } else if before.is_hidden() {
                prop_assert!(after.is_hidden() || after.state == MessageState::Withdrawn);
            }
            message = after;
        }
    }
}

/// The whole table of transitions, written out by hand.
#[test]
fn each_step_starts_from_the_right_states_only() {
    use MessageState::*;
    let text = || "x".to_owned();
    let steps = [
        Step::Edit { body: text() },
        Step::Ask { body: text(), plea: text() },
        Step::Withdraw,
        Step::Hide { reason: text() },
        Step::Show,
        Step::Keep { answer: text() },
    ];
    let expected = [
        (Shown, [Some(Shown), None, Some(Withdrawn), Some(Hidden), None, None]),
        (Hidden, [None, Some(Asked), Some(Withdrawn), None, Some(Shown), None]),
        (Asked, [Some(Asked), None, Some(Withdrawn), None, Some(Shown), Some(Hidden)]),
        (Withdrawn, [None, None, None, None, None, None]),
    ];
    for (state, answers) in expected {
        for (step, answer) in steps.iter().zip(answers) {
            let message = Standing { state, ..Standing::posted(text()) };
            let after = message.after(step.clone()).map(|after| after.state);
            let refused = Refusal::Transition(Transition::MessageState);
            assert_eq!(after, answer.ok_or(refused), "{state:?} {step:?}");
        }
    }
}

#[test]
fn a_message_shown_again_forgets_what_was_decided() {
    let hidden = Standing::posted("Non.".into()).after(Step::Hide { reason: "Trop sec.".into() });
    let asked =
        hidden.and_then(|m| m.after(Step::Ask { body: "Je ne crois pas.".into(), plea: "Et là ?".into() }));
    let shown = asked.and_then(|m| m.after(Step::Show)).expect("shown again");
    assert_eq!(shown, Standing { version: Version(4), ..Standing::posted("Je ne crois pas.".into()) });
}

#[test]
fn a_discussion_needs_a_subject_and_something_said() {
    let form = ThreadForm { subject: " ".into(), body: "  \n ".into(), text: "abc".into() };
    let Err(Refusal::Invalid(errors)) = form.check() else { panic!("refused") };
    assert_eq!(errors.iter().map(|e| e.field.as_str()).collect::<Vec<_>>(), ["subject", "body", "text"]);
    let form = ThreadForm { subject: "La gare".into(), body: "Bonjour.".into(), text: " 12 ".into() };
    assert_eq!(form.check().map(|new| new.text), Ok(Some(ContributionId(12))));
}

#[test]
fn only_the_first_message_has_a_subject() {
    let form = MessageForm { body: "Oui.".into(), ..Default::default() };
    assert_eq!(form.check(Rank::Answer).map(|text| text.subject), Ok(None));
    assert_eq!(form.check(Rank::First), Err(Refusal::field("subject", FieldProblem::Missing)));
}

#[test]
fn a_reason_is_always_given() {
    assert_eq!(word("reason", " \n"), Err(Refusal::field("reason", FieldProblem::Missing)));
    assert_eq!(word("reason", " Trop sec. "), Ok("Trop sec.".into()));
}

#[test]
fn nothing_is_written_in_a_closed_discussion_nor_in_a_group_that_has_ended() {
    let group = |state| GroupFacts { id: GroupId(1), visibility: Visibility::Open, state };
    assert_eq!(may_be_written(&group(GroupState::Active), Opening::Open), Ok(()));
    assert_eq!(
        may_be_written(&group(GroupState::Active), Opening::Closed),
        Err(Refusal::Transition(Transition::ThreadClosed))
    );
    assert_eq!(
        may_be_written(&group(GroupState::Closed), Opening::Open),
        Err(Refusal::Transition(Transition::GroupClosed))
    );
}
