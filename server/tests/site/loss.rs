//! Rights follow mandates, memberships and accounts at the very next request: after each loss of a right, every page
//! and every server function of `access/` answers as it does to somebody who never had it.

use crate::{
    api,
    common::{
        Visit,
        things::{self, Things},
    },
};
use backend::{accounts, delegations, groups, people};
use chrono::TimeDelta;
use domain::{
    delegations::DelegationForm,
    ids::UserId,
    people::{CouncilRole, PersonForm},
};

/// A right that somebody loses while their session is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Loss {
    /// The member's mandate comes to its end.
    Mandate,
    /// The facilitator's does.
    FacilitatorsMandate,
    /// That of the chair does.
    ChairsMandate,
    /// The keys of the installation are taken back.
    Keys,
    /// The member is taken out of the group.
    Membership,
    /// The member's account is suspended.
    Suspension,
    /// Somebody who presided for the chair does not any more.
    Delegation,
}

/// The site after the loss: its things, the session of who lost, and that of who never had.
struct After {
    visit: Visit,
    things: Things,
    lost: Option<String>,
    never_had: Option<String>,
    /// The tokens of the two.
    tokens: [Option<String>; 2],
}

async fn after(loss: Loss) -> After {
    let visit = Visit::new().await;
    // Before anything is put to the vote: it is those who sit in the council then who vote.
    let plain = match loss {
        Loss::Membership | Loss::Delegation => {
            Some(plain_person(&visit, CouncilRole::Member, "neuve@demo.example").await)
        }
        Loss::Keys => Some(plain_person(&visit, CouncilRole::Staff, "neuve@demo.example").await),
        _ => None,
    };
    let stood_in = match loss {
        Loss::Delegation => Some(plain_person(&visit, CouncilRole::Member, "suppleante@demo.example").await),
        _ => None,
    };
    let things = things::make(&visit).await;
    let cast = visit.cast;
    let who = match loss {
        Loss::FacilitatorsMandate => cast.facilitator.id,
        Loss::ChairsMandate => cast.chair.id,
        Loss::Keys => cast.administrator.id,
        Loss::Mandate | Loss::Membership | Loss::Suspension => cast.member.id,
        Loss::Delegation => stood_in.expect("somebody stood in"),
    };
    let lost = Some(visit.session(who).await);
    let token = Some(api::token_of(&visit, who).await);
    // Who one is was proved then by both: it is not what is lost.
    let proved_at = visit.test.backend.now();
    let administrator = visit.test.as_user(cast.administrator.id).await;
    let never_had = match loss {
        Loss::Mandate | Loss::FacilitatorsMandate | Loss::ChairsMandate => {
            let mandates = people::show(&administrator, who).await.expect("shown").mandates;
            people::end_mandate(&administrator, mandates[0].id, "22/11/2026").await.expect("ended");
            visit.test.wait(TimeDelta::hours(15));
            Some(cast.former.id)
        }
        Loss::Keys => {
            // Somebody keeps them, who can sign in.
            let program = visit.test.backend.system();
            accounts::give_password(&program, cast.observer.id, "dix-huit cars le soir")
                .await
                .expect("given");
            people::name_administrator(&administrator, cast.observer.id).await.expect("named");
            let keeper = visit.test.as_user(cast.observer.id).await;
            people::end_administrator(&keeper, who).await.expect("taken back");
            plain
        }
        Loss::Membership => {
            groups::remove_member(&administrator, "mobilites", who).await.expect("removed");
            plain
        }
        Loss::Delegation => {
            stand_in_and_end(&visit, who).await;
            plain
        }
        Loss::Suspension => {
            accounts::suspend(&administrator, who).await.expect("suspended");
            None
        }
    };
    let (never_had, never_token) = match never_had {
        Some(id) => {
            let session = visit.session_proved_at(id, proved_at).await;
            (Some(session), Some(api::token_of(&visit, id).await))
        }
        None => (None, None),
    };
    After { visit, things, lost, never_had, tokens: [token, never_token] }
}

/// Somebody of the council, or of its staff, who is in no group.
async fn plain_person(visit: &Visit, role: CouncilRole, email: &str) -> UserId {
    let cx = visit.test.backend.system();
    let form = PersonForm {
        email: email.into(),
        name: "Yvonne Neuve".into(),
        role: role.code().into(),
        ..Default::default()
    };
    let person = form.check(cx.today()).expect("valid");
    let tx = cx.begin().await.expect("a transaction");
    let (id, _) = people::upsert(&cx, &tx, &person).await.expect("written");
    cx.commit(tx).await.expect("committed");
    id
}

