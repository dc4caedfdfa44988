//! An article, version after version: when it came, when it changed, by which vote.

use domain::{
    Refusal,
    charter::ArticleNumber,
    policy::{CharterAction, Permission},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    amendments::{AmendedBy, amended_by},
    compare::{ArticleComparison, ArticleFate},
    load::{TextHead, VersionHead, head},
};
use crate::{
    Cx, Result,
    contributions::{Comparison, typeset},
    entities::framing_article,
};

/// What became of an article.
#[derive(Clone, Debug)]
pub struct ArticleHistory {
    /// The text and its versions.
    pub head: TextHead,
    /// Its number.
    pub number: ArticleNumber,
    /// What it is about, in the last version that has it; typeset.
    pub title: String,
    /// Every adopted version in which it came, changed or went, the last first; with the amendments that did it.
    pub changes: Vec<(VersionHead, ArticleComparison, Vec<AmendedBy>)>,
}

/// What became of an article, over the versions that were adopted.
///
/// # Errors
/// `Forbidden` but for those who follow the framing texts; `NotFound` if no adopted version ever had it.
pub async fn article(cx: &Cx, slug: &str, number: ArticleNumber) -> Result<ArticleHistory> {
    cx.require(Permission::Charter(CharterAction::Follow))?;
    let head = head(cx, slug).await?;
    let mut adopted: Vec<&VersionHead> =
        head.versions.iter().filter(|version| version.in_force_on.is_some()).collect();
    adopted.sort_by_key(|version| (version.in_force_on, version.number));
    let rows = framing_article::Entity::find()
        .filter(framing_article::Column::VersionId.is_in(adopted.iter().map(|version| version.id)))
        .filter(framing_article::Column::Number.eq(number.to_string()))
        .all(cx.reader())
        .await?;
    let amended = amended_by(cx, adopted.iter().map(|version| version.id), number).await?;
    let in_version = |version: &VersionHead| rows.iter().find(|row| row.version_id == version.id);
    let last = adopted.iter().rev().find_map(|version| in_version(version)).ok_or(Refusal::NotFound)?;
    let title = typeset(&last.title);
    let mut changes = Vec::new();
    let mut before: Option<&framing_article::Model> = None;
    for version in adopted {
        let now = in_version(version);
        let (old, new) = (said(before), said(now));
        let compared = || Comparison::new([old[0], "", old[1]], [new[0], "", new[1]]);
        let fate = match (before, now) {
            (None, Some(_)) => Some(ArticleFate::Added(compared())),
            (Some(_), None) => Some(ArticleFate::Removed(compared())),
            (Some(_), Some(_)) if old != new => Some(ArticleFate::Changed(compared())),
            _ => None,
        };
        if let Some(fate) = fate {
            let title = typeset(if now.is_some() { new[0] } else { old[0] });
            let by = amended.iter().filter(|(id, _)| *id == version.id).map(|(_, by)| by.clone()).collect();
            changes.push((version.clone(), ArticleComparison { number: Some(number), title, fate }, by));
        }
        before = now;
    }
    changes.reverse();
    Ok(ArticleHistory { number, title, changes, head })
}

fn said(row: Option<&framing_article::Model>) -> [&str; 2] {
    row.map_or(["", ""], |row| [&row.title, &row.body])
}
