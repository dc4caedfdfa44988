//! The text inside files, as the worker of `preau serve` reads it.

use domain::library::{FilePart, FileTextCut, FileTextState};
use extraction::{Cut, Place as In, Reading, Section, State};

use super::*;
use crate::jobs;

fn section(place: In, blocks: Vec<Block>) -> Section {
    Section { place, blocks }
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(words.to_owned())
}

fn reading(sections: Vec<Section>) -> Reading {
    let pages = u32::try_from(sections.len()).ok();
    Reading { pages, sections, ..Reading::nothing(State::Read) }
}

/// A PDF of two pages, whatever it holds.
fn pages(first: &str, second: &str) -> Reading {
    reading(vec![
        section(In::Page(1), vec![Block::Heading(1, "Titre".to_owned()), paragraph(first)]),
        section(In::Page(2), vec![paragraph(second)]),
    ])
}

/// Does the jobs, and reads the file that waits in this way.
async fn reads(test: &TestBackend, reading: Reading) {
    jobs::run_due(&test.backend).await.expect("the jobs are done");
    let file = next_to_read(&test.backend).await.expect("a database").expect("a file to read");
    assert_eq!(next_to_read(&test.backend).await.expect("a database"), None, "one at a time");
    was_read(&test.backend, &file, reading).await.expect("kept");
}

#[tokio::test]
async fn a_file_is_read_once_and_its_text_is_shown_page_by_page() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    let id = sent(&chair, &Place::Common, "Avis.pdf", b"%PDF-1.7 un").await;
    let known = async |cx: &Cx| show(cx, id).await.expect("shown").inside.expect("a file has a text");
    assert_eq!(known(&chair).await.state, FileTextState::Waiting);
    let waiting = text_inside(&chair, id, PageNumber::FIRST, None).await.expect("shown");
    assert_eq!((waiting.inside.state, waiting.parts.total), (FileTextState::Waiting, 0));

    let read = Reading { cut: Some(Cut::Pages), ..pages("La forêt", "Les sentiers") };
    reads(&test, Reading { pages: Some(300), ..read }).await;
    let told = known(&chair).await;
    assert_eq!(
        (told.state, told.cut, told.pages),
        (FileTextState::Read, Some(FileTextCut::Pages), Some(300))
    );
    let view = text_inside(&chair, id, PageNumber::FIRST, None).await.expect("read");
    let shown: Vec<_> =
        view.parts.rows.iter().map(|part| (part.kind, part.page, part.blocks.len())).collect();
    assert_eq!(shown, [(FilePart::Page, 1, 2), (FilePart::Page, 2, 1)]);

    // The same content elsewhere is not read again.
    sent(&chair, &Place::Common, "Copie.pdf", b"%PDF-1.7 un").await;
    jobs::run_due(&test.backend).await.expect("the jobs are done");
    assert_eq!(next_to_read(&test.backend).await.expect("a database"), None);
    test.finish().await;
}

#[tokio::test]
async fn the_text_is_for_those_who_read_the_document() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    let id = sent(&chair, &Place::Common, "Avis.pdf", b"%PDF-1.7 un").await;
    reads(&test, pages("La forêt", "Les sentiers")).await;
    let visitor = test.visitor();
    assert!(matches!(refused(text_inside(&visitor, id, PageNumber::FIRST, None).await), Refusal::NotFound));
    assert!(matches!(refused(compare(&visitor, id, 1, 1).await), Refusal::NotFound));
    test.finish().await;
}

#[tokio::test]
async fn a_long_text_is_shown_in_parts_from_the_page_asked_for() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    let id = sent(&chair, &Place::Common, "Annuaire.pdf", b"%PDF-1.7 un").await;
    let sections = (1..=40).map(|page| section(In::Page(page), vec![paragraph(&format!("Page {page}"))]));
    reads(&test, reading(sections.collect())).await;
    let from = text_inside(&chair, id, PageNumber::FIRST, Some(25)).await.expect("read").parts;
    assert_eq!((from.number.get(), from.total, from.rows[0].page, from.rows.len()), (3, 40, 21, 10));
    assert!(from.rows.iter().all(|part| !part.follows));
    test.finish().await;
}

#[tokio::test]
async fn versions_are_compared_word_by_word() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    let id = sent(&chair, &Place::Common, "Avis.pdf", b"%PDF-1.7 un").await;
    reads(&test, pages("La forêt est communale", "Les sentiers")).await;
    let coming = stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(b"%PDF-1.7 deux"))]);
    let room = room_for_version(&chair, id).await.expect("room");
    let staged = receive(&chair, room, coming).await.expect("received");
    add_version(&chair, id, "", "Avis.pdf", staged).await.expect("added");
    let compared = compare(&chair, id, 1, 2).await.expect("two versions");
    assert!(compared.waiting && compared.comparison.is_none());
    reads(&test, pages("La forêt est domaniale", "Les sentiers")).await;
    let compared = compare(&chair, id, 1, 2).await.expect("two versions").comparison.expect("two texts");
    assert_eq!(compared.words(), (1, 1));
    test.finish().await;
}

#[tokio::test]
async fn a_file_that_takes_its_reader_along_is_given_up() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    let id = sent(&chair, &Place::Common, "Avis.pdf", b"%PDF-1.7 un").await;
    jobs::run_due(&test.backend).await.expect("the jobs are done");
    for _ in 0..3 {
        assert!(next_to_read(&test.backend).await.expect("a database").is_some());
        test.wait(chrono::TimeDelta::minutes(11));
    }
    assert_eq!(next_to_read(&test.backend).await.expect("a database"), None);
    let told = show(&chair, id).await.expect("shown").inside.expect("a file has a text");
    assert_eq!(told.state, FileTextState::Damaged);
    test.finish().await;
}
