//! Writing together over real WebSockets: who may open one, from where, and what ends it.

use std::{net::SocketAddr, time::Duration};

use domain::{Version, contributions::ContributionForm, ids::ContributionId};
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

const BODY: &str = "Le pont est étroit.";

/// The site on a port of its own, with a draft.
struct Site {
    visit: Visit,
    address: SocketAddr,
    id: ContributionId,
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
        Site { visit, address, id }
    }

    /// Opens the room; the status, if it is refused.
    async fn open(&self, cookie: Option<&str>, origin: Option<&str>) -> Result<Client, u16> {
        let path = format!("ws://{}/contributions/{}/direct", self.address, self.id);
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
    let site = Site::new().await;
    let cast = site.visit.cast;
    let member = site.visit.session(cast.member.id).await;
    let facilitator = site.visit.session(cast.facilitator.id).await;
    let mut one = site.open(Some(&member), None).await.expect("open");
    let mut other = site.open(Some(&facilitator), None).await.expect("open");
    one.sync().await.expect("in time");
    assert_eq!(one.body(), BODY);
    one.write("Oui. ").await.expect("acknowledged");
    other.sync().await.expect("in time");
    assert_eq!(other.body(), "Oui. Le pont est étroit.");
    let id = site.id.to_string();
    let form = [
        ("id", id.as_str()),
        ("base", "1"),
        ("title", "Rejoindre la gare"),
        ("kind", "note"),
        ("body", "Le pont est trop étroit."),
    ];
    let answer = site.visit.post("/api/contributions/save", Some(&facilitator), &form).await;
    assert_eq!(answer.status.as_u16(), 303, "{}", answer.text);
    one.sync().await.expect("in time");
    assert_eq!(one.body(), "Oui. Le pont est trop étroit.");
    let cx = site.visit.test.as_user(cast.member.id).await;
    let saved = backend::contributions::edit_view(&cx, site.id).await.expect("read");
    assert_eq!((saved.saved.body, saved.head.version), (one.body(), Version(3)));
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
    let member = site.visit.session(site.visit.cast.member.id).await;
    let mut one = site.open(Some(&member), None).await.expect("open");
    one.sync().await.expect("in time");
    one.write("Oui. ").await.expect("acknowledged");
    assert_eq!(site.visit.test.backend.live_rooms(), (1, 1));
    stop.send(()).expect("still there");
    assert_eq!(one.hear(|_| false).await, Err(1012));
    served.await.expect("ended").expect("well");
    assert_eq!(site.visit.test.backend.live_rooms(), (0, 0));
    let cx = site.visit.test.as_user(site.visit.cast.member.id).await;
    let saved = backend::contributions::edit_view(&cx, site.id).await.expect("read");
    assert_eq!(saved.saved.body, format!("Oui. {BODY}"));
}
