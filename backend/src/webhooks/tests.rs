//! Webhooks, played by the cast before a receiver of flesh and blood on this machine.

use std::sync::{Arc, Mutex};

use chrono::TimeDelta;
use domain::{
    Refusal, Version,
    contributions::{AdoptionForm, ContributionForm, ReviewForm, StandingForm},
    ids::{ContributionId, WebhookId},
    refusal::{Forbidden, Transition},
    webhooks::{ATTEMPTS, Outcome, Stop, Trouble, WebhookForm},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

use super::*;
use crate::{
    Cx, contributions,
    entities::{webhook, webhook_message},
    jobs,
    testing::{Cast, TestBackend, refused},
};

/// A receiver that answers as it is told, and keeps what it got.
struct Receiver {
    address: String,
    got: Arc<Mutex<Vec<String>>>,
    answer: Arc<Mutex<&'static str>>,
}

impl Receiver {
    async fn new() -> Receiver {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}/appels", listener.local_addr().expect("an address"));
        let got: Arc<Mutex<Vec<String>>> = Arc::default();
        let answer = Arc::new(Mutex::new("204 No Content"));
        let (kept, said) = (got.clone(), answer.clone());
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut request = Vec::new();
                while !is_whole(&request) {
                    let mut part = [0; 1024];
                    match stream.read(&mut part).await {
                        Ok(0) | Err(_) => break,
                        Ok(read) => request.extend_from_slice(&part[..read]),
                    }
                }
                kept.lock().expect("free").push(String::from_utf8_lossy(&request).into_owned());
                let said = *said.lock().expect("free");
                let head = format!(
                    "HTTP/1.1 {said}\r\ncontent-length: 0\r\nlocation: /ailleurs\r\nconnection: close\r\n\r\n"
                );
                let _ = stream.write_all(head.as_bytes()).await;
            }
        });
        Receiver { address, got, answer }
    }

    fn answers(&self, answer: &'static str) {
        *self.answer.lock().expect("free") = answer;
    }

    fn got(&self) -> Vec<String> {
        self.got.lock().expect("free").clone()
    }
}

fn is_whole(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request);
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    let length = header_of(head, "content-length").and_then(|length| length.parse().ok()).unwrap_or(0_usize);
    body.len() >= length
}

