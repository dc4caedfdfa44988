//! `/membres` and `/membres/{id}`

use backend::people::{DirectoryChoices, DirectoryFilter, MandateView, PersonRow, PersonView};
use domain::{ids::UserId, people::CouncilRole};
use leptos::prelude::*;

use crate::{
    paths,
    portraits::face::Face,
    request::Request,
    ui::{Breadcrumb, Document, Empty, Fold, Icon, PageResult, Pager, Place},
    words::Words,
};

/// Who sits in the council today.
pub async fn directory(rq: Request) -> PageResult {
    let filter = DirectoryFilter {
        q: rq.query("q").unwrap_or_default().to_owned(),
        college: rq.query("college").unwrap_or_default().to_owned(),
        commune: rq.query("commune").unwrap_or_default().to_owned(),
        role: rq.query("role").and_then(CouncilRole::from_code),
        group: rq.query("groupe").unwrap_or_default().to_owned(),
    };
    let choices = backend::people::directory_choices(&rq.cx).await?;
    let page = backend::people::directory(&rq.cx, &filter, rq.page_number()).await?;
    let w = rq.words.clone();
    let title = w.t("people-directory");
    let count = (page.total > 0)
        .then(|| view! { <p class="muted">{say!(w, "people-count", count = page.total)}</p> });
    let colleges = rq.council.as_ref().map(|council| council.colleges.clone()).unwrap_or_default();
    let standing_in = crate::delegations::part::of_council(&rq).await?;
    let (number, pages) = (page.number.get(), page.pages());
    let rows = page.rows.into_iter().map(|row| person_row(&w, row)).collect_view();
    let list = if page.total == 0 {
        let everybody = (paths::MEMBERS.to_owned(), w.t("people-see-everybody"));
        view! { <Empty text=w.t("people-none") action=Some(everybody)/> }.into_any()
    } else {
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let view = view! {
        <header class="page-head"><h1>{title.clone()}</h1>{count}</header>
        <div class="filters">
            {search(&w, &filter, &choices)}
            {(!colleges.is_empty()).then(|| view! { <Fold name=w.t("people-colleges") open=!filter.college.is_empty()/> })}
            {college_chips(&rq, &colleges, &filter.college)}
        </div>
        {standing_in}
        {list}
        <Pager rq=rq.clone() number=number pages=pages/>
    };
    Ok(Document::new(title, view).at(Place::Members).searching().unlisted())
}

fn search(w: &Words, filter: &DirectoryFilter, choices: &DirectoryChoices) -> impl IntoView + use<> {
    let college = (!filter.college.is_empty()).then(|| {
        view! { <input type="hidden" name="college" value=filter.college.clone()/> }
    });
    view! {
        <form class="search" role="search" action=paths::MEMBERS>
            <div class="field">
                <label for="q">{w.t("people-search")}</label>
                <input id="q" type="search" name="q" value=filter.q.clone()/>
            </div>
            {college}
            {narrowing(w, filter, choices)}
            <button class="button"><Icon name="search"/>" "{w.t("people-search-button")}</button>
        </form>
    }
}

/// Commune, role, group: lists that open, and nothing for a list of one.
fn narrowing(w: &Words, filter: &DirectoryFilter, choices: &DirectoryChoices) -> Vec<AnyView> {
    let communes = choices.communes.iter().map(|commune| (commune.clone(), commune.clone())).collect();
    let roles = choices.roles.iter().map(|role| (role.code().to_owned(), w.council_role(*role))).collect();
    let role = filter.role.map(CouncilRole::code).unwrap_or_default();
    [
        one_of("commune", w.t("people-commune"), w.t("people-all-communes"), communes, &filter.commune),
        one_of("role", w.t("people-role"), w.t("people-all-roles"), roles, role),
        one_of(
            "groupe",
            w.t("people-group"),
            w.t("people-all-groups"),
            choices.groups.clone(),
            &filter.group,
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn one_of(
    name: &'static str,
    label: String,
    all: String,
    choices: Vec<(String, String)>,
    chosen: &str,
) -> Option<AnyView> {
    if choices.len() < 2 {
        return None;
    }
    let options = choices
        .into_iter()
        .map(|(value, label)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{label}</option> }
        })
        .collect_view();
    Some(
        view! {
            <div class="field">
                <label for=name>{label}</label>
                <select id=name name=name><option value="">{all}</option>{options}</select>
            </div>
        }
        .into_any(),
    )
}

fn college_chips(rq: &Request, colleges: &[String], chosen: &str) -> Option<impl IntoView + use<>> {
    if colleges.is_empty() {
        return None;
    }
    let current = |college: &str| (college == chosen).then_some("true");
    let chips = colleges
        .iter()
        .map(|college| {
            let href = rq.with_query("college", Some(college));
            view! { <li><a href=href aria-current=current(college)>{college.clone()}</a></li> }
        })
        .collect_view();
    Some(view! {
        <nav aria-label=rq.words.t("people-colleges")>
            <ul class="chips">
                <li>
                    <a href=rq.with_query("college", None) aria-current=current("")>
                        {rq.words.t("people-all-colleges")}
                    </a>
                </li>
                {chips}
            </ul>
        </nav>
    })
}

fn person_row(w: &Words, row: PersonRow) -> impl IntoView + use<> {
    let roles = row.roles.iter().map(|role| w.council_role(*role)).collect::<Vec<_>>().join(", ");
    let facts = [roles, row.college, row.organisation, row.commune]
        .into_iter()
        .filter(|fact| !fact.is_empty())
        .map(|fact| view! { <li>{fact}</li> })
        .collect_view();
    let portrait = row.portrait.map(|mark| paths::member_portrait(row.id, &mark));
    view! {
        <li class="person">
            <a class="row-title" href=paths::member(row.id)>
                <Face name=row.name.clone() portrait=portrait/>
                <span>{row.name}</span>
            </a>
            <ul class="facts">{facts}</ul>
        </li>
    }
}

/// One person.
pub async fn person(rq: Request) -> PageResult {
    let id: UserId = rq.id("id")?;
    let person = backend::people::show(&rq.cx, id).await?;
    let w = rq.words.clone();
    let title = person.name.clone();
    let ancestors = if rq.cx.may(domain::policy::Permission::ReadDirectory) {
        vec![(paths::MEMBERS.to_owned(), w.t("people-directory"))]
    } else {
        vec![(paths::ACCOUNT.to_owned(), w.t("menu-account"))]
    };
    let manage = person.administration.is_some().then(|| {
        let text = w.t("people-manage");
        view! { <p class="acts"><a class="button" href=paths::administration_member(id)>{text}</a></p> }
    });
    let roles = person
        .mandates
        .iter()
        .filter(|mandate| mandate.in_force)
        .map(|mandate| view! { <li>{w.council_role(mandate.role)}</li> })
        .collect_view();
    let portrait = person.portrait.as_deref().map(|mark| paths::member_portrait(id, mark));
    let accompanied = crate::welcome::part::of_person(&rq, &person).await?;
    let declared = crate::declarations::part::of_person(&rq, id).await?;
    let standing_in = crate::delegations::part::of_person(&rq, id).await?;
    let on_paper = crate::behalf::part::of_person(&rq, id).await?;
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head person-head">
            <Face name=title.clone() portrait=portrait large=true/>
            <div><h1>{title.clone()}</h1><ul class="facts">{roles}</ul></div>
        </header>
        <div class="narrow settings">
            {standing_in}
            {about(&person)}
            {facts(&w, &person)}
            {accompanied}
            {groups(&w, &person)}
            {declared}
            <section class="part" aria-labelledby="mandats">
                <header><h2 id="mandats">{w.t("people-mandates")}</h2></header>
                {mandates(&w, &person.mandates)}
            </section>
            {on_paper}
            {manage}
        </div>
    };
    Ok(Document::new(title, view).at(Place::Members).unlisted())
}

fn facts(w: &Words, person: &PersonView) -> Option<impl IntoView + use<>> {
    let facts: Vec<_> = [
        ("people-college", &person.college),
        ("people-organisation", &person.organisation),
        ("people-commune", &person.commune),
    ]
    .into_iter()
    .filter(|(_, fact)| !fact.is_empty())
    .map(|(name, fact)| view! { <dt>{w.t(name)}</dt><dd>{fact.clone()}</dd> })
    .collect();
    let email = person.email.clone().map(|email| {
        let href = format!("mailto:{email}");
        view! { <dt>{w.t("people-email")}</dt><dd><a href=href>{email}</a></dd> }
    });
    let phone = person.phone.clone().map(|phone| {
        let figures: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        view! { <dt>{w.t("people-phone")}</dt><dd><a href=format!("tel:{figures}")>{phone}</a></dd> }
    });
    let some = !facts.is_empty() || email.is_some() || phone.is_some();
    some.then(|| view! { <dl class="facts-list">{facts}{email}{phone}</dl> })
}

/// A few words about themselves, a paragraph a line.
fn about(person: &PersonView) -> Vec<impl IntoView + use<>> {
    let lines = person.about.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| view! { <p>{line.to_owned()}</p> }).collect()
}

