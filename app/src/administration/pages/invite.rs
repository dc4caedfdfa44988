//! `/administration/membres/inviter`: one person, or a whole list.

use domain::{
    FieldProblem,
    people::{CouncilRole, list::LineProblem},
    policy::Permission,
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::way_back_to_members;
use crate::{
    accounts::done,
    administration::{
        actions::{Invite, InviteList, InviteWaiting},
        report::{Line, REPORT, Report},
    },
    request::Request,
    ui::{
        Choice, Document, FormView, Notice, NoticeTone, PageResult, Place, Select, TextArea, TextField,
        form::problem,
    },
    words::Words,
};

/// Inviting people.
pub async fn invite(rq: Request) -> PageResult {
    rq.cx.require(Permission::Invite)?;
    let report = take_report(&rq).await;
    let w = rq.words.clone();
    let title = w.t("administration-invite-title");
    let kept = backend_keeps_mails(&rq).then(|| {
        let text = w.t("administration-mails-stay-here");
        view! { <Notice tone=NoticeTone::Info><p>{text}</p></Notice> }
    });
    let waiting = backend::accounts::waiting(&rq.cx).await?;
    let left: Vec<String> =
        report.iter().flat_map(|report| &report.refused).map(|line| line.text.clone()).collect();
    let form = rq.form(InviteList::PATH);
    let view = view! {
        {way_back_to_members(&rq)}
        <header class="page-head"><h1>{title.clone()}</h1></header>
        {done(&rq, &[("invite", "administration-invited"), ("attente", "administration-waiting-invited")])}
        {report.map(|report| report_view(&rq, report))}
        {kept}
        <div class="narrow settings">
            {(waiting > 0).then(|| those_waiting(&rq, waiting))}
            <section class="part" aria-labelledby="une">
                <header><h2 id="une">{w.t("administration-invite-one")}</h2></header>
                {one(&rq)}
            </section>
            <section class="part" aria-labelledby="liste">
                <header><h2 id="liste">{w.t("administration-invite-list")}</h2></header>
                <FormView form=form.clone()>
                    <TextArea
                        form=form.clone()
                        name="list"
                        label=w.t("administration-list")
                        hint=w.t("administration-list-hint")
                        value=left.join("\n")
                        rows=8
                    />
                    <p class="acts"><button class="button main">{w.t("administration-invite-list-button")}</button></p>
                </FormView>
            </section>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}

/// Those who have a record and no link yet, as after an import.
fn those_waiting(rq: &Request, count: u64) -> impl IntoView + use<> {
    let w = rq.words.clone();
    view! {
        <section class="part" aria-labelledby="attente">
            <header><h2 id="attente">{w.t("administration-waiting")}</h2></header>
            <FormView form=rq.form(InviteWaiting::PATH)>
                <p>{say!(w, "administration-waiting-lead", count = count)}</p>
                <p class="acts">
                    <button class="button main">{say!(w, "administration-waiting-button", count = count)}</button>
                </p>
            </FormView>
        </section>
    }
}

/// Whether mails are read here, so that links are handed over by hand.
fn backend_keeps_mails(rq: &Request) -> bool {
    rq.cx.backend.mail().stays_here() && rq.cx.may(Permission::Administer)
}

/// The report of the list sent just before: read once.
async fn take_report(rq: &Request) -> Option<Report> {
    rq.query("fait").filter(|code| *code == "liste")?;
    let session = rq.extension::<tower_sessions::Session>()?;
    // A report that cannot be read is only a report: the people are invited.
    session.remove::<Report>(REPORT).await.ok().flatten()
}

fn report_view(rq: &Request, report: Report) -> impl IntoView + use<> {
    let w = &rq.words;
    let colleges = rq.council.as_ref().map(|council| council.colleges.clone()).unwrap_or_default();
    let unknown = (!report.unknown.is_empty()).then(|| {
        let names =
            report.unknown.iter().map(|name| say!(w, "administration-list-column", name = shortened(name)));
        let names: Vec<String> = names.collect();
        let text = say!(w, "administration-list-unknown", count = names.len(), names = w.list(&names));
        view! { <Notice tone=NoticeTone::Info><p>{text}</p></Notice> }
    });
    let invited = say!(w, "administration-list-invited", count = report.invited);
    let refused = (!report.refused.is_empty()).then(|| {
        let title = say!(w, "administration-list-refused", count = report.refused.len());
        let lines = report
            .refused
            .iter()
            .map(|line| view! { <li>{line_problem(w, &colleges, line)}</li> })
            .collect_view();
        view! { <Notice tone=NoticeTone::Warning><p>{title}</p><ul>{lines}</ul></Notice> }
    });
    let tone = if report.invited > 0 { NoticeTone::Success } else { NoticeTone::Info };
    view! { <Notice tone=tone><p>{invited}</p></Notice>{unknown}{refused} }
}

fn line_problem(w: &Words, colleges: &[String], line: &Line) -> String {
    // A semicolon has a space before it in French.
    let separator = w.t("administration-line-and");
    let why: Vec<String> = line.problems.iter().map(|found| why(w, colleges, found)).collect();
    say!(
        w,
        "administration-line",
        line = line.number,
        text = shortened(&line.text),
        why = why.join(&separator)
    )
}

/// The beginning of a line: enough to know which it is.
fn shortened(line: &str) -> String {
    const SHOWN: usize = 80;
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

fn why(w: &Words, colleges: &[String], found: &LineProblem) -> String {
    let error = match found {
        LineProblem::SameAsLine(first) => return say!(w, "administration-line-same", line = *first),
        LineProblem::NoSuchCollege => {
            return say!(w, "administration-line-college", colleges = colleges.join(", "));
        }
        LineProblem::Field(error) => error,
    };
    if (error.field.as_str(), &error.problem) == ("email", &FieldProblem::Taken) {
        return w.t("administration-line-known");
    }
    let label = match error.field.as_str() {
        "list" => return problem(w, &error.problem),
        "name" => w.t("people-name"),
        "college" => w.t("people-college"),
        "organisation" => w.t("people-organisation"),
        "commune" => w.t("people-commune"),
        "role" => w.t("people-role"),
        "mandate_start" => w.t("people-mandate-start"),
        "mandate_end" => w.t("people-mandate-end"),
        _ => w.t("accounts-email"),
    };
    say!(w, "errors-line", label = label, problem = problem(w, &error.problem))
}

fn one(rq: &Request) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let form = rq.form(Invite::PATH);
    let roles = CouncilRole::ALL.iter().map(|role| Choice::new(role.code(), w.council_role(*role))).collect();
    let colleges = rq.council.as_ref().map(|council| council.colleges.clone()).unwrap_or_default();
    view! {
        <FormView form=form.clone()>
            <TextField
                form=form.clone()
                name="email"
                label=w.t("accounts-email")
                kind="email"
                inputmode="email"
                autocomplete="off"
            />
            <TextField form=form.clone() name="name" label=w.t("people-name") autocomplete="off"/>
            <Select
                form=form.clone()
                name="role"
                label=w.t("people-role")
                choices=roles
                value=CouncilRole::Member.code()
            />
            {super::member::college_field(&form, &colleges, "")}
            <TextField
                form=form.clone()
                name="organisation"
                label=w.t("people-organisation")
                hint=w.t("people-organisation-hint")
                optional=true
                autocomplete="off"
            />
            <TextField
                form=form.clone()
                name="commune"
                label=w.t("people-commune")
                optional=true
                autocomplete="off"
            />
            <TextField
                form=form.clone()
                name="mandate_end"
                label=w.t("people-mandate-end")
                hint=w.t("people-date-hint")
                optional=true
                short=true
                autocomplete="off"
            />
            <p class="acts"><button class="button main">{w.t("administration-invite-button")}</button></p>
        </FormView>
    }
}
