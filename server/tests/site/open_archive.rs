//! The open archive of the demonstration: made twice the same, taken without loss by the program itself, edited and
//! imported, read as pages.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    process::{Command, Output},
};

use backend::{backups::Erasures, journal, open_archive, testing::TestBackend};
use percent_encoding::percent_decode_str;
use server::{
    commands::{
        demo::fill,
        export::export,
        import::{Options, folder::Directory, import, report::Kind},
    },
    shipped,
};

const PREAU: &str = env!("CARGO_BIN_EXE_preau");

/// What an archive has that no edited folder has.
const OF_AN_EXPORT: [&str; 4] = ["archive", "files", "lecture", "LISEZ-MOI.txt"];

type Bytes = BTreeMap<String, Vec<u8>>;

/// Every file of a folder, with its bytes.
fn bytes_of(root: &Path) -> Bytes {
    let (mut found, mut folders) = (BTreeMap::new(), vec![root.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("listed") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).expect("within").display().to_string();
                found.insert(name, std::fs::read(&path).expect("read"));
            }
        }
    }
    found
}

fn same(found: &Bytes, expected: &Bytes) {
    let names = |bytes: &Bytes| bytes.keys().cloned().collect::<BTreeSet<String>>();
    let (ours, theirs) = (names(found), names(expected));
    assert!(ours == theirs, "{:?}", ours.symmetric_difference(&theirs).collect::<Vec<_>>());
    for (path, bytes) in expected {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        if &found[path] != bytes {
            let (found, expected) = (text(&found[path]), text(bytes));
            let other = found.lines().zip(expected.lines()).find(|(ours, theirs)| ours != theirs);
            panic!("{path}: {other:?}");
        }
    }
}

async fn demonstration() -> TestBackend {
    let test = TestBackend::empty().await;
    fill(&test.backend, "trois rivieres et un pont").await.expect("filled");
    journal::seal(&test.backend, journal::Reach::Everywhere).await.expect("sealed");
    test
}

async fn exported(test: &TestBackend, folder: &Path, name: &str) -> PathBuf {
    let to = folder.join(name);
    let made = export(&test.backend, &to, &|_| {}).await.expect("exported");
    assert!(made.rows > 1_000 && made.files > 60 && made.missing.is_empty(), "{made:?}");
    to
}

