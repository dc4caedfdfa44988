use super::*;

async fn tree(cx: &Cx) -> (Place, Place) {
    let top = group("mobilites");
    let archives = Place::Folder(create_folder(cx, &top, "Archives").await.expect("made"));
    sent(cx, &archives, "2025/compte rendu.txt", b"vu").await;
    let year = Place::Folder(named(cx, &archives, "2025").await);
    (archives, year)
}

fn id_of(place: &Place) -> EntryId {
    match place {
        Place::Folder(id) => *id,
        other => panic!("a folder was expected: {other:?}"),
    }
}

#[tokio::test]
async fn a_folder_is_renamed_and_moved_with_all_it_holds() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let (archives, year) = tree(&cx).await;
    let top = group("mobilites");
    assert_eq!(
        refused(create_folder(&cx, &top, "ARCHIVES").await),
        Refusal::field("name", FieldProblem::Taken)
    );
    rename_folder(&cx, id_of(&year), Version(1), "Année 2025").await.expect("renamed");
    assert_eq!(refused(rename_folder(&cx, id_of(&year), Version(1), "2025").await), Refusal::Conflict);
    assert_eq!(
        refused(move_to(&cx, id_of(&archives), &year).await),
        Refusal::Transition(Transition::IntoItself)
    );
    let other = Place::Folder(create_folder(&cx, &top, "Rangement").await.expect("made"));
    move_to(&cx, id_of(&archives), &other).await.expect("moved");
    assert_eq!(names(&cx, &top).await, ["Rangement"]);
    let view = folder(&cx, &year, None).await.expect("read");
    let around: Vec<&str> = view.ancestors.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!((around, view.rows.len()), (vec!["Rangement", "Archives"], 1));
    move_to(&cx, id_of(&year), &top).await.expect("moved");
    assert_eq!(names(&cx, &top).await, ["Année 2025", "Rangement"]);
    assert_eq!(refused(move_to(&cx, id_of(&year), &Place::Folder(EntryId(999))).await), Refusal::NotFound);
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn what_moves_to_another_library_is_read_there_only() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.facilitator.id).await;
    let (archives, year) = tree(&cx).await;
    let document = folder(&cx, &year, None).await.expect("read").rows.remove(0);
    let RowKind::Document { id, .. } = document.what else { panic!("a document") };
    let other = test.as_user(cast.other.id).await;
    assert_eq!(refused(show(&other, id).await), Refusal::NotFound);
    let member = test.as_user(cast.member.id).await;
    assert!(matches!(
        refused(move_to(&member, id_of(&archives), &Place::Common).await),
        Refusal::Forbidden(_)
    ));
    move_to(&cx, id_of(&archives), &Place::Common).await.expect("moved");
    assert_eq!(names(&cx, &Place::Common).await, ["Archives"]);
    let view = show(&other, id).await.expect("the whole council reads it");
    assert_eq!(view.library, Some(LibraryRef::Common));
    assert!(names(&cx, &group("mobilites")).await.is_empty());
    folder(&other, &year, None).await.expect("and the folders");
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn a_copy_lives_its_own_life() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let (archives, year) = tree(&cx).await;
    let top = group("mobilites");
    let copy = Place::Folder(copy_to(&cx, id_of(&archives), &top).await.expect("copied"));
    assert_eq!(names(&cx, &top).await, ["Archives", "Archives (2)"]);
    let copied_year = Place::Folder(named(&cx, &copy, "2025").await);
    assert_eq!(names(&cx, &copied_year).await, ["compte rendu"]);
    bin(&test.as_user(cast.facilitator.id).await, id_of(&archives)).await.expect("taken away");
    assert_eq!(names(&cx, &copied_year).await, ["compte rendu"], "the copy stays");
    assert_eq!(refused(folder(&cx, &year, None).await), Refusal::NotFound);
    let inside = refused(copy_to(&cx, id_of(&copy), &copied_year).await);
    assert_eq!(inside, Refusal::Transition(Transition::IntoItself));
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn in_the_common_library_each_answers_for_what_they_put_there() {
    let (test, cast) = TestBackend::with_cast().await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let other = test.as_user(cast.other.id).await;
    let chair = test.as_user(cast.chair.id).await;
    let place = Place::Folder(create_folder(&facilitator, &Place::Common, "Cartes").await.expect("made"));
    let id = sent(&other, &place, "Terres.txt", b"terres").await;
    let theirs = Refusal::Forbidden(Forbidden::OthersDocument);
    assert_eq!(refused(change(&facilitator, id, Version(1), &titled("Autre")).await), theirs);
    assert_eq!(refused(bin(&facilitator, named(&facilitator, &place, "Terres").await).await), theirs);
    // The folder is theirs, what it holds is not.
    assert_eq!(refused(bin(&facilitator, id_of(&place)).await), theirs);
    change(&other, id, Version(1), &titled("Les terres")).await.expect("their own");
    change(&chair, id, Version(2), &titled("Les terres agricoles")).await.expect("looks after it all");
    bin(&chair, id_of(&place)).await.expect("looks after it all");
    test.do_jobs().await;
    test.finish().await;
}
