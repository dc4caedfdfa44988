//! `/outils/{slug}`: a sheet, and what came of using it.

use backend::toolbox::{self, MethodView, UseView};
use domain::{
    policy::{Permission, ToolboxAction},
    toolbox::Section,
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{done, facts, other, way_back};
use crate::{
    glossary::marks,
    paths,
    request::Request,
    toolbox::{
        actions::{PutMethodAside, TakeMethodUp, TellMethod, UntellMethod},
        agenda::minutes_in_words,
    },
    ui::{
        Choice, Document, ErrorSummary, Facts, FormView, Icon, Notice, NoticeTone, PageResult, Place, Select,
        TextArea, TextField, typed_day,
    },
};

/// `/outils/{slug}`
pub async fn show(rq: Request) -> PageResult {
    let method = toolbox::show(&rq.cx, rq.param("slug")).await?;
    let words = &rq.words;
    let language = other(words, method.row.language);
    let title = method.row.title.clone();
    let writes = rq.cx.may(Permission::Toolbox(ToolboxAction::Write));
    let facts = facts(words, &method.row);
    let edit = writes.then(|| {
        view! { " "<a class="button" href=paths::method_edit(&method.row.slug)>{words.t("toolbox-edit-do")}</a> }
    });
    let mut before = Vec::new();
    let mut after = Vec::new();
    for (section, html) in &method.sections {
        let html = marks::of_part(&rq, &format!("{}-", section.code()), html.clone()).await?;
        let part = section_view(&rq, *section, language, html);
        if matches!(section, Section::When | Section::Room) { before.push(part) } else { after.push(part) }
    }
    let in_french = language.map(|_| view! { <p class="muted">{words.t("toolbox-in-french")}</p> });
    let view = view! {
        {way_back(&rq, None)}
        <ErrorSummary form=rq.form(PutMethodAside::PATH)/>
        <ErrorSummary form=rq.form(UntellMethod::PATH)/>
        <header class="page-head">
            <p class="eyebrow">{words.t("toolbox-one")}</p>
            <h1 lang=language>{title.clone()}</h1>
            <Facts facts=facts/>
        </header>
        {done(&rq)}
        {set_aside(&rq, &method)}
        {in_french}
        <div class="stack reading">
            <p class="lead" lang=language>{method.row.aim.clone()}</p>
            <p class="acts">
                <a class="button next" href=paths::method_agenda(&method.row.slug)>{words.t("toolbox-prepare")}</a>
                {edit}
            </p>
            {before}
            {steps(&rq, &method)}
            {after}
            {source(&rq, &method)}
        </div>
        {uses(&rq, &method).await?}
        {writes.then(|| put_aside(&rq, &method)).flatten()}
    };
    Ok(Document::new(title, view).at(Place::Tools).unlisted())
}

fn section_view(rq: &Request, section: Section, language: Option<&'static str>, html: String) -> AnyView {
    let words = &rq.words;
    let id = section.code().replace('_', "-");
    view! {
        <section class="part" aria-labelledby=id.clone()>
            <header><h2 id=id.clone()>{words.t(&format!("toolbox-section-{id}"))}</h2></header>
            <div class="prose" lang=language inner_html=html></div>
        </section>
    }
    .into_any()
}

fn steps(rq: &Request, method: &MethodView) -> AnyView {
    let words = &rq.words;
    let rows = method
        .steps
        .iter()
        .map(|step| {
            let detail = (!step.detail.is_empty()).then(|| view! { <br/>{step.detail.clone()} });
            let length = minutes_in_words(words, step.minutes);
            view! {
                <li>
                    <strong>{step.title.clone()}</strong>
                    " "
                    <span class="muted nowrap">{length}</span>
                    {detail}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="part" aria-labelledby="deroule">
            <header><h2 id="deroule">{words.t("toolbox-steps")}</h2></header>
            <div class="prose" lang=other(words, method.row.language)><ol class="method-steps">{rows}</ol></div>
        </section>
    }
    .into_any()
}

fn source(rq: &Request, method: &MethodView) -> AnyView {
    let words = &rq.words;
    let said = match method.source.as_str() {
        "" => view! { <p class="muted">{words.t("toolbox-no-source")}</p> }.into_any(),
        source => {
            view! { <p class="row-text" lang=other(words, method.row.language)>{source.to_owned()}</p> }
                .into_any()
        }
    };
    let edited =
        (method.shipped && method.edited).then(|| view! { <p class="muted">{words.t("toolbox-edited")}</p> });
    let behind = (method.english_behind && rq.cx.may(Permission::Toolbox(ToolboxAction::Write)))
        .then(|| view! { <p class="muted">{words.t("toolbox-english-behind")}</p> });
    view! {
        <section class="part" aria-labelledby="source">
            <header><h2 id="source">{words.t("toolbox-section-source")}</h2></header>
            {said}
            {edited}
            {behind}
        </section>
    }
    .into_any()
}

/// What people told, and telling.
async fn uses(rq: &Request, method: &MethodView) -> backend::Result<AnyView> {
    let words = &rq.words;
    let rows = method.uses.iter().map(|told| use_view(rq, &method.row.slug, told)).collect_view();
    let list = match method.uses.is_empty() {
        true => view! { <p class="muted">{words.t("toolbox-not-told")}</p> }.into_any(),
        false => view! { <ul class="rows">{rows}</ul> }.into_any(),
    };
    let tells = rq.cx.may(Permission::Toolbox(ToolboxAction::Tell));
    let telling = if tells { Some(tell(rq, method).await?) } else { None };
    Ok(view! {
        <section class="part" aria-labelledby="retours">
            <header><h2 id="retours">{words.t("toolbox-told")}</h2></header>
            <div class="stack">{list}{telling}</div>
        </section>
    }
    .into_any())
}

fn use_view(rq: &Request, slug: &str, told: &UseView) -> AnyView {
    let words = rq.words.clone();
    let mut facts = vec![words.day(told.held_on).into_any()];
    if let Some(group) = &told.group {
        facts.push(view! { <a href=paths::group(&group.slug)>{group.name.clone()}</a> }.into_any());
    }
    facts.push(told.by.clone().into_any());
    let otherwise = (!told.otherwise.is_empty()).then(|| {
        let label = words.t("toolbox-otherwise-said");
        view! { <p class="row-text lines"><strong>{label}</strong>" "{told.otherwise.clone()}</p> }
    });
    let remove = told.removable.then(|| {
        let label = say!(words, "toolbox-untell-label", day = words.day(told.held_on));
        let remove = words.t("toolbox-untell");
        let (slug, id) = (slug.to_owned(), told.id.to_string());
        view! {
            <div class="row-acts">
                <FormView form=rq.form(UntellMethod::PATH) class="one" summary=false>
                    <input type="hidden" name="method" value=slug/>
                    <input type="hidden" name="telling" value=id/>
                    <button class="button link" aria-label=label>{remove}</button>
                </FormView>
            </div>
        }
    });
    view! {
        <li>
            <Facts facts=facts/>
            <p class="row-text lines">{told.worked.clone()}</p>
            {otherwise}
            {remove}
        </li>
    }
    .into_any()
}

async fn tell(rq: &Request, method: &MethodView) -> backend::Result<AnyView> {
    let words = rq.words.clone();
    let form = rq.form(TellMethod::PATH).shown_at(paths::method(&method.row.slug));
    let groups = backend::home::my_groups(&rq.cx).await?;
    let choices: Vec<Choice> =
        groups.iter().map(|group| Choice::new(group.slug.clone(), group.name.clone())).collect();
    let group = (!choices.is_empty()).then(|| {
        view! { <Select form=form.clone() name="group" label=words.t("toolbox-group") choices=choices optional=true/> }
    });
    let today = typed_day(rq.cx.today());
    let slug = method.row.slug.clone();
    let [day, worked, otherwise, send] =
        ["toolbox-held-on", "toolbox-worked", "toolbox-otherwise", "toolbox-tell"].map(|key| words.t(key));
    let fields = view! {
        <TextField form=form.clone() name="held_on" label=day value=today short=true/>
        {group}
        <TextArea form=form.clone() name="worked" label=worked rows=3/>
        <TextArea form=form.clone() name="otherwise" label=otherwise rows=3 optional=true/>
    };
    let open = form.is_refused();
    Ok(view! {
        <details class="unfold" open=open>
            <summary class="button">{words.t("toolbox-tell-open")}</summary>
            <FormView form=form>
                <input type="hidden" name="method" value=slug/>
                {fields}
                <p class="acts"><button class="button main">{send}</button></p>
            </FormView>
        </details>
    }
    .into_any())
}

fn set_aside(rq: &Request, method: &MethodView) -> Option<AnyView> {
    if !method.row.set_aside {
        return None;
    }
    let words = rq.words.clone();
    let (slug, version) = (method.row.slug.clone(), method.version.to_string());
    let form = rq.form(TakeMethodUp::PATH);
    Some(
        view! {
            <Notice tone=NoticeTone::Warning>
                <p>{words.t("toolbox-aside-notice")}</p>
                <FormView form=form class="one">
                    <input type="hidden" name="method" value=slug/>
                    <input type="hidden" name="version" value=version/>
                    <button class="button"><Icon name="restore"/>" "{words.t("toolbox-take-up")}</button>
                </FormView>
            </Notice>
        }
        .into_any(),
    )
}

fn put_aside(rq: &Request, method: &MethodView) -> Option<AnyView> {
    if method.row.set_aside {
        return None;
    }
    let words = rq.words.clone();
    let (slug, version) = (method.row.slug.clone(), method.version.to_string());
    let title = say!(words, "toolbox-remove-title", title = method.row.title.clone());
    let [text, remove, open] =
        ["toolbox-remove-text", "toolbox-remove", "toolbox-remove-open"].map(|key| words.t(key));
    Some(
        view! {
            <details class="unfold no-print">
                <summary class="button quiet">{open}</summary>
                <FormView form=rq.form(PutMethodAside::PATH) class="confirm" summary=false>
                    <h2>{title}</h2>
                    <p>{text}</p>
                    <input type="hidden" name="method" value=slug/>
                    <input type="hidden" name="version" value=version/>
                    <p class="acts"><button class="button danger">{remove}</button></p>
                </FormView>
            </details>
        }
        .into_any(),
    )
}
