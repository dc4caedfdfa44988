//! The amendment that is examined: what it changes, what it meets, and the outcome that is written down.

use backend::charter::amendments::{Current, Session};
use domain::charter::{AmendmentForm, AmendmentState};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{list::heading, parts, propose::said};
use crate::{
    charter::amending::{ReopenAmendment, SettleAmendment},
    contributions, paths,
    request::Request,
    ui::{Choice, Choices, Form, FormView, Notice, NoticeTone, Select, TextArea, TextField},
    words::Words,
};

/// The amendment that is examined.
pub fn current(rq: &Request, all: &Session, current: &Current) -> AnyView {
    let words = &rq.words;
    let (slug, number, one) = (all.head.slug.as_str(), all.version.number, &current.amendment);
    let titled = heading(words, one.article, &one.title);
    let as_amended = current.as_amended.as_ref().map(|compared| {
        view! {
            <h3>{words.t("amendments-as-amended")}</h3>
            {parts::changes(words, compared)}
        }
    });
    let waits = one.facts.state == AmendmentState::Open;
    let act = if waits { outcome(rq, all, current) } else { again(rq, all, current) };
    view! {
        <section class="part" aria-labelledby="examine">
            <header>
                <h2 id="examine">{parts::name(words, one.number, one.parent.is_some())}</h2>
            </header>
            <p lang=words.council_language()><b>{titled}</b></p>
            {parts::facts(words, one, slug, number)}
            <div class="stack">
                {parts::changes(words, &one.compared)}
                {as_amended}
                {parts::reasons(words, one)}
                {meetings(words, slug, number, current)}
                {parts::outcome(words, one, slug, number)}
                {act}
            </div>
        </section>
    }
    .into_any()
}

/// What it meets: sub-amendments to examine first, words that were changed, others that wait.
fn meetings(words: &Words, slug: &str, number: i32, current: &Current) -> AnyView {
    let links = |numbers: &[i32]| {
        let each = numbers.iter().map(|one| {
            let href = paths::amendment_in_session(slug, number, *one);
            view! { <li><a href=href>{parts::name(words, *one, false)}</a></li> }
        });
        let each = each.collect_view();
        view! { <ul>{each}</ul> }.into_any()
    };
    let waits = current.amendment.facts.state == AmendmentState::Open;
    let lost = (waits && current.is_lost).then(|| {
        let text = words.t("amendments-lost");
        view! { <Notice tone=NoticeTone::Warning><p>{text}</p></Notice> }
    });
    let below = (waits && !current.below.is_empty()).then(|| {
        let (text, links) = (words.t("amendments-below-first"), links(&current.below));
        view! { <Notice tone=NoticeTone::Info><p>{text}</p>{links}</Notice> }
    });
    let meeting = current.meeting.as_ref().map(|meeting| {
        let key = if meeting.with.is_empty() { "amendments-meets-changed" } else { "amendments-meets" };
        let (text, links) = (words.t(key), links(&meeting.with));
        let sides = [words.t("amendments-side-now"), words.t("amendments-side-proposed")];
        view! {
            <Notice tone=NoticeTone::Warning><p>{text}</p>{links}</Notice>
            {contributions::parts::comparison(words, &meeting.compared, &sides[0], &sides[1])}
        }
    });
    let rivals = (waits && !current.rivals.is_empty()).then(|| {
        let (text, links) = (words.t("amendments-rivals"), links(&current.rivals));
        view! { <Notice tone=NoticeTone::Info><p>{text}</p>{links}</Notice> }
    });
    view! { {lost}{below}{meeting}{rivals} }.into_any()
}

