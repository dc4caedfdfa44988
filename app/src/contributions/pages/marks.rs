//! A text with what is said of its passages: the words marked, each followed by a numbered link; under each heading, how
//! much waits there. Never by colour alone.

use backend::contributions::{self, ContributionView, Marked, Spot};
use leptos::prelude::*;

use crate::{paths, ui::Icon, words::Words};

/// The text, marked.
pub fn marked(words: &Words, text: &ContributionView) -> String {
    let html = match text.marks.is_empty() {
        true => text.html.clone(),
        false => contributions::marked(&text.html, &text.marks, |what, spot, out| {
            let call = call(words, text, what);
            out.push_str(&match spot {
                Spot::Inline => call.to_html(),
                Spot::Block => view! { <p class="no-print" data-beside="">{call}</p> }.to_html(),
            });
        }),
    };
    counted(words, text, html)
}

/// The link that follows the words: its number, and a sign that tells what it leads to.
fn call(words: &Words, text: &ContributionView, what: Marked) -> AnyView {
    let (icon, name, id, href, number) = match what {
        Marked::Comment(id, number) => {
            ("comment", "comments-call", format!("passage-{id}"), format!("#commentaire-{id}"), number)
        }
        Marked::Suggestion(id, number) => (
            "suggestion",
            "suggestions-call",
            format!("passage-s{id}"),
            paths::suggestion(text.facts.id, id),
            number,
        ),
    };
    let name = words.t(name);
    view! {
        <a class="passage-call no-print" data-beside="" id=id href=href>
            <Icon name=icon/><span class="vh">{name}" "</span>{number.to_string()}
        </a>
    }
    .into_any()
}

/// Under each heading, how much waits there.
fn counted(words: &Words, text: &ContributionView, mut html: String) -> String {
    let id = text.facts.id;
    let under = |counts: &[u32], at: usize| counts.get(at + 1).copied().unwrap_or_default();
    // From the end: what comes before keeps its place.
    for (at, heading) in text.headings.iter().enumerate().rev() {
        let (suggested, commented) = (under(&text.suggested, at), under(&text.commented, at));
        if suggested + commented == 0 {
            continue;
        }
        let end = format!("</h{}>", heading.level);
        let found = html.find(&format!("id=\"{}\"", heading.id));
        let Some(at) = found.and_then(|at| Some(at + html[at..].find(&end)? + end.len())) else { continue };
        let commented = (commented > 0).then(|| {
            let label = say!(words, "comments-here", count = commented);
            view! { <a class="go" href=paths::comments(id)>{label}</a>" " }
        });
        let suggested = (suggested > 0).then(|| {
            let label = say!(words, "suggestions-here", count = suggested);
            view! { <a class="go" href=paths::suggestions(id)>{label}</a> }
        });
        let mark = view! { <p class="no-print" data-beside="">{commented}{suggested}</p> };
        html.insert_str(at, &mark.to_html());
    }
    html
}
