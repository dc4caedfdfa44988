//! The whole document: head, shell, page. Only what the page needs is sent.

use std::sync::{Arc, atomic::Ordering};

use http::header;
use leptos::{hydration::HydrationScripts, nonce::Nonce, prelude::*};
use leptos_axum::ResponseOptions;

use super::{
    error_page, form,
    icon::Icon,
    page::set_header,
    shell::{SEEK, door, foot, rail, top},
};
use crate::{
    behalf, paths,
    request::{Request, Site},
    search::islands::SlashKey,
};

/// A place of the main menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Home.
    Home,
    /// The groups.
    Groups,
    /// The texts.
    Texts,
    /// The library.
    Library,
    /// What was published.
    Publications,
    /// What is put to the vote.
    Polls,
    /// The directory.
    Members,
    /// The toolbox and the glossary.
    Tools,
    /// The charter and the other framing texts.
    Charter,
    /// The tutorials.
    Tutorials,
    /// What administrators and the chair look after.
    Administration,
    /// One's own account.
    Account,
    /// Nowhere in the menu.
    Elsewhere,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shell {
    /// The rail for people signed in, the top bar for visitors.
    Usual,
    /// Sign in, invitation, installation.
    Door,
}

/// A page, ready to be written.
pub struct Document {
    title: String,
    description: Option<String>,
    place: Place,
    shell: Shell,
    islands: bool,
    script: Option<&'static str>,
    styles: bool,
    listed: bool,
    wide: bool,
    searching: bool,
    redirection: Option<String>,
    status: Option<u16>,
    help: Option<String>,
    view: AnyView,
}

impl Document {
    /// A page of that title.
    pub fn new(title: impl Into<String>, view: impl IntoView + 'static) -> Document {
        Document {
            title: title.into(),
            description: None,
            place: Place::Elsewhere,
            shell: Shell::Usual,
            islands: false,
            script: None,
            styles: false,
            listed: true,
            wide: false,
            searching: false,
            redirection: None,
            status: None,
            help: None,
            view: view.into_any(),
        }
    }

    /// Nothing to read: the answer leads elsewhere.
    pub fn blank() -> Document {
        Document::new(String::new(), ()).unlisted()
    }

    /// Leads to `path` instead of showing anything.
    pub fn redirect(path: impl Into<String>) -> Document {
        Document { redirection: Some(path.into()), ..Document::blank() }
    }

    pub(super) fn redirection(&self) -> Option<&str> {
        self.redirection.as_deref()
    }

