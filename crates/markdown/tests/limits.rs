//! Texts made to be slow or deep: each must come out in a time that grows with its length.

use std::time::{Duration, Instant};

use markdown::{Options, Typography, render};

/// Long enough for the square of it to be noticed.
const LENGTH: usize = 40_000;
/// Generous: a debug build on a busy machine takes about a second for the worst of them, and
/// a quadratic one takes minutes.
const PATIENCE: Duration = Duration::from_secs(20);

fn cases(n: usize) -> Vec<(&'static str, String)> {
    let r = |s: &str| s.repeat(n / s.len());
    let half = |a: &str, b: &str| format!("{}{}", a.repeat(n / 2 / a.len()), b.repeat(n / 2 / b.len()));
    vec![
        ("prose", r("Le mot \"juste\" : l'été, *enfin* ! [ici](/x)\n\n")),
        ("quotes", r(">")),
        ("quotes sp", r("> ")),
        ("lists", r("- ")),
        ("lists blank", half("- ", "\n")),
        ("lists blank x", half("- ", "\nx")),
        ("lists lazy", half("- ", "x\n")),
        ("quotes lazy", half("> ", "x\n")),
        ("ordered", r("1. ")),
        ("ordered blank", half("1. ", "\n")),
        ("plus blank", half("+ ", "\n")),
        ("plus blank x", half("+ ", "\n x\n")),
        ("plus lazy", half("+ ", "x\n")),
        ("note lazy", half("[^a]: ", "x\n")),
        ("def lazy", format!("a\n{}", half(": ", "x\n"))),
        ("def blank", format!("a\n{}", half(": ", "\n"))),
        (
            "indent lazy",
            format!(
                "{}{}",
                (0..((n / 2) as f64).sqrt() as usize)
                    .map(|k| format!("{}- a\n", "  ".repeat(k)))
                    .collect::<String>(),
                "x\n".repeat(n / 4)
            ),
        ),
        (
            "indent lazy16",
            format!(
                "{}{}",
                (0..((n / 32) as f64).sqrt() as usize)
                    .map(|k| format!("{}{}a\n", " ".repeat(k * 32), "- ".repeat(16)))
                    .collect::<String>(),
                "x\n".repeat(n / 4)
            ),
        ),
        ("recommendations", r(":::recommandation a\nb\n:::\n")),
        ("recommendations open", r(":::recommandation\n")),
        ("recommendations closed", r(":::\n")),
        ("recommendations in lists", r("- a\n:::recommandation\n> b\n")),
        ("recommendations in code", r("```\n:::recommandation\n")),
        ("plus quote", half("> + ", "> \n")),
        ("mixed", half("> - ", "\n> x\n")),
        ("emph", r("*a **a ")),
        ("emph open", r("*a ")),
        ("emph both", half("*a ", "a* ")),
        ("under", r("_a __a ")),
        ("strike", r("~a ~~b ")),
        ("brackets", r("[")),
        ("brackets2", half("[", "]")),
        ("links", r("[a](")),
        ("links2", r("[a](<b")),
        ("wiki", r("[[")),
        ("wiki a", r("[[a")),
        ("wiki pipe", r("[[a|")),
        ("wiki close", half("[[", "]]")),
        ("wiki img", r("![[a")),
        ("notes", r("[^a")),
        ("notes defs", r("[^a]: b\n")),
        ("notes nest", r("[^a]: ")),
        ("notes call", format!("[^a]: x\n\n{}", r("[^a] "))),
        ("img", r("![")),
        ("img nest", half("![a", "](/b)")),
        ("ticks", (1..(n as f64).sqrt() as usize).map(|k| format!("{} ", "`".repeat(k))).collect()),
        ("angle", r("<")),
        ("html", r("<a b=\"")),
        ("comment", r("<!-- a ")),
        ("pi", r("<? ")),
        ("cdata", r("<![CDATA[ ")),
        ("decl", r("<!A ")),
        ("htmlblocks", r("<div>\n\n")),
        ("entities", r("&#x202E;&amp;&")),
        ("table wide", format!("{}\n{}\n{}", "|a".repeat(n / 8), "|-".repeat(n / 8), "|a\n".repeat(n / 6))),
        ("table tall", format!("|a|b|\n|-|-|\n{}", "|a|b|\n".repeat(n / 6))),
        ("headings", r("# a\n")),
        ("deflist", r("a\n: b\n")),
        ("deflist nest", r(": ")),
        ("deflist n2", format!("a\n{}", r(": "))),
        ("deflist tail", r("a\n\n: ")),
        ("refs", format!("[a]: /{}\n{}", "x".repeat(n / 2), "[a] ".repeat(n / 8))),
        ("refdefs", (0..n / 12).map(|k| format!("[{k}]: /x\n")).collect()),
        ("hr", r("* ")),
        ("tabs", r("\t")),
        ("urls", r("a://")),
        ("emails", r("a@")),
        ("quotes str", r("\"a ")),
        ("quotes guil", half("“", "»")),
        ("dots", r(". ... ")),
        ("marks", r("!?")),
        ("colons", r(":a")),
        ("spaces", r("a  ")),
        ("alerts", r("> [!NOTE]\n> a\n\n")),
        ("tasks", r("- [ ] a\n")),
        ("code", r("```\na\n```\n")),
        ("fences", r("~~~ ")),
        ("autolink", r("<http://a")),
        ("backslash", r("\\")),
        ("setext", r("a\n=\n")),
        (
            "indent list",
            (0..(n as f64).sqrt() as usize).map(|k| format!("{}- a\n", "  ".repeat(k))).collect(),
        ),
        ("attrs", r("# a {#b\n")),
        ("attrs2", format!("# a {{{}}}", r("#b "))),
        ("zwj", r("\u{200d}a")),
    ]
}

#[test]
fn every_length_is_affordable() {
    let options =
        Options { language: Typography::French, id_prefix: "t-", wikilink: &|target| target.to_owned() };
    for (name, text) in cases(LENGTH) {
        let start = Instant::now();
        let rendered = render(&text, &options);
        let took = start.elapsed();
        assert!(took < PATIENCE, "{name}: {took:?}");
        assert!(depth(&rendered.html) < 64, "{name}: too deep");
    }
}

/// How many elements are open at once at most.
fn depth(html: &str) -> usize {
    let (mut depth, mut most) = (0_usize, 0);
    for tag in html.split('<').skip(1) {
        if tag.starts_with('/') {
            depth -= 1;
        } else if !["br>", "hr>", "img ", "input "].iter().any(|void| tag.starts_with(void)) {
            depth += 1;
            most = most.max(depth);
        }
    }
    assert_eq!(depth, 0, "every element is closed");
    most
}
