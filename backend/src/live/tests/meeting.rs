//! Typing together, and how it meets versions, forms and steps.

use chrono::TimeDelta;
use domain::{
    Version,
    contributions::{ReviewForm, State},
    policy::ContributionAction,
};
use sea_orm::{EntityTrait, PaginatorTrait, QueryOrder};

use super::helpers::*;
use crate::{
    PageNumber,
    contributions::{edit_view, head, history, passages, propose, review, save_together, submit},
    entities::{framing_revision, live_update},
    live::{Closing, name_what_waits},
};

#[tokio::test]
async fn what_is_typed_is_stored_before_it_comes_back_and_reaches_the_others() {
    in_each(async |scene| {
        let mut one = scene.comes(scene.one).await;
        assert_eq!(one.body(), BODY);
        let mut other = scene.comes(scene.other).await;
        one.type_and_wait(0, "Oui. ").await;
        assert!(stored(&scene.test, scene.subject).await.doc.body().starts_with("Oui. Le pont"));
        other.sync().await;
        assert_eq!(other.body(), one.body());
        // Offsets count as browsers do.
        let after = "Oui. Le pont est étroit. 🚲".encode_utf16().count();
        other.type_and_wait(u32::try_from(after).expect("short"), " Vraiment.").await;
        one.sync().await;
        assert_eq!(one.body(), format!("Oui. {}", BODY.replace("🚲", "🚲 Vraiment.")));
        assert_eq!(one.state(), other.state());
        scene.test.finish().await;
    })
    .await;
}

