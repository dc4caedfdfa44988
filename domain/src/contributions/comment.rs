//! Comments on passages: what is said of some words of a text, what is answered, and who may settle it.

use serde::{Deserialize, Serialize};

use crate::{
    columns::coded_enum,
    discussions::{MessageForm, MessageState, Rank},
    form::{self, Problems},
    refusal::{Forbidden, Refusal, Transition},
};

/// Comments that one text may have.
pub const COMMENTS_MAX: u32 = 500;
/// Messages that one comment may have.
pub const ANSWERS_MAX: u32 = 200;
/// Characters typed to narrow a passage.
const WORDS_MAX: u32 = 1_000;
/// People who are named in one message, at most.
const MENTIONS_MAX: usize = 10;
/// Characters of a name that are looked at after its sign.
const NAME_MAX: usize = 120;

coded_enum! {
    /// Where a comment stands.
    pub enum CommentState {
        /// People may answer.
        Open = "open",
        /// What it asked for was done, or said.
        Resolved = "resolved",
    }
}

/// What is known of a comment that somebody would answer or settle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CommentFacts {
    /// Whether the person asking began it.
    pub own: bool,
    /// Whether they sign the text.
    pub signs: bool,
    /// Whether they look after the discussions of the group.
    pub moderates: bool,
    /// Where it stands.
    pub state: CommentState,
}

impl CommentFacts {
    /// Whether it may be answered.
    ///
    /// # Errors
    /// `CommentResolved`.
    pub fn must_be_open(self) -> Result<(), Refusal> {
        match self.state {
            CommentState::Open => Ok(()),
            CommentState::Resolved => Err(Refusal::Transition(Transition::CommentResolved)),
        }
    }

    /// Whether the person asking may resolve it, or open it again.
    ///
    /// # Errors
    /// `CommentSettlersOnly`.
    pub fn may_be_settled(self) -> Result<(), Refusal> {
        if self.own || self.signs || self.moderates {
            Ok(())
        } else {
            Err(Refusal::Forbidden(Forbidden::CommentSettlersOnly))
        }
    }
}

/// What is known of a message that its author would change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageFacts {
    /// Whether the person asking wrote it.
    pub own: bool,
    /// Whether nobody wrote after it.
    pub last: bool,
    /// Where it stands.
    pub state: MessageState,
    /// Where its comment stands.
    pub comment: CommentState,
}

impl MessageFacts {
    /// Whether the person asking may correct it.
    ///
    /// # Errors
    /// As [`MessageFacts::may_be_withdrawn`]; `MessageState` once it was hidden.
    pub fn may_be_changed(self) -> Result<(), Refusal> {
        self.may_be_withdrawn()?;
        match self.state {
            MessageState::Shown => Ok(()),
            _ => Err(Refusal::Transition(Transition::MessageState)),
        }
    }

    /// Whether the person asking may take it back: theirs, and without an answer.
    ///
    /// # Errors
    /// `OthersMessage`, `CommentAnswered`, `CommentResolved`.
    pub fn may_be_withdrawn(self) -> Result<(), Refusal> {
        if !self.own {
            return Err(Refusal::Forbidden(Forbidden::OthersMessage));
        }
        if !self.last {
            return Err(Refusal::Transition(Transition::CommentAnswered));
        }
        match self.comment {
            CommentState::Open => Ok(()),
            CommentState::Resolved => Err(Refusal::Transition(Transition::CommentResolved)),
        }
    }
}

/// A new comment, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CommentForm {
    /// The words of the passage that it is about; blank for the whole passage.
    pub words: String,
    /// What is said of them, in Markdown.
    pub body: String,
}

impl CommentForm {
    /// Checks every field: the words, and what is said of them.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<(String, String), Refusal> {
        let mut problems = Problems::new();
        let words = problems.check("words", form::text(&self.words, 0, WORDS_MAX));
        let said = MessageForm { body: self.body.clone(), ..Default::default() }.check(Rank::Answer);
        let body = match said {
            Ok(said) => Some(said.body),
            Err(Refusal::Invalid(errors)) => {
                for error in errors {
                    problems.add("body", error.problem);
                }
                None
            }
            Err(other) => return Err(other),
        };
        problems.into_result()?;
        words.map(|words| words.trim().to_owned()).zip(body).ok_or(Refusal::Malformed)
    }
}

