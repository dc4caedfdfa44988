//! From events to the tree: one loop over the events, and a stack of what is open.

use std::collections::HashMap;

use pulldown_cmark::{Alignment, BlockQuoteKind, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::{Block, Definition, Inline, Item, words};
use crate::{
    Options,
    labels::Labels,
    link::{self, Address},
    parse::{Document, fold_label},
    recommendation,
    slug::Slugs,
    text,
};

/// How many lists and quotations may hold each other, and how many marks of words; deeper ones are read as part of the
/// last.
const DEPTH: usize = 8;

/// Something open, with what it holds so far.
enum Open {
    Root(Vec<Block>),
    Quote(Option<BlockQuoteKind>, Vec<Block>),
    Recommendation(Vec<Block>),
    List(Option<u64>, Vec<Item>),
    Item(Item),
    Definitions(Vec<Definition>),
    Meaning(Vec<Block>),
    Table(Vec<Alignment>, Vec<Vec<Inline>>, Vec<Vec<Vec<Inline>>>),
    Row(bool, Vec<Vec<Inline>>),
    /// Words: of a paragraph, a title, a term, a cell, or of items without paragraphs.
    Words(Holds, Vec<Inline>),
    Span(Span, Vec<Inline>),
    Code(String),
    /// What is read as part of what holds it.
    Nothing,
}

enum Holds {
    Paragraph,
    Loose,
    Heading(HeadingLevel, Option<String>),
    Term,
    Cell,
}

enum Span {
    Emphasis,
    Strong,
    Struck,
    Link(Option<String>),
}

pub(super) struct Reader<'o> {
    options: &'o Options<'o>,
    labels: &'static Labels,
    open: Vec<Open>,
    depth: usize,
    places: HashMap<String, usize>,
    /// The definitions in the order of the first calls.
    pub(super) order: Vec<usize>,
    /// For each definition, its number once called.
    pub(super) numbers: Vec<usize>,
    spans: usize,
    slugs: Slugs,
    levels: Vec<u8>,
    /// How many recommendations there were.
    recommended: usize,
    /// In one, the levels of the titles around it.
    around: Option<Vec<u8>>,
}

