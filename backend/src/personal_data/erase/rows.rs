//! What erasing somebody does in the database, as the register says of each column.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::{
    ids::UserId,
    people::ShownTo,
    personal_data::{
        FORMER_MEMBER,
        register::{Holds, Table, tables},
    },
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Alias, Condition, Expr, ExprTrait, Func, Query},
};

use super::again;
use crate::{
    Result, accounts, charter, contributions,
    entities::{council, email_change, erasure, job, mail, upload, user},
    journal,
};

/// Somebody who was just erased: what remains to be done outside the database.
pub(super) struct Erased {
    /// What named them.
    pub known: Known,
    /// The contents that may be named by nothing any more.
    pub contents: Vec<String>,
    /// Their files on their way.
    pub uploads: Vec<String>,
}

/// What names somebody.
#[derive(Debug)]
pub(crate) struct Known {
    /// Their name.
    pub name: String,
    /// Their addresses: the present one, and those that are still told somewhere.
    pub emails: BTreeSet<String>,
    /// What the search knew of them besides.
    pub words: Vec<String>,
}

impl Known {
    /// What no other text than theirs is to say.
    pub fn strings(&self) -> impl Iterator<Item = &str> {
        // A name of one word may be any word.
        let name = Some(self.name.as_str()).filter(|name| name.contains(' '));
        name.into_iter().chain(self.emails.iter().map(String::as_str))
    }
}

/// Erases somebody, in a transaction; nothing if they were already.
pub(super) async fn erase(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    id: UserId,
    by: Option<UserId>,
) -> Result<Option<Erased>> {
    let user = user::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    let Some(user) = user.filter(|user| user.erased_at.is_none()) else { return Ok(None) };
    let council = council::Entity::find().one(tx).await?;
    let mark = again::mark(council.as_ref(), &user);
    let known = known(tx, &user).await?;
    let uploads: Vec<String> = upload::Entity::find()
        .select_only()
        .column(upload::Column::Id)
        .filter(upload::Column::UserId.eq(id))
        .into_tuple()
        .all(tx)
        .await?;
    let mut contents: Vec<String> = user.portrait.iter().cloned().collect();
    contents.extend(contributions::unsign(tx, id, &known.name).await?);
    contents.extend(charter::unsign(tx, id).await?);
    contributions::unname(tx, id, &known.name).await?;
    forget_letters(tx, id, &known).await?;
    journal::forget_origins_of(tx, id).await?;
    for table in tables() {
        if table.goes() {
            remove_rows(tx, table, id).await?;
        }
        for column in table.holding(Holds::Named) {
            unname(tx, table.name, column, &known).await?;
        }
    }
    // What somebody else is shown at their next page, such as the lines of a list that were refused.
    unname(tx, "sessions", "data", &known).await?;
    leave_shell(tx, now, &user).await?;
    let row = erasure::ActiveModel { user_id: Set(id), mark: Set(mark), at: Set(now), by_id: Set(by) };
    erasure::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(Some(Erased { known, contents, uploads }))
}

async fn known(tx: &impl ConnectionTrait, user: &user::Model) -> Result<Known> {
    let former: Vec<String> = mail::Entity::find()
        .select_only()
        .column(mail::Column::Recipient)
        .distinct()
        .filter(mail::Column::UserId.eq(user.id))
        .into_tuple()
        .all(tx)
        .await?;
    let new: Vec<String> = email_change::Entity::find()
        .select_only()
        .column(email_change::Column::NewEmail)
        .filter(email_change::Column::UserId.eq(user.id))
        .into_tuple()
        .all(tx)
        .await?;
    let emails = former.into_iter().chain(new).chain([user.email.clone()]).collect();
    let words = [&user.name, &user.organisation, &user.commune, &user.college, &user.about];
    Ok(Known { name: user.name.clone(), emails, words: words.map(String::clone).to_vec() })
}

