//! Minority opinions: opened, signed and taken back until the text is adopted, then frozen with it.
//!
//! Everybody signs for themselves. An opinion lives as long as somebody signs it, and its words change only while one
//! person alone signs them.

use domain::{
    Refusal, Version,
    contributions::{DissentForm, State, dissents_change, may_dissent, may_reword},
    ids::{ContributionId, DissentId, UserId},
    policy::ContributionAction,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
    sea_query::{Expr, OnConflict},
};

use super::{
    list::typeset,
    load::{Head, Loaded, load},
    render,
};
use crate::{
    Cx, Found, Result,
    entities::{contribution, dissent, dissent_signature, join, user},
    events::{Event, EventKind},
};

/// A minority opinion as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DissentView {
    /// Which one.
    pub id: DissentId,
    /// Its title, typeset; may be empty.
    pub title: String,
    /// What it says, as typed.
    pub body: String,
    /// The same, rendered.
    pub html: String,
    /// Who signs it, the first to sign first; nobody where the authors of the text are not named either.
    pub names: Vec<String>,
    /// How many sign it.
    pub signatures: usize,
    /// Whether the person asking signs it.
    pub own: bool,
    /// For the next change.
    pub version: Version,
}

/// A minority opinion as it is written.
#[derive(Clone, Debug)]
pub struct DissentDraft {
    /// The head of the page of the text.
    pub head: Head,
    /// What is saved; empty for a new one.
    pub form: DissentForm,
    /// For the next change.
    pub version: Version,
}

/// The minority opinions of a text that the person asking reads, the oldest first. One query.
pub(super) async fn of(cx: &Cx, id: ContributionId, named: bool) -> Result<Vec<DissentView>> {
    #[derive(FromQueryResult)]
    struct Line {
        id: DissentId,
        title: String,
        body: String,
        html: String,
        version: Version,
        user_id: UserId,
        name: String,
    }
    let lines: Vec<Line> = dissent::Entity::find()
        .select_only()
        .columns([
            dissent::Column::Id,
            dissent::Column::Title,
            dissent::Column::Body,
            dissent::Column::Html,
            dissent::Column::Version,
        ])
        .columns([dissent_signature::Column::UserId, dissent_signature::Column::Name])
        .join(
            JoinType::InnerJoin,
            join::<dissent::Entity, dissent_signature::Entity>(
                dissent::Column::Id,
                dissent_signature::Column::DissentId,
            ),
        )
        .filter(dissent::Column::ContributionId.eq(id))
        .order_by_asc(dissent::Column::Id)
        .order_by_asc(dissent_signature::Column::At)
        .order_by_asc(dissent_signature::Column::UserId)
        .into_model()
        .all(cx.reader())
        .await?;
    let mut all: Vec<DissentView> = Vec::new();
    for line in lines {
        if all.last().is_none_or(|last| last.id != line.id) {
            all.push(DissentView {
                id: line.id,
                title: typeset(&line.title),
                body: line.body,
                html: line.html,
                names: Vec::new(),
                signatures: 0,
                own: false,
                version: line.version,
            });
        }
        let Some(last) = all.last_mut() else { continue };
        last.signatures += 1;
        last.own |= cx.actor.user_id() == Some(line.user_id);
        if named {
            last.names.push(line.name);
        }
    }
    Ok(all)
}

/// The page of a new minority opinion.
///
/// # Errors
/// `Transition` unless the text may be given one; `Forbidden` but for members of the council; `NotFound`.
pub async fn new_dissent(cx: &Cx, id: ContributionId) -> Result<DissentDraft> {
    let text = load(cx, id, ContributionAction::Dissent).await?;
    may_dissent(text.state)?;
    Ok(DissentDraft { head: Head::new(cx, &text), form: DissentForm::default(), version: Version::FIRST })
}

/// The page on which a minority opinion is changed.
///
/// # Errors
/// `Transition` once others signed it, or the text is adopted; `Forbidden`, `NotFound`.
pub async fn dissent(cx: &Cx, id: ContributionId, which: DissentId) -> Result<DissentDraft> {
    let text = load(cx, id, ContributionAction::Dissent).await?;
    dissents_change(text.state)?;
    let found = one(cx.reader(), &text, which).await?;
    let signers = signers(cx.reader(), which).await?;
    may_reword(signers.len(), signers.contains(&cx.person()?.id))?;
    let form = DissentForm { title: found.title, body: found.body };
    Ok(DissentDraft { head: Head::new(cx, &text), form, version: found.version })
}

