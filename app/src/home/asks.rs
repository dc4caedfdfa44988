//! What is asked, as a list: the verb, what it is about, for when, one button; and putting it off.

use backend::home::{Asked, AskedOfMe, Subject};
use chrono::{Days, NaiveDate};
use domain::home::AskedKind;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::actions::{BringBack, PutOff};
use crate::{
    paths,
    request::Request,
    ui::{FormView, TextField, typed_day},
    words::Words,
};

/// The value of the query that asks to put one thing off.
const LATER: &str = "plus-tard";
/// The day that is proposed, in days from now.
const PROPOSED: u64 = 7;

/// The whole list.
pub(super) fn list(rq: &Request, asked: &AskedOfMe) -> AnyView {
    let words = &rq.words;
    let items = asked.now.iter().enumerate().map(|(index, ask)| item(rq, ask, index)).collect_view();
    let now = if asked.now.is_empty() {
        view! { <p class="lead">{words.t("home-asked-none-text")}</p> }.into_any()
    } else {
        view! { <ol class="asks">{items}</ol> }.into_any()
    };
    view! { {now}{later(rq, &asked.later)} }.into_any()
}

fn item(rq: &Request, ask: &Asked, index: usize) -> AnyView {
    let (title, text, action) = ask_words(&rq.words, ask.kind);
    let about = about(&rq.words, ask, false);
    let class = if index == 0 { "button next" } else { "button" };
    // Several texts to review make several links of the same name: the title tells them apart.
    let title_id = format!("attendu-{index}");
    let about_id = format!("{title_id}-texte");
    let (when, late) = when(rq, ask);
    let when_class = if late { "when late" } else { "when" };
    view! {
        <li>
            <p class=when_class>{when}</p>
            <div>
                <h2 id=title_id>{title}</h2>
                <p id=about_id.clone()>{about}</p>
                <p class="muted">{text}</p>
                {put_off(rq, ask, &about_id)}
            </div>
            <a class=class href=ask_href(ask) aria-describedby=about_id>{action}</a>
        </li>
    }
    .into_any()
}

/// The way to put it off: a link, then a day to choose.
fn put_off(rq: &Request, ask: &Asked, about_id: &str) -> AnyView {
    let words = rq.words.clone();
    let (kind, subject) = (ask.kind.code(), ask.subject.id().to_string());
    let this = format!("{kind}-{subject}");
    if rq.query(LATER) != Some(this.as_str()) {
        let href = format!("{}?{LATER}={this}#{about_id}", paths::HOME);
        let label = words.t("home-put-off");
        return view! { <p><a class="go" href=href aria-describedby=about_id.to_owned()>{label}</a></p> }
            .into_any();
    }
    let form = rq.form(PutOff::PATH);
    let proposed = rq.cx.today().checked_add_days(Days::new(PROPOSED)).unwrap_or_default();
    view! {
        <FormView form=form.clone()>
            <input type="hidden" name="kind" value=kind/>
            <input type="hidden" name="subject" value=subject/>
            <TextField
                form=form
                name="until"
                label=words.t("home-put-off-until")
                hint=words.t("home-put-off-hint")
                value=typed_day(proposed)
                short=true
                autocomplete="off"
            />
            <p class="acts">
                <button class="button main">{words.t("home-put-off-button")}</button>
                <a class="go" href=paths::HOME>{words.t("home-put-off-cancel")}</a>
            </p>
        </FormView>
    }
    .into_any()
}

/// What was put off, folded.
fn later(rq: &Request, later: &[(NaiveDate, Asked)]) -> Option<AnyView> {
    if later.is_empty() {
        return None;
    }
    let words = rq.words.clone();
    let rows = later
        .iter()
        .map(|(day, ask)| {
            let (title, ..) = ask_words(&words, ask.kind);
            let until = say!(words, "home-later-until", day = words.weekday(*day));
            view! {
                <li>
                    <a class="row-title" href=ask_href(ask)>{title}</a>
                    <p>{about(&words, ask, false)}</p>
                    <p class="muted">{until}</p>
                </li>
            }
        })
        .collect_view();
    let form = rq.form(BringBack::PATH);
    Some(
        view! {
            <details class="later">
                <summary>{say!(words, "home-later", count = later.len())}</summary>
                <ul class="rows">{rows}</ul>
                <FormView form=form class="inline">
                    <button class="button">{words.t("home-later-back")}</button>
                </FormView>
            </details>
        }
        .into_any(),
    )
}

/// For when it is asked, or since when it waits; and whether that day is past.
fn when(rq: &Request, ask: &Asked) -> (String, bool) {
    let today = rq.cx.today();
    if let Some(due) = ask.due {
        let days = (due - today).num_days();
        let day = rq.words.weekday(due);
        return match days {
            ..0 => (say!(rq.words, "home-ask-late", day = day), true),
            0 => (rq.words.t("home-ask-due-today"), false),
            1 => (rq.words.t("home-ask-due-tomorrow"), false),
            _ => (say!(rq.words, "home-ask-due", day = day, count = days), false),
        };
    }
    let Some(since) = ask.since else { return (String::new(), false) };
    let day = backend::clock::day(since);
    let said = if day == today {
        rq.words.t("home-ask-today")
    } else {
        say!(rq.words, "home-ask-since", day = rq.words.weekday(day))
    };
    (said, false)
}

