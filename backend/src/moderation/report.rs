//! Reporting something that one reads.

use chrono::TimeDelta;
use domain::{
    Refusal,
    behalf::Entered,
    ids::CaseId,
    moderation::{CaseState, REPORTS_A_DAY, ReportFacts, ReportForm, Reported, Step},
    policy::{Permission, ReportAction},
    refusal::Transition,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use super::{
    articles::{self, ArticleChoice},
    content::{Content, ContentView, find},
    load::{begun, held, line, write},
};
use crate::{Cx, Found, Result, behalf, contributions::GroupRef, entities::report, events::EventKind};

/// Reports are counted over this time.
const DAY: TimeDelta = TimeDelta::hours(24);

/// The page on which something is reported.
#[derive(Clone, Debug)]
pub struct ReportPage {
    /// What it is.
    pub what: Reported,
    /// What it says.
    pub content: ContentView,
    /// Its group, if it is of one.
    pub group: Option<GroupRef>,
    /// The articles in force.
    pub articles: Vec<ArticleChoice>,
}

/// The page on which something is reported, for somebody who reads it and did not write it.
///
/// # Errors
/// `NotFound`, `Forbidden`, `SignInRequired`.
pub async fn report_page(cx: &Cx, what: Reported) -> Result<ReportPage> {
    let content = to_report(cx, what).await?;
    let articles = articles::choices(cx).await?;
    Ok(ReportPage { what, content: content.view(), group: content.group_ref, articles })
}

/// The content, for somebody who may report it: what is hidden already, or gone, is not found.
async fn to_report(cx: &Cx, what: Reported) -> Result<Content> {
    let content = find(cx, what).await?;
    if content.hidden.is_some() || content.html.is_none() {
        return Err(Refusal::NotFound.into());
    }
    let facts = ReportFacts {
        group: content.group,
        own: content.own,
        by_facilitator: false,
        reported: false,
        decided: false,
    };
    cx.require(Permission::Report(ReportAction::Send, &facts))?;
    Ok(content)
}

/// Reports something, once: the case it is in.
///
/// # Errors
/// `Invalid`; `AlreadyReported`; `TooMany` after twenty in a day; `NotFound` for what one does not read, `Forbidden` for
/// what one wrote.
pub async fn report(cx: &Cx, what: Reported, form: &ReportForm) -> Result<CaseId> {
    let content = to_report(cx, what).await?;
    let new = form.check()?;
    articles::require_in_force(cx, new.article).await?;
    let me = cx.person()?.id;
    let tx = cx.begin().await?;
    let lately = report::Entity::find()
        .filter(report::Column::UserId.eq(me))
        .filter(report::Column::At.gt(cx.now - DAY));
    if lately.clone().count(&tx).await? >= REPORTS_A_DAY {
        let first = lately.order_by_asc(report::Column::At).one(&tx).await?;
        let wait = first.map_or(DAY, |first| first.at + DAY - cx.now).num_seconds();
        let retry_after_seconds = u32::try_from(wait).unwrap_or(0).max(1);
        return Err(Refusal::TooMany { retry_after_seconds }.into());
    }
    let case = match held(&tx, what).await? {
        Some(case) => case,
        None => begun(cx, &tx, &content, CaseState::Open).await?,
    };
    let row = report::ActiveModel {
        case_id: Set(case.id),
        user_id: Set(me),
        at: Set(cx.now),
        ground: Set(new.ground),
        words: Set(new.words),
        article_id: Set(new.article),
        told: Set(true),
        ..Default::default()
    };
    let key = [report::Column::CaseId, report::Column::UserId];
    let once = sea_orm::sea_query::OnConflict::columns(key).do_nothing().to_owned();
    if report::Entity::insert(row).on_conflict(once).exec_without_returning(&tx).await? == 0 {
        return Err(Refusal::Transition(Transition::AlreadyReported).into());
    }
    if cx.acting().is_some() {
        let mine = report::Entity::find()
            .filter(report::Column::CaseId.eq(case.id))
            .filter(report::Column::UserId.eq(me));
        let mine = mine.one(&tx).await?.found()?;
        behalf::mark(cx, &tx, Entered::Report, mine.id.0).await?;
    }
    let reopened = !matches!(case.state, CaseState::Open);
    write(&tx, &case, Step::Report, |next| {
        if reopened {
            next.opened_at = Set(cx.now);
        }
    })
    .await?;
    // Who reported is in the report, for those who decide; the journal is read by more people.
    line(EventKind::ContentReported, &case, None)?.unsigned().record(cx, &tx).await?;
    cx.commit(tx).await?;
    Ok(case.id)
}
