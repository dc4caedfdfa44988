//! Who may be in a room, to the very message.

use domain::{Refusal, policy::ContributionAction};
use sea_orm::EntityTrait;
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
    entities::session,
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
async fn what_a_reader_types_is_dropped() {
    let (test, cast, id) = room().await;
    let mut reader = Client::come(&test, cast.observer.id, id).await;
    let mut writer = Client::come(&test, cast.member.id, id).await;
    reader.sync().await;
    writer.sync().await;
    reader.type_at(0, "Non. ").await;
    writer.type_and_wait(0, "Oui. ").await;
    writer.sync().await;
    assert!(writer.body().starts_with("Oui. Le pont"), "{}", writer.body());
    assert_eq!(stored(&test, id).await.doc.body(), writer.body());
    // And goes on receiving.
    reader.sync().await;
    assert!(reader.body().contains("Oui. "));
    test.finish().await;
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
