//! Comments on the page of their text: the way to say something, and the list beside what is read.

use backend::contributions::{ContributionView, comments::CommentRow};
use domain::{
    contributions::{CommentState, Place},
    groups::GroupState,
    ids::ContributionId,
    policy::ContributionAction,
};
use leptos::prelude::*;

use super::super::next_step::may;
use crate::{paths, request::Request, ui::Icon, words::Words};

/// Comments that are told beside the text; the others are on their page.
const SHOWN: usize = 30;

/// The way to say something of a passage.
pub fn comment_button(words: &Words, id: ContributionId) -> AnyView {
    view! {
        <form class="inline" method="get" action=paths::comment_do(id)>
            <button class="button"><Icon name="comment"/>" "{words.t("comments-go")}</button>
        </form>
    }
    .into_any()
}

/// Whether the person reading may say something of a passage now.
pub fn may_comment(rq: &Request, text: &ContributionView) -> bool {
    let read = text.inside || text.consultation.is_some();
    let written = !text.facts.state.is_frozen() && text.facts.group.state != GroupState::Closed;
    read && written && may(rq, text, ContributionAction::Comment)
}

/// Beside what else may be done with a text.
pub fn beside(rq: &Request, text: &ContributionView) -> AnyView {
    let words = &rq.words;
    let button = may_comment(rq, text).then(|| comment_button(words, text.facts.id));
    let open = text.comments.iter().filter(|row| row.state == CommentState::Open).count();
    let count = (open > 0).then(|| {
        let label = say!(words, "comments-count", count = open);
        view! { <a class="go" href="#commentaires">{label}</a> }
    });
    view! { {button}" "{count} }.into_any()
}

/// The comments, in the order of the text.
pub fn aside(rq: &Request, text: &ContributionView) -> Option<AnyView> {
    if text.comments.is_empty() {
        return None;
    }
    let words = &rq.words;
    let id = text.facts.id;
    let of = |which: fn(&CommentRow) -> bool| {
        text.comments.iter().filter(move |row| which(row)).collect::<Vec<&CommentRow>>()
    };
    let here = of(|row| row.number.is_some());
    let lost = of(|row| row.state == CommentState::Open && row.place == Place::Gone);
    let resolved = of(|row| row.state == CommentState::Resolved);
    let list = |rows: &[&CommentRow]| {
        let items = rows.iter().take(SHOWN).map(|row| entry(words, id, row)).collect_view();
        view! { <ol class="remarks">{items}</ol> }
    };
    let shown = (!here.is_empty()).then(|| list(&here));
    let lost = (!lost.is_empty()).then(|| {
        view! { <h3>{words.t("comments-lost")}</h3>{list(&lost)} }
    });
    let folded = (!resolved.is_empty()).then(|| {
        let label = say!(words, "comments-resolved-count", count = resolved.len());
        view! { <details class="unfold"><summary class="button quiet">{label}</summary>{list(&resolved)}</details> }
    });
    Some(
        view! {
            <section class="aside comments no-print" aria-labelledby="commentaires">
                <h2 id="commentaires" tabindex="-1">{words.t("comments-title")}</h2>
                {shown}
                {lost}
                {folded}
                <p><a class="go" href=paths::comments(id)>{words.t("comments-all")}</a></p>
            </section>
        }
        .into_any(),
    )
}

fn entry(words: &Words, id: ContributionId, row: &CommentRow) -> AnyView {
    let said = row.excerpt.clone().unwrap_or_else(|| words.t("discussions-hidden"));
    let quoted = say!(words, "comments-about", words = shortened(&row.words));
    let title = match row.number {
        Some(number) => say!(words, "comments-numbered", number = number, name = row.by.clone()),
        None => say!(words, "comments-by", name = row.by.clone()),
    };
    let title_id = format!("c-{}", row.id);
    let day = words.day_of(row.at);
    let answers = say!(words, "comments-answers", count = row.answers);
    let back = row.number.map(|_| {
        let (href, described) = (format!("#passage-{}", row.id), title_id.clone());
        view! { " "<a class="go" href=href aria-describedby=described>{words.t("comments-to-passage")}</a> }
    });
    let described = title_id.clone();
    view! {
        <li id=format!("commentaire-{}", row.id) tabindex="-1">
            <p><b id=title_id>{title}</b></p>
            <blockquote class="quoted" lang=words.council_language()>{quoted}</blockquote>
            <p lang=words.council_language()>{said}</p>
            <p class="muted">{day}" · "{answers}</p>
            <p class="acts">
                <a class="go" href=paths::comment(id, row.id) aria-describedby=described>{words.t("comments-open")}</a>
                {back}
            </p>
        </li>
    }
    .into_any()
}

/// Words enough to know the passage again.
fn shortened(text: &str) -> String {
    const WORDS: usize = 14;
    let mut words = text.split(' ');
    let first: Vec<&str> = words.by_ref().take(WORDS).collect();
    let more = if words.next().is_some() { "…" } else { "" };
    format!("{}{more}", first.join(" "))
}
