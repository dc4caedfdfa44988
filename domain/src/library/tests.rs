use super::*;

fn form() -> DocumentForm {
    DocumentForm { title: "Compte rendu".into(), ..Default::default() }
}

#[test]
fn names_are_made_harmless() {
    assert_eq!(file_name("../../etc/passwd"), Ok("passwd".into()));
    assert_eq!(file_name("C:\\Dossier\\Compte  rendu.pdf"), Ok("Compte rendu.pdf".into()));
    assert_eq!(file_name("facture\u{202e}fdp.exe"), Ok("facture fdp.exe".into()));
    assert_eq!(file_name(".htaccess"), Ok("htaccess".into()));
    for nothing in ["", "..", "a/", "\u{202e}", " . "] {
        assert_eq!(file_name(nothing), Err(FieldProblem::Nameless), "{nothing:?}");
    }
    let long = file_name(&format!("{}.pdf", "é".repeat(300))).expect("kept");
    assert_eq!(long.chars().count(), 200);
    assert!(long.ends_with("é.pdf"));
}

#[test]
fn the_folders_of_a_path_are_kept_and_never_lead_out() {
    assert_eq!(folders_of("Archives/2025/avis.pdf"), ["Archives", "2025"]);
    assert_eq!(folders_of("../../secret/./avis.pdf"), ["secret"]);
    assert!(folders_of("avis.pdf").is_empty());
}

#[test]
fn a_title_is_the_name_without_its_ending() {
    assert_eq!(stem("Compte rendu.pdf"), "Compte rendu");
    assert_eq!(stem("Archive du 12.03.2024"), "Archive du 12.03");
    assert_eq!(stem("Voir M. Dupont au bureau"), "Voir M. Dupont au bureau");
    assert_eq!(stem("LISEZMOI"), "LISEZMOI");
}

#[test]
fn numbers_are_put_in_order_as_numbers() {
    let mut names = ["fiche 10", "fiche 2", "fiche 02 bis", "annexe"];
    names.sort_by_key(|name| sort_key(name));
    assert_eq!(names, ["annexe", "fiche 2", "fiche 02 bis", "fiche 10"]);
}

#[test]
fn a_record_says_everything_that_is_wrong_at_once() {
    let typed = DocumentForm {
        title: " ".into(),
        dated_on: "hier".into(),
        address: "javascript:alert(1)".into(),
        tags: (0..21).map(|i| format!("t{i},")).collect(),
        ..Default::default()
    };
    let Err(Refusal::Invalid(errors)) = typed.check(DocumentKind::Link) else { panic!("refused") };
    let fields: Vec<&str> = errors.iter().map(|e| e.field.as_str()).collect();
    assert_eq!(fields, ["title", "dated_on", "tags", "address"]);
}

#[test]
fn a_link_leads_to_the_web_only() {
    for good in ["https://exemple.fr", "http://exemple.fr/a?b#c"] {
        let typed = DocumentForm { address: good.into(), ..form() };
        assert_eq!(typed.check(DocumentKind::Link).expect("valid").address, good);
    }
    for bad in
        ["exemple.fr", "https://", "ftp://exemple.fr", "data:text/html,x", "https://banque.fr@pirate.fr"]
    {
        let typed = DocumentForm { address: bad.into(), ..form() };
        assert_eq!(
            typed.check(DocumentKind::Link),
            Err(Refusal::field("address", FieldProblem::NotAnAddress)),
            "{bad}"
        );
    }
}

#[test]
fn tags_are_kept_once() {
    assert_eq!(tags("vélo, #gare,Vélo , , gare\nbus"), Ok(vec!["vélo".into(), "gare".into(), "bus".into()]));
}

#[test]
fn a_folder_never_stands_in_itself_nor_too_deep() {
    assert_eq!(may_stand(&7, &[1, 2], 0), Ok(()));
    assert_eq!(may_stand(&7, &[1, 7, 9], 0), Err(Refusal::Transition(Transition::IntoItself)));
    let deep: Vec<i32> = (100..119).collect();
    assert_eq!(may_stand(&7, &deep, 0), Ok(()));
    assert_eq!(may_stand(&7, &deep, 1), Err(Refusal::Transition(Transition::TooDeep)));
}

#[test]
fn what_runs_is_never_shown_in_place() {
    for active in
        ["text/html", "image/svg+xml", "application/xhtml+xml", "text/xml", "application/javascript"]
    {
        assert!(!Media::of(active).is_safe_to_show(), "{active}");
    }
    assert!(Media::of("application/pdf").is_safe_to_show());
}

#[test]
fn a_keyword_of_the_vocabulary_is_one() {
    assert_eq!(tag_name(" #Logement ").as_deref(), Ok("Logement"));
    let wrong = |typed: &str| tag_name(typed).expect_err("refused");
    assert_eq!(wrong("#"), Refusal::field("name", FieldProblem::Missing));
    assert_eq!(wrong("eau, rivières"), Refusal::field("name", FieldProblem::BadCharacters));
}
