//! A text as it is written: its source, and what the person typed and did not save.

use chrono::{DateTime, Utc};
use domain::{Version, contributions::ContributionForm, ids::ContributionId, policy::ContributionAction};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    autosave::{Spot, group_to_write_in},
    list::GroupRef,
    load::{Head, load, source},
};
use crate::{Cx, Result, entities::unsaved_text};

/// What somebody typed and did not save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// As typed.
    pub form: ContributionForm,
    /// The version they typed over.
    pub base: Version,
    /// When it was put aside.
    pub at: DateTime<Utc>,
}

/// A text as its authors edit it.
#[derive(Clone, Debug)]
pub struct EditView {
    /// The head of the page; its version goes into the form.
    pub head: Head,
    /// The text as saved; the reason is empty.
    pub saved: ContributionForm,
    /// What this person typed since; another version may have been saved in the meantime.
    pub unsaved: Option<Unsaved>,
    /// The text of the version over which they typed it; nothing if they typed nothing.
    pub typed_over: Option<String>,
}

/// The page of a new text.
#[derive(Clone, Debug)]
pub struct NewView {
    /// The group in which it will be.
    pub group: GroupRef,
    /// What this person had begun.
    pub unsaved: Option<Unsaved>,
}

/// A text to be edited.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Transition` if it is no longer written.
pub async fn edit_view(cx: &Cx, id: ContributionId) -> Result<EditView> {
    let text = load(cx, id, ContributionAction::Write).await?;
    text.require_writable()?;
    let current = source(cx.reader(), id, text.version).await?;
    let unsaved = unsaved(cx, Spot { group: text.group_id, contribution: Some(id) }).await?;
    let typed_over = match &unsaved {
        Some(unsaved) if unsaved.base != text.version => {
            // A version that never was is as good as the last one.
            let over = source(cx.reader(), id, unsaved.base).await;
            Some(over.map_or_else(|_| current.body.clone(), |over| over.body))
        }
        Some(_) => Some(current.body.clone()),
        None => None,
    };
    let saved = ContributionForm {
        title: current.title,
        kind: text.kind.code().to_owned(),
        summary: current.summary,
        body: current.body,
        reason: String::new(),
    };
    Ok(EditView { head: Head::new(cx, &text), saved, unsaved, typed_over })
}

/// A new text in a group.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Transition` if the group is closed.
pub async fn new_view(cx: &Cx, slug: &str) -> Result<NewView> {
    let group = group_to_write_in(cx, slug).await?;
    let unsaved = unsaved(cx, Spot { group: group.id, contribution: None }).await?;
    Ok(NewView { group: GroupRef { slug: group.slug, name: group.name }, unsaved })
}

pub(super) async fn unsaved(cx: &Cx, spot: Spot) -> Result<Option<Unsaved>> {
    let place = match spot.contribution {
        Some(id) => unsaved_text::Column::ContributionId.eq(id),
        None => unsaved_text::Column::ContributionId.is_null(),
    };
    let found = unsaved_text::Entity::find()
        .filter(unsaved_text::Column::UserId.eq(cx.person()?.id))
        .filter(unsaved_text::Column::GroupId.eq(spot.group))
        .filter(place)
        .order_by_desc(unsaved_text::Column::Id)
        .one(cx.reader())
        .await?;
    Ok(found.map(|row| Unsaved {
        form: ContributionForm {
            title: row.title,
            kind: row.kind,
            summary: row.summary,
            body: row.body,
            reason: row.reason,
        },
        base: row.base_version,
        at: row.at,
    }))
}
