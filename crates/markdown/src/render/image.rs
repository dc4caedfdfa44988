//! Images: a page asks nothing of anyone but this site.

use pulldown_cmark::LinkType;

use super::{Writer, shorten};
use crate::{escape, link::Address};

impl Writer<'_> {
    /// An image of this site is shown; any other becomes a link to it, or its words alone.
    pub(super) fn image(&mut self, link_type: LinkType, typed: &str, title: &str, alt: &str) {
        let (address, class) = self.resolve(link_type, typed);
        match address {
            // A mail is no image, and a line shows none.
            Some(Address::Near(src))
                if class.is_none()
                    && self.context.is_some()
                    && !src.starts_with("mailto:")
                    && !src.starts_with("tel:") =>
            {
                self.out.push_str("<img");
                escape::attribute(&mut self.out, "src", &src);
                escape::attribute(&mut self.out, "alt", shorten(alt));
                if !title.is_empty() {
                    self.title(title);
                }
                escape::attribute(&mut self.out, "loading", "lazy");
                self.out.push('>');
            }
            Some(address) if !self.in_link && self.context.is_some() => {
                self.anchor(&address, class.or(Some("image")), title);
                let words = if alt.trim().is_empty() { typed } else { alt };
                self.text(words);
                self.out.push_str("</a>");
                self.in_link = false;
            }
            _ => self.text(alt),
        }
    }
}
