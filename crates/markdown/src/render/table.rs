//! Tables: a named region that can be scrolled from the keyboard, and headers with a scope.

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::Writer;
use crate::{escape, text};

/// How long the names of the columns may be in the name of a table.
const NAME: usize = 80;

impl Writer<'_> {
    pub(super) fn table(&mut self, columns: &[Alignment], events: &[Event<'_>], start: usize) {
        let (names, rows) = head(&events[start + 1..]);
        let close = if rows { "</tbody></table></div>\n" } else { "</table></div>\n" };
        if !self.container("<div", close) {
            return;
        }
        self.out.pop();
        self.columns = columns.to_vec();
        self.tables += 1;
        let mut label = format!("{} {}", self.labels.table, self.tables);
        if !names.is_empty() {
            label.push_str(self.labels.colon);
            label.push_str(&names);
        }
        escape::attribute(&mut self.out, "class", "table");
        escape::attribute(&mut self.out, "role", "region");
        escape::attribute(&mut self.out, "tabindex", "0");
        escape::attribute(&mut self.out, "aria-label", &label);
        self.out.push_str("><table>\n");
    }

    /// A header without words would be announced for nothing: it is an ordinary cell. Markdown has no headings of rows:
    /// a first cell that is all in bold is one.
    pub(super) fn cell(&mut self, events: &[Event<'_>]) {
        let empty = matches!(events.first(), Some(Event::End(TagEnd::TableCell)));
        let header = self.in_head && !empty;
        let row = !self.in_head && self.column == 0 && is_bold(events);
        let class = match self.columns.get(self.column) {
            Some(Alignment::Center) => Some("center"),
            Some(Alignment::Right) => Some("end"),
            _ => None,
        };
        let (open, close) = match (header, class) {
            (_, None) if row => ("<th scope=\"row\">", "</th>"),
            (_, Some("end")) if row => ("<th scope=\"row\" class=\"end\">", "</th>"),
            (_, Some(_)) if row => ("<th scope=\"row\" class=\"center\">", "</th>"),
            (true, None) => ("<th scope=\"col\">", "</th>"),
            (true, Some("end")) => ("<th scope=\"col\" class=\"end\">", "</th>"),
            (true, Some(_)) => ("<th scope=\"col\" class=\"center\">", "</th>"),
            (false, None) => ("<td>", "</td>"),
            (false, Some("end")) => ("<td class=\"end\">", "</td>"),
            (false, Some(_)) => ("<td class=\"center\">", "</td>"),
        };
        self.part(open, close);
    }
}

/// Whether a cell holds one piece in bold, and nothing else.
fn is_bold(cell: &[Event<'_>]) -> bool {
    let mut depth = 0_u32;
    for (at, event) in cell.iter().enumerate() {
        match event {
            Event::Start(Tag::Strong) => depth += 1,
            Event::End(TagEnd::Strong) => depth = depth.saturating_sub(1),
            Event::End(TagEnd::TableCell) => return at > 2,
            _ => {}
        }
        let ends = matches!(cell.get(at + 1), Some(Event::End(TagEnd::TableCell)));
        if depth == 0 && !ends {
            return false;
        }
    }
    false
}

/// The names of the columns, and whether rows follow.
fn head(events: &[Event<'_>]) -> (String, bool) {
    let mut names = String::new();
    let mut i = 0;
    while i < events.len() {
        match &events[i] {
            Event::End(TagEnd::TableHead) => {
                let rows = matches!(events.get(i + 1), Some(Event::Start(_)));
                return (names, rows);
            }
            Event::Start(Tag::TableCell) => {
                let (name, end) = text::until_end(events, i + 1);
                let fits = names.chars().count() + name.chars().count() < NAME;
                if fits && !name.trim().is_empty() {
                    if !names.is_empty() {
                        names.push_str(", ");
                    }
                    names.push_str(name.trim());
                }
                i = end + 1;
            }
            _ => i += 1,
        }
    }
    (names, false)
}
