//! Addresses of the site become those of the copy; what it does not have stays as words.

use crate::words::Words;

/// What addresses lead to.
pub(super) trait Addresses {
    /// Where an address of the site leads, from the page that is written.
    fn link(&self, address: &str) -> Option<String>;
    /// Where the image at an address of the site is.
    fn image(&self, address: &str) -> Option<String>;
}

/// Rewrites what was rendered from Markdown: safe HTML, whose attributes are between double quotes.
pub(super) fn rewritten(words: &Words, html: &str, addresses: &impl Addresses) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        let end = end_of_tag(&rest[start..]);
        tag(words, &rest[start..start + end], addresses, &mut out);
        rest = &rest[start + end..];
    }
    out.push_str(rest);
    out
}

/// The length of the tag that begins here: what is between quotation marks does not end it.
fn end_of_tag(text: &str) -> usize {
    let mut quoted = false;
    for (place, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return place + 1,
            _ => {}
        }
    }
    text.len()
}

fn tag(words: &Words, tag: &str, addresses: &impl Addresses, out: &mut String) {
    if tag.starts_with("<img ") {
        match attribute(tag, "src").and_then(|(_, address)| addresses.image(&unescaped(address))) {
            Some(image) => out.push_str(&with(tag, "src", &image)),
            None => {
                let alt = attribute(tag, "alt").map(|(_, alt)| unescaped(alt)).unwrap_or_default();
                out.push_str("<em>");
                out.push_str(&escaped(&say!(words, "open-archive-image", alt = alt)));
                out.push_str("</em>");
            }
        }
        return;
    }
    let Some((_, address)) = attribute(tag, "href") else {
        out.push_str(tag);
        return;
    };
    let address = unescaped(address);
    let elsewhere = ["#", "https://", "http://", "mailto:", "tel:"];
    if elsewhere.iter().any(|start| address.starts_with(start)) {
        out.push_str(tag);
    } else {
        match addresses.link(&address) {
            Some(link) => out.push_str(&with(tag, "href", &link)),
            None => out.push_str("<a>"),
        }
    }
}

/// Where an attribute stands in a tag, from its space to its closing mark, and its value.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<(std::ops::Range<usize>, &'a str)> {
    let opening = format!(" {name}=\"");
    let start = tag.find(&opening)?;
    let value = start + opening.len();
    let end = value + tag[value..].find('"')?;
    Some((start..end + 1, &tag[value..end]))
}

/// A tag with another value of an attribute.
fn with(tag: &str, name: &str, value: &str) -> String {
    let Some((place, _)) = attribute(tag, name) else { return tag.to_owned() };
    format!("{} {name}=\"{}\"{}", &tag[..place.start], escaped(value), &tag[place.end..])
}

/// Words in HTML.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use domain::Language;

    use super::*;

    struct Site;

    impl Addresses for Site {
        fn link(&self, address: &str) -> Option<String> {
            (address == "/contributions/7").then(|| "7.html".to_owned())
        }

        fn image(&self, address: &str) -> Option<String> {
            address.ends_with("a.png").then(|| "../../files/ab".to_owned())
        }
    }

    #[test]
    fn addresses_lead_to_the_copy_or_nowhere() {
        let words = Words::new(Language::French, None);
        let local = |html: &str| rewritten(&words, html, &Site);
        assert_eq!(local("<a href=\"/contributions/7\">x</a>"), "<a href=\"7.html\">x</a>");
        assert_eq!(local("<a class=\"k\" href=\"/recherche?q=a&amp;b\" rel=\"n\">x</a>"), "<a>x</a>");
        for kept in
            ["<a href=\"#note\">1</a>", "<a href=\"https://a.fr/x\">x</a>", "<p title=\"a > b\">1 &lt; 2</p>"]
        {
            assert_eq!(local(kept), kept);
        }
        assert_eq!(
            local("<img src=\"/contributions/7/images/a.png\" alt=\"Un pont\">"),
            "<img src=\"../../files/ab\" alt=\"Un pont\">"
        );
        assert_eq!(local("<img alt=\"Un « pont »\" src=\"/x.png\">"), "<em>image\u{a0}: Un « pont »</em>");
    }
}
