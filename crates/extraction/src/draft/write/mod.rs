//! From the tree to Markdown.

mod back;
mod guard;
mod inline;

use super::{
    losses::Losses,
    tree::{Block, Look, Read, Run, Side, Table, What},
};
use inline::Inlines;

/// Writes the text and its notes, which are numbered as they are called.
pub(super) fn blocks(found: &mut Read) -> String {
    let blocks = std::mem::take(&mut found.blocks);
    let notes = std::mem::take(&mut found.notes);
    let anchors = std::mem::take(&mut found.anchors);
    let mut writer = Writer { inlines: Inlines::new(anchors, notes.len()), lost: &mut found.lost };
    let mut text = writer.all(&blocks);
    let mut at = 0;
    while let Some(note) = writer.inlines.called(at) {
        at += 1;
        let said = notes.get(note).map(|note| writer.all(note)).unwrap_or_default();
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&hung(&format!("[^{at}]: "), "    ", &said));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

struct Writer<'a> {
    inlines: Inlines,
    lost: &'a mut Losses,
}

impl Writer<'_> {
    fn all(&mut self, blocks: &[Block]) -> String {
        let mut pieces = Vec::new();
        // Two lists that follow each other would be one: their marks differ.
        let mut other = false;
        let mut before: Option<&Block> = None;
        for block in blocks {
            other = match (before, block) {
                (Some(Block::List(a, _)), Block::List(b, _)) if a.is_some() == b.is_some() => !other,
                _ => false,
            };
            let piece = self.one(block, other);
            if !piece.is_empty() {
                pieces.push(piece);
                before = Some(block);
            }
        }
        pieces.join("\n\n")
    }

    fn one(&mut self, block: &Block, other: bool) -> String {
        match block {
            Block::Heading(level, runs) => {
                let said = self.inlines.line(&unbroken(runs), inline::Spot::Heading, self.lost);
                if said.is_empty() {
                    return said;
                }
                format!("{} {said}", "#".repeat(usize::from(*level).clamp(1, 6)))
            }
            Block::Paragraph(runs) => self.inlines.line(runs, inline::Spot::Paragraph, self.lost),
            Block::Quote(blocks) => hung("> ", "> ", &self.all(blocks)),
            Block::List(start, items) => self.list(*start, items, other),
            Block::Code(text) => {
                let text = text.trim_matches('\n');
                let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
                let fence = "`".repeat((longest + 1).max(3));
                format!("{fence}\n{text}\n{fence}")
            }
            Block::Table(table) => self.table(table),
            Block::Rule => "---".to_owned(),
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>], other: bool) -> String {
        let simple = |blocks: &Vec<Block>| match blocks.as_slice() {
            [] | [Block::Paragraph(_)] => true,
            [Block::Paragraph(_), rest @ ..] => rest.len() == 1 && matches!(rest[0], Block::List(..)),
            _ => false,
        };
        let tight = items.iter().all(simple);
        let mut pieces = Vec::new();
        for (number, item) in (start.unwrap_or_default()..).zip(items) {
            let mark = match (start, other) {
                (None, false) => "- ".to_owned(),
                (None, true) => "* ".to_owned(),
                (Some(_), false) => format!("{number}. "),
                (Some(_), true) => format!("{number}) "),
            };
            let said = match item.as_slice() {
                [Block::Paragraph(runs), Block::List(start, items)] if tight => {
                    let words = self.task(runs);
                    let inner = self.list(*start, items, false);
                    if words.is_empty() { inner } else { format!("{words}\n{inner}") }
                }
                [Block::Paragraph(runs), rest @ ..] => {
                    let words = self.task(runs);
                    let rest = self.all(rest);
                    match (words.is_empty(), rest.is_empty()) {
                        (true, _) => rest,
                        (_, true) => words,
                        _ => format!("{words}\n\n{rest}"),
                    }
                }
                blocks => self.all(blocks),
            };
            let blank = " ".repeat(mark.len());
            pieces.push(hung(&mark, &blank, &said).trim_end().to_owned());
        }
        pieces.join(if tight { "\n" } else { "\n\n" })
    }

    /// The words of an item, of which a box at the beginning is a task.
    fn task(&mut self, runs: &[Run]) -> String {
        let mut runs = runs.to_vec();
        let mut mark = "";
        if let Some(Run { what: What::Text(text), .. }) = runs.first_mut() {
            let begun = text.trim_start();
            let found = [("☐", "[ ] "), ("☑", "[x] "), ("☒", "[x] ")];
            if let Some((rest, task)) =
                found.into_iter().find_map(|(sign, task)| Some((begun.strip_prefix(sign)?, task)))
            {
                *text = rest.trim_start().to_owned();
                mark = task;
            }
        }
        let said = self.inlines.line(&runs, inline::Spot::Paragraph, self.lost);
        if said.is_empty() { said } else { format!("{mark}{said}") }
    }

    fn table(&mut self, table: &Table) -> String {
        let columns = table.rows.iter().map(Vec::len).max().unwrap_or_default();
        if columns == 0 {
            return String::new();
        }
        let mut lines = Vec::new();
        for (i, row) in table.rows.iter().enumerate() {
            let mut line = String::from("|");
            for column in 0..columns {
                let cell = row.get(column).map(|runs| unbroken(runs)).unwrap_or_default();
                // The head is bold already.
                let cell = if i == 0 { unbold(cell) } else { cell };
                let said = self.inlines.line(&cell, inline::Spot::Cell, self.lost);
                line.push(' ');
                line.push_str(&said);
                line.push_str(if said.is_empty() { "|" } else { " |" });
            }
            lines.push(line);
            if i == 0 {
                let side = |column| match table.sides.get(column).copied().unwrap_or_default() {
                    Side::Start => " --- |",
                    Side::Center => " :-: |",
                    Side::End => " --: |",
                };
                lines.push(std::iter::once("|").chain((0..columns).map(side)).collect());
            }
        }
        lines.join("\n")
    }
}

/// A text behind a mark, its other lines below its words.
fn hung(mark: &str, blank: &str, text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            out.push('\n');
        }
        let before = if i == 0 { mark } else { blank };
        out.push_str(if line.is_empty() { before.trim_end() } else { before });
        out.push_str(line);
    }
    out
}

/// On one line.
fn unbroken(runs: &[Run]) -> Vec<Run> {
    let blank = |run: &Run| match run.what {
        What::Break => Run { what: What::Text(" ".to_owned()), look: run.look.clone() },
        _ => run.clone(),
    };
    runs.iter().map(blank).collect()
}

/// Without the bold that the whole cell has.
fn unbold(mut runs: Vec<Run>) -> Vec<Run> {
    let bold = |run: &Run| run.look.bold || matches!(&run.what, What::Text(text) if text.trim().is_empty());
    if runs.iter().all(bold) {
        runs.iter_mut().for_each(|run| run.look = Look { bold: false, ..run.look.clone() });
    }
    runs
}
