//! The files of the libraries.

use super::*;

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
