//! From a revision to the page: rendered once, kept, and redone when the pipeline changes.

use domain::ids::{ContributionId, RevisionId};
use markdown::{Heading, Options, PIPELINE_VERSION, Typography};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryTrait, Statement, sea_query::OnConflict};

use crate::{
    Cx, Found, Result,
    entities::{rendering, revision},
};

/// Texts above this size are rendered beside the threads that answer requests.
const LARGE: usize = 40_000;

const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A revision as it is put in a page.
#[derive(Clone, Debug)]
pub(crate) struct Rendering {
    pub html: String,
    pub summary_html: String,
    pub headings: Vec<Heading>,
    pub words: u32,
}

/// The one call to the Markdown pipeline for the text of a contribution.
///
/// The ids of its headings and notes begin with `prefix`, the same for every revision: anchors are permanent.
fn render(prefix: &str, summary: &str, body: &str) -> Rendering {
    let options = Options { language: Typography::French, id_prefix: prefix, wikilink: &wikilink };
    let rendered = markdown::render(body, &options);
    Rendering {
        html: rendered.html,
        summary_html: markdown::render_inline(summary, Typography::French),
        headings: rendered.headings,
        words: rendered.words,
    }
}

/// A number leads to the publication, anything else to the text of that title.
pub(crate) fn wikilink(target: &str) -> String {
    let target = target.trim();
    if target.parse::<domain::contributions::PublicationNumber>().is_ok() {
        format!("/publications/{target}")
    } else {
        format!("/textes/nomme/{}", utf8_percent_encode(target, KEPT))
    }
}

/// Renders the text of a contribution.
pub(super) async fn text(id: ContributionId, summary: &str, body: &str) -> Result<Rendering> {
    let prefix = format!("t{id}-");
    let (summary, body) = (summary.to_owned(), body.to_owned());
    apart(body.len(), move || render(&prefix, &summary, &body)).await
}

/// Renders what is being typed.
pub(super) async fn preview(body: String) -> Result<String> {
    apart(body.len(), move || render("apercu-", "", &body).html).await
}

/// Renders what somebody says of a text.
pub(crate) fn comment(text: &str) -> String {
    if text.is_empty() { String::new() } else { beside("r-", text) }
}

/// Renders what stands beside a text.
pub(super) fn beside(prefix: &str, text: &str) -> String {
    let options = Options { language: Typography::French, id_prefix: prefix, wikilink: &wikilink };
    markdown::render(text, &options).html
}

/// A passage of a text as it is read, under so many titles of the page. It is rendered by itself: a note that stands
/// elsewhere is not found. The ids begin with where it starts, so that those of two passages differ.
pub fn passage(start: usize, text: &str, under: usize) -> String {
    let prefix = format!("passage-{start}-");
    let options = Options { language: Typography::French, id_prefix: &prefix, wikilink: &wikilink };
    markdown::render_under(text, &options, under).html
}

/// Long work leaves the threads that answer requests to the others.
pub(crate) async fn apart<T: Send + 'static>(
    size: usize,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T> {
    if size > LARGE { Ok(tokio::task::spawn_blocking(work).await?) } else { Ok(work()) }
}

/// Keeps a rendering.
pub(super) fn stored(
    tx: &impl ConnectionTrait,
    revision: RevisionId,
    rendering: &Rendering,
) -> Result<Statement> {
    let row = rendering::ActiveModel {
        revision_id: Set(revision),
        html: Set(rendering.html.clone()),
        summary_html: Set(rendering.summary_html.clone()),
        headings: Set(serde_json::to_string(&rendering.headings)?),
        words: Set(i32::try_from(rendering.words).unwrap_or(i32::MAX)),
        pipeline: Set(PIPELINE_VERSION),
    };
    let again = OnConflict::column(rendering::Column::RevisionId)
        .update_columns([
            rendering::Column::Html,
            rendering::Column::SummaryHtml,
            rendering::Column::Headings,
            rendering::Column::Words,
            rendering::Column::Pipeline,
        ])
        .to_owned();
    Ok(rendering::Entity::insert(row).on_conflict(again).build(tx.get_database_backend()))
}

/// The rendering that was kept, if it is of this pipeline; otherwise it is made again and kept.
pub(crate) async fn kept(
    cx: &Cx,
    id: ContributionId,
    revision: RevisionId,
    kept: Option<rendering::Model>,
) -> Result<Rendering> {
    if let Some(row) = kept.filter(|row| row.pipeline == PIPELINE_VERSION) {
        return Ok(Rendering {
            headings: serde_json::from_str(&row.headings)?,
            words: u32::try_from(row.words).unwrap_or_default(),
            html: row.html,
            summary_html: row.summary_html,
        });
    }
    let source = revision::Entity::find_by_id(revision).one(cx.reader()).await?.found()?;
    let rendering = text(id, &source.summary, &source.body).await?;
    let writer = cx.backend.db().writer();
    writer.execute_raw(stored(writer, revision, &rendering)?).await?;
    Ok(rendering)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_a_publication_or_to_a_title() {
        assert_eq!(wikilink("2026-04"), "/publications/2026-04");
        assert_eq!(wikilink("Plan vélo ?"), "/textes/nomme/Plan%20v%C3%A9lo%20%3F");
        assert_eq!(wikilink("../admin"), "/textes/nomme/..%2Fadmin");
    }
}
