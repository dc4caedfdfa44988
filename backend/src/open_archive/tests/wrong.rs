//! Whatever is wrong is told in a sentence, and nothing changes.

use std::path::Path;

use sea_orm::EntityTrait;
use serde_json::{Value as Json, json};

use super::{Elsewhere, bytes_of, council, export_of, exported};
use crate::{
    entities::user,
    files::Fingerprint,
    open_archive::{Archive, MANIFEST, Trouble, Writing},
    testing::full_disk,
};

fn why(path: &Path) -> String {
    Archive::open(path).expect_err("refused").to_string()
}

/// Changes the manifest.
fn edit(root: &Path, change: impl FnOnce(&mut Json)) {
    let path = root.join(MANIFEST);
    let mut manifest: Json = serde_json::from_slice(&std::fs::read(&path).expect("read")).expect("json");
    change(&mut manifest);
    std::fs::write(&path, manifest.to_string()).expect("written");
}

/// Changes the rows of a table, and says so in the manifest as who knows how would.
fn rewrite(root: &Path, table: &str, change: impl FnOnce(String) -> String) {
    let name = format!("archive/{table}.jsonl");
    let text = change(std::fs::read_to_string(root.join(&name)).expect("read"));
    std::fs::write(root.join(&name), &text).expect("written");
    edit(root, |manifest| {
        let files = manifest["files"].as_array_mut().expect("files");
        let file = files.iter_mut().find(|file| file["path"] == name).expect("listed");
        file["bytes"] = json!(text.len());
        file["sha256"] = json!(Fingerprint::of(text.as_bytes()).as_str());
        let tables = manifest["tables"].as_array_mut().expect("tables");
        let told = tables.iter_mut().find(|told| told["name"] == table).expect("told");
        told["rows"] = json!(text.lines().count());
    });
}

#[tokio::test]
async fn an_archive_that_is_not_whole_is_refused_with_what_is_wrong() {
    let (test, _) = council().await;
    let (_folder, path) = exported(&test.backend).await;
    let whole = bytes_of(&path);
    let restore = || {
        std::fs::remove_dir_all(&path).expect("removed");
        for (name, bytes) in &whole {
            let place = path.join(name);
            std::fs::create_dir_all(place.parent().expect("a folder")).expect("made");
            std::fs::write(place, bytes).expect("written");
        }
        Archive::open(&path).expect("whole again");
    };
    let content = Fingerprint::of("un document".as_bytes());
    let content = format!("files/{content}");

    let mut users = whole["archive/users.jsonl"].clone();
    users[20] ^= 1;
    std::fs::write(path.join("archive/users.jsonl"), users).expect("written");
    assert!(why(&path).contains("archive/users.jsonl was changed"), "{}", why(&path));
    restore();
    std::fs::remove_file(path.join(&content)).expect("removed");
    assert!(why(&path).contains(&format!("{content} is missing")), "{}", why(&path));
    restore();
    std::fs::write(path.join("archive/autre.jsonl"), "{}\n").expect("written");
    assert!(why(&path).contains("archive/autre.jsonl was added"));
    restore();
    std::fs::remove_file(path.join(MANIFEST)).expect("removed");
    assert!(why(&path).contains("did not come to its end"));
    restore();
    std::fs::write(path.join(MANIFEST), "{").expect("written");
    assert!(why(&path).contains("cannot be understood"));
    restore();
    for hostile in ["../../etc/passwd", "/etc/passwd", "archive/../x", "a\\b", ""] {
        edit(&path, |manifest| manifest["files"][0]["path"] = json!(hostile));
        assert!(why(&path).contains("cannot be the name of a file"), "{hostile}: {}", why(&path));
        restore();
    }
    edit(&path, |manifest| {
        let files = manifest["files"].as_array_mut().expect("files");
        files.push(files[0].clone());
    });
    assert!(why(&path).contains("twice"));
    restore();
    // Tables that open doors, and those that nobody knows, are in none.
    for name in ["sessions", "one_time_links", "code_secrets"] {
        edit(&path, |manifest| manifest["tables"][0]["name"] = json!(name));
        assert!(why(&path).contains("is no table of it"), "{name}");
        restore();
    }
    edit(&path, |manifest| manifest["preau_archive"] = json!(2));
    assert!(why(&path).contains("later version"));
    restore();
    edit(&path, |manifest| {
        manifest["migrations"].as_array_mut().expect("a list").push(json!("m20991231_01_later"));
    });
    assert!(matches!(Archive::open(&path), Err(Trouble::TooNew(_))));
    test.finish().await;
}

