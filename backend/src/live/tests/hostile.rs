//! What a bad client does costs nobody else anything.

use domain::{Version, contributions::BODY_MAX};
use proptest::prelude::*;
use yrs::{
    Any, Array, Doc, ID, Map, StateVector, Text, Transact, TransactionMut, Update, WriteTxn,
    block::{BLOCK_ITEM_STRING_REF_NUMBER, HAS_ORIGIN, HAS_RIGHT_ORIGIN},
    encoding::write::Write,
    sync::{Message, SyncMessage},
    types::Attrs,
    updates::{
        decoder::Decode,
        encoder::{Encoder, EncoderV1},
    },
};

use super::helpers::*;
use crate::live::{Closing, LiveDoc, MESSAGE_MAX, Subject, rooms::Allowance, text::Applied};

#[tokio::test]
async fn broken_updates_cost_only_whoever_sends_them() {
    let (test, cast, id) = room().await;
    let mut one = Client::come(&test, cast.facilitator.id, id).await;
    one.sync().await;
    let mut expected = BODY.to_owned();
    for broken in [
        vec![255; 40],
        vec![1, 255, 255, 255, 255, 255, 255, 255, 15],
        vec![1, 1, 5, 9, 4, 1, 4, b't', b'e', b'x', b't', 3, b'a', b'b', b'c', 0],
        vec![],
    ] {
        let alone = LiveDoc::seeded(Version(1), BODY).apply(&broken, BODY_MAX);
        assert_eq!(alone, Err(Closing::Malformed), "{broken:?}");
        let mut bad = Client::come(&test, cast.member.id, id).await;
        bad.say(Message::Sync(SyncMessage::Update(broken))).await;
        assert_eq!(bad.closing().await, Closing::Malformed);
        drop(bad);
        one.type_and_wait(0, "a").await;
        expected.insert(0, 'a');
        assert_eq!(stored(&test, id).await.doc.body(), expected);
    }
    test.finish().await;
}

/// Passages typed under a number of its own, each between two characters of the seed: before which, after which.
fn typed_between(client: u64, places: &[(u32, u32)]) -> Vec<u8> {
    let seed = StateVector::decode_v1(&LiveDoc::seeded(Version(1), BODY).vector()).expect("a vector");
    let (seed, _) = seed.iter().next().expect("who wrote the beginning");
    let mut update = EncoderV1::new();
    update.write_var(1u32);
    update.write_var(places.len());
    update.write_var(client);
    update.write_var(0u32);
    for (before, after) in places {
        update.write_info(BLOCK_ITEM_STRING_REF_NUMBER | HAS_ORIGIN | HAS_RIGHT_ORIGIN);
        update.write_left_id(&ID::new(*seed, *before));
        update.write_right_id(&ID::new(*seed, *after));
        update.write_string("x");
    }
    update.write_var(0u32);
    update.to_vec()
}

#[test]
fn nothing_is_typed_before_what_it_comes_after() {
    let place = |places: &[(u32, u32)]| {
        let doc = LiveDoc::seeded(Version(1), BODY);
        doc.apply(&typed_between(7, places), BODY_MAX).map(|_| doc.body())
    };
    assert_eq!(place(&[(3, 4)]), Ok(BODY.replacen("Le p", "Le px", 1)));
    assert!(place(&[(3, 8)]).is_ok(), "what stood between them came at the same time");
    assert_eq!(place(&[(5, 5)]), Err(Closing::Malformed));
    assert_eq!(place(&[(5, 4)]), Err(Closing::Malformed));
    assert_eq!(place(&[(3, 4), (9, 2)]), Err(Closing::Malformed));
}

#[test]
fn a_day_without_a_connection_is_taken_at_once_and_endless_places_are_not() {
    let doc = LiveDoc::seeded(Version(1), BODY);
    let places = |count| typed_between(7, &vec![(3, 4); count]);
    assert_eq!(doc.apply(&places(2_000), BODY_MAX), Ok(Applied::New));
    let doc = LiveDoc::seeded(Version(1), BODY);
    assert_eq!(doc.apply(&places(20_000), BODY_MAX), Err(Closing::TooLarge));
}

