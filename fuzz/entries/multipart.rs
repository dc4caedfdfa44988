//! Forms with files, as the site takes them: whatever comes, the answer is a page or an error of the person, never of
//! the program.
//!
//! The first byte says which form; what follows is the body, whose parts are between `--x`.

use std::sync::Arc;

use app::request::Site as Settings;
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use backend::{
    sessions::{self, Sessions},
    testing::TestBackend,
};
use server::{
    own_process::OwnProcess,
    web::{Front, router},
};
use tokio::runtime::{Builder, Runtime};
use tower::ServiceExt;
use tower_sessions::{
    SessionStore,
    session::{Id, Record},
};

/// The forms with files that a member may send.
const FORMS: [&str; 4] = [
    "/api/library/deposit?dans=groupe-mobilites",
    "/api/library/deposit?dans=commun",
    "/api/contributions/from-file?dans=mobilites",
    "/api/portraits/change?de=groupe-mobilites",
];
/// Forms sent to one council: a library that only grows would be slower and slower.
const TOGETHER: usize = 2_000;

/// A council with its cast, one of whom is signed in.
pub struct Site {
    runtime: Runtime,
    council: Council,
    sent: usize,
}

struct Council {
    router: Router,
    cookie: String,
    test: TestBackend,
}

impl Council {
    async fn new() -> Council {
        let (test, cast) = TestBackend::with_cast().await;
        let now = test.backend.now().timestamp();
        let mut record = Record {
            id: Id::default(),
            data: [(sessions::USER.to_owned(), cast.facilitator.id.0.into())].into(),
            expiry_date: time::OffsetDateTime::from_unix_timestamp(now + 86_400).expect("a moment"),
        };
        Sessions(test.backend.clone()).create(&mut record).await.expect("a session");
        let settings = Settings { base_url: "https://conseil.example".to_owned(), ..Settings::default() };
        let front = Front {
            site: Arc::new(settings),
            https: false,
            trusted_proxies: 0,
            // As if what reads and draws files had been ended for what it was given.
            program: OwnProcess::new("/bin/false".into()),
            metrics_token: None,
        };
        let router = router(test.backend.clone(), front);
        Council { router, cookie: format!("preau={}", record.id), test }
    }

    async fn send(&self, form: &str, body: Vec<u8>) {
        let request = Request::post(form)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
            .header(header::COOKIE, &self.cookie)
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body))
            .expect("a request");
        let answer = self.router.clone().oneshot(request).await.expect("infallible");
        let status = answer.status();
        assert!(!status.is_server_error(), "{form}: {status}");
        assert_ne!(status, StatusCode::NOT_FOUND, "{form} is no form of this site");
        assert_ne!(status, StatusCode::UNAUTHORIZED, "{form}: nobody is signed in");
        to_bytes(answer.into_body(), 8 << 20).await.expect("a body");
    }
}

impl Site {
    /// Prepares it once.
    pub fn prepared() -> Site {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
        let council = runtime.block_on(Council::new());
        Site { runtime, council, sent: 0 }
    }

    /// Sends a form.
    pub fn run(&mut self, bytes: &[u8]) {
        let Some((which, body)) = bytes.split_first() else { return };
        self.sent += 1;
        if self.sent.is_multiple_of(TOGETHER) {
            let gone = std::mem::replace(&mut self.council, self.runtime.block_on(Council::new()));
            self.runtime.block_on(gone.test.leave());
        }
        let form = FORMS[usize::from(*which) % FORMS.len()];
        self.runtime.block_on(self.council.send(form, body.to_vec()));
    }
}