/// The program, on an installation of its own.
fn preau(data: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(PREAU);
    command.env_remove("PREAU_DATABASE_URL").env("PREAU_DATA_DIR", data).args(arguments);
    command.output().expect("the program runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[tokio::test]
async fn the_demonstration_goes_out_and_comes_back_without_loss() {
    let folder = tempfile::tempdir().expect("a folder");
    let test = demonstration().await;
    let first = exported(&test, folder.path(), "une").await;
    let second = exported(&test, folder.path(), "deux").await;
    let bytes = bytes_of(&first);
    same(&bytes_of(&second), &bytes);
    pages(&first, &bytes);

    // The program itself takes it into an empty installation, whatever engine it comes from.
    let data = folder.path().join("ailleurs");
    let first = first.to_str().expect("a path");
    let trial = preau(&data, &["import", first, "--dry-run"]);
    assert!(trial.status.success() && said(&trial).contains("Nothing was written"), "{}", said(&trial));
    assert!(!data.join("preau.db").exists(), "a trial makes nothing");
    let done = preau(&data, &["import", first]);
    assert!(done.status.success() && said(&done).contains("The archive is taken"), "{}", said(&done));
    let back = folder.path().join("trois");
    let made = preau(&data, &["export", back.to_str().expect("a path")]);
    assert!(made.status.success() && said(&made).contains("Its fingerprint is"), "{}", said(&made));
    same(&bytes_of(&back), &bytes);

    // Again: what people edit only, and nothing of it is new.
    let again = preau(&data, &["import", first]);
    let words = said(&again);
    assert!(again.status.success(), "{words}");
    assert!(
        words.contains("Nothing changed.") && words.contains("taken into an empty installation only"),
        "{words}"
    );
    // A folder that holds something is left as it is.
    let refused = preau(&data, &["export", first]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(said(&refused).contains("is not empty"), "{}", said(&refused));
    // Somebody comes in.
    let link = preau(&data, &["user", "link", "--email", "presidence@demo.example"]);
    assert!(link.status.success() && said(&link).contains("/invitation/"), "{}", said(&link));

    // On PostgreSQL, from SQLite into it.
    if std::env::var_os("PREAU_TEST_DATABASE_URL").is_some() {
        let there = TestBackend::empty().await;
        let archive = open_archive::Archive::open(&back).expect("whole");
        let (db, store) = (there.backend.db(), there.backend.files());
        open_archive::take(&archive, &Erasures::default(), db, store, &|_| {}).await.expect("taken");
        let fourth = exported(&there, folder.path(), "quatre").await;
        same(&bytes_of(&fourth), &bytes);
        there.leave().await;
    }
    test.leave().await;
}

/// What people would edit, told the same whatever numbers texts have.
fn edited(bytes: &Bytes) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, bytes) in bytes {
        if OF_AN_EXPORT.iter().any(|part| path.starts_with(part)) {
            continue;
        }
        let text = String::from_utf8_lossy(bytes).into_owned();
        match path.split_once('/') {
            // A consultation that is brought in begins with the last change of its text.
            Some(("contributions", _)) => {
                let kept: Vec<&str> = text.lines().filter(|line| !line.starts_with("consulted_on")).collect();
                all.entry("contributions".to_owned()).or_default().insert(kept.join("\n"));
            }
            // Lines come in the order in which people and groups came.
            _ if path.ends_with(".csv") => {
                all.entry(path.clone()).or_default().extend(text.lines().map(str::to_owned));
            }
            _ => {
                all.entry(path.clone()).or_default().insert(text);
            }
        }
    }
    all
}

#[tokio::test]
async fn what_people_edit_alone_makes_the_same_council() {
    let folder = tempfile::tempdir().expect("a folder");
    let test = demonstration().await;
    let more = folder.path().join("en plus");
    std::fs::create_dir_all(more.join("tutorials")).expect("made");
    let acronyms = "term;expansion;explanation\nCDV;Conseil du Val;\"Nous ; personne d’autre\"\n";
    std::fs::write(more.join("glossary.csv"), acronyms).expect("written");
    std::fs::write(more.join("tutorials/paths.csv"), "slug;title\naccueillir;Accueillir\n").expect("written");
    let report = import(&test.backend, &Directory::new(&more), Options::default()).await.expect("imported");
    assert!(report.is_clean(), "{:?}", report.refused);
    let whole = exported(&test, folder.path(), "une").await;
    for part in OF_AN_EXPORT {
        let part = whole.join(part);
        if part.is_dir() { std::fs::remove_dir_all(part) } else { std::fs::remove_file(part) }
            .expect("removed");
    }
    let there = TestBackend::empty().await;
    shipped::install(&there.backend).await.expect("brought");
    let report = import(&there.backend, &Directory::new(&whole), Options::default()).await.expect("imported");
    assert!(report.is_clean() && report.notes.is_empty(), "{:#?} {:#?}", report.refused, report.notes);
    for kind in Kind::ALL {
        assert!(report.counts(kind).created > 0, "{}", kind.name());
    }
    let again = import(&there.backend, &Directory::new(&whole), Options::default()).await.expect("imported");
    assert!(again.is_clean() && !again.changed_anything(), "{}", again.summary());
    let second = exported(&there, folder.path(), "deux").await;
    let (before, after) = (edited(&bytes_of(&whole)), edited(&bytes_of(&second)));
    assert_eq!(after.keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
    for (path, lines) in &before {
        let other: Vec<&String> = lines.symmetric_difference(&after[path]).collect();
        assert!(other.is_empty(), "{path}: {other:#?}");
    }
    there.leave().await;
    test.leave().await;
}

#[tokio::test]
async fn what_was_edited_since_the_export_comes_after_the_archive() {
    let folder = tempfile::tempdir().expect("a folder");
    let test = demonstration().await;
    let path = exported(&test, folder.path(), "une").await;
    test.leave().await;
    let members = path.join("members.csv");
    let table = std::fs::read_to_string(&members).expect("read");
    std::fs::write(&members, table + "zoe@val.example;Zoé Astier;;;;member;;;\n").expect("written");
    std::fs::remove_file(path.join("glossary.csv")).expect("removed");
    std::fs::write(path.join("methods/ecoute.md"), "rien").expect("written");
    let data = folder.path().join("ailleurs");
    let path = path.to_str().expect("a path");
    let done = preau(&data, &["import", path]);
    let words = said(&done);
    // The sheet is none: it is refused with its line, and the rest is taken.
    assert_eq!(done.status.code(), Some(1), "{words}");
    for sentence in [
        "members.csv: changed since the export: imported after the archive",
        "methods/ecoute.md: added since the export: imported after the archive",
        "glossary.csv: removed since the export: nothing is taken out",
        "methods/ecoute.md, line 1",
        "members        1 created, 0 changed",
    ] {
        assert!(words.contains(sentence), "{sentence}: {words}");
    }
    let link = preau(&data, &["user", "link", "--email", "zoe@val.example"]);
    assert!(link.status.success(), "{}", said(&link));
}

#[tokio::test]
async fn a_damaged_archive_is_refused_in_a_sentence_and_makes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let test = demonstration().await;
    let path = exported(&test, folder.path(), "une").await;
    test.leave().await;
    let users = path.join("archive/users.jsonl");
    let mut bytes = std::fs::read(&users).expect("read");
    bytes[40] ^= 1;
    std::fs::write(&users, bytes).expect("written");
    let data = folder.path().join("ailleurs");
    let refused = preau(&data, &["import", path.to_str().expect("a path")]);
    assert_eq!(refused.status.code(), Some(1));
    let words = said(&refused);
    assert!(words.contains("preau: this archive is not whole: archive/users.jsonl was changed"), "{words}");
    assert!(!data.join("preau.db").exists(), "nothing was made");
    // Wrong usage is another thing.
    assert_eq!(preau(&data, &["export"]).status.code(), Some(2));
    let nothing = preau(&data, &["export", folder.path().join("rien").to_str().expect("a path")]);
    assert!(said(&nothing).contains("no council yet"), "{}", said(&nothing));
    assert!(!folder.path().join("rien").exists());
}

/// Every page is one, and leads somewhere that is there.
fn pages(root: &Path, bytes: &Bytes) {
    let pages: Vec<(&String, &str)> = bytes
        .iter()
        .filter(|(path, _)| path.starts_with("lecture/") && path.ends_with(".html"))
        .map(|(path, page)| (path, std::str::from_utf8(page).expect("UTF-8")))
        .collect();
    assert!(pages.len() > 100, "{} pages", pages.len());
    let mut led = BTreeSet::new();
    for (path, page) in &pages {
        assert!(page.starts_with("<!doctype html>\n<html lang=\"fr\">"), "{path}");
        assert_eq!(page.matches("<h1").count(), 1, "{path}");
        assert_eq!(page.matches("<title>").count(), 1, "{path}");
        assert!(page.contains("<main>") && page.contains("name=\"viewport\""), "{path}");
        for wrong in ["<script", " onclick", "@import", "url(", "open-archive-"] {
            assert!(!page.contains(wrong), "{path}: {wrong}");
        }
        ids_are_unique(path, page);
        for (name, address) in addresses(page) {
            let asked =
                name == "src" || page.contains(&format!("<link rel=\"stylesheet\" href=\"{address}\""));
            assert!(!asked || !address.contains("://"), "{path} asks for {address}");
            if address.contains("://") || address.starts_with("mailto:") || address.starts_with("tel:") {
                continue;
            }
            let (place, fragment) = address.split_once('#').unwrap_or((&address, ""));
            let place = percent_decode_str(place).decode_utf8().expect("UTF-8");
            let target = match place.as_ref() {
                "" => (*path).clone(),
                place => resolved(path, place),
            };
            let found = bytes.get(&target);
            assert!(found.is_some(), "{path} leads to {target}, which is not in {}", root.display());
            let found = found.map(|found| String::from_utf8_lossy(found)).unwrap_or_default();
            let there = fragment.is_empty() || found.contains(&format!("id=\"{fragment}\""));
            assert!(there, "{path} leads to {target}#{fragment}");
            led.insert(target);
        }
    }
    for (path, _) in &pages {
        assert!(led.contains(*path), "nothing leads to {path}");
    }
    assert!(led.iter().any(|path| path.starts_with("library/")), "files are read from the copy");
}

fn ids_are_unique(path: &str, page: &str) {
    let mut seen = BTreeSet::new();
    for after in page.split(" id=\"").skip(1) {
        let id = after.split('"').next().unwrap_or_default();
        assert!(seen.insert(id), "{path} has two {id}");
    }
}

fn addresses(page: &str) -> Vec<(&'static str, String)> {
    let of = |name: &'static str| {
        let opening = format!(" {name}=\"");
        let values =
            page.split(opening.as_str()).skip(1).map(|after| after.split('"').next().unwrap_or_default());
        values.map(|value| (name, value.replace("&amp;", "&"))).collect::<Vec<_>>()
    };
    [of("href"), of("src")].concat()
}

/// The path of a file, from a page of the copy.
fn resolved(page: &str, address: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{page} leads out of the archive: {address}"),
            part => parts.push(part),
        }
    }
    parts.join("/")
}
