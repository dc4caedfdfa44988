use domain::{
    Refusal, Version,
    contributions::{ContributionForm, ReviewForm},
    groups::GroupRole,
    policy::{ContributionAction, Permission},
    refusal::Forbidden,
};

use super::*;
use crate::{
    groups::{Newcomer, add_member, change},
    testing::{Cast, Person, TestBackend},
};

async fn write(test: &TestBackend, author: Person, slug: &str, title: &str) -> ContributionId {
    let form = ContributionForm {
        title: title.into(),
        kind: "note".into(),
        body: "Un texte.".into(),
        ..Default::default()
    };
    contributions::create(&test.as_user(author.id).await, slug, &form).await.expect("written")
}

async fn told(test: &TestBackend, person: Person) -> Vec<(EventKind, String)> {
    let feed = everywhere(&test.as_user(person.id).await, None).await.expect("read");
    assert_eq!(feed.older, None);
    feed.lines.into_iter().map(|line| (line.kind, line.text.map_or(line.group.slug, |(_, t)| t))).collect()
}

/// A text of the closed group put to the council, a draft of each group, somebody added.
async fn a_week(test: &TestBackend, cast: &Cast) -> ContributionId {
    let ready = write(test, cast.member, "mobilites", "Prêt").await;
    contributions::submit(&test.as_user(cast.member.id).await, ready).await.expect("sent");
    let review = ReviewForm { verdict: "approve".into(), comment: String::new() };
    let reviewer = test.as_user(cast.reviewer.id).await;
    contributions::review(&reviewer, ready, Version(1), &review).await.expect("reviewed");
    let facilitator = test.as_user(cast.facilitator.id).await;
    contributions::propose(&facilitator, ready).await.expect("proposed");
    write(test, cast.member, "mobilites", "Brouillon fermé").await;
    write(test, cast.other, "alimentation", "Brouillon ouvert").await;
    write(test, cast.chair, "bureau", "Brouillon secret").await;
    let newcomer = Newcomer::User(cast.chair.id);
    add_member(&test.as_user(cast.other.id).await, "alimentation", &newcomer, GroupRole::Member)
        .await
        .expect("added");
    ready
}

#[tokio::test]
async fn each_is_told_of_what_they_read_and_nothing_else() {
    let (test, cast) = TestBackend::with_cast().await;
    a_week(&test, &cast).await;
    let other = told(&test, cast.other).await;
    let expected = [
        (EventKind::MemberAdded, "alimentation"),
        (EventKind::ContributionCreated, "Brouillon ouvert"),
        (EventKind::ContributionProposed, "Prêt"),
    ];
    assert_eq!(other, expected.map(|(kind, what)| (kind, what.to_owned())));
    assert_eq!(told(&test, cast.former).await, []);
    assert_eq!(told(&test, cast.administrator).await, [], "the keys of the site open no group");
    for (name, person) in cast.everybody() {
        if name == "suspended" {
            continue;
        }
        let titles: Vec<String> = told(&test, person).await.into_iter().map(|(_, title)| title).collect();
        let inside = matches!(name, "member" | "reviewer" | "observer" | "facilitator" | "chair");
        assert_eq!(titles.contains(&"Brouillon fermé".to_owned()), inside, "{name}");
        assert_eq!(titles.contains(&"Brouillon secret".to_owned()), name == "chair", "{name}");
    }
    test.finish().await;
}

/// Whatever the line, its text may be read.
#[tokio::test]
async fn no_line_tells_of_a_text_that_may_not_be_read() {
    let (test, cast) = TestBackend::with_cast().await;
    a_week(&test, &cast).await;
    for (name, person) in cast.everybody() {
        let cx = test.as_user(person.id).await;
        let Ok(feed) = everywhere(&cx, None).await else { continue };
        for line in feed.lines {
            if let Some((id, title)) = line.text {
                let head = contributions::head(&cx, id, ContributionAction::Read).await.expect("read");
                let read = Permission::Contribution(ContributionAction::Read, &head.facts);
                assert!(cx.may(read), "{name}: {title}");
            }
        }
    }
    test.finish().await;
}

#[tokio::test]
async fn the_feed_of_a_group_is_for_those_who_read_its_work() {
    let (test, cast) = TestBackend::with_cast().await;
    a_week(&test, &cast).await;
    let read = async |person: Person, slug: &str| {
        let answer = of_group(&test.as_user(person.id).await, slug, None).await;
        answer.map(|feed| feed.lines.len()).map_err(|error| error.refusal().cloned())
    };
    assert_eq!(read(cast.observer, "mobilites").await, Ok(5));
    let members_only = Some(Refusal::Forbidden(Forbidden::GroupMembersOnly));
    assert_eq!(read(cast.other, "mobilites").await, Err(members_only.clone()));
    assert_eq!(read(cast.administrator, "mobilites").await, Err(members_only));
    assert_eq!(read(cast.member, "bureau").await, Err(Some(Refusal::NotFound)));
    let visitor = everywhere(&test.visitor(), None).await.expect_err("refused");
    assert_eq!(visitor.refusal(), Some(&Refusal::SignInRequired));
    test.finish().await;
}

#[tokio::test]
async fn older_lines_follow_one_page_after_the_other() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.facilitator.id).await;
    for n in 1..=45 {
        let (_, form) = groups::settings(&cx, "mobilites").await.expect("read");
        change(&cx, "mobilites", Version(n), &form).await.expect("changed");
    }
    let (first, reads) = test.reads(&cx, async |cx| of_group(&cx, "mobilites", None).await).await;
    let first = first.expect("read");
    assert_eq!((first.lines.len(), reads), (40, 2), "the group, and one page");
    let last = of_group(&cx, "mobilites", first.older).await.expect("read");
    assert_eq!((last.lines.len(), last.older), (5, None));
    assert!(last.lines[0].id < first.lines[39].id);
    test.finish().await;
}
