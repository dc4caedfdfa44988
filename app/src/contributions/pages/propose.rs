//! `/contributions/{id}/proposer`: what is missing, before a text is proposed.

use backend::contributions;
use domain::{ids::ContributionId, policy::ContributionAction};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::deeper;
use crate::{
    contributions::actions::ProposeContribution,
    paths,
    request::Request,
    ui::{Document, FormView, PageResult, Place},
};

/// `/contributions/{id}/proposer`
pub async fn propose(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    let head = contributions::head(&rq.cx, id, ContributionAction::Propose).await?;
    let missing = contributions::reminders(&rq.cx, id).await?;
    let words = rq.words.clone();
    let title = words.t("contributions-propose-title");
    let form = rq.form(ProposeContribution::PATH);
    let heading = say!(words, "contributions-propose-confirm", title = head.title.clone());
    let list = |lead: String, those: Vec<String>| {
        (!those.is_empty()).then(|| {
            let those = those.into_iter().map(|one| view! { <li>{one}</li> }).collect_view();
            view! { <p>{lead}</p><ul>{those}</ul> }
        })
    };
    let unticked = say!(words, "contributions-propose-unticked", count = missing.unticked.len());
    let awaited = say!(words, "contributions-propose-awaited", count = missing.awaited.len());
    let against = say!(words, "contributions-propose-against", count = missing.against.len());
    let unticked = list(unticked, missing.unticked);
    let awaited = list(awaited, missing.awaited);
    let against = list(against, missing.against);
    let [anyway, back] =
        ["contributions-propose-anyway", "contributions-propose-back"].map(|key| words.t(key));
    let view = view! {
        {deeper(&rq, &head, title.clone())}
        <div class="narrow">
            <FormView form=form class="confirm">
                <input type="hidden" name="id" value=id.to_string()/>
                <input type="hidden" name="anyway" value="oui"/>
                <h2>{heading}</h2>
                {against}
                {awaited}
                {unticked}
                <p class="acts">
                    <button class="button main">{anyway}</button>
                    " "
                    <a class="go" href=format!("{}#a-verifier", paths::contribution(id))>{back}</a>
                </p>
            </FormView>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Texts).unlisted())
}
