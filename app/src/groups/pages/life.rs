//! `/groupes/{slug}/clore` and `/groupes/{slug}/reprise`: closing a group with its deliverable, putting it back to
//! work.

use backend::groups::{ClosingView, GroupView};
use domain::policy::{GroupAction, Permission};
use leptos::prelude::*;
use server_fn::ServerFn;

use crate::{
    contributions::parts,
    groups::actions::{CloseGroup, ReopenGroup},
    paths,
    request::Request,
    ui::{
        Breadcrumb, Choice, Document, Facts, Form, FormView, PageResult, Select, TextArea, TextField,
        document::Place,
    },
    words::Words,
};

fn way_back(rq: &Request, group: &GroupView) -> impl IntoView + use<> {
    let ancestors = vec![
        (paths::GROUPS.to_owned(), rq.words.t("groups-title")),
        (paths::group(&group.slug), group.name.clone()),
    ];
    view! { <Breadcrumb rq=rq.clone() ancestors=ancestors/> }
}

/// Closing a group.
pub async fn close(rq: Request) -> PageResult {
    let group = backend::groups::show(&rq.cx, rq.param("slug")).await?;
    let closing = backend::groups::closing(&rq.cx, &group.slug).await?;
    let w = rq.words.clone();
    let form = rq.form(CloseGroup::PATH);
    let title = say!(w, "life-close-title", group = group.name.clone());
    let fields = fields(&w, &form, &closing);
    let unfinished = unfinished(&rq, &form, &closing);
    let (slug, version, back) = (group.slug.clone(), closing.version.to_string(), paths::group(&group.slug));
    let view = view! {
        {way_back(&rq, &group)}
        <div class="narrow">
            <header class="page-head">
                <h1>{title.clone()}</h1>
                <p class="muted">{w.t("life-close-lead")}</p>
            </header>
            <FormView form=form.clone()>
                <input type="hidden" name="slug" value=slug/>
                <input type="hidden" name="version" value=version/>
                {fields}
                {unfinished}
                <p class="acts">
                    <button class="button main">{w.t("life-close")}</button>
                    " "
                    <a class="go" href=back>{w.t("life-keep-open")}</a>
                </p>
            </FormView>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Groups).unlisted())
}

fn fields(w: &Words, form: &Form, closing: &ClosingView) -> impl IntoView + use<> {
    let sentence = |label: &str, alternative: bool| {
        view! {
            <TextField
                form=form.clone()
                name="sentence"
                label=w.t(label)
                hint=w.t("life-sentence-hint")
                alternative=alternative
            />
        }
    };
    let handed_in = if closing.published.is_empty() {
        sentence("life-sentence-only", false).into_any()
    } else {
        let choices =
            closing.published.iter().map(|(id, title)| Choice::new(id.to_string(), title.clone())).collect();
        view! {
            <fieldset class="group">
                <legend>{w.t("life-handed-in-legend")}</legend>
                <Select
                    form=form.clone()
                    name="text"
                    label=w.t("life-text")
                    hint=w.t("life-text-hint")
                    choices=choices
                    alternative=true
                />
                {sentence("life-sentence", true)}
            </fieldset>
        }
        .into_any()
    };
    view! {
        {handed_in}
        <TextArea form=form.clone() name="note" label=w.t("life-note") hint=w.t("life-note-hint") optional=true/>
    }
}

/// The texts that would stay as they are, and the box that says so.
fn unfinished(rq: &Request, form: &Form, closing: &ClosingView) -> Option<AnyView> {
    let count = closing.unfinished.len() as u64 + closing.hidden;
    if count == 0 {
        return None;
    }
    let w = &rq.words;
    let rows = closing
        .unfinished
        .iter()
        .map(|(id, title, state)| {
            let facts = vec![parts::state(w, *state)];
            view! {
                <li>
                    <a class="row-title" href=paths::contribution(*id)>{title.clone()}</a>
                    <Facts facts=facts/>
                </li>
            }
        })
        .collect_view();
    let hidden = (closing.hidden > 0)
        .then(|| view! { <p class="muted">{say!(w, "life-unfinished-hidden", count = closing.hidden)}</p> });
    let checked = form.is_chosen("confirmed", "yes", false);
    let confirm = say!(w, "life-confirm", count = count);
    Some(
        view! {
            <section class="panel warm" aria-labelledby="inacheves">
                <h2 id="inacheves">{say!(w, "life-unfinished", count = count)}</h2>
                <ul class="rows">{rows}</ul>
                {hidden}
            </section>
            <div class="field">
                <label class="choice">
                    <input type="checkbox" name="confirmed" value="yes" checked=checked/>
                    " "
                    <span>{confirm}</span>
                </label>
            </div>
        }
        .into_any(),
    )
}

/// Putting a closed group back to work.
pub async fn reopen(rq: Request) -> PageResult {
    let group = backend::groups::show(&rq.cx, rq.param("slug")).await?;
    let facts = domain::groups::GroupFacts { id: group.id, visibility: group.visibility, state: group.state };
    rq.cx.require(Permission::Group(GroupAction::Reopen, &facts))?;
    if !group.may.reopen && rq.refused().is_none() {
        return Ok(Document::redirect(paths::group(&group.slug)));
    }
    let w = rq.words.clone();
    let form = rq.form(ReopenGroup::PATH);
    let title = say!(w, "life-reopen-title", group = group.name.clone());
    let (slug, back) = (group.slug.clone(), paths::group(&group.slug));
    let view = view! {
        {way_back(&rq, &group)}
        <div class="narrow">
            <header class="page-head">
                <h1>{title.clone()}</h1>
                <p class="muted">{w.t("life-reopen-lead")}</p>
            </header>
            <FormView form=form.clone()>
                <input type="hidden" name="slug" value=slug/>
                <TextField form=form.clone() name="reason" label=w.t("life-reason") hint=w.t("life-reason-hint")/>
                <p class="acts">
                    <button class="button main">{w.t("life-reopen")}</button>
                    " "
                    <a class="go" href=back>{w.t("groups-back")}</a>
                </p>
            </FormView>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Groups).unlisted())
}
