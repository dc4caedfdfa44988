//! One case, as somebody reads it: who decides reads all of it; its author, what was decided; who reported, the answer.

use chrono::{DateTime, Utc};
use domain::{
    Refusal, Version,
    ids::{CaseId, UserId},
    moderation::{CaseState, Ground, Reported},
    policy::{Permission, ReportAction},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Expr};

use super::{
    articles::{self, ArticleChoice, QuotedArticle},
    content::{ContentView, look},
    load::{Case, any_case, of},
};
use crate::{
    Cx, Result,
    contributions::{GroupRef, typeset},
    entities::{report, report_case},
    people,
};

/// A report, for those who decide.
#[derive(Clone, Debug)]
pub struct ReportView {
    /// Who.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub ground: Ground,
    /// In words; may be empty.
    pub words: String,
    /// The article it breaks.
    pub article: Option<QuotedArticle>,
}

/// What was said, by whom, when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// By whom, for those who decide.
    pub by: Option<String>,
    /// When.
    pub at: Option<DateTime<Utc>>,
    /// What.
    pub words: String,
}

/// What the person asking may do about the case now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CaseRights {
    /// Read everything.
    pub see: bool,
    /// Keep it, hide it, ask for it to be changed.
    pub decide: bool,
    /// Why they may not, when they see that somebody must.
    pub not: Option<domain::refusal::Forbidden>,
    /// Appeal.
    pub appeal: bool,
    /// Hear the appeal.
    pub rule: bool,
}

/// A case.
#[derive(Clone, Debug)]
pub struct CaseView {
    /// Which one.
    pub id: CaseId,
    /// What was reported.
    pub what: Reported,
    /// What it is called, typeset.
    pub title: String,
    /// Who wrote it, for those who decide.
    pub author: Option<String>,
    /// Whether the person asking wrote it.
    pub own: bool,
    /// Its group, for those who decide; none for the common library.
    pub group: Option<GroupRef>,
    /// Where it stands.
    pub state: CaseState,
    /// For the next step.
    pub version: Version,
    /// What it says; none once it is gone, or for who does not read it.
    pub content: Option<ContentView>,
    /// The reports: all of them for those who decide, one's own for who reported, none for its author.
    pub reports: Vec<ReportView>,
    /// What was decided.
    pub decision: Option<Told>,
    /// The article that is quoted.
    pub article: Option<QuotedArticle>,
    /// What its author says; for them and for those who decide.
    pub appeal: Option<Told>,
    /// What was said of the appeal.
    pub ruling: Option<Told>,
    /// The articles in force, for who decides.
    pub articles: Vec<ArticleChoice>,
    /// What the person asking may do.
    pub may: CaseRights,
}

/// The case, for those who decide, for who reported, and for its author once something was decided; they have then read
/// it.
///
/// # Errors
/// `NotFound`, `SignInRequired`.
pub async fn case(cx: &Cx, id: CaseId) -> Result<CaseView> {
    let found = any_case(cx, id).await?;
    let may = rights(cx, &found);
    let row = &found.row;
    let told_of = found.facts.own && !matches!(row.state, CaseState::Open | CaseState::Kept);
    if !may.see && !told_of && found.mine.is_none() {
        return Err(Refusal::NotFound.into());
    }
    let reports = reports(cx, &found, may.see).await?;
    let mut cited: Vec<_> = reports.iter().filter_map(|report| report.article_id).collect();
    cited.extend(row.article_id);
    let quoted = articles::quoted(cx, cited).await?;
    let people = [row.author_id, row.decided_by, row.ruled_by].into_iter().flatten();
    let people: Vec<UserId> = people.chain(reports.iter().map(|report| report.user_id)).collect();
    let people = people::names(cx.reader(), people).await?;
    let named = |id: Option<UserId>| id.filter(|_| may.see).and_then(|id| people.get(&id).cloned());
    let told = |by: Option<UserId>, at: Option<DateTime<Utc>>, words: &str| {
        (!words.is_empty()).then(|| Told { by: named(by), at, words: typeset(words) })
    };
    let decided = row.state != CaseState::Open;
    let sides = may.see || told_of;
    let view = CaseView {
        id,
        what: row.reported(),
        title: typeset(&row.title),
        author: named(row.author_id),
        own: found.facts.own,
        group: found
            .group
            .as_ref()
            .filter(|_| may.see)
            .map(|group| GroupRef { slug: group.slug.clone(), name: typeset(&group.name) }),
        state: row.state,
        version: row.version,
        content: if sides { look(cx, row.reported()).await?.map(|content| content.view()) } else { None },
        reports: reports
            .into_iter()
            .map(|row| ReportView {
                by: people.get(&row.user_id).cloned().unwrap_or_default(),
                at: row.at,
                ground: row.ground,
                words: typeset(&row.words),
                article: row.article_id.and_then(|id| quoted.get(&id).cloned()),
            })
            .collect(),
        // While somebody must decide again, the former decision is for those who do.
        decision: told(row.decided_by, row.decided_at, &row.reason).filter(|_| decided || may.see),
        article: row.article_id.and_then(|id| quoted.get(&id).cloned()).filter(|_| decided),
        appeal: told(row.author_id, row.appealed_at, &row.appeal).filter(|_| sides),
        ruling: told(row.ruled_by, row.ruled_at, &row.ruling),
        articles: if may.decide { articles::choices(cx).await? } else { Vec::new() },
        may,
    };
    note_told(cx, &found).await;
    Ok(view)
}