/// The chair has somebody preside today, who does, then ends it.
async fn stand_in_and_end(visit: &Visit, who: UserId) {
    let chair = visit.test.as_user(visit.cast.chair.id).await;
    let today = chair.today().to_string();
    let form = DelegationForm {
        office: "chair".into(),
        delegate: who.to_string(),
        from: today.clone(),
        to: today,
        reason: "En voyage".into(),
    };
    let id = delegations::offer(&chair, &form).await.expect("offered");
    delegations::answer(&visit.test.as_user(who).await, id, "accept").await.expect("accepted");
    assert!(visit.test.as_user(who).await.actor.presides());
    delegations::end(&chair, id).await.expect("ended");
}

/// What is asked for, line by line: the route, and the address or the form.
fn lines(table: &str) -> Vec<(&str, &str)> {
    table
        .lines()
        .filter(|line| line.starts_with('/'))
        .map(|line| {
            let (left, _) = line.rsplit_once(" | ").expect("answers");
            left.split_once(" | ")
                .map_or((left.trim(), left.trim()), |(route, ask)| (route.trim(), ask.trim()))
        })
        .collect()
}

/// What is the member's own whatever their groups: the proxy they hold, which keeps them from giving theirs, what they
/// told of a method, the amendments they handed in, the text they signed, which they do not report, and what they
/// declared.
const THEIRS: [&str; 8] = [
    "voter=<reviewer>",
    "<poll.open>&to=<chair>",
    "telling=<method.telling>",
    "slug=protocole&number=1&amendment=1",
    "slug=livret&number=1&amendment=1",
    "slug=carnet&number=1&amendment=1",
    "what=text-<mobilites.published>",
    "declaration=<declaration>",
];

/// Pages of the person themselves, who reads them whatever they lose: their record, the scan of their signature, what
/// became of what they reported, and of what they wrote.
fn is_own(loss: Loss, ask: &str) -> bool {
    let case = ["/signalements/<case.reported>", "/signalements/<case.appealed>"].contains(&ask);
    match loss {
        Loss::Mandate => case,
        Loss::Membership => {
            case || ask.ends_with("/amendements/1/modifier") || ask == "/signaler/<report.open>"
        }
        Loss::ChairsMandate => ["/membres/<chair>", "/api/v1/people/<chair>"].contains(&ask),
        Loss::FacilitatorsMandate => ask.contains("/signatures/<facilitator>/"),
        _ => false,
    }
}

async fn pages_after(loss: Loss) {
    let After { visit, things, lost, never_had, .. } = after(loss).await;
    let mut wrong = Vec::new();
    for (route, ask) in lines(include_str!("access/pages.txt")) {
        if is_own(loss, ask) {
            continue;
        }
        let path = things.fill(ask);
        let got = visit.get(&path, lost.as_deref()).await.status;
        let expected = visit.get(&path, never_had.as_deref()).await.status;
        if got != expected {
            wrong.push(format!("{route}, {path}: {got} instead of {expected}"));
        }
    }
    assert!(wrong.is_empty(), "after the loss of {loss:?}:\n{}", wrong.join("\n"));
}

async fn actions_after(loss: Loss) {
    let After { visit, things, lost, never_had, .. } = after(loss).await;
    let (cast, scene) = (visit.cast, visit.test.into_scene().await);
    let mut visit = Visit::again(&scene, cast).await;
    let mut wrong = Vec::new();
    for (route, ask) in lines(include_str!("access/actions.txt")) {
        if loss == Loss::Membership && THEIRS.iter().any(|theirs| ask.contains(theirs)) {
            continue;
        }
        // Taking the keys back is a new version of their record: a form filled before it meets it.
        if loss == Loss::Keys && route == "/api/accounts/change-profile" {
            continue;
        }
        // What was asked of them is over, and is not there for somebody else.
        if loss == Loss::Delegation && route.starts_with("/api/delegations/") && ask.starts_with("id=1") {
            continue;
        }
        let mut statuses = Vec::new();
        for cookie in [&lost, &never_had] {
            let form = things.fill(ask);
            let form: Vec<(&str, &str)> =
                form.split('&').filter(|f| *f != "-").filter_map(|field| field.split_once('=')).collect();
            let status = visit.post_as(route, cookie.as_deref(), &form, "application/json").await.status;
            statuses.push(status);
            if status.is_success() {
                visit.test.leave().await;
                visit = Visit::again(&scene, cast).await;
            }
        }
        if statuses[0] != statuses[1] {
            wrong.push(format!("{route}, {ask}: {} instead of {}", statuses[0], statuses[1]));
        }
    }
    assert!(wrong.is_empty(), "after the loss of {loss:?}:\n{}", wrong.join("\n"));
}

