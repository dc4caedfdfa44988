//! A PDF: set by `typst` from a model of ours, to which the text is handed as data. Nothing that an author types is ever
//! read as typst, and there is neither disk nor network nor package around.

use std::{
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

use serde::Serialize;
use typst::{
    Library, LibraryExt, World, compile,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Duration, Smart},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
    visualize::{ExchangeFormat, RasterImage},
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, pdf};

use crate::{
    Failure, Printed, Proof, Shortfall,
    pictures::{Kind, Picture, each},
    work::Work,
};

/// The model.
const MODEL: &str = include_str!("model.typ");

/// The letters of the site, then those of other scripts, signs and pictures.
const FONTS: [&[u8]; 7] = [
    include_bytes!("../fonts/atkinson-regular.ttf"),
    include_bytes!("../fonts/atkinson-italic.ttf"),
    include_bytes!("../fonts/atkinson-bold.ttf"),
    include_bytes!("../fonts/atkinson-bold-italic.ttf"),
    include_bytes!("../fonts/dejavu-sans.ttf"),
    include_bytes!("../fonts/dejavu-sans-mono.ttf"),
    include_bytes!("../fonts/noto-emoji.ttf"),
];

/// How large its pages are.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sheet {
    A4,
    A5,
}

/// What the model is given.
#[derive(Serialize)]
struct Data<'a> {
    proof: &'a Proof,
    sheet: Sheet,
    summary: &'a [markdown::Inline],
    text: &'a [markdown::Block],
    notes: &'a [Vec<markdown::Block>],
    called: usize,
    contents: bool,
    /// The words of each title, by its label.
    titles: BTreeMap<String, &'a str>,
    /// The images that it shows, by their addresses.
    pictures: BTreeMap<&'a str, Shown>,
}

/// An image, for the model.
#[derive(Serialize)]
struct Shown {
    file: String,
    width: u32,
    height: u32,
}

/// The text, set on such pages.
pub fn set(work: &Work<'_>, sheet: Sheet) -> Result<PagedDocument, Failure> {
    // One that cannot be unpacked would leave no document at all.
    let pictures: Vec<(&str, Picture<'_>, Bytes)> = each(work.pictures.values())
        .into_iter()
        .filter_map(|picture| {
            let bytes = Bytes::new(picture.bytes.to_vec());
            let format = if picture.kind == Kind::Png { ExchangeFormat::Png } else { ExchangeFormat::Jpg };
            RasterImage::plain(bytes.clone(), format).ok().map(|_| (picture.sha256, picture, bytes))
        })
        .collect();
    let shown = |picture: &Picture<'_>| {
        let there = pictures.iter().any(|(sha256, ..)| *sha256 == picture.sha256);
        there.then(|| Shown { file: picture.file(), width: picture.width, height: picture.height })
    };
    let data = Data {
        proof: work.proof,
        sheet,
        summary: &work.summary,
        text: &work.tree.blocks,
        notes: &work.tree.notes,
        called: work.tree.called,
        contents: work.has_contents(),
        titles: work.headings.iter().map(|title| (format!("t-{}", title.id), title.text.as_str())).collect(),
        pictures: work
            .pictures
            .iter()
            .filter_map(|(address, picture)| Some((address.as_str(), shown(picture)?)))
            .collect(),
    };
    let data = serde_json::to_vec(&data).map_err(|error| Failure(error.to_string()))?;
    let pictures =
        pictures.into_iter().map(|(_, picture, bytes)| (format!("pictures/{}", picture.file()), bytes));
    compiled(MODEL, data, pictures)
}

/// What a model makes of these data and files.
pub fn compiled(
    model: &str,
    data: Vec<u8>,
    files: impl Iterator<Item = (String, Bytes)>,
) -> Result<PagedDocument, Failure> {
    compile::<PagedDocument>(&Room::with(model, data, files)?).output.map_err(|errors| told(&errors))
}

/// The document, as PDF/UA-1 where the text allows it, otherwise as a PDF with its structure.
pub fn write(work: &Work<'_>, sheet: Sheet) -> Result<Printed, Failure> {
    let document = set(work, sheet)?;
    let ident = Smart::Custom(work.proof.address.clone());
    let creator = Smart::Custom(Some("Préau".to_owned()));
    let standard =
        PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| Failure(error.message().to_string()))?;
    let accessible = PdfOptions {
        ident: ident.clone(),
        creator: creator.clone(),
        standards: standard,
        ..PdfOptions::default()
    };
    let errors = match pdf(&document, &accessible) {
        Ok(bytes) => return Ok(Printed { bytes, shortfall: None }),
        Err(errors) => errors,
    };
    let plain = PdfOptions { ident, creator, ..PdfOptions::default() };
    let bytes = pdf(&document, &plain).map_err(|errors| told(&errors))?;
    Ok(Printed { bytes, shortfall: Some(shortfall(&errors)) })
}

/// The document as it looks and nothing more, for paper.
pub fn bare(document: &PagedDocument) -> Result<Vec<u8>, Failure> {
    let options = PdfOptions { tagged: false, ..PdfOptions::default() };
    pdf(document, &options).map_err(|errors| told(&errors))
}

/// What the errors come down to, for a reader.
fn shortfall(errors: &[SourceDiagnostic]) -> Shortfall {
    let says = |words: &str| errors.iter().any(|error| error.message.contains(words));
    if says("could not be displayed") {
        Shortfall::Signs
    } else if says("code point") || says("codepoint") {
        Shortfall::Script
    } else {
        Shortfall::Structure
    }
}

fn told(errors: &[SourceDiagnostic]) -> Failure {
    Failure(errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; "))
}

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

static LETTERS: LazyLock<(Vec<Font>, LazyHash<FontBook>)> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.iter().flat_map(|font| Font::iter(Bytes::new(*font))).collect();
    let book = FontBook::from_fonts(&fonts);
    (fonts, LazyHash::new(book))
});

/// All there is: the model, the data, the files beside them.
struct Room {
    model: Source,
    files: HashMap<FileId, Bytes>,
}

impl Room {
    fn with(
        model: &str,
        data: Vec<u8>,
        beside: impl Iterator<Item = (String, Bytes)>,
    ) -> Result<Room, Failure> {
        let file = |name: &str| {
            let path = VirtualPath::new(name).map_err(|_| Failure("no such place".to_owned()))?;
            Ok::<_, Failure>(RootedPath::new(VirtualRoot::Project, path).intern())
        };
        let mut files = HashMap::from([(file("data.json")?, Bytes::new(data))]);
        for (name, bytes) in beside {
            files.insert(file(&name)?, bytes);
        }
        Ok(Room { model: Source::new(file("model.typ")?, model.to_owned()), files })
    }
}

impl World for Room {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &LETTERS.1
    }

    fn main(&self) -> FileId {
        self.model.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.model.id() { Ok(self.model.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        LETTERS.0.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
