//! A document as `moderation` finds it.

use domain::{
    ids::DocumentId,
    library::LibraryFacts,
    moderation::{Reported, ReportedKind},
};

use super::load::{self, LibraryRef};
use crate::{
    Cx, Result, contributions,
    moderation::{Content, Where},
};

/// The document, for somebody who reads it.
///
/// # Errors
/// `NotFound`.
pub(crate) async fn reported(cx: &Cx, id: DocumentId) -> Result<Content> {
    let (row, library) = load::document(cx, id).await?;
    let group = match library.facts {
        LibraryFacts::Group(group) => Some(group),
        LibraryFacts::Common(_) => None,
    };
    let group_ref = match library.reference_for(cx) {
        Some(LibraryRef::Group(group)) => Some(group),
        Some(LibraryRef::Common) | None => None,
    };
    Ok(Content {
        what: Reported { kind: ReportedKind::Document, id: id.0 },
        group,
        group_ref,
        author: row.created_by,
        own: row.created_by.is_some() && row.created_by == cx.actor.user_id(),
        title: row.title,
        html: Some(contributions::rendered(&row.description)),
        hidden: None,
        judged_by: None,
        place: Where::Document(id),
        version: row.version,
    })
}
