//! The tutorials, and the sequences that they make.

use backend::tutorials;

use super::*;

const GUIDE: &str = "---\ntitle: Venir\nsummary: Une phrase.\nfor: [member]\nminutes: 5\npath: debut\nrank: 1\n\
                     help: [/textes]\n---\n\nAvant.\n\n## Ouvrir\n\nA.\n\n## Finir\n\nB.\n";

#[tokio::test]
async fn tutorials_and_sequences_are_imported_once_with_what_is_wrong() {
    let test = TestBackend::empty().await;
    let council = Council::new();
    council
        .with("tutorials/venir.md", GUIDE)
        .with("tutorials/Venir 2.md", GUIDE)
        .with("tutorials/sans-etape.md", GUIDE.replace("## ", ""))
        .with("tutorials/perdu.md", GUIDE.replace("debut", "ailleurs"))
        .with("tutorials/photo.jpg", "x")
        .with("tutorials/paths.csv", "slug;title;summary\ndebut;Début;\nMal écrit;X;\n");
    let trial = council.run(&test, true).await;
    assert_eq!(trial.counts(Kind::Tutorials).created, 2);
    let report = council.import(&test).await;
    assert_eq!(report.counts(Kind::Tutorials), Counts { created: 2, refused: 4, ..Default::default() });
    assert_refused(
        &report,
        &[
            "tutorials/paths.csv, line 3: slug cannot be part of an address",
            "tutorials/Venir 2.md: the name of the file cannot be part of an address; write venir-2.md",
            "tutorials/perdu.md: path: is not one of the choices",
            "tutorials/sans-etape.md: body: has no step: begin each with a line such as « ## Open the page »",
        ],
    );
    assert!(report.notes.iter().any(|note| note.file == "tutorials/photo.jpg"));
    let cx = test.backend.system();
    let view = tutorials::show(&cx, "venir").await.expect("read");
    assert_eq!((view.row.title.as_str(), view.steps.len(), view.shipped), ("Venir", 2, false));
    assert_eq!(view.path.expect("in a sequence").title, "Début");
    let again = council.import(&test).await;
    assert_eq!(again.counts(Kind::Tutorials), Counts { unchanged: 2, refused: 4, ..Default::default() });
    council.with("tutorials/venir.md", GUIDE.replace("Avant.", "Bien avant."));
    assert_eq!(council.import(&test).await.counts(Kind::Tutorials).changed, 1);
    test.do_jobs().await;
    test.finish().await;
}
