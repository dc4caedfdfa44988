use chrono::TimeDelta;
use domain::{
    FieldError, FieldProblem, Refusal, Version,
    contributions::{ContributionKind, State, Verdict},
    groups::GroupRole,
    home::{AskedKind, SnoozeForm},
    ids::{ContributionId, RevisionId, UserId},
    people::MandateForm,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::*;
use crate::{
    Cx,
    entities::{contribution, contribution_author, review, revision, unsaved_text},
    events::{Event, EventKind},
    groups, people,
    testing::{Cast, Group, Person, TestBackend},
};

/// Texts as they would be, whatever the way that led there.
struct Shelf<'a> {
    test: &'a TestBackend,
}

impl Shelf<'_> {
    async fn text(
        &self,
        group: Group,
        author: Person,
        state: State,
        title: &str,
    ) -> (ContributionId, RevisionId) {
        let cx = self.test.backend.system();
        let db = cx.backend.db().writer();
        let text = contribution::ActiveModel {
            group_id: Set(group.id()),
            kind: Set(ContributionKind::Contribution),
            state: Set(state),
            title: Set(title.to_owned()),
            summary: Set(String::new()),
            byline: Set(String::new()),
            created_by: Set(author.id),
            created_at: Set(cx.now),
            updated_at: Set(cx.now),
            state_since: Set(cx.now),
            version: Set(Version::FIRST),
            ..Default::default()
        };
        let text = text.insert(db).await.expect("a text");
        let written = revision::ActiveModel {
            contribution_id: Set(text.id),
            position: Set(1),
            title: Set(title.to_owned()),
            summary: Set(String::new()),
            body: Set("Un texte.".to_owned()),
            reason: Set(String::new()),
            author_id: Set(author.id),
            at: Set(cx.now),
            ..Default::default()
        };
        let written = written.insert(db).await.expect("a revision");
        let id = text.id;
        let mut text: contribution::ActiveModel = text.into();
        text.revision_id = Set(Some(written.id));
        text.update(db).await.expect("the current revision");
        let own = contribution_author::ActiveModel {
            contribution_id: Set(id),
            user_id: Set(author.id),
            position: Set(0),
        };
        own.insert(db).await.expect("an author");
        (id, written.id)
    }

    async fn verdict(&self, text: (ContributionId, RevisionId), reviewer: Person, verdict: Verdict) {
        let cx = self.test.backend.system();
        let row = review::ActiveModel {
            contribution_id: Set(text.0),
            revision_id: Set(text.1),
            reviewer_id: Set(reviewer.id),
            verdict: Set(verdict),
            comment: Set(String::new()),
            at: Set(cx.now),
            ..Default::default()
        };
        row.insert(cx.backend.db().writer()).await.expect("a review");
    }

    async fn unsaved(&self, group: Group, text: Option<ContributionId>, user: Person, title: &str) {
        let cx = self.test.backend.system();
        let row = unsaved_text::ActiveModel {
            user_id: Set(user.id),
            group_id: Set(group.id()),
            contribution_id: Set(text),
            base_version: Set(Version::FIRST),
            title: Set(title.to_owned()),
            kind: Set(String::new()),
            summary: Set(String::new()),
            body: Set("Des mots".to_owned()),
            at: Set(cx.now),
            ..Default::default()
        };
        row.insert(cx.backend.db().writer()).await.expect("an unsaved text");
    }

    async fn asked(&self, person: Person) -> Vec<(AskedKind, String)> {
        let cx = self.test.as_user(person.id).await;
        let asked = asked_of_me(&cx).await.expect("what is asked");
        asked.now.into_iter().map(|ask| (ask.kind, ask.title)).collect()
    }
}

fn asks(expected: &[(AskedKind, &str)]) -> Vec<(AskedKind, String)> {
    expected.iter().map(|(kind, title)| (*kind, (*title).to_owned())).collect()
}

#[tokio::test]
async fn a_text_in_review_is_asked_of_the_group_but_its_authors() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };
    let gare = shelf.text(cast.mobilites, cast.member, State::InReview, "La gare").await;
    let review = asks(&[(AskedKind::Review, "La gare")]);
    assert_eq!(shelf.asked(cast.reviewer).await, review);
    assert_eq!(shelf.asked(cast.facilitator).await, review);
    for person in [cast.member, cast.observer, cast.other, cast.chair, cast.administrator, cast.former] {
        assert_eq!(shelf.asked(person).await, asks(&[]), "{}", person.email);
    }
    // A remark is not a position.
    shelf.verdict(gare, cast.reviewer, Verdict::Comment).await;
    assert_eq!(shelf.asked(cast.reviewer).await, review);
    shelf.verdict(gare, cast.reviewer, Verdict::Approve).await;
    assert_eq!(shelf.asked(cast.reviewer).await, asks(&[]));
    // Approved: the facilitator may propose it, and is asked one thing about it, not two.
    assert_eq!(shelf.asked(cast.facilitator).await, asks(&[(AskedKind::Propose, "La gare")]));
    test.finish().await;
}

