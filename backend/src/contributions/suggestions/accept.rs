//! Accepting a suggestion: its words go into the text as a save does, and the other suggestions on them are settled.

use domain::{
    Refusal, Version,
    contributions::{ContributionForm, Edit, Place, SuggestionState},
    ids::{ContributionId, SuggestionId},
    policy::ContributionAction,
    refusal::Transition,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::load::{facts, find_read, wording};
use crate::{
    Cx, Result,
    contributions::{
        load::source,
        moment,
        write::{Writing, write},
    },
    entities::suggestion,
};

/// How many times this is tried again when others save at the same moment.
const TRIES: usize = 4;
/// Characters of the reason of a version.
const REASON: usize = 300;

/// What became of an acceptance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The version that holds its words.
    pub version: Version,
    /// How many others fell.
    pub fallen: u64,
}

/// A suggestion being accepted, for whoever writes the version.
pub(in super::super) struct Accepting {
    pub(super) id: SuggestionId,
    pub(super) version: Version,
    pub(super) answer: String,
    after: String,
    edits: Vec<Edit>,
}

impl Accepting {
    /// The edits that lead to that text, if it is the one that was meant.
    pub(in super::super) fn edits_to(&self, after: &str) -> Option<Vec<Edit>> {
        (self.after == after).then(|| self.edits.clone())
    }
}

/// Puts the words of a suggestion in the text, for those who write it. `read` is the suggestion as it was read.
///
/// # Errors
/// `Transition` if the text is no longer written, if the suggestion was settled or if its words changed; `Conflict` if
/// it was worded again; `Invalid` if the text would not do; `NotFound`, `Forbidden`.
pub async fn accept(
    cx: &Cx,
    id: ContributionId,
    suggestion: SuggestionId,
    read: Version,
    answer: &str,
) -> Result<Accepted> {
    for _ in 0..TRIES {
        let text = moment::load_whole(cx, id, ContributionAction::Write).await?;
        text.require_writable()?;
        let row = find_read(cx.reader(), id, suggestion, read).await?;
        facts(cx, &row).must_be_open()?;
        if row.place != Place::Here {
            return Err(Refusal::Transition(Transition::PassageChanged).into());
        }
        let current = source(cx.reader(), id, text.version).await?;
        let wording = wording(&row);
        if current.body.get(wording.anchor.range()) != Some(wording.anchor.words.as_str()) {
            // A version was written between two of these questions.
            continue;
        }
        let (body, edits) = wording.applied(&current.body);
        let form = ContributionForm {
            title: current.title.clone(),
            kind: text.kind.code().to_owned(),
            summary: current.summary.clone(),
            body: body.clone(),
            reason: in_brief(&row.reason),
        };
        let typed = form.check()?;
        let accepting =
            Accepting { id: row.id, version: row.version, answer: answer.to_owned(), after: body, edits };
        let with = [row.author_id];
        let writing = Writing {
            by: cx.person()?.id,
            merged_from: None,
            shared: None,
            with: &with,
            accepting: Some(&accepting),
            intake: None,
        };
        if let Some(version) = write(cx, &text, &current, &typed, &writing).await? {
            let fallen = suggestion::Entity::find()
                .filter(suggestion::Column::ContributionId.eq(id))
                .filter(suggestion::Column::State.eq(SuggestionState::Fallen))
                .filter(suggestion::Column::SettledIn.eq(version))
                .count(cx.backend.db().writer())
                .await?;
            return Ok(Accepted { version, fallen });
        }
    }
    Err(Refusal::Conflict.into())
}

/// A reason in one line, for the life of the text.
fn in_brief(reason: &str) -> String {
    let line = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= REASON {
        return line;
    }
    let cut: String = line.chars().take(REASON - 1).collect();
    format!("{}…", cut.trim_end())
}
