//! `/administration/modeles`: the models from which texts start.

use backend::contributions::{self, TemplateView};
use domain::{Refusal, contributions::ContributionKind, policy::Permission};
use leptos::prelude::*;
use server_fn::ServerFn;

use crate::{
    accounts::done,
    contributions::actions::{ChangeTemplate, RestoreTemplate},
    paths,
    request::Request,
    ui::{Both, Breadcrumb, Document, Facts, FormView, Meanwhile, PageResult, Place, TextArea},
    words::Words,
};

/// What a text of that kind starts from.
pub fn model(words: &Words, template: &TemplateView) -> String {
    template.own.clone().unwrap_or_else(|| words.t(&format!("template-{}", template.kind.code())))
}

/// The kinds, each with its model.
pub async fn templates(rq: Request) -> PageResult {
    rq.cx.require(Permission::Administer)?;
    let found = contributions::templates(&rq.cx).await?;
    let words = rq.words.clone();
    let title = words.t("templates-title");
    let ancestors = vec![(paths::ADMINISTRATION.to_owned(), words.t("menu-administration"))];
    let rows = found.iter().map(|template| line(&words, template)).collect_view();
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{words.t("templates-lead")}</p>
        </header>
        {done(&rq, &[("origine", "templates-done-origine")])}
        <div class="narrow"><ul class="rows">{rows}</ul></div>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}

fn line(words: &Words, template: &TemplateView) -> AnyView {
    let state = match template.own.as_deref() {
        None => "templates-original",
        Some("") => "templates-empty",
        Some(_) => "templates-own",
    };
    let facts = [Some(words.t(state)), changed(words, template)];
    let facts = facts.into_iter().flatten().map(|fact| view! { {fact} }.into_any()).collect();
    view! {
        <li>
            <a class="row-title" href=paths::administration_template(template.kind)>{words.kind(template.kind)}</a>
            <Facts facts=facts/>
        </li>
    }
    .into_any()
}

fn changed(words: &Words, template: &TemplateView) -> Option<String> {
    let (name, at) = template.changed.clone()?;
    Some(say!(words, "templates-changed", name = name, moment = words.moment(at)))
}

/// The model of a kind: changing it, what it looks like, going back to the original one.
pub async fn template(rq: Request) -> PageResult {
    rq.cx.require(Permission::Administer)?;
    let kind = paths::kind_at(rq.param("kind")).ok_or(Refusal::NotFound)?;
    let found = contributions::template(&rq.cx, kind).await?;
    let words = rq.words.clone();
    let title = say!(words, "templates-one", kind = words.kind(kind));
    let form = rq.form(ChangeTemplate::PATH);
    let saved = model(&words, &found);
    let html = contributions::preview(&rq.cx, &form.value("body", &saved)).await.unwrap_or_default();
    let ancestors = vec![
        (paths::ADMINISTRATION.to_owned(), words.t("menu-administration")),
        (paths::ADMINISTRATION_TEMPLATES.to_owned(), words.t("templates-title")),
    ];
    let both = vec![Both::new(&form, "body", words.t("templates-body"), &saved)];
    let version = form.version(found.version);
    let [save, back, preview] =
        ["templates-save", "templates-back", "templates-preview"].map(|key| words.t(key));
    let language = words.council_language();
    let empty = html.is_empty().then(|| view! { <p class="muted">{words.t("templates-empty")}</p> });
    let field = view! {
        <TextArea
            form=form.clone()
            name="body"
            label=words.t("templates-body")
            hint=words.t("templates-body-hint")
            value=saved
            rows=20
            large=true
            optional=true
        />
    };
    let facts =
        changed(&words, &found).map(|told| view! { <Facts facts=vec![view! { {told} }.into_any()]/> });
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head">
            <h1>{title.clone()}</h1>
            {facts}
        </header>
        {done(&rq, &[("enregistre", "templates-done-enregistre")])}
        <div class="narrow stack">
            <Meanwhile form=form.clone() fields=both/>
            <FormView form=form>
                <input type="hidden" name="kind" value=kind.code()/>
                <input type="hidden" name="version" value=version/>
                {field}
                <p class="acts">
                    <button class="button main">{save}</button>
                    " "
                    <a class="go" href=paths::ADMINISTRATION_TEMPLATES>{back}</a>
                </p>
            </FormView>
            <section class="part" aria-labelledby="apercu">
                <header><h2 id="apercu">{preview}</h2></header>
                {empty}
                <div class="prose" lang=language inner_html=html></div>
            </section>
            {restore(&rq, kind, &found)}
        </div>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}

fn restore(rq: &Request, kind: ContributionKind, found: &TemplateView) -> Option<AnyView> {
    found.own.as_ref()?;
    let words = &rq.words;
    let form = rq.form(RestoreTemplate::PATH);
    let version = form.version(found.version);
    let title = say!(words, "templates-restore-title", kind = words.kind(kind));
    let [text, act, keep] =
        ["templates-restore-text", "templates-restore", "templates-keep"].map(|key| words.t(key));
    Some(
        view! {
            <FormView form=form class="confirm">
                <h2>{title}</h2>
                <p>{text}</p>
                <input type="hidden" name="kind" value=kind.code()/>
                <input type="hidden" name="version" value=version/>
                <p class="acts">
                    <button class="button danger">{act}</button>
                    " "
                    <a class="go" href=paths::ADMINISTRATION_TEMPLATES>{keep}</a>
                </p>
            </FormView>
        }
        .into_any(),
    )
}
