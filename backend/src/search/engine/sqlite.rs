//! FTS5, in a table that keeps no text.

use domain::ids::SearchDocumentId;
use lexis::{Query, Wording};
use sea_orm::{ConnectionTrait, DbBackend, Statement, sea_query::Expr};

use super::{Kept, written};
use crate::Result;

/// What matches.
pub(super) fn matches(query: &Query) -> Expr {
    let asked = written(query, wording, " AND ", " OR ", " NOT ");
    Expr::cust_with_values("search_index MATCH ?", [asked])
}

/// Every word is quoted: nothing that is typed is ever a command.
fn wording(wording: &Wording) -> String {
    let beginning = if wording.open { "*" } else { "" };
    format!("\"{}\"{beginning}", wording.stems.join(" "))
}

/// A title is worth eight times a body.
pub(super) fn rank() -> Expr {
    Expr::cust("bm25(search_index, 8.0, 1.0, 1.0)")
}

pub(super) async fn insert(tx: &impl ConnectionTrait, id: SearchDocumentId, kept: &Kept) -> Result<()> {
    let beside = [kept.title.beside.as_slice(), kept.body.beside.as_slice()].concat();
    let insert = Statement::from_sql_and_values(
        DbBackend::Sqlite,
        "INSERT INTO search_index (rowid, title, body, beside) VALUES (?, ?, ?, ?)",
        [
            id.0.into(),
            kept.title.running.join(" ").into(),
            kept.body.running.join(" ").into(),
            beside.join(" ").into(),
        ],
    );
    tx.execute_raw(insert).await?;
    Ok(())
}

pub(super) async fn settle(db: &impl ConnectionTrait) -> Result<()> {
    db.execute_unprepared("INSERT INTO search_index (search_index) VALUES ('optimize')").await?;
    Ok(())
}
