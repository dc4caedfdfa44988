use super::*;
use crate::Typography;

fn read(markdown: &str) -> Tree {
    let named = |title: &str| format!("/nomme/{title}");
    tree(markdown, &Options { language: Typography::French, id_prefix: "", wikilink: &named })
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph { content: vec![Inline::text(words)] }
}

#[test]
fn titles_never_jump_and_have_names_of_their_own() {
    let titles: Vec<_> = read("#### Un\n# Deux\n### Deux\n# \n###### L'été {#ete}")
        .blocks
        .into_iter()
        .filter_map(|block| match block {
            Block::Heading { level, id, content } => Some((level, id, words(&content))),
            _ => None,
        })
        .collect();
    let expected = [(1, "un", "Un"), (1, "deux", "Deux"), (2, "deux-2", "Deux"), (3, "ete", "L’été")];
    assert_eq!(titles, expected.map(|(level, id, text)| (level, id.to_owned(), text.to_owned())));
}

#[test]
fn words_of_a_tight_item_are_a_paragraph() {
    let list = read("- a\n  - b\n- [x] c");
    let inside = Block::List { start: None, items: vec![Item { done: None, blocks: vec![paragraph("b")] }] };
    let items = vec![
        Item { done: None, blocks: vec![paragraph("a"), inside] },
        Item { done: Some(true), blocks: vec![paragraph("c")] },
    ];
    assert_eq!(list.blocks, [Block::List { start: None, items }]);
}

#[test]
fn notes_come_in_the_order_of_their_calls_and_none_is_lost() {
    let read =
        read("a[^b] c[^a] d[^b] e[^z]\n\n[^a]: un[^c]\n\n[^seule]: trois\n\n[^b]: deux\n\n[^c]: quatre");
    let said = |note: &[Block]| match note {
        [Block::Paragraph { content }] => words(content),
        _ => String::new(),
    };
    let notes: Vec<_> = read.notes.iter().map(|note| said(note)).collect();
    assert_eq!(notes, ["deux", "un", "quatre", "trois"]);
    assert_eq!(read.called, 2);
    let Block::Paragraph { content } = &read.blocks[0] else { panic!("a paragraph") };
    let calls: Vec<_> = content
        .iter()
        .filter_map(|inline| match inline {
            Inline::Note { number, again } => Some((*number, *again)),
            _ => None,
        })
        .collect();
    assert_eq!(calls, [(1, false), (2, false), (1, true)]);
    assert!(words(content).ends_with("e[^z]"));
}

#[test]
fn addresses_are_judged_as_on_a_page() {
    let content = tree_line(
        "[a](javascript:x) [b](/b) [[La charte]] ![c](data:x) <i>d</i>",
        &Options { language: Typography::French, id_prefix: "", wikilink: &|_| String::new() },
    );
    assert_eq!(words(&content), "a b [[La charte]] c <i>d</i>");
    let links = content.iter().filter(|inline| matches!(inline, Inline::Link { .. })).count();
    assert_eq!(links, 1);
    let Block::Paragraph { content } = &read("[[La charte]]").blocks[0] else { panic!("a paragraph") };
    assert_eq!(
        content[0],
        Inline::Link { href: "/nomme/La%20charte".into(), content: vec![Inline::text("La charte")] }
    );
}

#[test]
fn rows_have_as_many_cells_as_there_are_columns() {
    let Block::Table { columns, head, rows } = &read("|a|b|\n|:-:|-:|\n|c|\n|d|e|f|").blocks[0] else {
        panic!("a table")
    };
    assert_eq!(columns[..], ["center", "end"]);
    assert_eq!(head.len(), 2);
    assert!(rows.iter().all(|row| row.len() == 2));
}

/// Deeper than what anybody reads, the words stay.
#[test]
fn depth_is_bounded_and_no_word_is_lost() {
    fn depth(blocks: &[Block]) -> usize {
        let inside = |block: &Block| match block {
            Block::Quote { blocks } | Block::Alert { blocks, .. } => 1 + depth(blocks),
            Block::List { items, .. } => 1 + items.iter().map(|item| depth(&item.blocks)).max().unwrap_or(0),
            _ => 0,
        };
        blocks.iter().map(inside).max().unwrap_or(0)
    }
    let lists: String = (0..30).map(|n| format!("{}- mot{n}\n", "  ".repeat(n))).collect();
    let said = format!("{:?}", read(&lists));
    assert!((0..30).all(|n| said.contains(&format!("mot{n}"))), "{said}");
    assert!(depth(&read(&lists).blocks) <= 8);
    let spans = format!("{}mot{}", "*a **b ".repeat(40), "** *".repeat(40));
    assert!(format!("{:?}", read(&spans)).contains("mot"));
    assert_eq!(format!("{:?}", read(&"*".repeat(5_000))).matches("Emphasis").count(), 0);
}
