//! What those who look after an installation rely on: health, figures, the log, stopping.

use std::{
    io::Write,
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use app::request::Site;
use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{Request, StatusCode, header},
    routing::get,
};
use backend::{Backend, testing::TestBackend};
use server::{
    commands::serve::answer_until,
    log::sieved,
    own_process::OwnProcess,
    web::{Front, router},
};
use tower::ServiceExt;
use tracing_subscriber::fmt::MakeWriter;

use crate::{
    access::lines,
    common::{Visit, sessions_of, things},
};

fn program() -> OwnProcess {
    OwnProcess::new(env!("CARGO_BIN_EXE_preau").into())
}

/// The site of a backend, however it is reached.
fn site(backend: &Backend, https: bool, trusted_proxies: usize, token: Option<&str>) -> Router {
    let site = Arc::new(Site { base_url: "https://conseil.example".to_owned(), ..Site::default() });
    let metrics_token = token.map(str::to_owned);
    router(backend.clone(), Front { site, https, trusted_proxies, program: program(), metrics_token })
}

async fn ask(router: &Router, path: &str, from: [u8; 4], headers: &[(&str, &str)]) -> (StatusCode, String) {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let mut request = request.body(Body::empty()).expect("valid");
    request.extensions_mut().insert(ConnectInfo(SocketAddr::from((from, 4_000))));
    let answer = router.clone().oneshot(request).await.expect("infallible");
    let status = answer.status();
    let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await.expect("a body");
    (status, String::from_utf8_lossy(&body).replace("<!>", ""))
}

const HERE: [u8; 4] = [127, 0, 0, 1];
const AWAY: [u8; 4] = [203, 0, 113, 9];
const TOKEN: &str = "un-jeton-assez-long";

#[tokio::test]
async fn the_figures_are_for_this_machine_or_for_who_has_the_token() {
    let test = TestBackend::empty().await;
    let bearer = format!("Bearer {TOKEN}");
    let with_token = [("authorization", bearer.as_str())];
    let wrong = [("authorization", "Bearer un-autre-jeton-long")];
    let handed_on = [("x-forwarded-for", "127.0.0.1")];
    let plain = site(&test.backend, false, 0, None);
    let behind = site(&test.backend, true, 1, Some(TOKEN));
    let hidden = site(&test.backend, true, 0, Some(TOKEN));
    for (said, router, from, headers, opens) in [
        ("this machine", &plain, HERE, &[][..], true),
        ("another one", &plain, AWAY, &[], false),
        ("a proxy that nobody declared", &plain, HERE, &handed_on, false),
        ("a token where none is set", &plain, AWAY, &with_token, false),
        ("this machine, beside a proxy", &behind, HERE, &[], true),
        ("through the proxy", &behind, HERE, &handed_on, false),
        ("through the proxy, with the token", &behind, HERE, &[with_token[0], handed_on[0]], true),
        ("from elsewhere, with the token", &behind, AWAY, &with_token, true),
        ("with another token", &behind, HERE, &wrong, false),
        ("https and no proxy declared: there is one all the same", &hidden, HERE, &[], false),
        ("the same with the token", &hidden, HERE, &with_token, true),
    ] {
        let (status, text) = ask(router, "/metrics", from, headers).await;
        let expected = if opens { StatusCode::OK } else { StatusCode::NOT_FOUND };
        assert_eq!(status, expected, "{said}");
        assert_eq!(text.contains("preau_jobs_waiting"), opens, "{said}");
    }
    test.finish().await;
}

#[tokio::test]
async fn the_figures_count_requests_by_pattern_and_name_nobody() {
    let visit = Visit::new().await;
    let router = site(&visit.test.backend, false, 0, None);
    for path in
        ["/groupes/alimentation", "/groupes/mobilites", "/groupes/nulle-part", "/invitation/secret?q=x"]
    {
        ask(&router, path, HERE, &[]).await;
    }
    let (_, text) = ask(&router, "/metrics", HERE, &[]).await;
    let count = |labels: &str| {
        let line = format!("preau_request_duration_seconds_count{{{labels}}} ");
        text.lines().find_map(|found| found.strip_prefix(&line)).map(str::to_owned)
    };
    assert_eq!(
        count("route=\"/groupes/{slug}\",method=\"GET\",status=\"2xx\"").as_deref(),
        Some("1"),
        "{text}"
    );
    assert_eq!(count("route=\"/groupes/{slug}\",method=\"GET\",status=\"4xx\"").as_deref(), Some("2"));
    for absent in ["alimentation", "mobilites", "secret", "@"] {
        assert!(!text.contains(absent), "{absent}");
    }
    for name in [
        "preau_up 1",
        "preau_rooms_open 0",
        "preau_room_connections 0",
        "preau_jobs_failed 0",
        "preau_mails_waiting ",
        "preau_database_bytes ",
        "preau_files_bytes ",
        "preau_disk_free_bytes ",
        "preau_backup_wrong 0",
        "process_resident_memory_bytes ",
    ] {
        assert!(text.lines().any(|line| line.starts_with(name)), "{name}\n{text}");
    }
}

