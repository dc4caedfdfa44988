//! What a result shows, on the page and while typing; and what an address says of a search.

use backend::search::{Filter, Found, Piece, Subject};
use domain::{
    contributions::{Standing, State},
    library::{DocumentKind, Media},
    search::{Period, SubjectKind},
};
use leptos::prelude::*;

use super::actions::Hit;
use crate::{
    contributions::parts::{state_or_standing, state_word},
    groups::pages::visibility_word,
    library::pages::piece,
    paths,
    publications::pages::numbered,
    ui::{Facts, Icon},
    words::Words,
};

/// Reads what narrows a search; what is not known narrows nothing.
pub fn filter(kind: &str, group: &str, author: &str, period: &str, tag: &str) -> Filter {
    Filter {
        kind: SubjectKind::from_code(kind),
        group: group.to_owned(),
        author: author.parse().ok(),
        period: Period::from_code(period),
        tag: tag.to_owned(),
        ..Filter::default()
    }
}

/// The name of a kind.
pub fn kind_word(words: &Words, kind: SubjectKind) -> String {
    words.t(&format!("search-kind-{}", kind.code()))
}

/// Where something is read.
pub fn address(found: &Found) -> String {
    match &found.subject {
        Subject::Text { id, .. } => paths::contribution(*id),
        Subject::Publication { number, .. } => paths::publication(*number),
        Subject::Message { slug, thread, position } => paths::discussion_at(slug, *thread, *position, None),
        Subject::Review { text } => paths::contribution(*text),
        Subject::Comment { text, comment } => paths::comment(*text, *comment),
        Subject::Document { id, kind: DocumentKind::Dossier, .. } => paths::dossier(*id),
        Subject::Document { id, .. } => paths::document(*id),
        Subject::Person { id, .. } => paths::member(*id),
        Subject::Group { slug, .. } => paths::group(slug),
        Subject::Method { slug } => paths::method(slug),
        Subject::Tutorial { slug } => paths::tutorial(slug),
        Subject::Acronym { slug } => paths::acronym(slug),
        Subject::Article { slug, number, .. } => paths::framing_anchor(slug, *number),
    }
}

/// The icon of a kind.
fn icon(subject: &Subject) -> &'static str {
    match subject {
        Subject::Text { .. } => "texts",
        Subject::Publication { .. } => "published",
        Subject::Message { .. } => "comment",
        Subject::Review { .. } => "answer",
        Subject::Comment { .. } => "comment",
        Subject::Document { kind, media, .. } => piece::icon_of(*kind, *media),
        Subject::Person { .. } => "user",
        Subject::Group { .. } => "groups",
        Subject::Method { .. } => "tools",
        Subject::Tutorial { .. } => "tutorial",
        Subject::Acronym { .. } => "glossary",
        Subject::Article { .. } => "charter",
    }
}

/// What something is, in a word or two.
fn what(words: &Words, subject: &Subject) -> String {
    match subject {
        Subject::Text { kind, .. } => words.kind(*kind),
        Subject::Publication { kind, number, .. } => numbered(words, *kind, *number),
        Subject::Message { .. } => words.t("search-a-message"),
        Subject::Review { .. } => words.t("search-a-review"),
        Subject::Comment { .. } => words.t("search-a-comment"),
        Subject::Document { kind: DocumentKind::Dossier, .. } => words.t("library-nature-dossier"),
        Subject::Document { kind, media, .. } => {
            say!(words, "search-a-document", nature = piece::nature(words, *kind, *media))
        }
        Subject::Person { .. } => words.t("search-a-person"),
        Subject::Group { kind, .. } => words.group_kind(*kind),
        Subject::Method { .. } => words.t("toolbox-one"),
        Subject::Tutorial { .. } => words.t("tutorials-one"),
        Subject::Acronym { .. } => words.t("glossary-one"),
        Subject::Article { .. } => words.t("charter-one-article"),
    }
}

