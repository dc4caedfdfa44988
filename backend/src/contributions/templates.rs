//! Models: from what a text of each kind may start. The council changes them; those it came with are not here.

use chrono::{DateTime, Utc};
use domain::{
    Refusal, Version,
    contributions::{ContributionKind, template_body},
    policy::Permission,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    sea_query::{Expr, OnConflict},
};

use crate::{
    Cx, Result,
    entities::{join, text_template, user},
    events::{Event, EventKind},
};

/// The model of a kind of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateView {
    /// The kind.
    pub kind: ContributionKind,
    /// What the council wrote, in Markdown; nothing if it keeps the model it came with.
    pub own: Option<String>,
    /// For the next change; 0 if there was none.
    pub version: Version,
    /// Who changed it last, and when.
    pub changed: Option<(String, DateTime<Utc>)>,
}

/// The models of all kinds, for those who write.
///
/// # Errors
/// `SignInRequired`.
pub async fn templates(cx: &Cx) -> Result<Vec<TemplateView>> {
    #[derive(FromQueryResult)]
    struct Line {
        kind: ContributionKind,
        body: Option<String>,
        version: Version,
        name: String,
        changed_at: DateTime<Utc>,
    }
    cx.person()?;
    let mut lines: Vec<Line> = text_template::Entity::find()
        .select_only()
        .columns([
            text_template::Column::Kind,
            text_template::Column::Body,
            text_template::Column::Version,
            text_template::Column::ChangedAt,
        ])
        .column(user::Column::Name)
        .join(
            JoinType::InnerJoin,
            join::<text_template::Entity, user::Entity>(text_template::Column::ChangedBy, user::Column::Id),
        )
        .into_model()
        .all(cx.reader())
        .await?;
    let view = |kind: &ContributionKind| match lines.iter().position(|line| line.kind == *kind) {
        Some(at) => {
            let line = lines.swap_remove(at);
            let changed = Some((line.name, line.changed_at));
            TemplateView { kind: *kind, own: line.body, version: line.version, changed }
        }
        None => TemplateView { kind: *kind, own: None, version: Version(0), changed: None },
    };
    Ok(ContributionKind::ALL.iter().map(view).collect())
}

/// The model of a kind, for those who change it.
///
/// # Errors
/// `Forbidden` but for administrators.
pub async fn template(cx: &Cx, kind: ContributionKind) -> Result<TemplateView> {
    cx.require(Permission::Administer)?;
    let found = templates(cx).await?.into_iter().find(|template| template.kind == kind);
    found.ok_or_else(|| Refusal::NotFound.into())
}

/// Writes the council's own model of a kind.
///
/// # Errors
/// `Forbidden` but for administrators; `Invalid`; `Conflict` if somebody changed it since `version`.
pub async fn change_template(cx: &Cx, kind: ContributionKind, version: Version, body: &str) -> Result<()> {
    cx.require(Permission::Administer)?;
    let body = template_body(body)?;
    write(cx, kind, version, Some(body), "changed").await
}

/// Goes back to the model that the kind came with.
///
/// # Errors
/// `Forbidden` but for administrators; `Conflict` if somebody changed it since `version`.
pub async fn restore_template(cx: &Cx, kind: ContributionKind, version: Version) -> Result<()> {
    cx.require(Permission::Administer)?;
    write(cx, kind, version, None, "restored").await
}

async fn write(
    cx: &Cx,
    kind: ContributionKind,
    version: Version,
    body: Option<String>,
    what: &str,
) -> Result<()> {
    let by = cx.person()?.id;
    let tx = cx.begin().await?;
    let written = if version == Version(0) {
        let row = text_template::ActiveModel {
            kind: Set(kind),
            body: Set(body),
            version: Set(Version::FIRST),
            changed_by: Set(by),
            changed_at: Set(cx.now),
        };
        let once = OnConflict::column(text_template::Column::Kind).do_nothing().to_owned();
        text_template::Entity::insert(row).on_conflict(once).exec_without_returning(&tx).await?
    } else {
        text_template::Entity::update_many()
            .col_expr(text_template::Column::Body, Expr::value(body))
            .col_expr(text_template::Column::Version, Expr::value(version.next()))
            .col_expr(text_template::Column::ChangedBy, Expr::value(by))
            .col_expr(text_template::Column::ChangedAt, Expr::value(cx.now))
            .filter(text_template::Column::Kind.eq(kind))
            .filter(text_template::Column::Version.eq(version))
            .exec(&tx)
            .await?
            .rows_affected
    };
    if written == 0 {
        return Err(Refusal::Conflict.into());
    }
    Event::new(EventKind::TextTemplateChanged)
        .data(&serde_json::json!({ "kind": kind.code(), "what": what }))?
        .record(cx, &tx)
        .await?;
    cx.commit(tx).await
}
