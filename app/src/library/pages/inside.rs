//! `/documents/{id}/texte`: the text inside a document, page by page; and what the page of the document says of it.

use backend::library::{Block, DocumentView, LibraryRef, TextInside, TextInsideView, TextPart};
use domain::library::{FilePart, FileTextCut, FileTextState, Media};
use leptos::prelude::*;

use super::{menu, way_back};
use crate::{
    paths,
    request::Request,
    ui::{Breadcrumb, Document, Icon, PageResult, Pager},
    words::Words,
};

/// The text of a document.
pub async fn inside(rq: Request) -> PageResult {
    let id = rq.id("id")?;
    let found = backend::library::text_inside(&rq.cx, id, rq.page_number(), from(&rq)).await?;
    let words = rq.words.clone();
    let library = found.library.clone().unwrap_or(LibraryRef::Common);
    let mut ancestors = way_back(&words, &library, &[]);
    ancestors.push((paths::document(id), found.title.clone()));
    let picture = |page| paths::document_picture(id, found.latest, page);
    let TextPage { title, view } = TextPage::of(&rq, &found, &paths::document(id), picture);
    let view = view! { <Breadcrumb rq=rq.clone() ancestors=ancestors/> {view} };
    Ok(Document::new(title, view).at(menu(&library)).unlisted())
}

/// The page of the file that the address asks for, from which on it is read.
pub(in crate::library) fn from(rq: &Request) -> Option<u32> {
    rq.query("feuille").and_then(|page| page.parse().ok()).filter(|_| rq.query("page").is_none())
}

/// The text of a document, for whoever reads it.
pub(in crate::library) struct TextPage {
    /// The title of the page.
    pub title: String,
    /// What it shows.
    pub view: AnyView,
}

impl TextPage {
    /// The page; `back` is that of the document, `picture` gives the address of the picture of a page.
    pub fn of(rq: &Request, found: &TextInsideView, back: &str, picture: impl Fn(u32) -> String) -> TextPage {
        let words = &rq.words;
        let title = say!(words, "library-inside-title", title = found.title.clone());
        let (number, pages) = (found.parts.number.get(), found.parts.pages());
        let mut writer = Writer { words, level: 1, tables: 0 };
        let drawn =
            |part: &TextPart| found.media == Media::Pdf && part.kind == FilePart::Page && !part.follows;
        let picture = |part: &TextPart| drawn(part).then(|| picture(part.page));
        let parts = found.parts.rows.iter().map(|part| writer.shown(part, picture(part))).collect_view();
        let lead =
            if found.media == Media::Pdf { "library-inside-lead-pages" } else { "library-inside-lead" };
        let view = view! {
            <header class="page-head">
                <p class="eyebrow">{found.title.clone()}</p>
                <h1>{words.t("library-inside")}</h1>
                <p class="muted">{words.t(lead)}</p>
                {remarks(words, &found.inside)}
                {why_not(words, &found.inside, found.media)}
            </header>
            {(found.parts.total > 0).then(|| view! { <article class="prose inside">{parts}</article> })}
            <Pager rq=rq.clone() number=number pages=pages/>
            <p class="no-print"><a class="go" href=back.to_owned()>{words.t("library-back-document")}</a></p>
        };
        TextPage { title, view: view.into_any() }
    }
}

/// The way to the text of a document: for what no browser shows, the way to read it without downloading.
pub(super) fn way_in(words: &Words, found: &DocumentView) -> Option<AnyView> {
    readable(words, found.media, found.inside, paths::document_inside(found.id))
}

/// The same, at an address, if there is something to read.
pub(in crate::library) fn readable(
    words: &Words,
    media: Media,
    inside: Option<TextInside>,
    href: String,
) -> Option<AnyView> {
    inside.filter(|inside| inside.state == FileTextState::Read || scanned(inside, media))?;
    let (class, key) = match media.is_safe_to_show() {
        true => ("go", "library-inside-read"),
        false => ("button", "library-inside-read-here"),
    };
    Some(view! { <a class=class href=href><Icon name="texts"/>" "{words.t(key)}</a> }.into_any())
}

/// What the page of a document says of its text.
pub(super) fn told(words: &Words, found: &DocumentView) -> Option<AnyView> {
    let inside = found.inside?;
    if inside.state == FileTextState::Read {
        return Some(remarks(words, &inside));
    }
    let told = may_have_words(found.media) && inside.state != FileTextState::Unsupported;
    told.then(|| why_not(words, &inside, found.media)).flatten()
}

/// Whether a document is made of pictures of pages.
fn scanned(inside: &TextInside, media: Media) -> bool {
    media == Media::Pdf && inside.state == FileTextState::Empty
}

/// Nobody looks for a text in pictures, sounds and films, nor in several files at once.
pub(super) fn may_have_words(media: Media) -> bool {
    !matches!(media, Media::Image | Media::Audio | Media::Video | Media::Archive)
}

