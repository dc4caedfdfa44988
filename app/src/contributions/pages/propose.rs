//! `/contributions/{id}/proposer`: the points that are not ticked, before a text is proposed.

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
    let points = contributions::unchecked_points(&rq.cx, id).await?;
    let words = rq.words.clone();
    let title = words.t("contributions-propose-title");
    let form = rq.form(ProposeContribution::PATH);
    let (name, count) = (head.title.clone(), points.len());
    let heading = say!(words, "contributions-propose-confirm", title = name);
    let lead = say!(words, "contributions-propose-unticked", count = count);
    let points = points.into_iter().map(|point| view! { <li>{point}</li> }).collect_view();
    let [anyway, back] =
        ["contributions-propose-anyway", "contributions-propose-back"].map(|key| words.t(key));
    let view = view! {
        {deeper(&rq, &head, title.clone())}
        <div class="narrow">
            <FormView form=form class="confirm">
                <input type="hidden" name="id" value=id.to_string()/>
                <input type="hidden" name="anyway" value="oui"/>
                <h2>{heading}</h2>
                <p>{lead}</p>
                <ul>{points}</ul>
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
