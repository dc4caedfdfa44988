use chrono::TimeDelta;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::*;
use crate::{
    entities::{document, file as kept},
    files::Fingerprint,
};

async fn in_bin(cx: &Cx) -> Vec<BinnedRow> {
    in_the_bin(cx, &group("mobilites"), PageNumber::FIRST).await.expect("the bin").page.rows
}

#[tokio::test]
async fn what_is_put_in_the_bin_comes_back_whole() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.facilitator.id).await;
    let top = group("mobilites");
    let archives = create_folder(&cx, &top, "Archives").await.expect("made");
    let place = Place::Folder(archives);
    let id = sent(&cx, &place, "2025/avis.txt", b"avis").await;
    sent(&cx, &place, "note.txt", b"note").await;
    bin(&cx, named(&cx, &place, "note").await).await.expect("taken away");
    bin(&cx, archives).await.expect("taken away");
    assert!(names(&cx, &top).await.is_empty());
    assert_eq!(refused(show(&cx, id).await), Refusal::NotFound);
    assert_eq!(refused(file(&cx, id, None).await), Refusal::NotFound);
    assert_eq!(refused(room(&cx, &place).await), Refusal::NotFound);
    let rows = in_bin(&cx).await;
    let told: Vec<_> = rows.iter().map(|row| (row.name.as_str(), row.folder, row.restore)).collect();
    assert_eq!(told, [("note", false, true), ("Archives", true, true)]);
    assert_eq!(rows[0].until, rows[0].at + TimeDelta::days(30));
    let member = test.as_user(cast.member.id).await;
    assert!(matches!(refused(bring_back(&member, archives).await), Refusal::Forbidden(_)));
    bring_back(&cx, archives).await.expect("back");
    assert_eq!(names(&cx, &place).await, ["2025"], "what was put in the bin before stays there");
    show(&cx, id).await.expect("back");
    assert_eq!(refused(bring_back(&cx, archives).await), Refusal::NotFound);
    let note = in_bin(&cx).await.remove(0).id;
    bring_back(&cx, note).await.expect("back");
    assert_eq!(names(&cx, &place).await, ["2025", "note"]);
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn what_comes_back_without_its_folder_stands_at_the_top() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.facilitator.id).await;
    let top = group("mobilites");
    let place = Place::Folder(create_folder(&cx, &top, "Archives").await.expect("made"));
    sent(&cx, &place, "2025/avis.txt", b"avis").await;
    let year = named(&cx, &place, "2025").await;
    bin(&cx, year).await.expect("taken away");
    let Place::Folder(archives) = place else { panic!("a folder") };
    bin(&cx, archives).await.expect("taken away");
    assert_eq!(bring_back(&cx, year).await.expect("back"), top);
    assert_eq!(names(&cx, &top).await, ["2025"]);
    assert_eq!(names(&cx, &Place::Folder(year)).await, ["avis"]);
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn after_thirty_days_it_goes_for_good_with_its_content() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.facilitator.id).await;
    let top = group("mobilites");
    sent(&cx, &top, "avis.txt", b"avis").await;
    let twin = sent(&cx, &top, "copie d'avis.txt", b"avis").await;
    sent(&cx, &top, "carte.txt", b"carte").await;
    test.do_jobs().await;
    for name in ["avis", "carte"] {
        bin(&cx, named(&cx, &top, name).await).await.expect("taken away");
    }
    test.wait(TimeDelta::days(29));
    purge(&test.backend).await.expect("nothing to do");
    let now = test.as_user(cast.facilitator.id).await;
    assert_eq!(in_bin(&now).await.len(), 2);
    test.wait(TimeDelta::days(2));
    purge(&test.backend).await.expect("emptied");
    let now = test.as_user(cast.facilitator.id).await;
    assert!(in_bin(&now).await.is_empty());
    assert_eq!(document::Entity::find().count(now.reader()).await.expect("counted"), 1);
    assert_eq!(kept::Entity::find().count(now.reader()).await.expect("counted"), 1);
    let store = now.backend.files();
    assert!(store.has(&Fingerprint::of(b"avis")).await.expect("asked"), "another document names it");
    assert!(!store.has(&Fingerprint::of(b"carte")).await.expect("asked"));
    show(&now, twin).await.expect("still there");
    assert_eq!(test.journal().await.last().map(String::as_str), Some("library.purged"));
    test.finish().await;
}

/// The bytes of a text that the council adopted.
async fn frozen(test: &TestBackend, cast: &Cast) -> Bytes {
    use domain::contributions::{AdoptionForm, ContributionForm, ReviewForm};

    use crate::contributions::{adopt, create, propose, review, submit};

    let form = ContributionForm {
        title: "Se déplacer sans voiture".into(),
        kind: "opinion".into(),
        body: "Un chemin.".into(),
        ..Default::default()
    };
    let author = test.as_user(cast.member.id).await;
    let id = create(&author, "mobilites", &form).await.expect("begun");
    submit(&author, id).await.expect("submitted");
    let yes = ReviewForm { verdict: "approve".into(), comment: String::new() };
    review(&test.as_user(cast.reviewer.id).await, id, Version(1), &yes).await.expect("approved");
    propose(&test.as_user(cast.facilitator.id).await, id).await.expect("proposed");
    let vote = AdoptionForm {
        body: "Assemblée plénière".into(),
        adopted_on: "17/09/2026".into(),
        votes_for: "31".into(),
        votes_against: "4".into(),
        votes_abstaining: "2".into(),
    };
    let chair = test.as_user(cast.chair.id).await;
    let number = adopt(&chair, id, Version(1), &vote).await.expect("adopted");
    crate::publications::frozen_bytes(&chair, number, None).await.expect("frozen")
}

#[tokio::test]
async fn the_content_of_a_frozen_text_is_never_removed() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.facilitator.id).await;
    let text = frozen(&test, &cast).await;
    let top = group("mobilites");
    sent(&cx, &top, "avis.md", &text).await;
    test.do_jobs().await;
    bin(&cx, named(&cx, &top, "avis").await).await.expect("taken away");
    test.wait(TimeDelta::days(31));
    purge(&test.backend).await.expect("emptied");
    let known = kept::Entity::find().count(cx.reader()).await.expect("counted");
    assert_eq!(known, 0, "no document names it");
    assert_eq!(test.backend.files().get(&Fingerprint::of(&text)).await.expect("still there"), text);
    test.finish().await;
}
