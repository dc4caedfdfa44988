//! `/contributions/{id}/historique`: every version, who, when, why.

use backend::contributions::{self, HistoryRow};
use domain::{ids::ContributionId, policy::ContributionAction};
use leptos::prelude::*;

use super::deeper;
use crate::{
    paths,
    request::Request,
    ui::{Document, Facts, PageResult, Pager, Place},
};

/// `/contributions/{id}/historique`
pub async fn history(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    let head = contributions::head(&rq.cx, id, ContributionAction::Read).await?;
    let page = contributions::history(&rq.cx, id, rq.page_number()).await?;
    let title = rq.words.t("contributions-history-title");
    let rows = page.rows.iter().map(|row| version(&rq, id, head.version.0, row)).collect_view();
    let view = view! {
        {deeper(&rq, &head, title.clone())}
        <ol class="rows" reversed>{rows}</ol>
        <Pager rq=rq.clone() number=page.number.get() pages=page.pages()/>
    };
    Ok(Document::new(title, view).at(Place::Texts).unlisted())
}

fn version(rq: &Request, id: ContributionId, current: i32, row: &HistoryRow) -> impl IntoView + use<> {
    let words = &rq.words;
    let version = row.revision.version.0;
    let name = say!(words, "contributions-version", version = version.to_string());
    let changed = if version == 1 {
        words.t("contributions-history-first")
    } else {
        say!(words, "contributions-history-changed", added = row.words_added, removed = row.words_removed)
    };
    let facts = vec![
        view! { {row.revision.by.clone()} }.into_any(),
        view! { {words.moment(row.revision.at)} }.into_any(),
        view! { {changed} }.into_any(),
    ];
    let merged = row.merged_from.map(|base| {
        let (base, theirs) = (base.to_string(), (version - 1).to_string());
        view! { <p class="row-text">{say!(words, "contributions-history-merged", base = base, theirs = theirs)}</p> }
    });
    let reason = (!row.revision.reason.is_empty())
        .then(|| view! { <p class="row-text">{say!(words, "contributions-history-reason", reason = row.revision.reason.clone())}</p> });
    let compare = |from: i32, to: i32, key: &str| {
        view! { <a class="go" href=paths::contribution_compare(id, from, to)>{words.t(key)}<span class="vh">{format!(" ({name})")}</span></a> }
    };
    let before = (version > 1).then(|| compare(version - 1, version, "contributions-history-compare-before"));
    let since = (version < current).then(|| compare(version, current, "contributions-history-compare-now"));
    let print = view! {
        <a class="go" href=paths::contribution_print(id, row.revision.version, "pdf")>
            {words.t("printing-history")}<span class="vh">{format!(" ({name})")}</span>
        </a>
    };
    view! {
        <li>
            <p class="row-title">{name.clone()}</p>
            <Facts facts=facts/>
            {merged}
            {reason}
            <div class="row-acts">{before}" "{since}" "{print}</div>
        </li>
    }
}
