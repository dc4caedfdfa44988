//! `/contributions/{id}/historique/{n}`: one version, read as it was; named, brought back.

use backend::contributions::{self, VersionView};
use domain::{
    Version,
    policy::{ContributionAction, Permission},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{deeper, done};
use crate::{
    behalf,
    contributions::{
        actions::{NameVersion, RestoreVersion},
        parts,
    },
    paths,
    request::Request,
    ui::{Document, Facts, FormView, PageResult, Place, TextField},
};

/// `/contributions/{id}/historique/{n}`
pub async fn version(rq: Request) -> PageResult {
    let id = rq.id("id")?;
    let which: Version = rq.param("version").parse().map_err(|_| domain::Refusal::NotFound)?;
    let view = contributions::version(&rq.cx, id, which).await?;
    let words = rq.words.clone();
    let title = parts::version_name(&words, which, view.name.as_deref());
    let page = view! {
        {deeper(&rq, &view.head, title.clone())}
        {done(&rq)}
        {facts(&rq, &view)}
        <div class="stack reading">
            <p class="lead" lang=words.council_language()>{view.title.clone()}</p>
            {parts::brief(&words, &view.summary_html)}
            <article aria-label=words.t("contributions-text")>
                <div class="prose" lang=words.council_language() inner_html=view.html.clone()></div>
            </article>
        </div>
        {restore(&rq, &view)}
        {name(&rq, &view)}
        <p><a class="go" href=paths::contribution_history(id)>{words.t("contributions-history-do")}</a></p>
    };
    Ok(Document::new(title, page).at(Place::Texts).unlisted())
}

fn facts(rq: &Request, view: &VersionView) -> impl IntoView + use<> {
    let words = &rq.words;
    let people = parts::writers(words, &view.revision, &view.with);
    let mut facts =
        vec![view! { {people} }.into_any(), view! { {words.moment(view.revision.at)} }.into_any()];
    facts.extend(behalf::part::hand(words, view.entered_by.as_ref()));
    if !view.revision.reason.is_empty() {
        let reason = say!(words, "contributions-history-reason", reason = view.revision.reason.clone());
        facts.push(view! { <q>{reason}</q> }.into_any());
    }
    let (id, which, current) = (view.head.facts.id, view.revision.version, view.head.version);
    let compare = if which == current {
        view! { <a class="go" href=paths::contribution(id)>{words.t("contributions-version-current")}</a> }
    } else {
        view! { <a class="go" href=paths::contribution_compare(id, which.0, current.0)>{words.t("contributions-history-compare-now")}</a> }
    };
    view! { <Facts facts=facts/><p class="acts">{compare}</p> }
}

fn writes(rq: &Request, view: &VersionView) -> bool {
    rq.cx.may(Permission::Contribution(ContributionAction::Write, &view.head.facts))
}

fn restore(rq: &Request, view: &VersionView) -> Option<AnyView> {
    let (which, current) = (view.revision.version, view.head.version);
    if which == current || !view.head.facts.state.is_writable() || !writes(rq, view) {
        return None;
    }
    let words = &rq.words;
    let id = view.head.facts.id;
    let form = rq.form(RestoreVersion::PATH).shown_at(paths::contribution_version(id, which));
    let [title, lead, label, act] = [
        "contributions-restore-title",
        "contributions-restore-lead",
        "contributions-edit-reason",
        "contributions-restore-do",
    ]
    .map(|key| words.t(key));
    let reason = say!(words, "contributions-restore-reason", version = which.to_string());
    let field = view! { <TextField form=form.clone() name="reason" label=label value=reason optional=true/> };
    Some(
        view! {
            <section class="part narrow" aria-labelledby="revenir">
                <header><h2 id="revenir">{title}</h2></header>
                <p class="muted">{lead}</p>
                <FormView form=form>
                    <input type="hidden" name="id" value=id.to_string()/>
                    <input type="hidden" name="version" value=which.to_string()/>
                    <input type="hidden" name="base" value=current.to_string()/>
                    {field}
                    <p class="acts"><button class="button">{act}</button></p>
                </FormView>
            </section>
        }
        .into_any(),
    )
}

fn name(rq: &Request, view: &VersionView) -> Option<AnyView> {
    if !writes(rq, view) {
        return None;
    }
    let words = &rq.words;
    let (id, which) = (view.head.facts.id, view.revision.version);
    let form = rq.form(NameVersion::PATH).shown_at(paths::contribution_version(id, which));
    let [title, label, hint, act] = [
        "contributions-name-title",
        "contributions-name-label",
        "contributions-name-hint",
        "contributions-name-do",
    ]
    .map(|key| words.t(key));
    let saved = view.name.clone().unwrap_or_default();
    let field = view! {
        <TextField form=form.clone() name="name" label=label hint=hint value=saved optional=true autocomplete="off"/>
    };
    Some(
        view! {
            <section class="part narrow" aria-labelledby="nommer">
                <header><h2 id="nommer">{title}</h2></header>
                <FormView form=form>
                    <input type="hidden" name="id" value=id.to_string()/>
                    <input type="hidden" name="version" value=which.to_string()/>
                    {field}
                    <p class="acts"><button class="button">{act}</button></p>
                </FormView>
            </section>
        }
        .into_any(),
    )
}
