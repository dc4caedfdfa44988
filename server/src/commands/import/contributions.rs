//! `contributions/*.md`: texts as they stand, with their header.

mod check;
mod progress;

use std::collections::BTreeMap;

use anyhow::Result;
use backend::{
    contributions::{
        self, ImportedAdoption, ImportedContribution, ImportedProgress, ImportedReview, ImportedRevision,
    },
    people,
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{GroupId, UserId};

use self::check::Text;
use super::{report::Kind, text::Problem, work::Work};
use crate::{commands::words::refusal_sentence, state::plain};

/// The folder of the texts.
pub const FOLDER: &str = "contributions/";

/// What a text said at one of its versions, from what it says now: which one, counted from 0, among how many.
pub type Earlier = fn(body: &str, version: usize, of: usize) -> String;

/// Imports the texts. Numbers that are given are kept; the others follow, in the order of adoption.
///
/// # Errors
/// The database failed.
pub async fn import(work: &mut Work<'_>, files: &[String], earlier: Option<Earlier>) -> Result<()> {
    if files.is_empty() {
        return Ok(());
    }
    let recorder = work.write(async |cx, tx| people::who_records(cx, tx).await).await?;
    let Some(recorder) = recorder.map_err(|refusal| plain(refusal.into()))? else {
        let why = "nobody is in this installation yet: texts need members.csv, or `preau user create`";
        for path in files {
            work.report.refuse(Kind::Contributions, path, Problem::whole(why));
        }
        return Ok(());
    };
    let mut texts = Vec::new();
    let mut seen = Seen::default();
    for path in files {
        if let Some(text) = read(work, path, &mut seen) {
            texts.push(text);
        }
    }
    // Stable: texts adopted the same day stay in the order of their files.
    texts.sort_by_key(|text| (text.numbered_first(), text.day()));
    let of = texts.len();
    for (done, text) in texts.into_iter().enumerate() {
        work.progress(Kind::Contributions, done, of);
        write(work, text, recorder, earlier).await?;
    }
    work.settle().await
}

/// What other files of the same folder already say.
#[derive(Default)]
struct Seen {
    titles: BTreeMap<(GroupId, String), String>,
    numbers: BTreeMap<String, String>,
}

fn read(work: &mut Work<'_>, path: &str, seen: &mut Seen) -> Option<Text> {
    let source = work.text(Kind::Contributions, path)?;
    let today = work.cx.today();
    let checked = check::check(path, &source, &work.groups, today).and_then(|text| {
        let title = (text.group, text.text.title.clone());
        if let Some(other) = seen.titles.get(&title) {
            return Err(text.problem("title", format!("the same group has this title in {other} too")));
        }
        if let Some(number) = text.adoption.as_ref().and_then(|adoption| adoption.number) {
            if let Some(other) = seen.numbers.get(&number.to_string()) {
                return Err(text.problem("number", format!("{number} is the number of {other} too")));
            }
            seen.numbers.insert(number.to_string(), path.to_owned());
        }
        seen.titles.insert(title, path.to_owned());
        Ok(text)
    });
    match checked {
        Ok(text) => {
            for key in text.unknown() {
                work.report.note(path, format!("the key « {key} » is not imported"));
            }
            Some(text)
        }
        Err(problem) => {
            work.report.refuse(Kind::Contributions, path, problem);
            None
        }
    }
}

async fn write(work: &mut Work<'_>, text: Text, recorder: UserId, earlier: Option<Earlier>) -> Result<()> {
    let unknown = |who: &str, what: &str| format!("nobody has the address {who}; {what}");
    let mut authors = Vec::new();
    for email in text.authors() {
        match work.people.get(email) {
            Some(id) => authors.push(*id),
            None => {
                let why = unknown(email, "the text is imported without this author");
                work.report.leave_out(&text.path, text.problem("authors", why));
            }
        }
    }
    let now = work.cx.now;
    let of = text.revisions.len();
    let body_of = |version: usize| earlier.map(|earlier| earlier(&text.text.body, version, of));
    let mut revisions = Vec::new();
    for (version, said) in (1..).zip(&text.revisions) {
        let by = match work.people.get(&said.by) {
            Some(id) => *id,
            None => {
                let why = unknown(&said.by, "another name is put on this version");
                work.report.leave_out(&text.path, text.problem("revisions", why));
                recorder
            }
        };
        // Versions of the same day follow each other; reviews come after them.
        let at = moment(said.on, 9, now) + chrono::TimeDelta::minutes(version as i64);
        revisions.push(ImportedRevision { by, at, reason: said.what.clone(), body: body_of(version) });
    }
    let mut reviews = Vec::new();
    for (said, verdict) in &text.reviews {
        match work.people.get(&said.by) {
            Some(id) => reviews.push(ImportedReview {
                by: *id,
                at: moment(said.on, 15, now),
                verdict: *verdict,
                comment: said.what.clone(),
            }),
            None => {
                let why = unknown(&said.by, "their review is left out");
                work.report.leave_out(&text.path, text.problem("review", why));
            }
        }
    }
    let mut reviewers = Vec::new();
    for (email, due_on) in &text.progress.reviewers {
        match work.people.get(email) {
            Some(id) => reviewers.push((*id, *due_on)),
            None => {
                let why = unknown(email, "they are not named to review it");
                work.report.leave_out(&text.path, text.problem("reviewers", why));
            }
        }
    }
    let progress = ImportedProgress {
        due_on: text.progress.due_on,
        reviewers,
        consultation: text.progress.consultation.clone(),
    };
    let adoption = text.adoption.as_ref().map(|adoption| ImportedAdoption {
        number: adoption.number,
        decided: adoption.decided.clone(),
        published_at: adoption.published_on.map(|day| moment(day, 16, now)),
    });
    let imported = ImportedContribution {
        group: text.group,
        state: text.state,
        text: text.text.clone(),
        first_body: if of == 0 { None } else { body_of(0) },
        authors,
        created_at: moment(text.created_on, 8, now),
        revisions,
        reviews,
        adoption,
        progress,
        recorded_by: recorder,
    };
    match work.write(async |cx, tx| contributions::import(cx, tx, &imported).await).await? {
        Ok(outcome) => work.report.count(Kind::Contributions, outcome),
        Err(refusal) => {
            let field = match &refusal {
                domain::Refusal::Invalid(errors) => errors.first().map(|error| error.field.clone()),
                _ => None,
            };
            let problem = text.problem(field.as_deref().unwrap_or_default(), refusal_sentence(&refusal));
            work.report.refuse(Kind::Contributions, &text.path, problem);
        }
    }
    Ok(())
}

/// This hour of this day for the council, unless it is still to come.
fn moment(day: NaiveDate, hour: u32, now: DateTime<Utc>) -> DateTime<Utc> {
    let naive = day.and_time(chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default());
    let local = naive.and_local_timezone(backend::clock::ZONE).earliest();
    local.map_or(naive.and_utc(), |at| at.with_timezone(&Utc)).min(now)
}
