use chrono::TimeDelta;
use domain::{
    Actor, FieldProblem, Language, Refusal, Version,
    groups::GroupRole,
    ids::UserId,
    people::{CouncilRole, MandateForm, PersonForm, PersonState, ProfileForm},
    refusal::Forbidden,
};

use super::*;
use crate::{
    Cx, Outcome, PageNumber, accounts,
    testing::{Person, TestBackend},
};

#[tokio::test]
async fn rights_are_those_of_mandates_and_memberships_in_force() {
    let (test, cast) = TestBackend::with_cast().await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let person = facilitator.person().expect("signed in");
    assert_eq!(person.roles, [CouncilRole::Member]);
    assert_eq!(person.groups, [(cast.mobilites.id(), GroupRole::Facilitator)]);
    assert!(!test.as_user(cast.former.id).await.actor.is_council_member());
    test.finish().await;
}

#[tokio::test]
async fn a_suspended_person_is_a_visitor() {
    let (test, cast) = TestBackend::with_cast().await;
    assert_eq!(test.as_user(cast.suspended.id).await.actor, Actor::Visitor);
    test.finish().await;
}

#[tokio::test]
async fn a_mandate_begins_at_midnight_in_the_council_s_zone() {
    let (test, _) = TestBackend::with_cast().await;
    let morning = test.visitor().today();
    test.wait(TimeDelta::hours(14)); // 23 h in Paris
    assert_eq!(test.visitor().today(), morning);
    test.wait(TimeDelta::hours(1));
    assert_eq!(test.visitor().today(), morning.succ_opt().expect("a next day"));
    test.finish().await;
}

fn refusal<T: std::fmt::Debug>(result: crate::Result<T>) -> Refusal {
    result.expect_err("a refusal").refusal().expect("a refusal, not a failure").clone()
}

async fn found(cx: &Cx, q: &str, college: &str) -> Vec<String> {
    let filter = DirectoryFilter { q: q.into(), college: college.into(), ..Default::default() };
    let page = directory(cx, &filter, PageNumber::FIRST).await.expect("the directory is read");
    assert_eq!(page.total, page.rows.len() as u64);
    page.rows.into_iter().map(|row| row.name).collect()
}

#[tokio::test]
async fn the_directory_shows_who_sits_today_by_name() {
    let (test, cast) = TestBackend::with_cast().await;
    let seen = found(&test.as_user(cast.member.id).await, "", "").await;
    assert_eq!(
        seen,
        [
            "Armelle Goasdoué",
            "Gérard Pontivy",
            "Lise Ormeau",
            "Maryse Belvaux",
            "Nadège Corvaisier",
            "Odile Rambert",
            "Simone Tréguier",
        ],
        "neither the suspended nor those whose mandate is over"
    );
    test.finish().await;
}

#[tokio::test]
async fn the_directory_is_searched_without_accents_or_capitals() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    assert_eq!(found(&cx, "GERARD", "").await, ["Gérard Pontivy"]);
    assert_eq!(found(&cx, "tréguier simone", "").await, ["Simone Tréguier"]);
    assert_eq!(found(&cx, "valcendre", "").await.len(), 7);
    assert_eq!(found(&cx, "valcendre", "Associations").await, [] as [&str; 0]);
    // Signs that the query language reads are nothing to find.
    for q in ["%", "_", "'; DROP TABLE users; --", "zz\\"] {
        assert_eq!(found(&cx, q, "").await.len(), 0, "{q}");
    }
    test.finish().await;
}

#[tokio::test]
async fn the_directory_is_for_members_of_the_council_and_administrators() {
    let (test, cast) = TestBackend::with_cast().await;
    for (name, person) in cast.everybody() {
        let cx = test.as_user(person.id).await;
        let answer = directory(&cx, &DirectoryFilter::default(), PageNumber::FIRST).await;
        let expected = match name {
            "suspended" => Some(Refusal::SignInRequired),
            "observer" | "former member" => Some(Refusal::Forbidden(Forbidden::CouncilMembersOnly)),
            _ => None,
        };
        assert_eq!(answer.err().and_then(|e| e.refusal().cloned()), expected, "{name}");
    }
    test.finish().await;
}

