use bytes::Bytes;
use domain::{
    Refusal, Version,
    contributions::{AdoptionForm, ContributionForm, ImageForm, PublicationNumber, ReviewForm, StandingForm},
    ids::ContributionId,
    printing::PrintFormat,
};

use super::*;
use crate::{
    Cx, Error, Result,
    contributions::{
        adopt, correct, create, propose, publish, put_image, review, save, set_standing, submit,
    },
    library,
    testing::{Cast, TestBackend},
};

fn form(body: &str) -> ContributionForm {
    ContributionForm {
        title: "Se déplacer sans voiture".into(),
        kind: "opinion".into(),
        summary: "En *bref*.".into(),
        body: body.into(),
        reason: "Une précision".into(),
    }
}

async fn draft(test: &TestBackend, cast: &Cast) -> ContributionId {
    create(&test.as_user(cast.member.id).await, "mobilites", &form("Un chemin.")).await.expect("begun")
}

async fn adopted(test: &TestBackend, cast: &Cast) -> (ContributionId, PublicationNumber) {
    let id = draft(test, cast).await;
    submit(&test.as_user(cast.member.id).await, id).await.expect("submitted");
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
    (id, adopt(&chair, id, Version(1), &vote).await.expect("adopted"))
}

async fn published(test: &TestBackend, cast: &Cast) -> (ContributionId, PublicationNumber) {
    let (id, number) = adopted(test, cast).await;
    publish(&test.as_user(cast.chair.id).await, id).await.expect("published");
    (id, number)
}

/// Makes everything that waits: each document is what it says. Gives how many there were.
async fn make(test: &TestBackend) -> usize {
    test.wait(chrono::TimeDelta::minutes(1));
    let mut count = 0;
    while let Some(wanted) = next_to_print(&test.backend).await.expect("read") {
        let proof = match &wanted.proof {
            Some(proof) => proof.clone(),
            None => {
                let text = public(&test.backend, wanted.text).await.expect("read");
                let said = text.filter(|text| text.version == wanted.version).map(|text| format!("{text:?}"));
                if !say(&test.backend, &wanted, said.as_deref()).await.expect("said") {
                    continue;
                }
                said.expect("words")
            }
        };
        let made =
            Made::Document { bytes: Bytes::from(format!("{:?} {proof}", wanted.format)), shortfall: None };
        was_printed(&test.backend, &wanted, made).await.expect("kept");
        count += 1;
    }
    count
}

async fn asked(cx: &Cx, text: &PrintView, format: PrintFormat) -> Asked {
    ask(cx, text, format, &format!("{text:?}")).await.expect("asked")
}

fn is_hidden<T: std::fmt::Debug>(found: Result<T>) -> bool {
    matches!(found, Err(Error::Refused(Refusal::NotFound)))
}

#[tokio::test]
async fn publishing_asks_for_every_document_and_each_is_made_once() {
    let (test, cast) = TestBackend::with_cast().await;
    let (id, number) = adopted(&test, &cast).await;
    assert_eq!(make(&test).await, 0, "an adopted text is not public");
    publish(&test.as_user(cast.chair.id).await, id).await.expect("published");
    let soon = next_to_print(&test.backend).await.expect("read");
    assert_eq!(soon, None, "nobody asks for it: it waits a minute");
    assert_eq!(make(&test).await, PrintFormat::ALL.len());
    assert_eq!(made(&test.visitor(), id, Version(1)).await.expect("read").len(), PrintFormat::ALL.len());
    // The same for everybody, and nothing more to make.
    let visitor = test.visitor();
    let member = test.as_user(cast.member.id).await;
    let mut found = Vec::new();
    for cx in [&visitor, &member] {
        let text = edition(cx, number, None).await.expect("read");
        assert!(text.public && text.group.is_none());
        match asked(cx, &text, PrintFormat::Pdf).await {
            Asked::Made(file) => found.push(file),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(found[0].fingerprint, found[1].fingerprint);
    assert_eq!(found[0].name, "2026-01-se-deplacer-sans-voiture.pdf");
    assert_eq!(make(&test).await, 0);
    test.finish().await;
}

#[tokio::test]
async fn a_document_of_a_publication_follows_what_becomes_of_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let (id, number) = published(&test, &cast).await;
    make(&test).await;
    let chair = test.as_user(cast.chair.id).await;
    let visitor = test.visitor();
    let withdrawn =
        StandingForm { standing: "withdrawn".into(), reason: "Erreur.".into(), ..Default::default() };
    set_standing(&chair, id, &withdrawn).await.expect("withdrawn");
    // Before anything is made, the former document is not given.
    let text = edition(&visitor, number, None).await.expect("read");
    assert!(matches!(asked(&visitor, &text, PrintFormat::Pdf).await, Asked::Waiting));
    assert_eq!(make(&test).await, PrintFormat::ALL.len());
    assert!(matches!(asked(&visitor, &text, PrintFormat::Pdf).await, Asked::Made(_)));
    let kept = made(&visitor, id, Version(1)).await.expect("read");
    assert_eq!(kept.len(), PrintFormat::ALL.len(), "the former ones are gone");

    correct(&chair, id, Version(1), &form("Un chemin corrigé.")).await.expect("corrected");
    assert_eq!(make(&test).await, PrintFormat::ALL.len());
    let former = edition(&visitor, number, Some(1)).await.expect("read");
    assert_eq!((former.version, former.body.as_str()), (Version(1), "Un chemin."));
    let current = edition(&visitor, number, None).await.expect("read");
    assert_eq!((current.version, current.body.as_str()), (Version(2), "Un chemin corrigé."));
    test.finish().await;
}

#[tokio::test]
async fn a_draft_is_printed_for_those_who_read_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    save(&member, id, Version(1), &form("Un chemin, puis un autre.")).await.expect("saved");
    let first = version(&member, id, Version(1)).await.expect("read");
    assert_eq!(first.body, "Un chemin.");
    assert_eq!(first.group.as_deref(), Some("Mobilités du quotidien"));
    let second = version(&member, id, Version(2)).await.expect("read");
    assert!(!second.public && second.adoption.is_none());
    assert!(is_hidden(version(&member, id, Version(3)).await));
    for stranger in [test.visitor(), test.as_user(cast.other.id).await] {
        assert!(is_hidden(version(&stranger, id, Version(2)).await));
    }
    assert!(matches!(asked(&member, &second, PrintFormat::Docx).await, Asked::Waiting));
    assert!(matches!(asked(&member, &second, PrintFormat::Docx).await, Asked::Waiting));
    assert_eq!(make(&test).await, 1);
    assert!(matches!(asked(&member, &second, PrintFormat::Docx).await, Asked::Made(_)));
    // Other words are another document.
    let reviewer = test.as_user(cast.reviewer.id).await;
    assert!(matches!(ask(&reviewer, &second, PrintFormat::Docx, "autrement").await, Ok(Asked::Waiting)));
    assert_eq!(make(&test).await, 1);
    test.finish().await;
}

