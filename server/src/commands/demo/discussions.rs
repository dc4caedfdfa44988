//! The discussions of the demonstration: `demo/discussions.toml`, which an import knows nothing of.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use backend::{
    Cx, clock,
    discussions::{PastMessage, PastThread, bring_in},
};
use chrono::{DateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use domain::{discussions::Step, ids::UserId};
use serde::Deserialize;

use crate::state::plain;

/// The file.
pub const FILE: &str = "discussions.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Discussions {
    thread: Vec<Thread>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Thread {
    group: String,
    subject: String,
    text: Option<String>,
    facilitator: String,
    closed: Option<String>,
    message: Vec<Message>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Message {
    by: String,
    days: i64,
    time: String,
    answers: Option<i32>,
    body: String,
    /// What became of it: `masquer`, with its reason and perhaps a plea, or `retirer`.
    steps: Option<String>,
    reason: Option<String>,
    plea: Option<String>,
}

/// Brings in the discussions, by these people.
///
/// # Errors
/// The file is not right, or the database failed.
pub async fn fill(cx: &Cx, file: &str, people: &BTreeMap<String, UserId>) -> Result<()> {
    let read: Discussions = toml::from_str(file).context(FILE)?;
    let who = |email: &str| people.get(email).copied().with_context(|| format!("{FILE}: {email} is missing"));
    for thread in read.thread {
        let mut messages = Vec::new();
        for message in &thread.message {
            messages.push(PastMessage {
                by: who(&message.by)?,
                at: moment(cx, message)?,
                body: message.body.trim().to_owned(),
                answers: message.answers,
                steps: steps(message)?,
            });
        }
        let past = PastThread {
            facilitator: who(&thread.facilitator)?,
            group: thread.group,
            subject: thread.subject,
            text: thread.text,
            closed: thread.closed,
            messages,
        };
        bring_in(cx, &past).await.map_err(plain).with_context(|| past.subject.clone())?;
    }
    Ok(())
}

/// When the message was written, on the clocks of the council.
fn moment(cx: &Cx, message: &Message) -> Result<DateTime<Utc>> {
    let time = NaiveTime::parse_from_str(&message.time, "%H:%M").context(FILE)?;
    let day = cx.today() - TimeDelta::days(message.days);
    let local = clock::ZONE.from_local_datetime(&day.and_time(time)).earliest();
    Ok(local.context("an hour that no clock shows")?.to_utc())
}

fn steps(message: &Message) -> Result<Vec<Step>> {
    let said = |words: &Option<String>| words.clone().unwrap_or_default();
    Ok(match message.steps.as_deref() {
        None => Vec::new(),
        Some("retirer") => vec![Step::Withdraw],
        Some("masquer") => {
            let mut steps = vec![Step::Hide { reason: said(&message.reason) }];
            if message.plea.is_some() {
                let body = message.body.trim().to_owned();
                steps.push(Step::Ask { body, plea: said(&message.plea) });
            }
            steps
        }
        Some(other) => bail!("{FILE}: {other} means nothing here"),
    })
}
