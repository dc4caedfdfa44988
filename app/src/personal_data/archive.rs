//! The files of a copy of one's data: for each kind a page to read and the same as JSON, and the files one deposited.

use std::fmt::Write;

use backend::{
    library::{Inside, Piece},
    personal_data::export::{Cell, Line, Own, Part},
};
use serde_json::{Map, Value};

use crate::words::{Values, Words};

/// The pieces of the archive, in their order: the first is the page to begin with.
pub fn pieces(w: &Words, name: &str, council: &str, own: Own) -> Vec<Piece> {
    let mut pieces = vec![text("index.html", index(w, name, council, &own))];
    for part in &own.parts {
        pieces.push(text(&format!("pages/{}.html", part.name), page(w, name, part)));
        pieces.push(text(&format!("json/{}.json", part.name), json(part)));
    }
    let folder = w.t("personal-data-file-folder");
    let file = |piece: Piece| Piece { path: format!("{folder}/{}", piece.path), ..piece };
    pieces.extend(own.files.into_iter().map(file));
    pieces
}

fn text(path: &str, said: String) -> Piece {
    Piece { path: path.to_owned(), inside: Inside::Text(said) }
}

/// A page of its own: nothing comes from elsewhere.
fn document(w: &Words, title: &str, body: &str) -> String {
    let language = w.language.tag();
    let title = escaped(title);
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>body{{max-width:45rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 serif}}\
         dt{{font-weight:bold}}dd{{margin:0 0 .5rem;white-space:pre-wrap;overflow-wrap:anywhere}}\
         section{{border-top:1px solid;padding:.75rem 0}}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{body}</body>\n</html>\n"
    )
}

fn part_title(w: &Words, part: &Part) -> String {
    w.t(&format!("personal-data-part-{}", part.name))
}

fn index(w: &Words, name: &str, council: &str, own: &Own) -> String {
    let title = say!(w, "personal-data-copy-of", name = name.to_owned());
    let mut body =
        format!("<p>{}</p>\n<p>{}</p>\n<ul>\n", escaped(council), escaped(&w.t("personal-data-copy-what")));
    for part in &own.parts {
        let count = say!(w, "personal-data-copy-count", count = part.lines.len());
        let _ = writeln!(
            body,
            "<li><a href=\"pages/{}.html\">{}</a> ({})</li>",
            part.name,
            escaped(&part_title(w, part)),
            escaped(&count)
        );
    }
    document(w, &title, &(body + "</ul>\n"))
}

fn page(w: &Words, name: &str, part: &Part) -> String {
    let mut body =
        format!("<p><a href=\"../index.html\">{}</a></p>\n", escaped(&w.t("personal-data-copy-back")));
    if part.lines.is_empty() {
        let _ = writeln!(body, "<p>{}</p>", escaped(&w.t("personal-data-copy-none")));
    }
    for line in &part.lines {
        body.push_str("<section>\n<dl>\n");
        for (field, cell) in line {
            let label = w.t(&format!("personal-data-field-{}", field.replace('_', "-")));
            let value = said(w, name, line, field, cell);
            let _ = writeln!(body, "<dt>{}</dt><dd>{}</dd>", escaped(&label), escaped(&value));
        }
        body.push_str("</dl>\n</section>\n");
    }
    document(w, &part_title(w, part), &body)
}

/// A cell in words.
fn said(w: &Words, name: &str, line: &Line, field: &str, cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Moment(at) => w.moment(*at),
        Cell::Day(day) => w.day(*day),
        Cell::Number(number) => number.to_string(),
        Cell::Flag(true) => w.t("personal-data-yes"),
        Cell::Flag(false) => w.t("personal-data-no"),
        Cell::Code(code) if code.contains('.') => happened(w, name, line, code),
        Cell::Code(code) => {
            let key = format!("{}-{}", field.replace('_', "-"), code.replace(['_', '.'], "-"));
            let none = Values::new();
            let own = w.find(&format!("personal-data-code-{key}"), &none);
            own.or_else(|| w.find(&key, &none)).unwrap_or_else(|| code.clone())
        }
    }
}

/// A line of the journal, in which others are not named.
fn happened(w: &Words, name: &str, line: &Line, code: &str) -> String {
    let mine = line.iter().any(|(field, cell)| *field == "by_me" && *cell == Cell::Flag(true));
    let somebody = w.t("administration-somebody");
    // A visitor who signs in is the person it happens to.
    let (actor, user) = match mine || code.starts_with("account.") {
        true => (name.to_owned(), somebody),
        false => (somebody, name.to_owned()),
    };
    let user = if code.starts_with("account.") || code.starts_with("data.") { name.to_owned() } else { user };
    let values = Values::from([("actor".into(), actor.into()), ("user".into(), user.into())]);
    let key = format!("journal-{}", code.replace(['.', '_'], "-"));
    w.find(&key, &values).unwrap_or_else(|| code.to_owned())
}

fn json(part: &Part) -> String {
    let value = |cell: &Cell| match cell {
        Cell::Text(said) | Cell::Code(said) => Value::from(said.as_str()),
        Cell::Moment(at) => Value::from(at.to_rfc3339()),
        Cell::Day(day) => Value::from(day.to_string()),
        Cell::Number(number) => Value::from(*number),
        Cell::Flag(flag) => Value::from(*flag),
    };
    let object = |line: &Line| {
        Value::Object(
            line.iter().map(|(name, cell)| ((*name).to_owned(), value(cell))).collect::<Map<_, _>>(),
        )
    };
    let all: Vec<Value> = part.lines.iter().map(object).collect();
    serde_json::to_string_pretty(&Value::Array(all)).unwrap_or_default() + "\n"
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use domain::Language;

    use super::*;

    fn inside(pieces: &[Piece], path: &str) -> String {
        let piece = pieces.iter().find(|piece| piece.path == path).unwrap_or_else(|| panic!("no {path}"));
        match &piece.inside {
            Inside::Text(said) => said.clone(),
            Inside::File(..) => panic!("{path} is a file"),
        }
    }

    #[test]
    fn a_copy_is_read_by_people_and_by_programs_and_runs_nothing() {
        let lines = vec![vec![
            ("role", Cell::Code("member".into())),
            ("body", Cell::Text("<script>alert(1)</script>\nDeux lignes".into())),
            ("secret", Cell::Flag(true)),
        ]];
        let own = Own { parts: vec![Part { name: "votes", lines }], files: Vec::new() };
        let pieces = pieces(&Words::new(Language::French, None), "Odile Rambert", "Conseil", own);
        assert_eq!(pieces[0].path, "index.html");
        let read = inside(&pieces, "pages/votes.html");
        assert!(read.contains("&lt;script&gt;") && !read.contains("<script"), "{read}");
        assert!(read.contains("<dd>oui</dd>"), "{read}");
        let parsed: Value = serde_json::from_str(&inside(&pieces, "json/votes.json")).expect("JSON");
        assert_eq!(parsed[0]["body"], "<script>alert(1)</script>\nDeux lignes");
        assert_eq!(parsed[0]["secret"], true);
    }
}
