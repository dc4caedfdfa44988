//! `/administration/mots-cles`: the vocabulary, and each keyword of it.

use backend::library::TagRow;
use domain::{ids::TagId, policy::Permission};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::actions::{AddTag, MergeTags, RemoveTag, RenameTag};
use crate::{
    paths,
    request::Request,
    ui::{
        Breadcrumb, Choice, Document, Empty, ErrorSummary, Facts, FormView, Notice, NoticeTone, PageResult,
        Pager, Place, Select, TextField,
    },
    words::Words,
};

/// The vocabulary, and adding to it.
pub async fn keep(rq: Request) -> PageResult {
    rq.cx.require(Permission::Administer)?;
    let rq = rq.reading_together().await?;
    let found = backend::library::vocabulary(&rq.cx, rq.page_number()).await?;
    let free = backend::library::free_tags(&rq.cx).await?;
    let words = &rq.words;
    let title = words.t("keywords-keep");
    let rows = found.rows.iter().map(|row| line(words, row)).collect_view();
    let list = match found.rows.is_empty() {
        true => view! { <Empty text=words.t("keywords-keep-none")/> }.into_any(),
        false => view! { <ul class="rows">{rows}</ul> }.into_any(),
    };
    let (number, pages) = (found.number.get(), found.pages());
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=vec![(paths::ADMINISTRATION.to_owned(), words.t("menu-administration"))]/>
        <div class="narrow stack">
            <header class="page-head">
                <h1>{title.clone()}</h1>
                <p class="muted">{words.t("keywords-keep-lead")}</p>
            </header>
            {done(&rq)}
            {add(&rq)}
            {list}
            <Pager rq=rq.clone() number=number pages=pages/>
            {proposed(&rq, &free)}
        </div>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}

fn done(rq: &Request) -> Option<AnyView> {
    const KNOWN: [&str; 4] = ["ajoute", "renomme", "reuni", "retire"];
    let code = rq.query("fait").filter(|code| KNOWN.contains(code) && rq.refused().is_none())?;
    let text = rq.words.t(&format!("keywords-done-{code}"));
    Some(view! { <Notice tone=NoticeTone::Success><p>{text}</p></Notice> }.into_any())
}

fn add(rq: &Request) -> AnyView {
    let words = rq.words.clone();
    let form = rq.form(AddTag::PATH);
    view! {
        <FormView form=form.clone()>
            <TextField form=form.clone() name="name" label=words.t("keywords-new") hint=words.t("keywords-new-hint")/>
            <p class="acts"><button class="button main">{words.t("keywords-add")}</button></p>
        </FormView>
    }
    .into_any()
}

fn line(words: &Words, row: &TagRow) -> impl IntoView + use<> {
    let count = say!(words, "keywords-documents", count = row.documents);
    let label = say!(words, "keywords-change-label", name = row.name.clone());
    view! {
        <li>
            <a class="row-title" href=paths::tagged(&row.name)>{row.name.clone()}</a>
            <Facts facts=vec![count.into_any()]/>
            <div class="row-acts">
                <a class="go" href=paths::administration_tag(row.id) aria-label=label>{words.t("keywords-change")}</a>
            </div>
        </li>
    }
}

/// Free keywords that are often used: one press brings one in.
fn proposed(rq: &Request, free: &[(String, u64)]) -> Option<AnyView> {
    if free.is_empty() {
        return None;
    }
    let words = rq.words.clone();
    let rows = free
        .iter()
        .map(|(name, count)| {
            let count = say!(words, "keywords-documents", count = *count);
            let label = say!(words, "keywords-bring-label", name = name.clone());
            let (name, bring, shown) = (name.clone(), words.t("keywords-bring"), name.clone());
            view! {
                <li>
                    <a class="row-title" href=paths::tagged(&name)>{shown}</a>
                    <Facts facts=vec![count.into_any()]/>
                    <div class="row-acts">
                        <FormView form=rq.form(AddTag::PATH) class="one" summary=false>
                            <input type="hidden" name="name" value=name/>
                            <button class="button link" aria-label=label>{bring}</button>
                        </FormView>
                    </div>
                </li>
            }
        })
        .collect_view();
    Some(
        view! {
            <section class="part" aria-labelledby="libres">
                <header><h2 id="libres">{words.t("keywords-free")}</h2></header>
                <p class="muted">{words.t("keywords-free-lead")}</p>
                <ul class="rows">{rows}</ul>
            </section>
        }
        .into_any(),
    )
}

