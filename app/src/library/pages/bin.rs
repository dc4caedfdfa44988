//! `/bibliotheque/corbeille` and `/groupes/{slug}/bibliotheque/corbeille`

use backend::library::{BinnedRow, Place};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{done, menu, way_back};
use crate::{
    library::actions::BringBack,
    request::Request,
    ui::{Breadcrumb, Document, Empty, ErrorSummary, Facts, FormView, Icon, PageResult, Pager},
};

/// The bin of the common library.
pub async fn bin(rq: Request) -> PageResult {
    show(rq, Place::Common).await
}

/// The bin of the library of a group.
pub async fn bin_of_group(rq: Request) -> PageResult {
    let place = Place::Group(rq.param("slug").to_owned());
    show(rq, place).await
}

async fn show(rq: Request, place: Place) -> PageResult {
    let rq = rq.reading_together().await?;
    let found = backend::library::in_the_bin(&rq.cx, &place, rq.page_number()).await?;
    let words = &rq.words;
    let title = words.t("library-bin");
    let rows = found.page.rows.iter().map(|line| row(&rq, line)).collect_view();
    let list = match found.page.rows.is_empty() {
        true => view! { <Empty text=words.t("library-bin-empty")/> }.into_any(),
        false => view! { <ul class="rows">{rows}</ul> }.into_any(),
    };
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=way_back(words, &found.library, &[])/>
        <ErrorSummary form=rq.form(BringBack::PATH)/>
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{words.t("library-bin-lead")}</p>
        </header>
        {done(&rq)}
        {list}
        <Pager rq=rq.clone() number=found.page.number.get() pages=found.page.pages()/>
    };
    Ok(Document::new(title, view).at(menu(&found.library)).unlisted())
}

fn row(rq: &Request, line: &BinnedRow) -> impl IntoView + use<> {
    let words = &rq.words;
    let day = words.day_of(line.at);
    let binned = match line.by.clone() {
        Some(by) => say!(words, "library-binned-by", name = by, day = day),
        None => say!(words, "library-binned", day = day),
    };
    let until = say!(words, "library-gone-on", day = words.day_of(line.until));
    let facts = vec![view! { {binned} }.into_any(), view! { {until} }.into_any()];
    let restore = line.restore.then(|| {
        let label = say!(words, "library-bring-back-label", name = line.name.clone());
        let (id, name) = (line.id.to_string(), words.t("library-bring-back"));
        view! {
            <div class="row-acts">
                <FormView form=rq.form(BringBack::PATH) class="one" summary=false>
                    <input type="hidden" name="entry" value=id/>
                    <button class="button link" aria-label=label>{name}</button>
                </FormView>
            </div>
        }
    });
    let icon = if line.folder { "folder" } else { "file" };
    view! {
        <li>
            <p class="row-title"><Icon name=icon/>" "{line.name.clone()}</p>
            <Facts facts=facts/>
            {restore}
        </li>
    }
}