#[cfg(unix)]
#[tokio::test]
async fn no_link_is_followed() {
    let (test, _) = council().await;
    let (folder, path) = exported(&test.backend).await;
    let outside = folder.path().join("dehors");
    std::fs::create_dir(&outside).expect("made");
    let users = std::fs::read(path.join("archive/users.jsonl")).expect("read");
    std::fs::write(outside.join("users.jsonl"), users).expect("written");
    std::fs::remove_file(path.join("archive/users.jsonl")).expect("removed");
    std::os::unix::fs::symlink(outside.join("users.jsonl"), path.join("archive/users.jsonl"))
        .expect("linked");
    assert!(why(&path).contains("archive/users.jsonl is missing"), "{}", why(&path));
    let elsewhere = folder.path().join("fichiers");
    std::fs::rename(path.join("files"), &elsewhere).expect("moved");
    std::os::unix::fs::symlink(&elsewhere, path.join("files")).expect("linked");
    assert!(why(&path).contains("is missing") || why(&path).contains("was added"), "{}", why(&path));
    test.finish().await;
}

#[tokio::test]
async fn rows_that_do_not_go_together_leave_nothing() {
    let (test, _) = council().await;
    for (table, change, expected) in [
        (
            "users",
            (|text| text.replacen("\"email\"", "\"courriel\"", 1)) as fn(String) -> String,
            "cannot be understood",
        ),
        ("users", |text| text.replacen("\"name\":", "\"nom\":1,\"name\":", 1), "cannot be understood"),
        ("users", |text| text.lines().skip(1).map(|line| format!("{line}\n")).collect(), ""),
        ("files", |_| String::new(), ""),
        ("council", |_| "[1, 2]\n".to_owned(), "cannot be understood"),
    ] {
        let (_folder, path) = exported(&test.backend).await;
        rewrite(&path, table, change);
        let there = Elsewhere::new(&test).await;
        let done = there.take(&path).await;
        // Contents that nothing names any more are no fault; all the rest is.
        if table == "files" {
            done.expect("taken");
            continue;
        }
        let trouble = done.expect_err("refused").to_string();
        assert!(trouble.contains(expected), "{table}: {trouble}");
        let tables = there.backend.db().snapshot().await;
        assert!(tables.is_err(), "no table was left");
        let kept = there.backend.files().size(&Fingerprint::of("un document".as_bytes())).await;
        assert_eq!(kept.expect("read"), None, "no file was left");
    }
    test.finish().await;
}

#[tokio::test]
async fn a_door_that_somebody_opened_again_is_shut_again() {
    let (test, cast) = council().await;
    let (_folder, path) = exported(&test.backend).await;
    rewrite(&path, "users", |text| text.replace("\"password_hash\":null", "\"password_hash\":\"connu\""));
    let there = Elsewhere::new(&test).await;
    there.take(&path).await.expect("taken");
    let row = user::Entity::find_by_id(cast.chair.id).one(there.backend.db().reader()).await;
    assert_eq!(row.expect("read").expect("there").password_hash, None);
    test.finish().await;
}

#[tokio::test]
async fn a_store_that_is_full_leaves_the_database_as_it_was() {
    let (test, _) = council().await;
    let (_folder, path) = exported(&test.backend).await;
    let there = Elsewhere::new(&test).await;
    let full = there.backend.with_files(full_disk());
    let trouble = super::taken(&full, &path).await.expect_err("refused");
    assert!(matches!(trouble, Trouble::Files(_)), "{trouble}");
    assert!(there.backend.db().snapshot().await.is_err(), "no table was left");
    test.finish().await;
}

#[tokio::test]
async fn nothing_is_ever_written_over_and_nothing_is_left_of_what_failed() {
    let (test, _) = council().await;
    let (folder, path) = exported(&test.backend).await;
    let before = bytes_of(&path);
    let again = export_of(&test.backend, &path).await.expect_err("refused");
    assert!(again.to_string().contains("is not empty"), "{again}");
    assert_eq!(bytes_of(&path), before);
    // A file where the folder should be, a folder that is nowhere.
    let file = folder.path().join("fichier");
    std::fs::write(&file, "x").expect("written");
    for path in [file.clone(), file.join("dedans"), folder.path().join("ni/ici")] {
        assert!(matches!(Writing::begin(&path), Err(Trouble::Writing(_))), "{}", path.display());
    }
    // Given up on its way: a folder that was there is empty again, one that was made is gone.
    for made in [false, true] {
        let path = folder.path().join(format!("essai {made}"));
        if !made {
            std::fs::create_dir(&path).expect("made");
        }
        let mut writing = Writing::begin(&path).expect("begun");
        writing.whole("lecture/index.html", "x").expect("written");
        drop(writing);
        assert_eq!(path.exists(), !made);
        assert!(made || std::fs::read_dir(&path).expect("listed").next().is_none());
    }
    test.finish().await;
}
