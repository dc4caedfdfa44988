//! Importing the folder of a council: what is taken, what is refused and at which line, and what a second run does.

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
async fn a_word_that_cannot_be_taken_is_told_and_the_council_comes_all_the_same() {
    let test = TestBackend::empty().await;
    let council = Council::empty();
    council.with("members.csv", MEMBERS);
    council.with(
        "council.toml",
        "name = \"Conseil\"\nterritory = \"Val\"\n[words]\n\"kind.x\" = \"y\"\ngroup.committee = \"Cercle\"\n\
         [words.kind]\nnote = \"Billet\"\nopinion = 3\n",
    );
    let report = council.import(&test).await;
    assert_refused(
        &report,
        &["council.toml, line 4: kind.x", "council.toml, line 8: kind.opinion must be a text"],
    );
    assert!(members(&test).await > 0);
    let words =
        backend::council::current(&test.visitor()).await.expect("read").expect("installed").words.clone();
    assert_eq!((words.get("group.committee"), words.get("kind.note")), (Some("Cercle"), Some("Billet")));
    test.finish().await;
}

#[tokio::test]
async fn refused_members_are_named_by_their_line() {
    let test = TestBackend::empty().await;
    let council = Council::new();
    council.with(
        "members.csv",
        "Courriel,Nom,Prénom,Rôle,mandate_start,mandate_end,téléphone\r\n\
         anne@val.fr,Orsel,Anne,Présidente,30/04/2025,2028-04-29,0102\r\n\
         \r\n\
         bruno@val,Tual,Bruno,membre,,,\r\n\
         carl@val.fr,,,membre,,,\r\n\
         ANNE@val.fr,Orsel,Anne,membre,,,\r\n\
         denis@val.fr,Roux,Denis,roi,,,\r\n\
         elsa@val.fr,Blin,Elsa,invitée,31/02/2026,,\r\n\
         farid@val.fr,Aït,Farid,équipe,2026-02-01,2026-01-01,\r\n\
         \"gilles@val.fr\",\"Pel\nletier\",Gilles,,,,\r\n\
         hugo@val.fr,Mas,Hugo,,,,,,un de trop\r\n\
         ines@val.fr;Dol;Inès;membre\r\n\
         bruno@val.fr,Tual,Bruno,administratrice,,,\r\n",
    );
    let report = council.import(&test).await;
    let of_members: Vec<String> =
        refused(&report).into_iter().filter(|line| line.starts_with("members.csv")).collect();
    let expected = [
        "members.csv, line 4: email: is not an e-mail",
        "members.csv, line 5: name: is missing",
        "members.csv, line 6: anne@val.fr is already at line 2",
        "members.csv, line 7: role: « roi »",
        "members.csv, line 8: mandate_start: is not a date",
        "members.csv, line 9: mandate_end: ends before it begins",
        "members.csv, line 12: 9 cells where the header has 7 columns",
        "members.csv, line 13: cells are parted by « ; » here",
    ];
    assert_eq!(of_members.len(), expected.len(), "{of_members:#?}");
    for (said, expected) in of_members.iter().zip(expected) {
        assert!(said.starts_with(expected), "{said} is not {expected}");
    }
    assert_eq!(report.counts(Kind::Members), Counts { created: 3, refused: 8, ..Default::default() });
    assert_eq!(members(&test).await, 3);
    assert!(
        report
            .notes
            .iter()
            .any(|note| note.to_string() == "members.csv: the column « téléphone » is not imported")
    );
    test.finish().await;
}

#[tokio::test]
async fn files_that_are_no_tables_are_refused_whole() {
    let test = TestBackend::empty().await;
    Council::new().import(&test).await;
    let council = Council::empty();
    for (content, why) in [
        (&b""[..], "members.csv: the file is empty"),
        (b"\xef\xbb\xbf", "members.csv: the file is empty"),
        (b"email;name\nx@val.fr;H\xe9l\xc3\xa8ne\n", "members.csv, line 2: some letters are not in UTF-8"),
        (b"\xff\xfee\0m\0", "members.csv, line 1: the file is in UTF-16"),
        (b"nom;age\nx;y\n", "members.csv, line 1: the header has no column email"),
        (b"email;name;mail\n", "members.csv, line 1: the column email is there twice"),
        (b"email;name\nx@val.fr;\"Xavier\ny@val.fr;Yves\n", "members.csv, line 2: a quotation mark"),
        (b"email;name\nx@val.fr;X\0avier\n", "members.csv, line 2: name: holds characters"),
    ] {
        std::fs::write(council.0.path().join("members.csv"), content).expect("written");
        assert_refused(&council.import(&test).await, &[why]);
    }
    let endless = format!("email;name\nx@val.fr;{}\n", "x".repeat(2_000_000));
    let report = council.with("members.csv", endless).import(&test).await;
    assert_refused(&report, &["members.csv, line 2: name: is longer than 120"]);
    let report = council.with("members.csv", "email;name\n").import(&test).await;
    assert!(report.is_clean() && !report.changed_anything(), "a table without a line is no fault");
    assert_eq!(members(&test).await, 2);
    test.finish().await;
}

