//! Each format of a text that has everything, read back.

mod common;

use std::time::Instant;

use press::{Beside, Failure, Files, Format, Printed, Proof, Shortfall};

use common::{holds, keep, part, proof, words_of};

const RICH: &str = include_str!("rich.md");

fn print(proof: &Proof, format: Format) -> Result<Printed, Failure> {
    press::print(proof, &Files::new(), format)
}

fn bytes(body: &str, format: Format) -> Vec<u8> {
    let made = print(&proof(body), format).expect("printed").bytes;
    keep(if body == RICH { "rich" } else { "long" }, format, &made);
    made
}

/// What must be read in every format, in this order.
const IN_ORDER: [&str; 18] = [
    "Conseil citoyen du Pays des Trois Rivières",
    "Avis n° 2026-04",
    "31 pour, 4 contre, 2 abstentions",
    "berges ouvertes",
    "six mois",
    "#import \"@preview/x:1.0.0\"",
    "#strong[rien] $x^2$ @nom <nom> // pas un commentaire *pas gras*",
    "[Image sans description]",
    "Une rivière au printemps",
    "dans un second paragraphe",
    "et encore",
    "réunir les riverains",
    "Une citation dans la citation.",
    "18 530",
    "#eval <script>",
    "<script>alert(“non”)</script>",
    "Recommandation 1 : ouvrir les berges",
    "Sans titre, avec un renvoi",
];

fn assert_in_order(said: &str) {
    let plain = |text: &str| {
        let text = text.replace(['\u{a0}', '\u{202f}', '\u{200b}'], " ").replace(['“', '”', '«', '»'], "");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let said = plain(said).replace([' ', '"'], "");
    let mut from = 0;
    for wanted in IN_ORDER {
        let wanted = plain(wanted).replace([' ', '"'], "");
        let at = said[from..].find(&wanted);
        from +=
            at.unwrap_or_else(|| panic!("{wanted:?} is not read after {:?}", &said[from..])) + wanted.len();
    }
}

#[test]
fn a_page_says_everything_in_order_and_runs_nothing() {
    let page = String::from_utf8(bytes(RICH, Format::Html)).expect("utf-8");
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"fr\">"));
    assert!(!page.contains("<script") && !page.contains("javascript:") && !page.contains("<img"));
    let body = page.split_once("<header>").expect("a header").1;
    assert!(body.contains("<h2 id=\"t-premier-titre\">") && body.contains("href=\"#t-conclusion\""));
    assert!(body.contains("href=\"https://conseil.example/textes/nomme/La%20charte\""));
    assert!(body.contains("<th scope=\"col\" class=\"end\">Habitants</th>"));
    assert!(body.contains("<section class=\"reco\" id=\"t-recommandation-1\"") && !body.contains(":::"));
    assert!(body.contains("href=\"#t-recommandation-1\">renvoi</a>"));
    let said = words_of(page.strip_prefix("<!DOCTYPE html>\n").expect("a page"));
    assert_in_order(&said);
    assert_eq!(body.matches("href=\"#note_1\"").count(), 2);
    assert!(said.contains("Une note que personne n’appelle."));
}

#[test]
fn a_document_for_word_has_titles_lists_notes_and_tables() {
    let file = bytes(RICH, Format::Docx);
    let text = part(&file, "word/document.xml");
    assert_in_order(&words_of(&text));
    for style in ["Title", "Heading1", "Heading2", "Quote", "Alert", "Code", "TOC1", "Recommendation"] {
        assert!(text.contains(&format!("<w:pStyle w:val=\"{style}\"/>")), "{style}");
    }
    assert!(text.contains("<w:tblHeader/>") && text.contains("<w:numId w:val=\"1\"/>"));
    assert!(
        text.contains("<w:footnoteReference w:id=\"1\"/>")
            && text.contains("<w:footnoteReference w:id=\"2\"/>")
    );
    let notes = words_of(&part(&file, "word/footnotes.xml"));
    assert!(notes.contains("Son second paragraphe.") && notes.contains("La note du titre."));
    let links = part(&file, "word/_rels/document.xml.rels");
    assert!(links.contains("Target=\"https://conseil.example/textes\"") && !links.contains("javascript"));
    assert!(part(&file, "word/numbering.xml").contains("<w:startOverride w:val=\"4\"/>"));
    assert!(part(&file, "docProps/core.xml").contains("<dc:title>Pour des rivières vivantes"));
    for name in ["word/styles.xml", "word/settings.xml", "word/footer1.xml", "word/numbering.xml"] {
        words_of(&part(&file, name));
    }
}

