//! Documents made of a text: PDF, DOCX, ODT, EPUB, a web page that stands alone, and a booklet to fold.
//!
//! What is printed is a [`Proof`]: the text as it is typed, and around it facts and words that the caller says. It is
//! read once, into the tree of `markdown`, and each format writes that tree. No HTML of an author, no address of another
//! site is ever fetched or passed on. Not here: whose text it is, where the document is kept.

mod beside;
mod docx;
mod epub;
mod folded;
mod html;
mod odt;
mod package;
mod pdf;
mod pictures;
mod work;
mod xml;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use pdf::Sheet;
use work::Work;

/// Everything a document says.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// The council.
    pub council: String,
    /// What the text is, as in « Avis n° 2026-04 ».
    pub reference: String,
    /// Its title, in its typography.
    pub title: String,
    /// What the first page says below: who adopted it, when, by how many votes.
    pub lead: Vec<String>,
    /// What must be known before reading: it is a draft, it was corrected, replaced, withdrawn.
    pub notices: Vec<String>,
    /// At the end, what is known of it, each with its name.
    pub facts: Vec<(String, String)>,
    /// Its authors.
    pub authors: Vec<String>,
    /// The language of the text, as in `fr`.
    pub language: String,
    /// Its day: year, month, day.
    pub day: (u16, u8, u8),
    /// Its own address, for good.
    pub address: String,
    /// The address of the site, to which paths are added.
    pub site: String,
    /// The address to which the title of a text is added, to find it.
    pub named: String,
    /// Its summary, one line of Markdown; may be empty.
    pub summary: String,
    /// The text, in Markdown.
    pub body: String,
    /// Whether it is so short that all of it stands on its first page.
    #[serde(default)]
    pub short: bool,
    /// What some say beside the text.
    #[serde(default)]
    pub beside: Vec<Beside>,
    /// The images of the text that can be shown.
    #[serde(default)]
    pub images: Vec<Image>,
    /// The words around it.
    pub words: Words,
}

/// Something that some people say beside the text, and sign.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Beside {
    /// Its title.
    pub title: String,
    /// What it says, in Markdown.
    pub body: String,
    /// Who signs it.
    pub signed: String,
}

/// An image of a text, whose content comes beside.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Image {
    /// Its path on the site, as the text names it.
    pub address: String,
    /// The fingerprint of its content.
    pub sha256: String,
    /// Its length.
    pub bytes: u64,
}

/// The contents of images by their fingerprints, as PNG or JPEG. An image that is not there is told by its words.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The words that documents add to a text.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Names the table of contents.
    pub contents: String,
    /// Names the summary.
    pub brief: String,
    /// Names what some say beside the text.
    #[serde(default)]
    pub beside: String,
    /// Names what is known of the text.
    pub about: String,
    /// Names the list of notes.
    pub notes: String,
    /// Names a note, before its number.
    pub note: String,
    /// Leads back from a note.
    pub back: String,
    /// Tells an image, before what it shows.
    pub image: String,
    /// Tells an image that nobody described.
    pub image_untold: String,
    /// Before the number of a page.
    pub page: String,
    /// Between the number of a page and how many there are.
    pub of: String,
}

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// To read and print anywhere as it is.
    Pdf,
    /// For Word.
    Docx,
    /// For LibreOffice.
    Odt,
    /// For reading devices.
    Epub,
    /// A web page in one file.
    Html,
    /// A booklet of A5 pages, as PDF.
    Booklet,
    /// The same, two pages on each side of sheets of A4 that are folded in two.
    Folded,
}

impl Format {
    /// Those that every text has.
    pub const ALL: [Format; 5] = [Format::Pdf, Format::Docx, Format::Odt, Format::Epub, Format::Html];
    /// Those of what is bound.
    pub const BOUND: [Format; 2] = [Format::Booklet, Format::Folded];

    /// The end of the name of its files.
    pub fn code(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Docx => "docx",
            Format::Odt => "odt",
            Format::Epub => "epub",
            Format::Html => "html",
            Format::Booklet => "booklet.pdf",
            Format::Folded => "folded.pdf",
        }
    }

    /// The one whose files end so.
    pub fn of(code: &str) -> Option<Format> {
        Format::ALL.into_iter().chain(Format::BOUND).find(|format| format.code() == code)
    }
}

/// Why a PDF keeps less of PDF/UA than it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shortfall {
    /// Some signs are in none of the fonts.
    Signs,
    /// Some words are in a script whose letters cannot all be told apart in the file.
    Script,
    /// Something else is not as it should be.
    Structure,
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Why it is less accessible than it should be, if it is.
    pub shortfall: Option<Shortfall>,
}

/// Why there is no document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure(pub String);

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

/// Makes a document, with these images.
///
/// # Errors
/// The text cannot be set.
pub fn print(proof: &Proof, files: &Files, format: Format) -> Result<Printed, Failure> {
    let work = Work::of(proof, files);
    let bytes = match format {
        Format::Pdf => return pdf::write(&work, Sheet::A4),
        Format::Booklet => return pdf::write(&work, Sheet::A5),
        Format::Folded => folded::write(&work)?,
        Format::Docx => docx::write(&work)?,
        Format::Odt => odt::write(&work)?,
        Format::Epub => epub::write(&work)?,
        Format::Html => html::write(&Work { within: true, ..work }).into_bytes(),
    };
    Ok(Printed { bytes, shortfall: None })
}

/// The language of the spelling, as word processors name it.
fn region(language: &str) -> &'static str {
    if language == "en" { "en-GB" } else { "fr-FR" }
}
