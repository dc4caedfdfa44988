//! What is confirmed before it is done: leaving, removing somebody, changing their role. Each names the person or the
//! group.

use backend::groups::{Candidate, GroupPerson, GroupView};
use domain::groups::GroupRole;
use leptos::prelude::*;
use server_fn::ServerFn;

use crate::{
    groups::actions::{ChangeRole, LeaveGroup, NameFacilitator, RemoveMember},
    paths,
    request::Request,
    ui::{Choice, Choices, Form, FormView, Select},
    words::Words,
};

/// Leaving the group.
pub(super) fn leave(rq: &Request, group: &GroupView) -> AnyView {
    let words = &rq.words;
    let title = say!(words, "groups-leave-title", group = group.name.clone());
    let me = rq.cx.actor.user_id();
    let alone = group.may.hand_over
        && group.facilitators.as_deref().is_some_and(|all| all.iter().all(|one| Some(one.id) == me));
    if alone && rq.refused().is_none() {
        return pass_on_first(words, group, title);
    }
    let confirmation = Confirmation {
        title,
        text: words.t("groups-leave-text"),
        button: words.t("groups-leave"),
        back: paths::group(&group.slug),
        back_name: words.t("groups-stay"),
    };
    confirmation.view(rq.form(LeaveGroup::PATH), group.slug.clone(), None)
}

/// The last one who runs the group does not leave it: somebody takes over first.
fn pass_on_first(words: &Words, group: &GroupView, title: String) -> AnyView {
    view! {
        <section class="panel card" aria-labelledby="quitter">
            <h2 id="quitter">{title}</h2>
            <p>{words.t("groups-leave-last")}</p>
            <p class="acts">
                <a class="button main" href=paths::group_handover(&group.slug)>{words.t("handovers-menu")}</a>
                " "
                <a class="go" href=paths::group(&group.slug)>{words.t("groups-stay")}</a>
            </p>
        </section>
    }
    .into_any()
}

/// Removing somebody.
pub(super) fn remove(rq: &Request, group: &GroupView, person: &GroupPerson) -> AnyView {
    let words = &rq.words;
    let name = || person.name.clone();
    let confirmation = Confirmation {
        title: say!(words, "groups-remove-title", person = name(), group = group.name.clone()),
        text: words.t("groups-remove-text"),
        button: say!(words, "groups-remove-confirm", person = name()),
        back: paths::group_members(&group.slug),
        back_name: words.t("groups-keep"),
    };
    confirmation.view(rq.form(RemoveMember::PATH), group.slug.clone(), Some(person.id.to_string()))
}

/// Naming who runs the group, since nobody does: its own people first, then the others of the council.
pub(super) fn who_runs_it(
    rq: &Request,
    group: &GroupView,
    inside: &[GroupPerson],
    eligible: &[Candidate],
) -> AnyView {
    let words = rq.words.clone();
    let form = rq.form(NameFacilitator::PATH);
    let is_inside = |person: &Candidate| inside.iter().any(|inside| inside.id == person.id);
    let choice = |person: &Candidate| {
        let label = if is_inside(person) {
            say!(words, "groups-name-inside", person = person.name.clone())
        } else {
            let details = [person.name.as_str(), person.college.as_str()];
            details.into_iter().filter(|detail| !detail.is_empty()).collect::<Vec<_>>().join(", ")
        };
        Choice::new(person.id.to_string(), label)
    };
    let (mine, others): (Vec<&Candidate>, Vec<&Candidate>) =
        eligible.iter().partition(|person| is_inside(person));
    let choices = mine.into_iter().chain(others).map(choice);
    let choices: Vec<Choice> = std::iter::once(Choice::new("", "")).chain(choices).collect();
    let slug = group.slug.clone();
    let (label, hint) = (words.t("groups-name-person"), words.t("groups-name-person-hint"));
    let button = words.t("groups-name-button");
    view! {
        <section class="part narrow stack" aria-labelledby="animer">
            <header><h2 id="animer">{words.t("groups-name-title")}</h2></header>
            <p>{words.t("groups-name-text")}</p>
            <FormView form=form.clone()>
                <input type="hidden" name="slug" value=slug/>
                <Select form=form name="person" label=label hint=hint choices=choices/>
                <p class="acts"><button class="button main">{button}</button></p>
            </FormView>
        </section>
    }
    .into_any()
}

/// The words of a confirmation.
struct Confirmation {
    title: String,
    text: String,
    button: String,
    back: String,
    back_name: String,
}

impl Confirmation {
    fn view(self, form: Form, slug: String, person: Option<String>) -> AnyView {
        let person = person.map(|id| view! { <input type="hidden" name="person" value=id/> });
        view! {
            <FormView form=form class="confirm">
                <input type="hidden" name="slug" value=slug/>
                {person}
                <h2>{self.title}</h2>
                <p>{self.text}</p>
                <p class="acts">
                    <button class="button danger">{self.button}</button>
                    " "
                    <a class="go" href=self.back>{self.back_name}</a>
                </p>
            </FormView>
        }
        .into_any()
    }
}

/// Changing somebody's role.
pub(super) fn role(rq: &Request, group: &GroupView, person: &GroupPerson) -> AnyView {
    let words = &rq.words;
    let form = rq.form(ChangeRole::PATH);
    let (slug, id) = (group.slug.clone(), person.id.to_string());
    let (save, keep) = (words.t("groups-save"), words.t("groups-keep"));
    let back = paths::group_members(&group.slug);
    let choices = role_choices(words, &form, person.role);
    view! {
        <section class="panel card" aria-labelledby="changer">
            <h2 id="changer">{say!(words, "groups-role-title", person = person.name.clone())}</h2>
            <FormView form=form>
                <input type="hidden" name="slug" value=slug/>
                <input type="hidden" name="person" value=id/>
                {choices}
                <p class="acts">
                    <button class="button main">{save}</button>
                    " "
                    <a class="go" href=back>{keep}</a>
                </p>
            </FormView>
        </section>
    }
    .into_any()
}

/// The roles of a group, with what each may do.
pub(super) fn role_choices(words: &Words, form: &Form, role: GroupRole) -> impl IntoView + use<> {
    let roles = GroupRole::ALL
        .iter()
        .map(|role| {
            Choice::new(role.code(), words.group_role(*role))
                .hint(words.t(&format!("groups-role-hint-{}", role.code())))
        })
        .collect();
    view! {
        <Choices
            form=form.clone()
            name="role"
            label=words.t("groups-add-role")
            choices=roles
            values=vec![role.code().to_owned()]
        />
    }
}
