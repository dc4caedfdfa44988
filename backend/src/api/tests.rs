//! Tokens, played by the cast.

use chrono::TimeDelta;
use domain::{
    Refusal,
    api::{REQUESTS_A_MINUTE, Scope, TOKEN_PREFIX, TOKENS_MAX, TokenForm},
    ids::{ApiTokenId, UserId},
    people::CouncilRole,
    refusal::{Forbidden, Transition},
};

use sea_orm::{EntityTrait, QueryOrder};

use super::*;
use crate::{
    Cx, PageNumber, Result, accounts,
    entities::event,
    groups, jobs, people,
    testing::{Cast, TestBackend, refused},
};

fn form(scopes: &[&str]) -> TokenForm {
    let scopes = scopes.iter().map(|scope| (*scope).to_owned()).collect();
    TokenForm { name: "Mon script".into(), scopes, days: "30".into() }
}

async fn member(test: &TestBackend, cast: &Cast) -> Cx {
    test.as_user(cast.member.id).await
}

async fn opens(test: &TestBackend, token: &str) -> bool {
    asking(&test.visitor(), token).await.expect("asked").is_some()
}

#[tokio::test]
async fn a_token_asks_in_the_name_of_its_person_and_is_kept_as_a_hash() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = member(&test, &cast).await;
    let token = make(&cx, &form(&["texts-read"])).await.expect("made");
    assert!(token.starts_with(TOKEN_PREFIX) && token.len() > 40, "{token}");
    let who = asking(&test.visitor(), &token).await.expect("asked").expect("somebody");
    assert_eq!(who.actor, cx.actor);
    assert!(who.scopes.contain(Scope::TextsRead) && !who.scopes.contain(Scope::TextsWrite));
    let view = mine(&cx).await.expect("read").remove(0);
    assert_eq!((view.name.as_str(), view.used_on), ("Mon script", Some(cx.today())));
    assert_eq!(view.shown, token[..10]);
    let traces = test.traces_of(&[&token[10..]]).await;
    assert!(traces.is_empty(), "the token is kept: {traces:?}");
    assert_eq!(test.journal().await[..], ["council.installed", "account.token_made"]);
    test.do_jobs().await;
    let told = test.letterbox.mails();
    assert!(told.iter().any(|mail| mail.contains("way_changed token-made")), "{told:?}");
    for nothing in ["", "preau_", "preau_inconnu", &token[1..]] {
        assert!(!opens(&test, nothing).await, "{nothing}");
    }
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn a_token_ends_by_itself_and_when_it_is_revoked() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = member(&test, &cast).await;
    let short = make(&cx, &form(&["texts-read"])).await.expect("made");
    let long = make(&cx, &TokenForm { days: "365".into(), ..form(&["texts-read"]) }).await.expect("made");
    test.wait(TimeDelta::days(30) - TimeDelta::seconds(1));
    assert!(opens(&test, &short).await && opens(&test, &long).await);
    test.wait(TimeDelta::seconds(1));
    assert!(!opens(&test, &short).await && opens(&test, &long).await);
    let cx = member(&test, &cast).await;
    let other = test.as_user(cast.other.id).await;
    let id = mine(&cx).await.expect("read")[0].id;
    assert_eq!(refused(revoke(&other, id).await), Refusal::NotFound);
    assert_eq!(refused(revoke(&test.visitor(), id).await), Refusal::SignInRequired);
    assert!(opens(&test, &long).await);
    revoke(&cx, id).await.expect("revoked");
    revoke(&cx, id).await.expect("revoked already");
    assert!(!opens(&test, &long).await);
    assert_eq!(test.journal().await[3..], ["account.token_revoked"]);
    test.wait(TimeDelta::days(31));
    tidy_up(&test.backend).await.expect("tidied");
    assert!(mine(&member(&test, &cast).await).await.expect("read").is_empty());
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn a_token_loses_what_its_person_loses() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = member(&test, &cast).await;
    let token = make(&cx, &form(&["groups-read"])).await.expect("made");
    let administrator = test.as_user(cast.administrator.id).await;
    let actor = async || asking(&test.visitor(), &token).await.expect("asked").expect("somebody").actor;
    assert!(actor().await.role_in(cast.mobilites.id()).is_some());
    groups::remove_member(&administrator, "mobilites", cast.member.id).await.expect("removed");
    assert!(actor().await.role_in(cast.mobilites.id()).is_none());
    let mandates = people::show(&administrator, cast.member.id).await.expect("shown").mandates;
    people::end_mandate(&administrator, mandates[0].id, "22/11/2026").await.expect("ended");
    test.wait(TimeDelta::hours(15));
    assert_eq!(actor().await.person().expect("somebody").roles, Vec::<CouncilRole>::new());
    accounts::suspend(&test.as_user(cast.administrator.id).await, cast.member.id).await.expect("suspended");
    assert!(!opens(&test, &token).await);
    test.leave().await;
}

