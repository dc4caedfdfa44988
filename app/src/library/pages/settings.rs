//! `/administration/bibliotheque`: who deposits in the common library.

use domain::library::Depositors;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::done;
use crate::{
    library::actions::ChangeLibrary,
    paths,
    request::Request,
    ui::{Breadcrumb, Choice, Choices, Document, FormView, PageResult, Place},
};

/// The settings of the common library.
pub async fn settings(rq: Request) -> PageResult {
    let settings = backend::library::settings(&rq.cx).await?;
    let words = rq.words.clone();
    let form = rq.form(ChangeLibrary::PATH);
    let title = words.t("library-common");
    let ancestors = vec![(paths::ADMINISTRATION.to_owned(), words.t("menu-administration"))];
    let version = form.value("version", &settings.version.to_string());
    let choices = Depositors::ALL
        .iter()
        .map(|who| Choice::new(who.code(), words.t(&format!("library-depositors-{}", who.code()))))
        .collect();
    let field = view! {
        <Choices
            form=form.clone()
            name="depositors"
            label=words.t("library-depositors")
            hint=words.t("library-depositors-hint")
            choices=choices
            values=vec![settings.depositors.code().to_owned()]
        />
    };
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head"><h1>{title.clone()}</h1></header>
        {done(&rq)}
        <div class="narrow">
            <FormView form=form>
                <input type="hidden" name="version" value=version/>
                {field}
                <p class="acts"><button class="button main">{words.t("library-save")}</button></p>
            </FormView>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}
