//! `/signaler/{what}/appel`

use domain::moderation::Reported;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::part;
use crate::{
    moderation::actions::Appeal,
    paths,
    request::Request,
    ui::{Breadcrumb, Document, FormView, PageResult, Place, TextArea},
};

/// Appealing against what was decided of what one wrote.
pub async fn appeal(rq: Request) -> PageResult {
    let what: Reported = rq.param("what").parse()?;
    let found = backend::moderation::appeal_page(&rq.cx, what).await?;
    let words = rq.words.clone();
    let title = words.t("moderation-appeal-title");
    let form = rq.form(Appeal::PATH).shown_at(paths::appeal(what));
    let [lead, label, hint, button, reason] = [
        "moderation-appeal-lead",
        "moderation-appeal-words",
        "moderation-appeal-hint",
        "moderation-appeal-do",
        "moderation-reason",
    ]
    .map(|key| words.t(key));
    let field = view! { <TextArea form=form.clone() name="words" label=label hint=hint rows=6/> };
    let ancestors = vec![(part::href(&found.content.place), found.content.title.clone())];
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{lead}</p>
        </header>
        <section class="part" aria-labelledby="decision">
            <header><h2 id="decision">{words.t("moderation-decided")}</h2></header>
            <dl class="facts-list"><dt>{reason}</dt><dd>{found.reason.clone()}</dd></dl>
            {found.article.as_ref().map(|article| part::quote(&words, article))}
            {part::content(&words, what, Some(&found.content))}
        </section>
        <FormView form=form>
            <input type="hidden" name="what" value=what.to_string()/>
            {field}
            <p class="acts"><button class="button main">{button}</button></p>
        </FormView>
    };
    Ok(Document::new(title, view).at(Place::Groups).unlisted())
}
