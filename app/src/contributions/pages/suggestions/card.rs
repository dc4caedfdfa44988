//! A suggestion on a page: who, what, why, and what was answered.

use backend::contributions::{
    Head,
    suggestions::{Fate, SuggestionView},
};
use domain::{
    contributions::{Answer, Place, SuggestionState},
    policy::{ContributionAction, Permission},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use crate::{
    behalf,
    contributions::{actions::AnswerSuggestion, parts},
    paths,
    request::Request,
    ui::{FormView, Icon, State},
    words::Words,
};

/// What may be done from where the suggestion is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Acts {
    /// All of it, or the way to it.
    Here,
    /// Only to read it, among others.
    Elsewhere,
    /// They are beside it, on its own page.
    Beside,
}

/// What the person reading may do about the suggestions on a text.
#[derive(Clone, Copy)]
pub struct Rights {
    /// Accept and refuse.
    pub answers: bool,
    /// Make some, and change their own.
    pub suggests: bool,
}

impl Rights {
    /// On this text, as long as it is written.
    pub fn of(rq: &Request, head: &Head) -> Rights {
        let may = |action| {
            head.facts.state.is_writable() && rq.cx.may(Permission::Contribution(action, &head.facts))
        };
        Rights { answers: may(ContributionAction::Write), suggests: may(ContributionAction::Suggest) }
    }
}

/// The suggestion.
pub fn card(rq: &Request, head: &Head, view: &SuggestionView, rights: Rights, acts: Acts) -> AnyView {
    let words = &rq.words;
    let title_id = format!("s-{}", view.id);
    let title = say!(words, "suggestions-by", name = view.by.clone());
    let own = view.own.then(|| view! { " "<span class="muted">{words.t("suggestions-own")}</span> });
    let answers = view.answers.as_ref().map(|(id, name)| {
        let href = paths::suggestion(head.facts.id, *id);
        let text = say!(words, "suggestions-answers", name = name.clone());
        view! { <p><a href=href>{text}</a></p> }
    });
    let reason = (!view.reason.is_empty()).then(|| {
        let text = say!(words, "suggestions-reason", reason = view.reason.clone());
        view! { <p lang=words.council_language()>{text}</p> }
    });
    let made =
        say!(words, "suggestions-made", moment = words.moment(view.at), version = view.made_on.to_string());
    let hand = behalf::part::hand(words, view.entered_by.as_ref()).map(|hand| view! { " · "{hand} });
    let buttons = (acts == Acts::Here && view.state == SuggestionState::Open)
        .then(|| buttons(rq, head, view, rights, &title_id));
    let labelled_by = title_id.clone();
    let heading = if acts == Acts::Beside {
        view! { <h2 id=title_id>{words.t("suggestions-proposed")}</h2> }.into_any()
    } else {
        view! { <h3 id=title_id><Icon name="suggestion"/>" "{title}{own}</h3> }.into_any()
    };
    view! {
        <article class="talk" id=format!("suggestion-{}", view.id) aria-labelledby=labelled_by>
            {heading}
            {answers}
            {change(words, view)}
            {reason}
            <p class="muted">{made}{hand}</p>
            {lost(words, view)}
            {settled(words, view)}
            {others(words, view, rights)}
            {buttons}
        </article>
    }
    .into_any()
}

/// From the words to those that are proposed.
pub fn change(words: &Words, view: &SuggestionView) -> AnyView {
    view! { <p class="source" lang=words.council_language()>{parts::spans(words, &view.spans)}</p> }
        .into_any()
}

/// That its words are no longer those of the text.
fn lost(words: &Words, view: &SuggestionView) -> Option<AnyView> {
    let key = match view.place {
        _ if view.state != SuggestionState::Open => return None,
        Place::Here => return None,
        Place::Changed => "suggestions-passage-changed",
        Place::Gone => "suggestions-passage-gone",
    };
    Some(view! { <p><Icon name="warning"/>" "{words.t(key)}</p> }.into_any())
}

