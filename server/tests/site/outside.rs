//! Links for people without an account, through the whole site and without script.

use crate::common::{
    Answer, Visit,
    files::{PNG, deposited, multipart, page, post, wav},
};
use axum::http::{StatusCode, header};
use backend::{
    library::{self, Place},
    testing::TestBackend,
};
use domain::{
    ids::{DocumentId, EntryId},
    library::{CaptionLanguage, LinkAct, LinkForm, LinkKind},
};
use server::{own_process::OwnProcess, reader};

/// A folder of the closed group with a page of HTML in it, and a file beside it: the folder, what is in it, what is not.
async fn shelf(visit: &Visit) -> (EntryId, DocumentId, DocumentId) {
    let cx = visit.test.as_user(visit.cast.facilitator.id).await;
    let top = Place::Group("mobilites".into());
    let folder = library::create_folder(&cx, &top, "À partager").await.expect("made");
    let inside =
        deposited(&cx, &Place::Folder(folder), "page.html", b"<!doctype html><script>1</script>").await;
    let beside = deposited(&cx, &top, "secret.txt", b"Entre nous.").await;
    (folder, inside, beside)
}

async fn link(test: &TestBackend, visit: &Visit, entry: EntryId, form: LinkForm) -> String {
    let cx = test.as_user(visit.cast.facilitator.id).await;
    let form = LinkForm { name: "La préfecture".into(), until: "30/11/2026".into(), ..form };
    library::open_link(&cx, entry, &form).await.expect("made").1
}

fn read() -> LinkForm {
    LinkForm { kind: LinkKind::Read.code().into(), ..Default::default() }
}

fn deposit_box(files: &str) -> LinkForm {
    LinkForm { kind: LinkKind::Deposit.code().into(), files: files.into(), ..Default::default() }
}

/// The cookie that an answer leaves.
fn cookie(answer: &Answer) -> String {
    answer.header(header::SET_COOKIE).split(';').next().unwrap_or_default().to_owned()
}

/// Posts files to a deposit box.
async fn send(
    visit: &Visit,
    token: &str,
    cookie: Option<&str>,
    name: &str,
    files: &[(&str, &[u8])],
) -> Answer {
    let page = format!("/depot/{token}");
    let path = format!("{}&lien={token}", app::paths::posting_from("/api/library/box", &page));
    let mut fields = vec![("name", None, name.as_bytes())];
    fields.extend(files.iter().map(|(file, content)| ("files", Some(*file), *content)));
    post(visit, &path, cookie, multipart(&fields)).await
}

