//! Captions for a player, for a reader, for the search, for a file that is taken away.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::{
    ids::{DocumentId, UserId},
    library::{CaptionLanguage, Media, stem},
};
use extraction::captions::{Cue, Spoken, spoken, web_vtt};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    Cx, Found, Result,
    entities::{document, document_caption, join},
    library::{
        archive::{Inside, Piece, free},
        load,
    },
    people,
};

/// Captions of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaptionsView {
    /// In which language they are written.
    pub language: CaptionLanguage,
    /// The name of the file that was sent.
    pub file_name: String,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: Option<String>,
    /// What is said, to be read.
    pub spoken: Vec<Spoken>,
}

/// The captions of the recordings that these documents hold now.
async fn current(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = DocumentId>,
) -> Result<Vec<document_caption::Model>> {
    let documents = join::<document_caption::Entity, document::Entity>(
        document_caption::Column::DocumentId,
        document::Column::Id,
    );
    let same = Expr::col((document_caption::Entity, document_caption::Column::Sha256))
        .equals((document::Entity, document::Column::Sha256));
    let mut rows = document_caption::Entity::find()
        .join(JoinType::InnerJoin, documents)
        .filter(document_caption::Column::DocumentId.is_in(ids))
        .filter(same)
        .all(db)
        .await?;
    rows.sort_by_key(|row| (row.document_id, row.language));
    Ok(rows)
}

/// Those of a document.
pub(in crate::library) async fn of_document(
    db: &impl ConnectionTrait,
    id: DocumentId,
) -> Result<Vec<CaptionsView>> {
    let rows = current(db, [id]).await?;
    let by: Vec<UserId> = rows.iter().filter_map(|row| row.by_id).collect();
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let names = people::names(db, by).await?;
    let mut views = Vec::new();
    for row in rows {
        views.push(CaptionsView {
            language: row.language,
            spoken: spoken(&cues(&row)?),
            file_name: row.file_name,
            at: row.at,
            by: row.by_id.and_then(|by| names.get(&by).cloned()),
        });
    }
    Ok(views)
}

/// Whether a version before has captions in a language in which this content has none.
pub(in crate::library) async fn has_former(
    db: &impl ConnectionTrait,
    id: DocumentId,
    sha256: &str,
    there: &[CaptionsView],
) -> Result<bool> {
    let former = document_caption::Entity::find()
        .filter(document_caption::Column::DocumentId.eq(id))
        .filter(document_caption::Column::Sha256.ne(sha256))
        .filter(document_caption::Column::Language.is_not_in(there.iter().map(|one| one.language)))
        .count(db)
        .await?;
    Ok(former > 0)
}

fn cues(row: &document_caption::Model) -> Result<Vec<Cue>> {
    Ok(serde_json::from_str(&row.cues)?)
}

/// The captions of a document in a language, as WebVTT, for somebody who reads it; and the name of their file.
///
/// # Errors
/// `NotFound`.
pub async fn captions(cx: &Cx, id: DocumentId, language: CaptionLanguage) -> Result<(String, String)> {
    let (row, _) = load::document(cx, id).await?;
    vtt_of(cx, &row, language).await
}

/// The same, for whoever was let in.
pub(in crate::library) async fn vtt_of(
    cx: &Cx,
    row: &document::Model,
    language: CaptionLanguage,
) -> Result<(String, String)> {
    let sha256 = row.sha256.clone().found()?;
    let kept = document_caption::Entity::find_by_id((row.id, sha256, language));
    let kept = kept.one(cx.reader()).await?.found()?;
    Ok((named(&row.title, language), web_vtt(&cues(&kept)?)))
}

fn named(title: &str, language: CaptionLanguage) -> String {
    format!("{title}.{}.vtt", language.code())
}

/// What is said in these documents, for the search: the words, without their times.
pub(crate) async fn said_in(
    db: &impl ConnectionTrait,
    rows: &[document::Model],
) -> Result<BTreeMap<DocumentId, String>> {
    let heard: Vec<DocumentId> =
        rows.iter().filter(|row| Media::of(&row.media_type).is_heard()).map(|row| row.id).collect();
    let mut said: BTreeMap<DocumentId, String> = BTreeMap::new();
    if heard.is_empty() {
        return Ok(said);
    }
    for row in current(db, heard).await? {
        let words = said.entry(row.document_id).or_default();
        for one in spoken(&cues(&row)?) {
            words.push_str(&one.words);
            words.push('\n');
        }
    }
    Ok(said)
}

/// The files of captions that go beside these ones, where players look for them: « Film.fr.vtt » beside « Film.mp4 ».
pub(in crate::library) async fn beside(
    cx: &Cx,
    heard: &BTreeMap<DocumentId, String>,
    taken: &mut BTreeSet<String>,
) -> Result<Vec<Piece>> {
    let mut pieces = Vec::new();
    if heard.is_empty() {
        return Ok(pieces);
    }
    for row in current(cx.reader(), heard.keys().copied()).await? {
        let Some(path) = heard.get(&row.document_id) else { continue };
        if let Some(path) = free("", &named(stem(path), row.language), taken) {
            pieces.push(Piece { path, inside: Inside::Text(web_vtt(&cues(&row)?)) });
        }
    }
    Ok(pieces)
}
