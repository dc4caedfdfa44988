//! What the pages of those who look after it and of the person have in common: what was asked, when somebody acted, what
//! was done.

use backend::{
    Page,
    behalf::{ActingView, OnPaper},
    journal::JournalLine,
};
use leptos::prelude::*;

use crate::{
    administration::pages::days,
    paths,
    request::Request,
    ui::{Empty, Facts, Pager, State},
    words::{Words, capital},
};

/// What somebody asked, how, and who noted it.
pub(super) fn asked(w: &Words, consent: &OnPaper) -> AnyView {
    let how = w.t(&format!("behalf-asked-{}", consent.asked_by.code()));
    let noted = say!(w, "behalf-noted", name = consent.recorded_by.clone(), day = w.day_of(consent.at));
    let note = (!consent.note.is_empty()).then(|| {
        let lines = consent.note.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
        view! { <dt>{w.t("behalf-field-note")}</dt><dd>{lines}</dd> }
    });
    view! {
        <p><State name="letter" label=w.t("behalf-is-on-paper")/></p>
        <dl class="facts-list">
            <dt>{w.t("behalf-since")}</dt><dd>{w.day(consent.asked_on)}</dd>
            <dt>{w.t("behalf-how")}</dt><dd>{capital(&how)}</dd>
            {note}
            <dt>{w.t("behalf-noted-label")}</dt><dd>{noted}</dd>
        </dl>
    }
    .into_any()
}

/// Whose the rows of [`actings`] are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// Of one person, whom the page is about.
    One,
    /// Of several, each named.
    Several,
}

/// The times that somebody was acted for.
pub(super) fn actings(rq: &Request, all: &[ActingView], of: Of) -> AnyView {
    let w = &rq.words;
    if all.is_empty() {
        return view! { <Empty text=w.t("behalf-actings-none")/> }.into_any();
    }
    let rows = all.iter().map(|one| acting(rq, one, of)).collect_view();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

fn acting(rq: &Request, one: &ActingView, of: Of) -> AnyView {
    let w = &rq.words;
    let title = say!(w, "behalf-acting", name = one.by.clone(), moment = w.moment(one.begun_at));
    let state = match one.ended {
        Some((at, how)) => {
            let label =
                say!(w, "behalf-ended", time = w.time(at), how = w.t(&format!("behalf-end-{}", how.code())));
            view! { <State name="done" label=label/> }
        }
        None if one.until > rq.cx.now => {
            let label = say!(w, "behalf-runs", time = w.time(one.until));
            view! { <State name="active" label=label/> }
        }
        None => view! { <State name="done" label=w.t("behalf-end-expired")/> },
    };
    let mut facts = vec![state.into_any()];
    if of == Of::Several {
        let name = say!(w, "behalf-of", name = one.of.1.clone());
        facts.push(view! { <a href=paths::on_paper(one.of.0)>{name}</a> }.into_any());
    }
    facts.push(say!(w, "behalf-acts", count = one.acts).into_any());
    view! { <li><span class="row-title">{title}</span><Facts facts=facts/></li> }.into_any()
}

/// What was done, day by day, by whose hand.
pub(super) fn acts(rq: &Request, acts: &Page<JournalLine>) -> AnyView {
    let w = &rq.words;
    if acts.rows.is_empty() {
        return view! { <Empty text=w.t("behalf-acts-none")/> }.into_any();
    }
    let (number, pages) = (acts.number.get(), acts.pages());
    view! {
        {days(w, &acts.rows)}
        <Pager rq=rq.clone() number=number pages=pages/>
    }
    .into_any()
}
