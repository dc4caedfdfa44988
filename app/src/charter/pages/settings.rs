//! `/charte/ajouter` and `/charte/{slug}/reglages`: what is said of a framing text.

use backend::charter;
use domain::{
    charter::{FramingForm, FramingKind},
    policy::{CharterAction, Permission},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::way_back;
use crate::{
    charter::actions::{AddFraming, ChangeFraming},
    paths,
    request::Request,
    ui::{Both, Choice, Choices, Document, Form, FormView, Meanwhile, PageResult, Place, Select, TextField},
};

/// `/charte/ajouter`
pub async fn new(rq: Request) -> PageResult {
    rq.cx.require(Permission::Charter(CharterAction::Prepare))?;
    let words = rq.words.clone();
    let title = words.t("charter-new");
    let form = rq.form(AddFraming::PATH);
    let fields =
        fields(&form, &FramingForm { kind: FramingKind::Charter.code().to_owned(), ..Default::default() });
    let view = view! {
        {way_back(&rq, None)}
        <div class="narrow">
            <header class="page-head">
                <h1>{title.clone()}</h1>
                <p class="muted">{words.t("charter-new-lead")}</p>
            </header>
            <FormView form=form>
                {fields}
                <p class="acts">
                    <button class="button main">{words.t("charter-new-do")}</button>
                    " "
                    <a class="go" href=paths::CHARTER>{words.t("charter-back")}</a>
                </p>
            </FormView>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Charter).unlisted())
}

/// `/charte/{slug}/reglages`
pub async fn settings(rq: Request) -> PageResult {
    let slug = rq.param("slug").to_owned();
    let (version, saved) = charter::settings(&rq.cx, &slug).await?;
    let words = rq.words.clone();
    let title = words.t("charter-settings");
    let form = rq.form(ChangeFraming::PATH);
    let plain = |name: &str, key: &str, saved: &str| Both::new(&form, name, words.t(key), saved);
    let kind =
        |code: &str| FramingKind::from_code(code).map(|kind| words.framing_kind(kind)).unwrap_or_default();
    let yes_no =
        |code: &str| words.t(if code == "oui" { "charter-to-sign-yes" } else { "charter-to-sign-no" });
    let both = vec![
        Both::coded(&form, "kind", words.t("charter-kind"), &saved.kind, kind),
        plain("title", "charter-name", &saved.title),
        plain("aim", "charter-aim", &saved.aim),
        Both::coded(&form, "to_sign", words.t("charter-to-sign"), &saved.to_sign, yes_no),
    ];
    let fields = fields(&form, &saved);
    let version = form.version(version);
    let view = view! {
        {way_back(&rq, Some((&slug, &saved.title)))}
        <div class="narrow">
            <header class="page-head"><h1>{title.clone()}</h1></header>
            <Meanwhile form=form.clone() fields=both/>
            <FormView form=form>
                <input type="hidden" name="slug" value=slug.clone()/>
                <input type="hidden" name="version" value=version/>
                {fields}
                <p class="acts">
                    <button class="button main">{words.t("charter-save")}</button>
                    " "
                    <a class="go" href=paths::framing(&slug)>{words.t("charter-back")}</a>
                </p>
            </FormView>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Charter).unlisted())
}

fn fields(form: &Form, saved: &FramingForm) -> AnyView {
    let words = form.words.clone();
    let kinds: Vec<Choice> =
        FramingKind::ALL.iter().map(|kind| Choice::new(kind.code(), words.framing_kind(*kind))).collect();
    let sign = vec![Choice::new("oui", words.t("charter-to-sign-yes")).hint(words.t("charter-to-sign-hint"))];
    let values = if saved.to_sign == "oui" { vec!["oui".to_owned()] } else { Vec::new() };
    view! {
        <Select form=form.clone() name="kind" label=words.t("charter-kind") choices=kinds value=saved.kind.clone()/>
        <TextField form=form.clone() name="title" label=words.t("charter-name") value=saved.title.clone()/>
        <TextField
            form=form.clone()
            name="aim"
            label=words.t("charter-aim")
            hint=words.t("charter-aim-hint")
            value=saved.aim.clone()
            optional=true
        />
        <Choices form=form.clone() name="to_sign" label=words.t("charter-to-sign") choices=sign values=values several=true optional=true/>
    }
    .into_any()
}
