//! `/mon-compte`: profile, password, address, open sessions.

use backend::{
    accounts::{self, OpenSession},
    people::{self, OwnProfile},
    portraits::Whose,
    reminders,
};
use domain::{Language, accounts::PASSWORD_MIN, people::ShownTo, policy::Permission};
use leptos::prelude::*;
use server_fn::ServerFn;

use crate::{
    accounts::{
        actions::{
            AskEmailChange, ChangePassword, ChangeProfile, RevokeOtherSessions, RevokeSession, SignOut,
        },
        done,
        password_field::PasswordField,
    },
    behalf, delegations, paths, portraits,
    reminders::part::reminders_part,
    request::Request,
    ui::{
        Both, Choice, Choices, Document, Form, FormView, Meanwhile, Notice, NoticeTone, PageResult, Place,
        Select, State, TextArea, TextField,
    },
    words::{Values, Words},
};

/// One's own account.
pub async fn account(rq: Request) -> PageResult {
    let profile = people::own_profile(&rq.cx).await?;
    let key = rq.extension::<tower_sessions::Session>().and_then(|session| session.id());
    let key = key.map(|id| backend::sessions::key(&id));
    let sessions = accounts::sessions(&rq.cx, key.as_deref()).await?;
    let reminders = reminders::are_wanted(&rq.cx).await?;
    let pending = accounts::pending_email_change(&rq.cx).await?;
    let on_my_behalf = behalf::part::account_part(&rq).await?;
    let w = rq.words.clone();
    let title = w.t("accounts-account");
    let pending = pending.map(|change| {
        let values = Values::from([("email".into(), change.new_email.into())]);
        let text = rq.of_mails("accounts-address-pending", &values);
        view! { <Notice tone=NoticeTone::Info><p>{text}</p></Notice> }
    });
    let notices = done(
        &rq,
        &[
            ("profil", "accounts-done-profile"),
            ("mot-de-passe", "accounts-done-password"),
            ("adresse", "accounts-done-address"),
            ("session", "accounts-done-session"),
            ("sessions", "accounts-done-sessions"),
            ("rappels", "reminders-done"),
            portraits::part::DONE[0],
            portraits::part::DONE[1],
        ],
    );
    let whose = Whose::Person(profile.id);
    let portrait = profile.portrait.as_deref();
    let portrait = portraits::part::portrait_part(&rq, &whose, &profile.name, portrait, paths::ACCOUNT);
    let sign_out = rq.form(SignOut::PATH);
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <ul class="facts"><li>{profile.name.clone()}</li><li>{profile.email.clone()}</li></ul>
        </header>
        {notices}
        <div class="narrow settings">
            {profile_part(&rq, profile.clone())}
            {portrait}
            {password_part(&rq, profile.email.clone())}
            <section class="part" aria-labelledby="adresse">
                <header><h2 id="adresse">{w.t("accounts-address")}</h2></header>
                {pending}
                {address_form(&rq, &profile)}
            </section>
            <section class="part" aria-labelledby="securite">
                <header><h2 id="securite">{w.t("security-title")}</h2></header>
                <p class="muted">{w.t("security-account-lead")}</p>
                <p><a class="go" href=paths::SECURITY>{w.t("security-see")}</a></p>
            </section>
            {reminders_part(&rq, reminders)}
            {sessions_part(&rq, sessions)}
            <section class="part" aria-labelledby="jetons">
                <header><h2 id="jetons">{w.t("api-tokens")}</h2></header>
                <p class="muted">{w.t("api-account-lead")}</p>
                <p><a class="go" href=paths::TOKENS>{w.t("api-account-go")}</a></p>
            </section>
            {chair_part(&rq)}
            {delegations::pages::account_part(&rq)}
            {on_my_behalf}
            {data_part(&w)}
            <section class="part" aria-labelledby="journal">
                <header><h2 id="journal">{w.t("journal-own-title")}</h2></header>
                <p class="muted">{w.t("journal-own-text")}</p>
                <p class="acts"><a class="button" href=paths::MY_JOURNAL>{w.t("journal-own-go")}</a></p>
            </section>
            <section class="part" aria-labelledby="sortir">
                <header><h2 id="sortir">{w.t("accounts-leave")}</h2></header>
                <p class="muted">{w.t("accounts-leave-lead")}</p>
                <FormView form=sign_out>
                    <p class="acts"><button class="button">{w.t("accounts-sign-out")}</button></p>
                </FormView>
            </section>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Account).unlisted().with_islands())
}