    /// Answered with this status: a page of its own for something that is not there.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Document {
        self.status = Some(status);
        self
    }

    /// With the tutorial that helps on this page.
    #[must_use]
    pub(super) fn helped_by(mut self, address: Option<String>) -> Document {
        self.help = address;
        self
    }

    pub(super) fn status(&self) -> Option<u16> {
        self.status
    }

    /// In the menu, the current place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Document {
        self.place = place;
        self
    }

    /// A sentence for search engines and previews.
    #[must_use]
    pub fn described(mut self, description: impl Into<String>) -> Document {
        self.description = Some(description.into());
        self
    }

    /// In the shell of the door: sign in, invitation, installation.
    #[must_use]
    pub fn door(mut self) -> Document {
        self.shell = Shell::Door;
        self
    }

    /// With the script that wakes its islands. A page without islands must not ask for it.
    #[must_use]
    pub fn with_islands(mut self) -> Document {
        self.islands = true;
        self
    }

    /// With a script of `style/`, which improves a page that already works.
    #[must_use]
    pub fn with_script(mut self, name: &'static str) -> Document {
        self.script = Some(name);
        self
    }

    /// With the editor of texts: a script that writes style sheets of its own.
    #[must_use]
    pub fn with_editor(mut self) -> Document {
        self.styles = true;
        self.with_script("editor.js")
    }

    /// Out of search engines.
    #[must_use]
    pub fn unlisted(mut self) -> Document {
        self.listed = false;
        self
    }

    /// On the whole width, for the editor.
    #[must_use]
    pub fn wide(mut self) -> Document {
        self.wide = true;
        self
    }

    /// With a search of its own: the header only leads to that of everything.
    #[must_use]
    pub fn searching(mut self) -> Document {
        self.searching = true;
        self
    }

    /// As it is while one acts on behalf of somebody: every change is a form that says on behalf of whom it was filled in,
    /// and no script makes any.
    fn without_scripts(self) -> Document {
        Document { islands: false, script: None, styles: false, ..self }
    }

    pub(super) fn into_html(
        self,
        rq: &Request,
        nonce: Option<Nonce>,
        response: &ResponseOptions,
    ) -> impl IntoView + use<> {
        let document = if rq.cx.acting().is_some() { self.without_scripts() } else { self };
        document.written(rq, nonce, response)
    }

    fn written(
        self,
        rq: &Request,
        nonce: Option<Nonce>,
        response: &ResponseOptions,
    ) -> impl IntoView + use<> {
        provide_context(rq.site.clone());
        // Nothing but the islands is hydrated: no marks for a script are needed in the page.
        if let Some(shared) = Owner::current_shared_context() {
            shared.set_is_hydrating(false);
        }
        set_header(response, header::CONTENT_SECURITY_POLICY, &policy(&self, nonce.as_ref()));
        if rq.cx.actor.person().is_some() {
            // A shared computer of the town hall must not keep what one read.
            set_header(response, header::CACHE_CONTROL, "private, no-store");
        }
        set_header(response, header::VARY, "Cookie, Accept-Language");
        let words = &rq.words;
        let name = rq.council.as_ref().map(|c| c.name.clone()).unwrap_or_else(|| words.t("product"));
        let title = match self.title.as_str() {
            "" => name.clone(),
            title if title == name => name.clone(),
            title => say!(words, "document-title", page = title.to_owned(), council = name.clone()),
        };
        let assets = &rq.site.assets;
        let feed = rq.council.is_some().then(|| {
            view! { <link rel="alternate" type="application/atom+xml" href=paths::FEED title=name.clone()/> }
        });
        let class = match (self.shell, rq.cx.actor.person()) {
            (Shell::Door, _) => "door",
            (Shell::Usual, Some(_)) => "app",
            (Shell::Usual, None) => "public",
        };
        let robots = (!self.listed).then(|| view! { <meta name="robots" content="noindex"/> });
        let description = self.description.map(|text| view! { <meta name="description" content=text/> });
        let scripts = self.islands.then(|| scripts(&rq.site));
        let script = self.script.and_then(|name| assets.scripts.get(name).cloned());
        // The editor finds there the word that lets its style sheets in.
        let word = nonce.filter(|_| self.styles).map(|nonce| nonce.to_string());
        let script = script.map(|src| view! { <script src=src nonce=word defer></script> });
        let main_class = self.wide.then_some("wide");
        let skip = words.t("skip");
        let banner = behalf::part::banner(rq);
        let unsaid = rq.refused().filter(|refused| !refused.said.load(Ordering::Relaxed)).map(|refused| {
            let (title, text) = error_page::sentences(words, &refused.error);
            form::refusal(title, text)
        });
        let help = self.help.filter(|_| class == "app").map(|href| {
            view! { <p class="help no-print"><a class="go" href=href><Icon name="tutorial"/>" "{words.t("tutorials-help")}</a></p> }
        });
        let (top, foot) = match class {
            "app" => (rail(rq, self.place, self.searching).into_any(), ().into_any()),
            "public" => (top(rq, &name, self.place, self.searching).into_any(), foot(rq).into_any()),
            _ => (door(&name).into_any(), foot(rq).into_any()),
        };
        // Where there is a script anyway, a key leads to the search.
        let field = if self.searching { paths::SEARCH_FIELD } else { SEEK };
        let slash = (self.islands && class != "door").then(|| view! { <SlashKey field=field.to_owned()/> });
        view! {
            <!DOCTYPE html>
            <html lang=words.language.tag()>
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <meta name="color-scheme" content="light dark"/>
                    <title>{title}</title>
                    {description}
                    {robots}
                    <link rel="preload" href=assets.font.clone() r#as="font" type="font/woff2" crossorigin="anonymous"/>
                    <link rel="stylesheet" href=assets.style.clone()/>
                    <link rel="icon" href=assets.favicon.clone() type="image/svg+xml"/>
                    {feed}
                    {scripts}
                    {script}
                </head>
                <body class=class>
                    <a class="skip" href="#contenu">{skip}</a>
                    {top}
                    <main id="contenu" tabindex="-1" class=main_class>{banner}{unsaid}{self.view}{help}</main>
                    {foot}
                    {slash}
                </body>
            </html>
        }
    }
}

/// What the page may load: nothing from elsewhere, and a script only where one improves it.
fn policy(document: &Document, nonce: Option<&Nonce>) -> String {
    let script = match nonce.filter(|_| document.islands) {
        Some(nonce) => format!("script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'"),
        None if document.script.is_some() => "script-src 'self'".to_owned(),
        None => "script-src 'none'".to_owned(),
    };
    let style = match nonce.filter(|_| document.styles) {
        Some(nonce) => format!("style-src 'self' 'nonce-{nonce}'"),
        None => "style-src 'self'".to_owned(),
    };
    format!(
        "default-src 'none'; {script}; {style}; img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'; \
         manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
}

/// What the plainest page may load.
pub fn plain_policy() -> String {
    policy(&Document::blank(), None)
}

fn scripts(site: &Arc<Site>) -> impl IntoView + use<> {
    let options =
        LeptosOptions::builder().output_name(site.assets.islands.clone()).site_pkg_dir("assets").build();
    view! { <HydrationScripts options=options islands=true/> }
}

/// The initials of a name, for its face: « Odile Rambert », OR.
pub fn initials(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let ends = [words.first(), words.last().filter(|_| words.len() > 1)];
    ends.into_iter().flatten().filter_map(|w| w.chars().next()).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_have_two_letters() {
        assert_eq!(initials("Odile Rambert"), "OR");
        assert_eq!(initials("élise"), "É");
        assert_eq!(initials("Paul-André de La Tour"), "PT");
    }

    #[test]
    fn a_page_that_only_reads_runs_no_script() {
        let nonce = Nonce::new();
        let reading = || Document::new("", ());
        assert!(policy(&reading(), Some(&nonce)).contains("script-src 'none'"));
        assert!(policy(&reading().with_islands(), Some(&nonce)).contains("script-src 'self' 'nonce-"));
    }

    #[test]
    fn only_the_editor_writes_style_sheets() {
        let nonce = Nonce::new();
        assert!(
            policy(&Document::new("", ()).with_editor(), Some(&nonce)).contains("style-src 'self' 'nonce-")
        );
        assert!(policy(&Document::new("", ()).with_islands(), Some(&nonce)).contains("style-src 'self';"));
    }
}
