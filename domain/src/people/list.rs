//! A list of people pasted from a mail or a spreadsheet: one person a line.
//!
//! Three shapes are read: `address; name`, in either order and with the columns of `members.csv` after them;
//! `Name <address>`; and a table with a header line, as a spreadsheet saves it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{NewPerson, PersonForm};
use crate::refusal::{FieldError, FieldProblem, Refusal};

/// Lines read at most: a council is smaller.
pub const LINES_MAX: u32 = 500;

/// Why a line is not a person to invite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineProblem {
    /// A field is missing or wrong.
    Field(FieldError),
    /// The address is already at this line, from 1.
    SameAsLine(u32),
}

/// A line of the list: its number from 1, what was typed, and the person it tells.
pub type Line = (u32, String, Result<NewPerson, LineProblem>);

/// Reads a list. Blank lines and the header are not counted as people.
///
/// # Errors
/// `Invalid` on the field `list`, when it is empty or too long.
pub fn read(text: &str, today: NaiveDate) -> Result<Vec<Line>, Refusal> {
    let typed: Vec<(u32, &str)> =
        (1_u32..).zip(text.lines().map(str::trim)).filter(|(_, line)| !line.is_empty()).collect();
    if typed.is_empty() {
        return Err(Refusal::field("list", FieldProblem::Missing));
    }
    if typed.len() > LINES_MAX as usize {
        return Err(Refusal::field("list", FieldProblem::TooLong { max: LINES_MAX }));
    }
    let header = typed.first().and_then(|(_, line)| header(line));
    let skipped = usize::from(header.is_some());
    let columns = header.unwrap_or_default();
    let mut seen = BTreeMap::new();
    let people = typed.into_iter().skip(skipped).map(|(number, line)| {
        let form = if columns.is_empty() { guess(line) } else { in_columns(line, &columns) };
        let person = match form.check(today) {
            Ok(person) => match seen.get(&person.email) {
                Some(first) => Err(LineProblem::SameAsLine(*first)),
                None => {
                    seen.insert(person.email.clone(), number);
                    Ok(person)
                }
            },
            Err(refusal) => Err(LineProblem::Field(first_problem(refusal))),
        };
        (number, line.to_owned(), person)
    });
    Ok(people.collect())
}

fn first_problem(refusal: Refusal) -> FieldError {
    match refusal {
        Refusal::Invalid(errors) => errors.into_iter().next(),
        _ => None,
    }
    .unwrap_or_else(|| FieldError::new("list", FieldProblem::BadCharacters))
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

fn in_columns(line: &str, columns: &[Option<Column>]) -> PersonForm {
    let mut form = PersonForm::default();
    for (cell, column) in cells(line).into_iter().zip(columns) {
        if let Some(column) = column {
            column.put(&mut form, cell);
        }
    }
    form
}

/// Without a header: the cell with an `@` is the address, the first of the others the name.
fn guess(line: &str) -> PersonForm {
    if let Some((name, rest)) = line.split_once('<')
        && let Some((email, _)) = rest.split_once('>')
    {
        let name = name.trim().trim_matches('"');
        return PersonForm { email: email.to_owned(), name: name.to_owned(), ..Default::default() };
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
    for (cell, column) in cells.into_iter().zip(others) {
        column.put(&mut form, cell);
    }
    form
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
mod tests {
    use super::*;

    fn read_all(text: &str) -> Vec<Line> {
        read(text, crate::form::date("2026-11-22").expect("a date")).expect("a list")
    }

    fn people(text: &str) -> Vec<(String, String)> {
        read_all(text)
            .into_iter()
            .map(|(_, line, person)| person.unwrap_or_else(|p| panic!("{line}: {p:?}")))
            .map(|person| (person.email, person.name))
            .collect()
    }

    #[test]
    fn people_are_read_in_the_three_shapes() {
        let odile = [("odile@exemple.fr".to_owned(), "Odile Rambert".to_owned())];
        for text in [
            "odile@exemple.fr; Odile Rambert",
            "Odile Rambert, Odile@Exemple.fr",
            "Odile Rambert <odile@exemple.fr>",
            "\"Odile Rambert\" <odile@exemple.fr>,",
            "odile@exemple.fr\tOdile Rambert",
            "email;name\nodile@exemple.fr;Odile Rambert",
            "Nom;Prénom;Téléphone;Courriel\r\nRambert;Odile;0102030405;odile@exemple.fr\r\n",
        ] {
            assert_eq!(people(text), odile, "{text}");
        }
    }

    #[test]
    fn columns_after_the_name_are_those_of_the_import() {
        let lines = read_all("odile@exemple.fr; Odile; Habitants; ; Valcendre; chair; 01/02/2026");
        let person = lines[0].2.clone().expect("a person");
        assert_eq!((person.college.as_str(), person.commune.as_str()), ("Habitants", "Valcendre"));
        assert_eq!(person.role, super::super::CouncilRole::Chair);
    }

    #[test]
    fn refused_lines_keep_their_number() {
        let lines =
            read_all("a@exemple.fr; Anne\n\nb@exemple; Bruno\nc@exemple.fr\nA@exemple.fr; Anne encore");
        let told: Vec<_> = lines.into_iter().map(|(n, _, p)| (n, p.err())).collect();
        assert_eq!(
            told,
            [
                (1, None),
                (3, Some(LineProblem::Field(FieldError::new("email", FieldProblem::NotAnEmail)))),
                (4, Some(LineProblem::Field(FieldError::new("name", FieldProblem::Missing)))),
                (5, Some(LineProblem::SameAsLine(1))),
            ]
        );
    }

    #[test]
    fn an_empty_or_endless_list_is_refused() {
        let today = crate::form::date("2026-11-22").expect("a date");
        assert_eq!(read(" \n", today), Err(Refusal::field("list", FieldProblem::Missing)));
        assert!(read(&"a@exemple.fr; Anne\n".repeat(501), today).is_err());
    }
}
