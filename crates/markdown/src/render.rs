//! From events to HTML: the only place where tags are written.
//!
//! One loop over the events and a stack of what will close each open element, so that no depth
//! of nesting can exhaust the stack of the process. Beyond [`MAX_DEPTH`] the containers are no
//! longer written, only their content: browsers give up around there too, and nobody reads it.

mod image;
mod links;
mod notes;
mod recommends;
mod table;

use pulldown_cmark::{Alignment, Event, HeadingLevel, Tag, TagEnd};

use crate::{
    Heading, Options, escape,
    labels::Labels,
    parse::Document,
    recommendation,
    slug::{self, Slugs},
    text,
};

/// How many elements may be open at once.
const MAX_DEPTH: usize = 48;

/// How many bytes of text may follow each other before a comment cuts them. The second lock
/// writes a text node in a time that grows with the square of its length when it holds no tag and
/// many `&`, `«` or no-break spaces; it drops the comments, and keeps the nodes they separated.
const MAX_NODE: usize = 8192;

/// How long the words in an attribute may be, for the same reason.
const MAX_ATTRIBUTE: usize = 1000;

/// HTML before the second lock, and what was met on the way.
pub struct Written {
    pub html: String,
    pub headings: Vec<Heading>,
}

/// Writes a whole text, its notes at the end. Its titles are `under` levels deeper than those of a page.
pub fn document(document: &Document<'_>, options: &Options<'_>, under: usize) -> Written {
    let mut writer = Writer::new(
        Some(Context { prefix: slug::safe_prefix(options.id_prefix), wikilink: options.wikilink }),
        Labels::of(options.language),
    );
    writer.under = under;
    writer.notes = notes::Book::of(document);
    writer.slugs.keep((1..=recommendation::count(&document.body)).map(recommendation::name));
    writer.events(&document.body);
    writer.write_notes(document);
    Written { html: writer.out, headings: writer.headings }
}

/// Writes the events of one line.
pub fn line(events: &[Event<'_>]) -> String {
    let mut writer = Writer::new(None, Labels::of(crate::Typography::None));
    writer.events(events);
    writer.out
}

/// What a whole text has and a line has not.
struct Context<'a> {
    prefix: String,
    wikilink: &'a (dyn Fn(&str) -> String + Sync),
}

/// An element which is open, or which would be had it been written.
#[derive(Default)]
struct Frame {
    close: &'static str,
}

struct Writer<'a> {
    out: String,
    /// How many bytes of text were written since the last cut.
    uncut: usize,
    /// `None` for a line: no blocks, no ids.
    context: Option<Context<'a>>,
    labels: &'static Labels,
    frames: Vec<Frame>,
    /// How many of the frames have something to close.
    depth: usize,
    /// Inside `<a>`: nothing that is itself a link may be written.
    in_link: bool,
    /// The calls met inside a link, to be written after it.
    waiting: String,
    headings: Vec<Heading>,
    slugs: Slugs,
    /// The levels of the headings around this point, as the author counts them.
    levels: Vec<u8>,
    /// How many titles of the page stand above the text.
    under: usize,
    recommends: recommends::Place,
    columns: Vec<Alignment>,
    column: usize,
    in_head: bool,
    tables: usize,
    notes: notes::Book,
}

impl<'a> Writer<'a> {
    fn new(context: Option<Context<'a>>, labels: &'static Labels) -> Self {
        Self {
            out: String::new(),
            uncut: 0,
            context,
            labels,
            frames: Vec::new(),
            depth: 0,
            in_link: false,
            waiting: String::new(),
            headings: Vec::new(),
            slugs: Slugs::default(),
            levels: Vec::new(),
            under: 0,
            recommends: recommends::Place::default(),
            columns: Vec::new(),
            column: 0,
            in_head: false,
            tables: 0,
            notes: notes::Book::default(),
        }
    }