#[tokio::test]
async fn a_link_gives_its_files_and_no_other_and_never_as_a_page_of_ours() {
    let visit = Visit::new().await;
    let (folder, inside, beside) = shelf(&visit).await;
    let token = link(&visit.test, &visit, folder, read()).await;
    let page = visit.get(&format!("/partage/{token}"), None).await;
    assert_eq!((page.status, page.h1().as_str()), (StatusCode::OK, "À partager"));
    assert!(!page.text.contains("secret"));
    assert!(page.header(header::REFERRER_POLICY).contains("origin"), "its address is not told to others");
    let file = visit.get(&format!("/partage/{token}/fichier/{inside}"), None).await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(file.header(header::CONTENT_TYPE), "application/octet-stream");
    assert!(file.header(header::CONTENT_DISPOSITION).starts_with("attachment;"));
    assert!(file.header(header::CONTENT_SECURITY_POLICY).contains("sandbox"));
    let archive = visit.get(&format!("/partage/{token}/archive"), None).await;
    assert_eq!(archive.header(header::CONTENT_TYPE), "application/zip");
    assert!(archive.text.contains("page.html") && !archive.text.contains("secret.txt"));
    for path in [
        format!("/partage/{token}/fichier/{beside}"),
        format!("/partage/{token}?document={beside}"),
        format!("/partage/{token}/fichier/x"),
        format!("/partage/autre/fichier/{inside}"),
        format!("/documents/{inside}/fichier"),
    ] {
        assert_eq!(visit.get(&path, None).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

/// A PDF, a picture and a sound with captions in the folder, and a PDF beside it.
async fn to_look_at(visit: &Visit, folder: EntryId) -> [DocumentId; 4] {
    let cx = visit.test.as_user(visit.cast.facilitator.id).await;
    let place = Place::Folder(folder);
    let drawing =
        |words: &str| page(&format!("BT /F1 24 Tf 72 700 Td ({words}) Tj ET"), "/BaseFont/Helvetica");
    let report = deposited(&cx, &place, "Rapport.pdf", &drawing("La passerelle")).await;
    let beside = deposited(&cx, &Place::Group("mobilites".into()), "Brouillon.pdf", &drawing("Rien")).await;
    let picture = deposited(&cx, &place, "Carte.png", PNG).await;
    let sound = deposited(&cx, &place, "Annonce.wav", &wav()).await;
    let cues = b"WEBVTT\n\n00:01.000 --> 00:02.000\nProchain car.\n";
    let cues = extraction::captions::read(cues).expect("captions");
    library::change_captions(&cx, sound, CaptionLanguage::French, "a.vtt", &cues).await.expect("given");
    visit.test.do_jobs().await;
    let program = OwnProcess::new(env!("CARGO_BIN_EXE_preau").into());
    reader::read_all(&visit.test.backend, &program).await.expect("read");
    [report, picture, sound, beside]
}

#[tokio::test]
async fn what_a_link_opens_is_read_and_looked_at_without_downloading() {
    let visit = Visit::new().await;
    let (folder, _, beside) = shelf(&visit).await;
    let [report, picture, sound, draft] = to_look_at(&visit, folder).await;
    let token = link(&visit.test, &visit, folder, read()).await;
    let get = async |path: &str| visit.get(&format!("/partage/{token}{path}"), None).await;
    let shown = get(&format!("?document={report}")).await.text;
    assert!(shown.contains("Lire le texte") && shown.contains(&format!("/partage/{token}/texte/{report}\"")));
    assert!(shown.contains(&format!("/partage/{token}/image/{report}?feuille=1")), "{shown}");
    let text = get(&format!("/texte/{report}")).await;
    assert_eq!(text.status, StatusCode::OK);
    assert!(text.text.contains("La passerelle"), "{}", text.text);
    assert!(text.text.contains(&format!("/partage/{token}/image/{report}?feuille=1")));
    assert!(!text.text.contains("/documents/") && !text.text.contains("/groupes/mobilites"), "{}", text.text);
    assert!(text.text.contains("noindex"), "no search engine keeps it");
    for of in [report, picture] {
        let drawn = get(&format!("/image/{of}?feuille=1")).await;
        assert_eq!(drawn.status, StatusCode::OK);
        assert!(drawn.header(header::CONTENT_TYPE).starts_with("image/"));
        assert!(drawn.header(header::CACHE_CONTROL).starts_with("private"));
    }
    // What is shown of a photograph was drawn again: nothing that a camera noted is in it.
    let photograph = get(&format!("?document={picture}")).await.text;
    assert!(photograph.contains(&format!("src=\"/partage/{token}/image/{picture}")), "{photograph}");
    let heard = get(&format!("?document={sound}")).await.text;
    assert!(heard.contains(&format!("src=\"/partage/{token}/sous-titres/{sound}/fr\"")), "{heard}");
    assert!(heard.contains("Prochain car.") && !heard.contains("Ajouter ou remplacer"), "{heard}");
    assert!(get(&format!("/sous-titres/{sound}/fr")).await.text.starts_with("WEBVTT\n"));
    for path in [
        format!("/texte/{beside}"),
        format!("/texte/{draft}"),
        format!("/image/{draft}"),
        format!("/image/{report}?feuille=2"),
        format!("/image/{sound}"),
        format!("/sous-titres/{report}/fr"),
        "/texte/x".to_owned(),
        "/image/x".to_owned(),
    ] {
        assert_eq!(get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let cx = visit.test.as_user(visit.cast.facilitator.id).await;
    let links = library::links_of(&cx, folder).await.expect("read").links;
    let acts: Vec<LinkAct> = links[0].uses.iter().map(|one| one.act).collect();
    assert_eq!(acts, [LinkAct::Opened], "looked at, and nothing taken");
    visit.test.finish().await;
}

#[tokio::test]
async fn nothing_is_read_nor_looked_at_by_a_link_that_is_locked_closed_or_over() {
    let visit = Visit::new().await;
    let (folder, ..) = shelf(&visit).await;
    let [report, _, sound, _] = to_look_at(&visit, folder).await;
    let locked =
        link(&visit.test, &visit, folder, LinkForm { password: "la-halle-aux-grains".into(), ..read() })
            .await;
    let paths = |token: &str| {
        [
            format!("/partage/{token}/fichier/{report}"),
            format!("/partage/{token}/texte/{report}"),
            format!("/partage/{token}/image/{report}"),
            format!("/partage/{token}/sous-titres/{sound}/fr"),
        ]
    };
    for path in paths(&locked) {
        assert_eq!(visit.get(&path, None).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let wrong = [("kind", "read"), ("token", locked.as_str()), ("password", "la-halle")];
    visit.post_from(&format!("/partage/{locked}"), "/api/library/unlock-link", None, &wrong).await;
    for path in paths(&locked) {
        assert_eq!(visit.get(&path, None).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let right = [("kind", "read"), ("token", locked.as_str()), ("password", "la-halle-aux-grains")];
    let opened =
        visit.post_from(&format!("/partage/{locked}"), "/api/library/unlock-link", None, &right).await;
    let cookie = cookie(&opened);
    for path in paths(&locked) {
        assert_eq!(visit.get(&path, Some(&cookie)).await.status, StatusCode::OK, "{path}");
    }
    let open = link(&visit.test, &visit, folder, read()).await;
    for path in paths(&open) {
        assert_eq!(visit.get(&path, None).await.status, StatusCode::OK, "{path}");
    }
    visit.test.wait(chrono::TimeDelta::days(60));
    for path in paths(&open) {
        assert_eq!(visit.get(&path, None).await.status, StatusCode::NOT_FOUND, "{path}: it is over");
    }
}

#[tokio::test]
async fn a_password_is_asked_for_once_and_opens_nothing_else() {
    let visit = Visit::new().await;
    let (folder, inside, _) = shelf(&visit).await;
    let locked = || LinkForm { password: "la-halle-aux-grains".into(), ..read() };
    let token = link(&visit.test, &visit, folder, locked()).await;
    let other = link(&visit.test, &visit, folder, locked()).await;
    let page = format!("/partage/{token}");
    let file = format!("/partage/{token}/fichier/{inside}");
    let closed = visit.get(&page, None).await;
    assert_eq!(closed.status, StatusCode::OK);
    assert!(!closed.text.contains("À partager"), "nothing is told before");
    assert_eq!(visit.get(&file, None).await.status, StatusCode::NOT_FOUND);
    assert_eq!(visit.get(&format!("{page}/archive"), None).await.status, StatusCode::NOT_FOUND);
    let give = async |password: &str| {
        let form = [("kind", "read"), ("token", token.as_str()), ("password", password)];
        visit.post_from(&page, "/api/library/unlock-link", None, &form).await
    };
    let wrong = give("la-halle-aux-poissons").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("error-summary") && !wrong.text.contains("À partager"));
    let right = give("la-halle-aux-grains").await;
    assert_eq!((right.status, right.location()), (StatusCode::SEE_OTHER, page.as_str()));
    let cookie = cookie(&right);
    assert!(visit.get(&page, Some(&cookie)).await.text.contains("À partager"));
    assert_eq!(visit.get(&file, Some(&cookie)).await.status, StatusCode::OK);
    let elsewhere = visit.get(&format!("/partage/{other}/fichier/{inside}"), Some(&cookie)).await;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND, "each link has its own");
}

#[tokio::test]
async fn files_are_deposited_by_name_the_rest_of_the_batch_goes_on_and_the_box_fills() {
    let visit = Visit::new().await;
    let (folder, ..) = shelf(&visit).await;
    let token = link(&visit.test, &visit, folder, deposit_box("2")).await;
    let nobody = send(&visit, &token, None, "", &[("Plan.txt", b"plan")]).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nobody.text.contains("error-summary"));
    let nothing = send(&visit, &token, None, "Une association", &[("", b"")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.text.contains("value=\"Une association\""), "what was typed is back");
    let some = send(
        &visit,
        &token,
        None,
        "Une association",
        &[("Vide.txt", b""), ("virus.exe", b"MZ\x90\0\x03\0\0\0"), ("Plan.txt", b"plan")],
    )
    .await;
    assert_eq!(some.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        some.text.contains("ce fichier est vide")
            && some.text.contains("les programmes ne sont pas acceptés")
    );
    let all = send(&visit, &token, None, "Une association", &[("Carte.txt", b"carte")]).await;
    assert_eq!(
        (all.status, all.location()),
        (StatusCode::SEE_OTHER, &*format!("/depot/{token}?fait=depose&n=1"))
    );
    let full = send(&visit, &token, None, "Une association", &[("Trop.txt", b"trop")]).await;
    assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY);
    let member = visit.session(visit.cast.member.id).await;
    let seen = visit.get(&format!("/bibliotheque/dossiers/{folder}"), Some(&member)).await.text;
    assert!(seen.contains("Plan</a>") && seen.contains("Carte</a>"), "{seen}");
    assert!(!seen.contains("Vide</a>") && !seen.contains("Trop</a>") && !seen.contains("virus"));
    let outside = visit.get(&format!("/depot/{token}"), None).await.text;
    assert!(
        !outside.contains("Plan.txt") && !outside.contains("page.html"),
        "a box does not show what it holds"
    );
}

#[tokio::test]
async fn a_box_is_not_filled_from_another_site_nor_by_a_link_to_read() {
    let visit = Visit::new().await;
    let (folder, ..) = shelf(&visit).await;
    let token = link(&visit.test, &visit, folder, deposit_box("2")).await;
    let reading = link(&visit.test, &visit, folder, read()).await;
    let before = visit.test.journal().await.len();
    let by_reading = send(&visit, &reading, None, "Une association", &[("Plan.txt", b"plan")]).await;
    assert_eq!(by_reading.status, StatusCode::NOT_FOUND);
    let elsewhere = http::Request::post(format!("/api/library/box?lien={token}"))
        .header(
            header::CONTENT_TYPE,
            format!("multipart/form-data; boundary={}", crate::common::files::BOUNDARY),
        )
        .header("sec-fetch-site", "cross-site");
    let body = multipart(&[("name", None, b"X"), ("files", Some("Plan.txt"), b"plan")]);
    let answer = visit.ask(elsewhere, None, "text/html", body.into()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(visit.test.journal().await.len(), before);
}
