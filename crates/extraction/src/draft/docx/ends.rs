//! The ends of paragraphs, cells and tables: what was gathered takes its place.

use super::{
    flow::{Flow, Grid, Own},
    gathered::{self, Item, Placed},
};
use crate::{
    draft::{
        build,
        losses::Loss,
        tree::{self, Block, CELLS, COLUMNS, Run, Side, Table, What},
    },
    xml::Attributes,
};

impl Flow<'_> {
    pub(super) fn spanned(&mut self, name: &[u8], attributes: &Attributes<'_>) {
        let value = attributes.get("val");
        let Some(grid) = self.grids.last_mut() else { return };
        if name == b"gridSpan" {
            grid.span = attributes.number("val").unwrap_or(1).clamp(1, COLUMNS);
            grid.merged |= grid.span > 1;
        } else if value.is_some_and(|value| value == "restart") {
            grid.merged = true;
        }
    }

    pub(super) fn open_table(&mut self) {
        if self.grids.is_empty() {
            let grid =
                Grid { table: Table::default(), cell: Vec::new(), side: Side::Start, span: 1, merged: false };
            self.grids.push(grid);
        } else {
            self.deeper += 1;
            self.read.lost.one(Loss::NestedTables);
        }
    }

    pub(super) fn end_cell(&mut self) {
        let Some(grid) = self.grids.last_mut() else { return };
        let (cell, side, span) = (std::mem::take(&mut grid.cell), grid.side, grid.span);
        if grid.merged {
            self.read.lost.one(Loss::MergedCells);
        }
        let runs = build::flat(gathered::blocks(cell), &mut self.read.lost);
        let first = grid.table.rows.len() == 1;
        let Some(row) = grid.table.rows.last_mut() else { return };
        if row.len() >= COLUMNS || self.counters.cells >= CELLS {
            self.read.lost.many(Loss::Rows, u32::from(!tree::is_blank(&runs)));
            return;
        }
        self.counters.cells += span;
        row.push(runs);
        row.extend((1..span).map(|_| Vec::new()));
        row.truncate(COLUMNS);
        if first {
            grid.table.sides.extend((0..span).map(|_| side));
        }
    }

    pub(super) fn end_paragraph(&mut self) {
        let own = std::mem::take(&mut self.own);
        let mut runs = std::mem::take(&mut self.runs);
        if own.shape.contents {
            if !std::mem::replace(&mut self.contents, true) {
                self.read.lost.one(Loss::Contents);
            }
            return;
        }
        if tree::is_blank(&runs) {
            let bare = self.grids.is_empty() && own.shape.heading.is_none();
            // The border of a paragraph without words is a line across the page.
            let rule = own.shape.rule || (own.border && own.list.is_none() && !own.shape.quote);
            let item = own.list.is_some() && runs.is_empty() && self.own_item(&own).is_some();
            if bare && rule {
                return self.place(placed(Block::Rule, &own));
            }
            if !item {
                return;
            }
            runs.clear();
        }
        if own.looks {
            self.read.lost.one(Loss::Looks);
        }
        if let Some(grid) = self.grids.last_mut().filter(|_| self.deeper == 0)
            && grid.cell.is_empty()
        {
            grid.side = own.side;
        }
        let block = if let Some(level) = own.shape.heading.filter(|_| !own.shape.quote) {
            let words = tree::words(&runs);
            for anchor in &own.anchors {
                self.read.anchors.insert(anchor.clone(), words.clone());
            }
            Block::Heading(level, plain_head(runs))
        } else if own.shape.code {
            Block::Code(lines(&runs))
        } else {
            Block::Paragraph(runs)
        };
        let mut one = placed(block, &own);
        if own.shape.heading.is_none() {
            one.item = self.own_item(&own).map(|(list, level, start)| {
                let at = self.counters.items.entry((list.clone(), level)).or_default();
                let number = start.map(|start| start + *at);
                *at += 1;
                // Those inside begin again.
                (level + 1..10).for_each(|deeper| {
                    self.counters.items.remove(&(list.clone(), deeper));
                });
                Item { list, level, number }
            });
            let in_list = own.shape.in_list || own.left > 0;
            one.goes_on = (one.item.is_none() && in_list && own.left > 0)
                .then(|| (own.left.saturating_sub(60) / 360).max(1) - 1);
        }
        self.place(one);
    }

    /// The list and the level of an item, with its first number.
    fn own_item(&self, own: &Own) -> Option<(String, usize, Option<u64>)> {
        let (list, level) = own.list.clone().or_else(|| own.shape.list.clone())?;
        let known = self.styles.level(&list, level).filter(|known| known.marked)?;
        Some((list, level, known.start))
    }

    pub(super) fn place(&mut self, one: Placed) {
        match self.grids.last_mut() {
            Some(grid) => grid.cell.push(one),
            None => self.placed.push(one),
        }
    }
}

fn placed(block: Block, own: &Own) -> Placed {
    Placed {
        block,
        style: own.style.clone(),
        is_title: own.shape.title,
        quote: own.shape.quote,
        item: None,
        goes_on: None,
    }
}

/// A title is bold already.
fn plain_head(mut runs: Vec<Run>) -> Vec<Run> {
    let bold = |run: &Run| run.look.bold || matches!(&run.what, What::Text(text) if text.trim().is_empty());
    if runs.iter().all(bold) {
        runs.iter_mut().for_each(|run| run.look.bold = false);
    }
    runs
}

fn lines(runs: &[Run]) -> String {
    let mut code = String::new();
    for run in runs {
        match &run.what {
            What::Text(text) | What::Code(text) => code.push_str(text),
            What::Break => code.push('\n'),
            What::Image { .. } | What::Note(_) => {}
        }
    }
    code
}