#[tokio::test]
async fn a_person_s_page_shows_groups_as_far_as_the_reader_may_know() {
    let (test, cast) = TestBackend::with_cast().await;
    let groups = async |reader: Person, of: Person| {
        let page = show(&test.as_user(reader.id).await, of.id).await.expect("shown");
        page.groups.into_iter().map(|group| group.slug).collect::<Vec<_>>()
    };
    assert_eq!(groups(cast.other, cast.chair).await, [] as [&str; 0], "the bureau is secret");
    assert_eq!(groups(cast.chair, cast.chair).await, ["bureau"]);
    assert_eq!(groups(cast.administrator, cast.chair).await, ["bureau"], "existence and people");
    assert_eq!(groups(cast.other, cast.facilitator).await, ["mobilites"], "who runs it is known");
    assert_eq!(groups(cast.other, cast.member).await, [] as [&str; 0], "who is in a closed group is not");
    assert_eq!(groups(cast.reviewer, cast.member).await, ["mobilites"]);
    test.finish().await;
}

#[tokio::test]
async fn only_administrators_see_addresses_and_the_suspended() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    assert_eq!(show(&member, cast.chair.id).await.expect("shown").administration, None);
    assert_eq!(refusal(show(&member, cast.suspended.id).await), Refusal::NotFound);
    assert_eq!(refusal(show(&member, UserId(9999)).await), Refusal::NotFound);
    let administrator = test.as_user(cast.administrator.id).await;
    let seen = show(&administrator, cast.suspended.id).await.expect("shown").administration;
    let seen = seen.expect("for administrators");
    assert_eq!((seen.email.as_str(), seen.state), (cast.suspended.email, PersonState::Suspended));
    // Staff who are no members of the council see themselves.
    let observer = test.as_user(cast.observer.id).await;
    show(&observer, cast.observer.id).await.expect("oneself");
    assert_eq!(
        refusal(show(&observer, cast.member.id).await),
        Refusal::Forbidden(Forbidden::CouncilMembersOnly)
    );
    test.finish().await;
}

#[tokio::test]
async fn the_list_of_accounts_tells_their_state() {
    let (test, cast) = TestBackend::with_cast().await;
    let administrator = test.as_user(cast.administrator.id).await;
    let count = async |q: &str, state| {
        let filter = ManagedFilter { q: q.into(), state, ending: false };
        managed(&administrator, &filter, PageNumber::FIRST).await.expect("read").total
    };
    assert_eq!(count("", None).await, 9);
    assert_eq!(count("", Some(PersonState::Invited)).await, 8);
    assert_eq!(count("", Some(PersonState::Suspended)).await, 1);
    assert_eq!(count("SUSPENDU@demo", None).await, 1);
    assert_eq!(count("lambron", Some(PersonState::Active)).await, 0);
    let member = test.as_user(cast.member.id).await;
    assert_eq!(
        refusal(managed(&member, &ManagedFilter::default(), PageNumber::FIRST).await),
        Refusal::Forbidden(Forbidden::ChairOrAdministratorOnly)
    );
    test.finish().await;
}

#[tokio::test]
async fn an_administrator_changes_a_record_unless_somebody_did_in_the_meantime() {
    let (test, cast) = TestBackend::with_cast().await;
    let administrator = test.as_user(cast.administrator.id).await;
    let form = PersonForm {
        email: "gerard@exemple.fr".into(),
        name: "Gérard Le Pontivy".into(),
        college: "Associations".into(),
        ..Default::default()
    };
    change(&administrator, cast.member.id, Version::FIRST, &form).await.expect("changed");
    assert_eq!(found(&administrator, "le pontivy", "Associations").await, ["Gérard Le Pontivy"]);
    let again = change(&administrator, cast.member.id, Version::FIRST, &form).await;
    assert_eq!(refusal(again), Refusal::Conflict);
    let taken = PersonForm { email: cast.chair.email.into(), ..form.clone() };
    assert_eq!(
        refusal(change(&administrator, cast.member.id, Version(2), &taken).await),
        Refusal::field("email", FieldProblem::Taken)
    );
    let member = test.as_user(cast.member.id).await;
    assert_eq!(
        refusal(change(&member, cast.member.id, Version(2), &form).await),
        Refusal::Forbidden(Forbidden::AdministratorOnly)
    );
    test.finish().await;
}

#[tokio::test]
async fn one_changes_one_s_own_profile_and_language() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let form = ProfileForm {
        name: "Gérard P.".into(),
        organisation: "Vélo-club".into(),
        commune: "Montrivel".into(),
        language: "en".into(),
        ..Default::default()
    };
    change_own_profile(&cx, Version::FIRST, &form).await.expect("changed");
    let profile = own_profile(&cx).await.expect("read");
    assert_eq!((profile.name.as_str(), profile.language), ("Gérard P.", Some(Language::English)));
    assert_eq!(profile.college, "Habitants", "the council gives it");
    assert_eq!(found(&cx, "velo-club", "").await, ["Gérard P."]);
    assert_eq!(refusal(change_own_profile(&cx, Version::FIRST, &form).await), Refusal::Conflict);
    test.finish().await;
}

