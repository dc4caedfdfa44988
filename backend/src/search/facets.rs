//! How results may be narrowed: by kind, group, author, date and keyword, each with how many there would be.

use std::collections::BTreeMap;

use domain::{
    groups::Visibility,
    ids::{DocumentId, GroupId, UserId},
    search::{Period, SubjectKind},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{
    find::Filter,
    window::{KEYWORDED, Line},
};
use crate::{
    Cx, Result, clock,
    contributions::{GroupRef, typeset},
    entities::{document_tag, group, user},
    groups,
};

/// Authors proposed.
const AUTHORS: usize = 30;
/// Keywords proposed.
const TAGS: usize = 40;

/// What the results may be narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Facets {
    /// The kinds, in their order.
    pub kinds: Vec<(SubjectKind, u64)>,
    /// The groups one may know of, by name.
    pub groups: Vec<(GroupRef, u64)>,
    /// The authors, by name: those who wrote most of it.
    pub authors: Vec<(UserId, String, u64)>,
    /// The periods.
    pub periods: Vec<(Period, u64)>,
    /// The keywords: as addresses say them, as they are written, those of most documents.
    pub tags: Vec<(String, String, u64)>,
}

/// The keywords of documents: without case nor accents, and as they are written.
pub(super) type Keywords = BTreeMap<DocumentId, Vec<(String, String)>>;

/// The keywords of the documents among these lines, which one may see: one query, none without a document.
pub(super) async fn keywords(cx: &Cx, lines: &[Line]) -> Result<Keywords> {
    let mut keywords = Keywords::new();
    let ids: Vec<DocumentId> = lines.iter().filter_map(document).collect();
    if ids.is_empty() {
        return Ok(keywords);
    }
    let rows: Vec<(DocumentId, String, String)> = document_tag::Entity::find()
        .select_only()
        .columns([document_tag::Column::DocumentId, document_tag::Column::Folded, document_tag::Column::Tag])
        .filter(document_tag::Column::DocumentId.is_in(ids))
        .into_tuple()
        .all(cx.reader())
        .await?;
    for (id, folded, tag) in rows {
        keywords.entry(id).or_default().push((folded, tag));
    }
    Ok(keywords)
}

fn document(line: &Line) -> Option<DocumentId> {
    KEYWORDED.contains(&line.kind).then_some(DocumentId(line.subject_id))
}

/// What is known of these lines: the groups that one may know of, the keywords.
pub(super) struct Known {
    groups: BTreeMap<GroupId, GroupRef>,
    keywords: Keywords,
}

impl Known {
    /// Looks the groups up: one query.
    pub async fn of(cx: &Cx, lines: &[Line]) -> Result<Known> {
        let mut ids: Vec<GroupId> = lines.iter().filter_map(|line| line.group_id).collect();
        ids.sort_unstable();
        ids.dedup();
        let rows: Vec<(GroupId, String, String)> = group::Entity::find()
            .select_only()
            .columns([group::Column::Id, group::Column::Slug, group::Column::Name])
            .filter(group::Column::Id.is_in(ids))
            .filter(groups::visible_to(&cx.actor))
            .into_tuple()
            .all(cx.reader())
            .await?;
        let known = rows.into_iter().map(|(id, slug, name)| (id, GroupRef { slug, name: typeset(&name) }));
        Ok(Known { groups: known.collect(), keywords: Keywords::new() })
    }

    /// The same, with the keywords of the documents.
    pub fn with_keywords(self, keywords: Keywords) -> Known {
        Known { keywords, ..self }
    }

    /// The keywords of a line.
    fn keywords(&self, line: &Line) -> &[(String, String)] {
        document(line).and_then(|id| self.keywords.get(&id)).map_or(&[], Vec::as_slice)
    }

    /// The group of a line.
    pub fn group(&self, line: &Line) -> Option<&GroupRef> {
        self.groups.get(&line.group_id?)
    }

    /// Who wrote it, unless that is the business of a secret group.
    pub fn authors<'a>(&self, line: &'a Line) -> impl Iterator<Item = UserId> + 'a {
        let told = self.group(line).is_some()
            || line.group().is_none_or(|group| group.visibility != Visibility::Secret);
        line.authors().filter(move |_| told)
    }

    /// Whether a line is kept by a filter.
    pub fn keeps(&self, cx: &Cx, filter: &Filter, line: &Line) -> bool {
        filter.kind.is_none_or(|kind| line.kind == kind)
            && (filter.among.is_empty() || filter.among.contains(&line.kind))
            && (filter.group.is_empty() || self.group(line).is_some_and(|group| group.slug == filter.group))
            && filter.author.is_none_or(|author| self.authors(line).any(|one| one == author))
            && filter.period.is_none_or(|period| within(cx, period, line))
            && (filter.tag.is_empty() || self.keywords(line).iter().any(|(tag, _)| *tag == filter.tag))
    }
}

