//! The whole life of a text, as a machine: whatever is tried in whatever order, nothing illegal is reached.

use proptest::prelude::*;

use super::*;

/// Everything that can be tried on a text.
#[derive(Clone, Copy, Debug)]
enum Verb {
    Take(Step),
    Save,
    Correct,
    Become(Standing),
}

#[derive(Clone, Copy, Debug)]
struct Life {
    state: State,
    standing: Standing,
    version: i32,
    /// The version that is frozen, once adopted.
    frozen: Option<i32>,
    numbered: bool,
}

impl Life {
    fn after(self, verb: Verb) -> Result<Life, Refusal> {
        match verb {
            Verb::Take(step) => {
                let state = self.state.after(step)?;
                let adopted = step == Step::Adopt;
                let frozen = if adopted { Some(self.version) } else { self.frozen };
                Ok(Life { state, frozen, numbered: self.numbered || adopted, ..self })
            }
            Verb::Save if self.state.is_writable() => Ok(Life { version: self.version + 1, ..self }),
            Verb::Save => Err(Refusal::Transition(Transition::ContributionState)),
            Verb::Correct => {
                must_be_published(self.state)?;
                let version = self.version + 1;
                Ok(Life { version, frozen: Some(version), ..self })
            }
            Verb::Become(standing) => {
                must_be_published(self.state)?;
                Ok(Life { standing, ..self })
            }
        }
    }
}

fn verb() -> impl Strategy<Value = Verb> {
    prop_oneof![
        6 => prop::sample::select(Step::ALL.to_vec()).prop_map(Verb::Take),
        2 => Just(Verb::Save),
        1 => Just(Verb::Correct),
        1 => prop::sample::select(Standing::ALL.to_vec()).prop_map(Verb::Become),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn no_sequence_of_verbs_reaches_an_illegal_state(verbs in prop::collection::vec(verb(), 0..60)) {
        let mut life =
            Life { state: State::Draft, standing: Standing::InForce, version: 1, frozen: None, numbered: false };
        for verb in verbs {
            let Ok(next) = life.after(verb) else { continue };
            // A number and a frozen version, exactly from the adoption on; nothing takes them back.
            prop_assert_eq!(next.numbered, next.state.is_frozen());
            prop_assert_eq!(next.frozen.is_some(), next.state.is_frozen());
            prop_assert!(!life.numbered || next.numbered);
            // What is frozen is what is read; it moves only by a correction of a published text.
            prop_assert!(!next.state.is_frozen() || next.frozen == Some(next.version));
            if life.state.is_frozen() && next.version != life.version {
                prop_assert!(matches!(verb, Verb::Correct) && life.state == State::Published);
            }
            // Only what is public is replaced or withdrawn, and it stays public.
            prop_assert!(next.standing == Standing::InForce || next.state == State::Published);
            prop_assert!(life.state != State::Published || next.state == State::Published);
            // Versions only grow, one at a time.
            prop_assert!((0..=1).contains(&(next.version - life.version)));
            life = next;
        }
    }
}
