//! One request for a page: who asks, for what, with what was refused just before.

use std::sync::{Arc, atomic::AtomicBool};

use backend::{Cx, council::Council};
use domain::Language;
use http::request::Parts;

use crate::{
    error::AppError,
    ui::form::Form,
    words::{Values, Words},
};

/// The names that the style sheet, the icons, the font and the islands have in this build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assets {
    /// Address of the style sheet.
    pub style: String,
    /// Address of the sprite.
    pub icons: String,
    /// Address of the mark in the tab.
    pub favicon: String,
    /// Address of the font to preload.
    pub font: String,
    /// What Leptos calls the output name of the islands, without folder nor suffix.
    pub islands: String,
    /// Addresses of the scripts, by the name they have in `style/`.
    pub scripts: std::collections::BTreeMap<String, String>,
}

/// A form that was refused, so that its page is shown again with what was typed.
#[derive(Clone, Debug)]
pub struct Refused {
    /// The server function it was posted to.
    pub action: String,
    /// What was typed, field by field.
    pub values: Vec<(String, String)>,
    /// Why it was refused.
    pub error: AppError,
    /// Whether the page has said so. A page that no longer holds the form gets it said on top.
    pub said: Arc<AtomicBool>,
}

/// Characters from which what was typed is worth keeping.
const WORTH_KEEPING: usize = 60;

impl Refused {
    /// The texts that were typed, as opposed to short answers and choices; never a password.
    pub fn texts(&self) -> Vec<&str> {
        let worth_keeping = |name: &str, value: &str| {
            let secret = ["password", "token", "credential"].iter().any(|word| name.contains(word));
            !secret && value.chars().count() >= WORTH_KEEPING
        };
        let texts = self.values.iter().filter(|(name, value)| worth_keeping(name, value));
        texts.map(|(_, value)| value.as_str()).collect()
    }
}

/// A failure that happened before any page: too large a post, a post from another site, a panic.
#[derive(Clone, Debug)]
pub struct Failure(pub AppError);

/// The settings that pages need.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// Where this installation is reached, without a final slash.
    pub base_url: String,
    /// The files of this build.
    pub assets: Assets,
    /// What programs can ask, for the page that lists it.
    pub endpoints: Arc<[crate::api::Endpoint]>,
}

/// A request for a page. Every page takes one, and fetches through [`Request::cx`].
#[derive(Clone)]
pub struct Request {
    /// Who asks, when.
    pub cx: Cx,
    /// The sentences, in their language, with the council's words.
    pub words: Words,
    /// The council, once installed.
    pub council: Option<Arc<Council>>,
    /// The settings.
    pub site: Arc<Site>,
    // Views take it with them: what is long is shared.
    parts: Arc<Parts>,
    params: Arc<[(String, String)]>,
    query: Arc<[(String, String)]>,
}

