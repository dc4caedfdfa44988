//! Somebody of the demonstration who has neither a computer nor an address: he writes, and the staff enter what he says.

use anyhow::{Context, Result};
use backend::{Backend, behalf, discussions, groups};
use domain::{behalf::PaperForm, discussions::ThreadForm};

use super::{
    life::{People, actor},
    polls::after,
};
use crate::state::plain;

const STAFF: &str = "administration@demo.example";
/// His address is nobody's: nothing is sent there.
const ON_PAPER: &str = "bernard.clavigny@sans-adresse.invalid";

/// He asked to take part on paper three weeks ago; since then, two letters came.
///
/// # Errors
/// The database failed.
pub async fn fill(backend: &Backend, people: &People) -> Result<()> {
    let of = *people.get(ON_PAPER).with_context(|| format!("{ON_PAPER} is missing"))?;
    let staff = actor(backend, people, STAFF).await?;
    let asked = after(&staff, -21);
    let form = PaperForm {
        asked_on: (asked.today() - chrono::TimeDelta::days(2)).to_string(),
        asked_by: "letter".into(),
        note: "Sa lettre est dans le classeur bleu du secrétariat.".into(),
    };
    behalf::note(&asked, of, &form).await.map_err(plain)?;

    let first = behalf::play(&after(&staff, -17), of).await.map_err(plain)?;
    let message = "J’ai conduit l’ambulance de Corvanges pendant vingt ans. Je peux dire où l’on attend.";
    groups::ask_to_join(&first, "sante", message).await.map_err(plain)?;
    behalf::stop(&first).await.map_err(plain)?;

    let second = behalf::play(&after(&staff, -3), of).await.map_err(plain)?;
    let form = ThreadForm {
        subject: "Les volets fermés de la rue Haute".into(),
        body: "À Corvanges, j’ai compté onze maisons fermées rien que dans la rue Haute. Quatre ont encore un toit \
               sain. Les propriétaires vivent loin, et personne ne leur a écrit.\n\n\
               Je propose de le faire : je connais l’adresse de sept d’entre eux."
            .into(),
        ..ThreadForm::default()
    };
    discussions::begin(&second, "habitat", &form).await.map_err(plain)?;
    behalf::stop(&second).await.map_err(plain)?;
    Ok(())
}
