use chrono::TimeDelta;

use super::*;

#[tokio::test]
async fn those_who_do_not_read_the_group_find_no_discussion() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = begun(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    let first = at(&member, id, 1).await.id;
    for (name, person) in cast.everybody() {
        let cx = test.as_user(person.id).await;
        let reads = ["member", "reviewer", "observer", "facilitator", "chair"].contains(&name);
        let shown = show(&cx, "mobilites", id, PageNumber::FIRST, None).await;
        assert_eq!(shown.is_ok(), reads, "{name}");
        assert_eq!(list(&cx, "mobilites", Filter::All, PageNumber::FIRST).await.is_ok(), reads, "{name}");
        if !reads {
            assert_eq!(refused(shown), Refusal::NotFound, "{name}");
            assert_eq!(refused(message(&cx, "mobilites", id, first).await), Refusal::NotFound, "{name}");
            assert_eq!(refused(answer(&cx, id, None, &says("Oui.")).await), Refusal::NotFound, "{name}");
            assert_eq!(refused(withdraw(&cx, first).await), Refusal::NotFound, "{name}");
            assert_eq!(refused(hide(&cx, first, Version(1), "x").await), Refusal::NotFound, "{name}");
            assert_eq!(refused(close(&cx, id, "x").await), Refusal::NotFound, "{name}");
        }
    }
    // Nor at the address of another group.
    let elsewhere = show(&member, "alimentation", id, PageNumber::FIRST, None).await;
    assert_eq!(refused(elsewhere), Refusal::NotFound);
    assert_eq!(refused(message(&member, "mobilites", ThreadId(404), first).await), Refusal::NotFound);
    test.finish().await;
}

#[tokio::test]
async fn what_was_read_is_noted_once_and_never_goes_back() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = begun(&test, &cast).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    let unread = async || rows(&reviewer, "mobilites").await[0].unread;
    assert_eq!(unread().await, 1);
    assert_eq!(read(&reviewer, id).await.read, 0);
    assert_eq!(unread().await, 0);
    answered(&test, cast.member.id, id, "Et le samedi ?").await;
    let row = rows(&reviewer, "mobilites").await.remove(0);
    assert_eq!((row.unread, row.first_unread()), (1, Some(2)));
    assert_eq!(read(&reviewer, id).await.read, 1, "what was read before this visit");
    assert_eq!(unread().await, 0);
    let member = test.as_user(cast.member.id).await;
    assert_eq!(rows(&member, "mobilites").await[0].unread, 0, "one has read what one wrote");
    test.finish().await;
}

#[tokio::test]
async fn a_long_discussion_is_read_by_pages_of_fifty() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = begun(&test, &cast).await;
    let cx = test.as_user(cast.reviewer.id).await;
    for n in 2..=51 {
        answer(&cx, id, None, &says(&format!("Réponse {n}."))).await.expect("answered");
    }
    let first = read(&cx, id).await.messages;
    assert_eq!((first.rows.len(), first.pages(), first.total), (50, 2, 51));
    let second = show(&cx, "mobilites", id, PageNumber::parse(Some("2")), None).await.expect("read").messages;
    assert_eq!(second.rows.iter().map(|m| m.position).collect::<Vec<_>>(), [51]);
    let beyond = show(&cx, "mobilites", id, PageNumber::parse(Some("99999999999999")), None).await;
    assert!(beyond.expect("read").messages.rows.is_empty());
    // As many statements for fifty messages as for one.
    let (_, long) = test.reads(&cx, async |cx| read(&cx, id).await).await;
    let short = begun(&test, &cast).await;
    read(&cx, short).await;
    let (_, of_one) = test.reads(&cx, async |cx| read(&cx, short).await).await;
    assert_eq!(long, of_one, "statements");
    test.finish().await;
}

#[tokio::test]
async fn discussions_that_moved_last_come_first_and_those_without_answer_are_told_apart() {
    let (test, cast) = TestBackend::with_cast().await;
    let old = begun(&test, &cast).await;
    test.wait(TimeDelta::hours(1));
    let recent = begun(&test, &cast).await;
    test.wait(TimeDelta::hours(1));
    let member = test.as_user(cast.member.id).await;
    answer(&member, old, None, &says("J’ajoute une chose.")).await.expect("answered");
    let ids = |rows: Vec<ThreadRow>| rows.into_iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(ids(rows(&member, "mobilites").await), [old, recent]);
    let waiting = async |cx: &Cx| ids(unanswered(cx, "mobilites").await.expect("read").rows);
    assert_eq!(waiting(&member).await, [old, recent], "one does not answer oneself");
    answered(&test, cast.reviewer.id, old, "Merci.").await;
    assert_eq!(waiting(&member).await, [recent]);
    close(&test.as_user(cast.facilitator.id).await, recent, "Dit ailleurs.").await.expect("closed");
    assert_eq!(waiting(&member).await, []);
    let group = crate::groups::show(&member, "mobilites").await.expect("shown");
    assert_eq!(ids(latest(&member, &group).await.expect("read")), [old, recent]);
    let outside = test.as_user(cast.other.id).await;
    let group = crate::groups::show(&outside, "mobilites").await.expect("its name is known");
    assert_eq!(latest(&outside, &group).await.expect("read"), []);
    test.finish().await;
}

#[tokio::test]
async fn a_discussion_leads_to_its_text_for_those_who_read_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let text = domain::contributions::ContributionForm {
        title: "Rejoindre la gare".into(),
        kind: "note".into(),
        ..Default::default()
    };
    let text = crate::contributions::create(&member, "mobilites", &text).await.expect("begun");
    let form = ThreadForm { text: text.to_string(), ..opening("La troisième partie", "Trop longue ?") };
    let id = begin(&member, "mobilites", &form).await.expect("begun");
    assert_eq!(read(&member, id).await.text.map(|text| text.title), Some("Rejoindre la gare".to_owned()));
    let read = crate::contributions::show(&member, text).await.expect("read").facts;
    let rows = about(&member, &read).await.expect("a list");
    assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [id]);
    let other = test.as_user(cast.other.id).await;
    assert_eq!(about(&other, &read).await.expect("nothing"), []);
    let Refusal::Invalid(errors) = refused(begin(&other, "alimentation", &form).await) else {
        panic!("a text of another group, which they do not read")
    };
    assert_eq!(errors[0].field, "text");
    test.finish().await;
}
