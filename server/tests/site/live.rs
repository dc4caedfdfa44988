//! Writing together over real WebSockets: who may open one, from where, and what ends it.

use std::{net::SocketAddr, time::Duration};

use backend::charter;
use domain::{
    Version,
    charter::{Amendable, FramingForm, VersionForm},
    contributions::ContributionForm,
    ids::{ContributionId, UserId},
};
use futures::{SinkExt, StreamExt};
use tokio::net::TcpStream;
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{self, Message, client::IntoClientRequest},
};
use yrs::{
    Doc, GetString, OffsetKind, Options, ReadTxn, Text, TextRef, Transact, Update,
    sync::{Message as Said, SyncMessage},
    updates::{decoder::Decode, encoder::Encode},
};

use crate::common::Visit;

const BODY: &str = "Le pont est étroit.\n\n## Article 1. Objet\n\nAller au travail.";

/// The site on a port of its own, with a draft, and a version of the charter in preparation.
struct Site {
    visit: Visit,
    address: SocketAddr,
    id: ContributionId,
}

/// What is written together.
#[derive(Clone, Copy)]
enum Kind {
    OfAGroup,
    OfTheCharter,
}

impl Site {
    async fn new() -> Site {
        let visit = Visit::new().await;
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let service = crate::common::site(&visit.test).into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await });
        let member = visit.test.as_user(visit.cast.member.id).await;
        let form = ContributionForm {
            title: "Rejoindre la gare".into(),
            kind: "note".into(),
            body: BODY.into(),
            ..Default::default()
        };
        let id = backend::contributions::create(&member, "mobilites", &form).await.expect("begun");
        let chair = visit.test.as_user(visit.cast.chair.id).await;
        let named = FramingForm { kind: "charter".into(), title: "Charte".into(), ..FramingForm::default() };
        charter::add(&chair, &named).await.expect("added");
        let words = VersionForm { body: BODY.into(), ..VersionForm::default() };
        charter::save(&chair, "charte", 1, Version(1), &words).await.expect("saved");
        Site { visit, address, id }
    }

    /// Two people who write it.
    fn writers(&self, kind: Kind) -> [UserId; 2] {
        let cast = self.visit.cast;
        match kind {
            Kind::OfAGroup => [cast.member.id, cast.facilitator.id],
            Kind::OfTheCharter => [cast.chair.id, cast.administrator.id],
        }
    }

    /// What the current version says, and which it is.
    async fn saved(&self, kind: Kind) -> (String, Version) {
        let cx = self.visit.test.as_user(self.writers(kind)[0]).await;
        match kind {
            Kind::OfAGroup => {
                let view = backend::contributions::edit_view(&cx, self.id).await.expect("read");
                (view.saved.body, view.head.version)
            }
            Kind::OfTheCharter => {
                let view = charter::edit_view(&cx, "charte", 1).await.expect("read");
                (view.saved.body, view.version.version)
            }
        }
    }

    /// Opens the room of the text of the group; the status, if it is refused.
    async fn open(&self, cookie: Option<&str>, origin: Option<&str>) -> Result<Client, u16> {
        self.open_one(Kind::OfAGroup, cookie, origin).await
    }

    /// Opens a room; the status, if it is refused.
    async fn open_one(&self, kind: Kind, cookie: Option<&str>, origin: Option<&str>) -> Result<Client, u16> {
        let path = match kind {
            Kind::OfAGroup => format!("/contributions/{}/direct", self.id),
            Kind::OfTheCharter => "/charte/charte/versions/1/direct".to_owned(),
        };
        let path = format!("ws://{}{path}", self.address);
        let mut request = path.into_client_request().expect("an address");
        if let Some(cookie) = cookie {
            request.headers_mut().insert("cookie", cookie.parse().expect("a cookie"));
        }
        if let Some(origin) = origin {
            request.headers_mut().insert("origin", origin.parse().expect("an origin"));
        }
        match connect_async(request).await {
            Ok((socket, _)) => Ok(Client::new(socket)),
            Err(tungstenite::Error::Http(response)) => Err(response.status().as_u16()),
            Err(error) => panic!("{error}"),
        }
    }
}

struct Client {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    doc: Doc,
    text: TextRef,
}