fn header_of<'a>(request: &'a str, name: &str) -> Option<&'a str> {
    let head = request.split("\r\n\r\n").next()?;
    head.lines().find_map(|line| {
        let (known, value) = line.split_once(':')?;
        known.eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

async fn council() -> (TestBackend, Cast, Receiver) {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let (test, cast) = TestBackend::with_cast().await;
    test.backend.webhooks().let_them_stay_here();
    test.backend.webhooks().reached_at("https://conseil.example/");
    (test, cast, Receiver::new().await)
}

fn form(address: &str) -> WebhookForm {
    let kinds = ["publication.published", "publication.standing"];
    WebhookForm {
        name: "Le site du pays".into(),
        address: address.into(),
        kinds: kinds.map(str::to_owned).to_vec(),
    }
}

async fn administrator(test: &TestBackend, cast: &Cast) -> Cx {
    test.as_user(cast.administrator.id).await
}

/// A text, adopted and published.
async fn published(test: &TestBackend, cast: &Cast) -> ContributionId {
    let author = test.as_user(cast.member.id).await;
    let typed = ContributionForm {
        title: "Un avis public".into(),
        kind: "contribution".into(),
        body: "Le texte.".into(),
        ..Default::default()
    };
    let id = contributions::create(&author, "mobilites", &typed).await.expect("written");
    contributions::submit(&author, id).await.expect("sent");
    let review = ReviewForm { verdict: "approve".into(), comment: String::new() };
    let reviewer = test.as_user(cast.reviewer.id).await;
    contributions::review(&reviewer, id, Version(1), &review).await.expect("reviewed");
    contributions::propose(&test.as_user(cast.facilitator.id).await, id).await.expect("proposed");
    let chair = test.as_user(cast.chair.id).await;
    let adoption = AdoptionForm {
        body: "Plénière".into(),
        adopted_on: chair.today().to_string(),
        votes_for: "30".into(),
        votes_against: "0".into(),
        votes_abstaining: "1".into(),
    };
    contributions::adopt(&chair, id, Version(1), &adoption).await.expect("adopted");
    contributions::publish(&chair, id).await.expect("published");
    id
}

async fn first(test: &TestBackend, cast: &Cast, id: WebhookId) -> Message {
    show(&administrator(test, cast).await, id).await.expect("read").messages.remove(0)
}

#[tokio::test]
async fn a_publication_is_told_with_a_signature_that_its_secret_proves() {
    let (test, cast, receiver) = council().await;
    let cx = administrator(&test, &cast).await;
    let (id, secret) = add(&cx, &form(&receiver.address)).await.expect("added");
    let text = published(&test, &cast).await;
    test.do_jobs().await;
    let request = receiver.got().pop().expect("told");
    let body = request.split_once("\r\n\r\n").expect("a body").1;
    let said: serde_json::Value = serde_json::from_str(body).expect("JSON");
    assert_eq!(said["type"], "publication.published");
    assert_eq!(said["timestamp"], "2026-11-22T08:00:00Z");
    let data = serde_json::json!({
        "number": "2026-01",
        "address": "https://conseil.example/publications/2026-01",
    });
    assert_eq!(said["data"], data, "and nothing else: nobody is named");
    let header = |name| header_of(&request, name).unwrap_or_else(|| panic!("no {name}: {request}"));
    let (message, at) = (header("webhook-id"), header("webhook-timestamp"));
    assert!(message.starts_with("msg_") && request.starts_with("POST /appels HTTP/1.1"));
    let expected = sign::signature(&secret, message, at.parse().expect("seconds"), body).expect("signed");
    assert_eq!(header("webhook-signature"), expected);
    assert_eq!(first(&test, &cast, id).await.outcome, Outcome::Received);
    // What was not asked for is not told; what becomes of it is.
    let withdrawn =
        StandingForm { standing: "withdrawn".into(), reason: "Une erreur.".into(), ..Default::default() };
    let chair = test.as_user(cast.chair.id).await;
    contributions::set_standing(&chair, text, &withdrawn).await.expect("withdrawn");
    test.do_jobs().await;
    assert_eq!(receiver.got().len(), 2);
    assert!(receiver.got()[1].contains("publication.standing"));
    test.finish().await;
}

#[tokio::test]
async fn what_is_not_received_is_sent_again_and_then_given_up() {
    let (test, cast, receiver) = council().await;
    receiver.answers("500 Internal Server Error");
    let (id, _) = add(&administrator(&test, &cast).await, &form(&receiver.address)).await.expect("added");
    published(&test, &cast).await;
    for sent in 1..=ATTEMPTS.unsigned_abs() {
        jobs::run_due(&test.backend).await.expect("jobs run");
        let message = first(&test, &cast, id).await;
        assert_eq!((message.attempts, message.status), (sent, Some(500)));
        assert_eq!(message.trouble, Some(Trouble::Refused));
        jobs::run_due(&test.backend).await.expect("jobs run");
        assert_eq!(receiver.got().len() as u32, sent, "not before its time");
        test.wait(TimeDelta::minutes(130));
    }
    assert_eq!(first(&test, &cast, id).await.outcome, Outcome::GivenUp);
    assert_eq!(test.do_jobs().await, 0, "no job is left");
    let ids: Vec<String> =
        receiver.got().iter().filter_map(|r| header_of(r, "webhook-id").map(str::to_owned)).collect();
    assert!(ids.iter().all(|one| *one == ids[0]), "the same message: {ids:?}");
    test.finish().await;
}

#[tokio::test]
async fn a_message_received_at_last_ends_the_trouble() {
    let (test, cast, receiver) = council().await;
    receiver.answers("503 Service Unavailable");
    let (id, _) = add(&administrator(&test, &cast).await, &form(&receiver.address)).await.expect("added");
    published(&test, &cast).await;
    jobs::run_due(&test.backend).await.expect("jobs run");
    let cx = administrator(&test, &cast).await;
    assert!(show(&cx, id).await.expect("read").webhook.failing_since.is_some());
    receiver.answers("200 OK");
    test.wait(TimeDelta::minutes(5));
    test.do_jobs().await;
    let page = show(&cx, id).await.expect("read");
    assert_eq!((page.messages[0].outcome, page.webhook.failing_since), (Outcome::Received, None));
    test.finish().await;
}

#[tokio::test]
async fn a_webhook_that_receives_nothing_for_days_is_stopped_and_the_journal_tells() {
    let (test, cast, receiver) = council().await;
    receiver.answers("500 Internal Server Error");
    let (id, _) = add(&administrator(&test, &cast).await, &form(&receiver.address)).await.expect("added");
    send_test(&administrator(&test, &cast).await, id).await.expect("sent");
    test.wait(TimeDelta::days(3));
    send_test(&administrator(&test, &cast).await, id).await.expect("sent");
    assert!(show(&administrator(&test, &cast).await, id).await.expect("read").webhook.stopped.is_none());
    test.wait(TimeDelta::days(1));
    send_test(&administrator(&test, &cast).await, id).await.expect("sent");
    let stopped = show(&administrator(&test, &cast).await, id).await.expect("read").webhook.stopped;
    assert_eq!(stopped.map(|(_, why)| why), Some(Stop::Failing));
    assert_eq!(test.journal().await[1..], ["webhook.added", "webhook.stopped"]);
    let cx = administrator(&test, &cast).await;
    assert_eq!(refused(send_test(&cx, id).await), Refusal::Transition(Transition::WebhookStopped));
    let before = receiver.got().len();
    published(&test, &cast).await;
    test.do_jobs().await;
    assert_eq!(receiver.got().len(), before, "it is told of nothing");
    resume(&cx, id).await.expect("goes on");
    receiver.answers("410 Gone");
    assert_eq!(send_test(&cx, id).await.expect("sent"), Outcome::GivenUp);
    let stopped = show(&cx, id).await.expect("read").webhook.stopped;
    assert_eq!(stopped.map(|(_, why)| why), Some(Stop::Gone));
    test.finish().await;
}

#[tokio::test]
async fn what_waits_for_a_webhook_that_is_stopped_is_dropped() {
    let (test, cast, receiver) = council().await;
    let cx = administrator(&test, &cast).await;
    let (id, _) = add(&cx, &form(&receiver.address)).await.expect("added");
    published(&test, &cast).await;
    stop(&cx, id).await.expect("stopped");
    test.do_jobs().await;
    assert_eq!(first(&test, &cast, id).await.outcome, Outcome::Dropped);
    resume(&cx, id).await.expect("goes on");
    published(&test, &cast).await;
    remove(&cx, id).await.expect("removed");
    test.do_jobs().await;
    assert!(receiver.got().is_empty());
    let left = webhook_message::Entity::find().all(test.backend.db().reader()).await.expect("read");
    assert!(left.is_empty());
    test.finish().await;
}

#[tokio::test]
async fn a_redirection_is_not_followed() {
    let (test, cast, receiver) = council().await;
    receiver.answers("307 Temporary Redirect");
    let cx = administrator(&test, &cast).await;
    let (id, _) = add(&cx, &form(&receiver.address)).await.expect("added");
    assert_eq!(send_test(&cx, id).await.expect("sent"), Outcome::GivenUp);
    assert_eq!(receiver.got().len(), 1);
    assert_eq!(first(&test, &cast, id).await.status, Some(307));
    test.finish().await;
}

/// The form would refuse such an address: here it is one whose name came to stand for this machine since.
#[tokio::test]
async fn nothing_leaves_for_a_private_address_whatever_its_name() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let (test, cast) = TestBackend::with_cast().await;
    let receiver = Receiver::new().await;
    let cx = administrator(&test, &cast).await;
    let (id, _) = add(&cx, &form("https://exemple.fr/appels")).await.expect("added");
    let port = receiver.address.split([':', '/']).nth(4).expect("a port").to_owned();
    for host in ["localhost", "127.0.0.1", "[::ffff:127.0.0.1]"] {
        let row = webhook::ActiveModel {
            id: Set(id),
            address: Set(format!("https://{host}:{port}/appels")),
            ..Default::default()
        };
        row.update(test.backend.db().writer()).await.expect("changed");
        assert_eq!(send_test(&cx, id).await.expect("tried"), Outcome::GivenUp);
        assert_eq!(first(&test, &cast, id).await.trouble, Some(Trouble::Private), "{host}");
    }
    assert!(receiver.got().is_empty());
    test.finish().await;
}

#[tokio::test]
async fn webhooks_are_the_business_of_administrators() {
    let (test, cast, receiver) = council().await;
    let cx = administrator(&test, &cast).await;
    let (id, secret) = add(&cx, &form(&receiver.address)).await.expect("added");
    for person in [cast.chair, cast.facilitator, cast.member] {
        let cx = test.as_user(person.id).await;
        let only = Refusal::Forbidden(Forbidden::AdministratorOnly);
        assert_eq!(refused(add(&cx, &form(&receiver.address)).await), only);
        assert_eq!(refused(all(&cx).await), only);
        assert_eq!(refused(show(&cx, id).await), only);
        assert_eq!(refused(stop(&cx, id).await), only);
        assert_eq!(refused(resume(&cx, id).await), only);
        assert_eq!(refused(remove(&cx, id).await), only);
        assert_eq!(refused(send_test(&cx, id).await), only);
    }
    let wrong = WebhookForm { address: "https://192.168.1.1/".into(), ..form("") };
    assert!(matches!(refused(add(&cx, &wrong).await), Refusal::Invalid(_)));
    assert_eq!(refused(show(&cx, WebhookId(99)).await), Refusal::NotFound);
    let shown = format!("{:?}", webhook::Entity::find().all(test.backend.db().reader()).await.expect("read"));
    assert!(!shown.contains(&secret) && !shown.contains("appels"), "{shown}");
    test.finish().await;
}
