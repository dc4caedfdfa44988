//! Reading back a line that was just written, as the reader of our texts does.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::inline::{Atom, Sign, Spot};
use crate::draft::{IMAGE, tree::Look};

/// What the reader of our texts reads.
const READ: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_WIKILINKS);

/// Whether a line reads as it was meant.
pub(super) fn reads(said: &str, meant: &[Atom], spot: Spot) -> bool {
    let mut source = if spot == Spot::Heading { format!("# {said}") } else { said.to_owned() };
    for atom in meant {
        if let Sign::Note(number) = atom.sign {
            source.push_str(&format!("\n\n[^{number}]: x"));
        }
    }
    let mut read: Vec<Atom> = Vec::with_capacity(meant.len());
    let (mut look, mut image, mut note) = (Look::default(), None::<(usize, String)>, 0);
    let (mut bold, mut italic, mut struck, mut blocks) = (0, 0, 0, 0);
    for event in Parser::new_ext(&source, READ) {
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => note += 1,
            Event::End(TagEnd::FootnoteDefinition) => note -= 1,
            _ if note > 0 => {}
            Event::Start(Tag::Paragraph) if spot != Spot::Heading => blocks += 1,
            Event::Start(Tag::Heading { id: None, .. }) if spot == Spot::Heading => blocks += 1,
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => {}
            Event::Start(Tag::Strong) => bold += 1,
            Event::End(TagEnd::Strong) => bold -= 1,
            Event::Start(Tag::Emphasis) => italic += 1,
            Event::End(TagEnd::Emphasis) => italic -= 1,
            Event::Start(Tag::Strikethrough) => struck += 1,
            Event::End(TagEnd::Strikethrough) => struck -= 1,
            Event::Start(Tag::Link { dest_url, .. }) => look.link = Some(dest_url.as_ref().into()),
            Event::End(TagEnd::Link) => look.link = None,
            Event::Start(Tag::Image { dest_url, .. }) => {
                let Ok(number) = dest_url.trim_matches(IMAGE).parse() else { return false };
                image = Some((number, String::new()));
            }
            Event::End(TagEnd::Image) => {
                let Some((number, alt)) = image.take() else { return false };
                read.push(Atom { sign: Sign::Image(number, alt), look: look.clone() });
            }
            Event::Text(text) => match &mut image {
                Some((_, alt)) => alt.push_str(&text),
                None => read.extend(text.chars().map(|c| Atom { sign: Sign::Letter(c), look: look.clone() })),
            },
            Event::Code(code) => read.push(Atom { sign: Sign::Code(code.to_string()), look: look.clone() }),
            Event::HardBreak => read.push(Atom { sign: Sign::Break, look: look.clone() }),
            Event::FootnoteReference(label) => match label.parse() {
                Ok(number) => read.push(Atom { sign: Sign::Note(number), look: look.clone() }),
                Err(_) => return false,
            },
            _ => return false,
        }
        (look.bold, look.italic, look.struck) = (bold > 0, italic > 0, struck > 0);
    }
    blocks == 1 && read == meant
}
