//! Links, those of images and of wikilinks included.

use pulldown_cmark::LinkType;

use super::{Frame, Writer};
use crate::{
    escape,
    link::{self, Address},
};

impl Writer<'_> {
    pub(super) fn link(&mut self, link_type: LinkType, typed: &str, title: &str) {
        let (address, class) = self.resolve(link_type, typed);
        match address {
            Some(address) if !self.in_link => {
                self.anchor(&address, class, title);
                self.frames.push(Frame { close: "</a>" });
                self.depth += 1;
            }
            _ => self.skip(),
        }
    }

    /// Where a link leads, and its class.
    pub(super) fn resolve(
        &self,
        link_type: LinkType,
        typed: &str,
    ) -> (Option<Address>, Option<&'static str>) {
        match (link_type, &self.context) {
            (LinkType::WikiLink { .. }, Some(context)) => {
                let target = (context.wikilink)(typed);
                (link::address(&target), Some("wikilink"))
            }
            (LinkType::WikiLink { .. }, None) => (None, None),
            (LinkType::Email, _) => (link::address(&format!("mailto:{typed}")), None),
            _ => match link::address(typed) {
                Some(Address::Here(_)) if self.context.is_none() => (None, None),
                address => (address, None),
            },
        }
    }

    /// Writes the opening tag of a link.
    pub(super) fn anchor(&mut self, address: &Address, class: Option<&str>, title: &str) {
        self.in_link = true;
        self.out.push_str("<a");
        if let Some(class) = class {
            escape::attribute(&mut self.out, "class", class);
        }
        match address {
            Address::Near(href) => escape::attribute(&mut self.out, "href", href),
            Address::Far(href) => {
                escape::attribute(&mut self.out, "href", href);
                escape::attribute(&mut self.out, "rel", "noopener");
            }
            Address::Here(slug) => {
                let href = format!("#{}", self.id(slug));
                escape::attribute(&mut self.out, "href", &href);
            }
        }
        if !title.is_empty() {
            self.title(title);
        }
        self.out.push('>');
    }
}
