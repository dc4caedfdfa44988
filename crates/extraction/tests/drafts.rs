//! Files that become texts: what is kept, what is counted, what is refused.

mod common;

use std::time::{Duration, Instant};

use common::zip;
use extraction::{
    Limits, State,
    draft::{self, Draft, Loss},
};

const WORD: &str = "xmlns:w=\"w\" xmlns:r=\"r\" xmlns:wp=\"wp\" xmlns:a=\"a\"";

fn of(bytes: &[u8], name: &str) -> Result<Draft, State> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("file");
    std::fs::write(&path, bytes).expect("written");
    draft::read(&path, name, &Limits::default(), Some(folder.path().to_owned())).expect("opened")
}

fn docx(body: &str, beside: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document {WORD}><w:body>{body}</w:body></w:document>");
    let mut parts = vec![("word/document.xml", document.as_str())];
    parts.extend_from_slice(beside);
    zip(&parts)
}

fn odt(body: &str, styles: &str) -> Vec<u8> {
    let content =
        format!("<d><automatic-styles>{styles}</automatic-styles><body><text>{body}</text></body></d>");
    zip(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &content)])
}

fn lost(draft: &Draft, kind: Loss) -> u32 {
    draft.lost.iter().find(|lost| lost.kind == kind).map_or(0, |lost| lost.count)
}

#[test]
fn a_document_of_word_is_read_as_it_would_be_with_its_changes_accepted() {
    let body = "<w:p><w:r><w:t xml:space=\"preserve\">Nous </w:t></w:r>\
        <w:del><w:r><w:delText>refusons</w:delText><w:t>refusons</w:t></w:r></w:del>\
        <w:ins><w:r><w:rPr><w:b/></w:rPr><w:t>acceptons</w:t></w:r></w:ins>\
        <w:r><w:rPr><w:b w:val=\"0\"/><w:u w:val=\"single\"/></w:rPr><w:t xml:space=\"preserve\"> tout.</w:t></w:r>\
        <w:r><w:commentReference w:id=\"1\"/></w:r></w:p>\
        <w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>Ailleurs</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>\
        <w:p><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>\
        <w:p><w:r><w:t xml:space=\"preserve\">Voir </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
        <w:r><w:instrText> HYPERLINK \"https://exemple.org/a_b\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\
        <w:r><w:t>ici</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\
        <w:hyperlink r:id=\"x\"><w:r><w:t xml:space=\"preserve\"> là</w:t></w:r></w:hyperlink></w:p>\
        <w:sectPr><w:headerReference r:id=\"h\"/></w:sectPr>";
    let rels = "<R><Relationship Id=\"x\" Target=\"file:///C:/a.doc\" TargetMode=\"External\"/></R>";
    let comments = "<c><w:comment w:id=\"1\"><w:p><w:r><w:t>Non</w:t></w:r></w:p></w:comment></c>";
    let parts = [("word/_rels/document.xml.rels", rels), ("word/comments.xml", comments)];
    let draft = of(&docx(body, &parts), "a.docx").expect("read");
    assert_eq!(draft.body, "Nous **acceptons** tout.\n\na+b\n\nVoir [ici](https://exemple.org/a_b) là\n");
    let counted = [
        (Loss::Changes, 2),
        (Loss::Looks, 1),
        (Loss::Comments, 1),
        (Loss::TextBoxes, 1),
        (Loss::Equations, 1),
        (Loss::Links, 1),
        (Loss::HeadersFooters, 1),
    ];
    for (kind, count) in counted {
        assert_eq!(lost(&draft, kind), count, "{kind:?}");
    }
}

#[test]
fn lists_of_word_begin_again_where_they_do() {
    let item = |level: usize, list: usize, words: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>\
             <w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let body = [
        item(0, 1, "un"),
        item(1, 1, "dedans"),
        item(0, 1, "deux"),
        "<w:p><w:r><w:t>Entre.</w:t></w:r></w:p>".to_owned(),
        item(0, 1, "trois"),
        item(0, 2, "rond"),
    ];
    let numbering = "<n><abstractNum abstractNumId=\"9\"><lvl ilvl=\"0\"><start val=\"1\"/><numFmt val=\"decimal\"/></lvl>\
        <lvl ilvl=\"1\"><numFmt val=\"bullet\"/></lvl></abstractNum><abstractNum abstractNumId=\"8\"><lvl ilvl=\"0\">\
        <numFmt val=\"bullet\"/></lvl></abstractNum><num numId=\"1\"><abstractNumId val=\"9\"/></num>\
        <num numId=\"2\"><abstractNumId val=\"8\"/></num></n>";
    let draft = of(&docx(&body.concat(), &[("word/numbering.xml", numbering)]), "a.docx").expect("read");
    assert_eq!(draft.body, "1. un\n   - dedans\n2. deux\n\nEntre.\n\n3. trois\n\n- rond\n");
}

