//! Who wrote what of a text: each passage of its current version, by those who brought its words.

use std::time::{Duration, Instant};

use domain::{
    Version,
    ids::{ContributionId, RevisionId, UserId},
    policy::ContributionAction,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use similar::{Algorithm, DiffOp};

use super::{
    compare::require_inside,
    comparison::paragraphs,
    load::{Head, load},
    render::apart,
    versions::writers,
};
use crate::{Cx, Result, entities::revision};

/// Versions looked at, the latest: what is older is said to come with the first of them.
const VERSIONS: u64 = 300;
/// Versions read together.
const TOGETHER: usize = 25;
/// Beyond this time, versions are taken to change all that they do not share with the one before at both ends.
const PATIENCE: Duration = Duration::from_secs(2);

/// Some words of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Who typed the version that brought them; several if they typed it together.
    pub who: Vec<String>,
    /// The versions that brought them.
    pub versions: Vec<Version>,
    /// How many.
    pub words: usize,
}

/// A paragraph, a heading, a list or a table of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// As it is written.
    pub text: String,
    /// Whose words, the most first.
    pub shares: Vec<Share>,
}

/// Who wrote what of a text.
#[derive(Clone, Debug)]
pub struct Passages {
    /// The head of the page.
    pub head: Head,
    /// Over the whole text.
    pub whole: Vec<Share>,
    /// In the order of the text.
    pub passages: Vec<Passage>,
}

/// Who wrote what of the current version of a text, for those who follow the work of its group.
///
/// # Errors
/// `NotFound` if the text may not be read.
pub async fn passages(cx: &Cx, id: ContributionId) -> Result<Passages> {
    let text = load(cx, id, ContributionAction::Read).await?;
    require_inside(cx, &text)?;
    let mut revisions: Vec<(RevisionId, UserId, i32)> = revision::Entity::find()
        .filter(revision::Column::ContributionId.eq(id))
        .order_by_desc(revision::Column::Position)
        .limit(VERSIONS)
        .select_only()
        .columns([revision::Column::Id, revision::Column::AuthorId, revision::Column::Position])
        .into_tuple()
        .all(cx.reader())
        .await?;
    revisions.reverse();
    let mut traced = Traced::new();
    for some in revisions.chunks(TOGETHER) {
        let mut bodies: Vec<(i32, String)> = revision::Entity::find()
            .filter(revision::Column::Id.is_in(some.iter().map(|(id, ..)| *id)))
            .order_by_asc(revision::Column::Position)
            .select_only()
            .columns([revision::Column::Position, revision::Column::Body])
            .into_tuple()
            .all(cx.reader())
            .await?;
        let size = bodies.iter().map(|(_, body)| body.len()).sum();
        traced = apart(size, move || {
            for (position, body) in bodies.drain(..) {
                traced.follow(Version(position), body);
            }
            traced
        })
        .await?;
    }
    let ids: Vec<(RevisionId, UserId)> = revisions.iter().map(|(id, author, _)| (*id, *author)).collect();
    let mut written = writers(cx, &ids).await?;
    let who: Vec<(Version, Vec<String>)> = revisions
        .iter()
        .map(|(id, _, position)| (Version(*position), written.remove(id).unwrap_or_default()))
        .collect();
    let (whole, passages) = traced.told(&who);
    Ok(Passages { head: Head::new(cx, &text), whole, passages })
}

/// A text whose every word knows the version that brought it.
struct Traced {
    body: String,
    from: Vec<Version>,
    end: Instant,
}

fn words(body: &str) -> Vec<&str> {
    body.split_whitespace().collect()
}

impl Traced {
    fn new() -> Traced {
        Traced { body: String::new(), from: Vec::new(), end: Instant::now() + PATIENCE }
    }

