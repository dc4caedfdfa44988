//! Pictures of documents: drawn by a process of its own when somebody looks, then kept.

use crate::common::{
    Visit,
    files::{PNG, deposited, page},
};
use app::paths;
use axum::http::{StatusCode, header};
use backend::{files::Fingerprint, library::Place};
use bytes::Bytes;

/// Deposits a file in the library of a closed group, and gives its address.
async fn address_of(visit: &Visit, name: &str, content: &[u8]) -> String {
    let cx = visit.test.as_user(visit.cast.member.id).await;
    paths::document(deposited(&cx, &Place::Group("mobilites".into()), name, content).await)
}

#[tokio::test]
async fn a_document_is_seen_from_afar_and_page_by_page_by_those_who_read_it() {
    let visit = Visit::new().await;
    let member = visit.session(visit.cast.member.id).await;
    let sheet = page("0 0 297 842 re f BT /F1 30 Tf 320 400 Td (Prairie) Tj ET", "/BaseFont/Helvetica");
    let [pdf, png] =
        [address_of(&visit, "Plan.pdf", &sheet).await, address_of(&visit, "Carte.png", PNG).await];
    for address in [format!("{pdf}/vignette"), format!("{pdf}/image"), format!("{png}/image?feuille=1")] {
        let seen = visit.get(&address, Some(&member)).await;
        assert_eq!(seen.status, StatusCode::OK, "{address}");
        let media_type = seen.header(header::CONTENT_TYPE);
        assert!(["image/png", "image/jpeg"].contains(&media_type), "{address}: {media_type}");
        assert!(seen.header(header::CONTENT_SECURITY_POLICY).starts_with("sandbox"));
        assert!(seen.header(header::CACHE_CONTROL).starts_with("private"));
        assert_eq!(visit.get(&address, None).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    let store = visit.test.backend.files();
    let made = store.picture(&Fingerprint::of(&sheet), "page-1-160").await.expect("read");
    assert!(made.is_some_and(|made| made.len() > 100), "it is kept");
    // What is kept is given: nothing is drawn again.
    let other = Bytes::from_static(b"\x89PNG kept");
    store.keep_picture(&Fingerprint::of(PNG), "photograph-1200", other).await.expect("kept");
    assert!(visit.get(&format!("{png}/image"), Some(&member)).await.text.ends_with("kept"));
    let member = Some(member.as_str());
    assert!(visit.get(&pdf, member).await.text.contains("/image?feuille=1&amp;v=1"));
    assert!(
        visit.get("/groupes/mobilites/bibliotheque", member).await.text.contains(&format!("{pdf}/vignette"))
    );
}

#[tokio::test]
async fn what_cannot_be_drawn_is_tried_once() {
    let visit = Visit::new().await;
    let member = visit.session(visit.cast.member.id).await;
    let damaged = b"%PDF-1.7 rien de plus";
    let pdf = address_of(&visit, "Abime.pdf", damaged).await;
    let text = address_of(&visit, "Lettre.txt", b"Bonjour.").await;
    let sheet = address_of(&visit, "Plan.pdf", &page("", "/BaseFont/Helvetica")).await;
    for address in [
        format!("{pdf}/vignette"),
        format!("{pdf}/image"),
        format!("{text}/vignette"),
        format!("{sheet}/image?feuille=2"),
        format!("{sheet}/image?feuille=0"),
        format!("{sheet}/image?feuille=x"),
        "/documents/x/image".to_owned(),
        "/documents/999999/vignette".to_owned(),
    ] {
        assert_eq!(visit.get(&address, Some(&member)).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    let made = visit.test.backend.files().picture(&Fingerprint::of(damaged), "page-1-160").await;
    assert_eq!(made.expect("read"), Some(Bytes::new()), "that nothing comes of it is kept");
}
