//! Pictures of files that people deposit: a page of a PDF drawn, a photograph made smaller.
//!
//! What comes out is made here, dot by dot: nothing of what a camera writes beside a photograph (where it was taken, by
//! which device) is in it. A file may be broken or made to harm: sizes are looked at before anything is unpacked
//! ([`Limits`]); a parser that loops or eats the memory is for who calls: `preau draw` draws one picture in a process of
//! its own, which may die of it.

mod page;
mod photograph;
mod written;

/// A picture, written as PNG or JPEG, whichever is shorter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its width in dots.
    pub width: u32,
    /// Its height in dots.
    pub height: u32,
}

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The file is damaged, needs a password, or is not what it says it is.
    Unreadable,
    /// The file has no such page.
    NoSuchPage,
    /// It would take too much memory.
    TooLarge,
}

/// How much is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Dots on a side of a photograph that is read.
    pub side: u32,
    /// Bytes that reading a photograph may take.
    pub memory: u64,
    /// How many times its width a page drawn may be high.
    pub slenderness: u32,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { side: 30_000, memory: 512 << 20, slenderness: 4 }
    }
}

/// Draws a page of a PDF, from 1, so many dots wide.
///
/// # Errors
/// See [`Failure`].
pub fn page(pdf: Vec<u8>, number: u32, width: u32, limits: &Limits) -> Result<Picture, Failure> {
    page::draw(pdf, number, width, limits)
}

/// A photograph or a drawing, the right way up, at most so many dots wide and as many high; a small one is not enlarged.
/// Of one that moves, the first picture.
///
/// # Errors
/// See [`Failure`].
pub fn photograph(content: &[u8], side: u32, limits: &Limits) -> Result<Picture, Failure> {
    photograph::reduce(content, side, limits)
}

/// The middle of a photograph or a drawing, as wide as high: at most so many dots.
///
/// # Errors
/// See [`Failure`].
pub fn square(content: &[u8], side: u32, limits: &Limits) -> Result<Picture, Failure> {
    photograph::square(content, side, limits)
}
