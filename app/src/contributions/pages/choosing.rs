//! Choosing a passage of a text: what an address says of it, and the text paragraph by paragraph.

use std::ops::Range;

use backend::contributions::{ContributionView, TextParagraph, passage_html};
use domain::Version;
use leptos::prelude::*;

use super::{comments, suggestions};
use crate::{paths, request::Request, ui::Icon, words::Words};

/// Characters of a paragraph by which it is named.
const NAME: usize = 40;

/// The passage that an address asks for.
pub(super) struct Asked {
    /// The version that was read.
    pub base: Option<Version>,
    /// Bytes of it.
    pub range: Option<Range<usize>>,
    words: Option<(usize, usize)>,
}

impl Asked {
    /// Words chosen on the page of a version: from one to another, counted from 0.
    pub fn on_the_page(&self) -> Option<(Version, (usize, usize))> {
        self.base.zip(self.words)
    }
}

/// What the address of the page says.
pub(super) fn asked(rq: &Request) -> Asked {
    let number = |name: &str| rq.query(name).and_then(|value| value.parse::<usize>().ok());
    Asked {
        base: rq.query("version").and_then(|value| value.parse().ok()),
        range: number("debut").zip(number("fin")).map(|(start, end)| start..end),
        words: number("de").zip(number("a")),
    }
}

/// What may be done with words chosen in the text, with a pointer or by keyboard: a script shows it, and completes the
/// addresses.
pub(super) fn chooser(rq: &Request, text: &ContributionView) -> Option<AnyView> {
    let (comments, suggests) = (comments::may_comment(rq, text), suggestions::may_suggest(rq, text));
    if text.html.is_empty() || !(comments || suggests) {
        return None;
    }
    let words = &rq.words;
    let (id, version) = (text.facts.id, text.revision.version);
    let link = |may: bool, path: String, icon: &'static str, key: &str| {
        may.then(|| {
            let href = format!("{path}?version={version}");
            view! { <a class="button" href=href><Icon name=icon/>" "{words.t(key)}</a> }
        })
    };
    Some(
        view! {
            <div aria-live="polite" class="no-print">
                <div class="chooser" role="group" aria-label=words.t("comments-chosen") data-of="texte" hidden>
                    {link(comments, paths::comment_do(id), "comment", "comments-do")}
                    {link(suggests, paths::suggest(id), "suggestion", "suggestions-do")}
                </div>
            </div>
        }
        .into_any(),
    )
}

/// The text, paragraph by paragraph: what may be done with each, and what waits there.
pub(super) fn list(
    words: &Words,
    paragraphs: &[TextParagraph],
    act: &str,
    href: impl Fn(&Range<usize>) -> String,
    waiting: impl Fn(usize) -> (String, String),
) -> AnyView {
    let items = paragraphs.iter().map(|paragraph| {
        let named = format!(" : {}", beginning(&paragraph.text));
        let waiting = (paragraph.waiting > 0).then(|| {
            let (href, label) = waiting(paragraph.waiting);
            view! { " "<a class="go" href=href>{label}</a> }
        });
        let html = passage_html(paragraph.range.start, &paragraph.text, 0);
        view! {
            <li>
                <div class="prose" lang=words.council_language() inner_html=html></div>
                <p class="acts">
                    <a class="go" href=href(&paragraph.range)>{act.to_owned()}<span class="vh">{named}</span></a>
                    {waiting}
                </p>
            </li>
        }
    });
    view! { <ol class="passages">{items.collect_view()}</ol> }.into_any()
}

/// The beginning of a paragraph, by which its link is told from the others.
fn beginning(text: &str) -> String {
    let line = text.trim_start_matches('#').split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= NAME {
        return line;
    }
    let cut: String = line.chars().take(NAME).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words))
}