#[tokio::test]
async fn administrators_see_everybody_s_tokens_and_revoke_them() {
    let (test, cast) = TestBackend::with_cast().await;
    let token = make(&member(&test, &cast).await, &form(&["texts-read"])).await.expect("made");
    let administrator = test.as_user(cast.administrator.id).await;
    let found = all(&administrator, PageNumber::FIRST).await.expect("read").rows.remove(0);
    assert_eq!(found.user, (cast.member.id, "Gérard Pontivy".to_owned()));
    let chair = test.as_user(cast.chair.id).await;
    assert_eq!(
        refused(all(&chair, PageNumber::FIRST).await.map(|page| page.total)),
        Refusal::Forbidden(Forbidden::AdministratorOnly)
    );
    assert_eq!(refused(revoke(&chair, found.token.id).await), Refusal::NotFound);
    revoke(&administrator, found.token.id).await.expect("revoked");
    assert!(!opens(&test, &token).await);
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn one_has_a_bounded_number_of_tokens() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = member(&test, &cast).await;
    for _ in 0..TOKENS_MAX {
        make(&cx, &form(&["texts-read"])).await.expect("made");
    }
    let refusal = refused(make(&cx, &form(&["texts-read"])).await);
    assert_eq!(refusal, Refusal::Transition(Transition::TooManyTokens));
    revoke(&cx, mine(&cx).await.expect("read")[0].id).await.expect("revoked");
    make(&cx, &form(&["texts-read"])).await.expect("made");
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn a_token_that_asks_too_often_waits_for_the_next_minute() {
    let (test, cast) = TestBackend::with_cast().await;
    let token = make(&member(&test, &cast).await, &form(&["texts-read"])).await.expect("made");
    for _ in 0..REQUESTS_A_MINUTE {
        assert!(opens(&test, &token).await);
    }
    let refusal = refused(asking(&test.visitor(), &token).await.map(|_| ()));
    let Refusal::TooMany { retry_after_seconds } = refusal else { panic!("{refusal:?}") };
    assert!((1..=60).contains(&retry_after_seconds));
    test.wait(TimeDelta::seconds(retry_after_seconds.into()));
    assert!(opens(&test, &token).await);
    test.do_jobs().await;
    test.finish().await;
}

/// Somebody's token, and the same request under the same key as often as it is asked.
async fn keyed() -> (TestBackend, UserId, ApiTokenId) {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = member(&test, &cast).await;
    let token = make(&cx, &form(&["texts-write"])).await.expect("made");
    let id = asking(&test.visitor(), &token).await.expect("asked").expect("somebody").token;
    (test, cast.member.id, id)
}

/// Begins a request in a context of its own.
async fn begins(test: &TestBackend, token: ApiTokenId, fingerprint: &str) -> (Begun, Cx) {
    let mut cx = test.visitor();
    let begun = begin_answer(&mut cx, token, "une-clé", fingerprint).await.expect("begun");
    (begun, cx)
}

/// Changes something in this context.
async fn changes(cx: &Cx, user: UserId) -> Result<()> {
    let tx = cx.begin().await?;
    jobs::enqueue(cx, &tx, &jobs::Job::TellPasswordChanged { user }).await?;
    cx.commit(tx).await
}

#[tokio::test]
async fn a_request_under_a_key_is_done_once() {
    let (test, _, id) = keyed().await;
    let (begun, cx) = begins(&test, id, "a").await;
    assert_eq!(begun, Begun::New);
    assert_eq!(begins(&test, id, "a").await.0, Begun::Running);
    assert_eq!(begins(&test, id, "b").await.0, Begun::Other);
    let answer = Answer { status: 201, headers: "{}".into(), body: "{\"id\":1}".into() };
    keep_answer(&cx, &answer).await.expect("kept");
    assert_eq!(begins(&test, id, "a").await.0, Begun::Answered(answer));
    assert_eq!(begins(&test, id, "b").await.0, Begun::Other);
    test.wait(TimeDelta::hours(25));
    let (begun, cx) = begins(&test, id, "b").await;
    assert_eq!(begun, Begun::New, "a day later the key is free");
    forget_answer(&cx).await.expect("forgotten");
    assert_eq!(begins(&test, id, "c").await.0, Begun::New);
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn a_request_that_was_interrupted_before_its_change_can_be_done_by_one() {
    let (test, user, id) = keyed().await;
    let (_, slow) = begins(&test, id, "a").await;
    test.wait(TimeDelta::minutes(6));
    let (begun, again) = begins(&test, id, "a").await;
    assert_eq!(begun, Begun::New);
    let late = changes(&slow, user).await.expect_err("refused");
    assert_eq!(late.refusal(), Some(&Refusal::Conflict));
    keep_answer(&slow, &Answer { status: 500, headers: String::new(), body: String::new() })
        .await
        .expect("told");
    changes(&again, user).await.expect("done");
    assert_eq!(begins(&test, id, "a").await.0, Begun::Running);
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn a_program_that_starts_again_tells_what_was_done_from_what_was_not() {
    let (test, user, id) = keyed().await;
    begins(&test, id, "a").await;
    jobs::give_back(&test.backend).await.expect("given back");
    let (begun, cx) = begins(&test, id, "a").await;
    assert_eq!(begun, Begun::New, "nothing was done");
    changes(&cx, user).await.expect("done");
    assert_eq!(begins(&test, id, "a").await.0, Begun::Running, "its answer may be on its way");
    forget_answer(&cx).await.expect("looked at");
    jobs::give_back(&test.backend).await.expect("given back");
    assert_eq!(begins(&test, id, "a").await.0, Begun::Unanswered);
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn of_two_requests_at_once_under_a_key_one_is_done() {
    let (test, _, id) = keyed().await;
    let (one, other) = tokio::join!(begins(&test, id, "a"), begins(&test, id, "a"));
    let mut both = [one.0, other.0];
    both.sort_by_key(|begun| *begun != Begun::New);
    assert_eq!(both, [Begun::New, Begun::Running]);
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn what_is_done_by_a_token_says_so_in_the_journal() {
    use domain::contributions::ContributionForm;

    let (test, cast) = TestBackend::with_cast().await;
    let mut cx = member(&test, &cast).await;
    let token = make(&cx, &form(&["texts-write"])).await.expect("made");
    let id = asking(&test.visitor(), &token).await.expect("asked").expect("somebody").token;
    cx.comes_by(id);
    let typed = ContributionForm { title: "Un texte".into(), kind: "note".into(), ..Default::default() };
    crate::contributions::create(&cx, "mobilites", &typed).await.expect("written");
    let lines = event::Entity::find().order_by_asc(event::Column::Id).all(test.backend.db().reader()).await;
    let last = lines.expect("read").pop().expect("a line");
    let details: serde_json::Value = serde_json::from_str(&last.data).expect("details");
    assert_eq!((last.kind.as_str(), &details["token"]), ("contribution.created", &serde_json::json!(id)));
    test.leave().await;
}
