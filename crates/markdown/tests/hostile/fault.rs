//! What an output may hold: only what the renderer is known to write, once it is parsed as a browser would.
//!
//! Shared by the tests and by the fuzzing of `fuzz/entries/markdown.rs`.

use std::collections::HashSet;

use markdown::sanitise;
use scraper::{ElementRef, Html, Node};

/// The elements the renderer writes, with their attributes, class apart.
const ALLOWED: &[(&str, &[&str])] = &[
    ("a", &["href", "title", "rel", "id", "aria-label"]),
    ("blockquote", &[]),
    ("br", &[]),
    ("code", &[]),
    ("dd", &[]),
    ("del", &[]),
    ("div", &["role", "tabindex", "aria-label"]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("h2", &["id"]),
    ("h3", &["id"]),
    ("h4", &["id"]),
    ("h5", &["id"]),
    ("h6", &["id"]),
    ("hr", &[]),
    ("img", &["src", "alt", "title", "loading"]),
    ("input", &["type", "disabled", "checked", "aria-label"]),
    ("li", &["id"]),
    ("ol", &["start"]),
    ("p", &[]),
    ("pre", &["tabindex"]),
    ("section", &["aria-label", "aria-labelledby", "id"]),
    ("strong", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &[]),
    ("th", &["scope"]),
    ("thead", &[]),
    ("tr", &[]),
    ("ul", &[]),
];

const CLASSES: &[&str] = &[
    "anchor",
    "alert",
    "alert-label",
    "caution",
    "center",
    "end",
    "image",
    "important",
    "note",
    "note-call",
    "note-return",
    "notes",
    "raw",
    "reco",
    "table",
    "task",
    "tip",
    "warning",
    "wikilink",
];

/// What is wrong with an output, if anything. Every id of it begins with `prefix`.
pub fn fault(html: &str, prefix: &str) -> Option<String> {
    let document = Html::parse_fragment(html);
    let mut ids = HashSet::new();
    let mut targets = Vec::new();
    let mut level = 1;
    for node in document.tree.root().descendants() {
        match node.value() {
            Node::Comment(_) | Node::Doctype(_) | Node::ProcessingInstruction(_) => {
                return Some("neither an element nor text".to_owned());
            }
            Node::Text(text) => {
                if let Some(c) = text.chars().find(|c| lies(*c)) {
                    return Some(format!("an invisible {c:?}"));
                }
            }
            _ => {}
        }
        let Some(element) = ElementRef::wrap(node) else {
            continue;
        };
        let name = element.value().name();
        // The parser's own root.
        if name == "html" {
            continue;
        }
        let Some((_, attributes)) = ALLOWED.iter().find(|(allowed, _)| *allowed == name) else {
            return Some(format!("<{name}>"));
        };
        if let Some(depth) = name.strip_prefix('h').and_then(|n| n.parse::<u8>().ok()) {
            if depth > level + 1 {
                return Some(format!("h{level} then h{depth}"));
            }
            level = depth;
        }
        if name == "a"
            && element
                .ancestors()
                .skip(1)
                .any(|a| ElementRef::wrap(a).is_some_and(|a| a.value().name() == "a"))
        {
            return Some("a link in a link".to_owned());
        }
        if name == "img" && element.attr("alt").is_none() {
            return Some("an image without alt".to_owned());
        }
        for (attribute, value) in element.value().attrs() {
            let good = match attribute {
                "class" => value.split(' ').all(|class| CLASSES.contains(&class)),
                _ if !attributes.contains(&attribute) => false,
                "href" => good_href(value),
                "src" => !value.starts_with("//") && !value.contains([':', '\\', '\n', '\t']),
                "id" => value.starts_with(prefix) && ids.insert(value.to_owned()),
                _ => !value.contains(lies),
            };
            if !good {
                return Some(format!("<{name} {attribute}={value:?}>"));
            }
            if let Some(target) = value.strip_prefix('#').filter(|_| attribute == "href") {
                let of_note = element.attr("aria-label").is_some();
                targets.push((target.to_owned(), of_note));
            }
        }
    }
    for (target, of_note) in targets {
        if !target.starts_with(prefix) {
            return Some(format!("a way out to #{target}"));
        }
        if of_note && !ids.contains(&target) {
            return Some(format!("a note that leads nowhere: #{target}"));
        }
    }
    let again = sanitise(html);
    (again != html).then(|| format!("not stable: {again}"))
}

fn good_href(value: &str) -> bool {
    let before = value.split(['/', '?', '#']).next().unwrap_or_default();
    let scheme = before.split_once(':').map(|(scheme, _)| scheme.to_lowercase());
    let known = scheme.is_none_or(|s| ["http", "https", "mailto", "tel"].contains(&s.as_str()));
    known && !value.starts_with("//") && !value.contains(|c: char| c.is_whitespace() || c == '\\')
}

fn lies(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{feff}' | '\u{ad}')
        || (c.is_control() && !matches!(c, '\n' | '\t'))
}
