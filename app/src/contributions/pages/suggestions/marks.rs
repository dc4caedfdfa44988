//! What the page of a text tells of suggestions: a button, and how many wait.

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

/// Whether the person reading may suggest something now.
pub fn may_suggest(rq: &Request, text: &ContributionView) -> bool {
    let read = text.inside || text.consultation.is_some();
    read && text.facts.state.is_writable() && may(rq, text, ContributionAction::Suggest)
}

/// Beside what else may be done with a text: suggesting something, and how many suggestions wait.
pub fn beside(rq: &Request, text: &ContributionView) -> AnyView {
    let words = &rq.words;
    let id = text.facts.id;
    let button = may_suggest(rq, text).then(|| suggest_button(words, id));
    let count = (text.suggestions > 0).then(|| {
        let label = say!(words, "suggestions-count", count = text.suggestions);
        view! { <a class="go" href=paths::suggestions(id)>{label}</a> }
    });
    view! { {button}" "{count} }.into_any()
}
