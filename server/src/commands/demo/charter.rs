//! The framing texts of the demonstration: a charter whose two first versions were voted one after the other, a third that
//! is open to amendments, rules in force, and who signed.

use anyhow::{Context, Result};
use backend::{Backend, Cx, charter, polls};
use chrono::TimeDelta;
use domain::{
    Version,
    charter::{Amendable, FramingForm, VersionForm},
    policy::{CharterAction, Permission},
    polls::{Choice, Majority, PollForm, Quorum, Secrecy},
};

use super::{
    Files, amendments,
    life::{People, actor},
    polls::{CHAIR, after, answered},
};
use crate::state::plain;

/// Where the versions are: not part of the import, they are voted one by one.
pub const FOLDER: &str = "charter/";

const CHARTER: &str = "charte-du-conseil";
/// Signed the first version, and has yet to read what changed.
const LATE: &str = "membre@demo.example";
/// Has not signed anything.
const NEVER: &str = "autre@demo.example";

/// A version that was put to the vote: its file, why it was proposed, when the vote began, how the members answered.
struct Voted {
    file: &'static str,
    motives: &'static str,
    began: i64,
    said: &'static [(Choice, usize)],
}

const FIRST: Voted = Voted {
    file: "charte-1.md",
    motives: "Première charte du conseil, écrite par douze membres pendant trois soirées.",
    began: -400,
    said: &[(Choice::For, 24), (Choice::Abstain, 2)],
};
const RULES: Voted = Voted {
    file: "reglement-interieur-1.md",
    motives: "",
    began: -398,
    said: &[(Choice::For, 21), (Choice::Against, 3), (Choice::Abstain, 1)],
};
const SECOND: Voted = Voted {
    file: "charte-2.md",
    motives: "Deux situations de l’an dernier ont montré ce qui manquait : un membre candidat aux élections municipales, et un \
              avis rédigé par une personne liée au projet étudié. Cette version précise les conflits d’intérêts, crée la mise \
              en retrait et dit à qui parler d’un comportement blessant.",
    began: -190,
    said: &[(Choice::For, 22), (Choice::Against, 4), (Choice::Abstain, 3)],
};

/// What was adopted in the past, and who signed it.
///
/// # Errors
/// The database failed.
pub async fn before(backend: &Backend, people: &People) -> Result<()> {
    let chair = actor(backend, people, CHAIR).await?;
    let charter = FramingForm {
        kind: "charter".into(),
        title: "Charte du conseil".into(),
        aim: "Ce à quoi chaque membre s’engage, envers les autres et envers le pays.".into(),
        to_sign: "oui".into(),
    };
    let rules = FramingForm {
        kind: "rules".into(),
        title: "Règlement intérieur".into(),
        aim: "Comment le conseil se réunit, vote et travaille.".into(),
        to_sign: String::new(),
    };
    for (form, voted) in [(charter, FIRST), (rules, RULES)] {
        let (slug, number) = charter::add(&after(&chair, voted.began - 30), &form).await.map_err(plain)?;
        hold(backend, people, &slug, number, &voted).await?;
    }
    let signs = |place: usize, email: &str| email == LATE || (email != NEVER && !place.is_multiple_of(3));
    signed(backend, people, 1, FIRST.began + 20, signs).await?;
    let number = charter::begin(&after(&chair, SECOND.began - 40), CHARTER).await.map_err(plain)?;
    hold(backend, people, CHARTER, number, &SECOND).await?;
    let signs = |place: usize, email: &str| ![LATE, NEVER].contains(&email) && place % 6 != 5;
    signed(backend, people, number, SECOND.began + 25, signs).await
}

/// What is prepared today.
///
/// # Errors
/// The database failed.
pub async fn today(backend: &Backend, people: &People) -> Result<()> {
    let chair = actor(backend, people, CHAIR).await?;
    let number = charter::begin(&after(&chair, -20), CHARTER).await.map_err(plain)?;
    let form = VersionForm {
        body: text("charte-3.md")?,
        motives: "À mi-mandat, le bureau propose trois changements : l’assiduité, l’enregistrement des réunions et les outils \
                  numériques. Chaque membre peut proposer un amendement avant l’assemblée."
            .into(),
        starts_on: String::new(),
    };
    charter::save(&after(&chair, -15), CHARTER, number, Version(1), &form).await.map_err(plain)?;
    let days = Amendable {
        from: (chair.today() - TimeDelta::days(5)).to_string(),
        until: (chair.today() + TimeDelta::days(16)).to_string(),
    };
    charter::open_amendments(&after(&chair, -6), CHARTER, number, Version(2), &days).await.map_err(plain)?;
    amendments::fill(backend, people, CHARTER, number).await
}

/// Writes a version, puts it to the vote, and proclaims the result.
async fn hold(backend: &Backend, people: &People, slug: &str, number: i32, voted: &Voted) -> Result<()> {
    let chair = actor(backend, people, CHAIR).await?;
    let at = |days: i64| after(&chair, voted.began + days);
    let form =
        VersionForm { body: text(voted.file)?, motives: voted.motives.into(), starts_on: String::new() };
    charter::save(&at(-20), slug, number, Version(1), &form).await.map_err(plain)?;
    charter::examine(&at(-10), slug, number, Version(2)).await.map_err(plain)?;
    let version = charter::version(&at(-1), slug, number).await.map_err(plain)?;
    let title = version.head.title;
    let form = PollForm {
        question: format!("Adoptez-vous la version {number} du texte « {title} » ?"),
        body: "Assemblée plénière".into(),
        secrecy: Secrecy::Open.code().into(),
        quorum: Quorum::None.code().into(),
        majority: Majority::Absolute.code().into(),
        proxies: "2".into(),
        closes_on: (at(0).today() + TimeDelta::days(8)).to_string(),
        closes_at: "18:00".into(),
        ..PollForm::default()
    };
    let poll = polls::prepare_on_framing(&at(0), version.version.id, &form).await.map_err(plain)?;
    answered(backend, people, poll, voted.began, voted.said).await?;
    polls::proclaim(&at(9), poll).await.map_err(plain)?;
    Ok(())
}

/// Those who sign do so in the days after `from`.
async fn signed(
    backend: &Backend,
    people: &People,
    number: i32,
    from: i64,
    signs: impl Fn(usize, &str) -> bool,
) -> Result<()> {
    for (place, (email, _)) in people.iter().enumerate() {
        let cx: Cx = actor(backend, people, email).await?;
        if !cx.may(Permission::Charter(CharterAction::Sign)) || !signs(place, email) {
            continue;
        }
        let days = i64::try_from(place % 17).unwrap_or_default();
        charter::sign(&after(&cx, from + days), CHARTER, number).await.map_err(plain)?;
    }
    Ok(())
}

fn text(file: &str) -> Result<String> {
    let path = format!("{FOLDER}{file}");
    let file = Files::get(&path).with_context(|| format!("{path} is missing"))?;
    Ok(String::from_utf8(file.data.into_owned())?)
}
