use domain::{
    FieldProblem, Language, Refusal, Version,
    tutorials::{Audience, TutorialForm},
};

use super::*;
use crate::{
    Cx, Outcome, PageNumber,
    home::asked_of_me,
    search,
    testing::{Person, TestBackend, refused},
};

fn form(title: &str) -> TutorialForm {
    TutorialForm {
        title: title.into(),
        summary: "Une phrase.".into(),
        audiences: vec!["member".into()],
        minutes: "5".into(),
        body: "Avant.\n\n## Ouvrir\n\n![La page](page.png)\n\nTouchez le **galet**.\n\n## Finir\n\nVoilà."
            .into(),
        ..Default::default()
    }
}

async fn plea(cx: &Cx, slug: &str, agreed: &str) -> crate::Result<()> {
    let form =
        PleaForm { step: "2".into(), words: "Je ne vois pas le bouton.".into(), agreed: agreed.into() };
    stuck(cx, slug, &form).await
}

#[tokio::test]
async fn who_runs_a_group_writes_tutorials_that_the_council_follows() {
    let (test, cast) = TestBackend::with_cast().await;
    let as_user = async |person: Person| test.as_user(person.id).await;
    let facilitator = as_user(cast.facilitator).await;
    let slug = add(&facilitator, &form("Écrire un texte")).await.expect("written");
    assert_eq!(slug, "ecrire-un-texte");
    let taken = add(&facilitator, &form("Écrire un texte !")).await;
    assert_eq!(refused(taken), Refusal::field("title", FieldProblem::Taken));
    let page = add(&facilitator, &form("Suivi")).await;
    assert_eq!(refused(page), Refusal::field("title", FieldProblem::BadCharacters));
    let unknown = TutorialForm { path: "rien".into(), ..form("Autre") };
    assert_eq!(refused(add(&facilitator, &unknown).await), Refusal::field("path", FieldProblem::NotAChoice));
    let member = as_user(cast.member).await;
    let view = show(&member, &slug).await.expect("read");
    assert_eq!((view.steps.len(), view.row.done, view.row.language), (2, 0, Language::French));
    assert!(view.steps[0].html.contains("src=\"/tutoriels/images/fr/page.jpg\""), "{}", view.steps[0].html);
    for cx in [&member, &as_user(cast.reviewer).await] {
        assert!(matches!(refused(add(cx, &form("Autre")).await), Refusal::Forbidden(_)));
        assert!(matches!(refused(change(cx, &slug, Version(1), &form("x")).await), Refusal::Forbidden(_)));
        assert!(matches!(refused(put_aside(cx, &slug, Version(1)).await), Refusal::Forbidden(_)));
        assert!(matches!(refused(edit(cx, &slug).await), Refusal::Forbidden(_)));
        assert!(matches!(refused(waiting(cx).await), Refusal::Forbidden(_)));
    }
    assert!(matches!(refused(all(&test.visitor(), None).await), Refusal::SignInRequired));
    assert!(matches!(refused(show(&as_user(cast.former).await, &slug).await), Refusal::Forbidden(_)));
    change(&facilitator, &slug, Version(1), &form("Écrire")).await.expect("changed");
    assert_eq!(refused(change(&facilitator, &slug, Version(1), &form("x")).await), Refusal::Conflict);
    let (version, saved) = edit(&facilitator, &slug).await.expect("read");
    assert_eq!((version, saved), (Version(2), form("Écrire")), "as it was typed");
    put_aside(&facilitator, &slug, Version(2)).await.expect("put aside");
    assert_eq!(refused(show(&member, &slug).await), Refusal::NotFound);
    assert!(all(&member, None).await.expect("read").others.is_empty());
    assert_eq!(all(&facilitator, None).await.expect("read").aside.len(), 1);
    take_up(&facilitator, &slug, Version(3)).await.expect("taken up");
    assert_eq!(all(&member, Some(Audience::Member)).await.expect("read").others.len(), 1);
    assert!(all(&member, Some(Audience::Chair)).await.expect("read").others.is_empty());
    test.finish().await;
}

