//! `/invitation/{token}`

use domain::{Refusal, accounts::LinkPurpose};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::password::ChosenPassword;
use crate::{
    accounts::actions::AcceptInvitation,
    request::Request,
    ui::{Document, FormView, PageResult},
};

/// Accepting an invitation. Opening the page does not use the link: the form does.
pub async fn invitation(rq: Request) -> PageResult {
    let token = rq.param("token").to_owned();
    let link = backend::accounts::look_at_link(&rq.cx, &token).await?;
    if link.purpose != LinkPurpose::Invitation {
        return Err(Refusal::LinkExpired.into());
    }
    let form = rq.form(AcceptInvitation::PATH);
    let w = rq.words.clone();
    let title = say!(w, "accounts-invitation-title", name = link.name.clone());
    let until = say!(w, "accounts-link-until", until = w.moment(link.expires_at));
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p>{w.t("accounts-invitation-lead")}</p>
            <p class="muted">{until}</p>
        </header>
        <FormView form=form.clone()>
            <input type="hidden" name="token" value=token/>
            <ChosenPassword form=form.clone() email=link.email/>
            <p class="acts"><button class="button main">{w.t("accounts-open")}</button></p>
        </FormView>
    };
    Ok(Document::new(title, view).door().unlisted().with_islands())
}
