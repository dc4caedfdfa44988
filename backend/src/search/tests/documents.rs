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

async fn tagged(cx: &Cx, place: &Place, title: &str, tags: &str) -> DocumentId {
    let id = note(cx, place, title, "Une sauterelle.").await;
    let form = DocumentForm {
        title: title.into(),
        body: "Une sauterelle.".into(),
        tags: tags.into(),
        ..Default::default()
    };
    library::change(cx, id, Version(1), &form).await.expect("described");
    id
}

#[tokio::test]
async fn results_are_narrowed_by_keyword_whatever_its_case_and_its_accents() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let place = Place::Group("mobilites".into());
    tagged(&member, &place, "Un", "Vélo, école").await;
    tagged(&member, &place, "Deux", "velo").await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    tagged(&facilitator, &Place::Common, "Trois", "École").await;
    write(&member, "mobilites", "Quatre", "Une sauterelle.").await;
    read(&test).await;
    let of = async |tag: &str| {
        let filter = Filter { tag: tag.into(), ..Filter::default() };
        let mut titles: Vec<String> =
            narrowed(&member, "sauterelle", filter).await.iter().map(|found| said(&found.title)).collect();
        titles.sort();
        titles
    };
    for tag in ["velo", "Vélo", " VÉLO "] {
        assert_eq!(of(tag).await, ["Deux", "Un"], "{tag}");
    }
    assert_eq!(of("ecole").await, ["Trois", "Un"]);
    assert!(of("train").await.is_empty());
    let facets = async |filter: Filter| {
        find(&member, "sauterelle", &filter, PageNumber::FIRST).await.expect("found").facets
    };
    let all = facets(Filter::default()).await;
    let named = |folded: &str, name: &str, count| (folded.to_owned(), name.to_owned(), count);
    // Of two ways of writing it, always the same one.
    assert_eq!(all.tags, [named("ecole", "École", 2), named("velo", "Vélo", 2)]);
    let chosen = facets(Filter { tag: "velo".into(), ..Filter::default() }).await;
    assert_eq!(chosen.tags, all.tags, "one changes one's choice");
    assert_eq!(chosen.kinds, [(SubjectKind::Document, 2)], "and the others follow it");
    let of_group = facets(Filter { group: "mobilites".into(), ..Filter::default() }).await;
    assert_eq!(of_group.tags, [named("ecole", "école", 1), named("velo", "Vélo", 2)]);
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn a_keyword_of_documents_that_one_does_not_read_is_neither_listed_nor_counted() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    tagged(&chair, &Place::Group("bureau".into()), "Réservé", "Fermeture, Cars").await;
    tagged(&facilitator, &Place::Common, "Commun", "cars").await;
    read(&test).await;
    for (name, person) in cast.everybody() {
        let cx = test.as_user(person.id).await;
        let readable = find(&cx, "sauterelle", &Filter::default(), PageNumber::FIRST).await.expect("found");
        let expected: &[(&str, u64)] = match readable.page.total {
            0 => &[],
            1 => &[("cars", 1)],
            _ => &[("cars", 2), ("fermeture", 1)],
        };
        let tags: Vec<(&str, u64)> =
            readable.facets.tags.iter().map(|(tag, _, count)| (tag.as_str(), *count)).collect();
        assert_eq!(tags, expected, "{name}");
        let filter = Filter { tag: "fermeture".into(), ..Filter::default() };
        let hidden = narrowed(&cx, "sauterelle", filter).await.len();
        assert_eq!(hidden, usize::from(readable.page.total == 2), "{name}");
    }
    let other = test.as_user(cast.other.id).await;
    let found = find(&other, "sauterelle", &Filter::default(), PageNumber::FIRST).await.expect("found");
    assert_eq!(found.page.total, 1, "somebody reads one of the two");
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn a_keyword_is_looked_for_among_more_than_the_latest_thousand() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let place = Place::Group("mobilites".into());
    // The oldest has the keyword; a thousand come after.
    tagged(&member, &place, "Ancienne", "Archives").await;
    read(&test).await;
    let thread = begin(&member, "mobilites", "Insectes", "Une sauterelle.").await;
    let mut more = Vec::new();
    for _ in 0..1_001 {
        more.push(answer(&member, thread, "Encore une sauterelle.").await);
    }
    read(&test).await;
    let filter = Filter { tag: "archives".into(), ..Filter::default() };
    let found = find(&member, "sauterelle", &filter, PageNumber::FIRST).await.expect("found");
    let titles: Vec<String> = found.page.rows.iter().map(|found| said(&found.title)).collect();
    assert_eq!((titles, found.more), (vec!["Ancienne".to_owned()], false));
    test.do_jobs().await;
    test.finish().await;
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
