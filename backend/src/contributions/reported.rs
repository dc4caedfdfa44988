//! A text as `moderation` finds it.

use domain::{
    ids::ContributionId,
    moderation::{Reported, ReportedKind},
    policy::ContributionAction,
};
use sea_orm::EntityTrait;

use super::{
    list::group_ref,
    load::{load, source},
    render,
};
use crate::{
    Cx, Found, Result,
    entities::contribution,
    moderation::{Content, Where},
};

/// Characters of a text that are shown: it is read on its own page.
const SHOWN: usize = 1_500;

/// The text, for somebody who reads it.
///
/// # Errors
/// `NotFound`.
pub(crate) async fn reported(cx: &Cx, id: ContributionId) -> Result<Content> {
    let text = load(cx, id, ContributionAction::Read).await?;
    let row = contribution::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    let body = source(cx.reader(), id, text.version).await?.body;
    let facts = text.facts();
    let beginning: String = body.chars().take(SHOWN).collect();
    Ok(Content {
        what: Reported { kind: ReportedKind::Text, id: id.0 },
        group: Some(facts.group),
        group_ref: group_ref(cx, &facts.group, text.slug.clone(), text.name.clone()),
        author: Some(row.created_by),
        own: facts.own || cx.actor.user_id() == Some(row.created_by),
        title: text.title.clone(),
        html: Some(render::comment(&beginning)),
        hidden: None,
        judged_by: None,
        place: Where::Text(id),
        version: text.version,
    })
}
