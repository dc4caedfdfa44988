//! `/aide/api`: what the API is, for people: tokens, an example, what can be asked.

use leptos::prelude::*;

use crate::{
    api::{Endpoint, said},
    paths,
    request::Request,
    ui::{Document, Facts, PageResult},
};

/// The guide to the API.
pub async fn guide(rq: Request) -> PageResult {
    let w = rq.words.clone();
    let title = w.t("api-guide");
    let base = rq.site.base_url.clone();
    let example = format!("curl -H \"Authorization: Bearer preau_…\" \\\n     {base}/api/v1/publications");
    let change = format!(
        "curl -X POST -H \"Authorization: Bearer preau_…\" \\\n     -H \"Content-Type: application/json\" \\\n     -H \"Idempotency-Key: 7f3c\" \\\n     -d '{{\"title\": \"…\", \"kind\": \"note\", \"body\": \"…\"}}' \\\n     {base}/api/v1/groups/mobilites/contributions"
    );
    let mine = rq.cx.actor.person().is_some();
    let tokens = mine.then(|| {
        let label = w.t("api-token-new");
        view! { <p class="acts no-print"><a class="button main" href=paths::TOKENS>{label}</a></p> }
    });
    let rows = rq.site.endpoints.iter().map(|endpoint| row(&rq, endpoint)).collect_view();
    let parts = [
        ("jetons", "api-guide-tokens", "api-guide-tokens-text"),
        ("pages", "api-guide-pages", "api-guide-pages-text"),
        ("changements", "api-guide-changes", "api-guide-changes-text"),
        ("refus", "api-guide-refusals", "api-guide-refusals-text"),
        ("avertissements", "api-guide-webhooks", "api-guide-webhooks-text"),
    ];
    let parts = parts
        .map(|(id, name, text)| {
            view! {
                <section class="part" aria-labelledby=id>
                    <header><h2 id=id>{w.t(name)}</h2></header>
                    <p>{w.t(text)}</p>
                </section>
            }
        })
        .collect_view();
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p>{w.t("api-lead")}</p>
        </header>
        {tokens}
        <div class="narrow settings">
            <section class="part prose" aria-labelledby="exemple">
                <header><h2 id="exemple">{w.t("api-guide-example")}</h2></header>
                <p>{w.t("api-guide-example-read")}</p>
                <pre translate="no" tabindex="0"><code>{example}</code></pre>
                <p>{w.t("api-guide-example-write")}</p>
                <pre translate="no" tabindex="0"><code>{change}</code></pre>
            </section>
            {parts}
            <section class="part" aria-labelledby="adresses">
                <header><h2 id="adresses">{w.t("api-guide-addresses")}</h2></header>
                <p>
                    {w.t("api-guide-openapi")}
                    " "
                    <a href=paths::OPENAPI>{paths::OPENAPI}</a>
                </p>
                <ul class="rows">{rows}</ul>
            </section>
        </div>
    };
    Ok(Document::new(title, view))
}

fn row(rq: &Request, endpoint: &Endpoint) -> impl IntoView + use<> {
    let w = &rq.words;
    let scope = match endpoint.scope {
        Some(scope) => said::scope_name(w, scope),
        None => w.t("api-any-scope"),
    };
    let facts = vec![
        view! { <code translate="no">{format!("{} {}", endpoint.method, endpoint.path)}</code> }.into_any(),
        scope.into_any(),
    ];
    view! {
        <li>
            <p class="row-title">{said::operation(w, &endpoint.operation)}</p>
            <Facts facts=facts/>
        </li>
    }
}
