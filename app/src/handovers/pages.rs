//! `/groupes/{slug}/passation` and `/mon-compte/passation`

use backend::{
    Page,
    discussions::ThreadRow,
    handovers::{Handover, LateGroup, Successor, TextInProgress},
};
use domain::{groups::Answer, ids::UserId, policy::Permission};
use leptos::prelude::*;
use server_fn::ServerFn;

use crate::{
    accounts::done,
    contributions::parts,
    discussions,
    handovers::actions::{AnswerHandover, HandOverChair, HandOverGroup, WithdrawHandover},
    paths,
    request::Request,
    ui::{
        Breadcrumb, Choice, Document, ErrorSummary, Facts, Form, FormView, Icon, PageResult, Place, Select,
        TextArea, document::initials,
    },
    words::Words,
};

/// Handing over running a group.
pub async fn of_group(rq: Request) -> PageResult {
    let group = backend::groups::show(&rq.cx, rq.param("slug")).await?;
    let screen = backend::handovers::of_group(&rq.cx, &group.slug).await?;
    let w = rq.words.clone();
    let group_name = group.name.clone();
    let (title, lead) = if screen.gives {
        (say!(w, "handovers-group-title", group = group_name), w.t("handovers-group-lead"))
    } else {
        (say!(w, "handovers-group-title-taken", group = group_name), w.t("handovers-group-lead-taken"))
    };
    let late = screen.late_since.map(|day| {
        let text = say!(w, "handovers-late", day = w.day(day));
        view! { <p><span class="state watch"><Icon name="warning"/>" "{text}</span></p> }
    });
    let directory = rq.cx.may(Permission::ReadDirectory);
    let requests = (group.requests > 0).then(|| {
        let text = say!(w, "admissions-requests-wait", count = group.requests);
        view! { <p><a class="go" href=paths::group_members(&group.slug)>{text}</a></p> }
    });
    let people = screen
        .people
        .iter()
        .map(|person| {
            let details = [w.group_role(person.role), person.college.clone()];
            who(directory, person.id, &person.name, &details)
        })
        .collect_view();
    let slug = group.slug.clone();
    let hidden = view! { <input type="hidden" name="slug" value=slug/> }.into_any();
    let offer = screen.gives.then(|| {
        let nobody = (w.t("handovers-nobody-group"), paths::group_members(&group.slug), w.t("groups-manage"));
        offer(&w, rq.form(HandOverGroup::PATH), hidden, &screen.successors, nobody)
    });
    let view = view! {
        <Breadcrumb
            rq=rq.clone()
            ancestors=vec![
                (paths::GROUPS.to_owned(), w.t("groups-title")),
                (paths::group(&group.slug), group.name.clone()),
            ]
        />
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{lead}</p>
        </header>
        {notices(&rq)}
        {waiting(&rq, &screen.waiting)}
        <div class="two">
            <div class="body">
                {late}
                {texts_part(&w, &screen.texts, "handovers-texts")}
                {unanswered(&w, &group.slug, &screen.unanswered)}
                {requests}
                {offer}
            </div>
            <aside class="aside" aria-label=w.t("groups-aside")>
                <section class="part" aria-labelledby="gens">
                    <h2 id="gens">{w.t("handovers-who")}</h2>
                    <ul class="people">{people}</ul>
                    <p><a class="go" href=paths::group_members(&group.slug)>{w.t("groups-all-people")}</a></p>
                </section>
            </aside>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Groups).unlisted())
}