#[tokio::test]
async fn a_mandate_gives_rights_from_its_first_day_to_its_last() {
    let (test, cast) = TestBackend::with_cast().await;
    let administrator = test.as_user(cast.administrator.id).await;
    let form = MandateForm { role: "chair".into(), mandate_start: "24/11/2026".into(), ..Default::default() };
    add_mandate(&administrator, cast.member.id, &form).await.expect("given");
    let twice = add_mandate(&administrator, cast.member.id, &form).await;
    assert_eq!(refusal(twice), Refusal::field("mandate_start", FieldProblem::MandateRuns));
    assert!(!test.as_user(cast.member.id).await.actor.presides());
    test.wait(TimeDelta::days(2));
    assert!(test.as_user(cast.member.id).await.actor.presides());
    let mandate = show(&administrator, cast.member.id).await.expect("shown").mandates[0].id;
    let early = end_mandate(&administrator, mandate, "23/11/2026").await;
    assert_eq!(refusal(early), Refusal::field("mandate_end", FieldProblem::EndsBeforeStart));
    end_mandate(&administrator, mandate, "24/11/2026").await.expect("ended");
    assert!(test.as_user(cast.member.id).await.actor.presides(), "the last day counts");
    test.wait(TimeDelta::days(1));
    assert!(!test.as_user(cast.member.id).await.actor.presides());
    let member = test.as_user(cast.member.id).await;
    let forbidden = Refusal::Forbidden(Forbidden::AdministratorOnly);
    assert_eq!(refusal(add_mandate(&member, cast.member.id, &form).await), forbidden);
    assert_eq!(refusal(end_mandate(&member, mandate, "24/11/2026").await), forbidden);
    test.finish().await;
}

#[tokio::test]
async fn importing_the_same_list_twice_changes_nothing_twice() {
    let (test, _) = TestBackend::with_cast().await;
    let import = async |form: &PersonForm| {
        let cx = test.backend.system();
        let person = form.check(cx.today()).expect("valid");
        let tx = cx.begin().await.expect("a transaction");
        let (_, outcome) = upsert(&cx, &tx, &person).await.expect("imported");
        cx.commit(tx).await.expect("committed");
        outcome
    };
    let anne =
        PersonForm { email: "anne@exemple.fr".into(), name: "Anne Quidelleur".into(), ..Default::default() };
    assert_eq!(import(&anne).await, Outcome::Created);
    test.wait(TimeDelta::days(3)); // a list without dates means the mandate that runs
    assert_eq!(import(&anne).await, Outcome::Unchanged);
    let dated = PersonForm { mandate_end: "31/12/2027".into(), ..anne.clone() };
    assert_eq!(import(&dated).await, Outcome::Changed);
    assert_eq!(import(&dated).await, Outcome::Unchanged);
    let chair = PersonForm { role: "chair".into(), ..dated.clone() };
    assert_eq!(import(&chair).await, Outcome::Changed);
    assert_eq!(import(&chair).await, Outcome::Unchanged);
    let moved = PersonForm { commune: "Montrivel".into(), ..chair };
    assert_eq!(import(&moved).await, Outcome::Changed);
    assert_eq!(import(&moved).await, Outcome::Unchanged);
    test.finish().await;
}

#[tokio::test]
async fn the_command_line_makes_people_with_a_password_or_a_link() {
    let (test, cast) = TestBackend::with_cast().await;
    let program = test.backend.system();
    let (id, token) = create_user(&program, "jo@exemple.fr", "Jo Stéphan", true, None).await.expect("made");
    let token = token.expect("a link");
    let visitor = test.visitor();
    let password = "trois petits chats";
    let opened = accounts::accept_invitation(&visitor, &token, password, password).await;
    assert_eq!(opened.expect("accepted"), id);
    assert!(test.as_user(id).await.actor.is_administrator());
    let (_, token) =
        create_user(&program, "lou@exemple.fr", "Lou Bihan", false, Some(password)).await.expect("made");
    assert_eq!(token, None);
    accounts::sign_in(&visitor, "lou@exemple.fr", password, "").await.expect("signed in");
    assert_eq!(
        refusal(create_user(&program, "lou@exemple.fr", "Lou Bihan", false, Some(password)).await),
        Refusal::field("email", FieldProblem::Taken)
    );
    let administrator = test.as_user(cast.administrator.id).await;
    assert_eq!(
        refusal(create_user(&administrator, "x@exemple.fr", "Ix", true, None).await),
        Refusal::NotFound
    );
    test.finish().await;
}

