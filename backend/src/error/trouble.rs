//! Where things are kept may be full or away: nobody did anything wrong, and it can be said. The details are logged here,
//! since a refusal has none.

use std::io::ErrorKind;

use domain::{Refusal, refusal::StorageTrouble};
use sea_orm::{DbErr, RuntimeErr, sqlx};

use super::Error;

impl From<object_store::Error> for Error {
    fn from(error: object_store::Error) -> Error {
        let trouble = match &error {
            object_store::Error::Generic { .. } => of_files(&error),
            _ => None,
        };
        match trouble {
            Some(trouble) => {
                tracing::error!(%error, "files cannot be kept or read");
                Refusal::Storage(trouble).into()
            }
            None => Error::unexpected(error),
        }
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Error {
        match of_database(&error) {
            Some(trouble) => {
                tracing::error!(%error, "the database cannot be read or changed");
                Refusal::Storage(trouble).into()
            }
            None => Error::unexpected(error),
        }
    }
}

fn of_files(error: &(dyn std::error::Error + 'static)) -> Option<StorageTrouble> {
    use ErrorKind::{FileTooLarge, PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull};

    let mut cause = Some(error);
    while let Some(error) = cause {
        match error.downcast_ref::<std::io::Error>().map(std::io::Error::kind) {
            Some(StorageFull | QuotaExceeded | FileTooLarge) => return Some(StorageTrouble::Full),
            Some(PermissionDenied | ReadOnlyFilesystem) => return Some(StorageTrouble::Away),
            _ => {}
        }
        // Out of reach, or there and unwell.
        let unwell = matches!(
            error.downcast_ref::<object_store::Error>(),
            Some(object_store::Error::Generic { store: "S3", .. })
        );
        if unwell || error.is::<object_store::client::HttpError>() {
            return Some(StorageTrouble::Away);
        }
        cause = error.source();
    }
    None
}

fn of_database(error: &DbErr) -> Option<StorageTrouble> {
    let runtime = match error {
        DbErr::ConnectionAcquire(_) => return Some(StorageTrouble::Database),
        DbErr::Conn(runtime) | DbErr::Exec(runtime) | DbErr::Query(runtime) => runtime,
        _ => return None,
    };
    let RuntimeErr::SqlxError(source) = runtime else { return None };
    match source.as_ref() {
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed => Some(StorageTrouble::Database),
        sqlx::Error::Database(refused) => refused.code().and_then(|code| of_code(&code)),
        _ => None,
    }
}

/// What the code of a failure says: a class of PostgreSQL (appendix A of its documentation), or a number of SQLite
/// (<https://www.sqlite.org/rescode.html>), whose low byte is the kind.
fn of_code(code: &str) -> Option<StorageTrouble> {
    if let Some(kind) = code.parse::<u32>().ok().filter(|_| code.len() < 5).map(|code| code & 0xff) {
        return match kind {
            // SQLITE_FULL
            13 => Some(StorageTrouble::Full),
            // SQLITE_READONLY, SQLITE_IOERR, SQLITE_CANTOPEN
            8 | 10 | 14 => Some(StorageTrouble::Database),
            _ => None,
        };
    }
    match code {
        "53100" => Some(StorageTrouble::Full),
        // It stops, starts, or has no connection left.
        "57P01" | "57P02" | "57P03" | "53300" => Some(StorageTrouble::Database),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_io(kind: ErrorKind) -> Option<StorageTrouble> {
        let source = Box::new(std::io::Error::from(kind));
        let error = object_store::Error::Generic { store: "LocalFileSystem", source };
        match Error::from(error).refusal() {
            Some(Refusal::Storage(trouble)) => Some(*trouble),
            _ => None,
        }
    }

    #[test]
    fn files_that_cannot_be_kept_or_read_are_told_from_what_broke() {
        assert_eq!(of_io(ErrorKind::StorageFull), Some(StorageTrouble::Full));
        assert_eq!(of_io(ErrorKind::ReadOnlyFilesystem), Some(StorageTrouble::Away));
        assert_eq!(of_io(ErrorKind::PermissionDenied), Some(StorageTrouble::Away));
        assert_eq!(of_io(ErrorKind::InvalidData), None);
    }

    #[test]
    fn a_bucket_that_is_unwell_is_away() {
        let source = || "Error performing PUT: 503 Service Unavailable".into();
        let error = |store| Error::from(object_store::Error::Generic { store, source: source() });
        assert_eq!(error("S3").refusal(), Some(&Refusal::Storage(StorageTrouble::Away)));
        assert_eq!(error("LocalFileSystem").refusal(), None);
    }

    #[test]
    fn a_database_that_is_away_is_told_from_one_that_refuses() {
        let of = |error| of_database(&DbErr::Query(RuntimeErr::SqlxError(std::sync::Arc::new(error))));
        assert_eq!(of(sqlx::Error::PoolTimedOut), Some(StorageTrouble::Database));
        assert_eq!(
            of(std::io::Error::from(ErrorKind::ConnectionRefused).into()),
            Some(StorageTrouble::Database)
        );
        assert_eq!(of(sqlx::Error::RowNotFound), None);
        assert_eq!(of_code("57P01"), Some(StorageTrouble::Database));
        assert_eq!(of_code("13"), Some(StorageTrouble::Full));
        // SQLITE_IOERR_WRITE
        assert_eq!(of_code("778"), Some(StorageTrouble::Database));
        // SQLITE_CONSTRAINT_UNIQUE, and unique_violation
        assert_eq!((of_code("2067"), of_code("23505")), (None, None));
    }
}
