//! What changed in the text between two versions of a document, word by word.

use domain::{
    ids::DocumentId,
    library::{DocumentKind, FileTextState},
};
use sea_orm::EntityTrait;

use super::{
    super::load::{self, LibraryRef},
    show::{of_content, text_to_compare},
};
use crate::{Cx, Found, Result, contributions::Comparison, entities::document_version};

/// Bytes of each text that are compared.
const COMPARED: usize = 400_000;

/// Two versions of a document.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The title of the document.
    pub title: String,
    /// The library that answers for it, if the person asking reads it.
    pub library: Option<LibraryRef>,
    /// What changed; nothing if one of the two has no text that was read.
    pub comparison: Option<Comparison>,
    /// Whether one of them is still being read.
    pub waiting: bool,
}

/// Compares the text of two versions.
///
/// # Errors
/// `NotFound`.
pub async fn compare(cx: &Cx, id: DocumentId, from: i32, to: i32) -> Result<Compared> {
    let (row, library) = load::document(cx, id).await?;
    let mut texts = Vec::new();
    let mut waiting = false;
    for number in [from, to] {
        let version = document_version::Entity::find_by_id((id, number)).one(cx.reader()).await?.found()?;
        let text = match (row.kind, version.sha256) {
            (DocumentKind::Note, _) => Some(version.body),
            (_, Some(sha256)) => match of_content(cx.reader(), &sha256).await?.state {
                FileTextState::Read => Some(text_to_compare(cx.reader(), &sha256, COMPARED).await?),
                state => {
                    waiting |= state == FileTextState::Waiting;
                    None
                }
            },
            _ => None,
        };
        texts.push((version.file_name, text));
    }
    let comparison = match &texts[..] {
        [(old, Some(old_text)), (new, Some(new_text))] => {
            let (old, old_text, new, new_text) =
                (old.clone(), old_text.clone(), new.clone(), new_text.clone());
            let compared = move || Comparison::new([&old, "", &old_text], [&new, "", &new_text]);
            Some(tokio::task::spawn_blocking(compared).await?)
        }
        _ => None,
    };
    Ok(Compared { title: row.title, library: library.reference_for(cx), comparison, waiting })
}
