//! Coming into a group that one does not join by oneself: `/groupes/{slug}/demande`, `/mon-compte/groupes`, and what
//! waits at the door, on the page of the group's people.

use backend::groups::{AdmissionRow, GroupView, MyAdmission};
use domain::groups::{AdmissionKind, AdmissionState, Answer, Visibility};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::done;
use crate::{
    groups::actions::{AnswerInvitation, AnswerRequest, AskToJoin, WithdrawInvitation, WithdrawRequest},
    paths,
    request::Request,
    ui::{
        Breadcrumb, Document, Empty, ErrorSummary, Facts, FormView, PageResult, State, TextArea,
        document::{Place, initials},
    },
    words::Words,
};

/// Asking to join a group.
pub async fn ask(rq: Request) -> PageResult {
    let group = backend::groups::show(&rq.cx, rq.param("slug")).await?;
    let form = rq.form(AskToJoin::PATH);
    if group.visibility == Visibility::Open || group.role.is_some() {
        return Ok(Document::redirect(paths::group(&group.slug)));
    }
    let facts = domain::groups::GroupFacts { id: group.id, visibility: group.visibility, state: group.state };
    let asks = domain::policy::GroupAction::AskToJoin;
    rq.cx.require(domain::policy::Permission::Group(asks, &facts))?;
    let w = rq.words.clone();
    let title = w.t("admissions-ask-title");
    let (slug, back) = (group.slug.clone(), paths::group(&group.slug));
    let view = view! {
        <Breadcrumb
            rq=rq.clone()
            ancestors=vec![
                (paths::GROUPS.to_owned(), w.t("groups-title")),
                (back.clone(), group.name.clone()),
            ]
        />
        <div class="narrow">
            <header class="page-head">
                <h1>{title.clone()}</h1>
                <p class="muted">{say!(w, "admissions-ask-lead", group = group.name.clone())}</p>
            </header>
            <FormView form=form.clone()>
                <input type="hidden" name="slug" value=slug/>
                <TextArea
                    form=form.clone()
                    name="message"
                    label=w.t("admissions-message")
                    hint=w.t("admissions-message-hint")
                    optional=true
                />
                <p class="acts">
                    <button class="button main">{w.t("admissions-send")}</button>
                    " "
                    <a class="go" href=back>{w.t("groups-back")}</a>
                </p>
            </FormView>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Groups).unlisted())
}

/// My requests, and the invitations I received.
pub async fn mine(rq: Request) -> PageResult {
    let all = backend::groups::my_admissions(&rq.cx).await?;
    let w = rq.words.clone();
    let title = w.t("admissions-mine");
    let (received, asked): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|one| one.kind == AdmissionKind::Invitation);
    let part = |id: &'static str, title: String, rows: &[MyAdmission]| {
        let items = rows.iter().map(|one| mine_row(&rq, one)).collect_view();
        (!rows.is_empty()).then(|| {
            view! {
                <section class="part" aria-labelledby=id>
                    <header><h2 id=id>{title}</h2></header>
                    <ul class="rows">{items}</ul>
                </section>
            }
        })
    };
    let empty = (received.is_empty() && asked.is_empty()).then(|| {
        let action = Some((paths::GROUPS.to_owned(), w.t("home-groups-none-action")));
        view! { <Empty text=w.t("admissions-mine-none") action=action/> }
    });
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=vec![(paths::GROUPS.to_owned(), w.t("groups-title"))]/>
        <header class="page-head"><h1>{title.clone()}</h1></header>
        {done(&rq, None)}
        <ErrorSummary form=rq.form(AnswerInvitation::PATH)/>
        <ErrorSummary form=rq.form(WithdrawRequest::PATH)/>
        {part("invitations", w.t("admissions-received"), &received)}
        {part("demandes", w.t("admissions-asked"), &asked)}
        {empty}
    };
    Ok(Document::new(title, view).at(Place::Groups).unlisted())
}

