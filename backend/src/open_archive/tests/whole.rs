//! Nothing is lost, and nothing that opens doors is there.

use std::collections::BTreeSet;

use sea_orm::{ActiveValue::Set, DbBackend, EntityTrait, PaginatorTrait};
use serde_json::Value as Json;

use super::{DOORS, Elsewhere, bytes_of, council, everything, exported, taken};
use crate::{
    accounts,
    backups::Erasures,
    entities::{job, user},
    files::Fingerprint,
    journal,
    open_archive::{Archive, doors, take},
    personal_data,
    testing::TestBackend,
};

const PASSWORD: &str = "une phrase assez longue";

#[tokio::test]
async fn what_is_taken_is_what_was_there_row_by_row_and_byte_by_byte() {
    let (test, _) = council().await;
    let before = everything(test.backend.db()).await;
    assert!(before.len() > 40, "the tables are there: {}", before.len());
    let (_folder, archive) = exported(&test.backend).await;
    let there = Elsewhere::new(&test).await;
    let done = there.take(&archive).await.expect("taken");
    assert_eq!((done.files_added, done.migrations, done.erased), (2, 0, 0));
    assert_eq!(done.rows, before.values().map(|rows| rows.len() as u64).sum::<u64>());
    let after = everything(there.backend.db()).await;
    for (table, rows) in &before {
        assert_eq!(after.get(table), Some(rows), "{table}");
    }
    for name in Archive::open(&archive).expect("whole").contents() {
        let fingerprint = Fingerprint::stored(name);
        assert_eq!(
            there.backend.files().get(&fingerprint).await.expect("there"),
            test.backend.files().get(&fingerprint).await.expect("there")
        );
    }
    let chain = journal::verify(&there.backend.system()).await.expect("read");
    assert!(chain.broken.is_none() && chain.lines > 0, "{chain:?}");
    assert!(there.backend.db().is_current().await.expect("read"));
    test.finish().await;
}

#[tokio::test]
async fn an_archive_made_again_is_the_same_on_either_engine() {
    let (test, _) = council().await;
    let (_first, first) = exported(&test.backend).await;
    let (_second, second) = exported(&test.backend).await;
    let bytes = bytes_of(&first);
    assert!(bytes.len() > 40);
    assert!(bytes_of(&second) == bytes, "made twice of the same installation");
    let there = Elsewhere::new(&test).await;
    there.take(&first).await.expect("taken");
    let (_third, third) = exported(&there.backend).await;
    same(&bytes_of(&third), &bytes);
    // On PostgreSQL, back from SQLite into it.
    if test.backend.db().engine() == DbBackend::Postgres {
        let back = TestBackend::empty().await;
        taken(&back.backend, &third).await.expect("taken");
        let (_fourth, fourth) = exported(&back.backend).await;
        same(&bytes_of(&fourth), &bytes);
        back.leave().await;
    }
    test.finish().await;
}

fn same(
    found: &std::collections::BTreeMap<String, Vec<u8>>,
    expected: &std::collections::BTreeMap<String, Vec<u8>>,
) {
    assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
    for (path, bytes) in expected {
        let said = |bytes: &[u8]| String::from_utf8_lossy(&bytes[..bytes.len().min(2_000)]).into_owned();
        assert!(&found[path] == bytes, "{path}: {}\ninstead of {}", said(&found[path]), said(bytes));
    }
}

#[tokio::test]
async fn nothing_in_it_opens_a_door_and_no_mail_is_sent_again() {
    let (test, cast) = council().await;
    let db = test.backend.db().writer();
    for kind in ["send_link", "read-file"] {
        let row = job::ActiveModel {
            kind: Set(kind.to_owned()),
            payload: Set("{}".to_owned()),
            run_at: Set(test.backend.now()),
            claimed_at: Set(Some(test.backend.now())),
            attempts: Set(0),
            last_error: Set(String::new()),
            ..Default::default()
        };
        job::Entity::insert(row).exec_without_returning(db).await.expect("a job");
    }
    let (_folder, archive) = exported(&test.backend).await;
    let words = DOORS.map(str::to_lowercase);
    for (path, bytes) in bytes_of(&archive) {
        let said = String::from_utf8_lossy(&bytes).to_lowercase();
        for word in &words {
            assert!(!said.contains(word.as_str()), "{path} holds {word}");
        }
        assert!(!path.contains("session") && !path.contains("one_time_links"), "{path}");
    }
    let there = Elsewhere::new(&test).await;
    there.take(&archive).await.expect("taken");
    let jobs = job::Entity::find().all(there.backend.db().reader()).await.expect("read");
    assert_eq!(jobs.len(), 1, "{jobs:?}");
    assert_eq!((jobs[0].kind.as_str(), jobs[0].claimed_at), ("read-file", None));
    let member = user::Entity::find_by_id(cast.member.id).one(there.backend.db().reader()).await;
    assert_eq!(member.expect("read").expect("there").password_hash, None);
    test.leave().await;
}

