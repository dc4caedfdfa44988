//! `/contributions/{id}/retirer`: a published text is replaced, withdrawn, or in force again.

use backend::contributions;
use domain::{contributions::Standing, ids::ContributionId, policy::ContributionAction};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::deeper;
use crate::{
    contributions::actions::SetStanding,
    paths,
    request::Request,
    ui::{Choice, Choices, Document, FormView, PageResult, Place, TextArea, TextField},
};

/// `/contributions/{id}/retirer`
pub async fn withdraw(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    let head = contributions::head(&rq.cx, id, ContributionAction::Withdraw).await?;
    domain::contributions::must_be_published(head.facts.state)?;
    let standing = contributions::standing(&rq.cx, id).await?;
    let words = rq.words.clone();
    let title = words.t("contributions-withdraw-title");
    let form = rq.form(SetStanding::PATH);
    let choices: Vec<Choice> = Standing::ALL
        .iter()
        .filter(|choice| **choice != Standing::InForce || standing.standing != Standing::InForce)
        .map(|choice| {
            let [name, hint] = match choice {
                Standing::InForce => {
                    ["contributions-withdraw-in-force", "contributions-withdraw-in-force-hint"]
                }
                Standing::Superseded => {
                    ["contributions-withdraw-superseded", "contributions-withdraw-superseded-hint"]
                }
                Standing::Withdrawn => {
                    ["contributions-withdraw-withdrawn", "contributions-withdraw-withdrawn-hint"]
                }
            };
            Choice::new(choice.code(), words.t(name)).hint(words.t(hint))
        })
        .collect();
    let chosen = match standing.standing {
        Standing::InForce => Vec::new(),
        other => vec![other.code().to_owned()],
    };
    let number = standing.replaced_by.map(|number| number.to_string()).unwrap_or_default();
    let [what, by, by_hint, why, why_hint, save, back] = [
        "contributions-withdraw-what",
        "contributions-withdraw-by",
        "contributions-withdraw-by-hint",
        "contributions-withdraw-reason",
        "contributions-withdraw-reason-hint",
        "contributions-withdraw-save",
        "contributions-edit-back",
    ]
    .map(|key| words.t(key));
    let fields = view! {
        <Choices form=form.clone() name="standing" label=what choices=choices values=chosen/>
        <TextField form=form.clone() name="replaced_by" label=by hint=by_hint value=number short=true optional=true/>
        <TextArea form=form.clone() name="reason" label=why hint=why_hint value=standing.reason rows=3/>
    };
    let heading = say!(words, "contributions-withdraw-of", title = head.title.clone());
    let view = view! {
        {deeper(&rq, &head, title.clone())}
        <div class="narrow stack">
            <p class="lead">{heading}</p>
            <FormView form=form>
                <input type="hidden" name="id" value=id.to_string()/>
                {fields}
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
