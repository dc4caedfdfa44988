//! PDF, page by page.

mod cmap;
mod font;
mod layout;
mod show;

use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::{DecompressError, Document, Error, LoadOptions};

use crate::{
    Place,
    gather::{Failure, Gather, Pages},
};
use font::Fonts;

/// Reads the text of each page; a page that cannot be read is empty.
pub(crate) fn read(bytes: &[u8], gather: &mut Gather<'_>) -> Result<Pages, Failure> {
    let most = usize::try_from(gather.limits.unpacked).unwrap_or(usize::MAX);
    let document = load(bytes, most)?;
    let pages = document.get_pages();
    if pages.is_empty() {
        return Err(Failure::Damaged);
    }
    let mut fonts = Fonts::new(&document, most);
    for (number, page) in &pages {
        if !gather.begin(Place::Page(*number)) {
            break;
        }
        let shown = catch_unwind(AssertUnwindSafe(|| show::page(&document, *page, &mut fonts, most)));
        layout::blocks(shown.unwrap_or_default(), gather);
    }
    if is_cut_short(bytes) && !gather.has_words() {
        return Err(Failure::Damaged);
    }
    Ok(u32::try_from(pages.len()).ok())
}

/// Whether its end is missing. What is there is read all the same; if it says nothing, nothing tells that it is pictures.
fn is_cut_short(bytes: &[u8]) -> bool {
    const END: &[u8] = b"%%EOF";
    let tail = &bytes[bytes.len().saturating_sub(4_096)..];
    !tail.windows(END.len()).any(|some| some == END)
}

fn load(bytes: &[u8], most: usize) -> Result<Document, Failure> {
    let options = LoadOptions::with_max_decompressed_size(most);
    // A parser that gives up by a panic has given up, no more.
    let loaded =
        catch_unwind(|| Document::load_mem_with_options(bytes, options)).map_err(|_| Failure::Damaged)?;
    let mut document = loaded.map_err(|error| match error {
        Error::InvalidPassword | Error::Decryption(_) => Failure::Encrypted,
        Error::Decompress(DecompressError::MemoryLimitExceeded { .. }) => Failure::TooLarge,
        _ => Failure::Damaged,
    })?;
    // Many a PDF is encrypted under an empty password.
    if document.is_encrypted() && !document.was_encrypted() {
        let opened = catch_unwind(AssertUnwindSafe(|| document.decrypt("").is_ok())).unwrap_or(false);
        if !opened {
            return Err(Failure::Encrypted);
        }
    }
    Ok(document)
}
