//! What is done with the files of a text; they are sent to an address of their own.

use domain::ids::ContributionId;
use leptos::prelude::*;

use crate::error::AppError;

/// Takes what is told of its files away from the page of a text.
///
/// # Errors
/// `Forbidden`, `NotFound`.
#[server(PutIntakesAway, prefix = "/api", endpoint = "contributions/put-files-away")]
pub async fn put_intakes_away(id: ContributionId) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        backend::contributions::put_intakes_away(&cx, id).await?;
        Ok(crate::paths::done(&crate::paths::contribution(id), "range"))
    })
    .await
}
