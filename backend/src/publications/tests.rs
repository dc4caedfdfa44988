use domain::{
    Refusal, Version,
    contributions::{AdoptionForm, ContributionForm, ReviewForm},
    ids::ContributionId,
};

use super::*;
use crate::{
    Error,
    contributions::{adopt, create, propose, publish, review, submit},
    files::Fingerprint,
    testing::{Cast, TestBackend},
};

/// Adopts, and perhaps publishes, a text of a group.
async fn adopted(test: &TestBackend, cast: &Cast, slug: &str, published: bool) -> PublicationNumber {
    let (author, reviewer, facilitator) = match slug {
        "mobilites" => (cast.member, cast.reviewer, cast.facilitator),
        other => panic!("nobody writes in {other} here"),
    };
    let form = ContributionForm {
        title: "Se déplacer sans voiture".into(),
        kind: "opinion".into(),
        summary: "En *bref*.".into(),
        body: "## Constat\r\n\r\nUn chemin.".into(),
        reason: String::new(),
    };
    let author = test.as_user(author.id).await;
    let id: ContributionId = create(&author, slug, &form).await.expect("begun");
    submit(&author, id).await.expect("submitted");
    let yes = ReviewForm { verdict: "approve".into(), comment: String::new() };
    review(&test.as_user(reviewer.id).await, id, Version(1), &yes).await.expect("approved");
    propose(&test.as_user(facilitator.id).await, id).await.expect("proposed");
    let chair = test.as_user(cast.chair.id).await;
    let vote = AdoptionForm {
        body: "Assemblée plénière".into(),
        adopted_on: "17/09/2026".into(),
        votes_for: "31".into(),
        votes_against: "4".into(),
        votes_abstaining: "2".into(),
    };
    let number = adopt(&chair, id, Version(1), &vote).await.expect("adopted");
    if published {
        publish(&chair, id).await.expect("published");
    }
    number
}

#[tokio::test]
async fn anyone_reads_a_publication_in_one_query() {
    let (test, cast) = TestBackend::with_cast().await;
    let number = adopted(&test, &cast, "mobilites", true).await;
    let visitor = test.visitor();
    let (view, reads) = test.reads(&visitor, async |cx| show(&cx, number, None).await).await;
    let view = view.expect("read");
    assert_eq!(reads, 1);
    assert_eq!(view.adoption.number, number);
    assert_eq!((view.adoption.votes_for, view.adoption.votes_abstaining), (31, 2));
    assert!(view.text.summary_html.contains("<em>bref</em>"));
    assert!(view.text.group.is_none() && view.text.reviews.is_empty());
    test.finish().await;
}

#[tokio::test]
async fn the_fingerprint_is_that_of_the_bytes_served() {
    let (test, cast) = TestBackend::with_cast().await;
    let number = adopted(&test, &cast, "mobilites", true).await;
    let bytes = frozen_bytes(&test.visitor(), number, None).await.expect("read");
    let view = show(&test.visitor(), number, None).await.expect("read");
    assert_eq!(Fingerprint::of(&bytes).as_str(), view.adoption.fingerprint);
    assert_eq!(
        &bytes[..],
        "# Se déplacer sans voiture\n\nEn *bref*.\n\n## Constat\n\nUn chemin.\n".as_bytes()
    );
    test.finish().await;
}

#[tokio::test]
async fn an_adopted_text_is_not_public_before_it_is_published() {
    let (test, cast) = TestBackend::with_cast().await;
    let number = adopted(&test, &cast, "mobilites", false).await;
    let visitor = test.visitor();
    assert!(matches!(show(&visitor, number, None).await, Err(Error::Refused(Refusal::NotFound))));
    assert!(matches!(frozen_bytes(&visitor, number, None).await, Err(Error::Refused(Refusal::NotFound))));
    assert_eq!(list(&visitor, PageNumber::FIRST).await.expect("listed").total, 0);
    assert!(feed(&visitor).await.expect("read").is_empty());
    // The council reads what it adopted.
    assert!(show(&test.as_user(cast.other.id).await, number, None).await.is_ok());
    test.finish().await;
}

#[tokio::test]
async fn publications_are_listed_by_number() {
    let (test, cast) = TestBackend::with_cast().await;
    for _ in 0..3 {
        adopted(&test, &cast, "mobilites", true).await;
    }
    let page = list(&test.visitor(), PageNumber::FIRST).await.expect("listed");
    let numbers: Vec<_> = page.rows.iter().map(|row| row.number.to_string()).collect();
    assert_eq!(numbers, ["2026-03", "2026-02", "2026-01"]);
    assert_eq!(latest(&test.visitor(), 2).await.expect("read").len(), 2);
    assert_eq!(feed(&test.visitor()).await.expect("read").len(), 3);
    test.finish().await;
}
