//! What is under way on a text, as its header tells: its deadline, who reviews it, its consultation.

use chrono::NaiveDate;
use domain::contributions::{CONSULTED, Consultation, ConsultationForm, State};

use super::check::Reader;
use crate::commands::{import::text::Problem, words};

/// What is under way on a text.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    /// The day by which it is due.
    pub due_on: Option<NaiveDate>,
    /// The addresses of those who are to review it, and by when.
    pub reviewers: Vec<(String, Option<NaiveDate>)>,
    /// The consultation that goes on.
    pub consultation: Option<Consultation>,
}

/// Reads it.
///
/// # Errors
/// The first thing that is wrong, at the line of its key.
pub fn read(reader: &Reader<'_>, state: State) -> Result<Progress, Problem> {
    let header = &reader.sheet.header;
    let given = |value: &Option<String>| value.as_deref().is_some_and(|value| !value.trim().is_empty());
    let reviewers = header.reviewers.as_deref().unwrap_or_default();
    if !state.is_writable() {
        let stray = [("due_on", given(&header.due_on)), ("reviewers", !reviewers.is_empty())];
        if let Some((key, _)) = stray.iter().find(|(_, given)| *given) {
            return Err(reader.wrong(key, "goes with a text that is still written only"));
        }
    }
    let consulted = [
        ("consulted_on", &header.consulted_on),
        ("consulted_until", &header.consulted_until),
        ("consultation", &header.consultation),
    ];
    if !CONSULTED.contains(&state)
        && let Some((key, _)) = consulted.iter().find(|(_, value)| given(value))
    {
        return Err(reader.wrong(key, "goes with the status in_review or changes_requested only"));
    }
    let reviewers = reviewers.iter().map(|reviewer| {
        let who = domain::accounts::email(&reviewer.who).map_err(|problem| {
            reader.wrong("reviewers", format!("« {} » {}", reviewer.who, words::problem(&problem)))
        })?;
        if header.authors.0.contains(&who) {
            return Err(reader.wrong("reviewers", format!("{who} is an author of the text")));
        }
        Ok((who, reader.day("reviewers", &reviewer.due_on)?))
    });
    Ok(Progress {
        due_on: reader.day("due_on", &header.due_on)?,
        reviewers: reviewers.collect::<Result<_, Problem>>()?,
        consultation: consultation(reader)?,
    })
}

fn consultation(reader: &Reader<'_>) -> Result<Option<Consultation>, Problem> {
    let header = &reader.sheet.header;
    let (until, question) =
        (header.consulted_until.clone().unwrap_or_default(), header.consultation.clone().unwrap_or_default());
    if until.trim().is_empty() && question.trim().is_empty() {
        return Ok(None);
    }
    // One that was held says when it began: it may be over.
    let begun = reader.past("consulted_on", &header.consulted_on)?.unwrap_or(reader.today);
    let form = ConsultationForm { until, question };
    let asked = form.check(begun).map_err(|refusal| {
        let errors = match &refusal {
            domain::Refusal::Invalid(errors) => errors.first(),
            _ => None,
        };
        match errors {
            Some(error) if error.field == "until" => {
                reader.wrong("consulted_until", words::problem(&error.problem))
            }
            Some(error) => reader.wrong("consultation", words::problem(&error.problem)),
            None => reader.wrong("consultation", words::refusal_sentence(&refusal)),
        }
    })?;
    Ok(Some(asked))
}
