//! What one wrote and deposited. A text that others write too is given as far as one may still read it.

use chrono::{DateTime, Utc};
use domain::{
    contributions::{ContributionKind, State},
    ids::{ContributionId, DocumentId, UserId},
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select,
};

use super::{Cell, Line, Part, code, line, moment, number, part, text};
use crate::{
    Cx, Result, contributions,
    entities::{
        comment_message, contribution, contribution_author, document, document_version, group, join, message,
        review, revision, suggestion, thread, unsaved_text, unsent_message, user,
    },
    files::Fingerprint,
    library::{self, Inside, Piece},
};

/// Versions at most: years of work.
const MOST: u64 = 5_000;

pub(super) async fn parts(cx: &Cx, me: UserId) -> Result<Vec<Part>> {
    Ok(vec![
        part("texts", texts(cx, me).await?),
        part("versions", versions(cx, me).await?),
        part("reviews", reviews(cx, me).await?),
        part("suggestions", suggestions(cx, me).await?),
        part("comments", comments(cx, me).await?),
        part("messages", messages(cx, me).await?),
        part("unsaved", unsaved(cx, me).await?),
        part("documents", documents(cx, me).await?),
    ])
}

/// Joins a text and its group, and keeps those that may be read today.
fn read<E: EntityTrait>(cx: &Cx, rows: Select<E>, text: E::Column) -> Select<E> {
    let texts = join::<E, contribution::Entity>(text, contribution::Column::Id);
    let groups =
        join::<contribution::Entity, group::Entity>(contribution::Column::GroupId, group::Column::Id);
    rows.join(JoinType::InnerJoin, texts)
        .join(JoinType::InnerJoin, groups)
        .filter(contributions::visible_to(cx))
}

async fn texts(cx: &Cx, me: UserId) -> Result<Vec<Line>> {
    #[derive(FromQueryResult)]
    struct Row {
        id: ContributionId,
        title: String,
        kind: ContributionKind,
        state: State,
        byline: String,
        created_at: DateTime<Utc>,
    }
    let signed = contribution_author::Entity::find()
        .select_only()
        .column(contribution_author::Column::ContributionId)
        .filter(contribution_author::Column::UserId.eq(me))
        .into_query();
    let groups =
        join::<contribution::Entity, group::Entity>(contribution::Column::GroupId, group::Column::Id);
    let rows: Vec<Row> = contribution::Entity::find()
        .select_only()
        .columns([
            contribution::Column::Id,
            contribution::Column::Title,
            contribution::Column::Kind,
            contribution::Column::State,
            contribution::Column::Byline,
            contribution::Column::CreatedAt,
        ])
        .join(JoinType::InnerJoin, groups)
        .filter(contribution::Column::Id.in_subquery(signed))
        .filter(contributions::visible_to(cx))
        .order_by_asc(contribution::Column::Id)
        .into_model()
        .all(cx.reader())
        .await?;
    let said = |row: Row| {
        line([
            ("text", number(row.id.0)),
            ("title", text(row.title)),
            ("kind", code(row.kind.code())),
            ("state", code(row.state.code())),
            ("authors", text(row.byline.lines().collect::<Vec<_>>().join(", "))),
            ("since", moment(row.created_at)),
        ])
    };
    Ok(rows.into_iter().map(said).collect())
}

async fn versions(cx: &Cx, me: UserId) -> Result<Vec<Line>> {
    let mine = revision::Entity::find().filter(revision::Column::AuthorId.eq(me));
    let rows = read(cx, mine, revision::Column::ContributionId)
        .order_by_asc(revision::Column::Id)
        .limit(MOST)
        .all(cx.reader())
        .await?;
    let said = |row: revision::Model| {
        line([
            ("text", number(row.contribution_id.0)),
            ("version", number(row.position)),
            ("title", text(row.title)),
            ("reason", text(row.reason)),
            ("summary", text(row.summary)),
            ("body", text(row.body)),
            ("at", moment(row.at)),
        ])
    };
    Ok(rows.into_iter().map(said).collect())
}

async fn reviews(cx: &Cx, me: UserId) -> Result<Vec<Line>> {
    let rows = review::Entity::find()
        .filter(review::Column::ReviewerId.eq(me))
        .order_by_asc(review::Column::Id)
        .all(cx.reader())
        .await?;
    let said = |row: review::Model| {
        line([
            ("text", number(row.contribution_id.0)),
            ("verdict", code(row.verdict.code())),
            ("body", text(row.comment)),
            ("at", moment(row.at)),
        ])
    };
    Ok(rows.into_iter().map(said).collect())
}

async fn suggestions(cx: &Cx, me: UserId) -> Result<Vec<Line>> {
    let rows = suggestion::Entity::find()
        .filter(suggestion::Column::AuthorId.eq(me))
        .order_by_asc(suggestion::Column::Id)
        .all(cx.reader())
        .await?;
    let said = |row: suggestion::Model| {
        line([
            ("text", number(row.contribution_id.0)),
            ("proposed", text(row.proposed)),
            ("reason", text(row.reason)),
            ("state", code(row.state.code())),
            ("at", moment(row.at)),
        ])
    };
    Ok(rows.into_iter().map(said).collect())
}