/// Opens a minority opinion, which the person signs.
///
/// # Errors
/// `Invalid`; `Transition` unless the text may be given one; `Forbidden` but for members of the council; `NotFound`.
pub async fn open_dissent(cx: &Cx, id: ContributionId, form: &DissentForm) -> Result<DissentId> {
    let text = load(cx, id, ContributionAction::Dissent).await?;
    may_dissent(text.state)?;
    let (title, body) = form.check()?;
    let tx = cx.begin().await?;
    may_dissent(state(&tx, id).await?)?;
    let row = dissent::ActiveModel {
        contribution_id: Set(id),
        title: Set(title),
        body: Set(body.clone()),
        html: Set(String::new()),
        version: Set(Version::FIRST),
        created_at: Set(cx.now),
        updated_at: Set(cx.now),
        ..Default::default()
    };
    let made = dissent::Entity::insert(row).exec(&tx).await?.last_insert_id;
    dissent::Entity::update_many()
        .col_expr(dissent::Column::Html, Expr::value(html(made, body).await?))
        .filter(dissent::Column::Id.eq(made))
        .exec(&tx)
        .await?;
    signed(cx, &tx, made).await?;
    told(cx, &tx, &text, made, EventKind::DissentOpened).await?;
    cx.commit(tx).await?;
    Ok(made)
}

/// Changes the words of a minority opinion that the person alone signs.
///
/// # Errors
/// `Invalid`; `Conflict` if it changed since `version`; `Transition` once others signed it, or the text is adopted;
/// `Forbidden`, `NotFound`.
pub async fn reword_dissent(
    cx: &Cx,
    id: ContributionId,
    which: DissentId,
    version: Version,
    form: &DissentForm,
) -> Result<()> {
    let text = load(cx, id, ContributionAction::Dissent).await?;
    dissents_change(text.state)?;
    one(cx.reader(), &text, which).await?;
    let (title, body) = form.check()?;
    let html = html(which, body.clone()).await?;
    let tx = cx.begin().await?;
    dissents_change(state(&tx, id).await?)?;
    let signers = signers(&tx, which).await?;
    may_reword(signers.len(), signers.contains(&cx.person()?.id))?;
    let changed = dissent::Entity::update_many()
        .col_expr(dissent::Column::Title, Expr::value(title))
        .col_expr(dissent::Column::Body, Expr::value(body))
        .col_expr(dissent::Column::Html, Expr::value(html))
        .col_expr(dissent::Column::Version, Expr::value(version.next()))
        .col_expr(dissent::Column::UpdatedAt, Expr::value(cx.now))
        .filter(dissent::Column::Id.eq(which))
        .filter(dissent::Column::Version.eq(version))
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Refusal::Conflict.into());
    }
    told(cx, &tx, &text, which, EventKind::DissentReworded).await?;
    cx.commit(tx).await
}

/// Signs version `version` of a minority opinion; signing again changes nothing.
///
/// # Errors
/// `Conflict` if its words changed since they were read; `Transition` once the text is adopted; `Forbidden` but for
/// members of the council; `NotFound`.
pub async fn sign_dissent(cx: &Cx, id: ContributionId, which: DissentId, version: Version) -> Result<()> {
    let text = load(cx, id, ContributionAction::Dissent).await?;
    dissents_change(text.state)?;
    let tx = cx.begin().await?;
    dissents_change(state(&tx, id).await?)?;
    if one(&tx, &text, which).await?.version != version {
        return Err(Refusal::Conflict.into());
    }
    if signers(&tx, which).await?.contains(&cx.person()?.id) {
        return Ok(());
    }
    signed(cx, &tx, which).await?;
    told(cx, &tx, &text, which, EventKind::DissentSigned).await?;
    cx.commit(tx).await
}

