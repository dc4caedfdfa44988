//! `/documents/{id}`: what it is, what it holds, its versions, where it stands.

use backend::library::{DocumentView, LibraryRef, StandsIn, VersionRow};
use domain::{
    library::DocumentKind,
    moderation::{Reported, ReportedKind},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{done, inside, library_name, menu, piece, place_path, preview, way_back};
use crate::{
    library::{actions::RestoreVersion, captions, tags},
    moderation::pages::go_report,
    paths,
    request::Request,
    ui::{Breadcrumb, Document, ErrorSummary, Facts, FormView, Icon, PageResult},
    words::Words,
};

/// A document.
pub async fn document(rq: Request) -> PageResult {
    let found = backend::library::show(&rq.cx, rq.id("id")?).await?;
    if found.kind == DocumentKind::Dossier {
        let path = paths::dossier(found.id);
        let done = rq.query("fait").map(|code| paths::done(&path, code));
        return Ok(Document::redirect(done.unwrap_or(path)));
    }
    let words = &rq.words;
    let library = found.library.clone().or_else(|| found.stands.first().map(|place| place.library.clone()));
    let library = library.unwrap_or(LibraryRef::Common);
    let mut ancestors = way_back(words, &library, &[]);
    let folder = found.stands.iter().find(|place| place.library == library && place.folder.is_some());
    if let Some(StandsIn { place, folder: Some(name), .. }) = folder {
        ancestors.push((place_path(place), name.clone()));
    }
    let title = found.title.clone();
    let description = paragraphs(&found.description);
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <ErrorSummary form=rq.form(RestoreVersion::PATH)/>
        <header class="page-head">
            <p class="eyebrow">{piece::nature(words, found.kind, found.media)}</p>
            <h1>{title.clone()}</h1>
            <Facts facts=facts(words, &found)/>
        </header>
        {done(&rq)}
        <div class="two">
            <div class="body">
                {acts(&rq, &found)}
                {description}
                {preview::preview(words, &shown(&found))}
                {captions::transcription(words, &found.captions)}
                {inside::told(words, &found)}
                {captions::part(&rq, &found)}
                {versions(&rq, &found)}
            </div>
            <aside class="aside" aria-label=words.t("library-record")>
                {record(words, &found)}
                {stands(words, &found)}
            </aside>
        </div>
    };
    Ok(Document::new(title, view).at(menu(&library)).unlisted())
}

pub(in crate::library) fn paragraphs(text: &str) -> Option<AnyView> {
    let lines: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let lines = lines.into_iter().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
    (!text.trim().is_empty()).then(|| view! { <div class="prose">{lines}</div> }.into_any())
}

fn shown(found: &DocumentView) -> preview::Shown<'_> {
    let drawn = preview::is_drawn(found.media, found.inside);
    preview::Shown {
        kind: found.kind,
        media: found.media,
        title: &found.title,
        description: &found.description,
        address: &found.address,
        html: found.html.as_deref(),
        text: found.text.as_deref(),
        file: paths::document_file(found.id),
        tracks: captions::tracks(&found.captions, |language| paths::document_captions(found.id, language)),
        picture: drawn
            .then(|| (paths::document_picture(found.id, found.latest, 1), paths::document_inside(found.id))),
    }
}

fn facts(words: &Words, found: &DocumentView) -> Vec<AnyView> {
    let mut facts = Vec::new();
    if found.kind == DocumentKind::File {
        facts.push(view! { {piece::size(words, found.bytes)} }.into_any());
    }
    if found.latest > 1 {
        let version = say!(words, "library-version", number = found.latest);
        facts.push(view! { {version} }.into_any());
    }
    if let Some(last) = found.versions.first() {
        let day = words.day_of(last.at);
        let said = match last.by.clone() {
            Some(by) => say!(words, "library-by-on", name = by, day = day),
            None => day,
        };
        facts.push(view! { {said} }.into_any());
    }
    facts
}

/// The one thing people come for, then the rest.
fn acts(rq: &Request, found: &DocumentView) -> AnyView {
    let words = &rq.words;
    let main = match found.kind {
        DocumentKind::File => {
            let href = format!("{}?telecharger=oui", paths::document_file(found.id));
            let name = say!(words, "library-download", size = piece::size(words, found.bytes));
            Some(
                view! { <a class="button main" href=href download><Icon name="download"/>" "{name}</a> }
                    .into_any(),
            )
        }
        DocumentKind::Link => {
            let (href, name) = (found.address.clone(), words.t("library-follow"));
            Some(
                view! {
                    <a class="button main" href=href rel="noreferrer noopener"><Icon name="external"/>" "{name}</a>
                }
                .into_any(),
            )
        }
        DocumentKind::Note | DocumentKind::Dossier => None,
    };
    let open = (found.kind == DocumentKind::File && found.media.is_safe_to_show()).then(|| {
        view! { <a class="go" href=paths::document_file(found.id)>{words.t("library-open-file")}</a> }
    });
    let version = (found.may.change && found.kind == DocumentKind::File).then(|| {
        view! { <a class="go" href=paths::document_version(found.id)>{words.t("library-new-version")}</a> }
    });
    let edit = found.may.change.then(|| {
        let key = if found.kind == DocumentKind::Note { "library-edit-note" } else { "library-edit" };
        view! { <a class="go" href=paths::document_edit(found.id)>{words.t(key)}</a> }
    });
    let share = found.stands.iter().find(|place| place.share).map(|place| {
        view! { <a class="go" href=paths::links(place.entry)>{words.t("library-share")}</a> }
    });
    let read = inside::way_in(words, found);
    let gather =
        view! { <a class="go" href=paths::dossier_for_document(found.id)>{words.t("dossiers-gather")}</a> };
    // Who may change it has nobody to report it to.
    let report = (!found.may.change && rq.cx.actor.person().is_some()).then(|| {
        let what = Reported { kind: ReportedKind::Document, id: found.id.0 };
        go_report(words, what, String::new())
    });
    view! {
        <p class="acts no-print">{main}" "{open}" "{read}" "{version}" "{edit}" "{share}" "{gather}" "{report}</p>
    }
    .into_any()
}

