//! What is its own to a framing text that is written together: its articles and their numbers, its steps, its motives.

use chrono::Days;
use domain::{
    Refusal, Version,
    charter::{VersionForm, VersionState},
    polls::PollForm,
    refusal::Transition,
};
use yrs::Text;

use super::helpers::*;
use crate::{
    charter::{self, Saved},
    live::Closing,
    polls,
};

const SLUG: &str = "charte";

fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).expect("short")
}

#[tokio::test]
async fn an_article_typed_together_gets_its_number_when_somebody_saves_and_the_others_keep_theirs() {
    let scene = of_the_charter().await;
    let mut one = scene.comes(scene.one).await;
    let mut other = scene.comes(scene.other).await;
    let end = units(BODY);
    one.type_and_wait(end, "\n\n## Article 2. Séances\n\nUne fois par mois.").await;
    other.sync().await;
    other.type_and_wait(end, "\n\n## Invitations\n\nUne semaine avant.").await;
    drop(one);
    // The room keeps it as it was typed: somebody may be in the middle of a title.
    let chair = scene.test.as_user(scene.one).await;
    crate::live::keep(&chair, scene.subject).await.expect("kept");
    let (kept, body) = scene.saved().await;
    assert!(body.contains("## Invitations") && kept == Version(3), "{body}");
    assert_eq!(scene.saves_together(scene.one, kept).await, Outcome::Version(Version(4)));
    other.sync().await;
    let (_, saved) = scene.saved().await;
    assert_eq!(saved, other.body(), "those who type see the numbers");
    assert_eq!(numbers_of(&saved), ["1", "1 bis", "2"]);
    // Words typed in a title leave its number alone.
    let at = units(&saved[..saved.find("Séances").expect("there")]);
    other.type_and_wait(at, "Les ").await;
    scene.saves_together(scene.other, Version(4)).await;
    let (_, saved) = scene.saved().await;
    assert!(saved.contains("## Article 2. Les Séances"), "{saved}");
    assert_eq!(numbers_of(&saved), ["1", "1 bis", "2"]);
    scene.test.finish().await;
}

fn numbers_of(body: &str) -> Vec<String> {
    let articles = domain::charter::Articles::read(body).articles;
    articles.into_iter().map(|article| article.number.to_string()).collect()
}

#[tokio::test]
async fn two_articles_added_by_two_forms_have_two_numbers() {
    let scene = of_the_charter().await;
    let body = format!("{BODY}\n\n## Article 2. Séances\n\nUne fois par mois.");
    assert_eq!(scene.saves(scene.one, scene.first, &body).await, Outcome::Version(Version(3)));
    let between = body.replace("\n\n## Article 2", "\n\n## Invitations\n\nAvant.\n\n## Article 2");
    let after = format!("{body}\n\n## Archives\n\nOuvertes.");
    assert_eq!(scene.saves(scene.one, Version(3), &between).await, Outcome::Version(Version(4)));
    assert_eq!(scene.saves(scene.other, Version(3), &after).await, Outcome::Merged(Version(5)));
    let (_, saved) = scene.saved().await;
    assert_eq!(numbers_of(&saved), ["1", "1 bis", "2", "3"]);
    scene.test.finish().await;
}

#[tokio::test]
async fn motives_and_the_day_that_two_people_change_are_put_together_or_settled_by_them() {
    let scene = of_the_charter().await;
    let [chair, staff] = [scene.test.as_user(scene.one).await, scene.test.as_user(scene.other).await];
    let typed = |motives: &str, starts_on: &str| VersionForm {
        body: BODY.into(),
        motives: motives.into(),
        starts_on: starts_on.into(),
    };
    let first = typed("Le pont, puis la gare.", "");
    charter::save(&chair, SLUG, 1, Version(2), &first).await.expect("saved");
    let day = typed("Le pont, puis la gare.", "01/09/2036");
    charter::save(&chair, SLUG, 1, Version(3), &day).await.expect("saved");
    let words = typed("Le pont, puis la gare du bas.", "");
    let saved = charter::save(&staff, SLUG, 1, Version(3), &words).await.expect("saved");
    assert_eq!(saved, Saved::Merged(Version(5)));
    let view = charter::edit_view(&chair, SLUG, 1).await.expect("read").saved;
    let both = ("Le pont, puis la gare du bas.", "01/09/2036");
    assert_eq!((view.motives.as_str(), view.starts_on.as_str()), both);
    let other_day = typed("Le pont, puis la gare.", "01/10/2036");
    let met = charter::save(&staff, SLUG, 1, Version(3), &other_day).await.expect_err("two days");
    assert_eq!(met.refusal(), Some(&Refusal::Conflict));
    // What was read long ago, before saves were kept from the beginning, is settled by people too.
    let unknown =
        charter::save(&staff, SLUG, 1, Version(9), &other_day).await.expect_err("a version to come");
    assert_eq!(unknown.refusal(), Some(&Refusal::Conflict));
    scene.test.finish().await;
}

