use super::*;

#[tokio::test]
async fn a_hidden_message_is_read_by_its_author_and_those_who_look_after_the_group_only() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = begun(&test, &cast).await;
    let said = answered(&test, cast.reviewer.id, id, "Untel est un voleur.").await;
    let member = test.as_user(cast.member.id).await;
    answer(&member, id, Some(2), &says("Doucement.")).await.expect("answered");
    let facilitator = test.as_user(cast.facilitator.id).await;
    assert_eq!(
        refused(hide(&member, said, Version(1), "Non.").await),
        Refusal::Forbidden(Forbidden::FacilitatorOnly)
    );
    assert!(matches!(refused(hide(&facilitator, said, Version(1), "").await), Refusal::Invalid(_)));
    hide(&facilitator, said, Version(1), "Une personne y est accusée.").await.expect("hidden");
    for (person, reads) in [
        (cast.member, false),
        (cast.observer, false),
        (cast.reviewer, true),
        (cast.facilitator, true),
        (cast.chair, true),
    ] {
        let cx = test.as_user(person.id).await;
        let seen = at(&cx, id, 2).await;
        assert_eq!((seen.html.is_some(), seen.hiding.is_some()), (reads, reads), "{}", person.email);
        let all = format!(
            "{:?} {:?} {:?}",
            read(&cx, id).await,
            rows(&cx, "mobilites").await,
            message(&cx, "mobilites", id, said).await
        );
        assert_eq!(all.contains("voleur"), reads, "{}: {all}", person.email);
        assert_eq!(all.contains("accusée"), reads, "{}: {all}", person.email);
    }
    // Who decided is for those who look after the group.
    let reviewer = test.as_user(cast.reviewer.id).await;
    assert_eq!(at(&reviewer, id, 2).await.hiding.expect("told").by, None);
    assert_eq!(at(&facilitator, id, 2).await.hiding.expect("told").by.as_deref(), Some("Maryse Belvaux"));
    test.finish().await;
}

#[tokio::test]
async fn its_author_corrects_it_and_asks_again() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = begun(&test, &cast).await;
    let said = answered(&test, cast.reviewer.id, id, "C’est nul.").await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    hide(&facilitator, said, Version(1), "Dites pourquoi.").await.expect("hidden");
    assert_eq!(hidden_of_mine(&reviewer, None).await.expect("read").len(), 1);
    let form = MessageForm { plea: "Voilà.".into(), ..says("Le car part avant la sortie du lycée.") };
    assert_eq!(
        refused(edit(&reviewer, said, Version(2), &form).await),
        not_now(Transition::MessageState),
        "a hidden message is asked for, not only corrected"
    );
    ask_again(&reviewer, said, Version(2), &form).await.expect("asked");
    assert!(hidden_of_mine(&reviewer, None).await.expect("read").is_empty());
    let asked = to_moderate(&facilitator, None).await.expect("read");
    assert_eq!((asked[0].group.slug.as_str(), asked[0].count), ("mobilites", 1));
    assert_eq!(asked[0].since, Some(reviewer.now));
    let page = moderation(&facilitator, "mobilites", PageNumber::FIRST).await.expect("read");
    assert_eq!((page.waiting, page.hidden.rows[0].asked, page.hidden.rows[0].judge), (1, true, true));
    // What was read is what is decided about.
    assert_eq!(refused(show_again(&facilitator, said, Version(2)).await), Refusal::Conflict);
    keep_hidden(&facilitator, said, Version(3), "Sans la deuxième phrase.").await.expect("kept hidden");
    assert_eq!(at(&reviewer, id, 2).await.hiding.expect("told").answer, "Sans la deuxième phrase.");
    ask_again(&reviewer, said, Version(4), &form).await.expect("asked again");
    show_again(&facilitator, said, Version(5)).await.expect("shown");
    let member = test.as_user(cast.member.id).await;
    let shown = at(&member, id, 2).await;
    assert_eq!((shown.state, shown.hiding), (MessageState::Shown, None));
    assert!(shown.html.is_some_and(|html| html.contains("lycée")));
    assert_eq!(
        test.journal().await[3..],
        [
            "discussion.message_hidden",
            "discussion.message_asked_again",
            "discussion.message_kept_hidden",
            "discussion.message_asked_again",
            "discussion.message_shown_again",
        ]
    );
    let acts = moderation(&facilitator, "mobilites", PageNumber::FIRST).await.expect("read").acts;
    assert_eq!(acts.len(), 5);
    assert_eq!((acts[0].by.as_str(), acts[0].whose.as_str()), ("Maryse Belvaux", "Odile Rambert"));
    test.finish().await;
}

