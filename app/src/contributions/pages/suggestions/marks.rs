//! What the page of a text tells of suggestions: a button, how many wait, and where.

use backend::contributions::ContributionView;
use domain::{ids::ContributionId, policy::ContributionAction};
use leptos::prelude::*;

use super::super::next_step::may;
use crate::{paths, request::Request, ui::Icon, words::Words};

/// The way to suggest something.
pub fn suggest_button(words: &Words, id: ContributionId) -> AnyView {
    view! {
        <form class="inline" method="get" action=paths::suggest(id)>
            <button class="button"><Icon name="suggestion"/>" "{words.t("suggestions-do")}</button>
        </form>
    }
    .into_any()
}

/// Beside what else may be done with a text: suggesting something, and how many suggestions wait.
pub fn beside(rq: &Request, text: &ContributionView) -> AnyView {
    let words = &rq.words;
    let id = text.facts.id;
    let read = text.inside || text.consultation.is_some();
    let suggests = read && text.facts.state.is_writable() && may(rq, text, ContributionAction::Suggest);
    let button = suggests.then(|| suggest_button(words, id));
    let count = (text.suggestions > 0).then(|| {
        let label = say!(words, "suggestions-count", count = text.suggestions);
        view! { <a class="go" href=paths::suggestions(id)>{label}</a> }
    });
    view! { {button}" "{count} }.into_any()
}

/// The text, with under each heading how many suggestions wait there.
pub fn marked(words: &Words, text: &ContributionView) -> String {
    let mut html = text.html.clone();
    // From the end: what comes before keeps its place.
    let counts = text.suggested.iter().skip(1).zip(&text.headings).rev();
    for (count, heading) in counts.filter(|(count, _)| **count > 0) {
        let end = format!("</h{}>", heading.level);
        let found = html.find(&format!("id=\"{}\"", heading.id));
        let Some(at) = found.and_then(|at| Some(at + html[at..].find(&end)? + end.len())) else { continue };
        let label = say!(words, "suggestions-here", count = *count);
        let href = paths::suggestions(text.facts.id);
        let mark = view! { <p class="no-print"><a class="go" href=href>{label}</a></p> };
        html.insert_str(at, &mark.to_html());
    }
    html
}
