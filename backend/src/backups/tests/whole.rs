//! Everything is there, of one moment.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, Ordering},
    },
    time::Duration,
};

use chrono::TimeDelta;
use sea_orm::{ActiveValue::Set, EntityTrait, PaginatorTrait, QueryOrder};
use serde_json::Value as Json;

use super::{Elsewhere, backup, council, everything};
use crate::{
    backups::hold,
    entities::{event, file, session},
    files::Fingerprint,
    library,
};

#[tokio::test]
async fn what_is_restored_is_what_was_there_row_by_row_and_byte_by_byte() {
    let (test, _) = council().await;
    let before = everything(test.backend.db()).await;
    assert!(before.len() > 40, "the tables are there: {}", before.len());
    let (_folder, file, made) = backup(&test, None).await;
    assert_eq!(made.rows, before.values().map(|rows| rows.len() as u64).sum::<u64>());
    assert_eq!((made.files, made.missing.len()), (2, 0));
    let there = Elsewhere::new().await;
    let restored = there.restore(&file, None).await.expect("restored");
    assert_eq!((restored.files_added, restored.migrations), (2, 0));
    let after = everything(&there.db).await;
    for (table, rows) in &before {
        assert_eq!(after.get(table), Some(rows), "{table}");
    }
    for row in file::Entity::find().all(there.db.reader()).await.expect("read") {
        let fingerprint = Fingerprint::stored(&row.sha256);
        assert_eq!(
            there.store.get(&fingerprint).await.expect("there"),
            test.backend.files().get(&fingerprint).await.expect("there")
        );
    }
    assert!(there.db.is_current().await.expect("read"));
    test.finish().await;
}

#[tokio::test]
async fn identifiers_go_on_where_they_were_even_of_what_is_gone() {
    let (test, _) = council().await;
    let told = || event::ActiveModel {
        at: Set(test.backend.now()),
        kind: Set("library.purged".to_owned()),
        data: Set("{}".to_owned()),
        ..Default::default()
    };
    let db = test.backend.db().writer();
    let last = event::Entity::insert(told()).exec(db).await.expect("written").last_insert_id;
    event::Entity::delete_by_id(last).exec(db).await.expect("gone");
    let (_folder, file, _) = backup(&test, None).await;
    let there = Elsewhere::new().await;
    there.restore(&file, None).await.expect("restored");
    let next = event::Entity::insert(told()).exec(there.db.writer()).await.expect("written").last_insert_id;
    assert_eq!(next.0, last.0 + 1);
    test.finish().await;
}

#[tokio::test]
async fn sessions_links_and_what_is_on_its_way_are_left_out() {
    let (test, cast) = council().await;
    let row = session::ActiveModel {
        id: Set("0".repeat(64)),
        user_id: Set(Some(cast.member.id)),
        data: Set("{}".to_owned()),
        device: Set(String::new()),
        created_at: Set(test.backend.now()),
        last_seen_at: Set(test.backend.now()),
        expires_at: Set(test.backend.now() + TimeDelta::days(1)),
        ..Default::default()
    };
    session::Entity::insert(row).exec_without_returning(test.backend.db().writer()).await.expect("open");
    let (_folder, file, _) = backup(&test, None).await;
    let there = Elsewhere::new().await;
    there.restore(&file, None).await.expect("restored");
    assert_eq!(session::Entity::find().count(there.db.reader()).await.expect("read"), 0);
    test.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_made_while_people_write_is_of_one_moment() {
    let (test, _) = council().await;
    let stop = Arc::new(AtomicBool::new(false));
    let acknowledged = Arc::new(AtomicI64::new(0));
    // Each change writes the same number twice, in one transaction, and a file with it.
    let writing = {
        let (backend, stop, acknowledged) = (test.backend.clone(), stop.clone(), acknowledged.clone());
        tokio::spawn(async move {
            let mut number = 0_i64;
            while !stop.load(Ordering::SeqCst) {
                number += 1;
                let content = format!("fichier {number}");
                let fingerprint = backend.files().put(content.into_bytes()).await.expect("stored");
                let tx = backend.db().begin().await.expect("begun");
                let row = file::ActiveModel {
                    sha256: Set(fingerprint.to_string()),
                    bytes: Set(number),
                    media_type: Set("text/plain".to_owned()),
                    created_at: Set(backend.now()),
                };
                file::Entity::insert(row).exec_without_returning(&tx).await.expect("written");
                let told = event::ActiveModel {
                    at: Set(backend.now()),
                    kind: Set("test.number".to_owned()),
                    data: Set(format!("{{\"file\":\"{fingerprint}\"}}")),
                    ..Default::default()
                };
                event::Entity::insert(told).exec_without_returning(&tx).await.expect("written");
                tx.commit().await.expect("committed");
                acknowledged.store(number, Ordering::SeqCst);
            }
        })
    };
    while acknowledged.load(Ordering::SeqCst) < 5 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    for _ in 0..3 {
        let before = acknowledged.load(Ordering::SeqCst);
        let (_folder, file, made) = backup(&test, None).await;
        let after = acknowledged.load(Ordering::SeqCst);
        assert!(made.missing.is_empty());
        let there = Elsewhere::new().await;
        there.restore(&file, None).await.expect("restored");
        let numbers =
            event::Entity::find().order_by_asc(event::Column::Id).all(there.db.reader()).await.expect("read");
        let told: Vec<_> = numbers.into_iter().filter(|row| row.kind == "test.number").collect();
        let count = told.len() as i64;
        assert!(count >= before && count <= after + 1, "{before} <= {count} <= {after}");
        let files = file::Entity::find().count(there.db.reader()).await.expect("read");
        assert_eq!(files as i64, count + 2, "nothing is half there");
        for row in told {
            let data: Json = serde_json::from_str(&row.data).expect("json");
            let name = Fingerprint::stored(data["file"].as_str().expect("named"));
            assert!(there.store.has(&name).await.expect("read"), "each file that is named came");
        }
    }
    stop.store(true, Ordering::SeqCst);
    writing.await.expect("written");
    test.finish().await;
}

#[tokio::test]
async fn no_content_is_removed_while_a_backup_may_name_it() {
    let (test, _) = council().await;
    let fingerprint = test.keep_file("bientôt parti".as_bytes()).await;
    test.wait(TimeDelta::days(2));
    let _hold = hold::Hold::take(&test.backend).await.expect("held");
    library::purge(&test.backend).await.expect("purged");
    assert!(test.backend.files().has(&fingerprint).await.expect("read"), "it stays");
    test.wait(TimeDelta::minutes(11));
    library::purge(&test.backend).await.expect("purged");
    assert!(!test.backend.files().has(&fingerprint).await.expect("read"), "it goes once nobody holds it");
    test.finish().await;
}