/// The mails written to them or about them, what is left to send them, and the tries of their account.
async fn forget_letters(tx: &impl ConnectionTrait, id: UserId, known: &Known) -> Result<()> {
    let about = known.strings().fold(Condition::any().add(mail::Column::UserId.eq(id)), |about, said| {
        about
            .add(mail::Column::Recipient.eq(said))
            .add(mail::Column::Subject.contains(said))
            .add(mail::Column::Body.contains(said))
    });
    mail::Entity::delete_many().filter(about).exec(tx).await?;
    let own = format!("\"user\":{id}");
    for row in job::Entity::find().all(tx).await? {
        let theirs = row.payload.contains(&format!("{own},")) || row.payload.contains(&format!("{own}}}"));
        let told = known.strings().any(|said| row.payload.contains(said) || row.last_error.contains(said));
        if theirs || told {
            job::Entity::delete_by_id(row.id).exec(tx).await?;
        }
    }
    for email in &known.emails {
        accounts::forget_tries(tx, email).await?;
    }
    accounts::forget_all_ways(tx, id).await
}

async fn remove_rows(tx: &impl ConnectionTrait, table: &Table, id: UserId) -> Result<()> {
    let theirs = table
        .holding(Holds::Whose)
        .fold(Condition::any(), |theirs, column| theirs.add(Expr::col(Alias::new(column)).eq(id.0)));
    let mut delete = Query::delete();
    delete.from_table(Alias::new(table.name)).cond_where(theirs);
    tx.execute(&delete).await?;
    Ok(())
}

/// Writes [`FORMER_MEMBER`] where words name somebody, and nothing where they give their address. A name of one word is
/// replaced only where it stands alone: it may be that of a place.
async fn unname(tx: &impl ConnectionTrait, table: &str, column: &str, known: &Known) -> Result<()> {
    let name = known.name.as_str();
    if name.contains(' ') {
        replace(tx, table, column, name, FORMER_MEMBER).await?;
    } else {
        let mut update = Query::update();
        update
            .table(Alias::new(table))
            .value(Alias::new(column), FORMER_MEMBER)
            .and_where(Expr::col(Alias::new(column)).eq(name));
        tx.execute(&update).await?;
    }
    for email in &known.emails {
        replace(tx, table, column, email, "").await?;
    }
    Ok(())
}

async fn replace(tx: &impl ConnectionTrait, table: &str, column: &str, from: &str, to: &str) -> Result<()> {
    let col = || Expr::col(Alias::new(column));
    let replaced =
        || Expr::from(Func::cust(Alias::new("REPLACE")).args([col(), Expr::value(from), Expr::value(to)]));
    let mut update = Query::update();
    update.table(Alias::new(table)).value(Alias::new(column), replaced()).and_where(replaced().ne(col()));
    tx.execute(&update).await?;
    Ok(())
}

/// Empties a row of `users`: what names it stays whole, and says nothing of anybody.
async fn leave_shell(tx: &impl ConnectionTrait, now: DateTime<Utc>, user: &user::Model) -> Result<()> {
    let none: Option<String> = None;
    let never: Option<DateTime<Utc>> = None;
    user::Entity::update_many()
        // Each has one, that no mail reaches (RFC 2606).
        .col_expr(user::Column::Email, Expr::value(format!("{}@ancien-membre.invalid", user.id)))
        .col_expr(user::Column::Name, Expr::value(FORMER_MEMBER))
        .col_expr(user::Column::IsAdministrator, Expr::value(false))
        .col_expr(user::Column::PasswordHash, Expr::value(none.clone()))
        .col_expr(user::Column::College, Expr::value(""))
        .col_expr(user::Column::Organisation, Expr::value(""))
        .col_expr(user::Column::Commune, Expr::value(""))
        .col_expr(user::Column::Language, Expr::value(none.clone()))
        .col_expr(user::Column::SuspendedAt, Expr::value(user.suspended_at.or(Some(now))))
        .col_expr(user::Column::LastVisitAt, Expr::value(never))
        .col_expr(user::Column::PreviousVisitAt, Expr::value(never))
        .col_expr(user::Column::Version, Expr::value(user.version.next()))
        .col_expr(user::Column::Folded, Expr::value(""))
        .col_expr(user::Column::About, Expr::value(""))
        .col_expr(user::Column::Phone, Expr::value(""))
        .col_expr(user::Column::EmailShownTo, Expr::value(ShownTo::Nobody))
        .col_expr(user::Column::PhoneShownTo, Expr::value(ShownTo::Nobody))
        .col_expr(user::Column::Portrait, Expr::value(none))
        .col_expr(user::Column::ErasedAt, Expr::value(Some(now)))
        .filter(user::Column::Id.eq(user.id))
        .exec(tx)
        .await?;
    Ok(())
}
