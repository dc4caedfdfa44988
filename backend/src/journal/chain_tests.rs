//! The chain of the journal: what is removed, changed or swapped shows; what is forgotten on time does not break it.

use chrono::TimeDelta;
use domain::{
    contributions::ContributionForm,
    ids::EventId,
    journal::{JournalFilter, KeepForm},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::*;
use crate::{
    entities::journal_seal,
    events::{Event, EventKind},
    testing::{Cast, TestBackend},
};

/// Some lines, by somebody who comes from somewhere.
async fn told(test: &TestBackend, cast: &Cast, count: usize) {
    let mut cx = test.as_user(cast.member.id).await;
    cx.comes_from("203.0.113.77");
    for _ in 0..count {
        let tx = cx.begin().await.expect("a transaction");
        let event = Event::new(EventKind::GroupChanged).group(cast.mobilites.id()).user(cast.reviewer.id);
        event
            .data(&serde_json::json!({ "thread": 7 }))
            .expect("written")
            .record(&cx, &tx)
            .await
            .expect("told");
        cx.commit(tx).await.expect("committed");
    }
}

async fn chain(test: &TestBackend, cast: &Cast) -> Chain {
    verify(&test.as_user(cast.administrator.id).await).await.expect("read")
}

async fn sealed(test: &TestBackend) -> u64 {
    seal(&test.backend, Reach::Everywhere).await.expect("sealed")
}

/// The lines, oldest first.
async fn lines(test: &TestBackend) -> Vec<event::Model> {
    event::Entity::find().order_by_asc(event::Column::Id).all(test.backend.db().reader()).await.expect("read")
}

async fn rewrite(test: &TestBackend, id: EventId, change: impl FnOnce(&mut event::ActiveModel)) {
    let mut row = event::ActiveModel { id: Set(id), ..Default::default() };
    change(&mut row);
    row.update(test.backend.db().writer()).await.expect("rewritten");
}

#[tokio::test]
async fn a_chain_that_nobody_touched_is_whole_and_grows() {
    let (test, cast) = TestBackend::with_cast().await;
    told(&test, &cast, 3).await;
    let before = chain(&test, &cast).await;
    assert_eq!((before.lines, before.last.clone()), (0, None));
    let written = lines(&test).await.len() as u64;
    assert_eq!(before.unsealed, written);
    assert_eq!(sealed(&test).await, written);
    assert_eq!(sealed(&test).await, 0, "once");
    told(&test, &cast, 2).await;
    assert_eq!(seal(&test.backend, Reach::Recent).await.expect("sealed"), 2);
    let found = chain(&test, &cast).await;
    assert_eq!((found.broken, found.lines, found.unsealed), (None, written + 2, 0));
    let last = found.last.expect("sealed");
    let keys = test.as_user(cast.administrator.id).await;
    assert_eq!(last_seal(&keys).await.expect("read"), Some(last.clone()));
    assert_eq!(noted(&keys, &last.hash[..12].to_uppercase()).await.expect("read"), Some(last));
    assert_eq!(noted(&keys, "0123456789ab").await.expect("read"), None);
    for query in ["", "ab", "' or 1=1"] {
        assert_eq!(noted(&keys, query).await.expect("read"), None, "{query}");
    }
    test.finish().await;
}

#[tokio::test]
async fn a_line_that_is_removed_changed_or_swapped_shows() {
    for what in ["removed", "changed", "details", "origin", "swapped", "with its seal", "sealed again"] {
        let (test, cast) = TestBackend::with_cast().await;
        told(&test, &cast, 6).await;
        sealed(&test).await;
        let all = lines(&test).await;
        let [first, second] = [&all[2], &all[4]];
        let db = test.backend.db().writer();
        match what {
            "removed" | "with its seal" => {
                event::Entity::delete_by_id(first.id).exec(db).await.expect("removed");
            }
            "changed" => rewrite(&test, first.id, |row| row.actor_id = Set(Some(cast.chair.id))).await,
            "details" => rewrite(&test, first.id, |row| row.data = Set("{\"thread\":8}".into())).await,
            "origin" => {
                rewrite(&test, first.id, |row| row.origin = Set(Some("198.51.100.0/24".into()))).await
            }
            "swapped" => {
                let (one, two) = (first.at, second.at + TimeDelta::seconds(1));
                rewrite(&test, first.id, |row| row.at = Set(two)).await;
                rewrite(&test, second.id, |row| row.at = Set(one)).await;
            }
            _ => {}
        }
        if matches!(what, "with its seal" | "sealed again") {
            journal_seal::Entity::delete_many()
                .filter(journal_seal::Column::EventId.eq(first.id))
                .exec(db)
                .await
                .expect("removed");
        }
        if what == "sealed again" {
            sealed(&test).await;
        }
        let broken = chain(&test, &cast).await.broken.unwrap_or_else(|| panic!("{what} does not show"));
        let expected = match what {
            "removed" => (first.id, Wrong::Removed),
            "with its seal" | "sealed again" => (all[3].id, Wrong::Cut),
            _ => (first.id, Wrong::Changed),
        };
        assert_eq!((broken.event, broken.wrong), expected, "{what}");
        test.finish().await;
    }
}

#[tokio::test]
async fn a_chain_that_was_written_again_from_a_line_on_does_not_have_the_hash_that_was_noted() {
    let (test, cast) = TestBackend::with_cast().await;
    told(&test, &cast, 5).await;
    sealed(&test).await;
    let keys = test.as_user(cast.administrator.id).await;
    let paper = last_seal(&keys).await.expect("read").expect("sealed").hash;
    let db = test.backend.db().writer();
    let line = lines(&test).await[1].id;
    rewrite(&test, line, |row| row.actor_id = Set(None)).await;
    journal_seal::Entity::delete_many().exec(db).await.expect("removed");
    sealed(&test).await;
    assert_eq!(chain(&test, &cast).await.broken, None);
    assert_eq!(noted(&keys, &paper).await.expect("read"), None);
    test.finish().await;
}

#[tokio::test]
async fn what_is_forgotten_on_time_leaves_the_chain_whole() {
    let (test, cast) = TestBackend::with_cast().await;
    told(&test, &cast, 3).await;
    sealed(&test).await;
    let origins = async || lines(&test).await.into_iter().filter_map(|line| line.origin).collect::<Vec<_>>();
    assert_eq!(origins().await, ["203.0.113.0/24"; 3]);
    test.wait(TimeDelta::days(300));
    purge(&test.backend).await.expect("purged");
    assert_eq!(origins().await.len(), 3, "within a year");
    test.wait(TimeDelta::days(100));
    purge(&test.backend).await.expect("purged");
    assert!(origins().await.is_empty());
    let salts = journal_seal::Entity::find().filter(journal_seal::Column::OriginSalt.is_not_null());
    assert_eq!(salts.all(test.backend.db().reader()).await.expect("read"), []);
    // Details that had to go, of somebody who left.
    event::Entity::update_many()
        .col_expr(event::Column::Data, Expr::value("{}"))
        .exec(test.backend.db().writer())
        .await
        .expect("forgotten");
    let found = chain(&test, &cast).await;
    assert_eq!((found.broken, found.emptied), (None, 3));
    test.finish().await;
}

#[tokio::test]
async fn what_is_too_old_goes_from_the_beginning_and_says_so() {
    let (test, cast) = TestBackend::with_cast().await;
    told(&test, &cast, 4).await;
    sealed(&test).await;
    test.wait(TimeDelta::days(800));
    told(&test, &cast, 2).await;
    sealed(&test).await;
    purge(&test.backend).await.expect("purged");
    let all = lines(&test).await.len();
    assert!(all >= 6, "kept without limit");
    let keys = test.as_user(cast.administrator.id).await;
    let form = KeepForm { years: "1".into(), origin_months: "12".into() };
    let member = test.as_user(cast.member.id).await;
    let version = kept(&keys).await.expect("read").1;
    assert!(change_kept(&member, version, &form).await.is_err());
    change_kept(&keys, version, &form).await.expect("changed");
    assert!(change_kept(&keys, version, &form).await.is_err(), "somebody else changed it");
    purge(&test.backend).await.expect("purged");
    purge(&test.backend).await.expect("nothing more");
    sealed(&test).await;
    let kinds: Vec<String> = lines(&test).await.into_iter().map(|line| line.kind).collect();
    assert_eq!(kinds, ["group.changed", "group.changed", "journal.kept_changed", "journal.purged"]);
    let found = chain(&test, &cast).await;
    assert_eq!((found.broken, found.lines), (None, 4));
    // Whoever removes one line more is seen.
    let seal = journal_seal::Entity::find()
        .order_by_asc(journal_seal::Column::Sequence)
        .one(test.backend.db().reader())
        .await
        .expect("read")
        .expect("there");
    let db = test.backend.db().writer();
    event::Entity::delete_by_id(seal.event_id).exec(db).await.expect("removed");
    journal_seal::Entity::delete_by_id(seal.sequence).exec(db).await.expect("removed");
    assert_eq!(chain(&test, &cast).await.broken.map(|broken| broken.wrong), Some(Wrong::Cut));
    test.finish().await;
}

#[tokio::test]
async fn many_write_and_several_seal_at_once() {
    let (test, cast) = TestBackend::with_cast().await;
    let writers = (0..8).map(|_| told(&test, &cast, 12));
    let sealers = (0..4).map(async |_| {
        for _ in 0..10 {
            seal(&test.backend, Reach::Recent).await.expect("sealed");
            tokio::task::yield_now().await;
        }
    });
    futures::future::join(futures::future::join_all(writers), futures::future::join_all(sealers)).await;
    sealed(&test).await;
    let found = chain(&test, &cast).await;
    assert_eq!((found.broken, found.unsealed), (None, 0));
    assert_eq!(found.lines, lines(&test).await.len() as u64);
    test.finish().await;
}

#[tokio::test]
async fn what_is_given_out_can_be_verified_by_whoever_has_it() {
    let (test, cast) = TestBackend::with_cast().await;
    told(&test, &cast, 3).await;
    let keys = test.as_user(cast.administrator.id).await;
    let member = test.as_user(cast.member.id).await;
    assert!(begin_export(&member).await.is_err());
    assert!(export(&member, 0).await.is_err());
    begin_export(&keys).await.expect("begun");
    let given = export(&keys, 0).await.expect("given");
    assert_eq!(given.last().expect("there").kind, "journal.exported");
    let mut previous = chain::GENESIS.to_owned();
    for (line, place) in given.iter().zip(1..) {
        let id = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
        let canonical = [
            "preau-journal-1".to_owned(),
            previous.clone(),
            line.sequence.to_string(),
            line.id.to_string(),
            line.at.timestamp_micros().to_string(),
            id(line.actor_id),
            line.kind.clone(),
            id(line.group_id),
            id(line.contribution_id),
            id(line.user_id),
            line.data_digest.clone(),
            line.origin_digest.clone().unwrap_or_default(),
        ];
        assert_eq!((line.sequence, &line.previous), (place, &previous));
        assert_eq!(chain::digest(&canonical.join("\n")), line.hash);
        previous.clone_from(&line.hash);
    }
    assert!(export(&keys, given.len() as i64).await.expect("given").is_empty());
    test.finish().await;
}

#[tokio::test]
async fn everybody_reads_what_concerns_them_and_not_who_hid_their_words() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let form = ContributionForm {
        title: "Rejoindre la gare".into(),
        kind: "note".into(),
        body: "À pied.".into(),
        ..ContributionForm::default()
    };
    contributions::create(&member, "mobilites", &form).await.expect("begun");
    let tx = member.begin().await.expect("a transaction");
    let facilitator = test.as_user(cast.facilitator.id).await;
    for kind in [EventKind::MessageHidden, EventKind::MemberRoleChanged] {
        let event = Event::new(kind).group(cast.mobilites.id()).user(cast.member.id);
        event.record(&facilitator, &tx).await.expect("told");
    }
    Event::new(EventKind::GroupChanged)
        .group(cast.bureau.id())
        .user(cast.other.id)
        .record(&member, &tx)
        .await
        .expect("told");
    member.commit(tx).await.expect("committed");
    let rows = own(&member, PageNumber::FIRST).await.expect("read").rows;
    let kinds: Vec<&str> = rows.iter().map(|row| row.kind.as_str()).collect();
    assert_eq!(
        kinds,
        ["group.changed", "group.member_role_changed", "discussion.message_hidden", "contribution.created"]
    );
    assert_eq!(rows[0].group, None, "a group that they do not see");
    assert!(rows[1].actor.is_some() && !rows[1].veiled);
    assert!(rows[2].actor.is_none() && rows[2].veiled);
    assert_eq!(rows[3].text.as_ref().map(|(_, title)| title.as_str()), Some("Rejoindre la gare"));
    let others = own(&test.as_user(cast.other.id).await, PageNumber::FIRST).await.expect("read");
    assert_eq!(others.total, 1);
    assert!(own(&test.visitor(), PageNumber::FIRST).await.is_err());
    // Administrators see where a line comes from; the person, where they were themselves.
    told(&test, &cast, 1).await;
    let keys = test.as_user(cast.administrator.id).await;
    let line = list(&keys, &JournalFilter::default(), PageNumber::FIRST).await.expect("read").rows.remove(0);
    assert_eq!(line.origin.as_deref(), Some("203.0.113.0/24"));
    let reviewer = test.as_user(cast.reviewer.id).await;
    assert_eq!(own(&reviewer, PageNumber::FIRST).await.expect("read").rows[0].origin, None);
    test.finish().await;
}
