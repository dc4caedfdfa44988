use chrono::TimeDelta;

use super::*;
use crate::files::{FileStore, Limits};

/// So many bytes, none like its neighbour.
fn content(length: usize) -> Vec<u8> {
    (0..length).map(|i| b'a' + (i % 23) as u8).collect()
}

#[tokio::test]
async fn a_file_sent_in_parts_goes_on_from_where_it_was_cut() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let place = group("mobilites");
    let all = content(9_000_000);
    let begun = begin_upload(&cx, &place, "Films/reunion.txt", all.len() as u64).await.expect("begun");
    assert_eq!(begun.received, 0);
    let part = |from: usize, to: usize| Bytes::copy_from_slice(&all[from..to]);
    let more = add_part(&cx, &begun.id, 0, part(0, 4_000_000)).await.expect("received");
    assert_eq!(more, Progress::More(4_000_000));
    // The answer was lost: the same part again is not expected, and the sender learns from where to go on.
    assert_eq!(refused(add_part(&cx, &begun.id, 0, part(0, 4_000_000)).await), Refusal::Conflict);
    let again = begin_upload(&cx, &place, "Films/reunion.txt", all.len() as u64).await.expect("known");
    assert_eq!(again, Upload { id: begun.id.clone(), received: 4_000_000 });
    add_part(&cx, &begun.id, 4_000_000, part(4_000_000, 8_000_000)).await.expect("received");
    let last = add_part(&cx, &begun.id, 8_000_000, part(8_000_000, 9_000_000)).await.expect("received");
    let Progress::Whole(Deposited::New(id)) = last else { panic!("a document was expected: {last:?}") };
    let given = file(&cx, id, None).await.expect("given out");
    assert!(cx.backend.files().get(&given.fingerprint).await.expect("kept") == all);
    assert_eq!(names(&cx, &place).await, ["Films"]);
    let gone = add_part(&cx, &begun.id, 0, part(0, 1)).await;
    assert_eq!(refused(gone), Refusal::NotFound);
    let twice = begin_upload(&cx, &place, "Films/reunion.txt", all.len() as u64).await.expect("begun anew");
    assert_eq!(twice.received, 0);
    let reviewer = test.as_user(cast.reviewer.id).await;
    assert_eq!(
        refused(add_part(&reviewer, &twice.id, 0, part(0, 1)).await),
        Refusal::NotFound,
        "one's own only"
    );
    assert_eq!(refused(cancel_upload(&reviewer, &twice.id).await), Refusal::NotFound);
    cancel_upload(&cx, &twice.id).await.expect("given up");
    assert_eq!(refused(cancel_upload(&cx, &twice.id).await), Refusal::NotFound);
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn what_will_be_refused_is_said_before_anything_is_sent() {
    let (test, cast) = TestBackend::with_cast().await;
    let store = FileStore::memory().with_limits(Limits { file: 1_000, library: 1_500, all: 9_000, free: 0 });
    let backend = test.backend.with_files(store);
    let cx = backend.cx(test.as_user(cast.member.id).await.actor, domain::Language::French);
    let place = group("mobilites");
    let begin = async |name: &str, bytes: u64| refused(begin_upload(&cx, &place, name, bytes).await);
    assert_eq!(begin("a.txt", 0).await, about_files(FieldProblem::EmptyFile));
    assert_eq!(begin("..", 10).await, about_files(FieldProblem::Nameless));
    assert_eq!(begin("a.txt", 1_001).await, about_files(FieldProblem::FileTooLarge { megabytes: 0 }));
    let other = backend.cx(test.as_user(cast.other.id).await.actor, domain::Language::French);
    let outside = begin_upload(&other, &place, "a.txt", 10).await;
    assert_eq!(refused(outside), Refusal::Forbidden(Forbidden::GroupMembersOnly));
    let visitor = begin_upload(&test.visitor(), &place, "a.txt", 10).await;
    assert_eq!(refused(visitor), Refusal::SignInRequired);
    let one = begin_upload(&cx, &place, "a.txt", 1_000).await.expect("begun");
    let more = add_part(&cx, &one.id, 0, Bytes::from(content(1_001))).await;
    assert!(matches!(refused(more), Refusal::TooLarge { .. }), "more than was said");
    add_part(&cx, &one.id, 0, Bytes::from(content(1_000))).await.expect("whole");
    assert_eq!(begin("b.txt", 600).await, about_files(FieldProblem::NoRoom { megabytes: 0 }));
    let program = [b"MZ".as_slice(), &[0; 98]].concat();
    let exe = begin_upload(&cx, &place, "c.exe", 100).await.expect("begun");
    let refused_type = add_part(&cx, &exe.id, 0, Bytes::from(program)).await;
    assert_eq!(refused(refused_type), about_files(FieldProblem::Program));
    assert_eq!(crate::jobs::run_due(&backend).await.expect("read back"), 1);
    test.finish().await;
}

#[tokio::test]
async fn what_never_came_to_its_end_is_forgotten() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let begun = begin_upload(&cx, &group("mobilites"), "a.txt", 10).await.expect("begun");
    add_part(&cx, &begun.id, 0, Bytes::from(content(5))).await.expect("received");
    test.wait(TimeDelta::days(1));
    purge(&test.backend).await.expect("nothing to do");
    let kept = begin_upload(&cx, &group("mobilites"), "a.txt", 10).await.expect("known");
    assert_eq!(kept.received, 5);
    test.wait(TimeDelta::days(2));
    purge(&test.backend).await.expect("forgotten");
    let anew = begin_upload(&cx, &group("mobilites"), "a.txt", 10).await.expect("begun");
    assert_eq!(anew.received, 0);
    test.finish().await;
}
