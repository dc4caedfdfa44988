//! `/administration/donnees/durees`: who answers for the data, how long things are kept, and what went of itself.

use backend::personal_data::{DataSettings, DayOfPurge, report, settings};
use domain::personal_data::{DataForm, Kept};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{days, kept};
use crate::{
    accounts::done,
    paths,
    personal_data::actions::ChangeDataSettings,
    request::Request,
    ui::{Both, Breadcrumb, Document, Form, FormView, Meanwhile, PageResult, Place, TextArea, TextField},
    words::Words,
};

/// The timetable.
pub async fn keeping(rq: Request) -> PageResult {
    let settings = settings(&rq.cx).await?;
    let report = report(&rq.cx).await?;
    let w = rq.words.clone();
    let title = w.t("personal-data-keeping");
    let ancestors = vec![
        (paths::ADMINISTRATION.to_owned(), w.t("menu-administration")),
        (paths::ADMINISTRATION_DATA.to_owned(), w.t("personal-data-register")),
    ];
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head"><h1>{title.clone()}</h1></header>
        {done(&rq, &[("reglages", "personal-data-done-settings")])}
        <div class="narrow settings">
            <p>{w.t("personal-data-keeping-lead")}</p>
            {form(&rq, &settings)}
            {fixed(&w, &settings)}
            {removed(&w, &report)}
        </div>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}

fn form(rq: &Request, saved: &DataSettings) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let form = rq.form(ChangeDataSettings::PATH);
    let version = form.version(saved.version);
    let who = &saved.responsible;
    let plain = |name: &str, key: &str, saved: &str| Both::new(&form, name, w.t(key), saved);
    let mut both = vec![
        plain("responsible", "personal-data-responsible", &who.responsible),
        plain("contact", "personal-data-contact", &who.contact),
        plain("officer", "personal-data-officer", &who.officer),
        plain("officer_contact", "personal-data-officer-contact", &who.officer_contact),
    ];
    let settable = || Kept::settable().filter_map(|what| Some((what, what.field()?, what.bounds()?)));
    both.extend(settable().map(|(what, field, _)| {
        Both::new(&form, field, kept(&w, what), &saved.keeping.days(what).to_string())
    }));
    let times =
        settable().map(|(what, field, (min, max))| time(&form, what, field, min, max, saved)).collect_view();
    let who = DataForm {
        responsible: who.responsible.clone(),
        contact: who.contact.clone(),
        officer: who.officer.clone(),
        officer_contact: who.officer_contact.clone(),
    };
    view! {
        <Meanwhile form=form.clone() fields=both/>
        <FormView form=form.clone()>
            <input type="hidden" name="version" value=version/>
            <fieldset class="group">
                <legend>{w.t("personal-data-who")}</legend>
                <TextField
                    form=form.clone()
                    name="responsible"
                    label=w.t("personal-data-responsible")
                    hint=w.t("personal-data-responsible-hint")
                    value=who.responsible
                    optional=true
                />
                <TextArea
                    form=form.clone()
                    name="contact"
                    label=w.t("personal-data-contact")
                    value=who.contact
                    rows=3
                    optional=true
                />
                <TextField
                    form=form.clone()
                    name="officer"
                    label=w.t("personal-data-officer")
                    hint=w.t("personal-data-officer-hint")
                    value=who.officer
                    optional=true
                />
                <TextArea
                    form=form.clone()
                    name="officer_contact"
                    label=w.t("personal-data-officer-contact")
                    value=who.officer_contact
                    rows=3
                    optional=true
                />
            </fieldset>
            <fieldset class="group">
                <legend>{w.t("personal-data-times")}</legend>
                <p class="hint">{w.t("personal-data-times-hint")}</p>
                {times}
            </fieldset>
            <p class="acts"><button class="button main">{w.t("personal-data-save")}</button></p>
        </FormView>
    }
}

fn time(form: &Form, what: Kept, field: &'static str, min: u32, max: u32, saved: &DataSettings) -> AnyView {
    let w = &form.words;
    let hint = say!(w, "personal-data-bounds", min = min, max = max);
    view! {
        <TextField
            form=form.clone()
            name=field
            label=kept(w, what)
            hint=hint
            value=saved.keeping.days(what).to_string()
            inputmode="numeric"
            short=true
            autocomplete="off"
        />
    }
    .into_any()
}

/// What the product sets.
fn fixed(w: &Words, saved: &DataSettings) -> impl IntoView + use<> {
    let rows = Kept::ALL.iter().filter(|what| what.bounds().is_none()).map(|what| {
        let time = days(w, saved.keeping.days(*what));
        view! { <li><span class="row-title">{kept(w, *what)}</span><ul class="facts"><li>{time}</li></ul></li> }
    });
    view! {
        <section class="part" aria-labelledby="fixes">
            <header><h2 id="fixes">{w.t("personal-data-fixed")}</h2></header>
            <ul class="rows">{rows.collect_view()}</ul>
        </section>
    }
}

/// The report of each night.
fn removed(w: &Words, report: &[DayOfPurge]) -> impl IntoView + use<> {
    let rows = report.iter().map(|day| {
        let removed = day.removed.iter().map(|(what, count)| {
            view! { <li>{say!(w, "personal-data-removed", what = kept(w, *what), count = *count)}</li> }
        });
        let removed = if day.removed.is_empty() {
            view! { <li>{w.t("personal-data-removed-nothing")}</li> }.into_any()
        } else {
            removed.collect_view().into_any()
        };
        view! { <li><span class="row-title">{w.day(day.day)}</span><ul class="facts">{removed}</ul></li> }
    });
    let none = report.is_empty().then(|| view! { <p class="muted">{w.t("personal-data-no-report")}</p> });
    view! {
        <section class="part" aria-labelledby="compte-rendu">
            <header><h2 id="compte-rendu">{w.t("personal-data-report")}</h2></header>
            {none}
            <ul class="rows">{rows.collect_view()}</ul>
        </section>
    }
}