/// Handing over presiding.
pub async fn of_chair(rq: Request) -> PageResult {
    let screen = backend::handovers::of_chair(&rq.cx).await?;
    let w = rq.words.clone();
    let (title, lead) = if screen.gives {
        (w.t("handovers-chair-title"), w.t("handovers-chair-lead"))
    } else {
        (w.t("handovers-chair-title-taken"), w.t("handovers-chair-lead-taken"))
    };
    let directory = rq.cx.may(Permission::ReadDirectory);
    let people = screen
        .people
        .iter()
        .map(|person| who(directory, person.id, &person.name, &[w.council_role(person.role)]))
        .collect_view();
    let unled = (!screen.unled.is_empty()).then(|| {
        let rows = screen
            .unled
            .iter()
            .map(|row| {
                let (href, name) = (paths::group(&row.group.slug), row.group.name.clone());
                view! { <li><a class="row-title" href=href>{name}</a></li> }
            })
            .collect_view();
        view! {
            <section class="part" aria-labelledby="sans-referent">
                <header><h2 id="sans-referent">{w.t("handovers-unled")}</h2></header>
                <ul class="rows">{rows}</ul>
            </section>
        }
    });
    let offer = screen.gives.then(|| {
        let nobody = (w.t("handovers-nobody-chair"), paths::MEMBERS.to_owned(), w.t("people-directory"));
        offer(&w, rq.form(HandOverChair::PATH), ().into_any(), &screen.successors, nobody)
    });
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=vec![(paths::ACCOUNT.to_owned(), w.t("menu-account"))]/>
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{lead}</p>
        </header>
        {notices(&rq)}
        {waiting(&rq, &screen.waiting)}
        <div class="two">
            <div class="body">
                {texts_part(&w, &screen.texts, "handovers-texts-chair")}
                {unled}
                {late_groups(&w, &screen.late)}
                {offer}
            </div>
            <aside class="aside" aria-label=w.t("groups-aside")>
                <section class="part" aria-labelledby="gens">
                    <h2 id="gens">{w.t("handovers-who")}</h2>
                    <ul class="people">{people}</ul>
                </section>
            </aside>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Account).unlisted())
}

fn notices(rq: &Request) -> impl IntoView + use<> {
    let said =
        done(rq, &[("offered", "handovers-done-offered"), ("taken-back", "handovers-done-taken-back")]);
    view! {
        {said}
        <ErrorSummary form=rq.form(AnswerHandover::PATH)/>
        <ErrorSummary form=rq.form(WithdrawHandover::PATH)/>
    }
}

/// What waits for an answer: mine to give, or that I wait for.
fn waiting(rq: &Request, all: &[Handover]) -> Vec<AnyView> {
    all.iter().map(|one| one_waiting(rq, one)).collect()
}

fn one_waiting(rq: &Request, one: &Handover) -> AnyView {
    let w = &rq.words;
    let mine = rq.cx.actor.user_id() == Some(one.to.0);
    let id = format!("passation-{}", one.id);
    let labelled_by = id.clone();
    let title = if mine {
        say!(w, "handovers-to-me", person = one.from.1.clone())
    } else {
        say!(w, "handovers-from-me", person = one.to.1.clone())
    };
    let note = (!one.note.is_empty())
        .then(|| view! { <p>{say!(w, "admissions-said", text = one.note.clone())}</p> });
    let since = say!(w, "handovers-offered", day = w.day_of(one.at));
    let acts = if mine {
        let effect = if one.group.is_some() { "handovers-effect-group" } else { "handovers-effect-chair" };
        let effect = w.t(effect);
        let answer = |answer: Answer, class: &'static str, key: &str| {
            let (form, id, label) = (rq.form(AnswerHandover::PATH), one.id.to_string(), w.t(key));
            view! {
                <FormView form=form summary=false class="">
                    <input type="hidden" name="id" value=id/>
                    <input type="hidden" name="answer" value=answer.code()/>
                    <button class=class>{label}</button>
                </FormView>
            }
        };
        view! {
            <p class="muted">{effect}</p>
            <div class="acts">
                {answer(Answer::Accept, "button main", "handovers-accept")}
                {answer(Answer::Refuse, "button", "handovers-decline")}
            </div>
        }
        .into_any()
    } else {
        let (form, id) = (rq.form(WithdrawHandover::PATH), one.id.to_string());
        let label = w.t("handovers-withdraw");
        view! {
            <FormView form=form summary=false class="">
                <input type="hidden" name="id" value=id/>
                <p class="acts"><button class="button">{label}</button></p>
            </FormView>
        }
        .into_any()
    };
    view! {
        <section class="panel card" aria-labelledby=labelled_by>
            <h2 id=id>{title}</h2>
            {note}
            <p class="muted">{since}</p>
            {acts}
        </section>
    }
    .into_any()
}

