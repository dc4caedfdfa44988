//! The index follows what changes, and can be made again.

use std::time::Duration;

use domain::Version;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::*;
use crate::entities::{search_document, user};

#[tokio::test]
async fn the_index_follows_each_change() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.other.id).await;
    let id = write(&cx, "alimentation", "Un titre", "Une hermine.").await;
    assert!(read(&test).await > 0);
    assert_eq!(read(&test).await, 0, "nothing is left to read");
    assert_eq!(found(&cx, "hermine").await.len(), 1);
    contributions::save(&cx, id, Version(1), &text("Un autre titre", "Une belette.")).await.expect("saved");
    read(&test).await;
    assert!(found(&cx, "hermine").await.is_empty());
    assert_eq!(titles(&cx, "belette").await, ["Un autre titre"]);
    let thread = begin(&cx, "alimentation", "Le héron", "Il revient.").await;
    read(&test).await;
    assert_eq!(titles(&cx, "héron").await, ["Le héron"]);
    let page = discussions::show(&cx, "alimentation", thread, PageNumber::FIRST, None).await.expect("read");
    let form =
        MessageForm { body: "Elle revient.".into(), subject: "La cigogne".into(), ..Default::default() };
    discussions::edit(&cx, page.messages.rows[0].id, Version(1), &form).await.expect("corrected");
    read(&test).await;
    assert!(found(&cx, "héron").await.is_empty());
    assert_eq!(titles(&cx, "cigogne").await, ["La cigogne"]);
    let about = "J’élève des lamas.".to_owned();
    let record = user::ActiveModel { id: Set(cast.other.id), about: Set(about), ..Default::default() };
    record.update(test.backend.db().writer()).await.expect("changed");
    read(&test).await;
    assert_eq!(titles(&cx, "lamas").await, ["Simone Tréguier"]);
    test.finish().await;
}

#[tokio::test]
async fn a_change_is_found_long_before_the_worker_looks_by_itself() {
    let (test, cast) = TestBackend::with_cast().await;
    let working = tokio::spawn(crate::jobs::work(test.backend.clone()));
    // What was there is read first; the worker then sleeps until something wakes it.
    tokio::time::sleep(Duration::from_secs(1)).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    write(&facilitator, "mobilites", "Les haltes du soir", "Un banc et une lampe.").await;
    let mut waited = Duration::ZERO;
    while titles(&facilitator, "haltes du soir").await.is_empty() {
        assert!(waited < Duration::from_secs(10), "nothing woke the worker");
        tokio::time::sleep(Duration::from_millis(100)).await;
        waited += Duration::from_millis(100);
    }
    working.abort();
    test.finish().await;
}

#[tokio::test]
async fn a_change_that_is_rolled_back_is_not_read() {
    let (test, cast) = TestBackend::with_cast().await;
    read(&test).await;
    let cx = test.as_user(cast.other.id).await;
    let tx = cx.begin().await.expect("a transaction");
    let record =
        user::ActiveModel { id: Set(cast.other.id), about: Set("Rien.".into()), ..Default::default() };
    record.update(&tx).await.expect("changed");
    tx.rollback().await.expect("rolled back");
    assert_eq!(read(&test).await, 0);
    test.finish().await;
}

#[tokio::test]
async fn the_index_can_be_made_again() {
    use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr};

    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.other.id).await;
    write(&cx, "alimentation", "Le verger", "Des pommiers.").await;
    read(&test).await;
    let db = test.backend.db().writer();
    let before = search_document::Entity::find().count(db).await.expect("counted");
    // As if an earlier program had read it, and something had gone without a trace.
    search_document::Entity::update_many()
        .col_expr(search_document::Column::Analyser, Expr::value(lexis::VERSION - 1))
        .exec(db)
        .await
        .expect("aged");
    renew(&test.backend).await.expect("asked for again");
    assert_eq!(read(&test).await, before);
    renew(&test.backend).await.expect("asked for again");
    assert_eq!(read(&test).await, 0, "all of it is of this analyser");
    let stray = search_document::ActiveModel {
        kind: Set(domain::search::SubjectKind::Text),
        subject_id: Set(999_999),
        group_id: Set(None),
        contribution_id: Set(None),
        authors: Set(String::new()),
        at: Set(cx.now),
        analyser: Set(lexis::VERSION),
        ..Default::default()
    };
    stray.insert(db).await.expect("a stray");
    let mut heard = Vec::new();
    reindex(&test.backend, |left| heard.push(left)).await.expect("made again");
    assert_eq!(heard.last(), Some(&0));
    let after = search_document::Entity::find().count(db).await.expect("counted");
    assert_eq!(after, before);
    let stray = search_document::Entity::find()
        .filter(search_document::Column::SubjectId.eq(999_999))
        .count(db)
        .await;
    assert_eq!(stray.expect("counted"), 0);
    assert_eq!(titles(&cx, "pommier").await, ["Le verger"]);
    test.finish().await;
}

#[tokio::test]
async fn a_search_costs_as_many_statements_whatever_it_finds() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.other.id).await;
    let search =
        async |cx: Cx| find(&cx, "érable", &Filter::default(), PageNumber::FIRST).await.expect("found");
    let mut counts = Vec::new();
    for _ in 0..3 {
        for n in 0..12 {
            write(&cx, "alimentation", &format!("Érable {n}"), "Sous l’érable.").await;
        }
        read(&test).await;
        let (results, statements) = test.reads(&cx, search).await;
        assert!(!results.page.rows.is_empty());
        counts.push(statements);
    }
    assert_eq!(counts[0], counts[2], "{counts:?}");
    assert!(counts[0] <= 6, "{counts:?}");
    test.finish().await;
}
