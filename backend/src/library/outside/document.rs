//! What somebody outside reads or takes of one document that a link opens.

use domain::{
    ids::DocumentId,
    library::{CaptionLanguage, LinkAct, LinkKind},
};

use super::{
    presented::{Unlocked, note, presented},
    shared::within,
};
use crate::{
    Cx, Found, PageNumber, Result,
    entities::document,
    files::Fingerprint,
    library::{
        captions,
        content::FileView,
        inside::{self, TextInsideView},
    },
};

/// The document, if the link opens it; that it was used is noted.
async fn opened(
    cx: &Cx,
    token: &str,
    unlocked: &Unlocked,
    id: DocumentId,
    act: LinkAct,
) -> Result<document::Model> {
    let found = presented(cx, token, LinkKind::Read).await?.opened(unlocked)?;
    let row = within(cx, &found, id).await?;
    if row.sha256.is_some() {
        note(cx, found.link.id, act).await?;
    }
    Ok(row)
}

fn file_of(row: document::Model) -> Result<FileView> {
    let sha256 = row.sha256.found()?;
    Ok(FileView {
        fingerprint: Fingerprint::stored(&sha256),
        bytes: u64::try_from(row.bytes).unwrap_or_default(),
        media_type: row.media_type,
        name: row.file_name,
    })
}

/// The file of a document that a link opens.
///
/// # Errors
/// `NotFound`.
pub async fn shared_file(cx: &Cx, token: &str, unlocked: &Unlocked, id: DocumentId) -> Result<FileView> {
    file_of(opened(cx, token, unlocked, id, LinkAct::Taken).await?)
}

/// The same file, to draw a picture of it: it is looked at, not taken.
///
/// # Errors
/// `NotFound`.
pub async fn shared_to_draw(cx: &Cx, token: &str, unlocked: &Unlocked, id: DocumentId) -> Result<FileView> {
    file_of(opened(cx, token, unlocked, id, LinkAct::Opened).await?)
}

/// The text inside a document that a link opens: the parts of that number, or those where the page `from` begins.
///
/// # Errors
/// `NotFound`, also if it is not a file.
pub async fn shared_text(
    cx: &Cx,
    token: &str,
    unlocked: &Unlocked,
    id: DocumentId,
    number: PageNumber,
    from: Option<u32>,
) -> Result<TextInsideView> {
    let row = opened(cx, token, unlocked, id, LinkAct::Opened).await?;
    inside::text_of(cx, row, None, number, from).await
}

/// The captions of a document that a link opens, as WebVTT; and the name of their file.
///
/// # Errors
/// `NotFound`.
pub async fn shared_captions(
    cx: &Cx,
    token: &str,
    unlocked: &Unlocked,
    id: DocumentId,
    language: CaptionLanguage,
) -> Result<(String, String)> {
    let row = opened(cx, token, unlocked, id, LinkAct::Opened).await?;
    captions::vtt_of(cx, &row, language).await
}
