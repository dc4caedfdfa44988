//! `/documents/{id}/texte`: the text inside a document, page by page; and what the page of the document says of it.

use backend::library::{DocumentView, LibraryRef, TextInside, TextPart};
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
    let from = rq.query("feuille").and_then(|page| page.parse().ok()).filter(|_| rq.query("page").is_none());
    let found = backend::library::text_inside(&rq.cx, id, rq.page_number(), from).await?;
    let words = rq.words.clone();
    let library = found.library.clone().unwrap_or(LibraryRef::Common);
    let mut ancestors = way_back(&words, &library, &[]);
    ancestors.push((paths::document(id), found.title.clone()));
    let title = say!(words, "library-inside-title", title = found.title.clone());
    let (number, pages) = (found.parts.number.get(), found.parts.pages());
    let picture = |page| paths::document_picture(id, found.latest, page);
    let drawn = |part: &&TextPart| found.media == Media::Pdf && part.kind == FilePart::Page && !part.follows;
    let parts = found
        .parts
        .rows
        .iter()
        .map(|part| shown(&words, part, Some(part).filter(drawn).map(|part| picture(part.page))))
        .collect_view();
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head">
            <p class="eyebrow">{found.title.clone()}</p>
            <h1>{words.t("library-inside")}</h1>
            <p class="muted">{words.t("library-inside-lead")}</p>
            {remarks(&words, &found.inside)}
            {why_not(&words, &found.inside, found.media)}
        </header>
        <article class="prose inside">{parts}</article>
        <Pager rq=rq.clone() number=number pages=pages/>
        <p class="no-print"><a class="go" href=paths::document(id)>{words.t("library-back-document")}</a></p>
    };
    Ok(Document::new(title, view).at(menu(&library)).unlisted())
}

/// What the page of a document says of its text.
pub(super) fn told(words: &Words, found: &DocumentView) -> Option<AnyView> {
    let inside = found.inside?;
    let scanned = inside.state == FileTextState::Empty && found.media == Media::Pdf && inside.pages.is_some();
    if inside.state == FileTextState::Read || scanned {
        let href = paths::document_inside(found.id);
        let link =
            view! { <a class="go" href=href><Icon name="texts"/>" "{words.t("library-inside-read")}</a> };
        let why = why_not(words, &inside, found.media);
        return Some(view! { <p class="no-print">{link}</p>{why}{remarks(words, &inside)} }.into_any());
    }
    // Nobody looks for a text in pictures, sounds and films, nor in what is never read.
    let none = matches!(found.media, Media::Image | Media::Audio | Media::Video | Media::Archive);
    let told = !none && inside.state != FileTextState::Unsupported;
    told.then(|| why_not(words, &inside, found.media)).flatten()
}

/// Why there is no text to read.
fn why_not(words: &Words, inside: &TextInside, media: Media) -> Option<AnyView> {
    let key = match inside.state {
        FileTextState::Read => return None,
        FileTextState::Waiting => "library-inside-waiting",
        FileTextState::Empty if media == Media::Pdf => "library-inside-scanned",
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

/// A page, a slide or a sheet with its heading, and how it looks where that can be drawn.
fn shown(words: &Words, part: &TextPart, picture: Option<String>) -> AnyView {
    let number = part.page;
    let name = match part.kind {
        FilePart::Page => Some(say!(words, "library-inside-page", number = number)),
        FilePart::Slide => Some(say!(words, "library-inside-slide", number = number)),
        FilePart::Sheet => Some(say!(words, "library-inside-sheet", name = part.name.clone())),
        FilePart::Whole => None,
    };
    let id = (!part.follows && part.kind != FilePart::Whole).then(|| format!("page-{number}"));
    let title = match name {
        Some(name) if part.follows => say!(words, "library-inside-follows", name = name),
        Some(name) => name,
        None => String::new(),
    };
    let heading = (!title.is_empty()).then(|| view! { <h2 id=id>{title.clone()}</h2> });
    let blocks = blocks(words, part, &title);
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
fn blocks(words: &Words, part: &TextPart, title: &str) -> Vec<AnyView> {
    use backend::library::Block;

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
            Block::Heading(1, text) => view! { <h3>{text.clone()}</h3> }.into_any(),
            Block::Heading(_, text) => view! { <h4>{text.clone()}</h4> }.into_any(),
            Block::Table(rows) => table(words, rows, title),
            Block::Paragraph(text) | Block::Item(text) => {
                view! { <p class="lines">{text.clone()}</p> }.into_any()
            }
        });
    }
    if !items.is_empty() {
        views.push(view! { <ul>{items}</ul> }.into_any());
    }
    if views.is_empty() {
        views.push(view! { <p class="muted">{words.t("library-inside-no-word")}</p> }.into_any());
    }
    views
}

/// A table. Which of its cells are headings nobody knows.
fn table(words: &Words, rows: &[Vec<String>], title: &str) -> AnyView {
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
    let label = say!(words, "library-table", title = title.to_owned());
    view! {
        <div class="table data" role="region" aria-label=label tabindex="0"><table><tbody>{rows}</tbody></table></div>
    }
    .into_any()
}