impl Request {
    /// From what the middleware left in the request.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn new(parts: Parts, params: Vec<(String, String)>) -> backend::Result<Request> {
        let missing = || backend::Error::unexpected("the middleware did not run");
        let cx = parts.extensions.get::<Cx>().cloned().ok_or_else(missing)?;
        let site = parts.extensions.get::<Arc<Site>>().cloned().ok_or_else(missing)?;
        let council = backend::council::current(&cx).await?;
        let words = Words::new(cx.language, council.clone());
        let query = parts.uri.query().map(|raw| pairs(raw.as_bytes())).unwrap_or_default().into();
        let (parts, params) = (Arc::new(parts), params.into());
        Ok(Request { cx, words, council, site, parts, params, query })
    }

    /// The same, whose many queries show one moment and cost one connection. Not for a page that may write.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn reading_together(self) -> backend::Result<Request> {
        let cx = self.cx.reading_together().await?;
        Ok(Request { cx, ..self })
    }

    /// The path asked for, with its query.
    pub fn path(&self) -> &str {
        self.parts.uri.path_and_query().map_or("/", |p| p.as_str())
    }

    /// What the browser sent besides.
    pub fn headers(&self) -> &http::HeaderMap {
        &self.parts.headers
    }

    /// A part of the path, such as `slug`; empty if the route has none of that name.
    pub fn param(&self, name: &str) -> &str {
        find(&self.params, name).unwrap_or_default()
    }

    /// How many parts of the path are names, which the route leaves open.
    pub fn changing(&self) -> usize {
        self.params.len()
    }

    /// A part of the path, read as an identifier.
    ///
    /// # Errors
    /// `NotFound`, since nothing is at such an address.
    pub fn id<T: std::str::FromStr>(&self, name: &str) -> backend::Result<T> {
        self.param(name).parse().map_err(|_| domain::Refusal::NotFound.into())
    }

    /// A value of the query; `None` if absent or blank.
    pub fn query(&self, name: &str) -> Option<&str> {
        find(&self.query, name).map(str::trim).filter(|v| !v.is_empty())
    }

    /// All the values of that name in the query, in their order.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.query.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// The page of a list asked for with `?page=`.
    pub fn page_number(&self) -> backend::PageNumber {
        backend::PageNumber::parse(self.query("page"))
    }

    /// This page's address with one value of its query replaced, or removed by `None`, back on the first page.
    pub fn with_query(&self, name: &str, value: Option<&str>) -> String {
        let mut query: Vec<(&str, &str)> = self
            .query
            .iter()
            .map(|(n, v)| (n.as_str(), v.as_str()))
            .filter(|(n, _)| *n != name && *n != "page")
            .collect();
        query.extend(value.map(|v| (name, v)));
        self.address(&query)
    }

    /// This page's address at another page of its list.
    pub fn with_page(&self, number: u64) -> String {
        let number = number.to_string();
        let mut query: Vec<(&str, &str)> =
            self.query.iter().map(|(n, v)| (n.as_str(), v.as_str())).filter(|(n, _)| *n != "page").collect();
        if number != "1" {
            query.push(("page", &number));
        }
        self.address(&query)
    }

    fn address(&self, query: &[(&str, &str)]) -> String {
        let path = self.parts.uri.path();
        let query: Vec<String> = query
            .iter()
            .map(|(n, v)| format!("{}={}", crate::paths::segment(n), crate::paths::segment(v)))
            .collect();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
    }

    /// The state of the form posted to `action`: blank, or as typed with its errors.
    pub fn form(&self, action: &'static str) -> Form {
        let refused = self.parts.extensions.get::<Refused>().filter(|r| r.action == action);
        let form = Form::new(action, self.path().to_owned(), refused.cloned(), self.words.clone());
        form.filled_in_for(self.cx.acting().map(|acting| acting.id))
    }

    /// Where a form that stands on `page` is posted, for those that are not written by `FormView`.
    pub fn posting_from(&self, action: &str, page: &str) -> String {
        let acting = self.cx.acting().map(|acting| acting.id);
        crate::paths::filled_in_for(crate::paths::posting_from(action, page), acting)
    }

    /// The form that was just refused, whichever it was.
    pub fn refused(&self) -> Option<&Refused> {
        self.parts.extensions.get::<Refused>()
    }

    /// What failed before this page, if it is shown because of that.
    pub fn failure(&self) -> Option<&AppError> {
        self.parts.extensions.get::<Failure>().map(|f| &f.0)
    }

    /// Something the middleware left in the request, such as the session.
    pub fn extension<T: Send + Sync + Clone + 'static>(&self) -> Option<T> {
        self.parts.extensions.get::<T>().cloned()
    }

    /// A sentence about mails that were sent; where the site sends none, the one that says who hands them over.
    pub fn of_mails(&self, key: &str, values: &Values) -> String {
        let here = self.cx.backend.mail().stays_here();
        let said = here.then(|| self.words.find(&format!("{key}-here"), values)).flatten();
        said.unwrap_or_else(|| self.words.fill(key, values))
    }

    /// The language of the page.
    pub fn language(&self) -> Language {
        self.cx.language
    }
}

fn find<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    pairs.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
}

/// The pairs of a form or query in `application/x-www-form-urlencoded`.
pub fn pairs(encoded: &[u8]) -> Vec<(String, String)> {
    let decode = |text: &[u8]| {
        let spaced: Vec<u8> = text.iter().map(|b| if *b == b'+' { b' ' } else { *b }).collect();
        percent_encoding::percent_decode(&spaced).decode_utf8_lossy().into_owned()
    };
    encoded
        .split(|b| *b == b'&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let mut halves = pair.splitn(2, |b| *b == b'=');
            (decode(halves.next().unwrap_or_default()), decode(halves.next().unwrap_or_default()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn forms_are_decoded() {
        let pairs = pairs("title=L%E2%80%99%C3%A9t%C3%A9+2026&empty=&bare".as_bytes());
        let expected = [("title", "L’été 2026"), ("empty", ""), ("bare", "")];
        assert_eq!(pairs, expected.map(|(n, v)| (n.to_owned(), v.to_owned())));
    }
}