/// Takes back one's signature; without any, the opinion is withdrawn. Whether it was.
///
/// # Errors
/// `Transition` once the text is adopted; `NotFound` if one does not sign it.
pub async fn unsign_dissent(cx: &Cx, id: ContributionId, which: DissentId) -> Result<bool> {
    // Whoever signed takes it back, even without a mandate since.
    let text = load(cx, id, ContributionAction::Read).await?;
    dissents_change(text.state)?;
    let by = cx.person()?.id;
    let tx = cx.begin().await?;
    dissents_change(state(&tx, id).await?)?;
    one(&tx, &text, which).await?;
    let gone = dissent_signature::Entity::delete_by_id((which, by)).exec(&tx).await?;
    if gone.rows_affected == 0 {
        return Err(Refusal::NotFound.into());
    }
    let last = signers(&tx, which).await?.is_empty();
    if last {
        dissent::Entity::delete_by_id(which).exec(&tx).await?;
    }
    let kind = if last { EventKind::DissentWithdrawn } else { EventKind::DissentUnsigned };
    told(cx, &tx, &text, which, kind).await?;
    cx.commit(tx).await?;
    Ok(last)
}

/// Writes a person's present name where they sign, but for what was adopted.
pub(super) async fn name_again(tx: &impl ConnectionTrait, person: UserId) -> Result<()> {
    let adopted = contribution::Entity::find()
        .select_only()
        .column(contribution::Column::Id)
        .filter(contribution::Column::State.is_in([State::Adopted, State::Published]))
        .into_query();
    let open = dissent::Entity::find()
        .select_only()
        .column(dissent::Column::Id)
        .filter(dissent::Column::ContributionId.not_in_subquery(adopted))
        .into_query();
    let Some(person) = user::Entity::find_by_id(person).one(tx).await? else { return Ok(()) };
    dissent_signature::Entity::update_many()
        .col_expr(dissent_signature::Column::Name, Expr::value(person.name))
        .filter(dissent_signature::Column::UserId.eq(person.id))
        .filter(dissent_signature::Column::DissentId.in_subquery(open))
        .exec(tx)
        .await?;
    Ok(())
}

async fn one(db: &impl ConnectionTrait, text: &Loaded, which: DissentId) -> Result<dissent::Model> {
    dissent::Entity::find_by_id(which)
        .filter(dissent::Column::ContributionId.eq(text.id))
        .one(db)
        .await?
        .found()
}

async fn signers(db: &impl ConnectionTrait, which: DissentId) -> Result<Vec<UserId>> {
    let signers = dissent_signature::Entity::find()
        .select_only()
        .column(dissent_signature::Column::UserId)
        .filter(dissent_signature::Column::DissentId.eq(which))
        .into_tuple()
        .all(db)
        .await?;
    Ok(signers)
}

/// Where the text stands at this moment: nobody adopts it before this is written.
async fn state(tx: &impl ConnectionTrait, id: ContributionId) -> Result<State> {
    contribution::Entity::find_by_id(id)
        .select_only()
        .column(contribution::Column::State)
        .lock_exclusive()
        .into_tuple()
        .one(tx)
        .await?
        .found()
}

async fn signed(cx: &Cx, tx: &impl ConnectionTrait, which: DissentId) -> Result<()> {
    let person = cx.person()?;
    let row = dissent_signature::ActiveModel {
        dissent_id: Set(which),
        user_id: Set(person.id),
        name: Set(person.name.clone()),
        at: Set(cx.now),
    };
    let columns = [dissent_signature::Column::DissentId, dissent_signature::Column::UserId];
    let once = OnConflict::columns(columns).do_nothing().to_owned();
    dissent_signature::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    Ok(())
}

async fn told(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    text: &Loaded,
    which: DissentId,
    kind: EventKind,
) -> Result<()> {
    Event::new(kind)
        .group(text.group_id)
        .contribution(text.id)
        .data(&serde_json::json!({ "dissent": which }))?
        .record(cx, tx)
        .await
}

/// Its titles and notes have names of their own, beside those of the text, and its notes are no region of the page: the
/// text has one of that name.
async fn html(which: DissentId, body: String) -> Result<String> {
    let size = body.len();
    let html = render::apart(size, move || render::beside(&format!("o{which}-"), &body)).await?;
    Ok(html.replace("<section class=\"notes\" aria-label=\"Notes\">", "<section class=\"notes\">"))
}
