//! What the framing texts ask of the whole council today: signatures, and amendments. For the program, which writes to
//! people about it, and for who asks for late signatures.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::{
    charter::VersionState,
    ids::{FramingVersionId, UserId},
    policy::{CharterAction, Permission},
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};

use super::{
    load::{heads, hold_text, told},
    signatures::signatures,
};
use crate::{
    Cx, Result,
    contributions::typeset,
    entities::{framing_signature, framing_text, framing_version},
    events::EventKind,
    reminders,
};

/// A version in force that is to be signed.
pub(crate) struct ToBeSigned {
    pub version: FramingVersionId,
    pub slug: String,
    pub title: String,
    pub from: NaiveDate,
    pub signed: HashSet<UserId>,
}

/// A version that is open to amendments.
pub(crate) struct OpenToAmendments {
    pub version: FramingVersionId,
    pub slug: String,
    pub title: String,
    pub number: i32,
    pub until: NaiveDate,
}

/// The versions in force that are to be signed, with those who did.
pub(crate) async fn to_be_signed(cx: &Cx) -> Result<Vec<ToBeSigned>> {
    let mut found = in_force_to_sign(cx).await?;
    if found.is_empty() {
        return Ok(found);
    }
    let signed: Vec<(FramingVersionId, UserId)> = framing_signature::Entity::find()
        .select_only()
        .columns([framing_signature::Column::VersionId, framing_signature::Column::UserId])
        .filter(framing_signature::Column::VersionId.is_in(found.iter().map(|one| one.version)))
        .into_tuple()
        .all(cx.reader())
        .await?;
    for (version, user) in signed {
        if let Some(one) = found.iter_mut().find(|one| one.version == version) {
            one.signed.insert(user);
        }
    }
    Ok(found)
}

/// The same version, if it is still in force, to be signed, and not signed by this person; without those who did.
pub(crate) async fn still_to_be_signed(
    cx: &Cx,
    version: FramingVersionId,
    user: UserId,
) -> Result<Option<ToBeSigned>> {
    let Some(found) = in_force_to_sign(cx).await?.into_iter().find(|one| one.version == version) else {
        return Ok(None);
    };
    let signed = framing_signature::Entity::find()
        .filter(framing_signature::Column::VersionId.eq(version))
        .filter(framing_signature::Column::UserId.eq(user))
        .count(cx.reader())
        .await?;
    Ok((signed == 0).then_some(found))
}

async fn in_force_to_sign(cx: &Cx) -> Result<Vec<ToBeSigned>> {
    let found = heads(cx).await?.into_iter().filter(|head| head.to_sign).filter_map(|head| {
        let version = head.in_force()?;
        let (version, from) = (version.id, version.in_force_on?);
        Some(ToBeSigned { version, slug: head.slug, title: head.title, from, signed: HashSet::new() })
    });
    Ok(found.collect())
}

/// The versions that are open to amendments today.
pub(crate) async fn open_to_amendments(cx: &Cx) -> Result<Vec<OpenToAmendments>> {
    use framing_version::Column as V;
    let today = cx.today();
    let rows: Vec<(FramingVersionId, domain::ids::FramingTextId, i32, Option<NaiveDate>)> =
        framing_version::Entity::find()
            .select_only()
            .columns([V::Id, V::TextId, V::Number, V::AmendableUntil])
            .filter(V::State.eq(VersionState::Amending))
            .filter(V::AmendableFrom.lte(today))
            .filter(V::AmendableUntil.gte(today))
            .into_tuple()
            .all(cx.reader())
            .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let texts = framing_text::Entity::find()
        .filter(framing_text::Column::Id.is_in(rows.iter().map(|(_, text, ..)| *text)))
        .all(cx.reader())
        .await?;
    let open = rows.into_iter().filter_map(|(version, text, number, until)| {
        let text = texts.iter().find(|one| one.id == text)?;
        let (slug, title) = (text.slug.clone(), typeset(&text.title));
        Some(OpenToAmendments { version, slug, title, number, until: until? })
    });
    Ok(open.collect())
}

/// Writes to those who have not signed the version in force, but to those who were written to a moment ago or want no
/// mail. Says to how many.
///
/// # Errors
/// `Forbidden` but for who prepares the framing texts; `NotFound`, also of a text that is not signed.
pub async fn remind(cx: &Cx, slug: &str) -> Result<usize> {
    cx.require(Permission::Charter(CharterAction::Prepare))?;
    let list = signatures(cx, slug, None).await?;
    let tx = cx.begin().await?;
    let text = hold_text(&tx, slug).await?;
    let waiting = list.waiting.iter().map(|(id, _)| *id);
    let count = reminders::ask_to_sign(cx, &tx, list.version.id, waiting).await?;
    if count > 0 {
        told(cx, &tx, EventKind::FramingSignaturesAsked, &text, Some(list.version.number)).await?;
    }
    cx.commit(tx).await?;
    Ok(count)
}
