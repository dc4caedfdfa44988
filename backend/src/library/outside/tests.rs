use bytes::Bytes;
use chrono::TimeDelta;
use domain::{
    FieldProblem, Refusal,
    ids::EntryId,
    library::{DocumentForm, LinkAct, LinkForm, LinkKind},
};
use futures::stream;

use super::*;
use crate::{
    Cx,
    library::{Place, bin, create_folder, create_note, deposit, folder, receive, room, show},
    testing::{Cast, TestBackend, refused},
};

fn link(kind: LinkKind) -> LinkForm {
    LinkForm {
        kind: kind.code().into(),
        name: "La préfecture".into(),
        until: "30/11/2026".into(),
        files: "2".into(),
        ..Default::default()
    }
}

/// A folder of the closed group with a file, a note deeper in it, and a note beside it.
async fn shelf(test: &TestBackend, cast: &Cast) -> (Cx, EntryId, domain::ids::DocumentId) {
    let cx = test.as_user(cast.facilitator.id).await;
    let top = Place::Group("mobilites".into());
    let id = create_folder(&cx, &top, "À partager").await.expect("made");
    let inside = Place::Folder(id);
    let room = room(&cx, &inside).await.expect("there is room");
    let coming = stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(b"Bonjour."))]);
    let staged = receive(&cx, room, coming).await.expect("received");
    deposit(&cx, &inside, "Lettre.txt", staged).await.expect("deposited");
    let deeper = create_folder(&cx, &inside, "Annexes").await.expect("made");
    let note =
        |title: &str| DocumentForm { title: title.into(), body: "Un mot.".into(), ..Default::default() };
    create_note(&cx, &Place::Folder(deeper), &note("Détail")).await.expect("made");
    let beside = create_note(&cx, &top, &note("À côté")).await.expect("made");
    test.do_jobs().await;
    (cx, id, beside)
}

async fn arriving(cx: &Cx, content: &[u8]) -> crate::files::Staged {
    let room = crate::library::Room { file: 1_000, left: 1_000 };
    let coming = stream::iter([Ok::<_, std::io::Error>(Bytes::copy_from_slice(content))]);
    receive(cx, room, coming).await.expect("received")
}

async fn rows_of(cx: &Cx, token: &str) -> Vec<SharedRow> {
    match shared(cx, token, &[], None).await.expect("opened") {
        SharedView::Folder { rows, .. } => rows,
        other => panic!("a folder was expected: {other:?}"),
    }
}

#[tokio::test]
async fn a_link_opens_its_folder_and_nothing_beside_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let (cx, entry, beside) = shelf(&test, &cast).await;
    let (_, token) = open_link(&cx, entry, &link(LinkKind::Read)).await.expect("made");
    let outside = test.visitor();
    let rows = rows_of(&outside, &token).await;
    let names: Vec<_> = rows.iter().map(|row| (row.folders.join("/"), row.title.as_str())).collect();
    assert_eq!(names, [(String::new(), "Lettre"), ("Annexes".to_owned(), "Détail")]);
    let file = shared_file(&outside, &token, &[], rows[0].document).await.expect("given");
    assert_eq!((file.name.as_str(), file.bytes), ("Lettre.txt", 8));
    let one = shared(&outside, &token, &[], Some(rows[1].document)).await.expect("opened");
    assert!(matches!(one, SharedView::Document { document, .. } if document.html.is_some()));
    let (name, pieces) = shared_pieces(&outside, &token, &[]).await.expect("given");
    let paths: Vec<_> = pieces.iter().map(|piece| piece.path.as_str()).collect();
    assert_eq!((name.as_str(), paths), ("À partager", vec!["Annexes/Détail.md", "Lettre.txt"]));
    assert_eq!(refused(shared(&outside, &token, &[], Some(beside)).await.map(|_| ())), Refusal::NotFound);
    assert_eq!(refused(shared_file(&outside, &token, &[], beside).await), Refusal::NotFound);
    assert_eq!(refused(show(&outside, rows[0].document).await.map(|_| ())), Refusal::NotFound);
    // A link to read is no box.
    assert_eq!(refused(deposit_box(&outside, &token, &[]).await), Refusal::NotFound);
    test.finish().await;
}

#[tokio::test]
async fn a_link_ends_with_its_day_when_it_is_closed_or_when_its_folder_goes() {
    let (test, cast) = TestBackend::with_cast().await;
    let (cx, entry, _) = shelf(&test, &cast).await;
    let opens = async |token: &str| shared(&test.visitor(), token, &[], None).await.is_ok();
    let (_, expiring) = open_link(&cx, entry, &link(LinkKind::Read)).await.expect("made");
    let (closed, closing) = open_link(&cx, entry, &link(LinkKind::Read)).await.expect("made");
    let until = LinkForm { until: "30/12/2026".into(), ..link(LinkKind::Read) };
    let (_, standing) = open_link(&cx, entry, &until).await.expect("made");
    assert!(opens(&expiring).await && opens(&closing).await && opens(&standing).await);
    assert!(!opens("un-autre").await && !opens("").await);
    close_link(&cx, closed).await.expect("closed");
    assert!(!opens(&closing).await);
    test.wait(TimeDelta::days(8));
    assert!(opens(&expiring).await, "its last day is included");
    test.wait(TimeDelta::days(1));
    assert!(!opens(&expiring).await && opens(&standing).await);
    let cx = test.as_user(cast.facilitator.id).await;
    let states: Vec<_> = links_of(&cx, entry).await.expect("read").links.iter().map(|l| l.state).collect();
    assert_eq!(states, [LinkState::Open, LinkState::Closed, LinkState::Expired]);
    bin(&cx, entry).await.expect("in the bin");
    assert!(!opens(&standing).await);
    test.wait(TimeDelta::days(200));
    forget_expired(&test.backend).await.expect("forgotten");
    test.finish().await;
}

