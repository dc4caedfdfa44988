//! `/glossaire` and its entries.

use backend::glossary::{self, AcronymRow};
use domain::{glossary::AcronymForm, policy::Permission};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::actions::{AddAcronym, ChangeAcronym, PutAcronymAside, TakeAcronymUp};
use crate::{
    paths,
    request::Request,
    ui::{
        Both, Breadcrumb, Document, Empty, ErrorSummary, Form, FormView, Icon, Meanwhile, PageResult, Place,
        TextArea, TextField,
    },
};

/// `/glossaire`
pub async fn list(rq: Request) -> PageResult {
    let q = rq.query("q").unwrap_or_default().to_owned();
    let (aside, entries): (Vec<_>, Vec<_>) =
        glossary::all(&rq.cx, &q).await?.into_iter().partition(|row| row.set_aside);
    let keeps = rq.cx.may(Permission::KeepGlossary);
    let words = &rq.words;
    let title = words.t("glossary-title");
    let add = keeps.then(|| {
        view! { <p class="acts"><a class="button main" href=paths::NEW_ACRONYM>{words.t("glossary-add")}</a></p> }
    });
    let letters = entries.chunk_by(|a, b| letter(a) == letter(b));
    let ways = letters
        .clone()
        .filter_map(|rows| {
            let letter = letter(rows.first()?);
            Some(view! { <li><a href=format!("#lettre-{letter}")>{letter}</a></li> })
        })
        .collect_view();
    let ways = (q.is_empty() && !entries.is_empty()).then(
        || view! { <nav aria-label=words.t("glossary-letters")><ul class="chips letters">{ways}</ul></nav> },
    );
    let parts = letters.map(|rows| part(&rq, rows, keeps)).collect_view();
    let none = entries.is_empty().then(|| {
        let (key, action) = match q.is_empty() {
            true => ("glossary-none", None),
            false => ("glossary-none-found", Some((paths::GLOSSARY.to_owned(), words.t("glossary-all")))),
        };
        view! { <Empty text=words.t(key) action=action/> }
    });
    let found = (!q.is_empty() && !entries.is_empty()).then(|| {
        view! { <p class="muted" role="status">{say!(words, "glossary-count", count = entries.len())}</p> }
    });
    let view = view! {
        <ErrorSummary form=rq.form(PutAcronymAside::PATH)/>
        <ErrorSummary form=rq.form(TakeAcronymUp::PATH)/>
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{words.t("glossary-lead")}</p>
            {add}
        </header>
        {done(&rq)}
        <div class="filters">
            <form class="search" role="search" action=paths::GLOSSARY>
                <div class="field">
                    <label for=paths::SEARCH_FIELD>{words.t("glossary-search")}</label>
                    <input id=paths::SEARCH_FIELD type="search" name="q" value=q.clone() autocomplete="off"/>
                </div>
                <button class="button"><Icon name="search"/>" "{words.t("search-do")}</button>
            </form>
            {ways}
        </div>
        {found}
        {none}
        {parts}
        {set_aside(&rq, &aside)}
    };
    Ok(Document::new(title, view).at(Place::Tools).described(words.t("glossary-lead")).searching())
}

/// The first letter of an acronym; figures go together.
fn letter(row: &AcronymRow) -> char {
    row.slug.chars().next().filter(char::is_ascii_alphabetic).map_or('0', |c| c.to_ascii_uppercase())
}

fn part(rq: &Request, rows: &[AcronymRow], keeps: bool) -> Option<AnyView> {
    let letter = letter(rows.first()?);
    let id = format!("lettre-{letter}");
    let rows = rows.iter().map(|row| entry(rq, row, keeps)).collect_view();
    Some(
        view! {
            <section class="part" aria-labelledby=id.clone()>
                <header><h2 id=id.clone()>{letter}</h2></header>
                <ul class="rows">{rows}</ul>
            </section>
        }
        .into_any(),
    )
}

fn entry(rq: &Request, row: &AcronymRow, keeps: bool) -> AnyView {
    let words = &rq.words;
    let acts = keeps.then(|| {
        let label = say!(words, "glossary-change-label", term = row.term.clone());
        view! {
            <div class="row-acts">
                <a class="go" href=paths::acronym_edit(&row.slug) aria-label=label>{words.t("glossary-change")}</a>
            </div>
        }
    });
    let source = match row.source.as_str() {
        "" => view! { <span class="state watch"><Icon name="question"/>" "{words.t("glossary-to-check")}</span> }
            .into_any(),
        source => {
            let said = words.t("glossary-source");
            view! { {said}" "<span lang=words.council_language()>{source.to_owned()}</span> }.into_any()
        }
    };
    let (language, explanation) = row.explained(words.language);
    let language = (language != words.language).then(|| language.tag());
    view! {
        <li id=row.slug.clone() class="entry">
            <p class="row-title" lang=words.council_language()>
                <span><dfn>{row.term.clone()}</dfn>" : "{row.expansion.clone()}</span>
            </p>
            <p class="row-text" lang=language>{explanation.to_owned()}</p>
            <p class="facts"><span>{source}</span></p>
            {acts}
        </li>
    }
    .into_any()
}

