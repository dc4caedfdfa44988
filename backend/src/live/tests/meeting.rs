//! Typing together, and how it meets versions, forms and steps.

use chrono::TimeDelta;
use domain::{
    Version,
    contributions::{ReviewForm, State},
    policy::ContributionAction,
};
use sea_orm::{EntityTrait, PaginatorTrait};

use super::helpers::*;
use crate::{
    PageNumber,
    contributions::{
        Saved, edit_view, head, history, passages, propose, review, save, save_together, send_back, submit,
    },
    entities::live_update,
    live::{Closing, name_what_waits},
};

#[tokio::test]
async fn what_is_typed_is_stored_before_it_comes_back_and_reaches_the_others() {
    let (test, cast, id) = room().await;
    let mut one = Client::come(&test, cast.member.id, id).await;
    one.sync().await;
    assert_eq!(one.body(), BODY);
    let mut other = Client::come(&test, cast.facilitator.id, id).await;
    other.sync().await;
    one.type_and_wait(0, "Oui. ").await;
    assert!(stored(&test, id).await.doc.body().starts_with("Oui. Le pont"));
    other.sync().await;
    assert_eq!(other.body(), one.body());
    // Offsets count as browsers do.
    let after = "Oui. Le pont est étroit. 🚲".encode_utf16().count();
    other.type_and_wait(u32::try_from(after).expect("short"), " Vraiment.").await;
    one.sync().await;
    assert_eq!(one.body(), "Oui. Le pont est étroit. 🚲 Vraiment.\n\nLa gare est loin.");
    assert_eq!(one.state(), other.state());
    test.finish().await;
}

#[tokio::test]
async fn many_updates_are_folded_and_say_the_same() {
    let (test, cast, id) = room().await;
    let mut one = Client::come(&test, cast.member.id, id).await;
    one.sync().await;
    for _ in 0..230 {
        one.type_and_wait(0, "a").await;
        // Time passes, and the allowance fills again.
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    let rows = live_update::Entity::find().count(test.backend.db().reader()).await.expect("counted");
    assert!(rows < 200, "{rows}");
    assert_eq!(stored(&test, id).await.doc.body(), one.body());
    let mut late = Client::come(&test, cast.facilitator.id, id).await;
    late.sync().await;
    assert_eq!(late.body(), one.body());
    test.finish().await;
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
async fn what_a_killed_server_left_becomes_a_version_later() {
    let (test, cast, id) = room().await;
    let mut one = Client::come(&test, cast.member.id, id).await;
    one.sync().await;
    one.type_and_wait(0, "Oui. ").await;
    assert_eq!(name_what_waits(&test.backend).await.expect("read"), 0, "they still type");
    test.wait(TimeDelta::minutes(11));
    assert_eq!(name_what_waits(&test.backend).await.expect("read"), 1);
    assert_eq!(name_what_waits(&test.backend).await.expect("read"), 0);
    test.finish().await;
}

#[tokio::test]
async fn a_form_saved_while_others_type_goes_into_what_they_see() {
    let (test, cast, id) = room().await;
    let mut one = Client::come(&test, cast.facilitator.id, id).await;
    one.sync().await;
    one.type_and_wait(0, "Oui. ").await;
    let member = test.as_user(cast.member.id).await;
    let typed = form(&BODY.replace("loin", "trop loin"));
    let saved = save(&member, id, Version(1), &typed).await.expect("saved");
    let expected = Saved::Merged { version: Version(3), base: Version(1), theirs: Version(2) };
    assert_eq!(format!("{saved:?}"), format!("{expected:?}"));
    one.sync().await;
    assert_eq!(one.body(), "Oui. Le pont est étroit. 🚲\n\nLa gare est trop loin.");
    assert_eq!(edit_view(&member, id).await.expect("read").saved.body, one.body());
    // What is typed next stands on it.
    one.type_and_wait(0, "Non ? ").await;
    drop(one);
    closed(&test, id).await;
    let body = edit_view(&member, id).await.expect("read").saved.body;
    assert_eq!(body, "Non ? Oui. Le pont est étroit. 🚲\n\nLa gare est trop loin.");
    test.finish().await;
}

#[tokio::test]
async fn a_form_that_meets_what_is_typed_is_settled_by_people() {
    let (test, cast, id) = room().await;
    let mut one = Client::come(&test, cast.facilitator.id, id).await;
    one.sync().await;
    one.type_and_wait(0, "Oui. ").await;
    let member = test.as_user(cast.member.id).await;
    let saved = save(&member, id, Version(1), &form(&format!("Non. {BODY}"))).await.expect("answered");
    let Saved::Conflicting(view) = saved else { panic!("{saved:?}") };
    assert!(view.their_text.body.starts_with("Oui. Le pont"));
    one.sync().await;
    assert!(one.body().starts_with("Oui. Le pont"));
    test.finish().await;
}

#[tokio::test]
async fn saving_from_the_shared_text_names_what_it_says() {
    let (test, cast, id) = room().await;
    let mut one = Client::come(&test, cast.facilitator.id, id).await;
    one.sync().await;
    one.type_and_wait(0, "Oui. ").await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let mut typed = form("Ce que son auteur a vu");
    typed.reason = "Relu ensemble".into();
    let saved = save_together(&facilitator, id, Version(1), &typed).await.expect("saved");
    assert!(matches!(saved, Saved::Version(Version(2))), "{saved:?}");
    one.sync().await;
    assert!(one.body().starts_with("Oui. Le pont"));
    assert_eq!(edit_view(&facilitator, id).await.expect("read").saved.body, one.body());
    drop(one);
    closed(&test, id).await;
    let rows = history(&facilitator, id, PageNumber::FIRST).await.expect("history").page;
    assert_eq!((rows.total, rows.rows[0].revision.reason.as_str()), (2, "Relu ensemble"));
    test.finish().await;
}

#[tokio::test]
async fn a_step_takes_what_is_typed_with_it_and_ends_the_room_of_what_is_no_longer_written() {
    let (test, cast, id) = room().await;
    let [member, reviewer, facilitator, chair] =
        [cast.member, cast.reviewer, cast.facilitator, cast.chair].map(|person| person.id);
    let mut one = Client::come(&test, member, id).await;
    one.sync().await;
    one.type_and_wait(0, "Oui. ").await;
    submit(&test.as_user(member).await, id).await.expect("sent");
    let body = edit_view(&test.as_user(member).await, id).await.expect("read").saved.body;
    assert!(body.starts_with("Oui. "), "{body}");
    let approval = ReviewForm { verdict: "approve".into(), comment: String::new() };
    review(&test.as_user(reviewer).await, id, Version(2), &approval).await.expect("approved");
    propose(&test.as_user(facilitator).await, id).await.expect("proposed");
    assert_eq!(one.closing().await, Closing::NoLongerWritten);
    // It comes back, and begins another life: what a browser kept of the former one is not brought in again.
    send_back(&test.as_user(chair).await, id, "Préciser.").await.expect("sent back");
    let old = one.doc.clone();
    drop(one);
    closed(&test, id).await;
    let session = sign_in(&test, member).await;
    let mut again = Client::come_with(&test, member, id, &session, old).await;
    again.ask().await;
    assert_eq!(again.closing().await, Closing::OtherLife);
    let mut fresh = Client::come(&test, member, id).await;
    fresh.sync().await;
    assert_eq!(fresh.body(), body);
    let cx = test.as_user(member).await;
    let head = head(&cx, id, ContributionAction::Read).await.expect("read");
    assert_eq!(head.facts.state, State::ChangesRequested);
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
