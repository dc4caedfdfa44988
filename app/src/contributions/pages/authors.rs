//! `/contributions/{id}/auteurs`: who signs the text.

use backend::contributions;
use domain::{ids::ContributionId, policy::ContributionAction};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::deeper;
use crate::{
    contributions::actions::SetAuthors,
    paths,
    request::Request,
    ui::{Choice, Choices, Document, FormView, PageResult, Place},
};

/// `/contributions/{id}/auteurs`
pub async fn authors(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    let words = rq.words.clone();
    let head = contributions::head(&rq.cx, id, ContributionAction::Write).await?;
    let people = contributions::authors(&rq.cx, id).await?;
    let form = rq.form(SetAuthors::PATH);
    let title = words.t("contributions-authors-title");
    let chosen = people.iter().filter(|p| p.is_author).map(|p| p.id.to_string()).collect::<Vec<_>>();
    let choices = people.into_iter().map(|p| Choice::new(p.id.to_string(), p.name)).collect::<Vec<_>>();
    let who = view! {
        <Choices
            form=form.clone()
            name="authors"
            label=words.t("contributions-authors-who")
            hint=words.t("contributions-authors-hint")
            choices=choices
            values=chosen
            several=true
        />
    };
    let [save, back] = ["contributions-authors-save", "contributions-edit-back"].map(|key| words.t(key));
    let view = view! {
        {deeper(&rq, &head, title.clone())}
        <div class="narrow">
            <FormView form=form>
                <input type="hidden" name="id" value=id.to_string()/>
                {who}
                <p class="acts">
                    <button class="button main">{save}</button>
                    " "
                    <a class="go" href=paths::contribution(id)>{back}</a>
                </p>
            </FormView>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Texts).unlisted())
}
