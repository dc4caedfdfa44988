//! What is done to texts.
#![expect(clippy::too_many_arguments, reason = "one for each field of a form")]
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use domain::{
    Version,
    ids::{ContributionId, UserId},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::AppError;

mod commenting;
mod dissents;
mod intake;
mod organising;
mod publishing;
mod suggesting;
mod templates;
mod versions;

pub use commenting::*;
pub use dissents::*;
pub use intake::*;
pub use organising::*;
pub use publishing::*;
pub use suggesting::*;
pub use templates::*;
pub use versions::*;

/// A text found as one types.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundText {
    /// Its address.
    pub href: String,
    /// Its title.
    pub title: String,
    /// Its state and its group, in words.
    pub facts: String,
}

/// Begins a text in a group, shows what it will look like, or fills it with the model of its kind.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`.
#[server(CreateContribution, prefix = "/api", endpoint = "contributions/create")]
pub async fn create_contribution(
    slug: String,
    #[server(default)] title: String,
    #[server(default)] kind: String,
    #[server(default)] summary: String,
    #[server(default)] body: String,
    #[server(default)] reason: String,
    #[server(default)] go: String,
) -> Result<(), AppError> {
    use backend::contributions::{Place, autosave, create};
    use domain::contributions::{ContributionForm, ContributionKind};

    let form = ContributionForm { title, kind, summary, body, reason };
    crate::action::act_then_go(async move |cx| {
        if go == "preview" {
            autosave(&cx, &Place::New(slug.clone()), Version(0), &form).await?;
            return Ok(crate::paths::done(&crate::paths::new_contribution(&slug), "apercu#apercu"));
        }
        if go == "model" {
            autosave(&cx, &Place::New(slug.clone()), Version(0), &form).await?;
            let kind = ContributionKind::from_code(&form.kind).unwrap_or(ContributionKind::Contribution);
            return Ok(crate::paths::new_contribution_from(&slug, kind));
        }
        let id = create(&cx, &slug, &form).await?;
        Ok(crate::paths::done(&crate::paths::contribution(id), "cree"))
    })
    .await
}

/// Saves a text, or shows what it will look like. Over an older version, leads to what was put together, or to the two
/// texts side by side.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`.
#[server(SaveContribution, prefix = "/api", endpoint = "contributions/save")]
pub async fn save_contribution(
    id: ContributionId,
    base: Version,
    #[server(default)] title: String,
    #[server(default)] kind: String,
    #[server(default)] summary: String,
    #[server(default)] body: String,
    #[server(default)] reason: String,
    #[server(default)] go: String,
    #[server(default)] live: String,
) -> Result<(), AppError> {
    use backend::contributions::{Place, autosave, save, save_together};
    use domain::contributions::ContributionForm;

    let form = ContributionForm { title, kind, summary, body, reason };
    crate::action::act_then_go(async move |cx| {
        if go == "preview" {
            autosave(&cx, &Place::Of(id), base, &form).await?;
            return Ok(crate::paths::done(&crate::paths::contribution_edit(id), "apercu#apercu"));
        }
        if go == "image" {
            // What is typed waits, and the image joins it.
            autosave(&cx, &Place::Of(id), base, &form).await?;
            return Ok(crate::paths::contribution_images(id));
        }
        // The editor of the shared text has nothing left to send: what it shows is there already.
        let saved = if live == "1" {
            save_together(&cx, id, base, &form).await?
        } else {
            save(&cx, id, base, &form).await?
        };
        Ok(after_saving(id, saved))
    })
    .await
}

/// Where one goes on once a text is saved.
#[cfg(feature = "ssr")]
pub fn after_saving(id: ContributionId, saved: backend::contributions::Saved) -> String {
    use backend::contributions::Saved;

    use crate::paths;

    match saved {
        Saved::Version(_) => paths::done(&paths::contribution(id), "enregistre"),
        Saved::Merged { version, base, theirs } => paths::contribution_merged(id, base, theirs, version),
        Saved::Unchanged(_) => paths::done(&paths::contribution(id), "inchange"),
        Saved::Conflicting(_) => paths::contribution_edit(id),
    }
}

/// Forgets what was typed and not saved.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Transition`.
#[server(DiscardUnsaved, prefix = "/api", endpoint = "contributions/discard")]
pub async fn discard_unsaved(
    #[server(default)] slug: String,
    #[server(default)] id: Option<ContributionId>,
) -> Result<(), AppError> {
    use backend::contributions::{Place, discard};

    crate::action::act_then_go(async move |cx| {
        let (place, path) = match id {
            Some(id) => (Place::Of(id), crate::paths::contribution_edit(id)),
            None => (Place::New(slug.clone()), crate::paths::new_contribution(&slug)),
        };
        discard(&cx, &place).await?;
        Ok(path)
    })
    .await
}

/// Names the authors.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`.
#[server(SetAuthors, prefix = "/api", endpoint = "contributions/authors")]
pub async fn set_authors(
    id: ContributionId,
    #[server(default)] authors: Vec<UserId>,
) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        backend::contributions::set_authors(&cx, id, &authors).await?;
        Ok(crate::paths::done(&crate::paths::contribution(id), "auteurs"))
    })
    .await
}

/// Sends a text for review.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Transition`.
#[server(SubmitContribution, prefix = "/api", endpoint = "contributions/submit")]
pub async fn submit_contribution(id: ContributionId) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        backend::contributions::submit(&cx, id).await?;
        Ok(crate::paths::done(&crate::paths::contribution(id), "envoye"))
    })
    .await
}

