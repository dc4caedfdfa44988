//! `groups.csv`: groups and who belongs to them.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use backend::{Outcome, groups};
use domain::{
    groups::{GroupForm, GroupSettings, GroupState},
    ids::UserId,
};

use super::{
    choices,
    report::Kind,
    table::{self, Column, Row},
    text::Problem,
    work::Work,
};
use crate::{commands::words::refusal_sentence, state::plain};

/// The file.
pub const FILE: &str = "groups.csv";

const COLUMNS: &[Column] = &[
    ("slug", &["adresse", "identifiant"]),
    ("name", &["nom"]),
    ("kind", &["type", "nature"]),
    ("visibility", &["visibilite", "acces"]),
    ("state", &["etat"]),
    ("mandate", &["mandat", "mission"]),
    ("asked_by", &["demande-par", "commanditaire"]),
    ("due_on", &["echeance", "pour-le"]),
    ("deliverable", &["livrable", "a-remettre"]),
    ("facilitators", &["referents", "referentes", "animateurs", "animation", "referentes-et-referents"]),
    ("members", &["membres"]),
];

/// Imports the file. Nobody is taken out of a group.
///
/// # Errors
/// The database failed.
pub async fn import(work: &mut Work<'_>) -> Result<()> {
    let Some(text) = work.table(Kind::Groups, FILE) else { return Ok(()) };
    let table = match table::read(&text, COLUMNS, &["name", "visibility"]) {
        Ok(table) => table,
        Err(problem) => {
            work.report.refuse(Kind::Groups, FILE, problem);
            return Ok(());
        }
    };
    for column in &table.extra {
        work.report.note(FILE, format!("the column « {column} » is not imported"));
    }
    let of = table.rows.len();
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    for (done, row) in table.rows.into_iter().enumerate() {
        work.progress(Kind::Groups, done, of);
        let checked = row.and_then(|row| group(&row)).and_then(|group| match seen.get(&group.slug) {
            Some(first) => {
                Err(Problem::at(group.line, format!("the group {} is already at line {first}", group.slug)))
            }
            None => {
                seen.insert(group.slug.clone(), group.line);
                Ok(group)
            }
        });
        match checked {
            Ok(group) => write(work, group).await?,
            Err(problem) => work.report.refuse(Kind::Groups, FILE, problem),
        }
    }
    work.settle().await
}

struct Group {
    line: u64,
    slug: String,
    settings: GroupSettings,
    state: Option<GroupState>,
    facilitators: Vec<String>,
    members: Vec<String>,
}

async fn write(work: &mut Work<'_>, group: Group) -> Result<()> {
    let facilitators = known(work, &group, &group.facilitators);
    let members = known(work, &group, &group.members);
    let Group { line, slug, settings, state, .. } = group;
    let written = work.write(async |cx, tx| {
        let outcome = groups::upsert(cx, tx, &slug, &settings, &facilitators, &members).await?;
        let moved = match state {
            Some(state) => groups::bring_to_state(cx, tx, &slug, state).await?,
            None => false,
        };
        Ok(if moved && outcome == Outcome::Unchanged { Outcome::Changed } else { outcome })
    });
    match written.await? {
        Ok(outcome) => work.report.count(Kind::Groups, outcome),
        Err(refusal) => {
            work.report.refuse(Kind::Groups, FILE, Problem::at(line, refusal_sentence(&refusal)));
        }
    }
    Ok(())
}

/// Those of these addresses that are somebody's; the others are noted.
fn known(work: &mut Work<'_>, group: &Group, emails: &[String]) -> Vec<UserId> {
    let mut found = Vec::new();
    for email in emails {
        match work.people.get(email) {
            Some(id) => found.push(*id),
            None => work.report.leave_out(
                FILE,
                Problem::at(
                    group.line,
                    format!(
                        "nobody has the address {email}; the group {} is imported without them",
                        group.slug
                    ),
                ),
            ),
        }
    }
    found
}

fn group(row: &Row) -> Result<Group, Problem> {
    let problem = |why: String| Problem::at(row.line, why);
    let slug = match row.get("slug") {
        "" => domain::groups::slug(row.get("name")),
        given if domain::groups::slug(given) == given => given.to_owned(),
        given => {
            let fit = domain::groups::slug(given);
            return Err(problem(format!("slug: « {given} » cannot be part of an address; write {fit}")));
        }
    };
    let kind = choices::group_kind(row.get("kind")).ok_or_else(|| {
        let known = "working_group, committee, bureau, plenary, neighbourhood";
        problem(format!("kind: « {} » is not one of {known}", row.get("kind")))
    })?;
    let visibility = choices::visibility(row.get("visibility")).ok_or_else(|| {
        problem(format!("visibility: « {} » is not one of open, closed, secret", row.get("visibility")))
    })?;
    let state =
        match row.get("state") {
            "" => None,
            word => Some(choices::group_state(word).ok_or_else(|| {
                problem(format!("state: « {word} » is not one of setting_up, active, closed"))
            })?),
        };
    let form = GroupForm {
        name: row.get("name").to_owned(),
        kind: kind.code().to_owned(),
        visibility: visibility.code().to_owned(),
        mandate: row.get("mandate").to_owned(),
        asked_by: row.get("asked_by").to_owned(),
        due_on: row.get("due_on").to_owned(),
        deliverable: row.get("deliverable").to_owned(),
    };
    let settings = form.check().map_err(|refusal| problem(refusal_sentence(&refusal)))?;
    let (facilitators, members) = (emails(row.get("facilitators")), emails(row.get("members")));
    Ok(Group { line: row.line, slug, settings, state, facilitators, members })
}

/// Addresses parted by blanks, commas, semicolons or bars, each once.
pub fn emails(cell: &str) -> Vec<String> {
    let mut seen = BTreeSet::new();
    cell.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|'))
        .map(|email| email.trim().to_lowercase())
        .filter(|email| !email.is_empty() && seen.insert(email.clone()))
        .collect()
}

/// Reads which groups there are.
///
/// # Errors
/// The database failed.
pub async fn look(work: &mut Work<'_>) -> Result<()> {
    let known = work.write(async |cx, tx| groups::addresses(cx, tx).await).await?;
    work.groups = known.map_err(|refusal| plain(refusal.into()))?;
    Ok(())
}
