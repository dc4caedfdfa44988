//! `/bibliotheque/elements/{id}/partage`: the links of a folder or a document, and another one.

use backend::library::{LinkRow, LinkState, LinksView, UseRow};
use chrono::Days;
use domain::{
    ids::LibraryLinkId,
    library::{LINK_DAYS, LinkAct, LinkKind},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::actions::{CloseLink, OpenLink};
use crate::{
    library::pages::{done, menu, place_path, way_back},
    paths,
    request::Request,
    ui::{
        Breadcrumb, Choice, Choices, Document, ErrorSummary, Facts, Form, FormView, Notice, NoticeTone,
        PageResult, TextField, typed_day,
    },
    words::Words,
};

/// Files that a deposit box accepts, unless another number is chosen.
const FILES: &str = "20";

/// The links of a folder or a document.
pub async fn links(rq: Request) -> PageResult {
    let rq = rq.reading_together().await?;
    let found = backend::library::links_of(&rq.cx, rq.id("id")?).await?;
    let words = &rq.words;
    let entry = &found.entry;
    let title = say!(words, "library-share-title", name = entry.name.clone());
    let back = entry.document.map_or_else(|| place_path(&entry.place), paths::document);
    // Its fields first: the summary names them.
    let form = rq.form(OpenLink::PATH);
    let new_link = new_link(&rq, &found, form.clone());
    let of_dossier = found.dossier.then(|| view! { <p class="muted">{words.t("dossiers-share-lead")}</p> });
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=way_back(words, &entry.library, &entry.ancestors)/>
        <div class="narrow stack">
            <ErrorSummary form=form/>
            <header class="page-head">
                <h1>{title.clone()}</h1>
                <p class="muted">{words.t("library-share-lead")}</p>
                {of_dossier}
            </header>
            {just_made(&rq, &found)}
            {done(&rq)}
            {list(&rq, &found)}
            {new_link}
            <p><a class="go" href=back>{words.t("library-back")}</a></p>
        </div>
    };
    Ok(Document::new(title, view).at(menu(&entry.library)).unlisted())
}

/// The link that was just made: its address is shown this once.
fn just_made(rq: &Request, found: &LinksView) -> Option<AnyView> {
    let words = &rq.words;
    let id: LibraryLinkId = rq.query("lien")?.parse().ok()?;
    let token = rq.query("cle")?;
    let link = found.links.iter().find(|link| link.id == id && link.state == LinkState::Open)?;
    let address = format!("{}{}", rq.site.base_url, paths::link(link.kind, token));
    let href = address.clone();
    let text = say!(words, "library-link-made", name = link.name.clone());
    let once = words.t(if link.locked { "library-link-once-locked" } else { "library-link-once" });
    Some(
        view! {
            <Notice tone=NoticeTone::Success>
                <p>{text}</p>
                <p class="anywhere"><a href=href>{address}</a></p>
                <p>{once}</p>
            </Notice>
        }
        .into_any(),
    )
}

