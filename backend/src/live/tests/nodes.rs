//! Two nodes that share a PostgreSQL database. SQLite has one node: there is nothing to try there.

use std::time::Duration;

use sea_orm::ConnectionTrait;
use yrs::{
    ClientID,
    sync::{AwarenessUpdate, Message, awareness::AwarenessUpdateEntry},
};

use super::helpers::*;
use crate::{Backend, live, testing::TestBackend};

/// Both listen from now on.
async fn two_nodes(test: &TestBackend) -> Option<Backend> {
    let elsewhere = test.other_node().await?;
    elsewhere.rooms().linger_for(Duration::from_millis(40));
    for node in [&test.backend, &elsewhere] {
        tokio::spawn(live::listen(node.clone()));
    }
    until_listening(test, 2).await;
    Some(elsewhere)
}

/// Waits until so many connections listen.
async fn until_listening(test: &TestBackend, wanted: i64) {
    let sql = format!("SELECT count(*) {LISTENERS}");
    for _ in 0..500 {
        let row = test.backend.db().reader().query_one_raw(statement(test, &sql)).await.expect("counted");
        if row.and_then(|row| row.try_get_by_index::<i64>(0).ok()) == Some(wanted) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("they do not listen");
}

const LISTENERS: &str = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE 'LISTEN%'";

fn statement(test: &TestBackend, sql: &str) -> sea_orm::Statement {
    sea_orm::Statement::from_string(test.backend.db().engine(), sql)
}

/// Takes what comes until the text says so: nothing is asked for.
async fn hears(client: &mut Client, words: &str) {
    while !client.body().contains(words) {
        client.next().await.expect("still there");
    }
}

#[tokio::test]
async fn what_is_typed_at_a_node_and_who_is_there_reach_the_other() {
    in_each(reaches_the_other).await;
}

async fn reaches_the_other(scene: Scene) {
    let Scene { test, subject, one, other, .. } = scene;
    let Some(elsewhere) = two_nodes(&test).await else { return test.finish().await };
    let mut here = Client::come(&test, one, subject).await;
    let mut there = Client::come_to(&elsewhere, &test, other, subject).await;
    here.sync().await;
    there.sync().await;
    here.type_and_wait(0, "Oui. ").await;
    hears(&mut there, "Oui. ").await;
    there.type_and_wait(0, "Certes. ").await;
    hears(&mut here, "Certes. ").await;
    assert_eq!(here.state(), there.state());

    let entry = AwarenessUpdateEntry { clock: 1, json: r#"{"cursor":3}"#.into() };
    here.say(Message::Awareness(AwarenessUpdate { clients: [(ClientID::new(7), entry)].into() })).await;
    let name = test.as_user(one).await.person().expect("a person").name.clone();
    while !there.present.iter().any(|state| state.contains(&name)) {
        there.next().await.expect("still there");
    }
    drop((here, there));
    closed(&test, subject).await;
    test.finish().await;
}

#[tokio::test]
async fn a_node_whose_connection_is_cut_reads_again_what_it_did_not_hear() {
    let (test, cast, id) = room().await;
    let Some(elsewhere) = two_nodes(&test).await else { return test.finish().await };
    let mut here = Client::come(&test, cast.member.id, id).await;
    let mut there = Client::come_to(&elsewhere, &test, cast.facilitator.id, id).await;
    here.sync().await;
    there.sync().await;
    for round in 0..10 {
        let words = format!("[{round}]");
        let cut = format!("SELECT pg_terminate_backend(pid) {LISTENERS}");
        test.backend.db().reader().query_all_raw(statement(&test, &cut)).await.expect("cut");
        here.type_and_wait(0, &words).await;
        hears(&mut there, &words).await;
        until_listening(&test, 2).await;
    }
    assert_eq!(here.state(), there.state());
    assert_eq!(stored(&test, id).await.doc.body(), here.body());
    drop((here, there));
    closed(&test, id).await;
    test.finish().await;
}