#[tokio::test]
async fn progress_is_each_person_s_and_a_finished_sequence_has_its_certificate() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    let first = TutorialForm { new_path: "Premiers pas".into(), rank: "1".into(), ..form("Un") };
    add(&chair, &first).await.expect("written");
    let second = TutorialForm { path: "premiers-pas".into(), rank: "2".into(), ..form("Deux") };
    add(&chair, &second).await.expect("written");
    let member = test.as_user(cast.member.id).await;
    assert_eq!(show(&member, "un").await.expect("read").next, Some(("deux".into(), "Deux".into())));
    for step in [0, 3] {
        let wrong = mark(&member, "un", step, true).await;
        assert_eq!(refused(wrong), Refusal::field("step", FieldProblem::NotAChoice));
    }
    for (slug, step) in [("un", 1), ("un", 2), ("un", 2), ("deux", 1)] {
        mark(&member, slug, step, true).await.expect("taken");
    }
    let view = path(&member, "premiers-pas").await.expect("read");
    let done: Vec<(u32, bool)> = view.tutorials.iter().map(|row| (row.done, row.is_done())).collect();
    assert_eq!((done, view.finished_on), (vec![(2, true), (1, false)], None));
    assert_eq!(refused(certificate(&member, "premiers-pas").await), Refusal::NotFound);
    mark(&member, "deux", 2, true).await.expect("taken");
    let (_, certified) = certificate(&member, "premiers-pas").await.expect("finished");
    assert_eq!((certified.on, certified.tutorials.len()), (member.today(), 2));
    assert_eq!(certified.name, member.person().expect("somebody").name);
    assert_eq!(show(&chair, "un").await.expect("read").row.done, 0, "one's own only");
    assert_eq!(refused(certificate(&chair, "premiers-pas").await), Refusal::NotFound);
    mark(&member, "un", 1, false).await.expect("again");
    assert_eq!(refused(certificate(&member, "premiers-pas").await), Refusal::NotFound);
    assert!(any_finished(&member, cast.member.id).await.expect("read"));
    // A tutorial that lost a step is finished by who took those that are left.
    let short = TutorialForm { body: "## Seule\n\nFait.".into(), ..second };
    change(&chair, "deux", Version(1), &short).await.expect("changed");
    let row = show(&member, "deux").await.expect("read").row;
    assert_eq!((row.done, row.is_done()), (1, true));
    test.finish().await;
}

#[tokio::test]
async fn who_is_stuck_is_seen_by_those_who_look_after_them_once_they_agree() {
    let (test, cast) = TestBackend::with_cast().await;
    let as_user = async |person: Person| test.as_user(person.id).await;
    let chair = as_user(cast.chair).await;
    add(&chair, &form("Un")).await.expect("written");
    let member = as_user(cast.member).await;
    assert_eq!(refused(plea(&member, "un", "").await), Refusal::field("agreed", FieldProblem::Missing));
    plea(&member, "un", "yes").await.expect("said");
    let facilitator = as_user(cast.facilitator).await;
    let seen = async |cx: &Cx| waiting(cx).await.expect("read").len();
    let administrator = as_user(cast.administrator).await;
    for cx in [&facilitator, &chair, &administrator] {
        assert_eq!(seen(cx).await, 1);
    }
    assert_eq!(seen(&as_user(cast.other).await).await, 0, "they run another group");
    let asked = asked_of_me(&facilitator).await.expect("read").now;
    assert!(asked.iter().any(|ask| ask.kind == domain::home::AskedKind::Help));
    let one = waiting(&facilitator).await.expect("read").remove(0);
    assert_eq!((one.step, one.step_title.as_str()), (2, "Finir"));
    assert_eq!(refused(settle(&as_user(cast.other).await, one.id).await), Refusal::NotFound);
    settle(&facilitator, one.id).await.expect("settled");
    assert_eq!(refused(settle(&chair, one.id).await), Refusal::NotFound);
    let told = show(&member, "un").await.expect("read").plea.expect("kept");
    assert_eq!(told.settled_by, Some(facilitator.person().expect("somebody").name.clone()));
    plea(&member, "un", "yes").await.expect("said again");
    assert_eq!(seen(&chair).await, 1);
    unstuck(&member, "un").await.expect("taken back");
    assert_eq!(seen(&chair).await, 0);
    assert_eq!(refused(unstuck(&member, "un").await), Refusal::NotFound);
    plea(&member, "un", "yes").await.expect("said again");
    mark(&member, "un", 2, true).await.expect("taken");
    assert_eq!(seen(&chair).await, 0, "who took the step is not stuck");
    test.finish().await;
}

#[tokio::test]
async fn opinions_are_read_by_the_staff_without_names_and_one_may_change_one_s_mind() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    add(&chair, &form("Un")).await.expect("written");
    let member = test.as_user(cast.member.id).await;
    assert_eq!(refused(say(&member, "un", "", "x").await), Refusal::field("useful", FieldProblem::Missing));
    say(&member, "un", "no", "Trop long.").await.expect("said");
    say(&member, "un", "yes", "Plus court, merci.").await.expect("said");
    say(&chair, "un", "no", "").await.expect("said");
    let heard = heard(&chair).await.expect("read");
    assert_eq!((heard[0].useful, heard[0].of, heard[0].words.len()), (1, 2, 1));
    assert_eq!(heard[0].words[0].1.words, "Plus court, merci.");
    for person in [cast.member, cast.facilitator] {
        let cx = test.as_user(person.id).await;
        assert!(matches!(refused(super::heard(&cx).await), Refusal::Forbidden(_)));
    }
    test.finish().await;
}