fn rights(cx: &Cx, found: &Case) -> CaseRights {
    let may = |action| cx.may(Permission::Report(action, &found.facts));
    let open = found.row.state == CaseState::Open;
    let see = may(ReportAction::See);
    let decide = open && may(ReportAction::Decide);
    let appealed = found.row.state == CaseState::Appealed;
    let rule = appealed && may(ReportAction::Rule);
    let refused = |action| match domain::policy::decide(&cx.actor, Permission::Report(action, &found.facts)) {
        domain::policy::Decision::Refuse(why) => Some(why),
        _ => None,
    };
    let not = match (open, appealed) {
        (true, _) => refused(ReportAction::Decide),
        (_, true) => refused(ReportAction::Rule),
        _ => None,
    };
    let appeal = found.row.state == CaseState::Acted && may(ReportAction::Appeal);
    CaseRights { see, decide, not: not.filter(|_| see), appeal, rule }
}

async fn reports(cx: &Cx, found: &Case, all: bool) -> Result<Vec<report::Model>> {
    if !all {
        return Ok(found.mine.clone().into_iter().collect());
    }
    let rows = report::Entity::find()
        .filter(report::Column::CaseId.eq(found.row.id))
        .order_by_asc(report::Column::Id)
        .all(cx.reader())
        .await?;
    Ok(rows)
}

/// Notes that the person asking read what was decided; a page is never refused for it.
async fn note_told(cx: &Cx, found: &Case) {
    let db = cx.backend.db().writer();
    let mut noted = Ok(());
    if let Some(mine) = found.mine.as_ref().filter(|mine| !mine.told) {
        let told = report::Entity::update_many()
            .col_expr(report::Column::Told, Expr::value(true))
            .filter(report::Column::Id.eq(mine.id))
            .exec(db)
            .await;
        noted = told.map(|_| ());
    }
    if found.facts.own && !found.row.author_told {
        let told = report_case::Entity::update_many()
            .col_expr(report_case::Column::AuthorTold, Expr::value(true))
            .filter(report_case::Column::Id.eq(found.row.id))
            .exec(db)
            .await;
        noted = noted.and(told.map(|_| ()));
    }
    if let Err(error) = noted {
        tracing::warn!(%error, "it cannot be noted that a decision was read");
    }
}

/// The article for which a content is hidden; whoever asks reads the reason.
///
/// # Errors
/// The database cannot be read.
pub(crate) async fn quoted_in(cx: &Cx, what: Reported) -> Result<Option<QuotedArticle>> {
    let cited = of(cx.reader(), what).await?.and_then(|case| case.article_id);
    Ok(articles::quoted(cx, cited.into_iter().collect()).await?.into_values().next())
}
