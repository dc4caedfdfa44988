//! `/groupes/nouveau` and `/groupes/{slug}/modifier`

use backend::{groups::Candidate, portraits::Whose};
use domain::groups::{GroupForm, GroupKind, Visibility};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::visibility_word;
use crate::{
    accounts::done,
    groups::actions::{ChangeGroup, CreateGroup},
    paths,
    portraits::part,
    request::Request,
    ui::{
        Both, Breadcrumb, Choice, Choices, Document, Form, FormView, Meanwhile, PageResult, Select, TextArea,
        TextField, document::Place,
    },
    words::Words,
};

/// Opening a group.
pub async fn new(rq: Request) -> PageResult {
    let people = backend::groups::who_may_facilitate(&rq.cx).await?;
    let form = rq.form(CreateGroup::PATH);
    let words = rq.words.clone();
    let title = words.t("groups-create-title");
    let saved = GroupForm {
        kind: GroupKind::WorkingGroup.code().to_owned(),
        visibility: Visibility::Open.code().to_owned(),
        ..GroupForm::default()
    };
    let fields = (fields(&words, &form, &saved), facilitators(&words, &form, &people));
    let acts = acts(words.t("groups-create"), paths::GROUPS.to_owned(), words.t("groups-cancel"));
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=vec![(paths::GROUPS.to_owned(), words.t("groups-title"))]/>
        <div class="narrow">
            <header class="page-head"><h1>{title.clone()}</h1></header>
            <FormView form=form.clone()>
                {fields}
                {acts}
            </FormView>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Groups))
}

/// Changing a group's settings.
pub async fn edit(rq: Request) -> PageResult {
    let slug = rq.param("slug").to_owned();
    let (version, saved) = backend::groups::settings(&rq.cx, &slug).await?;
    let whose = Whose::Group(slug.clone());
    let portrait = backend::portraits::present(&rq.cx, &whose).await?;
    let here = paths::group_edit(&slug);
    let portrait = part::portrait_part(&rq, &whose, &saved.name, portrait.as_deref(), &here);
    let form = rq.form(ChangeGroup::PATH);
    let words = rq.words.clone();
    let title = words.t("groups-edit-title");
    let fields = fields(&words, &form, &saved);
    let acts = acts(words.t("groups-save"), paths::group(&slug), words.t("groups-back"));
    let both = both(&words, &form, &saved);
    let version = form.version(version);
    let view = view! {
        <Breadcrumb
            rq=rq.clone()
            ancestors=vec![
                (paths::GROUPS.to_owned(), words.t("groups-title")),
                (paths::group(&slug), saved.name.clone()),
            ]
        />
        <div class="narrow">
            <header class="page-head"><h1>{title.clone()}</h1></header>
            {done(&rq, &part::DONE)}
            <Meanwhile form=form.clone() fields=both/>
            <FormView form=form.clone()>
                <input type="hidden" name="slug" value=slug/>
                <input type="hidden" name="version" value=version/>
                {fields}
                {acts}
            </FormView>
            {portrait}
        </div>
    };
    Ok(Document::new(title, view).at(Place::Groups))
}

fn acts(button: String, back: String, name: String) -> impl IntoView {
    view! {
        <p class="acts"><button class="button main">{button}</button>" "<a class="go" href=back>{name}</a></p>
    }
}

fn fields(words: &Words, form: &Form, saved: &GroupForm) -> impl IntoView + use<> {
    let kinds = GroupKind::ALL.iter().map(|kind| Choice::new(kind.code(), words.group_kind(*kind))).collect();
    let visibilities = Visibility::ALL
        .iter()
        .map(|visibility| {
            Choice::new(visibility.code(), visibility_word(words, *visibility))
                .hint(words.t(&format!("groups-visibility-hint-{}", visibility.code())))
        })
        .collect();
    view! {
        <TextField
            form=form.clone()
            name="name"
            label=words.t("groups-name")
            hint=words.t("groups-name-hint")
            value=saved.name.clone()
        />
        <Select
            form=form.clone()
            name="kind"
            label=words.t("groups-kind")
            choices=kinds
            value=saved.kind.clone()
        />
        <Choices
            form=form.clone()
            name="visibility"
            label=words.t("groups-visibility")
            choices=visibilities
            values=vec![saved.visibility.clone()]
        />
        <TextArea
            form=form.clone()
            name="mandate"
            label=words.t("groups-mandate")
            hint=words.t("groups-mandate-hint")
            value=saved.mandate.clone()
            rows=5
            optional=true
        />
        <TextField
            form=form.clone()
            name="asked_by"
            label=words.t("groups-asked-by")
            hint=words.t("groups-asked-by-hint")
            value=saved.asked_by.clone()
            optional=true
        />
        <TextField
            form=form.clone()
            name="due_on"
            label=words.t("groups-due-on")
            hint=words.t("groups-due-on-hint")
            value=saved.due_on.clone()
            short=true
            optional=true
        />
        <TextField
            form=form.clone()
            name="deliverable"
            label=words.t("groups-deliverable")
            hint=words.t("groups-deliverable-hint")
            value=saved.deliverable.clone()
            optional=true
        />
    }
}

/// Two people rather than one; a list that opens is found by typing the first letters.
fn facilitators(words: &Words, form: &Form, people: &[Candidate]) -> impl IntoView + use<> {
    let names = |blank: bool| -> Vec<Choice> {
        let blank = blank.then(|| Choice::new("", ""));
        let people = people.iter().map(|person| {
            let details: Vec<&str> = [person.name.as_str(), person.college.as_str()]
                .into_iter()
                .filter(|d| !d.is_empty())
                .collect();
            Choice::new(person.id.to_string(), details.join(", "))
        });
        blank.into_iter().chain(people).collect()
    };
    view! {
        <Select
            form=form.clone()
            name="facilitators"
            label=words.t("groups-facilitator-first")
            hint=words.t("groups-facilitator-first-hint")
            choices=names(true)
        />
        <Select
            form=form.clone()
            name="second"
            label=words.t("groups-facilitator-second")
            hint=words.t("groups-facilitator-second-hint")
            choices=names(false)
            optional=true
        />
    }
}

/// The fields as they are saved now, to be shown beside what was typed.
fn both(words: &Words, form: &Form, saved: &GroupForm) -> Vec<Both> {
    let plain = |name: &str, label: &str, saved: &str| Both::new(form, name, words.t(label), saved);
    let kind = |code: &str| GroupKind::from_code(code).map(|kind| words.group_kind(kind)).unwrap_or_default();
    let seen =
        |code: &str| Visibility::from_code(code).map(|v| visibility_word(words, v)).unwrap_or_default();
    vec![
        plain("name", "groups-name", &saved.name),
        Both::coded(form, "kind", words.t("groups-kind"), &saved.kind, kind),
        Both::coded(form, "visibility", words.t("groups-visibility"), &saved.visibility, seen),
        plain("mandate", "groups-mandate", &saved.mandate),
        plain("asked_by", "groups-asked-by", &saved.asked_by),
        plain("due_on", "groups-due-on", &saved.due_on),
        plain("deliverable", "groups-deliverable", &saved.deliverable),
    ]
}
