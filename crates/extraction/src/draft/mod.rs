//! From a file that a word processor wrote to a text of ours: a title, Markdown, and what could not be kept, by kind.
//!
//! DOCX, ODT, web pages and Markdown. What a text of ours has is kept: titles, paragraphs, emphasis, links, lists,
//! tables, notes, quotations, code, pauses, images. The rest is counted ([`Loss`]), so that whoever brought the file knows
//! what to look at. What is written is always what is read again: each line is parsed back before it is given.
//!
//! What this does not do: store, make images smaller, say anything in words.

mod build;
mod docx;
mod frame;
mod html;
mod losses;
mod marked;
mod odt;
mod tree;
mod write;

use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::{
    Limits, State,
    detect::{self, Kind},
    gather::Failure,
    plain,
    zipped::Parts,
};
pub use losses::{Loss, Lost};
use tree::{Block, Read as Found};

/// A sign that no text holds, around the number of an image where its address will be.
pub const IMAGE: char = '\u{fdd5}';
/// Images that are taken out of a file.
pub const IMAGES: usize = 40;
/// Bytes of an image that is taken out.
pub const IMAGE_BYTES: u64 = 15 << 20;
/// Bytes of Markdown that are given.
const MOST: usize = 2 << 20;

/// A text about to begin.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What the file calls itself; may be empty.
    pub title: String,
    /// Its summary, for documents made by this program; may be empty.
    pub summary: String,
    /// Its Markdown. The address of each image is its number between two [`IMAGE`].
    pub body: String,
    /// What could not be kept.
    pub lost: Vec<Lost>,
    /// How many images were put in the folder, each under its number, from 0.
    pub images: usize,
}

/// Reads a file as a draft; images are put in `folder`, if there is one.
///
/// # Errors
/// The file cannot be opened or read from the disk.
pub fn read(
    path: &Path,
    name: &str,
    limits: &Limits,
    folder: Option<PathBuf>,
) -> std::io::Result<Result<Draft, State>> {
    if std::fs::metadata(path)?.len() > limits.file {
        return Ok(Err(State::TooLarge));
    }
    let mut start = Vec::new();
    File::open(path)?.take(detect::START).read_to_end(&mut start)?;
    let found = match detect::kind(&start, name, "") {
        Kind::Zip => crate::zipped::open(File::open(path)?, limits).and_then(|parts| archive(parts, folder)),
        Kind::FlatOpenDocument => odt::flat(File::open(path)?, limits),
        Kind::Html => Ok(html::read(&plain::decode(&std::fs::read(path)?))),
        Kind::Markdown | Kind::Text => {
            return Ok(settled(marked::read(&plain::decode(&std::fs::read(path)?))));
        }
        Kind::Ole => Err(detect::ole(&std::fs::read(path)?)),
        Kind::Empty => return Ok(Err(State::Empty)),
        Kind::Pdf | Kind::Table | Kind::Unknown => Err(Failure::Unsupported),
    };
    Ok(match found {
        Ok(found) => settled(drafted(found)),
        Err(failure) => Err(match failure {
            Failure::Encrypted => State::Encrypted,
            Failure::Damaged => State::Damaged,
            Failure::TooLarge => State::TooLarge,
            Failure::Unsupported => State::Unsupported,
        }),
    })
}

/// An archive: one of the two kinds of documents, or something else.
fn archive(mut parts: Parts, folder: Option<PathBuf>) -> Result<Found, Failure> {
    if parts.has("word/document.xml") {
        return docx::read(&mut parts, folder);
    }
    if parts.has("content.xml") && parts.line("mimetype").contains("opendocument.text") {
        return odt::read(&mut parts, folder);
    }
    let other =
        ["xl/workbook.xml", "ppt/presentation.xml", "content.xml"].iter().any(|heart| parts.has(heart));
    Err(if parts.has("[Content_Types].xml") && !other { Failure::Damaged } else { Failure::Unsupported })
}

fn settled(draft: Draft) -> Result<Draft, State> {
    if draft.body.len() > MOST {
        return Err(State::TooLarge);
    }
    if draft.body.trim().is_empty() && draft.title.is_empty() {
        return Err(State::Empty);
    }
    Ok(draft)
}

