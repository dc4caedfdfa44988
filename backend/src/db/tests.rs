use std::time::Duration;

use sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement};

use super::*;
use crate::testing::TestBackend;

async fn marks(test: &TestBackend) -> Db {
    let db = test.backend.db().clone();
    db.writer()
        .execute_unprepared("CREATE TABLE marks (mark text NOT NULL PRIMARY KEY)")
        .await
        .expect("made");
    db
}

async fn put(db: &impl ConnectionTrait, mark: &str) {
    db.execute_unprepared(&format!("INSERT INTO marks VALUES ('{mark}')")).await.expect("written");
}

/// What anybody can read now.
async fn there(db: &Db) -> Vec<String> {
    let all = Statement::from_string(db.engine(), "SELECT mark FROM marks ORDER BY mark");
    let rows = db.reader().query_all_raw(all).await.expect("read");
    rows.iter().map(|row: &QueryResult| row.try_get_by_index(0).expect("a mark")).collect()
}

/// Time for whatever can go on to do so.
async fn a_moment() {
    tokio::time::sleep(Duration::from_millis(50)).await;
}

#[tokio::test]
async fn a_change_is_written_whole_or_not_at_all() {
    let test = TestBackend::empty().await;
    let db = marks(&test).await;
    let kept = db.begin().await.expect("begun");
    put(&kept, "kept").await;
    kept.commit().await.expect("written");
    let undone = db.begin().await.expect("begun");
    put(&undone, "undone").await;
    undone.rollback().await.expect("undone");
    let dropped = db.begin().await.expect("begun");
    put(&dropped, "dropped").await;
    drop(dropped);
    let last = db.begin().await.expect("begun");
    put(&last, "last").await;
    last.commit().await.expect("written");
    assert_eq!(there(&db).await, ["kept", "last"]);
    test.finish().await;
}

#[tokio::test]
async fn statements_sent_together_are_executed_in_their_order_with_their_own_values() {
    let test = TestBackend::empty().await;
    let db = marks(&test).await;
    let engine = db.engine();
    let (first, second) = if engine == DbBackend::Sqlite { ("?", "?") } else { ("$1", "$2") };
    let insert = |mark: &str| {
        Statement::from_sql_and_values(engine, format!("INSERT INTO marks VALUES ({first})"), [mark.into()])
    };
    let change = Statement::from_sql_and_values(
        engine,
        format!("UPDATE marks SET mark = {first} WHERE mark = {second}"),
        ["b".into(), "a".into()],
    );
    let tx = db.begin().await.expect("begun");
    execute_all(&tx, [insert("a"), change.clone(), insert("c")]).await.expect("executed");
    tx.commit().await.expect("written");
    assert_eq!(there(&db).await, ["b", "c"]);
    let tx = db.begin().await.expect("begun");
    execute_all(&tx, [insert("d"), insert("c"), insert("e")]).await.expect_err("there is a c");
    drop(tx);
    assert_eq!(there(&db).await, ["b", "c"]);
    test.finish().await;
}

/// Somebody who waits for their turn.
fn coming(db: &Db) -> tokio::task::JoinHandle<Transaction> {
    let db = db.clone();
    tokio::spawn(async move { db.begin().await.expect("its turn") })
}

/// One change is made and asked to be committed while a second one has its turn.
async fn two_together(db: &Db) -> (tokio::task::JoinHandle<Result<()>>, Transaction) {
    let first = db.begin().await.expect("begun");
    put(&first, "first").await;
    let waiting = coming(db);
    a_moment().await;
    assert!(!waiting.is_finished(), "one change at a time");
    let first = tokio::spawn(first.commit());
    (first, waiting.await.expect("its turn"))
}

#[tokio::test]
async fn changes_that_come_together_share_one_commit() {
    let test = TestBackend::empty().await;
    let db = marks(&test).await;
    if db.engine() == DbBackend::Sqlite {
        let (first, second) = two_together(&db).await;
        put(&second, "second").await;
        a_moment().await;
        assert!(!first.is_finished(), "nobody is told before it is on the disk");
        assert_eq!(there(&db).await, [""; 0]);
        second.commit().await.expect("written");
        first.await.expect("told").expect("written");
        assert_eq!(there(&db).await, ["first", "second"]);
    }
    test.finish().await;
}

#[tokio::test]
async fn a_change_that_is_undone_takes_no_other_with_it() {
    let test = TestBackend::empty().await;
    let db = marks(&test).await;
    if db.engine() == DbBackend::Sqlite {
        let (first, second) = two_together(&db).await;
        put(&second, "second").await;
        drop(second);
        assert_eq!(there(&db).await, ["first"], "what the second could see can be read");
        first.await.expect("told").expect("written");
        let third = db.begin().await.expect("its turn");
        put(&third, "third").await;
        third.commit().await.expect("written");
        assert_eq!(there(&db).await, ["first", "third"]);
    }
    test.finish().await;
}