#[tokio::test]
async fn tables_saved_on_windows_are_read_as_they_are() {
    let test = TestBackend::empty().await;
    let council = Council::new();
    council
        .with(
            "members.csv",
            b"email;name;role\nanne@val.fr;H\xe9l\xe8ne Orsel;pr\xe9sidence\nbruno@val.fr;Bruno Tual;\n",
        )
        .with("groups.csv", b"slug;name;visibility;facilitators\neau;L\x92eau;ferm\xe9;anne@val.fr\n");
    let report = council.import(&test).await;
    assert!(report.is_clean(), "{:?}", refused(&report));
    let notes: Vec<String> = report.notes.iter().map(ToString::to_string).collect();
    assert_eq!(notes.iter().filter(|note| note.contains("read as Windows-1252")).count(), 2, "{notes:?}");
    let (_, settings) = groups::settings(&test.backend.system(), "eau").await.expect("read");
    assert_eq!((settings.name.as_str(), settings.visibility.as_str()), ("L’eau", "closed"));
    // The same file saved otherwise changes nothing.
    council.with(
        "members.csv",
        "email;name;role\nanne@val.fr;Hélène Orsel;présidence\nbruno@val.fr;Bruno Tual;\n",
    );
    assert_eq!(council.import(&test).await.counts(Kind::Members).unchanged, 2);
    test.finish().await;
}

#[tokio::test]
async fn a_mandate_letter_is_imported_and_a_file_without_it_changes_nothing_of_it() {
    let test = TestBackend::empty().await;
    let council = Council::new();
    council.with(
        "groups.csv",
        "slug;name;visibility;demandé par;échéance;livrable\neau;Eau;ouvert;La mairie;30/04/2027;Un avis\n",
    );
    assert!(council.import(&test).await.is_clean());
    let letter = async || {
        let (_, form) = groups::settings(&test.backend.system(), "eau").await.expect("read");
        (form.asked_by, form.due_on, form.deliverable)
    };
    let expected = ("La mairie".to_owned(), "30/04/2027".to_owned(), "Un avis".to_owned());
    assert_eq!(letter().await, expected);
    council.with("groups.csv", "slug;name;visibility\neau;Eau;ouvert\n");
    assert_eq!(council.import(&test).await.counts(Kind::Groups).unchanged, 1);
    assert_eq!(letter().await, expected);
    council.with("groups.csv", "slug;name;visibility;due_on\neau;Eau;ouvert;au printemps\n");
    assert_refused(&council.import(&test).await, &["groups.csv, line 2: due_on: is not a date"]);
    test.finish().await;
}

#[tokio::test]
async fn refused_groups_are_named_by_their_line() {
    let test = TestBackend::empty().await;
    let council = Council::new();
    council.with(
        "groups.csv",
        "members;slug;name;visibility;kind;state;facilitators\n\
         ;Éau;Eau;ouvert;;;\n\
         ;air;Air;;;;\n\
         ;feu;Feu;ouvert;chorale;;\n\
         ;feu;Feu;ouvert;;endormi;\n\
         personne@val.fr, bruno@val.fr;eau;Eau;fermé;commission;clos;ANNE@val.fr\n\
         ;eau;Eaux;secret;;;\n\
         ;;Terres & sols;open;;;\n",
    );
    let report = council.import(&test).await;
    assert_refused(
        &report,
        &[
            "groups.csv, line 2: slug: « Éau » cannot be part of an address; write eau",
            "groups.csv, line 3: visibility: «  »",
            "groups.csv, line 4: kind: « chorale »",
            "groups.csv, line 5: state: « endormi »",
            "groups.csv, line 6: nobody has the address personne@val.fr",
            "groups.csv, line 7: the group eau is already at line 6",
        ],
    );
    assert_eq!(report.counts(Kind::Groups), Counts { created: 2, refused: 5, ..Default::default() });
    let cx = test.backend.system();
    let tx = cx.begin().await.expect("a transaction");
    let slugs: Vec<String> = groups::addresses(&cx, &tx).await.expect("read").into_keys().collect();
    tx.rollback().await.expect("ended");
    assert_eq!(slugs, ["eau", "terres-sols"]);
    test.finish().await;
}

