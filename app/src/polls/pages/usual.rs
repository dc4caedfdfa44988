//! `/votes/reglages`: the rules that votes usually have; and their fields, which the form of a vote has too.

use backend::polls;
use domain::polls::{Majority, PROXIES_MAX, Quorum, Secrecy, UsualForm};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{back, majority, quorum};
use crate::{
    accounts::done,
    paths,
    polls::actions::ChangePollRules,
    request::Request,
    ui::{Both, Choice, Choices, Document, Form, FormView, Meanwhile, PageResult, Place, Select, TextField},
    words::Words,
};

/// `/votes/reglages`
pub async fn usual(rq: Request) -> PageResult {
    let (saved, version) = polls::usual(&rq.cx).await?;
    let w = rq.words.clone();
    let title = w.t("polls-usual");
    let form = rq.form(ChangePollRules::PATH);
    let both = [
        ("body", "polls-body", &saved.body),
        ("secrecy", "polls-secrecy", &saved.secrecy),
        ("quorum", "polls-quorum", &saved.quorum),
        ("majority", "polls-majority", &saved.majority),
        ("proxies", "polls-proxies", &saved.proxies),
    ];
    let both = both.map(|(name, key, saved)| Both::new(&form, name, w.t(key), saved)).to_vec();
    let version = form.version(version);
    let view = view! {
        {back(&rq, None)}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{w.t("polls-usual-lead")}</p>
        </header>
        {done(&rq, &[("regles", "polls-usual-done")])}
        <div class="narrow">
            <Meanwhile form=form.clone() fields=both/>
            <FormView form=form.clone()>
                <input type="hidden" name="version" value=version/>
                {rules(&w, &form, &saved, true)}
                <p class="acts">
                    <button class="button main">{w.t("polls-save")}</button>
                    " "
                    <a class="go" href=paths::POLLS>{w.t("polls-back")}</a>
                </p>
            </FormView>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Polls).unlisted())
}

/// Who decides, whether in secret, and how it is counted.
pub(super) fn rules(w: &Words, form: &Form, saved: &UsualForm, may_be_nobody: bool) -> impl IntoView + use<> {
    let secrecies = Secrecy::ALL
        .iter()
        .map(|one| {
            let key = format!("polls-secrecy-{}", one.code());
            Choice::new(one.code(), w.t(&key)).hint(w.t(&format!("{key}-hint")))
        })
        .collect::<Vec<_>>();
    let quorums = Quorum::ALL.iter().map(|one| Choice::new(one.code(), quorum(w, *one))).collect::<Vec<_>>();
    let majorities = Majority::ALL
        .iter()
        .map(|one| {
            Choice::new(one.code(), majority(w, *one))
                .hint(w.t(&format!("polls-majority-{}-hint", one.code())))
        })
        .collect::<Vec<_>>();
    let proxies = (0..=PROXIES_MAX)
        .map(|most| Choice::new(most.to_string(), say!(w, "polls-proxies-most", count = most)))
        .collect::<Vec<_>>();
    let body = view! {
        <TextField
            form=form.clone()
            name="body"
            label=w.t("polls-body")
            hint=w.t("polls-body-hint")
            value=saved.body.clone()
            optional=may_be_nobody
        />
    };
    view! {
        {body}
        <Choices
            form=form.clone()
            name="secrecy"
            label=w.t("polls-secrecy")
            choices=secrecies
            values=vec![saved.secrecy.clone()]
        />
        <fieldset class="group">
            <legend>{w.t("polls-rules")}</legend>
            <Select form=form.clone() name="quorum" label=w.t("polls-quorum") hint=w.t("polls-quorum-hint") choices=quorums value=saved.quorum.clone()/>
            <Choices form=form.clone() name="majority" label=w.t("polls-majority") choices=majorities values=vec![saved.majority.clone()]/>
            <Select form=form.clone() name="proxies" label=w.t("polls-proxies") hint=w.t("polls-proxies-hint") choices=proxies value=saved.proxies.clone()/>
        </fieldset>
    }
}
