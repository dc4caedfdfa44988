use domain::{home::AskedKind, refusal::Forbidden};

use super::*;
use crate::home;

#[tokio::test]
async fn who_asks_to_be_erased_is_asked_of_those_who_manage_people_until_they_ask_no_more() {
    let (test, cast) = scene().await;
    let member = test.as_user(cast.member.id).await;
    ask_erasure(&member, "Je déménage.").await.expect("asked");
    ask_erasure(&member, "Je déménage loin.").await.expect("said otherwise");
    let asked = async |who: domain::ids::UserId| {
        let cx = test.as_user(who).await;
        let asked = home::asked_of_me(&cx).await.expect("read").now;
        asked.into_iter().filter(|ask| ask.kind == AskedKind::Erase).collect::<Vec<_>>()
    };
    let waiting = asked(cast.administrator.id).await;
    assert_eq!(waiting.len(), 1);
    assert_eq!((waiting[0].title.as_str(), waiting[0].subject.id()), ("Gérard Pontivy", cast.member.id.0));
    assert!(asked(cast.chair.id).await.is_empty());
    let administrator = test.as_user(cast.administrator.id).await;
    let requests = requests(&administrator).await.expect("read");
    assert_eq!(requests[0].words, "Je déménage loin.");
    withdraw_request(&member).await.expect("asked no more");
    assert_eq!(refused(withdraw_request(&member).await), Refusal::NotFound);
    assert!(asked(cast.administrator.id).await.is_empty());
    assert_eq!(
        test.journal().await[1..],
        ["account.opened", "data.erasure_asked", "data.erasure_asked", "data.erasure_withdrawn"]
    );
    assert_eq!(refused(super::requests(&member).await), Refusal::Forbidden(Forbidden::AdministratorOnly));
    test.finish().await;
}
