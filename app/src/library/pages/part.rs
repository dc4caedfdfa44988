//! The library of a group, on the page of that group.

use backend::groups::GroupView;
use leptos::prelude::*;

use super::piece;
use crate::{paths, request::Request};

/// The last three documents of a group and the way to its library; nothing for those who do not read its work.
///
/// # Errors
/// The database cannot be read.
pub async fn part(rq: &Request, group: &GroupView) -> backend::Result<Option<AnyView>> {
    if !group.may.read_work {
        return Ok(None);
    }
    let rows = backend::library::latest(&rq.cx, group.id).await?;
    let words = &rq.words;
    let list = match rows.is_empty() {
        true => view! { <p class="muted">{words.t("library-part-empty")}</p> }.into_any(),
        false => {
            let rows = rows.iter().map(|row| piece::row(words, row)).collect_view();
            view! { <ul class="rows">{rows}</ul> }.into_any()
        }
    };
    let href = paths::group_library(&group.slug);
    Ok(Some(
        view! {
            <section class="part" aria-labelledby="bibliotheque">
                <header>
                    <h2 id="bibliotheque">{words.t("library-title")}</h2>
                    " "
                    <a class="go" href=href>{words.t("library-open")}</a>
                </header>
                {list}
            </section>
        }
        .into_any(),
    ))
}
