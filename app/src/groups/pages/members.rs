//! `/groupes/{slug}/membres`

use backend::groups::{Candidate, GroupPerson, GroupView};
use domain::{
    groups::{AdmissionKind, GroupRole},
    ids::UserId,
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{admissions, confirm, done};
use crate::{
    groups::actions::AddMember,
    paths,
    portraits::face::Face,
    request::Request,
    ui::{
        Breadcrumb, Choice, Choices, Document, Facts, Form, FormView, Icon, PageResult, Pager, State,
        TextArea, document::Place,
    },
    words::Words,
};

/// People offered when nobody is looked for; the backend gives no more.
const OFFERED: usize = 20;

/// The people of a group; for those who run it, adding and removing.
pub async fn members(rq: Request) -> PageResult {
    let cx = &rq.cx;
    let slug = rq.param("slug").to_owned();
    let group = backend::groups::show(cx, &slug).await?;
    let page = backend::groups::people_of(cx, &slug, rq.page_number()).await?;
    let candidates = if group.may.manage_members {
        Some(backend::groups::candidates(cx, &slug, rq.query("q").unwrap_or_default()).await?)
    } else {
        None
    };
    let waiting =
        if group.may.manage_members { backend::groups::admissions_of(cx, &slug).await? } else { Vec::new() };
    let answered = rq.query("demande").and_then(|id| {
        let id: UserId = id.parse().ok()?;
        waiting.iter().find(|row| row.user_id == id && row.kind == AdmissionKind::Request)
    });
    let eligible = match group.may.name_facilitator {
        true => backend::groups::who_may_facilitate(cx).await?,
        false => Vec::new(),
    };
    let standing_in = crate::delegations::part::of_group(&rq, group.id).await?;
    let words = &rq.words;
    let named = |key: &str| {
        let id: UserId = rq.query(key)?.parse().ok()?;
        page.rows.iter().find(|person| person.id == id)
    };
    let rows = page.rows.iter().map(|person| person_row(&rq, &group, person)).collect_view();
    let confirmation = answered
        .map(|row| admissions::answer(&rq, &group, row))
        .or_else(|| confirmation(&rq, &group, named("retirer"), named("role")))
        .map(|view| view! { <div class="confirmation">{view}</div> });
    // Under what waits at the door, those who are in have a title of their own.
    let list = view! { <ul class="rows">{rows}</ul> };
    let list = if waiting.is_empty() {
        list.into_any()
    } else {
        view! {
            <section class="part" aria-labelledby="dedans">
                <header><h2 id="dedans">{words.t("groups-people-in")}</h2></header>
                {list}
            </section>
        }
        .into_any()
    };
    let title = words.t("groups-people");
    let view = view! {
        <Breadcrumb
            rq=rq.clone()
            ancestors=vec![
                (paths::GROUPS.to_owned(), words.t("groups-title")),
                (paths::group(&slug), group.name.clone()),
            ]
        />
        <header class="page-head">
            <h1>{title.clone()}</h1>
            {group.members.map(|n| view! { <p class="facts"><span>{say!(words, "groups-members-count", count = n)}</span></p> })}
        </header>
        {done(&rq, named("qui").map(|person| person.name.clone()))}
        {confirmation}
        {standing_in}
        {group.may.name_facilitator.then(|| confirm::who_runs_it(&rq, &group, &page.rows, &eligible))}
        {admissions::waiting_part(&rq, &group, &waiting)}
        {list}
        <Pager rq=rq.clone() number=page.number.get() pages=page.pages()/>
        {candidates.map(|candidates| add_part(&rq, &group, &candidates))}
    };
    let document_title = format!("{title}, {}", group.name);
    Ok(Document::new(document_title, view).at(Place::Groups).searching().unlisted())
}

/// What must be confirmed, above the list: the person is named.
fn confirmation(
    rq: &Request,
    group: &GroupView,
    removed: Option<&GroupPerson>,
    promoted: Option<&GroupPerson>,
) -> Option<AnyView> {
    // A refused form comes back at the address that showed it, so its confirmation is shown again.
    if rq.query("quitter").is_some() && group.may.leave {
        return Some(confirm::leave(rq, group));
    }
    if !group.may.manage_members {
        return None;
    }
    match (removed, promoted) {
        (Some(person), _) => Some(confirm::remove(rq, group, person)),
        (None, Some(person)) => Some(confirm::role(rq, group, person)),
        (None, None) => None,
    }
}

fn person_row(rq: &Request, group: &GroupView, person: &GroupPerson) -> impl IntoView + use<> {
    let words = &rq.words;
    let me = rq.cx.actor.user_id() == Some(person.id);
    let mut facts: Vec<AnyView> = Vec::new();
    if person.mandate_over {
        facts.push(view! { <State name="withdrawn" label=words.t("groups-mandate-over")/> }.into_any());
    }
    if person.suspended_at.is_some() {
        facts.push(view! { <State name="suspended" label=words.t("groups-suspended")/> }.into_any());
    }
    facts.push(words.group_role(person.role).into_any());
    if !person.college.is_empty() {
        facts.push(person.college.clone().into_any());
    }
    facts.push(say!(words, "groups-people-since", day = words.day_of(person.since)).into_any());
    let you = me.then(|| format!(" {}", words.t("groups-you")));
    let portrait = person.portrait.as_deref().map(|mark| paths::member_portrait(person.id, mark));
    view! {
        <li class="person">
            <p class="row-title">
                <Face name=person.name.clone() portrait=portrait/>
                <span>{person.name.clone()}{you}</span>
            </p>
            <Facts facts=facts/>
            {acts(words, group, person, me)}
        </li>
    }
}

/// What may be done about a person, at the end of their row.
fn acts(words: &Words, group: &GroupView, person: &GroupPerson, me: bool) -> Option<AnyView> {
    let here = paths::group_members(&group.slug);
    if !group.may.manage_members {
        let leave = format!("{here}?quitter=oui");
        return me.then(|| {
            view! { <div class="row-acts"><a class="go" href=leave>{words.t("groups-leave")}</a></div> }
                .into_any()
        });
    }
    let name = || person.name.clone();
    let act = say!(words, "groups-act-on-person", person = name());
    let role = say!(words, "groups-change-role-of", person = name());
    let remove = say!(words, "groups-remove-of", person = name());
    let last = if me {
        view! { <a href=format!("{here}?quitter=oui")><Icon name="logout"/>" "{words.t("groups-leave")}</a> }
            .into_any()
    } else {
        view! {
            <a class="danger" href=format!("{here}?retirer={}", person.id) aria-label=remove>
                <Icon name="close"/>" "{words.t("groups-remove")}
            </a>
        }
        .into_any()
    };
    Some(
        view! {
            <div class="row-acts">
                <details class="menu end">
                    <summary class="button" aria-label=act>{words.t("groups-act-on")}" "<Icon name="down"/></summary>
                    <ul>
                        <li>
                            <a href=format!("{here}?role={}", person.id) aria-label=role>
                                <Icon name="user"/>" "{words.t("groups-change-role")}
                            </a>
                        </li>
                        <li>{last}</li>
                    </ul>
                </details>
            </div>
        }
        .into_any(),
    )
}

/// Looking for somebody, then adding them: two forms, the second one made of the answers to the first.
fn add_part(rq: &Request, group: &GroupView, candidates: &[Candidate]) -> impl IntoView + use<> {
    let words = &rq.words;
    let q = rq.query("q").unwrap_or_default().to_owned();
    let answer = if candidates.is_empty() {
        let text = if q.is_empty() { "groups-add-everybody" } else { "groups-add-none" };
        view! { <p class="muted" role="status">{words.t(text)}</p> }.into_any()
    } else {
        add_form(rq, group, candidates).into_any()
    };
    view! {
        <section class="part narrow stack" aria-labelledby="ajouter">
            <header><h2 id="ajouter">{words.t("groups-add-title")}</h2></header>
            <form class="search" role="search" action=format!("{}#ajouter", paths::group_members(&group.slug))>
                <div class="field">
                    <label for="q">{words.t("groups-search")}</label>
                    <p class="hint" id="q-aide">{words.t("groups-add-search-hint")}</p>
                    <input id="q" type="search" name="q" value=q aria-describedby="q-aide"/>
                </div>
                <button class="button"><Icon name="search"/>" "{words.t("groups-search")}</button>
            </form>
            {answer}
        </section>
    }
}

fn add_form(rq: &Request, group: &GroupView, candidates: &[Candidate]) -> impl IntoView + use<> {
    let words = &rq.words;
    let form = rq.form(AddMember::PATH);
    let people: Vec<Choice> = candidates
        .iter()
        .map(|person| {
            let details: Vec<&str> = [&person.college, &person.commune]
                .into_iter()
                .map(String::as_str)
                .filter(|d| !d.is_empty())
                .collect();
            Choice::new(person.id.to_string(), person.name.clone()).hint(details.join(", "))
        })
        .collect();
    // One answer needs no choosing.
    let chosen = match candidates {
        [one] => vec![one.id.to_string()],
        _ => Vec::new(),
    };
    let first =
        (candidates.len() == OFFERED).then(|| view! { <p class="muted">{words.t("groups-add-first")}</p> });
    let (slug, label, add) = (group.slug.clone(), words.t("groups-add-person"), words.t("groups-add"));
    let roles = confirm::role_choices(words, &form, GroupRole::Member);
    let how = how(words, &form);
    view! {
        <FormView form=form.clone()>
            <input type="hidden" name="slug" value=slug/>
            {first}
            <Choices form=form name="person" label=label choices=people values=chosen/>
            {roles}
            {how}
            <p class="acts"><button class="button main">{add}</button></p>
        </FormView>
    }
}

/// At once, or with an invitation that the person answers.
fn how(words: &Words, form: &Form) -> impl IntoView + use<> {
    let ways = vec![
        Choice::new("add", words.t("groups-how-add")).hint(words.t("groups-how-add-hint")),
        Choice::new("invite", words.t("groups-how-invite")).hint(words.t("groups-how-invite-hint")),
    ];
    view! {
        <Choices
            form=form.clone()
            name="how"
            label=words.t("groups-how")
            choices=ways
            values=vec!["add".to_owned()]
        />
        <TextArea
            form=form.clone()
            name="message"
            label=words.t("groups-how-message")
            hint=words.t("groups-how-message-hint")
            rows=2
            optional=true
        />
    }
}
