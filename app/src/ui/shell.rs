//! What stands around a page: the rail and the bar of those who are signed in, the bar of the public site, the foot.

use leptos::prelude::*;
use server_fn::ServerFn;

use super::{
    document::{Place, initials},
    form::FormView,
    icon::{Icon, Mark},
};
use crate::{accounts::actions::SignOut, paths, request::Request, site::pages::LanguageSwitch, words::Words};

/// The identifier of the field of the header.
pub(super) const SEEK: &str = "rechercher";

fn place(href: &'static str, icon: &'static str, name: String, current: bool, exact: bool) -> impl IntoView {
    let current = current.then_some(if exact { "page" } else { "true" });
    view! { <li><a href=href aria-current=current><Icon name=icon/>" "<span>{name}</span></a></li> }
}

/// The search of the header; only the way to it on a page that has a search of its own.
fn seek(words: &Words, searching: bool) -> impl IntoView + use<> {
    let form = (!searching).then(|| {
        view! {
            <form class="seek" role="search" action=paths::SEARCH>
                <label class="vh" for=SEEK>{words.t("search-field")}</label>
                <input id=SEEK type="search" name="q" autocomplete="off" maxlength="300" placeholder=words.t("search-field")/>
                <button><Icon name="search"/><span class="vh">{words.t("search-do")}</span></button>
            </form>
        }
    });
    view! {
        {form}
        <a class="seek-link" href=paths::SEARCH><Icon name="search"/>" "<span>{words.t("search-link")}</span></a>
    }
}

/// The rail of those who are signed in: the places of the menu, the search, oneself.
pub(super) fn rail(rq: &Request, current: Place, searching: bool) -> impl IntoView + use<> {
    let words = &rq.words;
    let person = rq.cx.person().map(|p| p.name.clone()).unwrap_or_default();
    let at = rq.path().split('?').next().unwrap_or_default().to_owned();
    let council = rq.council.as_ref().map(|c| c.territory.clone()).unwrap_or_default();
    let item = |to: Place, href: &'static str, icon: &'static str, key: &str| {
        place(href, icon, words.t(key), current == to, at == href)
    };
    let directory = rq
        .cx
        .may(domain::policy::Permission::ReadDirectory)
        .then(|| item(Place::Members, paths::MEMBERS, "users", "menu-members"));
    let polls = rq
        .cx
        .may(domain::policy::Permission::ReadPolls)
        .then(|| item(Place::Polls, paths::POLLS, "vote", "menu-polls"));
    let common = domain::library::LibraryFacts::Common(domain::library::Depositors::Few);
    let library = rq
        .cx
        .may(domain::policy::Permission::Library(domain::policy::LibraryAction::Read, &common))
        .then(|| item(Place::Library, paths::LIBRARY, "library", "menu-library"));
    let tools = rq
        .cx
        .may(domain::policy::Permission::Toolbox(domain::policy::ToolboxAction::Read))
        .then(|| item(Place::Tools, paths::TOOLBOX, "tools", "menu-tools"));
    let tutorials = rq
        .cx
        .may(domain::policy::Permission::Tutorial(domain::policy::TutorialAction::Read))
        .then(|| item(Place::Tutorials, paths::TUTORIALS, "tutorial", "menu-tutorials"));
    // Four places, then the others: a phone has no room for more.
    let publications = item(Place::Publications, paths::PUBLICATIONS, "published", "menu-publications");
    let (first, later) = match library {
        Some(library) => (library, Some(publications)),
        None => (publications, None),
    };
    let administration = rq
        .cx
        .may(domain::policy::Permission::Invite)
        .then(|| item(Place::Administration, paths::ADMINISTRATION, "settings", "menu-administration"));
    // Whoever works for the council without looking after the site.
    let follows = rq.cx.may(domain::policy::Permission::FollowBehalf);
    let on_paper = (administration.is_none() && follows)
        .then(|| item(Place::Administration, paths::ON_PAPER, "letter", "behalf-title"));
    // One's account has its own.
    let out = (at != paths::ACCOUNT).then(|| {
        let (form, label) = (rq.form(SignOut::PATH), words.t("accounts-sign-out"));
        view! {
            <li>
                <FormView form=form summary=false class="out">
                    <button><Icon name="logout"/>" "<span>{label}</span></button>
                </FormView>
            </li>
        }
    });
    view! {
        <header class="rail">
            <a class="brand" href=paths::HOME><Mark/><span>{council}</span></a>
            {seek(words, searching)}
            <nav class="places" aria-label=words.t("menu")>
                <ul>
                    {item(Place::Home, paths::HOME, "home", "menu-home")}
                    {item(Place::Groups, paths::GROUPS, "groups", "menu-groups")}
                    {item(Place::Texts, paths::TEXTS, "texts", "menu-texts")}
                    {first}
                </ul>
                <details class="more"><summary><Icon name="more"/>" "<span>{words.t("menu-more")}</span></summary></details>
                <ul class="rest">{later}{polls}{tools}{item(Place::Charter, paths::CHARTER, "charter", "menu-charter")}{tutorials}{directory}{administration}{on_paper}{out}</ul>
            </nav>
            <a class="who" href=paths::ACCOUNT aria-current=(current == Place::Account).then_some("page")>
                <span class="face" aria-hidden="true">{initials(&person)}</span>
                <span>{person.clone()}" "<small>{words.t("menu-account")}</small></span>
            </a>
        </header>
    }
}

/// The bar of the public site.
pub(super) fn top(rq: &Request, name: &str, current: Place, searching: bool) -> impl IntoView + use<> {
    let words = &rq.words;
    let is = |place: Place| (current == place).then_some("page");
    view! {
        <header class="top">
            <a class="brand" href=paths::HOME><Mark/><span>{name.to_owned()}</span></a>
            <nav aria-label=words.t("menu")>
                <ul>
                    <li><a href=paths::HOME aria-current=is(Place::Home)>{words.t("menu-council")}</a></li>
                    <li><a href=paths::PUBLICATIONS aria-current=is(Place::Publications)>{words.t("menu-publications")}</a></li>
                    <li><a href=paths::GROUPS aria-current=is(Place::Groups)>{words.t("menu-groups")}</a></li>
                    <li><a href=paths::SIGN_IN>{words.t("menu-sign-in")}</a></li>
                </ul>
            </nav>
            {rq.council.is_some().then(|| seek(words, searching))}
        </header>
    }
}

/// What stands above a form that lets in.
pub(super) fn door(name: &str) -> impl IntoView + use<> {
    view! { <header><a class="brand" href=paths::HOME><Mark/><span>{name.to_owned()}</span></a></header> }
}

/// The foot of the public site.
pub(super) fn foot(rq: &Request) -> impl IntoView + use<> {
    let words = &rq.words;
    let places =
        [(paths::CHARTER, "charter-title"), (paths::GLOSSARY, "glossary-title"), (paths::FEED, "foot-feed")];
    let item = |(href, key): (&'static str, &str)| view! { <li><a href=href>{words.t(key)}</a></li> };
    view! {
        <footer class="foot">
            <div>
                {rq.council.as_ref().map(|c| view! { <p>{c.name.clone()}</p> })}
                <ul>
                    {item((paths::ACCESSIBILITY, "foot-accessibility"))}
                    {item((paths::PERSONAL_DATA, "foot-personal-data"))}
                    {item((paths::LEGAL, "foot-legal"))}
                    {rq.council.is_some().then(|| places.map(item).into_iter().collect_view())}
                </ul>
                <LanguageSwitch rq=rq.clone()/>
            </div>
        </footer>
    }
}