impl Client {
    fn new(socket: WebSocketStream<MaybeTlsStream<TcpStream>>) -> Client {
        let doc = Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..Options::default() });
        let text = doc.get_or_insert_text("text");
        Client { socket, doc, text }
    }

    async fn send(&mut self, said: Said) {
        self.socket.send(Message::Binary(said.encode_v1().into())).await.expect("sent");
    }

    /// Takes what comes until `until` says so; the code, if the connection ends first.
    async fn hear(&mut self, mut until: impl FnMut(&SyncMessage) -> bool) -> Result<(), u16> {
        loop {
            let next = tokio::time::timeout(Duration::from_secs(20), self.socket.next()).await;
            match next.expect("in time") {
                Some(Ok(Message::Binary(bytes))) => {
                    let Ok(Said::Sync(sync)) = Said::decode_v1(&bytes) else { continue };
                    if let SyncMessage::SyncStep2(update) | SyncMessage::Update(update) = &sync {
                        let update = Update::decode_v1(update).expect("an update");
                        self.doc.transact_mut().apply_update(update).expect("applied");
                    }
                    if until(&sync) {
                        return Ok(());
                    }
                }
                Some(Ok(Message::Close(Some(frame)))) => return Err(frame.code.into()),
                Some(Ok(_)) => {}
                other => panic!("cut without a word: {other:?}"),
            }
        }
    }

    async fn sync(&mut self) -> Result<(), u16> {
        let vector = self.doc.transact().state_vector();
        self.send(Said::Sync(SyncMessage::SyncStep1(vector))).await;
        self.hear(|said| matches!(said, SyncMessage::SyncStep2(_))).await
    }

    async fn write(&mut self, words: &str) -> Result<(), u16> {
        let update = {
            let mut txn = self.doc.transact_mut();
            self.text.insert(&mut txn, 0, words);
            txn.encode_update_v1()
        };
        self.send(Said::Sync(SyncMessage::Update(update.clone()))).await;
        self.hear(|said| matches!(said, SyncMessage::Update(same) if *same == update)).await
    }

    fn body(&self) -> String {
        self.text.get_string(&self.doc.transact())
    }
}

#[tokio::test]
async fn each_person_is_let_in_or_not() {
    let site = Site::new().await;
    let sessions = crate::common::sessions_of(&site.visit).await;
    for (person, expected) in [
        ("visitor", Err(404)),
        ("other", Err(404)),
        ("member", Ok(())),
        ("facilitator", Ok(())),
        ("chair", Ok(())),
        ("administrator", Err(404)),
        ("suspended", Err(404)),
    ] {
        let opened = site.open(sessions[person].as_deref(), None).await;
        assert_eq!(opened.map(|_| ()), expected, "{person}");
    }
}

#[tokio::test]
async fn each_person_is_let_into_the_room_of_the_charter_or_not() {
    let site = Site::new().await;
    let sessions = crate::common::sessions_of(&site.visit).await;
    let asked = [
        ("visitor", Err(404)),
        ("other", Ok(())),
        ("member", Ok(())),
        ("facilitator", Ok(())),
        ("chair", Ok(())),
        ("administrator", Ok(())),
        ("suspended", Err(404)),
    ];
    for (person, expected) in asked {
        let opened = site.open_one(Kind::OfTheCharter, sessions[person].as_deref(), None).await;
        assert_eq!(opened.map(|_| ()), expected, "{person}");
    }
    let from_elsewhere = Some("https://ailleurs.example");
    let refused = site.open_one(Kind::OfTheCharter, sessions["chair"].as_deref(), from_elsewhere).await;
    assert_eq!(refused.map(|_| ()), Err(403));
}

#[tokio::test]
async fn a_member_of_the_council_reads_what_is_typed_in_the_charter_and_changes_nothing() {
    let site = Site::new().await;
    let cast = site.visit.cast;
    let [member, chair] = [site.visit.session(cast.member.id).await, site.visit.session(cast.chair.id).await];
    let mut reader = site.open_one(Kind::OfTheCharter, Some(&member), None).await.expect("open");
    let mut writer = site.open_one(Kind::OfTheCharter, Some(&chair), None).await.expect("open");
    reader.sync().await.expect("in time");
    writer.sync().await.expect("in time");
    let dropped = {
        let mut txn = reader.doc.transact_mut();
        reader.text.insert(&mut txn, 0, "Non. ");
        txn.encode_update_v1()
    };
    reader.send(Said::Sync(SyncMessage::Update(dropped))).await;
    writer.write("Oui. ").await.expect("acknowledged");
    reader.sync().await.expect("in time");
    assert!(reader.body().contains("Oui. "));
    writer.sync().await.expect("in time");
    assert_eq!(writer.body(), format!("Oui. {BODY}"));
}

#[tokio::test]
async fn a_step_after_which_the_charter_rests_ends_its_room() {
    let site = Site::new().await;
    let chair = site.visit.session(site.visit.cast.chair.id).await;
    let mut one = site.open_one(Kind::OfTheCharter, Some(&chair), None).await.expect("open");
    one.sync().await.expect("in time");
    one.write("Oui. ").await.expect("acknowledged");
    let cx = site.visit.test.as_user(site.visit.cast.chair.id).await;
    let days = Amendable { from: String::new(), until: cx.today().to_string() };
    charter::open_amendments(&cx, "charte", 1, Version(2), &days).await.expect("opened");
    assert_eq!(one.hear(|_| false).await, Err(4409));
    let kept = charter::version(&cx, "charte", 1).await.expect("read").reading;
    assert!(kept.preamble_html.contains("Oui. Le pont"), "{}", kept.preamble_html);
    let again = site.open_one(Kind::OfTheCharter, Some(&chair), None).await;
    assert_eq!(again.map(|_| ()), Err(409));
}

