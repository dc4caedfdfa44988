//! A list of people pasted from a mail or a spreadsheet: one person a line.
//!
//! Three shapes are read: `address; name`, in either order and with the columns of `members.csv` after them;
//! `Name <address>`; and a table with a header line, as a spreadsheet saves it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use serde::{Deserialize, Serialize};

use super::{NewPerson, PersonForm, words};
use crate::refusal::{FieldError, FieldProblem, Refusal};

/// Lines read at most: a council is smaller.
pub const LINES_MAX: u32 = 500;

/// Why a line is not a person to invite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineProblem {
    /// A field is missing or wrong.
    Field(FieldError),
    /// The address is already at this line, from 1.
    SameAsLine(u32),
    /// The council has no college of this name.
    NoSuchCollege,
}

/// A line of the list: its number from 1, what was typed, and the person it tells or all that is wrong with it.
pub type Line = (u32, String, Result<NewPerson, Vec<LineProblem>>);

/// A list that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// Its lines.
    pub lines: Vec<Line>,
    /// Names of its columns that mean nothing here.
    pub unknown: Vec<String>,
}

/// Reads a list. Blank lines and the header are not counted as people.
///
/// # Errors
/// `Invalid` on the field `list`, when it is empty or too long, or when its columns are parted by an unknown sign.
pub fn read(text: &str, today: NaiveDate) -> Result<List, Refusal> {
    let typed: Vec<(u32, &str)> =
        (1_u32..).zip(text.lines().map(str::trim)).filter(|(_, line)| !line.is_empty()).collect();
    if typed.is_empty() {
        return Err(Refusal::field("list", FieldProblem::Missing));
    }
    if typed.len() > LINES_MAX as usize {
        return Err(Refusal::field("list", FieldProblem::TooManyLines { max: LINES_MAX }));
    }
    let first = typed.first().map_or("", |(_, line)| *line);
    if is_header_otherwise_parted(first) {
        return Err(Refusal::field("list", FieldProblem::UnknownSeparator));
    }
    let header = header(first);
    let skipped = usize::from(header.is_some());
    let unknown = header.as_ref().map(|columns| unknown(first, columns)).unwrap_or_default();
    let columns = header.unwrap_or_default();
    let mut seen = BTreeMap::new();
    let people = typed.into_iter().skip(skipped).map(|(number, line)| {
        let (form, extra) = if columns.is_empty() { guess(line) } else { in_columns(line, &columns) };
        let person = match check(line, form, extra, today) {
            Ok(person) => match seen.get(&person.email) {
                Some(first) => Err(vec![LineProblem::SameAsLine(*first)]),
                None => {
                    seen.insert(person.email.clone(), number);
                    Ok(person)
                }
            },
            Err(problems) => Err(problems),
        };
        (number, line.to_owned(), person)
    });
    Ok(List { lines: people.collect(), unknown })
}

/// The person of a line, or all that is wrong with it; `extra` cells are in no column.
fn check(
    line: &str,
    mut form: PersonForm,
    extra: u32,
    today: NaiveDate,
) -> Result<NewPerson, Vec<LineProblem>> {
    let list = |problem| vec![LineProblem::Field(FieldError::new("list", problem))];
    if line.contains('@') && !line.contains([';', '\t', ',', '<']) && line.contains(['|', ' ']) {
        return Err(list(FieldProblem::UnknownSeparator));
    }
    let mut problems = Vec::new();
    if extra > 0 {
        problems.extend(list(FieldProblem::ExtraCells { count: extra }));
    }
    // The keys of the site are not given by a list.
    match words::role(&form.role) {
        Some((role, false)) => role.code().clone_into(&mut form.role),
        _ => {
            problems.push(LineProblem::Field(FieldError::new("role", FieldProblem::NotARole)));
            form.role.clear();
        }
    }
    match form.check(today) {
        Ok(person) if problems.is_empty() => return Ok(person),
        Ok(_) => {}
        Err(Refusal::Invalid(errors)) => problems.extend(errors.into_iter().map(LineProblem::Field)),
        Err(_) => problems.extend(list(FieldProblem::BadCharacters)),
    }
    Err(problems)
}

/// Whether this is a header whose columns are parted by a sign that is not read, such as `|`.
fn is_header_otherwise_parted(line: &str) -> bool {
    let mut cells = line.split(['|', ':', '/', '#', '*', '~', '^']).map(str::trim);
    !line.contains(['@', ';', '\t', ','])
        && cells.clone().count() > 1
        && cells.any(|cell| Column::named(cell) == Some(Column::Email))
}