#[test]
fn a_document_for_libreoffice_has_titles_lists_notes_and_tables() {
    let file = bytes(RICH, Format::Odt);
    assert!(file[30..].starts_with(b"mimetypeapplication/vnd.oasis.opendocument.text"));
    let text = part(&file, "content.xml");
    // Notes stand where they are called.
    assert_in_order(&words_of(&text));
    assert!(text.contains("text:outline-level=\"2\"") && text.contains("<text:note-body>"));
    assert!(text.contains("<table:table-header-rows>") && text.contains("text:start-value=\"4\""));
    for name in ["styles.xml", "meta.xml", "META-INF/manifest.xml"] {
        words_of(&part(&file, name));
    }
}

#[test]
fn a_book_has_its_contents_and_its_notes() {
    let file = bytes(RICH, Format::Epub);
    assert!(file[30..].starts_with(b"mimetypeapplication/epub+zip"));
    assert_in_order(&words_of(&part(&file, "EPUB/text.xhtml")));
    let contents = part(&file, "EPUB/contents.xhtml");
    assert!(contents.contains("text.xhtml#t-premier-titre"));
    words_of(&contents);
    words_of(&part(&file, "EPUB/book.opf"));
}

#[test]
fn a_pdf_is_accessible_and_says_why_when_it_is_not() {
    let made = print(&proof(RICH), Format::Pdf).expect("printed");
    keep("rich", Format::Pdf, &made.bytes);
    assert!(made.bytes.starts_with(b"%PDF-1.7"));
    assert_eq!(made.shortfall, None);
    assert!(holds(&made.bytes, b"pdfuaid:part"));
    // No font here has these letters: the document is made all the same.
    let made = print(&proof("Une phrase, puis 漢字."), Format::Pdf).expect("printed");
    assert_eq!(made.shortfall, Some(Shortfall::Signs));
    assert!(!holds(&made.bytes, b"pdfuaid:part"));
}

/// How large its first page is, in points.
#[test]
fn a_short_one_stands_on_one_page() {
    let pages = |short: bool| {
        let proof = Proof { short, ..proof("Une phrase.\n\n- Un\n- Deux") };
        let made = print(&proof, Format::Pdf).expect("made");
        assert_eq!(made.shortfall, None);
        String::from_utf8_lossy(&made.bytes).matches("/MediaBox").count()
    };
    assert_eq!((pages(true), pages(false)), (1, 2));
}

fn first_page(pdf: &[u8]) -> (u32, u32) {
    let text = String::from_utf8_lossy(pdf);
    let edges = text.split_once("/MediaBox").expect("a page").1.split_once(']').expect("its edges").0;
    let edges: Vec<f32> = edges
        .trim_start_matches([' ', '['])
        .split_whitespace()
        .map(|n| n.parse().expect("a number"))
        .collect();
    (edges[2].round() as u32, edges[3].round() as u32)
}

#[test]
fn a_booklet_has_small_pages_and_is_as_accessible_and_its_sheets_hold_two_of_them() {
    let made = print(&proof(RICH), Format::Booklet).expect("printed");
    keep("rich", Format::Booklet, &made.bytes);
    assert_eq!(made.shortfall, None);
    assert!(holds(&made.bytes, b"pdfuaid:part"));
    assert_eq!(first_page(&made.bytes), (420, 595), "A5");
    let folded = print(&proof(RICH), Format::Folded).expect("printed");
    keep("rich", Format::Folded, &folded.bytes);
    assert_eq!(first_page(&folded.bytes), (842, 595), "A4 on its side");
    assert_eq!(print(&proof(RICH), Format::Folded), Ok(folded), "the same bytes");
    for format in Format::BOUND {
        assert_eq!(Format::of(format.code()), Some(format));
    }
}

/// After the text, whole, and without its names: two opinions may have the same title and the same notes.
#[test]
fn what_some_say_beside_the_text_comes_after_it() {
    let one = Beside {
        title: "Un bus d’abord".into(),
        body: "## Premier titre\n\nNon[^1], voir [ceci](#premier-titre).\n\n:::recommandation payer\nUn *bus*.\n:::\n\n[^1]: Dix voix.".into(),
        signed: "Signé par Odile Marchand".into(),
    };
    let proof = Proof { beside: vec![one.clone(), one], ..proof(RICH) };
    for format in Format::ALL {
        let made = print(&proof, format).expect("printed");
        assert_eq!(made.shortfall, None, "{format:?}");
        keep("beside", format, &made.bytes);
    }
    let page = String::from_utf8(print(&proof, Format::Html).expect("printed").bytes).expect("utf-8");
    let after = page.split_once("Opinions minoritaires</h2>").expect("a title").1;
    assert_eq!(after.matches("<h3 id=\"t-beside_").count(), 2);
    let said: String =
        after.split('<').filter_map(|part| part.split_once('>')).map(|(_, said)| said).collect();
    for wanted in ["Non [1], voir ceci.", "Dix voix.", "Un bus", "Signé par Odile Marchand"] {
        assert!(said.replace('\u{a0}', " ").contains(wanted), "{wanted}: {said}");
    }
}