fn mine_row(rq: &Request, one: &MyAdmission) -> impl IntoView + use<> {
    let w = &rq.words;
    let invited = one.kind == AdmissionKind::Invitation;
    let name = if invited && rq.cx.actor.person().is_some() {
        // A group one only knows by its invitation has no page to lead to.
        view! { <span class="row-title">{one.group.name.clone()}</span> }.into_any()
    } else {
        view! { <a class="row-title" href=paths::group(&one.group.slug)>{one.group.name.clone()}</a> }
            .into_any()
    };
    let facts = vec![standing(w, one), w.moment(one.at).into_any()];
    let text = if one.state == AdmissionState::Refused { &one.answer } else { &one.message };
    let text =
        (!text.is_empty()).then(|| view! { <blockquote class="row-text">{said(w, text)}</blockquote> });
    let acts = match (one.state, invited) {
        (AdmissionState::Waiting, true) => Some(answer_forms(rq, one)),
        (AdmissionState::Waiting, false) => Some(withdraw_form(rq, one)),
        _ => None,
    };
    view! { <li>{name}<Facts facts=facts/>{text}{acts.map(|acts| view! { <div class="row-acts">{acts}</div> })}</li> }
}

fn standing(w: &Words, one: &MyAdmission) -> AnyView {
    match (one.kind, one.state) {
        (AdmissionKind::Invitation, _) => {
            let role = w.group_role(one.role).to_lowercase();
            say!(w, "admissions-invited-by", person = one.by.clone(), role = role).into_any()
        }
        (AdmissionKind::Request, AdmissionState::Refused) => {
            view! { <State name="refused" label=w.t("admissions-refused")/> }.into_any()
        }
        _ => view! { <State name="waiting" label=w.t("admissions-waiting")/> }.into_any(),
    }
}

fn answer_forms(rq: &Request, one: &MyAdmission) -> AnyView {
    let answer = |answer: Answer, class: &'static str, key: &str| {
        let form = rq.form(AnswerInvitation::PATH);
        let (slug, label, group) = (one.group.slug.clone(), rq.words.t(key), one.group.name.clone());
        view! {
            <FormView form=form summary=false class="">
                <input type="hidden" name="slug" value=slug/>
                <input type="hidden" name="answer" value=answer.code()/>
                <button class=class>{label}<span class="vh">" "{group}</span></button>
            </FormView>
        }
    };
    view! {
        <div class="acts">
            {answer(Answer::Accept, "button main", "admissions-join")}
            {answer(Answer::Refuse, "button", "admissions-decline")}
        </div>
    }
    .into_any()
}

fn withdraw_form(rq: &Request, one: &MyAdmission) -> AnyView {
    let form = rq.form(WithdrawRequest::PATH);
    let (slug, label, group) =
        (one.group.slug.clone(), rq.words.t("admissions-withdraw"), one.group.name.clone());
    view! {
        <FormView form=form summary=false class="">
            <input type="hidden" name="slug" value=slug/>
            <button class="button">{label}<span class="vh">" "{group}</span></button>
        </FormView>
    }
    .into_any()
}

/// What to do first on the page of a group one is at the door of: its title, its text, its act.
pub(super) fn at_the_door(rq: &Request, group: &GroupView) -> Option<(String, AnyView, AnyView)> {
    let w = &rq.words;
    let ask = |key: &str| {
        let href = paths::group_ask(&group.slug);
        let class = "button next";
        view! { <a class=class href=href>{w.t(key)}</a> }.into_any()
    };
    match &group.admission {
        Some(one) if one.kind == AdmissionKind::Invitation => {
            let text = say!(w, "admissions-door-invited-text", person = one.by.clone());
            Some((w.t("admissions-door-invited"), quoted(w, text, &one.message), answer_forms(rq, one)))
        }
        Some(one) if one.state == AdmissionState::Waiting => {
            let text = say!(w, "admissions-door-waiting-text", day = w.day_of(one.at));
            Some((w.t("admissions-door-waiting"), text.into_any(), withdraw_form(rq, one)))
        }
        Some(one) => {
            let text = quoted(w, w.t("admissions-door-refused-text"), &one.answer);
            let act = if group.may.ask { ask("admissions-ask-again") } else { ().into_any() };
            Some((w.t("admissions-door-refused"), text, act))
        }
        None if group.may.ask => {
            Some((w.t("groups-door-title"), w.t("groups-door-text").into_any(), ask("admissions-ask")))
        }
        None => None,
    }
}

/// What somebody wrote, between quotation marks.
fn said(w: &Words, text: &str) -> String {
    say!(w, "admissions-said", text = text.to_owned())
}

/// A sentence, and what somebody wrote after it.
fn quoted(w: &Words, text: String, words: &str) -> AnyView {
    let words = (!words.is_empty()).then(|| view! { " "<q>{said(w, words)}</q> });
    view! { {text}{words} }.into_any()
}