#[tokio::test]
async fn a_version_that_is_examined_is_written_in_the_same_room() {
    let scene = of_the_charter().await;
    let chair = scene.test.as_user(scene.one).await;
    let mut one = scene.comes(scene.one).await;
    one.type_and_wait(units(BODY), "\n\n## Séances\n\nUne fois par mois.").await;
    charter::examine(&chair, SLUG, 1, Version(2)).await.expect("with what is typed");
    one.sync().await;
    assert!(one.body().contains("## Article 2. Séances"), "{}", one.body());
    one.type_and_wait(0, "Oui. ").await;
    let mut other = scene.comes(scene.other).await;
    assert!(other.body().starts_with("Oui. Le pont"));
    let head = charter::version(&chair, SLUG, 1).await.expect("read").version;
    assert_eq!(head.state, VersionState::Examined);
    // Nobody puts to the vote words that they have not read.
    let form = PollForm {
        question: "Adoptez-vous la charte ?".into(),
        body: "Assemblée plénière".into(),
        secrecy: "open".into(),
        quorum: "none".into(),
        majority: "simple".into(),
        proxies: "0".into(),
        closes_on: chair.today().checked_add_days(Days::new(1)).expect("a day").to_string(),
        closes_at: "18:00".into(),
        ..PollForm::default()
    };
    let early = polls::prepare_on_framing(&chair, head.id, &form).await.expect_err("just typed");
    assert_eq!(early.refusal(), Some(&Refusal::Transition(Transition::JustTyped)));
    polls::prepare_on_framing(&chair, head.id, &form).await.expect("once it is read");
    assert_eq!(one.closing().await, Closing::NoLongerWritten);
    assert_eq!(other.closing().await, Closing::NoLongerWritten);
    let body = charter::version(&chair, SLUG, 1).await.expect("read").reading;
    assert_eq!(body.articles.len(), 2);
    scene.test.finish().await;
}

#[tokio::test]
async fn two_articles_of_one_number_are_kept_as_typed_and_opened_to_nobody() {
    let scene = of_the_charter().await;
    let chair = scene.test.as_user(scene.one).await;
    let mut one = scene.comes(scene.one).await;
    one.type_and_wait(units(BODY), "\n\n## Article 1. Encore").await;
    let refused = charter::examine(&chair, SLUG, 1, Version(2)).await.expect_err("two of one number");
    assert_eq!(refused.refusal(), Some(&Refusal::Transition(Transition::FramingArticles)));
    let (_, kept) = scene.saved().await;
    assert!(kept.ends_with("## Article 1. Encore"), "{kept}");
    // What is read has an anchor for each all the same.
    let reading = charter::version(&chair, SLUG, 1).await.expect("read").reading;
    let numbers: Vec<String> = reading.articles.iter().map(|one| one.number.to_string()).collect();
    assert_eq!(numbers, ["1", "2"]);
    let update = one.edit(|text, txn| text.remove_range(txn, units(BODY), units("\n\n## Article 1. Encore")));
    one.send(&update).await;
    one.sync().await;
    let (version, _) = scene.saved().await;
    charter::examine(&chair, SLUG, 1, version).await.expect("mended");
    scene.test.finish().await;
}

#[tokio::test]
async fn an_empty_version_is_written_together_from_its_first_word() {
    let scene = of_the_charter().await;
    let chair = scene.test.as_user(scene.one).await;
    let guide =
        domain::charter::FramingForm { kind: "guide".into(), title: "Guide".into(), ..Default::default() };
    let (slug, number) = charter::add(&chair, &guide).await.expect("added");
    let id = charter::written_at(&chair, &slug, number).await.expect("found");
    let mut one = Client::come(&scene.test, scene.one, id).await;
    one.sync().await;
    assert_eq!(one.body(), "");
    one.type_and_wait(0, "Bienvenue.").await;
    let staff = scene.test.as_user(scene.other).await;
    let typed = words("Bonjour.\n\n## Objet\n\nUn.");
    let met = charter::save(&staff, &slug, number, Version(1), &typed).await.expect_err("both began");
    assert_eq!(met.refusal(), Some(&Refusal::Conflict));
    let seen = charter::edit_view(&staff, &slug, number).await.expect("read");
    assert_eq!(seen.saved.body, "Bienvenue.", "what others typed is in view, and saved over");
    let settled = words("Bienvenue.\n\n## Objet\n\nUn.");
    charter::save(&staff, &slug, number, seen.version.version, &settled).await.expect("saved");
    one.sync().await;
    assert_eq!(one.body(), "Bienvenue.\n\n## Article 1. Objet\n\nUn.");
    scene.test.finish().await;
}
