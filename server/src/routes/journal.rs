//! The journal as a file, line after line of its chain.

use axum::{Extension, body::Body, response::Response};
use backend::{
    Cx,
    journal::{self, ExportedLine},
};
use bytes::Bytes;
use futures::{Stream, stream};

use super::{file::aside, library::failed};

/// What tells a spreadsheet that the file is UTF-8.
const MARK: &str = "\u{feff}";
const HEAD: &str = "sequence;id;at;actor_id;actor;kind;group_id;contribution_id;user_id;user;origin;data_digest;origin_digest;previous;hash\r\n";

/// `GET /administration/journal.csv`
pub async fn csv(Extension(cx): Extension<Cx>) -> Response {
    match journal::begin_export(&cx).await {
        Ok(()) => {
            let lines = written(cx, format!("{MARK}{HEAD}"), row);
            aside("journal.csv", "text/csv; charset=utf-8", Body::from_stream(lines))
        }
        Err(error) => failed(&cx, error),
    }
}

/// `GET /administration/journal.jsonl`
pub async fn lines(Extension(cx): Extension<Cx>) -> Response {
    match journal::begin_export(&cx).await {
        Ok(()) => {
            let lines = written(cx, String::new(), |line| {
                serde_json::to_string(line).map(|line| format!("{line}\n")).unwrap_or_default()
            });
            aside("journal.jsonl", "application/x-ndjson", Body::from_stream(lines))
        }
        Err(error) => failed(&cx, error),
    }
}

/// Read as it is sent: the journal is never whole in memory.
fn written(
    cx: Cx,
    head: String,
    row: fn(&ExportedLine) -> String,
) -> impl Stream<Item = backend::Result<Bytes>> + Send {
    stream::try_unfold((Some(0), head), move |(after, head)| {
        let cx = cx.clone();
        async move {
            let Some(after) = after else { return Ok(None) };
            let lines = journal::export(&cx, after).await?;
            let text = lines.iter().fold(head, |mut text, line| {
                text.push_str(&row(line));
                text
            });
            let next = lines.last().map(|line| line.sequence);
            Ok((next.is_some() || !text.is_empty()).then(|| (Bytes::from(text), (next, String::new()))))
        }
    })
}

fn row(line: &ExportedLine) -> String {
    let number = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
    let words = |text: &Option<String>| cell(text.as_deref().unwrap_or_default());
    let cells = [
        line.sequence.to_string(),
        line.id.to_string(),
        line.at.to_rfc3339(),
        number(line.actor_id),
        words(&line.actor),
        cell(&line.kind),
        number(line.group_id),
        number(line.contribution_id),
        number(line.user_id),
        words(&line.user),
        words(&line.origin),
        line.data_digest.clone(),
        words(&line.origin_digest),
        line.previous.clone(),
        line.hash.clone(),
    ];
    format!("{}\r\n", cells.join(";"))
}

/// A name that begins like a formula is not one.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    match text.contains([';', '"', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_name_stays_in_its_cell_and_is_never_a_formula() {
        assert_eq!(cell("Armelle Goasdoué"), "Armelle Goasdoué");
        assert_eq!(cell("a;b \"c\""), "\"a;b \"\"c\"\"\"");
        assert_eq!(cell("=HYPERLINK(1)"), "'=HYPERLINK(1)");
    }
}
