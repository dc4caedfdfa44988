//! What the demonstration council put to the vote: two decisions of the year, and a poll that goes on.

use anyhow::Result;
use backend::{Backend, Cx, polls};
use chrono::TimeDelta;
use domain::{
    ids::PollId,
    policy::Permission,
    polls::{Choice, Majority, PollForm, Quorum, Secrecy},
};

use super::life::{People, actor};
use crate::state::plain;

pub const CHAIR: &str = "presidence@demo.example";
/// Those who are shown the product by their own accounts vote by themselves.
const ACCOUNTS: [&str; 4] = [CHAIR, "referente@demo.example", "membre@demo.example", "autre@demo.example"];

/// A poll: the day it began, in days from today, and how long it lasts.
struct Put {
    question: &'static str,
    details: &'static str,
    secrecy: Secrecy,
    majority: Majority,
    began: i64,
    days: i64,
    /// How the members answer, one after the other; the others do not vote.
    said: &'static [(Choice, usize)],
}

const DECIDED: [Put; 2] = [
    Put {
        question: "Faut-il réunir l’assemblée plénière le jeudi soir plutôt que le mardi ?",
        details: "Plusieurs membres travaillent le mercredi de très bonne heure. La salle de Valcendre est libre le jeudi.",
        secrecy: Secrecy::Open,
        majority: Majority::Simple,
        began: -131,
        days: 9,
        said: &[(Choice::For, 21), (Choice::Against, 6), (Choice::Abstain, 3)],
    },
    Put {
        question: "Faut-il limiter à deux le nombre de mandats d’affilée à la présidence ?",
        details: "Le règlement intérieur n’en dit rien aujourd’hui. Deux tiers des mandats sont nécessaires pour le changer.",
        secrecy: Secrecy::Secret,
        majority: Majority::TwoThirdsMandates,
        began: -47,
        days: 12,
        said: &[(Choice::For, 17), (Choice::Against, 9), (Choice::Abstain, 2)],
    },
];

const GOES_ON: Put = Put {
    question: "Demandons-nous que la communauté de communes réponde à chaque avis dans les deux mois ?",
    details: "Aujourd’hui, aucun délai n’est écrit. Sur les neuf derniers avis, **quatre n’ont pas encore de réponse**.",
    secrecy: Secrecy::Open,
    majority: Majority::Absolute,
    began: -2,
    days: 8,
    said: &[(Choice::For, 11), (Choice::Against, 1), (Choice::Abstain, 2)],
};

/// What was decided in the past.
///
/// # Errors
/// The database failed.
pub async fn before(backend: &Backend, people: &People) -> Result<()> {
    for put in DECIDED {
        let id = hold(backend, people, &put).await?;
        let over = after(&actor(backend, people, CHAIR).await?, put.began + put.days + 1);
        polls::proclaim(&over, id).await.map_err(plain)?;
    }
    Ok(())
}

/// What is put to the vote today.
///
/// # Errors
/// The database failed.
pub async fn today(backend: &Backend, people: &People) -> Result<()> {
    hold(backend, people, &GOES_ON).await.map(|_| ())
}

/// Prepares a poll and casts the ballots of its first days.
async fn hold(backend: &Backend, people: &People, put: &Put) -> Result<PollId> {
    let chair = after(&actor(backend, people, CHAIR).await?, put.began);
    let form = PollForm {
        question: put.question.into(),
        details: put.details.into(),
        body: "Assemblée plénière".into(),
        secrecy: put.secrecy.code().into(),
        quorum: Quorum::Half.code().into(),
        majority: put.majority.code().into(),
        proxies: "2".into(),
        closes_on: (chair.today() + TimeDelta::days(put.days)).to_string(),
        closes_at: "18:00".into(),
        ..PollForm::default()
    };
    let id = polls::prepare(&chair, None, &form).await.map_err(plain)?;
    answered(backend, people, id, put.began, put.said).await?;
    Ok(id)
}

/// Casts the ballots of the first days of a poll: the members answer so, one after the other.
pub async fn answered(
    backend: &Backend,
    people: &People,
    id: PollId,
    began: i64,
    said: &[(Choice, usize)],
) -> Result<()> {
    let chair = after(&actor(backend, people, CHAIR).await?, began);
    let voters = polls::show(&chair, id).await.map_err(plain)?.voters;
    let emails = people.iter().filter(|(email, id)| {
        !ACCOUNTS.contains(&email.as_str()) && voters.iter().any(|voter| voter.id == **id)
    });
    let mut said = said.iter().flat_map(|(choice, count)| std::iter::repeat_n(*choice, *count));
    for (email, _) in emails {
        let cx = after(&actor(backend, people, email).await?, began + 1);
        // Some who sat in the council then have left it since.
        if !cx.may(Permission::Vote) {
            continue;
        }
        let Some(choice) = said.next() else { break };
        let receipt = polls::receipt(backend).to_string();
        polls::cast(&cx, id, None, choice.code(), &receipt).await.map_err(plain)?;
    }
    Ok(())
}

/// The same person, so many days later.
pub fn after(cx: &Cx, days: i64) -> Cx {
    let mut later = cx.clone();
    later.now += TimeDelta::days(days);
    later
}
