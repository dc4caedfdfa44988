//! `/mon-compte/delegations` and `/mon-compte/delegations/{role}`

use backend::delegations::{self, DelegationView, Stage};
use domain::{delegations::DAYS_MAX, groups::Answer};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{
    actions::{AnswerDelegation, EndDelegation, OfferDelegation},
    part::{office, period},
};
use crate::{
    accounts::done,
    paths,
    request::Request,
    ui::{
        Breadcrumb, Choice, Document, Empty, ErrorSummary, Facts, FormView, PageResult, Place, Select, State,
        TextField,
    },
    words::{Values, capital},
};

/// One's own delegations, and what one may give.
pub async fn list(rq: Request) -> PageResult {
    let mine = delegations::mine(&rq.cx).await?;
    let w = rq.words.clone();
    let title = w.t("delegations-title");
    let notices = done(
        &rq,
        &[
            ("proposee", "delegations-done-offered"),
            ("acceptee", "delegations-done-accepted"),
            ("declinee", "delegations-done-declined"),
            ("terminee", "delegations-done-ended"),
        ],
    );
    let give = mine.offices.iter().map(|(which, group)| {
        let name = office(&w, *which, group.as_ref().map(|group| group.name.as_str()));
        let button = w.t("delegations-give");
        view! {
            <li>
                <span class="row-title">{capital(&name)}</span>
                <div class="row-acts no-print">
                    <a class="button" href=paths::delegate(*which)>{button}<span class="vh">" "{name}</span></a>
                </div>
            </li>
        }
    });
    let give: Vec<_> = give.collect();
    let give = (!give.is_empty()).then(|| {
        view! {
            <section class="part" aria-labelledby="confier">
                <header><h2 id="confier">{w.t("delegations-mine")}</h2></header>
                <ul class="rows">{give}</ul>
            </section>
        }
    });
    let (waiting, others): (Vec<_>, Vec<_>) = mine.all.iter().partition(|one| asks(&rq, one));
    let waiting: Vec<_> = waiting.into_iter().map(|one| question(&rq, one)).collect();
    let rows: Vec<_> = others.into_iter().map(|one| row(&rq, one)).collect();
    let history = if rows.is_empty() && waiting.is_empty() {
        view! { <Empty text=w.t("delegations-none")/> }.into_any()
    } else {
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=vec![(paths::ACCOUNT.to_owned(), w.t("menu-account"))]/>
        <header class="page-head"><h1>{title.clone()}</h1><p>{w.t("delegations-lead")}</p></header>
        {notices}
        <ErrorSummary form=rq.form(AnswerDelegation::PATH)/>
        <ErrorSummary form=rq.form(EndDelegation::PATH)/>
        {waiting}
        <div class="narrow settings">
            {give}
            <section class="part" aria-labelledby="toutes">
                <header><h2 id="toutes">{w.t("delegations-all")}</h2></header>
                {history}
            </section>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Account).unlisted())
}

/// Whether it waits for the answer of the person asking.
fn asks(rq: &Request, one: &DelegationView) -> bool {
    one.stage == Stage::Waiting && rq.cx.actor.user_id() == Some(one.to.0)
}

fn question(rq: &Request, one: &DelegationView) -> AnyView {
    let w = &rq.words;
    let title = say!(w, "delegations-asked", name = one.from.1.clone());
    let what = office(w, one.office, one.group.as_ref().map(|group| group.name.as_str()));
    let facts = vec![what.into_any(), period(w, one.period).into_any()];
    let id = format!("delegation-{}", one.id);
    let labelled = id.clone();
    let answer = |answer: Answer, class: &'static str, key: &str| {
        let (form, id, label) = (rq.form(AnswerDelegation::PATH), one.id.to_string(), w.t(key));
        view! {
            <FormView form=form summary=false class="">
                <input type="hidden" name="id" value=id/>
                <input type="hidden" name="answer" value=answer.code()/>
                <button class=class>{label}</button>
            </FormView>
        }
    };
    view! {
        <section class="panel card" aria-labelledby=labelled>
            <h2 id=id>{title}</h2>
            <Facts facts=facts/>
            <p>{one.reason.clone()}</p>
            <p class="muted">{w.t("delegations-effect")}</p>
            <div class="acts">
                {answer(Answer::Accept, "button main", "delegations-accept")}
                {answer(Answer::Refuse, "button", "delegations-decline")}
            </div>
        </section>
    }
    .into_any()
}

