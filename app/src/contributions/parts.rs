//! What several pages about texts show: states, kinds, facts, comparisons.

use backend::contributions::{Block, Change, Comparison, RevisionRef, Row, Span};
use domain::{
    Version,
    contributions::{ContributionKind, Due, Standing, State},
};
use leptos::prelude::*;

use crate::{
    paths,
    ui::{self, Choice},
    words::Words,
};

/// The name of a state in the style sheets, which is also the name of its icon.
pub fn state_name(state: State) -> &'static str {
    match state {
        State::Draft => "draft",
        State::InReview => "in-review",
        State::ChangesRequested => "changes-requested",
        State::ReadyForAdoption => "ready",
        State::Adopted => "adopted",
        State::Published => "published",
    }
}

/// The word for a state.
pub fn state_word(words: &Words, state: State) -> String {
    words.t(&format!("contributions-state-{}", state_name(state)))
}

/// A state: an icon and a word.
pub fn state(words: &Words, state: State) -> AnyView {
    view! { <ui::State name=state_name(state) label=state_word(words, state)/> }.into_any()
}

/// The state of a text, and what became of it once public.
pub fn state_or_standing(words: &Words, state_of: State, standing: Option<Standing>) -> AnyView {
    let key = match standing {
        Some(Standing::Superseded) => "contributions-standing-superseded",
        Some(Standing::Withdrawn) => "contributions-standing-withdrawn",
        Some(Standing::InForce) | None => return state(words, state_of),
    };
    view! { <ui::State name="withdrawn" label=words.t(key)/> }.into_any()
}

/// A day by which something is expected: « pour le 15 janvier 2027, dans 12 jours »; a sign once the day has passed.
pub fn due(words: &Words, due: Due) -> AnyView {
    let day = words.day(due.on);
    if !due.is_late() {
        return view! { {say!(words, "contributions-due", day = day, days = due.in_days)} }.into_any();
    }
    let late = say!(words, "contributions-late", days = -due.in_days);
    let expected = say!(words, "contributions-due-late", day = day);
    view! { <span class="state watch"><ui::Icon name="clock"/>" "{late}</span>{expected} }.into_any()
}

/// A text in consultation, until when.
fn consulted(words: &Words, until: chrono::NaiveDate) -> AnyView {
    let until = say!(words, "contributions-consulted-until", day = words.day(until));
    let label = words.t("contributions-consulted");
    view! { <span class="state"><ui::Icon name="comment"/>" "{label}</span>" "{until} }.into_any()
}

/// A version by its number, and by the name that people gave it.
pub fn version_name(words: &Words, version: Version, name: Option<&str>) -> String {
    let version = version.to_string();
    match name {
        Some(name) => say!(words, "contributions-version-named", version = version, name = name.to_owned()),
        None => say!(words, "contributions-version", version = version),
    }
}

/// Who typed a version: whoever is said to have written it, then the others.
pub fn writers(words: &Words, revision: &RevisionRef, with: &[String]) -> String {
    let mut names = vec![revision.by.clone()];
    names.extend_from_slice(with);
    words.list(&names)
}

/// What a text says in brief; nothing if it has no summary.
pub fn brief(words: &Words, summary_html: &str) -> Option<AnyView> {
    (!summary_html.is_empty()).then(|| {
        let summary = summary_html.to_owned();
        view! {
            <section class="panel" aria-labelledby="en-bref">
                <h2 id="en-bref">{words.t("contributions-brief")}</h2>
                <p lang=words.council_language() inner_html=summary></p>
            </section>
        }
        .into_any()
    })
}

/// The kinds one may choose from.
pub fn kinds(words: &Words) -> Vec<Choice> {
    ContributionKind::ALL.iter().map(|kind| Choice::new(kind.code(), words.kind(*kind))).collect()
}

/// One line of a list of texts.
pub fn row(words: &Words, row: &Row) -> AnyView {
    let mut facts =
        vec![state_or_standing(words, row.state, row.standing), view! { {words.kind(row.kind)} }.into_any()];
    if let Some(number) = row.number {
        facts.push(view! { {say!(words, "contributions-number", number = number.to_string())} }.into_any());
    }
    if let Some(until) = row.consulted_until {
        facts.push(consulted(words, until));
    }
    if let Some(expected) = row.due {
        facts.push(due(words, expected));
    }
    if let Some(group) = &row.group {
        facts.push(view! { {group.name.clone()} }.into_any());
    }
    if !row.authors.is_empty() {
        facts.push(view! { {words.list(&row.authors)} }.into_any());
    }
    facts.push(view! { {words.day_of(row.updated_at)} }.into_any());
    let since = (row.versions_since > 0).then(|| {
        let text = say!(words, "contributions-since-row", count = row.versions_since);
        view! { <p class="row-text"><ui::Icon name="history"/>" "{text}</p> }
    });
    view! {
        <li>
            <a class="row-title" href=paths::contribution(row.id)>{row.title.clone()}</a>
            <ui::Facts facts=facts/>
            {since}
        </li>
    }
    .into_any()
}

