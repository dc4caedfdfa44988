//! The second lock: whatever the renderer wrote, only what is listed here leaves the crate.
//!
//! The list is the exact vocabulary of [`crate::render`], not what HTML allows. Style attributes
//! are out altogether, and images can only come from this site.

use std::{borrow::Cow, sync::LazyLock};

use ammonia::{Builder, UrlRelative};

/// Cleans the HTML of a text. Cleaning what was cleaned changes nothing.
pub fn clean(html: &str) -> String {
    static LOCK: LazyLock<Builder<'static>> = LazyLock::new(lock);
    LOCK.clean(html).to_string()
}

fn lock() -> Builder<'static> {
    let mut builder = Builder::empty();
    builder
        .add_tags([
            "a",
            "blockquote",
            "br",
            "code",
            "dd",
            "del",
            "div",
            "dl",
            "dt",
            "em",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "img",
            "input",
            "li",
            "ol",
            "p",
            "pre",
            "section",
            "strong",
            "sup",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "ul",
        ])
        .add_tag_attributes("a", ["aria-label", "href", "id", "title"])
        .add_tag_attributes("img", ["alt", "src", "title"])
        .add_tag_attributes("input", ["aria-label"])
        .add_tag_attributes("div", ["aria-label"])
        .add_tag_attributes("section", ["aria-label", "aria-labelledby", "id"])
        .add_tag_attributes("li", ["id"])
        .add_tag_attributes("ol", ["start"])
        .add_tag_attribute_values("a", "rel", ["noopener"])
        .add_tag_attribute_values("img", "loading", ["lazy"])
        .add_tag_attribute_values("input", "type", ["checkbox"])
        .add_tag_attribute_values("input", "disabled", [""])
        .add_tag_attribute_values("input", "checked", [""])
        .add_tag_attribute_values("div", "role", ["note", "region"])
        .add_tag_attribute_values("div", "tabindex", ["0"])
        .add_tag_attribute_values("pre", "tabindex", ["0"])
        .add_tag_attribute_values("th", "scope", ["col"])
        .add_allowed_classes("a", ["anchor", "image", "note-return", "wikilink"])
        .add_allowed_classes("div", ["alert", "caution", "important", "note", "table", "tip", "warning"])
        .add_allowed_classes("li", ["task"])
        .add_allowed_classes("p", ["alert-label", "raw"])
        .add_allowed_classes("section", ["notes", "reco"])
        .add_allowed_classes("sup", ["note-call"])
        .add_allowed_classes("td", ["center", "end"])
        .add_allowed_classes("th", ["center", "end"])
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None)
        .attribute_filter(filter);
    for heading in ["h2", "h3", "h4", "h5", "h6"] {
        builder.add_tag_attributes(heading, ["id"]);
    }
    builder
}

fn filter<'u>(element: &str, attribute: &str, value: &'u str) -> Option<Cow<'u, str>> {
    let allowed = match (element, attribute) {
        ("img", "src") => {
            let path = value.split(['?', '#']).next().unwrap_or_default();
            !path.starts_with("//") && !path.contains([':', '\\']) && !value.contains(char::is_control)
        }
        (_, "id" | "aria-labelledby") => value.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_')),
        ("ol", "start") => value.bytes().all(|b| b.is_ascii_digit()),
        _ => true,
    };
    allowed.then_some(Cow::Borrowed(value))
}
