//! The authors of a text: members of its group, one at least.

use domain::{
    FieldProblem, Refusal,
    contributions::State,
    groups::GroupRole,
    ids::{ContributionId, UserId},
    policy::ContributionAction,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
    sea_query::{Expr, IntoCondition},
};

use super::{create::authorship, dissents, load::load};
use crate::{
    Cx, Result,
    entities::{contribution, contribution_author, membership, user},
    events::{Event, EventKind},
    people::writing_members,
};

/// Somebody who is an author of the text, or could be.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Author {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// Whether they are one.
    pub is_author: bool,
}

/// The authors of a text, and the members of its group who could be, by name.
///
/// # Errors
/// `NotFound` or `Forbidden` for those who may not write it.
pub async fn authors(cx: &Cx, id: ContributionId) -> Result<Vec<Author>> {
    #[derive(FromQueryResult)]
    struct Line {
        id: UserId,
        name: String,
        author: Option<UserId>,
    }
    let text = load(cx, id, ContributionAction::Write).await?;
    let group = text.group_id;
    let member = user::Entity::belongs_to(membership::Entity)
        .from(user::Column::Id)
        .to(membership::Column::UserId)
        .on_condition(move |_, _| {
            Condition::all()
                .add(membership::Column::GroupId.eq(group))
                .add(membership::Column::Role.is_in([GroupRole::Facilitator, GroupRole::Member]))
        })
        .into();
    let written = user::Entity::belongs_to(contribution_author::Entity)
        .from(user::Column::Id)
        .to(contribution_author::Column::UserId)
        .on_condition(move |_, _| contribution_author::Column::ContributionId.eq(id).into_condition())
        .into();
    // Authors who have left the group since remain authors.
    let either = Condition::any()
        .add(contribution_author::Column::UserId.is_not_null())
        .add(Condition::all().add(membership::Column::UserId.is_not_null()).add(writing_members(cx.today())));
    let lines: Vec<Line> = user::Entity::find()
        .select_only()
        .columns([user::Column::Id, user::Column::Name])
        .column_as(contribution_author::Column::UserId, "author")
        .join(JoinType::LeftJoin, member)
        .join(JoinType::LeftJoin, written)
        .filter(either)
        .order_by_asc(user::Column::Folded)
        .into_model()
        .all(cx.reader())
        .await?;
    let author = |line: Line| Author { id: line.id, name: line.name, is_author: line.author.is_some() };
    Ok(lines.into_iter().map(author).collect())
}

/// Names the authors, in this order.
///
/// # Errors
/// `Invalid` without any, or with somebody who cannot be; `Transition` once the text is no longer written.
pub async fn set_authors(cx: &Cx, id: ContributionId, chosen: &[UserId]) -> Result<()> {
    let text = load(cx, id, ContributionAction::Write).await?;
    text.require_writable()?;
    let possible = authors(cx, id).await?;
    let mut seen = Vec::new();
    for user in chosen {
        if !seen.contains(user) {
            seen.push(*user);
        }
    }
    if seen.is_empty() {
        return Err(Refusal::field("authors", FieldProblem::Missing).into());
    }
    let names: Option<Vec<&str>> =
        seen.iter().map(|user| possible.iter().find(|a| a.id == *user).map(|a| a.name.as_str())).collect();
    let names = names.ok_or(Refusal::field("authors", FieldProblem::NotAChoice))?;
    let tx = cx.begin().await?;
    crate::groups::still_at_work(&tx, text.group_id).await?;
    contribution_author::Entity::delete_many()
        .filter(contribution_author::Column::ContributionId.eq(id))
        .exec(&tx)
        .await?;
    tx.execute_raw(authorship(&tx, id, &seen)).await?;
    set_byline(&tx, id, &names.join("\n")).await?;
    Event::new(EventKind::ContributionAuthorsChanged)
        .group(text.group_id)
        .contribution(id)
        .data(&serde_json::json!({ "authors": seen }))?
        .record(cx, &tx)
        .await?;
    cx.commit(tx).await
}

pub(super) async fn set_byline(tx: &impl ConnectionTrait, id: ContributionId, byline: &str) -> Result<()> {
    contribution::Entity::update_many()
        .col_expr(contribution::Column::Byline, Expr::value(byline))
        .filter(contribution::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Writes a person's present name on the texts they are an author of. Those that were adopted keep the name they were
/// signed with.
pub(crate) async fn name_again(tx: &impl ConnectionTrait, person: UserId) -> Result<()> {
    use contribution_author::Column;

    dissents::name_again(tx, person).await?;
    let theirs = contribution_author::Entity::find()
        .select_only()
        .column(Column::ContributionId)
        .filter(Column::UserId.eq(person))
        .into_query();
    let unsigned = contribution::Entity::find()
        .select_only()
        .column(contribution::Column::Id)
        .filter(contribution::Column::State.is_not_in([State::Adopted, State::Published]))
        .into_query();
    let named = contribution_author::Entity::belongs_to(user::Entity)
        .from(Column::UserId)
        .to(user::Column::Id)
        .into();
    let signatures: Vec<(ContributionId, String)> = contribution_author::Entity::find()
        .select_only()
        .column(Column::ContributionId)
        .column(user::Column::Name)
        .join(JoinType::InnerJoin, named)
        .filter(Column::ContributionId.in_subquery(theirs))
        .filter(Column::ContributionId.in_subquery(unsigned))
        .order_by_asc(Column::ContributionId)
        .order_by_asc(Column::Position)
        .into_tuple()
        .all(tx)
        .await?;
    for text in signatures.chunk_by(|one, next| one.0 == next.0) {
        let names: Vec<&str> = text.iter().map(|(_, name)| name.as_str()).collect();
        let Some((id, _)) = text.first() else { continue };
        set_byline(tx, *id, &names.join("\n")).await?;
    }
    Ok(())
}
