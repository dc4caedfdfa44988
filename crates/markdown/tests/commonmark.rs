//! The examples of the CommonMark specification, against pulldown-cmark's own writer.
//!
//! We write HTML ourselves, so we compare it with what the parser's author writes for the same
//! events. Where ours differs on purpose, the reason and the examples are listed in
//! `commonmark_differences.txt`. A reason undoes its difference on both sides; an example is
//! equal once exactly the listed reasons are undone, no more and no fewer.
//!
//! The examples belong to the npm package `commonmark-spec`, which `npm ci` puts in `end2end`.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::PathBuf,
    sync::LazyLock,
};

use markdown::{Options, Typography, render};
use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd, html::push_html};

const REASONS: [&str; 8] = [
    "heading",
    "code-block",
    "raw-html",
    "external-link",
    "refused-scheme",
    "empty-address",
    "image",
    "wikilink",
];

#[test]
fn only_explained_differences() {
    let listed = listed();
    let mut wrong = Vec::new();
    let examples = examples();
    assert_eq!(examples.len(), 652, "the 0.31.2 specification");
    for (number, source) in &examples {
        let listed = listed.get(number).cloned().unwrap_or_default();
        match needed(source) {
            Some(needed) if needed == listed => {}
            Some(needed) => wrong.push(format!("{number}: {needed:?}, listed {listed:?}")),
            None => {
                let all = REASONS.into_iter().collect();
                let (ours, theirs) = (ours(source, &all), theirs(source, &all));
                wrong.push(format!(
                    "{number}: unexplained\n  source: {source:?}\n  ours:   {ours:?}\n  theirs: {theirs:?}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The reasons which have to be undone for both sides to be equal, if that is enough.
fn needed(source: &str) -> Option<BTreeSet<&'static str>> {
    let equal = |reasons: &BTreeSet<&str>| ours(source, reasons) == theirs(source, reasons);
    let mut reasons: BTreeSet<_> = REASONS.into_iter().collect();
    if !equal(&reasons) {
        return None;
    }
    for reason in REASONS {
        reasons.remove(reason);
        if !equal(&reasons) {
            reasons.insert(reason);
        }
    }
    Some(reasons)
}

fn ours(source: &str, reasons: &BTreeSet<&str>) -> String {
    let options =
        Options { language: Typography::None, id_prefix: "", wikilink: &|target| target.to_owned() };
    let mut html = render(source, &options).html;
    let mut undo = |reason, from: &str, to: &str| {
        if reasons.contains(reason) {
            html = html.replace(from, to);
        }
    };
    undo("code-block", "<pre tabindex=\"0\">", "<pre>");
    undo("raw-html", "<p class=\"raw\">", "<p>");
    undo("external-link", " rel=\"noopener\"", "");
    undo("image", " loading=\"lazy\"", "");
    undo("wikilink", " class=\"wikilink\"", "");
    finish(&html, reasons)
}

fn theirs(source: &str, reasons: &BTreeSet<&str>) -> String {
    let mut links = Vec::new();
    let mut wiki_image = false;
    let events = Parser::new_ext(source, extensions()).filter_map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) if reasons.contains("raw-html") => {
            Some(Event::Text(text))
        }
        Event::Start(Tag::HtmlBlock) if reasons.contains("raw-html") => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) if reasons.contains("raw-html") => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let refused = link_type != LinkType::Email && refused(&dest_url, reasons);
            links.push(refused);
            (!refused).then_some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        Event::Start(Tag::Image {
            link_type: link_type @ LinkType::WikiLink { .. },
            dest_url,
            title,
            id,
        }) if reasons.contains("wikilink") => {
            // Ends like an image: the only thing inside is the target, as text.
            wiki_image = true;
            Some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        Event::End(TagEnd::Image) if wiki_image => {
            wiki_image = false;
            Some(Event::End(TagEnd::Link))
        }
        Event::End(TagEnd::Link) => (!links.pop().unwrap_or(false)).then_some(event),
        event => Some(event),
    });
    let mut html = String::new();
    push_html(&mut html, events);
    finish(&CLEANER.clean(&html).to_string(), reasons)
}

/// Whether we do not write such a link, for one of the reasons to undo.
fn refused(address: &str, reasons: &BTreeSet<&str>) -> bool {
    if address.is_empty() {
        return reasons.contains("empty-address");
    }
    let before = address.split(['/', '?', '#']).next().unwrap_or_default();
    let scheme = before.split_once(':').map(|(scheme, _)| scheme.to_lowercase());
    scheme.is_some_and(|scheme| !["http", "https", "mailto", "tel"].contains(&scheme.as_str()))
        && reasons.contains("refused-scheme")
}

/// What both sides go through.
fn finish(html: &str, reasons: &BTreeSet<&str>) -> String {
    let mut html = html.replace("\n<", "<").replace(">\n", ">");
    if reasons.contains("heading") {
        let mut out = String::new();
        let mut rest = html.as_str();
        while let Some(start) = rest.find("<h") {
            let (before, tag) = rest.split_at(start);
            out.push_str(before);
            let end = tag.find('>').map_or(tag.len(), |end| end + 1);
            let is_heading = tag.as_bytes().get(2).is_some_and(u8::is_ascii_digit);
            out.push_str(if is_heading { "<h>" } else { &tag[..end] });
            rest = &tag[end..];
        }
        out.push_str(rest);
        html = out;
        for level in 1..=6 {
            html = html.replace(&format!("</h{level}>"), "</h>");
        }
    }
    html.trim().to_owned()
}

static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = ammonia::Builder::default();
    builder
        .link_rel(None)
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .add_tag_attributes("ol", ["start"])
        .rm_tag_attributes("img", ["width", "height"]);
    builder
});

