//! Putting one's first steps away; naming, offering, accepting who accompanies a new member.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use domain::ids::UserId;
use leptos::prelude::*;

use crate::error::AppError;

/// Puts one's first steps away.
///
/// # Errors
/// The refusal of `backend::welcome::put_away`.
#[server(PutWelcomeAway, prefix = "/api", endpoint = "welcome/put-away")]
pub async fn put_welcome_away() -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::welcome::put_away(&cx).await?;
        Ok(crate::paths::done(crate::paths::HOME, "bienvenue"))
    })
    .await
}

/// Names who accompanies a new member, or nobody.
///
/// # Errors
/// The refusal of `backend::welcome::name`.
#[server(NameSponsor, prefix = "/api", endpoint = "welcome/name-sponsor")]
pub async fn name_sponsor(newcomer: UserId, #[server(default)] sponsor: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::welcome::name(&cx, newcomer, &sponsor).await?;
        Ok(crate::paths::done(&crate::paths::member(newcomer), "accompagne"))
    })
    .await
}

/// Offers to accompany a new member.
///
/// # Errors
/// The refusal of `backend::welcome::offer`.
#[server(OfferToSponsor, prefix = "/api", endpoint = "welcome/offer")]
pub async fn offer_to_sponsor(newcomer: UserId) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::welcome::offer(&cx, newcomer).await?;
        Ok(crate::paths::done(&crate::paths::member(newcomer), "propose"))
    })
    .await
}

/// Accepts who offers to accompany one.
///
/// # Errors
/// The refusal of `backend::welcome::accept`.
#[server(AcceptSponsor, prefix = "/api", endpoint = "welcome/accept")]
pub async fn accept_sponsor(sponsor: UserId) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::welcome::accept(&cx, sponsor).await?;
        Ok(crate::paths::done(crate::paths::WELCOME, "accepte"))
    })
    .await
}

/// Ends it, takes an offer back, or declines it: one of the two is oneself.
///
/// # Errors
/// The refusal of `backend::welcome::end`.
#[server(EndSponsor, prefix = "/api", endpoint = "welcome/end")]
pub async fn end_sponsor(newcomer: UserId, sponsor: UserId) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::welcome::end(&cx, newcomer, sponsor).await?;
        let own = cx.actor.user_id() == Some(newcomer);
        let page = if own { crate::paths::WELCOME.to_owned() } else { crate::paths::member(newcomer) };
        Ok(crate::paths::done(&page, "fini"))
    })
    .await
}

/// Says that one got in touch with the new member whom one accompanies.
///
/// # Errors
/// The refusal of `backend::welcome::met`.
#[server(SayMet, prefix = "/api", endpoint = "welcome/met")]
pub async fn say_met(newcomer: UserId) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::welcome::met(&cx, newcomer).await?;
        Ok(crate::paths::done(&crate::paths::member(newcomer), "contact"))
    })
    .await
}
