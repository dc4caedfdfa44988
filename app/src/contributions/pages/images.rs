//! `/contributions/{id}/images`: adding an image to a text, with what it shows and where it goes, without a script.

use backend::contributions::{self, IMAGE_MEGABYTES};
use domain::{
    contributions::{ALT_MAX, Paragraph},
    ids::ContributionId,
};
use leptos::prelude::*;

use super::deeper;
use crate::{
    library::pages::piece::files_field,
    paths,
    request::Request,
    ui::{Choice, Document, ErrorSummary, PageResult, Place, Select, TextField},
    words::Words,
};

/// What is accepted, for browsers that choose among files.
const ACCEPTED: &str = "image/png,image/jpeg,image/webp,image/gif";

/// `/contributions/{id}/images`
pub async fn images(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    let view = contributions::images_view(&rq.cx, id).await?;
    let words = rq.words.clone();
    let title = words.t("images-title");
    let here = paths::contribution_images(id);
    let form = rq.form(paths::ADD_IMAGE).shown_at(here.clone());
    let action = format!("{}&texte={id}", rq.posting_from(paths::ADD_IMAGE, &here));
    let decorative = form.is_chosen("decorative", "oui", false);
    let typing = view.typing.then(|| view! { <p class="muted">{words.t("images-typing")}</p> });
    let hint = say!(words, "images-file-hint", megabytes = IMAGE_MEGABYTES);
    let page = view! {
        {deeper(&rq, &view.head, title.clone())}
        <div class="narrow">
            <p>{words.t("images-lead")}</p>
            {typing}
            <form class="form" method="post" action=action enctype="multipart/form-data" novalidate>
                <ErrorSummary form=form.clone()/>
                <TextField
                    form=form.clone()
                    name="alt"
                    label=words.t("images-alt")
                    hint=say!(words, "images-alt-hint", count = ALT_MAX)
                    optional=true
                />
                <div class="field">
                    <label class="choice">
                        <input type="checkbox" name="decorative" value="oui" checked=decorative/>
                        " "
                        <span>{words.t("images-decorative")}</span>
                    </label>
                </div>
                <Select
                    form=form.clone()
                    name="after"
                    label=words.t("images-after")
                    choices=places(&words, &view.paragraphs)
                    value=""
                />
                {files_field(&form, words.t("images-file"), hint, false, Some(ACCEPTED))}
                <p class="acts">
                    <button class="button main">{words.t("images-do")}</button>
                    " "
                    <a class="go" href=paths::contribution_edit(id)>{words.t("images-back")}</a>
                </p>
            </form>
        </div>
    };
    Ok(Document::new(title, page).at(Place::Texts).unlisted())
}

fn places(words: &Words, paragraphs: &[Paragraph]) -> Vec<Choice> {
    let end = Choice::new("", words.t("images-at-end"));
    let after = (1..).zip(paragraphs).map(|(number, paragraph)| {
        let label =
            say!(words, "images-after-words", number = number.to_string(), words = paragraph.begins.clone());
        Choice::new(number.to_string(), label)
    });
    std::iter::once(end).chain(after).collect()
}
