//! Recommendations: what an author marks, and what a reader gets.

use markdown::{Block, Options, Typography, plain, render, source_said, tree, words_of};
use proptest::prelude::*;

fn options() -> Options<'static> {
    Options { language: Typography::French, id_prefix: "t1-", wikilink: &|_| String::new() }
}

fn html(markdown: &str) -> String {
    render(markdown, &options()).html
}

const TWO: &str = "# Nos demandes

:::recommandation ouvrir *un* chemin[^1]
À qui : **la commune**.

- un
- deux
:::

Entre les deux.
:::recommandation
Planter.
:::
Après.

[^1]: Une note.
";

#[test]
fn each_has_its_number_its_name_and_its_link() {
    let html = html(TWO);
    let first = "<section class=\"reco\" id=\"t1-recommandation-1\" aria-labelledby=\"t1-recommandation_1\">\n\
                 <h3 id=\"t1-recommandation_1\">Recommandation 1&nbsp;: ouvrir <em>un</em> chemin<sup";
    assert!(html.contains(first), "{html}");
    assert!(
        html.contains("<a class=\"anchor\" href=\"#t1-recommandation-2\" aria-label=\"Lien vers cette"),
        "{html}"
    );
    assert!(html.contains("<li>deux</li>\n</ul>\n</section>\n<p>Entre les deux.</p>"), "{html}");
    assert!(html.contains("<p>Planter.</p>\n</section>\n<p>Après.</p>"), "{html}");
    assert!(!html.contains(":::"), "{html}");
}

#[test]
fn they_are_listed_among_the_titles() {
    let headings = render(TWO, &options()).headings;
    let listed: Vec<_> =
        headings.iter().map(|h| (h.level, h.recommends, h.id.as_str(), h.text.as_str())).collect();
    let expected = [
        (2, false, "t1-nos-demandes", "Nos demandes"),
        (3, true, "t1-recommandation-1", "Recommandation 1\u{a0}: ouvrir un chemin"),
        (3, true, "t1-recommandation-2", "Recommandation 2"),
    ];
    assert_eq!(listed, expected);
}

#[test]
fn titles_inside_are_deeper_and_those_after_go_on() {
    let headings =
        render(":::recommandation\n# Dedans\n## Plus bas\n:::\n# Après\n## Encore", &options()).headings;
    let levels: Vec<_> = headings.iter().map(|h| h.level).collect();
    assert_eq!(levels, [2, 3, 4, 2, 3]);
}

/// A title that says the same does not take its name.
#[test]
fn its_name_is_its_own() {
    let html = html(
        "## Recommandation 1\n\nVoir [la première](#recommandation-1).\n\n:::recommandation\nÀ lire.\n:::",
    );
    assert!(html.contains("<h2 id=\"t1-recommandation-1-2\">"), "{html}");
    assert!(html.contains("<section class=\"reco\" id=\"t1-recommandation-1\""), "{html}");
    assert!(html.contains("<a href=\"#t1-recommandation-1\">la première</a>"), "{html}");
}

#[test]
fn the_next_one_or_the_next_title_ends_the_one_that_nobody_closed() {
    let open =
        html(":::recommandation un\nA.\n:::recommandation deux\nB.\n\n# Suite\nC.\n\n:::recommandation\nD.");
    assert_eq!(open.matches("<section").count(), 3);
    assert!(open.contains("<p>A.</p>\n</section>"), "{open}");
    assert!(open.contains("<p>B.</p>\n</section>\n<h2 id=\"t1-suite\">"), "{open}");
    assert!(open.trim_end().ends_with("<p>D.</p>\n</section>"), "{open}");
}

#[test]
fn a_mark_ends_what_it_stands_in_and_one_too_many_is_not_shown() {
    assert_eq!(html("- a\n:::\nb\n:::"), "<ul>\n<li>a</li>\n</ul>\n<p>b</p>\n");
    let list = html("- a\n  :::recommandation c\n  b\n  :::\n");
    assert!(list.starts_with("<ul>\n<li>a</li>\n</ul>\n<section"), "{list}");
}

#[test]
fn code_keeps_what_was_typed() {
    let html = html("```\n:::recommandation\n:::\n```\n\n    :::recommandation\n\n:::recommandations\n");
    assert!(html.contains("<code>:::recommandation\n:::\n</code>"), "{html}");
    assert!(!html.contains("<section") && html.contains("<p>:::recommandations</p>"), "{html}");
}

#[test]
fn there_are_at_most_999_and_no_word_is_lost() {
    let many: String = (1..=1_200).map(|n| format!(":::recommandation titre{n}\nmot{n}\n:::\n")).collect();
    let html = html(&many);
    assert_eq!(html.matches("<section").count(), 999);
    assert!(
        (1..=1_200).all(|n| html.contains(&format!("titre{n}")) && html.contains(&format!("<p>mot{n}</p>")))
    );
    assert!(!html.contains(":::"));
}

#[test]
fn the_tree_and_the_words_have_them_too() {
    let tree = tree(TWO, &options());
    let Block::Recommendation { level, id, title, blocks } = &tree.blocks[1] else {
        panic!("{:?}", tree.blocks)
    };
    assert_eq!((*level, id.as_str()), (2, "recommandation-1"));
    assert_eq!(words_of(title), "Recommandation 1\u{a0}: ouvrir un chemin");
    assert!(matches!(blocks[..], [Block::Paragraph { .. }, Block::List { .. }]), "{blocks:?}");
    let words = plain(TWO);
    assert!(words.contains("\nRecommandation 1 : ouvrir un chemin\nÀ qui : la commune.\n"), "{words}");
    assert!(!words.contains(":::"));
}

#[test]
fn whoever_compares_what_was_typed_reads_words() {
    assert_eq!(
        source_said("A\n:::recommandation un\nB\n:::\n:::recommandation\nC"),
        "A\nRecommandation\u{a0}: un\nB\nRecommandation\nC"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    /// Whatever stands around marks, the words stay, the marks go, and what is open is closed.
    #[test]
    fn no_word_is_lost_and_no_mark_is_shown(parts in prop::collection::vec(0_usize..16, 1..24)) {
        let kinds = [
            ":::recommandation titre\n", ":::recommandation\n", ":::\n", "  :::\n", "mot\n", "\n", "# mot\n", "- mot\n",
            "> mot\n", "| mot | mot |\n| - | - |\n", "[^1]: mot\n", "mot[^1]\n", "1. mot\n", "mot\n===\n", ": mot\n", "    mot\n",
        ];
        let text: String = parts.iter().map(|part| kinds[*part]).collect();
        let html = html(&text);
        prop_assert_eq!(shown(&html), text.matches("mot").count(), "{}\n{}", text, html);
        prop_assert!(!html.contains(":::"), "{}\n{}", text, html);
        prop_assert_eq!(html.matches("<section class=\"reco\"").count(), text.matches(":::reco").count());
        let read = format!("{:?}", tree(&text, &options()));
        prop_assert!(!read.contains(":::"), "{}", read);
    }
}

/// How many times the word is between tags.
fn shown(html: &str) -> usize {
    html.split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, said)| said).matches("mot").count())
        .sum()
}
