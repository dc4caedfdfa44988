//! Who is named in a message: « @Odile Rambert », among those who read what is said of the text. A name that is
//! unknown, or that several people bear, is only words.

use domain::{
    Actor,
    contributions::mentions,
    ids::{CommentId, CommentMessageId, UserId},
    policy::{self, ContributionAction, GroupAction, Permission},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    Cx, Result,
    contributions::load::Loaded,
    entities::{comment_mention, comment_message, join, user},
    fold::fold,
    people::actor_of,
};

/// Somebody who is named.
pub(super) type Mention = UserId;

/// Who is named there, but the person who writes.
pub(super) async fn named(cx: &Cx, text: &Loaded, body: &str) -> Result<Vec<Mention>> {
    let said = mentions(body);
    if said.is_empty() {
        return Ok(Vec::new());
    }
    let people: Vec<(UserId, String)> = user::Entity::find()
        .select_only()
        .columns([user::Column::Id, user::Column::Name])
        .filter(user::Column::SuspendedAt.is_null())
        .into_tuple()
        .all(cx.reader())
        .await?;
    let people: Vec<(UserId, String)> = people.into_iter().map(|(id, name)| (id, fold(&name))).collect();
    let mut found: Vec<Mention> = Vec::new();
    for said in said {
        let Some(id) = borne_by(&people, &fold(said)) else { continue };
        if cx.actor.user_id() != Some(id) && !found.contains(&id) && reads(cx, text, id).await? {
            found.push(id);
        }
    }
    Ok(found)
}

/// Whose name begins there; nobody's if it may be that of several people. All of it is folded.
fn borne_by(people: &[(UserId, String)], said: &str) -> Option<UserId> {
    let begins =
        |name: &str| said.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let longest = people.iter().filter(|(_, name)| begins(name)).map(|(_, name)| name.len()).max()?;
    let mut bear = people.iter().filter(|(_, name)| name.len() == longest && begins(name));
    let first = bear.next()?;
    bear.next().is_none().then_some(first.0)
}

/// Whether somebody reads what is said of the passages of a text.
async fn reads(cx: &Cx, text: &Loaded, id: UserId) -> Result<bool> {
    let (actor, _) = actor_of(cx, id).await?;
    Ok(follows(&actor, text))
}

pub(super) fn follows(actor: &Actor, text: &Loaded) -> bool {
    let facts = domain::contributions::ContributionFacts { own: false, named: false, ..text.facts() };
    let may = |permission| policy::decide(actor, permission).is_allowed();
    let follows = facts.consulted || may(Permission::Group(GroupAction::ReadWork, &facts.group));
    follows && may(Permission::Contribution(ContributionAction::Read, &facts))
}

/// Keeps who is named in a message; those who were already are not asked again, those who are no longer are forgotten.
pub(super) async fn keep(
    tx: &impl ConnectionTrait,
    message: CommentMessageId,
    named: &[Mention],
) -> Result<()> {
    use comment_mention::Column as C;
    let kept: Vec<UserId> = comment_mention::Entity::find()
        .select_only()
        .column(C::UserId)
        .filter(C::MessageId.eq(message))
        .into_tuple()
        .all(tx)
        .await?;
    if kept.iter().any(|user| !named.contains(user)) {
        comment_mention::Entity::delete_many()
            .filter(C::MessageId.eq(message))
            .filter(C::UserId.is_not_in(named.iter().copied()))
            .exec(tx)
            .await?;
    }
    let fresh = named.iter().filter(|user| !kept.contains(user));
    let fresh: Vec<comment_mention::ActiveModel> = fresh
        .map(|user| comment_mention::ActiveModel {
            message_id: Set(message),
            user_id: Set(*user),
            seen: Set(false),
        })
        .collect();
    if !fresh.is_empty() {
        comment_mention::Entity::insert_many(fresh).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// The names of those who are named in these messages.
pub(super) async fn told(
    cx: &Cx,
    messages: Vec<CommentMessageId>,
) -> Result<Vec<(CommentMessageId, String)>> {
    if messages.is_empty() {
        return Ok(Vec::new());
    }
    let to_user =
        join::<comment_mention::Entity, user::Entity>(comment_mention::Column::UserId, user::Column::Id);
    let rows = comment_mention::Entity::find()
        .select_only()
        .column(comment_mention::Column::MessageId)
        .column(user::Column::Name)
        .join(JoinType::InnerJoin, to_user)
        .filter(comment_mention::Column::MessageId.is_in(messages))
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(rows)
}

/// Notes that the person asking has read where they are named in these comments. A page is shown whether or not this
/// works.
pub(super) async fn note_seen(cx: &Cx, comments: &[CommentId]) {
    if cx.acting().is_some() {
        return;
    }
    let Some(me) = cx.actor.user_id().filter(|_| !comments.is_empty()) else { return };
    let of = comment_message::Entity::find()
        .select_only()
        .column(comment_message::Column::Id)
        .filter(comment_message::Column::CommentId.is_in(comments.iter().copied()))
        .into_query();
    let unseen = comment_mention::Column::UserId
        .eq(me)
        .and(comment_mention::Column::Seen.eq(false))
        .and(Expr::col(comment_mention::Column::MessageId).in_subquery(of));
    // Most people are named nowhere: nothing is written for them.
    match comment_mention::Entity::find().filter(unseen.clone()).one(cx.reader()).await {
        Ok(Some(_)) => {}
        Ok(None) | Err(_) => return,
    }
    let noted = comment_mention::Entity::update_many()
        .col_expr(comment_mention::Column::Seen, Expr::value(true))
        .filter(unseen)
        .exec(cx.backend.db().writer())
        .await;
    if let Err(error) = noted {
        tracing::warn!(%error, "what was read of comments is not noted");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_is_meant_and_one_that_two_people_bear_is_nobody_s() {
        let people = ["jean", "jean paul", "jean paul petit", "zoe", "zoe"].into_iter().zip(1..);
        let people: Vec<(UserId, String)> = people.map(|(name, id)| (UserId(id), name.to_owned())).collect();
        assert_eq!(borne_by(&people, "jean paul, qu'en dis-tu"), Some(UserId(2)));
        assert_eq!(borne_by(&people, "jean pauline"), Some(UserId(1)));
        assert_eq!(borne_by(&people, "jeanne"), None);
        assert_eq!(borne_by(&people, "zoe et jean"), None);
        assert_eq!(borne_by(&people, "inconnue"), None);
    }
}
