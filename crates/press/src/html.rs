//! A web page in one file, and the pages of an EPUB: one writer, whose HTML is also XML. Images are within the page, or
//! beside the pages of the book.

use markdown::{Block, Inline, Item};

use base64::{Engine, engine::general_purpose::STANDARD};

use crate::{
    pictures::Picture,
    work::Work,
    xml::{Attributes, Xml},
};

/// Bytes of a page: an image that comes again is told once there are so many.
const LONGEST: usize = 48 << 20;

const STYLE: &str = include_str!("page.css");

/// The page.
pub fn write(work: &Work<'_>) -> String {
    let proof = work.proof;
    let mut xml = Xml::default();
    xml.raw("<!DOCTYPE html>\n");
    xml.open("html", &[("lang", &proof.language)]);
    xml.open("head", &[]);
    xml.empty("meta", &[("charset", "utf-8")]);
    xml.said("title", &[], &format!("{}, {}", proof.title, proof.reference));
    xml.empty("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
    xml.empty("link", &[("rel", "canonical"), ("href", &proof.address)]);
    xml.open("style", &[]);
    xml.raw(STYLE);
    xml.close();
    xml.close();
    xml.open("body", &[]);
    xml.open("header", &[]);
    head(&mut xml, work);
    xml.close();
    if work.has_contents() {
        xml.open("nav", &[("aria-labelledby", "contents")]);
        xml.said("h2", &[("id", "contents")], &proof.words.contents);
        contents(&mut xml, work, "");
        xml.close();
    }
    xml.open("main", &[]);
    text(&mut xml, work);
    xml.close();
    xml.open("footer", &[]);
    about(&mut xml, work);
    let mut page = xml.finish();
    page.push('\n');
    page
}

/// The council, what the text is, its title and what is said below.
pub fn head(xml: &mut Xml, work: &Work<'_>) {
    let proof = work.proof;
    xml.said("p", &[("class", "council")], &proof.council);
    xml.said("p", &[("class", "reference")], &proof.reference);
    xml.said("h1", &[], &proof.title);
    for line in &proof.lead {
        xml.said("p", &[("class", "lead")], line);
    }
    for notice in &proof.notices {
        xml.said("p", &[("class", "notice")], notice);
    }
}

/// The titles, as a list of links to `file`.
pub fn contents(xml: &mut Xml, work: &Work<'_>, file: &str) {
    xml.open("ol", &[]);
    let titles: Vec<_> = work.headings.iter().filter(|heading| heading.level <= 2).collect();
    for (i, heading) in titles.iter().enumerate() {
        let next = titles.get(i + 1).map_or(1, |heading| heading.level);
        let first = i == 0;
        if heading.level == 2 && (first || titles[i - 1].level == 1) {
            if first {
                xml.open("li", &[]);
                xml.said("span", &[], &work.proof.title);
            }
            xml.open("ol", &[]);
        }
        xml.open("li", &[]);
        xml.open("a", &[("href", &format!("{file}#t-{}", heading.id))]);
        xml.text(&heading.text);
        xml.close();
        if heading.level == 1 && next == 2 {
            continue;
        }
        xml.close();
        if heading.level == 2 && next == 1 {
            xml.close();
            xml.close();
        }
    }
    xml.close();
}

/// The summary, the text and its notes.
pub fn text(xml: &mut Xml, work: &Work<'_>) {
    let words = &work.proof.words;
    if !work.summary.is_empty() {
        xml.open("section", &[("class", "brief"), ("aria-labelledby", "brief")]);
        xml.said("h2", &[("id", "brief")], &words.brief);
        xml.open("p", &[]);
        inlines(xml, work, &work.summary, None);
        xml.close();
        xml.close();
    }
    blocks(xml, work, &work.tree.blocks, true);
    if work.tree.notes.is_empty() {
        return;
    }
    xml.open("section", &[("class", "notes"), ("aria-labelledby", "notes")]);
    xml.said("h2", &[("id", "notes")], &words.notes);
    xml.open("ol", &[]);
    for (i, note) in work.tree.notes.iter().enumerate() {
        let number = i + 1;
        xml.open("li", &[("id", &format!("note_{number}"))]);
        blocks(xml, work, note, false);
        if number <= work.tree.called {
            xml.open("p", &[("class", "back")]);
            let name = format!("{} ({} {number})", words.back, words.note.to_lowercase());
            xml.said("a", &[("href", &format!("#call_{number}")), ("aria-label", &name)], "↩");
            xml.close();
        }
        xml.close();
    }
    xml.close();
    xml.close();
}

/// What is known of the text.
pub fn about(xml: &mut Xml, work: &Work<'_>) {
    let proof = work.proof;
    xml.open("section", &[("class", "about"), ("aria-labelledby", "about")]);
    xml.said("h2", &[("id", "about")], &proof.words.about);
    if !proof.facts.is_empty() {
        xml.open("dl", &[]);
        for (name, value) in &proof.facts {
            xml.said("dt", &[], name);
            xml.said("dd", &[], value);
        }
        xml.close();
    }
    xml.close();
}

fn blocks(xml: &mut Xml, work: &Work<'_>, all: &[Block], titles: bool) {
    for block in all {
        write_block(xml, work, block, titles);
        xml.raw("\n");
    }
}

fn write_block(xml: &mut Xml, work: &Work<'_>, block: &Block, titles: bool) {
    match block {
        Block::Heading { level, id, content } if titles => {
            title(xml, work, *level, &format!("t-{id}"), content);
        }
        Block::Recommendation { level, id, title: said, blocks: inside } => {
            let (id, name) = (format!("t-{id}"), format!("title_{id}"));
            xml.open("section", &[("class", "reco"), ("id", &id), ("aria-labelledby", &name)]);
            title(xml, work, *level, &name, said);
            blocks(xml, work, inside, titles);
            xml.close();
        }
        Block::Heading { content, .. } => {
            xml.open("p", &[]);
            xml.open("strong", &[]);
            inlines(xml, work, content, None);
            xml.close();
            xml.close();
        }
        Block::Paragraph { content } => {
            let caption = work.figure(content).map(|(_, _, title)| title).filter(|title| !title.is_empty());
            xml.open(if caption.is_some() { "figure" } else { "p" }, &[]);
            inlines(xml, work, content, None);
            if let Some(caption) = caption {
                xml.said("figcaption", &[], caption);
            }
            xml.close();
        }
        Block::Quote { blocks: inside } => {
            xml.open("blockquote", &[]);
            blocks(xml, work, inside, titles);
            xml.close();
        }
        Block::Alert { label, blocks: inside } => {
            xml.open("div", &[("class", "alert"), ("role", "note")]);
            xml.said("p", &[("class", "label")], label);
            blocks(xml, work, inside, titles);
            xml.close();
        }
        Block::List { start, items } => list(xml, work, *start, items, titles),
        Block::Definitions { items } => {
            xml.open("dl", &[]);
            for item in items {
                xml.open("dt", &[]);
                // A title cannot stand in a term.
                inlines(xml, work, &item.term, None);
                xml.close();
                for meaning in &item.meanings {
                    xml.open("dd", &[]);
                    blocks(xml, work, meaning, titles);
                    xml.close();
                }
            }
            xml.close();
        }
        Block::Code { text } => {
            xml.open("pre", &[]);
            xml.said("code", &[], text);
            xml.close();
        }
        Block::Table { columns, head, rows } => table(xml, work, columns, head, rows),
        Block::Rule => xml.empty("hr", &[]),
    }
}

fn title(xml: &mut Xml, work: &Work<'_>, level: u8, id: &str, content: &[Inline]) {
    let name = ["h2", "h3", "h4", "h5", "h6", "h6"][usize::from(level.saturating_sub(1)).min(5)];
    xml.open(name, &[("id", id)]);
    inlines(xml, work, content, None);
    xml.close();
}

fn list(xml: &mut Xml, work: &Work<'_>, start: Option<u64>, items: &[Item], titles: bool) {
    match start {
        None => xml.open("ul", &[]),
        Some(1) => xml.open("ol", &[]),
        Some(start) => xml.open("ol", &[("start", &start.min(i32::MAX as u64).to_string())]),
    }
    for item in items {
        xml.open("li", if item.done.is_some() { &[("class", "task")] } else { &[] });
        let mark = item.done.map(crate::work::task);
        // One paragraph needs no paragraph.
        match &item.blocks[..] {
            [Block::Paragraph { content }] => inlines(xml, work, content, mark),
            [Block::Paragraph { content }, rest @ ..] => {
                xml.open("p", &[]);
                inlines(xml, work, content, mark);
                xml.close();
                blocks(xml, work, rest, titles);
            }
            inside => {
                xml.text(mark.unwrap_or_default());
                blocks(xml, work, inside, titles);
            }
        }
        xml.close();
    }
    xml.close();
}

fn table(xml: &mut Xml, work: &Work<'_>, columns: &[&str], head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) {
    xml.open("table", &[]);
    xml.open("thead", &[]);
    xml.open("tr", &[]);
    for (cell, side) in head.iter().zip(columns) {
        if cell.is_empty() {
            xml.open("td", &[]);
        } else {
            xml.open("th", &[("scope", "col"), ("class", side)]);
        }
        inlines(xml, work, cell, None);
        xml.close();
    }
    xml.close();
    xml.close();
    if !rows.is_empty() {
        xml.open("tbody", &[]);
        for row in rows {
            xml.open("tr", &[]);
            for (cell, side) in row.iter().zip(columns) {
                xml.open("td", &[("class", side)]);
                inlines(xml, work, cell, None);
                xml.close();
            }
            xml.close();
        }
        xml.close();
    }
    xml.close();
}

fn inlines(xml: &mut Xml, work: &Work<'_>, all: &[Inline], before: Option<&str>) {
    xml.text(before.unwrap_or_default());
    for inline in all {
        let (name, content) = match inline {
            Inline::Text { text } => {
                xml.text(text);
                continue;
            }
            Inline::Code { text } => {
                xml.said("code", &[], text);
                continue;
            }
            Inline::Break => {
                xml.empty("br", &[]);
                continue;
            }
            Inline::Image { href, alt, .. } => {
                let shown = work.picture(href.as_deref());
                if shown.is_some_and(|picture| image(xml, work, picture, alt)) {
                    continue;
                }
                let words = work.image(alt);
                match href {
                    Some(href) => xml.said("a", &[("href", href)], &words),
                    None => xml.text(&words),
                }
                continue;
            }
            Inline::Note { number, again } => {
                call(xml, work, *number, *again);
                continue;
            }
            Inline::Link { href, content } => {
                let href = href.strip_prefix('#').map_or_else(|| href.clone(), |id| format!("#t-{id}"));
                xml.open("a", &[("href", &href)]);
                // Nothing that leads elsewhere stands in a link.
                inlines(xml, work, &crate::work::without_links(work, content), None);
                xml.close();
                continue;
            }
            Inline::Emphasis { content } => ("em", content),
            Inline::Strong { content } => ("strong", content),
            Inline::Struck { content } => ("del", content),
        };
        xml.open(name, &[]);
        inlines(xml, work, content, None);
        xml.close();
    }
}

/// Shows an image, unless the page would be too long.
fn image(xml: &mut Xml, work: &Work<'_>, picture: Picture<'_>, alt: &str) -> bool {
    if work.within && xml.length() + picture.bytes.len() * 4 / 3 > LONGEST {
        return false;
    }
    let source = match work.within {
        true => format!("data:{};base64,{}", picture.kind.media_type(), STANDARD.encode(picture.bytes)),
        false => format!("images/{}", picture.file()),
    };
    let (width, height) = (picture.width.to_string(), picture.height.to_string());
    let attributes: Attributes<'_> =
        &[("src", &source), ("alt", alt), ("width", &width), ("height", &height)];
    xml.empty("img", attributes);
    true
}

fn call(xml: &mut Xml, work: &Work<'_>, number: usize, again: bool) {
    let name = format!("{} {number}", work.proof.words.note);
    let (href, id) = (format!("#note_{number}"), format!("call_{number}"));
    let mut attributes = vec![("href", href.as_str()), ("aria-label", name.as_str())];
    if !again {
        attributes.push(("id", &id));
    }
    xml.open("sup", &[]);
    xml.said("a", &attributes, &number.to_string());
    xml.close();
}
