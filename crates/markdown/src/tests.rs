//! The pipeline from end to end: what a reader gets.

use super::*;

fn options() -> Options<'static> {
    Options {
        language: Typography::French,
        id_prefix: "t1-",
        wikilink: &|target| format!("/textes/{}", slug(target)),
    }
}

fn html(markdown: &str) -> String {
    render(markdown, &options()).html
}

#[track_caller]
fn gives(markdown: &str, expected: &str) {
    assert_eq!(html(markdown).trim_end(), expected, "{markdown}");
}

#[test]
fn headings_start_at_two_and_never_jump() {
    let rendered = render("### Un\n# Deux\n#### Trois\n## Quatre\n# Un", &options());
    let levels: Vec<_> = rendered.headings.iter().map(|h| (h.level, h.id.as_str())).collect();
    assert_eq!(levels, [(2, "t1-un"), (2, "t1-deux"), (3, "t1-trois"), (3, "t1-quatre"), (2, "t1-un-2")]);
    gives("# L'*été* ?", "<h2 id=\"t1-l-ete\">L’<em>été</em>\u{202f}?</h2>");
    gives("# Titre {#Là .x onclick=y}", "<h2 id=\"t1-la\">Titre</h2>");
    let deep = (1..=6).map(|n| format!("{} a\n", "#".repeat(n))).collect::<String>();
    assert_eq!(render(&deep, &options()).headings[5].level, 6);
}

#[test]
fn typography_crosses_markup_but_not_code() {
    gives(
        "\"*Quoi* ?\" dit-il : `a ? \"b\"` et <https://x.fr/?a='b'> [l'un](/l'un \"l'un\") !",
        "<p>«&nbsp;<em>Quoi</em>\u{202f}?&nbsp;» dit-il&nbsp;: <code>a ? \"b\"</code> et \
         <a href=\"https://x.fr/?a='b'\" rel=\"noopener\">https://x.fr/?a='b'</a> \
         <a href=\"/l'un\" title=\"l'un\">l’un</a>\u{202f}!</p>",
    );
    gives("    l'été ?", "<pre tabindex=\"0\"><code>l'été ?</code></pre>");
    gives("d'`un`", "<p>d’<code>un</code></p>");
}

#[test]
fn tables_have_scopes_and_a_region() {
    gives(
        "|Poste| |\n|-|:-:|\n|*a*|1|",
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Tableau 1&nbsp;: Poste\">\
         <table>\n<thead><tr><th scope=\"col\">Poste</th><td class=\"center\"></td></tr></thead>\n\
         <tbody><tr><td><em>a</em></td><td class=\"center\">1</td></tr>\n</tbody></table></div>",
    );
    assert!(!html("|a|\n|-|").contains("<tbody>"));
}

#[test]
fn a_first_cell_in_bold_is_the_heading_of_its_row() {
    let out =
        html("|**Poste**|Total|\n|-|-:|\n|**Un *a***|**1**|\n|**b** c|2|\n|d **e**|3|\n|****|4|\n| |5|");
    assert!(out.contains("<tr><th scope=\"row\"><strong>Un <em>a</em></strong></th>"), "{out}");
    assert!(out.contains("<td class=\"end\"><strong>1</strong></td>"), "only the first one: {out}");
    assert!(
        out.contains("<tr><td><strong>b</strong> c</td>")
            && out.contains("<tr><td>d <strong>e</strong></td>")
    );
    assert_eq!(out.matches("scope=\"row\"").count(), 1, "{out}");
    assert!(html("|a|\n|-:|\n|**1**|").contains("<th scope=\"row\" class=\"end\"><strong>1</strong></th>"));
}

#[test]
fn notes_lead_there_and_back() {
    let out = html("Un[^a], deux[^b], trois[^a], quatre[^A].\n\n[^b]: Bé[^c].\n[^a]: A.\n[^c]: C.\n[^d]: D.");
    assert!(out.contains("<p>Un<sup class=\"note-call\"><a id=\"t1-call_1_1\" href=\"#t1-note_1\" aria-label=\"Note 1\">1</a></sup>"), "{out}");
    assert!(out.contains("quatre<sup class=\"note-call\"><a id=\"t1-call_1_3\""), "{out}");
    assert!(out.contains("<section class=\"notes\" aria-label=\"Notes\">\n<ol>\n<li id=\"t1-note_1\"><p>A. <a class=\"note-return\" href=\"#t1-call_1_1\" aria-label=\"Revenir au texte (appel 1)\">↩</a>"), "{out}");
    assert!(out.contains("aria-label=\"Revenir au texte (appel 3)\""), "{out}");
    assert!(out.contains("<li id=\"t1-note_3\"><p>C. <a class=\"note-return\" href=\"#t1-call_3_1\" aria-label=\"Revenir au texte\">"), "{out}");
    assert!(out.contains("<li id=\"t1-note_4\"><p>D.</p>"), "{out}");
    gives("Rien[^x].", "<p>Rien[^x].</p>");
}

