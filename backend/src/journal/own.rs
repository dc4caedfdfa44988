//! The lines of the journal that concern the person asking: what they did, and what was done about them.

use domain::{
    ids::{ActingId, ContributionId, GroupId, UserId},
    refusal::Forbidden,
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{JournalLine, PAGE, people_of, titles};
use crate::{
    Cx, Page, PageNumber, Result,
    entities::{event, group},
    events::{EventKind, entered_by, in_place_of},
    groups, people,
};

/// What is decided about what somebody wrote, by people whose names they do not read.
const VEILED: [EventKind; 8] = [
    EventKind::MessageHidden,
    EventKind::MessageShownAgain,
    EventKind::MessageKeptHidden,
    EventKind::CommentHidden,
    EventKind::CommentShownAgain,
    EventKind::ChangeAsked,
    EventKind::AppealUpheld,
    EventKind::AppealGranted,
];

/// The lines that concern the person asking, latest first. Groups and texts are named as far as they still see them.
///
/// # Errors
/// `SignInRequired`; `Forbidden` on behalf of somebody.
pub async fn own(cx: &Cx, number: PageNumber) -> Result<Page<JournalLine>> {
    let me = cx.person()?.id;
    cx.require_oneself(Forbidden::OnBehalf)?;
    let mine = Condition::any().add(event::Column::ActorId.eq(me)).add(event::Column::UserId.eq(me));
    let total = event::Entity::find().filter(mine.clone()).count(cx.reader()).await?;
    let rows = event::Entity::find()
        .filter(mine)
        // Not by number: what an import brings happened before.
        .order_by_desc(event::Column::At)
        .order_by_desc(event::Column::Id)
        .offset(number.offset(PAGE))
        .limit(PAGE)
        .all(cx.reader())
        .await?;
    Ok(Page { rows: as_read(cx, rows, me).await?, number, total, size: PAGE })
}

/// What was done on behalf of somebody by the hand of others, latest first; only in one time that somebody acted, if it is
/// given. The caller decides.
pub(crate) async fn on_behalf(
    cx: &Cx,
    of: UserId,
    during: Option<ActingId>,
    number: PageNumber,
) -> Result<Page<JournalLine>> {
    let theirs = Condition::all()
        .add(event::Column::ActorId.eq(of))
        .add(event::Column::ActingId.is_not_null())
        .add_option(during.map(|id| event::Column::ActingId.eq(id)));
    let total = event::Entity::find().filter(theirs.clone()).count(cx.reader()).await?;
    let rows = event::Entity::find()
        .filter(theirs)
        .order_by_desc(event::Column::Id)
        .offset(number.offset(PAGE))
        .limit(PAGE)
        .all(cx.reader())
        .await?;
    Ok(Page { rows: as_read(cx, rows, of).await?, number, total, size: PAGE })
}

/// Lines of somebody, as the person asking reads them.
async fn as_read(cx: &Cx, rows: Vec<event::Model>, me: UserId) -> Result<Vec<JournalLine>> {
    let people = people_of(&rows);
    let texts: Vec<ContributionId> = rows.iter().filter_map(|row| row.contribution_id).collect();
    let wanted: Vec<GroupId> = rows.iter().filter_map(|row| row.group_id).collect();
    let people = people::names(cx.reader(), people).await?;
    let texts = titles(cx, texts).await?;
    let seen: Vec<group::Model> = group::Entity::find()
        .filter(group::Column::Id.is_in(wanted))
        .filter(groups::visible_to(&cx.actor))
        .all(cx.reader())
        .await?;
    let named = |id: Option<UserId>| id.and_then(|id| Some((id, people.get(&id)?.clone())));
    let line = |row: event::Model| {
        let veiled = row.actor_id != Some(me) && VEILED.iter().any(|kind| kind.code() == row.kind);
        JournalLine {
            id: row.id,
            at: row.at,
            actor: named(row.actor_id).filter(|_| !veiled),
            in_place_of: named(in_place_of(&row.data)).filter(|_| !veiled),
            entered_by: named(entered_by(&row.data)).filter(|_| !veiled),
            user: named(row.user_id),
            group: row.group_id.and_then(|id| {
                let group = seen.iter().find(|group| group.id == id)?;
                Some((group.slug.clone(), group.name.clone()))
            }),
            text: row.contribution_id.and_then(|id| Some((id, texts.get(&id)?.clone()))),
            // Where others were is not theirs to know.
            origin: row.origin.filter(|_| row.actor_id == Some(me) && row.acting_id.is_none()),
            veiled,
            kind: row.kind,
        }
    };
    Ok(rows.into_iter().map(line).collect())
}
