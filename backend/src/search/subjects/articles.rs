//! Articles of framing texts: those of what is in force, for everybody.

use chrono::{DateTime, Utc};
use domain::{ids::FramingArticleId, search::SubjectKind};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, Query},
};

use super::{Named, Readable};
use crate::{
    Cx, Result,
    contributions::typeset,
    entities::{framing_article, framing_text, framing_version, join, search_document},
    search::view::Subject,
};

/// Those of the versions that are in force today: begun, and nothing of the same text began after.
pub(super) fn visible(cx: &Cx) -> Condition {
    use framing_version::Column as V;
    const LATER: &str = "later";
    let today = cx.today();
    let same = |column: V| Expr::col((LATER, column)).equals((framing_version::Entity, column));
    let after = |column: V| Expr::col((LATER, column)).gt(Expr::col((framing_version::Entity, column)));
    let mut later = Query::select();
    later
        .column((LATER, V::Id))
        .from_as(framing_version::Entity, LATER)
        .and_where(same(V::TextId))
        .and_where(Expr::col((LATER, V::InForceOn)).lte(today))
        .cond_where(
            Condition::any()
                .add(after(V::InForceOn))
                .add(Condition::all().add(same(V::InForceOn)).add(after(V::Number))),
        );
    let in_force = framing_article::Entity::find()
        .select_only()
        .column(framing_article::Column::Id)
        .join(
            JoinType::InnerJoin,
            join::<framing_article::Entity, framing_version::Entity>(
                framing_article::Column::VersionId,
                V::Id,
            ),
        )
        .filter(V::InForceOn.lte(today))
        .filter(Expr::exists(later).not())
        .into_query();
    Condition::all().add(search_document::Column::SubjectId.in_subquery(in_force))
}

pub(super) async fn all(db: &impl ConnectionTrait) -> Result<Vec<(i64, DateTime<Utc>)>> {
    let rows = with_text().select_only().column(framing_article::Column::Id);
    let rows = rows.column(framing_version::Column::BegunAt).into_tuple().all(db).await?;
    Ok(rows)
}

/// Articles, with their versions and texts.
fn with_text() -> sea_orm::Select<framing_article::Entity> {
    framing_article::Entity::find()
        .join(
            JoinType::InnerJoin,
            join::<framing_article::Entity, framing_version::Entity>(
                framing_article::Column::VersionId,
                framing_version::Column::Id,
            ),
        )
        .join(
            JoinType::InnerJoin,
            join::<framing_version::Entity, framing_text::Entity>(
                framing_version::Column::TextId,
                framing_text::Column::Id,
            ),
        )
}

type Row = (FramingArticleId, String, String, String, String, String, DateTime<Utc>);

async fn rows(db: &impl ConnectionTrait, ids: Vec<i64>) -> Result<Vec<Row>> {
    let rows = with_text()
        .select_only()
        .columns([
            framing_article::Column::Id,
            framing_article::Column::Number,
            framing_article::Column::Title,
            framing_article::Column::Body,
        ])
        .column(framing_text::Column::Slug)
        .column_as(framing_text::Column::Title, "text_title")
        .column(framing_version::Column::BegunAt)
        .filter(framing_article::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}

pub(super) async fn read(db: &impl ConnectionTrait, ids: Vec<i64>) -> Result<Vec<Readable>> {
    let readable = |(id, number, title, body, _, text, at): Row| Readable {
        kind: SubjectKind::Article,
        id: id.0,
        group: None,
        contribution: None,
        authors: Vec::new(),
        at,
        title: named_so(&number, &title),
        body: [markdown::plain(&body), text].join("\n"),
    };
    Ok(rows(db, ids).await?.into_iter().map(readable).collect())
}

/// « Article 4 bis. Les séances »: the titles of what is found are in the language of the council.
fn named_so(number: &str, title: &str) -> String {
    if title.is_empty() { format!("Article {number}") } else { format!("Article {number}. {title}") }
}

pub(super) async fn named(cx: &Cx, ids: Vec<i64>) -> Result<Vec<(i64, Named)>> {
    let named = |(id, number, title, _, slug, text, _): Row| {
        let title = typeset(&named_so(&number, &title));
        let number = number.parse().ok()?;
        let subject = Subject::Article { slug, number, text: typeset(&text) };
        Some((id.0, Named { subject, title, by: Vec::new() }))
    };
    Ok(rows(cx.reader(), ids).await?.into_iter().filter_map(named).collect())
}
