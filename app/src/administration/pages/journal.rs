//! `/administration/journal`: what happened, in words.

use std::sync::Arc;

use backend::journal::{self, JournalLine};
use domain::{
    Refusal,
    journal::{JournalForm, JournalSubject},
    policy::Permission,
    refusal::FieldError,
};
use leptos::prelude::*;

use super::way_back;
use crate::{
    behalf,
    error::AppError,
    paths,
    request::{Refused, Request},
    ui::{self, Document, Empty, ErrorSummary, Form, PageResult, Pager, Place, TextField},
    words::{Values, Words},
};

const WHO: &str = "qui";
const SUBJECT: &str = "sujet";
const FROM: &str = "du";
const TO: &str = "au";
const ON_BEHALF: &str = "au-nom";

/// The journal, latest first, as far as it is asked for.
pub async fn journal(rq: Request) -> PageResult {
    rq.cx.require(Permission::Administer)?;
    let typed = as_typed(&rq);
    let filter = match typed.check() {
        Ok(filter) => filter,
        Err(Refusal::Invalid(errors)) => return Ok(page(&rq, &typed, errors, ().into_any()).with_status(422)),
        Err(other) => return Err(other.into()),
    };
    let lines = journal::list(&rq.cx, &filter, rq.page_number()).await?;
    let (number, pages) = (lines.number.get(), lines.pages());
    let w = &rq.words;
    let list = if lines.rows.is_empty() {
        view! { <Empty text=w.t("administration-journal-none") action=None/> }.into_any()
    } else {
        days(w, &lines.rows)
    };
    let list = view! { {list}<Pager rq=rq.clone() number=number pages=pages/> }.into_any();
    Ok(page(&rq, &typed, Vec::new(), list))
}

/// What the address asks for.
fn as_typed(rq: &Request) -> JournalForm {
    let typed = |name| rq.query(name).unwrap_or_default().to_owned();
    JournalForm {
        who: typed(WHO),
        subject: typed(SUBJECT),
        from: typed(FROM),
        to: typed(TO),
        on_behalf: typed(ON_BEHALF),
    }
}

/// The search, then what was found.
fn page(rq: &Request, typed: &JournalForm, errors: Vec<FieldError>, found: AnyView) -> Document {
    let w = rq.words.clone();
    let title = w.t("administration-journal");
    let values = [(WHO, &typed.who), (FROM, &typed.from), (TO, &typed.to)];
    let form = if errors.is_empty() {
        rq.form(paths::ADMINISTRATION_JOURNAL)
    } else {
        let refused = Refused {
            action: paths::ADMINISTRATION_JOURNAL.to_owned(),
            values: values.map(|(name, value)| (name.to_owned(), value.clone())).into(),
            error: AppError::Refused(Refusal::Invalid(errors)),
            said: Arc::default(),
        };
        Form::refused(paths::ADMINISTRATION_JOURNAL, refused, w.clone())
    };
    let subject = (!typed.subject.is_empty())
        .then(|| view! { <input type="hidden" name=SUBJECT value=typed.subject.clone()/> });
    let on_behalf =
        (!typed.on_behalf.is_empty()).then(|| view! { <input type="hidden" name=ON_BEHALF value="oui"/> });
    let [who, from, to, hint, search] = [
        "administration-journal-who",
        "administration-journal-from",
        "administration-journal-to",
        "administration-journal-day-hint",
        "administration-journal-search",
    ]
    .map(|key| w.t(key));
    let [by, first, last] = values.map(|(_, value)| value.clone());
    // The summary of errors names the fields: they are made first.
    let fields = view! {
        <TextField form=form.clone() name=WHO label=who value=by optional=true/>
        <TextField form=form.clone() name=FROM label=from hint=hint.clone() value=first short=true optional=true autocomplete="off"/>
        <TextField form=form.clone() name=TO label=to hint=hint value=last short=true optional=true autocomplete="off"/>
    };
    let open = [&typed.who, &typed.from, &typed.to].iter().any(|value| !value.is_empty());
    let view = view! {
        {way_back(rq)}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{w.t("administration-journal-lead")}</p>
            <p class="no-print"><a class="go" href=paths::ADMINISTRATION_JOURNAL_CHAIN>{w.t("journal-chain-go")}</a></p>
        </header>
        {subjects(rq, JournalSubject::from_code(&typed.subject), !typed.on_behalf.is_empty())}
        <details class="unfold no-print" open=open>
            <summary class="button">{w.t("administration-journal-find")}</summary>
            <form class="form narrow" method="get" action=paths::ADMINISTRATION_JOURNAL novalidate>
                <ErrorSummary form=form/>
                {subject}
                {on_behalf}
                {fields}
                <p class="acts"><button class="button">{search}</button></p>
            </form>
        </details>
        {found}
    };
    Document::new(title, view).at(Place::Administration).unlisted()
}

