//! `/tutoriels/{slug}`: a tutorial, step by step; saying that one took each, or that one is stuck.

use backend::tutorials::{self, StepView, TutorialView};
use domain::policy::{Permission, TutorialAction};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{bar, done, facts, other, way_back};
use crate::{
    glossary::marks,
    paths,
    request::Request,
    tutorials::actions::{
        JudgeTutorial, MarkStep, PutTutorialAside, SayStuck, TakeStuckBack, TakeTutorialUp,
    },
    ui::{
        Choice, Choices, Document, ErrorSummary, Facts, FormView, Icon, Notice, NoticeTone, PageResult,
        Place, Select, TextArea,
    },
};

/// `/tutoriels/{slug}`
pub async fn show(rq: Request) -> PageResult {
    let tutorial = tutorials::show(&rq.cx, rq.param("slug")).await?;
    let words = &rq.words;
    let row = &tutorial.row;
    let language = other(words, row.language);
    let title = row.title.clone();
    let writes = rq.cx.may(Permission::Tutorial(TutorialAction::Write));
    let mut steps = Vec::new();
    for step in &tutorial.steps {
        let html = marks::of_part(&rq, &format!("etape-{}-", step.number), step.html.clone()).await?;
        steps.push(step_view(&rq, &tutorial, step, html));
    }
    let next = tutorial.steps.iter().find(|step| !step.done).map(|step| step.number);
    let resume = next.filter(|_| row.done > 0).map(|next| {
        let label = say!(words, "tutorials-resume", step = next);
        view! { <p class="acts"><a class="button next" href=format!("#etape-{next}")>{label}</a></p> }
    });
    let intro = (!tutorial.intro.is_empty()).then(|| {
        view! { <div class="prose" lang=language inner_html=tutorial.intro.clone()></div> }
    });
    let untranslated = language.map(|_| view! { <p class="muted">{words.t("tutorials-in-french")}</p> });
    let said = say!(words, "tutorials-progress", done = row.done, of = row.steps);
    let edit = writes.then(|| {
        view! { <p class="acts"><a class="button" href=paths::tutorial_edit(&row.slug)>{words.t("tutorials-edit-do")}</a></p> }
    });
    let edited = (tutorial.shipped && tutorial.edited)
        .then(|| view! { <p class="muted">{words.t("tutorials-edited")}</p> });
    let view = view! {
        {way_back(&rq, tutorial.path.as_ref(), None)}
        <ErrorSummary form=rq.form(MarkStep::PATH)/>
        <ErrorSummary form=rq.form(TakeStuckBack::PATH)/>
        <ErrorSummary form=rq.form(PutTutorialAside::PATH)/>
        <header class="page-head">
            <p class="eyebrow">{words.t("tutorials-one")}</p>
            <h1 lang=language>{title.clone()}</h1>
            <Facts facts=facts(words, row)/>
        </header>
        {done(&rq)}
        {set_aside(&rq, &tutorial)}
        {plea(&rq, &tutorial)}
        {untranslated}
        <div class="stack reading tutorial">
            <p class="lead" lang=language>{row.summary.clone()}</p>
            {bar(said, row.done as usize, row.steps as usize)}
            {resume}
            {intro}
            <ol class="steps">{steps}</ol>
            {end(&rq, &tutorial)}
            {edited}
            {edit}
        </div>
        {stuck(&rq, &tutorial)}
        {opinion(&rq, &tutorial)}
        {writes.then(|| put_aside(&rq, &tutorial)).flatten()}
    };
    Ok(Document::new(title, view).at(Place::Tutorials).unlisted())
}

