//! Who may be in a room, to the very message.

use domain::{Refusal, policy::ContributionAction, refusal::Transition};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use yrs::{
    ClientID,
    sync::{
        Message,
        awareness::{AwarenessUpdate, AwarenessUpdateEntry},
    },
};

use super::helpers::*;
use crate::{
    accounts,
    contributions::head,
    entities::{mandate, session},
    groups,
    live::{Closing, Part, may_join},
};

#[tokio::test]
async fn those_who_write_take_part_those_who_read_drafts_look_on_and_for_others_there_is_no_room() {
    let (test, cast, id) = room().await;
    for (name, person) in cast.everybody() {
        let cx = test.as_user(person.id).await;
        let may = may_join(&cx, id).await;
        match name {
            "member" | "reviewer" | "facilitator" => assert_eq!(may.expect(name), Part::Writes),
            "observer" | "chair" => assert_eq!(may.expect(name), Part::Reads),
            _ => assert_eq!(may.expect_err(name).refusal(), Some(&Refusal::NotFound), "{name}"),
        }
        assert_eq!(head(&cx, id, ContributionAction::Read).await.is_ok(), may_join(&cx, id).await.is_ok());
    }
    test.finish().await;
}

#[tokio::test]
async fn those_who_prepare_the_charter_write_it_the_council_looks_on_and_for_others_there_is_no_room() {
    let scene = of_the_charter().await;
    for (name, person) in scene.cast.everybody() {
        let may = may_join(&scene.test.as_user(person.id).await, scene.subject).await;
        match name {
            "chair" | "administrator" | "observer" => assert_eq!(may.expect(name), Part::Writes),
            "former member" | "suspended" => {
                assert_eq!(may.expect_err(name).refusal(), Some(&Refusal::NotFound), "{name}");
            }
            _ => assert_eq!(may.expect(name), Part::Reads, "{name}"),
        }
    }
    let visitor = may_join(&scene.test.visitor(), scene.subject).await;
    assert_eq!(visitor.expect_err("no room").refusal(), Some(&Refusal::NotFound));
    scene.ends().await;
    let rests = may_join(&scene.test.as_user(scene.one).await, scene.subject).await;
    let rests = rests.expect_err("no room").refusal().cloned();
    assert_eq!(rests, Some(Refusal::Transition(Transition::FramingState)));
    scene.test.finish().await;
}

#[tokio::test]
async fn what_a_reader_types_is_dropped() {
    in_each(async |scene| {
        let mut reader = scene.comes(scene.reader).await;
        let mut writer = scene.comes(scene.one).await;
        reader.type_at(0, "Non. ").await;
        writer.type_and_wait(0, "Oui. ").await;
        writer.sync().await;
        assert!(writer.body().starts_with("Oui. Le pont"), "{}", writer.body());
        assert_eq!(stored(&scene.test, scene.subject).await.doc.body(), writer.body());
        // And goes on receiving.
        reader.sync().await;
        assert!(reader.body().contains("Oui. "));
        scene.test.finish().await;
    })
    .await;
}

#[tokio::test]
async fn a_mandate_that_ends_closes_the_room_of_the_charter_at_the_next_message() {
    let scene = of_the_charter().await;
    let mut one = scene.comes(scene.one).await;
    let mut other = scene.comes(scene.other).await;
    let yesterday = scene.test.as_user(scene.one).await.today().pred_opt();
    let ended = mandate::Entity::update_many()
        .col_expr(mandate::Column::EndsOn, Expr::value(yesterday))
        .filter(mandate::Column::UserId.eq(scene.one))
        .exec(scene.test.backend.db().writer())
        .await;
    ended.expect("the mandate ends");
    one.type_at(0, "Non. ").await;
    assert_eq!(one.closing().await, Closing::Withdrawn);
    other.type_and_wait(0, "Oui. ").await;
    assert_eq!(stored(&scene.test, scene.subject).await.doc.body(), format!("Oui. {BODY}"));
    scene.test.finish().await;
}

#[tokio::test]
async fn a_right_withdrawn_bites_at_the_next_message() {
    let (test, cast, id) = room().await;
    let administrator = test.as_user(cast.administrator.id).await;
    let mut one = Client::come(&test, cast.member.id, id).await;
    let mut other = Client::come(&test, cast.reviewer.id, id).await;
    let mut third = Client::come(&test, cast.facilitator.id, id).await;
    one.sync().await;
    other.sync().await;
    third.sync().await;

    groups::remove_member(&administrator, "mobilites", cast.member.id).await.expect("removed");
    one.type_at(0, "Non. ").await;
    assert_eq!(one.closing().await, Closing::Withdrawn);
    accounts::suspend(&administrator, cast.reviewer.id).await.expect("suspended");
    other.type_at(0, "Non. ").await;
    assert_eq!(other.closing().await, Closing::SignedOut);
    session::Entity::delete_many().exec(test.backend.db().writer()).await.expect("signed out");
    third.type_at(0, "Non. ").await;
    assert_eq!(third.closing().await, Closing::SignedOut);
    assert_eq!(stored(&test, id).await.doc.body(), BODY);
    test.finish().await;
}

#[tokio::test]
async fn nobody_is_there_under_another_s_name() {
    let (test, cast, id) = room().await;
    let mut one = Client::come(&test, cast.member.id, id).await;
    let mut other = Client::come(&test, cast.facilitator.id, id).await;
    one.sync().await;
    other.sync().await;
    let claim = |client, json: &str| {
        let entry = AwarenessUpdateEntry { clock: 1, json: json.into() };
        Message::Awareness(AwarenessUpdate { clients: [(ClientID::new(client), entry)].into() })
    };
    one.say(claim(7, r##"{"user":{"name":"Armelle","id":1,"color":"#123"},"cursor":3}"##)).await;
    one.say(claim(8, "ce n’est pas un état")).await;
    while other.present.is_empty() {
        other.next().await.expect("still there");
    }
    let [state] = other.present.as_slice() else { panic!("{:?}", other.present) };
    assert!(state.contains("Gérard Pontivy") && !state.contains("Armelle"), "{state}");
    assert!(state.contains("#123") && state.contains("cursor"), "{state}");
    // Nor does anybody speak for another's editor.
    other.say(claim(7, "null")).await;
    other.present.clear();
    drop(one);
    while other.present.is_empty() {
        other.next().await.expect("still there");
    }
    assert_eq!(other.present, ["null"], "gone with its connection, and only then");
    test.finish().await;
}