/// The names of the columns that mean nothing here.
fn unknown(header: &str, columns: &[Option<Column>]) -> Vec<String> {
    let named = cells(header).into_iter().zip(columns);
    named.filter(|(name, column)| column.is_none() && !name.is_empty()).map(|(name, _)| name).collect()
}

/// The columns named by a header line, if this is one.
fn header(line: &str) -> Option<Vec<Option<Column>>> {
    if line.contains('@') {
        return None;
    }
    let columns: Vec<_> = cells(line).iter().map(|cell| Column::named(cell)).collect();
    columns.contains(&Some(Column::Email)).then_some(columns)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Email,
    Name,
    FirstName,
    College,
    Organisation,
    Commune,
    Role,
    Start,
    End,
}

impl Column {
    fn named(cell: &str) -> Option<Column> {
        Some(match cell.to_lowercase().replace(['-', ' '], "_").as_str() {
            "email"
            | "e_mail"
            | "mail"
            | "courriel"
            | "mél"
            | "adresse"
            | "adresse_électronique"
            | "adresse_mail"
            | "address" => Column::Email,
            "name" | "nom" | "nom_complet" => Column::Name,
            "prénom" | "prenom" | "first_name" => Column::FirstName,
            "college" | "collège" => Column::College,
            "organisation" | "organization" | "structure" => Column::Organisation,
            "commune" | "ville" | "town" => Column::Commune,
            "role" | "rôle" => Column::Role,
            "mandate_start" | "début" | "début_du_mandat" => Column::Start,
            "mandate_end" | "fin" | "fin_du_mandat" => Column::End,
            _ => return None,
        })
    }

    fn put(self, form: &mut PersonForm, cell: String) {
        match self {
            Column::Email => form.email = cell,
            Column::Name if form.name.is_empty() => form.name = cell,
            Column::Name => form.name = format!("{} {cell}", form.name),
            Column::FirstName => form.name = format!("{cell} {}", form.name),
            Column::College => form.college = cell,
            Column::Organisation => form.organisation = cell,
            Column::Commune => form.commune = cell,
            Column::Role => form.role = cell,
            Column::Start => form.mandate_start = cell,
            Column::End => form.mandate_end = cell,
        }
    }
}

fn in_columns(line: &str, columns: &[Option<Column>]) -> (PersonForm, u32) {
    let mut form = PersonForm::default();
    let cells = cells(line);
    let extra = filled(cells.iter().skip(columns.len()));
    for (cell, column) in cells.into_iter().zip(columns) {
        if let Some(column) = column {
            column.put(&mut form, cell);
        }
    }
    (form, extra)
}

fn filled<'a>(cells: impl Iterator<Item = &'a String>) -> u32 {
    cells.filter(|cell| !cell.is_empty()).map(|_| 1).sum()
}

/// Without a header: the cell with an `@` is the address, the first of the others the name.
fn guess(line: &str) -> (PersonForm, u32) {
    if let Some((name, rest)) = line.split_once('<')
        && let Some((email, after)) = rest.split_once('>')
    {
        let extra = filled(cells(after).iter());
        let name = name.trim().trim_matches('"');
        let form = PersonForm { email: email.to_owned(), name: name.to_owned(), ..Default::default() };
        return (form, extra);
    }
    let mut cells = cells(line);
    let at = cells.iter().position(|cell| cell.contains('@')).unwrap_or(0);
    let email = cells.remove(at);
    let others = [
        Column::Name,
        Column::College,
        Column::Organisation,
        Column::Commune,
        Column::Role,
        Column::Start,
        Column::End,
    ];
    let mut form = PersonForm { email, ..Default::default() };
    let extra = filled(cells.iter().skip(others.len()));
    for (cell, column) in cells.into_iter().zip(others) {
        column.put(&mut form, cell);
    }
    (form, extra)
}

/// The cells of a line: parted by `;`, or else by tabulations, or else by `,`; quotes protect a cell.
fn cells(line: &str) -> Vec<String> {
    let separator = [';', '\t', ','].into_iter().find(|s| line.contains(*s)).unwrap_or(';');
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        if c == '"' {
            quoted = !quoted;
        } else if c == separator && !quoted {
            cells.push(String::new());
        } else if let Some(cell) = cells.last_mut() {
            cell.push(c);
        }
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests;
