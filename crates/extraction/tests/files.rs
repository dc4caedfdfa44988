//! Sound files, made here: each is read with its shape.

mod common;

use common::{drawn, of, pdf, saved, texts, zip};
use extraction::{Block, Place, Reading, State};
use lopdf::{Object, content::Operation};

fn heading(level: u8, words: &str) -> Block {
    Block::Heading(level, words.to_owned())
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(words.to_owned())
}

fn item(words: &str) -> Block {
    Block::Item(words.to_owned())
}

fn table(rows: &[&[&str]]) -> Block {
    Block::Table(rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect())
}

/// The blocks of a file that has one section.
fn blocks(reading: &Reading) -> &[Block] {
    assert_eq!(reading.sections.len(), 1, "{reading:?}");
    &reading.sections[0].blocks
}

#[test]
fn a_pdf_is_read_page_by_page() {
    let reading = of(&saved(pdf(&["Préambule sur l’œuvre", "Deuxième page", "Troisième"])), "avis.pdf");
    assert_eq!((reading.state, reading.pages, reading.cut), (State::Read, Some(3), None));
    assert_eq!(texts(&reading), ["Préambule sur l’œuvre", "Deuxième page", "Troisième"]);
    assert_eq!(reading.sections[1].place, Place::Page(2));
    let scanned = of(&saved(pdf(&["", ""])), "scan.pdf");
    assert_eq!((scanned.state, scanned.pages), (State::Empty, Some(2)));
}

