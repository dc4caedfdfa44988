//! Documents are found by their record and by what notes say, by those who read them.

use domain::{Version, ids::DocumentId, library::DocumentForm, search::SubjectKind};

use super::*;
use crate::{
    library::{self, Deposited, Place},
    testing::Cast,
};

async fn deposited(cx: &Cx, place: &Place, name: &str) -> DocumentId {
    let room = library::room(cx, place).await.expect("there is room");
    let content = bytes::Bytes::from(format!("Ce que dit {name}"));
    let coming = futures::stream::iter([Ok::<_, std::io::Error>(content)]);
    let staged = library::receive(cx, room, coming).await.expect("received");
    match library::deposit(cx, place, name, staged).await.expect("deposited") {
        Deposited::New(id) | Deposited::AlreadyThere(id) => id,
    }
}

async fn note(cx: &Cx, place: &Place, title: &str, body: &str) -> DocumentId {
    let form = DocumentForm { title: title.into(), body: body.into(), ..Default::default() };
    library::create_note(cx, place, &form).await.expect("made")
}

async fn entry_of(cx: &Cx, id: DocumentId) -> domain::ids::EntryId {
    library::show(cx, id).await.expect("read").stands[0].entry
}

#[tokio::test]
async fn a_document_is_found_by_all_that_its_record_says() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let place = Place::Group("mobilites".into());
    let id = deposited(&cx, &place, "enquete_deplacements-2025.txt").await;
    let form = DocumentForm {
        title: "Résultats".into(),
        description: "Le dépouillement des carnets.".into(),
        author: "Bureau Garance".into(),
        source: "Préfecture".into(),
        tags: "covoiturage, horaires".into(),
        ..Default::default()
    };
    library::change(&cx, id, Version(1), &form).await.expect("described");
    read(&test).await;
    for typed in
        ["résultat", "carnet", "Garance", "préfectures", "covoiturage", "horaire", "enquête déplacements"]
    {
        assert_eq!(titles(&cx, typed).await, ["Résultats"], "{typed}");
    }
    let one = &found(&cx, "carnets").await[0];
    assert!(matches!(one.subject, Subject::Document { id: found, common: false, .. } if found == id));
    assert_eq!(one.by, ["Bureau Garance"]);
    assert_eq!(marked(&one.passage.pieces), ["carnets"]);
    // A keyword that goes is not found any more.
    let form = DocumentForm { tags: "horaires".into(), ..form };
    library::change(&cx, id, Version(2), &form).await.expect("described");
    read(&test).await;
    assert!(found(&cx, "covoiturage").await.is_empty());
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn a_note_is_found_by_its_last_version() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let id = note(&cx, &Place::Group("mobilites".into()), "Idées", "Un **belvédère** au col.").await;
    read(&test).await;
    assert_eq!(titles(&cx, "belvédère").await, ["Idées"]);
    let form = DocumentForm { title: "Idées".into(), body: "Une passerelle.".into(), ..Default::default() };
    library::change(&cx, id, Version(1), &form).await.expect("changed");
    read(&test).await;
    assert!(found(&cx, "belvédère").await.is_empty());
    assert_eq!(titles(&cx, "passerelle").await, ["Idées"]);
    library::bin(&cx, entry_of(&cx, id).await).await.expect("in the bin");
    assert!(found(&cx, "passerelle").await.is_empty(), "what is in the bin is not found");
    test.finish().await;
}

/// A note of the same word in each library.
async fn everywhere(test: &TestBackend, cast: &Cast) -> Vec<DocumentId> {
    let mut notes = Vec::new();
    for (person, place) in [
        (cast.facilitator, Place::Common),
        (cast.member, Place::Group("mobilites".into())),
        (cast.other, Place::Group("alimentation".into())),
        (cast.chair, Place::Group("bureau".into())),
    ] {
        let cx = test.as_user(person.id).await;
        notes.push(note(&cx, &place, &format!("Note {place}"), "Une libellule.").await);
    }
    notes
}

#[tokio::test]
async fn everybody_finds_the_documents_that_they_may_read_and_no_other() {
    let (test, cast) = TestBackend::with_cast().await;
    let notes = everywhere(&test, &cast).await;
    read(&test).await;
    let mut people = vec![("visitor", test.visitor())];
    for (name, person) in cast.everybody() {
        people.push((name, test.as_user(person.id).await));
    }
    for (name, cx) in people {
        let mut readable = Vec::new();
        for id in &notes {
            if library::show(&cx, *id).await.is_ok() {
                readable.push(*id);
            }
        }
        let results = find(&cx, "libellule", &Filter::default(), PageNumber::FIRST).await.expect("found");
        let mut got: Vec<DocumentId> = results
            .page
            .rows
            .iter()
            .map(|found| match found.subject {
                Subject::Document { id, .. } => id,
                ref other => panic!("{other:?}"),
            })
            .collect();
        got.sort();
        assert_eq!(got, readable, "{name}");
        let counted: u64 = results.facets.kinds.iter().map(|(_, count)| count).sum();
        assert_eq!(counted, readable.len() as u64, "{name}");
    }
    let cx = test.as_user(cast.member.id).await;
    let filter = Filter { kind: Some(SubjectKind::Document), group: "mobilites".into(), ..Filter::default() };
    assert_eq!(narrowed(&cx, "libellule", filter).await.len(), 1);
    test.finish().await;
}