fn within(cx: &Cx, period: Period, line: &Line) -> bool {
    let (from, to) = period.days(cx.today());
    let day = clock::day(line.at);
    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
}

/// Counts: each facet among the lines that the other ones keep.
pub(super) async fn facets(cx: &Cx, known: &Known, filter: &Filter, lines: &[Line]) -> Result<Facets> {
    let but = |filter: Filter| lines.iter().filter(move |line| known.keeps(cx, &filter, line));
    let mut kinds: BTreeMap<SubjectKind, u64> = BTreeMap::new();
    for line in but(Filter { kind: None, ..filter.clone() }) {
        *kinds.entry(line.kind).or_default() += 1;
    }
    let mut groups: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    for group in but(Filter { group: String::new(), ..filter.clone() }).filter_map(|line| known.group(line)) {
        *groups.entry((&group.name, &group.slug)).or_default() += 1;
    }
    let mut authors: BTreeMap<UserId, u64> = BTreeMap::new();
    for author in but(Filter { author: None, ..filter.clone() }).flat_map(|line| known.authors(line)) {
        *authors.entry(author).or_default() += 1;
    }
    let mut periods: BTreeMap<Period, u64> = BTreeMap::new();
    for line in but(Filter { period: None, ..filter.clone() }) {
        for period in Period::ALL.iter().filter(|period| within(cx, **period, line)) {
            *periods.entry(*period).or_default() += 1;
        }
    }
    let group = |((name, slug), count): ((&str, &str), u64)| {
        (GroupRef { slug: slug.to_owned(), name: name.to_owned() }, count)
    };
    Ok(Facets {
        kinds: kinds.into_iter().collect(),
        groups: groups.into_iter().map(group).collect(),
        authors: names(cx, filter, authors).await?,
        periods: periods.into_iter().collect(),
        tags: tags(
            filter,
            but(Filter { tag: String::new(), ..filter.clone() }).flat_map(|l| known.keywords(l)),
        ),
    })
}

/// The keywords of most documents, each once, by name.
fn tags<'a>(filter: &Filter, all: impl Iterator<Item = &'a (String, String)>) -> Vec<(String, String, u64)> {
    let mut counted: BTreeMap<&str, (&str, u64)> = BTreeMap::new();
    for (folded, tag) in all {
        let (name, count) = counted.entry(folded).or_insert((tag, 0));
        // Where it is written in several ways, always the same one.
        *name = (*name).min(tag);
        *count += 1;
    }
    let mut most: Vec<_> = counted.into_iter().collect();
    // The one that is chosen stays among them.
    most.sort_by_key(|(folded, (_, count))| (filter.tag != *folded, std::cmp::Reverse(*count)));
    most.truncate(TAGS);
    most.sort_by_key(|(folded, _)| *folded);
    most.into_iter().map(|(folded, (name, count))| (folded.to_owned(), name.to_owned(), count)).collect()
}

async fn names(
    cx: &Cx,
    filter: &Filter,
    authors: BTreeMap<UserId, u64>,
) -> Result<Vec<(UserId, String, u64)>> {
    let mut most: Vec<(UserId, u64)> = authors.into_iter().collect();
    // The one who is chosen stays among them.
    most.sort_by_key(|(id, count)| (filter.author != Some(*id), std::cmp::Reverse(*count)));
    most.truncate(AUTHORS);
    if most.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows: Vec<(UserId, String)> = user::Entity::find()
        .select_only()
        .columns([user::Column::Id, user::Column::Name])
        .filter(user::Column::Id.is_in(most.iter().map(|(id, _)| *id)))
        .into_tuple()
        .all(cx.reader())
        .await?;
    rows.sort_by_key(|(_, name)| crate::fold::fold(name));
    let count = |id: UserId| most.iter().find(|(one, _)| *one == id).map_or(0, |(_, count)| *count);
    Ok(rows.into_iter().map(|(id, name)| (id, name, count(id))).collect())
}