#[test]
fn the_lines_of_a_pdf_make_headings_and_paragraphs() {
    let text = |size: i64, x: i64, y: i64, text: &str| {
        let (letters, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        [
            Operation::new("BT", vec![]),
            Operation::new("Tf", vec!["F1".into(), size.into()]),
            Operation::new("Td", vec![x.into(), y.into()]),
            Operation::new("Tj", vec![Object::string_literal(letters.into_owned())]),
            Operation::new("ET", vec![]),
        ]
    };
    let page = [
        text(24, 50, 780, "Un grand titre"),
        text(12, 50, 740, "La première ligne d’un paragraphe qui va à la ligne, la démo-"),
        text(12, 50, 726, "cratie locale, et qui s’arrête avant la fin."),
        text(12, 50, 700, "Un autre paragraphe."),
        text(12, 60, 686, "• Un point"),
        // Words placed one by one, without a blank.
        text(12, 50, 650, "Deux"),
        text(12, 90, 650, "mots"),
    ];
    let reading = of(&saved(drawn(&[page.concat()])), "a.pdf");
    assert_eq!(
        blocks(&reading),
        [
            heading(1, "Un grand titre"),
            paragraph(
                "La première ligne d’un paragraphe qui va à la ligne, la démocratie locale, et qui s’arrête avant la \
                 fin."
            ),
            paragraph("Un autre paragraphe."),
            item("Un point"),
            paragraph("Deux mots"),
        ]
    );
}

#[test]
fn a_docx_is_read() {
    let docx = zip(&[
        (
            "word/document.xml",
            "<w:document><w:body><w:p><w:pPr><w:pStyle w:val=\"Titre1\"/></w:pPr><w:r><w:t>Titre</w:t></w:r></w:p>\
             <w:p><w:r><w:t>Un </w:t></w:r><w:r><w:t>avis &amp; d&#233;bat</w:t></w:r></w:p>\
             <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Un point</w:t></w:r></w:p>\
             <w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc>\
             </w:tr></w:tbl>\
             <w:p><w:del><w:r><w:t>Supprimé</w:t></w:r></w:del><w:r><w:t>Fin</w:t></w:r></w:p></w:body></w:document>",
        ),
        (
            "word/styles.xml",
            "<w:styles><w:style w:styleId=\"Titre1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>",
        ),
        ("word/footnotes.xml", "<w:footnotes><w:p><w:r><w:t>Une note</w:t></w:r></w:p></w:footnotes>"),
    ]);
    assert_eq!(
        blocks(&of(&docx, "a.docx")),
        [
            heading(1, "Titre"),
            paragraph("Un avis & débat"),
            item("Un point"),
            table(&[&["A", "B"]]),
            paragraph("Fin"),
            paragraph("Une note"),
        ]
    );
}

#[test]
fn a_pptx_is_read_in_the_order_it_is_shown() {
    let slide = |title: &str| {
        format!(
            "<p:sld><p:sp><p:nvPr><p:ph type=\"title\"/></p:nvPr><a:p><a:r><a:t>{title}</a:t></a:r></a:p></p:sp>\
             <p:sp><a:p><a:r><a:t>Texte</a:t></a:r></a:p></p:sp></p:sld>"
        )
    };
    let pptx = zip(&[
        (
            "ppt/presentation.xml",
            "<p:p><p:sldIdLst><p:sldId id=\"256\" r:id=\"r2\"/><p:sldId id=\"257\" r:id=\"r1\"/></p:sldIdLst></p:p>",
        ),
        (
            "ppt/_rels/presentation.xml.rels",
            "<R><Relationship Id=\"r1\" Target=\"slides/slide1.xml\"/>\
             <Relationship Id=\"r2\" Target=\"/ppt/slides/slide2.xml\"/></R>",
        ),
        ("ppt/slides/slide1.xml", &slide("Un")),
        ("ppt/slides/slide2.xml", &slide("Deux")),
        (
            "ppt/slides/_rels/slide2.xml.rels",
            "<R><Relationship Id=\"r1\" Target=\"../notesSlides/notesSlide1.xml\"/></R>",
        ),
        ("ppt/notesSlides/notesSlide1.xml", "<p:n><a:p><a:r><a:t>À dire</a:t></a:r></a:p></p:n>"),
    ]);
    let reading = of(&pptx, "a.pptx");
    assert_eq!(reading.pages, Some(2));
    assert_eq!(reading.sections[0].place, Place::Slide(1));
    assert_eq!(reading.sections[0].blocks, [heading(2, "Deux"), paragraph("Texte"), paragraph("À dire")]);
    assert_eq!(reading.sections[1].blocks, [heading(2, "Un"), paragraph("Texte")]);
}

#[test]
fn an_xlsx_is_read_with_what_its_cells_show() {
    let xlsx = zip(&[
        ("xl/workbook.xml", "<w><sheets><sheet name=\"Communes\" r:id=\"r1\"/></sheets></w>"),
        ("xl/_rels/workbook.xml.rels", "<R><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></R>"),
        (
            "xl/sharedStrings.xml",
            "<sst><si><t>Commune</t></si><si><r><t>Ha</t></r><r><t>bitants</t></r></si></sst>",
        ),
        (
            "xl/styles.xml",
            "<s><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>\
             <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"9\"/></cellXfs></s>",
        ),
        (
            "xl/worksheets/sheet1.xml",
            "<s><row><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>\
             <row><c t=\"inlineStr\"><is><t>Valcendre</t></is></c><c s=\"1\"><v>45000</v></c><c><v>412</v></c>\
             <c s=\"2\"><v>0.125</v></c></row></s>",
        ),
    ]);
    let reading = of(&xlsx, "a.xlsx");
    assert_eq!(reading.sections[0].place, Place::Sheet("Communes".to_owned()));
    assert_eq!(
        blocks(&reading),
        [table(&[&["Commune", "", "Habitants"], &["Valcendre", "2023-03-15", "412", "12.5 %"]])]
    );
}

fn opendocument(kind: &str, body: &str) -> Vec<u8> {
    let content =
        format!("<office:document-content><office:body>{body}</office:body></office:document-content>");
    zip(&[
        ("mimetype", &format!("application/vnd.oasis.opendocument.{kind}")),
        ("content.xml", &content),
        ("META-INF/manifest.xml", "<m/>"),
    ])
}

#[test]
fn opendocuments_are_read() {
    let odt = opendocument(
        "text",
        "<office:text><text:tracked-changes><text:p>Supprimé</text:p></text:tracked-changes>\
         <text:h text:outline-level=\"2\">Titre</text:h><text:p>Un<text:s/>mot <text:span>gras</text:span></text:p>\
         <text:list><text:list-item><text:p>Un point</text:p></text:list-item></text:list></office:text>",
    );
    assert_eq!(blocks(&of(&odt, "a.odt")), [heading(2, "Titre"), paragraph("Un mot gras"), item("Un point")]);
    let odp = opendocument(
        "presentation",
        "<office:presentation><draw:page><draw:frame presentation:class=\"title\"><text:p>Un</text:p></draw:frame>\
         </draw:page><draw:page><text:p>Deux</text:p></draw:page></office:presentation>",
    );
    let slides = of(&odp, "a.odp");
    assert_eq!((slides.pages, texts(&slides)), (Some(2), vec!["Un".to_owned(), "Deux".to_owned()]));
    assert_eq!(slides.sections[0].blocks, [heading(2, "Un")]);
    let ods = opendocument(
        "spreadsheet",
        "<office:spreadsheet><table:table table:name=\"Feuille\"><table:table-row><table:table-cell><text:p>A</text:p>\
         </table:table-cell><table:table-cell table:number-columns-repeated=\"2\"/>\
         <table:table-cell><text:p>B</text:p></table:table-cell>\
         <table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell/></table:table-row>\
         </table:table></office:spreadsheet>",
    );
    let sheets = of(&ods, "a.ods");
    assert_eq!(sheets.sections[0].place, Place::Sheet("Feuille".to_owned()));
    assert_eq!(blocks(&sheets), [table(&[&["A", "", "", "B"]])]);
    let flat = "<?xml version=\"1.0\"?><office:document><office:meta><dc:creator>Moi</dc:creator></office:meta>\
                <office:body><office:text><text:p>À plat</text:p></office:text></office:body></office:document>";
    assert_eq!(blocks(&of(flat.as_bytes(), "a.fodt")), [paragraph("À plat")]);
}

#[test]
fn plain_texts_are_read_in_the_encoding_they_have() {
    let text = "Les élus de l’été, à Noël : ça œuvre, près de la forêt.";
    for encoding in [encoding_rs::UTF_8, encoding_rs::WINDOWS_1252, encoding_rs::MACINTOSH] {
        let (bytes, _, _) = encoding.encode(text);
        assert_eq!(blocks(&of(&bytes, "a.txt")), [paragraph(text)], "{}", encoding.name());
    }
    for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        let bytes: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(bytes).collect();
        assert_eq!(blocks(&of(&bytes, "a.txt")), [paragraph(text)]);
    }
    let russian = "Городской совет граждан обсуждает вопросы охраны воды и леса, а также работу школ.";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(russian);
    assert_eq!(texts(&of(&bytes, "a.txt")), [russian]);
    let two = of(b"Un\nvers\n\n\nDeux\n", "poeme.txt");
    assert_eq!(blocks(&two), [paragraph("Un\nvers"), paragraph("Deux")]);
}

