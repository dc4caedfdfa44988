//! A text as it was written, in Markdown, for programs: it is not noted that somebody opened it.

use domain::{contributions::ContributionForm, ids::ContributionId};

use super::{load::source, show, view::ContributionView};
use crate::{Cx, Result};

/// A text as it was written.
#[derive(Clone, Debug)]
pub struct Written {
    /// What else is known of it; without its reviews nor what is attached to it.
    pub view: ContributionView,
    /// What was typed; without a reason.
    pub form: ContributionForm,
}

/// The current version of a text, for somebody who may read it.
///
/// # Errors
/// `NotFound` if it does not exist or may not be read.
pub async fn written(cx: &Cx, id: ContributionId) -> Result<Written> {
    let view = show::unopened(cx, id).await?;
    let row = source(cx.reader(), id, view.revision.version).await?;
    let form = ContributionForm {
        title: row.title,
        kind: view.kind.code().to_owned(),
        summary: row.summary,
        body: row.body,
        reason: String::new(),
    };
    Ok(Written { view, form })
}
