//! Files made to harm, broken ones and locked ones: each is refused in a word, or read within its limits.

mod common;

use std::time::{Duration, Instant};

use common::{drawn, of, pdf, saved, texts, within, zip};
use extraction::{Cut, Limits, State};
use lopdf::{
    Document, EncryptionState, EncryptionVersion, Object, Permissions, Stream, content::Operation, dictionary,
};

#[test]
fn what_unpacks_to_too_much_is_refused() {
    let bomb = " ".repeat(20 << 20);
    let docx = zip(&[("word/document.xml", &bomb)]);
    assert!(docx.len() < 1 << 20);
    // A thousand times its size; and more than all that may be unpacked.
    assert_eq!(of(&docx, "bombe.docx").state, State::TooLarge);
    let limits = Limits { unpacked: 16 << 20, ratio: u64::MAX, ..Limits::default() };
    assert_eq!(within(&docx, "bombe.docx", &limits).state, State::TooLarge);
    let sheets: Vec<String> = (0..40).map(|n| format!("<sheet name=\"f{n}\" r:id=\"r{n}\"/>")).collect();
    let targets: Vec<String> =
        (0..40).map(|n| format!("<Relationship Id=\"r{n}\" Target=\"worksheets/s.xml\"/>")).collect();
    let sheet = format!("<s>{}</s>", "<row><c><v>1</v></c></row>".repeat(20_000));
    let xlsx = zip(&[
        ("xl/workbook.xml", &format!("<w><sheets>{}</sheets></w>", sheets.concat())),
        ("xl/_rels/workbook.xml.rels", &format!("<R>{}</R>", targets.concat())),
        ("xl/worksheets/s.xml", &sheet),
    ]);
    // The same part forty times: the rows that are kept run out.
    let reading = within(&xlsx, "a.xlsx", &Limits { unpacked: 4 << 20, ..Limits::default() });
    assert!(
        reading.cut.is_some() || reading.state == State::TooLarge,
        "{:?} {:?}",
        reading.state,
        reading.cut
    );
    let many: Vec<String> = (0..10_001).map(|n| format!("fichier-{n}.txt")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|name| (name.as_str(), "")).collect();
    assert_eq!(of(&zip(&many), "a.docx").state, State::TooLarge);
}

#[test]
fn a_pdf_whose_page_unpacks_to_too_much_is_not_drawn() {
    let mut document = pdf(&["Une page", "Une autre"]);
    let first = *document.get_pages().get(&1).expect("a page");
    let content = document.get_page_contents(first)[0];
    let mut stream = Stream::new(dictionary! {}, vec![b' '; 10 << 20]);
    stream.compress().expect("compressed");
    document.objects.insert(content, stream.into());
    let limits = Limits { unpacked: 4 << 20, ..Limits::default() };
    let reading = within(&saved(document), "bombe.pdf", &limits);
    assert_eq!((reading.state, texts(&reading)), (State::Read, vec![String::new(), "Une autre".to_owned()]));
}

#[test]
fn damaged_files_are_told_from_empty_ones() {
    let docx = zip(&[("word/document.xml", "<w:p><w:r><w:t>Entier</w:t></w:r></w:p>")]);
    assert_eq!(of(&docx[..docx.len() / 2], "a.docx").state, State::Damaged);
    let whole = saved(pdf(&["Entier"]));
    assert_eq!(of(&whole[..whole.len() / 3], "a.pdf").state, State::Damaged);
    assert_eq!(of(b"%PDF-1.7 rien de plus", "a.pdf").state, State::Damaged);
    assert_eq!(of(b"", "a.pdf").state, State::Empty);
    assert_eq!(of(b" \n\n ", "a.txt").state, State::Empty);
    assert_eq!(of(&zip(&[("word/document.xml", "<w:p/>")]), "a.docx").state, State::Empty);
    assert_eq!(of(&zip(&[("[Content_Types].xml", "<t/>")]), "a.docx").state, State::Damaged);
}

#[test]
fn what_a_file_is_does_not_come_from_its_name() {
    assert_eq!(of(&[0x89, b'P', b'N', b'G', 0, 1, 2], "avis.pdf").state, State::Unsupported);
    assert_eq!(of(b"MZ\x90\x00\x03", "avis.docx").state, State::Unsupported);
    assert_eq!(of(b"<svg xmlns=\"s\"><text>A</text></svg>", "dessin.svg").state, State::Unsupported);
    assert_eq!(of(&zip(&[("a.txt", "a")]), "avis.docx").state, State::Unsupported);
    assert_eq!(texts(&of(&saved(pdf(&["Un avis"])), "avis.docx")), ["Un avis"]);
    assert_eq!(texts(&of(b"Bonjour", "avis.pdf")), ["Bonjour"]);
}

fn locked(user: &str) -> Vec<u8> {
    let mut document = pdf(&["Secret"]);
    document.trailer.set("ID", vec![Object::string_literal("a"), Object::string_literal("a")]);
    let version = EncryptionVersion::V2 {
        document: &document,
        owner_password: "maire",
        user_password: user,
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).expect("a lock");
    document.encrypt(&state).expect("locked");
    saved(document)
}

