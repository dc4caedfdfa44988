//! Markdown to HTML: nothing comes out but what the renderer is known to write, and what reads that HTML again (words,
//! passages, acronyms) stays within it.

use markdown::{
    Acronyms, Options, Passage, Typography, explained, marked, plain, render, render_inline, slug,
    source_said, words_shown,
};

#[path = "../../crates/markdown/tests/hostile/fault.rs"]
mod fault;

/// What every id must start with.
const PREFIX: &str = "t42-";

/// Renders a text in every way there is.
pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for language in [Typography::French, Typography::English, Typography::None] {
        let options = Options { language, id_prefix: PREFIX, wikilink: &|target| target.to_owned() };
        let html = render(&text, &options).html;
        assert_eq!(fault::fault(&html, PREFIX), None, "in {html}");
        let line = render_inline(&text, language);
        assert_eq!(fault::fault(&line, PREFIX), None, "in {line}");
        marks(&html);
    }
    plain(&text);
    source_said(&text);
    // A title keeps the letters of its script.
    let folded = slug(&text);
    assert!(folded.chars().all(|c| c.is_alphanumeric() || c == '-'), "{folded}");
    assert_eq!(slug(&folded), folded);
}

/// Reads the HTML again, as pages do.
fn marks(html: &str) {
    let words = words_shown(html);
    assert!(words.iter().all(|word| html.get(word.clone()).is_some_and(|word| !word.is_empty())));
    let passages: Vec<Passage> = words
        .chunks(3)
        .enumerate()
        .filter_map(|(key, some)| Some(Passage { range: some.first()?.start..some.last()?.end, key }))
        .collect();
    let mut written = 0;
    let marked = marked(html, &passages, |_, _, out| {
        written += 1;
        out.push('!');
    });
    assert_eq!(written, passages.len(), "{marked}");
    let acronyms = Acronyms::new([("SCoT", "schéma de cohérence territoriale"), ("PLU", "plan")]);
    let explained = explained(html, &acronyms.marks(html), |_, _, word, out| out.push_str(word));
    assert_eq!(words_shown(&explained).len(), words.len(), "{explained}");
}
