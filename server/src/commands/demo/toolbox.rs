//! What the people of the demonstration tell of the methods they used.

use anyhow::Result;
use backend::{Backend, toolbox};
use chrono::Days;
use domain::toolbox::UsedForm;

use super::life::{People, actor};
use crate::state::plain;

/// The sheet, days ago, the group, who tells, what worked, what to do otherwise.
const TOLD: [(&str, u64, &str, &str, &str, &str); 6] = [
    (
        "tour-de-table-baton-de-parole",
        40,
        "mobilites",
        "referente@demo.example",
        "Onze personnes, vingt-cinq minutes. Deux membres qui ne parlaient jamais ont raconté leurs trajets : nous avons \
         découvert le problème des horaires de l’étude.",
        "Annoncer dès le départ que l’on peut passer son tour.",
    ),
    (
        "vote-par-gommettes",
        33,
        "mobilites",
        "membre@demo.example",
        "En dix minutes, nous sommes passés de vingt-trois propositions à six. Tout le monde s’est levé, cela a réveillé \
         la fin de soirée.",
        "Écrire plus gros : au fond de la salle, on ne lisait pas.",
    ),
    (
        "marche-exploratoire",
        61,
        "mobilites",
        "referente@demo.example",
        "De la gare à l’école avec une poussette et un fauteuil : quarante photos, et une carte que les élus ont gardée.",
        "",
    ),
    (
        "world-cafe",
        75,
        "",
        "presidence@demo.example",
        "Soixante habitants à la salle des fêtes. Les hôtes de table avaient été préparés la semaine d’avant, et cela se \
         voyait.",
        "Trois questions au lieu de quatre : la dernière a été bâclée.",
    ),
    (
        "cafe-du-marche",
        26,
        "alimentation",
        "autre@demo.example",
        "Quatorze conversations en une matinée, dont huit avec des personnes qui ne viennent jamais en réunion.",
        "Prévoir une bâche : il a plu à dix heures.",
    ),
    (
        "decision-par-consentement",
        19,
        "mobilites",
        "referente@demo.example",
        "Le calendrier de relecture est décidé, avec deux modifications venues des objections. Personne ne s’est senti \
         forcé.",
        "Relire à voix haute la différence entre une préférence et une objection.",
    ),
];

/// Tells how methods served, by these people.
///
/// # Errors
/// The database failed.
pub async fn fill(backend: &Backend, people: &People) -> Result<()> {
    for (method, days, group, by, worked, otherwise) in TOLD {
        let cx = actor(backend, people, by).await?;
        let day = cx.today().checked_sub_days(Days::new(days)).unwrap_or(cx.today());
        let form = UsedForm {
            held_on: day.to_string(),
            group: group.to_owned(),
            worked: worked.to_owned(),
            otherwise: otherwise.to_owned(),
        };
        toolbox::tell(&cx, method, &form).await.map_err(plain)?;
    }
    Ok(())
}