#[tokio::test]
async fn a_giant_paste_is_refused_and_nothing_of_it_is_stored() {
    in_each(async |scene| {
        let mut one = scene.comes(scene.other).await;
        let mut big = scene.comes(scene.one).await;
        let longest = match scene.subject {
            Subject::Contribution(_) => 400_000,
            Subject::Framing(_) => 200_000,
        };
        let words = "é".repeat(longest + 1);
        let update = big.edit(|text, txn| text.insert(txn, 0, &words));
        big.send(&update).await;
        one.type_and_wait(0, "Oui. ").await;
        assert_eq!(big.closing().await, Closing::TooLarge);
        assert_eq!(stored(&scene.test, scene.subject).await.doc.body(), format!("Oui. {BODY}"));
        let mut giant = scene.comes(scene.one).await;
        let refused = giant.seat.say(vec![0; MESSAGE_MAX + 1].into()).await;
        assert_eq!(refused, Err(Closing::TooLarge));
        scene.test.finish().await;
    })
    .await;
}

#[tokio::test]
async fn nobody_sends_faster_than_people_type_for_long() {
    let mut allowance = Allowance::new();
    let sent = (0..2_000).take_while(|_| allowance.spend(30).is_ok()).count();
    assert!((400..1_000).contains(&sent), "{sent}");
    let mut allowance = Allowance::new();
    assert_eq!(allowance.spend(8 * MESSAGE_MAX), Err(Closing::TooFast));
}

#[tokio::test]
async fn a_person_has_so_many_connections_and_no_more() {
    let (test, cast, id) = room().await;
    let mut clients = Vec::new();
    for _ in 0..12 {
        let mut client = Client::come(&test, cast.member.id, id).await;
        client.sync().await;
        clients.push(client);
    }
    let mut more = Client::come(&test, cast.member.id, id).await;
    assert_eq!(more.closing().await, Closing::TooFast);
    test.finish().await;
}

/// What a program that is no editor of ours says of the text of `live`.
fn said(live: &LiveDoc, change: impl FnOnce(&Doc, &mut TransactionMut)) -> Vec<u8> {
    let client = Doc::new();
    client.get_or_insert_text("text");
    client.get_or_insert_array("list");
    client.get_or_insert_map("life");
    let mut txn = client.transact_mut();
    txn.apply_update(Update::decode_v1(&live.state()).expect("a state")).expect("applied");
    change(&client, &mut txn);
    txn.encode_update_v1()
}

#[test]
fn nothing_but_words_is_taken() {
    let live = LiveDoc::seeded(Version(1), BODY);
    let picture = said(&live, |_, txn| {
        txn.get_or_insert_text("text").insert_embed(txn, 3, Any::from("a picture"));
    });
    let style = said(&live, |_, txn| {
        let bold = Attrs::from([("bold".into(), true.into())]);
        txn.get_or_insert_text("text").format(txn, 3, 2, bold);
    });
    let list = said(&live, |_, txn| {
        txn.get_or_insert_array("list").push_back(txn, "an element");
    });
    let life = said(&live, |_, txn| {
        txn.get_or_insert_map("life").insert(txn, "version", 9);
    });
    let elsewhere = said(&live, |_, txn| txn.get_or_insert_text("other").insert(txn, 0, "words"));
    for update in [&picture, &style, &list, &life, &elsewhere] {
        let doc = LiveDoc::seeded(Version(1), BODY);
        assert_eq!(doc.apply(update, BODY_MAX), Err(Closing::Malformed));
    }
    let words = said(&live, |_, txn| txn.get_or_insert_text("text").insert(txn, 3, "words"));
    assert_eq!(live.apply(&words, BODY_MAX), Ok(Applied::New));
    let all = live.state();
    assert_eq!(live.apply(&all, BODY_MAX), Ok(Applied::Known), "a browser may tell the beginning again");
    // A text that was stored before this was asked loses the picture at the next save, and no word moves.
    let live =
        LiveDoc::stored(&LiveDoc::seeded(Version(1), BODY).state(), [picture.as_slice()]).expect("read");
    assert_eq!(live.body(), BODY, "it has no words");
    let saved = format!("{BODY}, et un ajout.");
    live.rewrite(&saved).expect("written");
    assert_eq!(live.body(), saved);
}

#[test]
fn nobody_writes_under_the_number_of_the_beginning() {
    let beginning = LiveDoc::seeded(Version(1), BODY);
    let longer = LiveDoc::seeded(Version(1), &format!("{BODY} Et ceci."));
    assert_eq!(beginning.apply(&longer.state(), BODY_MAX), Err(Closing::Malformed));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn no_bytes_bring_a_text_down(bytes in prop::collection::vec(any::<u8>(), 0..120)) {
        let doc = LiveDoc::seeded(Version(1), BODY);
        let _ = doc.apply(&bytes, BODY_MAX);
        let _ = doc.since(&bytes);
        let _ = crate::live::wire::read(&bytes);
    }
}
