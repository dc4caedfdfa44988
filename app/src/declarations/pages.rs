//! `/declarations` and `/declarations/nouvelle`

use backend::declarations;
use domain::{
    declarations::{DeclarationKind, Target},
    policy::Permission,
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{
    actions::{Declare, EndDeclaration},
    part,
};
use crate::{
    paths,
    request::Request,
    ui::{
        Breadcrumb, Choice, Choices, Document, ErrorSummary, FormView, Notice, NoticeTone, PageResult, Place,
        TextArea, TextField,
    },
    words::Values,
};

/// What one declared, and the way to declare more.
pub async fn list(rq: Request) -> PageResult {
    rq.cx.require(Permission::Vote)?;
    let me = rq.cx.person()?.id;
    let found = declarations::of_person(&rq.cx, me).await?;
    let words = &rq.words;
    let title = words.t("declarations-mine");
    let done = rq.query("fait").filter(|what| ["declare", "fin"].contains(what)).map(|what| {
        let text = words.t(&format!("declarations-done-{what}"));
        view! { <Notice tone=NoticeTone::Success><p>{text}</p></Notice> }
    });
    let rows: Vec<_> = found.iter().map(|view| part::row(&rq, view)).collect();
    let list = match rows.is_empty() {
        true => view! { <p class="muted">{words.t("declarations-none")}</p> }.into_any(),
        false => view! { <ul class="rows">{rows}</ul> }.into_any(),
    };
    let ended = rq.form(EndDeclaration::PATH);
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{words.t("declarations-lead")}</p>
        </header>
        {done}
        <ErrorSummary form=ended/>
        <p class="acts no-print">
            <a class="button main" href=paths::NEW_DECLARATION>{words.t("declarations-new-conflict")}</a>
            " "
            <a class="button" href=paths::new_withdrawal()>{words.t("declarations-new-withdrawal")}</a>
        </p>
        {list}
    };
    Ok(Document::new(title, view).at(Place::Charter).unlisted())
}

/// Declaring a conflict of interest, or that one stands back.
pub async fn new(rq: Request) -> PageResult {
    rq.cx.require(Permission::Vote)?;
    let kind = rq.query("genre").and_then(DeclarationKind::from_code).unwrap_or(DeclarationKind::Conflict);
    let from: Option<Target> = rq.query("sur").and_then(|target| target.parse().ok());
    let words = rq.words.clone();
    let code = kind.code();
    let title = words.t(&format!("declarations-new-{code}"));
    let here = match (kind, from) {
        (DeclarationKind::Withdrawal, _) => paths::new_withdrawal(),
        (DeclarationKind::Conflict, Some(target)) => paths::declare_about(target),
        (DeclarationKind::Conflict, None) => paths::NEW_DECLARATION.to_owned(),
    };
    let form = rq.form(Declare::PATH).shown_at(here);
    let about = match kind {
        DeclarationKind::Withdrawal => None,
        DeclarationKind::Conflict => {
            let named = declarations::choices(&rq.cx, from).await?;
            let choices: Vec<Choice> = named
                .into_iter()
                .map(|named| {
                    let key = format!("declarations-target-{}", named.target.kind.code());
                    let values = Values::from([("name".into(), named.name.into())]);
                    Choice::new(named.target.to_string(), words.fill(&key, &values))
                })
                .collect();
            let chosen: Vec<String> = from.into_iter().map(|target| target.to_string()).collect();
            let label = words.t("declarations-targets");
            let hint = words.t("declarations-targets-hint");
            let form = form.clone();
            Some(view! {
                <Choices form=form name="targets" label=label hint=hint choices=choices values=chosen several=true optional=true/>
            })
        }
    };
    let [subject, subject_hint, more, from_label, to_label, day_hint, button] = [
        format!("declarations-subject-{code}"),
        format!("declarations-subject-hint-{code}"),
        "declarations-words".to_owned(),
        "declarations-field-from".to_owned(),
        "declarations-field-to".to_owned(),
        "declarations-day-hint".to_owned(),
        "declarations-do".to_owned(),
    ]
    .map(|key| words.t(&key));
    let open = kind == DeclarationKind::Conflict;
    let fields = view! {
        <TextField form=form.clone() name="subject" label=subject hint=subject_hint autocomplete="off"/>
        <TextArea form=form.clone() name="words" label=more rows=3 optional=true/>
        <TextField form=form.clone() name="from" label=from_label hint=day_hint.clone() short=true optional=open autocomplete="off"/>
        <TextField form=form.clone() name="to" label=to_label hint=day_hint short=true optional=open autocomplete="off"/>
        {about}
    };
    let ancestors = vec![(paths::DECLARATIONS.to_owned(), words.t("declarations-mine"))];
    let lead = words.t(&format!("declarations-lead-{code}"));
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{lead}</p>
        </header>
        <FormView form=form>
            <input type="hidden" name="kind" value=code/>
            {fields}
            <p class="acts"><button class="button main">{button}</button></p>
        </FormView>
    };
    Ok(Document::new(title, view).at(Place::Charter).unlisted())
}
