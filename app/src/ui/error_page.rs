//! What a person reads when something is not done.

use domain::{
    Refusal,
    refusal::{Forbidden, Transition},
};
use leptos::prelude::*;

use super::{document::Document, in_textarea};
use crate::{error::AppError, paths, request::Request, words::Words};

/// A title and a sentence for a failure.
pub fn sentences(words: &Words, error: &AppError) -> (String, String) {
    let (title, text) = match error {
        AppError::Unexpected { reference } if reference.is_empty() => {
            ("error-unexpected", "error-unexpected-text")
        }
        AppError::Unexpected { reference } => {
            let text = say!(words, "error-unexpected-reference", reference = reference.clone());
            return (words.t("error-unexpected"), text);
        }
        AppError::Refused(refusal) => match refusal {
            Refusal::NotFound => ("error-not-found", "error-not-found-text"),
            Refusal::SignInRequired => ("error-sign-in", "error-sign-in-text"),
            Refusal::Forbidden(why) => ("error-forbidden", forbidden(*why)),
            Refusal::Invalid(_) => ("error-invalid", "error-invalid-text"),
            Refusal::Transition(why) => ("error-transition", transition(*why)),
            Refusal::Conflict => ("error-conflict", "error-conflict-text"),
            Refusal::TooMany { retry_after_seconds } => {
                let minutes = retry_after_seconds.div_ceil(60);
                return (words.t("error-too-many"), say!(words, "error-too-many-text", minutes = minutes));
            }
            Refusal::TooLarge { limit } => {
                let text = say!(words, "error-too-large-text", kilobytes = limit / 1000);
                return (words.t("error-too-large"), text);
            }
            Refusal::Malformed => ("error-malformed", "error-malformed-text"),
            Refusal::LinkExpired => ("error-link-expired", "error-link-expired-text"),
        },
    };
    (words.t(title), words.t(text))
}

fn forbidden(why: Forbidden) -> &'static str {
    match why {
        Forbidden::AdministratorOnly => "forbidden-administrator-only",
        Forbidden::ChairOnly => "forbidden-chair-only",
        Forbidden::ChairOrAdministratorOnly => "forbidden-chair-or-administrator-only",
        Forbidden::FacilitatorOnly => "forbidden-facilitator-only",
        Forbidden::GroupMembersOnly => "forbidden-group-members-only",
        Forbidden::CouncilMembersOnly => "forbidden-council-members-only",
        Forbidden::OwnText => "forbidden-own-text",
        Forbidden::CrossSite => "forbidden-cross-site",
        Forbidden::AuthorsOrFacilitatorsOnly => "forbidden-authors-or-facilitators-only",
        Forbidden::SecretGroup => "forbidden-secret-group",
    }
}

fn transition(why: Transition) -> &'static str {
    match why {
        Transition::ContributionState => "transition-contribution-state",
        Transition::NotApproved => "transition-not-approved",
        Transition::EmptyText => "transition-empty-text",
        Transition::LastFacilitator => "transition-last-facilitator",
        Transition::AlreadyMember => "transition-already-member",
        Transition::GroupNotOpen => "transition-group-not-open",
        Transition::GroupClosed => "transition-group-closed",
        Transition::AlreadyInstalled => "transition-already-installed",
        Transition::LastAdministrator => "transition-last-administrator",
        Transition::AlreadyActive => "transition-already-active",
        Transition::Oneself => "transition-oneself",
    }
}

/// The page of a failure.
pub fn document(rq: &Request, error: &AppError) -> Document {
    let (title, text) = sentences(&rq.words, error);
    let visitor = rq.cx.actor.person().is_none();
    let sign_in = (visitor && error.status() != 500).then(|| {
        view! { <a class="go" href=paths::sign_in_then(rq.path())>{rq.words.t("error-sign-in-action")}</a> }
    });
    let home = rq.words.t("error-home-action");
    let view = view! {
        <header class="page-head"><h1>{title.clone()}</h1></header>
        <p class="lead">{text}</p>
        {typed(rq)}
        <p class="acts"><a class="button main" href=paths::HOME>{home}</a>" "{sign_in}</p>
    };
    let document = Document::new(title, view).unlisted();
    if visitor { document.door() } else { document }
}

/// What was typed in a form that was refused, when its page may no longer be seen: nothing typed is lost.
fn typed(rq: &Request) -> Option<AnyView> {
    let typed = |name: &str| {
        let (_, text) = rq.refused()?.values.iter().find(|(n, _)| n == name)?;
        Some(text.clone()).filter(|text| !text.trim().is_empty())
    };
    let text = typed("body").or_else(|| typed("comment"))?;
    let [label, hint] = ["error-typed", "error-typed-hint"].map(|key| rq.words.t(key));
    Some(
        view! {
            <div class="field">
                <label for="votre-texte">{label}</label>
                <p class="hint" id="votre-texte-aide">{hint}</p>
                <textarea id="votre-texte" rows="12" readonly aria-describedby="votre-texte-aide">
                    {in_textarea(&text)}
                </textarea>
            </div>
        }
        .into_any(),
    )
}

/// The plainest page, when not even the name of the council can be read.
pub fn bare(error: &AppError) -> impl IntoView + use<> {
    let words = Words::new(domain::Language::French, None);
    let (title, text) = sentences(&words, error);
    view! {
        <!DOCTYPE html>
        <html lang="fr">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{title.clone()}</title>
            </head>
            <body><main><h1>{title}</h1><p>{text}</p></main></body>
        </html>
    }
}