/// What stands after each sign `@` that begins a word: a name may begin there. Each once, and not many.
pub fn mentions(body: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    let mut before = ' ';
    for (at, c) in body.char_indices() {
        if c == '@' && !before.is_alphanumeric() {
            let rest = &body[at + 1..];
            let line = rest.lines().next().unwrap_or_default();
            let end = line.char_indices().nth(NAME_MAX).map_or(line.len(), |(end, _)| end);
            let name = &line[..end];
            if name.starts_with(char::is_alphabetic) && !found.contains(&name) && found.len() < MENTIONS_MAX {
                found.push(name);
            }
        }
        before = c;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::FieldProblem;

    #[test]
    fn a_comment_says_something_and_may_narrow_its_passage() {
        let form = |words: &str, body: &str| CommentForm { words: words.into(), body: body.into() };
        assert_eq!(form(" un chemin ", "Où ?").check(), Ok(("un chemin".into(), "Où ?".into())));
        assert_eq!(form("", " \n").check(), Err(Refusal::field("body", FieldProblem::Missing)));
        let Err(Refusal::Invalid(errors)) = form(&"x".repeat(1_001), "").check() else {
            panic!("both are wrong")
        };
        assert_eq!(errors.len(), 2);
    }

    #[test]
    fn its_author_the_authors_of_the_text_and_facilitators_settle_a_comment() {
        let facts = |own, signs, moderates| CommentFacts { own, signs, moderates, state: CommentState::Open };
        assert_eq!(facts(true, false, false).may_be_settled(), Ok(()));
        assert_eq!(facts(false, true, false).may_be_settled(), Ok(()));
        assert_eq!(facts(false, false, true).may_be_settled(), Ok(()));
        let others = Refusal::Forbidden(Forbidden::CommentSettlersOnly);
        assert_eq!(facts(false, false, false).may_be_settled(), Err(others));
        let resolved = CommentFacts { state: CommentState::Resolved, ..facts(true, true, true) };
        assert_eq!(resolved.must_be_open(), Err(Refusal::Transition(Transition::CommentResolved)));
        assert_eq!(resolved.may_be_settled(), Ok(()));
    }

    #[test]
    fn one_changes_one_s_message_while_nobody_answered() {
        let mine =
            MessageFacts { own: true, last: true, state: MessageState::Shown, comment: CommentState::Open };
        assert_eq!((mine.may_be_changed(), mine.may_be_withdrawn()), (Ok(()), Ok(())));
        let others = MessageFacts { own: false, ..mine };
        assert_eq!(others.may_be_withdrawn(), Err(Refusal::Forbidden(Forbidden::OthersMessage)));
        let answered = MessageFacts { last: false, ..mine };
        assert_eq!(answered.may_be_changed(), Err(Refusal::Transition(Transition::CommentAnswered)));
        let resolved = MessageFacts { comment: CommentState::Resolved, ..mine };
        assert_eq!(resolved.may_be_withdrawn(), Err(Refusal::Transition(Transition::CommentResolved)));
        // What was hidden may be taken back, and not be worded again unseen.
        let hidden = MessageFacts { state: MessageState::Hidden, ..mine };
        assert_eq!(hidden.may_be_withdrawn(), Ok(()));
        assert_eq!(hidden.may_be_changed(), Err(Refusal::Transition(Transition::MessageState)));
    }

    #[test]
    fn a_name_is_looked_for_after_its_sign_and_in_no_address() {
        assert_eq!(mentions("Merci @Odile Rambert, et @Zoé."), ["Odile Rambert, et @Zoé.", "Zoé."]);
        assert_eq!(mentions("odile@demo.example, @ Odile, @12"), Vec::<&str>::new());
        assert_eq!(mentions("@Odile\n@Odile\nsuite"), ["Odile"]);
        assert_eq!(mentions("@A @B @C @D @E @F @G @H @I @J @K @L ").len(), 10);
        assert_eq!(mentions(&format!("@{}", "é".repeat(500)))[0].chars().count(), 120);
    }
}
