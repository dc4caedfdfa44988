//! Looking for words everywhere: every column of every table that the schema has, and every stored file.

use std::{collections::BTreeSet, path::Path};

use domain::{
    ids::UserId,
    personal_data::register::{self, Holds},
};
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use super::TestBackend;
use crate::db::Db;

impl TestBackend {
    /// Where one of these words is still kept, whatever their case: tables with their columns, and files.
    pub async fn traces_of(&self, words: &[&str]) -> Vec<String> {
        let mut found = traces_in(self.backend.db(), words).await;
        let words: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        let mut files = Vec::new();
        files_in(self.files_folder(), &mut files);
        for (path, bytes) in files {
            if let Some(word) = said(&bytes, &words) {
                found.push(format!("file {path}: {word}"));
            }
        }
        found
    }

    /// The tables that name somebody, by the columns that the register says.
    pub async fn tables_naming(&self, person: UserId) -> BTreeSet<&'static str> {
        let mut found = BTreeSet::new();
        for table in register::tables() {
            for column in table.holding(Holds::Whose).chain(table.holding(Holds::By)) {
                // Some hold a list of identifiers.
                let sql = format!(
                    "SELECT CAST(COUNT(*) AS text) AS line FROM \"{}\" WHERE CAST(\"{column}\" AS text) = '{person}'",
                    table.name
                );
                let count = lines(self.backend.db(), &sql).await;
                if count.into_iter().flatten().any(|count| count != "0") {
                    found.insert(table.name);
                }
            }
        }
        found
    }
}

/// Where one of these words is still kept in a database.
pub async fn traces_in(db: &Db, words: &[&str]) -> Vec<String> {
    let words: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let mut found = Vec::new();
    for (table, columns) in schema(db).await {
        for (column, is_bytes) in columns {
            // Every kind of value as the letters of its bytes.
            let value = match (db.reader().get_database_backend(), is_bytes) {
                (DbBackend::Postgres, true) => format!("encode(\"{column}\", 'hex')"),
                (DbBackend::Postgres, false) => {
                    format!("encode(convert_to(CAST(\"{column}\" AS text), 'UTF8'), 'hex')")
                }
                _ => format!("hex(\"{column}\")"),
            };
            let values = lines(db, &format!("SELECT {value} AS line FROM \"{table}\"")).await;
            for value in values.into_iter().flatten() {
                if let Some(word) = said(&bytes_of(&value), &words) {
                    found.push(format!("{table}.{column}: {word}"));
                }
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

/// Every table, with its columns and whether each holds bytes.
pub async fn schema(db: &Db) -> Vec<(String, Vec<(String, bool)>)> {
    let postgres = db.reader().get_database_backend() == DbBackend::Postgres;
    let tables = if postgres {
        "SELECT table_name::text AS line FROM information_schema.tables \
         WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1"
    } else {
        "SELECT name AS line FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1"
    };
    let mut all = Vec::new();
    for table in lines(db, tables).await.into_iter().flatten() {
        let columns = if postgres {
            format!(
                "SELECT column_name::text || ' ' || data_type::text AS line FROM information_schema.columns \
                 WHERE table_schema = current_schema() AND table_name = '{table}' ORDER BY ordinal_position"
            )
        } else {
            format!("SELECT name || ' ' || lower(type) AS line FROM pragma_table_info('{table}')")
        };
        let columns = lines(db, &columns).await.into_iter().flatten();
        let column = |line: String| {
            let (name, kind) = line.split_once(' ').unwrap_or((&line, ""));
            (name.to_owned(), kind == "bytea" || kind == "blob")
        };
        all.push((table, columns.map(column).collect()));
    }
    all
}

async fn lines(db: &Db, sql: &str) -> Vec<Option<String>> {
    let statement = Statement::from_string(db.reader().get_database_backend(), sql);
    let rows = db.reader().query_all_raw(statement).await.expect("the table is read");
    rows.iter().map(|row| row.try_get("", "line").expect("a line")).collect()
}

fn bytes_of(letters: &str) -> Vec<u8> {
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap_or_default(), 16);
    letters.as_bytes().chunks(2).map(|two| pair(two).expect("two letters a byte")).collect()
}

fn said(bytes: &[u8], words: &[String]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    words.iter().find(|word| text.contains(word.as_str())).cloned()
}

fn files_in(folder: &Path, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files_in(&path, found);
        } else {
            found.push((path.display().to_string(), std::fs::read(&path).expect("a file")));
        }
    }
}
