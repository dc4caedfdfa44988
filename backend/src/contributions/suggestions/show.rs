//! Suggestions as they are read: in the order of the text, those about the same words together.
//!
//! A fixed number of queries, however many there are.

use std::ops::Range;

use chrono::{DateTime, Utc};
use domain::{
    Version,
    contributions::{Place, SuggestionState},
    ids::{ContributionId, SuggestionId},
    policy::ContributionAction,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};

use super::{
    carry::fate,
    load::{facts, find, waiting, wording},
    names::Names,
};
use crate::{
    Cx, Result,
    contributions::{
        anchors::{self, Paragraph, bytes, covering, headings_of, paragraphs, section},
        comparison::{Change, Span, spans},
        load::{Head, load, source},
        render::apart,
    },
    entities::suggestion,
};

/// Settled suggestions that a page shows, the latest.
const SETTLED: u64 = 50;
/// Suggestions on the same words for which it is worked out what becomes of each; it is told on their own pages anyway.
const TOGETHER: usize = 8;

/// What becomes of a suggestion if another one is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It stays as it is.
    Stays,
    /// It is put on the new words.
    Rests,
    /// The text says it as well.
    Met,
    /// It falls.
    Falls,
}

/// What was answered to a suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettledView {
    /// Who settled it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What they said; may be empty.
    pub answer: String,
    /// The version that came of it, if one did.
    pub version: Option<Version>,
}

/// A suggestion as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestionView {
    /// Which one.
    pub id: SuggestionId,
    /// Who made it.
    pub by: String,
    /// By whose hand, if they take part on paper.
    pub entered_by: Option<String>,
    /// Whether the person asking did.
    pub own: bool,
    /// When.
    pub at: DateTime<Utc>,
    /// On which version.
    pub made_on: Version,
    /// What became of its words.
    pub place: Place,
    /// The words it is about.
    pub quoted: String,
    /// Those it proposes; empty to take them away.
    pub proposed: String,
    /// From the ones to the others.
    pub spans: Vec<Span>,
    /// Why; may be empty.
    pub reason: String,
    /// For whoever changes it.
    pub version: Version,
    /// The suggestion that it answers, and who made that one.
    pub answers: Option<(SuggestionId, String)>,
    /// Where it stands.
    pub state: SuggestionState,
    /// What was answered.
    pub settled: Option<SettledView>,
    /// What becomes of each of the others on the same words if it is accepted: who made it, and that.
    pub others: Vec<(String, Fate)>,
}

/// A paragraph of the text, or several, with the suggestions made on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The heading under which it stands.
    pub section: Option<String>,
    /// Its words, with those that would go and come.
    pub spans: Vec<Span>,
    /// The suggestions.
    pub suggestions: Vec<SuggestionView>,
}

/// The suggestions on a text.
#[derive(Clone, Debug)]
pub struct SuggestionsView {
    /// The head of the page.
    pub head: Head,
    /// Those that wait, in the order of the text.
    pub passages: Vec<Passage>,
    /// Those that wait, whose words have changed or are gone.
    pub lost: Vec<SuggestionView>,
    /// The last ones that were settled, the latest first.
    pub settled: Vec<SuggestionView>,
}

/// A text where other wordings are proposed.
#[derive(Clone, Debug)]
pub struct Workshop {
    /// The head of the page.
    pub head: Head,
    /// The version whose paragraphs these are.
    pub base: Version,
    /// The whole text.
    pub body: String,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// The suggestion that is worded again or answered, and the paragraph as it would read.
    pub about: Option<(SuggestionView, Paragraph)>,
}

