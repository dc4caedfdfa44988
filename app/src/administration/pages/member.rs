//! `/administration/membres/{id}`: a person's record, mandates and account.

use backend::{
    people::{MandateView, PersonAdministration, PersonView},
    portraits::Whose,
};
use domain::{
    ids::UserId,
    people::{CouncilRole, PersonState},
    policy::Permission,
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{account_state, way_back_to_members};
use crate::{
    accounts::done,
    administration::actions::{
        AddMandate, ChangePerson, EndMandate, NameAdministrator, ResendInvitation, ResetCodes, Restore,
        Suspend,
    },
    paths,
    people::pages::period,
    portraits::{face::Face, part},
    request::Request,
    ui::{
        Both, Choice, Document, ErrorSummary, Form, FormView, Meanwhile, PageResult, Place, Select,
        TextField, form::FieldErrorView, typed_day,
    },
};

/// A person, for administrators.
pub async fn member(rq: Request) -> PageResult {
    rq.cx.require(Permission::ManagePeople)?;
    let id: UserId = rq.id("id")?;
    let person = backend::people::show(&rq.cx, id).await?;
    // The policy just allowed it: whoever manages people sees this part.
    let Some(account) = person.administration.clone() else {
        return Err(domain::Refusal::NotFound.into());
    };
    let codes = backend::accounts::has_codes(&rq.cx, id).await?;
    let w = rq.words.clone();
    let title = person.name.clone();
    let keys = account.is_administrator.then(|| view! { <li>{w.t("administration-administrator")}</li> });
    let notices = done(
        &rq,
        &[
            ("fiche", "administration-done-record"),
            ("mandat", "administration-done-mandate"),
            ("fin", "administration-done-end"),
            ("renvoi", "administration-resent"),
            ("suspension", "administration-done-suspended"),
            ("retour", "administration-done-restored"),
            ("cles", "administration-done-keys"),
            ("codes", "administration-done-codes"),
            part::DONE[0],
            part::DONE[1],
        ],
    );
    let (whose, here) = (Whose::Person(id), paths::administration_member(id));
    let portrait = part::portrait_part(&rq, &whose, &title, person.portrait.as_deref(), &here);
    let face = person.portrait.as_deref().map(|mark| paths::member_portrait(id, mark));
    let view = view! {
        {way_back_to_members(&rq)}
        <header class="page-head person-head">
            <Face name=title.clone() portrait=face large=true/>
            <div>
                <h1>{title.clone()}</h1>
                <ul class="facts"><li>{account_state(&w, account.state)}</li>{keys}<li>{account.email.clone()}</li></ul>
            </div>
        </header>
        {notices}
        <div class="narrow settings">
            <section class="part" aria-labelledby="fiche">
                <header>
                    <h2 id="fiche">{w.t("administration-record")}</h2>
                    " "
                    <a class="go" href=paths::member(id)>{w.t("administration-see-page")}</a>
                </header>
                {record(&rq, &person, &account)}
            </section>
            {portrait}
            {mandates(&rq, &person)}
            {keys_part(&rq, &person, &account)}
            {access(&rq, &person, &account)}
            {codes.then(|| codes_part(&rq, &person))}
        </div>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}

/// The college: chosen among the council's, or typed where it has none.
pub(super) fn college_field(form: &Form, colleges: &[String], present: &str) -> AnyView {
    let label = form.words.t("people-college");
    if colleges.is_empty() {
        return view! {
            <TextField form=form.clone() name="college" label=label value=present.to_owned() optional=true/>
        }
        .into_any();
    }
    // A college that the council has renamed since stays a choice, or saving would erase it.
    let former = (!present.is_empty() && !colleges.iter().any(|c| c == present)).then(|| present.to_owned());
    let choices = colleges.iter().cloned().chain(former).map(|c| Choice::new(c.clone(), c)).collect();
    view! {
        <Select
            form=form.clone()
            name="college"
            label=label
            choices=choices
            value=present.to_owned()
            optional=true
        />
    }
    .into_any()
}

fn record(rq: &Request, person: &PersonView, account: &PersonAdministration) -> impl IntoView + use<> {
    let (w, person, account) = (rq.words.clone(), person.clone(), account.clone());
    let form = rq.form(ChangePerson::PATH);
    let colleges = rq.council.as_ref().map(|council| council.colleges.clone()).unwrap_or_default();
    let version = form.version(account.version);
    let both = |name: &str, label: &str, saved: &str| Both::new(&form, name, w.t(label), saved);
    let fields = vec![
        both("name", "people-name", &person.name),
        both("email", "accounts-email", &account.email),
        both("college", "people-college", &person.college),
        both("organisation", "people-organisation", &person.organisation),
        both("commune", "people-commune", &person.commune),
    ];
    view! {
        <Meanwhile form=form.clone() fields=fields/>
        <FormView form=form.clone()>
            <input type="hidden" name="id" value=person.id.to_string()/>
            <input type="hidden" name="version" value=version/>
            <TextField
                form=form.clone()
                name="name"
                label=w.t("people-name")
                value=person.name.clone()
                autocomplete="off"
            />
            <TextField
                form=form.clone()
                name="email"
                label=w.t("accounts-email")
                hint=w.t("administration-email-hint")
                kind="email"
                value=account.email.clone()
                autocomplete="off"
            />
            {college_field(&form, &colleges, &person.college)}
            <TextField
                form=form.clone()
                name="organisation"
                label=w.t("people-organisation")
                value=person.organisation.clone()
                optional=true
                autocomplete="off"
            />
            <TextField
                form=form.clone()
                name="commune"
                label=w.t("people-commune")
                value=person.commune.clone()
                optional=true
                autocomplete="off"
            />
            <p class="acts"><button class="button main">{w.t("accounts-save")}</button></p>
        </FormView>
    }
}

fn mandates(rq: &Request, person: &PersonView) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let id = person.id.to_string();
    let rows = person.mandates.iter().map(|mandate| mandate_row(rq, mandate)).collect_view();
    let form = rq.form(AddMandate::PATH);
    let end = rq.form(EndMandate::PATH);
    let roles = CouncilRole::ALL.iter().map(|role| Choice::new(role.code(), w.council_role(*role))).collect();
    view! {
        <section class="part" aria-labelledby="mandats">
            <header><h2 id="mandats">{w.t("people-mandates")}</h2></header>
            <ErrorSummary form=end/>
            <ul class="rows">{rows}</ul>
            <h3>{w.t("administration-add-mandate")}</h3>
            <FormView form=form.clone()>
                <input type="hidden" name="id" value=id/>
                <Select
                    form=form.clone()
                    name="role"
                    label=w.t("people-role")
                    choices=roles
                    value=CouncilRole::Member.code()
                />
                <TextField
                    form=form.clone()
                    name="mandate_start"
                    label=w.t("people-mandate-start")
                    hint=w.t("people-start-hint")
                    short=true
                    optional=true
                    autocomplete="off"
                />
                <TextField
                    form=form.clone()
                    name="mandate_end"
                    label=w.t("people-mandate-end")
                    hint=w.t("people-date-hint")
                    short=true
                    optional=true
                    autocomplete="off"
                />
                <p class="acts"><button class="button">{w.t("administration-add-mandate-button")}</button></p>
            </FormView>
        </section>
    }
}

fn mandate_row(rq: &Request, mandate: &MandateView) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let role = w.council_role(mandate.role);
    let today = typed_day(rq.cx.today());
    let end = mandate.in_force.then(|| {
        let form = rq.form(EndMandate::PATH);
        let label = say!(w, "administration-end-label", role = role.clone());
        // Several mandates have the same form: only the refused one keeps what was typed.
        let this_one = form.value("mandate", "") == mandate.id.to_string();
        let (id, typed, error) = if this_one {
            form.label("mandate_end", &label);
            (form.input_id("mandate_end"), form.value("mandate_end", &today), form.error("mandate_end"))
        } else {
            (format!("fin-{}", mandate.id), today.clone(), None)
        };
        let error_id = format!("{id}-erreur");
        let described = error.is_some().then(|| error_id.clone());
        let invalid = error.is_some().then_some("true");
        let error = error.map(|text| view! { <FieldErrorView id=error_id text=text/> });
        let button = w.t("administration-end-button");
        let mandate = mandate.id.to_string();
        view! {
            <details open=this_one>
                <summary>{w.t("administration-end")}<span class="vh">" "{role.clone()}</span></summary>
                <FormView form=form summary=false>
                    <input type="hidden" name="mandate" value=mandate/>
                    <div class="field short">
                        <label for=id.clone()>{label}</label>
                        {error}
                        <input
                            id=id
                            name="mandate_end"
                            value=typed
                            autocomplete="off"
                            aria-invalid=invalid
                            aria-describedby=described
                        />
                    </div>
                    <p class="acts"><button class="button">{button}</button></p>
                </FormView>
            </details>
        }
    });
    view! {
        <li>
            <span class="row-title">{role.clone()}</span>
            <ul class="facts"><li>{period(&w, mandate)}</li></ul>
            {end}
        </li>
    }
}

