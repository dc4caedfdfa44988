//! Notices between the nodes that share a database: on PostgreSQL only, where they are heard once the change that
//! gives them is committed.

use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement, sqlx::postgres::PgListener};

use super::Db;
use crate::Result;

/// Installations that share a server have each their own.
const CHANNEL: &str = "preau_live_";
/// A notice may take so many bytes at most.
pub const NOTICE_MAX: usize = 7_900;

/// Gives a notice to the other nodes, with the change it is part of.
///
/// # Errors
/// The database refused it.
pub async fn notify(db: &impl ConnectionTrait, notice: &str) -> Result<()> {
    if db.get_database_backend() != DbBackend::Postgres {
        return Ok(());
    }
    let sql = "SELECT pg_notify($1 || current_schema(), $2)";
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, sql, [CHANNEL.into(), notice.into()]);
    db.query_one_raw(statement).await?;
    Ok(())
}

/// What is heard of the other nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// The connection was lost and is there again: notices may have been missed.
    Again,
    /// A notice.
    Notice(String),
}

/// Hears the notices of every node, this one's among them.
pub struct Notices(PgListener);

impl Notices {
    /// Listens from now on; `None` where a database has one node.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn listen(db: &Db) -> Result<Option<Notices>> {
        if db.engine() != DbBackend::Postgres {
            return Ok(None);
        }
        let sql = "SELECT current_schema()::text";
        let row = db.writer().query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
        let schema: String = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default();
        let pool = db.writer().get_postgres_connection_pool();
        let mut listener = PgListener::connect_with(pool).await.map_err(broken)?;
        listener.listen(&format!("{CHANNEL}{schema}")).await.map_err(broken)?;
        Ok(Some(Notices(listener)))
    }

    /// Waits for the next one.
    ///
    /// # Errors
    /// The database cannot be reached any more.
    pub async fn next(&mut self) -> Result<Heard> {
        // `None` says that the connection was lost; it is made again by the next call.
        let heard = self.0.try_recv().await.map_err(broken)?;
        Ok(heard.map_or(Heard::Again, |notice| Heard::Notice(notice.payload().to_owned())))
    }
}

fn broken(error: sea_orm::sqlx::Error) -> crate::Error {
    DbErr::Custom(error.to_string()).into()
}
