//! Declarations, played by the cast.

use chrono::TimeDelta;
use domain::{
    Refusal,
    declarations::{DeclarationForm, DeclarationKind, Target, TargetKind},
    refusal::{Forbidden, Transition},
};

use super::*;
use crate::testing::{Cast, TestBackend, refused};

fn on(cast: &Cast) -> Target {
    Target { kind: TargetKind::Group, id: cast.mobilites.id().0 }
}

fn conflict(targets: &[Target]) -> DeclarationForm {
    DeclarationForm {
        kind: "conflict".into(),
        subject: "La ligne de car".into(),
        words: "Mon frère la conduit.".into(),
        targets: targets.iter().map(ToString::to_string).collect(),
        ..Default::default()
    }
}

#[tokio::test]
async fn a_conflict_of_interest_is_seen_where_it_matters_until_it_is_ended() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let reader = test.as_user(cast.other.id).await;
    assert_eq!(declared_on(&reader, on(&cast)).await.expect("read"), []);
    let id = declare(&member, &conflict(&[on(&cast)])).await.expect("declared");
    let seen = declared_on(&reader, on(&cast)).await.expect("read");
    assert_eq!(seen.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Gérard Pontivy"]);
    let elsewhere = Target { kind: TargetKind::Group, id: cast.alimentation.id().0 };
    assert_eq!(declared_on(&reader, elsewhere).await.expect("read"), []);
    assert_eq!(declared_on(&test.visitor(), on(&cast)).await.expect("read"), [], "names are for members");
    assert_eq!(mine_on(&member, on(&cast)).await.expect("read").len(), 1);
    let view = of_person(&reader, cast.member.id).await.expect("read").remove(0);
    assert_eq!(
        (view.stage, view.end, view.targets[0].name.as_str()),
        (Stage::Now, false, "Mobilités du quotidien")
    );
    assert_eq!(refused(end(&reader, id).await), Refusal::Forbidden(Forbidden::OthersDeclaration));
    end(&member, id).await.expect("ended");
    assert_eq!(declared_on(&reader, on(&cast)).await.expect("read"), []);
    assert_eq!(refused(end(&member, id).await), Refusal::Transition(Transition::DeclarationOver));
    assert_eq!(of_person(&reader, cast.member.id).await.expect("read")[0].stage, Stage::Over, "it is kept");
    assert_eq!(test.journal().await[..], ["council.installed", "declaration.made", "declaration.ended"]);
    test.finish().await;
}

#[tokio::test]
async fn what_one_does_not_see_is_not_declared_about_nor_named() {
    let (test, cast) = TestBackend::with_cast().await;
    let secret = Target { kind: TargetKind::Group, id: cast.bureau.id().0 };
    let member = test.as_user(cast.member.id).await;
    assert!(matches!(refused(declare(&member, &conflict(&[secret])).await), Refusal::Invalid(_)));
    let chair = test.as_user(cast.chair.id).await;
    declare(&chair, &conflict(&[secret])).await.expect("declared");
    assert!(of_person(&member, cast.chair.id).await.expect("read")[0].targets.is_empty());
    assert_eq!(of_person(&chair, cast.chair.id).await.expect("read")[0].targets.len(), 1);
    let former = test.as_user(cast.former.id).await;
    assert_eq!(
        refused(declare(&former, &conflict(&[])).await),
        Refusal::Forbidden(Forbidden::CouncilMembersOnly)
    );
    assert_eq!(
        refused(of_person(&former, cast.chair.id).await),
        Refusal::Forbidden(Forbidden::CouncilMembersOnly)
    );
    test.finish().await;
}

#[tokio::test]
async fn who_stands_back_is_told_on_the_votes_of_those_days() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let today = member.today();
    let day = |days: i64| today + TimeDelta::days(days);
    let form = DeclarationForm {
        kind: "withdrawal".into(),
        subject: "Élections municipales".into(),
        from: day(10).to_string(),
        to: day(30).to_string(),
        ..Default::default()
    };
    declare(&member, &form).await.expect("declared");
    let chair = test.as_user(cast.chair.id).await;
    let names =
        async |from: i64, to: i64| standing_back(&chair, day(from), day(to)).await.expect("read").len();
    assert_eq!(
        (names(0, 9).await, names(0, 10).await, names(30, 40).await, names(31, 40).await),
        (0, 1, 1, 0)
    );
    assert!(mine_on(&member, on(&cast)).await.expect("read").is_empty(), "not yet");
    test.wait(TimeDelta::days(12));
    let member = test.as_user(cast.member.id).await;
    let mine = mine_on(&member, on(&cast)).await.expect("read");
    assert_eq!(mine[0].0, DeclarationKind::Withdrawal);
    test.wait(TimeDelta::days(30));
    let reader = test.as_user(cast.other.id).await;
    assert_eq!(of_person(&reader, cast.member.id).await.expect("read")[0].stage, Stage::Over);
    test.finish().await;
}
