use domain::discussions::Standing;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::*;
use crate::entities::{message, message_version, thread};

/// A sequence of choices, the same for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit
    }
}

/// Does one thing, as somebody; what it was, when it was done.
async fn do_something(cx: &Cx, id: ThreadId, chance: &mut Chance) -> Result<&'static str> {
    let rows = message::Entity::find().filter(message::Column::ThreadId.eq(id)).all(cx.reader()).await?;
    let row = &rows[chance.below(rows.len())];
    let said = format!("Parole {}.", chance.below(1_000_000));
    let form = MessageForm { subject: "Le dernier car".into(), plea: said.clone(), ..says(&said) };
    match chance.below(9) {
        0 | 1 => answer(cx, id, Some(row.position), &form).await.map(|_| "discussion.answered"),
        2 => edit(cx, row.id, row.version, &form).await.map(|()| "discussion.message_edited"),
        3 => withdraw(cx, row.id).await.map(|()| "discussion.message_withdrawn"),
        4 => hide(cx, row.id, row.version, &said).await.map(|()| "discussion.message_hidden"),
        5 => ask_again(cx, row.id, row.version, &form).await.map(|()| "discussion.message_asked_again"),
        6 => show_again(cx, row.id, row.version).await.map(|()| "discussion.message_shown_again"),
        7 => keep_hidden(cx, row.id, row.version, &said).await.map(|()| "discussion.message_kept_hidden"),
        _ if chance.below(2) == 0 => close(cx, id, &said).await.map(|()| "discussion.closed"),
        _ => reopen(cx, id, &said).await.map(|()| "discussion.reopened"),
    }
}

/// What must hold of a discussion whatever was done in it.
async fn is_sound(cx: &Cx, id: ThreadId) {
    let thread = thread::Entity::find_by_id(id).one(cx.reader()).await.expect("read").expect("there");
    assert_eq!(thread.closed_at.is_some(), thread.closed_by.is_some());
    let rows = message::Entity::find()
        .filter(message::Column::ThreadId.eq(id))
        .order_by_asc(message::Column::Position)
        .all(cx.reader())
        .await
        .expect("read");
    let positions: Vec<i32> = rows.iter().map(|row| row.position).collect();
    assert_eq!(positions, (1..=thread.messages).collect::<Vec<_>>(), "numbered without holes");
    assert_eq!(rows.last().map(|row| (row.at, row.author_id)), Some((thread.last_at, thread.last_by)));
    let by_others =
        |row: &&message::Model| row.author_id != thread.author_id && row.state != MessageState::Withdrawn;
    assert_eq!(i32::try_from(rows.iter().filter(by_others).count()), Ok(thread.answers));
    for row in rows {
        let standing = Standing {
            state: row.state,
            version: row.version,
            body: row.body.clone(),
            reason: row.reason,
            plea: row.plea,
            answer: row.answer,
        };
        let gone = row.state == MessageState::Withdrawn;
        assert_eq!(row.body.is_empty(), gone, "{standing:?}");
        assert_eq!((row.html.is_empty(), row.excerpt.is_empty()), (gone, gone), "{standing:?}");
        assert_eq!(standing.reason.is_empty(), !standing.is_hidden(), "{standing:?}");
        let former = message_version::Entity::find()
            .filter(message_version::Column::MessageId.eq(row.id))
            .all(cx.reader())
            .await
            .expect("read");
        assert!(former.iter().all(|version| version.version < row.version && !version.body.is_empty()));
        assert!(!gone || !former.is_empty(), "what was taken back is in the history");
    }
}

/// Whatever the people of a group do, in whatever order: each thing done has its line in the journal, each thing
/// refused has none, and nobody who only reads finds what is hidden.
#[tokio::test]
async fn no_sequence_of_verbs_leaves_a_discussion_in_an_impossible_state() {
    let (test, cast) = TestBackend::with_cast().await;
    for seed in 1..=3 {
        let mut chance = Chance(seed);
        let id = begun(&test, &cast).await;
        let people = [cast.member, cast.reviewer, cast.facilitator, cast.chair, cast.observer, cast.other];
        let (mut done, mut refusals) = (0, 0);
        for _ in 0..120 {
            test.wait(chrono::TimeDelta::minutes(3));
            let cx = test.as_user(people[chance.below(people.len())].id).await;
            let before = test.journal().await;
            match do_something(&cx, id, &mut chance).await {
                Ok(told) => {
                    assert_eq!(test.journal().await[before.len()..], [told]);
                    done += 1;
                }
                Err(error) => {
                    assert!(error.refusal().is_some(), "{error}");
                    assert_eq!(test.journal().await.len(), before.len(), "refused, and told: {error}");
                    refusals += 1;
                }
            }
        }
        assert!(done > 10 && refusals > 10, "{done} done, {refusals} refused");
        is_sound(&test.backend.system(), id).await;
        let observer = test.as_user(cast.observer.id).await;
        for seen in read(&observer, id).await.messages.rows {
            assert_eq!(seen.html.is_some(), seen.state == MessageState::Shown);
            assert_eq!(seen.hiding, None);
        }
    }
    test.finish().await;
}

#[tokio::test]
async fn answers_sent_at_once_have_each_their_number() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = begun(&test, &cast).await;
    let cx = test.as_user(cast.reviewer.id).await;
    let answers = (0..8).map(|n| {
        let cx = cx.clone();
        async move { answer(&cx, id, None, &says(&format!("Réponse {n}."))).await.expect("answered") }
    });
    let mut numbers = futures::future::join_all(answers).await;
    numbers.sort_unstable();
    assert_eq!(numbers, (2..=9).collect::<Vec<_>>());
    is_sound(&cx, id).await;
    test.finish().await;
}

#[tokio::test]
async fn two_decisions_at_once_about_a_message_are_one() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = begun(&test, &cast).await;
    let said = answered(&test, cast.reviewer.id, id, "Bof.").await;
    let [facilitator, chair] = [test.as_user(cast.facilitator.id).await, test.as_user(cast.chair.id).await];
    let both = futures::future::join(
        hide(&facilitator, said, Version(1), "Dites pourquoi."),
        hide(&chair, said, Version(1), "Soyez précis."),
    );
    let (first, second) = both.await;
    assert!(first.is_ok() != second.is_ok(), "{first:?}, {second:?}");
    let told = test.journal().await.into_iter().filter(|kind| kind == "discussion.message_hidden");
    assert_eq!(told.count(), 1);
    test.finish().await;
}