fn settled(words: &Words, view: &SuggestionView) -> Option<AnyView> {
    let (icon, key) = match view.state {
        SuggestionState::Open => return None,
        SuggestionState::Accepted => ("done", "suggestions-state-accepted"),
        SuggestionState::Refused => ("refused", "suggestions-state-refused"),
        SuggestionState::Withdrawn => ("withdrawn", "suggestions-state-withdrawn"),
        SuggestionState::Fallen => ("withdrawn", "suggestions-state-fallen"),
        SuggestionState::Met => ("done", "suggestions-state-met"),
    };
    let settled = view.settled.clone()?;
    let told = match (view.state, settled.version) {
        (SuggestionState::Withdrawn, _) => words.moment(settled.at),
        (_, Some(version)) => say!(
            words,
            "suggestions-settled-in",
            name = settled.by,
            moment = words.moment(settled.at),
            version = version.to_string()
        ),
        (_, None) => {
            say!(words, "suggestions-settled", name = settled.by, moment = words.moment(settled.at))
        }
    };
    let answer = (!settled.answer.is_empty()).then(|| {
        let text = say!(words, "suggestions-answer", answer = settled.answer);
        view! { <p lang=words.council_language()>{text}</p> }
    });
    Some(
        view! {
            <div class="reply">
                <p><State name=icon label=words.t(key)/>" "<span class="muted">{told}</span></p>
                {answer}
            </div>
        }
        .into_any(),
    )
}

/// What becomes of the others on the same words if it is accepted.
fn others(words: &Words, view: &SuggestionView, rights: Rights) -> Option<AnyView> {
    if !rights.answers || view.others.is_empty() || view.state != SuggestionState::Open {
        return None;
    }
    let lines = view.others.iter().map(|(name, fate)| {
        let name = name.clone();
        let told = match fate {
            Fate::Stays => say!(words, "suggestions-other-stays", name = name),
            Fate::Rests => say!(words, "suggestions-other-rests", name = name),
            Fate::Met => say!(words, "suggestions-other-met", name = name),
            Fate::Falls => say!(words, "suggestions-other-falls", name = name),
        };
        view! { <li>{told}</li> }
    });
    let lines = lines.collect_view();
    Some(view! { <p>{words.t("suggestions-others")}</p><ul>{lines}</ul> }.into_any())
}

fn buttons(rq: &Request, head: &Head, view: &SuggestionView, rights: Rights, title_id: &str) -> AnyView {
    let words = &rq.words;
    let id = head.facts.id;
    let here = paths::suggestion(id, view.id);
    let described = title_id.to_owned();
    let accept = (rights.answers && view.place == Place::Here).then(|| {
        let form = rq.form(AnswerSuggestion::PATH).shown_at(here.clone());
        let [text, which, version] = [id.to_string(), view.id.to_string(), view.version.to_string()];
        let label = words.t("suggestions-accept");
        let described = described.clone();
        view! {
            <FormView form=form class="inline" summary=false>
                <input type="hidden" name="id" value=text/>
                <input type="hidden" name="suggestion" value=which/>
                <input type="hidden" name="version" value=version/>
                <button class="button main" name="answer" value=Answer::Accept.code() aria-describedby=described>
                    <Icon name="done"/>" "{label}
                </button>
            </FormView>
        }
    });
    let refuse = rights.answers.then(|| {
        // The reason is asked for on the page of the suggestion.
        view! {
            <form class="inline" method="get" action=format!("{here}#repondre")>
                <button class="button" aria-describedby=described.clone()>
                    <Icon name="refused"/>" "{words.t("suggestions-refuse")}
                </button>
            </form>
        }
    });
    let link = |href: String, key: &str| {
        view! { <a class="go" href=href aria-describedby=title_id.to_owned()>{words.t(key)}</a> }
    };
    let counter = rights.suggests.then(|| link(paths::counter_proposal(id, view.id), "suggestions-counter"));
    let mine = (view.own && rights.suggests).then(|| link(here, "suggestions-change"));
    view! { <div class="acts no-print">{accept}" "{refuse}" "{mine}" "{counter}</div> }.into_any()
}
