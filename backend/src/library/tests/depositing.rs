use super::*;
use crate::files::{FileStore, Limits};

#[tokio::test]
async fn a_file_is_deposited_read_back_and_told_in_the_journal() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let id = sent(&cx, &group("mobilites"), "Horaires 2026.pdf", b"%PDF-1.7\nbonjour").await;
    let view = show(&cx, id).await.expect("read");
    assert_eq!((view.title.as_str(), view.file_name.as_str()), ("Horaires 2026", "Horaires 2026.pdf"));
    assert_eq!((view.bytes, view.media, view.latest), (16, domain::library::Media::Pdf, 1));
    let given = file(&cx, id, None).await.expect("given out");
    assert_eq!(cx.backend.files().get(&given.fingerprint).await.expect("kept"), &b"%PDF-1.7\nbonjour"[..]);
    assert_eq!(test.journal().await[1..], ["library.deposited"]);
    assert_eq!(test.do_jobs().await, 1, "what is inside is read soon after");
    test.finish().await;
}

#[tokio::test]
async fn the_same_file_twice_is_one_and_another_of_its_name_has_a_number() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let place = group("mobilites");
    let first = sent(&cx, &place, "Avis.txt", b"un").await;
    assert_eq!(send(&cx, &place, "Avis.txt", b"un").await.expect("known"), Deposited::AlreadyThere(first));
    sent(&cx, &place, "Avis.txt", b"deux").await;
    sent(&cx, &place, "AVIS.txt", b"trois").await;
    assert_eq!(names(&cx, &place).await, ["Avis", "Avis (2)", "AVIS (3)"]);
    assert_eq!(send(&cx, &place, "Avis.txt", b"un").await.expect("known"), Deposited::AlreadyThere(first));
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn the_folders_of_a_file_are_made_once() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let place = group("mobilites");
    for name in ["Archives/2025/a.txt", "archives/2025/b.txt", "Archives/c.txt"] {
        sent(&cx, &place, name, name.as_bytes()).await;
    }
    assert_eq!(names(&cx, &place).await, ["Archives"]);
    let archives = Place::Folder(named(&cx, &place, "Archives").await);
    assert_eq!(names(&cx, &archives).await, ["2025", "c"]);
    let year = Place::Folder(named(&cx, &archives, "2025").await);
    assert_eq!(names(&cx, &year).await, ["a", "b"]);
    let deep = format!("{}x.txt", "d/".repeat(21));
    assert_eq!(refused(send(&cx, &place, &deep, b"x").await), Refusal::Transition(Transition::TooDeep));
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn nothing_is_received_when_it_would_fill_the_disk() {
    let (test, cast) = TestBackend::with_cast().await;
    // More than any disk has is to stay free.
    let limits = Limits::default().leaving_free(u64::MAX / 2_000_000);
    let store = test.backend.files().clone().with_limits(limits);
    let backend = test.backend.with_files(store);
    let cx = backend.cx(test.as_user(cast.member.id).await.actor, domain::Language::French);
    let outcome = send(&cx, &group("mobilites"), "note.txt", b"x").await;
    assert_eq!(refused(outcome), about_files(FieldProblem::NoRoom { megabytes: 0 }));
    test.finish().await;
}

#[tokio::test]
async fn what_is_refused_says_why_and_leaves_nothing() {
    let (test, cast) = TestBackend::with_cast().await;
    let store = FileStore::memory().with_limits(Limits { file: 100, library: 150, all: 1_000, free: 0 });
    let backend = test.backend.with_files(store);
    let cx = backend.cx(test.as_user(cast.member.id).await.actor, domain::Language::French);
    let place = group("mobilites");
    let problem = async |name: &str, content: &[u8]| refused(send(&cx, &place, name, content).await);
    assert_eq!(problem("vide.txt", b"").await, about_files(FieldProblem::EmptyFile));
    assert_eq!(problem("..", b"x").await, about_files(FieldProblem::Nameless));
    assert_eq!(
        problem("photo.png", b"MZ\x90\0\x03\0\0\0\x04\0\0\0").await,
        about_files(FieldProblem::Program)
    );
    assert_eq!(
        problem("gros.txt", &[b'x'; 101]).await,
        about_files(FieldProblem::FileTooLarge { megabytes: 0 })
    );
    assert_eq!(test.journal().await.len(), 1, "nothing was written");
    sent(&cx, &place, "un.txt", &[b'x'; 100]).await;
    assert_eq!(problem("deux.txt", &[b'y'; 60]).await, about_files(FieldProblem::NoRoom { megabytes: 0 }));
    sent(&cx, &place, "trois.txt", &[b'z'; 50]).await;
    let chair = backend.cx(test.as_user(cast.chair.id).await.actor, domain::Language::French);
    sent(&chair, &Place::Common, "ailleurs.txt", &[b'a'; 100]).await;
    assert_eq!(crate::jobs::run_due(&backend).await.expect("read back"), 3);
    test.finish().await;
}

