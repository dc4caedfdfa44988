//! Each request is counted and logged: its number, the pattern of its route, its status, how long it took. Never its
//! address, which may hold what somebody looks for or the token of a link.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use tracing::Instrument;

use crate::metrics::Requests;

/// What this layer needs.
#[derive(Clone)]
pub struct Observe {
    /// What is counted.
    pub requests: Requests,
    routes: Arc<matchit::Router<Arc<str>>>,
    numbers: Arc<AtomicU64>,
}

impl std::fmt::Debug for Observe {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Observe").finish_non_exhaustive()
    }
}

/// Where requests for nothing that exists are counted.
const ELSEWHERE: &str = "elsewhere";

impl Observe {
    /// For these patterns of routes.
    pub fn new(patterns: impl IntoIterator<Item = String>) -> Observe {
        let mut routes = matchit::Router::new();
        for pattern in patterns {
            // One that says the same as another is counted with it.
            let _ = routes.insert(pattern.clone(), Arc::from(pattern.as_str()));
        }
        Observe {
            requests: Requests::default(),
            routes: Arc::new(routes),
            numbers: Arc::new(AtomicU64::new(1)),
        }
    }

    fn route(&self, path: &str) -> Arc<str> {
        self.routes.at(path).map_or_else(|_| ELSEWHERE.into(), |found| found.value.clone())
    }
}

/// Counts and logs a request.
pub async fn observe(State(observe): State<Observe>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let (route, method) = (observe.route(request.uri().path()), request.method().clone());
    let number = observe.numbers.fetch_add(1, Ordering::Relaxed);
    let span = tracing::info_span!("request", number, %method, route = &*route);
    let response = next.run(request).instrument(span.clone()).await;
    let (took, status) = (began.elapsed(), response.status().as_u16());
    let milliseconds = u64::try_from(took.as_millis()).unwrap_or_default();
    span.in_scope(|| {
        // What watches and what never changes would hide the rest.
        if matches!(&*route, "/healthz" | "/readyz" | "/metrics") || route.starts_with(crate::assets::FOLDER)
        {
            tracing::debug!(status, milliseconds, "answered");
        } else {
            tracing::info!(status, milliseconds, "answered");
        }
    });
    observe.requests.count(route, &method, status, took);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_known_by_its_pattern_only() {
        let observe = Observe::new(["/invitation/{token}".to_owned(), "/recherche".to_owned()]);
        assert_eq!(&*observe.route("/invitation/secret"), "/invitation/{token}");
        assert_eq!(&*observe.route("/recherche"), "/recherche");
        assert_eq!(&*observe.route("/jeanne@exemple.fr"), ELSEWHERE);
    }
}