fn keys_part(rq: &Request, person: &PersonView, account: &PersonAdministration) -> impl IntoView + use<> {
    let (w, id) = (rq.words.clone(), person.id.to_string());
    let form = rq.form(NameAdministrator::PATH);
    let (lead, button, wanted) = if account.is_administrator {
        ("administration-keys-held", "administration-keys-take", "non")
    } else {
        ("administration-keys-not-held", "administration-keys-give", "oui")
    };
    let lead = w.t(lead);
    let button = say_name(rq, button, &person.name);
    view! {
        <section class="part" aria-labelledby="cles">
            <header><h2 id="cles">{w.t("administration-keys")}</h2></header>
            <p class="muted">{lead}</p>
            <FormView form=form>
                <input type="hidden" name="id" value=id/>
                <input type="hidden" name="administrator" value=wanted/>
                <p class="acts"><button class="button">{button}</button></p>
            </FormView>
        </section>
    }
}

fn access(rq: &Request, person: &PersonView, account: &PersonAdministration) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let id = person.id.to_string();
    let resend = (account.state == PersonState::Invited).then(|| {
        let (form, id, button) = (rq.form(ResendInvitation::PATH), id.clone(), w.t("administration-resend"));
        view! {
            <p class="muted">{w.t("administration-invited-lead")}</p>
            <FormView form=form>
                <input type="hidden" name="id" value=id/>
                <input type="hidden" name="back" value="fiche"/>
                <p class="acts"><button class="button">{button}</button></p>
            </FormView>
        }
    });
    let oneself = rq.cx.actor.user_id() == Some(person.id);
    let cut = if account.state == PersonState::Suspended {
        let form = rq.form(Restore::PATH);
        let button = say_name(rq, "administration-restore", &person.name);
        view! {
            <p class="muted">{w.t("administration-restore-lead")}</p>
            <FormView form=form>
                <input type="hidden" name="id" value=id/>
                <p class="acts"><button class="button">{button}</button></p>
            </FormView>
        }
        .into_any()
    } else if oneself {
        view! { <p class="muted">{w.t("administration-oneself")}</p> }.into_any()
    } else {
        let form = rq.form(Suspend::PATH);
        let button = say_name(rq, "administration-suspend", &person.name);
        let lead = w.t("administration-suspend-lead");
        view! {
            <FormView form=form class="confirm">
                <h3>{button.clone()}</h3>
                <p>{lead}</p>
                <input type="hidden" name="id" value=id/>
                <p class="acts"><button class="button danger">{button}</button></p>
            </FormView>
        }
        .into_any()
    };
    let erase = (!oneself).then(|| {
        let label = say_name(rq, "personal-data-erase", &person.name);
        let lead = w.t("personal-data-erase-lead");
        let href = paths::administration_erase(person.id);
        view! { <p class="muted">{lead}</p><p><a class="go" href=href>{label}</a></p> }
    });
    view! {
        <section class="part" aria-labelledby="acces">
            <header><h2 id="acces">{w.t("administration-access")}</h2></header>
            {resend}
            {cut}
            {erase}
        </section>
    }
}

/// Somebody gives a code besides their password, and may have lost what gives it.
fn codes_part(rq: &Request, person: &PersonView) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let oneself = rq.cx.actor.user_id() == Some(person.id);
    let part = if oneself {
        view! { <p class="muted"><a class="go" href=paths::SECURITY>{w.t("security-see")}</a></p> }.into_any()
    } else {
        let (form, id) = (rq.form(ResetCodes::PATH), person.id.to_string());
        let button = say_name(rq, "administration-reset-codes", &person.name);
        let lead = w.t("administration-reset-codes-lead");
        view! {
            <FormView form=form class="confirm">
                <h3>{button.clone()}</h3>
                <p>{lead}</p>
                <input type="hidden" name="id" value=id/>
                <p class="acts"><button class="button danger">{button}</button></p>
            </FormView>
        }
        .into_any()
    };
    view! {
        <section class="part" aria-labelledby="codes">
            <header><h2 id="codes">{w.t("codes-title")}</h2></header>
            {part}
        </section>
    }
}

/// A button that names the person.
fn say_name(rq: &Request, key: &'static str, name: &str) -> String {
    let values = crate::words::Values::from([("name".into(), name.to_owned().into())]);
    rq.words.fill(key, &values)
}
