//! `contributions/*.md`: each text with its last words, under its header.

use anyhow::Result;
use app::open_archive::Copy;
use backend::open_archive::{
    Writing,
    told::{Text, TextHead},
};
use chrono::NaiveDate;
use domain::ids::UserId;

use super::header::{Header, quoted};
use crate::commands::import::names;

/// Letters of a title in the name of a file.
const NAME: usize = 60;

/// Writes a text.
///
/// # Errors
/// The folder cannot be written.
pub fn write(to: &mut Writing, copy: &Copy, head: &TextHead, text: &Text) -> Result<()> {
    let email = |id: &UserId| copy.people.get(id).map(|person| quoted(&person.email));
    let mut header = Header::default();
    header.words("title", &head.title);
    header.plain("kind", head.kind.code());
    if let Some(group) = copy.groups.get(&head.group) {
        header.plain("group", &group.slug);
    }
    header.plain("status", head.state.code());
    header.list("authors", &text.authors.iter().filter_map(email).collect::<Vec<_>>());
    header.words("summary", &head.summary);
    header.day("created_on", Some(head.created_on));
    if let Some(adopted) = head.adopted.as_ref().filter(|_| head.state.is_frozen()) {
        let [votes_for, against, abstaining] = adopted.votes;
        header.words("number", &adopted.number);
        header.day("adopted_on", Some(adopted.on));
        header.words("adoption_body", &adopted.body);
        header.plain("votes_for", votes_for);
        header.plain("votes_against", against);
        header.plain("votes_abstaining", abstaining);
        let published = adopted.published_on.map(|day| day.max(adopted.on));
        header.day("published_on", published);
    }
    if head.state.is_writable() {
        header.day("due_on", head.due_on);
        let asked = text.reviewers.iter().filter(|(id, _)| !text.authors.contains(id));
        let asked = asked.filter_map(|(id, due_on)| {
            let email = email(id)?;
            Some(due_on.map_or_else(|| email.clone(), |day| format!("who: {email}\ndue_on: {day}")))
        });
        header.list("reviewers", &asked.collect::<Vec<_>>());
    }
    if let Some(asked) = &head.consulted {
        header.day("consulted_on", Some(asked.from));
        header.day("consulted_until", Some(asked.until));
        header.words("consultation", &asked.question);
    }
    let said = |by: &UserId, on: NaiveDate, key: &str, what: &str| {
        let what = if what.is_empty() { String::new() } else { format!("\n{key}: {}", quoted(what)) };
        Some(format!("by: {}\non: {on}{what}", email(by)?))
    };
    let reviews = text.reviews.iter().filter_map(|review| {
        let said = said(&review.by, review.on, "comment", &review.comment)?;
        Some(format!("{said}\nverdict: {}", review.verdict.code()))
    });
    header.list("review", &reviews.collect::<Vec<_>>());
    // The first one is the text as it was begun.
    let later = text.versions.iter().skip(1);
    let revisions = later.filter_map(|version| said(&version.by, version.on, "reason", &version.reason));
    header.list("revisions", &revisions.collect::<Vec<_>>());
    Ok(to.whole(&path(head), header.before(text.body()))?)
}

/// The name of its file: its number keeps the order, its title tells it.
fn path(head: &TextHead) -> String {
    let slug: String = domain::groups::slug(&head.title).chars().take(NAME).collect();
    format!("{}{:04}-{}.md", names::CONTRIBUTIONS, head.id.0, slug.trim_end_matches('-'))
}