/// What lines are about, and whether they were done on behalf of somebody: the two are chosen apart.
fn subjects(rq: &Request, chosen: Option<JournalSubject>, on_behalf: bool) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let chip = |subject: Option<JournalSubject>, label: String| {
        let href = rq.with_query(SUBJECT, subject.map(JournalSubject::code));
        let current = (subject == chosen).then_some("true");
        view! { <li><a href=href aria-current=current>{label}</a></li> }
    };
    let all = chip(None, w.t("administration-journal-all"));
    let each = JournalSubject::ALL
        .iter()
        .map(|subject| chip(Some(*subject), w.t(&format!("journal-subject-{}", subject.code()))))
        .collect_view();
    let href = rq.with_query(ON_BEHALF, (!on_behalf).then_some("oui"));
    let current = on_behalf.then_some("true");
    let apart = view! { <li><a href=href aria-current=current>{w.t("behalf-journal")}</a></li> };
    view! {
        <nav aria-label=w.t("administration-journal-subjects")>
            <ul class="chips">{all}{each}{apart}</ul>
        </nav>
    }
}

/// Lines, day by day.
pub(crate) fn days(w: &Words, lines: &[JournalLine]) -> AnyView {
    let told = |line: &JournalLine| {
        let text = line.text.clone().map(|(id, title)| {
            view! { " "<a href=paths::contribution(id)>{title}</a> }
        });
        let in_place_of = line.in_place_of.clone().map(|(_, name)| {
            let text = say!(w, "journal-in-place-of", name = name);
            view! { " "<small>{text}</small> }
        });
        let hands: Vec<String> = line.entered_by.clone().map(|(_, name)| name).into_iter().collect();
        let hands = behalf::part::hands(w, &hands);
        let group = line.group.clone().map(|(slug, name)| {
            view! { " "<small><a href=paths::group(&slug)>{name}</a></small> }
        });
        view! { {sentence(w, line)}{in_place_of}{hands}{text}{group}{origin(w, line)} }
    };
    ui::days(w, lines, |line| line.at, told)
}

/// From where, as it is read.
fn origin(w: &Words, line: &JournalLine) -> Option<AnyView> {
    let from = match line.origin.as_deref()? {
        "local" => w.t("journal-from-local"),
        "private" => w.t("journal-from-private"),
        network => say!(w, "journal-from", network = network.to_owned()),
    };
    Some(view! { " "<small class="muted">{from}</small> }.into_any())
}

/// A line of the journal in plain text, with what it is about, as a mail tells it.
pub(crate) fn told_plainly(w: &Words, line: &JournalLine) -> String {
    let text = line.text.clone().map(|(_, title)| title);
    let about: Vec<String> = text.into_iter().chain(line.group.clone().map(|(_, name)| name)).collect();
    let said = format!("{} {}", w.time(line.at), sentence(w, line));
    if about.is_empty() { said } else { format!("{said} ({})", about.join(", ")) }
}

/// What happened, who did it and to whom.
fn sentence(w: &Words, line: &JournalLine) -> String {
    let named =
        |person: &Option<(domain::ids::UserId, String)>| person.as_ref().map(|(_, name)| name.clone());
    let user = named(&line.user);
    // A visitor who signs in or opens their account is the person it happens to.
    let actor =
        named(&line.actor).or_else(|| line.kind.starts_with("account.").then(|| user.clone()).flatten());
    let nobody = || w.t(if line.veiled { "journal-veiled" } else { "administration-the-program" });
    let values = Values::from([
        ("actor".into(), actor.unwrap_or_else(nobody).into()),
        ("user".into(), user.unwrap_or_else(|| w.t("administration-somebody")).into()),
    ]);
    let mut key = line.kind.replace(['.', '_'], "-");
    // Somebody else changed it for them.
    if key == "account-address-changed" && line.actor.is_some() && line.actor != line.user {
        key.push_str("-by");
    }
    w.find(&format!("journal-{key}"), &values).unwrap_or_else(|| line.kind.clone())
}
