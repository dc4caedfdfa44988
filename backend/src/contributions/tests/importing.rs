use chrono::{TimeDelta, Utc};
use domain::{
    FieldProblem,
    contributions::{Adoption, ContributionKind, ContributionText},
};

use super::*;
use crate::{Outcome, PageNumber, publications};

fn day(ago: i64) -> chrono::DateTime<Utc> {
    crate::testing::start() - TimeDelta::days(ago)
}

fn imported(cast: &Cast, state: State) -> ImportedContribution {
    ImportedContribution {
        group: cast.mobilites.id(),
        state,
        text: ContributionText {
            title: "Mesurer les trajets".into(),
            kind: ContributionKind::Synthesis,
            summary: "En bref.".into(),
            body: "## Un\n\nTexte final.".into(),
            reason: String::new(),
        },
        first_body: Some("## Un\n\nPremier jet.".into()),
        authors: vec![cast.member.id, cast.reviewer.id],
        created_at: day(90),
        revisions: vec![ImportedRevision {
            by: cast.reviewer.id,
            at: day(60),
            reason: "Chiffres".into(),
            body: None,
        }],
        reviews: vec![ImportedReview {
            by: cast.facilitator.id,
            at: day(70),
            verdict: Verdict::RequestChanges,
            comment: "Des chiffres.".into(),
        }],
        adoption: None,
        progress: ImportedProgress::default(),
        recorded_by: cast.administrator.id,
    }
}

fn adopted(number: Option<&str>) -> ImportedAdoption {
    ImportedAdoption {
        number: number.map(|n| n.parse().expect("a number")),
        decided: Adoption {
            body: "Assemblée plénière".into(),
            adopted_on: day(30).date_naive(),
            votes_for: 30,
            votes_against: 1,
            votes_abstaining: 0,
        },
        published_at: Some(day(28)),
    }
}

async fn run(test: &TestBackend, text: &ImportedContribution) -> Result<Outcome, Error> {
    let cx = test.backend.system();
    let tx = cx.begin().await?;
    let outcome = import(&cx, &tx, text).await?;
    cx.commit(tx).await?;
    Ok(outcome)
}

#[tokio::test]
async fn an_imported_text_has_its_authors_versions_and_reviews() {
    let (test, cast) = TestBackend::with_cast().await;
    let text = imported(&cast, State::ChangesRequested);
    assert_eq!(run(&test, &text).await.expect("imported"), Outcome::Created);
    assert_eq!(run(&test, &text).await.expect("imported"), Outcome::Unchanged);
    let member = test.as_user(cast.member.id).await;
    let id = by_title(&member, "Mesurer les trajets").await.expect("read").expect("there").id;
    let view = show(&member, id).await.expect("read");
    assert_eq!(view.authors, ["Gérard Pontivy", "Odile Rambert"]);
    assert_eq!((view.revision.version, view.revision.reason.as_str()), (Version(2), "Chiffres"));
    assert_eq!(view.reviews[0].version, Version(1));
    assert!(view.html.contains("Texte final"));
    assert_eq!(history(&member, id, PageNumber::FIRST).await.expect("read").page.total, 2);
    test.finish().await;
}

#[tokio::test]
async fn a_text_imported_again_with_other_words_gets_a_version_if_it_is_still_written() {
    let (test, cast) = TestBackend::with_cast().await;
    let mut text = imported(&cast, State::Draft);
    run(&test, &text).await.expect("imported");
    let first = text.clone();
    text.text.body = "Autre chose.".into();
    assert_eq!(run(&test, &text).await.expect("imported"), Outcome::Changed);
    assert_eq!(run(&test, &text).await.expect("imported"), Outcome::Unchanged);
    assert_eq!(
        run(&test, &first).await.expect("imported"),
        Outcome::Unchanged,
        "what is known is not brought back"
    );
    test.finish().await;
}

#[tokio::test]
async fn a_published_text_keeps_its_number_and_its_fingerprint() {
    let (test, cast) = TestBackend::with_cast().await;
    let mut text = imported(&cast, State::Published);
    text.adoption = Some(adopted(Some("2026-04")));
    assert_eq!(run(&test, &text).await.expect("imported"), Outcome::Created);
    assert_eq!(run(&test, &text).await.expect("imported"), Outcome::Unchanged);
    let number = "2026-04".parse().expect("a number");
    let view = publications::show(&test.visitor(), number, None).await.expect("public");
    let bytes = publications::frozen_bytes(&test.visitor(), number, None).await.expect("public");
    assert_eq!(crate::files::Fingerprint::of(&bytes).as_str(), view.adoption.fingerprint);
    text.text.title = "Un autre titre".into();
    assert_eq!(refused(run(&test, &text).await), Refusal::field("number", FieldProblem::Taken));
    text.adoption = Some(adopted(None));
    run(&test, &text).await.expect("imported");
    assert!(publications::show(&test.visitor(), "2026-05".parse().expect("a number"), None).await.is_ok());
    text.text.body = "Changé.".into();
    assert!(matches!(refused(run(&test, &text).await), Refusal::Transition(_)), "a frozen text stays");
    test.finish().await;
}

#[tokio::test]
async fn an_adoption_goes_with_its_state() {
    let (test, cast) = TestBackend::with_cast().await;
    let status = Refusal::field("status", FieldProblem::NotAChoice);
    assert_eq!(refused(run(&test, &imported(&cast, State::Published)).await), status);
    let draft = ImportedContribution { adoption: Some(adopted(None)), ..imported(&cast, State::Draft) };
    assert_eq!(refused(run(&test, &draft).await), status);
    test.finish().await;
}
