//! The library: what a document is, what its record holds, how files are named.

mod captions;
mod dossier;
mod inside;
mod media;
mod names;
mod outside;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    columns::coded_enum,
    form::{self, Problems},
    groups::GroupFacts,
    policy,
    refusal::{FieldProblem, Refusal, Transition},
};

pub use captions::CaptionLanguage;
pub use dossier::{COMMENT_MAX, ELEMENTS_MAX, ElementForm, ElementKind, ElementWords, Way, moved};
pub use inside::{FilePart, FileTextCut, FileTextState};
pub use media::Media;
pub use names::{NAME_MAX, file_name, folders_of, sort_key, stem};
pub use outside::{
    LINK_DAYS, LINK_DAYS_MAX, LINK_FILES_MAX, LINK_PASSWORD_MIN, LinkAct, LinkForm, LinkKind, NewLink,
    outsider_name,
};

/// Characters a note may have at most.
pub const NOTE_MAX: u32 = 200_000;
/// Tags that a document may have.
pub const TAGS_MAX: u32 = 20;
/// Folders within folders, at most: beyond, nobody finds anything.
pub const DEPTH_MAX: usize = 20;
/// Days that what was put in the bin stays there.
pub const BIN_DAYS: i64 = 30;

coded_enum! {
    /// What a document is made of.
    pub enum DocumentKind {
        /// A file.
        File = "file",
        /// A text written here, in Markdown.
        Note = "note",
        /// An address elsewhere.
        Link = "link",
        /// An ordered, commented selection of documents, texts and links.
        Dossier = "dossier",
    }
}

coded_enum! {
    /// Who deposits in the common library.
    pub enum Depositors {
        /// Those who preside, the staff, the administrators and whoever runs a group.
        Few = "few",
        /// Every member of the council too.
        Members = "members",
    }
}

/// What the policy needs to know of a library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LibraryFacts {
    /// The library of the whole council.
    Common(Depositors),
    /// The library of a group.
    Group(GroupFacts),
}

impl LibraryFacts {
    /// The group it belongs to; none for the common library.
    pub fn group(&self) -> Option<&GroupFacts> {
        match self {
            LibraryFacts::Common(_) => None,
            LibraryFacts::Group(group) => Some(group),
        }
    }

    /// Whether things are still added and changed there.
    ///
    /// # Errors
    /// `GroupClosed`, once its group has ended its work.
    pub fn is_at_work(&self) -> Result<(), Refusal> {
        self.group().map_or(Ok(()), policy::group_is_at_work)
    }
}

/// What the policy needs to know of something that stands in a library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentFacts {
    /// The library that answers for it.
    pub library: LibraryFacts,
    /// Whether the person asking put it there.
    pub own: bool,
}

/// The record of a document as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DocumentForm {
    /// Its title.
    pub title: String,
    /// What it says and what it is for.
    pub description: String,
    /// Where it comes from.
    pub source: String,
    /// Who made it.
    pub author: String,
    /// What one may do with it.
    pub licence: String,
    /// Its date; may be blank.
    pub dated_on: String,
    /// Its tags, parted by commas.
    pub tags: String,
    /// Where a link leads.
    pub address: String,
    /// The text of a note, in Markdown.
    pub body: String,
    /// Why it is changed.
    pub reason: String,
    /// For whom a dossier is.
    pub audience: String,
}

/// The record of a document, checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Its title.
    pub title: String,
    /// May be empty.
    pub description: String,
    /// May be empty.
    pub source: String,
    /// May be empty.
    pub author: String,
    /// May be empty.
    pub licence: String,
    /// May be unknown.
    pub dated_on: Option<NaiveDate>,
    /// Each once, in the order typed.
    pub tags: Vec<String>,
    /// Of a link; empty otherwise.
    pub address: String,
    /// Of a note; empty otherwise.
    pub body: String,
    /// May be empty.
    pub reason: String,
    /// Of a dossier; may be empty.
    pub audience: String,
}