#[tokio::test]
async fn those_who_are_not_in_the_group_print_what_they_read_only() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    save(&member, id, Version(1), &form("Un autre chemin.")).await.expect("saved");
    submit(&member, id).await.expect("submitted");
    let yes = ReviewForm { verdict: "approve".into(), comment: String::new() };
    review(&test.as_user(cast.reviewer.id).await, id, Version(2), &yes).await.expect("approved");
    propose(&test.as_user(cast.facilitator.id).await, id).await.expect("proposed");
    let other = test.as_user(cast.other.id).await;
    assert!(version(&other, id, Version(2)).await.is_ok());
    assert!(is_hidden(version(&other, id, Version(1)).await));
    test.finish().await;
}

#[tokio::test]
async fn a_document_that_cannot_be_made_is_tried_again_later() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    let text = version(&member, id, Version(1)).await.expect("read");
    asked(&member, &text, PrintFormat::Pdf).await;
    let wanted = next_to_print(&test.backend).await.expect("read").expect("one");
    assert_eq!(next_to_print(&test.backend).await.expect("read"), None, "it is being made");
    was_printed(&test.backend, &wanted, Made::Nothing).await.expect("noted");
    assert!(matches!(asked(&member, &text, PrintFormat::Pdf).await, Asked::Failed));
    test.wait(chrono::TimeDelta::hours(2));
    let member = test.as_user(cast.member.id).await;
    assert!(matches!(asked(&member, &text, PrintFormat::Pdf).await, Asked::Waiting));
    // Whoever was making one and is gone leaves it to somebody else.
    assert!(next_to_print(&test.backend).await.expect("read").is_some());
    assert!(next_to_print(&test.backend).await.expect("read").is_none());
    test.wait(chrono::TimeDelta::minutes(6));
    assert!(next_to_print(&test.backend).await.expect("read").is_some());
    test.finish().await;
}

#[tokio::test]
async fn documents_of_publications_stay_and_those_of_drafts_go_after_a_while() {
    let (test, cast) = TestBackend::with_cast().await;
    let (_, number) = published(&test, &cast).await;
    let id = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    let text = version(&member, id, Version(1)).await.expect("read");
    asked(&member, &text, PrintFormat::Pdf).await;
    make(&test).await;
    let Asked::Made(of_draft) = asked(&member, &text, PrintFormat::Pdf).await else { panic!("made") };
    let publication = edition(&member, number, None).await.expect("read");
    let Asked::Made(lasting) = asked(&member, &publication, PrintFormat::Pdf).await else { panic!("made") };
    for (days, stays) in [(2, true), (60, false)] {
        test.wait(chrono::TimeDelta::days(days));
        library::purge(&test.backend).await.expect("purged");
        let files = test.backend.files();
        assert_eq!(files.has(&of_draft.fingerprint).await.expect("read"), stays, "after {days} days");
        assert!(files.has(&lasting.fingerprint).await.expect("read"));
    }
    test.finish().await;
}

/// They are part of what it says; of another text, it shows those that whoever asks reads there.
#[tokio::test]
async fn a_document_names_the_images_that_it_shows() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    let described = ImageForm { alt: "Le pont".into(), ..ImageForm::default() };
    let drawn = Bytes::from_static(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR1");
    put_image(&member, id, &described, drawn).await.expect("put");
    assert!(version(&member, id, Version(1)).await.expect("read").images.is_empty());
    let text = version(&member, id, Version(2)).await.expect("read");
    let [image] = &text.images[..] else { panic!("one image: {:?}", text.images) };
    assert!(text.body.contains(&image.address) && image.bytes == 17 && image.sha256.len() == 64);
    let other = test.as_user(cast.other.id).await;
    let body = format!("![Le même pont]({})", image.address);
    let copy = create(&other, "alimentation", &form(&body)).await.expect("begun");
    assert!(version(&other, copy, Version(1)).await.expect("read").images.is_empty());
    let chair = test.as_user(cast.chair.id).await;
    assert_eq!(version(&chair, copy, Version(1)).await.expect("read").images, text.images);
    test.finish().await;
}
