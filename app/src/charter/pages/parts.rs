//! What several pages about framing texts show: where a version stands, its facts, its contents, its articles.

use backend::charter::{ArticleView, Reading, TextHead, VersionHead};
use domain::charter::{ArticleNumber, Standing};
use leptos::prelude::*;

use super::amendments::Amending;
use crate::{paths, printing, ui::State, words::Words};

/// « Article 4 bis ».
pub fn article_name(words: &Words, number: ArticleNumber) -> String {
    say!(words, "charter-article", number = number.to_string())
}

/// « Article 4 bis. Les séances ».
pub fn article_title(words: &Words, number: ArticleNumber, title: &str) -> String {
    let name = article_name(words, number);
    if title.is_empty() {
        name
    } else {
        say!(words, "charter-article-titled", name = name, title = title.to_owned())
    }
}

/// Where a version stands: an icon and a word.
pub fn standing(words: &Words, standing: Standing) -> AnyView {
    let name = match standing {
        Standing::Preparing => "draft",
        Standing::Amending => "suggestion",
        Standing::Examined => "in-review",
        Standing::Voting => "vote",
        Standing::ToCome => "waiting",
        Standing::InForce => "adopted",
        Standing::Replaced | Standing::Abandoned => "withdrawn",
    };
    view! { <State name=name label=words.t(&format!("charter-standing-{}", standing.code()))/> }.into_any()
}

/// Since when, until when, by which decision; or which days are known of what is prepared.
pub fn facts(words: &Words, version: &VersionHead) -> Vec<AnyView> {
    let mut facts = vec![standing(words, version.standing)];
    if let Some(from) = version.in_force_on {
        let from = words.day(from);
        let said = match version.replaced_on {
            Some(until) => say!(words, "charter-from-until", from = from, until = words.day(until)),
            None if version.standing == Standing::ToCome => say!(words, "charter-to-come", day = from),
            None => say!(words, "charter-from", day = from),
        };
        facts.push(said.into_any());
    }
    if let Some((from, until)) = version.amendable.filter(|_| version.standing == Standing::Amending) {
        let (from, until) = (words.day(from), words.day(until));
        facts.push(say!(words, "charter-amendable", from = from, until = until).into_any());
    }
    if version.state.is_prepared()
        && let Some(day) = version.starts_on
    {
        facts.push(say!(words, "charter-wished", day = words.day(day)).into_any());
    }
    facts.extend(decision(words, version));
    facts
}

/// By which decision, who took it, when; with a link to the vote, for who reads votes.
pub fn decision(words: &Words, version: &VersionHead) -> Option<AnyView> {
    let day = words.day(version.decided_on?);
    let poll = version.polls.iter().find(|poll| poll.result.is_some_and(|(_, is_carried)| is_carried));
    let number = match poll {
        Some(poll) => view! { <a href=paths::poll(poll.id)>{version.decision.clone()}</a> }.into_any(),
        None => version.decision.clone().into_any(),
    };
    let said = match version.decided_by.as_str() {
        "" => say!(words, "charter-decided", day = day),
        body => say!(words, "charter-decided-by", body = body.to_owned(), day = day),
    };
    let comma = (!version.decision.is_empty()).then_some(", ");
    Some(view! { <span>{said}{comma}{number}</span> }.into_any())
}

/// Its booklet and its other documents.
pub fn booklets(words: &Words, slug: &str, version: &VersionHead) -> AnyView {
    let at = |name: &str| paths::framing_document(slug, version.number, name);
    printing::parts::booklets(words, at, version.in_force_on.is_some())
}

/// The contents of a version.
pub fn contents(words: &Words, reading: &Reading, base: &str) -> Option<AnyView> {
    if reading.articles.len() < 2 {
        return None;
    }
    let item = |article: &ArticleView| {
        let href = format!("{base}#{}", article.number.anchor());
        view! { <li><a href=href>{article_title(words, article.number, &article.title)}</a></li> }
    };
    let items = reading.articles.iter().map(item).collect_view();
    Some(
        view! {
            <nav class="toc" aria-labelledby="sommaire">
                <h2 id="sommaire">{words.t("contributions-contents")}</h2>
                <ol class="contents-list">{items}</ol>
            </nav>
        }
        .into_any(),
    )
}

/// What a version says, each article under its anchor. Those who follow get the way to the history of each; where
/// amendments are shown, to those on each.
pub fn reading(
    words: &Words,
    head: &TextHead,
    reading: &Reading,
    (follows, amending): (bool, Option<&Amending>),
) -> AnyView {
    let language = words.council_language();
    let preamble = (!reading.preamble_html.is_empty())
        .then(|| view! { <div class="prose preamble" lang=language inner_html=reading.preamble_html.clone()></div> });
    let articles = reading.articles.iter().map(|article| {
        let part =
            article.part.clone().map(|part| view! { <h2 class="part-title" lang=language>{part}</h2> });
        let id = article.number.anchor();
        let titled = format!("{id}-titre");
        let title = article_title(words, article.number, &article.title);
        let heading = if reading.has_parts {
            view! { <h3 id=titled.clone() lang=language><a href=format!("#{id}")>{title}</a></h3> }.into_any()
        } else {
            view! { <h2 id=titled.clone() lang=language><a href=format!("#{id}")>{title}</a></h2> }.into_any()
        };
        let history = follows.then(|| {
            let href = paths::framing_article(&head.slug, article.number);
            let label =
                say!(words, "charter-article-history-of", article = article_name(words, article.number));
            view! { <a href=href aria-label=label>{words.t("charter-article-history")}</a> }
        });
        let amend = amending.map(|amending| amending.beside(words, article.number));
        let aside = (history.is_some() || amend.is_some())
            .then(|| view! { <p class="aside acts">{amend}{history}</p> });
        view! {
            {part}
            <section class="article" id=id aria-labelledby=titled>
                {heading}
                <div class="prose" lang=language inner_html=article.html.clone()></div>
                {aside}
            </section>
        }
    });
    view! { <div class="articles">{preamble}{articles.collect_view()}</div> }.into_any()
}
