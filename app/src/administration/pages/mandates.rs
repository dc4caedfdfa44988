//! `/administration/membres/mandats` and `/administration/membres/mandats/fin`: ending several mandates at once. The
//! first page chooses, the second says what it changes and does it.

use std::sync::Arc;

use backend::people::{Departure, GroupLeft, Seat};
use domain::{Refusal, people::MandatesForm};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::way_back_to_members;
use crate::{
    administration::actions::EndMandates,
    error::AppError,
    paths,
    request::{Refused, Request},
    ui::{
        Document, Empty, ErrorSummary, Facts, Form, FormView, Icon, Notice, NoticeTone, PageResult, Place,
        TextField, document::initials, form::FieldErrorView,
    },
    words::Words,
};

const CHOSEN: &str = "mandates[]";
pub(super) const LAST_DAY: &str = "last_day";

/// Choosing whose mandates end, and when.
pub async fn mandates(rq: Request) -> PageResult {
    let chosen = as_typed(&rq);
    choice(&rq, rq.form(EndMandates::PATH), &chosen).await
}

/// What ending the chosen mandates would change, and doing it.
pub async fn end_mandates(rq: Request) -> PageResult {
    let typed = as_typed(&rq);
    match backend::people::departure(&rq.cx, &typed).await {
        Ok(departure) if !departure.ending.is_empty() => Ok(confirmation(&rq, &typed, &departure)),
        // Nothing is left to end: the mandates ended in the meantime.
        Ok(_) => Ok(Document::redirect(paths::ADMINISTRATION_MEMBERS)),
        Err(backend::Error::Refused(Refusal::Invalid(errors))) => {
            let values = rq.values(CHOSEN).map(|id| (CHOSEN.to_owned(), id.to_owned()));
            let refused = Refused {
                action: EndMandates::PATH.to_owned(),
                values: values.chain([(LAST_DAY.to_owned(), typed.last_day.clone())]).collect(),
                error: AppError::Refused(Refusal::Invalid(errors)),
                said: Arc::default(),
            };
            let form = Form::refused(EndMandates::PATH, refused, rq.words.clone());
            Ok(choice(&rq, form, &typed).await?.with_status(422))
        }
        Err(error) => Err(error),
    }
}

/// What the address says was chosen.
fn as_typed(rq: &Request) -> MandatesForm {
    MandatesForm {
        mandates: rq.values(CHOSEN).map(str::to_owned).collect(),
        last_day: rq.query(LAST_DAY).unwrap_or_default().to_owned(),
    }
}

