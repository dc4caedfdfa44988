//! What the people of the demonstration did besides writing: a group that closed, somebody at the door of another, a
//! few words about themselves.

use std::collections::BTreeMap;

use anyhow::Result;
use backend::{
    Backend, Cx, groups,
    library::{self, Place},
    people,
};
use domain::{
    Actor, Language,
    groups::{CloseForm, GroupRole},
    ids::UserId,
    library::{LinkForm, LinkKind},
    people::ProfileForm,
};

use crate::state::plain;

/// Everybody by their address.
pub type People = BTreeMap<String, UserId>;

/// What happened some time ago; its dates are those of the texts.
///
/// # Errors
/// The database failed.
pub async fn before(backend: &Backend, people: &People) -> Result<()> {
    let facilitator = actor(backend, people, "fatou.sarralde@demo.example").await?;
    let closing = groups::closing(&facilitator, "sejours").await.map_err(plain)?;
    let text = closing.published.first().map(|(id, _)| id.to_string()).unwrap_or_default();
    let form = CloseForm {
        text,
        sentence: "Une contribution sur l’accueil des travailleurs de passage".into(),
        note: "Six mois de travail, onze rencontres avec des saisonniers et leurs employeurs. \
               Le groupe Habiter et se loger suit désormais ce que la communauté de communes en fera."
            .into(),
        confirmed: "yes".into(),
    };
    groups::close(&facilitator, "sejours", closing.version, &form).await.map_err(plain)?;
    for (email, about, phone) in [
        (
            "odile.rambert@demo.example",
            "Ancienne conductrice de car scolaire. Je connais toutes les routes du pays, et ceux qui n’en ont pas.",
            "05 55 01 02 03",
        ),
        ("jean-luc.tessard@demo.example", "Deux enfants au collège, trois cars par jour.", ""),
        (
            "therese.vauquier@demo.example",
            "À votre écoute le premier lundi du mois, au foyer rural.",
            "05 55 01 02 04",
        ),
    ] {
        let cx = actor(backend, people, email).await?;
        let known = people::own_profile(&cx).await.map_err(plain)?;
        let form = ProfileForm {
            name: known.name,
            organisation: known.organisation,
            commune: known.commune,
            language: Language::French.tag().into(),
            about: about.into(),
            phone: phone.into(),
            email_shown_to: "groups".into(),
            phone_shown_to: "council".into(),
        };
        people::change_own_profile(&cx, known.version, &form).await.map_err(plain)?;
    }
    Ok(())
}

/// What happened today.
///
/// # Errors
/// The database failed.
pub async fn today(backend: &Backend, people: &People) -> Result<()> {
    let asks = actor(backend, people, "autre@demo.example").await?;
    let message = "Je prends le car tous les matins depuis La Chapelle-Vésance : je peux dire ce qui marche et \
                   ce qui manque.";
    groups::ask_to_join(&asks, "mobilites", message).await.map_err(plain)?;
    let facilitator = actor(backend, people, "referente@demo.example").await?;
    let who = groups::Newcomer::Email("sylvie.maupertuy@demo.example".into());
    let message = "Votre regard sur les trajets des collégiens nous serait précieux.";
    groups::invite(&facilitator, "mobilites", &who, GroupRole::Member, message).await.map_err(plain)?;
    let keeper = actor(backend, people, "administration@demo.example").await?;
    for keyword in ["accueil", "cars", "chiffres", "compte rendu", "courrier", "logement", "vélo"] {
        library::add_tag(&keeper, keyword).await.map_err(plain)?;
    }
    links_outside(backend, &facilitator).await
}

/// A folder read by a link, and another in which employers deposit.
async fn links_outside(backend: &Backend, facilitator: &Cx) -> Result<()> {
    let shelves =
        library::folder(facilitator, &Place::Group("mobilites".into()), None).await.map_err(plain)?;
    let until = facilitator.today() + chrono::TimeDelta::days(45);
    for (folder, kind, name) in [
        ("Vélo", LinkKind::Read, "Le service des routes du département"),
        ("Covoiturage", LinkKind::Deposit, "Les employeurs de la zone des Trois Ponts"),
    ] {
        let entry = shelves.rows.iter().find(|row| row.name == folder);
        let entry = entry.ok_or_else(|| anyhow::anyhow!("the folder {folder} is missing"))?.id;
        let form = LinkForm {
            kind: kind.code().into(),
            name: name.into(),
            until: until.to_string(),
            files: "20".into(),
            ..Default::default()
        };
        let (_, token) = library::open_link(facilitator, entry, &form).await.map_err(plain)?;
        if kind == LinkKind::Read {
            let outside = backend.cx(Actor::Visitor, Language::French);
            library::shared(&outside, &token, &[], None).await.map_err(plain)?;
        }
    }
    Ok(())
}

/// Somebody, with the rights they have now.
pub async fn actor(backend: &Backend, people: &People, email: &str) -> Result<Cx> {
    let id = people.get(email).copied().ok_or_else(|| anyhow::anyhow!("{email} is missing"))?;
    let (actor, _) = people::actor_of(&backend.system(), id).await.map_err(plain)?;
    Ok(backend.cx(actor, Language::French))
}