#[tokio::test]
async fn changes_are_asked_of_the_authors() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };
    shelf.text(cast.mobilites, cast.member, State::ChangesRequested, "Le marché").await;
    assert_eq!(shelf.asked(cast.member).await, asks(&[(AskedKind::Revise, "Le marché")]));
    assert_eq!(shelf.asked(cast.reviewer).await, asks(&[]));
    test.finish().await;
}

#[tokio::test]
async fn adoption_and_publication_are_asked_of_the_chair() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };
    shelf.text(cast.mobilites, cast.member, State::Adopted, "Le vélo").await;
    test.wait(TimeDelta::hours(1));
    shelf.text(cast.mobilites, cast.member, State::ReadyForAdoption, "Les bus").await;
    shelf.text(cast.bureau, cast.chair, State::ReadyForAdoption, "Le budget").await;
    shelf.text(cast.mobilites, cast.member, State::Published, "Le train").await;
    assert_eq!(
        shelf.asked(cast.chair).await,
        asks(&[
            (AskedKind::Adopt, "Les bus"),
            (AskedKind::Adopt, "Le budget"),
            (AskedKind::Publish, "Le vélo")
        ])
    );
    for person in [cast.facilitator, cast.member, cast.administrator] {
        assert_eq!(shelf.asked(person).await, asks(&[]), "{}", person.email);
    }
    test.finish().await;
}

#[tokio::test]
async fn a_chair_outside_a_secret_group_is_asked_nothing_of_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };

    shelf.text(cast.bureau, cast.chair, State::ReadyForAdoption, "Le budget").await;
    let administrator = test.as_user(cast.administrator.id).await;
    groups::add_member(
        &administrator,
        "bureau",
        &groups::Newcomer::User(cast.member.id),
        GroupRole::Facilitator,
    )
    .await
    .expect("added");
    groups::remove_member(&administrator, "bureau", cast.chair.id).await.expect("removed");
    assert_eq!(shelf.asked(cast.chair).await, asks(&[]));
    test.finish().await;
}

#[tokio::test]
async fn an_unsaved_text_comes_first_and_nothing_comes_twice() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };
    let market = shelf.text(cast.mobilites, cast.member, State::ChangesRequested, "Le marché").await;
    shelf.text(cast.mobilites, cast.reviewer, State::InReview, "La gare").await;
    shelf.unsaved(cast.mobilites, Some(market.0), cast.member, "Le marché du samedi").await;
    shelf.unsaved(cast.mobilites, None, cast.member, "").await;
    // In a group one does not write in, nothing can be saved any more.
    shelf.unsaved(cast.alimentation, None, cast.member, "Les terres").await;
    let adopted = shelf.text(cast.mobilites, cast.member, State::Adopted, "Le vélo").await;
    shelf.unsaved(cast.mobilites, Some(adopted.0), cast.member, "Le vélo, encore").await;
    let asked = shelf.asked(cast.member).await;
    let mut resumed = asked[..2].to_vec();
    resumed.sort();
    assert_eq!(resumed, asks(&[(AskedKind::Resume, ""), (AskedKind::Resume, "Le marché du samedi")]));
    assert_eq!(asked[2..], asks(&[(AskedKind::Review, "La gare")]));
    test.finish().await;
}

#[tokio::test]
async fn a_visitor_is_asked_to_sign_in() {
    let (test, _) = TestBackend::with_cast().await;
    let visitor = test.visitor();
    let sign_in = |error: crate::Error| assert_eq!(error.refusal(), Some(&Refusal::SignInRequired));
    sign_in(asked_of_me(&visitor).await.expect_err("refused"));
    sign_in(my_groups(&visitor).await.expect_err("refused"));
    sign_in(since_last_visit(&visitor).await.expect_err("refused"));
    test.finish().await;
}

#[tokio::test]
async fn my_groups_say_where_their_texts_stand() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };
    for title in ["Un", "Deux"] {
        shelf.text(cast.mobilites, cast.member, State::Draft, title).await;
    }
    let mine = my_groups(&test.as_user(cast.observer.id).await).await.expect("groups");
    assert_eq!(mine.len(), 1);
    assert_eq!((mine[0].slug.as_str(), mine[0].role), ("mobilites", GroupRole::Observer));
    assert_eq!(mine[0].texts, groups::TextCounts::from([(State::Draft, 2)]));
    assert!(my_groups(&test.as_user(cast.former.id).await).await.expect("groups").is_empty());
    test.finish().await;
}

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