impl<'o> Reader<'o> {
    pub(super) fn new(options: &'o Options<'o>, document: &Document<'_>) -> Reader<'o> {
        let mut slugs = Slugs::default();
        slugs.keep((1..=recommendation::count(&document.body)).map(recommendation::name));
        let mut places = HashMap::new();
        for (place, note) in document.notes.iter().enumerate() {
            places.entry(note.label.clone()).or_insert(place);
        }
        Reader {
            options,
            labels: Labels::of(options.language),
            open: Vec::new(),
            depth: 0,
            places,
            order: Vec::new(),
            numbers: vec![0; document.notes.len()],
            spans: 0,
            slugs,
            levels: Vec::new(),
            recommended: 0,
            around: None,
        }
    }

    pub(super) fn blocks(&mut self, events: &[Event<'_>]) -> Vec<Block> {
        self.open = vec![Open::Root(Vec::new())];
        self.depth = 0;
        let mut i = 0;
        while i < events.len() {
            match &events[i] {
                Event::Start(Tag::Image { link_type, dest_url, title, .. }) => {
                    let (alt, end) = text::until_end(events, i + 1);
                    let href = self.address(*link_type, dest_url);
                    let title = title.trim().to_owned();
                    self.inline(Inline::Image { href, alt: alt.trim().to_owned(), title });
                    i = end;
                }
                Event::Start(tag) => self.start(tag),
                Event::End(tag) => self.end(*tag),
                event => self.leaf(event),
            }
            i += 1;
        }
        self.end_loose();
        match self.open.pop() {
            Some(Open::Root(blocks)) => blocks,
            _ => Vec::new(),
        }
    }

    pub(super) fn number(&mut self, place: usize) -> usize {
        if self.numbers[place] == 0 {
            self.order.push(place);
            self.numbers[place] = self.order.len();
        }
        self.numbers[place]
    }

    fn leaf(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                if let Some(Open::Code(code)) = self.open.last_mut() {
                    code.push_str(text);
                } else {
                    self.inline(Inline::text(text.to_string()));
                }
            }
            Event::InlineMath(text) | Event::DisplayMath(text) => self.inline(Inline::text(text.to_string())),
            Event::Code(code) => self.inline(Inline::Code { text: code.to_string() }),
            Event::SoftBreak => self.inline(Inline::text(" ")),
            Event::HardBreak => self.inline(Inline::Break),
            Event::Rule => self.block(Block::Rule),
            Event::FootnoteReference(label) => {
                let Some(place) = self.places.get(&fold_label(label)).copied() else {
                    return self.inline(Inline::text(format!("[^{label}]")));
                };
                let again = self.numbers[place] != 0;
                let number = self.number(place);
                self.inline(Inline::Note { number, again });
            }
            Event::TaskListMarker(done) => {
                let item = self.open.iter_mut().rev().find_map(|open| match open {
                    Open::Item(item) => Some(item),
                    _ => None,
                });
                if let Some(item) = item {
                    item.done = Some(*done);
                }
            }
            Event::Start(_) | Event::End(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let span = match tag {
            Tag::Emphasis => Some(Span::Emphasis),
            Tag::Strong => Some(Span::Strong),
            Tag::Strikethrough => Some(Span::Struck),
            Tag::Link { link_type, dest_url, .. } => Some(Span::Link(self.address(*link_type, dest_url))),
            _ => None,
        };
        if let Some(span) = span {
            self.loose();
            self.spans += 1;
            let span = if self.spans > DEPTH { Span::Link(None) } else { span };
            return self.open.push(Open::Span(span, Vec::new()));
        }
        self.end_loose();
        let opened = match tag {
            Tag::Paragraph | Tag::HtmlBlock => Open::Words(Holds::Paragraph, Vec::new()),
            Tag::Heading { level, id, .. } => {
                Open::Words(Holds::Heading(*level, id.as_deref().map(str::to_owned)), Vec::new())
            }
            Tag::CodeBlock(_) => Open::Code(String::new()),
            Tag::BlockQuote(_) | Tag::List(_) | Tag::DefinitionList | Tag::Table(_)
                if self.depth >= DEPTH =>
            {
                Open::Nothing
            }
            Tag::BlockQuote(kind) => Open::Quote(*kind, Vec::new()),
            Tag::MetadataBlock(_) => {
                self.recommended += 1;
                self.around = Some(std::mem::take(&mut self.levels));
                Open::Recommendation(Vec::new())
            }
            Tag::List(start) => Open::List(*start, Vec::new()),
            Tag::Item if matches!(self.open.last(), Some(Open::List(..))) => Open::Item(Item::default()),
            Tag::DefinitionList => Open::Definitions(Vec::new()),
            Tag::DefinitionListTitle => Open::Words(Holds::Term, Vec::new()),
            Tag::DefinitionListDefinition if matches!(self.open.last(), Some(Open::Definitions(_))) => {
                Open::Meaning(Vec::new())
            }
            Tag::Table(columns) => Open::Table(columns.clone(), Vec::new(), Vec::new()),
            Tag::TableHead => Open::Row(true, Vec::new()),
            Tag::TableRow => Open::Row(false, Vec::new()),
            Tag::TableCell => Open::Words(Holds::Cell, Vec::new()),
            _ => Open::Nothing,
        };
        if !matches!(opened, Open::Nothing | Open::Words(..) | Open::Code(_) | Open::Row(..)) {
            self.depth += usize::from(!matches!(opened, Open::Item(_) | Open::Meaning(_)));
        }
        self.open.push(opened);
    }

    fn end(&mut self, tag: TagEnd) {
        let inline = matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link);
        if !inline {
            self.end_loose();
        }
        let Some(open) = self.open.pop() else { return };
        match open {
            Open::Root(blocks) => self.open.push(Open::Root(blocks)),
            Open::Nothing => {}
            Open::Span(span, content) => {
                self.spans -= 1;
                self.span(span, content);
            }
            Open::Words(holds, content) => self.words(holds, content),
            Open::Code(text) => self.block(Block::Code { text: text.trim_end_matches('\n').to_owned() }),
            Open::Quote(kind, blocks) => {
                self.depth -= 1;
                self.block(match kind {
                    Some(kind) => Block::Alert { label: self.labels.alert(kind).1.to_owned(), blocks },
                    None => Block::Quote { blocks },
                });
            }
            Open::Recommendation(blocks) => {
                self.depth -= 1;
                self.levels = self.around.take().unwrap_or_default();
                self.recommendation(blocks);
            }
            Open::Item(item) => match self.open.last_mut() {
                Some(Open::List(_, items)) => items.push(item),
                _ => item.blocks.into_iter().for_each(|block| self.block(block)),
            },
            Open::List(start, items) => {
                self.depth -= 1;
                self.block(Block::List { start, items });
            }
            Open::Meaning(blocks) => {
                if let Some(Open::Definitions(items)) = self.open.last_mut() {
                    if items.is_empty() {
                        items.push(Definition::default());
                    }
                    if let Some(item) = items.last_mut() {
                        item.meanings.push(blocks);
                    }
                }
            }
            Open::Definitions(items) => {
                self.depth -= 1;
                self.block(Block::Definitions { items });
            }
            Open::Row(first, cells) => match self.open.last_mut() {
                Some(Open::Table(_, head, _)) if first => *head = cells,
                Some(Open::Table(_, _, rows)) => rows.push(cells),
                _ => cells.into_iter().for_each(|content| self.block(Block::Paragraph { content })),
            },
            Open::Table(columns, mut head, mut rows) => {
                self.depth -= 1;
                head.resize(columns.len(), Vec::new());
                rows.iter_mut().for_each(|row| row.resize(columns.len(), Vec::new()));
                let side = |column: &Alignment| match column {
                    Alignment::Center => "center",
                    Alignment::Right => "end",
                    Alignment::Left | Alignment::None => "start",
                };
                self.block(Block::Table { columns: columns.iter().map(side).collect(), head, rows });
            }
        }
    }

    fn span(&mut self, span: Span, content: Vec<Inline>) {
        let plain = matches!(span, Span::Link(None));
        if plain {
            return content.into_iter().for_each(|inline| self.inline(inline));
        }
        self.inline(match span {
            Span::Emphasis => Inline::Emphasis { content },
            Span::Strong => Inline::Strong { content },
            Span::Struck => Inline::Struck { content },
            Span::Link(href) => Inline::Link { href: href.unwrap_or_default(), content },
        });
    }

    fn words(&mut self, holds: Holds, content: Vec<Inline>) {
        match holds {
            Holds::Paragraph | Holds::Loose if content.is_empty() => {}
            Holds::Paragraph | Holds::Loose => self.block(Block::Paragraph { content }),
            Holds::Heading(level, id) => {
                let title = words(&content);
                let slug = self.slugs.unique(id.as_deref().unwrap_or(&title));
                // A title without a word would be a line of nothing in a table of contents.
                if !title.trim().is_empty() {
                    let level = self.level(level as u8);
                    self.block(Block::Heading { level, id: slug, content });
                }
            }
            Holds::Term => match self.open.last_mut() {
                Some(Open::Definitions(items)) => {
                    items.push(Definition { term: content, meanings: Vec::new() });
                }
                _ => self.block(Block::Paragraph { content }),
            },
            Holds::Cell => match self.open.last_mut() {
                Some(Open::Row(_, cells)) => cells.push(content),
                _ => self.block(Block::Paragraph { content }),
            },
        }
    }

    /// One deeper than the nearest title before it which its author placed above it.
    fn level(&mut self, typed: u8) -> u8 {
        while self.levels.last().is_some_and(|last| *last >= typed) {
            self.levels.pop();
        }
        self.levels.push(typed);
        let above = self.around.as_ref().map_or(0, |around| around.len() + 1);
        u8::try_from(above + self.levels.len()).unwrap_or(6).min(6)
    }

    /// Its first block is its title.
    fn recommendation(&mut self, mut blocks: Vec<Block>) {
        let id = recommendation::name(self.recommended);
        let level = u8::try_from(self.levels.len() + 1).unwrap_or(6).min(6);
        let title = if blocks.is_empty() { Vec::new() } else { title(blocks.remove(0)) };
        self.block(Block::Recommendation { level, id, title, blocks });
    }

    fn address(&self, link_type: LinkType, typed: &str) -> Option<String> {
        let address = match link_type {
            LinkType::WikiLink { .. } => link::address(&(self.options.wikilink)(typed)),
            LinkType::Email => link::address(&format!("mailto:{typed}")),
            _ => link::address(typed),
        };
        address.map(|address| match address {
            Address::Near(href) | Address::Far(href) => href,
            Address::Here(slug) => format!("#{slug}"),
        })
    }

    fn inline(&mut self, inline: Inline) {
        self.loose();
        if let Some(Open::Words(_, content) | Open::Span(_, content)) = self.open.last_mut() {
            match (content.last_mut(), inline) {
                (Some(Inline::Text { text }), Inline::Text { text: more }) => text.push_str(&more),
                (_, inline) => content.push(inline),
            }
        }
    }

    /// Words that stand where blocks do, as in a list without blank lines, are a paragraph.
    fn loose(&mut self) {
        if !matches!(self.open.last(), Some(Open::Words(..) | Open::Span(..) | Open::Code(_))) {
            self.open.push(Open::Words(Holds::Loose, Vec::new()));
        }
    }

    fn end_loose(&mut self) {
        if matches!(self.open.last(), Some(Open::Words(Holds::Loose, _)))
            && let Some(Open::Words(holds, content)) = self.open.pop()
        {
            self.words(holds, content);
        }
    }

    fn block(&mut self, block: Block) {
        for open in self.open.iter_mut().rev() {
            match open {
                Open::Root(blocks)
                | Open::Quote(_, blocks)
                | Open::Recommendation(blocks)
                | Open::Meaning(blocks) => {
                    return blocks.push(block);
                }
                Open::Item(item) => return item.blocks.push(block),
                _ => {}
            }
        }
    }
}

/// The words of a title.
fn title(block: Block) -> Vec<Inline> {
    match block {
        Block::Heading { content, .. } | Block::Paragraph { content } => content,
        _ => Vec::new(),
    }
}