#[test]
fn the_title_is_that_of_the_file_or_its_first_heading() {
    let heading = |level: usize, words: &str| {
        format!("<w:p><w:pPr><w:outlineLvl w:val=\"{level}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
    };
    let words = "<w:p><w:r><w:t>Mots.</w:t></w:r></w:p>";
    let alone = of(
        &docx(&[&heading(0, "L’eau"), words, &heading(1, "Ici")].map(|s| s.to_owned()).concat(), &[]),
        "a.docx",
    );
    let alone = alone.expect("read");
    assert_eq!((alone.title.as_str(), alone.body.as_str()), ("L’eau", "Mots.\n\n## Ici\n"));
    let two = of(
        &docx(&[&heading(0, "Un"), words, &heading(0, "Deux")].map(|s| s.to_owned()).concat(), &[]),
        "a.docx",
    );
    let two = two.expect("read");
    assert_eq!((two.title.as_str(), two.body.as_str()), ("Un", "# Un\n\nMots.\n\n# Deux\n"));
    let page = of(b"<title>Le site</title><p>Bonjour <b>vous</b></p>", "a.html").expect("read");
    assert_eq!((page.title.as_str(), page.body.as_str()), ("Le site", "Bonjour **vous**\n"));
    let marked = of(b"---\ntitle: \"La rive\"\nkind: note\n---\n\nBonjour.\n", "a.md").expect("read");
    assert_eq!((marked.title.as_str(), marked.body.as_str()), ("La rive", "Bonjour.\n"));
}

#[test]
fn what_is_typed_is_never_read_as_marks() {
    let words = [
        "# a",
        "- b",
        "1. c",
        "> d",
        "*e* _f_ `g`",
        "[x](y) ![z]",
        "<b>",
        "a | b",
        ":::recommandation",
        "---",
        "===",
        "[^1]: n",
        "&amp;lt; &amp;copy;",
        "~~s~~",
        "\\ fin \\",
    ];
    let body: String = words
        .iter()
        .map(|words| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", words.replace('<', "&lt;")))
        .collect();
    let draft = of(&docx(&body, &[]), "a.docx").expect("read");
    let mut said = Vec::new();
    for event in pulldown_cmark::Parser::new(&draft.body) {
        match event {
            pulldown_cmark::Event::Start(tag) => assert_eq!(tag, pulldown_cmark::Tag::Paragraph),
            pulldown_cmark::Event::Text(text) => said.push(text.to_string()),
            pulldown_cmark::Event::End(_) => said.push("\n".to_owned()),
            other => panic!("{other:?}"),
        }
    }
    let meant = words.map(|words| words.replace("&amp;", "&")).join("\n") + "\n";
    assert_eq!(said.concat(), meant);
}

#[test]
fn a_document_of_libreoffice_keeps_what_it_says() {
    let styles = "<style name=\"T1\" family=\"text\"><text-properties font-weight=\"bold\"/></style>\
        <style name=\"P1\" family=\"paragraph\" parent-style-name=\"Quotations\"/>\
        <list-style name=\"L1\"><list-level-style-number level=\"1\" num-format=\"1\"/><list-level-style-bullet level=\"2\"/></list-style>";
    let body = "<tracked-changes><changed-region><deletion><p>parti</p></deletion></changed-region></tracked-changes>\
        <h outline-level=\"1\">Titre</h><p>Un <span style-name=\"T1\">mot</span><note><note-citation>1</note-citation>\
        <note-body><p>Une note.</p></note-body></note><annotation><p>hors</p></annotation>.</p>\
        <list style-name=\"L1\"><list-item start-value=\"3\"><p>a</p><list><list-item><p>b</p></list-item></list></list-item></list>\
        <p style-name=\"P1\">cité</p><p style-name=\"P1\">encore</p>\
        <table><table-row><table-cell><p>x</p></table-cell><table-cell><p>y</p><p>z</p></table-cell></table-row>\
        <table-row><table-cell number-columns-spanned=\"2\"><p>w</p></table-cell><covered-table-cell/></table-row></table>\
        <p><a href=\"https://exemple.org/é\">lien</a> <a href=\"../a.odt\">mort</a></p>\
        <p><frame><text-box><p>boîte</p></text-box></frame></p>";
    let draft = of(&odt(body, styles), "a.odt").expect("read");
    let said = "Un **mot**[^1].\n\n3. a\n   - b\n\n> cité\n>\n> encore\n\n| x | y z |\n| --- | --- |\n| w | |\n\n\
        [lien](<https://exemple.org/é>) mort\n\n[^1]: Une note.\n";
    assert_eq!((draft.title.as_str(), draft.body.as_str()), ("Titre", said));
    let counted = [
        (Loss::Changes, 1),
        (Loss::Comments, 1),
        (Loss::CellLines, 1),
        (Loss::MergedCells, 1),
        (Loss::Links, 1),
        (Loss::TextBoxes, 1),
    ];
    for (kind, count) in counted {
        assert_eq!(lost(&draft, kind), count, "{kind:?}");
    }
}

#[test]
fn numbered_titles_of_libreoffice_are_titles() {
    let head = |level: usize, words: &str| format!("<h outline-level=\"{level}\">{words}</h>");
    let body = format!(
        "<list><list-item>{}<list><list-item>{}</list-item></list></list-item></list><p>Mots.</p>",
        head(1, "Un"),
        head(2, "Deux")
    );
    let draft = of(&odt(&body, ""), "a.odt").expect("read");
    assert_eq!((draft.title.as_str(), draft.body.as_str()), ("Un", "## Deux\n\nMots.\n"));
}

#[test]
fn a_web_page_keeps_its_shape_and_nothing_that_runs() {
    let page = "<html><body><h1>Page</h1><p>Un <em>mot</em>, <a href='javascript:alert(1)'>non</a>, \
        <a href='https://exemple.org/'>oui</a><br>suite</p><ul><li>a<ol start=4><li>b</ol><li>c</ul>\
        <blockquote><p>cité</p></blockquote><pre>let a;\n  b;</pre><hr><script>alert(1)</script>\
        <table><tr><th>x<th>y<tr><td>1<td><table><tr><td>2</table></table><img src='https://ailleurs.org/a.png' alt='z'>";
    let draft = of(page.as_bytes(), "a.html").expect("read");
    let said = "Un _mot_, non, [oui](https://exemple.org/)\\\nsuite\n\n- a\n  4. b\n- c\n\n> cité\n\n\
        ```\nlet a;\n  b;\n```\n\n---\n\n| x | y |\n| --- | --- |\n| 1 | 2 |\n";
    assert_eq!((draft.title.as_str(), draft.body.as_str()), ("Page", said));
    assert_eq!([Loss::Links, Loss::Images, Loss::NestedTables].map(|kind| lost(&draft, kind)), [1, 1, 1]);
}

#[test]
fn what_cannot_be_read_is_refused_in_a_word() {
    assert_eq!(of(b"", "a.docx"), Err(State::Empty));
    assert_eq!(of(b"   \n", "a.md"), Err(State::Empty));
    assert_eq!(of(b"%PDF-1.7 x", "a.docx"), Err(State::Unsupported));
    assert_eq!(of(b"\x89PNG\r\n\x1a\n\0\0", "a.docx"), Err(State::Unsupported));
    let whole = docx("<w:p><w:r><w:t>Entier</w:t></w:r></w:p>", &[]);
    assert_eq!(of(&whole[..whole.len() / 2], "a.docx"), Err(State::Damaged));
    assert_eq!(of(&zip(&[("word/document.xml", "<w:p><w:r><w:t>coupé")]), "a.docx"), Err(State::Damaged));
    assert_eq!(of(&zip(&[("a.txt", "x")]), "a.docx"), Err(State::Unsupported));
    assert_eq!(
        of(&zip(&[("xl/workbook.xml", "<w/>"), ("[Content_Types].xml", "<t/>")]), "a.docx"),
        Err(State::Unsupported)
    );
    let locked = [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", "<m><encryption-data/></m>"),
        ("content.xml", "x"),
    ];
    assert_eq!(of(&zip(&locked), "a.odt"), Err(State::Encrypted));
    let bomb = " ".repeat(20 << 20);
    assert_eq!(of(&zip(&[("word/document.xml", &bomb)]), "a.docx"), Err(State::TooLarge));
    let long = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "mot ".repeat(600_000));
    assert_eq!(of(&docx(&long, &[]), "a.docx"), Err(State::TooLarge));
}

#[test]
fn ten_thousand_of_anything_end_in_time() {
    let started = Instant::now();
    let nested = format!("{}<p>fond</p>", "<ul><li>".repeat(10_000));
    let draft = of(nested.as_bytes(), "a.html").expect("read");
    assert!(draft.body.contains("fond") && lost(&draft, Loss::Depth) > 9_000);
    let marks = format!("{}fond", "<b><i><a href='https://a.org/'>".repeat(10_000));
    assert!(of(marks.as_bytes(), "a.html").expect("read").body.contains("fond"));
    let cells = format!("<table>{}</table>", "<tr><td>a<td>b<td>c</tr>".repeat(20_000));
    let draft = of(cells.as_bytes(), "a.html").expect("read");
    assert!(lost(&draft, Loss::Rows) > 20_000);
    let wide = format!("<table><tr>{}</tr></table>", "<td>a</td>".repeat(10_000));
    assert!(of(wide.as_bytes(), "a.html").expect("read").body.len() < 10_000);
    let deep = format!(
        "{}<w:p><w:r><w:t>fond</w:t></w:r></w:p>{}",
        "<w:tbl><w:tr><w:tc>".repeat(500),
        "</w:tc></w:tr></w:tbl>".repeat(500)
    );
    assert!(of(&docx(&deep, &[]), "a.docx").expect("read").body.contains("fond"));
    let lists: String = (0..10_000)
        .map(|n| format!("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>a{n}</w:t></w:r></w:p>", n % 9))
        .collect();
    assert!(of(&docx(&lists, &[]), "a.docx").expect("read").body.contains("a9999"));
    let entities = "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document><w:body><w:p><w:r><w:t>x&b;&b;y</w:t></w:r></w:p></w:body></w:document>";
    assert_eq!(of(&zip(&[("word/document.xml", entities)]), "a.docx").expect("read").body, "xy\n");
    assert!(started.elapsed() < Duration::from_secs(40), "{:?}", started.elapsed());
}

#[test]
fn images_are_put_aside_once_and_numbered() {
    let image = |id: &str, alt: &str| {
        format!(
            "<w:p><w:r><w:drawing><wp:docPr descr=\"{alt}\"/><a:blip r:embed=\"{id}\"/></w:drawing></w:r></w:p>"
        )
    };
    let body =
        [image("a", "Le pont [vu] d’en bas"), image("b", "Un plan"), image("a", ""), image("c", "Perdue")]
            .concat();
    let rels = "<R><Relationship Id=\"a\" Target=\"media/1.png\"/><Relationship Id=\"b\" Target=\"media/2.emf\"/></R>";
    let png = "\u{89}PNG";
    let bytes = {
        use std::io::Write;
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        let document = format!("<w:document {WORD}><w:body>{body}</w:body></w:document>");
        let picture: &[u8] = b"\x89PNG\r\n\x1a\n0000";
        for (name, content) in [
            ("word/document.xml", document.as_bytes()),
            ("word/_rels/document.xml.rels", rels.as_bytes()),
            ("word/media/1.png", picture),
            ("word/media/2.emf", png.as_bytes()),
        ] {
            archive.start_file(name, options).expect("begun");
            archive.write_all(content).expect("written");
        }
        archive.finish().expect("finished").into_inner()
    };
    let draft = of(&bytes, "a.docx").expect("read");
    let (at, zero) = (draft::IMAGE, "0");
    assert_eq!(draft.body, format!("![Le pont \\[vu\\] d’en bas]({at}{zero}{at})\n\n![]({at}{zero}{at})\n"));
    assert_eq!((draft.images, lost(&draft, Loss::Images)), (1, 2));
}