async fn comments(cx: &Cx, me: UserId) -> Result<Vec<Line>> {
    let rows = comment_message::Entity::find()
        .filter(comment_message::Column::AuthorId.eq(me))
        .order_by_asc(comment_message::Column::Id)
        .all(cx.reader())
        .await?;
    let said = |row: comment_message::Model| {
        line([("comment", number(row.comment_id.0)), ("body", text(row.body)), ("at", moment(row.at))])
    };
    Ok(rows.into_iter().map(said).collect())
}

async fn messages(cx: &Cx, me: UserId) -> Result<Vec<Line>> {
    let rows = message::Entity::find()
        .select_also(thread::Entity)
        .join(
            JoinType::InnerJoin,
            join::<message::Entity, thread::Entity>(message::Column::ThreadId, thread::Column::Id),
        )
        .filter(message::Column::AuthorId.eq(me))
        .order_by_asc(message::Column::Id)
        .all(cx.reader())
        .await?;
    let said = |(row, thread): (message::Model, Option<thread::Model>)| {
        // A subject is the words of who began the discussion.
        let subject = thread.filter(|thread| thread.author_id == me).map(|thread| thread.subject);
        line([
            ("discussion", number(row.thread_id.0)),
            ("subject", subject.and_then(text)),
            ("body", text(row.body)),
            ("at", moment(row.at)),
        ])
    };
    Ok(rows.into_iter().map(said).collect())
}

async fn unsaved(cx: &Cx, me: UserId) -> Result<Vec<Line>> {
    let texts =
        unsaved_text::Entity::find().filter(unsaved_text::Column::UserId.eq(me)).all(cx.reader()).await?;
    let typed = |row: unsaved_text::Model| {
        line([
            ("title", text(row.title)),
            ("summary", text(row.summary)),
            ("body", text(row.body)),
            ("at", moment(row.at)),
        ])
    };
    let messages =
        unsent_message::Entity::find().filter(unsent_message::Column::UserId.eq(me)).all(cx.reader()).await?;
    let unsent = |row: unsent_message::Model| {
        line([("subject", text(row.subject)), ("body", text(row.body)), ("at", moment(row.at))])
    };
    Ok(texts.into_iter().map(typed).chain(messages.into_iter().map(unsent)).collect())
}

/// Every version of a document that one deposited: its name, and how large it was.
async fn documents(cx: &Cx, me: UserId) -> Result<Vec<Line>> {
    let rows = document_version::Entity::find()
        .filter(document_version::Column::ById.eq(me))
        .order_by_asc(document_version::Column::DocumentId)
        .order_by_asc(document_version::Column::Number)
        .all(cx.reader())
        .await?;
    let said = |row: document_version::Model| {
        line([
            ("document", number(row.document_id.0)),
            ("version", number(row.number)),
            ("file_name", text(row.file_name)),
            ("address", text(row.address)),
            ("body", text(row.body)),
            ("bytes", (row.bytes > 0).then_some(Cell::Number(row.bytes))),
            ("at", moment(row.at)),
        ])
    };
    Ok(rows.into_iter().map(said).collect())
}

/// The files of those documents that one may still read, as they were deposited, and one's photo.
pub(super) async fn files(cx: &Cx, me: UserId) -> Result<Vec<Piece>> {
    #[derive(FromQueryResult)]
    struct Row {
        document_id: DocumentId,
        number: i32,
        sha256: Option<String>,
        file_name: String,
        bytes: i64,
    }
    let documents = join::<document_version::Entity, document::Entity>(
        document_version::Column::DocumentId,
        document::Column::Id,
    );
    let rows: Vec<Row> = document_version::Entity::find()
        .select_only()
        .columns([
            document_version::Column::DocumentId,
            document_version::Column::Number,
            document_version::Column::Sha256,
            document_version::Column::FileName,
            document_version::Column::Bytes,
        ])
        .join(JoinType::InnerJoin, documents)
        .filter(document_version::Column::ById.eq(me))
        .filter(document_version::Column::Sha256.is_not_null())
        .filter(library::visible_to(cx))
        .order_by_asc(document_version::Column::DocumentId)
        .order_by_asc(document_version::Column::Number)
        .limit(MOST)
        .into_model()
        .all(cx.reader())
        .await?;
    let piece = |row: Row| {
        let name = library::plain_name(&row.file_name);
        let inside = Inside::File(Fingerprint::stored(&row.sha256?), row.bytes.unsigned_abs());
        Some(Piece { path: format!("{}-{}-{name}", row.document_id, row.number), inside })
    };
    let mut pieces: Vec<Piece> = rows.into_iter().filter_map(piece).collect();
    let portrait: Option<Option<String>> = user::Entity::find_by_id(me)
        .select_only()
        .column(user::Column::Portrait)
        .into_tuple()
        .one(cx.reader())
        .await?;
    if let Some(sha256) = portrait.flatten() {
        let kept = library::kept_as(cx, &sha256).await?;
        let ending = if kept.media_type == "image/png" { "png" } else { "jpg" };
        let inside = Inside::File(kept.fingerprint, kept.bytes);
        pieces.push(Piece { path: format!("photo.{ending}"), inside });
    }
    Ok(pieces)
}
