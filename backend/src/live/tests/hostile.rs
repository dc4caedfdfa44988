//! What a bad client does costs nobody else anything.

use domain::{Version, contributions::BODY_MAX};
use proptest::prelude::*;
use yrs::{
    Text,
    sync::{Message, SyncMessage},
};

use super::helpers::*;
use crate::live::{Closing, LiveDoc, MESSAGE_MAX, Subject, rooms::Allowance};

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

#[test]
fn what_is_no_text_goes_with_the_next_save_and_moves_no_word() {
    use yrs::{Doc, Transact, Update, updates::decoder::Decode};

    let live = LiveDoc::seeded(Version(1), BODY);
    let client = Doc::new();
    let text = client.get_or_insert_text("text");
    client.transact_mut().apply_update(Update::decode_v1(&live.state()).expect("a state")).expect("applied");
    let update = {
        let mut txn = client.transact_mut();
        text.insert_embed(&mut txn, 3, yrs::Any::from("a picture"));
        txn.encode_update_v1()
    };
    live.apply(&update, BODY_MAX).expect("it is well formed");
    assert_eq!(live.body(), BODY, "it has no words");
    let saved = format!("{BODY}, et un ajout.");
    live.rewrite(&saved).expect("written");
    assert_eq!(live.body(), saved);
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