/// What it is about: the text and its group, the person and the group they come to, or how many there are. `here` is
/// the page of that group, which does not name it again.
pub(crate) fn about(words: &Words, ask: &Asked, here: bool) -> String {
    let group = ask.group.as_ref().map(|group| group.name.clone()).unwrap_or_default();
    let here = if here { "yes" } else { "no" };
    let title = ask.title.clone();
    match (ask.kind, ask.subject) {
        (_, Subject::Mandates) => say!(words, "home-ask-mandates", count = ask.count),
        (_, Subject::Backups) => words.t("home-ask-backups"),
        (AskedKind::Amendments, _) => say!(words, "home-ask-amendments", count = ask.count, title = title),
        (_, Subject::Framing(_)) => title,
        (_, Subject::FirstSteps) => say!(words, "home-ask-first-steps", count = ask.count),
        (AskedKind::Erase, _) => title,
        (_, Subject::Person(_)) => say!(words, "home-ask-newcomer", name = title),
        (_, Subject::Tutorials) => say!(words, "home-ask-stuck", count = ask.count),
        (_, Subject::Poll(_)) => say!(words, "home-ask-poll", title = title),
        (AskedKind::Rule, _) => say!(words, "home-ask-appeals", count = ask.count),
        (AskedKind::Judge, _) => say!(words, "home-ask-reports", count = ask.count),
        (_, Subject::Case(_)) => say!(words, "home-ask-poll", title = title),
        (AskedKind::Moderate, _) => {
            say!(words, "home-ask-messages", count = ask.count, group = group, here = here)
        }
        (AskedKind::Invitation, _) => {
            say!(words, "home-ask-invited", who = title, group = group, here = here)
        }
        (AskedKind::Request, _) => say!(words, "home-ask-requested", who = title, group = group, here = here),
        (AskedKind::StandIn, _) => say!(words, "delegations-asked", name = title),
        (AskedKind::TakeOver, _) if ask.group.is_none() => say!(words, "home-ask-chair", who = title),
        (AskedKind::TakeOver, _) => {
            say!(words, "home-ask-succession", who = title, group = group, here = here)
        }
        (AskedKind::Lead, _) if here == "yes" => String::new(),
        (AskedKind::Lead, _) => say!(words, "home-ask-group", group = group),
        (AskedKind::Reword, _) => say!(words, "home-ask-message", title = title, group = group, here = here),
        (AskedKind::Examine, _) => {
            say!(words, "home-ask-examine", count = ask.count, title = title, group = group, here = here)
        }
        (AskedKind::Comments, _) => {
            say!(words, "home-ask-comments", count = ask.count, title = title, group = group, here = here)
        }
        _ if ask.title.is_empty() => say!(words, "home-ask-untitled", group = group, here = here),
        _ => say!(words, "home-ask-about", title = title, group = group, here = here),
    }
}

/// The verb, what it means, and the name of its button.
pub(crate) fn ask_words(words: &Words, kind: AskedKind) -> (String, String, String) {
    let say = |part: &str| words.t(&format!("home-ask-{}-{part}", kind.code()));
    (say("title"), say("text"), say("action"))
}

/// Where one does what is asked.
pub(crate) fn ask_href(ask: &Asked) -> String {
    let group = || ask.group.as_ref().map(|group| group.slug.clone()).unwrap_or_default();
    match (ask.kind, ask.subject) {
        (AskedKind::Resume, Subject::Text(id)) => paths::contribution_edit(id),
        (AskedKind::Examine | AskedKind::Outcome, Subject::Text(id)) => paths::suggestions(id),
        (AskedKind::Comments, Subject::Text(id)) => paths::comments(id),
        (_, Subject::Comment(text, id)) => paths::comment(text, id),
        (_, Subject::Text(id)) => paths::contribution(id),
        (_, Subject::NewText(_)) => paths::new_contribution(&group()),
        (_, Subject::Message(thread, id)) => paths::message(&group(), thread, id),
        (AskedKind::Moderate, _) => paths::moderation(&group()),
        (AskedKind::Request | AskedKind::Lead, _) => paths::group_members(&group()),
        (AskedKind::StandIn, _) => paths::DELEGATIONS.to_owned(),
        (AskedKind::TakeOver, _) if ask.group.is_none() => paths::CHAIR_HANDOVER.to_owned(),
        (AskedKind::TakeOver, _) => paths::group_handover(&group()),
        (_, Subject::Mandates) => paths::mandates_about_to_end(),
        (_, Subject::Backups) => paths::ADMINISTRATION_BACKUPS.to_owned(),
        (_, Subject::Poll(id)) => paths::poll(id),
        (_, Subject::Reports) => paths::REPORTS.to_owned(),
        (_, Subject::Case(id)) => paths::report_case(id),
        (AskedKind::Amendments, _) => paths::framing_version(&ask.address, ask.version.unwrap_or_default()),
        (_, Subject::Framing(_)) => paths::framing_sign(&ask.address),
        (_, Subject::FirstSteps) => paths::WELCOME.to_owned(),
        (AskedKind::Erase, Subject::Person(id)) => paths::administration_erase(id),
        (_, Subject::Person(id)) => paths::member(id),
        (_, Subject::Tutorials) => paths::TUTORIALS_FOLLOWED.to_owned(),
        _ => paths::group(&group()),
    }
}
