//! Two people changed the same version: both texts, side by side, and the form that settles it.

use backend::contributions::ConflictView;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{
    deeper,
    edit::{body, fields},
};
use crate::{
    contributions::{
        actions::{DiscardUnsaved, SaveContribution},
        parts,
    },
    request::Request,
    ui::{Document, FormView, Notice, NoticeTone, Place, in_textarea},
};

/// The page of a conflict. Nothing typed is lost; saving from here is over the newer version.
pub fn page(rq: &Request, view: &ConflictView) -> Document {
    let words = &rq.words;
    let title = words.t("contributions-conflict-title");
    let told = say!(
        words,
        "contributions-conflict-told",
        name = view.theirs.by.clone(),
        version = view.theirs.version.to_string(),
        moment = words.moment(view.theirs.at),
        base = view.base.to_string()
    );
    let reason = (!view.theirs.reason.is_empty())
        .then(|| view! { <p>{say!(words, "contributions-conflict-reason", reason = view.theirs.reason.clone())}</p> });
    let theirs = say!(words, "contributions-version", version = view.theirs.version.to_string());
    let form = rq.form(SaveContribution::PATH);
    let discard = rq.form(DiscardUnsaved::PATH);
    let id = view.head.facts.id.to_string();
    let base = view.head.version.to_string();
    let id_again = id.clone();
    let fields = fields(rq, &form, &view.yours, false, body(rq, &form, &view.yours));
    let [way_out, save, drop] =
        ["contributions-conflict-way-out", "contributions-edit-save", "contributions-conflict-discard"]
            .map(|key| words.t(key));
    let page = view! {
        {deeper(rq, &view.head, title.clone())}
        <Notice tone=NoticeTone::Warning>
            <p>{told}</p>
            {reason}
            <p>{way_out}</p>
        </Notice>
        <section class="part" aria-labelledby="ecarts">
            <header><h2 id="ecarts">{words.t("contributions-conflict-differences")}</h2></header>
            {parts::comparison(words, &view.between, &theirs, &words.t("contributions-conflict-yours"))}
        </section>
        <section class="part" aria-labelledby="la-votre">
            <header><h2 id="la-votre">{words.t("contributions-conflict-settle")}</h2></header>
            <FormView form=form>
                <input type="hidden" name="id" value=id/>
                <input type="hidden" name="base" value=base/>
                {fields}
                <p class="acts"><button class="button main">{save}</button></p>
            </FormView>
        </section>
        <section class="part" aria-labelledby="la-leur">
            <header><h2 id="la-leur">{words.t("contributions-conflict-theirs")}</h2></header>
            <details class="unfold">
                <summary class="button">{words.t("contributions-conflict-theirs-open")}</summary>
                <div class="field">
                    <label for="leur-texte">{theirs}</label>
                    <textarea id="leur-texte" class="large" readonly rows="16">
                        {in_textarea(&view.their_text.body)}
                    </textarea>
                </div>
            </details>
            <FormView form=discard class="one">
                <input type="hidden" name="id" value=id_again/>
                <button class="button link">{drop}</button>
            </FormView>
        </section>
    };
    Document::new(title, page).at(Place::Texts).unlisted().wide()
}
