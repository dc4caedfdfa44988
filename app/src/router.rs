//! Every page of the product, on one screen.

use leptos::prelude::*;
use leptos_router::{
    SsrMode,
    components::{FlatRoutes, Route, Router},
    path,
};

use crate::{contributions, groups, home, publications, site, ui::page};

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
                <Route path=path!("/textes") view=at!(contributions::pages::list) ssr=SsrMode::Async/>
                <Route path=path!("/textes/nomme/:title") view=at!(contributions::pages::named) ssr=SsrMode::Async/>
                <Route path=path!("/groupes/:slug/contributions/nouvelle") view=at!(contributions::pages::new) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id") view=at!(contributions::pages::show) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/modifier") view=at!(contributions::pages::edit) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/auteurs") view=at!(contributions::pages::authors) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/historique") view=at!(contributions::pages::history) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/comparer") view=at!(contributions::pages::compare) ssr=SsrMode::Async/>
                <Route path=path!("/publications") view=at!(publications::pages::list) ssr=SsrMode::Async/>
                <Route path=path!("/publications/:number") view=at!(publications::pages::show) ssr=SsrMode::Async/>
                <Route path=path!("/accessibilite") view=at!(site::pages::accessibility) ssr=SsrMode::Async/>
                <Route path=path!("/donnees-personnelles") view=at!(site::pages::personal_data) ssr=SsrMode::Async/>
                <Route path=path!("/mentions") view=at!(site::pages::legal) ssr=SsrMode::Async/>
            </FlatRoutes>
        </Router>
    }
}
