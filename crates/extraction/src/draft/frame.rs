//! What this program puts around a text when it gives it as a document: left behind when the document comes back.

use std::ops::Range;

use super::{
    tree::{Block, Read},
    write,
};

/// The first paragraph of a document of ours.
pub(super) const FIRST: &str = "Council";
/// What stands before the text.
const BEFORE: [&str; 6] = ["Council", "Reference", "Subtitle", "Alert", "TOCHeading", "ContentsTitle"];

/// Which of these blocks, each with the name of its style, are the text; and the summary.
pub(super) fn inside(blocks: &[(String, Block)]) -> (Range<usize>, String) {
    let style = |at: usize| blocks.get(at).map_or("", |(style, _)| style.as_str());
    let mut start = (0..blocks.len()).find(|at| !BEFORE.contains(&style(*at))).unwrap_or(blocks.len());
    let mut summary = String::new();
    let is_head = |at: usize| matches!(blocks.get(at), Some((_, Block::Heading(1, _))));
    if is_head(start) && style(start + 1) == "Brief" {
        let mut said = Read { blocks: vec![blocks[start + 1].1.clone()], ..Read::default() };
        write::blocks(&mut said).trim().clone_into(&mut summary);
        start += 2;
    }
    let mut end = blocks.len();
    let about = (start..end).rev().find(|at| is_head(*at));
    if let Some(about) = about
        && about + 1 < end
        && (about + 1..end).all(|at| ["Term", "Meaning"].contains(&style(at)))
    {
        end = about;
    }
    (start..end, summary)
}
