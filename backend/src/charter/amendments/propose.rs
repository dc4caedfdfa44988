//! Proposing an amendment, and wording one's own again.

use domain::{
    FieldProblem, Refusal, Version,
    behalf::Entered,
    charter::{
        AMENDMENTS_MAX, Amendment, AmendmentForm, AmendmentKind, AmendmentState, Articles, VersionState,
    },
    policy::{CharterAction, Permission},
    refusal::Transition,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::{
    load::{Held, hold},
    merging::Said,
    support,
};
use crate::{Cx, Result, behalf, entities::framing_amendment, events::EventKind};

/// Proposes an amendment to an article of a version, or to the amendment of number `parent`. `read` is the version as it
/// was read. Gives its number.
///
/// # Errors
/// `Forbidden` but for members of the council; `NotFound`; `Invalid`, also `Unchanged` on `body` when it would change
/// nothing; `Conflict` if the version changed meanwhile; `AmendmentsClosed`, `ArticleReplaced`, `AmendmentOver`,
/// `AmendmentDepth`.
pub async fn propose(
    cx: &Cx,
    slug: &str,
    number: i32,
    read: Version,
    parent: Option<i32>,
    form: &AmendmentForm,
) -> Result<i32> {
    cx.require(Permission::Charter(CharterAction::Amend))?;
    let author = cx.person()?.id;
    let typed = if parent.is_some() { form.check_below() } else { form.check() };
    let tx = cx.begin().await?;
    let held = hold(&tx, slug, number).await?;
    if !held.is_open_today(cx) {
        return Err(closed(&held));
    }
    let mut typed = typed?;
    if held.version.version != read {
        return Err(Refusal::Conflict.into());
    }
    let (parent_id, base) = match parent {
        None => (None, words(&held, &typed)?),
        Some(parent) => {
            let parent = held.find(&tx, parent).await?;
            if parent.state != AmendmentState::Open {
                return Err(Refusal::Transition(Transition::AmendmentOver).into());
            }
            let is_amendable = parent.parent_id.is_none() && parent.kind != AmendmentKind::Remove;
            if !is_amendable || AmendmentKind::from_code(&form.kind) != Some(AmendmentKind::Change) {
                return Err(Refusal::Transition(Transition::AmendmentDepth).into());
            }
            typed.article = parent.article.parse().ok();
            (Some(parent.id), Said::new(parent.title, parent.body))
        }
    };
    must_change(&typed, &base)?;
    let last: Option<i32> = framing_amendment::Entity::find()
        .select_only()
        .column(framing_amendment::Column::Number)
        .filter(framing_amendment::Column::VersionId.eq(held.version.id))
        .order_by_desc(framing_amendment::Column::Number)
        .into_tuple()
        .one(&tx)
        .await?;
    let given = last.map_or(1, |last| last + 1);
    if given > AMENDMENTS_MAX {
        let max = AMENDMENTS_MAX.unsigned_abs();
        return Err(Refusal::field("body", FieldProblem::TooMuch { max }).into());
    }
    let row = framing_amendment::ActiveModel {
        version_id: Set(held.version.id),
        number: Set(given),
        parent_id: Set(parent_id),
        kind: Set(typed.kind),
        article: Set(typed.article.map(|article| article.to_string()).unwrap_or_default()),
        base_title: Set(base.title),
        base_body: Set(base.body),
        title: Set(typed.title),
        body: Set(typed.body),
        reasons: Set(typed.reasons),
        author_id: Set(author),
        at: Set(cx.now),
        state: Set(AmendmentState::Open),
        version: Set(Version::FIRST),
        note: Set(String::new()),
        met_title: Set(String::new()),
        met_body: Set(String::new()),
        became: Set(String::new()),
        ..Default::default()
    };
    let made = row.insert(&tx).await?;
    behalf::mark(cx, &tx, Entered::Amendment, made.id.0).await?;
    held.told(cx, &tx, EventKind::FramingAmendmentProposed, (given, None)).await?;
    cx.commit(tx).await?;
    Ok(given)
}

/// Why nothing is proposed to a version: it was replaced, adopted or given up; or it is not its day.
fn closed(held: &Held) -> crate::Error {
    match held.version.state {
        VersionState::Adopted | VersionState::Abandoned => Refusal::Transition(Transition::ArticleReplaced),
        _ => Refusal::Transition(Transition::AmendmentsClosed),
    }
    .into()
}

/// What an amendment is about says now.
fn words(held: &Held, typed: &Amendment) -> Result<Said> {
    let articles = Articles::read(&held.version.body);
    let Some(number) = typed.article else { return Ok(Said::default()) };
    let article = articles.get(number).ok_or(Refusal::Transition(Transition::ArticleReplaced))?;
    Ok(match typed.kind {
        AmendmentKind::Add => Said::default(),
        AmendmentKind::Change | AmendmentKind::Remove => Said::new(&article.title, &article.body),
    })
}

fn must_change(typed: &Amendment, base: &Said) -> Result<()> {
    let same = typed.title == base.title && typed.body == base.body;
    if same { Err(Refusal::field("body", FieldProblem::Unchanged).into()) } else { Ok(()) }
}

/// Words one's own amendment again, while amendments may be proposed. Those who supported other words are told, and no
/// longer support it.
///
/// # Errors
/// `Forbidden` but for its author; `NotFound`, `Invalid`; `Conflict` if it changed since `read`; `AmendmentsClosed`,
/// `AmendmentOver`.
pub async fn reword(
    cx: &Cx,
    slug: &str,
    number: i32,
    amendment: i32,
    read: Version,
    form: &AmendmentForm,
) -> Result<()> {
    cx.require(Permission::Charter(CharterAction::Amend))?;
    let tx = cx.begin().await?;
    let held = hold(&tx, slug, number).await?;
    let row = held.find_read(&tx, amendment, read).await?;
    held.facts(cx, &row).may_be_reworded()?;
    // What it is about does not change: only the words and the reasons do.
    let typed = if row.parent_id.is_some() {
        form.check_below()?
    } else {
        let (kind, article) = (row.kind.code().to_owned(), row.article.clone());
        AmendmentForm { kind, article, ..form.clone() }.check()?
    };
    must_change(&typed, &Said::new(&row.base_title, &row.base_body))?;
    let other_words = (&typed.title, &typed.body) != (&row.title, &row.body);
    let id = row.id;
    change(&tx, row, typed).await?;
    held.told(cx, &tx, EventKind::FramingAmendmentReworded, (amendment, None)).await?;
    if other_words {
        for supporter in support::lapse(&tx, id).await? {
            let to = (amendment, Some(supporter));
            held.told(cx, &tx, EventKind::FramingSupportLapsed, to).await?;
        }
    }
    cx.commit(tx).await
}

async fn change(tx: &impl ConnectionTrait, row: framing_amendment::Model, typed: Amendment) -> Result<()> {
    let version = row.version.next();
    let mut row: framing_amendment::ActiveModel = row.into();
    row.title = Set(typed.title);
    row.body = Set(typed.body);
    row.reasons = Set(typed.reasons);
    row.version = Set(version);
    row.update(tx).await?;
    Ok(())
}
