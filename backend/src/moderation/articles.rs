//! The articles in force, to choose the one that something breaks; and the one that was chosen, to quote it.

use std::collections::BTreeMap;

use domain::{
    FieldProblem, Refusal,
    charter::{Adopted, in_force},
    ids::{FramingArticleId, FramingTextId, FramingVersionId},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{
    Cx, Result, contributions,
    contributions::typeset,
    entities::{framing_article, framing_text, framing_version},
};

/// An article that may be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleChoice {
    /// Which.
    pub id: FramingArticleId,
    /// The title of its text, typeset.
    pub text: String,
    /// Its number, such as `4 bis`.
    pub number: String,
    /// What it is about, typeset; may be empty.
    pub title: String,
}

/// An article as it is quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedArticle {
    /// The title of its text, typeset.
    pub text: String,
    /// The name of its text in addresses.
    pub slug: String,
    /// The version it is of.
    pub version: i32,
    /// Whether that version is in force today.
    pub in_force: bool,
    /// Its number, such as `4 bis`.
    pub number: String,
    /// What it is about, typeset; may be empty.
    pub title: String,
    /// What it says, rendered.
    pub html: String,
}

/// The versions in force today: each with its text.
async fn versions(cx: &Cx, db: &impl ConnectionTrait) -> Result<BTreeMap<FramingVersionId, FramingTextId>> {
    use framing_version::Column as V;
    let rows: Vec<(FramingVersionId, FramingTextId, i32, chrono::NaiveDate)> =
        framing_version::Entity::find()
            .select_only()
            .columns([V::Id, V::TextId, V::Number, V::InForceOn])
            .filter(V::InForceOn.lte(cx.today()))
            .into_tuple()
            .all(db)
            .await?;
    let mut by_text: BTreeMap<FramingTextId, Vec<Adopted>> = BTreeMap::new();
    for (_, text, number, from) in &rows {
        by_text.entry(*text).or_default().push(Adopted { number: *number, from: *from });
    }
    let current = |text: &FramingTextId| in_force(by_text.get(text)?, cx.today());
    let standing = rows.iter().filter(|(_, text, number, _)| current(text) == Some(*number));
    Ok(standing.map(|(id, text, ..)| (*id, *text)).collect())
}

/// The articles in force, in the order of their texts.
pub(super) async fn choices(cx: &Cx) -> Result<Vec<ArticleChoice>> {
    let versions = versions(cx, cx.reader()).await?;
    if versions.is_empty() {
        return Ok(Vec::new());
    }
    let texts: BTreeMap<FramingTextId, String> = framing_text::Entity::find()
        .select_only()
        .columns([framing_text::Column::Id, framing_text::Column::Title])
        .into_tuple::<(FramingTextId, String)>()
        .all(cx.reader())
        .await?
        .into_iter()
        .collect();
    let rows: Vec<(FramingArticleId, FramingVersionId, String, String)> = framing_article::Entity::find()
        .select_only()
        .columns([
            framing_article::Column::Id,
            framing_article::Column::VersionId,
            framing_article::Column::Number,
            framing_article::Column::Title,
        ])
        .filter(framing_article::Column::VersionId.is_in(versions.keys().copied()))
        .order_by_asc(framing_article::Column::VersionId)
        .order_by_asc(framing_article::Column::Place)
        .into_tuple()
        .all(cx.reader())
        .await?;
    let choice = |(id, version, number, title): (FramingArticleId, FramingVersionId, String, String)| {
        let text = versions.get(&version).and_then(|text| texts.get(text))?;
        Some(ArticleChoice { id, text: typeset(text), number, title: typeset(&title) })
    };
    Ok(rows.into_iter().filter_map(choice).collect())
}

/// Refuses an article that is not in force.
///
/// # Errors
/// `Invalid` on `article`.
pub(super) async fn require_in_force(cx: &Cx, chosen: Option<FramingArticleId>) -> Result<()> {
    let Some(id) = chosen else { return Ok(()) };
    let row = framing_article::Entity::find_by_id(id).one(cx.reader()).await?;
    let versions = versions(cx, cx.reader()).await?;
    match row.filter(|row| versions.contains_key(&row.version_id)) {
        Some(_) => Ok(()),
        None => Err(Refusal::field("article", FieldProblem::NotAChoice).into()),
    }
}

/// The articles as they are quoted. Three queries, none without an article.
pub(super) async fn quoted(
    cx: &Cx,
    ids: Vec<FramingArticleId>,
) -> Result<BTreeMap<FramingArticleId, QuotedArticle>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let current = versions(cx, cx.reader()).await?;
    let found = framing_article::Entity::find()
        .filter(framing_article::Column::Id.is_in(ids))
        .all(cx.reader())
        .await?;
    let of: Vec<FramingVersionId> = found.iter().map(|row| row.version_id).collect();
    let heads: Vec<(FramingVersionId, i32, String, String)> = framing_version::Entity::find()
        .select_only()
        .columns([framing_version::Column::Id, framing_version::Column::Number])
        .columns([framing_text::Column::Slug, framing_text::Column::Title])
        .join(
            sea_orm::JoinType::InnerJoin,
            crate::entities::join::<framing_version::Entity, framing_text::Entity>(
                framing_version::Column::TextId,
                framing_text::Column::Id,
            ),
        )
        .filter(framing_version::Column::Id.is_in(of))
        .into_tuple()
        .all(cx.reader())
        .await?;
    let quote = |row: framing_article::Model| {
        let (_, version, slug, text) = heads.iter().find(|(id, ..)| *id == row.version_id)?;
        let quoted = QuotedArticle {
            text: typeset(text),
            slug: slug.clone(),
            version: *version,
            in_force: current.contains_key(&row.version_id),
            number: row.number,
            title: typeset(&row.title),
            html: contributions::rendered(&row.body),
        };
        Some((row.id, quoted))
    };
    Ok(found.into_iter().filter_map(quote).collect())
}
