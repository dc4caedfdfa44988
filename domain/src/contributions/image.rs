//! Images in a text: what is said of them, where they are put.

use crate::{
    form::{self, Problems},
    ids::ContributionId,
    refusal::{FieldProblem, Refusal},
};

/// Characters of what is said of an image.
pub const ALT_MAX: u32 = 500;

/// An image about to come, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImageForm {
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Whether it shows nothing that the text does not say.
    pub decorative: bool,
    /// After which paragraph it goes, from 1; at the end if nothing is chosen.
    pub after: String,
}

impl ImageForm {
    /// What is said of the image; nothing for one that only decorates.
    ///
    /// # Errors
    /// `Invalid`: nothing is said, and nobody says that there is nothing to say.
    pub fn check(&self) -> Result<String, Refusal> {
        let mut problems = Problems::new();
        let told = |alt: String| {
            if alt.is_empty() && !self.decorative { Err(FieldProblem::Undescribed) } else { Ok(alt) }
        };
        let alt = problems.check("alt", form::line(&self.alt, 0, ALT_MAX).and_then(told));
        problems.into_result()?;
        Ok(alt.unwrap_or_default())
    }
}

/// Where an image of a text is read.
pub fn image_address(text: ContributionId, name: &str) -> String {
    format!("/contributions/{text}/images/{name}")
}

/// Where an image of a text that is not saved yet is read, by the person who writes it.
pub fn begun_image_address(name: &str) -> String {
    format!("/contributions/images/{name}")
}

/// An image as a text names it.
pub fn image_mark(text: ContributionId, name: &str, alt: &str) -> String {
    let said: String = alt
        .chars()
        .flat_map(|c| {
            let escaped = matches!(c, '\\' | '[' | ']' | '*' | '_' | '`' | '<' | '&' | '~' | '!');
            escaped.then_some('\\').into_iter().chain([c])
        })
        .collect();
    format!("![{said}]({})", image_address(text, name))
}

/// A paragraph of a text, after which something can be put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its first words, as typed.
    pub begins: String,
    /// Where it ends, in bytes.
    pub end: usize,
}

/// The paragraphs of a text, in order: its titles, lists, tables and the like, each as a whole.
pub fn paragraphs(body: &str) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    let (mut fence, mut apart, mut listed, mut at) = (None::<&str>, true, false, 0);
    for line in body.split_inclusive('\n') {
        let end = at + line.trim_end().len();
        at += line.len();
        let words = line.trim();
        if words.is_empty() && fence.is_none() {
            apart = true;
            continue;
        }
        let item = is_item(words);
        // What is moved to the right goes on with what is above, and a list goes on after an empty line.
        let goes_on = !apart || fence.is_some() || line.starts_with([' ', '\t']) || (listed && item);
        match found.last_mut() {
            Some(last) if goes_on => last.end = end,
            _ => {
                let begins = words.trim_start_matches(['#', '>', '-', '*', '+', '|', ':', ' ']);
                found.push(Paragraph { begins: begins.chars().take(60).collect(), end });
                listed = item;
            }
        }
        apart = false;
        fence = match (fence, ["```", "~~~"].into_iter().find(|fence| words.starts_with(fence))) {
            (None, Some(opened)) => Some(opened),
            (Some(open), Some(closed)) if open == closed => None,
            (open, _) => open,
        };
    }
    found
}

fn is_item(words: &str) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    words.starts_with(['-', '*', '+'])
        || (digits > 0 && words[digits..].starts_with(['.', ')']))
        || words.starts_with("[^")
}

/// The text with this after a paragraph, from 1, or at its end; notes stay last.
pub fn placed(body: &str, after: Option<usize>, mark: &str) -> String {
    let all = paragraphs(body);
    let notes = all.iter().rev().take_while(|paragraph| paragraph.begins.starts_with("[^")).count();
    let last = all.len() - notes;
    let after = after.filter(|after| (1..=last).contains(after)).unwrap_or(last);
    match after.checked_sub(1).and_then(|at| all.get(at)) {
        None if body.trim().is_empty() => mark.to_owned(),
        None => format!("{mark}\n\n{}", body.trim_start_matches('\n')),
        Some(paragraph) => {
            let (before, rest) = body.split_at(paragraph.end);
            let rest = rest.trim_start_matches(['\n', ' ']);
            let rest = if rest.is_empty() { String::new() } else { format!("\n\n{rest}") };
            format!("{before}\n\n{mark}{rest}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "# Titre\n\nUn.\nSuite.\n\n- a\n\n- b\n\n```\nx\n\ny\n```\n\nDeux[^1].\n\n[^1]: Note.\n";

    #[test]
    fn paragraphs_are_whole() {
        let begins: Vec<String> = paragraphs(TEXT).into_iter().map(|one| one.begins).collect();
        assert_eq!(begins, ["Titre", "Un.", "a", "```", "Deux[^1].", "[^1]: Note."]);
    }

    #[test]
    fn an_image_goes_after_a_paragraph_or_before_the_notes() {
        assert_eq!(placed("", None, "M"), "M");
        assert_eq!(placed("Un.\n\nDeux.", Some(1), "M"), "Un.\n\nM\n\nDeux.");
        assert_eq!(placed("Un.\n\nDeux.\n", Some(9), "M"), "Un.\n\nDeux.\n\nM");
        assert!(placed(TEXT, None, "M").ends_with("Deux[^1].\n\nM\n\n[^1]: Note.\n"));
        assert!(placed(TEXT, Some(4), "M").contains("y\n```\n\nM\n\nDeux"));
        assert_eq!(placed("[^1]: Note.", None, "M"), "M\n\n[^1]: Note.");
    }

    #[test]
    fn an_image_is_described_or_said_to_decorate() {
        assert!(ImageForm::default().check().is_err());
        assert_eq!(ImageForm { decorative: true, ..Default::default() }.check(), Ok(String::new()));
        let form = ImageForm { alt: " Le pont ".into(), ..Default::default() };
        assert_eq!(form.check(), Ok("Le pont".to_owned()));
        let mark = image_mark(ContributionId(7), "a.png", "Le [pont] *vu*");
        assert_eq!(mark, "![Le \\[pont\\] \\*vu\\*](/contributions/7/images/a.png)");
    }
}
