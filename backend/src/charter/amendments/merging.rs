//! What an article says once amendments to it are adopted, or which of them touch the same words: pure.
//!
//! Each change leads from some words to others. Changes of one article are put together word by word whatever their
//! order; two that touch the same words are for people to settle, who then type the words: that is a change too, of the
//! words that were there before.

use std::collections::BTreeSet;

use crate::contributions::{merge, merge_all};

/// What an article says. One that is taken away says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Its title; may be empty.
    pub title: String,
    /// Its words, in Markdown.
    pub body: String,
}

impl Said {
    /// These words.
    pub(super) fn new(title: impl Into<String>, body: impl Into<String>) -> Said {
        Said { title: title.into(), body: body.into() }
    }

    /// Whether it says nothing at all.
    pub(super) fn is_nothing(&self) -> bool {
        self.title.is_empty() && self.body.is_empty()
    }
}

/// What an amendment makes of some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// The number of the amendment.
    pub number: i32,
    pub from: Said,
    pub to: Said,
    /// Whether a person typed the words, over what others had made of them.
    pub is_settled: bool,
}

/// Two amendments that touch the same words; one that touches words that changed by other means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Met {
    pub one: i32,
    pub other: Option<i32>,
}

impl Met {
    /// Whether it is about that amendment.
    pub fn is_of(self, number: i32) -> bool {
        self.one == number || self.other == Some(number)
    }
}

/// What becomes of words once these changes are adopted.
pub(super) fn together(start: &Said, changes: &[Change]) -> Result<Said, Vec<Met>> {
    let (plain, settled): (Vec<&Change>, Vec<&Change>) = changes.iter().partition(|one| !one.is_settled);
    let mut met = BTreeSet::new();
    let mut brought: Vec<(i32, Said)> = Vec::new();
    for one in plain {
        match brought_to(start, one) {
            Some(to) => brought.push((one.number, to)),
            None => {
                met.insert(Met { one: one.number, other: None });
            }
        }
    }
    let side = |side: fn(&Said) -> &str| {
        let all: Vec<&str> = brought.iter().map(|(_, to)| side(to)).collect();
        merge_all(side(start), &all)
    };
    let (title, body) = (side(|said| &said.title), side(|said| &said.body));
    for (one, other) in [&title, &body].into_iter().filter_map(|side| side.as_ref().err()).flatten() {
        let (one, other) = (brought[*one].0, brought[*other].0);
        met.insert(Met { one: one.min(other), other: Some(one.max(other)) });
    }
    // What one takes away, no other one changes, be it only its title.
    for (one, _) in brought.iter().filter(|(_, to)| to.is_nothing() && !start.is_nothing()) {
        for (other, _) in brought.iter().filter(|(_, to)| !to.is_nothing() && to != start) {
            met.insert(Met { one: *one.min(other), other: Some(*one.max(other)) });
        }
    }
    if !met.is_empty() {
        return Err(met.into_iter().collect());
    }
    let mut said = Said { title: title.unwrap_or_default(), body: body.unwrap_or_default() };
    for one in settled {
        said = brought_to(&said, one).ok_or_else(|| vec![Met { one: one.number, other: None }])?;
    }
    Ok(said)
}

