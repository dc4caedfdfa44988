//! Correcting a published text: a new edition under the same number; the former one stays readable.

use domain::{
    Refusal, Version,
    contributions::{
        ContributionForm, PublicationNumber, State, check_correction, frozen_text, must_be_published,
    },
    ids::ContributionId,
    policy::ContributionAction,
    webhooks::Told,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};

use super::{
    anchors::{Carrying, Onto},
    create::{Saving, insert_revision, made_current},
    list::number,
    load::{Head, Loaded, load, source},
    render,
    write::changed_words,
};
use crate::{
    Cx, Found, Result, db,
    entities::{adoption, contribution, former_edition},
    events::{Event, EventKind},
    fold::fold,
    printing, webhooks,
};

/// A published text as the chair corrects it.
#[derive(Clone, Debug)]
pub struct CorrectionView {
    /// The head of the page; its version goes into the form.
    pub head: Head,
    /// The text as it stands; the reason is empty.
    pub saved: ContributionForm,
    /// Its number.
    pub number: PublicationNumber,
}

/// A published text to be corrected.
///
/// # Errors
/// `NotFound`; `Forbidden` but for the chair; `Transition` unless it is published.
pub async fn correction_view(cx: &Cx, id: ContributionId) -> Result<CorrectionView> {
    let text = load(cx, id, ContributionAction::Correct).await?;
    must_be_published(text.state)?;
    let current = source(cx.reader(), id, text.version).await?;
    let adopted = adoption::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    let saved = ContributionForm {
        title: current.title,
        kind: text.kind.code().to_owned(),
        summary: current.summary,
        body: current.body,
        reason: String::new(),
    };
    let number = number(Some((adopted.year, adopted.sequence))).found()?;
    Ok(CorrectionView { head: Head::new(cx, &text), saved, number })
}

/// Publishes a corrected edition of version `read` of a text, under the same number. Its reason is public.
///
/// # Errors
/// `Invalid`, and on `reason` without one; `Unchanged` on `body`; `Conflict` if it was corrected since it was read;
/// `Transition` unless it is published; `Forbidden` but for the chair; `NotFound`.
pub async fn correct(
    cx: &Cx,
    id: ContributionId,
    read: Version,
    form: &ContributionForm,
) -> Result<PublicationNumber> {
    let text = load(cx, id, ContributionAction::Correct).await?;
    must_be_published(text.state)?;
    let form = ContributionForm { kind: text.kind.code().to_owned(), ..form.clone() };
    let typed = check_correction(&form)?;
    if read != text.version {
        return Err(Refusal::Conflict.into());
    }
    let current = source(cx.reader(), id, read).await?;
    if current.title == typed.title && current.summary == typed.summary && current.body == typed.body {
        return Err(Refusal::field("body", domain::FieldProblem::Unchanged).into());
    }
    let by = cx.person()?.id;
    let saving = Saving { by, at: cx.now, words: changed_words(&current, &typed).await?, merged_from: None };
    let rendering = render::text(id, &typed.summary, &typed.body).await?;
    // What was said of its passages is still read.
    let attached = text.attached();
    let carrying = match attached.is_any() {
        true => Some(Carrying::new(&current.body, &typed.body, None).await?),
        false => None,
    };
    // As at adoption: the file is there before anything says so.
    let frozen = frozen_text(&typed.title, &typed.summary, &typed.body);
    let fingerprint = cx.backend.files().put(frozen.into_bytes()).await?;
    let tx = cx.begin().await?;
    if !claim(cx, &tx, &text, &typed).await? {
        return Err(Refusal::Conflict.into());
    }
    let revision = insert_revision(&tx, id, read.next(), &typed, &saving).await?;
    db::execute_all(&tx, made_current(&tx, id, revision, &rendering)?).await?;
    if let Some(carrying) = carrying {
        let onto = Onto { text: id, group: text.group_id, version: read.next(), by, attached };
        db::execute_all(&tx, carrying.carry(cx, &tx, onto).await?.unwrap_or_default()).await?;
    }
    let former = adoption::Entity::find_by_id(id).one(&tx).await?.found()?;
    let number = number(Some((former.year, former.sequence))).found()?;
    let kept = former_edition::ActiveModel {
        contribution_id: Set(id),
        position: Set(former.edition),
        revision_id: Set(former.revision_id),
        fingerprint: Set(former.fingerprint),
        reason: Set(former.correction),
        at: Set(former.corrected_at.or(former.published_at).unwrap_or(former.recorded_at)),
        replaced_at: Set(cx.now),
        replaced_by: Set(by),
    };
    former_edition::Entity::insert(kept).exec_without_returning(&tx).await?;
    adoption::Entity::update_many()
        .col_expr(adoption::Column::RevisionId, Expr::value(revision))
        .col_expr(adoption::Column::Fingerprint, Expr::value(fingerprint.as_str()))
        .col_expr(adoption::Column::Edition, Expr::col(adoption::Column::Edition).add(1))
        .col_expr(adoption::Column::CorrectedAt, Expr::value(Some(cx.now)))
        .col_expr(adoption::Column::Correction, Expr::value(typed.reason.as_str()))
        .col_expr(adoption::Column::UpdatedAt, Expr::value(Some(cx.now)))
        .filter(adoption::Column::ContributionId.eq(id))
        .exec(&tx)
        .await?;
    Event::new(EventKind::ContributionCorrected)
        .group(text.group_id)
        .contribution(id)
        .data(&serde_json::json!({
            "number": number,
            "edition": former.edition + 1,
            "version": read.next(),
            "fingerprint": fingerprint.as_str(),
        }))?
        .record(cx, &tx)
        .await?;
    webhooks::publication(cx, &tx, Told::Corrected, number).await?;
    printing::want(cx, &tx, id).await?;
    cx.commit(tx).await?;
    Ok(number)
}

/// Makes the published text ours, if it is still at the version that was read.
async fn claim(
    cx: &Cx,
    tx: &impl sea_orm::ConnectionTrait,
    text: &Loaded,
    typed: &domain::contributions::ContributionText,
) -> Result<bool> {
    use contribution::Column as C;
    let claimed = contribution::Entity::update_many()
        .col_expr(C::Version, Expr::value(text.version.next()))
        .col_expr(C::Title, Expr::value(typed.title.clone()))
        .col_expr(C::TitleFolded, Expr::value(fold(&typed.title)))
        .col_expr(C::Summary, Expr::value(typed.summary.clone()))
        .col_expr(C::UpdatedAt, Expr::value(cx.now))
        .filter(C::Id.eq(text.id))
        .filter(C::Version.eq(text.version))
        .filter(C::State.eq(State::Published))
        .exec(tx)
        .await?;
    Ok(claimed.rows_affected == 1)
}
