//! The tutorials in a list, by sequence, with what the person asking did of each.

use std::collections::{BTreeMap, HashMap};

use domain::{
    Language,
    ids::{TutorialId, TutorialPathId, UserId},
    policy::{Permission, TutorialAction},
    tutorials::Audience,
};
use markdown::Typography;
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    Cx, Result, contributions,
    entities::{join, tutorial, tutorial_mark, tutorial_path},
    fold::fold,
};

/// A tutorial in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TutorialRow {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What one learns.
    pub summary: String,
    /// The language of these words, and of its text.
    pub language: Language,
    /// Those it is for.
    pub audiences: Vec<Audience>,
    /// How long it takes.
    pub minutes: u32,
    /// How many steps it has.
    pub steps: u32,
    /// How many of them the person asking took.
    pub done: u32,
    /// Whether it is out of the list for now.
    pub set_aside: bool,
}

impl TutorialRow {
    /// Whether the person asking took every step.
    pub fn is_done(&self) -> bool {
        self.done >= self.steps
    }
}

/// A sequence in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathRow {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What it leads to; may be empty.
    pub summary: String,
    /// The language of these words.
    pub language: Language,
}

/// The tutorials that a choice keeps.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// By sequence.
    pub paths: Vec<(PathRow, Vec<TutorialRow>)>,
    /// Those of no sequence.
    pub others: Vec<TutorialRow>,
    /// Those put aside, for who writes tutorials.
    pub aside: Vec<TutorialRow>,
}

#[derive(FromQueryResult)]
pub(super) struct Line {
    pub id: TutorialId,
    pub slug: String,
    pub title: String,
    pub summary: String,
    pub title_en: String,
    pub summary_en: String,
    pub audiences: String,
    pub minutes: i32,
    pub steps: i32,
    pub path_id: Option<TutorialPathId>,
    pub set_aside: bool,
}

impl Line {
    pub(super) fn row(self, language: Language, marks: &BTreeMap<TutorialId, u32>) -> TutorialRow {
        let (language, [title, summary]) =
            said(language, [&self.title, &self.summary], [&self.title_en, &self.summary_en]);
        TutorialRow {
            done: marks.get(&self.id).copied().unwrap_or_default(),
            slug: self.slug,
            title,
            summary,
            language,
            audiences: audiences_of(&self.audiences),
            minutes: self.minutes.unsigned_abs(),
            steps: self.steps.unsigned_abs(),
            set_aside: self.set_aside,
        }
    }
}

/// The words in the language asked for where they are there, otherwise in French; in the typography of their language.
pub(super) fn said<const N: usize>(
    asked: Language,
    french: [&str; N],
    english: [&str; N],
) -> (Language, [String; N]) {
    let there = english.first().is_some_and(|title| !title.is_empty());
    match asked {
        Language::English if there => {
            (Language::English, english.map(|text| markdown::typeset(text, Typography::English)))
        }
        _ => (Language::French, french.map(|text| markdown::typeset(text, Typography::French))),
    }
}

pub(super) fn audiences_of(codes: &str) -> Vec<Audience> {
    codes.split_whitespace().filter_map(Audience::from_code).collect()
}

pub(super) fn path_row(row: tutorial_path::Model, language: Language) -> PathRow {
    let french = [row.title.as_str(), row.summary.as_str()];
    let (language, [title, summary]) = said(language, french, [&row.title_en, &row.summary_en]);
    PathRow { slug: row.slug, title, summary, language }
}

/// The tutorials, those of one sequence if asked; in the order of their ranks. One query.
pub(super) async fn lines(cx: &Cx, path: Option<TutorialPathId>, aside: bool) -> Result<Vec<Line>> {
    use tutorial::Column as T;
    let mut found = tutorial::Entity::find()
        .select_only()
        .columns([T::Id, T::Slug, T::Title, T::Summary, T::TitleEn, T::SummaryEn])
        .columns([T::Audiences, T::Minutes, T::Steps, T::PathId, T::SetAside])
        .order_by_asc(T::Rank)
        .order_by_asc(T::Slug);
    if let Some(path) = path {
        found = found.filter(T::PathId.eq(path));
    }
    if !aside {
        found = found.filter(T::SetAside.eq(false));
    }
    Ok(found.into_model().all(cx.reader()).await?)
}