fn list(rq: &Request, found: &LinksView) -> Option<AnyView> {
    let words = &rq.words;
    let rows = found.links.iter().map(|link| row(rq, link)).collect_view();
    (!found.links.is_empty()).then(|| {
        view! {
            <section class="part" aria-labelledby="liens">
                <header><h2 id="liens">{words.t("library-links")}</h2></header>
                <ul class="rows">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

fn row(rq: &Request, link: &LinkRow) -> impl IntoView + use<> {
    let words = &rq.words;
    let last = link.expires_at - chrono::TimeDelta::seconds(1);
    let state = match link.state {
        LinkState::Open => say!(words, "library-link-open", day = words.day_of(last)),
        LinkState::Expired => say!(words, "library-link-expired", day = words.day_of(last)),
        LinkState::Closed => words.t("library-link-closed"),
        LinkState::Full => words.t("library-link-full"),
    };
    let by = say!(words, "library-link-by", name = link.by.clone());
    let kind = match link.kind {
        LinkKind::Read => words.t("library-link-read"),
        LinkKind::Deposit => {
            let (most, received) = link.files;
            say!(words, "library-link-deposit", received = received, most = most)
        }
    };
    let locked = link.locked.then(|| words.t("library-link-locked"));
    let facts = [Some(kind), locked, Some(state), Some(by)];
    let facts: Vec<AnyView> = facts.into_iter().flatten().map(|fact| fact.into_any()).collect();
    let close = matches!(link.state, LinkState::Open | LinkState::Full).then(|| {
        let label = say!(words, "library-link-close-label", name = link.name.clone());
        let (id, button) = (link.id.to_string(), words.t("library-link-close"));
        view! {
            <div class="row-acts no-print">
                <FormView form=rq.form(CloseLink::PATH) class="one" summary=false>
                    <input type="hidden" name="link" value=id/>
                    <button class="button link" aria-label=label>{button}</button>
                </FormView>
            </div>
        }
    });
    view! {
        <li>
            <p class="row-title">{link.name.clone()}</p>
            <Facts facts=facts/>
            {uses(words, &link.uses)}
            {close}
        </li>
    }
}

/// When it was used; nothing is known of those who used it.
fn uses(words: &Words, uses: &[UseRow]) -> AnyView {
    if uses.is_empty() {
        return view! { <p class="row-text">{words.t("library-link-unused")}</p> }.into_any();
    }
    let lines = uses
        .iter()
        .map(|used| {
            let moment = words.moment(used.at);
            let line = match used.act {
                LinkAct::Opened => say!(words, "library-link-opened", moment = moment),
                LinkAct::Taken => say!(words, "library-link-taken", moment = moment),
                LinkAct::Deposited => say!(words, "library-link-deposited", moment = moment),
            };
            view! { <li>{line}</li> }
        })
        .collect_view();
    let count = say!(words, "library-link-uses", count = uses.len());
    view! { <details class="uses"><summary>{count}</summary><ul>{lines}</ul></details> }.into_any()
}

fn new_link(rq: &Request, found: &LinksView, form: Form) -> impl IntoView + use<> {
    let words = &rq.words;
    let entry = found.entry.id.to_string();
    let folder = found.entry.document.is_none();
    let last = rq.cx.today().checked_add_days(Days::new(LINK_DAYS)).map(typed_day).unwrap_or_default();
    let fields = fields(words, &form, folder, last);
    let (title, make) = (words.t("library-link-new"), words.t("library-link-make"));
    view! {
        <section class="part no-print" aria-labelledby="nouveau">
            <header><h2 id="nouveau">{title}</h2></header>
            <FormView form=form summary=false>
                <input type="hidden" name="entry" value=entry/>
                {fields}
                <p class="acts"><button class="button main">{make}</button></p>
            </FormView>
        </section>
    }
}

fn fields(words: &Words, form: &Form, folder: bool, last: String) -> AnyView {
    let kind = if folder {
        let choices = vec![
            Choice::new(LinkKind::Read.code(), words.t("library-link-kind-read")),
            Choice::new(LinkKind::Deposit.code(), words.t("library-link-kind-deposit"))
                .hint(words.t("library-link-kind-deposit-hint")),
        ];
        let values = vec![LinkKind::Read.code().to_owned()];
        view! { <Choices form=form.clone() name="kind" label=words.t("library-link-kind") choices=choices values=values/> }
            .into_any()
    } else {
        view! { <input type="hidden" name="kind" value=LinkKind::Read.code()/> }.into_any()
    };
    let files = folder.then(|| {
        view! {
            <TextField
                form=form.clone()
                name="files"
                label=words.t("library-link-files")
                hint=words.t("library-link-files-hint")
                value=FILES
                inputmode="numeric"
                short=true
            />
        }
    });
    view! {
        {kind}
        <TextField
            form=form.clone()
            name="name"
            label=words.t("library-link-for")
            hint=words.t("library-link-for-hint")
        />
        <TextField
            form=form.clone()
            name="until"
            label=words.t("library-link-until")
            hint=words.t("library-link-until-hint")
            value=last
            short=true
        />
        <TextField
            form=form.clone()
            name="password"
            label=words.t("library-link-password")
            hint=words.t("library-link-password-hint")
            autocomplete="off"
            optional=true
        />
        {files}
    }
    .into_any()
}
