//! Putting off what is asked, until a day.

use chrono::NaiveDate;
use domain::home::SnoozeForm;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};

use super::Asked;
use crate::{Cx, Result, entities::snooze};

/// What the person who asks put off, as long as the day has not come. One query.
pub(super) async fn of_me(cx: &Cx) -> Result<Vec<snooze::Model>> {
    let me = cx.person()?.id;
    let put_off = snooze::Entity::find()
        .filter(snooze::Column::UserId.eq(me))
        .filter(snooze::Column::Until.gt(cx.today()));
    Ok(put_off.all(cx.reader()).await?)
}

/// Puts something off until a day; what is no longer asked is forgotten with its day.
///
/// # Errors
/// `SignInRequired`; `Invalid` for the day.
pub async fn put_off(cx: &Cx, form: &SnoozeForm) -> Result<()> {
    let me = cx.person()?.id;
    let wanted = form.check(cx.today())?;
    let tx = cx.begin().await?;
    snooze::Entity::delete_many()
        .filter(snooze::Column::UserId.eq(me))
        .filter(snooze::Column::Until.lte(cx.today()))
        .exec(&tx)
        .await?;
    let row = snooze::ActiveModel {
        user_id: Set(me),
        kind: Set(wanted.kind),
        subject: Set(wanted.subject),
        until: Set(wanted.until),
    };
    let key = [snooze::Column::UserId, snooze::Column::Kind, snooze::Column::Subject];
    snooze::Entity::insert(row)
        .on_conflict(OnConflict::columns(key).update_column(snooze::Column::Until).to_owned())
        .exec_without_returning(&tx)
        .await?;
    cx.commit(tx).await
}

/// Brings back at once all that was put off.
///
/// # Errors
/// `SignInRequired`.
pub async fn bring_back(cx: &Cx) -> Result<()> {
    let me = cx.person()?.id;
    let tx = cx.begin().await?;
    snooze::Entity::delete_many().filter(snooze::Column::UserId.eq(me)).exec(&tx).await?;
    cx.commit(tx).await
}

/// The day on which that very thing comes back, if it was put off.
pub(super) fn until(put_off: &[snooze::Model], ask: &Asked) -> Option<NaiveDate> {
    put_off.iter().find(|row| row.kind == ask.kind && row.subject == ask.subject.id()).map(|row| row.until)
}
