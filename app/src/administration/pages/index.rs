//! `/administration`

use domain::policy::Permission;
use leptos::prelude::*;

use crate::{
    accounts::done,
    paths,
    request::Request,
    ui::{Document, PageResult, Place},
};

/// What there is to look after, as far as one may.
pub async fn index(rq: Request) -> PageResult {
    rq.cx.require(Permission::Invite)?;
    let w = rq.words.clone();
    let title = w.t("menu-administration");
    let mut places =
        vec![(paths::ADMINISTRATION_MEMBERS, "administration-members", "administration-members-text")];
    if rq.cx.may(Permission::FollowBehalf) {
        places.push((paths::ON_PAPER, "behalf-title", "behalf-index-text"));
    }
    if rq.cx.may(Permission::Administer) {
        places.extend([
            (paths::ADMINISTRATION_COUNCIL, "council-settings", "council-settings-text"),
            (paths::ADMINISTRATION_TEMPLATES, "templates-title", "templates-text"),
            (paths::ADMINISTRATION_LIBRARY, "library-common", "library-settings-text"),
            (paths::ADMINISTRATION_TAGS, "keywords-keep", "keywords-keep-text"),
            (paths::ADMINISTRATION_MAILS, "administration-mails", "administration-mails-text"),
            (paths::ADMINISTRATION_BACKUPS, "backups-title", "backups-text"),
            (paths::ADMINISTRATION_DATA, "personal-data-register", "personal-data-register-text"),
            (paths::ADMINISTRATION_TOKENS, "api-tokens-all", "api-tokens-all-text"),
            (paths::ADMINISTRATION_WEBHOOKS, "webhooks-title", "webhooks-text"),
            (paths::ADMINISTRATION_JOURNAL, "administration-journal", "administration-journal-text"),
        ]);
    }
    let rows = places
        .into_iter()
        .map(|(href, name, text)| {
            view! {
                <li>
                    <a class="row-title" href=href>{w.t(name)}</a>
                    <p class="row-text">{w.t(text)}</p>
                </li>
            }
        })
        .collect_view();
    let view = view! {
        <header class="page-head"><h1>{title.clone()}</h1></header>
        {done(&rq, &[("installe", "installation-done")])}
        <div class="narrow"><ul class="rows">{rows}</ul></div>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}