fn step_view(rq: &Request, tutorial: &TutorialView, step: &StepView, html: String) -> AnyView {
    let words = rq.words.clone();
    let language = other(&words, tutorial.row.language);
    let id = format!("etape-{}", step.number);
    let title_id = format!("{id}-titre");
    let (state, key, value) = if step.done {
        let done = words.t("tutorials-step-done");
        (
            Some(view! { <span class="state done"><Icon name="done"/>" "{done}</span>" " }),
            "tutorials-undo",
            "no",
        )
    } else {
        (None, "tutorials-do", "yes")
    };
    let label = words.t(key);
    let class = if step.done { "button quiet" } else { "button" };
    let (slug, number) = (tutorial.row.slug.clone(), step.number.to_string());
    let described = title_id.clone();
    view! {
        <li id=id class=step.done.then_some("done")>
            <h2 id=title_id.clone() lang=language>{step.title.clone()}</h2>
            <div class="prose" lang=language inner_html=html></div>
            <FormView form=rq.form(MarkStep::PATH) class="one no-print" summary=false>
                <input type="hidden" name="tutorial" value=slug/>
                <input type="hidden" name="step" value=number/>
                <input type="hidden" name="done" value=value/>
                {state}
                <button class=class aria-describedby=described>{label}</button>
            </FormView>
        </li>
    }
    .into_any()
}

/// What comes after the last step: the next tutorial, the sequence, its certificate.
fn end(rq: &Request, tutorial: &TutorialView) -> Option<AnyView> {
    if !tutorial.row.is_done() {
        return None;
    }
    let words = rq.words.clone();
    let next = tutorial.next.clone().map(|(slug, title)| {
        let label = say!(words, "tutorials-next", title = title);
        view! { <li><a class="go" href=paths::tutorial(&slug)>{label}</a></li> }
    });
    let path = tutorial.path.clone().map(|path| {
        let label = say!(words, "tutorials-see-path", title = path.title);
        view! { <li><a class="go" href=paths::tutorial_path(&path.slug)>{label}</a></li> }
    });
    Some(
        view! {
            <section class="panel" aria-labelledby="fini">
                <h2 id="fini" tabindex="-1">{words.t("tutorials-finished")}</h2>
                <p>{words.t("tutorials-finished-text")}</p>
                <ul class="plain">{next}{path}</ul>
            </section>
        }
        .into_any(),
    )
}

/// Where one said that one is stuck, and taking it back.
fn plea(rq: &Request, tutorial: &TutorialView) -> Option<AnyView> {
    let plea = tutorial.plea.clone()?;
    let words = rq.words.clone();
    let said = match plea.settled_by {
        Some(by) => say!(words, "tutorials-plea-settled", step = plea.step, name = by),
        None => say!(words, "tutorials-plea", step = plea.step),
    };
    let own = (!plea.words.is_empty()).then(|| view! { <p class="lines">{plea.words.clone()}</p> });
    let slug = tutorial.row.slug.clone();
    let form = rq.form(TakeStuckBack::PATH);
    Some(
        view! {
            <Notice tone=NoticeTone::Info>
                <p>{said}</p>
                {own}
                <FormView form=form class="one" summary=false>
                    <input type="hidden" name="tutorial" value=slug/>
                    <button class="button">{words.t("tutorials-unstuck")}</button>
                </FormView>
            </Notice>
        }
        .into_any(),
    )
}

/// Saying that one is stuck, once one agrees that it be seen.
fn stuck(rq: &Request, tutorial: &TutorialView) -> Option<AnyView> {
    if tutorial.plea.as_ref().is_some_and(|plea| plea.settled_by.is_none()) {
        return None;
    }
    let words = rq.words.clone();
    let form = rq.form(SayStuck::PATH).shown_at(paths::tutorial(&tutorial.row.slug));
    let steps = tutorial
        .steps
        .iter()
        .map(|step| {
            let label = say!(words, "tutorials-step", number = step.number, title = step.title.clone());
            Choice::new(step.number.to_string(), label)
        })
        .collect();
    let first = tutorial.steps.iter().find(|step| !step.done).map_or(1, |step| step.number).to_string();
    let agreed = vec![Choice::new("yes", words.t("tutorials-stuck-agreed"))];
    let slug = tutorial.row.slug.clone();
    let open = form.is_refused();
    let fields = view! {
        <Select form=form.clone() name="step" label=words.t("tutorials-stuck-step") choices=steps value=first/>
        <TextArea form=form.clone() name="words" label=words.t("tutorials-stuck-words") rows=3 optional=true/>
        <Choices
            form=form.clone()
            name="agreed"
            label=words.t("tutorials-stuck-agree")
            hint=words.t("tutorials-stuck-agree-hint")
            choices=agreed
            several=true
        />
    };
    let [summary, send] = ["tutorials-stuck-open", "tutorials-stuck-send"].map(|key| words.t(key));
    Some(
        view! {
            <details class="unfold no-print" open=open>
                <summary class="button">{summary}</summary>
                <FormView form=form>
                    <input type="hidden" name="tutorial" value=slug/>
                    {fields}
                    <p class="acts"><button class="button main">{send}</button></p>
                </FormView>
            </details>
        }
        .into_any(),
    )
}