#[tokio::test]
async fn those_who_may_deposit_do_and_others_are_told_why_not() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let only_members = Refusal::Forbidden(Forbidden::GroupMembersOnly);
    assert_eq!(refused(room(&member, &group("alimentation")).await), only_members);
    assert_eq!(refused(room(&member, &group("bureau")).await), Refusal::NotFound);
    assert_eq!(refused(room(&test.visitor(), &group("mobilites")).await), Refusal::NotFound);
    assert_eq!(refused(room(&test.visitor(), &Place::Common).await), Refusal::SignInRequired);
    assert_eq!(refused(room(&member, &Place::Nowhere).await), Refusal::NotFound);
    let named = Refusal::Forbidden(Forbidden::DepositorsOnly);
    assert_eq!(refused(room(&member, &Place::Common).await), named);
    room(&test.as_user(cast.facilitator.id).await, &Place::Common).await.expect("runs a group");
    room(&test.as_user(cast.observer.id).await, &Place::Common).await.expect("staff");
    let administrator = test.as_user(cast.administrator.id).await;
    change_settings(&administrator, Version(0), "members").await.expect("changed");
    room(&member, &Place::Common).await.expect("the council opened it");
    assert_eq!(refused(change_settings(&administrator, Version(0), "few").await), Refusal::Conflict);
    change_settings(&administrator, Version(1), "few").await.expect("changed");
    assert_eq!(refused(room(&member, &Place::Common).await), named);
    assert!(matches!(refused(change_settings(&member, Version(2), "few").await), Refusal::Forbidden(_)));
    test.finish().await;
}

#[tokio::test]
async fn every_version_is_kept_given_out_and_brought_back() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let id = sent(&cx, &group("mobilites"), "Plan.txt", b"un").await;
    test.wait(chrono::TimeDelta::hours(1));
    let reviewer = test.as_user(cast.reviewer.id).await;
    let add = async |content: &'static [u8], why: &str| {
        let room = room_for_version(&reviewer, id).await?;
        let coming = stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(content))]);
        let staged = receive(&reviewer, room, coming).await?;
        add_version(&reviewer, id, why, "Plan bis.txt", staged).await
    };
    add(b"deux", "Les arrêts sont ajoutés").await.expect("added");
    let view = show(&cx, id).await.expect("read");
    let told: Vec<_> = view.versions.iter().map(|v| (v.number, v.by.as_deref(), v.reason.as_str())).collect();
    assert_eq!(
        told,
        [(2, Some("Odile Rambert"), "Les arrêts sont ajoutés"), (1, Some("Gérard Pontivy"), "")]
    );
    assert_eq!((view.text.as_deref(), view.file_name.as_str()), (Some("deux"), "Plan bis.txt"));
    assert_eq!(refused(add(b"deux", "").await), about_files(FieldProblem::Unchanged));
    let too_long = "x".repeat(301);
    assert!(matches!(refused(add(b"trois", &too_long).await), Refusal::Invalid(_)));
    restore_version(&cx, id, 1).await.expect("brought back");
    assert_eq!(refused(restore_version(&cx, id, 3).await), Refusal::Conflict, "it is the last one");
    assert_eq!(refused(restore_version(&cx, id, 9).await), Refusal::NotFound);
    let view = show(&cx, id).await.expect("read");
    assert_eq!((view.latest, view.text.as_deref(), view.versions[0].restores), (3, Some("un"), Some(1)));
    let second = file(&cx, id, Some(2)).await.expect("kept");
    assert_eq!((second.name.as_str(), second.bytes), ("Plan bis.txt", 4));
    assert_eq!(
        test.journal().await[1..],
        ["library.deposited", "library.version_added", "library.version_restored"]
    );
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn notes_and_links_keep_their_versions_too() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let note = DocumentForm { body: "Un **début**.".into(), ..titled("Idées") };
    let id = create_note(&cx, &group("mobilites"), &note).await.expect("written");
    assert!(show(&cx, id).await.expect("read").html.expect("a note").contains("<strong>début</strong>"));
    let changed = DocumentForm {
        body: "Une suite. <script>alert(1)</script>".into(),
        tags: "vélo, Gare, velo".into(),
        reason: "On en a parlé".into(),
        ..titled("Idées pour la gare")
    };
    change(&cx, id, Version(1), &changed).await.expect("changed");
    let view = show(&cx, id).await.expect("read");
    assert_eq!((view.latest, view.versions[0].reason.as_str()), (2, "On en a parlé"));
    assert_eq!(view.tags, ["vélo", "Gare"]);
    assert!(!view.html.expect("a note").contains("<script"));
    assert_eq!(names(&cx, &group("mobilites")).await, ["Idées pour la gare"], "one title wherever it stands");
    assert_eq!(refused(change(&cx, id, Version(1), &changed).await), Refusal::Conflict);
    restore_version(&cx, id, 1).await.expect("brought back");
    assert_eq!(show(&cx, id).await.expect("read").body, "Un **début**.");
    let link = DocumentForm { address: "https://exemple.fr".into(), ..titled("Le plan vélo") };
    let link = create_link(&cx, &group("mobilites"), &link).await.expect("made");
    assert_eq!(show(&cx, link).await.expect("read").address, "https://exemple.fr");
    assert_eq!(refused(file(&cx, link, None).await), Refusal::NotFound);
    let Refusal::Invalid(errors) = refused(create_link(&cx, &group("mobilites"), &titled("")).await) else {
        panic!("invalid")
    };
    assert_eq!(errors.iter().map(|e| e.field.as_str()).collect::<Vec<_>>(), ["title", "address"]);
    test.finish().await;
}