fn profile_part(rq: &Request, profile: OwnProfile) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let form = rq.form(ChangeProfile::PATH);
    // The name of a language is written in itself.
    let languages = vec![
        Choice::new(Language::French.tag(), "Français"),
        Choice::new(Language::English.tag(), "English"),
    ];
    let language = profile.language.unwrap_or(rq.cx.language).tag();
    let version = form.version(profile.version);
    let both = both(&w, &form, &profile);
    view! {
        <section class="part" aria-labelledby="profil">
            <header><h2 id="profil">{w.t("accounts-profile")}</h2></header>
            <Meanwhile form=form.clone() fields=both/>
            <FormView form=form.clone()>
                <input type="hidden" name="version" value=version/>
                <TextField
                    form=form.clone()
                    name="name"
                    label=w.t("people-name")
                    value=profile.name.clone()
                    autocomplete="name"
                />
                <TextField
                    form=form.clone()
                    name="organisation"
                    label=w.t("people-organisation")
                    hint=w.t("people-organisation-hint")
                    value=profile.organisation.clone()
                    optional=true
                />
                <TextField
                    form=form.clone()
                    name="commune"
                    label=w.t("people-commune")
                    value=profile.commune.clone()
                    optional=true
                />
                <Select
                    form=form.clone()
                    name="language"
                    label=w.t("people-language")
                    choices=languages
                    value=language
                />
                {shown_fields(&w, &form, &profile)}
                <p class="acts"><button class="button main">{w.t("accounts-save")}</button></p>
            </FormView>
        </section>
    }
}

/// What is saved now, to be shown beside what was typed.
fn both(w: &Words, form: &Form, profile: &OwnProfile) -> Vec<Both> {
    let plain = |name: &str, label: &str, saved: &str| Both::new(form, name, w.t(label), saved);
    let shown = |code: &str| w.t(&format!("accounts-shown-to-{code}"));
    let to_whom =
        |name: &str, label: &str, saved: ShownTo| Both::coded(form, name, w.t(label), saved.code(), shown);
    vec![
        plain("name", "people-name", &profile.name),
        plain("organisation", "people-organisation", &profile.organisation),
        plain("commune", "people-commune", &profile.commune),
        plain("about", "accounts-about", &profile.about),
        plain("phone", "people-phone", &profile.phone),
        to_whom("phone_shown_to", "accounts-phone-shown", profile.phone_shown_to),
        to_whom("email_shown_to", "accounts-email-shown", profile.email_shown_to),
    ]
}

/// A few words about oneself, and to whom one shows how to be reached.
fn shown_fields(w: &Words, form: &Form, profile: &OwnProfile) -> impl IntoView + use<> {
    let shown = || -> Vec<Choice> {
        let choice = |to: &ShownTo| Choice::new(to.code(), w.t(&format!("accounts-shown-to-{}", to.code())));
        ShownTo::ALL.iter().map(choice).collect()
    };
    view! {
        <TextArea
            form=form.clone()
            name="about"
            label=w.t("accounts-about")
            hint=w.t("accounts-about-hint")
            value=profile.about.clone()
            rows=3
            optional=true
        />
        <TextField
            form=form.clone()
            name="phone"
            label=w.t("people-phone")
            value=profile.phone.clone()
            kind="tel"
            autocomplete="tel"
            inputmode="tel"
            optional=true
        />
        <Choices
            form=form.clone()
            name="phone_shown_to"
            label=w.t("accounts-phone-shown")
            choices=shown()
            values=vec![profile.phone_shown_to.code().to_owned()]
        />
        <Choices
            form=form.clone()
            name="email_shown_to"
            label=w.t("accounts-email-shown")
            choices=shown()
            values=vec![profile.email_shown_to.code().to_owned()]
        />
    }
}

/// For the chair: handing over presiding.
fn chair_part(rq: &Request) -> Option<impl IntoView + use<>> {
    let w = rq.words.clone();
    rq.cx.may(Permission::HandOverChair).then(|| {
        view! {
            <section class="part" aria-labelledby="presidence">
                <header><h2 id="presidence">{w.t("handovers-chair")}</h2></header>
                <p class="muted">{w.t("handovers-chair-text")}</p>
                <p class="acts"><a class="button" href=paths::CHAIR_HANDOVER>{w.t("handovers-chair-title")}</a></p>
            </section>
        }
    })
}

