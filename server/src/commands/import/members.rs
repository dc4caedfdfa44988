//! `members.csv`: people and their mandates.

use std::collections::BTreeMap;

use anyhow::Result;
use backend::{Outcome, people};
use domain::people::{NewPerson, PersonForm};

use super::{
    choices,
    report::Kind,
    table::{self, Column, Row},
    text::Problem,
    work::Work,
};
use crate::{commands::words::refusal_sentence, state::plain};

/// The file.
pub const FILE: &str = "members.csv";

const COLUMNS: &[Column] = &[
    ("email", &["e-mail", "mail", "courriel", "adresse-electronique", "adresse-mail"]),
    ("name", &["nom", "nom-complet"]),
    ("first_name", &["prenom"]),
    ("college", &[]),
    ("organisation", &["organization", "structure"]),
    ("commune", &["ville"]),
    ("role", &[]),
    ("mandate_start", &["debut", "debut-du-mandat", "debut-de-mandat"]),
    ("mandate_end", &["fin", "fin-du-mandat", "fin-de-mandat"]),
    ("administrator", &["administration", "administrateur", "administratrice"]),
];

/// Imports the file; nobody is written to, and nobody gets a password.
///
/// # Errors
/// The database failed.
pub async fn import(work: &mut Work<'_>) -> Result<()> {
    let Some(text) = work.table(Kind::Members, FILE) else { return Ok(()) };
    let table = match table::read(&text, COLUMNS, &["email", "name"]) {
        Ok(table) => table,
        Err(problem) => {
            work.report.refuse(Kind::Members, FILE, problem);
            return Ok(());
        }
    };
    for column in &table.extra {
        work.report.note(FILE, format!("the column « {column} » is not imported"));
    }
    let today = work.cx.today();
    let of = table.rows.len();
    let mut seen = BTreeMap::new();
    for (done, row) in table.rows.into_iter().enumerate() {
        work.progress(Kind::Members, done, of);
        let checked = row.and_then(|row| {
            let line = row.line;
            let (person, administrator) = person(&row, today)?;
            match seen.insert(person.email.clone(), line) {
                Some(first) => {
                    seen.insert(person.email.clone(), first);
                    Err(Problem::at(line, format!("{} is already at line {first}", person.email)))
                }
                None => Ok((line, person, administrator)),
            }
        });
        match checked {
            Ok((line, person, administrator)) => write(work, line, person, administrator).await?,
            Err(problem) => work.report.refuse(Kind::Members, FILE, problem),
        }
    }
    work.settle().await
}

async fn write(work: &mut Work<'_>, line: u64, person: NewPerson, administrator: bool) -> Result<()> {
    let written = work.write(async |cx, tx| {
        let (id, outcome) = people::upsert(cx, tx, &person).await?;
        let named = administrator && people::make_administrator(cx, tx, id).await?;
        Ok((id, if named && outcome == Outcome::Unchanged { Outcome::Changed } else { outcome }))
    });
    match written.await? {
        Ok((id, outcome)) => {
            work.people.insert(person.email, id);
            work.report.count(Kind::Members, outcome);
        }
        Err(refusal) => {
            work.report.refuse(Kind::Members, FILE, Problem::at(line, refusal_sentence(&refusal)));
        }
    }
    Ok(())
}

fn person(row: &Row, today: chrono::NaiveDate) -> Result<(NewPerson, bool), Problem> {
    let Some((role, administrator)) = choices::role(row.get("role")) else {
        let why = format!(
            "role: « {} » is not one of member, chair, vice_chair, staff, guest, administrator",
            row.get("role")
        );
        return Err(Problem::at(row.line, why));
    };
    let administrator = match choices::folded(row.get("administrator")).as_str() {
        "" | "non" | "no" => administrator,
        "oui" | "yes" | "x" => true,
        _ => {
            let why = format!("administrator: « {} » is neither oui nor non", row.get("administrator"));
            return Err(Problem::at(row.line, why));
        }
    };
    let form = PersonForm {
        email: row.get("email").to_owned(),
        name: format!("{} {}", row.get("first_name"), row.get("name")),
        college: row.get("college").to_owned(),
        organisation: row.get("organisation").to_owned(),
        commune: row.get("commune").to_owned(),
        role: role.code().to_owned(),
        mandate_start: row.get("mandate_start").to_owned(),
        mandate_end: row.get("mandate_end").to_owned(),
    };
    match form.check(today) {
        Ok(person) => Ok((person, administrator)),
        Err(refusal) => Err(Problem::at(row.line, refusal_sentence(&refusal))),
    }
}

/// Reads who is there already.
///
/// # Errors
/// The database failed.
pub async fn look(work: &mut Work<'_>) -> Result<()> {
    let known = work.write(async |cx, tx| people::addresses(cx, tx).await).await?;
    work.people = known.map_err(|refusal| plain(refusal.into()))?;
    Ok(())
}
