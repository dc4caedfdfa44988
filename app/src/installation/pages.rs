//! `/installation`

use domain::{Refusal, accounts::PASSWORD_MIN, people::CouncilRole, refusal::Transition};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::actions::Install;
use crate::{
    accounts::password_field::PasswordField,
    request::Request,
    ui::{Choice, Choices, Document, FormView, PageResult, TextField},
};

/// The council and its first administrator, in one form.
pub async fn installation(rq: Request) -> PageResult {
    if rq.council.is_some() {
        return Err(Refusal::Transition(Transition::AlreadyInstalled).into());
    }
    let form = rq.form(Install::PATH);
    let w = rq.words.clone();
    let title = w.t("installation-title");
    let roles = [CouncilRole::Staff, CouncilRole::Chair, CouncilRole::ViceChair, CouncilRole::Member];
    let roles = roles.map(|role| {
        Choice::new(role.code(), w.council_role(role))
            .hint(w.t(&format!("installation-role-{}", role.code().replace('_', "-"))))
    });
    let hint = say!(w, "accounts-password-hint", min = PASSWORD_MIN);
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p>{w.t("installation-lead")}</p>
        </header>
        <FormView form=form.clone()>
            <fieldset class="group">
                <legend>{w.t("installation-council")}</legend>
                <TextField
                    form=form.clone()
                    name="council_name"
                    label=w.t("council-name")
                    hint=w.t("council-name-hint")
                />
                <TextField
                    form=form.clone()
                    name="territory"
                    label=w.t("council-territory")
                    hint=w.t("council-territory-hint")
                />
            </fieldset>
            <fieldset class="group">
                <legend>{w.t("installation-you")}</legend>
                <TextField form=form.clone() name="name" label=w.t("installation-your-name") autocomplete="name"/>
                <TextField
                    form=form.clone()
                    name="email"
                    label=w.t("accounts-email")
                    kind="email"
                    autocomplete="username"
                    inputmode="email"
                />
                <Choices
                    form=form.clone()
                    name="role"
                    label=w.t("installation-role")
                    hint=w.t("installation-role-hint")
                    choices=roles.to_vec()
                    values=vec![CouncilRole::Staff.code().to_owned()]
                />
                <PasswordField
                    form=form.clone()
                    name="password"
                    label=w.t("accounts-password")
                    hint=hint
                    new=true
                />
                <PasswordField form=form.clone() name="password_again" label=w.t("accounts-again") new=true/>
            </fieldset>
            <p class="acts"><button class="button main">{w.t("installation-install")}</button></p>
        </FormView>
    };
    Ok(Document::new(title, view).door().unlisted().with_islands())
}
