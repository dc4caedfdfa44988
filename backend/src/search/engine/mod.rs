//! What differs from one database to the other: how words are kept and compared. Nothing else of the search does.

mod postgres;
mod sqlite;

use domain::ids::SearchDocumentId;
use lexis::{Analysed, Query, Wording};
use sea_orm::{ConnectionTrait, DbBackend, sea_query::Expr};

use crate::Result;

/// The words of something that can be found.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept {
    pub title: Analysed,
    pub body: Analysed,
}

/// The index of words of one engine: the table `search_index`, whose `rowid` is a line of `search_documents`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Engine {
    /// FTS5.
    Sqlite,
    /// A tsvector under a GIN index.
    Postgres,
}

impl Engine {
    /// That of this connection.
    pub fn of(db: &impl ConnectionTrait) -> Engine {
        match db.get_database_backend() {
            DbBackend::Postgres => Engine::Postgres,
            _ => Engine::Sqlite,
        }
    }

    /// What matches; the query reads `search_index`.
    pub fn matches(self, query: &Query) -> Expr {
        match self {
            Engine::Sqlite => sqlite::matches(query),
            Engine::Postgres => postgres::matches(query),
        }
    }

    /// How well it matches: the smaller the better.
    pub fn rank(self, query: &Query) -> Expr {
        match self {
            Engine::Sqlite => sqlite::rank(),
            Engine::Postgres => postgres::rank(query),
        }
    }

    /// Keeps the words of a line.
    pub async fn insert(self, tx: &impl ConnectionTrait, id: SearchDocumentId, kept: &Kept) -> Result<()> {
        match self {
            Engine::Sqlite => sqlite::insert(tx, id, kept).await,
            Engine::Postgres => postgres::insert(tx, id, kept).await,
        }
    }

    /// Puts the index in order once much of it was written again.
    pub async fn settle(self, db: &impl ConnectionTrait) -> Result<()> {
        match self {
            Engine::Sqlite => sqlite::settle(db).await,
            Engine::Postgres => postgres::settle(db).await,
        }
    }
}

/// The query in the words of an engine: `all` joins what must be there, `any` what may, `not` begins what must not.
fn written(query: &Query, wording: fn(&Wording) -> String, all: &str, any: &str, not: &str) -> String {
    let term = |term: &lexis::Term| {
        let ways: Vec<String> = term.ways.iter().map(wording).collect();
        format!("({})", ways.join(any))
    };
    let wanted: Vec<String> = query.wanted.iter().map(term).collect();
    let unwanted = query.unwanted.iter().map(|unwanted| format!("{not}{}", term(unwanted)));
    format!("({}){}", wanted.join(all), unwanted.collect::<String>())
}
