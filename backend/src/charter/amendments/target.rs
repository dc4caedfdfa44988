//! What an amendment is about, as it stands: an article of a version, or another amendment, with all that was adopted of
//! it so far.

use domain::{
    charter::{AmendmentKind, AmendmentState, Articles},
    ids::AmendmentId,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::merging::{Change, Met, Said, together};
use crate::{Result, entities::framing_amendment, files::Fingerprint};

/// Some words, and what was adopted of them.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub start: Said,
    /// In the order in which they were adopted.
    pub adopted: Vec<Change>,
}

impl Target {
    /// What they say with all that was adopted.
    pub fn now(&self) -> Result<Said, Vec<Met>> {
        together(&self.start, &self.adopted)
    }

    /// What they would say with one more.
    pub fn with(&self, change: Change) -> Result<Said, Vec<Met>> {
        let mut all = self.adopted.clone();
        all.push(change);
        together(&self.start, &all)
    }
}

/// By what words are known, for who types others over them.
pub(super) fn fingerprint(said: &Said) -> String {
    Fingerprint::of(format!("{}\n\n{}", said.title, said.body).as_bytes()).as_str().to_owned()
}

/// What an amendment is about, as a version that says `body` stands; none if that is no longer there.
pub(super) async fn target(
    db: &impl ConnectionTrait,
    body: &str,
    row: &framing_amendment::Model,
) -> Result<Option<Target>> {
    if let Some(parent) = row.parent_id {
        let parent = framing_amendment::Entity::find_by_id(parent).one(db).await?;
        let Some(parent) = parent else { return Ok(None) };
        let subs = adopted_below(db, vec![parent.id]).await?;
        let others = subs.iter().filter(|sub| sub.id != row.id);
        let adopted = others.map(|sub| change(sub, Said::new(&sub.title, &sub.body))).collect();
        return Ok(Some(Target { start: Said::new(parent.title, parent.body), adopted }));
    }
    let Some(start) = start(&Articles::read(body), row) else { return Ok(None) };
    if row.kind == AmendmentKind::Add {
        return Ok(Some(Target { start, adopted: Vec::new() }));
    }
    let roots = adopted_roots(db, row).await?;
    let subs = adopted_below(db, roots.iter().map(|root| root.id).collect()).await?;
    let mut adopted = Vec::new();
    for root in roots.iter().filter(|root| root.id != row.id) {
        // Its own words were put together when it was adopted.
        let words = words(root, &subs).unwrap_or_else(|_| Said::new(&root.title, &root.body));
        adopted.push(change(root, words));
    }
    Ok(Some(Target { start, adopted }))
}

/// What it starts from: the article as the version has it, or nothing for one that is added; none if the article, or the
/// one before it, is not there.
pub(super) fn start(articles: &Articles, row: &framing_amendment::Model) -> Option<Said> {
    let number = row.article.parse().ok();
    match row.kind {
        AmendmentKind::Add => number.is_none_or(|number| articles.get(number).is_some()).then(Said::default),
        AmendmentKind::Change | AmendmentKind::Remove => {
            articles.get(number?).map(|article| Said::new(&article.title, &article.body))
        }
    }
}

/// The words of an amendment with the sub-amendments to it that were adopted, among `subs`.
pub(super) fn words(
    row: &framing_amendment::Model,
    subs: &[framing_amendment::Model],
) -> Result<Said, Vec<Met>> {
    let own = subs.iter().filter(|sub| sub.parent_id == Some(row.id) && sub.state == AmendmentState::Adopted);
    let mut own: Vec<&framing_amendment::Model> = own.collect();
    own.sort_by_key(|sub| sub.adopted_as);
    let changes: Vec<Change> =
        own.into_iter().map(|sub| change(sub, Said::new(&sub.title, &sub.body))).collect();
    together(&Said::new(&row.title, &row.body), &changes)
}

/// What it makes of what it is about: the words on which a person settled, if they did, or its own.
pub(super) fn change(row: &framing_amendment::Model, words: Said) -> Change {
    match (&row.settled_title, &row.settled_body) {
        (Some(title), Some(body)) => Change {
            number: row.number,
            from: Said::new(&row.met_title, &row.met_body),
            to: Said::new(title, body),
            is_settled: true,
        },
        _ => Change {
            number: row.number,
            from: Said::new(&row.base_title, &row.base_body),
            to: words,
            is_settled: false,
        },
    }
}

/// Those adopted of the article that an amendment is about, and that are not in the words of the version.
async fn adopted_roots(
    db: &impl ConnectionTrait,
    row: &framing_amendment::Model,
) -> Result<Vec<framing_amendment::Model>> {
    use framing_amendment::Column as A;
    let found = framing_amendment::Entity::find()
        .filter(A::VersionId.eq(row.version_id))
        .filter(A::Article.eq(&row.article))
        .filter(A::Kind.ne(AmendmentKind::Add))
        .filter(A::State.eq(AmendmentState::Adopted))
        .filter(A::ParentId.is_null())
        .filter(A::IntegratedIn.is_null())
        .order_by_asc(A::AdoptedAs);
    Ok(found.all(db).await?)
}

/// The sub-amendments adopted, to any of these.
pub(super) async fn adopted_below(
    db: &impl ConnectionTrait,
    parents: Vec<AmendmentId>,
) -> Result<Vec<framing_amendment::Model>> {
    use framing_amendment::Column as A;
    if parents.is_empty() {
        return Ok(Vec::new());
    }
    let found = framing_amendment::Entity::find()
        .filter(A::ParentId.is_in(parents))
        .filter(A::State.eq(AmendmentState::Adopted))
        .order_by_asc(A::AdoptedAs);
    Ok(found.all(db).await?)
}
