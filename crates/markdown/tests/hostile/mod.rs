//! Where hostile inputs come from: our own files, and the DOMPurify payloads when present.
//!
//! Shared by the tests and by the example that feeds the browser check.

use std::{env, fs, path::PathBuf};

use markdown::{Options, Typography, render};

/// What every id must start with.
pub const PREFIX: &str = "t42-";

/// One text that means harm.
pub struct Hostile {
    /// The name of its file, or where it comes from.
    pub class: String,
    /// The Markdown.
    pub input: String,
}

/// Renders with the most credulous callback: the target of a wikilink is its address.
pub fn rendered(input: &str) -> String {
    let options =
        Options { language: Typography::French, id_prefix: PREFIX, wikilink: &|target| target.to_owned() };
    render(input, &options).html
}

/// The inputs of this folder.
pub fn own() -> Vec<Hostile> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/hostile");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the folder of this file")
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    let mut all = Vec::new();
    for path in files {
        let class = path.file_stem().unwrap_or_default().to_string_lossy();
        let text = fs::read_to_string(&path).expect("a text");
        for input in text.trim_end().split("\n%%%\n") {
            all.push(Hostile { class: class.clone().into_owned(), input: expand(input) });
        }
    }
    all
}

/// The DOMPurify payloads, each as it is and in four places of a Markdown text; `None` when
/// this machine has not got them.
pub fn dompurify() -> Option<Vec<Hostile>> {
    let path = env::var_os("PREAU_HOSTILE_HTML").map_or_else(
        || {
            PathBuf::from(env!("CARGO_MANIFEST_DIR"))
                .join("../../../shared/outside/hostile-html/dompurify.json")
        },
        PathBuf::from,
    );
    let path = if path.is_dir() { path.join("dompurify.json") } else { path };
    let text = fs::read_to_string(path).ok()?;
    let payloads: Vec<serde_json::Value> = serde_json::from_str(&text).expect("a JSON array");
    let mut all = Vec::new();
    for payload in &payloads {
        let html = payload["payload"].as_str().expect("a payload");
        let line = html.replace(['\n', '\r'], " ");
        for (place, input) in [
            ("alone", html.to_owned()),
            ("inline", format!("Texte {html} texte")),
            ("block", format!("<div>\n{html}\n</div>\n\n- {line}\n\n> {line}")),
            ("table", format!("|{line}|\n|-|\n|{line}|\n\n# {line}")),
            ("link", format!("[{line}]({line}) [x](<{line}> \"{line}\") ![{line}](<{line}>)")),
        ] {
            all.push(Hostile { class: format!("dompurify-{place}"), input });
        }
    }
    Some(all)
}

/// Undoes what keeps the files readable.
fn expand(input: &str) -> String {
    let mut out = String::new();
    let mut rest = input;
    while let Some(start) = rest.find("\\u{") {
        let end = start + rest[start..].find('}').expect("a closing brace");
        let code = u32::from_str_radix(&rest[start + 3..end], 16).expect("a code point");
        out.push_str(&rest[..start]);
        out.push(char::from_u32(code).expect("a character"));
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    while let Some(start) = out.find('⟪') {
        let end = start + out[start..].find('⟫').expect("a closing bracket");
        let inside = &out[start + '⟪'.len_utf8()..end];
        let (text, times) = inside.rsplit_once('×').expect("how many times");
        let repeated = text.repeat(times.parse().expect("a number"));
        out.replace_range(start..end + '⟫'.len_utf8(), &repeated);
    }
    out
}
