use bytes::Bytes;
use chrono::TimeDelta;
use domain::{Refusal, ids::UserId};
use sea_orm::EntityTrait;

use super::*;
use crate::{
    entities::file,
    files::Fingerprint,
    library::purge,
    testing::{TestBackend, refused},
};

const DRAWN: Bytes = Bytes::from_static(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR drawn");

#[tokio::test]
async fn who_sees_somebody_sees_their_photo() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let whose = Whose::Person(cast.member.id);
    assert_eq!(present(&member, &whose).await.expect("read"), None);
    assert_eq!(refused(of(&member, &whose).await), Refusal::NotFound);
    change(&member, &whose, DRAWN).await.expect("given");
    let before = test.journal().await.len();
    change(&member, &whose, DRAWN).await.expect("the same");
    assert_eq!(test.journal().await.len(), before, "nothing changed");
    for person in [cast.member, cast.other, cast.chair, cast.administrator] {
        let cx = test.as_user(person.id).await;
        assert_eq!(of(&cx, &whose).await.expect("seen").fingerprint, Fingerprint::of(&DRAWN));
    }
    assert_eq!(refused(of(&test.visitor(), &whose).await), Refusal::NotFound);
    let suspended = Whose::Person(cast.suspended.id);
    let administrator = test.as_user(cast.administrator.id).await;
    change(&administrator, &suspended, DRAWN).await.expect("given");
    assert!(of(&administrator, &suspended).await.is_ok());
    assert_eq!(refused(of(&member, &suspended).await), Refusal::NotFound);
    let nobody = Whose::Person(UserId(9_999));
    assert_eq!(refused(change(&administrator, &nobody, DRAWN).await), Refusal::NotFound);
    test.finish().await;
}

#[tokio::test]
async fn a_picture_is_kept_as_long_as_somebody_has_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.facilitator.id).await;
    let person = Whose::Person(cast.facilitator.id);
    let group = Whose::Group("mobilites".into());
    change(&cx, &person, DRAWN).await.expect("given");
    change(&cx, &group, DRAWN).await.expect("given");
    for (whose, left) in [(&person, 1), (&group, 0)] {
        test.wait(TimeDelta::days(2));
        purge(&test.backend).await.expect("purged");
        assert!(test.backend.files().has(&Fingerprint::of(&DRAWN)).await.expect("read"));
        remove(&cx, whose).await.expect("taken away");
        test.wait(TimeDelta::days(2));
        purge(&test.backend).await.expect("purged");
        assert_eq!(file::Entity::find().all(cx.reader()).await.expect("read").len(), left);
    }
    assert!(!test.backend.files().has(&Fingerprint::of(&DRAWN)).await.expect("read"));
    test.finish().await;
}
