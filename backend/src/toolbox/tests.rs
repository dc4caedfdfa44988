use domain::{
    FieldProblem, Language, Refusal, Version,
    toolbox::{Choice, MethodForm, Need, UsedForm},
};

use super::*;
use crate::{
    Cx, Outcome, PageNumber, search,
    testing::{Person, TestBackend, refused},
};

fn form(title: &str) -> MethodForm {
    MethodForm {
        title: title.into(),
        aim: "Entendre chaque personne.".into(),
        needs: vec!["ecouter".into(), "commencer".into()],
        people_min: "4".into(),
        people_max: "20".into(),
        steps: "5 min | Accueillir\n20 min | Parler | Avec le galet.".into(),
        traps: "Un tour **trop long**.".into(),
        ..Default::default()
    }
}

fn used(group: &str) -> UsedForm {
    UsedForm {
        held_on: "2026-11-20".into(),
        group: group.into(),
        worked: "Tous ont parlé.".into(),
        ..Default::default()
    }
}

async fn titles(cx: &Cx, choice: Choice) -> Vec<String> {
    all(cx, choice).await.expect("read").0.into_iter().map(|row| row.title).collect()
}

#[tokio::test]
async fn who_runs_a_group_writes_sheets_that_the_council_reads() {
    let (test, cast) = TestBackend::with_cast().await;
    let as_user = async |person: Person| test.as_user(person.id).await;
    let facilitator = as_user(cast.facilitator).await;
    let slug = add(&facilitator, &form("Tour de table")).await.expect("written");
    assert_eq!(slug, "tour-de-table");
    let taken = add(&facilitator, &form("Tour de table !")).await;
    assert_eq!(refused(taken), Refusal::field("title", FieldProblem::Taken));
    let own_page = add(&facilitator, &form("Ajouter")).await;
    assert_eq!(refused(own_page), Refusal::field("title", FieldProblem::BadCharacters));
    let member = as_user(cast.member).await;
    let view = show(&member, &slug).await.expect("read");
    assert_eq!((view.row.minutes, view.row.people, view.steps.len()), (25, (4, 20), 2));
    assert_eq!(view.row.needs, [Need::Listen, Need::Begin]);
    assert_eq!(view.sections.len(), 1, "what says nothing is not shown");
    assert!(view.sections[0].1.contains("<strong>trop long</strong>"));
    for cx in [&member, &as_user(cast.reviewer).await] {
        assert!(matches!(refused(add(cx, &form("Autre")).await), Refusal::Forbidden(_)));
        assert!(matches!(refused(change(cx, &slug, Version(1), &form("x")).await), Refusal::Forbidden(_)));
        assert!(matches!(refused(put_aside(cx, &slug, Version(1)).await), Refusal::Forbidden(_)));
        assert!(matches!(refused(edit(cx, &slug).await), Refusal::Forbidden(_)));
    }
    assert!(matches!(refused(all(&test.visitor(), Choice::default()).await), Refusal::SignInRequired));
    assert!(matches!(refused(show(&as_user(cast.former).await, &slug).await), Refusal::Forbidden(_)));
    change(&facilitator, &slug, Version(1), &form("Tour")).await.expect("changed");
    assert_eq!(refused(change(&facilitator, &slug, Version(1), &form("x")).await), Refusal::Conflict);
    let (version, saved) = edit(&facilitator, &slug).await.expect("read");
    assert_eq!((version, saved), (Version(2), form("Tour")), "as it was typed");
    put_aside(&facilitator, &slug, Version(2)).await.expect("put aside");
    assert_eq!(refused(show(&member, &slug).await), Refusal::NotFound);
    assert!(titles(&member, Choice::default()).await.is_empty());
    assert_eq!(titles(&facilitator, Choice::default()).await, ["Tour"]);
    take_up(&facilitator, &slug, Version(3)).await.expect("taken up");
    assert_eq!(titles(&member, Choice { people: Some(20), ..Default::default() }).await, ["Tour"]);
    assert!(titles(&member, Choice { people: Some(21), ..Default::default() }).await.is_empty());
    test.finish().await;
}

#[tokio::test]
async fn one_tells_of_one_s_own_groups_and_a_secret_group_is_not_named() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    let slug = add(&chair, &form("Tour de table")).await.expect("written");
    tell(&chair, &slug, &used("bureau")).await.expect("told");
    let member = test.as_user(cast.member.id).await;
    tell(&member, &slug, &used("mobilites")).await.expect("told");
    for group in ["alimentation", "bureau", "rien"] {
        let other = tell(&member, &slug, &used(group)).await;
        assert_eq!(refused(other), Refusal::field("group", FieldProblem::NotAChoice), "{group}");
    }
    let groups = async |cx: &Cx| -> Vec<Option<String>> {
        let uses = show(cx, &slug).await.expect("read").uses;
        uses.into_iter().map(|told| told.group.map(|group| group.slug)).collect()
    };
    assert_eq!(groups(&member).await, [Some("mobilites".to_owned()), None]);
    assert_eq!(groups(&chair).await, [Some("mobilites".to_owned()), Some("bureau".to_owned())]);
    let uses = show(&member, &slug).await.expect("read").uses;
    assert_eq!(uses.iter().map(|told| told.removable).collect::<Vec<_>>(), [true, false]);
    assert!(matches!(refused(untell(&member, &slug, uses[1].id).await), Refusal::Forbidden(_)));
    let other = test.as_user(cast.other.id).await;
    assert!(matches!(refused(untell(&other, &slug, uses[0].id).await), Refusal::Forbidden(_)));
    untell(&member, &slug, uses[0].id).await.expect("their own");
    untell(&chair, &slug, uses[1].id).await.expect("kept by the chair");
    assert_eq!(refused(untell(&chair, &slug, uses[1].id).await), Refusal::NotFound);
    assert_eq!(all(&member, Choice::default()).await.expect("read").0[0].told, 0);
    test.finish().await;
}

