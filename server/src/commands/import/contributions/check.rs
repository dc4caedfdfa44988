//! A text and its header, checked.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    FieldProblem,
    contributions::{
        Adoption, AdoptionForm, ContributionForm, ContributionText, PublicationNumber, ReviewForm, State,
        Verdict, may_be_reviewed,
    },
    ids::GroupId,
};

use super::progress::{self, Progress};
use crate::commands::{
    import::{
        choices,
        front_matter::{self, Entry, Sheet},
        text::Problem,
    },
    words,
};

/// Where a text is adopted, when its header does not tell.
const PLENARY: &str = "Assemblée plénière";

/// A text that can be imported.
#[derive(Clone, Debug)]
pub struct Text {
    /// Its file.
    pub path: String,
    /// Its group.
    pub group: GroupId,
    /// Where it stands.
    pub state: State,
    /// What it says.
    pub text: ContributionText,
    /// When it was begun.
    pub created_on: NaiveDate,
    /// How it was adopted.
    pub adoption: Option<Adopted>,
    /// Who saved which version after the first, oldest first.
    pub revisions: Vec<Said>,
    /// Who said what of it, oldest first.
    pub reviews: Vec<(Said, Verdict)>,
    /// What is under way on it.
    pub progress: Progress,
    sheet: Sheet,
}

/// How a text was adopted.
#[derive(Clone, Debug)]
pub struct Adopted {
    /// Its number, if it has one already.
    pub number: Option<PublicationNumber>,
    /// Body, day, votes.
    pub decided: Adoption,
    /// When it was made public.
    pub published_on: Option<NaiveDate>,
}

/// What somebody said on some day.
#[derive(Clone, Debug)]
pub struct Said {
    /// Their address.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
    /// What they said; may be empty.
    pub what: String,
}

impl Text {
    /// The addresses of its authors.
    pub fn authors(&self) -> &[String] {
        &self.sheet.header.authors.0
    }

    /// Keys of its header that mean nothing here.
    pub fn unknown(&self) -> Vec<String> {
        self.sheet.unknown.clone()
    }

    /// A problem at a key of its header.
    pub fn problem(&self, key: &str, why: impl Into<String>) -> Problem {
        Problem { line: self.sheet.line_of(key), why: why.into() }
    }

    /// 0 when its number is given: those are taken first.
    pub fn numbered_first(&self) -> u8 {
        u8::from(self.adoption.as_ref().is_none_or(|adoption| adoption.number.is_none()))
    }

    /// The day by which texts follow each other.
    pub fn day(&self) -> NaiveDate {
        self.adoption.as_ref().map_or(self.created_on, |adoption| adoption.decided.adopted_on)
    }
}

/// Checks a file.
///
/// # Errors
/// The first thing that is wrong, at the line of its key.
pub fn check(
    path: &str,
    source: &str,
    groups: &BTreeMap<String, GroupId>,
    today: NaiveDate,
) -> Result<Text, Problem> {
    let sheet = front_matter::read(source)?;
    let reader = Reader { sheet: &sheet, today };
    let header = &sheet.header;
    let given = |value: &Option<String>| value.clone().unwrap_or_default();
    let slug = given(&header.group);
    let slug = slug.trim();
    let group = *groups.get(slug).ok_or_else(|| match slug {
        "" => reader.wrong("group", "is missing: whose text is it?"),
        _ => reader.wrong("group", format!("there is no group « {slug} »")),
    })?;
    let kind = given(&header.kind);
    let kind = choices::contribution_kind(&kind).ok_or_else(|| {
        reader.wrong(
            "kind",
            format!("« {kind} » is not one of contribution, opinion, synthesis, note, minutes"),
        )
    })?;
    let state = given(&header.status);
    let state = choices::state(&state).ok_or_else(|| {
        let known = "draft, in_review, changes_requested, ready_for_adoption, adopted, published";
        reader.wrong("status", format!("« {state} » is not one of {known}"))
    })?;
    let form = ContributionForm {
        title: given(&header.title),
        kind: kind.code().to_owned(),
        summary: given(&header.summary),
        body: sheet.body.clone(),
        reason: String::new(),
    };
    let text = form.check().map_err(|refusal| reader.refused(&refusal))?;
    if state != State::Draft {
        may_be_reviewed(&text.body).map_err(|refusal| reader.refused(&refusal))?;
    }
    let adoption = reader.adoption(state)?;
    let (revisions, reviews) = (reader.revisions()?, reader.reviews()?);
    let progress = progress::read(&reader, state)?;
    let created_on = match reader.past("created_on", &header.created_on)? {
        Some(day) => day,
        None => {
            let adopted = adoption.iter().map(|adoption| adoption.decided.adopted_on);
            let saved = revisions.iter().map(|said| said.on);
            let reviewed = reviews.iter().map(|(said, _)| said.on);
            adopted.chain(saved).chain(reviewed).min().unwrap_or(today)
        }
    };
    let path = path.to_owned();
    Ok(Text { path, group, state, text, created_on, adoption, revisions, reviews, progress, sheet })
}

/// A header being read, and the day it is.
pub struct Reader<'a> {
    /// The header.
    pub sheet: &'a Sheet,
    /// Today.
    pub today: NaiveDate,
}