/// The words to which a change leads when it starts from others than those it was made on.
fn brought_to(start: &Said, change: &Change) -> Option<Said> {
    if change.from == *start {
        return Some(change.to.clone());
    }
    let title = merge(&change.from.title, &start.title, &change.to.title)?;
    let body = merge(&change.from.body, &start.body, &change.to.body)?;
    Some(Said { title, body })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BODY: &str = "Nous venons aux réunions. Nous prévenons de nos absences. Nous lisons les documents.";

    fn start() -> Said {
        Said::new("L’assiduité", BODY)
    }

    fn change(number: i32, was: &str, is: &str) -> Change {
        Change {
            number,
            from: start(),
            to: Said::new("L’assiduité", BODY.replace(was, is)),
            is_settled: false,
        }
    }

    fn gone(number: i32) -> Change {
        Change { number, from: start(), to: Said::default(), is_settled: false }
    }

    fn met(one: i32, other: i32) -> Met {
        Met { one, other: Some(other) }
    }

    #[test]
    fn amendments_to_different_words_are_all_in_the_article() {
        let all = [change(1, "venons", "assistons"), change(2, "absences", "retards")];
        let said = together(&start(), &all).expect("apart");
        assert_eq!(said.body, BODY.replace("venons", "assistons").replace("absences", "retards"));
        let [one, two] = all;
        assert_eq!(together(&start(), &[two, one]), Ok(said));
    }

    #[test]
    fn amendments_to_the_same_words_are_told_and_settled_by_typing() {
        let all = [change(1, "absences", "retards"), change(2, "absences", "empêchements")];
        assert_eq!(together(&start(), &all), Err(vec![met(1, 2)]));
        let [one, two] = all;
        let after = together(&start(), std::slice::from_ref(&one)).expect("alone");
        let typed = Said::new("L’assiduité", after.body.replace("retards", "retards et empêchements"));
        let settled = Change { from: after, to: typed.clone(), is_settled: true, ..two };
        assert_eq!(together(&start(), &[one.clone(), settled.clone()]), Ok(typed.clone()));
        // What is adopted later, elsewhere, does not undo it; at the same place, it is told.
        let said = together(&start(), &[one.clone(), settled.clone(), change(3, "lisons", "relisons")]);
        assert_eq!(said.map(|said| said.body), Ok(typed.body.replace("lisons", "relisons")));
        // Nor does going back on the other make it say something else in silence.
        assert_eq!(together(&start(), &[settled]), Err(vec![Met { one: 2, other: None }]));
    }

    #[test]
    fn an_article_is_not_taken_away_and_changed() {
        assert_eq!(together(&start(), &[gone(1), gone(2)]), Ok(Said::default()));
        assert_eq!(together(&start(), &[gone(1), change(2, "venons", "assistons")]), Err(vec![met(1, 2)]));
        let titled = Change { to: Said::new("Autre", BODY), ..change(3, "", "") };
        assert_eq!(together(&start(), &[titled, gone(1)]), Err(vec![met(1, 3)]));
        let untitled = Said::new("", BODY);
        let named = Change { number: 1, from: untitled.clone(), to: Said::new("N", BODY), is_settled: false };
        let without = Change { number: 2, from: untitled.clone(), to: Said::default(), is_settled: false };
        assert_eq!(together(&untitled, &[named, without]), Err(vec![met(1, 2)]));
    }

    #[test]
    fn an_amendment_written_on_words_that_changed_since_follows_them_or_says_so() {
        let now = Said::new("L’assiduité", BODY.replace("lisons", "relisons"));
        let said = together(&now, &[change(1, "venons", "assistons")]).expect("elsewhere");
        assert_eq!(said.body, BODY.replace("lisons", "relisons").replace("venons", "assistons"));
        assert_eq!(
            together(&now, &[change(1, "lisons", "étudions")]),
            Err(vec![Met { one: 1, other: None }])
        );
    }

    proptest! {
        #[test]
        fn any_order_gives_the_same_and_what_meets_is_told(
            places in prop::collection::vec((0_usize..12, 0_usize..3), 1..6),
            order in any::<prop::sample::Index>(),
        ) {
            let words: Vec<String> = (0..12).map(|n| format!("mot{n}")).collect();
            let start = Said::new("T", words.join(" "));
            let changes: Vec<Change> = places.iter().zip(1..).map(|((place, says), number)| {
                let mut to = words.clone();
                to[*place] = format!("autre{says}");
                Change { number, from: start.clone(), to: Said::new("T", to.join(" ")), is_settled: false }
            }).collect();
            let mut turned = changes.clone();
            turned.rotate_left(order.index(changes.len()));
            let disagree = places.iter().any(|one| places.iter().any(|other| one.0 == other.0 && one.1 != other.1));
            let said = together(&start, &changes);
            prop_assert_eq!(said.is_err(), disagree);
            match (said, together(&start, &turned)) {
                (Ok(said), Ok(again)) => {
                    let words: Vec<&str> = said.body.split(' ').collect();
                    for (place, says) in &places {
                        let expected = format!("autre{}", says);
                        prop_assert_eq!(words[*place], expected);
                    }
                    prop_assert_eq!(said, again);
                }
                (said, again) => prop_assert_eq!(said.is_err(), again.is_err()),
            }
        }
    }
}
