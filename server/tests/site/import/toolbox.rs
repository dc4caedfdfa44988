//! The sheets of the toolbox, and the glossary.

use backend::{glossary, toolbox};

use super::*;

const SHEET: &str = "---\ntitle: Tour de table\nneeds: [ecouter]\npeople: 4-20\n---\n\n## But\n\nEntendre chacun.\n\n## Déroulé\n\n\
                     - 5 min | Accueillir\n- 20 min | Parler\n";

#[tokio::test]
async fn sheets_and_acronyms_are_imported_once_with_what_is_wrong_at_its_line() {
    let test = TestBackend::empty().await;
    let council = Council::new();
    council
        .with("methods/tour-de-table.md", SHEET)
        .with("methods/Tour 2.md", SHEET)
        .with("methods/sans-etapes.md", SHEET.replace("## Déroulé", "## Déroulement"))
        .with("methods/photo.jpg", "x")
        .with(
            "glossary.csv",
            "sigle;en toutes lettres;explication;source\nPTR;Pays des Trois Rivières;Notre territoire.;\nmots;x;y;\n\
             ptr;x;y;\nPTR;x;y;\n",
        );
    let trial = council.run(&test, true).await;
    assert_eq!((trial.counts(Kind::Methods).created, trial.counts(Kind::Glossary).created), (1, 1));
    let report = council.import(&test).await;
    assert_eq!(report.counts(Kind::Methods), Counts { created: 1, refused: 2, ..Default::default() });
    assert_eq!(report.counts(Kind::Glossary), Counts { created: 1, refused: 3, ..Default::default() });
    assert_refused(
        &report,
        &[
            "methods/Tour 2.md: the name of the file cannot be part of an address; write tour-2.md",
            "methods/sans-etapes.md, line 11: the section « Déroulement » is not one of a sheet",
            "glossary.csv, line 3: term: is not one word with two capitals",
            "glossary.csv, line 4: term: is not one word with two capitals",
            "glossary.csv, line 5: PTR is already at line 2",
        ],
    );
    assert!(report.notes.iter().any(|note| note.file == "methods/photo.jpg"));
    let cx = test.backend.system();
    let sheet = toolbox::show(&cx, "tour-de-table").await.expect("read");
    assert_eq!((sheet.row.title.as_str(), sheet.row.minutes, sheet.shipped), ("Tour de table", 25, false));
    assert_eq!(glossary::all(&cx, "").await.expect("read")[0].term, "PTR");
    let again = council.import(&test).await;
    assert_eq!(again.counts(Kind::Methods), Counts { unchanged: 1, refused: 2, ..Default::default() });
    assert_eq!(again.counts(Kind::Glossary), Counts { unchanged: 1, refused: 3, ..Default::default() });
    council.with("methods/tour-de-table.md", SHEET.replace("20 min", "25 min"));
    assert_eq!(council.import(&test).await.counts(Kind::Methods).changed, 1);
    // What the program brings later leaves the council's own sheet as it is.
    server::shipped::install(&test.backend).await.expect("brought");
    assert_eq!(toolbox::show(&cx, "tour-de-table").await.expect("read").row.minutes, 30);
    assert!(toolbox::show(&cx, "world-cafe").await.expect("read").shipped);
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn the_versions_of_a_charter_are_imported_once_and_stay_as_they_were_adopted() {
    use backend::charter;
    use domain::charter::Standing;

    let version = |day: &str, words: &str| {
        format!(
            "---\ntitle: Charte du conseil\nkind: charter\nin_force_on: {day}\n---\n\nAvant.\n\n## Objet\n\n{words}\n"
        )
    };
    let test = TestBackend::empty().await;
    let council = Council::new();
    council
        .with("charter/charte-1.md", version("2024-01-10", "Un."))
        .with("charter/charte-2.md", version("10/03/2025", "Deux."))
        .with("charter/charte-3.md", "---\ntitle: Charte du conseil\n---\n\n## Objet\n\nTrois.\n")
        .with("charter/sans-article.md", "---\ntitle: Rien\n---\n\nUn texte.\n");
    let report = council.import(&test).await;
    assert_eq!(report.counts(Kind::Charter), Counts { created: 3, refused: 1, ..Default::default() });
    let cx = test.backend.system();
    let read = charter::text(&cx, "charte", None).await.expect("read");
    let standings: Vec<_> = read.head.versions.iter().map(|one| (one.number, one.standing)).collect();
    assert_eq!(standings, [(3, Standing::Preparing), (2, Standing::InForce), (1, Standing::Replaced)]);
    assert!(read.shown.expect("in force").1.articles[0].html.contains("Deux"));
    let again = council.import(&test).await;
    assert_eq!(again.counts(Kind::Charter), Counts { unchanged: 3, refused: 1, ..Default::default() });
    council.with("charter/charte-1.md", version("2024-01-10", "Autre chose."));
    assert_eq!(council.import(&test).await.counts(Kind::Charter).refused, 2);
    test.do_jobs().await;
    test.finish().await;
}
