//! The part of one's account where one says whether one wants these mails.

use leptos::prelude::*;
use server_fn::ServerFn;

use super::actions::ChooseReminders;
use crate::{
    request::Request,
    ui::{Choice, Choices, FormView},
};

/// The choice.
pub(crate) fn reminders_part(rq: &Request, are_wanted: bool) -> AnyView {
    let w = rq.words.clone();
    let form = rq.form(ChooseReminders::PATH);
    let choices =
        vec![Choice::new("oui", w.t("reminders-wanted")), Choice::new("non", w.t("reminders-not-wanted"))];
    let values = vec![(if are_wanted { "oui" } else { "non" }).to_owned()];
    view! {
        <section class="part" aria-labelledby="rappels">
            <header><h2 id="rappels">{w.t("reminders-title")}</h2></header>
            <p class="muted">{w.t("reminders-lead")}</p>
            <FormView form=form.clone()>
                <Choices form=form.clone() name="wanted" label=w.t("reminders-choice") choices=choices values=values/>
                <p class="acts"><button class="button">{w.t("reminders-save")}</button></p>
            </FormView>
        </section>
    }
    .into_any()
}
