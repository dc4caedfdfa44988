//! `/ressources/{id}/ajouter`: a document or a text that one looks for, or a link.

use backend::{
    library::{DossierView, Element},
    search::{self, Filter, Found, Results, Subject},
};
use domain::{Refusal, refusal::Forbidden, search::SubjectKind};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{
    actions::{AddElement, AddLink},
    done,
    element::{comment_field, link_fields},
    show::library_of,
};
use crate::{
    library::pages::{menu, way_back},
    paths,
    request::Request,
    search::parts,
    ui::{Breadcrumb, Document, ErrorSummary, Facts, FormView, Icon, PageResult, Pager},
};

/// Adding to a dossier.
pub async fn fill(rq: Request) -> PageResult {
    let found = backend::library::dossier(&rq.cx, rq.id("id")?).await?;
    if !found.document.may.change {
        return Err(Refusal::Forbidden(Forbidden::OthersDocument).into());
    }
    let words = rq.words.clone();
    let q = rq.query("q").unwrap_or_default().to_owned();
    let among = vec![SubjectKind::Document, SubjectKind::Text, SubjectKind::Publication];
    let filter = Filter { among, ..Filter::default() };
    let results = search::find(&rq.cx, &q, &filter, rq.page_number()).await?;
    let library = library_of(&found);
    let back = paths::dossier(found.document.id);
    let mut ancestors = way_back(&words, &library, &[]);
    ancestors.push((back.clone(), found.document.title.clone()));
    let title = words.t("dossiers-fill-title");
    // Its fields first: the summary names them.
    let link = link(&rq, &found);
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <div class="narrow stack">
            <ErrorSummary form=rq.form(AddElement::PATH)/>
            <header class="page-head">
                <p class="eyebrow">{found.document.title.clone()}</p>
                <h1>{title.clone()}</h1>
            </header>
            {done(&rq)}
            {looked_for(&rq, &found, &q, &results)}
            {link}
            <p><a class="go" href=back>{words.t("dossiers-back")}</a></p>
        </div>
    };
    let title = format!("{title}, {}", found.document.title);
    Ok(Document::new(title, view).at(menu(&library)).searching().unlisted())
}

fn looked_for(rq: &Request, found: &DossierView, q: &str, results: &Results) -> AnyView {
    let words = &rq.words;
    let rows = results.page.rows.iter().map(|one| row(rq, found, q, one)).collect_view();
    let (number, pages) = (results.page.number.get(), results.page.pages());
    let list = match (results.page.rows.is_empty(), q.is_empty()) {
        (false, _) => view! { <ul class="rows">{rows}</ul> }.into_any(),
        (true, true) => view! { <p class="muted">{words.t("dossiers-find-lead")}</p> }.into_any(),
        (true, false) => {
            let none = say!(words, "search-none", query = q.to_owned());
            view! { <p class="muted" role="status">{none}</p> }.into_any()
        }
    };
    view! {
        <section class="part" aria-labelledby="t-chercher">
            <header><h2 id="t-chercher">{words.t("dossiers-find-title")}</h2></header>
            <div class="stack">
                <form class="search" role="search" action=paths::dossier_fill(found.document.id)>
                    <div class="field whole">
                        <label for="q">{words.t("dossiers-find")}</label>
                        <input id="q" type="search" name="q" value=q.to_owned() autocomplete="off" maxlength="300"/>
                    </div>
                    <button class="button"><Icon name="search"/>" "{words.t("search-do")}</button>
                </form>
                {list}
                <Pager rq=rq.clone() number=number pages=pages/>
            </div>
        </section>
    }
    .into_any()
}

/// Something found, with a button to add it unless it is there already.
fn row(rq: &Request, found: &DossierView, q: &str, one: &Found) -> Option<AnyView> {
    let words = &rq.words;
    let (name, id) = match &one.subject {
        Subject::Document { id, .. } => ("document", id.to_string()),
        Subject::Text { id, .. } | Subject::Publication { id, .. } => ("text", id.to_string()),
        _ => return None,
    };
    let there = found.elements.iter().any(|element| match (&element.what, &one.subject) {
        (Element::Document { id, .. }, Subject::Document { id: other, .. }) => id == other,
        (
            Element::Text { id, .. },
            Subject::Text { id: other, .. } | Subject::Publication { id: other, .. },
        ) => id == other,
        _ => false,
    });
    let title = parts::plain_title(words, one);
    let act = if there {
        view! { <p class="muted">{words.t("dossiers-there")}</p> }.into_any()
    } else {
        let label = say!(words, "dossiers-add-label", name = title.clone());
        let (dossier, q, add) = (found.document.id.to_string(), q.to_owned(), words.t("dossiers-add"));
        view! {
            <FormView form=rq.form(AddElement::PATH) class="one" summary=false>
                <input type="hidden" name="dossier" value=dossier/>
                <input type="hidden" name=name value=id/>
                <input type="hidden" name="q" value=q/>
                <button class="button" aria-label=label>{add}</button>
            </FormView>
        }
        .into_any()
    };
    Some(
        view! {
            <li>
                <a class="row-title" href=parts::address(one)>{title}</a>
                <Facts facts=parts::facts(words, one)/>
                <div class="row-acts">{act}</div>
            </li>
        }
        .into_any(),
    )
}

fn link(rq: &Request, found: &DossierView) -> AnyView {
    let words = rq.words.clone();
    let form = rq.form(AddLink::PATH);
    let dossier = found.document.id.to_string();
    let fields = link_fields(&words, &form, String::new(), String::new());
    let comment = comment_field(&words, &form, String::new());
    let (title, add) = (words.t("dossiers-link-title"), words.t("dossiers-link-add"));
    view! {
        <section class="part" aria-labelledby="t-lien">
            <header><h2 id="t-lien">{title}</h2></header>
            <FormView form=form>
                <input type="hidden" name="dossier" value=dossier/>
                {fields}
                {comment}
                <p class="acts"><button class="button main">{add}</button></p>
            </FormView>
        </section>
    }
    .into_any()
}