impl Reader<'_> {
    /// What is wrong with a key, at its line.
    pub fn wrong(&self, key: &str, why: impl AsRef<str>) -> Problem {
        Problem { line: self.sheet.line_of(key), why: format!("{key}: {}", why.as_ref()) }
    }

    fn refused(&self, refusal: &domain::Refusal) -> Problem {
        let key = match refusal {
            domain::Refusal::Invalid(errors) => errors.first().map(|error| error.field.as_str()),
            _ => None,
        };
        Problem { line: key.and_then(|key| self.sheet.line_of(key)), why: words::refusal_sentence(refusal) }
    }

    /// A day, if one is given.
    pub fn day(&self, key: &str, value: &Option<String>) -> Result<Option<NaiveDate>, Problem> {
        let Some(value) = value.as_deref().filter(|value| !value.trim().is_empty()) else { return Ok(None) };
        let day = domain::form::date(value)
            .map_err(|problem| self.wrong(key, format!("« {value} » {}", words::problem(&problem))))?;
        Ok(Some(day))
    }

    /// A day, if one is given, that has come already.
    pub fn past(&self, key: &str, value: &Option<String>) -> Result<Option<NaiveDate>, Problem> {
        let day = self.day(key, value)?;
        if day.is_some_and(|day| day > self.today) {
            return Err(self.wrong(key, words::problem(&FieldProblem::InTheFuture)));
        }
        Ok(day)
    }

    fn adoption(&self, state: State) -> Result<Option<Adopted>, Problem> {
        let header = &self.sheet.header;
        let adopted_on = self.past("adopted_on", &header.adopted_on)?;
        let published_on = self.past("published_on", &header.published_on)?;
        if !state.is_frozen() {
            let stray = [
                ("number", &header.number),
                ("adopted_on", &header.adopted_on),
                ("published_on", &header.published_on),
            ];
            return match stray.iter().find(|(_, value)| value.is_some()) {
                Some((key, _)) => Err(self.wrong(key, "goes with the status adopted or published only")),
                None => Ok(None),
            };
        }
        if state == State::Adopted && published_on.is_some() {
            return Err(self.wrong("published_on", "goes with the status published only"));
        }
        let Some(adopted_on) = adopted_on.or(published_on) else {
            return Err(Problem {
                line: self.sheet.line_of("status"),
                why: "adopted_on: is missing: when was this text adopted?".to_owned(),
            });
        };
        if published_on.is_some_and(|published| published < adopted_on) {
            return Err(self.wrong("published_on", "is before adopted_on"));
        }
        let number = match header.number.as_deref().map(str::trim).filter(|number| !number.is_empty()) {
            None => None,
            Some(number) => Some(number.parse().map_err(|_| {
                self.wrong("number", format!("« {number} » is not a number such as 2026-04"))
            })?),
        };
        let or = |value: &Option<String>, other: &str| value.clone().unwrap_or_else(|| other.to_owned());
        let form = AdoptionForm {
            body: or(&header.adoption_body, PLENARY),
            adopted_on: adopted_on.to_string(),
            votes_for: or(&header.votes_for, "0"),
            votes_against: or(&header.votes_against, "0"),
            votes_abstaining: or(&header.votes_abstaining, "0"),
        };
        let decided = form.check(self.today).map_err(|refusal| self.refused(&refusal))?;
        Ok(Some(Adopted { number, decided, published_on }))
    }

    fn revisions(&self) -> Result<Vec<Said>, Problem> {
        let entries = self.sheet.header.revisions.iter().flatten();
        let mut said = entries
            .map(|entry| {
                let what = domain::form::line(entry.reason.as_deref().unwrap_or_default(), 0, 300);
                let what = what.map_err(|problem| {
                    self.wrong("revisions", format!("a reason {}", words::problem(&problem)))
                })?;
                self.said("revisions", entry, what)
            })
            .collect::<Result<Vec<_>, _>>()?;
        said.sort_by_key(|said| said.on);
        Ok(said)
    }

    fn reviews(&self) -> Result<Vec<(Said, Verdict)>, Problem> {
        let entries = self.sheet.header.review.iter().flatten();
        let mut said = entries
            .map(|entry| {
                let word = entry.verdict.as_deref().unwrap_or_default();
                let verdict = choices::verdict(word).ok_or_else(|| {
                    self.wrong("review", format!("« {word} » is not one of approve, changes, comment"))
                })?;
                let comment = entry.comment.clone().unwrap_or_default();
                let form = ReviewForm { verdict: verdict.code().to_owned(), comment };
                let (verdict, comment) = form
                    .check()
                    .map_err(|refusal| self.wrong("review", words::refusal_sentence(&refusal)))?;
                Ok((self.said("review", entry, comment)?, verdict))
            })
            .collect::<Result<Vec<_>, Problem>>()?;
        said.sort_by_key(|(said, _)| said.on);
        Ok(said)
    }

    fn said(&self, key: &str, entry: &Entry, what: String) -> Result<Said, Problem> {
        let by = domain::accounts::email(entry.by.as_deref().unwrap_or_default())
            .map_err(|problem| self.wrong(key, format!("by {}", words::problem(&problem))))?;
        let on = self.past(key, &entry.on)?;
        let on = on.ok_or_else(|| self.wrong(key, "each needs « on: », the day when it was"))?;
        Ok(Said { by, on, what })
    }
}
