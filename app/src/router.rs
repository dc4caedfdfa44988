//! Every page of the product, on one screen.

use leptos::prelude::*;
use leptos_router::{
    SsrMode,
    components::{FlatRoutes, Route, Router},
    path,
};

use crate::{
    accounts, administration, api, backups, behalf, charter, contributions, council, declarations,
    delegations, discussions, feed, glossary, groups, handovers, home, installation, journal, library,
    moderation, people, personal_data, polls, printing, publications, search, site, toolbox, tutorials,
    ui::page, webhooks, welcome,
};

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
                <Route path=path!("/actualites") view=at!(feed::pages::everywhere) ssr=SsrMode::Async/>
                <Route path=path!("/groupes/:slug/fil") view=at!(feed::pages::of_group) ssr=SsrMode::Async/>
                <Route path=path!("/groupes/:slug/passation") view=at!(handovers::pages::of_group) ssr=SsrMode::Async/>
                <Route path=path!("/sur-papier") view=at!(behalf::pages::list) ssr=SsrMode::Async/>
                <Route path=path!("/sur-papier/:id") view=at!(behalf::pages::person) ssr=SsrMode::Async/>
                <Route path=path!("/mon-compte/en-mon-nom") view=at!(behalf::pages::mine) ssr=SsrMode::Async/>
                <Route path=path!("/mon-compte/delegations") view=at!(delegations::pages::list) ssr=SsrMode::Async/>
                <Route path=path!("/mon-compte/delegations/:role") view=at!(delegations::pages::give) ssr=SsrMode::Async/>
                <Route path=path!("/mon-compte/passation") view=at!(handovers::pages::of_chair) ssr=SsrMode::Async/>
                <Route path=path!("/groupes/:slug/demande") view=at!(groups::pages::ask) ssr=SsrMode::Async/>
                <Route path=path!("/groupes/:slug/clore") view=at!(groups::pages::close) ssr=SsrMode::Async/>
                <Route path=path!("/groupes/:slug/reprise") view=at!(groups::pages::reopen) ssr=SsrMode::Async/>
                <Route path=path!("/connexion/code") view=at!(accounts::pages::second_step) ssr=SsrMode::Async/>
                <Route path=path!("/connexion/codes") view=at!(accounts::pages::arriving) ssr=SsrMode::Async/>
                <Route path=path!("/connexion/lien") view=at!(accounts::pages::ask_link) ssr=SsrMode::Async/>
                <Route path=path!("/connexion/lien/:token") view=at!(accounts::pages::link) ssr=SsrMode::Async/>
                <Route path=path!("/connexion/cle") view=at!(accounts::pages::sign_in_by_passkey) ssr=SsrMode::Async/>
                <Route path=path!("/connexion/:provider/aller") view=at!(accounts::pages::leave) ssr=SsrMode::Async/>
                <Route path=path!("/connexion/:provider/retour") view=at!(accounts::pages::back) ssr=SsrMode::Async/>
                <Route path=path!("/mon-compte/confirmer") view=at!(accounts::pages::prove) ssr=SsrMode::Async/>
                <Route path=path!("/mon-compte/securite") view=at!(accounts::pages::security) ssr=SsrMode::Async/>
                <Route path=path!("/mon-compte/securite/codes") view=at!(accounts::pages::codes) ssr=SsrMode::Async/>
                <Route path=path!("/mon-compte/securite/secours") view=at!(accounts::pages::recovery) ssr=SsrMode::Async/>
                <Route path=path!("/mon-compte/securite/cle") view=at!(accounts::pages::add_passkey) ssr=SsrMode::Async/>
                <Route path=path!("/mon-compte/securite/cle/:id") view=at!(accounts::pages::passkey) ssr=SsrMode::Async/>
                <Route path=path!("/mon-compte/groupes") view=at!(groups::pages::mine) ssr=SsrMode::Async/>
                <Route path=path!("/textes") view=at!(contributions::pages::list) ssr=SsrMode::Async/>
                <Route path=path!("/textes/nomme/:title") view=at!(contributions::pages::named) ssr=SsrMode::Async/>
                <Route path=path!("/groupes/:slug/contributions/fichier") view=at!(contributions::pages::from_file) ssr=SsrMode::Async/>
                <Route path=path!("/groupes/:slug/contributions/nouvelle") view=at!(contributions::pages::new) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id") view=at!(contributions::pages::show) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/images") view=at!(contributions::pages::images) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/fichier") view=at!(contributions::pages::files) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/modifier") view=at!(contributions::pages::edit) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/auteurs") view=at!(contributions::pages::authors) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/historique") view=at!(contributions::pages::history) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/historique/:version") view=at!(contributions::pages::version) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/passages") view=at!(contributions::pages::passages) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/comparer") view=at!(contributions::pages::compare) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/suggestions") view=at!(contributions::pages::suggestions::list) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/suggestions/:suggestion") view=at!(contributions::pages::suggestions::one) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/commentaires") view=at!(contributions::pages::comments::list) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/commentaires/:comment") view=at!(contributions::pages::comments::one) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/commenter") view=at!(contributions::pages::comments::choose) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/suggerer") view=at!(contributions::pages::suggestions::suggest) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/suggerer/copie") view=at!(contributions::pages::suggestions::copy) ssr=SsrMode::Async/>
                <Route path=path!("/groupes/:slug/discussions") view=at!(discussions::pages::list) ssr=SsrMode::Async/>
                <Route path=path!("/groupes/:slug/discussions/nouvelle") view=at!(discussions::pages::new) ssr=SsrMode::Async/>
                <Route path=path!("/groupes/:slug/discussions/:id") view=at!(discussions::pages::show) ssr=SsrMode::Async/>
                <Route path=path!("/groupes/:slug/discussions/:id/messages/:message") view=at!(discussions::pages::message) ssr=SsrMode::Async/>
                <Route path=path!("/groupes/:slug/moderation") view=at!(discussions::pages::moderation) ssr=SsrMode::Async/>
                <Route path=path!("/signalements") view=at!(moderation::pages::list) ssr=SsrMode::Async/>
                <Route path=path!("/signalements/:id") view=at!(moderation::pages::case) ssr=SsrMode::Async/>
                <Route path=path!("/signaler/:what") view=at!(moderation::pages::report) ssr=SsrMode::Async/>
                <Route path=path!("/signaler/:what/appel") view=at!(moderation::pages::appeal) ssr=SsrMode::Async/>
                <Route path=path!("/bibliotheque") view=at!(library::pages::common) ssr=SsrMode::Async/>
                <Route path=path!("/bibliotheque/dossiers/:id") view=at!(library::pages::folder) ssr=SsrMode::Async/>
                <Route path=path!("/bibliotheque/corbeille") view=at!(library::pages::bin) ssr=SsrMode::Async/>
                <Route path=path!("/bibliotheque/ajouter") view=at!(library::pages::add) ssr=SsrMode::Async/>
                <Route path=path!("/bibliotheque/elements/:id") view=at!(library::pages::entry) ssr=SsrMode::Async/>
                <Route path=path!("/groupes/:slug/bibliotheque") view=at!(library::pages::of_group) ssr=SsrMode::Async/>
                <Route path=path!("/groupes/:slug/bibliotheque/corbeille") view=at!(library::pages::bin_of_group) ssr=SsrMode::Async/>
                <Route path=path!("/bibliotheque/elements/:id/partage") view=at!(library::outside::links) ssr=SsrMode::Async/>
                <Route path=path!("/partage/:token") view=at!(library::outside::shared) ssr=SsrMode::Async/>
                <Route path=path!("/partage/:token/texte/:document") view=at!(library::outside::text) ssr=SsrMode::Async/>
                <Route path=path!("/depot/:token") view=at!(library::outside::deposit_box) ssr=SsrMode::Async/>
                <Route path=path!("/bibliotheque/mots-cles") view=at!(library::tags::all) ssr=SsrMode::Async/>
                <Route path=path!("/bibliotheque/mots-cles/:tag") view=at!(library::tags::tagged) ssr=SsrMode::Async/>
                <Route path=path!("/administration/mots-cles") view=at!(library::tags::keep) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/opinion-minoritaire") view=at!(contributions::pages::new_dissent) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/opinions/:dissent") view=at!(contributions::pages::dissent) ssr=SsrMode::Async/>
                <Route path=path!("/administration/modeles") view=at!(contributions::pages::templates) ssr=SsrMode::Async/>
                <Route path=path!("/administration/modeles/:kind") view=at!(contributions::pages::template) ssr=SsrMode::Async/>
                <Route path=path!("/administration/mots-cles/:id") view=at!(library::tags::one) ssr=SsrMode::Async/>
                <Route path=path!("/ressources/ajouter") view=at!(library::dossiers::choose) ssr=SsrMode::Async/>
                <Route path=path!("/ressources/:id") view=at!(library::dossiers::show) ssr=SsrMode::Async/>
                <Route path=path!("/ressources/:id/ajouter") view=at!(library::dossiers::fill) ssr=SsrMode::Async/>
                <Route path=path!("/ressources/:id/elements/:element") view=at!(library::dossiers::element) ssr=SsrMode::Async/>
                <Route path=path!("/documents/:id") view=at!(library::pages::document) ssr=SsrMode::Async/>
                <Route path=path!("/documents/:id/modifier") view=at!(library::pages::edit) ssr=SsrMode::Async/>
                <Route path=path!("/documents/:id/version") view=at!(library::pages::version) ssr=SsrMode::Async/>
                <Route path=path!("/documents/:id/texte") view=at!(library::pages::inside) ssr=SsrMode::Async/>
                <Route path=path!("/documents/:id/comparer") view=at!(library::pages::compare) ssr=SsrMode::Async/>
                <Route path=path!("/administration/bibliotheque") view=at!(library::pages::settings) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/organiser") view=at!(contributions::pages::organise) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/proposer") view=at!(contributions::pages::propose) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/corriger") view=at!(contributions::pages::correct) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/proces-verbal") view=at!(contributions::pages::record) ssr=SsrMode::Async/>
                <Route path=path!("/contributions/:id/retirer") view=at!(contributions::pages::withdraw) ssr=SsrMode::Async/>
                <Route path=path!("/publications/:number/versions/:edition") view=at!(publications::pages::edition) ssr=SsrMode::Async/>
                <Route path=path!("/publications") view=at!(publications::pages::list) ssr=SsrMode::Async/>
                <Route path=path!("/publications/:number") view=at!(publications::pages::show) ssr=SsrMode::Async/>
                <Route path=path!("/telechargement") view=at!(printing::pages::waiting) ssr=SsrMode::Async/>
                <Route path=path!("/installation") view=at!(installation::pages::installation) ssr=SsrMode::Async/>
                <Route path=path!("/connexion") view=at!(accounts::pages::sign_in) ssr=SsrMode::Async/>
                <Route path=path!("/invitation/:token") view=at!(accounts::pages::invitation) ssr=SsrMode::Async/>
                <Route path=path!("/mot-de-passe") view=at!(accounts::pages::ask) ssr=SsrMode::Async/>
                <Route path=path!("/mot-de-passe/:token") view=at!(accounts::pages::reset) ssr=SsrMode::Async/>
                <Route path=path!("/mon-compte") view=at!(accounts::pages::account) ssr=SsrMode::Async/>
                <Route path=path!("/mon-compte/adresse") view=at!(accounts::pages::address_confirmed) ssr=SsrMode::Async/>
                <Route path=path!("/mon-compte/adresse/:token") view=at!(accounts::pages::address_confirmation) ssr=SsrMode::Async/>
                <Route path=path!("/mon-compte/journal") view=at!(journal::pages::own) ssr=SsrMode::Async/>
                <Route path=path!("/administration/journal/verification") view=at!(journal::pages::chain) ssr=SsrMode::Async/>
                <Route path=path!("/declarations") view=at!(declarations::pages::list) ssr=SsrMode::Async/>
                <Route path=path!("/declarations/nouvelle") view=at!(declarations::pages::new) ssr=SsrMode::Async/>
                <Route path=path!("/membres") view=at!(people::pages::directory) ssr=SsrMode::Async/>
                <Route path=path!("/membres/:id") view=at!(people::pages::person) ssr=SsrMode::Async/>
                <Route path=path!("/administration") view=at!(administration::pages::index) ssr=SsrMode::Async/>
                <Route path=path!("/administration/conseil") view=at!(council::pages::settings) ssr=SsrMode::Async/>
                <Route path=path!("/administration/membres") view=at!(administration::pages::members) ssr=SsrMode::Async/>
                <Route path=path!("/administration/membres/inviter") view=at!(administration::pages::invite) ssr=SsrMode::Async/>
                <Route path=path!("/administration/membres/mandats") view=at!(administration::pages::mandates) ssr=SsrMode::Async/>
                <Route path=path!("/administration/membres/mandats/prolonger") view=at!(administration::pages::prolong_mandates) ssr=SsrMode::Async/>
                <Route path=path!("/administration/membres/mandats/fin") view=at!(administration::pages::end_mandates) ssr=SsrMode::Async/>
                <Route path=path!("/administration/membres/:id") view=at!(administration::pages::member) ssr=SsrMode::Async/>
                <Route path=path!("/administration/messages") view=at!(administration::pages::mails) ssr=SsrMode::Async/>
                <Route path=path!("/administration/messages/:id") view=at!(administration::pages::mail) ssr=SsrMode::Async/>
                <Route path=path!("/administration/sauvegardes") view=at!(backups::pages::index) ssr=SsrMode::Async/>
                <Route path=path!("/administration/journal") view=at!(administration::pages::journal) ssr=SsrMode::Async/>
                <Route path=path!("/votes") view=at!(polls::pages::list) ssr=SsrMode::Async/>
                <Route path=path!("/votes/nouveau") view=at!(polls::pages::new) ssr=SsrMode::Async/>
                <Route path=path!("/votes/reglages") view=at!(polls::pages::usual) ssr=SsrMode::Async/>
                <Route path=path!("/votes/:id") view=at!(polls::pages::show) ssr=SsrMode::Async/>
                <Route path=path!("/votes/:id/modifier") view=at!(polls::pages::change) ssr=SsrMode::Async/>
                <Route path=path!("/votes/:id/bulletins") view=at!(polls::pages::ballots) ssr=SsrMode::Async/>
                <Route path=path!("/decisions") view=at!(polls::pages::register) ssr=SsrMode::Async/>
                <Route path=path!("/recherche") view=at!(search::pages::search) ssr=SsrMode::Async/>
                <Route path=path!("/glossaire") view=at!(glossary::pages::list) ssr=SsrMode::Async/>
                <Route path=path!("/glossaire/ajouter") view=at!(glossary::pages::new) ssr=SsrMode::Async/>
                <Route path=path!("/glossaire/:slug/modifier") view=at!(glossary::pages::edit) ssr=SsrMode::Async/>
                <Route path=path!("/charte") view=at!(charter::pages::list) ssr=SsrMode::Async/>
                <Route path=path!("/charte/ajouter") view=at!(charter::pages::new) ssr=SsrMode::Async/>
                <Route path=path!("/charte/:slug") view=at!(charter::pages::show) ssr=SsrMode::Async/>
                <Route path=path!("/charte/:slug/reglages") view=at!(charter::pages::settings) ssr=SsrMode::Async/>
                <Route path=path!("/charte/:slug/comparer") view=at!(charter::pages::compare) ssr=SsrMode::Async/>
                <Route path=path!("/charte/:slug/articles/:number") view=at!(charter::pages::article) ssr=SsrMode::Async/>
                <Route path=path!("/charte/:slug/signer") view=at!(charter::pages::sign) ssr=SsrMode::Async/>
                <Route path=path!("/charte/:slug/signatures") view=at!(charter::pages::signatures) ssr=SsrMode::Async/>
                <Route path=path!("/charte/:slug/versions") view=at!(charter::pages::versions) ssr=SsrMode::Async/>
                <Route path=path!("/charte/:slug/versions/:number") view=at!(charter::pages::version) ssr=SsrMode::Async/>
                <Route path=path!("/charte/:slug/versions/:number/modifier") view=at!(charter::pages::edit) ssr=SsrMode::Async/>
                <Route path=path!("/charte/:slug/versions/:number/amendements") view=at!(charter::pages::amendments) ssr=SsrMode::Async/>
                <Route path=path!("/charte/:slug/versions/:number/amendements/proposer") view=at!(charter::pages::propose) ssr=SsrMode::Async/>
                <Route path=path!("/charte/:slug/versions/:number/amendements/:amendment") view=at!(charter::pages::amendment) ssr=SsrMode::Async/>
                <Route path=path!("/charte/:slug/versions/:number/amendements/:amendment/modifier") view=at!(charter::pages::reword) ssr=SsrMode::Async/>
                <Route path=path!("/charte/:slug/versions/:number/examen") view=at!(charter::pages::session) ssr=SsrMode::Async/>
                <Route path=path!("/outils") view=at!(toolbox::pages::list) ssr=SsrMode::Async/>
                <Route path=path!("/outils/ajouter") view=at!(toolbox::pages::new) ssr=SsrMode::Async/>
                <Route path=path!("/outils/:slug") view=at!(toolbox::pages::show) ssr=SsrMode::Async/>
                <Route path=path!("/outils/:slug/modifier") view=at!(toolbox::pages::edit) ssr=SsrMode::Async/>
                <Route path=path!("/outils/:slug/ordre-du-jour") view=at!(toolbox::pages::agenda) ssr=SsrMode::Async/>
                <Route path=path!("/tutoriels") view=at!(tutorials::pages::list) ssr=SsrMode::Async/>
                <Route path=path!("/tutoriels/ecrire") view=at!(tutorials::pages::new) ssr=SsrMode::Async/>
                <Route path=path!("/tutoriels/suivi") view=at!(tutorials::pages::followed) ssr=SsrMode::Async/>
                <Route path=path!("/tutoriels/:slug") view=at!(tutorials::pages::show) ssr=SsrMode::Async/>
                <Route path=path!("/tutoriels/:slug/modifier") view=at!(tutorials::pages::edit) ssr=SsrMode::Async/>
                <Route path=path!("/parcours/:slug") view=at!(tutorials::pages::path) ssr=SsrMode::Async/>
                <Route path=path!("/parcours/:slug/attestation") view=at!(tutorials::pages::certificate) ssr=SsrMode::Async/>
                <Route path=path!("/bienvenue") view=at!(welcome::pages::welcome) ssr=SsrMode::Async/>
                <Route path=path!("/bienvenue/imprimer") view=at!(welcome::pages::paper) ssr=SsrMode::Async/>
                <Route path=path!("/accessibilite") view=at!(site::pages::accessibility) ssr=SsrMode::Async/>
                <Route path=path!("/accessibilite/criteres") view=at!(site::criteria::criteria) ssr=SsrMode::Async/>
                <Route path=path!("/donnees-personnelles") view=at!(personal_data::pages::public) ssr=SsrMode::Async/>
                <Route path=path!("/mon-compte/donnees") view=at!(personal_data::pages::mine) ssr=SsrMode::Async/>
                <Route path=path!("/administration/donnees") view=at!(personal_data::pages::register) ssr=SsrMode::Async/>
                <Route path=path!("/administration/donnees/durees") view=at!(personal_data::pages::keeping) ssr=SsrMode::Async/>
                <Route path=path!("/administration/membres/:id/effacer") view=at!(personal_data::pages::erase) ssr=SsrMode::Async/>
                <Route path=path!("/mon-compte/jetons") view=at!(api::pages::mine) ssr=SsrMode::Async/>
                <Route path=path!("/administration/jetons") view=at!(api::pages::all) ssr=SsrMode::Async/>
                <Route path=path!("/aide/api") view=at!(api::pages::guide) ssr=SsrMode::Async/>
                <Route path=path!("/administration/webhooks") view=at!(webhooks::pages::list) ssr=SsrMode::Async/>
                <Route path=path!("/administration/webhooks/:id") view=at!(webhooks::pages::show) ssr=SsrMode::Async/>
                <Route path=path!("/mentions") view=at!(site::pages::legal) ssr=SsrMode::Async/>
            </FlatRoutes>
        </Router>
    }
}
