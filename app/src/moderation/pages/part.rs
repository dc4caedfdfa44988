//! What several pages show of what is reported: the content, an article that is quoted, the choice of one.

use backend::moderation::{ArticleChoice, ContentView, QuotedArticle, Where};
use domain::moderation::{CaseState, Reported};
use leptos::prelude::*;

use crate::{
    paths,
    ui::{Choice, Form, Select, State},
    words::Words,
};

/// The small link by which something is reported. `which` tells those who hear it what of.
pub(crate) fn go_report(words: &Words, what: Reported, which: String) -> AnyView {
    let href = paths::report(what);
    view! { <a class="go" href=href>{words.t("moderation-report")}<span class="vh">{which}</span></a> }
        .into_any()
}

/// Where it is read.
pub(super) fn href(place: &Where) -> String {
    match place {
        Where::Message(slug, thread, id) => paths::message(slug, *thread, *id),
        Where::Comment(text, id) => paths::comment(*text, *id),
        Where::Document(id) => paths::document(*id),
        Where::Text(id) => paths::contribution(*id),
    }
}

/// What it says, with the way to it.
pub(super) fn content(words: &Words, what: Reported, content: Option<&ContentView>) -> AnyView {
    let Some(content) = content else {
        return view! { <p class="muted">{words.t("moderation-gone")}</p> }.into_any();
    };
    let said = match &content.html {
        None => view! { <p class="gone muted">{words.t("discussions-withdrawn")}</p> }.into_any(),
        Some(html) if html.is_empty() => ().into_any(),
        Some(html) => view! {
            <blockquote class="prose small" lang=words.council_language() inner_html=html.clone()></blockquote>
        }
        .into_any(),
    };
    let name = words.t(&format!("moderation-see-{}", what.kind.code()));
    view! {
        <p><b>{content.title.clone()}</b></p>
        {said}
        <p class="no-print"><a class="go" href=href(&content.place)>{name}</a></p>
    }
    .into_any()
}

/// An article, word for word, with the way to it.
pub(crate) fn quote(words: &Words, article: &QuotedArticle) -> AnyView {
    let anchor = article.number.parse().ok();
    let href = match (article.in_force, anchor) {
        (true, Some(number)) => paths::framing_anchor(&article.slug, number),
        _ => paths::framing_version(&article.slug, article.version),
    };
    let name = match article.title.is_empty() {
        true => {
            say!(words, "moderation-article", text = article.text.clone(), number = article.number.clone())
        }
        false => say!(
            words,
            "moderation-article-titled",
            text = article.text.clone(),
            number = article.number.clone(),
            title = article.title.clone()
        ),
    };
    view! {
        <figure class="panel">
            <figcaption><a href=href>{name}</a></figcaption>
            <blockquote class="prose small" lang=words.council_language() inner_html=article.html.clone()></blockquote>
        </figure>
    }
    .into_any()
}

/// The choice of an article in force; nothing when none is.
pub(super) fn choose(words: &Words, form: &Form, articles: &[ArticleChoice]) -> Option<AnyView> {
    if articles.is_empty() {
        return None;
    }
    let choices = articles.iter().map(|article| {
        let name = match article.title.is_empty() {
            true => {
                say!(
                    words,
                    "moderation-article",
                    text = article.text.clone(),
                    number = article.number.clone()
                )
            }
            false => say!(
                words,
                "moderation-article-titled",
                text = article.text.clone(),
                number = article.number.clone(),
                title = article.title.clone()
            ),
        };
        Choice::new(article.id.to_string(), name)
    });
    let choices: Vec<Choice> = choices.collect();
    let [label, hint] = ["moderation-field-article", "moderation-field-article-hint"].map(|key| words.t(key));
    Some(
        view! {
            <Select
                form=form.clone()
                name="article"
                label=label
                hint=hint
                choices=choices
                optional=true
            />
        }
        .into_any(),
    )
}

/// Where a case stands: an icon and a word.
pub(super) fn state(words: &Words, state: CaseState, hidden: bool) -> AnyView {
    let icon = match state {
        CaseState::Open | CaseState::Appealed => "waiting",
        CaseState::Kept | CaseState::Restored => "done",
        CaseState::Acted | CaseState::Upheld => "refused",
    };
    let key = match (state, hidden) {
        (CaseState::Acted, false) => "moderation-state-asked".to_owned(),
        _ => format!("moderation-state-{}", state.code()),
    };
    view! { <State name=icon label=words.t(&key)/> }.into_any()
}
