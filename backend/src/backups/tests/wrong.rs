//! Whatever may be wrong with a backup, and with what it replaces.

use std::path::Path;

use sea_orm::{ActiveValue::Set, ConnectionTrait, DbBackend, EntityTrait, PaginatorTrait};
use serde_json::Value as Json;

use super::{Elsewhere, backup, council, everything};
use crate::{
    backups::{HEAD, MANIFEST, restore},
    entities::{adoption, council as council_row, user},
    files::Fingerprint,
};

#[tokio::test]
async fn whatever_is_wrong_with_a_backup_is_told_and_nothing_changes() {
    let (test, _) = council().await;
    let (folder, file, _) = backup(&test, Some("une phrase secrète")).await;
    let there = Elsewhere::new().await;
    there.restore(&file, Some("une phrase secrète")).await.expect("restored");
    let before = everything(&there.db).await;
    let whole = std::fs::read(&file).expect("read");
    let other = folder.path().join("autre");
    let attempt = async |bytes: &[u8], passphrase: Option<&str>| {
        std::fs::write(&other, bytes).expect("written");
        let trouble = there.restore(&other, passphrase).await.expect_err("refused");
        assert_eq!(everything(&there.db).await, before, "{trouble}");
        trouble.to_string()
    };
    let secret = Some("une phrase secrète");
    assert!(attempt(&whole, None).await.contains("passphrase is needed"));
    assert!(attempt(&whole, Some("une autre")).await.contains("does not open"));
    assert!(attempt(b"Bonjour", secret).await.contains("not a backup"));
    attempt(&whole[..whole.len() / 2], secret).await;
    let mut altered = whole.clone();
    altered[whole.len() / 2] ^= 1;
    assert!(attempt(&altered, secret).await.contains("altered"));
    assert!(std::fs::read_dir(folder.path()).expect("listed").count() == 2, "nothing is left beside");
    test.finish().await;
}

/// A backup written by hand: its head and its end say what they are told to.
fn by_hand(to: &Path, head: &Json, end: &Json, parts: &[(&str, &[u8])]) {
    let mut archive = archive::Writer::create(to, None, 0).expect("begun");
    archive.whole(HEAD, head.to_string().as_bytes()).expect("written");
    for (name, bytes) in parts {
        archive.whole(name, bytes).expect("written");
    }
    archive.whole(MANIFEST, end.to_string().as_bytes()).expect("written");
    archive.finish().expect("ended");
}

#[tokio::test]
async fn a_backup_of_a_later_program_and_one_that_does_not_go_together_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let head = |form: u32, migration: &str| {
        serde_json::json!({ "preau": form, "program": "9.9.9", "taken_at": "2026-11-22T09:00:00Z",
            "migrations": [migration], "tables": [], "sequences": [] })
    };
    let end = |files: u64| serde_json::json!({ "parts": [], "rows": {}, "files": files, "file_bytes": 0, "missing": [], "altered": [] });
    let first = migrations::names().remove(0);
    type Parts<'a> = &'a [(&'a str, &'a [u8])];
    let cases: [(&str, Json, Json, Parts<'_>, &str); 4] = [
        ("a", head(2, &first), end(0), &[], "later version (9.9.9)"),
        ("b", head(1, "m20990101_01_nouveau"), end(0), &[], "later version (9.9.9)"),
        ("c", head(1, &first), end(1), &[], "files are not those"),
        ("d", head(1, &first), end(0), &[("tables/users/1.jsonl", b"[1]\n")], "tables are not those"),
    ];
    let there = Elsewhere::new().await;
    for (name, head, end, parts, said) in cases {
        let file = folder.path().join(name);
        by_hand(&file, &head, &end, parts);
        let trouble = there.restore(&file, None).await.expect_err("refused").to_string();
        assert!(trouble.contains(said), "{name}: {trouble}");
    }
    assert!(std::fs::read_dir(there.folder.path().join("files")).expect("listed").next().is_none());
}

