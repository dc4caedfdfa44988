//! The texts with the heads of their versions: one query for each, whatever is shown of them.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Refusal, Version,
    charter::{Adopted, FramingKind, Standing, VersionState, in_force},
    ids::{FramingTextId, FramingVersionId, PollId},
    policy::{CharterAction, Permission},
    polls::ResolutionNumber,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
};

use crate::{
    Cx, Found, Result,
    contributions::typeset,
    entities::{framing_text, framing_version, poll},
    events::{Event, EventKind},
};

/// A framing text.
#[derive(Clone, Debug)]
pub struct TextHead {
    /// Which.
    pub id: FramingTextId,
    /// Its name in addresses.
    pub slug: String,
    /// What it is.
    pub kind: FramingKind,
    /// Its title, typeset.
    pub title: String,
    /// What it is for; may be empty.
    pub aim: String,
    /// Whether each member signs it.
    pub to_sign: bool,
    /// Its versions that one may know of, the last first.
    pub versions: Vec<VersionHead>,
}

impl TextHead {
    /// The version in force today.
    pub fn in_force(&self) -> Option<&VersionHead> {
        self.versions.iter().find(|version| version.standing == Standing::InForce)
    }

    /// The version that is prepared.
    pub fn prepared(&self) -> Option<&VersionHead> {
        self.versions.iter().find(|version| version.state.is_prepared())
    }

    /// The version in force on a day.
    pub fn in_force_on(&self, day: NaiveDate) -> Option<&VersionHead> {
        let number = in_force(&self.adopted(), day)?;
        self.number(number)
    }

    /// The version of this number.
    pub fn number(&self, number: i32) -> Option<&VersionHead> {
        self.versions.iter().find(|version| version.number == number)
    }

    /// The version that was in force before this one.
    pub fn before(&self, version: &VersionHead) -> Option<&VersionHead> {
        let from = version.in_force_on?;
        let earlier = self
            .versions
            .iter()
            .filter(|one| one.in_force_on.is_some_and(|other| (other, one.number) < (from, version.number)));
        earlier.max_by_key(|one| (one.in_force_on, one.number))
    }

    /// Those that were adopted.
    pub(super) fn adopted(&self) -> Vec<Adopted> {
        let adopted = self.versions.iter();
        adopted.filter_map(|one| one.in_force_on.map(|from| Adopted { number: one.number, from })).collect()
    }
}

/// A version, without its words.
#[derive(Clone, Debug)]
pub struct VersionHead {
    /// Which.
    pub id: FramingVersionId,
    /// Its place among the versions of its text, from 1.
    pub number: i32,
    /// Its state, as it is stored.
    pub state: VersionState,
    /// Where it stands today.
    pub standing: Standing,
    /// The first and the last day of its amendments, once they are known.
    pub amendable: Option<(NaiveDate, NaiveDate)>,
    /// The day wished for.
    pub starts_on: Option<NaiveDate>,
    /// From when it is in force, once adopted.
    pub in_force_on: Option<NaiveDate>,
    /// Until when it was: the day on which another took its place.
    pub replaced_on: Option<NaiveDate>,
    /// The number of the decision, or its words.
    pub decision: String,
    /// Who decided.
    pub decided_by: String,
    /// When.
    pub decided_on: Option<NaiveDate>,
    /// Of what was adopted.
    pub fingerprint: String,
    /// For the next change.
    pub version: Version,
    /// When it came into its state.
    pub state_at: Option<DateTime<Utc>>,
    /// The votes on it, for who reads them: those that are over and were not called off, and the one that goes on.
    pub polls: Vec<PollOn>,
}

impl VersionHead {
    /// Whether amendments may be proposed on a day.
    pub fn is_amendable_on(&self, day: NaiveDate) -> bool {
        let within = self.amendable.is_some_and(|(from, until)| (from..=until).contains(&day));
        self.state == VersionState::Amending && within
    }
}

/// A vote on a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PollOn {
    /// Which.
    pub id: PollId,
    /// Its number in the register and whether it carried the version, once proclaimed.
    pub result: Option<(ResolutionNumber, bool)>,
}

/// The columns of a version but its words.
#[derive(FromQueryResult)]
struct Line {
    id: FramingVersionId,
    text_id: FramingTextId,
    number: i32,
    state: VersionState,
    amendable_from: Option<NaiveDate>,
    amendable_until: Option<NaiveDate>,
    starts_on: Option<NaiveDate>,
    in_force_on: Option<NaiveDate>,
    decision: String,
    decided_by: String,
    decided_on: Option<NaiveDate>,
    fingerprint: String,
    version: Version,
    state_at: Option<DateTime<Utc>>,
}

/// Every text that the person asking may read something of, by kind and title. Those who do not follow the framing texts
/// know of what is in force, and of nothing else.
pub(super) async fn heads(cx: &Cx) -> Result<Vec<TextHead>> {
    let rows = framing_text::Entity::find().all(cx.reader()).await?;
    filled(cx, rows).await
}

/// The text of that name.
pub(super) async fn head(cx: &Cx, slug: &str) -> Result<TextHead> {
    let row =
        framing_text::Entity::find().filter(framing_text::Column::Slug.eq(slug)).one(cx.reader()).await?;
    filled(cx, vec![row.found()?]).await?.pop().found()
}

