//! A booklet on sheets of A4: two of its pages on each side, in such an order that the sheets, put one inside the other
//! and folded in two, are read from the first page to the last. It is for paper alone: who reads on a screen has the
//! booklet itself, with its structure.

use serde::Serialize;
use typst::foundations::Bytes;

use crate::{
    Failure,
    pdf::{Sheet, bare, compiled, set},
    work::Work,
};

/// The model of the sheets.
const MODEL: &str = include_str!("folded.typ");

#[derive(Serialize)]
struct Data<'a> {
    title: &'a str,
    day: (u16, u8, u8),
    /// The pages on the left and on the right of each side, by their numbers.
    sides: Vec<[Option<usize>; 2]>,
}

/// The sheets, to be printed on both sides, turned over their short edge.
pub fn write(work: &Work<'_>) -> Result<Vec<u8>, Failure> {
    let booklet = set(work, Sheet::A5)?;
    let sides = sides(booklet.pages().len());
    let data = Data { title: &work.proof.title, day: work.proof.day, sides };
    let data = serde_json::to_vec(&data).map_err(|error| Failure(error.to_string()))?;
    let pages = [("booklet.pdf".to_owned(), Bytes::new(bare(&booklet)?))];
    bare(&compiled(MODEL, data, pages.into_iter())?)
}

/// Which pages stand together on each side of the sheets, the front of one before its back.
fn sides(pages: usize) -> Vec<[Option<usize>; 2]> {
    let all = pages.div_ceil(4) * 4;
    let page = |number: usize| (number <= pages).then_some(number);
    (0..all / 2)
        .map(|side| {
            let (early, late) = (side + 1, all - side);
            if side % 2 == 0 { [page(late), page(early)] } else { [page(early), page(late)] }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each sheet is folded with its front outside, and holds the next ones: its four pages are then, from the outside in,
    /// the right and the left of its front, the left and the right of its back.
    fn read(sides: &[[Option<usize>; 2]]) -> Vec<Option<usize>> {
        let sheets = sides.chunks(2);
        let first = sheets.clone().flat_map(|sheet| [sheet[0][1], sheet[1][0]]);
        let last = sheets.rev().flat_map(|sheet| [sheet[1][1], sheet[0][0]]);
        first.chain(last).collect()
    }

    #[test]
    fn folded_sheets_are_read_from_the_first_page_to_the_last() {
        for pages in 1..=41 {
            let sides = sides(pages);
            assert_eq!(sides.len(), pages.div_ceil(4) * 2, "{pages} pages");
            let read = read(&sides);
            let (told, blank) = read.split_at(pages);
            assert!(told.iter().copied().eq((1..=pages).map(Some)), "{pages} pages: {read:?}");
            assert!(blank.iter().all(Option::is_none), "{pages} pages: {read:?}");
        }
    }
}
