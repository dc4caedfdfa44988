//! `/contributions/{id}/commenter`: choosing a passage, then saying something of it.

use backend::contributions::{
    comments::{self, Workshop},
    passage_html,
};
use domain::{Refusal, ids::ContributionId};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{
    super::{choosing, deeper},
    naming::{SCRIPT, naming},
};
use crate::{
    contributions::actions::MakeComment,
    paths,
    request::Request,
    ui::{Document, FormView, Notice, NoticeTone, PageResult, Place, TextArea, TextField},
};

/// `/contributions/{id}/commenter`
pub async fn choose(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    let asked = choosing::asked(&rq);
    if let Some((base, words)) = asked.on_the_page() {
        let range = comments::chosen(&rq.cx, id, base, words).await?;
        return Ok(Document::redirect(paths::comment_on(id, base, &range)));
    }
    let shop = comments::workshop(&rq.cx, id, asked.base).await?;
    match asked.range {
        None => Ok(paragraphs(&rq, &shop)),
        Some(range) => {
            let words = shop.body.get(range.clone()).filter(|words| !words.trim().is_empty());
            let words = words.ok_or(Refusal::NotFound)?.to_owned();
            Ok(form(&rq, &shop, (range, words)))
        }
    }
}

/// The text, paragraph by paragraph.
fn paragraphs(rq: &Request, shop: &Workshop) -> Document {
    let words = &rq.words;
    let id = shop.head.facts.id;
    let title = words.t("comments-choose-title");
    let content = if shop.paragraphs.is_empty() {
        view! { <p class="muted">{words.t("comments-choose-empty")}</p> }.into_any()
    } else {
        choosing::list(
            words,
            &shop.paragraphs,
            &words.t("comments-do"),
            |range| paths::comment_on(id, shop.base, range),
            |count| (paths::comments(id), say!(words, "comments-here", count = count)),
        )
    };
    let view = view! {
        {deeper(rq, &shop.head, title.clone())}
        <p class="lead">{words.t("comments-choose-lead")}</p>
        {content}
    };
    Document::new(title, view).at(Place::Texts).unlisted()
}

/// The passage, and what is said of it.
fn form(rq: &Request, shop: &Workshop, (range, passage): (std::ops::Range<usize>, String)) -> Document {
    let words = rq.words.clone();
    let id = shop.head.facts.id;
    let title = words.t("comments-new-title");
    let form = rq.form(MakeComment::PATH);
    let changed = form.is_conflict().then(|| {
        let [text, link] = ["comments-changed", "comments-choose-again"].map(|key| words.t(key));
        view! {
            <Notice tone=NoticeTone::Warning>
                <p>{text}" "<a href=paths::comment_do(id)>{link}</a></p>
            </Notice>
        }
    });
    // Words chosen on the page are chosen already.
    let whole = shop.paragraphs.iter().any(|paragraph| paragraph.range == range);
    let narrow = whole.then(|| {
        let [label, hint] = ["comments-words", "comments-words-hint"].map(|key| words.t(key));
        view! { <TextField form=form.clone() name="words" label=label hint=hint optional=true/> }
    });
    let [label, hint, act, back, now] =
        ["comments-body", "comments-body-hint", "comments-do", "comments-choose-another", "comments-passage"]
            .map(|key| words.t(key));
    let field = view! { <TextArea form=form.clone() name="body" label=label hint=hint rows=5/> };
    let field = naming(&words, id, field.into_any());
    let [start, end] = [range.start, range.end].map(|at| at.to_string());
    let base = shop.base.to_string();
    let html = passage_html(range.start, &passage, 1);
    let view = view! {
        {deeper(rq, &shop.head, title.clone())}
        <div class="narrow stack">
            {changed}
            <section class="passages" aria-labelledby="passage">
                <h2 id="passage">{now}</h2>
                <div class="prose" lang=words.council_language() inner_html=html></div>
            </section>
            <FormView form=form>
                <input type="hidden" name="id" value=id.to_string()/>
                <input type="hidden" name="base" value=base/>
                <input type="hidden" name="start" value=start/>
                <input type="hidden" name="end" value=end/>
                {narrow}
                {field}
                <p class="acts">
                    <button class="button main">{act}</button>
                    " "
                    <a class="go" href=paths::comment_do(id)>{back}</a>
                </p>
            </FormView>
        </div>
    };
    Document::new(title, view).at(Place::Texts).unlisted().with_script(SCRIPT)
}
