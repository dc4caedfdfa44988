use domain::{
    FieldProblem,
    contributions::{Standing, StandingForm},
    refusal::{Forbidden, Transition},
};

use super::*;
use crate::{files::Fingerprint, publications};

fn correction(body: &str, reason: &str) -> ContributionForm {
    ContributionForm { reason: reason.into(), ..form(TITLE, body) }
}

fn becomes(standing: Standing, reason: &str, replaced_by: &str) -> StandingForm {
    StandingForm { standing: standing.code().into(), reason: reason.into(), replaced_by: replaced_by.into() }
}

#[tokio::test]
async fn a_correction_keeps_the_number_and_what_it_replaces() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::Published).await;
    let number = "2026-01".parse().expect("a number");
    let visitor = test.visitor();
    let before = publications::frozen_bytes(&visitor, number, None).await.expect("read");
    test.wait(chrono::TimeDelta::days(3));
    let chair = test.as_user(cast.chair.id).await;
    let view = correction_view(&chair, id).await.expect("read");
    assert_eq!((view.head.version, view.number), (Version(1), number));
    let fixed = correction("Cinq trajets sur dix.", "Un chiffre était faux");
    assert_eq!(correct(&chair, id, Version(1), &fixed).await.expect("corrected"), number);
    let read = publications::show(&visitor, number, None).await.expect("read");
    assert_eq!((read.adoption.edition, read.adoption.correction.as_str()), (2, "Un chiffre était faux"));
    assert!(read.text.html.contains("Cinq trajets") && read.former.is_none());
    assert_eq!(read.editions.iter().map(|e| e.number).collect::<Vec<_>>(), [1]);
    assert_eq!(read.adoption.votes_for, 31, "the vote stays");
    let bytes = publications::frozen_bytes(&visitor, number, None).await.expect("read");
    assert_eq!(Fingerprint::of(&bytes).as_str(), read.adoption.fingerprint);
    // The former edition, as it was.
    let former = publications::show(&visitor, number, Some(1)).await.expect("read");
    assert!(former.text.html.contains("Quatre trajets") && former.former.is_some());
    let bytes = publications::frozen_bytes(&visitor, number, Some(1)).await.expect("read");
    assert_eq!(bytes, before);
    assert_eq!(Fingerprint::of(&bytes).as_str(), former.adoption.fingerprint);
    let third = publications::show(&visitor, number, Some(3)).await;
    assert_eq!(refused(third.map(|_| ())), Refusal::NotFound);
    let feed = publications::feed(&visitor).await.expect("read");
    assert!(feed[0].updated_at > feed[0].published_at);
    assert_eq!(test.journal().await.last().map(String::as_str), Some("contribution.corrected"));
    test.finish().await;
}

#[tokio::test]
async fn a_correction_says_why_and_changes_something() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::Published).await;
    let chair = test.as_user(cast.chair.id).await;
    let missing = Refusal::field("reason", FieldProblem::Missing);
    assert_eq!(refused(correct(&chair, id, Version(1), &correction("Autre.", " ")).await), missing);
    let same = Refusal::field("body", FieldProblem::Unchanged);
    assert_eq!(refused(correct(&chair, id, Version(1), &correction(body(), "Rien")).await), same);
    let empty = Refusal::Transition(Transition::EmptyText);
    assert_eq!(refused(correct(&chair, id, Version(1), &correction("", "Vide")).await), empty);
    let facilitator = test.as_user(cast.facilitator.id).await;
    let only_chair = Refusal::Forbidden(Forbidden::ChairOnly);
    assert_eq!(refused(correct(&facilitator, id, Version(1), &correction("x", "y")).await), only_chair);
    let adopted = text_in(&test, &cast, State::Adopted).await;
    let not_public = Refusal::Transition(Transition::ContributionState);
    assert_eq!(refused(correct(&chair, adopted, Version(1), &correction("x", "y")).await), not_public);
    test.finish().await;
}

