//! Web pages, also those that word processors write.

use std::cell::RefCell;

use html5ever::{
    Attribute,
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::RawKind,
    },
};

use super::{
    build::{Builder, Holder, Kind},
    losses::Loss,
    tree::{Block, Read, What},
};

/// Elements inside which nothing is read.
const SKIPPED: [&str; 8] = ["script", "style", "template", "noscript", "svg", "select", "iframe", "object"];
/// Elements that change nothing in the lines.
const INLINE: [&str; 21] = [
    "abbr", "bdi", "bdo", "big", "cite", "dfn", "font", "ins", "kbd", "mark", "q", "samp", "small", "span",
    "sub", "sup", "u", "var", "wbr", "time", "label",
];

/// Reads a page.
pub(super) fn read(page: &str) -> Read {
    let sink = Sink(RefCell::new(Page::default()));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(page));
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    let mut page = tokenizer.sink.0.take();
    page.builder.flush();
    let title = std::mem::take(&mut page.title);
    let mut read = page.builder.done();
    // What a page calls itself is its title only if nothing in it is.
    if !read.blocks.iter().any(|block| matches!(block, Block::Heading(..))) {
        read.title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    read
}

#[derive(Default)]
struct Page {
    builder: Builder,
    title: String,
    in_title: bool,
    skipped: Option<(String, usize)>,
    /// The holders that are open, by the names of their elements.
    holders: Vec<String>,
    bold: usize,
    italic: usize,
    struck: usize,
    code: Option<String>,
    pre: usize,
}

impl Page {
    fn text(&mut self, text: &str) {
        if self.skipped.is_some() {
            return;
        }
        if self.in_title {
            return self.title.push_str(text);
        }
        match &mut self.code {
            Some(code) if self.pre == 0 => code.push_str(text),
            _ => {
                if self.pre > 0 {
                    self.builder.kind = Kind::Code;
                }
                // Blanks between blocks are nothing.
                self.builder.text(text);
            }
        }
    }

    fn looks(&mut self) {
        let look = &mut self.builder.look;
        (look.bold, look.italic, look.struck) = (self.bold > 0, self.italic > 0, self.struck > 0);
    }

    fn hold(&mut self, name: &str, holder: Holder) {
        self.builder.open(holder);
        self.holders.push(name.to_owned());
    }

    /// Closes up to the last of these, unless `wall` comes first.
    fn release(&mut self, names: &[&str], walls: &[&str]) {
        let found = self.holders.iter().rposition(|held| names.contains(&held.as_str()));
        let wall = self.holders.iter().rposition(|held| walls.contains(&held.as_str()));
        let Some(found) = found.filter(|found| wall.is_none_or(|wall| wall < *found)) else { return };
        while self.holders.len() > found {
            self.holders.pop();
            self.builder.close();
        }
    }

