//! The browser that asks, as actions see it: its session, what kind it is, and whether it is known.

use std::sync::Arc;

use backend::{
    Cx, Result,
    accounts::{Asked, arrive, still_asked},
};
use domain::{accounts::device::Device, ids::UserId};
use http::{HeaderMap, HeaderValue, header, request::Parts};
use leptos::context::use_context;
use leptos_axum::ResponseOptions;
use tower_sessions::Session;

use crate::{
    action::context,
    error::AppError,
    paths,
    request::{Request, Site},
    session::{self, ClientAddress},
};

/// For how long a browser is known, in seconds: four hundred days, the most that browsers keep.
const KNOWN_FOR: u32 = 34_560_000;

/// The browser that asks. To be taken before anything is awaited.
pub struct Browser {
    /// Its session.
    pub session: Session,
    device: Device,
    held: Option<String>,
    https: bool,
    response: Option<ResponseOptions>,
}

impl Browser {
    /// The one that asks now.
    ///
    /// # Errors
    /// `Unexpected`: the middleware did not run.
    pub fn here() -> std::result::Result<Browser, AppError> {
        let headers = use_context::<Parts>().map(|parts| parts.headers).unwrap_or_default();
        let https = context::<Arc<Site>>()?.base_url.starts_with("https://");
        Ok(Browser::with(&headers, context()?, https, use_context()))
    }

    /// The one that asks for a page.
    ///
    /// # Errors
    /// `Unexpected`: the middleware did not run.
    pub fn of(rq: &Request) -> Result<Browser> {
        let missing = || backend::Error::unexpected("the middleware did not run");
        let session = rq.extension().ok_or_else(missing)?;
        let https = rq.site.base_url.starts_with("https://");
        Ok(Browser::with(rq.headers(), session, https, rq.extension()))
    }

    fn with(
        headers: &HeaderMap,
        session: Session,
        https: bool,
        response: Option<ResponseOptions>,
    ) -> Browser {
        let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
        Browser {
            session,
            device: Device::of_user_agent(agent.unwrap_or_default()),
            held: cookie(headers, name(https)),
            https,
            response,
        }
    }

    /// The key of its session.
    pub fn session_key(&self) -> Option<String> {
        self.session.id().map(|id| backend::sessions::key(&id))
    }

    /// Lets in somebody who proved who they are by a password or a link: their session opens and leads on to `next`,
    /// unless something else is asked of them first.
    ///
    /// # Errors
    /// `SignInRequired` if they were suspended meanwhile.
    pub async fn admit(&self, cx: &Cx, user: UserId, next: &str) -> Result<String> {
        let (half, step) = match still_asked(cx, user).await? {
            Asked::Nothing => {
                self.open(cx, user).await?;
                return Ok(next.to_owned());
            }
            Asked::Code(half) => (half, paths::SIGN_IN_CODE),
            Asked::Enrolment(half) => (half, paths::SIGN_IN_CODES),
        };
        session::half_open(&self.session, &half).await?;
        Ok(paths::step_then(step, next))
    }

    /// Opens the session of somebody of whom nothing else is asked. They are told if this browser was never seen.
    ///
    /// # Errors
    /// `SignInRequired` if they were suspended meanwhile.
    pub async fn open(&self, cx: &Cx, user: UserId) -> Result<()> {
        let given = arrive(cx, user, self.held.as_deref(), &self.device).await?;
        session::open(&self.session, user, &self.device.code(), cx.now).await?;
        let secure = if self.https { "; Secure" } else { "" };
        let cookie = given.map(|value| {
            let name = name(self.https);
            format!("{name}={value}; Path=/; Max-Age={KNOWN_FOR}; HttpOnly; SameSite=Lax{secure}")
        });
        if let (Some(cookie), Some(response)) = (cookie, &self.response)
            && let Ok(cookie) = HeaderValue::from_str(&cookie)
        {
            response.append_header(header::SET_COOKIE, cookie);
        }
        Ok(())
    }
}

/// Where the request comes from.
///
/// # Errors
/// `Unexpected`: the middleware did not run.
pub fn address() -> std::result::Result<String, AppError> {
    Ok(context::<ClientAddress>()?.0)
}

/// The name of what a browser holds to be known.
fn name(https: bool) -> &'static str {
    if https { "__Host-preau-appareil" } else { "preau-appareil" }
}

fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = all.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, _)| *known == name).map(|(_, value)| value.to_owned())
}