#[tokio::test]
async fn two_corrections_at_once_make_one_edition() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::Published).await;
    let chair = test.as_user(cast.chair.id).await;
    let (here, there) = (correction("Un.", "Une"), correction("Deux.", "Deux"));
    let (a, b) =
        tokio::join!(correct(&chair, id, Version(1), &here), correct(&chair, id, Version(1), &there));
    let (won, lost) = if a.is_ok() { (a, b) } else { (b, a) };
    won.expect("one wins");
    assert_eq!(refused(lost), Refusal::Conflict);
    let number = "2026-01".parse().expect("a number");
    let read = publications::show(&test.visitor(), number, None).await.expect("read");
    assert_eq!((read.adoption.edition, read.editions.len()), (2, 1));
    test.finish().await;
}

#[tokio::test]
async fn a_text_is_replaced_withdrawn_and_back_and_stays_readable() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::Published).await;
    text_in(&test, &cast, State::Published).await;
    let chair = test.as_user(cast.chair.id).await;
    let number = "2026-01".parse().expect("a number");
    let standing =
        async || publications::show(&test.visitor(), number, None).await.expect("read").adoption.standing;
    set_standing(&chair, id, &becomes(Standing::Superseded, "La gare a fermé.", "2026-02"))
        .await
        .expect("replaced");
    let read = standing().await;
    assert_eq!((read.standing, read.reason.as_str()), (Standing::Superseded, "La gare a fermé."));
    assert_eq!(read.replaced_by.map(|number| number.to_string()).as_deref(), Some("2026-02"));
    set_standing(&chair, id, &becomes(Standing::Withdrawn, "Une erreur.", "")).await.expect("withdrawn");
    assert_eq!((standing().await.standing, standing().await.replaced_by), (Standing::Withdrawn, None));
    let again = set_standing(&chair, id, &becomes(Standing::Withdrawn, "Une erreur.", "")).await;
    assert_eq!(refused(again), Refusal::field("standing", FieldProblem::Unchanged));
    let listed = publications::feed(&test.visitor()).await.expect("read");
    let told = |row: &publications::Publication| (row.number.to_string(), row.standing.standing);
    assert!(listed.iter().map(told).any(|row| row == ("2026-01".to_owned(), Standing::Withdrawn)));
    set_standing(&chair, id, &becomes(Standing::InForce, "", "")).await.expect("back");
    assert_eq!(standing().await.standing, Standing::InForce);
    let journal = test.journal().await;
    assert_eq!(
        journal[journal.len() - 3..],
        ["contribution.superseded", "contribution.withdrawn", "contribution.reinstated"]
    );
    test.finish().await;
}

#[tokio::test]
async fn whoever_replaces_a_text_names_another_publication_and_says_why() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::Published).await;
    let adopted = text_in(&test, &cast, State::Adopted).await;
    let chair = test.as_user(cast.chair.id).await;
    let not_one = Refusal::field("replaced_by", FieldProblem::NotAPublication);
    // Itself, one that is not public, one that does not exist, no number at all.
    for number in ["2026-01", "2026-02", "2026-09", "la suite"] {
        let form = becomes(Standing::Superseded, "Un motif.", number);
        assert_eq!(refused(set_standing(&chair, id, &form).await), not_one, "{number}");
    }
    let Refusal::Invalid(errors) =
        refused(set_standing(&chair, id, &becomes(Standing::Superseded, "", "")).await)
    else {
        panic!("two problems")
    };
    assert_eq!(errors.len(), 2);
    let not_public = Refusal::Transition(Transition::ContributionState);
    let form = becomes(Standing::Withdrawn, "Un motif.", "");
    assert_eq!(refused(set_standing(&chair, adopted, &form).await), not_public);
    let facilitator = test.as_user(cast.facilitator.id).await;
    let only_chair = Refusal::Forbidden(Forbidden::ChairOnly);
    assert_eq!(refused(set_standing(&facilitator, id, &form).await), only_chair);
    test.finish().await;
}