fn set_aside(rq: &Request, rows: &[AcronymRow]) -> Option<AnyView> {
    if rows.is_empty() {
        return None;
    }
    let words = rq.words.clone();
    let rows = rows
        .iter()
        .map(|row| {
            let label = say!(words, "glossary-take-up-label", term = row.term.clone());
            let take_up = words.t("glossary-take-up");
            let (slug, version) = (row.slug.clone(), row.version.to_string());
            view! {
                <li>
                    <p class="row-title">{row.term.clone()}</p>
                    <p class="muted" lang=words.council_language()>{row.expansion.clone()}</p>
                    <div class="row-acts">
                        <FormView form=rq.form(TakeAcronymUp::PATH) class="one" summary=false>
                            <input type="hidden" name="acronym" value=slug/>
                            <input type="hidden" name="version" value=version/>
                            <button class="button link" aria-label=label>{take_up}</button>
                        </FormView>
                    </div>
                </li>
            }
        })
        .collect_view();
    Some(
        view! {
            <section class="part" aria-labelledby="mis-de-cote">
                <header><h2 id="mis-de-cote">{words.t("glossary-aside")}</h2></header>
                <p class="muted">{words.t("glossary-aside-lead")}</p>
                <ul class="rows">{rows}</ul>
            </section>
        }
        .into_any(),
    )
}

fn done(rq: &Request) -> Option<AnyView> {
    let sentences = [
        ("ajoute", "glossary-done-ajoute"),
        ("change", "glossary-done-change"),
        ("retire", "glossary-done-retire"),
        ("repris", "glossary-done-repris"),
    ];
    Some(crate::accounts::done(rq, &sentences)?.into_any())
}

/// `/glossaire/ajouter`
pub async fn new(rq: Request) -> PageResult {
    rq.cx.require(Permission::KeepGlossary)?;
    let words = rq.words.clone();
    let title = words.t("glossary-new");
    let form = rq.form(AddAcronym::PATH);
    let fields = fields(&form, &AcronymForm::default());
    let view = view! {
        {way_back(&rq)}
        <div class="narrow">
            <header class="page-head"><h1>{title.clone()}</h1></header>
            <FormView form=form>
                {fields}
                <p class="acts"><button class="button main">{words.t("glossary-add")}</button></p>
            </FormView>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Tools).unlisted())
}

/// `/glossaire/{slug}/modifier`
pub async fn edit(rq: Request) -> PageResult {
    let (row, saved) = glossary::one(&rq.cx, rq.param("slug")).await?;
    let words = rq.words.clone();
    let title = say!(words, "glossary-edit", term = row.term.clone());
    let form = rq.form(ChangeAcronym::PATH);
    let both = [
        ("term", "glossary-term", &saved.term),
        ("expansion", "glossary-expansion", &saved.expansion),
        ("explanation", "glossary-explanation", &saved.explanation),
        ("explanation_en", "glossary-explanation-en", &saved.explanation_en),
        ("source", "glossary-source-field", &saved.source),
    ];
    let both = both.map(|(name, key, saved)| Both::new(&form, name, words.t(key), saved)).into();
    let fields = fields(&form, &saved);
    let version = form.version(row.version);
    let slug = row.slug.clone();
    let aside = (!row.set_aside).then(|| put_aside(&rq, &row));
    let view = view! {
        {way_back(&rq)}
        <div class="narrow stack">
            <ErrorSummary form=rq.form(PutAcronymAside::PATH)/>
            <header class="page-head"><h1>{title.clone()}</h1></header>
            <Meanwhile form=form.clone() fields=both/>
            <FormView form=form>
                <input type="hidden" name="acronym" value=slug/>
                <input type="hidden" name="version" value=version/>
                {fields}
                <p class="acts"><button class="button main">{words.t("glossary-save")}</button></p>
            </FormView>
            {aside}
        </div>
    };
    Ok(Document::new(title, view).at(Place::Tools).unlisted())
}

fn put_aside(rq: &Request, row: &AcronymRow) -> AnyView {
    let words = rq.words.clone();
    let (slug, version) = (row.slug.clone(), row.version.to_string());
    let title = say!(words, "glossary-remove-title", term = row.term.clone());
    view! {
        <FormView form=rq.form(PutAcronymAside::PATH) class="confirm" summary=false>
            <h2>{title}</h2>
            <p>{words.t("glossary-remove-text")}</p>
            <input type="hidden" name="acronym" value=slug/>
            <input type="hidden" name="version" value=version/>
            <p class="acts">
                <button class="button danger">{words.t("glossary-remove")}</button>
                " "
                <a class="go" href=paths::GLOSSARY>{words.t("glossary-keep")}</a>
            </p>
        </FormView>
    }
    .into_any()
}

fn way_back(rq: &Request) -> AnyView {
    let ancestors = vec![(paths::GLOSSARY.to_owned(), rq.words.t("glossary-title"))];
    view! { <Breadcrumb rq=rq.clone() ancestors=ancestors/> }.into_any()
}

fn fields(form: &Form, saved: &AcronymForm) -> AnyView {
    let words = &form.words;
    let [term, term_hint, expansion, explanation, explanation_hint, in_english, source, source_hint] = [
        "glossary-term",
        "glossary-term-hint",
        "glossary-expansion",
        "glossary-explanation",
        "glossary-explanation-hint",
        "glossary-explanation-en",
        "glossary-source-field",
        "glossary-source-hint",
    ]
    .map(|key| words.t(key));
    view! {
        <TextField form=form.clone() name="term" label=term hint=term_hint value=saved.term.clone() short=true/>
        <TextField form=form.clone() name="expansion" label=expansion value=saved.expansion.clone()/>
        <TextArea
            form=form.clone()
            name="explanation"
            label=explanation
            hint=explanation_hint
            value=saved.explanation.clone()
            rows=3
        />
        <TextArea
            form=form.clone()
            name="explanation_en"
            label=in_english
            value=saved.explanation_en.clone()
            rows=3
            optional=true
        />
        <TextField form=form.clone() name="source" label=source hint=source_hint value=saved.source.clone() optional=true/>
    }
    .into_any()
}