/// Why there is no text to read.
fn why_not(words: &Words, inside: &TextInside, media: Media) -> Option<AnyView> {
    let key = match inside.state {
        FileTextState::Read => return None,
        FileTextState::Waiting => "library-inside-waiting",
        FileTextState::Empty if scanned(inside, media) => "library-inside-scanned",
        FileTextState::Empty => "library-inside-empty",
        FileTextState::Encrypted => "library-inside-encrypted",
        FileTextState::Damaged => "library-inside-damaged",
        FileTextState::TooLarge => "library-inside-too-large",
        FileTextState::Unsupported => "library-inside-unsupported",
    };
    Some(view! { <p class="muted">{words.t(key)}</p> }.into_any())
}

/// What one should know before reading.
fn remarks(words: &Words, inside: &TextInside) -> AnyView {
    let recognised = inside.recognised.then(|| words.t("library-inside-recognised"));
    let cut = inside.cut.map(|cut| match cut {
        FileTextCut::Pages | FileTextCut::Time | FileTextCut::Text => words.t("library-inside-cut"),
    });
    recognised
        .into_iter()
        .chain(cut)
        .map(|said| view! { <p class="muted">{said}</p> })
        .collect_view()
        .into_any()
}

/// Writes the parts of a text one after the other.
struct Writer<'a> {
    words: &'a Words,
    /// The level of the last heading: none is skipped.
    level: u8,
    /// How many tables were written.
    tables: usize,
}

impl Writer<'_> {
    /// A page, a slide or a sheet with its heading, and how it looks where that can be drawn.
    fn shown(&mut self, part: &TextPart, picture: Option<String>) -> AnyView {
        let (words, number) = (self.words, part.page);
        let name = match part.kind {
            FilePart::Page => Some(say!(words, "library-inside-page", number = number)),
            FilePart::Slide => Some(say!(words, "library-inside-slide", number = number)),
            FilePart::Sheet => Some(say!(words, "library-inside-sheet", name = part.name.clone())),
            FilePart::Whole => None,
        };
        let heading = name.map(|name| {
            self.level = 2;
            let id = (!part.follows).then(|| format!("page-{number}"));
            let name = if part.follows { say!(words, "library-inside-follows", name = name) } else { name };
            view! { <h2 id=id>{name}</h2> }
        });
        let blocks = self.blocks(part);
        let Some(src) = picture else { return view! { {heading}{blocks} }.into_any() };
        // Its words are beside it.
        let alt = say!(words, "library-inside-picture", number = number);
        view! {
            {heading}
            <div class="leaf">
                <img class="shown" src=src alt=alt loading="lazy" decoding="async"/>
                <div>{blocks}</div>
            </div>
        }
        .into_any()
    }

    /// What is written: items that follow one another are a list.
    fn blocks(&mut self, part: &TextPart) -> Vec<AnyView> {
        let mut views = Vec::new();
        let mut items: Vec<AnyView> = Vec::new();
        for block in &part.blocks {
            if let Block::Item(text) = block {
                items.push(view! { <li class="lines">{text.clone()}</li> }.into_any());
                continue;
            }
            if !items.is_empty() {
                views.push(view! { <ul>{std::mem::take(&mut items)}</ul> }.into_any());
            }
            views.push(match block {
                Block::Heading(level, text) => self.heading(part.kind, *level, text.clone()),
                Block::Table(rows) => self.table(rows),
                Block::Paragraph(text) | Block::Item(text) => {
                    view! { <p class="lines">{text.clone()}</p> }.into_any()
                }
            });
        }
        if !items.is_empty() {
            views.push(view! { <ul>{items}</ul> }.into_any());
        }
        if views.is_empty() {
            let key = match part.kind {
                FilePart::Page => "library-inside-no-word",
                FilePart::Slide | FilePart::Sheet | FilePart::Whole => "library-inside-nothing",
            };
            views.push(view! { <p class="muted">{self.words.t(key)}</p> }.into_any());
        }
        views
    }

    /// A heading, under that of its page.
    fn heading(&mut self, kind: FilePart, level: u8, text: String) -> AnyView {
        let under = if kind == FilePart::Whole { 1 } else { 2 };
        self.level = level.saturating_add(under).min(self.level + 1).min(6);
        match self.level {
            2 => view! { <h2 class="lines">{text}</h2> }.into_any(),
            3 => view! { <h3 class="lines">{text}</h3> }.into_any(),
            4 => view! { <h4 class="lines">{text}</h4> }.into_any(),
            5 => view! { <h5 class="lines">{text}</h5> }.into_any(),
            _ => view! { <h6 class="lines">{text}</h6> }.into_any(),
        }
    }

    /// A table. Which of its cells are headings nobody knows.
    fn table(&mut self, rows: &[Vec<String>]) -> AnyView {
        self.tables += 1;
        let label = say!(self.words, "library-inside-table", number = self.tables);
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        let rows = rows
            .iter()
            .map(|cells| {
                let empty = std::iter::repeat_n(String::new(), width - cells.len());
                let cells =
                    cells.iter().cloned().chain(empty).map(|cell| view! { <td class="lines">{cell}</td> });
                view! { <tr>{cells.collect_view()}</tr> }
            })
            .collect_view();
        view! {
            <div class="table data" role="region" aria-label=label tabindex="0">
                <table><tbody>{rows}</tbody></table>
            </div>
        }
        .into_any()
    }
}
