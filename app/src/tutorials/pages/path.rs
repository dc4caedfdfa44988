//! `/parcours/{slug}`: a sequence, how far one is, and the certificate of who finished it.

use backend::tutorials;
use leptos::prelude::*;

use super::{other, progress, rows_view, way_back};
use crate::{
    paths,
    request::Request,
    tutorials::certificate::sentence,
    ui::{Document, Icon, PageResult, Place},
    words::Words,
};

/// `/parcours/{slug}`
pub async fn path(rq: Request) -> PageResult {
    let path = tutorials::path(&rq.cx, rq.param("slug")).await?;
    let words = &rq.words;
    let title = path.row.title.clone();
    let language = other(words, path.row.language);
    let summary = (!path.row.summary.is_empty())
        .then(|| view! { <p class="lead" lang=language>{path.row.summary.clone()}</p> });
    let next = path.tutorials.iter().find(|row| !row.is_done()).map(|row| {
        let key = if path.tutorials.iter().any(|row| row.done > 0) { "tutorials-go-on" } else { "tutorials-begin" };
        view! { <p class="acts"><a class="button next" href=paths::tutorial(&row.slug)>{words.t(key)}</a></p> }
    });
    let certificate = path.finished_on.map(|day| {
        let said = say!(words, "tutorials-path-finished", day = words.day(day));
        let slug = &path.row.slug;
        view! {
            <section class="panel" aria-labelledby="attestation">
                <h2 id="attestation">{words.t("tutorials-certificate")}</h2>
                <p>{said}</p>
                <p class="acts">
                    <a class="button main" href=paths::certificate_file(slug)><Icon name="download"/>" "{words.t("tutorials-certificate-pdf")}</a>
                    " "
                    <a class="go" href=paths::certificate(slug)>{words.t("tutorials-certificate-see")}</a>
                </p>
            </section>
        }
    });
    let view = view! {
        {way_back(&rq, None, None)}
        <header class="page-head">
            <p class="eyebrow">{words.t("tutorials-path")}</p>
            <h1 lang=language>{title.clone()}</h1>
        </header>
        <div class="stack">
            {summary}
            {progress(words, &path.tutorials)}
            {next}
            {certificate}
            {rows_view(words, &path.tutorials, true)}
        </div>
    };
    Ok(Document::new(title, view).at(Place::Tutorials).unlisted())
}

/// `/parcours/{slug}/attestation`: the certificate, to print.
pub async fn certificate(rq: Request) -> PageResult {
    let (language, certificate) = tutorials::certificate(&rq.cx, rq.param("slug")).await?;
    let own = Words::new(language, rq.council.clone());
    let council = rq.council.as_ref().map(|council| council.name.clone()).unwrap_or_default();
    let title = rq.words.t("tutorials-certificate");
    let items = certificate.tutorials.iter().map(|row| view! { <li>{row.title.clone()}</li> }).collect_view();
    let pdf = rq.words.t("tutorials-certificate-pdf");
    let view = view! {
        {way_back(&rq, Some(&certificate.path), None)}
        <article class="certificate panel" lang=other(&rq.words, language)>
            <p class="eyebrow">{council.clone()}</p>
            <h1>{own.t("tutorials-certificate")}</h1>
            <p class="lead">{certificate.name.clone()}</p>
            <p>{sentence(&own, &certificate, &council)}</p>
            <p>{own.t("tutorials-certificate-list")}</p>
            <ul>{items}</ul>
        </article>
        <p class="acts">
            <a class="button main" href=paths::certificate_file(&certificate.path.slug)><Icon name="download"/>" "{pdf}</a>
        </p>
    };
    Ok(Document::new(title, view).at(Place::Tutorials).unlisted())
}
