//! Where a tree is put together, from elements that open and close: for formats that nest.

use super::{
    losses::Loss,
    tree::{self, Block, CELLS, COLUMNS, DEPTH, Look, Read, Run, Side, Table, What, tidy, tidy_lines},
};

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Plain,
    Heading(u8),
    Code,
}

/// Elements inside one another from which nothing more is told apart.
const CROWD: usize = 200;

/// Something open, with what it holds so far.
enum Open {
    Quote(Vec<Block>),
    List(Option<u64>, Vec<Vec<Block>>),
    Item(Vec<Block>),
    Table(Table),
    Cell(Vec<Block>),
    /// A note, and the paragraph that calls it.
    Note(Vec<Block>, Vec<Run>, Kind),
    /// What is inside goes to what holds it.
    Nothing,
}

/// What can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holder {
    Quote,
    List(Option<u64>),
    Item,
    Table,
    Cell,
    Note,
}

#[derive(Default)]
pub(super) struct Builder {
    pub read: Read,
    pub look: Look,
    pub kind: Kind,
    /// How the paragraph is set, for the column it is in.
    pub side: Side,
    open: Vec<Open>,
    runs: Vec<Run>,
    cells: usize,
}

impl Builder {
    pub fn text(&mut self, text: &str) {
        let text = if self.kind == Kind::Code { tidy_lines(text) } else { tidy(text) };
        if text.is_empty() {
            return;
        }
        match self.runs.last_mut() {
            Some(Run { what: What::Text(last), look }) if *look == self.look => last.push_str(&text),
            _ => self.runs.push(Run { what: What::Text(text), look: self.look.clone() }),
        }
    }

    /// Words of code among others.
    pub fn code(&mut self, text: &str) {
        if self.kind == Kind::Code {
            return self.text(text);
        }
        match self.runs.last_mut() {
            Some(Run { what: What::Code(last), look }) if *look == self.look => last.push_str(&tidy(text)),
            _ => self.push(What::Code(tidy(text))),
        }
    }

    pub fn push(&mut self, what: What) {
        if self.kind == Kind::Code && what == What::Break {
            return self.text("\n");
        }
        self.runs.push(Run { what, look: self.look.clone() });
    }

    /// The words of the paragraph so far.
    pub fn said(&self) -> String {
        tree::words(&self.runs)
    }

    /// Whether nothing of the paragraph is seen so far.
    pub fn is_blank(&self) -> bool {
        tree::is_blank(&self.runs)
    }

    /// Forgets the paragraph.
    pub fn clear(&mut self) {
        self.runs.clear();
        self.kind = Kind::Plain;
    }

    /// Says the first number of the list that is open, which has no item yet.
    pub fn starts(&mut self, number: u64) {
        if let Some(Open::List(Some(start), items)) = self.open.last_mut()
            && items.is_empty()
        {
            *start = number;
        }
    }

    /// Ends the paragraph.
    pub fn flush(&mut self) {
        let (runs, kind) = (std::mem::take(&mut self.runs), std::mem::take(&mut self.kind));
        if tree::is_blank(&runs) {
            return;
        }
        let block = match kind {
            Kind::Plain => Block::Paragraph(runs),
            Kind::Heading(level) => Block::Heading(level, runs),
            Kind::Code => {
                let mut code = String::new();
                for run in &runs {
                    if let What::Text(text) | What::Code(text) = &run.what {
                        code.push_str(text);
                    }
                }
                Block::Code(code)
            }
        };
        self.block(block);
    }

    pub fn block(&mut self, block: Block) {
        for open in self.open.iter_mut().rev() {
            let blocks = match open {
                Open::Quote(blocks) | Open::Item(blocks) | Open::Cell(blocks) | Open::Note(blocks, ..) => {
                    blocks
                }
                Open::List(_, items) => {
                    items.push(Vec::new());
                    items.last_mut().expect("one was just added")
                }
                Open::Table(_) | Open::Nothing => continue,
            };
            return blocks.push(block);
        }
        self.read.blocks.push(block);
    }

    /// Whether one is inside something of this kind.
    pub fn is_in(&self, holder: Holder) -> bool {
        self.open.iter().any(|open| {
            matches!(
                (open, holder),
                (Open::Cell(_), Holder::Cell)
                    | (Open::Table(_), Holder::Table)
                    | (Open::Note(..), Holder::Note)
            )
        })
    }