#[tokio::test]
async fn nobody_decides_about_their_own_message_nor_a_facilitator_about_another() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = begun(&test, &cast).await;
    let by_facilitator = answered(&test, cast.facilitator.id, id, "Taisez-vous.").await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    assert_eq!(
        refused(hide(&facilitator, by_facilitator, Version(1), "Oups.").await),
        Refusal::Forbidden(Forbidden::OwnMessage)
    );
    let administrator = test.as_user(cast.administrator.id).await;
    assert_eq!(refused(hide(&administrator, by_facilitator, Version(1), "Non.").await), Refusal::NotFound);
    crate::groups::change_role(
        &administrator,
        "mobilites",
        cast.reviewer.id,
        domain::groups::GroupRole::Facilitator,
    )
    .await
    .expect("named");
    let second = test.as_user(cast.reviewer.id).await;
    assert_eq!(
        refused(hide(&second, by_facilitator, Version(1), "Non.").await),
        Refusal::Forbidden(Forbidden::ChairOnly)
    );
    let chair = test.as_user(cast.chair.id).await;
    hide(&chair, by_facilitator, Version(1), "On ne fait pas taire.").await.expect("the chair may");
    ask_again(&facilitator, by_facilitator, Version(2), &says("Pardon.")).await.expect("asked");
    assert_eq!(to_moderate(&second, None).await.expect("read"), []);
    assert_eq!(to_moderate(&chair, None).await.expect("read").len(), 1);
    assert_eq!(
        refused(show_again(&facilitator, by_facilitator, Version(3)).await),
        Refusal::Forbidden(Forbidden::OwnMessage)
    );
    show_again(&chair, by_facilitator, Version(3)).await.expect("shown");
    test.finish().await;
}

#[tokio::test]
async fn a_subject_is_hidden_with_the_message_that_brought_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let id = begin(&member, "mobilites", &opening("Untel ment", "Voyez plutôt.")).await.expect("begun");
    let first = at(&member, id, 1).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    hide(&facilitator, first.id, first.version, "Une personne est nommée.").await.expect("hidden");
    let reviewer = test.as_user(cast.reviewer.id).await;
    assert_eq!(rows(&reviewer, "mobilites").await[0].subject, None);
    assert_eq!(read(&reviewer, id).await.head.subject, None);
    let group = crate::groups::show(&reviewer, "mobilites").await.expect("shown");
    assert_eq!(latest(&reviewer, &group).await.expect("read")[0].subject, None);
    assert_eq!(rows(&member, "mobilites").await[0].subject.as_deref(), Some("Untel ment"));
    let form = MessageForm { subject: "Un horaire inexact".into(), ..says("Voyez la fiche.") };
    ask_again(&member, first.id, Version(2), &form).await.expect("asked");
    show_again(&facilitator, first.id, Version(3)).await.expect("shown");
    assert_eq!(rows(&reviewer, "mobilites").await[0].subject.as_deref(), Some("Un horaire inexact"));
    test.finish().await;
}

#[tokio::test]
async fn what_is_hidden_in_a_group_is_for_those_who_look_after_it() {
    let (test, cast) = TestBackend::with_cast().await;
    begun(&test, &cast).await;
    let only = Refusal::Forbidden(Forbidden::FacilitatorOnly);
    for person in [cast.member, cast.observer, cast.other, cast.administrator] {
        let cx = test.as_user(person.id).await;
        let refusal = refused(moderation(&cx, "mobilites", PageNumber::FIRST).await);
        assert_eq!(refusal, only, "{}", person.email);
    }
    for person in [cast.facilitator, cast.chair] {
        let cx = test.as_user(person.id).await;
        assert!(moderation(&cx, "mobilites", PageNumber::FIRST).await.is_ok(), "{}", person.email);
    }
    let outsider = test.as_user(cast.other.id).await;
    assert_eq!(refused(moderation(&outsider, "bureau", PageNumber::FIRST).await), Refusal::NotFound);
    test.finish().await;
}
