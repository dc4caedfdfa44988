//! What a text of ours does not hold, counted.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A kind of thing that is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Loss {
    /// An image that is elsewhere, too large, or of a kind that is not shown.
    Images,
    /// Words in a box beside the text.
    TextBoxes,
    /// Something of another program: a chart, a sheet, a film.
    Objects,
    /// A formula, of which only the signs are kept.
    Equations,
    /// A remark in the margin.
    Comments,
    /// A tracked change, which is taken as accepted.
    Changes,
    /// A table inside a table, of which the words are kept in the cell.
    NestedTables,
    /// A cell over several columns or rows.
    MergedCells,
    /// A cell of several paragraphs, which are put on one line.
    CellLines,
    /// A row or a cell too many.
    Rows,
    /// A link that leads nowhere from here.
    Links,
    /// What stands at the top or the foot of pages.
    HeadersFooters,
    /// A table of contents, which is made anew.
    Contents,
    /// A paragraph with colours, underlining or marks of a pen.
    Looks,
    /// Bold or italics that could not be written.
    Emphasis,
    /// Marks of a web page typed in Markdown, which are shown as typed.
    Markup,
    /// A list or quotation inside too many others.
    Depth,
    /// A field of a form, a button.
    Fields,
}

/// How many things of a kind are not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lost {
    /// The kind.
    pub kind: Loss,
    /// How many.
    pub count: u32,
}

/// A count of what is not kept.
#[derive(Default)]
pub(super) struct Losses(BTreeMap<Loss, u32>);

impl Losses {
    pub fn one(&mut self, kind: Loss) {
        self.many(kind, 1);
    }

    pub fn many(&mut self, kind: Loss, count: u32) {
        if count > 0 {
            let so_far = self.0.entry(kind).or_default();
            *so_far = so_far.saturating_add(count);
        }
    }

    pub fn all(self) -> Vec<Lost> {
        self.0.into_iter().map(|(kind, count)| Lost { kind, count }).collect()
    }
}
