//! Documents are found by what is written inside their file, page by page, once it has been read.

use domain::{Version, ids::DocumentId, library::DocumentForm};
use extraction::{Block, Place as In, Reading, Section, State};

use super::*;
use crate::library::{self, Deposited, Place};

/// Sends a file whatever it holds, and gives its number.
async fn deposited(cx: &Cx, place: &Place, name: &str) -> DocumentId {
    let room = library::room(cx, place).await.expect("there is room");
    let content = bytes::Bytes::from(format!("%PDF-1.7 {name}"));
    let coming = futures::stream::iter([Ok::<_, std::io::Error>(content)]);
    let staged = library::receive(cx, room, coming).await.expect("received");
    match library::deposit(cx, place, name, staged).await.expect("deposited") {
        Deposited::New(id) | Deposited::AlreadyThere(id) => id,
    }
}

fn pages(texts: &[&str]) -> Reading {
    let page = |(number, text): (u32, &&str)| Section {
        place: In::Page(number),
        blocks: text.lines().map(|line| Block::Paragraph(line.to_owned())).collect(),
    };
    Reading { sections: (1..).zip(texts).map(page).collect(), ..Reading::nothing(State::Read) }
}

/// The program reads the file that waits in this way, and the search follows.
async fn reads(test: &TestBackend, reading: Reading) {
    test.do_jobs().await;
    let file = library::next_to_read(&test.backend).await.expect("a database").expect("a file to read");
    library::was_read(&test.backend, &file, reading).await.expect("kept");
    read(test).await;
}

/// Where and how something is found.
async fn passage(cx: &Cx, typed: &str) -> (Option<u32>, Vec<String>, String) {
    let one = found(cx, typed).await.into_iter().next().expect("found");
    let marked = marked(&one.passage.pieces).into_iter().map(str::to_owned).collect();
    (one.passage.page, marked, said(&one.passage.pieces))
}

#[tokio::test]
async fn a_document_is_found_by_a_word_of_one_of_its_pages() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let id = deposited(&cx, &Place::Group("mobilites".into()), "Étude.pdf").await;
    read(&test).await;
    assert!(found(&cx, "genévrier").await.is_empty(), "it is not read yet");
    reads(&test, pages(&["Les sentiers du causse.", "", "Sous les genévriers,\nun banc."])).await;
    assert_eq!(titles(&cx, "genévrier").await, ["Étude"]);
    assert_eq!(
        passage(&cx, "genévrier").await,
        (Some(3), vec!["genévriers".to_owned()], "… Sous les genévriers, un banc.".to_owned())
    );
    assert_eq!(passage(&cx, "sentier").await.0, Some(1));
    // What its record says is on no page.
    let form = DocumentForm {
        title: "Étude".into(),
        description: "Menée par des marcheuses.".into(),
        ..Default::default()
    };
    library::change(&cx, id, Version(1), &form).await.expect("described");
    read(&test).await;
    assert_eq!(passage(&cx, "marcheuses").await.0, None);
    assert_eq!(passage(&cx, "étude").await.0, None);
    assert_eq!(passage(&cx, "genévrier").await.0, Some(3));
    reindex(&test.backend, |_| ()).await.expect("made again");
    assert_eq!(passage(&cx, "genévrier").await.0, Some(3));
    test.finish().await;
}

#[tokio::test]
async fn a_file_without_pages_is_found_without_a_page() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    deposited(&cx, &Place::Group("mobilites".into()), "Lettre.docx").await;
    let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
    let blocks = vec![
        Block::Heading(1, "Une lettre".into()),
        Block::Table(vec![row(["Le coudrier", "412"]), row(["Le sorbier", "7"])]),
    ];
    let sections = vec![Section { place: In::Whole, blocks }];
    reads(&test, Reading { sections, ..Reading::nothing(State::Read) }).await;
    let (page, marked, said) = passage(&cx, "sorbier").await;
    assert_eq!((page, marked), (None, vec!["sorbier".to_owned()]));
    assert!(said.contains("Le sorbier 7"), "{said}");
    test.finish().await;
}

#[tokio::test]
async fn the_last_version_only_is_found_as_soon_as_it_is_read() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let id = deposited(&cx, &Place::Group("mobilites".into()), "Étude.pdf").await;
    reads(&test, pages(&["Une hermine."])).await;
    let coming =
        futures::stream::iter([Ok::<_, std::io::Error>(bytes::Bytes::from_static(b"%PDF-1.7 deux"))]);
    let room = library::room_for_version(&cx, id).await.expect("room");
    let staged = library::receive(&cx, room, coming).await.expect("received");
    library::add_version(&cx, id, "", "Étude.pdf", staged).await.expect("added");
    read(&test).await;
    assert!(found(&cx, "hermine").await.is_empty());
    reads(&test, pages(&["Une belette."])).await;
    assert_eq!(titles(&cx, "belette").await, ["Étude"]);
    // A content that was read is not read again.
    library::restore_version(&cx, id, 1).await.expect("brought back");
    test.do_jobs().await;
    read(&test).await;
    assert_eq!(titles(&cx, "hermine").await, ["Étude"]);
    test.finish().await;
}

#[tokio::test]
async fn what_is_inside_a_file_is_found_by_those_who_read_the_document_only() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    deposited(&chair, &Place::Group("bureau".into()), "Secret.pdf").await;
    reads(&test, pages(&["Une libellule."])).await;
    assert_eq!(titles(&chair, "libellule").await, ["Secret"]);
    for cx in [test.visitor(), test.as_user(cast.member.id).await] {
        let results = find(&cx, "libellule", &Filter::default(), PageNumber::FIRST).await.expect("found");
        assert_eq!((results.page.total, results.facets.kinds.len()), (0, 0));
        // Nor is its word proposed to who mistypes it.
        let results = find(&cx, "libelulle", &Filter::default(), PageNumber::FIRST).await.expect("found");
        assert_eq!(results.correction, None);
    }
    let results = find(&chair, "libelulle", &Filter::default(), PageNumber::FIRST).await.expect("found");
    assert_eq!(results.correction.as_deref(), Some("libellule"));
    test.finish().await;
}

#[tokio::test]
async fn a_very_long_file_is_found_by_its_beginning_and_does_not_stop_the_index() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    deposited(&cx, &Place::Group("mobilites".into()), "Annuaire.pdf").await;
    // Words that are all different, as in a table of codes: more than either engine keeps.
    let codes = |page: usize| (0..1_000).map(|n| format!("q{page}w{n}z")).collect::<Vec<_>>().join(" ");
    let texts: Vec<String> = (0..300).map(|page| format!("feuillet{page}mot {}", codes(page))).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    reads(&test, pages(&texts)).await;
    assert_eq!(passage(&cx, "feuillet40mot").await.0, Some(41));
    assert!(found(&cx, "feuillet290mot").await.is_empty(), "its end is read, and not found");
    write(&cx, "mobilites", "Après", "Une mésange.").await;
    read(&test).await;
    assert_eq!(titles(&cx, "mésange").await, ["Après"]);
    test.finish().await;
}
