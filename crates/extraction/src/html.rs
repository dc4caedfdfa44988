//! Web pages: their text and its shape, without scripts, styles and drawings.

use std::cell::RefCell;

use html5ever::{
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::RawKind,
    },
};

use crate::gather::{Failure, Gather, Pages};

/// Elements inside which nothing is read.
const SKIPPED: [&str; 7] = ["script", "style", "template", "noscript", "svg", "select", "iframe"];
/// Elements that change nothing in the lines.
const INLINE: [&str; 26] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "wbr",
];
/// Text is cut in pieces so that a limit is seen in time.
const PIECE: usize = 64 << 10;

/// Reads a web page.
pub(crate) fn read(page: &str, gather: &mut Gather<'_>) -> Result<Pages, Failure> {
    let sink = Sink(RefCell::new(Page {
        gather,
        words: String::new(),
        skipped: None,
        block: Kept::Paragraph,
        table: None,
    }));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let queue = BufferQueue::default();
    let mut rest = page;
    while !rest.is_empty() {
        let end =
            (0..=rest.len().min(PIECE)).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        queue.push_back(StrTendril::from_slice(piece));
        let _ = tokenizer.feed(&queue);
        rest = after;
        if !tokenizer.sink.0.borrow_mut().gather.goes_on() {
            return Ok(None);
        }
    }
    tokenizer.end();
    let mut page = tokenizer.sink.0.borrow_mut();
    page.flush();
    page.end_table();
    Ok(None)
}

/// What the words being gathered are.
#[derive(Clone, Copy)]
enum Kept {
    Heading(u8),
    Paragraph,
    Item,
}

struct Page<'a, 'b> {
    gather: &'a mut Gather<'b>,
    words: String,
    /// The element inside which nothing is read, and how many of its kind are open.
    skipped: Option<(String, usize)>,
    block: Kept,
    /// The rows of the table one is in.
    table: Option<Vec<Vec<String>>>,
}

impl Page<'_, '_> {
    fn text(&mut self, text: &str) {
        if self.skipped.is_some() {
            return;
        }
        for c in text.chars() {
            if !c.is_ascii_whitespace() {
                self.words.push(c);
            } else if !self.words.is_empty() && !self.words.ends_with([' ', '\n']) {
                self.words.push(' ');
            }
        }
    }

    /// Ends what was being gathered.
    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        if let Some(cell) =
            self.table.as_mut().and_then(|rows| rows.last_mut()).and_then(|row| row.last_mut())
        {
            if !cell.is_empty() && !words.trim().is_empty() {
                cell.push('\n');
            }
            cell.push_str(words.trim());
            return;
        }
        match self.block {
            Kept::Heading(level) => self.gather.heading(level, &words),
            Kept::Paragraph => self.gather.paragraph(&words),
            Kept::Item => self.gather.item(&words),
        }
        self.block = Kept::Paragraph;
    }

    fn end_table(&mut self) {
        if let Some(rows) = self.table.take() {
            self.gather.table(rows);
        }
    }

    fn start(&mut self, name: &str) {
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.flush();
                self.block = Kept::Heading(name.as_bytes()[1] - b'0');
            }
            "title" => {
                self.flush();
                self.block = Kept::Heading(1);
            }
            "li" | "dd" => {
                self.flush();
                self.block = Kept::Item;
            }
            "br" => self.words.push('\n'),
            "table" => {
                self.flush();
                // A table inside a table goes on in the cell it is in.
                self.table.get_or_insert_default();
            }
            "tr" => {
                self.flush();
                if let Some(rows) = &mut self.table {
                    rows.push(Vec::new());
                }
            }
            "td" | "th" => {
                self.flush();
                if let Some(row) = self.table.as_mut().and_then(|rows| rows.last_mut()) {
                    row.push(String::new());
                }
            }
            name if INLINE.contains(&name) => {}
            _ => self.flush(),
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "table" => {
                self.flush();
                self.end_table();
            }
            name if INLINE.contains(&name) => {}
            _ => self.flush(),
        }
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
                self.skipped = Some((name.to_owned(), 1));
                match name {
                    "script" => return TokenSinkResult::RawData(RawKind::ScriptData),
                    "style" | "noscript" | "iframe" => return TokenSinkResult::RawData(RawKind::Rawtext),
                    _ => {}
                }
            }
            TagKind::StartTag => {
                self.start(name);
                if matches!(name, "title" | "textarea") {
                    return TokenSinkResult::RawData(RawKind::Rcdata);
                }
            }
            TagKind::EndTag => self.end(name),
        }
        TokenSinkResult::Continue
    }
}

struct Sink<'a, 'b>(RefCell<Page<'a, 'b>>);

impl TokenSink for Sink<'_, '_> {
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
