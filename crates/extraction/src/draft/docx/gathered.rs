//! From paragraphs that say which list they are in, and how deep, to lists and quotations.

use crate::draft::{
    joined,
    tree::{self, Block, DEPTH},
};

/// A paragraph, with where it says it stands.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub block: Block,
    /// The identifier of its style.
    pub style: String,
    pub is_title: bool,
    pub quote: bool,
    /// The item that it begins.
    pub item: Option<Item>,
    /// The depth of the item in which it goes on, from 0.
    pub goes_on: Option<usize>,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub list: String,
    /// Its depth, from 0.
    pub level: usize,
    /// Its number; none without numbers.
    pub number: Option<u64>,
}

impl Placed {
    pub fn said(&self) -> String {
        match &self.block {
            Block::Heading(_, runs) | Block::Paragraph(runs) => tree::words(runs),
            _ => String::new(),
        }
    }
}

/// A list that is open.
struct Open {
    list: String,
    level: usize,
    start: Option<u64>,
    items: Vec<Vec<Block>>,
}

/// Puts lists and quotations together.
pub(super) fn blocks(all: Vec<Placed>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut rest = all.into_iter().peekable();
    while let Some(first) = rest.next() {
        if !first.quote {
            let mut group = vec![first];
            while let Some(next) = rest.next_if(|next| !next.quote) {
                group.push(next);
            }
            blocks.extend(lists(group));
            continue;
        }
        let mut group = vec![first];
        while let Some(next) = rest.next_if(|next| next.quote) {
            group.push(next);
        }
        blocks.push(Block::Quote(lists(group)));
    }
    joined(blocks)
}

fn lists(group: Vec<Placed>) -> Vec<Block> {
    let mut done = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    for one in group {
        if let Some(item) = one.item {
            let level = item.level.min(DEPTH - 1);
            while open.last().is_some_and(|last| last.level > level) {
                close(&mut open, &mut done);
            }
            let other = open.last().is_some_and(|last| {
                last.level == level
                    && (last.list != item.list || last.start.is_some() != item.number.is_some())
            });
            if other {
                close(&mut open, &mut done);
            }
            if open.last().is_none_or(|last| last.level < level) {
                open.push(Open { list: item.list, level, start: item.number, items: Vec::new() });
            }
            if let Some(last) = open.last_mut() {
                last.items.push(vec![one.block]);
            }
            continue;
        }
        match one.goes_on.filter(|_| !open.is_empty()) {
            Some(level) => {
                while open.len() > 1 && open.last().is_some_and(|last| last.level > level) {
                    close(&mut open, &mut done);
                }
                if let Some(item) = open.last_mut().and_then(|last| last.items.last_mut()) {
                    item.push(one.block);
                }
            }
            None => {
                while !open.is_empty() {
                    close(&mut open, &mut done);
                }
                done.push(one.block);
            }
        }
    }
    while !open.is_empty() {
        close(&mut open, &mut done);
    }
    joined(done)
}

/// Ends the innermost list, which goes to the item that it is in.
fn close(open: &mut Vec<Open>, done: &mut Vec<Block>) {
    let Some(Open { start, items, .. }) = open.pop() else { return };
    let list = Block::List(start, items);
    match open.last_mut().and_then(|last| last.items.last_mut()) {
        Some(item) => item.push(list),
        None => done.push(list),
    }
}
