//! What a document holds, shown in its page without downloading it, when a browser can be trusted with it.

use backend::library::TextInside;
use domain::library::{DocumentKind, FileTextState, Media};
use leptos::prelude::*;

use crate::{library::captions::Track, words::Words};

/// Rows and columns of a table shown.
const ROWS: usize = 200;
const COLUMNS: usize = 30;

/// What is shown of a document, and where its file is read.
pub(in crate::library) struct Shown<'a> {
    pub kind: DocumentKind,
    pub media: Media,
    pub title: &'a str,
    pub description: &'a str,
    pub address: &'a str,
    pub html: Option<&'a str>,
    pub text: Option<&'a str>,
    pub file: String,
    /// The captions of a sound or a film.
    pub tracks: Vec<Track>,
    /// A picture of it, of a size for a screen, and where its pages are read.
    pub picture: Option<(String, String)>,
}

/// Whether a picture is drawn of a file: a photograph, and a PDF that opens.
pub(in crate::library) fn is_drawn(media: Media, inside: Option<TextInside>) -> bool {
    let closed =
        |inside: TextInside| matches!(inside.state, FileTextState::Encrypted | FileTextState::Damaged);
    media == Media::Image || (media == Media::Pdf && !inside.is_some_and(closed))
}

/// The document itself; nothing for what is only downloaded.
pub(in crate::library) fn preview(words: &Words, found: &Shown<'_>) -> Option<AnyView> {
    let (file, title) = (found.file.clone(), found.title.to_owned());
    let inner = match (found.kind, found.media) {
        (DocumentKind::Link, _) => {
            return Some(view! { <p class="mono anywhere">{found.address.to_owned()}</p> }.into_any());
        }
        (DocumentKind::Note, _) | (DocumentKind::File, Media::Markdown) => {
            let html = found.html?.to_owned();
            return Some(view! { <article class="prose" inner_html=html></article> }.into_any());
        }
        (DocumentKind::File, Media::Image) => {
            let alt = match found.description.is_empty() {
                true => title,
                false => found.description.to_owned(),
            };
            let src = found.picture.as_ref().map_or(file, |(picture, _)| picture.clone());
            view! { <img class="shown" src=src alt=alt/> }.into_any()
        }
        (DocumentKind::File, Media::Pdf) => {
            let (picture, pages) = found.picture.clone()?;
            let alt = say!(words, "library-first-sheet", title = title);
            view! { <a class="sheet" href=pages><img class="shown" src=picture alt=alt/></a> }.into_any()
        }
        (DocumentKind::File, Media::Audio) => {
            let tracks = elements(words, &found.tracks);
            view! { <audio class="shown" controls preload="metadata" src=file aria-label=title>{tracks}</audio> }
                .into_any()
        }
        (DocumentKind::File, Media::Video) => {
            let tracks = elements(words, &found.tracks);
            view! { <video class="shown" controls preload="metadata" src=file aria-label=title>{tracks}</video> }
                .into_any()
        }
        (DocumentKind::File, Media::Csv) => table(words, found.text?, title),
        (DocumentKind::File, Media::Text) => {
            let text = found.text?.to_owned();
            view! { <pre class="shown" tabindex="0" role="region" aria-label=title>{text}</pre> }.into_any()
        }
        (DocumentKind::File | DocumentKind::Dossier, _) => return None,
    };
    Some(
        view! {
            <section class="part" aria-labelledby="apercu">
                <header><h2 id="apercu">{words.t("library-preview")}</h2></header>
                {inner}
            </section>
        }
        .into_any(),
    )
}

fn elements(words: &Words, tracks: &[Track]) -> Vec<impl IntoView + use<>> {
    tracks.iter().enumerate().map(|(place, track)| track.element(words, place == 0)).collect()
}

fn table(words: &Words, text: &str, title: String) -> AnyView {
    let mut rows = backend::library::csv_rows(text, ROWS + 1, COLUMNS);
    if rows.is_empty() {
        return view! { <p class="muted">{words.t("library-table-empty")}</p> }.into_any();
    }
    let more = rows.len() > ROWS;
    rows.truncate(ROWS);
    let head = rows.remove(0);
    let head = head.into_iter().map(|cell| view! { <th scope="col">{cell}</th> }).collect_view();
    let body = rows
        .into_iter()
        .map(|row| {
            let cells = row.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view();
            view! { <tr>{cells}</tr> }
        })
        .collect_view();
    let rest = more.then(|| view! { <p class="muted">{say!(words, "library-table-more", count = ROWS)}</p> });
    let caption = say!(words, "library-table", title = title);
    view! {
        <div class="table data" role="region" aria-labelledby="tableau" tabindex="0">
            <table>
                <caption id="tableau" class="vh">{caption}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{body}</tbody>
            </table>
        </div>
        {rest}
    }
    .into_any()
}
