//! A dossier: documents, texts and links, chosen, commented and put in order.

use serde::{Deserialize, Serialize};

use super::{NAME_MAX, address};
use crate::{
    columns::coded_enum,
    form::{self, Problems},
    refusal::Refusal,
};

/// Elements of a dossier at most: it is read and printed whole.
pub const ELEMENTS_MAX: u32 = 100;
/// Characters of a comment at most.
pub const COMMENT_MAX: u32 = 4_000;

coded_enum! {
    /// What an element is.
    pub enum ElementKind {
        /// A document of a library.
        Document = "document",
        /// A text of a group.
        Text = "text",
        /// An address elsewhere.
        Link = "link",
    }
}

coded_enum! {
    /// Which way an element is moved.
    pub enum Way {
        /// Before the one above it.
        Up = "up",
        /// After the one below it.
        Down = "down",
    }
}

/// What is written of an element, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ElementForm {
    /// The title of a link.
    pub title: String,
    /// Where a link leads.
    pub address: String,
    /// Why it is there, in Markdown; may be blank.
    pub comment: String,
}

/// What is written of an element, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElementWords {
    /// Of a link; empty otherwise.
    pub title: String,
    /// Of a link; empty otherwise.
    pub address: String,
    /// May be empty.
    pub comment: String,
}

impl ElementForm {
    /// Checks every field that an element of this kind has.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self, kind: ElementKind) -> Result<ElementWords, Refusal> {
        let mut problems = Problems::new();
        let (title, address) = match kind {
            ElementKind::Link => (
                problems.check("title", form::line(&self.title, 1, NAME_MAX)),
                problems.check("address", address(&self.address)),
            ),
            ElementKind::Document | ElementKind::Text => (Some(String::new()), Some(String::new())),
        };
        let comment = problems.check("comment", form::text(&self.comment, 0, COMMENT_MAX));
        problems.into_result()?;
        let complete = || Some(ElementWords { title: title?, address: address?, comment: comment? });
        complete().ok_or(Refusal::Malformed)
    }
}

/// The order once one is moved past the next one that is seen: those that are not seen stay between the same ones as
/// far as can be. The same order at an end.
pub fn moved<Id: Copy + PartialEq>(order: &[Id], seen: &[Id], one: Id, way: Way) -> Vec<Id> {
    let mut moved = order.to_vec();
    let Some(from) = order.iter().position(|id| *id == one) else { return moved };
    let is_seen = |id: &Id| seen.contains(id);
    let to = match way {
        Way::Up => order[..from].iter().rposition(is_seen),
        Way::Down => order[from + 1..].iter().position(is_seen).map(|after| from + 1 + after),
    };
    if let Some(to) = to {
        let id = moved.remove(from);
        moved.insert(to, id);
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FieldProblem;

    #[test]
    fn an_element_is_moved_past_the_next_one_that_is_seen() {
        let order = [1, 2, 3, 4];
        assert_eq!(moved(&order, &order, 3, Way::Up), [1, 3, 2, 4]);
        assert_eq!(moved(&order, &order, 3, Way::Down), [1, 2, 4, 3]);
        assert_eq!(moved(&order, &order, 1, Way::Up), order);
        assert_eq!(moved(&order, &order, 4, Way::Down), order);
        assert_eq!(moved(&order, &[1, 4], 4, Way::Up), [4, 1, 2, 3]);
        assert_eq!(moved(&order, &[1, 4], 1, Way::Down), [2, 3, 4, 1]);
        assert_eq!(moved(&order, &order, 9, Way::Down), order);
    }

    #[test]
    fn a_link_has_a_title_and_an_address_and_all_that_is_wrong_is_told_at_once() {
        let Err(Refusal::Invalid(problems)) = ElementForm::default().check(ElementKind::Link) else {
            panic!("accepted")
        };
        let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["title", "address"]);
        let typed = ElementForm {
            title: " Le plan vélo ".into(),
            address: "https://exemple.fr/plan".into(),
            comment: "À lire **avant** jeudi.".into(),
        };
        let words = typed.check(ElementKind::Link).expect("right");
        assert_eq!(
            (words.title.as_str(), words.address.as_str()),
            ("Le plan vélo", "https://exemple.fr/plan")
        );
        let words = typed.check(ElementKind::Text).expect("right");
        assert_eq!((words.title.as_str(), words.address.as_str()), ("", ""), "a text has its own title");
        let long = ElementForm { comment: "a".repeat(4_001), ..Default::default() };
        let problem = FieldProblem::TooLong { max: COMMENT_MAX };
        assert_eq!(long.check(ElementKind::Document), Err(Refusal::field("comment", problem)));
    }
}
