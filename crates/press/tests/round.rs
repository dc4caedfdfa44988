//! What leaves as a document of Word or of LibreOffice comes back as the same text.

use extraction::{Limits, draft};
use markdown::{Block, Inline, Item, Options, Tree, Typography};
use press::{Files, Format, Proof, Words};

/// Numbers in a row that look like chance, and are the same each time.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % below as u64).expect("it is small")
    }

    fn words(&mut self) -> String {
        const WORDS: [&str; 22] = [
            "la",
            "rivière",
            "d’été",
            "2026",
            "un_mot",
            "5 * 3",
            "[crochets]",
            "a&b",
            "<balise>",
            "prix : 3 €",
            "c#",
            "#mot",
            "1. point",
            "- tiret",
            "| barre",
            "fin.",
            "(note)",
            "~tilde",
            "`accent",
            "œuvre",
            "\\barre",
            "=",
        ];
        let count = 1 + self.next(5);
        (0..count).map(|_| escaped(WORDS[self.next(WORDS.len())])).collect::<Vec<_>>().join(" ")
    }

    fn line(&mut self, notes: &mut Vec<String>) -> String {
        let count = 1 + self.next(4);
        let mut said = Vec::new();
        for _ in 0..count {
            let words = self.words();
            said.push(match self.next(10) {
                0 => format!("**{}**", self.plain()),
                1 => format!("*{}*", self.plain()),
                2 => format!("~~{}~~", self.plain()),
                3 => format!("[{}](https://exemple.org/{}?a=1&b=(2))", self.plain(), self.next(9)),
                4 => format!("**{} *{}***", self.plain(), self.plain()),
                5 => "`let a = b * 2;`".to_owned(),
                6 => {
                    let note = self.words();
                    notes.push(note);
                    format!("{}[^n{}]", self.plain(), notes.len())
                }
                _ => words,
            });
        }
        // Nothing begins a line but letters: what is typed is not what is tried here.
        format!("Il {}", said.join(" "))
    }

    fn plain(&mut self) -> String {
        const WORDS: [&str; 6] =
            ["berges", "l’eau", "élus et élues", "vélo", "«\u{202f}mot\u{202f}»", "sept cents"];
        WORDS[self.next(WORDS.len())].to_owned()
    }

    fn list(&mut self, depth: usize, notes: &mut Vec<String>) -> String {
        let numbered = self.next(2) == 0;
        let start = 1 + self.next(3);
        let items = 1 + self.next(3);
        let mut lines = Vec::new();
        for i in 0..items {
            let mark = if numbered { format!("{}. ", start + i) } else { "- ".to_owned() };
            let task = if !numbered && self.next(6) == 0 { "[x] " } else { "" };
            lines.push(format!("{mark}{task}{}", self.line(notes)));
            let inside = match self.next(5) {
                0 if depth < 3 => self.list(depth + 1, notes),
                1 => format!("\n{}\n", self.line(notes)),
                _ => continue,
            };
            let blank = " ".repeat(mark.len());
            lines.extend(
                inside
                    .lines()
                    .map(|line| if line.is_empty() { String::new() } else { format!("{blank}{line}") }),
            );
        }
        lines.join("\n")
    }

    fn text(&mut self) -> String {
        let mut notes = Vec::new();
        let mut blocks = vec![self.line(&mut notes)];
        let mut last = 9;
        for _ in 0..3 + self.next(9) {
            let kind = self.next(9);
            // Two of these in a row would be one.
            if kind == last && [3, 4, 6].contains(&kind) {
                continue;
            }
            last = kind;
            blocks.push(match kind {
                0 | 1 => format!("{} {}", "#".repeat(1 + self.next(3)), self.line(&mut notes)),
                2 => format!("{}\\\n{}", self.line(&mut notes), self.line(&mut notes)),
                3 => self.list(1, &mut notes),
                4 => format!("> {}\n>\n> {}", self.line(&mut notes), self.line(&mut notes)),
                5 => {
                    let cell = |chance: &mut Chance| chance.plain();
                    let row = |chance: &mut Chance| format!("| {} | **{}** | |", cell(chance), cell(chance));
                    let head = format!(
                        "| {} | {} | {} |\n| --- | :-: | --: |",
                        self.plain(),
                        self.plain(),
                        self.plain()
                    );
                    format!("{head}\n{}\n{}", row(self), row(self).replace("| |", "| fin |"))
                }
                6 => "```\nfn a() {\n    b | c;\n\n}\n```".to_owned(),
                7 => "---".to_owned(),
                _ => self.line(&mut notes),
            });
        }
        for (i, note) in notes.iter().enumerate() {
            blocks.push(format!("[^n{}]: Voir {note}", i + 1));
        }
        blocks.join("\n\n")
    }
}

fn escaped(word: &str) -> String {
    word.chars().flat_map(|c| "\\`*_[]<>~|#&".contains(c).then_some('\\').into_iter().chain([c])).collect()
}

fn proof(body: &str) -> Proof {
    let words = Words {
        contents: "Sommaire".into(),
        brief: "En bref".into(),
        beside: "À côté".into(),
        about: "À propos".into(),
        notes: "Notes".into(),
        note: "Note".into(),
        back: "Retour".into(),
        image: "Image".into(),
        image_untold: "Image sans description".into(),
        page: "Page".into(),
        of: "sur".into(),
    };
    Proof {
        council: "Conseil".into(),
        reference: "Avis".into(),
        title: "L’eau".into(),
        lead: vec!["Adopté".into()],
        notices: vec!["Ceci est un brouillon.".into()],
        facts: vec![("Empreinte".into(), "abc".into())],
        authors: vec![],
        language: "fr".into(),
        day: (2026, 11, 22),
        address: "https://exemple.org/1".into(),
        site: "https://exemple.org".into(),
        named: "https://exemple.org/textes/nomme/".into(),
        summary: "Tout *ce* qui compte.".into(),
        body: body.into(),
        short: false,
        beside: vec![],
        images: vec![],
        words,
    }
}

