//! A tsvector written by ourselves: PostgreSQL's own reading of French is not used.

use std::collections::BTreeMap;

use domain::ids::SearchDocumentId;
use lexis::{Query, Wording};
use sea_orm::{ConnectionTrait, DbBackend, Statement, sea_query::Expr};

use super::{Kept, written};
use crate::Result;

/// No phrase goes from one part of a document to another.
const APART: usize = 8;
/// PostgreSQL knows no place beyond this one: phrases are found before it.
const LAST: usize = 16_383;
/// Nor more places of one word than this.
const PLACES: usize = 255;

/// What matches.
pub(super) fn matches(query: &Query) -> Expr {
    Expr::cust_with_values("search_index.words @@ CAST($1 AS tsquery)", [asked(query)])
}

fn asked(query: &Query) -> String {
    written(query, wording, " & ", " | ", " & !")
}

/// Every word is quoted: nothing that is typed is ever a command.
fn wording(wording: &Wording) -> String {
    let quoted: Vec<String> = wording.stems.iter().map(|stem| format!("'{stem}'")).collect();
    let beginning = if wording.open { ":*" } else { "" };
    format!("({}{beginning})", quoted.join(" <-> "))
}

/// A title is worth eight times a body; a long text says a word more often.
pub(super) fn rank(query: &Query) -> Expr {
    Expr::cust_with_values(
        "-ts_rank('{0.125, 0.125, 0.125, 1.0}', search_index.words, CAST($1 AS tsquery), 1)",
        [asked(query)],
    )
}

pub(super) async fn insert(tx: &impl ConnectionTrait, id: SearchDocumentId, kept: &Kept) -> Result<()> {
    let insert = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "INSERT INTO search_index (rowid, words) VALUES ($1, CAST($2 AS tsvector))",
        [id.0.into(), vector(kept).into()],
    );
    tx.execute_raw(insert).await?;
    Ok(())
}

/// Each word with its places, those of the title marked `A`.
fn vector(kept: &Kept) -> String {
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut at = 0;
    let parts = [
        (&kept.title.running, "A"),
        (&kept.body.running, ""),
        (&kept.title.beside, ""),
        (&kept.body.beside, ""),
    ];
    for (words, weight) in parts {
        for word in words {
            at += 1;
            let known = places.entry(word).or_default();
            if at <= LAST && known.len() < PLACES {
                known.push(format!("{at}{weight}"));
            }
        }
        at += APART;
    }
    let word = |(word, places): (&str, Vec<String>)| match places.as_slice() {
        [] => format!("'{word}'"),
        places => format!("'{word}':{}", places.join(",")),
    };
    places.into_iter().map(word).collect::<Vec<_>>().join(" ")
}

pub(super) async fn settle(db: &impl ConnectionTrait) -> Result<()> {
    db.execute_unprepared("ANALYZE search_index").await?;
    db.execute_unprepared("ANALYZE search_documents").await?;
    Ok(())
}
