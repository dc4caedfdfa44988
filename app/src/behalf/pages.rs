//! `/sur-papier`, `/sur-papier/{id}` and `/mon-compte/en-mon-nom`

use backend::behalf::{self, Sheet};
use domain::{
    behalf::{AskedBy, LASTS},
    ids::UserId,
    policy::Permission,
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{
    actions::{BeginActing, EndMyPaper, EndPaper, NotePaper},
    sheet::{self, Of},
};
use crate::{
    accounts::done,
    paths,
    request::Request,
    ui::{
        Breadcrumb, Choice, Choices, Document, Empty, ErrorSummary, Facts, FormView, Notice, NoticeTone,
        PageResult, Place, Select, State, TextArea, TextField, typed_day,
    },
    words::Words,
};

/// The way back from here: to the administration, for who has it.
fn ancestors(rq: &Request) -> Vec<(String, String)> {
    let w = &rq.words;
    let mut ancestors = Vec::new();
    if rq.cx.may(Permission::Invite) {
        ancestors.push((paths::ADMINISTRATION.to_owned(), w.t("menu-administration")));
    }
    ancestors
}

/// Those who take part on paper, and who acted for them lately.
pub async fn list(rq: Request) -> PageResult {
    let found = behalf::list(&rq.cx).await?;
    let w = rq.words.clone();
    let title = w.t("behalf-title");
    let rows: Vec<_> = found
        .people
        .iter()
        .map(|one| {
            let how = w.t(&format!("behalf-asked-{}", one.asked_by.code()));
            let since = say!(w, "behalf-since-how", day = w.day(one.asked_on), how = how);
            let mut facts = vec![since.into_any()];
            if let Some(by) = &one.acting {
                let label = say!(w, "behalf-acted-now", name = by.clone());
                facts.push(view! { <State name="active" label=label/> }.into_any());
            }
            view! {
                <li><a class="row-title" href=paths::on_paper(one.id)>{one.name.clone()}</a><Facts facts=facts/></li>
            }
        })
        .collect();
    let people = if rows.is_empty() {
        view! { <Empty text=w.t("behalf-none")/> }.into_any()
    } else {
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let add = (!found.others.is_empty()).then(|| {
        let choices = found.others.iter().map(|person| {
            let parts: Vec<&str> =
                [person.name.as_str(), &person.college].into_iter().filter(|part| !part.is_empty()).collect();
            Choice::new(person.id.to_string(), parts.join(", "))
        });
        note(&rq, Whom::Among(choices.collect()))
    });
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors(&rq)/>
        <header class="page-head"><h1>{title.clone()}</h1><p>{w.t("behalf-lead")}</p></header>
        <div class="narrow settings">
            <section class="part" aria-labelledby="personnes">
                <header><h2 id="personnes">{w.t("behalf-people")}</h2></header>
                {people}
            </section>
            {add}
            <section class="part" aria-labelledby="actes">
                <header><h2 id="actes">{w.t("behalf-actings")}</h2></header>
                {sheet::actings(&rq, &found.actings, Of::Several)}
            </section>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}

/// Of whom it is noted.
enum Whom {
    /// The person of the page.
    One(UserId),
    /// One of these, to be chosen.
    Among(Vec<Choice>),
}

/// The form that notes it.
fn note(rq: &Request, whom: Whom) -> AnyView {
    let w = &rq.words;
    let form = rq.form(NotePaper::PATH);
    let how = |by: &AskedBy| Choice::new(by.code(), w.t(&format!("behalf-asked-{}", by.code())));
    let how: Vec<Choice> = AskedBy::ALL.iter().map(how).collect();
    let [title, person, on, hint, by, note, note_hint, does, button] = [
        "behalf-note",
        "behalf-field-person",
        "behalf-field-asked-on",
        "behalf-field-asked-on-hint",
        "behalf-field-asked-by",
        "behalf-field-note",
        "behalf-field-note-hint",
        "behalf-note-text",
        "behalf-note-do",
    ]
    .map(|key| w.t(key));
    let whom = match whom {
        Whom::One(id) => {
            let id = id.to_string();
            view! { <input type="hidden" name="person" value=id/> }.into_any()
        }
        Whom::Among(choices) => {
            let choices = std::iter::once(Choice::new("", "")).chain(choices).collect::<Vec<_>>();
            view! { <Select form=form.clone() name="person" label=person choices=choices/> }.into_any()
        }
    };
    let today = typed_day(rq.cx.today());
    view! {
        <section class="part" aria-labelledby="noter">
            <header><h2 id="noter">{title}</h2></header>
            <p class="muted">{does}</p>
            <FormView form=form.clone()>
                {whom}
                <TextField form=form.clone() name="asked_on" label=on hint=hint value=today short=true autocomplete="off"/>
                <Choices form=form.clone() name="asked_by" label=by choices=how/>
                <TextArea form=form.clone() name="note" label=note hint=note_hint rows=3 optional=true/>
                <p class="acts"><button class="button main">{button}</button></p>
            </FormView>
        </section>
    }
    .into_any()
}

/// One person: what they asked, acting for them, what was done.
pub async fn person(rq: Request) -> PageResult {
    let id: UserId = rq.id("id")?;
    let found = behalf::sheet(&rq.cx, id, rq.page_number()).await?;
    let w = rq.words.clone();
    let title = say!(w, "behalf-person", name = found.name.clone());
    let notices = done(
        &rq,
        &[("note", "behalf-done-noted"), ("fin", "behalf-done-ended"), ("termine", "behalf-done-stopped")],
    );
    let mut above = ancestors(&rq);
    above.push((paths::ON_PAPER.to_owned(), w.t("behalf-title")));
    let print = say!(w, "behalf-print", name = found.name.clone());
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=above/>
        <header class="page-head"><h1>{title.clone()}</h1></header>
        {notices}
        <ErrorSummary form=rq.form(EndPaper::PATH)/>
        <ErrorSummary form=rq.form(BeginActing::PATH)/>
        <div class="narrow settings">
            {standing(&rq, &found)}
            <section class="part" aria-labelledby="actes">
                <header><h2 id="actes">{w.t("behalf-actings")}</h2></header>
                {sheet::actings(&rq, &found.actings, Of::One)}
            </section>
            <section class="part" aria-labelledby="fait">
                <header><h2 id="fait">{w.t("behalf-acts-title")}</h2></header>
                <p class="muted no-print">{print}</p>
                {sheet::acts(&rq, &found.acts)}
            </section>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}

/// Whether they take part on paper, and what may be done about it.
fn standing(rq: &Request, found: &Sheet) -> AnyView {
    let w = &rq.words;
    let Some(consent) = &found.consent else {
        return match (found.may_act, found.is_member) {
            (true, true) => note(rq, Whom::One(found.id)),
            (_, false) => view! { <p class="muted">{w.t("behalf-not-a-member")}</p> }.into_any(),
            (false, true) => view! { <p class="muted">{w.t("behalf-is-not-on-paper")}</p> }.into_any(),
        };
    };
    let act = (found.may_act && found.is_member).then(|| begin(rq, found));
    let end = found.may_act.then(|| {
        let (form, id, text, button) =
            (rq.form(EndPaper::PATH), found.id.to_string(), w.t("behalf-end-text"), w.t("behalf-end-do"));
        view! {
            <div class="stack no-print">
                <p class="muted">{text}</p>
                <FormView form=form summary=false class="">
                    <input type="hidden" name="person" value=id/>
                    <p class="acts"><button class="button">{button}</button></p>
                </FormView>
            </div>
        }
    });
    view! {
        {act}
        <section class="part" aria-labelledby="demande">
            <header><h2 id="demande">{w.t("behalf-part")}</h2></header>
            {sheet::asked(w, consent)}
            {end}
        </section>
    }
    .into_any()
}

/// Beginning to act: what it gives, what it does not, and the button.
fn begin(rq: &Request, found: &Sheet) -> AnyView {
    let w: &Words = &rq.words;
    let (form, id) = (rq.form(BeginActing::PATH), found.id.to_string());
    let button = say!(w, "behalf-begin", name = found.name.clone());
    let text = say!(w, "behalf-begin-text", minutes = LASTS.num_minutes());
    let never = w.t("behalf-begin-never");
    let heading = w.t("behalf-begin-title");
    view! {
        <section class="panel card no-print" aria-labelledby="agir">
            <h2 id="agir">{heading}</h2>
            <p>{text}</p>
            <p class="muted">{never}</p>
            <FormView form=form summary=false class="">
                <input type="hidden" name="person" value=id/>
                <p class="acts"><button class="button main">{button}</button></p>
            </FormView>
        </section>
    }
    .into_any()
}

/// What was done on one's own behalf.
pub async fn mine(rq: Request) -> PageResult {
    let found = behalf::mine(&rq.cx, rq.page_number()).await?;
    let w = rq.words.clone();
    let title = w.t("behalf-mine-title");
    let notices = done(&rq, &[("fin", "behalf-done-mine")]);
    let consent = match &found.consent {
        None => view! { <p class="muted">{w.t("behalf-mine-not")}</p> }.into_any(),
        Some(consent) => {
            let (form, text, button) =
                (rq.form(EndMyPaper::PATH), w.t("behalf-mine-end-text"), w.t("behalf-mine-end"));
            view! {
                {sheet::asked(&w, consent)}
                <div class="no-print">
                    <p class="muted">{text}</p>
                    <FormView form=form class="">
                        <p class="acts"><button class="button">{button}</button></p>
                    </FormView>
                </div>
            }
            .into_any()
        }
    };
    let reports = (found.reports > 0).then(|| {
        let text = say!(w, "behalf-mine-reports", count = found.reports);
        view! { <Notice tone=NoticeTone::Info><p>{text}</p></Notice> }
    });
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=vec![(paths::ACCOUNT.to_owned(), w.t("menu-account"))]/>
        <header class="page-head"><h1>{title.clone()}</h1><p>{w.t("behalf-mine-lead")}</p></header>
        {notices}
        <div class="narrow settings">
            <section class="part" aria-labelledby="demande">
                <header><h2 id="demande">{w.t("behalf-part")}</h2></header>
                {consent}
            </section>
            <section class="part" aria-labelledby="actes">
                <header><h2 id="actes">{w.t("behalf-actings")}</h2></header>
                {sheet::actings(&rq, &found.actings, Of::One)}
            </section>
            <section class="part" aria-labelledby="fait">
                <header><h2 id="fait">{w.t("behalf-acts-title")}</h2></header>
                {reports}
                {sheet::acts(&rq, &found.acts)}
            </section>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Account).unlisted())
}