#[tokio::test]
async fn the_directory_is_narrowed_by_commune_role_and_group() {
    let (test, cast) = TestBackend::with_cast().await;
    let narrowed = async |reader: Person, filter: DirectoryFilter| {
        let cx = test.as_user(reader.id).await;
        let page = directory(&cx, &filter, PageNumber::FIRST).await.expect("read");
        assert_eq!(page.total, page.rows.len() as u64);
        page.rows.into_iter().map(|row| row.name).collect::<Vec<_>>()
    };
    let chair = DirectoryFilter { role: Some(CouncilRole::Chair), ..Default::default() };
    assert_eq!(narrowed(cast.member, chair).await, ["Armelle Goasdoué"]);
    let elsewhere = DirectoryFilter { commune: "Montrivel".into(), ..Default::default() };
    assert!(narrowed(cast.member, elsewhere).await.is_empty());
    let group = |slug: &str| DirectoryFilter { group: slug.into(), ..Default::default() };
    assert_eq!(narrowed(cast.member, group("alimentation")).await, ["Simone Tréguier"]);
    assert_eq!(narrowed(cast.member, group("mobilites")).await.len(), 4, "not the suspended");
    assert!(narrowed(cast.other, group("mobilites")).await.is_empty(), "a closed group tells nobody");
    assert!(narrowed(cast.member, group("bureau")).await.is_empty());
    assert_eq!(narrowed(cast.administrator, group("bureau")).await, ["Armelle Goasdoué"]);
    let choices = directory_choices(&test.as_user(cast.other.id).await).await.expect("read");
    assert_eq!(choices.communes, ["Valcendre"]);
    assert_eq!(choices.roles, [CouncilRole::Member, CouncilRole::Chair, CouncilRole::Staff]);
    let slugs: Vec<&str> = choices.groups.iter().map(|(slug, _)| slug.as_str()).collect();
    assert_eq!(slugs, ["alimentation"]);
    test.finish().await;
}

#[tokio::test]
async fn people_choose_to_whom_they_show_how_to_reach_them() {
    let (test, cast) = TestBackend::with_cast().await;
    let seen = async |reader: Person| {
        let page = show(&test.as_user(reader.id).await, cast.member.id).await.expect("shown");
        (page.email.is_some(), page.phone.is_some())
    };
    assert_eq!(seen(cast.reviewer).await, (false, false), "nobody, until they choose");
    let form = ProfileForm {
        name: "Gérard Pontivy".into(),
        language: "fr".into(),
        about: "Menuisier à la retraite.".into(),
        phone: "05 55 00 00 00".into(),
        email_shown_to: "groups".into(),
        phone_shown_to: "council".into(),
        ..Default::default()
    };
    let member = test.as_user(cast.member.id).await;
    change_own_profile(&member, Version::FIRST, &form).await.expect("changed");
    assert_eq!(seen(cast.reviewer).await, (true, true), "they share a group");
    assert_eq!(seen(cast.other).await, (false, true));
    assert_eq!(seen(cast.administrator).await, (true, true));
    assert_eq!(seen(cast.member).await, (true, true));
    let page = show(&test.as_user(cast.other.id).await, cast.member.id).await.expect("shown");
    assert_eq!(page.about, "Menuisier à la retraite.");
    let wrong = ProfileForm { phone: "demain".into(), email_shown_to: "tous".into(), ..form };
    let Refusal::Invalid(errors) = refusal(change_own_profile(&member, Version(2), &wrong).await) else {
        panic!("invalid")
    };
    let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
    assert_eq!(fields, ["phone", "email_shown_to"]);
    test.finish().await;
}

#[tokio::test]
async fn mandates_about_to_end_are_listed_unless_another_follows() {
    let (test, cast) = TestBackend::with_cast().await;
    let administrator = test.as_user(cast.administrator.id).await;
    let ending = async || {
        let filter = ManagedFilter { ending: true, ..Default::default() };
        let page = managed(&administrator, &filter, PageNumber::FIRST).await.expect("read");
        page.rows.into_iter().map(|person| (person.name, person.ends_on)).collect::<Vec<_>>()
    };
    assert!(ending().await.is_empty());
    for (person, last_day) in [(cast.member, "20/02/2027"), (cast.other, "21/02/2027")] {
        let mandate = show(&administrator, person.id).await.expect("shown").mandates[0].id;
        end_mandate(&administrator, mandate, last_day).await.expect("ended");
    }
    let last_day = domain::form::date("20/02/2027").ok();
    assert_eq!(ending().await, [("Gérard Pontivy".to_owned(), last_day)], "ninety days, and no more");
    let next = MandateForm {
        role: "member".into(),
        mandate_start: "21/02/2027".into(),
        mandate_end: "20/02/2030".into(),
    };
    add_mandate(&administrator, cast.member.id, &next).await.expect("renewed");
    assert!(ending().await.is_empty());
    test.finish().await;
}
