//! What happens to the texts of the demonstration beyond what an import folder says: reviews asked for by name, a
//! deadline, a consultation, a correction, a text replaced by another. Played by its people, some days ago.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use backend::{Backend, Cx, contributions, people};
use chrono::{Days, NaiveDate, TimeDelta};
use domain::{
    Language, Version,
    contributions::{
        AdoptionForm, ConsultationForm, ContributionForm, DissentForm, PublicationNumber, Standing,
        StandingForm,
    },
    ids::{ContributionId, UserId},
    policy::ContributionAction,
};

use crate::{commands::words::refused, state::plain};

const CHAIR: &str = "presidence@demo.example";

/// The people of the demonstration, at work.
pub struct Texts<'a> {
    backend: &'a Backend,
    known: &'a BTreeMap<String, UserId>,
}

impl<'a> Texts<'a> {
    /// Those of these addresses.
    pub fn new(backend: &'a Backend, known: &'a BTreeMap<String, UserId>) -> Texts<'a> {
        Texts { backend, known }
    }

    /// Plays everything.
    ///
    /// # Errors
    /// Somebody or some text is missing, or a step is refused: the demonstration itself is not right.
    pub async fn play(&self) -> Result<()> {
        self.review().await?;
        self.consult().await?;
        self.correct().await?;
        self.dissent().await?;
        self.replace().await
    }

    fn id(&self, email: &str) -> Result<UserId> {
        self.known.get(email).copied().with_context(|| format!("{email} is missing"))
    }

    /// Somebody, so many days ago.
    async fn ago(&self, email: &str, days: i64) -> Result<Cx> {
        let (actor, _) = people::actor_of(&self.backend.system(), self.id(email)?).await.map_err(plain)?;
        let mut cx = self.backend.cx(actor, Language::French);
        cx.now -= TimeDelta::days(days);
        Ok(cx)
    }

    async fn text(&self, title: &str) -> Result<(ContributionId, Option<PublicationNumber>)> {
        let found = contributions::by_title(&self.backend.system(), title).await.map_err(plain)?;
        let row = found.with_context(|| format!("« {title} » is missing"))?;
        Ok((row.id, row.number))
    }

    fn day(&self, days: u64) -> Result<NaiveDate> {
        self.backend.system().today().checked_add_days(Days::new(days)).context("a day to come")
    }

    async fn review(&self) -> Result<()> {
        let (id, _) = self.text("Rejoindre la gare et l’école sans voiture").await?;
        let author = self.ago("odile.rambert@demo.example", 8).await?;
        let due = self.day(21)?.to_string();
        contributions::set_deadline(&author, id, &due).await.map_err(refused)?;
        let name = "Version envoyée aux référents";
        contributions::name_version(&author, id, Version::FIRST, name).await.map_err(refused)?;
        let late = author.today().checked_add_days(Days::new(6)).context("a day to come")?;
        for (email, due) in [
            ("karim.bensalhi@demo.example", late),
            ("annick.souverbie@demo.example", late),
            ("referente@demo.example", self.day(5)?),
            ("membre@demo.example", self.day(5)?),
        ] {
            let who = self.id(email)?;
            contributions::name_reviewer(&author, id, who, &due.to_string()).await.map_err(refused)?;
        }
        let council = backend::council::current(&author).await.map_err(plain)?;
        let points: Vec<String> =
            council.map(|council| council.checklist.iter().take(2).cloned().collect()).unwrap_or_default();
        contributions::check_points(&author, id, &points).await.map_err(refused)
    }

    async fn consult(&self) -> Result<()> {
        let (id, _) = self.text("Rénover sans se perdre").await?;
        let facilitator = self.ago("solange.pradier@demo.example", 4).await?;
        let form = ConsultationForm {
            until: self.day(10)?.to_string(),
            question: "Le guichet unique que nous proposons suffirait-il dans votre commune, ou faut-il une permanence sur place ?".into(),
        };
        contributions::consult(&facilitator, id, &form).await.map_err(refused)
    }

    async fn correct(&self) -> Result<()> {
        let (id, _) = self.text("Ce que disent les habitants de leurs trajets").await?;
        let chair = self.ago(CHAIR, 196).await?;
        let view = contributions::correction_view(&chair, id).await.map_err(refused)?;
        let body = view.saved.body.replace("est restée dix jours", "est restée douze jours");
        let reason =
            "À Froidelande, la boîte à questionnaires est restée inaccessible douze jours, et non dix.";
        let form = ContributionForm { body, reason: reason.into(), ..view.saved };
        contributions::correct(&chair, id, view.head.version, &form).await.map_err(refused)?;
        Ok(())
    }

    /// Two members do not agree with a text, which is adopted and published with what they say.
    async fn dissent(&self) -> Result<()> {
        let (id, _) = self.text("Manger correctement avec un petit budget").await?;
        let first = self.ago("pascal.verdonnet@demo.example", 9).await?;
        let form = DissentForm {
            title: "Aider aussi par les associations".into(),
            body: "Nous approuvons le constat, et trois recommandations sur quatre. Nous n’approuvons pas que la carte d’achat **remplace** une partie des colis.\n\nLes bénévoles de l’épicerie solidaire ne donnent pas seulement de la nourriture : ils connaissent les familles, et s’aperçoivent quand l’une d’elles ne vient plus. Une carte ne s’en aperçoit pas.\n\nNous proposons de commencer par la moitié de la somme, et de confier l’autre moitié aux associations, qui en rendraient compte chaque année."
                .into(),
        };
        let which = contributions::open_dissent(&first, id, &form).await.map_err(refused)?;
        let second = self.ago("robert.lacassade@demo.example", 8).await?;
        contributions::sign_dissent(&second, id, which, Version::FIRST).await.map_err(refused)?;
        let chair = self.ago(CHAIR, 3).await?;
        let version =
            contributions::head(&chair, id, ContributionAction::Adopt).await.map_err(refused)?.version;
        let vote = AdoptionForm {
            body: "Assemblée plénière".into(),
            adopted_on: chair.today().to_string(),
            votes_for: "27".into(),
            votes_against: "6".into(),
            votes_abstaining: "3".into(),
        };
        contributions::adopt(&chair, id, version, &vote).await.map_err(refused)?;
        let chair = self.ago(CHAIR, 2).await?;
        contributions::publish(&chair, id).await.map_err(refused)
    }

    async fn replace(&self) -> Result<()> {
        let (id, _) = self.text("Mesurer les trajets du quotidien : notre méthode").await?;
        let (_, number) = self.text("Ce que disent les habitants de leurs trajets").await?;
        let chair = self.ago(CHAIR, 190).await?;
        let form = StandingForm {
            standing: Standing::Superseded.code().into(),
            reason: "La méthode a été suivie à quelques changements près. Le texte qui la remplace dit comment l’enquête a vraiment été menée, et ce qu’elle a montré.".into(),
            replaced_by: number.context("it has a number")?.to_string(),
        };
        contributions::set_standing(&chair, id, &form).await.map_err(refused)?;
        Ok(())
    }
}