#[tokio::test]
async fn no_column_that_opens_a_door_is_told() {
    let test = TestBackend::empty().await;
    let snapshot = test.backend.db().snapshot().await.expect("a moment");
    for table in snapshot.tables(doors::is_told).await.expect("tables") {
        let mut row: Vec<Json> = table.columns.iter().map(|_| "ouvert".into()).collect();
        doors::shut(&table, &mut row);
        for (column, value) in table.columns.iter().zip(row) {
            let names = ["hash", "secret", "token", "password", "credential"];
            let opens = names.iter().any(|name| column.name.contains(name)) && table.name != "journal_seals";
            assert!(!opens || value != "ouvert", "{}.{}: a line in `doors.rs`?", table.name, column.name);
        }
    }
    snapshot.end().await.expect("ended");
    test.finish().await;
}

#[tokio::test]
async fn identifiers_go_on_where_they_were_even_of_what_is_gone() {
    let (test, _) = council().await;
    let row = job::ActiveModel {
        kind: Set("read-file".to_owned()),
        payload: Set("{}".to_owned()),
        run_at: Set(test.backend.now()),
        attempts: Set(0),
        last_error: Set(String::new()),
        ..Default::default()
    };
    let db = test.backend.db().writer();
    let last = job::Entity::insert(row.clone()).exec(db).await.expect("written").last_insert_id;
    job::Entity::delete_by_id(last).exec(db).await.expect("gone");
    let (_folder, archive) = exported(&test.backend).await;
    let there = Elsewhere::new(&test).await;
    there.take(&archive).await.expect("taken");
    let next = job::Entity::insert(row).exec(there.backend.db().writer()).await.expect("written");
    assert_eq!(next.last_insert_id.0, last.0 + 1);
    test.finish().await;
}

#[tokio::test]
async fn whoever_was_erased_since_is_erased_in_it_too() {
    let (test, cast) = council().await;
    let (_folder, path) = exported(&test.backend).await;
    let email = user::Entity::find_by_id(cast.other.id).one(test.backend.db().reader()).await;
    let email = email.expect("read").expect("there").email;
    let users = |path: &std::path::Path| {
        String::from_utf8(bytes_of(path)["archive/users.jsonl"].clone()).expect("text")
    };
    assert!(users(&path).contains(&email));
    accounts::give_password(&test.backend.system(), cast.administrator.id, PASSWORD).await.expect("given");
    let admin = test.as_user(cast.administrator.id).await;
    personal_data::erase(&admin, cast.other.id, PASSWORD).await.expect("erased");
    let marks = personal_data::marks(&test.backend).await.expect("read");
    assert_eq!(marks.len(), 1);
    let there = Elsewhere::new(&test).await;
    let archive = Archive::open(&path).expect("whole");
    let erased = Erasures { marks, at: test.backend.now() };
    let store = there.backend.files();
    let done = take(&archive, &erased, there.backend.db(), store, &|_| {}).await.expect("taken");
    assert_eq!(done.erased, 1);
    let row = user::Entity::find_by_id(cast.other.id).one(there.backend.db().reader()).await;
    assert!(row.expect("read").expect("a shell").erased_at.is_some());
    // Made after, it names nobody any more.
    let (_after, after) = exported(&test.backend).await;
    assert!(!users(&after).contains(&email));
    test.leave().await;
}

#[tokio::test]
async fn what_was_touched_in_the_part_that_people_edit_is_told() {
    let (test, _) = council().await;
    let (_folder, path) = exported(&test.backend).await;
    let differences = |path: &std::path::Path| Archive::open(path).expect("whole").differences().clone();
    assert!(differences(&path).is_empty());
    std::fs::write(path.join("members.csv"), "email;name\nzoe@val.fr;Zoé\n").expect("written");
    std::fs::write(path.join("groups.csv"), "slug\n").expect("written");
    std::fs::write(path.join("lecture/index.html"), "lu").expect("written");
    let found = differences(&path);
    assert_eq!(
        (found.changed, found.added, found.gone),
        (vec!["members.csv".into()], vec!["groups.csv".into()], vec![])
    );
    std::fs::remove_file(path.join("members.csv")).expect("removed");
    assert_eq!(differences(&path).gone, ["members.csv"]);
    test.finish().await;
}

#[tokio::test]
async fn a_content_that_is_missing_or_altered_does_not_stop_the_rest() {
    let (test, _) = council().await;
    let fingerprints: BTreeSet<String> = {
        let (_folder, archive) = exported(&test.backend).await;
        Archive::open(&archive).expect("whole").contents().map(str::to_owned).collect()
    };
    let gone = Fingerprint::of("un document".as_bytes());
    test.backend.files().remove(&gone).await.expect("removed");
    let (_folder, archive) = exported(&test.backend).await;
    let archive_read = Archive::open(&archive).expect("whole");
    assert_eq!((archive_read.missing(), archive_read.contents().count()), (1, fingerprints.len() - 1));
    let there = Elsewhere::new(&test).await;
    there.take(&archive).await.expect("taken without it");
    let count = user::Entity::find().count(there.backend.db().reader()).await.expect("read");
    assert!(count > 3);
    assert_eq!(there.backend.db().engine(), DbBackend::Sqlite);
    test.finish().await;
}