#[tokio::test]
async fn it_is_ready_when_the_database_and_the_files_answer_and_nobody_asked_it_to_stop() {
    let test = TestBackend::empty().await;
    let router = site(&test.backend, false, 0, None);
    let (status, text) = ask(&router, "/readyz", HERE, &[]).await;
    assert_eq!((status, text.lines().count()), (StatusCode::OK, 4), "{text}");
    let gone = tempfile::tempdir().expect("a folder");
    let store = backend::files::FileStore::folder(gone.path()).expect("a store");
    gone.close().expect("removed");
    let without = site(&test.backend.with_files(store), false, 0, None);
    let (status, text) = ask(&without, "/readyz", HERE, &[]).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(text.contains("files: do not answer") && text.contains("database: ok"), "{text}");
    test.backend.stop();
    let (status, text) = ask(&router, "/readyz", HERE, &[]).await;
    assert!(status == StatusCode::SERVICE_UNAVAILABLE && text.contains("program: stopping"), "{text}");
    assert_eq!(ask(&router, "/healthz", HERE, &[]).await.0, StatusCode::OK);
    test.finish().await;
}

#[tokio::test]
async fn a_request_that_is_slow_finishes_and_one_that_hangs_holds_nobody() {
    let test = TestBackend::empty().await;
    let slow = get(async || {
        tokio::time::sleep(Duration::from_millis(600)).await;
        "fini"
    });
    let router = Router::new()
        .route("/lent", slow)
        .route("/suspendu", get(async || std::future::pending::<String>().await))
        .merge(site(&test.backend, false, 0, None));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let (stop, asked) = tokio::sync::oneshot::channel::<()>();
    let (backend, program) = (test.backend.clone(), program());
    let served = tokio::spawn(async move {
        let asked = async { drop(asked.await) };
        answer_until(asked, listener, router, &backend, &program, Duration::from_secs(2)).await
    });
    let begun = async |path: &str| {
        use tokio::io::AsyncWriteExt;
        let mut connection = tokio::net::TcpStream::connect(address).await.expect("connected");
        let request = format!("GET {path} HTTP/1.1\r\nhost: conseil.example\r\nconnection: close\r\n\r\n");
        connection.write_all(request.as_bytes()).await.expect("asked");
        connection
    };
    let (mut slow, _hanging) = (begun("/lent").await, begun("/suspendu").await);
    tokio::time::sleep(Duration::from_millis(200)).await;
    let began = Instant::now();
    stop.send(()).expect("still there");
    let mut answer = String::new();
    tokio::io::AsyncReadExt::read_to_string(&mut slow, &mut answer).await.expect("answered");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("fini"), "{answer}");
    served.await.expect("ended").expect("well");
    assert!(began.elapsed() < Duration::from_secs(4), "{:?}", began.elapsed());
    assert!(tokio::net::TcpStream::connect(address).await.is_err(), "nobody comes in any more");
    test.finish().await;
}

#[test]
fn the_processes_that_look_into_files_end_with_the_program() {
    let sleeper = OwnProcess::new("/bin/sleep".into());
    let folder = tempfile::tempdir().expect("a folder");
    let (other, path) = (sleeper.clone(), folder.path().to_owned());
    let began = Instant::now();
    let waiting = std::thread::spawn(move || {
        other.answer(&path, |command| {
            command.arg("60");
        })
    });
    std::thread::sleep(Duration::from_millis(200));
    sleeper.end_all();
    let outcome = waiting.join().expect("ended");
    assert!(outcome.is_err(), "nothing is known of what it looked at");
    assert!(
        sleeper
            .answer(folder.path(), |command| {
                command.arg("60");
            })
            .is_err(),
        "none is started"
    );
    assert!(began.elapsed() < Duration::from_secs(10));
}

