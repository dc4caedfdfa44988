//! Declaring, and ending what one declared.

use domain::{
    FieldProblem, Refusal,
    declarations::DeclarationForm,
    ids::DeclarationId,
    policy::Permission,
    refusal::{Forbidden, Transition},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, QuerySelect};

use super::targets;
use crate::{
    Cx, Found, Result,
    entities::{declaration, declaration_target},
    events::{Event, EventKind},
};

/// Declares something about oneself.
///
/// # Errors
/// `Forbidden` but for members of the council; `Invalid`, also for what one does not see.
pub async fn declare(cx: &Cx, form: &DeclarationForm) -> Result<DeclarationId> {
    // Who votes declares: staff and guests have nothing to stand back from.
    cx.require(Permission::Vote)?;
    let new = form.check(cx.today())?;
    let me = cx.person()?.id;
    let seen = targets::named(cx, &new.targets).await?;
    if seen.len() != new.targets.len() {
        return Err(Refusal::field("targets", FieldProblem::NotAChoice).into());
    }
    let tx = cx.begin().await?;
    let row = declaration::ActiveModel {
        user_id: Set(me),
        kind: Set(new.kind),
        subject: Set(new.subject),
        words: Set(new.words),
        starts_on: Set(new.period.from),
        ends_on: Set(new.period.to),
        declared_at: Set(cx.now),
        ended_at: Set(None),
        ..Default::default()
    };
    let id = row.insert(&tx).await?.id;
    let about = new.targets.iter().map(|target| declaration_target::ActiveModel {
        declaration_id: Set(id),
        kind: Set(target.kind),
        target_id: Set(target.id),
    });
    let about: Vec<_> = about.collect();
    if !about.is_empty() {
        declaration_target::Entity::insert_many(about).exec_without_returning(&tx).await?;
    }
    let data = serde_json::json!({ "declaration": id, "kind": new.kind });
    Event::new(EventKind::DeclarationMade).user(me).data(&data)?.record(cx, &tx).await?;
    cx.commit(tx).await?;
    cx.backend.0.declared.forget();
    Ok(id)
}

/// Ends what one declared, today: it stays in the history.
///
/// # Errors
/// `NotFound`; `Forbidden` for that of somebody else; `Transition` when it is over.
pub async fn end(cx: &Cx, id: DeclarationId) -> Result<()> {
    let me = cx.person()?.id;
    cx.require(Permission::ReadDirectory)?;
    let tx = cx.begin().await?;
    let row = declaration::Entity::find_by_id(id).lock_exclusive().one(&tx).await?.found()?;
    if row.user_id != me {
        return Err(Refusal::Forbidden(Forbidden::OthersDeclaration).into());
    }
    if row.ended_at.is_some() || row.ends_on.is_some_and(|day| day < cx.today()) {
        return Err(Refusal::Transition(Transition::DeclarationOver).into());
    }
    let mut next: declaration::ActiveModel = row.into();
    next.ends_on = Set(Some(cx.today()));
    next.ended_at = Set(Some(cx.now));
    next.update(&tx).await?;
    let data = serde_json::json!({ "declaration": id });
    Event::new(EventKind::DeclarationEnded).user(me).data(&data)?.record(cx, &tx).await?;
    cx.commit(tx).await?;
    cx.backend.0.declared.forget();
    Ok(())
}
