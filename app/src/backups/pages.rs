//! `/administration/sauvegardes`: the last backups, when they were tried, what is wrong and what to do.

use backend::backups::{BackupView, Backups};
use domain::backups::{BackupState, BackupTrouble};
use leptos::prelude::*;

use crate::{
    library::pages::piece::size,
    paths,
    request::Request,
    ui::{Breadcrumb, Document, Facts, Notice, NoticeTone, PageResult, Place, State},
    words::Words,
};

/// The backups.
pub async fn index(rq: Request) -> PageResult {
    let Backups { due_at, all, wrong } = backend::backups::backups(&rq.cx).await?;
    let w = rq.words.clone();
    let title = w.t("backups-title");
    let ancestors = vec![(paths::ADMINISTRATION.to_owned(), w.t("menu-administration"))];
    let sound = all.iter().find(|backup| backup.state == BackupState::Sound);
    let (tone, what, mend) = match (wrong, due_at, sound) {
        (Some((trouble, since)), ..) => {
            let (what, mend) = words_of(&w, trouble);
            let since = say!(w, "backups-since", day = w.moment(since));
            (NoticeTone::Warning, format!("{what} {since}"), mend)
        }
        (None, None, _) => (NoticeTone::Warning, w.t("backups-none-made"), w.t("backups-none-made-mend")),
        (None, Some(_), Some(last)) => {
            let said = say!(w, "backups-sound-since", day = w.moment(last.started_at));
            (NoticeTone::Success, said, String::new())
        }
        (None, Some(_), None) => (NoticeTone::Info, w.t("backups-first"), String::new()),
    };
    let mend = (!mend.is_empty()).then(|| view! { <p>{mend}</p> });
    let told = view! { <Notice tone=tone><p>{what}</p>{mend}</Notice> };
    let next = due_at.filter(|at| *at > rq.cx.now && !all.is_empty());
    let next = next.map(|at| view! { <p>{say!(w, "backups-next", day = w.moment(at))}</p> });
    let rows = all.iter().map(|backup| row(&w, backup)).collect_view();
    let list = (!all.is_empty()).then(|| {
        view! {
            <section class="part" aria-labelledby="toutes">
                <header><h2 id="toutes">{w.t("backups-all")}</h2></header>
                <ul class="rows">{rows}</ul>
            </section>
        }
    });
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head"><h1>{title.clone()}</h1></header>
        <div class="narrow settings">
            {told}
            <p>{w.t("backups-lead")}</p>
            {next}
            {list}
        </div>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}

/// What is wrong, and what to do.
fn words_of(w: &Words, trouble: BackupTrouble) -> (String, String) {
    let code = trouble.code();
    (w.t(&format!("backups-trouble-{code}")), w.t(&format!("backups-trouble-{code}-mend")))
}

fn row(w: &Words, backup: &BackupView) -> impl IntoView + use<> {
    let (state, label) = match (backup.state, backup.trouble) {
        (BackupState::Sound, None) => ("done", w.t("backups-state-sound")),
        (BackupState::Making, _) => ("waiting", w.t("backups-state-making")),
        (BackupState::Failed, None) => ("refused", w.t("backups-state-failed")),
        (_, Some(trouble)) => {
            let icon = if backup.state == BackupState::Failed { "refused" } else { "warning" };
            (icon, words_of(w, trouble).0)
        }
    };
    let mut facts: Vec<AnyView> = vec![view! { <State name=state label=label/> }.into_any()];
    if backup.bytes > 0 {
        facts.push(size(w, backup.bytes).into_any());
        facts.push(say!(w, "backups-files", count = backup.files).into_any());
        facts.push(say!(w, "backups-rows", count = backup.rows).into_any());
    }
    if backup.missing > 0 {
        facts.push(say!(w, "backups-missing", count = backup.missing).into_any());
    }
    if let Some(at) = backup.tested_at {
        facts.push(say!(w, "backups-tested", time = w.moment(at)).into_any());
    }
    facts.push(w.t(if backup.encrypted { "backups-encrypted" } else { "backups-plain" }).into_any());
    view! {
        <li>
            <p class="row-title">{w.moment(backup.started_at)}</p>
            <Facts facts=facts/>
            <p class="muted">{backup.name.clone()}</p>
        </li>
    }
}
