//! `/contributions/{id}/comparer?de=N&a=M`: two versions, word by word.

use backend::contributions;
use domain::{Version, ids::ContributionId, policy::ContributionAction};
use leptos::prelude::*;

use super::deeper;
use crate::{
    contributions::parts,
    paths,
    request::Request,
    ui::{Document, Notice, NoticeTone, PageResult, Place},
};

/// `/contributions/{id}/comparer`
pub async fn compare(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    let words = rq.words.clone();
    let head = contributions::head(&rq.cx, id, ContributionAction::Read).await?;
    let asked = |name: &str| rq.query(name).and_then(|v| v.parse::<Version>().ok());
    let to = asked("a").unwrap_or(head.version);
    let from = asked("de").unwrap_or(Version((to.0 - 1).max(1)));
    let compared = contributions::compare(&rq.cx, id, from, to).await?;
    let (added, removed) = compared.words();
    let title = say!(words, "contributions-compare-title", from = from.to_string(), to = to.to_string());
    let name = |version: Version| say!(words, "contributions-version", version = version.to_string());
    let content = if compared.is_same() {
        view! { <p>{words.t("contributions-compare-identical")}</p> }.into_any()
    } else {
        parts::comparison(&words, &compared, &name(from), &name(to))
    };
    let view = view! {
        {deeper(&rq, &head, title.clone())}
        {merged(&rq, id, from)}
        <p class="muted">{say!(words, "contributions-history-changed", added = added, removed = removed)}</p>
        {content}
        <p><a class="go" href=paths::contribution_history(id)>{words.t("contributions-history-do")}</a></p>
    };
    Ok(Document::new(title, view).at(Place::Texts).unlisted().wide())
}

/// After two changes were put together: what was done, and where to read the rest. `theirs` is the version that came
/// in the meantime.
fn merged(rq: &Request, id: ContributionId, theirs: Version) -> Option<AnyView> {
    let base = rq.query("depuis").filter(|_| rq.query("fait") == Some("fusionne"))?;
    let base: Version = base.parse().ok()?;
    let words = &rq.words;
    let told = say!(words, "contributions-merged", theirs = theirs.to_string(), base = base.to_string());
    let [read, what] = ["contributions-merged-read", "contributions-merged-theirs"].map(|key| words.t(key));
    Some(
        view! {
            <Notice tone=NoticeTone::Success>
                <p>{told}</p>
                <p class="acts">
                    <a class="go" href=paths::contribution(id)>{read}</a>
                    " "
                    <a class="go" href=paths::contribution_compare(id, base.0, theirs.0)>{what}</a>
                </p>
            </Notice>
        }
        .into_any(),
    )
}