    fn events(&mut self, events: &[Event<'_>]) {
        let mut i = 0;
        while i < events.len() {
            match &events[i] {
                Event::Start(Tag::Image { link_type, dest_url, title, .. }) => {
                    let (alt, end) = text::until_end(events, i + 1);
                    self.image(*link_type, dest_url, title, &alt);
                    i = end;
                }
                Event::Start(tag) if self.context.is_none() && !is_inline(&tag.to_end()) => {
                    self.skip();
                }
                Event::Start(tag) => self.start(tag, events, i),
                Event::End(tag) => self.end(*tag),
                event => self.leaf(event),
            }
            i += 1;
        }
    }

    fn leaf(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(t)
            | Event::Html(t)
            | Event::InlineHtml(t)
            | Event::InlineMath(t)
            | Event::DisplayMath(t) => self.text(t),
            Event::Code(code) => {
                self.out.push_str("<code>");
                self.text(code);
                self.out.push_str("</code>");
            }
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => {
                self.fresh_line();
                self.out.push_str("<hr>\n");
            }
            Event::FootnoteReference(label) => self.call(label),
            Event::TaskListMarker(done) => self.checkbox(*done),
            Event::Start(_) | Event::End(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, events: &[Event<'_>], i: usize) {
        match tag {
            Tag::Paragraph => self.block("<p>", "</p>\n"),
            Tag::HtmlBlock => self.block("<p class=\"raw\">", "</p>\n"),
            Tag::Heading { level, id, .. } => {
                let (title, _) = text::until_end(events, i + 1);
                self.heading(*level, id.as_deref(), &title);
            }
            Tag::BlockQuote(Some(kind)) => {
                let (class, label) = self.labels.alert(*kind);
                if self.container("<div", "</div>\n") {
                    self.out.pop();
                    escape::attribute(&mut self.out, "class", &format!("alert {class}"));
                    escape::attribute(&mut self.out, "role", "note");
                    self.out.push_str(">\n<p class=\"alert-label\">");
                    escape::text(&mut self.out, label);
                    self.out.push_str("</p>\n");
                }
            }
            Tag::BlockQuote(None) => {
                self.container("<blockquote>", "</blockquote>\n");
            }
            Tag::CodeBlock(_) => self.block("<pre tabindex=\"0\"><code>", "</code></pre>\n"),
            Tag::List(None) => {
                self.container("<ul>", "</ul>\n");
            }
            Tag::List(Some(first)) => {
                if self.container("<ol>", "</ol>\n") && *first != 1 {
                    self.out.truncate(self.out.len() - 2);
                    escape::attribute(&mut self.out, "start", &first.to_string());
                    self.out.push_str(">\n");
                }
            }
            Tag::Item if is_task(&events[i + 1..]) => {
                self.part("<li class=\"task\">", "</li>\n");
            }
            Tag::Item => self.part("<li>", "</li>\n"),
            Tag::DefinitionList => {
                self.container("<dl>", "</dl>\n");
            }
            Tag::DefinitionListTitle => self.part("<dt>", "</dt>\n"),
            Tag::DefinitionListDefinition => self.part("<dd>", "</dd>\n"),
            Tag::Table(columns) => self.table(columns, events, i),
            Tag::TableHead => {
                self.in_head = true;
                self.column = 0;
                self.part("<thead><tr>", "</tr></thead>\n");
            }
            Tag::TableRow => {
                self.in_head = false;
                self.column = 0;
                self.part("<tr>", "</tr>\n");
            }
            Tag::TableCell => {
                self.cell(&events[i + 1..]);
            }
            Tag::Emphasis => self.inline("<em>", "</em>"),
            Tag::Strong => self.inline("<strong>", "</strong>"),
            Tag::Strikethrough => self.inline("<del>", "</del>"),
            Tag::Link { link_type, dest_url, title, .. } => self.link(*link_type, dest_url, title),
            Tag::MetadataBlock(_) => self.recommendation(),
            // Not asked of the parser, set apart before, or written whole.
            Tag::Superscript | Tag::Subscript | Tag::FootnoteDefinition(_) | Tag::Image { .. } => self.skip(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        let Some(frame) = self.frames.pop() else {
            return;
        };
        if !frame.close.is_empty() {
            self.depth -= 1;
            if matches!(tag, TagEnd::Heading(_)) {
                self.way_to_recommendation();
            }
            if matches!(tag, TagEnd::BlockQuote(_) | TagEnd::MetadataBlock(_)) {
                self.fresh_line();
            }
            self.out.push_str(frame.close);
        }
        match tag {
            TagEnd::Link if frame.close == "</a>" => {
                self.in_link = false;
                let waiting = std::mem::take(&mut self.waiting);
                self.out.push_str(&waiting);
            }
            TagEnd::TableCell => self.column += 1,
            TagEnd::MetadataBlock(_) => self.end_recommendation(),
            _ => {}
        }
    }

    /// Opens an element which always may be: it holds no other of its kind.
    fn block(&mut self, open: &str, close: &'static str) {
        self.fresh_line();
        self.open(open, close);
    }

    /// Opens an element which may hold others of its kind, unless there are too many already.
    fn container(&mut self, open: &str, close: &'static str) -> bool {
        if self.depth >= MAX_DEPTH {
            self.fresh_line();
            self.skip();
            return false;
        }
        self.block(open, close);
        self.out.push('\n');
        true
    }

    /// Opens an element which has no meaning without the one around it.
    fn part(&mut self, open: &str, close: &'static str) {
        let alone = self.frames.last().is_none_or(|frame| frame.close.is_empty());
        if alone {
            self.fresh_line();
            self.skip();
        } else {
            self.open(open, close);
        }
    }

    fn inline(&mut self, open: &str, close: &'static str) {
        if self.depth >= MAX_DEPTH {
            self.skip();
        } else {
            self.open(open, close);
        }
    }

    fn open(&mut self, open: &str, close: &'static str) {
        self.out.push_str(open);
        self.frames.push(Frame { close });
        self.depth += 1;
    }

    fn skip(&mut self) {
        self.frames.push(Frame::default());
    }

    fn fresh_line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    /// The page keeps the first level; below, a title is one deeper than the nearest title
    /// before it which its author placed above it.
    fn heading(&mut self, level: HeadingLevel, id: Option<&str>, title: &str) {
        let depth = match self.recommends.is_named() {
            true => self.depth_of_recommendation(),
            false => self.depth_of(level as u8),
        };
        let (level, open, close) = match depth.max(1) + self.under {
            0 | 1 => (2, "<h2", "</h2>\n"),
            2 => (3, "<h3", "</h3>\n"),
            3 => (4, "<h4", "</h4>\n"),
            4 => (5, "<h5", "</h5>\n"),
            _ => (6, "<h6", "</h6>\n"),
        };
        self.block(open, close);
        let name = self.name_of_recommendation();
        let recommends = name.is_some();
        let (here, id) = name.unwrap_or_else(|| {
            let slug = self.slugs.unique(id.unwrap_or(title));
            let id = self.id(&slug);
            (id.clone(), id)
        });
        escape::attribute(&mut self.out, "id", &here);
        self.out.push('>');
        self.headings.push(Heading {
            level,
            id,
            text: title.split_ascii_whitespace().collect::<Vec<_>>().join(" "),
            recommends,
        });
    }

    /// How deep a title stands, from 1.
    fn depth_of(&mut self, typed: u8) -> usize {
        while self.levels.last().is_some_and(|last| *last >= typed) {
            self.levels.pop();
        }
        self.levels.push(typed);
        self.recommends.depth() + self.levels.len()
    }

    fn checkbox(&mut self, done: bool) {
        self.out.push_str("<input type=\"checkbox\" disabled=\"\"");
        let label = if done {
            self.out.push_str(" checked=\"\"");
            self.labels.done
        } else {
            self.labels.to_do
        };
        escape::attribute(&mut self.out, "aria-label", label);
        self.out.push_str("> ");
    }

    /// Writes the words of an author.
    fn text(&mut self, mut words: &str) {
        while self.uncut + words.len() > MAX_NODE {
            let end = words.floor_char_boundary(MAX_NODE - self.uncut);
            let (head, tail) = words.split_at(end);
            escape::text(&mut self.out, head);
            self.out.push_str("<!---->");
            self.uncut = 0;
            words = tail;
        }
        escape::text(&mut self.out, words);
        self.uncut += words.len();
    }

    fn title(&mut self, title: &str) {
        escape::attribute(&mut self.out, "title", shorten(title));
    }

    /// An id of this text.
    fn id(&self, name: &str) -> String {
        match &self.context {
            Some(context) => format!("{}{name}", context.prefix),
            None => name.to_owned(),
        }
    }
}

/// The beginning of words that go into an attribute.
fn shorten(words: &str) -> &str {
    &words[..words.floor_char_boundary(MAX_ATTRIBUTE)]
}

fn is_inline(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

/// Whether an item starts with a checkbox, in a tight or in a loose list.
fn is_task(inside: &[Event<'_>]) -> bool {
    matches!(
        inside,
        [Event::TaskListMarker(_), ..] | [Event::Start(Tag::Paragraph), Event::TaskListMarker(_), ..]
    )
}
