//! Importing the folder of a council: what is taken, what is refused and at which line, and what a second run does.

mod libraries;
mod tables;
mod texts;
mod toolbox;
mod tutorials;

use std::path::Path;

use backend::{PageNumber, contributions, groups, people, publications, testing::TestBackend};
use server::commands::import::{
    Options,
    folder::Directory,
    import,
    report::{Counts, Kind, Report},
};

const COUNCIL: &str = "name = \"Conseil du Val\"\nterritory = \"Val\"\ncolleges = [\"Habitants\"]\n";
const MEMBERS: &str = "email;name;role\nanne@val.fr;Anne Orsel;présidence\nbruno@val.fr;Bruno Tual;membre\n";
const GROUPS: &str = "slug;name;kind;visibility;mandate;facilitators;members\n\
    eau;Eau;groupe de travail;ouvert;Dire;anne@val.fr;bruno@val.fr\n";
const DRAFT: &str =
    "---\ntitle: L’eau du Val\ngroup: eau\nstatus: brouillon\nauthors: [bruno@val.fr]\n---\n\nUn texte.\n";

/// A folder of files made by a test.
struct Council(tempfile::TempDir);

impl Council {
    fn empty() -> Council {
        Council(tempfile::tempdir().expect("a folder"))
    }

    fn new() -> Council {
        let council = Council::empty();
        council.with("council.toml", COUNCIL).with("members.csv", MEMBERS).with("groups.csv", GROUPS);
        council.with("contributions/eau.md", DRAFT);
        council
    }

    fn with(&self, path: &str, content: impl AsRef<[u8]>) -> &Council {
        let path = self.0.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new("/"))).expect("a folder");
        std::fs::write(path, content).expect("written");
        self
    }

    async fn import(&self, test: &TestBackend) -> Report {
        self.run(test, false).await
    }

    async fn run(&self, test: &TestBackend, dry_run: bool) -> Report {
        let folder = Directory::new(self.0.path());
        let options = Options { dry_run, ..Default::default() };
        import(&test.backend, &folder, options).await.expect("imported")
    }
}

fn created(created: usize) -> Counts {
    Counts { created, ..Default::default() }
}

fn refused(report: &Report) -> Vec<String> {
    report.refused.iter().map(ToString::to_string).collect()
}

/// Asserts that each sentence of the report begins as expected, in order.
fn assert_refused(report: &Report, expected: &[&str]) {
    let refused = refused(report);
    assert_eq!(refused.len(), expected.len(), "{refused:#?}");
    for (refused, expected) in refused.iter().zip(expected) {
        assert!(refused.contains(expected), "{refused} does not say {expected}");
    }
}

async fn members(test: &TestBackend) -> usize {
    let cx = test.backend.system();
    let tx = cx.begin().await.expect("a transaction");
    let count = people::addresses(&cx, &tx).await.expect("read").len();
    tx.rollback().await.expect("ended");
    count
}

#[tokio::test]
async fn a_council_is_imported_once() {
    let test = TestBackend::empty().await;
    let council = Council::new();
    let first = council.import(&test).await;
    assert_eq!(refused(&first), [""; 0]);
    for (kind, count) in [(Kind::Council, 1), (Kind::Members, 2), (Kind::Groups, 1), (Kind::Contributions, 1)]
    {
        assert_eq!(first.counts(kind), created(count), "{kind:?}");
    }
    let lines = test.journal().await.len();
    let second = council.import(&test).await;
    for (kind, unchanged) in
        [(Kind::Council, 1), (Kind::Members, 2), (Kind::Groups, 1), (Kind::Contributions, 1)]
    {
        assert_eq!(second.counts(kind), Counts { unchanged, ..Default::default() }, "{kind:?}");
    }
    assert!(second.summary().ends_with("Nothing changed.\n"));
    assert_eq!(test.journal().await.len(), lines, "a second run leaves no trace");
    let council = backend::council::current(&test.backend.system()).await.expect("read").expect("there");
    assert_eq!((council.name.as_str(), council.colleges.len()), ("Conseil du Val", 1));
    assert!(test.letterbox.mails().is_empty());
    test.finish().await;
}

