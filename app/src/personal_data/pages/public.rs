//! `/donnees-personnelles`: what is kept, why, how long, and what one may ask. For everybody.

use backend::personal_data::who_answers;
use domain::personal_data::{Kept, Processing};
use leptos::prelude::*;

use super::{days, kept, said};
use crate::{
    paths,
    request::Request,
    site::pages::statement_parts,
    ui::{Document, PageResult},
};

/// What is done with the data of people.
pub async fn public(rq: Request) -> PageResult {
    let (who, keeping) = who_answers(&rq.cx).await?;
    let w = rq.words.clone();
    let title = w.t("personal-data-title");
    let processings = Processing::ALL.iter().map(|one| {
        view! { <dt>{said(&w, *one, "title")}</dt><dd>{said(&w, *one, "purpose")}" "{said(&w, *one, "time")}</dd> }
    });
    let times = Kept::ALL.iter().map(|what| {
        let time = days(&w, keeping.days(*what));
        view! { <li>{say!(w, "personal-data-kept-for", what = kept(&w, *what), time = time)}</li> }
    });
    let who = super::who_answers(&w, &who).map(|who| {
        view! { <h2>{w.t("personal-data-who")}</h2>{who} }
    });
    let mine = rq.cx.person().is_ok().then(|| {
        view! { <p><a class="go" href=paths::MY_DATA>{w.t("personal-data-mine-go")}</a></p> }
    });
    let view = view! {
        <header class="page-head"><h1>{title.clone()}</h1></header>
        <div class="prose">
            {statement_parts(&rq, "personal-data", None)}
            {mine}
            {who}
            <h2>{w.t("personal-data-each")}</h2>
            <dl class="facts-list tall">{processings.collect_view()}</dl>
            <h2>{w.t("personal-data-each-time")}</h2>
            <ul>{times.collect_view()}</ul>
        </div>
    };
    Ok(Document::new(title, view))
}