/// How many steps somebody took of each tutorial that still has them. One query.
pub(super) async fn marks(cx: &Cx, of: Option<UserId>) -> Result<BTreeMap<TutorialId, u32>> {
    let Some(of) = of else { return Ok(BTreeMap::new()) };
    use tutorial_mark::Column as M;
    let to_tutorial = join::<tutorial_mark::Entity, tutorial::Entity>(M::TutorialId, tutorial::Column::Id);
    let rows: Vec<(TutorialId, i64)> = tutorial_mark::Entity::find()
        .select_only()
        .column(M::TutorialId)
        .column_as(M::Id.count(), "taken")
        .join(JoinType::InnerJoin, to_tutorial)
        .filter(M::UserId.eq(of))
        // A tutorial may have lost steps since.
        .filter(
            Expr::col((tutorial_mark::Entity, M::Step))
                .lte(Expr::col((tutorial::Entity, tutorial::Column::Steps))),
        )
        .group_by(M::TutorialId)
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(rows.into_iter().map(|(id, taken)| (id, u32::try_from(taken).unwrap_or(u32::MAX))).collect())
}

/// The tutorials for somebody, or all of them. Those put aside only for who writes tutorials.
///
/// # Errors
/// `Forbidden` but for those who follow tutorials; `SignInRequired`.
pub async fn all(cx: &Cx, audience: Option<Audience>) -> Result<Listing> {
    cx.require(Permission::Tutorial(TutorialAction::Read))?;
    let marks = marks(cx, cx.actor.user_id()).await?;
    let writes = cx.may(Permission::Tutorial(TutorialAction::Write));
    let mut by_path: BTreeMap<TutorialPathId, Vec<TutorialRow>> = BTreeMap::new();
    let mut listing = Listing::default();
    for line in lines(cx, None, writes).await? {
        let path = line.path_id;
        let row = line.row(cx.language, &marks);
        if audience.is_some_and(|audience| !row.audiences.contains(&audience)) {
            continue;
        }
        match path {
            _ if row.set_aside => listing.aside.push(row),
            Some(path) => by_path.entry(path).or_default().push(row),
            None => listing.others.push(row),
        }
    }
    let paths =
        tutorial_path::Entity::find().order_by_asc(tutorial_path::Column::Id).all(cx.reader()).await?;
    for path in paths {
        if let Some(rows) = by_path.remove(&path.id) {
            listing.paths.push((path_row(path, cx.language), rows));
        }
    }
    listing.others.sort_by_cached_key(|row| fold(&row.title));
    Ok(listing)
}

/// The sequences that a tutorial may be put in: address and name.
///
/// # Errors
/// The database cannot be read.
pub async fn path_choices(cx: &Cx) -> Result<Vec<(String, String)>> {
    let rows = tutorial_path::Entity::find().order_by_asc(tutorial_path::Column::Id).all(cx.reader()).await?;
    Ok(rows.into_iter().map(|row| path_row(row, cx.language)).map(|row| (row.slug, row.title)).collect())
}

/// The addresses and titles of these tutorials, but of those that were put aside. No query without one.
pub(crate) async fn titles(cx: &Cx, ids: &[TutorialId]) -> Result<HashMap<TutorialId, (String, String)>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(TutorialId, String, String)> = tutorial::Entity::find()
        .select_only()
        .columns([tutorial::Column::Id, tutorial::Column::Slug, tutorial::Column::Title])
        .filter(tutorial::Column::Id.is_in(ids.iter().copied()))
        .filter(tutorial::Column::SetAside.eq(false))
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(rows.into_iter().map(|(id, slug, title)| (id, (slug, contributions::typeset(&title)))).collect())
}
