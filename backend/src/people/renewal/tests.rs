use chrono::TimeDelta;
use domain::{
    Refusal,
    contributions::ContributionForm,
    groups::GroupRole,
    refusal::{FieldProblem, Forbidden, Transition},
};

use super::*;
use crate::{
    contributions, groups,
    home::{Subject, asked_of_me},
    testing::{Cast, Person, TestBackend},
};

/// The mandates of these people that run today.
async fn ending(test: &TestBackend, cast: &Cast, people: &[Person], last_day: NaiveDate) -> MandatesForm {
    let administrator = test.as_user(cast.administrator.id).await;
    let seats = seats(&administrator).await.expect("read");
    let mandates = seats.iter().filter(|seat| people.iter().any(|person| person.id == seat.user));
    MandatesForm {
        mandates: mandates.map(|seat| seat.id.to_string()).collect(),
        last_day: last_day.to_string(),
    }
}

#[tokio::test]
async fn what_a_departure_leaves_is_told_before_anything_is_written() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let form = |title: &str| ContributionForm {
        title: title.into(),
        kind: "note".into(),
        body: "Un texte.".into(),
        ..Default::default()
    };
    contributions::create(&member, "mobilites", &form("Seul")).await.expect("begun");
    let together = contributions::create(&member, "mobilites", &form("À deux")).await.expect("begun");
    contributions::set_authors(&member, together, &[cast.member.id, cast.reviewer.id]).await.expect("signed");
    contributions::submit(&member, together).await.expect("sent");
    contributions::name_reviewer(&member, together, cast.facilitator.id, "").await.expect("named");
    let administrator = test.as_user(cast.administrator.id).await;
    let today = administrator.today();
    let leaving = ending(&test, &cast, &[cast.member, cast.facilitator, cast.chair], today).await;
    let before = test.journal().await;
    let told = departure(&administrator, &leaving).await.expect("told");
    assert_eq!(test.journal().await, before);
    assert_eq!((told.last_day, told.ending.len(), told.already.len()), (today, 3, 0));
    assert!(told.nobody_presides && told.administrators.is_empty());
    // Of the text that two sign, one stays.
    let groups: Vec<_> = told
        .groups
        .iter()
        .map(|left| (left.group.slug.as_str(), left.unled, left.texts, left.reviews))
        .collect();
    assert_eq!(groups, [("bureau", true, 0, 0), ("mobilites", true, 1, 1)]);
    test.finish().await;
}

#[tokio::test]
async fn several_mandates_end_at_once_and_rights_with_them() {
    let (test, cast) = TestBackend::with_cast().await;
    let administrator = test.as_user(cast.administrator.id).await;
    let yesterday = administrator.today() - TimeDelta::days(1);
    let leaving = ending(&test, &cast, &[cast.member, cast.facilitator, cast.reviewer], yesterday).await;
    assert_eq!(end_mandates(&administrator, &leaving).await.expect("ended"), 3);
    assert_eq!(test.journal().await.iter().filter(|kind| *kind == "person.changed").count(), 3);
    for person in [cast.member, cast.facilitator, cast.reviewer] {
        let cx = test.as_user(person.id).await;
        assert!(!cx.actor.is_council_member() && cx.actor.groups().next().is_none(), "{}", person.email);
        assert_eq!(
            groups::show(&cx, "mobilites").await.expect_err("hidden").refusal(),
            Some(&Refusal::NotFound)
        );
    }
    let lead = async |person: Person| {
        let asked = asked_of_me(&test.as_user(person.id).await).await.expect("read").now;
        asked.iter().any(|ask| ask.subject == Subject::Group(cast.mobilites.id()))
    };
    assert!(lead(cast.chair).await && lead(cast.administrator).await, "told that nobody runs it");
    assert!(!lead(cast.other).await);
    // Twice changes nothing twice.
    assert_eq!(end_mandates(&administrator, &leaving).await.expect("again"), 0);
    let later = MandatesForm { last_day: "2027-03-31".into(), ..leaving };
    assert_eq!(
        end_mandates(&administrator, &later).await.expect("again"),
        0,
        "what has ended is not prolonged"
    );
    test.finish().await;
}