/// Says what one thinks of the version one read.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`.
#[server(ReviewContribution, prefix = "/api", endpoint = "contributions/review")]
pub async fn review_contribution(
    id: ContributionId,
    version: Version,
    #[server(default)] verdict: String,
    #[server(default)] comment: String,
) -> Result<(), AppError> {
    use backend::contributions::{Reviewed, review};
    use domain::contributions::ReviewForm;

    crate::action::act_then_go(async move |cx| {
        let form = ReviewForm { verdict, comment };
        let done = match review(&cx, id, version, &form).await? {
            Reviewed::Current => "relu",
            Reviewed::Outdated { .. } => "relu-avant",
        };
        Ok(crate::paths::done(&crate::paths::contribution(id), done))
    })
    .await
}

/// Proposes a text for adoption. What is missing is shown first, points of the checklist and reviews; `anyway` says that
/// it was read.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Transition`.
#[server(ProposeContribution, prefix = "/api", endpoint = "contributions/propose")]
pub async fn propose_contribution(
    id: ContributionId,
    #[server(default)] anyway: String,
) -> Result<(), AppError> {
    use backend::contributions::{Proposed, propose, propose_anyway};

    crate::action::act_then_go(async move |cx| {
        if anyway.is_empty() {
            if let Proposed::Reminded(_) = propose(&cx, id).await? {
                return Ok(crate::paths::contribution_propose(id));
            }
        } else {
            propose_anyway(&cx, id).await?;
        }
        Ok(crate::paths::done(&crate::paths::contribution(id), "propose"))
    })
    .await
}

/// Sends a proposed text back to its authors.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`.
#[server(SendBackContribution, prefix = "/api", endpoint = "contributions/send_back")]
pub async fn send_back_contribution(
    id: ContributionId,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        backend::contributions::send_back(&cx, id, &reason).await?;
        Ok(crate::paths::done(&crate::paths::contribution(id), "renvoye"))
    })
    .await
}

/// Adopts the version that was read.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`, `Conflict`.
#[server(AdoptContribution, prefix = "/api", endpoint = "contributions/adopt")]
pub async fn adopt_contribution(
    id: ContributionId,
    version: Version,
    #[server(default)] body: String,
    #[server(default)] adopted_on: String,
    #[server(default)] votes_for: String,
    #[server(default)] votes_against: String,
    #[server(default)] votes_abstaining: String,
) -> Result<(), AppError> {
    use domain::contributions::AdoptionForm;

    let form = AdoptionForm { body, adopted_on, votes_for, votes_against, votes_abstaining };
    crate::action::act_then_go(async move |cx| {
        backend::contributions::adopt(&cx, id, version, &form).await?;
        Ok(crate::paths::done(&crate::paths::contribution(id), "adopte"))
    })
    .await
}

/// Makes an adopted text public.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Transition`.
#[server(PublishContribution, prefix = "/api", endpoint = "contributions/publish")]
pub async fn publish_contribution(id: ContributionId) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        backend::contributions::publish(&cx, id).await?;
        Ok(crate::paths::done(&crate::paths::contribution(id), "publie"))
    })
    .await
}

/// Puts aside what is being typed; says when, in words.
///
/// # Errors
/// `TooLarge`, `Forbidden`, `NotFound`, `Transition`.
#[server(AutosaveContribution, prefix = "/api", endpoint = "contributions/autosave")]
pub async fn autosave_contribution(
    #[server(default)] slug: String,
    #[server(default)] id: Option<ContributionId>,
    base: Version,
    #[server(default)] title: String,
    #[server(default)] kind: String,
    #[server(default)] summary: String,
    #[server(default)] body: String,
    #[server(default)] reason: String,
) -> Result<String, AppError> {
    use backend::contributions::{Place, autosave};
    use domain::contributions::ContributionForm;

    use crate::words::Words;

    let form = ContributionForm { title, kind, summary, body, reason };
    crate::action::act(async move |cx| {
        let place = id.map_or(Place::New(slug), Place::Of);
        let at = autosave(&cx, &place, base, &form).await?;
        let words = Words::new(cx.language, None);
        Ok(say!(words, "contributions-edit-autosaved", time = words.time(at)))
    })
    .await
}

/// Renders what is being typed.
///
/// # Errors
/// `SignInRequired`, `TooLarge`.
#[server(PreviewContribution, prefix = "/api", endpoint = "contributions/preview")]
pub async fn preview_contribution(#[server(default)] body: String) -> Result<String, AppError> {
    crate::action::act(async move |cx| backend::contributions::preview(&cx, &body).await).await
}

/// The texts whose title holds these words.
///
/// # Errors
/// `Unexpected` only.
#[server(SearchTexts, prefix = "/api", endpoint = "contributions/search")]
pub async fn search_texts(
    #[server(default)] q: String,
    #[server(default)] state: String,
    #[server(default)] kind: String,
) -> Result<Vec<FoundText>, AppError> {
    use backend::{
        PageNumber,
        contributions::{Filter, list},
    };
    use domain::contributions::{ContributionKind, State};

    use crate::words::Words;

    crate::action::act(async move |cx| {
        let filter = Filter {
            q,
            state: State::from_code(&state),
            kind: ContributionKind::from_code(&kind),
            group: None,
            consulted: false,
        };
        let words = Words::new(cx.language, None);
        let page = list(&cx, &filter, PageNumber::FIRST).await?;
        let found = page.rows.into_iter().take(8).map(|row| {
            let state = super::parts::state_word(&words, row.state);
            let group = row.group.map(|group| group.name);
            FoundText {
                href: crate::paths::contribution(row.id),
                title: row.title,
                facts: std::iter::once(state).chain(group).collect::<Vec<_>>().join(" · "),
            }
        });
        Ok(found.collect())
    })
    .await
}