    pub fn open(&mut self, holder: Holder) {
        if holder != Holder::Note {
            self.flush();
        }
        let crowded = self.open.iter().take(CROWD);
        let deep = crowded.filter(|open| matches!(open, Open::Quote(_) | Open::List(..))).count();
        let opened = match holder {
            _ if self.open.len() >= CROWD => {
                self.read
                    .lost
                    .many(Loss::Depth, u32::from(matches!(holder, Holder::Quote | Holder::List(_))));
                Open::Nothing
            }
            Holder::Note if !self.is_in(Holder::Note) => {
                let runs = std::mem::take(&mut self.runs);
                Open::Note(Vec::new(), runs, std::mem::take(&mut self.kind))
            }
            Holder::Note => Open::Nothing,
            Holder::Quote | Holder::List(_) if deep >= DEPTH || self.is_in(Holder::Cell) => {
                if deep >= DEPTH {
                    self.read.lost.one(Loss::Depth);
                }
                Open::Nothing
            }
            Holder::Quote => Open::Quote(Vec::new()),
            Holder::List(start) => Open::List(start, Vec::new()),
            Holder::Item if matches!(self.open.last(), Some(Open::List(..))) => Open::Item(Vec::new()),
            Holder::Table if self.is_in(Holder::Table) => {
                self.read.lost.one(Loss::NestedTables);
                Open::Nothing
            }
            Holder::Table => Open::Table(Table::default()),
            Holder::Cell if matches!(self.open.last(), Some(Open::Table(_))) => Open::Cell(Vec::new()),
            Holder::Item | Holder::Cell => Open::Nothing,
        };
        self.open.push(opened);
    }

    /// Begins a row of the table that is open.
    pub fn row(&mut self) {
        if let Some(Open::Table(table)) = self.open.last_mut() {
            table.rows.push(Vec::new());
        }
    }

    /// Ends what was opened last.
    pub fn close(&mut self) {
        self.flush();
        match self.open.pop() {
            None | Some(Open::Nothing) => {}
            Some(Open::Quote(blocks)) if blocks.is_empty() => {}
            Some(Open::Quote(blocks)) => self.block(Block::Quote(blocks)),
            Some(Open::List(_, items)) if items.is_empty() => {}
            Some(Open::List(start, items)) => self.block(Block::List(start, items)),
            Some(Open::Item(blocks)) => {
                if let Some(Open::List(_, items)) = self.open.last_mut() {
                    items.push(blocks);
                }
            }
            Some(Open::Cell(blocks)) => {
                let side = std::mem::take(&mut self.side);
                let runs = flat(blocks, &mut self.read.lost);
                self.cell(runs, side);
            }
            Some(Open::Table(table)) => {
                if let Some(block) = settled(table) {
                    self.block(block);
                }
            }
            Some(Open::Note(blocks, runs, kind)) => {
                (self.runs, self.kind) = (runs, kind);
                if !blocks.is_empty() {
                    self.read.notes.push(blocks);
                    self.push(What::Note(self.read.notes.len() - 1));
                }
            }
        }
    }

    /// Adds a cell to the row.
    pub fn cell(&mut self, runs: Vec<Run>, side: Side) {
        let Some(Open::Table(table)) = self.open.last_mut() else { return };
        let first = table.rows.len() <= 1;
        if table.rows.is_empty() {
            table.rows.push(Vec::new());
        }
        let Some(row) = table.rows.last_mut() else { return };
        if row.len() >= COLUMNS || self.cells >= CELLS {
            if !tree::is_blank(&runs) {
                self.read.lost.one(Loss::Rows);
            }
            return;
        }
        self.cells += 1;
        if first {
            table.sides.push(side);
        }
        row.push(runs);
    }

    /// What was put together.
    pub fn done(mut self) -> Read {
        while !self.open.is_empty() {
            self.close();
        }
        self.flush();
        self.read
    }
}

/// A table without its empty rows and the empty columns at its end; one of one cell is what the cell says.
pub(super) fn settled(mut table: Table) -> Option<Block> {
    table.rows.retain(|row| row.iter().any(|cell| !tree::is_blank(cell)));
    let used =
        |row: &Vec<Vec<Run>>| row.iter().rposition(|cell| !tree::is_blank(cell)).map_or(0, |last| last + 1);
    let columns = table.rows.iter().map(used).max().unwrap_or_default();
    table.rows.iter_mut().for_each(|row| row.truncate(columns));
    table.sides.truncate(columns);
    match (columns, table.rows.len()) {
        (0, _) => None,
        (1, 1) => table.rows.pop().and_then(|mut row| row.pop()).map(Block::Paragraph),
        _ => Some(Block::Table(table)),
    }
}

/// The words of a cell on one line.
pub(super) fn flat(blocks: Vec<Block>, lost: &mut super::losses::Losses) -> Vec<Run> {
    if blocks.len() > 1 {
        lost.one(Loss::CellLines);
    }
    let mut line: Vec<Run> = Vec::new();
    for block in blocks {
        if !line.is_empty() {
            line.push(Run { what: What::Text(" ".to_owned()), look: Look::default() });
        }
        match block {
            Block::Heading(_, runs) | Block::Paragraph(runs) => line.extend(runs),
            Block::Code(code) => line.push(Run { what: What::Code(code), look: Look::default() }),
            Block::Quote(blocks) => line.extend(flat(blocks, lost)),
            Block::List(_, items) => {
                for (i, item) in items.into_iter().enumerate() {
                    if i > 0 {
                        line.push(Run { what: What::Text(" ; ".to_owned()), look: Look::default() });
                    }
                    line.extend(flat(item, lost));
                }
            }
            Block::Table(table) => {
                for runs in table.rows.into_iter().flatten() {
                    line.extend(runs);
                    line.push(Run { what: What::Text(" ".to_owned()), look: Look::default() });
                }
            }
            Block::Rule => {}
        }
    }
    line
}