#[tokio::test]
async fn a_page_of_another_site_opens_nothing() {
    let site = Site::new().await;
    let member = site.visit.session(site.visit.cast.member.id).await;
    let here = format!("http://{}", site.address);
    for (origin, expected) in [
        ("https://conseil.example", Ok(())),
        (here.as_str(), Ok(())),
        ("https://ailleurs.example", Err(403)),
        ("https://conseil.example.ailleurs.example", Err(403)),
        ("null", Err(403)),
    ] {
        assert_eq!(site.open(Some(&member), Some(origin)).await.map(|_| ()), expected, "{origin}");
    }
}

#[tokio::test]
async fn two_people_write_and_a_form_is_saved_meanwhile() {
    for kind in [Kind::OfAGroup, Kind::OfTheCharter] {
        let site = Site::new().await;
        let [first, second] = site.writers(kind);
        let [first, second] = [site.visit.session(first).await, site.visit.session(second).await];
        let mut one = site.open_one(kind, Some(&first), None).await.expect("open");
        let mut other = site.open_one(kind, Some(&second), None).await.expect("open");
        one.sync().await.expect("in time");
        assert_eq!(one.body(), BODY);
        one.write("Oui. ").await.expect("acknowledged");
        other.sync().await.expect("in time");
        assert_eq!(other.body(), format!("Oui. {BODY}"));
        let (id, body) = (site.id.to_string(), BODY.replace("étroit", "trop étroit"));
        let (path, form, expected) = match kind {
            Kind::OfAGroup => {
                let form = vec![
                    ("id", id.as_str()),
                    ("base", "1"),
                    ("title", "Rejoindre la gare"),
                    ("kind", "note"),
                ];
                ("/api/contributions/save", form, Version(3))
            }
            Kind::OfTheCharter => {
                let form = vec![("slug", "charte"), ("number", "1"), ("version", "2")];
                ("/api/charter/save", form, Version(4))
            }
        };
        let form: Vec<_> = form.into_iter().chain([("body", body.as_str())]).collect();
        let answer = site.visit.post(path, Some(&second), &form).await;
        assert_eq!(answer.status.as_u16(), 303, "{}", answer.text);
        one.sync().await.expect("in time");
        assert_eq!(one.body(), format!("Oui. {body}"));
        assert_eq!(site.saved(kind).await, (one.body(), expected));
    }
}

#[tokio::test]
async fn a_session_closed_in_mid_edit_ends_the_connection() {
    let site = Site::new().await;
    let cast = site.visit.cast;
    let member = site.visit.session(cast.member.id).await;
    let mut one = site.open(Some(&member), None).await.expect("open");
    one.sync().await.expect("in time");
    one.write("Oui. ").await.expect("acknowledged");
    let cx = site.visit.test.as_user(cast.member.id).await;
    backend::accounts::revoke_other_sessions(&cx, None).await.expect("closed");
    assert_eq!(one.write("Non. ").await, Err(4401));
    let again = site.open(Some(&member), None).await;
    assert_eq!(again.map(|_| ()), Err(404), "a draft does not exist for a visitor");
}

#[tokio::test]
async fn what_is_too_large_or_no_message_at_all_is_told_by_a_code() {
    let site = Site::new().await;
    let member = site.visit.session(site.visit.cast.member.id).await;
    let mut one = site.open(Some(&member), None).await.expect("open");
    one.sync().await.expect("in time");
    let large = vec![0; backend::live::MESSAGE_MAX + 1];
    one.socket.send(Message::Binary(large.into())).await.expect("sent");
    assert_eq!(one.hear(|_| false).await, Err(4413));
    let mut other = site.open(Some(&member), None).await.expect("open");
    other.socket.send(Message::Text("bonjour".into())).await.expect("sent");
    assert_eq!(other.hear(|_| false).await, Err(4400));
}

#[tokio::test]
async fn when_the_program_stops_what_was_typed_is_kept_and_everybody_is_told_to_come_back() {
    let mut site = Site::new().await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    site.address = listener.local_addr().expect("an address");
    let (backend, router) = (site.visit.test.backend.clone(), crate::common::site(&site.visit.test));
    let (stop, asked) = tokio::sync::oneshot::channel::<()>();
    let served = tokio::spawn(async move {
        let program = server::own_process::OwnProcess::new(env!("CARGO_BIN_EXE_preau").into());
        let asked = async { drop(asked.await) };
        let grace = Duration::from_secs(10);
        server::commands::serve::answer_until(asked, listener, router, &backend, &program, grace).await
    });
    let kinds = [Kind::OfAGroup, Kind::OfTheCharter];
    let mut clients = Vec::new();
    for kind in kinds {
        let session = site.visit.session(site.writers(kind)[0]).await;
        let mut one = site.open_one(kind, Some(&session), None).await.expect("open");
        one.sync().await.expect("in time");
        one.write("Oui. ").await.expect("acknowledged");
        clients.push(one);
    }
    assert_eq!(site.visit.test.backend.live_rooms(), (2, 2));
    stop.send(()).expect("still there");
    for mut one in clients {
        assert_eq!(one.hear(|_| false).await, Err(1012));
    }
    served.await.expect("ended").expect("well");
    assert_eq!(site.visit.test.backend.live_rooms(), (0, 0));
    for kind in kinds {
        assert_eq!(site.saved(kind).await.0, format!("Oui. {BODY}"));
    }
}
