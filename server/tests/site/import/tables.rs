//! The tables of members and groups: read as spreadsheets save them, refused line by line.

use super::*;

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