impl DocumentForm {
    /// Checks every field that a document of this kind has.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self, kind: DocumentKind) -> Result<Record, Refusal> {
        let mut problems = Problems::new();
        let title = problems.check("title", form::line(&self.title, 1, NAME_MAX));
        let description = problems.check("description", form::text(&self.description, 0, 4_000));
        let source = problems.check("source", form::line(&self.source, 0, 300));
        let author = problems.check("author", form::line(&self.author, 0, 200));
        let licence = problems.check("licence", form::line(&self.licence, 0, 200));
        let dated_on = match self.dated_on.trim() {
            "" => Some(None),
            typed => problems.check("dated_on", form::date(typed)).map(Some),
        };
        let tags = problems.check("tags", tags(&self.tags));
        let address = match kind {
            DocumentKind::Link => problems.check("address", address(&self.address)),
            DocumentKind::File | DocumentKind::Note | DocumentKind::Dossier => Some(String::new()),
        };
        let body = match kind {
            DocumentKind::Note => problems.check("body", body(&self.body)),
            DocumentKind::File | DocumentKind::Link | DocumentKind::Dossier => Some(String::new()),
        };
        let reason = problems.check("reason", reason(&self.reason));
        let audience = match kind {
            DocumentKind::Dossier => problems.check("audience", form::line(&self.audience, 0, 200)),
            DocumentKind::File | DocumentKind::Note | DocumentKind::Link => Some(String::new()),
        };
        problems.into_result()?;
        let complete = || {
            Some(Record {
                title: title?,
                description: description?,
                source: source?,
                author: author?,
                licence: licence?,
                dated_on: dated_on?,
                tags: tags?,
                address: address?,
                body: body?,
                reason: reason?,
                audience: audience?,
            })
        };
        complete().ok_or(Refusal::Malformed)
    }
}

/// The name of a folder.
///
/// # Errors
/// `Invalid`, about `name`.
pub fn folder_name(typed: &str) -> Result<String, Refusal> {
    form::line(typed, 1, NAME_MAX).map_err(|problem| Refusal::field("name", problem))
}

/// Why a version is added or brought back; may be empty.
///
/// # Errors
/// `TooLong` or `BadCharacters`.
pub fn reason(typed: &str) -> Result<String, FieldProblem> {
    form::line(typed, 0, 300)
}

/// Tags parted by commas or line ends, each once whatever its case.
///
/// # Errors
/// `TooLong`, `BadCharacters`, or `TooManyLines` for too many of them.
pub fn tags(typed: &str) -> Result<Vec<String>, FieldProblem> {
    let mut seen = std::collections::BTreeSet::new();
    let mut tags = Vec::new();
    for tag in typed.split([',', ';', '\n']) {
        let tag = form::line(tag.trim().trim_start_matches('#'), 0, 40)?;
        if !tag.is_empty() && seen.insert(tag.to_lowercase()) {
            tags.push(tag);
        }
    }
    if tags.len() > TAGS_MAX as usize { Err(FieldProblem::TooManyTags { max: TAGS_MAX }) } else { Ok(tags) }
}

/// A keyword alone.
///
/// # Errors
/// `Invalid`, about `name`.
pub fn tag_name(typed: &str) -> Result<String, Refusal> {
    let name = form::line(typed.trim().trim_start_matches('#'), 1, 40);
    let alone = |name: String| match name.contains([',', ';']) {
        true => Err(FieldProblem::BadCharacters),
        false => Ok(name),
    };
    name.and_then(alone).map_err(|problem| Refusal::field("name", problem))
}

fn body(typed: &str) -> Result<String, FieldProblem> {
    let body = form::text(typed, 1, NOTE_MAX)?;
    if body.trim().is_empty() { Err(FieldProblem::Missing) } else { Ok(body) }
}

/// An address of the web; nothing else is followed from a page.
fn address(typed: &str) -> Result<String, FieldProblem> {
    let typed = form::line(typed, 1, 2_000)?;
    let rest = typed.strip_prefix("https://").or_else(|| typed.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default()).unwrap_or_default();
    let plain = !typed.contains([' ', '"', '<', '>', '\\']) && !host.is_empty() && !host.contains('@');
    if plain { Ok(typed) } else { Err(FieldProblem::NotAnAddress) }
}

/// Whether a folder of `path` (its ancestors) may stand at the end of `target` (the ancestors of its new place and
/// that place itself), with `below` levels of folders under it.
///
/// # Errors
/// `IntoItself` or `TooDeep`.
pub fn may_stand<Id: PartialEq>(folder: &Id, target: &[Id], below: usize) -> Result<(), Refusal> {
    if target.contains(folder) {
        return Err(Refusal::Transition(Transition::IntoItself));
    }
    may_be_as_deep(target.len() + 1 + below)
}

/// Whether there may be so many folders within each other.
///
/// # Errors
/// `TooDeep`.
pub fn may_be_as_deep(levels: usize) -> Result<(), Refusal> {
    if levels > DEPTH_MAX { Err(Refusal::Transition(Transition::TooDeep)) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