#[tokio::test]
async fn all_of_them_end_or_none() {
    let (test, cast) = TestBackend::with_cast().await;
    let administrator = test.as_user(cast.administrator.id).await;
    let today = administrator.today();
    let good = ending(&test, &cast, &[cast.member], today).await;
    let with = |mandate: &str, day: &str| MandatesForm {
        mandates: good.mandates.iter().cloned().chain([mandate.to_owned()]).collect(),
        last_day: day.to_owned(),
    };
    for (form, expected) in [
        (with("9999", "2026-11-22"), Refusal::field("mandates", FieldProblem::NotAChoice)),
        (with(&good.mandates[0], "1999-01-01"), Refusal::field("last_day", FieldProblem::EndsBeforeStart)),
        (MandatesForm::default(), form_errors()),
    ] {
        let refused = end_mandates(&administrator, &form).await.expect_err("refused");
        assert_eq!(refused.refusal(), Some(&expected));
        assert_eq!(departure(&administrator, &form).await.expect_err("refused").refusal(), Some(&expected));
    }
    for person in [cast.chair, cast.member, cast.observer] {
        let cx = test.as_user(person.id).await;
        let only = Refusal::Forbidden(Forbidden::AdministratorOnly);
        assert_eq!(end_mandates(&cx, &good).await.expect_err("refused").refusal(), Some(&only));
        assert_eq!(seats(&cx).await.expect_err("refused").refusal(), Some(&only));
    }
    assert!(test.as_user(cast.member.id).await.actor.is_council_member());
    test.finish().await;
}

fn form_errors() -> Refusal {
    MandatesForm::default().check().expect_err("blank")
}

#[tokio::test]
async fn the_chair_names_who_runs_a_group_that_nobody_runs() {
    let (test, cast) = TestBackend::with_cast().await;
    let administrator = test.as_user(cast.administrator.id).await;
    let chair = test.as_user(cast.chair.id).await;
    let name = async |cx: &Cx, person: &str| groups::name_facilitator(cx, "mobilites", person).await;
    let refusal = |result: Result<UserId>| result.expect_err("refused").refusal().cloned();
    let id = |person: Person| person.id.to_string();
    assert_eq!(
        refusal(name(&chair, &id(cast.member)).await),
        Some(Refusal::Transition(Transition::GroupIsLed)),
        "its facilitator sees to it"
    );
    let yesterday = administrator.today() - TimeDelta::days(1);
    let leaving = ending(&test, &cast, &[cast.facilitator], yesterday).await;
    end_mandates(&administrator, &leaving).await.expect("ended");
    assert!(groups::show(&chair, "mobilites").await.expect("shown").may.name_facilitator);
    for (person, problem) in [
        (String::new(), FieldProblem::Missing),
        ("x".to_owned(), FieldProblem::NotAChoice),
        (id(cast.former), FieldProblem::NotAChoice),
        (id(cast.observer), FieldProblem::NotAChoice),
        (id(cast.facilitator), FieldProblem::NotAChoice),
    ] {
        assert_eq!(refusal(name(&chair, &person).await), Some(Refusal::field("person", problem)), "{person}");
    }
    let oneself = refusal(name(&administrator, &id(cast.administrator)).await);
    assert_eq!(oneself, Some(Refusal::field("person", FieldProblem::NotAChoice)));
    let member = test.as_user(cast.member.id).await;
    let only = Some(Refusal::Forbidden(Forbidden::ChairOrAdministratorOnly));
    assert_eq!(refusal(name(&member, &id(cast.member)).await), only);
    assert_eq!(name(&chair, &id(cast.other)).await.expect("named"), cast.other.id);
    let role = test.as_user(cast.other.id).await.actor.role_in(cast.mobilites.id());
    assert_eq!(role, Some(GroupRole::Facilitator), "they come in with it");
    let shown = groups::show(&chair, "mobilites").await.expect("shown");
    assert!(!shown.unled && !shown.may.name_facilitator);
    test.finish().await;
}

#[tokio::test]
async fn several_mandates_are_prolonged_at_once_and_those_that_end_later_stay() {
    let (test, cast) = TestBackend::with_cast().await;
    let administrator = test.as_user(cast.administrator.id).await;
    let in_days = |days: i64| administrator.today() + TimeDelta::days(days);
    let soon = ending(&test, &cast, &[cast.member, cast.facilitator], in_days(20)).await;
    end_mandates(&administrator, &soon).await.expect("ended");
    let later = ending(&test, &cast, &[cast.reviewer], in_days(900)).await;
    end_mandates(&administrator, &later).await.expect("ended");
    let all = [cast.member, cast.facilitator, cast.reviewer];
    let longer = ending(&test, &cast, &all, in_days(400)).await;
    assert_eq!(prolong_mandates(&administrator, &longer).await.expect("prolonged"), 2);
    let seats = seats(&administrator).await.expect("read");
    let last =
        |person: Person| seats.iter().find(|seat| seat.user == person.id).and_then(|seat| seat.period.to);
    assert_eq!(all.map(last), [in_days(400), in_days(400), in_days(900)].map(Some));
    let again = prolong_mandates(&administrator, &longer).await;
    let nothing = Refusal::field("last_day", FieldProblem::EndsLater);
    assert_eq!(again.expect_err("refused").refusal(), Some(&nothing));
    let chair = test.as_user(cast.chair.id).await;
    let refused = prolong_mandates(&chair, &longer).await.expect_err("refused");
    assert!(matches!(refused.refusal(), Some(Refusal::Forbidden(_))));
    test.finish().await;
}