    fn start(&mut self, name: &str, attributes: &[Attribute]) {
        let get = |wanted: &str| {
            attributes.iter().find(|one| &*one.name.local == wanted).map(|one| one.value.to_string())
        };
        let more =
            |wanted: &str| get(wanted).and_then(|n| n.trim().parse::<u32>().ok()).is_some_and(|n| n > 1);
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.builder.flush();
                self.builder.kind = Kind::Heading(name.as_bytes()[1] - b'0');
                if let Some(id) = get("id") {
                    self.builder.read.anchors.insert(id, String::new());
                }
            }
            "title" => self.in_title = true,
            "b" | "strong" => self.bold += 1,
            "i" | "em" => self.italic += 1,
            "s" | "del" | "strike" => self.struck += 1,
            "a" => self.builder.look.link = get("href").map(|href| href.trim().into()),
            "code" | "tt" if self.pre == 0 => self.code = Some(String::new()),
            "code" | "tt" => {}
            "pre" => {
                self.builder.flush();
                self.pre += 1;
            }
            "br" => self.builder.push(What::Break),
            "hr" => {
                self.builder.flush();
                self.builder.block(Block::Rule);
            }
            "img" | "picture" => self.builder.read.lost.many(Loss::Images, u32::from(name == "img")),
            "video" | "audio" | "embed" | "canvas" => self.builder.read.lost.one(Loss::Objects),
            "input" | "textarea" | "button" => self.builder.read.lost.one(Loss::Fields),
            "blockquote" => self.hold(name, Holder::Quote),
            "ul" | "menu" | "dir" => self.hold(name, Holder::List(None)),
            "ol" => {
                let start = get("start").and_then(|n| n.trim().parse().ok()).unwrap_or(1);
                self.hold(name, Holder::List(Some(start)));
            }
            "li" => {
                self.release(&["li"], &["ul", "ol", "menu", "dir", "table"]);
                self.hold(name, Holder::Item);
            }
            "table" => self.hold(name, Holder::Table),
            "tr" => {
                self.release(&["td", "th"], &["table"]);
                self.builder.row();
            }
            "td" | "th" => {
                self.release(&["td", "th"], &["table"]);
                if more("colspan") || more("rowspan") {
                    self.builder.read.lost.one(Loss::MergedCells);
                }
                self.hold(name, Holder::Cell);
            }
            name if INLINE.contains(&name) => {}
            _ => self.builder.flush(),
        }
        self.looks();
    }

    fn end(&mut self, name: &str) {
        match name {
            "title" => self.in_title = false,
            "b" | "strong" => self.bold = self.bold.saturating_sub(1),
            "i" | "em" => self.italic = self.italic.saturating_sub(1),
            "s" | "del" | "strike" => self.struck = self.struck.saturating_sub(1),
            "a" => self.builder.look.link = None,
            "code" | "tt" => {
                if let Some(code) = self.code.take() {
                    self.builder.push(What::Code(code));
                }
            }
            "pre" => {
                self.pre = self.pre.saturating_sub(1);
                self.builder.flush();
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let said = self.builder.said();
                for words in self.builder.read.anchors.values_mut().filter(|words| words.is_empty()) {
                    words.clone_from(&said);
                }
                self.builder.flush();
                // Nobody sees where an emphasis that was never closed ends.
                (self.bold, self.italic, self.struck) = (0, 0, 0);
            }
            "blockquote" => self.release(&["blockquote"], &["td", "th"]),
            "ul" | "ol" | "menu" | "dir" => self.release(&["ul", "ol", "menu", "dir"], &["td", "th"]),
            "li" => self.release(&["li"], &["ul", "ol", "menu", "dir", "table"]),
            "table" => self.release(&["table"], &[]),
            "td" | "th" => self.release(&["td", "th"], &["table"]),
            name if INLINE.contains(&name) => {}
            _ => self.builder.flush(),
        }
        self.looks();
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        if let Some((skipped, open)) = &mut self.skipped {
            if skipped == name {
                *open = if tag.kind == TagKind::StartTag { *open + 1 } else { *open - 1 };
                if *open == 0 {
                    self.skipped = None;
                }
            }
            return TokenSinkResult::Continue;
        }
        match tag.kind {
            TagKind::StartTag if SKIPPED.contains(&name) && !tag.self_closing => {
                match name {
                    "svg" => self.builder.read.lost.one(Loss::Images),
                    "iframe" | "object" => self.builder.read.lost.one(Loss::Objects),
                    "select" => self.builder.read.lost.one(Loss::Fields),
                    _ => {}
                }
                self.skipped = Some((name.to_owned(), 1));
                match name {
                    "script" => return TokenSinkResult::RawData(RawKind::ScriptData),
                    "style" | "noscript" | "iframe" => return TokenSinkResult::RawData(RawKind::Rawtext),
                    _ => {}
                }
            }
            TagKind::StartTag => {
                self.start(name, &tag.attrs);
                if matches!(name, "title" | "textarea") {
                    return TokenSinkResult::RawData(RawKind::Rcdata);
                }
            }
            TagKind::EndTag => self.end(name),
        }
        TokenSinkResult::Continue
    }
}

struct Sink(RefCell<Page>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut page = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => page.text(&text),
            Token::TagToken(tag) => return page.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
