//! `council.toml`, `members.csv`, `groups.csv`.

use anyhow::Result;
use app::open_archive::Copy;
use backend::{
    council::Council,
    open_archive::{
        Writing,
        told::{Group, Person},
    },
};
use domain::{council::Words, groups::GroupRole, people::CouncilRole};
use toml::{Table, Value};

use super::table;
use crate::commands::import::names;

/// Writes the three.
///
/// # Errors
/// The folder cannot be written.
pub fn write(to: &mut Writing, council: &Council, copy: &Copy) -> Result<()> {
    to.whole(names::COUNCIL, settings(council)?)?;
    let columns = [
        "email",
        "name",
        "college",
        "organisation",
        "commune",
        "role",
        "mandate_start",
        "mandate_end",
        "administrator",
    ];
    table::write(to, names::MEMBERS, &columns, copy.people.values().map(person).collect())?;
    let columns = [
        "slug",
        "name",
        "kind",
        "visibility",
        "state",
        "mandate",
        "asked_by",
        "due_on",
        "deliverable",
        "facilitators",
        "members",
    ];
    let groups = copy.groups.values().map(|group| told(group, copy)).collect();
    table::write(to, names::GROUPS, &columns, groups)
}

fn settings(council: &Council) -> Result<String> {
    let list = |lines: &[String]| Value::Array(lines.iter().map(|line| line.as_str().into()).collect());
    let words: Table = Words::keys()
        .into_iter()
        .filter_map(|key| council.words.get(&key).map(|word| (key.clone(), word.into())))
        .collect();
    let mut table = Table::new();
    for (key, said) in [
        ("name", &council.name),
        ("territory", &council.territory),
        ("presentation", &council.presentation),
        ("joining", &council.joining),
        ("contact_email", &council.contact_email),
    ] {
        table.insert(key.to_owned(), said.as_str().into());
    }
    table.insert("colleges".to_owned(), list(&council.colleges));
    table.insert("checklist".to_owned(), list(&council.checklist));
    table.insert("words".to_owned(), Value::Table(words));
    Ok(toml::to_string_pretty(&table)?)
}

fn person(person: &Person) -> Vec<String> {
    let mandate = person.mandate.as_ref();
    // Whoever has none takes part where they are invited.
    let role = mandate.map_or(CouncilRole::Guest, |mandate| mandate.role);
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    vec![
        person.email.clone(),
        person.name.clone(),
        person.college.clone(),
        person.organisation.clone(),
        person.commune.clone(),
        role.code().to_owned(),
        day(mandate.map(|mandate| mandate.from)),
        day(mandate.and_then(|mandate| mandate.to)),
        if person.administrator { "oui".to_owned() } else { String::new() },
    ]
}

fn told(group: &Group, copy: &Copy) -> Vec<String> {
    // Observers are in the archive only: as members they could write.
    let those = |role: GroupRole| {
        let of_role = group.people.iter().filter(|(_, own)| *own == role);
        let emails = of_role.filter_map(|(id, _)| copy.people.get(id)).map(|person| person.email.as_str());
        emails.collect::<Vec<_>>().join(" ")
    };
    vec![
        group.slug.clone(),
        group.name.clone(),
        group.kind.code().to_owned(),
        group.visibility.code().to_owned(),
        group.state.code().to_owned(),
        group.mandate.clone(),
        group.asked_by.clone(),
        group.due_on.map(|day| day.to_string()).unwrap_or_default(),
        group.deliverable.clone(),
        those(GroupRole::Facilitator),
        those(GroupRole::Member),
    ]
}