#[tokio::test]
async fn refused_texts_are_named_by_the_line_of_their_key() {
    let test = TestBackend::empty().await;
    let council = Council::new();
    let text = |name: &str, head: &str, body: &str| {
        council.with(&format!("contributions/{name}.md"), format!("---\n{head}\n---\n{body}\n"));
    };
    text("b", "title: Sans groupe", "x");
    text("c", "title: Groupe inconnu\ngroup: feu", "x");
    text("d", "title: L’eau du Val\ngroup: eau", "le même titre que le brouillon, plus loin");
    text("e", "title: Bientôt\ngroup: eau\nstatus: adopté\nadopted_on: 2030-01-01", "x");
    text("f", "title: Adopté\ngroup: eau\nstatus: adopted", "x");
    text("g", "title: Numéro\ngroup: eau\nstatus: adopted\nadopted_on: 2025-01-01\nnumber: 2025-1", "x");
    text("h", "title: Numéroté\ngroup: eau\nstatus: draft\nnumber: 2025-01", "x");
    text("i", "title: Vide\ngroup: eau\nstatus: en relecture", "");
    text("j", "title: Poème\ngroup: eau\nkind: poème", "x");
    text("k", "title: \"Ouvert\ngroup: eau", "x");
    text("l", "title: Relu\ngroup: eau\nreview:\n  - by: anne@val.fr\n    verdict: approve", "x");
    text("m", "title: Inconnue\ngroup: eau\nauthors: zoe@val.fr\nodd: 1", "x");
    council.with("contributions/n.md", "# Pas de tête\n").with("contributions/o.md", "");
    council.with("contributions/p.md", b"---\ntitle: \xe9\n---\n");
    let report = council.import(&test).await;
    assert_refused(
        &report,
        &[
            "contributions/b.md: group: is missing",
            "contributions/c.md, line 3: group: there is no group « feu »",
            "contributions/e.md, line 5: adopted_on: is in the future",
            "contributions/eau.md, line 2: the same group has this title in contributions/d.md too",
            "contributions/f.md, line 4: adopted_on: is missing",
            "contributions/g.md, line 6: number: « 2025-1 »",
            "contributions/h.md, line 5: number: goes with",
            "contributions/i.md: there is no text",
            "contributions/j.md, line 4: kind: « poème »",
            "contributions/k.md",
            "contributions/l.md, line 4: review: each needs",
            "contributions/n.md, line 1: the file does not begin",
            "contributions/o.md: the file is empty",
            "contributions/p.md, line 2: some letters",
            "contributions/m.md, line 4: nobody has the address zoe@val.fr",
        ],
    );
    assert_eq!(report.counts(Kind::Contributions), Counts { created: 2, refused: 14, ..Default::default() });
    assert_eq!(report.notes.len(), 1, "{:?}", report.notes);
    test.finish().await;
}

#[tokio::test]
async fn a_text_comes_with_its_life() {
    let test = TestBackend::empty().await;
    let council = Council::new();
    council.with(
        "contributions/eau.md",
        "---\r\ntitle: L’eau du Val\r\nkind: avis\r\ngroup: eau\r\nstatus: prêt pour adoption\r\n\
         authors: bruno@val.fr\r\nsummary: En bref.\r\ncreated_on: 01/02/2026\r\n\
         review:\r\n  - by: anne@val.fr\r\n    on: 2026-03-01\r\n    verdict: approve\r\n\
         revisions:\r\n  - by: bruno@val.fr\r\n    on: 20/02/2026\r\n    reason: Chiffres\r\n---\r\n\r\n## Un\r\n\r\nTexte.\r\n",
    );
    assert_eq!(refused(&council.import(&test).await), [""; 0]);
    let cx = test.backend.system();
    let tx = cx.begin().await.expect("a transaction");
    let anne = people::addresses(&cx, &tx).await.expect("read")["anne@val.fr"];
    tx.rollback().await.expect("ended");
    let anne = test.as_user(anne).await;
    let id = contributions::by_title(&anne, "L’eau du Val").await.expect("read").expect("there").id;
    let view = contributions::show(&anne, id).await.expect("read");
    assert_eq!(view.authors, ["Bruno Tual"]);
    assert_eq!(view.revision.reason, "Chiffres");
    assert_eq!(view.reviews[0].version, view.revision.version, "the approval is of the current version");
    assert!(view.html.contains("Texte."));
    assert_eq!(contributions::history(&anne, id, PageNumber::FIRST).await.expect("read").total, 2);
    test.finish().await;
}