/// The record, as far as it is known.
pub(in crate::library) fn record(words: &Words, found: &DocumentView) -> AnyView {
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let lines = [
        ("library-field-file", said(&found.file_name)),
        ("dossiers-audience", said(&found.audience)),
        ("library-field-address", said(&found.address)),
        ("library-field-author", said(&found.author)),
        ("library-field-source", said(&found.source)),
        ("library-field-date", found.dated_on.map(|day| words.day(day))),
        ("library-field-licence", said(&found.licence)),
        ("library-deposited-on", Some(words.day_of(found.created_at))),
    ];
    let lines = lines
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| (name, value)))
        .map(|(name, value)| view! { <dt>{words.t(name)}</dt><dd class="anywhere">{value}</dd> })
        .collect_view();
    let tags = (!found.tags.is_empty()).then(|| {
        view! { <dt>{words.t("library-field-tags")}</dt><dd class="anywhere">{tags::linked(&found.tags)}</dd> }
    });
    view! {
        <section class="part" aria-labelledby="fiche">
            <header><h2 id="fiche">{words.t("library-record")}</h2></header>
            <dl class="facts-list tall">{lines}{tags}</dl>
        </section>
    }
    .into_any()
}

/// The places where one finds it.
pub(in crate::library) fn stands(words: &Words, found: &DocumentView) -> AnyView {
    let items = found
        .stands
        .iter()
        .map(|place| {
            let library = library_name(words, &place.library);
            let name = place.folder.clone().unwrap_or_else(|| library.clone());
            let of = place.folder.is_some().then(|| view! { <p class="facts"><span>{library}</span></p> });
            let arrange = found.may.change.then(|| {
                let label = say!(words, "library-arrange-label", name = name.clone());
                view! {
                    <div class="row-acts no-print">
                        <a class="go" href=paths::entry(place.entry) aria-label=label>{words.t("library-arrange")}</a>
                    </div>
                }
            });
            view! {
                <li>
                    <a class="row-title" href=place_path(&place.place)><Icon name="folder"/>" "{name}</a>
                    {of}
                    {arrange}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="part no-print" aria-labelledby="places">
            <header><h2 id="places">{words.t("library-stands")}</h2></header>
            <ul class="rows">{items}</ul>
        </section>
    }
    .into_any()
}

/// All that it was.
fn versions(rq: &Request, found: &DocumentView) -> Option<AnyView> {
    if found.versions.len() < 2 {
        return None;
    }
    let words = &rq.words;
    let items = found.versions.iter().map(|version| version_row(rq, found, version)).collect_view();
    Some(
        view! {
            <section class="part" aria-labelledby="versions">
                <header><h2 id="versions">{words.t("library-versions")}</h2></header>
                <ol class="rows" reversed>{items}</ol>
            </section>
        }
        .into_any(),
    )
}

fn version_row(rq: &Request, found: &DocumentView, version: &VersionRow) -> impl IntoView + use<> {
    let words = &rq.words;
    let name = say!(words, "library-version", number = version.number);
    let title = match found.kind {
        DocumentKind::File => {
            let href = format!("{}?telecharger=oui", paths::document_version_file(found.id, version.number));
            view! { <a class="row-title" href=href download><Icon name="download"/>" "{name.clone()}</a> }
                .into_any()
        }
        DocumentKind::Note | DocumentKind::Link | DocumentKind::Dossier => {
            view! { <p class="row-title">{name.clone()}</p> }.into_any()
        }
    };
    let moment = words.moment(version.at);
    let mut facts = Vec::new();
    if let Some(by) = version.by.clone() {
        facts.push(view! { {by} }.into_any());
    }
    facts.push(view! { {moment} }.into_any());
    if found.kind == DocumentKind::File {
        let size = piece::size(words, u64::try_from(version.bytes).unwrap_or_default());
        facts.push(view! { {size} }.into_any());
    }
    let why = match version.restores {
        Some(number) => {
            let why = say!(words, "library-restores", number = number);
            Some(view! { <p class="row-text">{why}</p> }.into_any())
        }
        None if version.reason.is_empty() => None,
        None => {
            let why = say!(words, "library-because", reason = version.reason.clone());
            Some(view! { <blockquote class="row-text">{why}</blockquote> }.into_any())
        }
    };
    let restore = (found.may.change && version.number != found.latest).then(|| {
        let [id, number] = [found.id.to_string(), version.number.to_string()];
        let (label, button) = (say!(words, "library-restore-label", name = name), words.t("library-restore"));
        view! {
            <div class="row-acts no-print">
                <FormView form=rq.form(RestoreVersion::PATH) class="one" summary=false>
                    <input type="hidden" name="document" value=id/>
                    <input type="hidden" name="number" value=number/>
                    <button class="button link" aria-label=label>{button}</button>
                </FormView>
            </div>
        }
    });
    let compared = match found.kind {
        DocumentKind::Link | DocumentKind::Dossier => false,
        DocumentKind::Note => true,
        DocumentKind::File => inside::may_have_words(found.media),
    };
    let before = (version.number > 1 && compared).then(|| {
        let before = version.number - 1;
        let href = paths::document_compare(found.id, before, version.number);
        view! { <p class="no-print"><a class="go" href=href>{say!(words, "library-compare-before", number = before)}</a></p> }
    });
    view! { <li>{title}<Facts facts=facts/>{why}{before}{restore}</li> }
}