#[tokio::test]
async fn those_who_share_see_when_a_link_was_used_and_never_by_whom() {
    let (test, cast) = TestBackend::with_cast().await;
    let (cx, entry, _) = shelf(&test, &cast).await;
    let (_, token) = open_link(&cx, entry, &link(LinkKind::Read)).await.expect("made");
    let rows = rows_of(&test.visitor(), &token).await;
    rows_of(&test.visitor(), &token).await;
    shared_file(&test.visitor(), &token, &[], rows[0].document).await.expect("given");
    test.wait(TimeDelta::hours(1));
    rows_of(&test.visitor(), &token).await;
    let cx = test.as_user(cx.person().expect("signed in").id).await;
    let found = links_of(&cx, entry).await.expect("read");
    let acts: Vec<_> = found.links[0].uses.iter().map(|used| used.act).collect();
    assert_eq!(acts, [LinkAct::Opened, LinkAct::Taken, LinkAct::Opened], "twice within a minute is once");
    test.finish().await;
}

#[tokio::test]
async fn a_password_is_asked_for_before_anything_is_told_and_tries_are_counted() {
    let (test, cast) = TestBackend::with_cast().await;
    let (cx, entry, _) = shelf(&test, &cast).await;
    let form = LinkForm { password: "pont-de-pierre".into(), ..link(LinkKind::Read) };
    let (id, token) = open_link(&cx, entry, &form).await.expect("made");
    let outside = test.visitor();
    assert!(matches!(shared(&outside, &token, &[], None).await, Ok(SharedView::Locked)));
    assert_eq!(refused(shared_pieces(&outside, &token, &[]).await), Refusal::NotFound);
    let try_ = async |password: &str| unlock(&outside, LinkKind::Read, &token, password, "192.0.2.1").await;
    assert_eq!(refused(try_("").await), Refusal::field("password", FieldProblem::Missing));
    assert_eq!(refused(try_("pont-de-bois").await), Refusal::field("password", FieldProblem::Wrong));
    assert_eq!(try_("pont-de-pierre").await.expect("right"), id);
    assert!(matches!(shared(&outside, &token, &[id], None).await, Ok(SharedView::Folder { .. })));
    let mut last = None;
    for _ in 0..=domain::accounts::ATTEMPTS_PER_ADDRESS {
        last = Some(refused(try_("pont-de-bois").await));
    }
    assert!(matches!(last, Some(Refusal::TooMany { .. })), "{last:?}");
    test.finish().await;
}

#[tokio::test]
async fn a_box_takes_files_without_showing_its_folder_and_no_more_than_it_accepts() {
    let (test, cast) = TestBackend::with_cast().await;
    let (cx, entry, _) = shelf(&test, &cast).await;
    let (_, token) = open_link(&cx, entry, &link(LinkKind::Deposit)).await.expect("made");
    let outside = test.visitor();
    assert_eq!(refused(shared(&outside, &token, &[], None).await.map(|_| ())), Refusal::NotFound);
    let send = async |who: &str, name: &str, content: &[u8]| {
        let staged = arriving(&outside, content).await;
        deposit_in_box(&outside, &token, &[], who, name, staged).await
    };
    assert_eq!(refused(send(" ", "Avis.txt", b"1").await), Refusal::field("name", FieldProblem::Missing));
    let first = send("Mairie d’Argue", "Avis.txt", b"Un avis.").await.expect("deposited");
    assert_eq!(send("Mairie d’Argue", "Avis.txt", b"Un avis.").await.expect("there"), first);
    send("Mairie d’Argue", "Plan.txt", b"Un plan.").await.expect("deposited");
    let full = Refusal::field("files", FieldProblem::TooManyFiles { max: 2 });
    assert_eq!(refused(send("Mairie d’Argue", "Reste.txt", b"3").await), full);
    assert_eq!(refused(room_in_box(&outside, &token, &[]).await), full);
    assert!(matches!(deposit_box(&outside, &token, &[]).await, Ok(BoxView::Open { left: 0, .. })));
    let document = show(&cx, first).await.expect("read");
    assert_eq!((document.title.as_str(), document.source.as_str()), ("Avis", "Mairie d’Argue"));
    let names: Vec<String> = folder(&cx, &Place::Folder(entry), None)
        .await
        .expect("read")
        .rows
        .into_iter()
        .map(|r| r.name)
        .collect();
    assert_eq!(names, ["Annexes", "Avis", "Lettre", "Plan"]);
    let links = links_of(&cx, entry).await.expect("read").links;
    assert_eq!((links[0].state, links[0].files), (LinkState::Full, (2, 2)));
    assert!(test.journal().await.iter().any(|line| line.contains("library.received")));
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn only_those_who_look_after_something_share_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let (_, entry, _) = shelf(&test, &cast).await;
    for (person, allowed) in
        [(cast.facilitator, true), (cast.member, false), (cast.observer, false), (cast.chair, false)]
    {
        let cx = test.as_user(person.id).await;
        assert_eq!(open_link(&cx, entry, &link(LinkKind::Read)).await.is_ok(), allowed, "{}", person.id);
        assert_eq!(links_of(&cx, entry).await.is_ok(), allowed, "{}", person.id);
    }
    let other = test.as_user(cast.other.id).await;
    assert_eq!(refused(links_of(&other, entry).await.map(|_| ())), Refusal::NotFound);
    test.finish().await;
}
