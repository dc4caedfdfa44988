//! Recommendations: a section that has a number, a name, and a link to itself that one can copy.

use super::Writer;
use crate::{escape, recommendation};

/// The recommendation that is being written.
#[derive(Default)]
pub struct Place {
    /// How many there were.
    number: usize,
    /// Whether its title comes next, or is being written.
    named: Option<bool>,
    /// How deep its title is; 0 outside.
    depth: usize,
    /// The levels of the titles around it.
    around: Vec<u8>,
}

impl Place {
    /// Whether its title comes next.
    pub fn is_named(&self) -> bool {
        self.named == Some(false)
    }

    /// How deep its title is.
    pub fn depth(&self) -> usize {
        self.depth
    }
}

impl Writer<'_> {
    pub(super) fn recommendation(&mut self) {
        self.recommends.number += 1;
        self.recommends.named = Some(false);
        self.recommends.around = std::mem::take(&mut self.levels);
        let (id, title) = self.ids_of_recommendation();
        self.container("<section", "</section>\n");
        self.out.pop();
        escape::attribute(&mut self.out, "class", "reco");
        escape::attribute(&mut self.out, "id", &id);
        escape::attribute(&mut self.out, "aria-labelledby", &title);
        self.out.push_str(">\n");
    }

    pub(super) fn end_recommendation(&mut self) {
        self.levels = std::mem::take(&mut self.recommends.around);
        self.recommends.depth = 0;
    }

    /// One deeper than the title above it.
    pub(super) fn depth_of_recommendation(&mut self) -> usize {
        self.recommends.depth = self.recommends.around.len() + 1;
        self.recommends.depth
    }

    /// The id of its title and its own, if this is its title.
    pub(super) fn name_of_recommendation(&mut self) -> Option<(String, String)> {
        let named = self.recommends.named.as_mut().filter(|named| !**named)?;
        *named = true;
        let (id, title) = self.ids_of_recommendation();
        Some((title, id))
    }

    /// At the end of its title, its address.
    pub(super) fn way_to_recommendation(&mut self) {
        if self.recommends.named.take().is_none() {
            return;
        }
        let (id, _) = self.ids_of_recommendation();
        self.out.push_str(" <a class=\"anchor\"");
        escape::attribute(&mut self.out, "href", &format!("#{id}"));
        escape::attribute(&mut self.out, "aria-label", self.labels.its_link);
        self.out.push_str(">#</a>");
    }

    fn ids_of_recommendation(&self) -> (String, String) {
        let number = self.recommends.number;
        (self.id(&recommendation::name(number)), self.id(&format!("recommandation_{number}")))
    }
}
