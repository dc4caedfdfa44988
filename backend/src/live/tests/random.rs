//! Whatever three people type at once, all end with the same text, and so does the room.

use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use yrs::{Text, Transact};

use super::helpers::*;

/// Who does what: types words at a place, takes some away, or hears the others.
#[derive(Clone, Debug)]
enum Step {
    Type(usize, u32, String),
    Cut(usize, u32, u32),
    Hear(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..3_usize, any::<u32>(), "[a-zé 🚲\n]{1,12}").prop_map(|(who, at, words)| Step::Type(who, at, words)),
        2 => (0..3_usize, any::<u32>(), 1..9_u32).prop_map(|(who, at, length)| Step::Cut(who, at, length)),
        2 => (0..3_usize).prop_map(Step::Hear),
    ]
}

#[tokio::test]
async fn all_end_with_the_same_text() {
    let mut runner = TestRunner::deterministic();
    for turn in 0..6 {
        let steps = prop::collection::vec(step(), 40..80).new_tree(&mut runner).expect("steps").current();
        let scene = if turn % 2 == 0 { of_a_group().await } else { of_the_charter().await };
        let mut clients = Vec::new();
        for person in [scene.one, scene.other, scene.third] {
            clients.push(scene.comes(person).await);
        }
        for step in steps {
            match step {
                Step::Type(who, at, words) => {
                    let client = &mut clients[who];
                    let length = client.text.len(&client.doc.transact());
                    client.type_at(at % (length + 1), &words).await;
                }
                Step::Cut(who, at, length) => {
                    let client = &mut clients[who];
                    let whole = client.text.len(&client.doc.transact());
                    if whole > 0 {
                        let at = at % whole;
                        let length = length.min(whole - at);
                        let update = client.edit(|text, txn| text.remove_range(txn, at, length));
                        client.send(&update).await;
                    }
                }
                Step::Hear(who) => clients[who].sync().await,
            }
        }
        // Twice: the first time each hands over its own.
        for _ in 0..2 {
            for client in &mut clients {
                client.sync().await;
            }
        }
        let bodies: Vec<String> = clients.iter().map(Client::body).collect();
        assert!(bodies.iter().all(|body| *body == bodies[0]), "{bodies:?}");
        assert_eq!(stored(&scene.test, scene.subject).await.doc.body(), bodies[0]);
        assert!(clients.iter().all(|client| client.state() == clients[0].state()));
        scene.test.finish().await;
    }
}
