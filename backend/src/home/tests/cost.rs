//! What home and a group's page cost: few queries, and no more of them in a larger council.

use domain::{groups::GroupForm, policy::GroupAction};

use super::*;
use crate::{PageNumber, contributions, discussions, feed};

/// What home reads.
async fn home(cx: Cx) {
    asked_of_me(&cx).await.expect("what is asked");
    my_groups(&cx).await.expect("my groups");
    since_last_visit(&cx).await.expect("news");
}

/// What the page of a group reads.
async fn group_page(cx: Cx) {
    let group = groups::show(&cx, "mobilites").await.expect("shown");
    let total = group.texts.values().sum();
    contributions::list_of_group(&cx, group.id, total, PageNumber::FIRST).await.expect("texts");
    asked_in(&cx, &group).await.expect("the next step");
    discussions::latest(&cx, &group).await.expect("discussions");
    feed::latest(&cx, group.id, 6).await.expect("news");
}

/// Closed groups of which most of the cast is not, with texts in every state.
async fn elsewhere(test: &TestBackend, cast: &Cast) {
    let shelf = Shelf { test };
    let chair = test.as_user(cast.chair.id).await;
    for n in 0..4 {
        let form = GroupForm {
            name: format!("Groupe {n}"),
            kind: "committee".into(),
            visibility: "closed".into(),
            ..Default::default()
        };
        let slug = groups::create(&chair, &form, &[cast.other.id]).await.expect("opened");
        let facilitator = test.as_user(cast.other.id).await;
        let facts = groups::find(&facilitator, &slug, GroupAction::Write).await.expect("found").facts();
        for state in State::ALL {
            let text = shelf.text(Group { facts, slug: "" }, cast.other, *state, &format!("Texte {n}")).await;
            shelf.verdict(text, cast.other, Verdict::Approve).await;
        }
    }
}

#[tokio::test]
async fn home_and_a_group_s_page_are_read_in_few_queries_however_large_the_council() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };
    shelf.text(cast.mobilites, cast.member, State::InReview, "La gare").await;
    let reads = async |person: Person| {
        let cx = test.as_user(person.id).await;
        let ((), home) = test.reads(&cx, home).await;
        let ((), group) = test.reads(&cx, group_page).await;
        (home, group)
    };
    let people = [
        // A member: what there may be, the texts; the groups; the visit, the news. Then the group: itself, its people,
        // its texts twice, what there may be, what is asked of its texts, its discussions, its news.
        (cast.reviewer, (5, 8)),
        // Those who run a group: also who is at its door.
        (cast.facilitator, (5, 9)),
        // The chair: also what they came in by.
        (cast.chair, (5, 9)),
    ];
    for (person, expected) in people {
        assert_eq!(reads(person).await, expected, "{}", person.email);
    }
    let asked = shelf.asked(cast.reviewer).await;
    elsewhere(&test, &cast).await;
    for (person, (_, group)) in people {
        let (home, again) = reads(person).await;
        assert!(home <= 6, "{}: {home}", person.email);
        assert_eq!(again, group, "{}", person.email);
    }
    assert_eq!(shelf.asked(cast.reviewer).await, asked, "nothing is asked of who is not there");
    test.finish().await;
}

#[tokio::test]
async fn what_waits_is_found_among_much_that_does_not() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };
    for n in 0..210 {
        shelf.text(cast.mobilites, cast.member, State::Adopted, &format!("Texte {n}")).await;
    }
    shelf.text(cast.mobilites, cast.member, State::InReview, "La gare").await;
    assert_eq!(shelf.asked(cast.reviewer).await, asks(&[(AskedKind::Review, "La gare")]));
    test.finish().await;
}

#[tokio::test]
async fn a_group_s_page_asks_what_home_asks_of_that_group() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };
    shelf.text(cast.mobilites, cast.member, State::InReview, "La gare").await;
    shelf.text(cast.mobilites, cast.member, State::ReadyForAdoption, "Les bus").await;
    shelf.text(cast.bureau, cast.chair, State::Adopted, "Le budget").await;
    shelf.unsaved(cast.mobilites, None, cast.facilitator, "Le marché").await;
    let applicant = test.as_user(cast.other.id).await;
    groups::ask_to_join(&applicant, "mobilites", "Je prends le car.").await.expect("asked");
    for (name, person) in cast.everybody() {
        if name == "suspended" {
            continue;
        }
        let cx = test.as_user(person.id).await;
        let all = asked_of_me(&cx).await.expect("read").now;
        for slug in ["mobilites", "alimentation", "bureau"] {
            let Ok(group) = groups::show(&cx, slug).await else { continue };
            let first = all.iter().find(|ask| ask.group.as_ref().is_some_and(|group| group.slug == slug));
            assert_eq!(asked_in(&cx, &group).await.expect("read").as_ref(), first, "{name}, {slug}");
        }
    }
    let visitor = test.visitor();
    let group = groups::show(&visitor, "alimentation").await.expect("shown");
    assert_eq!(asked_in(&visitor, &group).await.expect("read"), None);
    test.finish().await;
}
