//! The part of a page where a picture is added, changed, removed.

use backend::portraits::{MEGABYTES, Whose};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{actions::RemovePortrait, face::Face};
use crate::{
    library::pages::piece::files_field,
    paths,
    request::Request,
    ui::{ErrorSummary, FormView},
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
            view! { <Face name=name.to_owned() portrait=portrait group=true large=true/> }.into_any()
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
    let action = format!("{}&de={whose}", rq.posting_from(paths::PORTRAIT, here));
    let button = w.t(match portrait {
        Some(_) => "portraits-change",
        None => "portraits-add",
    });
    let hint = say!(w, "portraits-file-hint", megabytes = MEGABYTES);
    let field = files_field(&form, w.t("portraits-file"), hint, false, Some(ACCEPTED));
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
