//! What a publication says before its text: that it was corrected, replaced, withdrawn, or is a former edition.

use backend::publications::PublicationView;
use domain::contributions::Standing;
use leptos::prelude::*;

use crate::{
    paths,
    request::Request,
    ui::{Notice, NoticeTone},
    words::Words,
};

/// What was just done, told once after the redirection.
pub(super) fn done(rq: &Request) -> Option<AnyView> {
    let key = match rq.query("fait")? {
        "corrige" => "publications-done-corrected",
        "statut" => "publications-done-standing",
        "rectifie" => "publications-done-mended",
        _ => return None,
    };
    let text = rq.words.t(key);
    Some(view! { <Notice tone=NoticeTone::Success><p>{text}</p></Notice> }.into_any())
}

/// Every notice, the gravest first.
pub(super) fn notices(words: &Words, publication: &PublicationView) -> Vec<AnyView> {
    [standing(words, publication), former(words, publication), corrected(words, publication)]
        .into_iter()
        .flatten()
        .collect()
}

fn standing(words: &Words, publication: &PublicationView) -> Option<AnyView> {
    let standing = &publication.adoption.standing;
    let day = standing.at.map(|at| words.day_of(at)).unwrap_or_default();
    let told = match standing.standing {
        Standing::InForce => return None,
        Standing::Superseded => say!(words, "publications-superseded", day = day),
        Standing::Withdrawn => say!(words, "publications-withdrawn", day = day),
    };
    let other = standing.replaced_by.map(|number| {
        let read = say!(words, "publications-read-other", number = number.to_string());
        view! { <p><a class="go" href=paths::publication(number)>{read}</a></p> }
    });
    let reason = standing.reason.clone();
    Some(
        view! {
            <Notice tone=NoticeTone::Warning>
                <p><b>{told}</b></p>
                <p>{reason}</p>
                {other}
            </Notice>
        }
        .into_any(),
    )
}

fn former(words: &Words, publication: &PublicationView) -> Option<AnyView> {
    let former = publication.former.as_ref()?;
    let told = say!(words, "publications-former", edition = former.number.to_string());
    let read = words.t("publications-former-current");
    let href = paths::publication(publication.adoption.number);
    Some(
        view! {
            <Notice tone=NoticeTone::Warning>
                <p>{told}</p>
                <p><a class="go" href=href>{read}</a></p>
            </Notice>
        }
        .into_any(),
    )
}

/// « Version corrigée le … : reason », with the editions before it.
fn corrected(words: &Words, publication: &PublicationView) -> Option<AnyView> {
    let adoption = &publication.adoption;
    let at = adoption.corrected_at.filter(|_| publication.former.is_none())?;
    let told =
        say!(words, "publications-corrected", day = words.day_of(at), reason = adoption.correction.clone());
    let before = publication.editions.first().map(|edition| {
        let href = paths::publication_edition(adoption.number, edition.number);
        let read = words.t("publications-read-former");
        view! { <p><a class="go" href=href>{read}</a></p> }
    });
    Some(view! { <Notice tone=NoticeTone::Info><p>{told}</p>{before}</Notice> }.into_any())
}

/// Every edition, the latest first: when, why, where to read it.
pub(super) fn editions(words: &Words, publication: &PublicationView) -> Option<AnyView> {
    if publication.editions.is_empty() {
        return None;
    }
    let adoption = &publication.adoption;
    let line = |number: u32, day: String, reason: String, href: String| {
        let name = say!(words, "publications-edition", edition = number.to_string(), day = day);
        let reason =
            (!reason.is_empty()).then(|| say!(words, "publications-edition-reason", reason = reason));
        view! { <li><a href=href>{name}</a>{reason}</li> }
    };
    let current = line(
        adoption.edition,
        adoption.corrected_at.map(|at| words.day_of(at)).unwrap_or_default(),
        adoption.correction.clone(),
        paths::publication(adoption.number),
    );
    let former = publication
        .editions
        .iter()
        .map(|edition| {
            let href = paths::publication_edition(adoption.number, edition.number);
            line(edition.number, words.day_of(edition.at), edition.reason.clone(), href)
        })
        .collect_view();
    Some(
        view! {
            <dt>{words.t("publications-editions")}</dt>
            <dd><ul>{current}{former}</ul></dd>
        }
        .into_any(),
    )
}
