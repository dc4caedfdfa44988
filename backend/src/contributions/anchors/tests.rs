//! Suggestions and comments keep their place under whatever is written in a text, played with the edits that saving finds.

use domain::contributions::{Anchor, Place};
use proptest::prelude::*;

use super::super::{
    merge::changes,
    suggestions::{Carried, Wording},
};

/// Words that do not repeat, so that a passage is told from every other one.
fn text() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[a-zéà]{1,6}", 3..30)
        .prop_map(|words| words.into_iter().enumerate().map(|(at, word)| format!("{word}{at}")).collect())
}

#[derive(Clone, Debug)]
enum Change {
    Write(usize, String),
    Take(usize),
    Replace(usize, String),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (0_usize..40, "[A-Z]{1,6}").prop_map(|(at, word)| Change::Write(at, word)),
        (0_usize..40).prop_map(Change::Take),
        (0_usize..40, "[A-Z]{1,6}").prop_map(|(at, word)| Change::Replace(at, word)),
    ]
}

/// The words after a change, and those of the passage: their numbers among the words.
fn changed(words: &mut Vec<String>, passage: &mut Vec<usize>, change: &Change) {
    match change {
        Change::Write(at, word) => {
            let at = at % (words.len() + 1);
            words.insert(at, word.clone());
            for place in passage.iter_mut().filter(|place| **place >= at) {
                *place += 1;
            }
        }
        Change::Take(at) if words.len() > 1 => {
            let at = at % words.len();
            words.remove(at);
            passage.retain(|place| *place != at);
            for place in passage.iter_mut().filter(|place| **place > at) {
                *place -= 1;
            }
        }
        Change::Take(_) => {}
        Change::Replace(at, word) => {
            let at = at % words.len();
            word.clone_into(&mut words[at]);
            passage.retain(|place| *place != at);
        }
    }
}

proptest! {
    #[test]
    fn suggestions_and_comments_keep_their_place_under_random_edits(
        words in text(), from in 0_usize..30, len in 1_usize..5,
        saves in prop::collection::vec(prop::collection::vec(change(), 1..4), 1..8),
    ) {
        let mut words = words;
        let from = from % words.len();
        let to = (from + len).min(words.len());
        let mut passage: Vec<usize> = (from..to).collect();
        let quoted = words[from..to].join(" ");
        let mut before = words.join(" ");
        let start = before.find(&quoted).expect("there");
        let mut comment = Anchor::of(&before, start..start + quoted.len()).expect("a passage");
        let mut suggestion = Wording { anchor: comment.clone(), proposed: "AUTRE chose".to_owned() };
        for save in saves {
            let untouched = passage.len() == to - from && passage.windows(2).all(|pair| pair[1] == pair[0] + 1);
            for change in &save {
                changed(&mut words, &mut passage, change);
            }
            let after = words.join(" ");
            let edits = changes(&before, &after);
            comment = comment.carried(&before, &after, &edits);
            let (worded, carried) = suggestion.carried(&before, &after, &edits);
            prop_assert!(after.get(comment.range()).is_some());
            prop_assert!(after.get(worded.anchor.range()).is_some());
            let still = passage.len() == to - from && passage.windows(2).all(|pair| pair[1] == pair[0] + 1);
            if untouched && still {
                // Nobody touched its words: both are about them, wherever they are now.
                prop_assert_eq!(comment.place, Place::Here, "{} -> {}", before, after);
                prop_assert_eq!(&after[comment.range()], quoted.as_str());
                prop_assert_eq!(carried, Carried::Same);
                prop_assert_eq!(&after[worded.anchor.range()], quoted.as_str());
            }
            if passage.is_empty() {
                prop_assert_ne!(comment.place, Place::Here);
            }
            // What a comment was about is said for ever.
            prop_assert_eq!(&comment.words, &quoted);
            suggestion = worded;
            before = after;
        }
    }
}
