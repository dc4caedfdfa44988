//! `/depot/{token}`: where somebody without an account deposits files.

use backend::library::BoxView;
use domain::library::LinkKind;
use leptos::prelude::*;

use super::shared::{from_whom, locked};
use crate::{
    library::{pages::piece, report},
    paths,
    request::Request,
    ui::{Document, ErrorSummary, Notice, NoticeTone, PageResult, TextField},
};

/// Depositing from outside.
pub async fn deposit_box(rq: Request) -> PageResult {
    let token = rq.param("token").to_owned();
    let unlocked = crate::session::unlocked(&rq).await;
    let (left, largest, until) = match backend::library::deposit_box(&rq.cx, &token, &unlocked).await? {
        BoxView::Locked => return Ok(locked(&rq, LinkKind::Deposit, &token)),
        BoxView::Open { left, largest, until } => (left, largest, until),
    };
    let words = rq.words.clone();
    let title = words.t("library-box-title");
    let here = paths::link(LinkKind::Deposit, &token);
    let form = rq.form(paths::DEPOSIT_BOX).shown_at(here.clone());
    let action = format!("{}&lien={token}", rq.posting_from(paths::DEPOSIT_BOX, &here));
    let hint = say!(words, "library-box-hint", size = piece::size(&words, largest), count = left);
    let deposited = match rq.query("fait") {
        Some("depose") if rq.refused().is_none() => {
            let count: u32 = rq.query("n").and_then(|n| n.parse().ok()).unwrap_or(1);
            let thanks = say!(words, "library-box-thanks", count = count);
            Some(view! { <Notice tone=NoticeTone::Success><p>{thanks}</p></Notice> })
        }
        _ => None,
    };
    let content = if left == 0 {
        view! { <p>{words.t("library-box-full")}</p> }.into_any()
    } else {
        // The name first: it is read before the files come.
        let name = view! {
            <TextField
                form=form.clone()
                name="name"
                label=words.t("library-box-name")
                hint=words.t("library-box-name-hint")
                autocomplete="name"
            />
        };
        let field = piece::files_field(&form, words.t("library-files"), hint, true, None);
        view! {
            <form class="form" method="post" action=action enctype="multipart/form-data">
                {name}
                {field}
                <p class="acts"><button class="button main">{words.t("library-box-send")}</button></p>
            </form>
        }
        .into_any()
    };
    let view = view! {
        <div class="narrow stack">
            {report::told(&rq)}
            <ErrorSummary form=form/>
            <header class="page-head">
                <h1>{title.clone()}</h1>
                {from_whom(&rq, until)}
                <p class="muted">{words.t("library-box-lead")}</p>
            </header>
            {deposited}
            {content}
        </div>
    };
    Ok(Document::new(title, view).unlisted())
}
