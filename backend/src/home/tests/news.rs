use super::*;
use crate::events::{Event, EventKind};

async fn news_of(cx: &Cx) -> Vec<(EventKind, Vec<String>, u32)> {
    let since = since_last_visit(cx).await.expect("news");
    since.news.into_iter().map(|news| (news.kind, news.who, news.times)).collect()
}

async fn happens(
    test: &TestBackend,
    who: UserId,
    kind: EventKind,
    group: Group,
    text: Option<ContributionId>,
) {
    let cx = test.as_user(who).await;
    let tx = cx.begin().await.expect("a transaction");
    let event = Event::new(kind).group(group.id());
    let event = match text {
        Some(id) => event.contribution(id),
        None => event.user(who),
    };
    event.record(&cx, &tx).await.expect("told");
    cx.commit(tx).await.expect("committed");
}

#[tokio::test]
async fn news_are_of_what_one_reads_gathered_and_not_one_s_own() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };
    let (draft, _) = shelf.text(cast.mobilites, cast.member, State::Draft, "La gare").await;
    let Cast { member, reviewer, facilitator, other, .. } = cast;
    for _ in 0..2 {
        happens(&test, member.id, EventKind::ContributionRevised, cast.mobilites, Some(draft)).await;
    }
    happens(&test, reviewer.id, EventKind::ContributionRevised, cast.mobilites, Some(draft)).await;
    happens(&test, other.id, EventKind::MemberJoined, cast.alimentation, None).await;
    happens(&test, cast.chair.id, EventKind::GroupChanged, cast.bureau, None).await;

    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        news_of(&test.as_user(facilitator.id).await).await,
        [
            (EventKind::MemberJoined, names(&["Simone Tréguier"]), 1),
            (EventKind::ContributionRevised, names(&["Odile Rambert", "Gérard Pontivy"]), 3),
        ]
    );
    let own = news_of(&test.as_user(member.id).await).await;
    assert_eq!(own[1], (EventKind::ContributionRevised, names(&["Odile Rambert"]), 1));
    // Of a closed group and of a secret one, others know nothing; the administrator reads no contents.
    assert_eq!(news_of(&test.as_user(other.id).await).await, []);
    assert_eq!(news_of(&test.as_user(cast.administrator.id).await).await, []);
    assert_eq!(news_of(&test.as_user(cast.former.id).await).await, []);
    test.finish().await;
}

#[tokio::test]
async fn news_begin_where_the_last_visit_ended() {
    let (test, cast) = TestBackend::with_cast().await;
    let first = since_last_visit(&test.as_user(cast.facilitator.id).await).await.expect("news");
    assert_eq!(first.previous, None);
    happens(&test, cast.other.id, EventKind::MemberJoined, cast.alimentation, None).await;
    test.wait(TimeDelta::days(1));
    happens(&test, cast.other.id, EventKind::GroupChanged, cast.alimentation, None).await;
    test.wait(TimeDelta::days(1));
    let cx = test.as_user(cast.facilitator.id).await;
    let second = since_last_visit(&cx).await.expect("news");
    assert_eq!(second.previous, Some(crate::testing::start()));
    let kinds: Vec<EventKind> = second.news.iter().map(|news| news.kind).collect();
    assert_eq!(kinds, [EventKind::GroupChanged]);
    // Half an hour later it is the same visit, and the same news.
    test.wait(TimeDelta::minutes(30));
    let again = since_last_visit(&test.as_user(cast.facilitator.id).await).await.expect("news");
    assert_eq!(again, second);
    test.finish().await;
}