#[tokio::test]
async fn a_change_is_committed_even_if_whoever_made_it_goes_away() {
    let test = TestBackend::empty().await;
    let db = marks(&test).await;
    if db.engine() == DbBackend::Sqlite {
        let (first, second) = two_together(&db).await;
        a_moment().await;
        first.abort();
        second.commit().await.expect("written");
        assert_eq!(there(&db).await, ["first"]);
    }
    test.finish().await;
}

#[tokio::test]
async fn whoever_goes_away_while_settling_for_others_keeps_nobody_waiting() {
    let test = TestBackend::empty().await;
    let db = marks(&test).await;
    if db.engine() == DbBackend::Sqlite {
        let first = db.begin().await.expect("begun");
        put(&first, "first").await;
        let (second, third) = (coming(&db), coming(&db));
        a_moment().await;
        let first = tokio::spawn(first.commit());
        let second = second.await.expect("its turn");
        put(&second, "second").await;
        drop(second);
        // The third has its turn, and commits the first before its own change: it is stopped right then.
        tokio::task::yield_now().await;
        third.abort();
        let read = tokio::time::timeout(Duration::from_secs(5), there(&db)).await;
        assert_eq!(read.expect("readers go on"), ["first"]);
        first.await.expect("told").expect("written");
    }
    test.finish().await;
}

#[tokio::test]
async fn what_a_full_disk_undoes_is_told_to_everybody_and_the_next_change_works() {
    let test = TestBackend::empty().await;
    let db = marks(&test).await;
    if db.engine() == DbBackend::Sqlite {
        let pages = Statement::from_string(db.engine(), "PRAGMA page_count");
        let pages = db.writer().query_one_raw(pages).await.expect("read").expect("a number");
        let full = pages.try_get_by_index::<i64>(0).expect("a number") + 4;
        db.writer().execute_unprepared(&format!("PRAGMA max_page_count = {full}")).await.expect("full");
        let (first, second) = two_together(&db).await;
        let large = "INSERT INTO marks VALUES (hex(zeroblob(100000)))";
        second.execute_unprepared(large).await.expect_err("the disk is full");
        drop(second);
        let told = first.await.expect("told");
        assert_eq!(told.is_ok(), there(&db).await.contains(&"first".to_owned()));
        // The limit is of the connection: the disk has room again.
        db.writer().execute_unprepared("PRAGMA max_page_count = 1000000").await.expect("room");
        let undone = db.begin().await.expect("the next has its turn");
        put(&undone, "undone").await;
        undone.rollback().await.expect("undone");
        let next = db.begin().await.expect("the next has its turn");
        put(&next, "next").await;
        next.commit().await.expect("written");
        assert!(there(&db).await.contains(&"next".to_owned()), "for others too");
        assert!(!there(&db).await.contains(&"undone".to_owned()));
    }
    test.finish().await;
}

/// People come, change two things, change their mind or go away at any moment: nothing is half-written, nothing that
/// was acknowledged is lost, and those who come after are served.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whatever_people_do_meanwhile_changes_stay_whole() {
    const PEOPLE: u64 = 8;
    const CHANGES: u64 = 40;
    let test = TestBackend::empty().await;
    let db = marks(&test).await;
    let person = async |db: Db, person: u64| {
        let (mut acknowledged, mut undone) = (Vec::new(), Vec::new());
        for change in 0..CHANGES {
            let (name, chance) = (format!("{person:02}-{change:02}"), (person * 31 + change * 17) % 97);
            let change = async {
                let tx = db.begin().await?;
                put(&tx, &format!("a{name}")).await;
                put(&tx, &format!("b{name}")).await;
                if chance % 5 == 0 { tx.rollback().await } else { tx.commit().await }
            };
            // From what is too short for anything to what is long enough.
            match tokio::time::timeout(Duration::from_micros(chance * chance * 4), change).await {
                Ok(done) => {
                    done.expect("done");
                    if chance % 5 == 0 { undone.push(name) } else { acknowledged.push(name) }
                }
                // Gone half-way; they read, and come back.
                Err(_) => {
                    there(&db).await;
                }
            }
        }
        (acknowledged, undone)
    };
    let people = futures::future::join_all((0..PEOPLE).map(|n| person(db.clone(), n)));
    let people = tokio::time::timeout(Duration::from_secs(60), people).await.expect("nobody waits for ever");
    let last = db.begin().await.expect("begun");
    put(&last, "last").await;
    last.commit().await.expect("written");
    let mut marks = there(&db).await;
    marks.sort();
    let is_there = |mark: String| marks.binary_search(&mark).is_ok();
    assert!(is_there("last".to_owned()));
    for name in marks.iter().filter_map(|mark| mark.strip_prefix('a')) {
        assert!(is_there(format!("b{name}")), "{name} is half-written");
    }
    let (acknowledged, undone): (Vec<_>, Vec<_>) = people.into_iter().unzip();
    let (acknowledged, undone) = (acknowledged.concat(), undone.concat());
    assert!(acknowledged.len() > 20 && !undone.is_empty(), "something was done: {}", acknowledged.len());
    for name in acknowledged {
        assert!(is_there(format!("a{name}")), "{name} was acknowledged");
    }
    for name in undone {
        assert!(!is_there(format!("a{name}")), "{name} was undone");
    }
    test.finish().await;
}
