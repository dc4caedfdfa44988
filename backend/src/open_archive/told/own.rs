//! What the council wrote for itself: framing texts, sheets, tutorials, acronyms; and what it decided.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    charter::{FramingKind, VersionState},
    ids::{ContributionId, FramingTextId, TutorialPathId},
    toolbox::MethodForm,
    tutorials::TutorialForm,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::super::{Export, Trouble};
use crate::{
    clock::day,
    entities::{acronym, framing_text, framing_version, method, poll, tutorial, tutorial_path},
    toolbox,
};

/// A framing text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FramingText {
    /// Its name in addresses.
    pub slug: String,
    /// What it is.
    pub kind: FramingKind,
    /// Its title.
    pub title: String,
    /// What it is for; may be empty.
    pub aim: String,
    /// Whether each member signs it.
    pub to_sign: bool,
    /// Its versions, from the first.
    pub versions: Vec<FramingVersion>,
}

/// A version of a framing text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FramingVersion {
    /// Its number.
    pub number: i32,
    /// Where it stands.
    pub state: VersionState,
    /// What it changes, and why; may be empty.
    pub motives: String,
    /// In Markdown, each article under its heading.
    pub body: String,
    /// From when it is in force.
    pub in_force_on: Option<NaiveDate>,
    /// When it was decided.
    pub decided_on: Option<NaiveDate>,
    /// By which decision; may be empty.
    pub decision: String,
    /// By whom; may be empty.
    pub decided_by: String,
}

/// A sheet of the toolbox.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its name in addresses.
    pub slug: String,
    /// As it is typed.
    pub form: MethodForm,
    /// Whether the council wrote it, or changed what came with the program.
    pub own: bool,
    /// Whether the council put it aside.
    pub set_aside: bool,
}

/// A sequence of tutorials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// Its name in addresses.
    pub slug: String,
    /// Its title, in French and in English.
    pub title: [String; 2],
    /// Its summary, in French and in English.
    pub summary: [String; 2],
    /// Whether the council made it.
    pub own: bool,
}

/// A tutorial.
#[derive(Clone, Debug)]
pub struct Tutorial {
    /// Its name in addresses.
    pub slug: String,
    /// As it is typed.
    pub form: TutorialForm,
    /// Whether the council wrote it, or changed what came with the program.
    pub own: bool,
    /// Whether the council put it aside.
    pub set_aside: bool,
}

/// An acronym.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acronym {
    /// What is written.
    pub term: String,
    /// In full.
    pub expansion: String,
    /// What it is.
    pub explanation: String,
    /// The same in English; may be empty.
    pub explanation_en: String,
    /// Where that is told; may be empty.
    pub source: String,
    /// Whether the council wrote it, or changed what came with the program.
    pub own: bool,
    /// Whether the council put it aside.
    pub set_aside: bool,
}

/// A decision of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its number.
    pub number: String,
    /// What was asked.
    pub question: String,
    /// Who decided.
    pub body: String,
    /// When the result was proclaimed.
    pub on: NaiveDate,
    /// For, against, abstaining.
    pub votes: [i32; 3],
    /// Whether it was carried.
    pub carried: bool,
    /// The text that it was about.
    pub text: Option<ContributionId>,
}

impl Export {
    /// The framing texts.
    ///
    /// # Errors
    /// `Database`.
    pub async fn framing_texts(&self) -> Result<Vec<FramingText>, Trouble> {
        let db = self.snapshot.reader();
        let rows = framing_version::Entity::find()
            .order_by_asc(framing_version::Column::TextId)
            .order_by_asc(framing_version::Column::Number)
            .all(db)
            .await?;
        let mut versions: BTreeMap<FramingTextId, Vec<FramingVersion>> = BTreeMap::new();
        for row in rows {
            versions.entry(row.text_id).or_default().push(FramingVersion {
                number: row.number,
                state: row.state,
                motives: row.motives,
                body: row.body,
                in_force_on: row.in_force_on,
                decided_on: row.decided_on,
                decision: row.decision,
                decided_by: row.decided_by,
            });
        }
        let rows = framing_text::Entity::find().order_by_asc(framing_text::Column::Id).all(db).await?;
        let text = |row: framing_text::Model| FramingText {
            versions: versions.remove(&row.id).unwrap_or_default(),
            slug: row.slug,
            kind: row.kind,
            title: row.title,
            aim: row.aim,
            to_sign: row.to_sign,
        };
        Ok(rows.into_iter().map(text).collect())
    }

