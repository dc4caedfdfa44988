//! Transactions for changes.
//!
//! On SQLite changes are made one at a time, and those that come together share one durable commit: waiting for the
//! disk costs as much as many a change. The first of a group is the transaction of the database. Whoever takes a turn
//! before it is committed is a savepoint of it, undone by itself if need be. The first also asks for a last turn, behind
//! those who wait already, to commit the whole: everybody is told only then. Whoever gives a change up because of what
//! they saw there reads on only once others can see it too.
//!
//! PostgreSQL shares commits by itself.

use std::{sync::Arc, time::Duration};

use async_trait::async_trait;
use sea_orm::{
    ConnAcquireErr, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult,
    QueryResult, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};
use tokio::sync::{Mutex, OwnedMutexGuard, watch};

use crate::error::Result;

/// How long a change waits for those before it.
const PATIENCE: Duration = Duration::from_secs(10);

/// A change: written whole by [`Transaction::commit`], undone when it is dropped.
#[derive(Debug)]
pub struct Transaction {
    // Undone before the turn is given up: fields are dropped in this order.
    change: DatabaseTransaction,
    turn: Option<Turn>,
}

/// Whose turn it is to change a SQLite database.
#[derive(Clone, Debug, Default)]
pub(super) struct Turns {
    group: Arc<Mutex<Option<Group>>>,
    /// Whether somebody gave a change up after seeing others that are not on the disk yet.
    ahead: watch::Sender<bool>,
}

/// The right to change the database, and what waits to be committed before.
#[derive(Debug)]
struct Turn {
    group: OwnedMutexGuard<Option<Group>>,
    of: Turns,
}

/// Changes that are made but not on the disk yet.
#[derive(Debug)]
struct Group {
    whole: DatabaseTransaction,
    told: watch::Sender<Option<Outcome>>,
    /// A savepoint was begun. If that is still so at the next turn, it was undone, and so may have been the whole:
    /// a full disk does that.
    unfinished: bool,
}

type Outcome = std::result::Result<(), DbErr>;

impl Turns {
    async fn next(&self) -> Turn {
        Turn { group: self.group.clone().lock_owned().await, of: self.clone() }
    }

    /// Waits until what a change that was given up could see can be read by all.
    pub(super) async fn settled(&self) {
        if *self.ahead.borrow() {
            let mut ahead = self.ahead.subscribe();
            // Reading goes on whatever happens.
            let _ = tokio::time::timeout(PATIENCE, ahead.wait_for(|ahead| !ahead)).await;
        }
    }
}

impl Turn {
    /// Commits the group, if nobody did so yet, and tells its members. Apart, so that it is done to its end even if
    /// whoever asks for it goes away.
    async fn settle(mut self) -> Result<Turn> {
        if self.group.is_none() {
            return Ok(self);
        }
        let settled = tokio::spawn(async move {
            if let Some(Group { whole, told, .. }) = self.group.take() {
                let outcome = whole.commit().await;
                self.of.ahead.send_replace(false);
                // Nobody may be left to hear it.
                let _ = told.send(Some(outcome));
            }
            self
        });
        Ok(settled.await?)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if self.group.as_ref().is_some_and(|group| group.unfinished) {
            self.of.ahead.send_replace(true);
        }
    }
}

impl Transaction {
    pub(super) async fn begin(writer: &DatabaseConnection, turns: Option<&Turns>) -> Result<Transaction> {
        let Some(turns) = turns else { return Ok(Transaction { change: writer.begin().await?, turn: None }) };
        let turn = tokio::time::timeout(PATIENCE, turns.next()).await;
        let turn = turn.map_err(|_| DbErr::ConnectionAcquire(ConnAcquireErr::Timeout))?;
        // Apart: a beginning given up half-way would undo what it is part of, and with it the changes of others.
        tokio::spawn(Transaction::in_turn(writer.clone(), turn)).await?
    }

    async fn in_turn(writer: DatabaseConnection, mut turn: Turn) -> Result<Transaction> {
        if turn.group.as_ref().is_some_and(|group| group.unfinished) {
            turn = turn.settle().await?;
        }
        let change = match turn.group.as_mut() {
            Some(group) => {
                group.unfinished = true;
                group.whole.begin().await?
            }
            None => {
                // The write lock is taken at once: a transaction that reads first could be refused half-way.
                let sqlite_transaction_mode = Some(SqliteTransactionMode::Immediate);
                let options = TransactionOptions { sqlite_transaction_mode, ..Default::default() };
                writer.begin_with_options(options).await?
            }
        };
        Ok(Transaction { change, turn: Some(turn) })
    }

    /// Writes the change for good.
    ///
    /// # Errors
    /// The database refused it; nothing was written.
    pub async fn commit(self) -> Result<()> {
        let Transaction { change, turn } = self;
        let Some(mut turn) = turn else { return Ok(change.commit().await?) };
        let mut told = if let Some(group) = turn.group.as_mut() {
            change.commit().await?;
            group.unfinished = false;
            group.told.subscribe()
        } else {
            let (told, hears) = watch::channel(None);
            *turn.group = Some(Group { whole: change, told, unfinished: false });
            let turns = turn.of.clone();
            tokio::spawn(async move { turns.next().await.settle().await });
            hears
        };
        drop(turn);
        let outcome = told.wait_for(Option::is_some).await.map(|outcome| outcome.clone());
        match outcome {
            Ok(Some(outcome)) => Ok(outcome?),
            Ok(None) | Err(_) => Err(DbErr::Custom("the commit was given up".to_owned()).into()),
        }
    }

    /// Undoes the change.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn rollback(self) -> Result<()> {
        let Transaction { change, turn } = self;
        change.rollback().await?;
        if let Some(turn) = turn {
            turn.settle().await?;
        }
        Ok(())
    }

    /// Opens a part of the change that can be undone without the rest.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn savepoint(&self) -> Result<DatabaseTransaction> {
        Ok(self.change.begin().await?)
    }
}

#[async_trait]
impl ConnectionTrait for Transaction {
    fn get_database_backend(&self) -> DbBackend {
        self.change.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> std::result::Result<ExecResult, DbErr> {
        self.change.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> std::result::Result<ExecResult, DbErr> {
        self.change.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> std::result::Result<Option<QueryResult>, DbErr> {
        self.change.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> std::result::Result<Vec<QueryResult>, DbErr> {
        self.change.query_all_raw(statement).await
    }
}