/// Writing down the outcome.
fn outcome(rq: &Request, all: &Session, current: &Current) -> AnyView {
    let words = &rq.words;
    let (slug, number, one) = (all.head.slug.clone(), all.version.number, &current.amendment);
    let here = paths::amendment_in_session(&slug, number, one.number);
    let own_words = rq.query("rediger").is_some();
    let page = if own_words { format!("{here}&rediger=oui") } else { here.clone() };
    let form = rq.form(SettleAmendment::PATH).shown_at(page);
    let settles = !current.is_lost && (own_words || current.meeting.is_some());
    let fields = settles.then(|| {
        let saved = AmendmentForm {
            title: current.now.title.clone(),
            body: current.now.body.clone(),
            ..AmendmentForm::default()
        };
        view! {
            <fieldset class="field">
                <legend>{words.t("amendments-settle-words")}</legend>
                <p class="hint">{words.t("amendments-settle-words-hint")}</p>
                {said(&form, &saved)}
            </fieldset>
        }
    });
    let other_words = (!settles && !current.is_lost && one.article.is_some()).then(|| {
        let href = format!("{here}&rediger=oui#issue");
        view! { <a class="go" href=href>{words.t("amendments-settle-otherwise")}</a> }
    });
    let choices = [
        AmendmentState::Adopted,
        AmendmentState::Rejected,
        AmendmentState::Fallen,
        AmendmentState::Withdrawn,
    ];
    let choices = choices.map(|state| {
        let choice = Choice::new(state.code(), words.t(&format!("amendments-state-{}", state.code())));
        match state {
            AmendmentState::Fallen => choice.hint(words.t("amendments-fallen-hint")),
            _ => choice,
        }
    });
    let choices = choices.to_vec();
    let version = form.version(one.version);
    let (met, which) = (current.met.clone(), one.number.to_string());
    let (counted, fell_for) = (hands(&form), fell_for(&form, current));
    let [note, note_hint] = ["amendments-note", "amendments-note-hint"].map(|key| words.t(key));
    let (label, title, act) = (
        words.t("amendments-outcome"),
        words.t("amendments-outcome-title"),
        words.t("amendments-outcome-do"),
    );
    view! {
        <section id="issue" aria-labelledby="issue-titre">
            <h3 id="issue-titre">{title}</h3>
            <FormView form=form.clone()>
                <input type="hidden" name="slug" value=slug/>
                <input type="hidden" name="number" value=number.to_string()/>
                <input type="hidden" name="amendment" value=which/>
                <input type="hidden" name="version" value=version/>
                <input type="hidden" name="met" value=met/>
                <Choices form=form.clone() name="outcome" label=label choices=choices/>
                {fields}
                {counted}
                {fell_for}
                <TextArea
                    form=form.clone()
                    name="note"
                    label=note
                    hint=note_hint
                    rows=2
                    optional=true
                />
                <p class="acts"><button class="button main">{act}</button>" "{other_words}</p>
            </FormView>
        </section>
    }
    .into_any()
}

fn hands(form: &Form) -> AnyView {
    let words = &form.words;
    let count = |name: &'static str, key: &str| {
        view! {
            <TextField
                form=form.clone()
                name=name
                label=words.t(key)
                inputmode="numeric"
                short=true
                optional=true
                autocomplete="off"
            />
        }
    };
    view! {
        {count("in_favour", "amendments-in-favour")}
        {count("against", "amendments-against")}
        {count("abstained", "amendments-abstained")}
    }
    .into_any()
}

/// For which other one it falls, if some were adopted.
fn fell_for(form: &Form, current: &Current) -> Option<AnyView> {
    if current.adopted.is_empty() {
        return None;
    }
    let words = &form.words;
    let choices = current.adopted.iter().map(|(number, by)| {
        let label = say!(words, "amendments-by", number = *number, name = by.clone());
        Choice::new(number.to_string(), label)
    });
    let choices: Vec<Choice> = choices.collect();
    let met = current.meeting.as_ref().and_then(|meeting| meeting.with.first());
    let met = met.map(ToString::to_string).unwrap_or_default();
    Some(
        view! {
            <Select
                form=form.clone()
                name="fell_for"
                label=words.t("amendments-fell-for-which")
                hint=words.t("amendments-fell-for-hint")
                choices=choices
                value=met
                optional=true
            />
        }
        .into_any(),
    )
}

/// Going back on an outcome.
fn again(rq: &Request, all: &Session, current: &Current) -> AnyView {
    let one = &current.amendment;
    let taken_back = one.outcome.as_ref().is_some_and(|outcome| outcome.is_taken_back);
    if one.is_integrated || taken_back {
        return ().into_any();
    }
    let form = rq.form(ReopenAmendment::PATH);
    let version = form.version(one.version);
    let (slug, label) = (all.head.slug.clone(), rq.words.t("amendments-reopen"));
    let (number, which) = (all.version.number.to_string(), one.number.to_string());
    view! {
        <FormView form=form class="one">
            <input type="hidden" name="slug" value=slug/>
            <input type="hidden" name="number" value=number/>
            <input type="hidden" name="amendment" value=which/>
            <input type="hidden" name="version" value=version/>
            <button class="button">{label}</button>
        </FormView>
    }
    .into_any()
}