async fn choice(rq: &Request, form: Form, chosen: &MandatesForm) -> PageResult {
    let seats = backend::people::seats(&rq.cx).await?;
    let w = rq.words.clone();
    let title = w.t("mandates-title");
    let today = rq.cx.today().format("%d/%m/%Y").to_string();
    let day = if chosen.last_day.is_empty() { today } else { chosen.last_day.clone() };
    let content = if seats.is_empty() {
        none(&w)
    } else {
        // The summary of errors names the fields: they are made first.
        let people = people(&w, &form, &seats, &chosen.mandates, "mandates-people");
        let last_day = view! {
                <TextField
                    form=form.clone()
                    name=LAST_DAY
                    label=w.t("mandates-last-day")
                    hint=w.t("mandates-last-day-hint")
                    value=day
                    short=true
                    autocomplete="off"
                />
        };
        view! {
            <form class="form" method="get" action=paths::ADMINISTRATION_END_MANDATES novalidate>
                <ErrorSummary form=form.clone()/>
                {people}
                {last_day}
                <p class="acts">
                    <button class="button main">{w.t("mandates-see")}</button>
                    " "
                    <a class="go" href=paths::ADMINISTRATION_MEMBERS>{w.t("mandates-back-to-members")}</a>
                </p>
            </form>
        }
        .into_any()
    };
    let view = view! {
        {way_back_to_members(rq)}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{w.t("mandates-lead")}</p>
        </header>
        <div class="narrow settings">{content}</div>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}

/// Nobody has a mandate today.
pub(super) fn none(w: &Words) -> AnyView {
    let action = Some((paths::ADMINISTRATION_INVITE.to_owned(), w.t("administration-invite")));
    view! { <Empty text=w.t("mandates-none") action=action/> }.into_any()
}

/// The seats of today, college by college; `label` is what the choice is called in a summary of errors.
pub(super) fn people(
    w: &Words,
    form: &Form,
    seats: &[Seat],
    chosen: &[String],
    label: &str,
) -> impl IntoView + use<> {
    let base = form.input_id("mandates");
    form.label("mandates", &w.t(label));
    let error_id = format!("{base}-erreur");
    let error = form.error("mandates").map(|text| view! { <FieldErrorView id=error_id text=text/> });
    let mut index = 0;
    let colleges: Vec<_> = seats
        .chunk_by(|a, b| a.college == b.college)
        .map(|seats| {
            let title = if seats[0].college.is_empty() {
                w.t("mandates-no-college")
            } else {
                seats[0].college.clone()
            };
            let boxes: Vec<_> = seats
                .iter()
                .map(|seat| {
                    // The summary of errors leads to the first box.
                    let id = if index == 0 { base.clone() } else { format!("{base}-{index}") };
                    index += 1;
                    let value = seat.id.to_string();
                    let checked = form.is_chosen("mandates", &value, chosen.contains(&value));
                    view! {
                        <label class="choice">
                            <input id=id type="checkbox" name=CHOSEN value=value checked=checked/>
                            " "
                            <span>{seat.name.clone()}" "<small class="muted">{period(w, seat)}</small></span>
                        </label>
                    }
                })
                .collect();
            view! {
                <fieldset class="field">
                    <legend>{title}</legend>
                    <div class="choices">{boxes}</div>
                </fieldset>
            }
        })
        .collect();
    view! { {error}{colleges} }
}

/// The role, and the days between which it runs.
fn period(w: &Words, seat: &Seat) -> String {
    let from = w.day(seat.period.from);
    let days = match seat.period.to {
        Some(to) => say!(w, "people-from-to", from = from, to = w.day(to)),
        None => say!(w, "people-since", from = from),
    };
    format!("{} · {days}", w.council_role(seat.role))
}

fn confirmation(rq: &Request, typed: &MandatesForm, departure: &Departure) -> Document {
    let w = rq.words.clone();
    let count = departure.ending.len();
    let title = say!(w, "mandates-confirm-title", count = count);
    let lead = say!(w, "mandates-confirm-lead", day = w.day(departure.last_day));
    let form = rq.form(EndMandates::PATH);
    let query: Vec<String> = typed
        .mandates
        .iter()
        .map(|id| format!("{}={}", paths::segment(CHOSEN), paths::segment(id)))
        .chain([format!("{LAST_DAY}={}", paths::segment(&typed.last_day))])
        .collect();
    let back = format!("{}?{}", paths::ADMINISTRATION_MANDATES, query.join("&"));
    let hidden: Vec<_> = departure
        .ending
        .iter()
        .map(|seat| view! { <input type="hidden" name=CHOSEN value=seat.id.to_string()/> })
        .collect();
    let last_day = departure.last_day.format("%d/%m/%Y").to_string();
    let effect = w.t("mandates-confirm-effect");
    let button = say!(w, "mandates-confirm-button", count = count);
    let keep = w.t("mandates-confirm-back");
    let heading = title.clone();
    let view = view! {
        {way_back_to_members(rq)}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{lead}</p>
        </header>
        {warnings(&w, departure)}
        <div class="narrow settings">
            <section class="part" aria-labelledby="qui">
                <header><h2 id="qui">{w.t("mandates-people")}</h2></header>
                {named(&w, &departure.ending)}
            </section>
            {left(&w, &departure.groups)}
            <FormView form=form class="confirm">
                <h2>{heading}</h2>
                <p>{effect}</p>
                {hidden}
                <input type="hidden" name=LAST_DAY value=last_day/>
                <p class="acts">
                    <button class="button danger">{button}</button>
                    " "
                    <a class="go" href=back>{keep}</a>
                </p>
            </FormView>
        </div>
    };
    Document::new(title, view).at(Place::Administration).unlisted()
}

fn named(w: &Words, seats: &[Seat]) -> impl IntoView + use<> {
    let people: Vec<_> = seats
        .iter()
        .map(|seat| {
            view! {
                <li>
                    <span class="face" aria-hidden="true">{initials(&seat.name)}</span>
                    <span>
                        <a href=paths::administration_member(seat.user)>{seat.name.clone()}</a>
                        " "
                        <small>{period(w, seat)}</small>
                    </span>
                </li>
            }
        })
        .collect();
    view! { <ul class="people">{people}</ul> }
}

fn warnings(w: &Words, departure: &Departure) -> Vec<AnyView> {
    let mut texts = Vec::new();
    if departure.nobody_presides {
        texts.push(w.t("mandates-nobody-presides"));
    }
    if !departure.administrators.is_empty() {
        let (count, names) = (departure.administrators.len(), w.list(&departure.administrators));
        texts.push(say!(w, "mandates-keep-keys", count = count, names = names));
    }
    if !departure.already.is_empty() {
        let names: Vec<String> = departure.already.iter().map(|seat| seat.name.clone()).collect();
        texts.push(say!(w, "mandates-already", count = names.len(), names = w.list(&names)));
    }
    let warning = |text: String| view! { <Notice tone=NoticeTone::Warning><p>{text}</p></Notice> }.into_any();
    texts.into_iter().map(warning).collect()
}

/// What the groups would lack.
fn left(w: &Words, groups: &[GroupLeft]) -> impl IntoView + use<> {
    let content = if groups.is_empty() {
        view! { <p class="muted">{w.t("mandates-left-nothing")}</p> }.into_any()
    } else {
        let rows: Vec<_> = groups.iter().map(|left| group_row(w, left)).collect();
        view! { <p class="muted">{w.t("mandates-left-lead")}</p><ul class="rows">{rows}</ul> }.into_any()
    };
    view! {
        <section class="part" aria-labelledby="laisse">
            <header><h2 id="laisse">{w.t("mandates-left")}</h2></header>
            {content}
        </section>
    }
}

fn group_row(w: &Words, left: &GroupLeft) -> impl IntoView + use<> {
    let mut facts: Vec<AnyView> = Vec::new();
    if left.unled {
        let label = w.t("groups-unled");
        facts.push(view! { <span class="state watch"><Icon name="warning"/>" "{label}</span> }.into_any());
    }
    if left.texts > 0 {
        facts.push(say!(w, "mandates-left-texts", count = left.texts).into_any());
    }
    if left.reviews > 0 {
        facts.push(say!(w, "mandates-left-reviews", count = left.reviews).into_any());
    }
    let (href, name) = (paths::group_members(&left.group.slug), left.group.name.clone());
    view! { <li><a class="row-title" href=href>{name}</a><Facts facts=facts/></li> }
}
