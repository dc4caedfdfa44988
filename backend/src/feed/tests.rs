use domain::{
    Refusal, Version,
    contributions::{ConsultationForm, ContributionForm, ReviewForm, State},
    discussions::{MessageForm, ThreadForm},
    groups::{GroupForm, GroupRole, HandoverForm},
    ids::{ContributionId, DocumentId, ThreadId, UserId},
    library::DocumentForm,
    policy::{ContributionAction, Permission},
    refusal::Forbidden,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{told::TOLD_TO_THE_COUNCIL, *};
use crate::{
    contributions, discussions,
    entities::contribution,
    events::Event,
    groups::{Newcomer, add_member, change},
    library,
    testing::{Cast, Group, Person, TestBackend},
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
    feed.lines.iter().map(|line| (line.kind, named(line))).collect()
}

/// What the line is about, as it is named.
fn named(line: &Line) -> String {
    match &line.about {
        About::Council => "the council".to_owned(),
        About::Group => line.group.as_ref().map(|group| group.slug.clone()).unwrap_or_default(),
        About::Text(_, title) => title.clone(),
        About::Discussion(_, subject) => subject.clone().unwrap_or_default(),
        About::Dossier(_, title)
        | About::Framing(_, title)
        | About::Poll(_, title)
        | About::Tutorial(_, title)
        | About::Amendments { title, .. } => title.clone(),
    }
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
            if let About::Text(id, title) = line.about {
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
    assert!(last.lines[0].at <= first.lines[39].at);
    test.finish().await;
}

/// Everything that is told, in each group, and who is told of it: those who may read what it is about, and for what
/// concerns the whole council nobody less than those who read the text.
#[tokio::test]
async fn each_kind_is_told_to_those_who_may_know_of_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let authors = [(cast.mobilites, cast.member), (cast.alimentation, cast.other), (cast.bureau, cast.chair)];
    for (group, author) in authors {
        let id = write(&test, author, group.slug, "Un texte").await;
        let state = contribution::ActiveModel {
            id: Set(id),
            state: Set(State::ReadyForAdoption),
            ..Default::default()
        };
        state.update(test.backend.db().writer()).await.expect("proposed");
        let thread = begin(&test, author, group.slug, "Une question").await;
        let titled = DocumentForm { title: "Un dossier".into(), ..Default::default() };
        let place = library::Place::Group(group.slug.to_owned());
        let cx = test.as_user(author.id).await;
        let dossier = library::create_dossier(&cx, &place, &titled).await.expect("made");
        for kind in TOLD {
            happens(&test, author, kind, group, (id, thread, dossier)).await;
        }
    }
    for (name, person) in cast.everybody() {
        let cx = test.as_user(person.id).await;
        let Ok(feed) = everywhere(&cx, None).await else { continue };
        let mut lines = feed.lines;
        let mut older = feed.older;
        while let Some(before) = older {
            let next = everywhere(&cx, Some(before)).await.expect("read");
            lines.extend(next.lines);
            older = next.older;
        }
        for (group, author) in authors {
            let told = |kind: EventKind| {
                let of = |line: &Line| line.group.as_ref().is_some_and(|of| of.slug == group.slug);
                lines.iter().any(|line| line.kind == kind && of(line))
            };
            let reads_work = cx.may(Permission::Group(GroupAction::ReadWork, &group.facts));
            let facts = domain::contributions::ContributionFacts {
                id: ContributionId(0),
                group: group.facts,
                state: State::ReadyForAdoption,
                own: false,
                named: false,
                consulted: false,
            };
            let reads_text = cx.may(Permission::Contribution(ContributionAction::Read, &facts));
            for kind in TOLD {
                let about_text = kind.code().starts_with("contribution.");
                let to_the_council = TOLD_TO_THE_COUNCIL.contains(&kind);
                let expected = match (about_text, to_the_council) {
                    (false, _) => reads_work,
                    (true, false) => reads_work && reads_text,
                    (true, true) => reads_text,
                };
                assert_eq!(told(kind), expected, "{name}: {kind:?} of {} by {}", group.slug, author.email);
            }
        }
    }
    test.finish().await;
}

/// Somebody did this, as it is written.
async fn happens(
    test: &TestBackend,
    who: Person,
    kind: EventKind,
    group: Group,
    (text, thread, dossier): (ContributionId, ThreadId, DocumentId),
) {
    let cx = test.as_user(who.id).await;
    let tx = cx.begin().await.expect("a transaction");
    let event = Event::new(kind).group(group.id());
    let event = match kind.code().split('.').next() {
        Some("contribution") => event.contribution(text),
        Some("discussion") => event.data(&serde_json::json!({ "thread": thread })).expect("written"),
        Some("dossier") => event.data(&serde_json::json!({ "document": dossier })).expect("written"),
        _ => event.user(who.id),
    };
    event.record(&cx, &tx).await.expect("told");
    cx.commit(tx).await.expect("committed");
}

async fn begin(test: &TestBackend, who: Person, slug: &str, subject: &str) -> ThreadId {
    let form =
        ThreadForm { subject: subject.into(), body: "Qu’en pensez-vous ?".into(), text: String::new() };
    discussions::begin(&test.as_user(who.id).await, slug, &form).await.expect("begun")
}

#[tokio::test]
async fn what_is_told_comes_with_its_day_its_people_and_how_often_it_happened() {
    let (test, cast) = TestBackend::with_cast().await;
    let as_user = async |id: UserId| test.as_user(id).await;
    let id = write(&test, cast.member, "mobilites", "La gare").await;
    let member = as_user(cast.member.id).await;
    let facilitator = as_user(cast.facilitator.id).await;
    let reviewer = as_user(cast.reviewer.id).await;
    contributions::set_deadline(&member, id, "2026-12-20").await.expect("set");
    contributions::submit(&member, id).await.expect("sent");
    contributions::name_reviewer(&member, id, cast.reviewer.id, "").await.expect("named");
    let asking = ConsultationForm { until: "2026-12-01".into(), question: "Qu’en dites-vous ?".into() };
    contributions::consult(&facilitator, id, &asking).await.expect("opened");
    let (version, letter) = groups::settings(&facilitator, "mobilites").await.expect("read");
    let letter = GroupForm { asked_by: "La présidente de la communauté de communes".into(), ..letter };
    change(&facilitator, "mobilites", version, &letter).await.expect("changed");
    let thread = begin(&test, cast.member, "mobilites", "Le car du matin").await;
    for cx in [&reviewer, &facilitator, &reviewer] {
        let answer = MessageForm { body: "Je le prends.".into(), ..Default::default() };
        discussions::answer(cx, thread, None, &answer).await.expect("answered");
    }
    discussions::close(&facilitator, thread, "Tout est dit.").await.expect("closed");

    let lines = everywhere(&reviewer, None).await.expect("read").lines;
    let line = |kind| lines.iter().find(|line| line.kind == kind).expect("told");
    let answers = line(EventKind::ThreadAnswered);
    assert_eq!(
        (answers.times, &answers.who[..]),
        (3, &["Odile Rambert".into(), "Maryse Belvaux".into()][..])
    );
    assert_eq!(named(answers), "Le car du matin");
    assert_eq!(line(EventKind::ContributionDeadlineSet).day, domain::form::date("2026-12-20").ok());
    assert_eq!(line(EventKind::ContributionConsultationOpened).day, domain::form::date("2026-12-01").ok());
    assert_eq!(named(line(EventKind::GroupMandateChanged)), "mobilites");
    assert!(line(EventKind::ContributionReviewerNamed).to_me);
    let kinds: Vec<EventKind> = lines.iter().map(|line| line.kind).collect();
    assert!(!kinds.contains(&EventKind::GroupChanged), "{kinds:?}");
    // The council is told of the consultation, of what is said in the group it is not.
    let other = as_user(cast.other.id).await;
    let told: Vec<EventKind> =
        everywhere(&other, None).await.expect("read").lines.iter().map(|line| line.kind).collect();
    assert_eq!(told, [EventKind::ContributionConsultationOpened]);
    // The same since the last visit, but what one did oneself.
    let news = since(&member, member.now - chrono::TimeDelta::days(1), 10).await.expect("read");
    let mine: Vec<EventKind> = news.iter().map(|line| line.kind).collect();
    assert_eq!(
        mine,
        [
            EventKind::ThreadClosed,
            EventKind::ThreadAnswered,
            EventKind::GroupMandateChanged,
            EventKind::ContributionConsultationOpened,
        ]
    );
    test.finish().await;
}

#[tokio::test]
async fn the_subject_of_a_discussion_that_was_hidden_is_not_told() {
    let (test, cast) = TestBackend::with_cast().await;
    let thread = begin(&test, cast.member, "mobilites", "Un sujet blessant").await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let first = crate::PageNumber::FIRST;
    let read = discussions::show(&facilitator, "mobilites", thread, first, None).await.expect("read");
    let message = &read.messages.rows[0];
    discussions::hide(&facilitator, message.id, message.version, "Hors charte.").await.expect("hidden");
    let subject = async |person: Person| {
        let lines = everywhere(&test.as_user(person.id).await, None).await.expect("read").lines;
        let line = lines.into_iter().find(|line| line.kind == EventKind::ThreadOpened).expect("told");
        named(&line)
    };
    assert_eq!(subject(cast.reviewer).await, "");
    assert_eq!(subject(cast.member).await, "Un sujet blessant", "its author");
    assert_eq!(subject(cast.facilitator).await, "Un sujet blessant", "who looks after the discussions");
    test.finish().await;
}

#[tokio::test]
async fn the_council_is_told_who_presides_from_now_on() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    let successor = HandoverForm { successor: cast.member.id.to_string(), note: String::new() };
    crate::handovers::offer_chair(&chair, &successor).await.expect("offered");
    let member = test.as_user(cast.member.id).await;
    let id = crate::handovers::handovers_for_me(&member, None).await.expect("read")[0].id;
    crate::handovers::answer(&member, id, "accept").await.expect("accepted");
    let told_of = async |person: Person| {
        let lines = everywhere(&test.as_user(person.id).await, None).await.expect("read").lines;
        lines.iter().any(|line| line.kind == EventKind::HandoverAccepted && line.about == About::Council)
    };
    for (person, expected) in
        [(cast.other, true), (cast.reviewer, true), (cast.former, false), (cast.observer, false)]
    {
        assert_eq!(told_of(person).await, expected, "{}", person.email);
    }
    test.finish().await;
}