fn extensions() -> pulldown_cmark::Options {
    use pulldown_cmark::Options as O;
    O::ENABLE_TABLES
        | O::ENABLE_FOOTNOTES
        | O::ENABLE_STRIKETHROUGH
        | O::ENABLE_TASKLISTS
        | O::ENABLE_HEADING_ATTRIBUTES
        | O::ENABLE_GFM
        | O::ENABLE_DEFINITION_LIST
        | O::ENABLE_WIKILINKS
}

/// `reason: numbers` lines; the others explain.
fn listed() -> BTreeMap<usize, BTreeSet<&'static str>> {
    let mut listed: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for line in include_str!("commonmark_differences.txt").lines() {
        let Some((name, numbers)) = line.split_once(": ") else {
            continue;
        };
        let Some(reason) = REASONS.into_iter().find(|reason| *reason == name) else {
            continue;
        };
        for number in numbers.split_whitespace() {
            let number = number.parse().expect("a number of an example");
            listed.entry(number).or_default().insert(reason);
        }
    }
    listed
}

/// The Markdown side of every example, numbered from 1.
fn examples() -> Vec<(usize, String)> {
    let path = env::var_os("PREAU_COMMONMARK_SPEC").map_or_else(
        || {
            PathBuf::from(env!("CARGO_MANIFEST_DIR"))
                .join("../../end2end/node_modules/commonmark-spec/spec.txt")
        },
        PathBuf::from,
    );
    let path = if path.is_dir() { path.join("spec.txt") } else { path };
    let Ok(spec) = fs::read_to_string(&path) else {
        panic!(
            "no CommonMark specification at {}: run `npm ci` in end2end, or set \
             PREAU_COMMONMARK_SPEC to the spec.txt of the npm package commonmark-spec 0.31.2",
            path.display()
        );
    };
    let fence = "`".repeat(32);
    let mut examples = Vec::new();
    let mut lines = spec.lines();
    while let Some(line) = lines.next() {
        if line != format!("{fence} example") {
            continue;
        }
        let source: Vec<_> = lines.by_ref().take_while(|line| *line != ".").collect();
        lines.by_ref().find(|line| *line == fence);
        let source = source.join("\n").replace('→', "\t") + "\n";
        examples.push((examples.len() + 1, source));
    }
    examples
}
