use domain::{contributions::ContributionKind, refusal::Forbidden};

use super::*;
use crate::events::EventKind;

#[tokio::test]
async fn an_administrator_writes_the_model_of_a_kind_and_goes_back() {
    let (test, cast) = TestBackend::with_cast().await;
    let administrator = test.as_user(cast.administrator.id).await;
    let kind = ContributionKind::Opinion;
    let at_first = template(&administrator, kind).await.expect("read");
    assert_eq!((at_first.own, at_first.version, at_first.changed), (None, Version(0), None));
    change_template(&administrator, kind, Version(0), "## La question\r\n").await.expect("changed");
    let member = test.as_user(cast.member.id).await;
    let all = templates(&member).await.expect("read");
    assert_eq!(all.len(), ContributionKind::ALL.len());
    let opinion = all.iter().find(|template| template.kind == kind).expect("one of each kind");
    assert_eq!((opinion.own.as_deref(), opinion.version), (Some("## La question"), Version(1)));
    assert!(all.iter().all(|template| template.kind == kind || template.own.is_none()));
    restore_template(&administrator, kind, Version(1)).await.expect("back");
    let back = template(&administrator, kind).await.expect("read");
    assert_eq!((back.own, back.version), (None, Version(2)));
    assert!(back.changed.is_some());
    let told = test.journal().await;
    assert_eq!(told.iter().filter(|code| *code == EventKind::TextTemplateChanged.code()).count(), 2);
    test.finish().await;
}

#[tokio::test]
async fn two_people_do_not_overwrite_each_other() {
    let (test, cast) = TestBackend::with_cast().await;
    let administrator = test.as_user(cast.administrator.id).await;
    let kind = ContributionKind::Note;
    change_template(&administrator, kind, Version(0), "Un.").await.expect("changed");
    for stale in [Version(0), Version(7)] {
        let late = change_template(&administrator, kind, stale, "Deux.").await;
        assert_eq!(refused(late), Refusal::Conflict);
        assert_eq!(refused(restore_template(&administrator, kind, stale).await), Refusal::Conflict);
    }
    assert_eq!(template(&administrator, kind).await.expect("read").own.as_deref(), Some("Un."));
    test.finish().await;
}

#[tokio::test]
async fn only_administrators_change_models() {
    let (test, cast) = TestBackend::with_cast().await;
    for user in [cast.chair.id, cast.facilitator.id, cast.member.id] {
        let cx = test.as_user(user).await;
        let changed = change_template(&cx, ContributionKind::Note, Version(0), "Non.").await;
        assert_eq!(refused(changed), Refusal::Forbidden(Forbidden::AdministratorOnly));
        let restored = restore_template(&cx, ContributionKind::Note, Version(0)).await;
        assert_eq!(refused(restored), Refusal::Forbidden(Forbidden::AdministratorOnly));
        let read = template(&cx, ContributionKind::Note).await;
        assert_eq!(refused(read), Refusal::Forbidden(Forbidden::AdministratorOnly));
    }
    assert_eq!(refused(templates(&test.visitor()).await), Refusal::SignInRequired);
    test.finish().await;
}
