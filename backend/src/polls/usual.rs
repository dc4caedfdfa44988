//! The rules that polls usually have: what the form of a new one is filled with. Those of a poll are its own from the day
//! it is prepared.

use domain::{Refusal, Version, policy::Permission, polls::UsualForm};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, QuerySelect};

use crate::{
    Cx, Result,
    entities::poll_rules,
    events::{Event, EventKind},
};

const ROW: i64 = 1;

/// The usual rules, and what the next change is made of.
///
/// # Errors
/// `Forbidden` but for who runs polls.
pub async fn usual(cx: &Cx) -> Result<(UsualForm, Version)> {
    cx.require(Permission::RunPolls)?;
    let Some(row) = poll_rules::Entity::find_by_id(ROW).one(cx.reader()).await? else {
        return Ok((UsualForm::default(), Version(0)));
    };
    let form = UsualForm {
        body: row.body,
        secrecy: row.secrecy.code().to_owned(),
        quorum: row.quorum.code().to_owned(),
        majority: row.majority.code().to_owned(),
        proxies: row.proxies.to_string(),
    };
    Ok((form, row.version))
}

/// Changes the usual rules. Polls that were prepared keep theirs.
///
/// # Errors
/// `Forbidden` but for who runs polls; `Invalid`; `Conflict` if somebody changed them since `version`.
pub async fn change_usual(cx: &Cx, version: Version, form: &UsualForm) -> Result<()> {
    cx.require(Permission::RunPolls)?;
    let usual = form.check()?;
    let tx = cx.begin().await?;
    let row = poll_rules::Entity::find_by_id(ROW).lock_exclusive().one(&tx).await?;
    if row.as_ref().map_or(Version(0), |row| row.version) != version {
        return Err(Refusal::Conflict.into());
    }
    let changed = poll_rules::ActiveModel {
        id: Set(ROW),
        body: Set(usual.body),
        secrecy: Set(usual.secrecy),
        quorum: Set(usual.rules.quorum),
        majority: Set(usual.rules.majority),
        proxies: Set(i32::try_from(usual.rules.proxies).unwrap_or_default()),
        changed_at: Set(cx.now),
        changed_by: Set(cx.actor.user_id()),
        version: Set(version.next()),
    };
    if row.is_some() {
        changed.update(&tx).await?;
    } else {
        poll_rules::Entity::insert(changed).exec_without_returning(&tx).await?;
    }
    Event::new(EventKind::PollRulesChanged).record(cx, &tx).await?;
    cx.commit(tx).await
}