async fn filled(cx: &Cx, rows: Vec<framing_text::Model>) -> Result<Vec<TextHead>> {
    use framing_version::Column as V;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let lines: Vec<Line> = framing_version::Entity::find()
        .select_only()
        .columns([
            V::Id,
            V::TextId,
            V::Number,
            V::State,
            V::AmendableFrom,
            V::AmendableUntil,
            V::StartsOn,
            V::InForceOn,
            V::Decision,
            V::DecidedBy,
            V::DecidedOn,
            V::Fingerprint,
            V::Version,
            V::StateAt,
        ])
        .filter(V::TextId.is_in(rows.iter().map(|row| row.id)))
        .order_by_desc(V::Number)
        .into_model()
        .all(cx.reader())
        .await?;
    let follows = cx.may(Permission::Charter(CharterAction::Follow));
    let mut polls = Vec::new();
    if follows && cx.may(Permission::ReadPolls) {
        polls = polls_on(cx, lines.iter().map(|line| line.id).collect()).await?;
    }
    let today = cx.today();
    let head = |row: framing_text::Model| {
        let own: Vec<&Line> = lines.iter().filter(|line| line.text_id == row.id).collect();
        let adopted: Vec<Adopted> = own
            .iter()
            .filter_map(|line| line.in_force_on.map(|from| Adopted { number: line.number, from }))
            .collect();
        let versions = own.iter().map(|line| version(line, &adopted, &polls, today));
        let versions = versions.filter(|one| follows || one.standing == Standing::InForce).collect();
        TextHead {
            id: row.id,
            slug: row.slug,
            kind: row.kind,
            title: typeset(&row.title),
            aim: typeset(&row.aim),
            to_sign: row.to_sign,
            versions,
        }
    };
    let mut heads: Vec<TextHead> = rows.into_iter().map(head).collect();
    heads.retain(|head| follows || !head.versions.is_empty());
    heads.sort_by_cached_key(|head| (head.kind, crate::fold::fold(&head.title), head.id));
    Ok(heads)
}

fn version(
    line: &Line,
    adopted: &[Adopted],
    polls: &[(FramingVersionId, PollOn)],
    today: NaiveDate,
) -> VersionHead {
    let after = adopted.iter().filter(|other| {
        line.in_force_on.is_some_and(|from| (from, line.number) < (other.from, other.number))
    });
    VersionHead {
        id: line.id,
        number: line.number,
        state: line.state,
        standing: Standing::of(line.state, line.number, adopted, today),
        amendable: line.amendable_from.zip(line.amendable_until),
        starts_on: line.starts_on,
        in_force_on: line.in_force_on,
        replaced_on: after.map(|other| other.from).min(),
        decision: line.decision.clone(),
        decided_by: line.decided_by.clone(),
        decided_on: line.decided_on,
        fingerprint: line.fingerprint.clone(),
        version: line.version,
        state_at: line.state_at,
        polls: polls.iter().filter(|(id, _)| *id == line.id).map(|(_, poll)| *poll).collect(),
    }
}

async fn polls_on(cx: &Cx, versions: Vec<FramingVersionId>) -> Result<Vec<(FramingVersionId, PollOn)>> {
    let rows = poll::Entity::find()
        .filter(poll::Column::FramingVersionId.is_in(versions))
        .filter(poll::Column::CancelledAt.is_null())
        .order_by_asc(poll::Column::Id)
        .all(cx.reader())
        .await?;
    let on = |row: poll::Model| {
        let result = row.number().map(|number| (number, row.carried));
        row.framing_version_id.map(|version| (version, PollOn { id: row.id, result }))
    };
    Ok(rows.into_iter().filter_map(on).collect())
}

/// The titles of texts by their names in addresses, typeset. No query without a name.
pub(crate) async fn titles(cx: &Cx, slugs: Vec<String>) -> Result<BTreeMap<String, String>> {
    if slugs.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<(String, String)> = framing_text::Entity::find()
        .select_only()
        .columns([framing_text::Column::Slug, framing_text::Column::Title])
        .filter(framing_text::Column::Slug.is_in(slugs))
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(rows.into_iter().map(|(slug, title)| (slug, typeset(&title))).collect())
}

/// The text, for somebody who changes it or its versions: nobody else does until this is committed.
pub(super) async fn hold_text(tx: &impl ConnectionTrait, slug: &str) -> Result<framing_text::Model> {
    let found = framing_text::Entity::find().filter(framing_text::Column::Slug.eq(slug)).lock_exclusive();
    found.one(tx).await?.found()
}

/// A version of the text, if it is still the one that a form was filled from.
pub(super) async fn hold_version(
    tx: &impl ConnectionTrait,
    text: FramingTextId,
    number: i32,
    version: Version,
) -> Result<framing_version::Model> {
    let found = framing_version::Entity::find()
        .filter(framing_version::Column::TextId.eq(text))
        .filter(framing_version::Column::Number.eq(number))
        .lock_exclusive();
    let row = found.one(tx).await?.found()?;
    if row.version == version { Ok(row) } else { Err(Refusal::Conflict.into()) }
}

/// The words of versions.
pub(super) async fn words_of(
    db: &impl ConnectionTrait,
    versions: impl IntoIterator<Item = FramingVersionId>,
) -> Result<Vec<(FramingVersionId, String)>> {
    use framing_version::Column as V;
    let found = framing_version::Entity::find()
        .select_only()
        .columns([V::Id, V::Body])
        .filter(V::Id.is_in(versions))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found)
}

/// A line of the journal about a text, or one of its versions.
pub(super) async fn told(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    kind: EventKind,
    text: &framing_text::Model,
    number: Option<i32>,
) -> Result<()> {
    let data = serde_json::json!({ "framing": text.slug, "number": number });
    Event::new(kind).data(&data)?.record(cx, tx).await
}
