//! The web server: every layer and route, assembled once.

use std::{
    pin::Pin,
    sync::{Arc, OnceLock},
};

use app::{request::Site, router::App};
use axum::{
    Router,
    body::Body,
    extract::FromRef,
    http::{Method, Request, StatusCode, Uri, request::Parts},
    middleware::from_fn_with_state,
    response::{IntoResponse, Response},
    routing::get,
};
use backend::{Backend, Cx, sessions::Sessions};
use futures::{Stream, StreamExt, stream};
use leptos::prelude::{IntoView, LeptosOptions, RenderHtml};
use leptos_axum::{AxumRouteListing, LeptosRoutes, generate_route_list};
use tower::ServiceExt;
use tower_http::{
    CompressionLevel,
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, DefaultPredicate, Predicate},
    csrf::CsrfLayer,
};
use tower_sessions::{Expiry, SessionManagerLayer, cookie::SameSite};

use crate::{
    assets,
    captioner::Captioner,
    drafter::Drafter,
    middleware::{
        explain::explain,
        headers::{Https, headers},
        identify::{Identify, identify},
        observe::{self, Observe},
    },
    notary::Notary,
    own_process::OwnProcess,
    painter::Painter,
    routes::{
        action,
        api::{self, Api},
        file::UnlessAsItIs,
        health,
        metrics::{self, Metrics},
    },
};

/// A session ends after so many days without a visit.
const SESSION_DAYS: i64 = 14;

/// What the routes share.
#[derive(Clone, FromRef)]
pub struct AppState {
    /// The backend.
    pub backend: Backend,
    /// The pages, to show one from within.
    pub pages: Pages,
    /// Who draws pictures of files.
    pub painter: Painter,
    /// Who reads captions.
    pub captioner: Captioner,
    /// Who reads files as texts.
    pub drafter: Drafter,
    /// Who makes documents while somebody waits.
    pub notary: Notary,
}

/// The pages of the product, so that an answer other than a page can be one: a refused form, a failure.
#[derive(Clone, Default)]
pub struct Pages(Arc<OnceLock<Router>>);

impl Pages {
    /// The page at `path`, asked for by the person of `parts`, with what was left in its extensions.
    pub async fn show(&self, mut parts: Parts, path: &str) -> Response {
        parts.method = Method::GET;
        if let Some(cx) = parts.extensions.get_mut::<Cx>() {
            cx.only_shows();
        }
        parts.uri = path.parse().unwrap_or_else(|_| Uri::from_static("/"));
        let Some(router) = self.0.get() else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
        let request = Request::from_parts(parts, Body::empty());
        match router.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        }
    }
}

/// How the site is reached and what stands before it.
#[derive(Clone, Debug)]
pub struct Front {
    /// What pages need to know.
    pub site: Arc<Site>,
    /// Whether people reach it over https only.
    pub https: bool,
    /// How many proxies in front are trusted.
    pub trusted_proxies: usize,
    /// The program that looks into files: this one.
    pub program: OwnProcess,
    /// What opens `/metrics` from elsewhere than this machine.
    pub metrics_token: Option<String>,
}

/// The patterns of every route, by which requests are counted.
fn patterns() -> impl Iterator<Item = String> {
    let pages = pages().into_iter().map(|page| page.path().to_owned());
    let actions = server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned());
    let ours = crate::routes::DOWNLOADS.into_iter().chain(crate::routes::UPLOADS).map(str::to_owned);
    let ours = ours.chain(api::patterns());
    let rest = ["/healthz", "/readyz", "/metrics", "/assets/{*file}", "/publications/{name}"];
    pages.chain(actions).chain(ours).chain(rest.into_iter().map(str::to_owned))
}

/// The pages that Leptos knows, for the table of who gets what.
pub fn pages() -> Vec<AxumRouteListing> {
    generate_route_list(App)
}

/// Writes a page, whole.
///
/// Leptos would add scripts after it, which hand over the resources that a hydrated page resolves: islands have their
/// properties in their own tags and need none of it.
async fn render(request: Request<Body>) -> Response {
    leptos_axum::handle_response_inner(
        || {},
        App,
        request,
        |page, _scripts, _| {
            Box::pin(async move {
                let html: String = page.into_view().to_html_stream_in_order().collect().await;
                Box::pin(stream::once(async move { html })) as Pin<Box<dyn Stream<Item = String> + Send>>
            })
        },
    )
    .await
}

/// Files are sent as they are; the rest is compressed when it is worth it.
fn as_it_is() -> impl Predicate {
    DefaultPredicate::new().and(UnlessAsItIs)
}

/// The whole site.
pub fn router(backend: Backend, front: Front) -> Router {
    let pages = Pages::default();
    let observing = Observe::new(patterns());
    let figures = Metrics {
        backend: backend.clone(),
        requests: observing.requests.clone(),
        token: front.metrics_token,
        hidden_proxy: front.https && front.trusted_proxies == 0,
    };
    let (painter, captioner) = (Painter::new(front.program.clone()), Captioner::new(front.program.clone()));
    let drafter = Drafter::new(front.program.clone());
    let notary = Notary::new(front.program);
    let state =
        AppState { backend: backend.clone(), pages: pages.clone(), painter, captioner, drafter, notary };
    let page_routes: Router = Router::new()
        .leptos_routes_with_handler(generate_route_list(App), render)
        .fallback(render)
        .with_state(LeptosOptions::builder().output_name("app").build());
    // Set once, here: the pages never change while the program runs.
    let _ = pages.0.set(page_routes.clone());

    let sessions = SessionManagerLayer::new(Sessions(backend.clone()))
        .with_name(if front.https { "__Host-preau" } else { "preau" })
        .with_secure(front.https)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/")
        .with_expiry(Expiry::OnInactivity(time::Duration::days(SESSION_DAYS)));
    // Pages list what programs can ask.
    let site = Arc::new(Site { endpoints: api::endpoints(), ..(*front.site).clone() });
    backend.webhooks().reached_at(&site.base_url);
    let identity = Identify {
        backend: backend.clone(),
        site,
        trusted_proxies: front.trusted_proxies,
        https: front.https,
    };

    let people = Router::new()
        .route("/api/{*function}", get(action::back).post(action::action))
        .with_state(state.clone())
        .merge(crate::routes::downloads(&state))
        .merge(crate::routes::uploads(&state))
        .fallback_service(page_routes)
        .layer(CatchPanicLayer::new())
        .layer(CsrfLayer::new())
        .layer(from_fn_with_state(pages, explain))
        .layer(from_fn_with_state(identity, identify))
        .layer(sessions)
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(as_it_is()));

    Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .with_state(state)
        .route("/metrics", get(metrics::metrics).with_state(figures))
        .merge(assets::routes())
        .merge(api::router(Api { backend, trusted_proxies: front.trusted_proxies }))
        .fallback_service(people)
        .layer(from_fn_with_state(Https(front.https), headers))
        .layer(from_fn_with_state(observing, observe::observe))
}
