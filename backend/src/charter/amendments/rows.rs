//! Amendments as they are read: what each would change, who proposed and supports it, what became of it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    Version,
    behalf::Entered,
    charter::{AmendmentFacts, AmendmentKind, AmendmentState, ArticleNumber, Hands},
    ids::{AmendmentId, UserId},
};
use markdown::{Options, Typography};
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect};

use super::load::Head;
use crate::{
    Cx, Result, behalf,
    charter::load::VersionHead,
    contributions::{Comparison, typeset, wikilink},
    entities::{framing_amendment, framing_amendment_support, join, user},
    people,
};

/// An amendment.
#[derive(Clone, Debug)]
pub struct AmendmentView {
    /// Its number among the amendments to its version.
    pub number: i32,
    /// What it would do.
    pub kind: AmendmentKind,
    /// The article, or the one before that which it adds.
    pub article: Option<ArticleNumber>,
    /// What the article is about, typeset; of one that is added, what it would be about.
    pub title: String,
    /// The number of the amendment that it amends.
    pub parent: Option<i32>,
    /// Who proposed it.
    pub by: String,
    /// By whose hand, if they take part on paper.
    pub entered_by: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// What it changes.
    pub compared: Comparison,
    /// Why, rendered.
    pub reasons_html: String,
    /// Who supports it as it is worded, in the order in which they came.
    pub supporters: Vec<String>,
    /// Whether the person asking does.
    pub is_supported: bool,
    /// What the person asking may do with it, but for their rights.
    pub facts: AmendmentFacts,
    /// What became of it, once examined or taken back.
    pub outcome: Option<Outcome>,
    /// Whether its words are in those of the version.
    pub is_integrated: bool,
    /// For the next change.
    pub version: Version,
}

/// What became of an amendment.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// When.
    pub at: DateTime<Utc>,
    /// Who wrote it down.
    pub by: String,
    /// Whether that is its author, who took it back.
    pub is_taken_back: bool,
    /// Hands, if they were counted.
    pub hands: Option<Hands>,
    /// What was noted; may be empty.
    pub note: String,
    /// The number of the amendment for which it fell.
    pub fell_for: Option<i32>,
    /// The words on which a person settled, compared with those that they had before them.
    pub settled: Option<Comparison>,
}

/// These amendments, in this order; `all` are those of the version. Three queries.
pub(super) async fn views(
    cx: &Cx,
    version: &VersionHead,
    all: &[Head],
    wanted: &[AmendmentId],
) -> Result<Vec<AmendmentView>> {
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let rows = framing_amendment::Entity::find()
        .filter(framing_amendment::Column::Id.is_in(wanted.iter().copied()))
        .all(cx.reader())
        .await?;
    let supporters = supporters(cx, wanted).await?;
    let settlers = rows.iter().filter_map(|row| row.settled_by);
    let names = people::names(cx.reader(), settlers).await?;
    let ids = wanted.iter().map(|id| id.0).collect();
    let mut entered = behalf::marks(cx, Entered::Amendment, ids).await?;
    let views = wanted.iter().filter_map(|id| {
        let row = rows.iter().find(|row| row.id == *id)?;
        let head = all.iter().find(|head| head.id == *id)?;
        let entered_by = entered.remove(&id.0);
        let view = view(cx, version, all, (row, head), &supporters, &names);
        Some(AmendmentView { entered_by, ..view })
    });
    Ok(views.collect())
}

/// Who supports which of these, the first first.
async fn supporters(cx: &Cx, of: &[AmendmentId]) -> Result<Vec<(AmendmentId, UserId, String)>> {
    use framing_amendment_support::Column as S;
    let who = join::<framing_amendment_support::Entity, user::Entity>(S::UserId, user::Column::Id);
    let found = framing_amendment_support::Entity::find()
        .select_only()
        .columns([S::AmendmentId, S::UserId])
        .column(user::Column::Name)
        .join(JoinType::InnerJoin, who)
        .filter(S::AmendmentId.is_in(of.iter().copied()))
        .order_by_asc(S::At)
        .order_by_asc(S::UserId);
    Ok(found.into_tuple().all(cx.reader()).await?)
}

fn view(
    cx: &Cx,
    version: &VersionHead,
    all: &[Head],
    (row, head): (&framing_amendment::Model, &Head),
    supporters: &[(AmendmentId, UserId, String)],
    names: &BTreeMap<UserId, String>,
) -> AmendmentView {
    let number_of = |id: AmendmentId| all.iter().find(|one| one.id == id).map(|one| one.number);
    let own = supporters.iter().filter(|(amendment, ..)| *amendment == row.id);
    let me = cx.actor.user_id();
    let title = if row.kind == AmendmentKind::Add { &row.title } else { &row.base_title };
    let prefix = format!("a-{}-", row.number);
    let options = Options { language: Typography::French, id_prefix: &prefix, wikilink: &wikilink };
    AmendmentView {
        number: row.number,
        kind: row.kind,
        article: head.article(),
        title: typeset(title),
        parent: row.parent_id.and_then(number_of),
        by: head.name.clone(),
        entered_by: None,
        at: row.at,
        compared: compared((&row.base_title, &row.base_body), (&row.title, &row.body)),
        reasons_html: markdown::render_under(&row.reasons, &options, 2).html,
        supporters: own.clone().map(|(.., name)| name.clone()).collect(),
        is_supported: own.clone().any(|(_, who, _)| Some(*who) == me),
        facts: AmendmentFacts {
            own: me == Some(row.author_id),
            state: row.state,
            version: version.state,
            is_open_today: version.is_amendable_on(cx.today()),
        },
        outcome: outcome(row, names, number_of),
        is_integrated: row.integrated_in.is_some(),
        version: row.version,
    }
}

fn outcome(
    row: &framing_amendment::Model,
    names: &BTreeMap<UserId, String>,
    number_of: impl Fn(AmendmentId) -> Option<i32>,
) -> Option<Outcome> {
    if row.state == AmendmentState::Open {
        return None;
    }
    let count = |hands: Option<i32>| hands.and_then(|hands| u32::try_from(hands).ok());
    let hands = count(row.in_favour).map(|in_favour| Hands {
        in_favour,
        against: count(row.against).unwrap_or_default(),
        abstained: count(row.abstained).unwrap_or_default(),
    });
    let settled = row.settled_title.as_ref().zip(row.settled_body.as_ref());
    Some(Outcome {
        at: row.settled_at?,
        by: row.settled_by.and_then(|by| names.get(&by).cloned()).unwrap_or_default(),
        is_taken_back: row.state == AmendmentState::Withdrawn && row.settled_by == Some(row.author_id),
        hands,
        note: row.note.clone(),
        fell_for: row.fell_for.and_then(number_of),
        settled: settled.map(|(title, body)| compared((&row.met_title, &row.met_body), (title, body))),
    })
}

/// A title and words, before and after.
pub(super) fn compared(old: (&str, &str), new: (&str, &str)) -> Comparison {
    Comparison::new([old.0, "", old.1], [new.0, "", new.1])
}