/// The suggestions on a text, for those who follow its work or are consulted. Its author has then read what became of
/// theirs.
///
/// # Errors
/// `NotFound` if the text may not be read, or only its result is.
pub async fn suggestions(cx: &Cx, id: ContributionId) -> Result<SuggestionsView> {
    let text = load(cx, id, ContributionAction::Read).await?;
    text.require_followed(cx)?;
    let open = if text.suggestions > 0 { waiting(cx.reader(), id).await? } else { Vec::new() };
    let over = suggestion::Entity::find()
        .filter(suggestion::Column::ContributionId.eq(id))
        .filter(suggestion::Column::State.ne(SuggestionState::Open))
        .order_by_desc(suggestion::Column::SettledAt)
        .order_by_desc(suggestion::Column::Id)
        .limit(SETTLED)
        .all(cx.reader())
        .await?;
    let names = Names::read(cx, open.iter().chain(&over)).await?;
    let body =
        if open.is_empty() { String::new() } else { source(cx.reader(), id, text.version).await?.body };
    let settled = over.iter().map(|row| names.view(cx, row)).collect();
    let untold: Vec<SuggestionId> =
        over.iter().filter(|row| !row.told && facts(cx, row).own).map(|row| row.id).collect();
    let head = Head::new(cx, &text);
    let (passages, lost) = {
        let me = cx.clone();
        apart(body.len() * open.len(), move || laid_out(&me, &open, &names, &body)).await?
    };
    note_told(cx, &untold).await;
    Ok(SuggestionsView { head, passages, lost, settled })
}

/// One suggestion, with the others on its words.
///
/// # Errors
/// As [`suggestions`]; `NotFound` if the text has no such suggestion.
pub async fn suggestion(
    cx: &Cx,
    id: ContributionId,
    which: SuggestionId,
) -> Result<(Head, Passage, SuggestionView)> {
    let text = load(cx, id, ContributionAction::Read).await?;
    text.require_followed(cx)?;
    let row = find(cx.reader(), id, which).await?;
    let open = if row.state == SuggestionState::Open { waiting(cx.reader(), id).await? } else { Vec::new() };
    let names = Names::read(cx, open.iter().chain([&row])).await?;
    let body = source(cx.reader(), id, text.version).await?.body;
    if !row.told && facts(cx, &row).own && row.state != SuggestionState::Open {
        note_told(cx, &[row.id]).await;
    }
    let mut view = names.view(cx, &row);
    let mine = wording(&row).anchor;
    let near: Vec<&suggestion::Model> = open
        .iter()
        .filter(|other| {
            other.id != row.id && other.place == Place::Here && wording(other).anchor.meets(&mine)
        })
        .collect();
    let here = row.state == SuggestionState::Open && row.place == Place::Here;
    let mut passage = Passage { section: None, spans: Vec::new(), suggestions: Vec::new() };
    if here {
        view.others =
            near.iter().map(|other| (names.of(other.author_id), fate(other, &row, &body))).collect();
        passage.section = section(&body, &headings_of(&body), mine.start);
        passage.spans = in_place(&body, &covering(&body, &mine.range()), &[&row]);
        passage.suggestions = near.iter().map(|other| names.view(cx, other)).collect();
    }
    Ok((Head::new(cx, &text), passage, view))
}

/// A text where somebody may propose another wording; `about` is the suggestion that they word again or answer.
///
/// # Errors
/// `Transition` if it is no longer written, or if that suggestion was settled; `NotFound`, `Forbidden`.
pub async fn workshop(
    cx: &Cx,
    id: ContributionId,
    base: Option<Version>,
    about: Option<SuggestionId>,
) -> Result<Workshop> {
    let text = load(cx, id, ContributionAction::Suggest).await?;
    text.require_followed(cx)?;
    text.require_writable()?;
    let base = base.filter(|_| about.is_none()).unwrap_or(text.version);
    let body = source(cx.reader(), id, base).await?.body;
    let open = if text.suggestions > 0 { waiting(cx.reader(), id).await? } else { Vec::new() };
    let current = base == text.version;
    let here = open.iter().filter(|row| current && row.place == Place::Here);
    let here: Vec<Range<usize>> = here.map(|row| bytes(row.starts)..bytes(row.ends)).collect();
    let paragraphs = paragraphs(&body, &here);
    let about = match about {
        None => None,
        Some(which) => {
            let row = find(cx.reader(), id, which).await?;
            facts(cx, &row).must_be_open()?;
            let names = Names::read(cx, [&row].into_iter()).await?;
            let anchor = wording(&row).anchor;
            let range = covering(&body, &anchor.range());
            let read = body.get(range.clone()).unwrap_or_default();
            let typed = if row.place == Place::Here {
                let (start, end) = (anchor.start - range.start, anchor.end - range.start);
                format!("{}{}{}", &read[..start], row.proposed, &read[end..])
            } else {
                read.to_owned()
            };
            Some((names.view(cx, &row), Paragraph { range, text: typed, waiting: 1 }))
        }
    };
    Ok(Workshop { head: Head::new(cx, &text), base, body, paragraphs, about })
}

