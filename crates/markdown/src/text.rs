//! What remains of events when only the words count.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::parse::Document;

/// How long an excerpt may be, in characters.
const EXCERPT: usize = 200;

/// The plain text from inside an element to its end, and the index of that end. Calls of notes
/// leave nothing.
pub fn until_end(events: &[Event<'_>], start: usize) -> (String, usize) {
    let mut text = String::new();
    let mut depth = 0_usize;
    for (i, event) in events.iter().enumerate().skip(start) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => return (text, i),
            Event::End(_) => depth -= 1,
            event => push(&mut text, event),
        }
    }
    (text, events.len())
}

fn push(text: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(t)
        | Event::Code(t)
        | Event::Html(t)
        | Event::InlineHtml(t)
        | Event::InlineMath(t)
        | Event::DisplayMath(t) => text.push_str(t),
        Event::SoftBreak | Event::HardBreak | Event::Rule => text.push(' '),
        _ => {}
    }
}

/// How many words a reader meets, notes included.
pub fn words(document: &Document<'_>) -> u32 {
    let notes = document.notes.iter().map(|note| &note.events);
    let mut text = String::new();
    for event in notes.chain([&document.body]).flatten() {
        match event {
            Event::Start(tag) if !glues(&tag.to_end()) => text.push(' '),
            Event::End(tag) if !glues(tag) => text.push(' '),
            event => push(&mut text, event),
        }
    }
    let words = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    u32::try_from(words).unwrap_or(u32::MAX)
}

/// The words, a block a line, notes last.
pub fn plain(document: &Document<'_>) -> String {
    let notes = document.notes.iter().flat_map(|note| &note.events);
    let mut text = String::new();
    for event in document.body.iter().chain(notes) {
        match event {
            Event::Start(tag) if !glues(&tag.to_end()) => part(&mut text),
            Event::End(tag) if !glues(tag) => part(&mut text),
            event => push(&mut text, event),
        }
    }
    text.truncate(text.trim_end().len());
    text
}

fn part(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

/// Whether words can run through the edge of this element.
fn glues(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link)
}

/// The beginning of the paragraphs; of whatever else there is when there are none.
pub fn excerpt(body: &[Event<'_>]) -> String {
    let mut text = String::new();
    let mut i = 0;
    while i < body.len() && text.chars().count() <= EXCERPT {
        if matches!(body[i], Event::Start(Tag::Paragraph)) {
            let (paragraph, end) = until_end(body, i + 1);
            text.push_str(&paragraph);
            text.push(' ');
            i = end;
        }
        i += 1;
    }
    if text.trim().is_empty() {
        for event in body {
            push(&mut text, event);
            if matches!(event, Event::End(tag) if !glues(tag)) {
                text.push(' ');
            }
            // Bytes are enough to know that there is too much.
            if text.len() > EXCERPT * 8 {
                break;
            }
        }
    }
    cut(&text)
}

/// Single ordinary spaces, no more than the limit, whole words, and an ellipsis when some are
/// missing. No-break spaces stay.
fn cut(text: &str) -> String {
    let plain = |c: char| c.is_ascii_whitespace();
    let text = text.split(plain).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let Some((limit, _)) = text.char_indices().nth(EXCERPT) else {
        return text;
    };
    let head = &text[..limit];
    let end = match head.rfind(' ') {
        // The word that ends right at the limit is whole.
        _ if text[limit..].starts_with(' ') => limit,
        Some(space) => space,
        None => limit,
    };
    let head = head[..end].trim_end_matches([',', ';', ':', '.', '…', '\u{a0}', '\u{202f}', ' ']);
    format!("{head}…")
}
