//! What some say beside the text, after it: each with its title and its signatures. Its own titles are bold words, and its
//! notes come at its end, so that nothing of it is taken for the text.

use markdown::{Block, Inline, Item, Options, tree};

use crate::Proof;

/// The blocks that come after the text; none if nobody says anything beside it.
pub fn blocks(proof: &Proof, options: &Options<'_>) -> Vec<Block> {
    if proof.beside.is_empty() {
        return Vec::new();
    }
    // No title of the text has such a name.
    let heading =
        |level, id: String, title: &str| Block::Heading { level, id, content: vec![Inline::text(title)] };
    let mut all = vec![heading(1, "beside_0".to_owned(), &proof.words.beside)];
    for (number, one) in (1..).zip(&proof.beside) {
        all.push(heading(2, format!("beside_{number}"), &one.title));
        let read = tree(&one.body, options);
        all.extend(plain(read.blocks));
        if !read.notes.is_empty() {
            let item = |blocks| Item { done: None, blocks: plain(blocks) };
            all.push(Block::List { start: Some(1), items: read.notes.into_iter().map(item).collect() });
        }
        all.push(paragraph(vec![Inline::Emphasis { content: vec![Inline::text(one.signed.as_str())] }]));
    }
    all
}

fn paragraph(content: Vec<Inline>) -> Block {
    Block::Paragraph { content }
}

fn plain(blocks: Vec<Block>) -> Vec<Block> {
    let mut all = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { content, .. } => {
                all.push(paragraph(vec![Inline::Strong { content: words(content) }]));
            }
            Block::Recommendation { title, blocks, .. } => {
                all.push(paragraph(vec![Inline::Strong { content: words(title) }]));
                all.extend(plain(blocks));
            }
            Block::Paragraph { content } => all.push(paragraph(words(content))),
            Block::Quote { blocks } => all.push(Block::Quote { blocks: plain(blocks) }),
            Block::Alert { label, blocks } => all.push(Block::Alert { label, blocks: plain(blocks) }),
            Block::List { start, items } => {
                let items = items.into_iter().map(|item| Item { blocks: plain(item.blocks), ..item });
                all.push(Block::List { start, items: items.collect() });
            }
            Block::Definitions { items } => {
                let mut items = items;
                for item in &mut items {
                    item.term = words(std::mem::take(&mut item.term));
                    for meaning in &mut item.meanings {
                        *meaning = plain(std::mem::take(meaning));
                    }
                }
                all.push(Block::Definitions { items });
            }
            Block::Table { columns, head, rows } => {
                let cells = |row: Vec<Vec<Inline>>| row.into_iter().map(words).collect::<Vec<_>>();
                let rows = rows.into_iter().map(cells).collect();
                all.push(Block::Table { columns, head: cells(head), rows });
            }
            Block::Code { .. } | Block::Rule => all.push(block),
        }
    }
    all
}

/// The call of a note is its number; a link to a title of this very opinion is its words.
fn words(content: Vec<Inline>) -> Vec<Inline> {
    let mut all = Vec::new();
    for inline in content {
        match inline {
            Inline::Note { number, .. } => all.push(Inline::text(format!("\u{a0}[{number}]"))),
            Inline::Link { href, content } if href.starts_with('#') => all.extend(words(content)),
            Inline::Link { href, content } => all.push(Inline::Link { href, content: words(content) }),
            Inline::Emphasis { content } => all.push(Inline::Emphasis { content: words(content) }),
            Inline::Strong { content } => all.push(Inline::Strong { content: words(content) }),
            Inline::Struck { content } => all.push(Inline::Struck { content: words(content) }),
            Inline::Text { .. } | Inline::Code { .. } | Inline::Image { .. } | Inline::Break => {
                all.push(inline)
            }
        }
    }
    all
}
