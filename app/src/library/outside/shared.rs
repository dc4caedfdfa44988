//! `/partage/{token}`: what somebody without an account reads.

use backend::library::{SharedDocument, SharedRow, SharedView};
use chrono::{DateTime, TimeDelta, Utc};
use domain::library::{DocumentKind, LinkKind, Media};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{actions::UnlockLink, dossier::dossier};
use crate::{
    library::{
        captions,
        pages::{TextPage, from, paragraphs, piece, preview, readable},
    },
    paths,
    request::Request,
    ui::{Document, Empty, Facts, FormView, Icon, PageResult, TextField},
    words::Words,
};

/// What a link shows.
pub async fn shared(rq: Request) -> PageResult {
    let token = rq.param("token").to_owned();
    let unlocked = crate::session::unlocked(&rq).await;
    let asked = rq.query("document").and_then(|id| id.parse().ok());
    match backend::library::shared(&rq.cx, &token, &unlocked, asked).await? {
        SharedView::Locked => Ok(locked(&rq, LinkKind::Read, &token)),
        SharedView::Document { document, folder, until } => {
            Ok(one(&rq, &token, &document, folder.as_deref(), until))
        }
        SharedView::Dossier { document, elements, hidden, folder, until } => {
            let from = from_whom(&rq, until);
            Ok(dossier(&rq, &token, (&document, &elements, hidden), folder.as_deref(), from))
        }
        SharedView::Folder { name, rows, until } => Ok(folder(&rq, &token, &name, &rows, until)),
    }
}

/// The text inside a document that a link opens.
pub async fn text(rq: Request) -> PageResult {
    let token = rq.param("token").to_owned();
    let id = rq.id("document")?;
    let unlocked = crate::session::unlocked(&rq).await;
    let number = rq.page_number();
    let found = backend::library::shared_text(&rq.cx, &token, &unlocked, id, number, from(&rq)).await?;
    let picture = |page| paths::shared_picture(&token, id, found.latest, page);
    let TextPage { title, view } = TextPage::of(&rq, &found, &paths::shared_document(&token, id), picture);
    Ok(Document::new(title, view).unlisted())
}

/// The password, before anything else is told.
pub(super) fn locked(rq: &Request, kind: LinkKind, token: &str) -> Document {
    let words = rq.words.clone();
    let form = rq.form(UnlockLink::PATH);
    let title = words.t("library-locked-title");
    let token = token.to_owned();
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{words.t("library-locked-lead")}</p>
        </header>
        <FormView form=form.clone()>
            <input type="hidden" name="kind" value=kind.code()/>
            <input type="hidden" name="token" value=token/>
            <TextField
                form=form.clone()
                name="password"
                label=words.t("library-locked-password")
                kind="password"
                autocomplete="off"
            />
            <p class="acts"><button class="button main">{words.t("library-locked-open")}</button></p>
        </FormView>
    };
    Document::new(title, view).door().unlisted()
}

/// Who shares it and until when.
pub(super) fn from_whom(rq: &Request, until: DateTime<Utc>) -> AnyView {
    let words = &rq.words;
    let council = rq.council.as_ref().map(|council| council.name.clone()).unwrap_or_default();
    let day = words.day_of(until - TimeDelta::seconds(1));
    view! { <p class="muted">{say!(words, "library-shared-by", council = council, day = day)}</p> }.into_any()
}

fn folder(rq: &Request, token: &str, name: &str, rows: &[SharedRow], until: DateTime<Utc>) -> Document {
    let words = &rq.words;
    let parts =
        rows.chunk_by(|a, b| a.folders == b.folders).map(|rows| part(words, token, rows)).collect_view();
    let content = match rows.is_empty() {
        true => view! { <Empty text=words.t("library-shared-empty")/> }.into_any(),
        false => {
            let all = words.t("library-archive");
            let href = paths::shared_archive(token);
            view! {
                <p class="acts no-print">
                    <a class="button main" href=href download><Icon name="download"/>" "{all}</a>
                </p>
                {parts}
            }
            .into_any()
        }
    };
    let title = name.to_owned();
    let view = view! {
        <div class="narrow stack">
            <header class="page-head"><h1>{title.clone()}</h1>{from_whom(rq, until)}</header>
            {content}
        </div>
    };
    Document::new(title, view).unlisted()
}

