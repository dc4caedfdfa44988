//! The part of a page where a picture is added, changed, removed.

use backend::portraits::{MEGABYTES, Whose};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{
    actions::RemovePortrait,
    face::{Face, GroupFace},
};
use crate::{
    paths,
    request::Request,
    ui::{ErrorSummary, Form, FormView, form::FieldErrorView},
};

/// What is accepted, for browsers that choose among files.
const ACCEPTED: &str = "image/jpeg,image/png,image/webp,image/gif";

/// What is shown once after a change, by the codes of the addresses it leads to.
pub const DONE: [(&str, &str); 2] =
    [("photo", "portraits-done-changed"), ("sans-photo", "portraits-done-removed")];

/// Adding, changing, removing; `name` is that of the person or the group, `here` the page itself.
pub fn portrait_part(
    rq: &Request,
    whose: &Whose,
    name: &str,
    portrait: Option<&str>,
    here: &str,
) -> impl IntoView + use<> {
    let w = &rq.words;
    let of_group = matches!(whose, Whose::Group(_));
    let title = w.t(if of_group { "portraits-group" } else { "portraits-person" });
    let lead = w.t(if of_group { "portraits-group-lead" } else { "portraits-person-lead" });
    let shown = portrait.map(|mark| match whose {
        Whose::Person(id) => {
            let portrait = Some(paths::member_portrait(*id, mark));
            view! { <Face name=name.to_owned() portrait=portrait large=true/> }.into_any()
        }
        Whose::Group(slug) => {
            let portrait = Some(paths::group_portrait(slug, mark));
            view! { <GroupFace name=name.to_owned() portrait=portrait large=true/> }.into_any()
        }
    });
    let remove = portrait.map(|_| {
        let form = rq.form(RemovePortrait::PATH);
        let text = w.t(if of_group { "portraits-group-remove" } else { "portraits-remove" });
        let (whose, back) = (whose.to_string(), here.to_owned());
        view! {
            <FormView form=form class="">
                <input type="hidden" name="whose" value=whose/>
                <input type="hidden" name="back" value=back/>
                <button class="button link">{text}</button>
            </FormView>
        }
    });
    let form = rq.form(paths::PORTRAIT).shown_at(here.to_owned());
    let action = format!("{}&de={whose}", paths::posting_from(paths::PORTRAIT, here));
    let button = w.t(match portrait {
        Some(_) => "portraits-change",
        None => "portraits-add",
    });
    let field = field(&form, w.t("portraits-file"));
    view! {
        <section class="part" aria-labelledby="portrait">
            <header><h2 id="portrait">{title}</h2></header>
            <p class="muted">{lead}</p>
            {shown.map(|shown| view! { <div class="portrait">{shown}{remove}</div> })}
            <form class="form" method="post" action=action enctype="multipart/form-data">
                <ErrorSummary form=form/>
                {field}
                <p class="acts"><button class="button">{button}</button></p>
            </form>
        </section>
    }
}

fn field(form: &Form, label: String) -> impl IntoView + use<> {
    let id = form.input_id("files");
    let [hint_id, error_id] = [format!("{id}-aide"), format!("{id}-erreur")];
    let error = form.error("files");
    form.label("files", &label);
    let described = if error.is_some() { format!("{hint_id} {error_id}") } else { hint_id.clone() };
    let class = if error.is_some() { "field drop wrong" } else { "field drop" };
    let invalid = error.is_some().then_some("true");
    let error = error.map(|text| view! { <FieldErrorView id=error_id text=text/> });
    let hint = say!(form.words, "portraits-file-hint", megabytes = MEGABYTES);
    view! {
        <div class=class>
            <label for=id.clone()>{label}</label>
            <p class="hint" id=hint_id>{hint}</p>
            {error}
            <input
                id=id
                type="file"
                name="files"
                accept=ACCEPTED
                required
                aria-describedby=described
                aria-invalid=invalid
            />
        </div>
    }
}