#[tokio::test]
async fn what_the_program_brings_never_takes_the_place_of_what_the_council_wrote() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    add(&chair, &form("Bocal")).await.expect("written");
    let system = test.backend.system();
    let bring = async |aim: &str| {
        let sheet = MethodForm { aim: aim.into(), ..form("Titre") }.check().expect("checked");
        let shipped = ["bocal", "boussole", "arpentage"]
            .map(|slug| Shipped { slug: slug.to_owned(), sheet: sheet.clone() });
        let tx = system.begin().await.expect("begun");
        let brought = install(&system, &tx, &shipped).await.expect("brought");
        system.commit(tx).await.expect("kept");
        brought
    };
    assert_eq!(bring("Un.").await, 2);
    assert_eq!(bring("Un.").await, 0, "twice changes nothing twice");
    change(&chair, "boussole", Version(1), &form("La nôtre")).await.expect("changed");
    put_aside(&chair, "arpentage", Version(1)).await.expect("put aside");
    assert_eq!(bring("Deux.").await, 1);
    let ours = show(&chair, "boussole").await.expect("read");
    assert_eq!((ours.row.title.as_str(), ours.shipped, ours.edited), ("La nôtre", true, true));
    let aside = show(&chair, "arpentage").await.expect("read");
    assert!(aside.row.set_aside && aside.row.aim == "Deux.", "what is put aside stays so");
    assert!(!show(&chair, "bocal").await.expect("read").shipped);
    let tx = system.begin().await.expect("begun");
    let sheet = form("Importé").check().expect("checked");
    assert_eq!(upsert(&system, &tx, "neuf", &sheet).await.expect("in"), Outcome::Created);
    assert_eq!(upsert(&system, &tx, "neuf", &sheet).await.expect("in"), Outcome::Unchanged);
    assert_eq!(upsert(&system, &tx, "bocal", &sheet).await.expect("in"), Outcome::Changed);
    drop(tx);
    test.finish().await;
}

const IN_ENGLISH: &str = "# Talking round\n\n## Aim\n\nHear everyone.\n\n## Steps\n\n- 5 min | Welcome\n\
                          - 20 min | Talk | With the *pebble*.\n\n## Traps to avoid\n\nA round **too long**: \"wait\".";

#[tokio::test]
async fn a_sheet_is_read_in_one_s_language_where_it_is_there_and_follows_the_other() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    let both = MethodForm { english: IN_ENGLISH.into(), ..form("Tour de table") };
    let slug = add(&chair, &both).await.expect("written");
    add(&chair, &form("Autre")).await.expect("written");
    let english = Cx { language: Language::English, ..chair.clone() };
    let view = show(&english, &slug).await.expect("read");
    assert_eq!((view.row.title.as_str(), view.row.language), ("Talking round", Language::English));
    assert_eq!((view.row.aim.as_str(), view.steps[1].title.as_str()), ("Hear everyone.", "Talk"));
    assert!(view.sections[0].1.contains("<strong>too long</strong>: “wait”"), "{:?}", view.sections);
    assert!(!view.english_behind);
    let titles_in_english = titles(&english, Choice::default()).await;
    assert_eq!(titles_in_english, ["Autre", "Talking round"], "in French where there is nothing else");
    assert_eq!(show(&chair, &slug).await.expect("read").row.title, "Tour de table");
    assert_eq!(titles(&chair, Choice::default()).await, ["Autre", "Tour de table"]);
    search::catch_up(&test.backend).await.expect("read");
    let found = search::find(&english, "pebble", &search::Filter::default(), PageNumber::FIRST).await;
    assert_eq!(found.expect("found").page.total, 1, "English words are found");
    assert_eq!(named(&english, vec![1]).await.expect("read")[0].2, "Talking round");
    // Other steps in French: what was said in English is no longer told, and whoever writes sheets is.
    let longer = MethodForm { steps: "5 min | Accueillir\n30 min | Parler".into(), ..both.clone() };
    change(&chair, &slug, Version(1), &longer).await.expect("changed");
    let view = show(&english, &slug).await.expect("read");
    assert_eq!((view.row.title.as_str(), view.row.language), ("Tour de table", Language::French));
    assert!(view.english_behind);
    assert_eq!(edit(&chair, &slug).await.expect("read").1.english, IN_ENGLISH, "it is kept");
    let wrong = MethodForm { english: "# Talking round\n\n## Goal".into(), ..both };
    let refusal = refused(change(&chair, &slug, Version(2), &wrong).await);
    assert_eq!(refusal, Refusal::field("english", FieldProblem::NotInParts { line: 3 }));
    test.finish().await;
}

#[tokio::test]
async fn sheets_are_found_by_those_who_read_them() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    let slug = add(&chair, &form("Tour de table")).await.expect("written");
    let count = async |cx: &Cx| {
        search::catch_up(&test.backend).await.expect("read");
        let found = search::find(cx, "galet", &search::Filter::default(), PageNumber::FIRST).await;
        found.expect("found").page.total
    };
    let member = test.as_user(cast.member.id).await;
    assert_eq!((count(&member).await, count(&test.visitor()).await), (1, 0));
    put_aside(&chair, &slug, Version(1)).await.expect("put aside");
    assert_eq!(count(&member).await, 0);
    test.finish().await;
}