/// What else is told of it, in words.
fn more(words: &Words, found: &Found) -> Vec<String> {
    let group = found.group.as_ref().map(|group| group.name.clone());
    let by = (!found.by.is_empty()).then(|| words.list(&found.by));
    let day = words.day_of(found.at);
    match &found.subject {
        Subject::Person { roles, from, .. } => {
            roles.iter().map(|role| words.council_role(*role)).chain(from.iter().cloned()).collect()
        }
        Subject::Group { visibility, .. } => vec![visibility_word(words, *visibility)],
        Subject::Method { .. } | Subject::Tutorial { .. } | Subject::Acronym { .. } => Vec::new(),
        Subject::Article { text, .. } => vec![text.clone()],
        Subject::Document { common: true, .. } => {
            [words.t("library-common")].into_iter().chain(by).chain([day]).collect()
        }
        _ => group.into_iter().chain(by).chain([day]).collect(),
    }
}

/// The page of a document that the passage is on: where its text is read, and its name.
fn page(words: &Words, found: &Found) -> Option<(String, String)> {
    let (Subject::Document { id, media, .. }, Some(page)) = (&found.subject, found.passage.page) else {
        return None;
    };
    let name = match media {
        Media::Slides => say!(words, "search-slide", number = page),
        Media::Sheet => say!(words, "search-sheet", number = page),
        _ => say!(words, "search-page", number = page),
    };
    Some((paths::document_page(*id, page), name))
}

/// The title, or what stands for one that is hidden.
fn title(words: &Words, found: &Found) -> Vec<Piece> {
    if found.title.is_empty() {
        return vec![Piece { text: words.t("search-hidden-subject"), marked: false }];
    }
    found.title.clone()
}

/// Pieces of a text, those that were looked for marked. Never HTML of the text.
fn pieces(pieces: &[Piece]) -> Vec<AnyView> {
    let piece = |piece: &Piece| {
        let text = piece.text.clone();
        if piece.marked { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() }
    };
    pieces.iter().map(piece).collect()
}

/// A result, in the list.
pub fn row(words: &Words, found: &Found) -> AnyView {
    let facts = facts(words, found);
    let passage = (!found.passage.pieces.is_empty())
        .then(|| view! { <p class="row-text">{pieces(&found.passage.pieces)}</p> });
    view! {
        <li>
            <a class="row-title" href=address(found)><span>{pieces(&title(words, found))}</span></a>
            <Facts facts=facts/>
            {passage}
        </li>
    }
    .into_any()
}

/// Its title, without marks.
pub fn plain_title(words: &Words, found: &Found) -> String {
    title(words, found).into_iter().map(|piece| piece.text).collect()
}

/// What is told of a result beside its title.
pub(crate) fn facts(words: &Words, found: &Found) -> Vec<AnyView> {
    let name = what(words, &found.subject);
    let mut facts =
        vec![view! { <span class="state"><Icon name=icon(&found.subject)/>" "{name}</span> }.into_any()];
    match &found.subject {
        // Where nothing is remarkable nothing is remarked.
        Subject::Text { state: State::Published, .. } => {}
        Subject::Text { state, .. } => facts.push(state_or_standing(words, *state, None)),
        Subject::Publication { standing, .. } if *standing != Standing::InForce => {
            facts.push(state_or_standing(words, State::Published, Some(*standing)));
        }
        _ => {}
    }
    facts.extend(more(words, found).into_iter().map(|fact| fact.into_any()));
    if let Some((href, page)) = page(words, found) {
        let title: String = title(words, found).into_iter().map(|piece| piece.text).collect();
        let of = say!(words, "search-page-of", title = title);
        facts.push(view! { <a href=href>{page}<span class="vh">" "{of}</span></a> }.into_any());
    }
    facts
}

/// A result, while typing.
pub fn hit(words: &Words, found: &Found) -> Hit {
    let pairs = |pieces: &[Piece]| pieces.iter().map(|piece| (piece.text.clone(), piece.marked)).collect();
    let state = match &found.subject {
        Subject::Text { state, .. } => Some(state_word(words, *state)),
        _ => None,
    };
    let facts: Vec<String> =
        [what(words, &found.subject)].into_iter().chain(state).chain(more(words, found)).collect();
    Hit {
        href: address(found),
        title: pairs(&title(words, found)),
        facts: facts.join(" · "),
        page: page(words, found),
        passage: pairs(&found.passage.pieces),
    }
}