#[tokio::test]
async fn many_updates_are_folded_and_say_the_same() {
    in_each(async |scene| {
        let mut one = scene.comes(scene.one).await;
        for _ in 0..230 {
            one.type_and_wait(0, "a").await;
            // Time passes, and the allowance fills again.
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        let db = scene.test.backend.db().reader();
        let rows = live_update::Entity::find().count(db).await.expect("counted");
        assert!(rows < 200, "{rows}");
        assert_eq!(stored(&scene.test, scene.subject).await.doc.body(), one.body());
        let late = scene.comes(scene.other).await;
        assert_eq!(late.body(), one.body());
        scene.test.finish().await;
    })
    .await;
}

#[tokio::test]
async fn a_version_that_several_typed_has_all_their_names() {
    let (test, cast, id) = room().await;
    let mut one = Client::come(&test, cast.facilitator.id, id).await;
    one.sync().await;
    let mut other = Client::come(&test, cast.member.id, id).await;
    other.sync().await;
    one.type_and_wait(0, "Oui. ").await;
    other.sync().await;
    other.type_and_wait(0, "Vraiment. ").await;
    drop((one, other));
    closed(&test, id).await;
    let member = test.as_user(cast.member.id).await;
    let row = history(&member, id, PageNumber::FIRST).await.expect("history").page.rows.remove(0);
    assert_eq!((row.revision.by.as_str(), row.with), ("Gérard Pontivy", vec!["Maryse Belvaux".to_owned()]));
    let found = passages(&member, id).await.expect("read");
    let both = ["Gérard Pontivy", "Maryse Belvaux"].map(str::to_owned);
    assert!(found.whole.iter().any(|share| share.who == both && share.words == 2), "{:?}", found.whole);
    test.finish().await;
}

#[tokio::test]
async fn leaving_makes_a_version_of_what_was_typed_under_the_name_of_who_typed() {
    let (test, cast, id) = room().await;
    let mut one = Client::come(&test, cast.facilitator.id, id).await;
    one.sync().await;
    one.type_and_wait(0, "Oui. ").await;
    drop(one);
    closed(&test, id).await;
    let member = test.as_user(cast.member.id).await;
    let rows = history(&member, id, PageNumber::FIRST).await.expect("history").page.rows;
    assert_eq!((rows[0].revision.version, rows[0].revision.by.as_str()), (Version(2), "Maryse Belvaux"));
    assert!(edit_view(&member, id).await.expect("read").saved.body.starts_with("Oui. Le pont"));
    assert!(rows[0].with.is_empty());
    // Coming and going without a word makes none.
    let mut again = Client::come(&test, cast.facilitator.id, id).await;
    again.sync().await;
    assert!(again.body().starts_with("Oui. Le pont"));
    drop(again);
    closed(&test, id).await;
    assert_eq!(history(&member, id, PageNumber::FIRST).await.expect("history").page.total, 2);
    assert_eq!(test.journal().await.last().map(String::as_str), Some("contribution.revised"));
    test.finish().await;
}

#[tokio::test]
async fn leaving_a_version_of_the_charter_saves_what_was_typed_under_the_name_of_who_typed() {
    let scene = of_the_charter().await;
    let mut one = scene.comes(scene.one).await;
    one.type_and_wait(0, "Oui. ").await;
    let mut other = scene.comes(scene.other).await;
    other.type_and_wait(0, "Certes. ").await;
    drop((one, other));
    closed(&scene.test, scene.subject).await;
    let (version, body) = scene.saved().await;
    assert_eq!((version, body), (Version(3), format!("Certes. Oui. {BODY}")));
    let db = scene.test.backend.db().reader();
    let last = framing_revision::Entity::find().order_by_desc(framing_revision::Column::Number).one(db).await;
    assert_eq!(last.expect("read").expect("kept").saved_by, Some(scene.other));
    assert_eq!(scene.test.journal().await.last().map(String::as_str), Some("charter.saved"));
    scene.test.finish().await;
}

#[tokio::test]
async fn what_a_killed_server_left_becomes_a_version_later() {
    in_each(async |scene| {
        let mut one = scene.comes(scene.one).await;
        one.type_and_wait(0, "Oui. ").await;
        let backend = &scene.test.backend;
        assert_eq!(name_what_waits(backend).await.expect("read"), 0, "they still type");
        scene.test.wait(TimeDelta::minutes(11));
        assert_eq!(name_what_waits(backend).await.expect("read"), 1);
        assert_eq!(name_what_waits(backend).await.expect("read"), 0);
        assert_eq!(scene.saved().await, (scene.first.next(), format!("Oui. {BODY}")));
        scene.test.finish().await;
    })
    .await;
}

#[tokio::test]
async fn a_form_saved_while_others_type_goes_into_what_they_see() {
    in_each(async |scene| {
        let mut one = scene.comes(scene.other).await;
        one.type_and_wait(0, "Oui. ").await;
        let saved = scene.saves(scene.one, scene.first, &BODY.replace("loin", "trop loin")).await;
        assert_eq!(saved, Outcome::Merged(scene.first.next().next()));
        one.sync().await;
        let expected = format!("Oui. {}", BODY.replace("loin", "trop loin"));
        assert_eq!(one.body(), expected);
        assert_eq!(scene.saved().await.1, expected);
        // What is typed next stands on it.
        one.type_and_wait(0, "Non ? ").await;
        drop(one);
        closed(&scene.test, scene.subject).await;
        assert_eq!(scene.saved().await.1, format!("Non ? {expected}"));
        scene.test.finish().await;
    })
    .await;
}

#[tokio::test]
async fn a_form_that_meets_what_is_typed_is_settled_by_people() {
    in_each(async |scene| {
        let mut one = scene.comes(scene.other).await;
        one.type_and_wait(0, "Oui. ").await;
        assert_eq!(scene.saves(scene.one, scene.first, &format!("Non. {BODY}")).await, Outcome::Met);
        assert!(scene.saved().await.1.starts_with("Oui. Le pont"));
        one.sync().await;
        assert!(one.body().starts_with("Oui. Le pont"));
        scene.test.finish().await;
    })
    .await;
}

#[tokio::test]
async fn saving_from_the_shared_text_names_what_it_says() {
    in_each(async |scene| {
        let mut one = scene.comes(scene.other).await;
        one.type_and_wait(0, "Oui. ").await;
        let next = scene.first.next();
        assert_eq!(scene.saves_together(scene.other, scene.first).await, Outcome::Version(next));
        one.sync().await;
        assert!(one.body().starts_with("Oui. Le pont"));
        assert_eq!(scene.saved().await, (next, one.body()));
        assert_eq!(scene.saves_together(scene.other, next).await, Outcome::Unchanged);
        drop(one);
        closed(&scene.test, scene.subject).await;
        assert_eq!(scene.saved().await.0, next, "nothing was left to keep");
        scene.test.finish().await;
    })
    .await;
}

#[tokio::test]
async fn the_step_after_which_it_rests_takes_what_is_typed_and_ends_the_room() {
    in_each(async |scene| {
        let mut one = scene.comes(scene.one).await;
        one.type_and_wait(0, "Oui. ").await;
        scene.ends().await;
        assert_eq!(one.closing().await, Closing::NoLongerWritten);
        scene.begins_again().await;
        // It begins another life: what a browser kept of the former one is not brought in again.
        let old = one.doc.clone();
        drop(one);
        closed(&scene.test, scene.subject).await;
        let session = sign_in(&scene.test, scene.one).await;
        let mut again = Client::come_with(&scene.test, scene.one, scene.subject, &session, old).await;
        again.ask().await;
        assert_eq!(again.closing().await, Closing::OtherLife);
        assert_eq!(scene.comes(scene.one).await.body(), format!("Oui. {BODY}"));
        scene.test.finish().await;
    })
    .await;
}

#[tokio::test]
async fn a_version_of_the_shared_text_has_the_reason_that_was_given() {
    let (test, cast, id) = room().await;
    let mut one = Client::come(&test, cast.facilitator.id, id).await;
    one.sync().await;
    one.type_and_wait(0, "Oui. ").await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let mut typed = form("Ce que son auteur a vu");
    typed.reason = "Relu ensemble".into();
    save_together(&facilitator, id, Version(1), &typed).await.expect("saved");
    let rows = history(&facilitator, id, PageNumber::FIRST).await.expect("history").page;
    assert_eq!((rows.total, rows.rows[0].revision.reason.as_str()), (2, "Relu ensemble"));
    test.finish().await;
}

#[tokio::test]
async fn what_is_typed_is_sent_for_review_with_the_rest() {
    let (test, cast, id) = room().await;
    let mut one = Client::come(&test, cast.member.id, id).await;
    one.sync().await;
    one.type_and_wait(0, "Oui. ").await;
    let cx = test.as_user(cast.member.id).await;
    submit(&cx, id).await.expect("sent");
    let body = edit_view(&cx, id).await.expect("read").saved.body;
    assert!(body.starts_with("Oui. "), "{body}");
    let head = head(&cx, id, ContributionAction::Read).await.expect("read");
    assert_eq!((head.facts.state, head.version), (State::InReview, Version(2)));
    test.finish().await;
}

#[tokio::test]
async fn what_is_typed_after_an_approval_is_not_proposed() {
    let (test, cast, id) = room().await;
    submit(&test.as_user(cast.member.id).await, id).await.expect("sent");
    let approval = ReviewForm { verdict: "approve".into(), comment: String::new() };
    review(&test.as_user(cast.reviewer.id).await, id, Version(1), &approval).await.expect("approved");
    let mut one = Client::come(&test, cast.member.id, id).await;
    one.sync().await;
    one.type_and_wait(0, "Oui. ").await;
    let refused = propose(&test.as_user(cast.facilitator.id).await, id).await.expect_err("refused");
    let not_approved = domain::Refusal::Transition(domain::refusal::Transition::NotApproved);
    assert_eq!(refused.refusal(), Some(&not_approved));
    test.finish().await;
}

#[tokio::test]
async fn carets_of_others_stay_where_they_are_when_a_form_is_saved() {
    let doc = crate::live::LiveDoc::seeded(Version(1), BODY);
    let update = doc.rewrite(&BODY.replace("étroit", "trop étroit")).expect("written").expect("changed");
    // One word more, not a text anew.
    assert!(update.len() < 60, "{}", update.len());
}
