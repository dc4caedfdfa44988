//! `/votes/nouveau` and `/votes/{id}/modifier`: preparing a poll.

use backend::{charter, polls};
use domain::{
    ids::{ContributionId, FramingVersionId, PollId},
    policy::Permission,
    polls::{PollForm, UsualForm},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{back, usual::rules};
use crate::{
    paths,
    polls::actions::{ChangePoll, PreparePoll},
    request::Request,
    ui::{Document, Form, FormView, PageResult, Place, TextArea, TextField, typed_day},
    words::Words,
};

/// A poll ends by default so many days after it is prepared.
const DAYS: u64 = 7;

/// `/votes/nouveau`
pub async fn new(rq: Request) -> PageResult {
    rq.cx.require(Permission::RunPolls)?;
    let text = match rq.query("texte").map(str::parse::<ContributionId>) {
        Some(Ok(id)) => Some(polls::text_to_adopt(&rq.cx, id).await?),
        Some(Err(_)) => return Err(domain::Refusal::NotFound.into()),
        None => None,
    };
    let framing = match rq.query("charte").map(str::parse::<FramingVersionId>) {
        Some(Ok(id)) => Some(charter::to_vote(&rq.cx, id).await?),
        Some(Err(_)) => return Err(domain::Refusal::NotFound.into()),
        None => None,
    };
    let w = rq.words.clone();
    let title = w.t("polls-prepare");
    let form = rq.form(PreparePoll::PATH);
    let closes = rq.cx.today().checked_add_days(chrono::Days::new(DAYS)).unwrap_or_default();
    let question = text.as_ref().map(|text| say!(w, "polls-question-adopt", title = text.title.clone()));
    let question = question.or_else(|| {
        let framing = framing.as_ref()?;
        Some(say!(w, "charter-question-adopt", title = framing.title.clone(), number = framing.number))
    });
    let (usual, _) = polls::usual(&rq.cx).await?;
    let body = if usual.body.is_empty() { w.t("polls-body-plenary") } else { usual.body };
    let saved = PollForm {
        question: question.unwrap_or_default(),
        body,
        secrecy: usual.secrecy,
        quorum: usual.quorum,
        majority: usual.majority,
        proxies: usual.proxies,
        closes_on: typed_day(closes),
        closes_at: w.t("polls-closes-at-default"),
        ..PollForm::default()
    };
    let about = text.map(|text| {
        let link = view! { <a href=paths::contribution(text.facts.id)>{text.title.clone()}</a> };
        let id = text.facts.id.to_string();
        view! {
            <p>{w.t("polls-about-text")}" "{link}". "{w.t("polls-about-text-effect")}</p>
            <input type="hidden" name="text" value=id/>
        }
    });
    let on_framing = framing.map(|framing| {
        let href = paths::framing_version(&framing.slug, framing.number);
        let name = say!(w, "charter-version-of", title = framing.title.clone(), number = framing.number);
        view! {
            <p>{w.t("charter-poll-about")}" "<a href=href>{name}</a>". "{w.t("charter-poll-effect")}</p>
            <input type="hidden" name="framing" value=framing.id.to_string()/>
        }
    });
    let fields = fields(&w, &form, &saved);
    let (prepare, back_label) = (w.t("polls-prepare-do"), w.t("polls-back"));
    let view = view! {
        {back(&rq, None)}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{w.t("polls-prepare-lead")}</p>
        </header>
        <div class="narrow">
            <FormView form=form>
                {about}
                {on_framing}
                {fields}
                <p class="acts">
                    <button class="button main">{prepare}</button>
                    " "
                    <a class="go" href=paths::POLLS>{back_label}</a>
                    " "
                    <a class="go" href=paths::POLL_RULES>{w.t("polls-usual-do")}</a>
                </p>
            </FormView>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Polls).unlisted())
}

/// `/votes/{id}/modifier`
pub async fn change(rq: Request) -> PageResult {
    let id: PollId = rq.id("id")?;
    let (saved, version) = polls::typed(&rq.cx, id).await?;
    let w = rq.words.clone();
    let title = w.t("polls-change");
    let form = rq.form(ChangePoll::PATH);
    let version = form.version(version);
    let further = Some((paths::poll(id), saved.question.clone()));
    let fields = fields(&w, &form, &saved);
    let view = view! {
        {back(&rq, further)}
        <header class="page-head"><h1>{title.clone()}</h1></header>
        <div class="narrow">
            <FormView form=form>
                <input type="hidden" name="id" value=id.to_string()/>
                <input type="hidden" name="version" value=version/>
                {fields}
                <p class="acts">
                    <button class="button main">{w.t("polls-save")}</button>
                    " "
                    <a class="go" href=paths::poll(id)>{w.t("polls-back-to-poll")}</a>
                </p>
            </FormView>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Polls).unlisted())
}

fn fields(w: &Words, form: &Form, saved: &PollForm) -> impl IntoView + use<> {
    let text = |name: &'static str, label: String, hint: String, value: &str| {
        view! { <TextField form=form.clone() name=name label=label hint=hint value=value.to_owned()/> }
    };
    let short = |name: &'static str, key: &str, value: &str, optional: bool| {
        let (label, value) = (w.t(key), value.to_owned());
        view! {
            <TextField form=form.clone() name=name label=label value=value short=true optional=optional autocomplete="off"/>
        }
    };
    let usual = UsualForm {
        body: saved.body.clone(),
        secrecy: saved.secrecy.clone(),
        quorum: saved.quorum.clone(),
        majority: saved.majority.clone(),
        proxies: saved.proxies.clone(),
    };
    view! {
        {text("question", w.t("polls-question"), w.t("polls-question-hint"), &saved.question)}
        <TextArea
            form=form.clone()
            name="details"
            label=w.t("polls-details")
            hint=w.t("polls-details-hint")
            value=saved.details.clone()
            optional=true
        />
        {rules(w, form, &usual, false)}
        <fieldset class="group">
            <legend>{w.t("polls-opening")}</legend>
            <p class="hint">{w.t("polls-opening-hint")}</p>
            {short("opens_on", "polls-opens-on", &saved.opens_on, true)}
            {short("opens_at", "polls-opens-at", &saved.opens_at, true)}
        </fieldset>
        <fieldset class="group">
            <legend>{w.t("polls-closing")}</legend>
            {short("closes_on", "polls-closes-on", &saved.closes_on, false)}
            {short("closes_at", "polls-closes-at", &saved.closes_at, false)}
        </fieldset>
    }
}
