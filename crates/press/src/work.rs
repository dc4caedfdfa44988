//! A proof as it was read: what every format is written from.

use std::{
    cell::RefCell,
    collections::{BTreeSet, HashSet},
};

use markdown::{Block, Inline, Options, Tree, Typography, tree, tree_line, words_of};

use crate::{
    Files, Proof, beside,
    pictures::{Picture, Pictures, pictures},
};

/// A proof with its text as a tree. Its links lead somewhere: to a title of the text, or to a whole address.
pub struct Work<'a> {
    pub proof: &'a Proof,
    pub summary: Vec<Inline>,
    pub tree: Tree,
    /// The titles, in order.
    pub headings: Vec<Heading>,
    /// The images that it shows.
    pub pictures: Pictures<'a>,
    /// Whether a page holds its images, instead of having them beside it.
    pub within: bool,
}

/// A title of the text.
pub struct Heading {
    pub level: u8,
    pub id: String,
    pub text: String,
}

impl Heading {
    fn new(level: u8, id: &str, content: &[Inline]) -> Heading {
        let text = words_of(content).split_whitespace().collect::<Vec<_>>().join(" ");
        Heading { level, id: id.to_owned(), text }
    }
}

impl<'a> Work<'a> {
    pub fn of(proof: &'a Proof, files: &'a Files) -> Work<'a> {
        let named = |title: &str| format!("{}{}", proof.named, segment(title));
        let language = if proof.language == "en" { Typography::English } else { Typography::French };
        let options = Options { language, id_prefix: "", wikilink: &named };
        let mut tree = tree(&proof.body, &options);
        tree.blocks.extend(beside::blocks(proof, &options));
        let mut summary = tree_line(&proof.summary, &options);
        let mut headings = Vec::new();
        titles(&tree.blocks, &mut headings);
        let ids = headings.iter().map(|heading| heading.id.clone()).collect();
        let links = Links { site: &proof.site, ids, images: RefCell::default() };
        links.inlines(&mut summary);
        links.blocks(&mut tree.blocks);
        tree.notes.iter_mut().for_each(|note| links.blocks(note));
        let pictures = pictures(proof, files, &links.images.into_inner());
        Work { proof, summary, tree, headings, pictures, within: false }
    }

    /// Whether a table of contents is of any use.
    pub fn has_contents(&self) -> bool {
        self.headings.iter().filter(|heading| heading.level <= 2).count() >= 3
    }

    /// The image at this address, if it is shown.
    pub fn picture(&self, href: Option<&str>) -> Option<Picture<'a>> {
        self.pictures.get(href?).copied()
    }

    /// An image that has a paragraph for itself, with what is read below.
    pub fn figure<'b>(&self, content: &'b [Inline]) -> Option<(Picture<'a>, &'b str, &'b str)> {
        match content {
            [Inline::Image { href, alt, title }] => {
                self.picture(href.as_deref()).map(|picture| (picture, alt.as_str(), title.as_str()))
            }
            _ => None,
        }
    }

    /// What is said of an image instead of showing it.
    pub fn image(&self, alt: &str) -> String {
        let words = &self.proof.words;
        if alt.is_empty() { format!("[{}]", words.image_untold) } else { format!("[{}{alt}]", words.image) }
    }
}

fn titles(blocks: &[Block], all: &mut Vec<Heading>) {
    for block in blocks {
        match block {
            Block::Heading { level, id, content } => {
                all.push(Heading::new(*level, id, content));
            }
            Block::Recommendation { level, id, title, blocks } => {
                all.push(Heading::new(*level, id, title));
                titles(blocks, all);
            }
            Block::Quote { blocks } | Block::Alert { blocks, .. } => titles(blocks, all),
            Block::List { items, .. } => items.iter().for_each(|item| titles(&item.blocks, all)),
            Block::Definitions { items } => {
                items.iter().flat_map(|item| &item.meanings).for_each(|meaning| titles(meaning, all));
            }
            Block::Paragraph { .. } | Block::Code { .. } | Block::Table { .. } | Block::Rule => {}
        }
    }
}

