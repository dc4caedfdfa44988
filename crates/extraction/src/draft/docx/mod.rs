//! Documents of Word, and of those who write as it does.

mod ends;
mod flow;
mod gathered;
mod styles;

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use super::{
    losses::Loss,
    number_images, put_aside,
    tree::{Block, Read, tidy},
};
use crate::{gather::Failure, xml::Node, zipped::Parts};
use flow::{Counters, Flow};
use gathered::Placed;

/// Reads a document: its notes first, since the text calls them.
pub(super) fn read(parts: &mut Parts, folder: Option<PathBuf>) -> Result<Read, Failure> {
    let styles = styles::read(parts)?;
    let mut read = Read::default();
    let mut counters = Counters::default();
    let mut notes = HashMap::new();
    for (part, kind, of) in [
        ("word/footnotes.xml", b"footnote".as_slice(), 'f'),
        ("word/endnotes.xml", b"endnote".as_slice(), 'e'),
    ] {
        let targets = parts.targets(part)?;
        let mut flow = Flow::new(&styles, &targets, &notes, &mut read, &mut counters);
        flow.noted = true;
        let mut all: Vec<(String, Vec<Block>)> = Vec::new();
        let mut current = None;
        parts.walk(part, |node| {
            match &node {
                Node::Open(name, attributes) if *name == kind => {
                    let own = attributes.get("type").is_none_or(|kind| kind == "normal");
                    current = attributes.get("id").filter(|_| own);
                }
                Node::Close(name) if *name == kind => {
                    let blocks = flow.taken();
                    if let Some(id) = current.take() {
                        all.push((id, blocks));
                    }
                }
                _ => flow.visit(&node),
            }
            true
        })?;
        drop(flow);
        for (id, blocks) in all {
            notes.insert((of, id), read.notes.len());
            read.notes.push(blocks);
        }
    }
    let targets = parts.targets("word/document.xml")?;
    let mut flow = Flow::new(&styles, &targets, &notes, &mut read, &mut counters);
    if !parts.walk("word/document.xml", |node| {
        flow.visit(&node);
        true
    })? {
        return Err(Failure::Damaged);
    }
    let wanted = std::mem::take(&mut flow.images);
    let placed = flow.ended();
    let numbers = images(parts, &targets, &wanted, folder.as_deref(), &mut read);
    let placed = framed(placed, &mut read);
    read.blocks = gathered::blocks(placed);
    number_images(&mut read, &|met| numbers.get(met).copied().flatten());
    if read.title.is_empty() {
        read.title = title(parts)?.filter(|_| !has_heading(&read.blocks)).unwrap_or_default();
    }
    // The remarks themselves stand beside the text.
    let mut remarks = 0;
    parts.walk("word/comments.xml", |node| {
        remarks += u32::from(matches!(node, Node::Open(b"comment", _)));
        true
    })?;
    read.lost.many(Loss::Comments, remarks);
    Ok(read)
}

fn has_heading(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| matches!(block, Block::Heading(..)))
}

/// What the file calls itself.
fn title(parts: &mut Parts) -> Result<Option<String>, Failure> {
    let (mut inside, mut title) = (false, String::new());
    parts.walk("docProps/core.xml", |node| {
        match node {
            Node::Open(b"title", _) => inside = true,
            Node::Close(b"title") => inside = false,
            Node::Words(words) if inside => title.push_str(words),
            _ => {}
        }
        true
    })?;
    let title = tidy(&title).trim().to_owned();
    Ok((!title.is_empty()).then_some(title))
}

/// Takes the title away, and what this program puts around a text that it gives as a document.
fn framed(mut placed: Vec<Placed>, read: &mut Read) -> Vec<Placed> {
    let ours = placed.iter().take(3).any(|one| one.style == "Council");
    if let Some(at) = placed.iter().take(12).position(|one| one.is_title) {
        read.title = placed.remove(at).said();
    }
    if ours {
        let pieces = placed.iter().map(|one| (one.style.clone(), one.block.clone())).collect::<Vec<_>>();
        let (kept, summary) = super::frame::inside(&pieces);
        read.summary = summary;
        placed = placed.drain(kept).collect();
    }
    placed
}

/// Puts the images of the text in a folder, each once, in the order in which they are met; the number of each.
fn images(
    parts: &mut Parts,
    targets: &HashMap<String, String>,
    wanted: &[String],
    folder: Option<&Path>,
    read: &mut Read,
) -> Vec<Option<usize>> {
    let mut known: HashMap<&str, Option<usize>> = HashMap::new();
    let mut numbers = Vec::new();
    for id in wanted {
        let Some(target) = targets.get(id) else {
            numbers.push(None);
            continue;
        };
        let number = *known.entry(target).or_insert_with(|| put_aside(parts, target, folder, read));
        numbers.push(number);
    }
    numbers
}