/// « Cette page vous a-t-elle été utile ? »
fn opinion(rq: &Request, tutorial: &TutorialView) -> AnyView {
    let words = rq.words.clone();
    let form = rq.form(JudgeTutorial::PATH).shown_at(paths::tutorial(&tutorial.row.slug));
    let known = tutorial.opinion.clone();
    let values = known.iter().map(|one| if one.useful { "yes" } else { "no" }.to_owned()).collect::<Vec<_>>();
    let own = known.map(|one| one.words).unwrap_or_default();
    let choices =
        vec![Choice::new("yes", words.t("tutorials-yes")), Choice::new("no", words.t("tutorials-no"))];
    let slug = tutorial.row.slug.clone();
    let fields = view! {
        <Choices form=form.clone() name="useful" label=words.t("tutorials-useful") choices=choices values=values/>
        <TextArea
            form=form.clone()
            name="words"
            label=words.t("tutorials-useful-words")
            hint=words.t("tutorials-useful-hint")
            value=own
            rows=3
            optional=true
        />
    };
    let [title, send] = ["tutorials-opinion", "tutorials-useful-send"].map(|key| words.t(key));
    view! {
        <section class="part no-print" aria-labelledby="avis">
            <header><h2 id="avis">{title}</h2></header>
            <FormView form=form>
                <input type="hidden" name="tutorial" value=slug/>
                {fields}
                <p class="acts"><button class="button">{send}</button></p>
            </FormView>
        </section>
    }
    .into_any()
}

fn set_aside(rq: &Request, tutorial: &TutorialView) -> Option<AnyView> {
    if !tutorial.row.set_aside {
        return None;
    }
    let words = rq.words.clone();
    let (slug, version) = (tutorial.row.slug.clone(), tutorial.version.to_string());
    let form = rq.form(TakeTutorialUp::PATH);
    Some(
        view! {
            <Notice tone=NoticeTone::Warning>
                <p>{words.t("tutorials-aside-notice")}</p>
                <FormView form=form class="one">
                    <input type="hidden" name="tutorial" value=slug/>
                    <input type="hidden" name="version" value=version/>
                    <button class="button"><Icon name="restore"/>" "{words.t("tutorials-take-up")}</button>
                </FormView>
            </Notice>
        }
        .into_any(),
    )
}

fn put_aside(rq: &Request, tutorial: &TutorialView) -> Option<AnyView> {
    if tutorial.row.set_aside {
        return None;
    }
    let words = rq.words.clone();
    let (slug, version) = (tutorial.row.slug.clone(), tutorial.version.to_string());
    let title = say!(words, "tutorials-remove-title", title = tutorial.row.title.clone());
    let [text, remove, open] =
        ["tutorials-remove-text", "tutorials-remove", "tutorials-remove-open"].map(|key| words.t(key));
    Some(
        view! {
            <details class="unfold no-print">
                <summary class="button quiet">{open}</summary>
                <FormView form=rq.form(PutTutorialAside::PATH) class="confirm" summary=false>
                    <h2>{title}</h2>
                    <p>{text}</p>
                    <input type="hidden" name="tutorial" value=slug/>
                    <input type="hidden" name="version" value=version/>
                    <p class="acts"><button class="button danger">{remove}</button></p>
                </FormView>
            </details>
        }
        .into_any(),
    )
}
