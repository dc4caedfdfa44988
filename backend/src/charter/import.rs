//! Bringing in the versions of a council that has some already.

use chrono::NaiveDate;
use domain::{
    Refusal,
    charter::{Settings, VersionState},
    policy::{CharterAction, Permission},
    refusal::Transition,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{
    decide::{fingerprint, write_articles},
    texts::{blank, fill},
    write::{blank_version, insert_version, write_in},
};
use crate::{
    Cx, Outcome, Result,
    entities::{framing_text, framing_version},
};

/// A version as it is brought in.
#[derive(Clone, Debug)]
pub struct ImportedVersion {
    /// The name of its text in addresses.
    pub slug: String,
    /// What is said of its text.
    pub text: Settings,
    /// Its number.
    pub number: i32,
    /// Its Markdown, each article under its number.
    pub body: String,
    /// What it changes, and why.
    pub motives: String,
    /// From when it is in force; none for one that is prepared.
    pub in_force_on: Option<NaiveDate>,
    /// When it was decided.
    pub decided_on: Option<NaiveDate>,
    /// By which decision, in words.
    pub decision: String,
    /// Who decided.
    pub decided_by: String,
}

/// Brings in a version, in a transaction. What was adopted here says for ever what it said.
///
/// # Errors
/// `Forbidden` but for who prepares the framing texts; `FramingState` for other words of what was adopted, or of what is
/// no longer written; `FramingPrepared` if another is prepared.
pub async fn upsert(cx: &Cx, tx: &impl ConnectionTrait, version: &ImportedVersion) -> Result<Outcome> {
    cx.require(Permission::Charter(CharterAction::Prepare))?;
    let found =
        framing_text::Entity::find().filter(framing_text::Column::Slug.eq(&version.slug)).one(tx).await?;
    let mut outcome = Outcome::Unchanged;
    let text = match found {
        None => blank(cx, &version.slug, &version.text).insert(tx).await?,
        Some(row) => {
            let now = Settings {
                kind: row.kind,
                title: row.title.clone(),
                aim: row.aim.clone(),
                to_sign: row.to_sign,
            };
            if now == version.text {
                row
            } else {
                outcome = Outcome::Changed;
                let next = row.version.next();
                let mut row: framing_text::ActiveModel = row.into();
                fill(cx, &mut row, &version.text, next);
                row.update(tx).await?
            }
        }
    };
    let versions =
        framing_version::Entity::find().filter(framing_version::Column::TextId.eq(text.id)).all(tx).await?;
    let adopted = version.in_force_on.is_some();
    match versions.iter().find(|row| row.number == version.number) {
        None => {
            if !adopted && versions.iter().any(|row| row.state.is_prepared()) {
                return Err(Refusal::Transition(Transition::FramingPrepared).into());
            }
            let mut row = blank_version(cx, text.id, version.number, version.body.clone());
            row.motives = Set(version.motives.clone());
            if adopted {
                row.state = Set(VersionState::Adopted);
                row.in_force_on = Set(version.in_force_on);
                row.decided_on = Set(version.decided_on.or(version.in_force_on));
                row.decision = Set(version.decision.clone());
                row.decided_by = Set(version.decided_by.clone());
                row.fingerprint = Set(fingerprint(&version.body));
            }
            if adopted {
                let row = row.insert(tx).await?;
                write_articles(tx, row.id, &row.body).await?;
            } else {
                insert_version(tx, row).await?;
            }
            Ok(Outcome::Created)
        }
        Some(row) if row.body == version.body && row.motives == version.motives => Ok(outcome),
        Some(row) if !adopted && row.state.is_writable() => {
            let mut row: framing_version::ActiveModel = row.clone().into();
            row.motives = Set(version.motives.clone());
            write_in(cx, tx, row, version.body.clone()).await?;
            Ok(Outcome::Changed)
        }
        Some(_) => Err(Refusal::Transition(Transition::FramingState).into()),
    }
}