#[test]
fn tables_of_values_are_read_whatever_parts_them() {
    for text in ["commune;habitants\nValcendre;412,5\n", "commune,habitants\nValcendre,\"412,5\"\n"] {
        let expected = table(&[&["commune", "habitants"], &["Valcendre", "412,5"]]);
        assert_eq!(blocks(&of(text.as_bytes(), "a.csv")), [expected]);
    }
    assert_eq!(blocks(&of(b"a\tb\n1\t2\n", "a.tsv")), [table(&[&["a", "b"], &["1", "2"]])]);
}

#[test]
fn a_text_in_markdown_is_read_without_its_marks() {
    let text = "# Titre\n\nUn *mot* [lié](http://a.test)\nsuivi.\n\n- Un\n- Deux\n\n| A | B |\n|---|---|\n| 1 | 2 |\n";
    assert_eq!(
        blocks(&of(text.as_bytes(), "a.md")),
        [
            heading(1, "Titre"),
            paragraph("Un mot lié suivi."),
            item("Un"),
            item("Deux"),
            table(&[&["A", "B"], &["1", "2"]])
        ]
    );
}

#[test]
fn a_web_page_is_read_without_its_scripts() {
    let page = "<!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body><h2>Un&nbsp;titre</h2>\
                <p>Un <b>mot</b>,<br>deux &eacute;l&#233;ments.<script>if (a < b) { non() }</script></p>\
                <ul><li>Un</li><li>Deux</li></ul><table><tr><th>A<td>B<tr><td>1</table><p>Fin";
    assert_eq!(
        blocks(&of(page.as_bytes(), "")),
        [
            heading(1, "T"),
            heading(2, "Un\u{a0}titre"),
            paragraph("Un mot,\ndeux éléments."),
            item("Un"),
            item("Deux"),
            table(&[&["A", "B"], &["1"]]),
            paragraph("Fin"),
        ]
    );
}