#[test]
fn a_note_is_defined_wherever_its_author_is() {
    let out = html("- a[^1]\n\n  [^1]: Dans une liste.\n\n> b[^2]\n>\n> [^2]: Citée.");
    assert!(out.contains("<p>Dans une liste."), "{out}");
    assert!(out.contains("<p>Citée."), "{out}");
    assert!(html("a[^1]\n\n[^1]: un\n\n[^1]: deux").contains("<p>deux</p>"));
}

#[test]
fn tasks_are_named() {
    gives(
        "- [ ] a\n- [x] b",
        "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled=\"\" aria-label=\"À faire\"> a</li>\n\
         <li class=\"task\"><input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"Fait\"> b</li>\n</ul>",
    );
}

#[test]
fn alerts_are_labelled() {
    gives(
        "> [!WARNING]\n> Ici",
        "<div class=\"alert warning\" role=\"note\">\n<p class=\"alert-label\">Attention</p>\n<p>Ici</p>\n</div>",
    );
}

#[test]
fn definitions() {
    gives("Mot\n: Sens", "<dl>\n<dt>Mot</dt>\n<dd>Sens</dd>\n</dl>");
}

#[test]
fn links() {
    gives(
        "[[L'été]] [[Été|là]]",
        "<p><a class=\"wikilink\" href=\"/textes/l-ete\">L’été</a> <a class=\"wikilink\" href=\"/textes/ete\">là</a></p>",
    );
    gives("[a](#Été)", "<p><a href=\"#t1-ete\">a</a></p>");
    gives("[a](javascript:x) [b]()", "<p>a b</p>");
    gives("<a@x.fr>", "<p><a href=\"mailto:a@x.fr\">a@x.fr</a></p>");
}

#[test]
fn images_never_leave_the_site() {
    gives("![l'a](/x.png \"t\")", "<p><img src=\"/x.png\" alt=\"l’a\" title=\"t\" loading=\"lazy\"></p>");
    gives("![](/x.png)", "<p><img src=\"/x.png\" alt=\"\" loading=\"lazy\"></p>");
    gives(
        "![vue](https://x.fr/a.png)",
        "<p><a class=\"image\" href=\"https://x.fr/a.png\" rel=\"noopener\">vue</a></p>",
    );
    gives(
        "![vue](//x.fr/a.png) ![](data:image/png,x)",
        "<p><a class=\"image\" href=\"https://x.fr/a.png\" rel=\"noopener\">vue</a> </p>",
    );
    gives("[![vue](https://x.fr/a.png)](/b)", "<p><a href=\"/b\">vue</a></p>");
}

#[test]
fn html_is_shown_as_typed() {
    gives("a <b onclick=x>c</b>", "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>");
    gives("<div>\n\"x\"\n</div>", "<p class=\"raw\">&lt;div&gt;\n\"x\"\n&lt;/div&gt;</p>");
}

#[test]
fn invisible_characters_go() {
    gives("a\u{202e}b&#x202E;c&ZeroWidthSpace;d `e\u{2066}f`", "<p>abcd <code>ef</code></p>");
    gives("👩\u{200d}👧", "<p>👩\u{200d}👧</p>");
}

#[test]
fn words_and_excerpt() {
    let rendered = render(
        "# Le titre\n\nDeux*mots* l'été ! `code`\n\n- un\n- deux\n\nFin[^1].\n\n[^1]: Note",
        &options(),
    );
    assert_eq!(rendered.words, 9);
    assert_eq!(rendered.excerpt, "Deuxmots l’été\u{202f}! code Fin.");
    let long = render(&"mot ".repeat(100), &options()).excerpt;
    assert!(long.ends_with("mot…") && long.chars().count() <= 201, "{long}");
    assert_eq!(render("- un\n- deux", &options()).excerpt, "un deux");
    assert_eq!(render("", &options()).excerpt, "");
    assert_eq!(render(&"é".repeat(300), &options()).excerpt.chars().count(), 201);
}

#[test]
fn one_line() {
    let french = |line| render_inline(line, Typography::French);
    assert_eq!(french("2026. L'*été* : [ici](/x)"), "2026. L’<em>été</em>&nbsp;: <a href=\"/x\">ici</a>");
    assert_eq!(french("# un\n\n- deux"), "# un - deux");
    assert_eq!(french("*a* ![vue](/x.png) [b](#c) [[d]] <i>"), "<em>a</em> vue b [[d]] &lt;i&gt;");
    assert_eq!(french("- \"a\""), "- «&nbsp;a&nbsp;»");
    assert_eq!(french(""), "");
    assert_eq!(french("[a]: /x"), "[a]&nbsp;: /x");
    assert_eq!(french("_a_) `b`"), "<em>a</em>) <code>b</code>");
}

#[test]
fn words_are_given_without_their_markup() {
    let text =
        "## Le *plan*\n\nUn **vé**lo[^1] et un [lien](https://exemple.fr).\n\n- ici\n- là\n\n[^1]: La note.";
    assert_eq!(plain(text), "Le plan\nUn vélo et un lien.\nici\nlà\nLa note.");
    assert_eq!(plain("| a | b |\n|---|---|\n| c | d |"), "a\nb\nc\nd");
    assert_eq!(plain(""), "");
}