/// All that was logged, before the sieve.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl<'a> MakeWriter<'a> for Kept {
    type Writer = Kept;

    fn make_writer(&'a self) -> Kept {
        self.clone()
    }
}

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("kept").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// What nobody may find in the log.
const SECRETS: [&str; 6] = [
    "xylophage",
    "zeugme@exemple.example",
    "Anticonstitutionnellement-42",
    "Wq7LmZ0pYt4RkXbVnC8sJdHfGa2UeIo5MxTlQzWyKvB",
    "203.0.113.77",
    "Un%20secret%20de%20polichinelle",
];

#[tokio::test]
async fn whatever_is_asked_and_whatever_fails_nothing_secret_is_logged() {
    let kept = Kept::default();
    let log = tracing_subscriber::fmt().json().flatten_event(true).with_writer(kept.clone());
    log.with_env_filter("info,sqlx=warn,sea_orm_migration=warn,server=debug,backend=debug").init();
    let visit = Visit::new().await;
    let things = things::make(&visit).await;
    let sessions = sessions_of(&visit).await;
    let [word, address, password, token, from, text] = SECRETS;
    let secret_query = format!("q={word}&token={token}&email={address}");
    for line in lines(include_str!("access/pages.txt")) {
        let path = things.fill(line.ask);
        let mark = if path.contains('?') { '&' } else { '?' };
        for person in ["visitor", "administrator"] {
            visit.get(&format!("{path}{mark}{secret_query}"), sessions[person].as_deref()).await;
        }
    }
    for path in [
        format!("/invitation/{token}"),
        format!("/mot-de-passe/{token}"),
        format!("/partage/{token}"),
        format!("/{address}"),
        format!("/documents/{word}/fichier"),
        format!("/recherche?q={word}"),
    ] {
        visit.get(&path, sessions["member"].as_deref()).await;
    }
    for line in lines(include_str!("access/actions.txt")) {
        let form = things.fill(line.ask);
        let mut form: Vec<(&str, &str)> =
            form.split('&').filter(|f| *f != "-").filter_map(|field| field.split_once('=')).collect();
        for (name, value) in [
            ("email", address),
            ("password", password),
            ("token", token),
            ("body", text),
            ("title", word),
            ("message", text),
            ("q", word),
        ] {
            if !form.iter().any(|(known, _)| *known == name) {
                form.push((name, value));
            }
        }
        visit.post(line.route, sessions["facilitator"].as_deref(), &form).await;
    }
    // Failures: a wrong password, a post that is none, a database that is gone.
    let sign_in = [("email", address), ("password", password)];
    visit.post("/api/accounts/sign-in", None, &sign_in).await;
    let request = Request::post("/api/accounts/sign-in")
        .header(header::CONTENT_TYPE, "application/json")
        .header("x-forwarded-for", from);
    visit.ask(request, None, "text/html", Body::from(format!("{{{password}"))).await;
    backend::jobs::run_due(&visit.test.backend).await.expect("jobs run");
    visit.test.backend.db().clone().close().await.expect("closed");
    for path in ["/", "/groupes", &format!("/recherche?q={word}"), "/readyz", "/metrics"] {
        visit.get(path, sessions["member"].as_deref()).await;
    }
    let sign_in = visit.post("/api/accounts/sign-in", None, &sign_in).await;
    assert!(sign_in.status.is_server_error(), "{}", sign_in.status);
    let logged = String::from_utf8(kept.0.lock().expect("kept").clone()).expect("text");
    let answered = logged.lines().filter(|line| line.contains("\"message\":\"answered\"")).count();
    assert!(answered > 200, "every request is there: {answered}");
    let line = logged.lines().find(|line| line.contains("/groupes/{slug}")).expect("a page of a group");
    for part in
        ["\"status\":", "\"milliseconds\":", "\"route\":\"/groupes/{slug}\"", "\"number\":", "\"method\":"]
    {
        assert!(line.contains(part), "{part}: {line}");
    }
    assert!(logged.contains("\"level\":\"ERROR\""), "what fails is told");
    for secret in SECRETS {
        let found: Vec<&str> = logged.lines().filter(|line| line.contains(secret)).collect();
        assert!(found.is_empty(), "{secret}: {found:?}");
    }
    for person in visit.cast.everybody() {
        assert!(!logged.contains(person.1.email), "{}", person.1.email);
    }
    assert!(!sieved("smtp: no such mailbox <zeugme@exemple.example>").contains("zeugme"));
}
