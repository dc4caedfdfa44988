//! Texts, with all that was said of them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    contributions::{CONSULTED, ContributionKind, PublicationNumber, State, Verdict},
    ids::{ContributionId, GroupId, UserId},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::super::{Export, Trouble};
use crate::{
    clock::day,
    entities::{
        adoption, contribution, contribution_author, contribution_reviewer, review, revision, text_image,
    },
};

/// A text, in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextHead {
    /// Which.
    pub id: ContributionId,
    /// Its group.
    pub group: GroupId,
    /// What it is.
    pub kind: ContributionKind,
    /// Where it stands.
    pub state: State,
    /// Its title.
    pub title: String,
    /// Its summary, in Markdown; may be empty.
    pub summary: String,
    /// The names of its authors.
    pub byline: Vec<String>,
    /// When it was begun.
    pub created_on: NaiveDate,
    /// How it was adopted.
    pub adopted: Option<Adopted>,
    /// The day by which it is due.
    pub due_on: Option<NaiveDate>,
    /// The consultation of the council on it.
    pub consulted: Option<Consulted>,
}

/// How a text was adopted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopted {
    /// Its number.
    pub number: String,
    /// By whom.
    pub body: String,
    /// When.
    pub on: NaiveDate,
    /// For, against, abstaining.
    pub votes: [i32; 3],
    /// When it was made public.
    pub published_on: Option<NaiveDate>,
    /// The SHA-256 of the frozen text.
    pub fingerprint: String,
}

/// A consultation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consulted {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub until: NaiveDate,
    /// What is asked.
    pub question: String,
}

/// A text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Who writes it, in their order.
    pub authors: Vec<UserId>,
    /// Its versions, from the first; the last is the one that one reads.
    pub versions: Vec<TextVersion>,
    /// What reviewers said, from the first.
    pub reviews: Vec<Reviewed>,
    /// Who is to review it, and by when.
    pub reviewers: Vec<(UserId, Option<NaiveDate>)>,
    /// Its images: from the names in their addresses to the fingerprints of their contents.
    pub images: BTreeMap<String, String>,
}

impl Text {
    /// What it says in the end, in Markdown.
    pub fn body(&self) -> &str {
        self.versions.last().map_or("", |version| version.body.as_str())
    }
}

/// A version of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextVersion {
    /// Its number.
    pub number: i32,
    /// Who saved it.
    pub by: UserId,
    /// When.
    pub on: NaiveDate,
    /// Why; may be empty.
    pub reason: String,
    /// Its title then.
    pub title: String,
    /// Its summary then; may be empty.
    pub summary: String,
    /// What it said, in Markdown.
    pub body: String,
}

/// What a reviewer said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// Who.
    pub by: UserId,
    /// When.
    pub on: NaiveDate,
    /// What in a word.
    pub verdict: Verdict,
    /// In Markdown; may be empty.
    pub comment: String,
}

fn adopted(row: adoption::Model) -> Adopted {
    let sequence = u32::try_from(row.sequence).unwrap_or_default();
    Adopted {
        number: PublicationNumber { year: row.year, sequence }.to_string(),
        body: row.body,
        on: row.adopted_on,
        votes: [row.votes_for, row.votes_against, row.votes_abstaining],
        published_on: row.published_at.map(day),
        fingerprint: row.fingerprint,
    }
}

fn head(row: contribution::Model, adopted: Option<Adopted>) -> TextHead {
    let consulted = row.consulted_until.filter(|_| CONSULTED.contains(&row.state)).map(|until| Consulted {
        from: row.consulted_at.map_or(until, |at| day(at).min(until)),
        until,
        question: row.consultation.clone(),
    });
    TextHead {
        id: row.id,
        group: row.group_id,
        kind: row.kind,
        state: row.state,
        title: row.title,
        summary: row.summary,
        byline: row.byline.lines().map(str::to_owned).collect(),
        created_on: day(row.created_at),
        adopted,
        due_on: row.due_on.filter(|_| row.state.is_writable()),
        consulted,
    }
}

impl Export {
    /// The texts, in the order in which they were begun.
    ///
    /// # Errors
    /// `Database`.
    pub async fn texts(&self) -> Result<Vec<TextHead>, Trouble> {
        let db = self.snapshot.reader();
        let rows = adoption::Entity::find().all(db).await?;
        let mut record: BTreeMap<ContributionId, Adopted> =
            rows.into_iter().map(|row| (row.contribution_id, adopted(row))).collect();
        let rows = contribution::Entity::find().order_by_asc(contribution::Column::Id).all(db).await?;
        Ok(rows
            .into_iter()
            .map(|row| {
                let adopted = record.remove(&row.id);
                head(row, adopted)
            })
            .collect())
    }

    /// All of a text.
    ///
    /// # Errors
    /// `Database`.
    pub async fn text(&self, id: ContributionId) -> Result<Text, Trouble> {
        let db = self.snapshot.reader();
        let authors = contribution_author::Entity::find()
            .filter(contribution_author::Column::ContributionId.eq(id))
            .order_by_asc(contribution_author::Column::Position)
            .order_by_asc(contribution_author::Column::UserId)
            .all(db)
            .await?;
        let versions = revision::Entity::find()
            .filter(revision::Column::ContributionId.eq(id))
            .order_by_asc(revision::Column::Position)
            .all(db)
            .await?;
        let reviews = review::Entity::find()
            .filter(review::Column::ContributionId.eq(id))
            .order_by_asc(review::Column::At)
            .order_by_asc(review::Column::Id)
            .all(db)
            .await?;
        let reviewers = contribution_reviewer::Entity::find()
            .filter(contribution_reviewer::Column::ContributionId.eq(id))
            .order_by_asc(contribution_reviewer::Column::UserId)
            .all(db)
            .await?;
        let images =
            text_image::Entity::find().filter(text_image::Column::ContributionId.eq(id)).all(db).await?;
        let version = |row: revision::Model| TextVersion {
            number: row.position,
            by: row.author_id,
            on: day(row.at),
            reason: row.reason,
            title: row.title,
            summary: row.summary,
            body: row.body,
        };
        let said = |row: review::Model| Reviewed {
            by: row.reviewer_id,
            on: day(row.at),
            verdict: row.verdict,
            comment: row.comment,
        };
        Ok(Text {
            authors: authors.into_iter().map(|row| row.user_id).collect(),
            versions: versions.into_iter().map(version).collect(),
            reviews: reviews.into_iter().map(said).collect(),
            reviewers: reviewers.into_iter().map(|row| (row.user_id, row.due_on)).collect(),
            images: images.into_iter().map(|row| (row.name, row.sha256)).collect(),
        })
    }
}
