use chrono::TimeDelta;
use domain::contributions::ContributionForm;

use super::{
    export::{Cell, Own, Part},
    *,
};
use crate::contributions;

fn of<'a>(own: &'a Own, name: &str) -> &'a Part {
    own.parts.iter().find(|part| part.name == name).expect("a part")
}

fn says(part: &Part, key: &str) -> Vec<String> {
    let cells = part.lines.iter().flatten().filter(|(name, _)| *name == key);
    let words = cells.map(|(_, cell)| match cell {
        Cell::Text(said) | Cell::Code(said) => said.clone(),
        other => format!("{other:?}"),
    });
    words.collect()
}

#[tokio::test]
async fn a_copy_holds_who_one_is_and_what_one_wrote_and_not_what_one_may_no_longer_read() {
    let (test, cast) = scene().await;
    let member = unmistakable(&test, &cast).await;
    let form = |body: &str| ContributionForm {
        title: "Rejoindre la gare".into(),
        kind: "note".into(),
        body: body.into(),
        ..ContributionForm::default()
    };
    let id = contributions::create(&member, "mobilites", &form("À pied, dix minutes.")).await.expect("begun");
    assert!(own(&member).await.expect("looked at").is_none(), "nobody asked for it");
    ask_export(&member).await.expect("asked");
    let copy = own(&member).await.expect("read").expect("ready");
    assert_eq!(says(of(&copy, "profile"), "phone"), ["06 99 88 77 66"]);
    assert_eq!(says(of(&copy, "groups"), "group"), ["Mobilités du quotidien"]);
    assert_eq!(says(of(&copy, "mandates"), "role"), ["member"]);
    assert_eq!(says(of(&copy, "texts"), "title"), ["Rejoindre la gare"]);
    assert_eq!(says(of(&copy, "versions"), "body"), ["À pied, dix minutes."]);
    assert!(says(of(&copy, "journal"), "kind").contains(&"contribution.created".to_owned()));
    // The group is closed: once out of it, what others also write there is not read any more.
    let administrator = test.as_user(cast.administrator.id).await;
    crate::groups::remove_member(&administrator, "mobilites", cast.member.id).await.expect("removed");
    let outside = test.as_user(cast.member.id).await;
    let copy = own(&outside).await.expect("read").expect("ready");
    assert!(of(&copy, "texts").lines.is_empty() && of(&copy, "versions").lines.is_empty());
    assert!(id.0 > 0);
    test.wait(TimeDelta::minutes(61));
    assert!(own(&test.as_user(cast.member.id).await).await.expect("looked at").is_none(), "too late");
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn a_copy_is_asked_for_a_few_times_a_day() {
    let (test, cast) = scene().await;
    for _ in 0..3 {
        ask_export(&test.as_user(cast.member.id).await).await.expect("asked");
    }
    let too_many = refused(ask_export(&test.as_user(cast.member.id).await).await);
    assert_eq!(too_many, Refusal::TooMany { retry_after_seconds: 86_400 });
    ask_export(&test.as_user(cast.other.id).await).await.expect("others ask");
    test.wait(TimeDelta::days(1));
    ask_export(&test.as_user(cast.member.id).await).await.expect("another day");
    assert_eq!(refused(ask_export(&test.visitor()).await), Refusal::SignInRequired);
    test.finish().await;
}