    /// Goes on to the next version.
    fn follow(&mut self, version: Version, body: String) {
        let (old, new) = (words(&self.body), words(&body));
        let mut from = vec![version; new.len()];
        for op in similar::capture_diff_slices_deadline(Algorithm::Myers, &old, &new, Some(self.end)) {
            if let DiffOp::Equal { old_index, new_index, len } = op {
                from[new_index..new_index + len].copy_from_slice(&self.from[old_index..old_index + len]);
            }
        }
        (self.body, self.from) = (body, from);
    }

    /// Whose words, over the whole text and passage by passage.
    fn told(&self, who: &[(Version, Vec<String>)]) -> (Vec<Share>, Vec<Passage>) {
        let mut at = 0;
        let passages = paragraphs(&self.body)
            .into_iter()
            .map(|text| {
                let said = words(text);
                let from = &self.from[at..at + said.len()];
                at += from.len();
                Passage { text: markdown::source_said(text), shares: shares(&said, from, who) }
            })
            .filter(|passage| !passage.text.trim().is_empty())
            .collect();
        (shares(&words(&self.body), &self.from, who), passages)
    }
}

/// Signs of Markdown are nobody's words.
fn shares(said: &[&str], from: &[Version], who: &[(Version, Vec<String>)]) -> Vec<Share> {
    let mut shares: Vec<Share> = Vec::new();
    for (_, version) in said.iter().zip(from).filter(|(word, _)| word.contains(char::is_alphanumeric)) {
        let Some((_, names)) = who.iter().find(|(of, _)| of == version) else { continue };
        match shares.iter_mut().find(|share| share.who == *names) {
            Some(share) => {
                share.words += 1;
                if !share.versions.contains(version) {
                    share.versions.push(*version);
                }
            }
            None => shares.push(Share { who: names.clone(), versions: vec![*version], words: 1 }),
        }
    }
    for share in &mut shares {
        share.versions.sort_unstable();
    }
    shares.sort_by_key(|share| std::cmp::Reverse(share.words));
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(bodies: &[&str]) -> (Vec<Share>, Vec<Passage>) {
        let mut traced = Traced::new();
        let mut who = Vec::new();
        for (version, body) in (1..).zip(bodies) {
            traced.follow(Version(version), (*body).to_owned());
            // Odd versions are Odile's, even ones Gérard's.
            let name = if version % 2 == 1 { "Odile" } else { "Gérard" };
            who.push((Version(version), vec![name.to_owned()]));
        }
        traced.told(&who)
    }

    fn share(who: &str, versions: &[i32], words: usize) -> Share {
        Share {
            who: vec![who.to_owned()],
            versions: versions.iter().map(|version| Version(*version)).collect(),
            words,
        }
    }

    #[test]
    fn each_word_is_of_the_version_that_brought_it() {
        let (whole, passages) = told(&[
            "Ouvrir un chemin.\n\nPlanter.",
            "Ouvrir bientôt un chemin.\n\nPlanter.",
            "Ouvrir bientôt un chemin.\n\nPlanter des haies.",
        ]);
        assert_eq!(passages[0].shares, [share("Odile", &[1], 3), share("Gérard", &[2], 1)]);
        // « Planter. » is no longer a word of the last version: « Planter » is.
        assert_eq!(passages[1].shares, [share("Odile", &[3], 3)]);
        assert_eq!(whole.iter().map(|share| share.words).sum::<usize>(), 7);
    }

    #[test]
    fn signs_are_nobody_s_words() {
        let (whole, passages) = told(&["## Un chemin\n\n---"]);
        assert_eq!(whole, [share("Odile", &[1], 2)]);
        assert_eq!(passages[1].shares, []);
    }

    #[test]
    fn what_is_brought_back_is_of_who_brought_it_back() {
        let (whole, _) = told(&["Un chemin.", "Rien.", "Un chemin."]);
        assert_eq!(whole, [share("Odile", &[3], 2)]);
    }

    #[test]
    fn an_empty_text_is_nobody_s() {
        assert_eq!(told(&["Un chemin.", ""]), (Vec::new(), Vec::new()));
        assert_eq!(told(&[]), (Vec::new(), Vec::new()));
    }
}