fn groups(w: &Words, person: &PersonView) -> Option<impl IntoView + use<>> {
    if person.groups.is_empty() {
        return None;
    }
    let rows = person
        .groups
        .iter()
        .map(|group| {
            view! {
                <li>
                    <a class="row-title" href=paths::group(&group.slug)>{group.name.clone()}</a>
                    <ul class="facts"><li>{w.group_role(group.role)}</li></ul>
                </li>
            }
        })
        .collect_view();
    Some(view! {
        <section class="part" aria-labelledby="groupes">
            <header><h2 id="groupes">{w.t("people-groups")}</h2></header>
            <ul class="rows">{rows}</ul>
        </section>
    })
}

fn mandates(w: &Words, mandates: &[MandateView]) -> impl IntoView + use<> {
    let rows = mandates
        .iter()
        .map(|mandate| {
            view! {
                <li>
                    <span class="row-title">{w.council_role(mandate.role)}</span>
                    <ul class="facts"><li>{period(w, mandate)}</li></ul>
                </li>
            }
        })
        .collect_view();
    if mandates.is_empty() {
        view! { <p class="muted">{w.t("people-no-mandate")}</p> }.into_any()
    } else {
        view! { <ul class="rows">{rows}</ul> }.into_any()
    }
}

/// When a mandate runs, in words.
pub fn period(w: &Words, mandate: &MandateView) -> String {
    let from = w.day(mandate.period.from);
    match mandate.period.to {
        Some(to) => say!(w, "people-from-to", from = from, to = w.day(to)),
        None => say!(w, "people-since", from = from),
    }
}
