//! The invariants of `docs/ARCHITECTURE.md` that a compiler does not hold, looked for in the sources.

use std::path::{Path, PathBuf};

/// A source file: its path from the root, its text without what is only for tests.
struct Source {
    path: String,
    text: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn sources(folders: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    for folder in folders {
        walk(&root().join(folder), &mut found);
    }
    assert!(!found.is_empty(), "no source in {folders:?}");
    found
}

fn walk(folder: &Path, found: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(&path).expect("a source file");
            let shown = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().into_owned();
            found.push(Source { path: shown, text: before_tests(&text).to_owned() });
        }
    }
}

fn before_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text)
}

fn is_for_tests(source: &Source) -> bool {
    source.path.contains("/testing/") || source.path.ends_with("tests.rs") || source.path.contains("/tests/")
}

const LAYERS: [&str; 8] = [
    "domain/src",
    "migrations/src",
    "crates/extraction/src",
    "crates/lexis/src",
    "crates/markdown/src",
    "backend/src",
    "app/src",
    "server/src",
];

#[test]
fn every_module_opens_with_what_it_is_for() {
    let silent: Vec<String> = sources(&LAYERS)
        .into_iter()
        .filter(|s| !is_for_tests(s) && !s.text.trim_start().starts_with("//!"))
        .map(|s| s.path)
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn no_file_is_too_long_to_read() {
    let long: Vec<String> = sources(&LAYERS)
        .into_iter()
        .filter(|s| !is_for_tests(s) && s.text.lines().count() > 450)
        .map(|s| s.path)
        .collect();
    assert!(long.is_empty(), "{long:?}");
}

#[test]
fn only_backend_queries_the_database() {
    for source in sources(&["app/src", "server/src", "domain/src"]) {
        // The default of PREAU_LOG names the crate whose chatter it hushes.
        let hushed = "sea_orm_migration=warn";
        let text = source.text.replace("feature = \"sea-orm\"", "").replace(hushed, "");
        let text = text.replace("sea_orm::Derive", "");
        if source.path.starts_with("domain") {
            assert!(!text.contains("EntityTrait"), "{}", source.path);
        } else {
            assert!(
                !text.contains("sea_orm") && !text.contains("sqlx::"),
                "{} names the database",
                source.path
            );
        }
    }
}

#[test]
fn no_sentence_for_a_person_exists_below_the_application() {
    for source in sources(&["domain/src", "backend/src"]).into_iter().filter(|s| !is_for_tests(s)) {
        for (number, line) in source.text.lines().enumerate() {
            let line = line.trim_start();
            if line.starts_with("//") || line.contains("'é'") || line.contains("['") {
                continue;
            }
            let literals = line.split('"').skip(1).step_by(2);
            for literal in literals {
                let accented = literal.split_whitespace().count() > 2
                    && literal.chars().any(|c| "éèêàçôûù’«".contains(c));
                assert!(!accented, "{}:{}: {literal}", source.path, number + 1);
            }
        }
    }
}

#[test]
fn migrations_import_nothing_of_ours() {
    for source in sources(&["migrations/src"]) {
        for ours in ["domain::", "backend::", "markdown::", "app::"] {
            assert!(!source.text.contains(ours), "{} imports {ours}", source.path);
        }
    }
}

#[test]
fn only_migrations_and_the_engines_of_the_search_speak_a_dialect() {
    for source in sources(&["backend/src"]).into_iter().filter(|s| !is_for_tests(s)) {
        // The connection passes on what it is given.
        let engine = ["backend/src/search/engine/", "backend/src/db/"]
            .iter()
            .any(|room| source.path.starts_with(room));
        let speaks = ["execute_unprepared", "from_sql_and_values", "MATCH ?", "tsquery"];
        assert!(engine || !speaks.iter().any(|word| source.text.contains(word)), "{}", source.path);
    }
}

/// A line that no subject holds would be found by nobody who looks for one.
#[test]
fn every_event_is_about_a_subject_of_the_journal() {
    let text = std::fs::read_to_string(root().join("backend/src/events.rs")).expect("the events");
    let parts: Vec<&str> =
        domain::journal::JournalSubject::ALL.iter().flat_map(|subject| subject.parts()).copied().collect();
    let codes: Vec<&str> = text
        .lines()
        .filter(|line| line.trim_start().starts_with("EventKind::"))
        .filter_map(|line| line.split('"').nth(1))
        .collect();
    assert!(codes.len() > 100, "{} codes were found", codes.len());
    let homeless = |code: &&str| !code.split_once('.').is_some_and(|(part, _)| parts.contains(&part));
    let homeless: Vec<&str> = codes.into_iter().filter(homeless).collect();
    assert!(homeless.is_empty(), "of no subject: {homeless:?}");
}

#[test]
fn reads_never_use_suspense() {
    for source in sources(&["app/src"]) {
        let code = source.text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let found: Vec<&str> =
            code.filter(|l| l.contains("<Suspense") || l.contains("<Transition")).collect();
        assert!(found.is_empty(), "{}: {found:?}", source.path);
    }
}

#[test]
fn every_server_function_names_its_endpoint() {
    for source in sources(&["app/src"]) {
        for call in source.text.split("#[server(").skip(1) {
            let arguments = call.split(")]").next().unwrap_or_default();
            if arguments.contains("default") || arguments.contains("flatten") {
                continue;
            }
            assert!(arguments.contains("endpoint"), "{}: {arguments}", source.path);
            assert!(!arguments.contains("GetUrl"), "{}: nothing is changed by GET: {arguments}", source.path);
        }
    }
}

#[test]
fn migrations_are_never_edited_out_of_their_list() {
    let list = std::fs::read_to_string(root().join("migrations/src/lib.rs")).expect("the list");
    for entry in std::fs::read_dir(root().join("migrations/src")).expect("a folder").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(module) = name.strip_suffix(".rs").filter(|m| m.starts_with("m2")) {
            assert!(list.contains(&format!("Box::new({module}::Migration)")), "{module} is not in the list");
        }
    }
}

#[test]
fn no_document_holds_two_versions_of_itself() {
    let folder = |name: &str| std::fs::read_dir(root().join(name)).expect("a folder").flatten();
    let documents = folder("docs").chain(folder("docs/decisions")).map(|entry| entry.path());
    let torn: Vec<PathBuf> = documents
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .filter(|path| std::fs::read_to_string(path).expect("a document").contains("\n<<<<<<< "))
        .collect();
    assert!(torn.is_empty(), "a merge was left unfinished in {torn:?}");
}
