//! Writing the next version of a text: in one transaction, unless somebody did so in the meantime.

use domain::{
    Actor, Version,
    behalf::Entered,
    contributions::{ContributionText, State},
    ids::UserId,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::Expr,
};

use super::{
    anchors::{Carrying, Onto},
    autosave::forgotten,
    comparison::Comparison,
    create::{Saving, insert_revision, made_current},
    intake::Intake,
    load::Loaded,
    reading, render,
    save::spot,
    suggestions::Accepting,
};
use crate::{
    Cx, Result, behalf, db,
    entities::{contribution, live_text, revision, revision_writer},
    events::{Event, EventKind},
    fold::fold,
    live,
};

/// How a version is written.
pub(super) struct Writing<'a> {
    /// Who is said to have written it.
    pub by: UserId,
    /// The version it was typed over, when it is put together with a later one.
    pub merged_from: Option<Version>,
    /// What the shared text said, when the version is of it.
    pub shared: Option<&'a str>,
    /// Whoever else typed it.
    pub with: &'a [UserId],
    /// The suggestion whose words it takes in.
    pub accepting: Option<&'a Accepting>,
    /// The file that it was read from.
    pub intake: Option<&'a Intake>,
}

impl Writing<'_> {
    pub fn by(cx: &Cx) -> Result<Writing<'static>> {
        Ok(Writing {
            by: cx.person()?.id,
            merged_from: None,
            shared: None,
            with: &[],
            accepting: None,
            intake: None,
        })
    }
}

/// Writes the next version; `None` if somebody did so in the meantime.
pub(super) async fn write(
    cx: &Cx,
    text: &Loaded,
    current: &revision::Model,
    typed: &ContributionText,
    writing: &Writing<'_>,
) -> Result<Option<Version>> {
    let Writing { by, merged_from, .. } = *writing;
    let words = changed_words(current, typed).await?;
    let rendering = render::text(text.id, &typed.summary, &typed.body).await?;
    let attached = text.attached();
    let carrying = if attached.is_any() {
        Some(Carrying::new(&current.body, &typed.body, writing.accepting).await?)
    } else {
        None
    };
    let tx = cx.begin().await?;
    // What the program keeps was typed while the group was at work.
    if cx.actor != Actor::System {
        crate::groups::still_at_work(&tx, text.group_id).await?;
    }
    if !claim(cx, &tx, text, typed).await? {
        tx.rollback().await?;
        return Ok(None);
    }
    let version = text.version.next();
    let was = writing.shared.unwrap_or(&current.body);
    if text.is_shared() && !live::follow(cx, &tx, text.id, was, &typed.body, version).await? {
        tx.rollback().await?;
        return Ok(None);
    }
    let saving = Saving { by, at: cx.now, words, merged_from };
    let revision = insert_revision(&tx, text.id, version, typed, &saving).await?;
    behalf::mark(cx, &tx, Entered::Revision, revision.0).await?;
    let mut rest = Vec::from(made_current(&tx, text.id, revision, &rendering)?);
    if let Some(carrying) = carrying {
        let onto = Onto { text: text.id, group: text.group_id, version, by, attached };
        let Some(carried) = carrying.carry(cx, &tx, onto).await? else {
            tx.rollback().await?;
            return Ok(None);
        };
        rest.extend(carried);
    }
    if cx.actor != Actor::System {
        // Whoever accepts a suggestion or brings a file may have typed something else.
        if writing.accepting.is_none() && writing.intake.is_none() {
            rest.push(forgotten(&tx, by, spot(text)));
        }
        // Whoever puts two changes together has not read the other one yet.
        if merged_from.is_none() {
            rest.push(reading::noted(&tx, by, text.id, version, cx.now));
        }
    }
    if let Some(intake) = writing.intake {
        rest.extend(intake.lines(cx, &tx, text.id).await?);
    }
    if !writing.with.is_empty() {
        let with = writing.with.iter().filter(|user| **user != by).map(|user| {
            let writer = revision_writer::Entity::insert(revision_writer::ActiveModel {
                revision_id: Set(revision),
                user_id: Set(*user),
            });
            writer.build(tx.get_database_backend())
        });
        rest.extend(with);
    }
    let data = serde_json::json!({ "version": version, "merged_from": merged_from });
    let event = Event::new(EventKind::ContributionRevised)
        .group(text.group_id)
        .contribution(text.id)
        .by(by)
        .data(&data)?;
    rest.push(event.line(cx, &tx));
    db::execute_all(&tx, rest).await?;
    cx.commit(tx).await?;
    if text.is_shared() {
        cx.backend.rooms().look(text.id);
    }
    Ok(Some(version))
}

pub(super) async fn changed_words(
    current: &revision::Model,
    typed: &ContributionText,
) -> Result<(usize, usize)> {
    let (current, typed) = (current.clone(), typed.clone());
    render::apart(current.body.len() + typed.body.len(), move || {
        let old = [current.title.as_str(), current.summary.as_str(), current.body.as_str()];
        Comparison::new(old, [&typed.title, &typed.summary, &typed.body]).words()
    })
    .await
}

/// Makes the text ours, if it is still at the version that was read, and still written.
pub(super) async fn claim(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    text: &Loaded,
    typed: &ContributionText,
) -> Result<bool> {
    use contribution::Column as C;
    let mut claim = contribution::Entity::update_many();
    // One that was made meanwhile has to be carried on as well.
    if text.suggestions == 0 {
        claim = claim.filter(C::Suggestions.eq(0));
    }
    if text.comments == 0 {
        claim = claim.filter(C::Comments.eq(0));
    }
    if !text.is_shared() {
        // A room that opened meanwhile began from the version that this one replaces.
        let rooms = live_text::Entity::find()
            .select_only()
            .column(live_text::Column::ContributionId)
            .filter(live_text::Column::ContributionId.eq(text.id))
            .into_query();
        claim = claim.filter(C::Id.not_in_subquery(rooms));
    }
    let claimed = claim
        .col_expr(C::Version, Expr::value(text.version.next()))
        .col_expr(C::Kind, Expr::value(typed.kind))
        .col_expr(C::Title, Expr::value(typed.title.clone()))
        .col_expr(C::TitleFolded, Expr::value(fold(&typed.title)))
        .col_expr(C::Summary, Expr::value(typed.summary.clone()))
        .col_expr(C::UpdatedAt, Expr::value(cx.now))
        .filter(C::Id.eq(text.id))
        .filter(C::Version.eq(text.version))
        .filter(C::State.is_in(State::ALL.iter().copied().filter(|state| state.is_writable())))
        .exec(tx)
        .await?;
    Ok(claimed.rows_affected == 1)
}