/// The documents of one folder, under its name.
fn part(words: &Words, token: &str, rows: &[SharedRow]) -> AnyView {
    let items = rows.iter().map(|row| item(words, token, row)).collect_view();
    let heading = rows
        .first()
        .filter(|row| !row.folders.is_empty())
        .map(|row| view! { <header><h2>{row.folders.join(" / ")}</h2></header> });
    view! { <section class="part">{heading}<ul class="rows">{items}</ul></section> }.into_any()
}

fn item(words: &Words, token: &str, row: &SharedRow) -> impl IntoView + use<> {
    let href = paths::shared_document(token, row.document);
    let nature = piece::nature(words, row.kind, row.media);
    let fact = match row.kind {
        DocumentKind::File => {
            say!(words, "library-nature-size", nature = nature, size = piece::size(words, row.bytes))
        }
        DocumentKind::Note | DocumentKind::Link | DocumentKind::Dossier => nature,
    };
    let icon = piece::icon_of(row.kind, row.media);
    view! {
        <li>
            <a class="row-title" href=href><Icon name=icon/>" "{row.title.clone()}</a>
            <Facts facts=vec![fact.into_any()]/>
        </li>
    }
}

/// The way back to what the link opens.
pub(super) fn back_to(words: &Words, token: &str, folder: Option<&str>) -> Option<AnyView> {
    folder.map(|name| {
        let text = say!(words, "library-shared-back", name = name.to_owned());
        let href = paths::link(LinkKind::Read, token);
        view! { <p class="no-print"><a class="go" href=href><Icon name="back"/>" "{text}</a></p> }.into_any()
    })
}

fn one(
    rq: &Request,
    token: &str,
    found: &SharedDocument,
    folder: Option<&str>,
    until: DateTime<Utc>,
) -> Document {
    let words = &rq.words;
    let file = paths::shared_file(token, found.id);
    let main = match found.kind {
        DocumentKind::File => {
            let name = say!(words, "library-download", size = piece::size(words, found.bytes));
            let href = format!("{file}?telecharger=oui");
            Some(
                view! { <a class="button main" href=href download><Icon name="download"/>" "{name}</a> }
                    .into_any(),
            )
        }
        DocumentKind::Link => {
            let (href, name) = (found.address.clone(), words.t("library-follow"));
            Some(
                view! { <a class="button main" href=href rel="noreferrer noopener"><Icon name="external"/>" "{name}</a> }
                    .into_any(),
            )
        }
        DocumentKind::Note | DocumentKind::Dossier => None,
    };
    let open =
        (found.kind == DocumentKind::File && found.media.is_safe_to_show() && found.media != Media::Image)
            .then(|| view! { <a class="go" href=file.clone()>{words.t("library-open-file")}</a> });
    let back = back_to(words, token, folder);
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let lines = [
        ("library-field-author", said(&found.author)),
        ("library-field-source", said(&found.source)),
        ("library-field-date", found.dated_on.map(|day| words.day(day))),
        ("library-field-licence", said(&found.licence)),
    ];
    let lines: Vec<_> = lines
        .into_iter()
        .filter_map(|(name, value)| Some((words.t(name), value?)))
        .map(|(name, value)| view! { <dt>{name}</dt><dd class="anywhere">{value}</dd> })
        .collect();
    let record = (!lines.is_empty()).then(|| view! { <dl class="facts-list tall">{lines}</dl> });
    let title = found.title.clone();
    let shown = preview::Shown {
        kind: found.kind,
        media: found.media,
        title: &found.title,
        description: &found.description,
        address: &found.address,
        html: found.html.as_deref(),
        text: found.text.as_deref(),
        file,
        tracks: captions::tracks(&found.captions, |language| {
            paths::shared_captions(token, found.id, language)
        }),
        picture: preview::is_drawn(found.media, found.inside).then(|| {
            let picture = paths::shared_picture(token, found.id, found.latest, 1);
            (picture, paths::shared_text(token, found.id))
        }),
    };
    let read = readable(words, found.media, found.inside, paths::shared_text(token, found.id));
    let view = view! {
        <div class="narrow stack">
            {back}
            <header class="page-head">
                <p class="eyebrow">{piece::nature(words, found.kind, found.media)}</p>
                <h1>{title.clone()}</h1>
                {from_whom(rq, until)}
            </header>
            <p class="acts no-print">{main}" "{open}" "{read}</p>
            {paragraphs(&found.description)}
            {preview::preview(words, &shown)}
            {captions::transcription(words, &found.captions)}
            {record}
        </div>
    };
    Document::new(title, view).unlisted()
}
