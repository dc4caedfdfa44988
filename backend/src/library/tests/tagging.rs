use domain::{ids::TagId, library::DocumentForm};

use super::*;
use crate::search;

async fn described(cx: &Cx, place: &Place, title: &str, tags: &str) -> DocumentId {
    let form = DocumentForm { body: "Bonjour.".into(), ..titled(title) };
    let id = create_note(cx, place, &form).await.expect("made");
    change(cx, id, Version(1), &DocumentForm { tags: tags.into(), ..form }).await.expect("described");
    id
}

async fn keyword(cx: &Cx, name: &str) -> TagId {
    let known = proposed_tags(cx).await.expect("read");
    known.into_iter().find(|(_, known)| known == name).expect("there").0
}

async fn with(cx: &Cx, tag: &str) -> Vec<String> {
    match tagged(cx, tag, PageNumber::FIRST).await {
        Ok(found) => found.page.rows.into_iter().map(|row| row.name).collect(),
        Err(Error::Refused(Refusal::NotFound)) => vec!["-".to_owned()],
        Err(other) => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn the_vocabulary_gives_one_name_to_one_thing_on_the_documents_too() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let place = group("mobilites");
    let one = described(&member, &place, "Un", "velo, école").await;
    described(&member, &place, "Deux", "Vélo, Bicyclette").await;
    described(&member, &place, "Trois", "bicyclette").await;
    let keeper = test.as_user(cast.administrator.id).await;
    add_tag(&keeper, "Vélo").await.expect("added");
    assert_eq!(show(&member, one).await.expect("read").tags, ["Vélo", "école"], "as it is written there");
    assert_eq!(refused(add_tag(&keeper, "vélo").await), Refusal::field("name", FieldProblem::Taken));
    add_tag(&keeper, "Bicyclette").await.expect("added");
    assert_eq!(with(&member, "velo").await, ["Deux", "Un"]);
    let bicycle = keyword(&keeper, "Bicyclette").await;
    let into = Some(keyword(&keeper, "Vélo").await);
    assert_eq!(
        refused(merge_tags(&keeper, bicycle, None).await),
        Refusal::field("into", FieldProblem::Missing)
    );
    let itself = merge_tags(&keeper, bicycle, Some(bicycle)).await;
    assert_eq!(refused(itself), Refusal::field("into", FieldProblem::Missing));
    merge_tags(&keeper, bicycle, into).await.expect("merged");
    assert_eq!(with(&member, "Vélo").await, ["Deux", "Trois", "Un"]);
    assert_eq!(with(&member, "bicyclette").await, ["-"]);
    let id = keyword(&keeper, "Vélo").await;
    rename_tag(&keeper, id, Version(1), "Deux-roues").await.expect("renamed");
    assert_eq!(refused(rename_tag(&keeper, id, Version(1), "Roues").await), Refusal::Conflict);
    assert_eq!(show(&member, one).await.expect("read").tags, ["Deux-roues", "école"]);
    search::catch_up(&test.backend).await.expect("read");
    let found = search::find(&member, "deux-roues", &search::Filter::default(), PageNumber::FIRST).await;
    assert_eq!(found.expect("found").page.total, 3);
    remove_tag(&keeper, id).await.expect("removed");
    assert_eq!(with(&member, "deux-roues").await.len(), 3, "the documents keep it");
    assert!(proposed_tags(&member).await.expect("read").is_empty());
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn only_what_one_reads_is_counted_and_only_administrators_keep_the_vocabulary() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let keeper = test.as_user(cast.administrator.id).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    described(&member, &group("mobilites"), "Réservé", "Cars, Fermeture").await;
    described(&facilitator, &Place::Common, "Commun", "cars").await;
    add_tag(&keeper, "Cars").await.expect("added");
    let count = async |cx: &Cx| vocabulary(cx, PageNumber::FIRST).await.expect("read").rows[0].documents;
    assert_eq!((count(&member).await, count(&keeper).await), (2, 1));
    let other = test.as_user(cast.other.id).await;
    assert_eq!(
        (with(&other, "cars").await, with(&other, "fermeture").await),
        (vec!["Commun".to_owned()], vec!["-".to_owned()])
    );
    assert!(free_tags(&keeper).await.expect("read").is_empty(), "what they do not read is not named");
    let id = keyword(&member, "Cars").await;
    for person in [cast.member, cast.facilitator, cast.chair] {
        let cx = test.as_user(person.id).await;
        assert!(matches!(refused(add_tag(&cx, "Trains").await), Refusal::Forbidden(_)));
        assert!(matches!(refused(rename_tag(&cx, id, Version(1), "Bus").await), Refusal::Forbidden(_)));
        assert!(matches!(refused(remove_tag(&cx, id).await), Refusal::Forbidden(_)));
        assert!(free_tags(&cx).await.is_err());
    }
    let row = folder(&other, &Place::Common, None).await.expect("read").rows.remove(0);
    assert_eq!(row.tags, ["Cars"]);
    test.do_jobs().await;
    test.finish().await;
}