fn texts_part(w: &Words, texts: &[TextInProgress], title: &str) -> impl IntoView + use<> {
    let rows = texts
        .iter()
        .map(|text| {
            let since = say!(w, "handovers-since", day = w.day_of(text.state_since));
            let mut facts = vec![parts::state(w, text.state), since.into_any()];
            facts.extend(text.due.map(|due| parts::due(w, due)));
            if !text.authors.is_empty() {
                facts.push(w.list(&text.authors).into_any());
            }
            view! {
                <li>
                    <a class="row-title" href=paths::contribution(text.id)>{text.title.clone()}</a>
                    <Facts facts=facts/>
                </li>
            }
        })
        .collect_view();
    let list = if texts.is_empty() {
        view! { <p class="muted">{w.t("handovers-no-text")}</p> }.into_any()
    } else {
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    view! {
        <section class="part" aria-labelledby="en-cours">
            <header><h2 id="en-cours">{w.t(title)}</h2></header>
            {list}
        </section>
    }
}

/// The discussions that wait for a first answer.
fn unanswered(w: &Words, slug: &str, waiting: &Page<ThreadRow>) -> Option<impl IntoView + use<>> {
    (waiting.total > 0).then(|| {
        let rows = waiting.rows.iter().map(|row| discussions::pages::row(w, slug, row)).collect_view();
        view! {
            <section class="part" aria-labelledby="sans-reponse">
                <header><h2 id="sans-reponse">{w.t("handovers-unanswered")}</h2></header>
                <ul class="rows">{rows}</ul>
            </section>
        }
    })
}

/// The groups whose work was expected by a day that has passed.
fn late_groups(w: &Words, late: &[LateGroup]) -> Option<impl IntoView + use<>> {
    (!late.is_empty()).then(|| {
        let rows = late
            .iter()
            .map(|row| {
                let (href, name) = (paths::group(&row.group.slug), row.group.name.clone());
                let text = say!(w, "handovers-late", day = w.day(row.due_on));
                let fact = view! { <span class="state watch"><Icon name="clock"/>" "{text}</span> };
                view! { <li><a class="row-title" href=href>{name}</a><Facts facts=vec![fact.into_any()]/></li> }
            })
            .collect_view();
        view! {
            <section class="part" aria-labelledby="en-retard">
                <header><h2 id="en-retard">{w.t("handovers-late-groups")}</h2></header>
                <ul class="rows">{rows}</ul>
            </section>
        }
    })
}

/// Somebody, with a link to their page for who reads the directory.
fn who(directory: bool, id: UserId, name: &str, details: &[String]) -> impl IntoView + use<> {
    let face = initials(name);
    let name = if directory {
        view! { <a href=paths::member(id)>{name.to_owned()}</a> }.into_any()
    } else {
        name.to_owned().into_any()
    };
    let details: Vec<&str> = details.iter().map(String::as_str).filter(|detail| !detail.is_empty()).collect();
    let details = details.join(", ");
    view! {
        <li>
            <span class="face" aria-hidden="true">{face}</span>
            <span>{name}" "<small>{details}</small></span>
        </li>
    }
}

/// Naming a successor; `nobody` says what to do when there is none to name.
fn offer(
    w: &Words,
    form: Form,
    hidden: AnyView,
    successors: &[Successor],
    nobody: (String, String, String),
) -> impl IntoView + use<> {
    let w = w.clone();
    let title = w.t("handovers-name");
    let content = if successors.is_empty() {
        let (text, href, name) = nobody;
        view! { <p>{text}</p><p class="acts"><a class="button" href=href>{name}</a></p> }.into_any()
    } else {
        let choices = successors
            .iter()
            .map(|person| {
                let details: Vec<&str> = [person.name.as_str(), person.college.as_str()]
                    .into_iter()
                    .filter(|detail| !detail.is_empty())
                    .collect();
                Choice::new(person.id.to_string(), details.join(", "))
            })
            .collect::<Vec<_>>();
        let choices = std::iter::once(Choice::new("", "")).chain(choices).collect();
        let send = w.t("handovers-send");
        view! {
            <FormView form=form.clone()>
                {hidden}
                <Select
                    form=form.clone()
                    name="successor"
                    label=w.t("handovers-successor")
                    hint=w.t("handovers-successor-hint")
                    choices=choices
                />
                <TextArea
                    form=form.clone()
                    name="note"
                    label=w.t("handovers-note")
                    hint=w.t("handovers-note-hint")
                    optional=true
                />
                <p class="acts"><button class="button main">{send}</button></p>
            </FormView>
        }
        .into_any()
    };
    view! {
        <section class="part" aria-labelledby="suite">
            <header><h2 id="suite">{title}</h2></header>
            {content}
        </section>
    }
}
