use domain::{
    groups::Visibility,
    library::{Depositors, LibraryFacts},
    policy::{Decision, LibraryAction, Permission, decide},
};
use sea_orm::{EntityTrait, QueryFilter};

use super::*;
use crate::entities::document;

/// The condition of lists against the policy: each person, each library.
#[tokio::test]
async fn lists_hold_what_the_policy_allows() {
    let (test, cast) = TestBackend::with_cast().await;
    let system = test.backend.system();
    let libraries = [
        (Place::Common, LibraryFacts::Common(Depositors::Few)),
        (group("mobilites"), LibraryFacts::Group(cast.mobilites.facts)),
        (group("alimentation"), LibraryFacts::Group(cast.alimentation.facts)),
        (group("bureau"), LibraryFacts::Group(cast.bureau.facts)),
    ];
    let mut documents = Vec::new();
    for (place, facts) in libraries {
        let form = DocumentForm { body: "Bonjour.".into(), ..titled("Un document") };
        documents.push((create_note(&system, &place, &form).await.expect("made"), place, facts));
    }
    let mut people = vec![("visitor", test.visitor()), ("program", test.backend.system())];
    for (name, person) in cast.everybody() {
        people.push((name, test.as_user(person.id).await));
    }
    for (name, cx) in people {
        let listed = document::Entity::find().filter(visible_to(&cx)).all(cx.reader()).await.expect("a list");
        for (id, place, facts) in &documents {
            let may = decide(&cx.actor, Permission::Library(LibraryAction::Read, facts)) == Decision::Allow;
            assert_eq!(listed.iter().any(|row| row.id == *id), may, "{name}, {place}");
            assert_eq!(show(&cx, *id).await.is_ok(), may, "{name}, {place}");
            assert_eq!(folder(&cx, place, None).await.is_ok(), may, "{name}, {place}");
        }
        let read = super::libraries(&cx).await.expect("a list");
        for visibility in Visibility::ALL {
            let slug = match visibility {
                Visibility::Open => "alimentation",
                Visibility::Closed => "mobilites",
                Visibility::Secret => "bureau",
            };
            let facts = documents.iter().find(|(_, place, _)| *place == group(slug)).expect("there").2;
            let may = decide(&cx.actor, Permission::Library(LibraryAction::Read, &facts)) == Decision::Allow;
            assert_eq!(read.iter().any(|group| group.slug == slug), may, "{name}, {slug}");
        }
    }
    test.finish().await;
}

#[tokio::test]
async fn a_large_folder_is_read_page_by_page_in_order() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let place = group("mobilites");
    for number in (1..=120).rev() {
        let form =
            DocumentForm { address: "https://exemple.fr".into(), ..titled(&format!("Fiche {number}")) };
        create_link(&cx, &place, &form).await.expect("made");
    }
    create_folder(&cx, &place, "Zones").await.expect("made");
    let mut seen = Vec::new();
    let mut after = None;
    let mut reads = Vec::new();
    loop {
        let (page, statements) =
            test.reads(&cx, async |cx| folder(&cx, &place, after).await.expect("a page")).await;
        reads.push(statements);
        seen.extend(page.rows.into_iter().map(|row| row.name));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let expected: Vec<String> =
        std::iter::once("Zones".to_owned()).chain((1..=120).map(|n| format!("Fiche {n}"))).collect();
    assert_eq!(seen, expected);
    assert!(reads.iter().all(|count| *count <= 4), "{reads:?}");
    test.finish().await;
}

#[tokio::test]
async fn a_document_shown_elsewhere_is_read_there_and_changed_by_its_own() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.facilitator.id).await;
    let id = sent(&cx, &group("mobilites"), "Carte.txt", b"carte").await;
    let other = test.as_user(cast.other.id).await;
    assert_eq!(refused(show(&other, id).await), Refusal::NotFound);
    let entry = named(&cx, &group("mobilites"), "Carte").await;
    place_too(&cx, entry, &Place::Common).await.expect("shown");
    let again = place_too(&cx, entry, &Place::Common).await;
    assert_eq!(refused(again), Refusal::Transition(Transition::StandsThere));
    let view = show(&other, id).await.expect("read");
    assert!(view.library.is_none() && !view.may.change, "the group stays closed");
    assert_eq!(view.stands.len(), 1);
    file(&other, id, None).await.expect("given out");
    let form = titled("Autre titre");
    assert_eq!(
        refused(change(&other, id, Version(1), &form).await),
        Refusal::Forbidden(Forbidden::OthersDocument)
    );
    assert_eq!(show(&cx, id).await.expect("read").stands.len(), 2);
    bin(&cx, named(&cx, &Place::Common, "Carte").await).await.expect("taken away");
    assert_eq!(refused(show(&other, id).await), Refusal::NotFound);
    show(&cx, id).await.expect("it still stands in its group");
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn the_library_of_a_group_that_has_ended_is_read_only() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let id = sent(&cx, &group("mobilites"), "Carte.txt", b"carte").await;
    let entry = named(&cx, &group("mobilites"), "Carte").await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let closing = domain::groups::CloseForm {
        sentence: "Un guide".into(),
        confirmed: "yes".into(),
        ..Default::default()
    };
    crate::groups::close(&facilitator, "mobilites", Version(1), &closing).await.expect("closed");
    let ended = Refusal::Transition(Transition::GroupClosed);
    assert_eq!(refused(room(&cx, &group("mobilites")).await), ended);
    assert_eq!(refused(change(&cx, id, Version(1), &titled("Autre")).await), ended);
    assert_eq!(refused(bin(&facilitator, entry).await), ended);
    let view = folder(&cx, &group("mobilites"), None).await.expect("read");
    assert!(!view.may.deposit && !view.rows[0].change);
    show(&cx, id).await.expect("read");
    test.do_jobs().await;
    test.finish().await;
}