#[test]
fn files_under_a_password_are_told_so() {
    assert_eq!(of(&locked("mairie"), "a.pdf").state, State::Encrypted);
    // Under an empty password, anybody reads it.
    assert_eq!(texts(&of(&locked(""), "a.pdf")), ["Secret"]);
    // An office document under a password is an OLE file; an old one is too.
    let mut ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    assert_eq!(of(&ole, "a.doc").state, State::Unsupported);
    ole.extend("EncryptedPackage".bytes().flat_map(|b| [b, 0]));
    assert_eq!(of(&ole, "a.docx").state, State::Encrypted);
    let odt = zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", "x"),
        ("META-INF/manifest.xml", "<m><manifest:encryption-data/></m>"),
    ]);
    assert_eq!(of(&odt, "a.odt").state, State::Encrypted);
}

#[test]
fn entities_and_depths_without_end_are_not_followed() {
    let laughs = "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;&b;&b;\">]><w:p><w:t>&c;vu</w:t></w:p>";
    assert_eq!(texts(&of(&zip(&[("word/document.xml", laughs)]), "a.docx")), ["vu"]);
    let deep = "<w:p>".repeat(100_000);
    assert_eq!(of(&zip(&[("word/document.xml", &deep)]), "a.docx").state, State::Damaged);
    let deep = format!("{}Au fond", "<div><blockquote>".repeat(20_000));
    assert_eq!(texts(&of(deep.as_bytes(), "a.html")), ["Au fond"]);
    let brackets = "[".repeat(100_000);
    assert_eq!(of(brackets.as_bytes(), "a.md").state, State::Empty);
}

#[test]
fn a_tree_of_pages_that_bites_its_tail_ends() {
    let mut document = pdf(&["Une page"]);
    let tree =
        document.catalog().and_then(|c| c.get(b"Pages")).and_then(Object::as_reference).expect("a tree");
    if let Ok(Object::Dictionary(pages)) = document.get_object_mut(tree) {
        pages.set("Kids", vec![Object::Reference(tree), Object::Reference(tree)]);
    }
    assert_ne!(of(&saved(document), "boucle.pdf").state, State::Read);
}

/// A drawing that draws itself, twice.
fn mirror() -> Document {
    let mut document = drawn(&[vec![Operation::new("Do", vec!["M".into()])]]);
    let mirror = document.new_object_id();
    let resources = dictionary! { "XObject" => dictionary! { "M" => mirror } };
    let form = dictionary! { "Type" => "XObject", "Subtype" => "Form", "Resources" => resources.clone() };
    document.objects.insert(mirror, Stream::new(form, b"/M Do /M Do /M Do /M Do /M Do".to_vec()).into());
    let page = *document.get_pages().get(&1).expect("a page");
    if let Ok(Object::Dictionary(page)) = document.get_object_mut(page) {
        page.set("Resources", resources);
    }
    document
}

#[test]
fn a_drawing_that_draws_itself_ends() {
    let started = Instant::now();
    let limits = Limits { time: Duration::from_secs(2), ..Limits::default() };
    assert_eq!(within(&saved(mirror()), "miroir.pdf", &limits).state, State::Empty);
    assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());
}

#[test]
fn a_document_of_ten_thousand_pages_is_read_in_part() {
    let pages: Vec<String> = (1..=10_000).map(|n| format!("Page {n}")).collect();
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    let bytes = saved(pdf(&pages));
    let reading = within(&bytes, "annuaire.pdf", &Limits { pages: 50, ..Limits::default() });
    assert_eq!((reading.state, reading.cut, reading.pages), (State::Read, Some(Cut::Pages), Some(10_000)));
    assert_eq!(texts(&reading).last().map(String::as_str), Some("Page 50"));
    let reading = within(&bytes, "annuaire.pdf", &Limits { time: Duration::ZERO, ..Limits::default() });
    assert_eq!((reading.state, reading.cut, reading.pages), (State::Empty, Some(Cut::Time), Some(10_000)));
}

#[test]
fn a_text_longer_than_what_is_kept_is_cut() {
    let limits = Limits { text: 101, rows: 3, ..Limits::default() };
    let reading = within("élu ".repeat(100).as_bytes(), "a.txt", &limits);
    assert_eq!((reading.state, reading.cut), (State::Read, Some(Cut::Text)));
    assert!(texts(&reading).concat().len() <= 101);
    let reading = within(b"a;b\n".repeat(10).as_slice(), "a.csv", &limits);
    assert_eq!((texts(&reading).concat().lines().count(), reading.cut), (3, Some(Cut::Text)));
    // A row of a million cells is a row of five hundred.
    let wide = of("a;".repeat(1_000_000).as_bytes(), "a.csv");
    assert!(texts(&wide).concat().len() <= 1_000, "{}", texts(&wide).concat().len());
    let reading = within(&[b'a'; 200], "a.txt", &Limits { file: 199, ..limits });
    assert_eq!(reading.state, State::TooLarge);
}