fn row(rq: &Request, one: &DelegationView) -> AnyView {
    let w = &rq.words;
    let (icon, key) = match one.stage {
        Stage::Waiting => ("waiting", "delegations-waiting"),
        Stage::Coming => ("calendar", "delegations-coming"),
        Stage::Running => ("active", "delegations-running"),
        Stage::Over => ("done", "delegations-over"),
        Stage::Never => ("withdrawn", "delegations-never"),
    };
    let gives = rq.cx.actor.user_id() == Some(one.from.0);
    let whom = if gives {
        say!(w, "delegations-to", name = one.to.1.clone())
    } else {
        say!(w, "delegations-by", name = one.from.1.clone())
    };
    let title = capital(&office(w, one.office, one.group.as_ref().map(|group| group.name.as_str())));
    let facts = vec![
        view! { <State name=icon label=w.t(key)/> }.into_any(),
        whom.into_any(),
        period(w, one.period).into_any(),
        one.reason.clone().into_any(),
    ];
    let open = matches!(one.stage, Stage::Waiting | Stage::Coming | Stage::Running);
    let end = open.then(|| {
        let key = if one.stage == Stage::Waiting { "delegations-take-back" } else { "delegations-end" };
        let (form, id, label, which) =
            (rq.form(EndDelegation::PATH), one.id.to_string(), w.t(key), title.clone());
        view! {
            <div class="row-acts no-print">
                <FormView form=form summary=false class="">
                    <input type="hidden" name="id" value=id/>
                    <button class="button">{label}<span class="vh">" "{which}</span></button>
                </FormView>
            </div>
        }
    });
    view! { <li><span class="row-title">{title.clone()}</span><Facts facts=facts/>{end}</li> }.into_any()
}

/// Giving a role for a time.
pub async fn give(rq: Request) -> PageResult {
    let offer = delegations::offering(&rq.cx, rq.param("role")).await?;
    let w = rq.words.clone();
    let name = office(&w, offer.office, offer.group.as_ref().map(|group| group.name.as_str()));
    let title = say!(w, "delegations-new", office = name);
    let form = rq.form(OfferDelegation::PATH);
    let ancestors = vec![
        (paths::ACCOUNT.to_owned(), w.t("menu-account")),
        (paths::DELEGATIONS.to_owned(), w.t("delegations-title")),
    ];
    let content = if offer.people.is_empty() {
        view! { <Empty text=w.t("delegations-nobody")/> }.into_any()
    } else {
        let choice = |id: String, name: &str, college: &str| {
            let parts: Vec<&str> = [name, college].into_iter().filter(|part| !part.is_empty()).collect();
            Choice::new(id, parts.join(", "))
        };
        let people =
            offer.people.iter().map(|person| choice(person.id.to_string(), &person.name, &person.college));
        let choices = std::iter::once(Choice::new("", "")).chain(people).collect::<Vec<_>>();
        let hint = say!(w, "delegations-field-to-hint", days = DAYS_MAX);
        let code = offer.office.to_string();
        let [whom, whom_hint, from, day_hint, to, reason, reason_hint, button] = [
            "delegations-field-delegate",
            "delegations-field-delegate-hint",
            "delegations-field-from",
            "delegations-field-from-hint",
            "delegations-field-to",
            "delegations-field-reason",
            "delegations-field-reason-hint",
            "delegations-offer",
        ]
        .map(|key| w.t(key));
        view! {
            <FormView form=form.clone()>
                <input type="hidden" name="office" value=code/>
                <Select form=form.clone() name="delegate" label=whom hint=whom_hint choices=choices/>
                <TextField form=form.clone() name="from" label=from hint=day_hint short=true autocomplete="off"/>
                <TextField form=form.clone() name="to" label=to hint=hint short=true autocomplete="off"/>
                <TextField form=form.clone() name="reason" label=reason hint=reason_hint autocomplete="off"/>
                <p class="acts"><button class="button main">{button}</button></p>
            </FormView>
        }
        .into_any()
    };
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head"><h1>{title.clone()}</h1><p class="muted">{w.t("delegations-new-lead")}</p></header>
        <div class="narrow">{content}</div>
    };
    Ok(Document::new(title, view).at(Place::Account).unlisted())
}

/// On one's account: the way to it, for who may give something.
pub(crate) fn account_part(rq: &Request) -> Option<impl IntoView + use<>> {
    let person = rq.cx.actor.person()?;
    if person.own_offices().is_empty() && person.delegated.is_empty() {
        return None;
    }
    let w = rq.words.clone();
    let text = match person.delegated.len() {
        0 => w.t("delegations-account"),
        count => w.fill("delegations-account-some", &Values::from([("count".into(), count.into())])),
    };
    Some(view! {
        <section class="part" aria-labelledby="delegations">
            <header><h2 id="delegations">{w.t("delegations-title")}</h2></header>
            <p class="muted">{text}</p>
            <p class="acts"><a class="button" href=paths::DELEGATIONS>{w.t("delegations-go")}</a></p>
        </section>
    })
}
