//! From a session to an actor: who asks, in which language, for this very request.

use std::{net::SocketAddr, sync::Arc};

use app::{error::AppError, request::Site};
use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, header},
    middleware::Next,
    response::Response,
};
use backend::{Backend, Cx, people::SignedIn, sessions};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{Actor, Language};
use tower_sessions::Session;

use super::explain::cannot;

/// What this layer needs.
#[derive(Clone)]
pub struct Identify {
    /// The backend.
    pub backend: Backend,
    /// What pages need.
    pub site: Arc<Site>,
    /// How many proxies in front are trusted.
    pub trusted_proxies: usize,
    /// Whether people reach the site over https only.
    pub https: bool,
}

/// Puts the context of the request where pages and actions find it.
pub async fn identify(
    State(state): State<Identify>,
    session: Session,
    mut request: Request,
    next: Next,
) -> Response {
    let fallback = preferred_language(request.headers(), state.https);
    let mut cx = state.backend.cx(Actor::Visitor, fallback);
    match person(&cx, &session).await {
        Ok(Some(known)) => {
            keep_open(&session, known.seen_at, cx.now).await;
            cx.actor = known.actor;
            cx.acts(known.acting);
            cx.language = known.language.unwrap_or(fallback);
        }
        Ok(None) => {}
        // Whoever cannot be known is not taken for a visitor: they would be told that what they read is not there.
        Err(error) => return cannot(&state.site, request, fallback, &AppError::of(&cx, error)).await,
    }
    let address = app::session::ClientAddress(client_address(&request, state.trusted_proxies));
    cx.comes_from(&address.0);
    if !request.method().is_safe() {
        cx.filled_in_for(app::behalf::filled_in_for(request.uri()));
    }
    let extensions = request.extensions_mut();
    extensions.insert(cx);
    extensions.insert(state.site);
    extensions.insert(address);
    next.run(request).await
}

/// Whose session it is. The session itself is left unread, unless it is over: reading it then takes the cookie back.
async fn person(cx: &Cx, session: &Session) -> backend::Result<Option<SignedIn>> {
    let Some(id) = session.id() else { return Ok(None) };
    let known = backend::people::signed_in(cx, &sessions::key(&id)).await?;
    if known.is_none() {
        let _ = session.get::<i64>(sessions::USER).await;
    }
    Ok(known)
}

/// A session that is used stays open: its end moves on, written once an hour at most.
async fn keep_open(session: &Session, seen_at: DateTime<Utc>, now: DateTime<Utc>) {
    if now - seen_at >= TimeDelta::hours(1)
        && let Err(error) = session.insert(sessions::SEEN, now.timestamp()).await
    {
        tracing::warn!(%error, "the last use of a session cannot be noted");
    }
}

/// The language a visitor chose here, or else the first one their browser asks for that we have.
fn preferred_language(headers: &HeaderMap, https: bool) -> Language {
    let name = app::site::language_cookie(https);
    let chosen = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|cookie| cookie.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(known, tag)| if known == name { Language::from_tag(tag) } else { None });
    chosen.or_else(|| asked_language(headers)).unwrap_or_default()
}

/// The first language that is asked for and that we have.
pub(crate) fn asked_language(headers: &HeaderMap) -> Option<Language> {
    let wanted = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    wanted.split(',').find_map(|tag| Language::from_tag(tag.split(';').next()?.trim()))
}

/// The address of whoever asks: the connection's, or the one that the trusted proxies saw.
///
/// Each proxy adds the address it sees at the end of `X-Forwarded-For`; what stands before was typed by the client.
pub(crate) fn client_address(request: &Request, trusted_proxies: usize) -> String {
    let connection =
        || request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_string());
    let forwarded = || {
        let seen: Vec<&str> = request
            .headers()
            .get_all("x-forwarded-for")
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .map(str::trim)
            .collect();
        let index = seen.len().checked_sub(trusted_proxies)?;
        seen.get(index).map(|address| (*address).to_owned())
    };
    let address = if trusted_proxies == 0 { connection() } else { forwarded().or_else(connection) };
    address.unwrap_or_else(|| "unknown".to_owned())
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn request(forwarded: &str) -> Request {
        let mut request =
            Request::builder().header("x-forwarded-for", forwarded).body(Body::empty()).expect("valid");
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([10, 0, 0, 9], 4000))));
        request
    }

    #[test]
    fn only_what_trusted_proxies_saw_is_believed() {
        assert_eq!(client_address(&request("1.2.3.4"), 0), "10.0.0.9");
        assert_eq!(client_address(&request("6.6.6.6, 1.2.3.4"), 1), "1.2.3.4");
        assert_eq!(client_address(&request("6.6.6.6, 1.2.3.4, 10.0.0.1"), 2), "1.2.3.4");
        assert_eq!(client_address(&request("1.2.3.4"), 2), "10.0.0.9");
    }

    #[test]
    fn the_chosen_language_wins_over_the_browser_s() {
        let headers = |cookie: &'static str, accept: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, cookie.parse().expect("valid"));
            headers.insert(header::ACCEPT_LANGUAGE, accept.parse().expect("valid"));
            headers
        };
        let preferred = |cookie, accept| preferred_language(&headers(cookie, accept), false);
        assert_eq!(preferred("a=b; langue=fr", "en"), Language::French);
        assert_eq!(preferred("a=b", "de, en-GB;q=0.8, fr;q=0.2"), Language::English);
        assert_eq!(preferred("langue=xx", "de"), Language::French);
    }

    #[test]
    fn over_https_only_this_site_says_which_language_was_chosen() {
        let with = |cookie: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, cookie.parse().expect("valid"));
            preferred_language(&headers, true)
        };
        assert_eq!(with("langue=fr; __Host-langue=en"), Language::English);
        assert_eq!(with("langue=en"), Language::French, "another site of the domain could have written it");
    }
}