#[tokio::test]
async fn help_is_the_tutorial_of_the_screen_first_for_oneself() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    let all = TutorialForm { help: "/groupes/{slug}\n/groupes/nouveau#2".into(), ..form("Groupe") };
    add(&chair, &all).await.expect("written");
    let running = TutorialForm {
        audiences: vec!["facilitator".into()],
        rank: "1".into(),
        help: "/groupes/{slug}#2".into(),
        ..form("Animer")
    };
    add(&chair, &running).await.expect("written");
    let at = async |cx: &Cx, path: &str, changing: usize| {
        let found = help_at(cx, path, changing).await.expect("read");
        found.map(|at| format!("{}#{}", at.slug, at.step))
    };
    let member = test.as_user(cast.member.id).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    assert_eq!(at(&member, "/groupes/mobilites", 1).await.as_deref(), Some("groupe#1"));
    assert_eq!(at(&facilitator, "/groupes/mobilites", 1).await.as_deref(), Some("animer#2"));
    assert_eq!(at(&member, "/groupes/nouveau", 0).await.as_deref(), Some("groupe#2"));
    assert_eq!(at(&member, "/groupes", 0).await, None);
    assert_eq!(at(&test.visitor(), "/groupes/mobilites", 1).await, None);
    put_aside(&chair, "groupe", Version(1)).await.expect("put aside");
    assert_eq!(at(&member, "/groupes/nouveau", 0).await, None, "at once");
    test.finish().await;
}

#[tokio::test]
async fn what_the_program_brings_never_takes_the_place_of_what_the_council_wrote() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    add(&chair, &form("Nôtre")).await.expect("written");
    let system = test.backend.system();
    let bring = async |summary: &str| {
        let typed = TutorialForm {
            summary: summary.into(),
            path: "debut".into(),
            title_en: "Title".into(),
            summary_en: "A sentence.".into(),
            body_en: "## Open\n\nA pebble.\n\n## Finish".into(),
            ..form("Titre")
        };
        let told = typed.check().expect("checked");
        let shipped =
            ["notre", "un", "deux"].map(|slug| Shipped { slug: slug.to_owned(), told: told.clone() });
        let paths = [ShippedPath { slug: "debut".into(), title: "Début".into(), ..Default::default() }];
        let tx = system.begin().await.expect("begun");
        let brought = install(&system, &tx, &paths, &shipped).await.expect("brought");
        system.commit(tx).await.expect("kept");
        brought
    };
    assert_eq!(bring("Un.").await, 3, "a sequence and two tutorials");
    assert_eq!(bring("Un.").await, 0, "twice changes nothing twice");
    change(&chair, "un", Version(1), &form("La nôtre")).await.expect("changed");
    assert_eq!(bring("Deux.").await, 1);
    let ours = show(&chair, "un").await.expect("read");
    assert_eq!((ours.row.title.as_str(), ours.shipped, ours.edited), ("La nôtre", true, true));
    assert!(!show(&chair, "notre").await.expect("read").shipped);
    let english = Cx { language: Language::English, ..chair.clone() };
    let view = show(&english, "deux").await.expect("read");
    assert_eq!((view.row.title.as_str(), view.row.language), ("Title", Language::English));
    assert_eq!(show(&english, "un").await.expect("read").row.language, Language::French);
    let tx = system.begin().await.expect("begun");
    let told = form("Importé").check().expect("checked");
    assert_eq!(upsert(&system, &tx, "neuf", &told).await.expect("in"), Outcome::Created);
    assert_eq!(upsert(&system, &tx, "neuf", &told).await.expect("in"), Outcome::Unchanged);
    assert_eq!(upsert(&system, &tx, "notre", &told).await.expect("in"), Outcome::Changed);
    let path = ShippedPath { slug: "debut".into(), title: "Autre".into(), ..Default::default() };
    assert_eq!(upsert_path(&system, &tx, &path).await.expect("in"), Outcome::Changed);
    assert_eq!(upsert_path(&system, &tx, &path).await.expect("in"), Outcome::Unchanged);
    drop(tx);
    test.finish().await;
}

#[tokio::test]
async fn tutorials_are_found_by_those_who_follow_them_in_both_languages() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    let typed = TutorialForm {
        title_en: "Title".into(),
        summary_en: "A sentence.".into(),
        body_en: "## Open\n\nA pebble.\n\n## Finish".into(),
        ..form("Un")
    };
    add(&chair, &typed).await.expect("written");
    let count = async |cx: &Cx, words: &str| {
        search::catch_up(&test.backend).await.expect("read");
        let found = search::find(cx, words, &search::Filter::default(), PageNumber::FIRST).await;
        found.expect("found").page.total
    };
    let member = test.as_user(cast.member.id).await;
    assert_eq!((count(&member, "galet").await, count(&member, "pebble").await), (1, 1));
    assert_eq!(count(&test.visitor(), "galet").await, 0);
    put_aside(&chair, "un", Version(1)).await.expect("put aside");
    assert_eq!(count(&member, "galet").await, 0);
    test.finish().await;
}
