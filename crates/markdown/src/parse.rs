//! From the source to events: which Markdown we read, notes set apart, typography done.

use std::mem;

use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream};

use crate::{
    Typography, invisible, recommendation,
    typography::{self, OPAQUE},
};

/// What we read beyond CommonMark.
pub const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_WIKILINKS);

/// A parsed text.
pub struct Document<'a> {
    /// The events outside notes.
    pub body: Vec<Event<'a>>,
    /// The notes, as defined, in the order of their definitions.
    pub notes: Vec<Note<'a>>,
}

/// The definition of a note.
pub struct Note<'a> {
    /// What calls it, folded.
    pub label: String,
    /// Its content.
    pub events: Vec<Event<'a>>,
}

/// Two labels that differ by case alone call the same note.
pub fn fold_label(label: &str) -> String {
    label.to_lowercase()
}

/// Parses a whole text.
pub fn document<'a>(source: &'a str, language: Typography) -> Document<'a> {
    let mut body = Vec::new();
    let mut notes: Vec<Note<'a>> = Vec::new();
    // The definitions being read: a note can be defined inside another.
    let mut reading: Vec<(usize, Vec<Event<'a>>)> = Vec::new();
    for event in TextMergeStream::new(Parser::new_ext(source, EXTENSIONS)) {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                // The place is taken now, to keep the order of the definitions.
                reading.push((notes.len(), Vec::new()));
                notes.push(Note { label: fold_label(&label), events: Vec::new() });
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((place, events)) = reading.pop() {
                    notes[place].events = events;
                }
            }
            event => match reading.last_mut() {
                Some((_, events)) => events.push(visible(event)),
                None => body.push(event),
            },
        }
    }
    let mut body: Vec<_> = recommendation::weave(body, language).into_iter().map(visible).collect();
    typeset(&mut body, language);
    for note in &mut notes {
        typeset(&mut note.events, language);
    }
    Document { body, notes }
}

/// Parses one line, in which nothing can be a block: the line is read behind a parenthesis,
/// which is then taken away. A number and a dot at the beginning thus stay what they are.
pub fn line<'a>(line: &str, language: Typography) -> Vec<Event<'a>> {
    if line.is_empty() {
        return Vec::new();
    }
    let guarded = format!("({line}");
    let options = Options::ENABLE_STRIKETHROUGH;
    let mut events: Vec<Event<'a>> = TextMergeStream::new(Parser::new_ext(&guarded, options))
        .map(|event| visible(event).into_static())
        .collect();
    if let Some(Event::Text(first)) = events.iter_mut().find(|event| matches!(event, Event::Text(_))) {
        *first = CowStr::from(first.strip_prefix('(').unwrap_or(first).to_owned());
    }
    typeset(&mut events, language);
    events
}

/// Entities can bring invisible characters back after the source was cleaned.
fn visible(event: Event<'_>) -> Event<'_> {
    let clean = |text: CowStr<'_>| CowStr::from(invisible::strip(&text).into_owned());
    match event {
        Event::Text(text) => Event::Text(clean(text)),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: clean(dest_url), title: clean(title), id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: clean(dest_url), title: clean(title), id })
        }
        event => event,
    }
}

/// Sets the text events, one block at a time, whatever emphasis or links cut it into.
fn typeset(events: &mut [Event<'_>], language: Typography) {
    if language == Typography::None {
        return;
    }
    let mut run = Run::default();
    // Inside code, or inside an address that stands for itself.
    let mut apart = 0_usize;
    for i in 0..events.len() {
        match &events[i] {
            Event::Text(_) if apart > 0 => run.chars.push(OPAQUE),
            Event::Text(text) => {
                let start = run.chars.len();
                run.chars.extend(text.chars());
                run.pieces.push((i, start));
            }
            Event::Code(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_) => run.chars.push(OPAQUE),
            Event::SoftBreak | Event::HardBreak | Event::TaskListMarker(_) => run.chars.push('\n'),
            Event::Start(tag) => {
                if !inline(&tag.to_end()) {
                    run.flush(events, language);
                }
                if set_apart(&events[i]) {
                    apart += 1;
                } else if apart > 0 {
                    // What is inside closes before what was set apart.
                    apart += 1;
                }
            }
            Event::End(tag) => {
                let block = !inline(tag);
                apart = apart.saturating_sub(1);
                if block {
                    run.flush(events, language);
                }
            }
            Event::Html(_) | Event::Rule => run.flush(events, language),
        }
    }
    run.flush(events, language);
}

fn inline(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

fn set_apart(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Start(
            Tag::CodeBlock(_)
                | Tag::HtmlBlock
                | Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }
        )
    )
}

/// The characters of a block, and which events they come from.
#[derive(Default)]
struct Run {
    chars: Vec<char>,
    /// The index of an event, and where its characters start.
    pieces: Vec<(usize, usize)>,
}

impl Run {
    fn flush(&mut self, events: &mut [Event<'_>], language: Typography) {
        let chars = mem::take(&mut self.chars);
        let pieces = mem::take(&mut self.pieces);
        if pieces.is_empty() {
            return;
        }
        let Some(edits) = typography::rewrite(&chars, language) else {
            return;
        };
        for (event, start) in pieces {
            let Event::Text(text) = &mut events[event] else {
                continue;
            };
            let end = start + text.chars().count();
            let set = typography::apply(&chars[start..end], &edits[start..end]);
            *text = CowStr::from(set);
        }
    }
}