fn tree(body: &str) -> Tree {
    markdown::tree(
        body,
        &Options { language: Typography::French, id_prefix: "", wikilink: &|_| String::new() },
    )
}

/// A text as lines that say what matters: which blocks, which words, how they look.
fn said(tree: &Tree) -> Vec<String> {
    let mut lines = Vec::new();
    blocks(&tree.blocks, "", &mut lines);
    for (i, note) in tree.notes.iter().enumerate() {
        blocks(note, &format!("note {} ", i + 1), &mut lines);
    }
    lines.into_iter().map(|line| unset_blanks(&line)).collect()
}

/// How a blank between two words is set is seen by nobody.
fn unset_blanks(line: &str) -> String {
    let mut line = line.to_owned();
    for look in ["bold", "italic", "bold italic", "struck"] {
        line = line.replace(&format!("{{{look}: "), &format!(" {{{look}:"));
    }
    line.replace(" }", "} ")
}

fn blocks(all: &[Block], before: &str, lines: &mut Vec<String>) {
    for block in all {
        match block {
            Block::Heading { level, content, .. } => {
                lines.push(format!("{before}h{level} {}", inlines(content)))
            }
            Block::Paragraph { content } => lines.push(format!("{before}p {}", inlines(content))),
            Block::Quote { blocks: inside } => blocks(inside, &format!("{before}> "), lines),
            Block::List { start, items } => {
                lines.push(format!("{before}list {start:?}"));
                for Item { done, blocks: inside } in items {
                    lines.push(format!("{before}- {done:?}"));
                    blocks(inside, &format!("{before}  "), lines);
                }
            }
            Block::Code { text } => lines.push(format!("{before}code {text:?}")),
            Block::Table { columns, head, rows } => {
                lines.push(format!("{before}table {columns:?}"));
                for row in std::iter::once(head).chain(rows) {
                    lines.push(format!(
                        "{before}row {:?}",
                        row.iter().map(|cell| inlines(cell)).collect::<Vec<_>>()
                    ));
                }
            }
            Block::Rule => lines.push(format!("{before}rule")),
            other => lines.push(format!("{before}{other:?}")),
        }
    }
}

fn inlines(content: &[Inline]) -> String {
    let mut pieces: Vec<(String, String)> = Vec::new();
    looks(content, "", &mut pieces);
    // A blank between words that look alike looks like them.
    let mut merged: Vec<(String, String)> = Vec::new();
    for (look, words) in pieces {
        match merged.as_mut_slice() {
            [.., (before, said), (_, blank)] if *before == look && blank == " " => {
                said.push_str(&format!(" {words}"));
                merged.pop();
            }
            _ => merged.push((look, words)),
        }
    }
    let pieces = merged;
    pieces
        .into_iter()
        .map(|(look, words)| if look.is_empty() { words } else { format!("{{{look}:{words}}}") })
        .collect()
}

fn looks(content: &[Inline], look: &str, out: &mut Vec<(String, String)>) {
    for inline in content {
        let with = |mark: &str| {
            let mut marks: Vec<&str> =
                look.split(' ').chain([mark]).filter(|mark| !mark.is_empty()).collect();
            marks.sort_unstable();
            marks.join(" ")
        };
        let (look, words) = match inline {
            Inline::Text { text } => (look.to_owned(), text.clone()),
            Inline::Code { text } => (with("code"), text.clone()),
            Inline::Image { alt, title, .. } => ("image".to_owned(), format!("{alt} {title}")),
            Inline::Note { number, .. } => ("note".to_owned(), number.to_string()),
            Inline::Break => (look.to_owned(), "⏎".to_owned()),
            Inline::Emphasis { content } => return_to(content, &with("italic"), out),
            Inline::Strong { content } => return_to(content, &with("bold"), out),
            Inline::Struck { content } => return_to(content, &with("struck"), out),
            Inline::Link { href, content } => return_to(content, &with(href), out),
        };
        match out.last_mut() {
            Some((last, said)) if *last == look => said.push_str(&words),
            _ if words.is_empty() => {}
            _ => out.push((look, words)),
        }
    }
}

/// What is inside is said in its place; nothing more is to be said here.
fn return_to(content: &[Inline], look: &str, out: &mut Vec<(String, String)>) -> (String, String) {
    looks(content, look, out);
    (look.to_owned(), String::new())
}

#[test]
fn what_leaves_as_a_document_comes_back_as_the_same_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut chance = Chance(7);
    for turn in 0..150 {
        let body = chance.text();
        let before = said(&tree(&body));
        // Code inside an item comes back after its list: a document says of no line of code which item it is of.
        if before.iter().any(|line| line.starts_with(' ') && line.trim_start().starts_with("code ")) {
            continue;
        }
        for format in [Format::Docx, Format::Odt] {
            let document = press::print(&proof(&body), &Files::new(), format).expect("a document");
            let path = folder.path().join(format!("{turn}.{}", format.code()));
            std::fs::write(&path, document.bytes).expect("written");
            let read = draft::read(&path, "", &Limits::default(), None).expect("opened").expect("read");
            assert_eq!(read.title, "L’eau");
            assert_eq!(read.summary.replace('_', "*"), "Tout *ce* qui compte.");
            let after = said(&tree(&read.body));
            assert_eq!(after, before, "{format:?}, turn {turn}\n{body}\n=====\n{}", read.body);
        }
    }
}
