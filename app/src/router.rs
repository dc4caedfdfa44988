//! Every page of the product, on one screen.

use leptos::prelude::*;
use leptos_router::{
    SsrMode,
    components::{FlatRoutes, Route, Router},
    path,
};

use crate::{groups, home, site, ui::page};

/// The application: the router and nothing around it, since each page writes its whole document.
#[component]
pub fn App() -> impl IntoView {
    macro_rules! at {
        ($fetch:path) => {
            || page($fetch)
        };
    }
    view! {
        <Router>
            <FlatRoutes fallback=at!(site::pages::not_found)>
                <Route path=path!("/") view=at!(home::pages::home) ssr=SsrMode::Async/>
                <Route path=path!("/groupes") view=at!(groups::pages::list) ssr=SsrMode::Async/>
                <Route path=path!("/groupes/nouveau") view=at!(groups::pages::new) ssr=SsrMode::Async/>
                <Route path=path!("/groupes/:slug") view=at!(groups::pages::show) ssr=SsrMode::Async/>
                <Route path=path!("/groupes/:slug/membres") view=at!(groups::pages::members) ssr=SsrMode::Async/>
                <Route path=path!("/groupes/:slug/modifier") view=at!(groups::pages::edit) ssr=SsrMode::Async/>
                <Route path=path!("/accessibilite") view=at!(site::pages::accessibility) ssr=SsrMode::Async/>
                <Route path=path!("/donnees-personnelles") view=at!(site::pages::personal_data) ssr=SsrMode::Async/>
                <Route path=path!("/mentions") view=at!(site::pages::legal) ssr=SsrMode::Async/>
            </FlatRoutes>
        </Router>
    }
}