#[tokio::test]
async fn numbers_follow_the_order_of_adoption() {
    let test = TestBackend::empty().await;
    let council = Council::new();
    for (name, day, number) in
        [("a", "2025-09-01", ""), ("b", "2025-03-01", ""), ("c", "2025-10-01", "number: 2025-01\n")]
    {
        let head = format!("title: Texte {name}\ngroup: eau\nstatus: publié\npublished_on: {day}\n{number}");
        council.with(&format!("contributions/{name}.md"), format!("---\n{head}---\nTexte.\n"));
    }
    assert_eq!(refused(&council.import(&test).await), [""; 0]);
    let list = publications::list(&test.visitor(), PageNumber::FIRST).await.expect("read").rows;
    let list: Vec<String> = list.iter().map(|text| format!("{} {}", text.number, text.title)).collect();
    assert_eq!(list, ["2025-03 Texte a", "2025-02 Texte b", "2025-01 Texte c"]);
    council.with(
        "contributions/a.md",
        "---\ntitle: Texte a\ngroup: eau\nstatus: publié\npublished_on: 2025-09-01\n---\nAutre.\n",
    );
    assert_refused(&council.import(&test).await, &["contributions/a.md: this text is there already"]);
    test.finish().await;
}

#[tokio::test]
async fn other_files_are_told_never_followed() {
    let test = TestBackend::empty().await;
    let council = Council::new();
    council
        .with("tutorials/a.md", "x")
        .with("charter/1.md", "x")
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
            "charter/: 1 file, not yet imported",
            "tutorials/: 1 file, not yet imported",
        ]
    );
    assert!(refused(&report).iter().all(|line| !line.contains('\u{1b}')), "{:?}", refused(&report));
    #[cfg(unix)]
    assert!(refused(&report).iter().any(|line| line.contains("lien.md: is a link")));
    assert_eq!(report.counts(Kind::Contributions).created, 1);
    test.finish().await;
}

#[tokio::test]
async fn the_files_of_the_libraries_are_imported_once_with_their_folders_and_their_records() {
    use backend::library::{Place, folder, pieces};

    let test = TestBackend::empty().await;
    let council = Council::new();
    council
        .with("library/eau/Archives/2025/Avis.txt", "un avis")
        .with("library/commun/Règlement.txt", "un règlement")
        .with("library/perdu.txt", "x")
        .with("library/inconnu/x.txt", "x")
        .with("library/eau/vide.txt", "")
        .with("library/library.csv", "path;titre;tags;source;date\ncommun/Règlement.txt;Le règlement;règles, vie;Bureau;30/04/2026\nabsent.txt;;;;\n");
    let trial = council.run(&test, true).await;
    assert_eq!(trial.counts(Kind::Library).created, 2);
    let report = council.import(&test).await;
    assert_eq!(report.counts(Kind::Library), Counts { created: 2, refused: 3, ..Default::default() });
    assert_refused(
        &report,
        &[
            "library/library.csv, line 3: there is no file library/absent.txt",
            "library/eau/vide.txt: files: is empty",
            "library/inconnu/x.txt: no group has the address",
            "library/perdu.txt: is in no library",
        ],
    );
    let cx = test.backend.system();
    let (_, files) = pieces(&cx, &Place::Group("eau".into())).await.expect("read");
    assert_eq!(files.iter().map(|f| f.path.as_str()).collect::<Vec<_>>(), ["Archives/2025/Avis.txt"]);
    let common = folder(&cx, &Place::Common, None).await.expect("read");
    assert_eq!(common.rows[0].name, "Le règlement");
    let again = council.import(&test).await;
    assert_eq!(again.counts(Kind::Library), Counts { unchanged: 2, refused: 3, ..Default::default() });
    council.with("library/commun/Règlement.txt", "un autre règlement");
    let changed = council.import(&test).await;
    assert_eq!(
        changed.counts(Kind::Library),
        Counts { changed: 1, unchanged: 1, refused: 3, ..Default::default() }
    );
    test.do_jobs().await;
    test.finish().await;
}