/// The same for programs: a token loses what its person loses.
async fn api_after(loss: Loss) {
    let After { visit, things, tokens, .. } = after(loss).await;
    let (cast, scene) = (visit.cast, visit.test.into_scene().await);
    let mut visit = Visit::again(&scene, cast).await;
    let mut wrong = Vec::new();
    for line in api::lines() {
        if is_own(loss, line.ask) {
            continue;
        }
        let mut statuses = Vec::new();
        for token in &tokens {
            let status = api::asked(&visit, &things, &line, token.as_deref()).await.status;
            statuses.push(status);
            if status.is_success() && !line.is_read() {
                visit.test.leave().await;
                visit = Visit::again(&scene, cast).await;
            }
        }
        if statuses[0] != statuses[1] {
            wrong.push(format!("{}: {} instead of {}", line.text, statuses[0], statuses[1]));
        }
    }
    assert!(wrong.is_empty(), "after the loss of {loss:?}:\n{}", wrong.join("\n"));
}

#[tokio::test]
async fn the_api_after_a_mandate_ends() {
    api_after(Loss::Mandate).await;
}

#[tokio::test]
async fn the_api_after_the_mandate_of_a_facilitator_ends() {
    api_after(Loss::FacilitatorsMandate).await;
}

#[tokio::test]
async fn the_api_after_the_mandate_of_the_chair_ends() {
    api_after(Loss::ChairsMandate).await;
}

#[tokio::test]
async fn the_api_after_the_keys_are_taken_back() {
    api_after(Loss::Keys).await;
}

#[tokio::test]
async fn the_api_after_somebody_is_taken_out_of_a_group() {
    api_after(Loss::Membership).await;
}

#[tokio::test]
async fn the_api_after_an_account_is_suspended() {
    api_after(Loss::Suspension).await;
}

#[tokio::test]
async fn pages_after_a_mandate_ends() {
    pages_after(Loss::Mandate).await;
}

#[tokio::test]
async fn pages_after_the_mandate_of_a_facilitator_ends() {
    pages_after(Loss::FacilitatorsMandate).await;
}

#[tokio::test]
async fn pages_after_the_mandate_of_the_chair_ends() {
    pages_after(Loss::ChairsMandate).await;
}

#[tokio::test]
async fn pages_after_the_keys_are_taken_back() {
    pages_after(Loss::Keys).await;
}

#[tokio::test]
async fn pages_after_somebody_is_taken_out_of_a_group() {
    pages_after(Loss::Membership).await;
}

#[tokio::test]
async fn pages_after_an_account_is_suspended() {
    pages_after(Loss::Suspension).await;
}

#[tokio::test]
async fn actions_after_a_mandate_ends() {
    actions_after(Loss::Mandate).await;
}

#[tokio::test]
async fn actions_after_the_mandate_of_a_facilitator_ends() {
    actions_after(Loss::FacilitatorsMandate).await;
}

#[tokio::test]
async fn actions_after_the_mandate_of_the_chair_ends() {
    actions_after(Loss::ChairsMandate).await;
}

#[tokio::test]
async fn actions_after_the_keys_are_taken_back() {
    actions_after(Loss::Keys).await;
}

#[tokio::test]
async fn actions_after_somebody_is_taken_out_of_a_group() {
    actions_after(Loss::Membership).await;
}

#[tokio::test]
async fn actions_after_an_account_is_suspended() {
    actions_after(Loss::Suspension).await;
}

#[tokio::test]
async fn pages_after_a_delegation_ends() {
    pages_after(Loss::Delegation).await;
}

#[tokio::test]
async fn actions_after_a_delegation_ends() {
    actions_after(Loss::Delegation).await;
}
