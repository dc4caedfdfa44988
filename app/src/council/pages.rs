//! `/administration/conseil`

use backend::council::Council;
use domain::{council::Words as OwnWords, policy::Permission};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::actions::ChangeCouncil;
use crate::{
    accounts::done,
    administration::actions::RequireCodes,
    paths,
    request::Request,
    ui::{
        Both, Breadcrumb, Document, Form, FormView, Meanwhile, PageResult, Place, TextArea, TextField,
        form::FieldErrorView,
    },
    words::Words,
};

/// The council's settings and words.
pub async fn settings(rq: Request) -> PageResult {
    rq.cx.require(Permission::Administer)?;
    let Some(council) = rq.council.clone() else { return Err(domain::Refusal::NotFound.into()) };
    let w = rq.words.clone();
    let form = rq.form(ChangeCouncil::PATH);
    let title = w.t("council-settings");
    let ancestors = vec![(paths::ADMINISTRATION.to_owned(), w.t("menu-administration"))];
    let version = form.version(council.version);
    let both = both(&w, &form, &council);
    let codes = codes(&rq, &council);
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head"><h1>{title.clone()}</h1></header>
        {done(&rq, &[("reglages", "council-saved"), ("codes-exiges", "council-codes-done"), ("codes-libres", "council-codes-undone")])}
        <div class="narrow settings">
            <Meanwhile form=form.clone() fields=both/>
            <FormView form=form.clone()>
                <input type="hidden" name="version" value=version/>
                {identity(&w, &form, &council)}
                {checklist(&w, &form, &council)}
                {own_words(&w, &form, &council)}
                <p class="acts"><button class="button main">{w.t("accounts-save")}</button></p>
            </FormView>
            {codes}
        </div>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}

/// The fields as they are saved now, to be shown beside what was typed.
fn both(w: &Words, form: &Form, council: &Council) -> Vec<Both> {
    let plain = |name: &str, label: &str, saved: &str| Both::new(form, name, w.t(label), saved);
    let mut all = vec![
        plain("name", "council-name", &council.name),
        plain("territory", "council-territory", &council.territory),
        plain("presentation", "council-presentation", &council.presentation),
        plain("joining", "council-joining", &council.joining),
        plain("contact_email", "council-contact", &council.contact_email),
        plain("colleges", "council-colleges", &council.colleges.join("\n")),
        plain("checklist", "council-checklist", &council.checklist.join("\n")),
    ];
    let product = Words::new(w.language, None);
    all.extend(OwnWords::keys().into_iter().map(|key| {
        let saved = council.words.get(&key).unwrap_or_default();
        Both::new(form, &format!("words[{key}]"), product.t(&key.replace(['.', '_'], "-")), saved)
    }));
    all
}

fn identity(w: &Words, form: &Form, council: &Council) -> impl IntoView + use<> {
    view! {
        <fieldset class="group">
            <legend>{w.t("council-identity")}</legend>
            <TextField
                form=form.clone()
                name="name"
                label=w.t("council-name")
                hint=w.t("council-name-hint")
                value=council.name.clone()
            />
            <TextField
                form=form.clone()
                name="territory"
                label=w.t("council-territory")
                hint=w.t("council-territory-hint")
                value=council.territory.clone()
            />
            <TextArea
                form=form.clone()
                name="presentation"
                label=w.t("council-presentation")
                hint=w.t("council-presentation-hint")
                value=council.presentation.clone()
                rows=8
                optional=true
            />
            <TextArea
                form=form.clone()
                name="joining"
                label=w.t("council-joining")
                hint=w.t("council-joining-hint")
                value=council.joining.clone()
                rows=5
                optional=true
            />
            <TextField
                form=form.clone()
                name="contact_email"
                label=w.t("council-contact")
                hint=w.t("council-contact-hint")
                kind="email"
                inputmode="email"
                value=council.contact_email.clone()
                optional=true
            />
            <TextArea
                form=form.clone()
                name="colleges"
                label=w.t("council-colleges")
                hint=w.t("council-colleges-hint")
                value=council.colleges.join("\n")
                rows=5
                optional=true
            />
        </fieldset>
    }
}

/// What is checked before a text is proposed for adoption.
fn checklist(w: &Words, form: &Form, council: &Council) -> impl IntoView + use<> {
    view! {
        <fieldset class="group">
            <legend>{w.t("council-texts")}</legend>
            <TextArea
                form=form.clone()
                name="checklist"
                label=w.t("council-checklist")
                hint=w.t("council-checklist-hint")
                value=council.checklist.join("\n")
                rows=5
                optional=true
            />
        </fieldset>
    }
}

/// Whether those who hold the keys of the council give a code besides their password.
fn codes(rq: &Request, council: &Council) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let form = rq.form(RequireCodes::PATH);
    let (lead, button, wanted) = if council.codes_required {
        ("council-codes-required", "council-codes-release", "non")
    } else {
        ("council-codes-free", "council-codes-require", "oui")
    };
    view! {
        <section class="part" aria-labelledby="codes">
            <header><h2 id="codes">{w.t("council-codes")}</h2></header>
            <p class="muted">{w.t(lead)}</p>
            <FormView form=form>
                <input type="hidden" name="required" value=wanted/>
                <p class="acts"><button class="button">{w.t(button)}</button></p>
            </FormView>
        </section>
    }
}

/// One field for each word of the product that the council may replace.
fn own_words(w: &Words, form: &Form, council: &Council) -> impl IntoView + use<> {
    let product = Words::new(w.language, None);
    let base = form.input_id("words");
    let error_id = format!("{base}-erreur");
    let error = form.error("words").map(|text| view! { <FieldErrorView id=error_id text=text/> });
    let fields = OwnWords::keys()
        .into_iter()
        .enumerate()
        .map(|(index, key)| {
            let name = format!("words[{key}]");
            // The first one has the name that the summary of errors leads to.
            let id = if index == 0 { base.clone() } else { format!("{base}-{index}") };
            let typed = form.value(&name, council.words.get(&key).unwrap_or_default());
            let label = product.t(&key.replace(['.', '_'], "-"));
            view! {
                <div class="field">
                    <label for=id.clone()>{label}</label>
                    <input id=id name=name value=typed maxlength="60" autocomplete="off"/>
                </div>
            }
        })
        .collect_view();
    view! {
        <fieldset class="group">
            <legend>{w.t("council-words")}</legend>
            <p class="hint">{w.t("council-words-hint")}</p>
            {error}
            <div class="word-fields">{fields}</div>
        </fieldset>
    }
}