#[tokio::test]
async fn what_is_put_off_comes_back_on_its_day() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };
    let text = shelf.text(cast.mobilites, cast.member, State::InReview, "La gare").await;
    let other = shelf.text(cast.mobilites, cast.member, State::InReview, "Le marché").await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    let form = |until: &str| SnoozeForm {
        kind: AskedKind::Review.code().into(),
        subject: text.0.to_string(),
        until: until.into(),
    };
    let refused = put_off(&reviewer, &form("hier")).await.expect_err("refused");
    let expected = Refusal::Invalid(vec![FieldError::new("until", FieldProblem::NotADate)]);
    assert_eq!(refused.refusal(), Some(&expected));
    let day = reviewer.today() + TimeDelta::days(3);
    for until in [reviewer.today() + TimeDelta::days(9), day] {
        put_off(&reviewer, &form(&until.to_string())).await.expect("put off, again");
    }
    let asked = asked_of_me(&reviewer).await.expect("read");
    assert_eq!(asked.now.iter().map(|ask| ask.subject).collect::<Vec<_>>(), [Subject::Text(other.0)]);
    assert_eq!(
        asked.later.iter().map(|(day, ask)| (*day, ask.subject)).collect::<Vec<_>>(),
        [(day, Subject::Text(text.0))]
    );
    // It is asked of others all the same.
    assert_eq!(shelf.asked(cast.facilitator).await.len(), 2);
    test.wait(TimeDelta::days(3));
    assert_eq!(shelf.asked(cast.reviewer).await.len(), 2);
    test.finish().await;
}

#[tokio::test]
async fn what_was_put_off_can_be_taken_up_at_once() {
    let (test, cast) = TestBackend::with_cast().await;
    let shelf = Shelf { test: &test };
    let text = shelf.text(cast.mobilites, cast.member, State::InReview, "La gare").await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    let until = (reviewer.today() + TimeDelta::days(3)).to_string();
    let form = SnoozeForm { kind: "review".into(), subject: text.0.to_string(), until };
    put_off(&reviewer, &form).await.expect("put off");
    assert_eq!(shelf.asked(cast.reviewer).await.len(), 0);
    bring_back(&reviewer).await.expect("taken up");
    assert_eq!(shelf.asked(cast.reviewer).await, asks(&[(AskedKind::Review, "La gare")]));
    let visitor = test.visitor();
    assert!(put_off(&visitor, &form).await.is_err() && bring_back(&visitor).await.is_err());
    test.finish().await;
}

#[tokio::test]
async fn mandates_about_to_end_are_asked_once_of_who_keeps_the_records() {
    let (test, cast) = TestBackend::with_cast().await;
    let administrator = test.as_user(cast.administrator.id).await;
    let today = administrator.today();
    let renew = async |person: Person| {
        let asked = asked_of_me(&test.as_user(person.id).await).await.expect("read").now;
        asked.into_iter().find(|ask| ask.kind == AskedKind::Renew)
    };
    assert_eq!(renew(cast.administrator).await, None);
    let mandate = async |person: Person, from: i64, to: Option<i64>| {
        let form = MandateForm {
            role: "member".into(),
            mandate_start: (today + TimeDelta::days(from)).to_string(),
            mandate_end: to.map(|to| (today + TimeDelta::days(to)).to_string()).unwrap_or_default(),
        };
        people::add_mandate(&administrator, person.id, &form).await.expect("a mandate");
    };
    let end_of = async |person: Person, to: i64| {
        let mandates = people::show(&administrator, person.id).await.expect("read").mandates;
        let day = (today + TimeDelta::days(to)).to_string();
        people::end_mandate(&administrator, mandates[0].id, &day).await.expect("ended");
    };
    end_of(cast.member, 60).await;
    end_of(cast.reviewer, 40).await;
    end_of(cast.other, 91).await;
    end_of(cast.facilitator, 30).await;
    mandate(cast.facilitator, 31, Some(900)).await;
    let asked = renew(cast.administrator).await.expect("asked");
    assert_eq!((asked.count, asked.due), (2, Some(today + TimeDelta::days(40))));
    for person in [cast.member, cast.chair, cast.other] {
        assert_eq!(renew(person).await, None, "{}", person.email);
    }
    mandate(cast.member, 61, None).await;
    mandate(cast.reviewer, 41, None).await;
    assert_eq!(renew(cast.administrator).await, None, "every seat is kept");
    test.finish().await;
}