/// Which side of a comparison is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Old,
    New,
}

/// What a side of a comparison is called; a place without a title for a side that says nothing.
fn side_title(name: &str) -> AnyView {
    match name {
        "" => view! { <span></span> }.into_any(),
        name => view! { <h2>{name.to_owned()}</h2> }.into_any(),
    }
}

/// Two versions side by side, paragraph by paragraph; what did not change is only counted.
pub fn comparison(words: &Words, compared: &Comparison, old: &str, new: &str) -> AnyView {
    let mut pairs = Vec::new();
    let mut same = 0_usize;
    let head = std::iter::once(&compared.title).chain(&compared.summary);
    for block in head.chain(&compared.blocks) {
        if matches!(block, Block::Same(_)) {
            same += 1;
            continue;
        }
        pairs.extend(unchanged(words, &mut same));
        pairs.push(pair(words, block, old, new));
    }
    pairs.extend(unchanged(words, &mut same));
    view! {
        <div class="diff-pairs">
            <div class="pair heads">{side_title(old)}{side_title(new)}</div>
            {pairs}
        </div>
    }
    .into_any()
}

fn unchanged(words: &Words, same: &mut usize) -> Option<AnyView> {
    let count = std::mem::take(same);
    (count > 0).then(|| {
        view! { <p class="pair same">{say!(words, "contributions-compare-same", count = count)}</p> }
            .into_any()
    })
}

fn pair(words: &Words, block: &Block, old: &str, new: &str) -> AnyView {
    let side = |which: Side, name: &str| {
        let spans: Vec<Span> = match block {
            Block::Same(text) => vec![Span { change: Change::Equal, text: text.clone() }],
            Block::Changed(spans) => spans.clone(),
            Block::Inserted(text) => vec![Span { change: Change::Inserted, text: text.clone() }],
            Block::Deleted(text) => vec![Span { change: Change::Deleted, text: text.clone() }],
        };
        let hidden = if which == Side::Old { Change::Inserted } else { Change::Deleted };
        let shown: Vec<AnyView> =
            spans.iter().filter(|span| span.change != hidden).map(|span| marked(words, span)).collect();
        let content = if shown.is_empty() {
            view! { <p class="none">{words.t("contributions-compare-none")}</p> }.into_any()
        } else {
            view! { <p class="source">{shown}</p> }.into_any()
        };
        view! { <div class="prose"><span class="side">{name.to_owned()}</span>{content}</div> }
    };
    view! { <div class="pair">{side(Side::Old, old)}{side(Side::New, new)}</div> }.into_any()
}

/// Words with those that were removed and added.
pub fn spans(words: &Words, spans: &[Span]) -> Vec<AnyView> {
    spans.iter().map(|span| marked(words, span)).collect()
}

fn marked(words: &Words, span: &Span) -> AnyView {
    let text = span.text.clone();
    match span.change {
        Change::Equal => view! { {text} }.into_any(),
        Change::Inserted => {
            view! { <ins><span class="vh">{words.t("contributions-compare-inserted")}" "</span>{text}</ins> }
                .into_any()
        }
        Change::Deleted => {
            view! { <del><span class="vh">{words.t("contributions-compare-deleted")}" "</span>{text}</del> }
                .into_any()
        }
    }
}

/// A table of contents, and the recommendations; nothing for less than two lines.
pub fn contents(
    words: &Words,
    entries: Vec<(String, String)>,
    recommended: Vec<(String, String)>,
) -> Option<AnyView> {
    if entries.len() + recommended.len() < 2 {
        return None;
    }
    let items = |entries: Vec<(String, String)>| {
        let item = |(id, text)| view! { <li><a href=format!("#{id}")>{text}</a></li> };
        entries.into_iter().map(item).collect_view()
    };
    let recommended = (!recommended.is_empty()).then(|| {
        view! {
            <h3>{words.t("contributions-recommendations")}</h3>
            <ol>{items(recommended)}</ol>
        }
    });
    Some(
        view! {
            <nav class="toc" aria-labelledby="sommaire">
                <h2 id="sommaire">{words.t("contributions-contents")}</h2>
                <ol>{items(entries)}</ol>
                {recommended}
            </nav>
        }
        .into_any(),
    )
}
