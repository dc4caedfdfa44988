//! `/administration/membres/{id}/effacer`: what erasing somebody removes and leaves, and doing it.

use backend::personal_data::{ErasureView, to_erase};
use domain::ids::UserId;
use leptos::prelude::*;
use server_fn::ServerFn;

use crate::{
    accounts::password_field::PasswordField,
    paths,
    personal_data::actions::ErasePerson,
    request::Request,
    ui::{Breadcrumb, Document, FormView, Notice, NoticeTone, PageResult, Place},
    words::Words,
};

/// Erasing somebody.
pub async fn erase(rq: Request) -> PageResult {
    let id: UserId = rq.id("id")?;
    let view = to_erase(&rq.cx, id).await?;
    let w = rq.words.clone();
    let title = say!(w, "personal-data-erase", name = view.name.clone());
    let ancestors = vec![
        (paths::ADMINISTRATION.to_owned(), w.t("menu-administration")),
        (paths::ADMINISTRATION_MEMBERS.to_owned(), w.t("administration-members")),
        (paths::administration_member(id), view.name.clone()),
    ];
    let list = |start: &str, count: usize| {
        (1..=count).map(|n| view! { <li>{w.t(&format!("{start}{n}"))}</li> }).collect_view()
    };
    let goes = list("personal-data-goes-", 5);
    let form = rq.form(ErasePerson::PATH);
    let oneself = rq.cx.actor.user_id() == Some(id);
    let act = if oneself {
        view! { <p class="muted">{w.t("personal-data-erase-oneself")}</p> }.into_any()
    } else {
        let (w, button) = (w.clone(), title.clone());
        view! {
            <FormView form=form.clone() class="confirm">
                <h2>{w.t("personal-data-erase-for-ever")}</h2>
                <p>{w.t("personal-data-erase-password-lead")}</p>
                <input type="hidden" name="id" value=id.to_string()/>
                <PasswordField form=form.clone() name="password" label=w.t("accounts-your-password")/>
                <p class="acts">
                    <button class="button danger">{button}</button>
                    " "
                    <a class="go" href=paths::administration_member(id)>{w.t("personal-data-erase-not")}</a>
                </p>
            </FormView>
        }
        .into_any()
    };
    let page = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head"><h1>{title.clone()}</h1></header>
        <div class="narrow settings">
            {asked(&w, &view)}
            <section class="part" aria-labelledby="efface">
                <header><h2 id="efface">{w.t("personal-data-goes")}</h2></header>
                <ul>{goes}</ul>
            </section>
            <section class="part" aria-labelledby="reste">
                <header><h2 id="reste">{w.t("personal-data-stays")}</h2></header>
                <p>{w.t("personal-data-stays-lead")}</p>
                <ul>{stays(&w, &view)}</ul>
                <p class="muted">{w.t("personal-data-stays-words")}</p>
                <p class="muted">{w.t("personal-data-stays-backups")}</p>
            </section>
            {act}
        </div>
    };
    Ok(Document::new(title, page).at(Place::Administration).unlisted().with_islands())
}

/// What the person said when they asked for it.
fn asked(w: &Words, view: &ErasureView) -> AnyView {
    let Some((at, words)) = &view.asked else {
        let said = w.t("personal-data-not-asked");
        return view! { <Notice tone=NoticeTone::Info><p>{said}</p></Notice> }.into_any();
    };
    let words = (!words.is_empty()).then(|| view! { <blockquote>{words.clone()}</blockquote> });
    let said = say!(w, "personal-data-asked-by", name = view.name.clone(), day = w.day_of(*at));
    view! { <Notice tone=NoticeTone::Info><p>{said}</p>{words}</Notice> }.into_any()
}

fn stays(w: &Words, view: &ErasureView) -> AnyView {
    let all = [
        (view.texts, say!(w, "personal-data-stays-texts", count = view.texts)),
        (view.messages, say!(w, "personal-data-stays-messages", count = view.messages)),
        (view.documents, say!(w, "personal-data-stays-documents", count = view.documents)),
        (view.ballots, say!(w, "personal-data-stays-ballots", count = view.ballots)),
        (view.signatures, say!(w, "personal-data-stays-signatures", count = view.signatures)),
    ];
    let some: Vec<String> = all.into_iter().filter(|(count, _)| *count > 0).map(|(_, said)| said).collect();
    if some.is_empty() {
        return view! { <li>{w.t("personal-data-stays-nothing")}</li> }.into_any();
    }
    some.into_iter().map(|said| view! { <li>{said}</li> }).collect_view().into_any()
}
