//! Nothing hostile gets through: every output is parsed as a browser would, and may hold only
//! what the renderer is known to write.

#[path = "hostile/fault.rs"]
mod fault;
#[path = "hostile/mod.rs"]
mod inputs;

use std::collections::BTreeMap;

use markdown::{Typography, render_inline, typeset};
use proptest::prelude::*;

use inputs::{PREFIX, dompurify, own, rendered};

/// What is wrong with an output, if anything.
fn fault(html: &str) -> Option<String> {
    fault::fault(html, PREFIX)
}

fn check(inputs: Vec<inputs::Hostile>) {
    let mut faults = Vec::new();
    for hostile in inputs {
        let outputs = [rendered(&hostile.input), render_inline(&hostile.input, Typography::French)];
        for html in outputs {
            if let Some(fault) = fault(&html) {
                let start: String = hostile.input.chars().take(200).collect();
                faults.push(format!("{}: {fault}\n  {start:?}", hostile.class));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn our_own() {
    let inputs = own();
    let mut classes = BTreeMap::<_, usize>::new();
    for hostile in &inputs {
        *classes.entry(hostile.class.clone()).or_default() += 1;
    }
    println!("{} inputs: {classes:?}", inputs.len());
    assert!(inputs.len() >= 150 && classes.len() >= 12);
    check(inputs);
}

#[test]
fn those_of_dompurify() {
    match dompurify() {
        Some(inputs) => {
            println!("{} texts from the DOMPurify payloads", inputs.len());
            check(inputs);
        }
        None => println!("skipped: no dompurify.json, see PREAU_HOSTILE_HTML"),
    }
}

#[test]
fn the_check_itself_sees() {
    for html in [
        "<script>x</script>",
        "<p onclick=\"x\">a</p>",
        "<a href=\"javascript:x\">a</a>",
        "<img src=\"//x\" alt=\"\">",
        "<img src=\"https://x\" alt=\"\">",
        "<img src=\"/x\">",
        "<h2 id=\"x\">a</h2>",
        "<h2 id=\"t42-x\">a</h2><h3 id=\"t42-x\">a</h3>",
        "<h3 id=\"t42-x\">a</h3>",
        "<a href=\"#x\">a</a>",
        "<p class=\"x\">a</p>",
        "<p style=\"x\">a</p>",
        "<p>\u{202e}</p>",
        "<p>a",
        "<!-- a -->",
    ] {
        assert!(fault(html).is_some(), "{html}");
    }
}

/// Strings made of what has a meaning somewhere.
fn markdown_like() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "é",
        " ",
        "\n",
        "\n\n",
        "\t",
        "    ",
        "# ",
        "## ",
        "> ",
        "- ",
        "1. ",
        "- [ ] ",
        "- [x] ",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```\n",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](/x)",
        "](https://x.fr)",
        "](javascript:x)",
        "[[",
        "]]",
        "|",
        "|-|-|\n",
        "|a|b|\n",
        "[^1]",
        "[^1]: ",
        "[^2]",
        "\n[^2]: ",
        ": ",
        "> [!NOTE]\n",
        "<",
        ">",
        "<b>",
        "</b>",
        "<div>",
        "<!--",
        "-->",
        "<https://x.fr>",
        "&amp;",
        "&#x202e;",
        "&",
        "\\",
        "\"",
        "'",
        "«",
        "»",
        "!",
        "?",
        "...",
        "{#x}",
        "](#x)",
        "---\n",
        "===\n",
        "\u{202e}",
        "\u{200d}",
        "\0",
        "\r",
        "👩",
        "<a@x.fr>",
        "[x]: /y\n",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn any_string_is_safe(text in any::<String>()) {
        prop_assert_eq!(fault(&rendered(&text)), None);
        prop_assert_eq!(fault(&render_inline(&text, Typography::English)), None);
        typeset(&text, Typography::French);
    }

    #[test]
    fn any_markdown_is_safe(text in markdown_like()) {
        prop_assert_eq!(fault(&rendered(&text)), None);
        prop_assert_eq!(fault(&render_inline(&text, Typography::French)), None);
    }
}
