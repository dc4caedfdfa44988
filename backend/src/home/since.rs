//! What happened since somebody's last visit, in what they may read.

use chrono::{DateTime, TimeDelta, Utc};

use super::visit::visit;
use crate::{Cx, Result, feed};

/// News shown.
const SHOWN: usize = 10;
/// What somebody who was never here is told of.
const FIRST_TIME: TimeDelta = TimeDelta::days(30);

/// What happened since the last visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// When the last visit was; none the first time.
    pub previous: Option<DateTime<Utc>>,
    /// The latest first.
    pub news: Vec<feed::Line>,
}

/// The news of the person asking; notes their visit.
///
/// What they did themselves is no news, nor what the program did when a council was brought in.
///
/// # Errors
/// `SignInRequired`.
pub async fn since_last_visit(cx: &Cx) -> Result<Since> {
    let previous = visit(cx, cx.person()?.id).await?;
    let from = previous.unwrap_or(cx.now - FIRST_TIME);
    Ok(Since { previous, news: feed::since(cx, from, SHOWN).await? })
}
