//! From Markdown to accessible, safe, well-typeset HTML.
//!
//! One pipeline, always the same: invisible characters out ([`strip_invisible`]), parsing into
//! events, French or English typography on the text events, our own writing of the events
//! (tables with scopes, notes with a way back, named checkboxes…), and ammonia as a second lock.
//!
//! Choices an author can notice:
//! - raw HTML is never interpreted, it is shown as typed;
//! - no page ever asks a third party for anything: an external image becomes a link to it;
//! - a footnote that is defined but never called is still listed, after the others and without
//!   a way back: nothing that was written disappears. A call without a definition stays as typed;
//! - bidirectional overrides and invisible characters are removed everywhere, code included;
//! - `## Title {#name}` gives the heading the id `name` (folded like any other slug), the other
//!   heading attributes are ignored.
//!
//! Acronyms are explained in what was rendered, afterwards ([`Acronyms`]): what is kept depends on no glossary. Nor on
//! what is said of its passages, which are marked afterwards too ([`marked`]).
//!
//! What this crate does not do: know documents (wikilinks go through a callback), store, style.

mod acronyms;
mod depth;
mod escape;
mod invisible;
mod labels;
mod link;
mod parse;
mod passages;
mod recommendation;
mod render;
mod sanitise;
mod slug;
mod text;
mod tree;
mod typography;

use serde::{Deserialize, Serialize};

pub use acronyms::{Acronyms, Mark, explained};
pub use passages::{Passage, Spot, marked, words_shown};
pub use tree::{Block, Definition, Inline, Item, Tree, tree, tree_line, words as words_of};

/// Changes whenever the output changes for the same input, so that stored renderings are redone.
pub const PIPELINE_VERSION: i32 = 2;

/// Which typographic habits a text follows; the labels added by the renderer follow them too.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Typography {
    /// Guillemets, typographic apostrophes, narrow no-break spaces.
    #[default]
    French,
    /// Curly quotation marks and apostrophes, English labels.
    English,
    /// The text as typed, English labels: for comparisons.
    None,
}

/// How to render one text.
pub struct Options<'a> {
    /// Typography and language of the added labels.
    pub language: Typography,
    /// Written before every id, so that two texts on a page never collide, as in `t42-`.
    pub id_prefix: &'a str,
    /// From the target of a wikilink to its address.
    pub wikilink: &'a (dyn Fn(&str) -> String + Sync),
}

/// What comes out of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Rendered {
    /// Safe HTML, to be put in the page as it is.
    pub html: String,
    /// The headings, in order, for a table of contents.
    pub headings: Vec<Heading>,
    /// How many words a reader meets.
    pub words: u32,
    /// The beginning of the first paragraphs as plain text, about 200 characters, cut at a word.
    pub excerpt: String,
}

/// One heading of a text.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Heading {
    /// From 2 to 6, never more than one deeper than the heading before.
    pub level: u8,
    /// The id in the page, prefix included.
    pub id: String,
    /// The words, without any markup.
    pub text: String,
    /// Whether it names a recommendation: the id is then that of the whole.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub recommends: bool,
}

/// Renders a whole text.
pub fn render(markdown: &str, options: &Options<'_>) -> Rendered {
    render_under(markdown, options, 0)
}

/// Renders a text that stands under so many titles of the page, such as an article of a charter: its own are deeper.
pub fn render_under(markdown: &str, options: &Options<'_>, under: usize) -> Rendered {
    let source = ready(markdown);
    let document = parse::document(&source, options.language);
    let written = render::document(&document, options, under);
    Rendered {
        html: sanitise::clean(&written.html),
        headings: written.headings,
        words: text::words(&document),
        excerpt: text::excerpt(&document.body),
    }
}

/// The source as the parser reads it.
fn ready(markdown: &str) -> String {
    recommendation::prepare(&depth::limit(&invisible::strip(markdown)))
}

/// The source of a text for those who compare what was typed: the marks of recommendations are told in words.
pub fn source_said(markdown: &str) -> String {
    recommendation::said(markdown)
}

/// Renders one line, such as a summary: emphasis, code and links, never a block, a note or an
/// image. Links to a `#fragment` are left out, since a line has no headings to lead to.
pub fn render_inline(markdown: &str, language: Typography) -> String {
    let line = invisible::strip(markdown);
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    sanitise::clean(&render::line(&parse::line(&line, language)))
}

/// The words of a text without its markup, a block a line, for those who look words up.
pub fn plain(markdown: &str) -> String {
    let source = ready(markdown);
    text::plain(&parse::document(&source, Typography::None))
}

/// Sets plain text such as a title in the typography of its language. Idempotent; addresses,
/// e-mails, times and numbers are left alone.
pub fn typeset(text: &str, language: Typography) -> String {
    typography::typeset(text, language)
}

/// The second lock alone: keeps of HTML what this crate writes, and nothing else. A rendering
/// comes out of it unchanged.
pub fn sanitise(html: &str) -> String {
    sanitise::clean(html)
}

/// Removes what a reader cannot see: bidirectional overrides, zero-width, control and other
/// invisible characters, except where they belong to an emoji or to the spelling of a script.
pub fn strip_invisible(text: &str) -> String {
    invisible::strip(text).into_owned()
}

/// The slug of a title, as in the ids of headings: for callers which build links to them.
pub fn slug(text: &str) -> String {
    slug::slugify(text)
}

#[cfg(test)]
mod tests;