#[tokio::test]
async fn a_backup_of_an_earlier_schema_is_brought_up_to_date() {
    // As a program would have made it that knew only the migrations before the last ones.
    let folder = tempfile::tempdir().expect("a folder");
    let earlier = Elsewhere::new().await;
    let names = migrations::names();
    let known = &names[..names.len() / 2];
    earlier.db.rebuild(known).await.expect("begun").keep().await.expect("kept");
    let text = "INSERT INTO council (id, name, territory, presentation, joining, contact_email, colleges, words, \
                created_at, version) VALUES (1, 'Trois Rivières', '', '', '', '', '[]', '{}', \
                '2026-11-22T09:00:00+00:00', 1)";
    earlier.db.writer().execute_unprepared(text).await.expect("written");
    let snapshot = earlier.db.snapshot().await.expect("a moment");
    let tables = snapshot.tables(|name| name == "council").await.expect("tables");
    let rows = snapshot.page(&tables[0], None, 10).await.expect("rows");
    snapshot.end().await.expect("ended");
    let part =
        rows.iter().map(|row| format!("{}\n", serde_json::to_string(row).expect("json"))).collect::<String>();
    let head = serde_json::json!({ "preau": 1, "program": "0.0.1", "taken_at": "2026-11-22T09:00:00Z",
        "migrations": known, "tables": tables, "sequences": [] });
    let name = "tables/council/000001.jsonl";
    let end = serde_json::json!({ "parts": [{ "part": name, "bytes": part.len(),
        "sha256": Fingerprint::of(part.as_bytes()).to_string() }], "rows": { "council": 1 }, "files": 0,
        "file_bytes": 0, "missing": [], "altered": [] });
    let file = folder.path().join("ancienne");
    by_hand(&file, &head, &end, &[(name, part.as_bytes())]);
    let there = Elsewhere::new().await;
    let restored = there.restore(&file, None).await.expect("restored");
    assert_eq!(restored.migrations, names.len() - known.len());
    assert!(there.db.is_current().await.expect("read"));
    let council = council_row::Entity::find().one(there.db.reader()).await.expect("read").expect("there");
    assert_eq!(council.name, "Trois Rivières");
}

#[tokio::test]
async fn a_file_that_is_missing_or_altered_is_told_and_the_rest_is_kept() {
    let (test, _) = council().await;
    let (missing, altered) = (test.keep_file(b"perdu").await, test.keep_file("abîmé".as_bytes()).await);
    test.backend.files().remove(&missing).await.expect("gone");
    let place = test.files_folder().join(&altered.as_str()[..2]).join(&altered.as_str()[2..]);
    std::fs::write(place, "autre chose").expect("altered");
    let (_folder, file, made) = backup(&test, None).await;
    assert_eq!(made.missing, [missing.to_string(), altered.to_string()]);
    let there = Elsewhere::new().await;
    let restored = there.restore(&file, None).await.expect("restored all the same");
    assert_eq!((restored.contents.missing, restored.files_added), (2, 2));
    assert!(!there.store.has(&altered).await.expect("read"), "what is no longer itself is not put back");
    test.finish().await;
}

/// On PostgreSQL this replaces a database of the server by a backup, in one transaction; on SQLite it is as elsewhere.
#[tokio::test]
async fn an_installation_is_replaced_whole_or_not_at_all() {
    let (test, _) = council().await;
    let (folder, file, _) = backup(&test, None).await;
    let before = everything(test.backend.db()).await;
    if test.backend.db().engine() == DbBackend::Postgres {
        user::Entity::update_many()
            .set(user::ActiveModel { name: Set("Autre".to_owned()), ..Default::default() })
            .exec(test.backend.db().writer())
            .await
            .expect("changed");
        let changed = everything(test.backend.db()).await;
        assert_ne!(changed, before);
        let mut cut = std::fs::read(&file).expect("read");
        cut.truncate(cut.len() - 5);
        let other = folder.path().join("coupée");
        std::fs::write(&other, cut).expect("written");
        restore(&other, None, &crate::backups::Erasures::default(), test.backend.db(), test.backend.files())
            .await
            .expect_err("refused");
        assert_eq!(everything(test.backend.db()).await, changed);
        restore(&file, None, &crate::backups::Erasures::default(), test.backend.db(), test.backend.files())
            .await
            .expect("restored");
        assert_eq!(everything(test.backend.db()).await, before);
        let id = adoption::Entity::find().count(test.backend.db().reader()).await.expect("read");
        assert_eq!(id as usize, before["adoptions"].len());
    }
    test.leave().await;
}
