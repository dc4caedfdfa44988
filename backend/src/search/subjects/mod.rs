//! What can be found, kind by kind. Each file says how a thing is read for the index (`read`), who sees it (`visible`)
//! and how a result names it (`named`).
//!
//! Another kind is a file here, its line in the four lists below, and its trigger in a migration.

mod acronyms;
mod articles;
mod comments;
mod documents;
mod groups;
mod messages;
mod methods;
mod people;
mod reviews;
mod texts;
mod tutorials;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    ids::{ContributionId, GroupId, UserId},
    search::SubjectKind,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait};

use super::{view::Subject, window::Line};
use crate::{Cx, Result, entities::search_document};

/// Something as the index reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Readable {
    pub kind: SubjectKind,
    pub id: i64,
    pub group: Option<GroupId>,
    pub contribution: Option<ContributionId>,
    pub authors: Vec<UserId>,
    pub at: DateTime<Utc>,
    pub title: String,
    /// Plain text; a form feed parts the pages of what has pages.
    pub body: String,
}

/// Something as a result names it.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub subject: Subject,
    pub title: String,
    pub by: Vec<String>,
}

/// What is read again together: a published text was a text before.
pub(super) const FAMILIES: [&[SubjectKind]; 11] = [
    &[SubjectKind::Text, SubjectKind::Publication],
    &[SubjectKind::Review],
    &[SubjectKind::Comment],
    &[SubjectKind::Message],
    &[SubjectKind::Document, SubjectKind::Dossier],
    &[SubjectKind::Group],
    &[SubjectKind::Person],
    &[SubjectKind::Method],
    &[SubjectKind::Tutorial],
    &[SubjectKind::Acronym],
    &[SubjectKind::Article],
];

/// The kinds under which something of this kind may have been kept.
pub(super) fn family(kind: SubjectKind) -> &'static [SubjectKind] {
    FAMILIES.into_iter().find(|family| family.contains(&kind)).unwrap_or(&[])
}

/// Reads things for the index; those that are gone, or say nothing, are not given.
pub(super) async fn read(
    db: &impl ConnectionTrait,
    kind: SubjectKind,
    ids: Vec<i64>,
) -> Result<Vec<Readable>> {
    match kind {
        SubjectKind::Text | SubjectKind::Publication => texts::read(db, ids).await,
        SubjectKind::Review => reviews::read(db, ids).await,
        SubjectKind::Comment => comments::read(db, ids).await,
        SubjectKind::Message => messages::read(db, ids).await,
        SubjectKind::Document | SubjectKind::Dossier => documents::read(db, ids).await,
        SubjectKind::Group => groups::read(db, ids).await,
        SubjectKind::Person => people::read(db, ids).await,
        SubjectKind::Method => methods::read(db, ids).await,
        SubjectKind::Tutorial => tutorials::read(db, ids).await,
        SubjectKind::Acronym => acronyms::read(db, ids).await,
        SubjectKind::Article => articles::read(db, ids).await,
    }
}

/// All there is of a kind: number and date, to read everything again in its order.
pub(super) async fn all(db: &impl ConnectionTrait, kind: SubjectKind) -> Result<Vec<(i64, DateTime<Utc>)>> {
    match kind {
        SubjectKind::Text | SubjectKind::Publication => texts::all(db).await,
        SubjectKind::Review => reviews::all(db).await,
        SubjectKind::Comment => comments::all(db).await,
        SubjectKind::Message => messages::all(db).await,
        SubjectKind::Document | SubjectKind::Dossier => documents::all(db).await,
        SubjectKind::Group => groups::all(db).await,
        SubjectKind::Person => people::all(db).await,
        SubjectKind::Method => methods::all(db).await,
        SubjectKind::Tutorial => tutorials::all(db).await,
        SubjectKind::Acronym => acronyms::all(db).await,
        SubjectKind::Article => articles::all(db).await,
    }
}

/// What the person asking may see; the query joins what each kind is.
pub(super) fn visible_to(cx: &Cx) -> Condition {
    let of = |kinds: &[SubjectKind], visible: Condition| {
        Condition::all().add(search_document::Column::Kind.is_in(kinds.iter().copied())).add(visible)
    };
    Condition::any()
        .add(of(&[SubjectKind::Text, SubjectKind::Publication], texts::visible(cx)))
        .add(of(&[SubjectKind::Review], reviews::visible(cx)))
        .add(of(&[SubjectKind::Comment], comments::visible(cx)))
        .add(of(&[SubjectKind::Message], messages::visible(cx)))
        .add(of(&[SubjectKind::Document, SubjectKind::Dossier], documents::visible(cx)))
        .add(of(&[SubjectKind::Group], groups::visible(cx)))
        .add_option(people::visible(cx).map(|visible| of(&[SubjectKind::Person], visible)))
        .add_option(methods::visible(cx).then(|| search_document::Column::Kind.eq(SubjectKind::Method)))
        .add_option(tutorials::visible(cx).then(|| search_document::Column::Kind.eq(SubjectKind::Tutorial)))
        .add(search_document::Column::Kind.eq(SubjectKind::Acronym))
        .add(of(&[SubjectKind::Article], articles::visible(cx)))
}

/// Names the things of a page: one query a kind.
pub(super) async fn named(cx: &Cx, lines: &[Line]) -> Result<BTreeMap<(SubjectKind, i64), Named>> {
    let mut named = BTreeMap::new();
    for family in FAMILIES {
        let ids: Vec<i64> = lines.iter().filter(|l| family.contains(&l.kind)).map(|l| l.subject_id).collect();
        if ids.is_empty() {
            continue;
        }
        let found = match family[0] {
            SubjectKind::Text | SubjectKind::Publication => texts::named(cx, ids).await?,
            SubjectKind::Review => reviews::named(cx, ids).await?,
            SubjectKind::Comment => comments::named(cx, ids).await?,
            SubjectKind::Message => messages::named(cx, ids).await?,
            SubjectKind::Document | SubjectKind::Dossier => documents::named(cx, ids).await?,
            SubjectKind::Group => groups::named(cx, ids).await?,
            SubjectKind::Person => people::named(cx, ids).await?,
            SubjectKind::Method => methods::named(cx, ids).await?,
            SubjectKind::Tutorial => tutorials::named(cx, ids).await?,
            SubjectKind::Acronym => acronyms::named(cx, ids).await?,
            SubjectKind::Article => articles::named(cx, ids).await?,
        };
        named.extend(found.into_iter().map(|(id, found)| ((family[0], id), found)));
    }
    Ok(named)
}