/// The passage that somebody chose on the page of a version, from one of its words to another, counted from 0.
///
/// # Errors
/// `NotFound` if there are no such words, as well; `Forbidden`.
pub async fn chosen(
    cx: &Cx,
    id: ContributionId,
    base: Version,
    words: (usize, usize),
) -> Result<Range<usize>> {
    let text = load(cx, id, ContributionAction::Suggest).await?;
    text.require_followed(cx)?;
    anchors::chosen(cx, &text, base, words).await
}

/// Notes that their author has read what became of these. A page is shown whether or not this works.
async fn note_told(cx: &Cx, suggestions: &[SuggestionId]) {
    if suggestions.is_empty() || cx.acting().is_some() {
        return;
    }
    let noted = suggestion::Entity::update_many()
        .col_expr(suggestion::Column::Told, Expr::value(true))
        .filter(suggestion::Column::Id.is_in(suggestions.iter().copied()))
        .exec(cx.backend.db().writer())
        .await;
    if let Err(error) = noted {
        tracing::warn!(%error, "what was read of suggestions is not noted");
    }
}

/// Those that wait in the order of the text, and those whose words it no longer has.
fn laid_out(
    cx: &Cx,
    open: &[suggestion::Model],
    names: &Names,
    body: &str,
) -> (Vec<Passage>, Vec<SuggestionView>) {
    let headings = headings_of(body);
    let (here, lost): (Vec<_>, Vec<_>) = open.iter().partition(|row| row.place == Place::Here);
    let mut groups: Vec<(Range<usize>, Vec<&suggestion::Model>)> = Vec::new();
    for row in here {
        let range = covering(body, &wording(row).anchor.range());
        match groups.last_mut() {
            Some((last, rows)) if range.start < last.end => {
                last.end = last.end.max(range.end);
                rows.push(row);
            }
            _ => groups.push((range, vec![row])),
        }
    }
    let passage = |(range, rows): (Range<usize>, Vec<&suggestion::Model>)| {
        let suggestions = rows.iter().map(|row| {
            let mut view = names.view(cx, row);
            let mine = wording(row).anchor;
            let near: Vec<&&suggestion::Model> = rows
                .iter()
                .filter(|other| other.id != row.id && wording(other).anchor.meets(&mine))
                .collect();
            if near.len() <= TOGETHER {
                view.others = near.iter().map(|o| (names.of(o.author_id), fate(o, row, body))).collect();
            }
            view
        });
        let suggestions = suggestions.collect();
        Passage {
            section: section(body, &headings, range.start),
            spans: in_place(body, &range, &rows),
            suggestions,
        }
    };
    let lost = lost.into_iter().map(|row| names.view(cx, row)).collect();
    (groups.into_iter().map(passage).collect(), lost)
}

/// A paragraph with the words that these suggestions take away and bring; where two meet, the first one.
fn in_place(body: &str, range: &Range<usize>, rows: &[&suggestion::Model]) -> Vec<Span> {
    let mut all: Vec<Span> = Vec::new();
    let mut at = range.start;
    let equal = |text: &str| Span { change: Change::Equal, text: text.to_owned() };
    for row in rows {
        let wording = wording(row);
        let anchor = wording.anchor;
        if anchor.start < at {
            continue;
        }
        let Some(before) = body.get(at..anchor.start) else { continue };
        all.push(equal(before));
        all.extend(spans(&anchor.words, &wording.proposed));
        at = anchor.end;
    }
    all.extend(body.get(at..range.end).map(equal));
    all.retain(|span| !span.text.is_empty());
    all
}