    /// The sheets of the toolbox.
    ///
    /// # Errors
    /// `Database`.
    pub async fn sheets(&self) -> Result<Vec<Sheet>, Trouble> {
        let rows =
            method::Entity::find().order_by_asc(method::Column::Id).all(self.snapshot.reader()).await?;
        let sheet = |row: method::Model| Sheet {
            own: row.shipped.is_empty() || row.edited,
            set_aside: row.set_aside,
            slug: row.slug.clone(),
            form: toolbox::form_of(row),
        };
        Ok(rows.into_iter().map(sheet).collect())
    }

    /// The sequences of tutorials, and the tutorials.
    ///
    /// # Errors
    /// `Database`.
    pub async fn tutorials(&self) -> Result<(Vec<Path>, Vec<Tutorial>), Trouble> {
        let db = self.snapshot.reader();
        let rows = tutorial_path::Entity::find().order_by_asc(tutorial_path::Column::Id).all(db).await?;
        let slugs: BTreeMap<TutorialPathId, String> =
            rows.iter().map(|row| (row.id, row.slug.clone())).collect();
        let path = |row: tutorial_path::Model| Path {
            own: row.shipped.is_empty(),
            slug: row.slug,
            title: [row.title, row.title_en],
            summary: [row.summary, row.summary_en],
        };
        let paths = rows.into_iter().map(path).collect();
        let rows = tutorial::Entity::find().order_by_asc(tutorial::Column::Id).all(db).await?;
        let told = |row: tutorial::Model| Tutorial {
            own: row.shipped.is_empty() || row.edited,
            set_aside: row.set_aside,
            slug: row.slug,
            form: TutorialForm {
                title: row.title,
                summary: row.summary,
                audiences: row.audiences.split_whitespace().map(str::to_owned).collect(),
                minutes: row.minutes.to_string(),
                path: row.path_id.and_then(|id| slugs.get(&id).cloned()).unwrap_or_default(),
                new_path: String::new(),
                rank: row.rank.to_string(),
                help: row.help,
                body: row.body,
                title_en: row.title_en,
                summary_en: row.summary_en,
                body_en: row.body_en,
            },
        };
        Ok((paths, rows.into_iter().map(told).collect()))
    }

    /// The acronyms.
    ///
    /// # Errors
    /// `Database`.
    pub async fn acronyms(&self) -> Result<Vec<Acronym>, Trouble> {
        let rows =
            acronym::Entity::find().order_by_asc(acronym::Column::Id).all(self.snapshot.reader()).await?;
        let told = |row: acronym::Model| Acronym {
            own: row.shipped.is_empty() || row.edited,
            set_aside: row.set_aside,
            term: row.term,
            expansion: row.expansion,
            explanation: row.explanation,
            explanation_en: row.explanation_en,
            source: row.source,
        };
        Ok(rows.into_iter().map(told).collect())
    }

    /// The register of decisions.
    ///
    /// # Errors
    /// `Database`.
    pub async fn decisions(&self) -> Result<Vec<Decision>, Trouble> {
        let rows = poll::Entity::find()
            .filter(poll::Column::ProclaimedAt.is_not_null())
            .order_by_asc(poll::Column::Year)
            .order_by_asc(poll::Column::Sequence)
            .all(self.snapshot.reader())
            .await?;
        let decision = |row: poll::Model| {
            Some(Decision {
                number: row.number()?.to_string(),
                on: day(row.proclaimed_at?),
                question: row.question,
                body: row.body,
                votes: [row.votes_for, row.votes_against, row.votes_abstaining],
                carried: row.carried,
                text: row.contribution_id,
            })
        };
        Ok(rows.into_iter().filter_map(decision).collect())
    }
}
