use bytes::Bytes;
use chrono::TimeDelta;
use domain::contributions::ImageForm;

use super::*;
use crate::library::purge;

/// As the program draws: what matters here is that they differ.
fn drawn(what: &str) -> Bytes {
    Bytes::from([b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", what.as_bytes()].concat())
}

fn described(alt: &str) -> ImageForm {
    ImageForm { alt: alt.into(), ..ImageForm::default() }
}

async fn names_in(cx: &Cx, id: ContributionId) -> Vec<String> {
    let body = edit_view(cx, id).await.expect("read").saved.body;
    body.split("/images/").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0.to_owned())).collect()
}

#[tokio::test]
async fn an_image_is_read_by_those_who_read_the_version_that_holds_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    let chair = test.as_user(cast.chair.id).await;
    put_image(&member, id, &described("Gardée"), drawn("a")).await.expect("put");
    let dropped = add_image(&member, id, drawn("b")).await.expect("added");
    let kept = names_in(&member, id).await.pop().expect("one");
    let other = test.as_user(cast.other.id).await;
    for name in [&kept, &dropped.name] {
        image(&member, id, name).await.expect("read");
        image(&chair, id, name).await.expect("read");
        for cx in [&other, &test.visitor()] {
            assert_eq!(refused(image(cx, id, name).await), Refusal::NotFound);
        }
    }
    submit(&member, id).await.expect("submitted");
    let reviewer = test.as_user(cast.reviewer.id).await;
    review(&reviewer, id, Version(2), &says(Verdict::Approve, "")).await.expect("approved");
    propose(&test.as_user(cast.facilitator.id).await, id).await.expect("proposed");
    let number = adopt(&chair, id, Version(2), &vote()).await.expect("adopted");
    publish(&chair, id).await.expect("published");
    let visitor = test.visitor();
    assert_eq!(published_image(&visitor, number, &kept).await.expect("read").media_type, "image/png");
    image(&visitor, id, &kept).await.expect("read");
    assert_eq!(refused(published_image(&visitor, number, &dropped.name).await), Refusal::NotFound);
    assert_eq!(refused(image(&other, id, &dropped.name).await), Refusal::NotFound);
    // A correction without the image: the former edition still shows it.
    let without = ContributionForm { reason: "Sans l’image".into(), ..form(TITLE, "Autrement.") };
    correct(&chair, id, Version(2), &without).await.expect("corrected");
    image(&visitor, id, &kept).await.expect("read");
    test.finish().await;
}

#[tokio::test]
async fn only_those_who_write_a_text_add_images_to_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let chair = test.as_user(cast.chair.id).await;
    let answer = put_image(&chair, id, &described("Non"), drawn("a")).await;
    assert!(matches!(refused(answer), Refusal::Forbidden(_)));
    let other = test.as_user(cast.other.id).await;
    assert_eq!(refused(add_image(&other, id, drawn("a")).await), Refusal::NotFound);
    let member = test.as_user(cast.member.id).await;
    let untold = put_image(&member, id, &ImageForm::default(), drawn("a")).await;
    assert_eq!(refused(untold), Refusal::field("alt", domain::FieldProblem::Undescribed));
    bring(&test, &cast, id, State::Published).await;
    let late = add_image(&member, id, drawn("a")).await;
    assert!(matches!(refused(late), Refusal::Transition(_)));
    test.finish().await;
}

#[tokio::test]
async fn an_image_that_nothing_holds_goes_after_a_month_and_the_others_stay() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    put_image(&member, id, &described("Gardée"), drawn("a")).await.expect("put");
    let kept = names_in(&member, id).await.pop().expect("one");
    let dropped = add_image(&member, id, drawn("b")).await.expect("added").name;
    // Taken out of the text, but a version holds it.
    let without = ContributionForm { kind: "opinion".into(), ..form(TITLE, "Sans.") };
    save(&member, id, Version(2), &without).await.expect("saved");
    test.wait(TimeDelta::days(29));
    purge(&test.backend).await.expect("purged");
    let member = test.as_user(cast.member.id).await;
    image(&member, id, &dropped).await.expect("not yet");
    test.wait(TimeDelta::days(2));
    purge(&test.backend).await.expect("purged");
    // What nothing names any more goes the next time.
    purge(&test.backend).await.expect("purged");
    let member = test.as_user(cast.member.id).await;
    let found = image(&member, id, &kept).await.expect("held by a version");
    test.backend.files().verify(&found.fingerprint, found.bytes).await.expect("its content is there");
    assert_eq!(refused(image(&member, id, &dropped).await), Refusal::NotFound);
    test.finish().await;
}

#[tokio::test]
async fn a_new_text_takes_the_images_that_it_names_and_the_others_go_after_a_day() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let other = test.as_user(cast.other.id).await;
    let named = begin_image(&member, "mobilites", drawn("a")).await.expect("begun");
    let typed = begin_image(&member, "mobilites", drawn("b")).await.expect("begun");
    let dropped = begin_image(&member, "mobilites", drawn("c")).await.expect("begun");
    let name = |address: &str| address.rsplit('/').next().expect("a name").to_owned();
    // They are this person's alone.
    begun_image(&member, &name(&named)).await.expect("read");
    for cx in [&other, &test.as_user(cast.facilitator.id).await, &test.visitor()] {
        assert_eq!(refused(begun_image(cx, &name(&named)).await), Refusal::NotFound);
    }
    for cx in [&other, &test.as_user(cast.chair.id).await] {
        let refused = refused(begin_image(cx, "mobilites", drawn("a")).await);
        assert!(matches!(refused, Refusal::Forbidden(_)), "{refused:?}");
    }
    let text = form(TITLE, &format!("Avant.\n\n![Le pont]({named})\n\nAprès ![le pont]({named})."));
    let text = ContributionForm { kind: "opinion".into(), ..text };
    let id = create(&member, "mobilites", &text).await.expect("created");
    let saved = edit_view(&member, id).await.expect("read").saved.body;
    let at = format!("/contributions/{id}/images/{}", name(&named));
    assert_eq!(saved, format!("Avant.\n\n![Le pont]({at})\n\nAprès ![le pont]({at})."));
    image(&test.as_user(cast.facilitator.id).await, id, &name(&named)).await.expect("read with the text");
    assert_eq!(refused(begun_image(&member, &name(&named)).await), Refusal::NotFound);
    // What is typed and not saved keeps what it names.
    let typing = form(TITLE, &format!("![Le moulin]({typed})"));
    autosave(&member, &Place::New("mobilites".into()), Version(0), &typing).await.expect("kept");
    test.wait(TimeDelta::hours(25));
    purge(&test.backend).await.expect("purged");
    purge(&test.backend).await.expect("purged");
    let member = test.as_user(cast.member.id).await;
    let kept = begun_image(&member, &name(&typed)).await.expect("still there");
    test.backend.files().verify(&kept.fingerprint, kept.bytes).await.expect("with its content");
    assert_eq!(refused(begun_image(&member, &name(&dropped)).await), Refusal::NotFound);
    let taken = image(&member, id, &name(&named)).await.expect("held by its version");
    test.backend.files().verify(&taken.fingerprint, taken.bytes).await.expect("with its content");
    test.finish().await;
}