/// What was found, written.
fn drafted(mut found: Found) -> Draft {
    found.blocks = raised(found.blocks);
    let title = match found.title.trim() {
        "" => title_of(&mut found.blocks),
        named => named.to_owned(),
    };
    let body = write::blocks(&mut found);
    Draft { title, summary: found.summary, body, lost: found.lost.all(), images: found.images }
}

/// Titles with numbers are items of a list for some programs: they are titles.
fn raised(blocks: Vec<Block>) -> Vec<Block> {
    let titled = |items: &[Vec<Block>]| {
        let mut inside = items.iter().flatten();
        inside.any(|block| match block {
            Block::Heading(..) => true,
            Block::List(_, items) => items.iter().flatten().any(|block| matches!(block, Block::Heading(..))),
            _ => false,
        })
    };
    let mut out = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block {
            Block::List(_, items) if titled(&items) => {
                items.into_iter().for_each(|item| out.extend(raised(item)));
            }
            block => out.push(block),
        }
    }
    out
}

/// The first title, which is taken away from the text when it stands alone above the others.
fn title_of(blocks: &mut Vec<Block>) -> String {
    let heads: Vec<(usize, u8)> = blocks
        .iter()
        .enumerate()
        .filter_map(|(i, block)| match block {
            Block::Heading(level, _) => Some((i, *level)),
            _ => None,
        })
        .collect();
    let Some((first, level)) = heads.first().copied() else { return String::new() };
    let Block::Heading(_, runs) = &blocks[first] else { return String::new() };
    let title = tree::words(runs);
    let alone = first == 0 && heads.iter().skip(1).all(|(_, other)| *other > level);
    let bare = !runs.iter().any(|run| matches!(run.what, tree::What::Note(_) | tree::What::Image { .. }));
    if alone && bare && blocks.len() > 1 {
        blocks.remove(0);
    }
    title
}

/// Puts an image in the folder, if there is one and it is accepted; its number there.
fn put_aside(parts: &mut Parts, part: &str, folder: Option<&Path>, read: &mut Found) -> Option<usize> {
    let folder = folder.filter(|_| read.images < IMAGES)?;
    let content = parts.whole(part, IMAGE_BYTES).filter(|content| is_picture(content))?;
    std::fs::write(folder.join(read.images.to_string()), content).ok()?;
    read.images += 1;
    Some(read.images - 1)
}

/// Whether these bytes are those of a picture that pages show.
fn is_picture(content: &[u8]) -> bool {
    content.starts_with(b"\x89PNG\r\n\x1a\n")
        || content.starts_with(b"\xff\xd8\xff")
        || content.starts_with(b"GIF8")
        || (content.starts_with(b"RIFF") && content.get(8..12) == Some(b"WEBP"))
}

/// Gives each image of a text the number that it has in the folder; those that are not there are counted.
fn number_images(read: &mut Found, number: &impl Fn(usize) -> Option<usize>) {
    let mut lost = 0;
    let mut runs = |runs: &mut Vec<tree::Run>| {
        runs.retain_mut(|run| {
            let tree::What::Image { number: met, .. } = &mut run.what else { return true };
            let Some(known) = number(*met) else {
                lost += 1;
                return false;
            };
            *met = known;
            true
        });
    };
    each_runs(&mut read.blocks, &mut runs);
    read.notes.iter_mut().for_each(|note| each_runs(note, &mut runs));
    read.lost.many(Loss::Images, lost);
}

fn each_runs(blocks: &mut [Block], act: &mut impl FnMut(&mut Vec<tree::Run>)) {
    for block in blocks {
        match block {
            Block::Heading(_, runs) | Block::Paragraph(runs) => act(runs),
            Block::Quote(blocks) => each_runs(blocks, act),
            Block::List(_, items) => items.iter_mut().for_each(|item| each_runs(item, act)),
            Block::Table(table) => table.rows.iter_mut().flatten().for_each(&mut *act),
            Block::Code(_) | Block::Rule => {}
        }
    }
}

/// Lines of code that follow each other are one piece.
fn joined(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match (out.last_mut(), block) {
            (Some(Block::Code(code)), Block::Code(more)) => {
                code.push('\n');
                code.push_str(&more);
            }
            (_, block) => out.push(block),
        }
    }
    out
}
