//! Recommendations: numbered items that an author marks in a text.
//!
//! A line `:::recommandation`, which may go on with a title, opens one; a line of colons alone closes it. What stands
//! between is any Markdown. They do not hold each other: the next one closes the one before. One that nobody closes ends
//! before the next title. A closing line that closes nothing is not shown.
//!
//! Each mark is written for the parser as a title of its own, with a sign that no text can hold, since invisible
//! characters were removed before; [`weave`] makes containers of these titles. So a mark ends whatever it stands in, and
//! notes and links go on through the whole text.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, MetadataBlockKind, Parser, Tag, TagEnd};

use crate::{Typography, labels::Labels, parse::EXTENSIONS};

/// How many a text may have; the words of further ones stay, as paragraphs.
const MOST: usize = 999;

/// A recommendation among events: the parser gives none such, as it is not asked for any.
pub const TAG: MetadataBlockKind = MetadataBlockKind::PlusesStyle;

const CLOSED: char = '\u{fdd0}';
const UNCLOSED: char = '\u{fdd1}';
const CLOSING: char = '\u{fdd2}';

/// What a line says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark<'a> {
    /// One begins, with this title.
    Open(&'a str),
    /// One ends.
    Close,
}

fn mark(line: &str) -> Option<Mark<'_>> {
    let words = line.trim_start_matches(' ');
    if line.len() - words.len() > 3 {
        return None;
    }
    let rest = words.trim_start_matches(':');
    if words.len() - rest.len() < 3 {
        return None;
    }
    let rest = rest.trim();
    if rest.is_empty() {
        return Some(Mark::Close);
    }
    let name = rest.get(.."recommandation".len())?;
    let title = &rest[name.len()..];
    let known = ["recommandation", "recommendation"].iter().any(|known| name.eq_ignore_ascii_case(known));
    let whole = title.is_empty() || title.starts_with([' ', '\t', ':', '\u{a0}']);
    (known && whole).then(|| Mark::Open(title.trim_start_matches(':').trim()))
}

/// The source with its marks as the parser will see them.
pub fn prepare(source: &str) -> String {
    if !source.contains(":::") {
        return source.to_owned();
    }
    let kept = kept_as_typed(source);
    let mut kept = kept.iter().peekable();
    let mut found = Vec::new();
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        let (start, end) = (at, at + line.len());
        at = end;
        while kept.next_if(|range| range.end <= start).is_some() {}
        let inside = kept.peek().is_some_and(|range| range.start <= start);
        if let Some(mark) = mark(line).filter(|_| !inside) {
            found.push((start..end, mark));
        }
    }
    let (mut out, mut copied, mut opened, mut is_open) = (String::with_capacity(source.len()), 0, 0, false);
    for (i, (range, mark)) in found.iter().enumerate() {
        out.push_str(&source[copied..range.start]);
        copied = range.end;
        match mark {
            Mark::Open(title) if opened < MOST => {
                opened += 1;
                is_open = true;
                let closed = found.get(i + 1).is_some_and(|(_, next)| *next == Mark::Close);
                let sign = if closed { CLOSED } else { UNCLOSED };
                out.push_str(&format!("\n###### {sign} {title}\n"));
            }
            // The one before ends all the same.
            Mark::Open(title) => {
                if std::mem::take(&mut is_open) {
                    out.push_str(&format!("\n###### {CLOSING}\n"));
                }
                out.push_str(&format!("\n{title}\n\n"));
            }
            Mark::Close if std::mem::take(&mut is_open) => out.push_str(&format!("\n###### {CLOSING}\n")),
            Mark::Close => out.push('\n'),
        }
    }
    out.push_str(&source[copied..]);
    out
}

/// What the parser takes for code, or shows as typed: no mark is read there.
fn kept_as_typed(source: &str) -> Vec<Range<usize>> {
    let events = Parser::new_ext(source, EXTENSIONS).into_offset_iter();
    let mut kept: Vec<Range<usize>> = Vec::new();
    for (event, range) in events {
        let apart = matches!(event, Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock));
        if apart && kept.last().is_none_or(|last| last.end <= range.start) {
            kept.push(range);
        }
    }
    kept
}

/// Makes containers of the titles that are marks.
pub fn weave<'a>(events: Vec<Event<'a>>, language: Typography) -> Vec<Event<'a>> {
    let signed = |event: &Event<'_>| match event {
        Event::Text(text) => text.chars().next().filter(|c| [CLOSED, UNCLOSED, CLOSING].contains(c)),
        _ => None,
    };
    if !events.iter().any(|event| signed(event).is_some()) {
        return events;
    }
    let label = match language {
        // Words to be searched are those of the council.
        Typography::None => Labels::of(Typography::French).recommendation,
        language => Labels::of(language).recommendation,
    };
    let mut out = Vec::with_capacity(events.len() + 16);
    let (mut number, mut depth, mut open) = (0_usize, 0_usize, None);
    let mut events = events.into_iter().peekable();
    while let Some(event) = events.next() {
        let title = depth == 0 && matches!(event, Event::Start(Tag::Heading { .. }));
        let sign = events.peek().filter(|_| title).and_then(signed);
        if sign.is_some() || (title && open == Some(UNCLOSED)) {
            out.extend(open.take().map(|_| Event::End(TagEnd::MetadataBlock(TAG))));
        }
        match sign {
            None => {
                match &event {
                    Event::Start(_) => depth += 1,
                    Event::End(_) => depth = depth.saturating_sub(1),
                    _ => {}
                }
                out.push(event);
            }
            Some(CLOSING) => {
                while events.next_if(|event| !matches!(event, Event::End(TagEnd::Heading(_)))).is_some() {}
                events.next();
            }
            Some(sign) => {
                number += 1;
                open = Some(sign);
                depth = 1;
                out.push(Event::Start(Tag::MetadataBlock(TAG)));
                out.push(heading());
                let rest = match events.next() {
                    Some(Event::Text(text)) => text.trim_start_matches([sign, ' ']).to_owned(),
                    _ => String::new(),
                };
                let named = rest.is_empty() && matches!(events.peek(), Some(Event::End(_)) | None);
                let between = if named { "" } else { " : " };
                out.push(Event::Text(CowStr::from(format!("{label} {number}{between}{rest}"))));
            }
        }
    }
    out.extend(open.map(|_| Event::End(TagEnd::MetadataBlock(TAG))));
    out
}

fn heading<'a>() -> Event<'a> {
    Event::Start(Tag::Heading { level: HeadingLevel::H6, id: None, classes: Vec::new(), attrs: Vec::new() })
}

/// How many there are.
pub fn count(events: &[Event<'_>]) -> usize {
    events.iter().filter(|event| matches!(event, Event::Start(Tag::MetadataBlock(_)))).count()
}

/// The name of one in its text, for links that lead to it.
pub fn name(number: usize) -> String {
    format!("recommandation-{number}")
}

/// The source for those who read it as it was typed: a mark says in words that a recommendation begins, and nothing when
/// it ends.
pub fn said(source: &str) -> String {
    if !source.contains(":::") {
        return source.to_owned();
    }
    let mut out = String::with_capacity(source.len());
    for line in source.split_inclusive('\n') {
        match mark(line) {
            None => out.push_str(line),
            Some(Mark::Close) => {}
            Some(Mark::Open(title)) => {
                let label = Labels::of(Typography::French).recommendation;
                let between = if title.is_empty() { "" } else { "\u{a0}: " };
                let end = if line.ends_with('\n') { "\n" } else { "" };
                out.push_str(&format!("{label}{between}{title}{end}"));
            }
        }
    }
    out
}