#[test]
fn the_same_text_gives_the_same_bytes() {
    for format in Format::ALL {
        assert_eq!(bytes(RICH, format), bytes(RICH, format), "{format:?}");
    }
}

/// What looks like typst is words, and what would read a file reads none.
#[test]
fn nothing_in_a_text_is_read_as_an_instruction() {
    let hostile = "#read(\"/etc/passwd\") #include \"data.json\" `#json(\"/etc/hosts\")` $#panic(1)$ \\#{1+1} #sys.inputs\n\n\
                   # #panic(\"titre\")\n\n| #panic(1) | @x |\n|-|-|\n| <x> | ]]> |\n\n[#panic(2)](https://x.example/#panic)\n";
    for format in Format::ALL {
        let made = print(&proof(hostile), format).expect("printed");
        assert!(!holds(&made.bytes, b"root:x:0"), "{format:?}");
    }
    let page = String::from_utf8(bytes(hostile, Format::Html)).expect("utf-8");
    assert!(page.contains("#panic(&quot;titre&quot;)") || page.contains("#panic(«"));
}

#[test]
fn a_long_text_is_made_in_little_time() {
    let chapter = |n: usize| {
        let paragraph = "Le conseil demande que les berges soient ouvertes à toutes et à tous, et que chaque commune \
                         dise chaque année ce qu’elle a fait pour la rivière.";
        format!(
            "## Chapitre {n}\n\n{}\n\n- un\n- deux[^{n}]\n\n[^{n}]: Note {n}.\n\n",
            [paragraph; 22].join("\n\n")
        )
    };
    // Two hundred pages for other tools; fifty are enough to know.
    let chapters = if std::env::var_os("PREAU_TEST_DOCUMENTS").is_some() { 180 } else { 45 };
    let body: String = (1..=chapters).map(chapter).collect();
    for format in Format::ALL {
        let began = Instant::now();
        let made = bytes(&body, format);
        assert!(began.elapsed().as_secs() < 90, "{format:?}: {:?}", began.elapsed());
        eprintln!("{format:?}: {:?}, {} bytes", began.elapsed(), made.len());
    }
}

/// Texts made to be heavy: each ends, one way or the other, without a panic.
#[test]
fn heavy_texts_end() {
    let deep = format!("{}x\n", "> ".repeat(2_000));
    let lists: String = (0..60).map(|depth| format!("{}- x\n", "  ".repeat(depth))).collect();
    let spans = format!("{}x{}", "*a _b ".repeat(3_000), "_ *".repeat(3_000));
    let notes: String = (0..300).map(|n| format!("a[^{n}]\n\n[^{n}]: b[^{}]\n\n", (n + 1) % 300)).collect();
    let circle = "a[^1]\n\n[^1]: b[^1] c[^2]\n\n[^2]: d[^1]\n".to_owned();
    let wide = format!("|{}\n|{}\n|{}\n", "a|".repeat(60), "-|".repeat(60), "b|".repeat(60));
    let blank = String::new();
    let letters = "x".repeat(50_000);
    let titles: String = (0..400).map(|n| format!("{} titre {n}\n\n", "#".repeat(n % 6 + 1))).collect();
    for (name, body) in [
        ("quotations", deep),
        ("lists", lists),
        ("spans", spans),
        ("notes", notes),
        ("notes in a circle", circle),
        ("a wide table", wide),
        ("nothing", blank),
        ("one word", letters),
        ("titles", titles),
        ("strange signs", "\u{1}\u{fffe}\u{202e}a\u{0}b &amp; \u{10ffff} ﷽".to_owned()),
    ] {
        for format in Format::ALL {
            let began = Instant::now();
            let made = print(&proof(&body), format);
            assert!(made.is_ok(), "{name}, {format:?}: {made:?}");
            assert!(began.elapsed().as_secs() < 60, "{name}, {format:?}: {:?}", began.elapsed());
        }
    }
}