/// What waits at the door, above the people of the group.
pub(super) fn waiting_part(
    rq: &Request,
    group: &GroupView,
    rows: &[AdmissionRow],
) -> Option<impl IntoView + use<>> {
    let w = &rq.words;
    let part = |id: &'static str, title: String, kind: AdmissionKind| {
        let items: Vec<_> =
            rows.iter().filter(|row| row.kind == kind).map(|row| waiting_row(rq, group, row)).collect();
        (!items.is_empty()).then(|| {
            view! {
                <section class="part" aria-labelledby=id>
                    <header><h2 id=id>{title}</h2></header>
                    <ul class="rows">{items}</ul>
                </section>
            }
        })
    };
    (!rows.is_empty()).then(|| {
        view! {
            <ErrorSummary form=rq.form(WithdrawInvitation::PATH)/>
            {part("demandes", w.t("admissions-requests"), AdmissionKind::Request)}
            {part("invitations", w.t("admissions-invitations"), AdmissionKind::Invitation)}
        }
    })
}

fn waiting_row(rq: &Request, group: &GroupView, row: &AdmissionRow) -> impl IntoView + use<> {
    let w = &rq.words;
    let mut facts: Vec<AnyView> = Vec::new();
    if row.kind == AdmissionKind::Invitation {
        facts.push(w.group_role(row.role).into_any());
    }
    if !row.college.is_empty() {
        facts.push(row.college.clone().into_any());
    }
    facts.push(say!(w, "groups-people-since", day = w.day_of(row.at)).into_any());
    let text = (!row.message.is_empty())
        .then(|| view! { <blockquote class="row-text">{said(w, &row.message)}</blockquote> });
    let name = row.name.clone();
    let act = match row.kind {
        AdmissionKind::Request => {
            let href = format!("{}?demande={}", paths::group_members(&group.slug), row.user_id);
            let who = say!(w, "admissions-answer-who", person = name);
            view! { <a class="button" href=href>{w.t("admissions-answer")}<span class="vh">" "{who}</span></a> }
                .into_any()
        }
        AdmissionKind::Invitation => {
            let form = rq.form(WithdrawInvitation::PATH);
            let (slug, id) = (group.slug.clone(), row.user_id.to_string());
            let label = w.t("admissions-uninvite");
            let who = say!(w, "admissions-uninvite-who", person = name);
            view! {
                <FormView form=form summary=false class="">
                    <input type="hidden" name="slug" value=slug/>
                    <input type="hidden" name="person" value=id/>
                    <button class="button link">{label}<span class="vh">" "{who}</span></button>
                </FormView>
            }
            .into_any()
        }
    };
    view! {
        <li class="person">
            <p class="row-title">
                <span class="face" aria-hidden="true">{initials(&row.name)}</span>
                <span>{row.name.clone()}</span>
            </p>
            <Facts facts=facts/>
            {text}
            <div class="row-acts">{act}</div>
        </li>
    }
}

/// Answering one request: the person is named, what they said is shown.
pub(super) fn answer(rq: &Request, group: &GroupView, row: &AdmissionRow) -> AnyView {
    let w = &rq.words;
    let form = rq.form(AnswerRequest::PATH);
    let (slug, id) = (group.slug.clone(), row.user_id.to_string());
    let title = say!(w, "admissions-answer-title", person = row.name.clone());
    let message = match row.message.as_str() {
        "" => view! { <p>{w.t("admissions-no-message")}</p> }.into_any(),
        message => view! { <blockquote>{said(w, message)}</blockquote> }.into_any(),
    };
    let (accept, refuse, back) =
        (w.t("admissions-accept"), w.t("admissions-refuse"), w.t("admissions-later"));
    let (label, hint) = (w.t("admissions-sentence"), w.t("admissions-sentence-hint"));
    let here = paths::group_members(&group.slug);
    view! {
        <section class="panel card" aria-labelledby="reponse">
            <h2 id="reponse">{title}</h2>
            {message}
            <FormView form=form.clone()>
                <input type="hidden" name="slug" value=slug/>
                <input type="hidden" name="person" value=id/>
                <TextArea form=form.clone() name="sentence" label=label hint=hint rows=2 optional=true/>
                <p class="acts">
                    <button class="button main" name="answer" value=Answer::Accept.code()>{accept}</button>
                    " "
                    <button class="button" name="answer" value=Answer::Refuse.code()>{refuse}</button>
                    " "
                    <a class="go" href=here>{back}</a>
                </p>
            </FormView>
        </section>
    }
    .into_any()
}