/// A keyword: its name, merging it into another, taking it out.
pub async fn one(rq: Request) -> PageResult {
    rq.cx.require(Permission::Administer)?;
    let id: TagId = rq.id("id")?;
    let row = backend::library::tag(&rq.cx, id).await?;
    let others = backend::library::proposed_tags(&rq.cx).await?;
    let words = rq.words.clone();
    let title = row.name.clone();
    let ancestors = vec![
        (paths::ADMINISTRATION.to_owned(), words.t("menu-administration")),
        (paths::ADMINISTRATION_TAGS.to_owned(), words.t("keywords-keep")),
    ];
    let others: Vec<Choice> = others
        .into_iter()
        .filter(|(other, _)| *other != id)
        .map(|(other, name)| Choice::new(other.to_string(), name))
        .collect();
    let merging = (!others.is_empty()).then(|| {
        let blank = Choice::new("", words.t("keywords-choose"));
        merge(&rq, &row, std::iter::once(blank).chain(others).collect())
    });
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <div class="narrow stack">
            <ErrorSummary form=rq.form(RemoveTag::PATH)/>
            <header class="page-head">
                <p class="eyebrow">{words.t("keywords-one")}</p>
                <h1>{title.clone()}</h1>
            </header>
            {rename(&rq, &row)}
            {merging}
            {remove(&rq, &row)}
        </div>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}

fn rename(rq: &Request, row: &TagRow) -> AnyView {
    let words = rq.words.clone();
    let form = rq.form(RenameTag::PATH);
    let [id, version] = [row.id.to_string(), form.version(row.version)];
    let field = view! {
        <TextField form=form.clone() name="name" label=words.t("keywords-name") hint=words.t("keywords-name-hint") value=row.name.clone()/>
    };
    view! {
        <section class="part" aria-labelledby="nom">
            <header><h2 id="nom">{words.t("keywords-rename")}</h2></header>
            <FormView form=form>
                <input type="hidden" name="tag" value=id/>
                <input type="hidden" name="version" value=version/>
                {field}
                <p class="acts"><button class="button main">{words.t("library-save")}</button></p>
            </FormView>
        </section>
    }
    .into_any()
}

fn merge(rq: &Request, row: &TagRow, choices: Vec<Choice>) -> AnyView {
    let words = rq.words.clone();
    let form = rq.form(MergeTags::PATH);
    let id = row.id.to_string();
    let hint = say!(words, "keywords-into-hint", name = row.name.clone());
    let field = view! {
        <Select form=form.clone() name="into" label=words.t("keywords-into") hint=hint choices=choices/>
    };
    view! {
        <section class="part" aria-labelledby="reunir">
            <header><h2 id="reunir">{words.t("keywords-merge")}</h2></header>
            <FormView form=form>
                <input type="hidden" name="tag" value=id/>
                {field}
                <p class="acts"><button class="button">{words.t("keywords-merge-do")}</button></p>
            </FormView>
        </section>
    }
    .into_any()
}

fn remove(rq: &Request, row: &TagRow) -> AnyView {
    let words = rq.words.clone();
    let form = rq.form(RemoveTag::PATH);
    let id = row.id.to_string();
    let title = say!(words, "keywords-remove-title", name = row.name.clone());
    view! {
        <FormView form=form class="confirm" summary=false>
            <h2>{title}</h2>
            <p>{words.t("keywords-remove-text")}</p>
            <input type="hidden" name="tag" value=id/>
            <p class="acts">
                <button class="button danger">{words.t("keywords-remove")}</button>
                " "
                <a class="go" href=paths::ADMINISTRATION_TAGS>{words.t("keywords-keep-it")}</a>
            </p>
        </FormView>
    }
    .into_any()
}