/// A copy of one's data, and asking to be erased.
fn data_part(w: &Words) -> impl IntoView + use<> {
    view! {
        <section class="part" aria-labelledby="donnees">
            <header><h2 id="donnees">{w.t("personal-data-mine")}</h2></header>
            <p class="muted">{w.t("personal-data-mine-text")}</p>
            <p class="acts"><a class="button" href=paths::MY_DATA>{w.t("personal-data-mine-go")}</a></p>
        </section>
    }
}

fn password_part(rq: &Request, email: String) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let form = rq.form(ChangePassword::PATH);
    let hint = say!(w, "accounts-password-hint", min = PASSWORD_MIN);
    view! {
        <section class="part" aria-labelledby="mot-de-passe">
            <header><h2 id="mot-de-passe">{w.t("accounts-password")}</h2></header>
            <p class="muted">{w.t("accounts-change-password-lead")}</p>
            <FormView form=form.clone()>
                <input type="hidden" autocomplete="username" value=email/>
                <PasswordField
                    form=form.clone()
                    name="current_password"
                    label=w.t("accounts-current-password")
                />
                <PasswordField
                    form=form.clone()
                    name="password"
                    label=w.t("accounts-new-password")
                    hint=hint
                    new=true
                />
                <PasswordField form=form.clone() name="password_again" label=w.t("accounts-again") new=true/>
                <p class="acts"><button class="button">{w.t("accounts-change-password")}</button></p>
            </FormView>
        </section>
    }
}

fn address_form(rq: &Request, profile: &OwnProfile) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let form = rq.form(AskEmailChange::PATH);
    let values = Values::from([("email".into(), profile.email.clone().into())]);
    let lead = rq.of_mails("accounts-address-lead", &values);
    view! {
        <p class="muted">{lead}</p>
        <FormView form=form.clone()>
            <TextField
                form=form.clone()
                name="new_email"
                label=w.t("accounts-new-email")
                kind="email"
                autocomplete="email"
                inputmode="email"
            />
            <PasswordField form=form.clone() name="password" label=w.t("accounts-your-password")/>
            <p class="acts"><button class="button">{w.t("accounts-change-address")}</button></p>
        </FormView>
    }
}

fn sessions_part(rq: &Request, sessions: Vec<OpenSession>) -> impl IntoView + use<> {
    let w = rq.words.clone();
    let others = sessions.iter().any(|session| !session.present);
    let revoke_others = others.then(|| {
        let (w, form) = (rq.words.clone(), rq.form(RevokeOtherSessions::PATH));
        view! {
            <FormView form=form>
                <p class="acts"><button class="button">{w.t("accounts-close-others")}</button></p>
            </FormView>
        }
    });
    let rows = sessions
        .into_iter()
        .map(|session| {
            let browser = w.t(&format!("browser-{}", session.device.browser.code()));
            let machine = w.t(&format!("machine-{}", session.device.machine.code()));
            let device = say!(w, "accounts-device", browser = browser, machine = machine);
            let opened = say!(w, "accounts-opened", at = w.moment(session.opened_at));
            let end = if session.present {
                view! { <State name="active" label=w.t("accounts-this-one")/> }.into_any()
            } else {
                let form = rq.form(RevokeSession::PATH);
                let (label, device) = (w.t("accounts-close"), device.clone());
                view! {
                    <FormView form=form summary=false class="">
                        <input type="hidden" name="key" value=session.key/>
                        <button class="button link">
                            {label}
                            <span class="vh">" "{device}</span>
                        </button>
                    </FormView>
                }
                .into_any()
            };
            view! {
                <li>
                    <span class="row-title">{device.clone()}</span>
                    <ul class="facts"><li>{opened}</li></ul>
                    <div class="row-acts">{end}</div>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="part" aria-labelledby="sessions">
            <header><h2 id="sessions">{w.t("accounts-sessions")}</h2></header>
            <p class="muted">{w.t("accounts-sessions-lead")}</p>
            <ul class="rows">{rows}</ul>
            {revoke_others}
        </section>
    }
}