#[tokio::test]
async fn what_changes_is_changed() {
    let test = TestBackend::empty().await;
    let council = Council::new();
    council.import(&test).await;
    council
        .with("council.toml", "name = \"Conseil du Val\"\n")
        .with("members.csv", MEMBERS.replace("Bruno Tual", "Bruno Tuelle"))
        .with("groups.csv", GROUPS.replace("ouvert", "fermé"))
        .with("contributions/eau.md", DRAFT.replace("Un texte", "Un autre"));
    let report = council.import(&test).await;
    assert_eq!(refused(&report), [""; 0]);
    assert_eq!(report.counts(Kind::Council).unchanged, 1, "what is not said stays");
    assert_eq!(report.counts(Kind::Members), Counts { changed: 1, unchanged: 1, ..Default::default() });
    assert_eq!(report.counts(Kind::Groups).changed, 1);
    assert_eq!(report.counts(Kind::Contributions).changed, 1);
    test.finish().await;
}

#[tokio::test]
async fn a_trial_writes_nothing() {
    let test = TestBackend::empty().await;
    let council = Council::new();
    council.with(
        "contributions/adopté.md",
        "---\ntitle: Adopté\ngroup: eau\nstatus: publié\nnumber: 2025-01\nadopted_on: 30/04/2025\npublished_on: 2025-05-02\n---\nTexte.\n",
    );
    let report = council.run(&test, true).await;
    assert_eq!(report.counts(Kind::Contributions), created(2));
    assert!(report.summary().contains("trial"));
    assert_eq!(members(&test).await, 0);
    assert!(test.journal().await.is_empty());
    assert!(backend::council::current(&test.backend.system()).await.expect("read").is_none());
    assert_eq!(council.import(&test).await.counts(Kind::Contributions), created(2));
    let number = "2025-01".parse().expect("a number");
    let shown = publications::show(&test.visitor(), number, None).await.expect("public");
    assert_eq!(shown.adoption.body, "Assemblée plénière");
    let trial = council.run(&test, true).await;
    assert!(!trial.changed_anything(), "{}", trial.summary());
    test.finish().await;
}

#[tokio::test]
async fn an_empty_installation_needs_its_council() {
    let test = TestBackend::empty().await;
    let council = Council::empty();
    council.with("members.csv", MEMBERS);
    let refused = import(&test.backend, &Directory::new(council.0.path()), Options::default()).await;
    assert!(refused.expect_err("refused").to_string().contains("council.toml"));
    for (toml, why) in [
        ("name = \"Conseil\"\nterritory = \n", "council.toml, line 2: this is not TOML"),
        ("name = \"Conseil\"\n", "council.toml: territory: is missing"),
        ("name = \"C\"\nterritory = 3\n", "council.toml, line 2: territory must be a text"),
    ] {
        assert_refused(&council.with("council.toml", toml).import(&test).await, &[why]);
        assert_eq!(members(&test).await, 0, "without a council nothing else is imported");
    }
    test.finish().await;
}

#[tokio::test]
async fn other_files_are_told_never_followed() {
    let test = TestBackend::empty().await;
    let council = Council::new();
    council
        .with("archive/events.jsonl", "x")
        .with("notes.txt", "x")
        .with("contributions/sous/dossier.md", DRAFT)
        .with("contributions/a\u{1b}[2Jb.md", "x");
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc/passwd", council.0.path().join("contributions/lien.md"))
        .expect("a link");
    let report = council.import(&test).await;
    let notes: Vec<String> = report.notes.iter().map(ToString::to_string).collect();
    assert_eq!(
        notes,
        [
            "contributions/sous/dossier.md: not part of an import, left aside",
            "notes.txt: not part of an import, left aside",
            "archive/: 1 file: taken into an empty installation only, with all of the export",
        ]
    );
    assert!(refused(&report).iter().all(|line| !line.contains('\u{1b}')), "{:?}", refused(&report));
    #[cfg(unix)]
    assert!(refused(&report).iter().any(|line| line.contains("lien.md: is a link")));
    assert_eq!(report.counts(Kind::Contributions).created, 1);
    test.finish().await;
}
