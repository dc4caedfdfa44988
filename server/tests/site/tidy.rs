//! The invariants of `docs/ARCHITECTURE.md` that a compiler does not hold, looked for in the sources.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

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
    let parts: Vec<&str> =
        domain::journal::JournalSubject::ALL.iter().flat_map(|subject| subject.parts()).copied().collect();
    let codes = backend::events::EventKind::ALL.iter().map(|kind| kind.code());
    let homeless = |code: &&str| !code.split_once('.').is_some_and(|(part, _)| parts.contains(&part));
    let homeless: Vec<&str> = codes.filter(homeless).collect();
    assert!(homeless.is_empty(), "of no subject: {homeless:?}");
}

/// A line without one would show its code.
#[test]
fn every_event_has_a_sentence_in_the_journal() {
    for language in ["fr", "en"] {
        let folder = std::fs::read_dir(root().join("app/locales").join(language)).expect("a folder");
        let read = |path: PathBuf| std::fs::read_to_string(path).expect("sentences");
        let said: String = folder.flatten().map(|entry| read(entry.path())).collect();
        let keys: BTreeSet<&str> = said.lines().filter_map(|line| Some(line.split_once(" =")?.0)).collect();
        let key = |code: &str| format!("journal-{}", code.replace(['.', '_'], "-"));
        let codes = backend::events::EventKind::ALL.iter().map(|kind| kind.code());
        let silent: Vec<&str> = codes.filter(|code| !keys.contains(key(code).as_str())).collect();
        assert!(silent.is_empty(), "in {language}, without a sentence: {silent:?}");
    }
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

/// A document, without its blocks of code.
fn document(path: &str) -> String {
    let text = std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.split("\n```").step_by(2).collect::<Vec<_>>().join("\n")
}

/// What a line says between backticks.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// Whether it names something of these sources: it begins with one of their folders.
fn is_path(said: &str) -> bool {
    !said.contains(char::is_whitespace)
        && said.split_once('/').is_some_and(|(folder, _)| !folder.is_empty() && root().join(folder).is_dir())
}

/// Whether it names a test.
fn is_test(said: &str) -> bool {
    let letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    said.matches('_').count() > 1 && said.chars().all(letter)
}

const STANDARD: &str = "docs/ASVS.md";
const VERDICTS: [&str; 4] = ["met", "not applicable", "partly", "not met"];

fn cells(line: &str) -> Option<Vec<&str>> {
    let row = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    Some(row.split('|').map(str::trim).collect())
}

fn is_number(cell: &str) -> bool {
    cell.split('.').count() == 3 && cell.split('.').all(|part| part.parse::<u8>().is_ok())
}

/// The lines of the standard: number, level, what it is about, verdict, proof.
fn requirements(text: &str) -> Vec<[&str; 5]> {
    let rows = text.lines().filter_map(cells).filter(|row| is_number(row[0]));
    rows.map(|row| row.try_into().unwrap_or_else(|row| panic!("not five cells: {row:?}"))).collect()
}

#[test]
fn what_is_named_as_a_proof_of_security_exists() {
    for path in ["docs/SECURITY.md", STANDARD] {
        let text = document(path);
        let named: Vec<&str> = text.lines().flat_map(quoted).filter(|said| is_path(said)).collect();
        assert!(named.len() > 5, "{path} names {named:?} only");
        let gone: Vec<&str> = named.into_iter().filter(|named| !root().join(named).exists()).collect();
        assert!(gone.is_empty(), "{path} names what does not exist: {gone:?}");
    }
}

#[test]
fn every_requirement_has_a_verdict_and_a_proof() {
    let text = document(STANDARD);
    let lines = requirements(&text);
    let numbers: BTreeSet<&str> = lines.iter().map(|[number, ..]| *number).collect();
    // Levels 1 and 2 of version 5.0.0.
    assert_eq!((lines.len(), numbers.len()), (253, 253));
    assert_eq!(lines.iter().filter(|[_, level, ..]| *level == "1").count(), 70);
    for [number, level, about, verdict, proof] in lines {
        assert!(["1", "2"].contains(&level) && !about.is_empty(), "{number}");
        assert!(VERDICTS.contains(&verdict), "{number}: {verdict}");
        assert!(!proof.is_empty(), "{number} has no proof");
        let files: Vec<String> = quoted(proof)
            .filter(|said| is_path(said))
            .filter_map(|path| std::fs::read_to_string(root().join(path)).ok())
            .collect();
        for test in quoted(proof).filter(|said| is_test(said)) {
            let there = files.iter().any(|file| file.contains(&format!("fn {test}(")));
            assert!(there, "{number}: {test} is in no file that is named with it");
        }
    }
}

#[test]
fn the_counts_of_each_chapter_are_those_of_its_lines() {
    let text = document(STANDARD);
    let lines = requirements(&text);
    let count = |chapter: Option<&str>, verdict: &str| {
        let here = |number: &str| chapter.is_none_or(|chapter| number.split('.').next() == Some(chapter));
        lines.iter().filter(|line| here(line[0]) && line[3] == verdict).count().to_string()
    };
    let mut chapters = 0;
    for cells in text.lines().filter_map(cells) {
        let [name, counts @ ..] = cells.as_slice() else { continue };
        let chapter = name.split(' ').next().and_then(|word| word.strip_prefix('V'));
        if counts.len() != VERDICTS.len() || (chapter.is_none() && *name != "all") {
            continue;
        }
        chapters += 1;
        assert_eq!(counts, VERDICTS.map(|verdict| count(chapter, verdict)), "{name}");
    }
    assert_eq!(chapters, 18, "seventeen chapters, and all of them");
}