struct Links<'a> {
    site: &'a str,
    ids: HashSet<String>,
    /// The addresses of the images.
    images: RefCell<BTreeSet<String>>,
}

impl Links<'_> {
    fn blocks(&self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Heading { content, .. } | Block::Paragraph { content } => self.inlines(content),
                Block::Recommendation { title, blocks, .. } => {
                    self.inlines(title);
                    self.blocks(blocks);
                }
                Block::Quote { blocks } | Block::Alert { blocks, .. } => self.blocks(blocks),
                Block::List { items, .. } => items.iter_mut().for_each(|item| self.blocks(&mut item.blocks)),
                Block::Definitions { items } => {
                    for item in items {
                        self.inlines(&mut item.term);
                        item.meanings.iter_mut().for_each(|meaning| self.blocks(meaning));
                    }
                }
                Block::Table { head, rows, .. } => {
                    head.iter_mut().chain(rows.iter_mut().flatten()).for_each(|cell| self.inlines(cell));
                }
                Block::Code { .. } | Block::Rule => {}
            }
        }
    }

    /// A link without words, or to a title that is not there, leaves its words alone.
    fn inlines(&self, content: &mut Vec<Inline>) {
        let mut kept = Vec::with_capacity(content.len());
        for mut inline in content.drain(..) {
            match &mut inline {
                Inline::Emphasis { content } | Inline::Strong { content } | Inline::Struck { content } => {
                    self.inlines(content);
                }
                Inline::Link { href, content } => {
                    self.inlines(content);
                    let there = self.absolute(href);
                    if there.is_none() || words_of(content).trim().is_empty() {
                        kept.append(content);
                        continue;
                    }
                    *href = there.unwrap_or_default();
                }
                Inline::Image { href, .. } => {
                    *href = href.as_deref().and_then(|href| self.absolute(href));
                    self.images.borrow_mut().extend(href.clone());
                }
                Inline::Text { .. } | Inline::Code { .. } | Inline::Note { .. } | Inline::Break => {}
            }
            kept.push(inline);
        }
        *content = kept;
    }

    fn absolute(&self, href: &str) -> Option<String> {
        match href.strip_prefix('#') {
            Some(id) => self.ids.contains(id).then(|| href.to_owned()),
            None if href.starts_with('/') => Some(format!("{}{href}", self.site)),
            None if ["https:", "http:", "mailto:", "tel:"].iter().any(|scheme| starts(href, scheme)) => {
                Some(href.to_owned())
            }
            None => Some(format!("{}/{href}", self.site)),
        }
    }
}

fn starts(href: &str, scheme: &str) -> bool {
    href.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

fn segment(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// What stands before a task.
pub fn task(done: bool) -> &'static str {
    if done { "☑ " } else { "☐ " }
}

/// The same words, nothing of which leads anywhere.
pub fn without_links(work: &Work<'_>, content: &[Inline]) -> Vec<Inline> {
    let mut plain = Vec::new();
    for inline in content {
        match inline {
            Inline::Link { content, .. } => plain.extend(without_links(work, content)),
            Inline::Image { href, .. } if work.picture(href.as_deref()).is_some() => {
                plain.push(inline.clone());
            }
            Inline::Image { alt, .. } => plain.push(Inline::text(work.image(alt))),
            Inline::Note { .. } => {}
            Inline::Emphasis { content } => {
                plain.push(Inline::Emphasis { content: without_links(work, content) });
            }
            Inline::Strong { content } => {
                plain.push(Inline::Strong { content: without_links(work, content) });
            }
            Inline::Struck { content } => {
                plain.push(Inline::Struck { content: without_links(work, content) });
            }
            other => plain.push(other.clone()),
        }
    }
    plain
}
