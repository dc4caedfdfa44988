//! What a conflict of interest may be about, named for somebody as far as they see it.

use domain::{
    declarations::{Target, TargetKind},
    ids::{ContributionId, GroupId, PollId},
    policy::Permission,
};
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect};

use crate::{
    Cx, Result,
    contributions::{self, typeset},
    entities::{contribution, group, join, poll},
    groups,
};

/// Groups and polls that are proposed.
const PROPOSED: u64 = 60;

/// A target with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// What it is.
    pub target: Target,
    /// The title of the text, the name of the group, the question; typeset.
    pub name: String,
    /// The name of the group in addresses.
    pub slug: Option<String>,
}

fn of(targets: &[Target], kind: TargetKind) -> Vec<i64> {
    targets.iter().filter(|target| target.kind == kind).map(|target| target.id).collect()
}

/// Those that the person asking sees, named. A query for each kind that there is.
pub(super) async fn named(cx: &Cx, targets: &[Target]) -> Result<Vec<Named>> {
    let mut all = Vec::new();
    let texts = of(targets, TargetKind::Text);
    if !texts.is_empty() {
        let to_group =
            join::<contribution::Entity, group::Entity>(contribution::Column::GroupId, group::Column::Id);
        let found: Vec<(ContributionId, String)> = contribution::Entity::find()
            .select_only()
            .columns([contribution::Column::Id, contribution::Column::Title])
            .join(JoinType::InnerJoin, to_group)
            .filter(contribution::Column::Id.is_in(texts))
            .filter(contributions::visible_to(cx))
            .into_tuple()
            .all(cx.reader())
            .await?;
        all.extend(found.into_iter().map(|(id, title)| Named {
            target: Target { kind: TargetKind::Text, id: id.0 },
            name: typeset(&title),
            slug: None,
        }));
    }
    let wanted = of(targets, TargetKind::Group);
    if !wanted.is_empty() {
        let found: Vec<(GroupId, String, String)> = group::Entity::find()
            .select_only()
            .columns([group::Column::Id, group::Column::Slug, group::Column::Name])
            .filter(group::Column::Id.is_in(wanted))
            .filter(groups::visible_to(&cx.actor))
            .into_tuple()
            .all(cx.reader())
            .await?;
        all.extend(found.into_iter().map(group_named));
    }
    let polls = of(targets, TargetKind::Poll);
    if !polls.is_empty() && cx.may(Permission::ReadPolls) {
        let found: Vec<(PollId, String)> = poll::Entity::find()
            .select_only()
            .columns([poll::Column::Id, poll::Column::Question])
            .filter(poll::Column::Id.is_in(polls))
            .into_tuple()
            .all(cx.reader())
            .await?;
        all.extend(found.into_iter().map(poll_named));
    }
    Ok(all)
}

fn group_named((id, slug, name): (GroupId, String, String)) -> Named {
    Named { target: Target { kind: TargetKind::Group, id: id.0 }, name: typeset(&name), slug: Some(slug) }
}

fn poll_named((id, question): (PollId, String)) -> Named {
    Named { target: Target { kind: TargetKind::Poll, id: id.0 }, name: typeset(&question), slug: None }
}

/// What is proposed to somebody who declares: what they come from, the groups they know of, the polls that are not over.
///
/// # Errors
/// `Forbidden` but for members of the council.
pub async fn choices(cx: &Cx, from: Option<Target>) -> Result<Vec<Named>> {
    cx.require(Permission::Vote)?;
    let mut all = named(cx, &from.into_iter().collect::<Vec<_>>()).await?;
    let known: Vec<(GroupId, String, String)> = group::Entity::find()
        .select_only()
        .columns([group::Column::Id, group::Column::Slug, group::Column::Name])
        .filter(groups::visible_to(&cx.actor))
        .order_by_asc(group::Column::Name)
        .limit(PROPOSED)
        .into_tuple()
        .all(cx.reader())
        .await?;
    let open: Vec<(PollId, String)> = poll::Entity::find()
        .select_only()
        .columns([poll::Column::Id, poll::Column::Question])
        .filter(poll::Column::ClosesAt.gt(cx.now))
        .filter(poll::Column::CancelledAt.is_null())
        .order_by_asc(poll::Column::ClosesAt)
        .limit(PROPOSED)
        .into_tuple()
        .all(cx.reader())
        .await?;
    let more = known.into_iter().map(group_named).chain(open.into_iter().map(poll_named));
    for named in more {
        if all.iter().all(|known| known.target != named.target) {
            all.push(named);
        }
    }
    Ok(all)
}
