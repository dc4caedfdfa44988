//! The whole site over a backend of its own, visited by the cast.

pub mod charter;
pub mod files;
pub mod provider;
pub mod reports;
pub mod things;

use std::{collections::BTreeMap, sync::Arc};

use app::request::Site;
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, HeaderName, Request, StatusCode, header},
};
use backend::{
    Backend,
    accounts::providers::Providers,
    files::FileStore,
    sessions::{self, Sessions},
    testing::{Cast, Person, Scene, TestBackend},
};
use chrono::{DateTime, Utc};
use domain::ids::UserId;
use server::{
    own_process::OwnProcess,
    web::{Front, router},
};
use tower::ServiceExt;
use tower_sessions::{
    SessionStore,
    session::{Id, Record},
};

/// The site, its backend and its cast.
pub struct Visit {
    /// The backend behind the site.
    pub test: TestBackend,
    /// The people and groups.
    pub cast: Cast,
    router: Router,
}

/// An answer, read whole.
#[derive(Debug)]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body, as text.
    pub text: String,
}

impl Answer {
    /// Where it leads.
    pub fn location(&self) -> &str {
        self.header(header::LOCATION)
    }

    /// One of its headers; empty if it has none of that name.
    pub fn header(&self, name: HeaderName) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The cookie of this name that it sets, with its value.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let all = self.headers.get_all(header::SET_COOKIE).iter().filter_map(|line| line.to_str().ok());
        let mut pairs = all.filter_map(|line| line.split(';').next());
        pairs.find(|pair| pair.split_once('=').is_some_and(|(known, _)| known == name)).map(str::to_owned)
    }

    /// The text of its title of level one.
    pub fn h1(&self) -> String {
        let start = self.text.find("<h1").map_or("", |at| &self.text[at..]);
        let inner = start.split_once('>').map_or("", |(_, rest)| rest);
        let inner = inner.split("</h1>").next().unwrap_or_default();
        let mut text = String::new();
        let mut inside_tag = false;
        for c in inner.chars() {
            match c {
                '<' => inside_tag = true,
                '>' => inside_tag = false,
                c if !inside_tag => text.push(c),
                _ => {}
            }
        }
        text
    }
}

impl Visit {
    /// A council with its cast.
    pub async fn new() -> Visit {
        let (test, cast) = TestBackend::with_cast().await;
        Visit::of(test, cast)
    }

    /// The same council and cast, later.
    pub async fn again(scene: &Scene, cast: Cast) -> Visit {
        Visit::of(scene.play().await, cast)
    }

    fn of(test: TestBackend, cast: Cast) -> Visit {
        let router = site(&test);
        Visit { test, cast, router }
    }

    /// The same council, whose files are kept elsewhere.
    pub fn with_files(self, files: FileStore) -> Visit {
        let router = site_over(self.test.backend.with_files(files));
        Visit { router, ..self }
    }

    /// The same council, with these sign-in services.
    pub fn with_providers(self, providers: Providers) -> Visit {
        let router = site_over(self.test.backend.with_providers(providers));
        Visit { router, ..self }
    }

    /// Opens a session, and gives its cookie.
    pub async fn session(&self, user: UserId) -> String {
        self.session_proved_at(user, self.test.backend.now()).await
    }

    /// Opens a session whose person proved who they are at some moment.
    pub async fn session_proved_at(&self, user: UserId, at: DateTime<Utc>) -> String {
        let proved = (app::session::PROVED.to_owned(), at.timestamp().into());
        let mut record = Record {
            id: Id::default(),
            data: [(sessions::USER.to_owned(), user.0.into()), proved].into(),
            expiry_date: time::OffsetDateTime::from_unix_timestamp(
                self.test.backend.now().timestamp() + 86_400,
            )
            .expect("a moment"),
        };
        Sessions(self.test.backend.clone()).create(&mut record).await.expect("a session");
        format!("preau={}", record.id)
    }

    /// Asks for a page.
    pub async fn get(&self, path: &str, cookie: Option<&str>) -> Answer {
        self.ask(Request::get(path), cookie, "text/html", Body::empty()).await
    }

    /// Posts a form as a browser without script does.
    pub async fn post(&self, path: &str, cookie: Option<&str>, form: &[(&str, &str)]) -> Answer {
        self.post_as(path, cookie, form, "text/html").await
    }

    /// Posts a form that stands on `page`, as a browser without script does.
    pub async fn post_from(
        &self,
        page: &str,
        path: &str,
        cookie: Option<&str>,
        form: &[(&str, &str)],
    ) -> Answer {
        self.post(&app::paths::posting_from(path, page), cookie, form).await
    }

    /// Posts a form, asking for an answer of that type.
    pub async fn post_as(
        &self,
        path: &str,
        cookie: Option<&str>,
        form: &[(&str, &str)],
        accept: &str,
    ) -> Answer {
        let body: Vec<String> = form
            .iter()
            .map(|(name, value)| format!("{}={}", app::paths::segment(name), app::paths::segment(value)))
            .collect();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.ask(request, cookie, accept, Body::from(body.join("&"))).await
    }

    /// Sends a request as it is.
    pub async fn ask(
        &self,
        request: http::request::Builder,
        cookie: Option<&str>,
        accept: &str,
        body: Body,
    ) -> Answer {
        let mut request = request.header(header::ACCEPT, accept).header(header::ACCEPT_LANGUAGE, "fr");
        if let Some(cookie) = cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let request = request.body(body).expect("a valid request");
        let response = self.router.clone().oneshot(request).await.expect("infallible");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("a body");
        Answer {
            status: parts.status,
            headers: parts.headers,
            // Between views of any type Leptos writes an empty comment, which nobody reads.
            text: String::from_utf8_lossy(&bytes).replace("<!>", ""),
        }
    }
}

/// The site over a backend.
pub fn site(test: &TestBackend) -> Router {
    site_over(test.backend.clone())
}

fn site_over(backend: Backend) -> Router {
    let site = Site { base_url: "https://conseil.example".to_owned(), ..Site::default() };
    let program = OwnProcess::new(env!("CARGO_BIN_EXE_preau").into());
    router(
        backend,
        Front { site: Arc::new(site), https: false, trusted_proxies: 0, program, metrics_token: None },
    )
}

/// Whose answers the tables of expected answers give, in the order of their columns.
pub const PERSONS: [&str; 7] =
    ["visitor", "other", "member", "facilitator", "chair", "administrator", "suspended"];

/// Who of the cast stands in the tables of expected answers, beside a visitor.
pub fn in_tables(cast: &Cast) -> [(&'static str, Person); 6] {
    [
        ("other", cast.other),
        ("member", cast.member),
        ("facilitator", cast.facilitator),
        ("chair", cast.chair),
        ("administrator", cast.administrator),
        ("suspended", cast.suspended),
    ]
}

/// Sessions by the name of the person, for tables of expected answers.
pub async fn sessions_of(visit: &Visit) -> BTreeMap<&'static str, Option<String>> {
    let mut sessions = BTreeMap::from([("visitor", None)]);
    for (name, person) in in_tables(&visit.cast) {
        sessions.insert(name, Some(visit.session(person.id).await));
    }
    sessions
}
