//! The client that speaks to sign-in services: no redirection is followed, what is read and waited for is bounded.

use std::{sync::OnceLock, time::Duration};

use openidconnect::{HttpRequest, HttpResponse, http, url::Host, url::Url};
use reqwest::{Client, Request, redirect::Policy};

/// The longest answer, in bytes.
const LONGEST: usize = 256 * 1024;
/// How long an answer may take, and getting through to who gives it.
const PATIENCE: Duration = Duration::from_secs(8);
const CONNECTING: Duration = Duration::from_secs(4);

/// Why nothing usable came.
#[derive(Clone, Copy, Debug, thiserror::Error)]
pub(super) enum Trouble {
    /// It cannot be reached, or takes too long.
    #[error("it does not answer")]
    Away,
    /// One of its addresses is not protected.
    #[error("one of its addresses is not https")]
    Plain,
    /// What it answers is too long.
    #[error("its answer is too long")]
    TooLong,
}

/// Whether an address may be asked: https, or this very machine.
pub(super) fn is_protected(address: &Url) -> bool {
    let here = match address.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    };
    address.scheme() == "https" || (address.scheme() == "http" && here)
}

fn client() -> Result<&'static Client, Trouble> {
    static CLIENT: OnceLock<Client> = OnceLock::new();
    if let Some(client) = CLIENT.get() {
        return Ok(client);
    }
    let client = Client::builder()
        .redirect(Policy::none())
        .timeout(PATIENCE)
        .connect_timeout(CONNECTING)
        // Each request is alone: one in an hour is the usual pace.
        .pool_max_idle_per_host(0)
        .build()
        .map_err(|_| Trouble::Away)?;
    Ok(CLIENT.get_or_init(|| client))
}

/// Sends a request and reads its whole answer.
pub(super) async fn send(request: HttpRequest) -> Result<HttpResponse, Trouble> {
    let request = Request::try_from(request).map_err(|_| Trouble::Away)?;
    if !is_protected(request.url()) {
        return Err(Trouble::Plain);
    }
    let mut answer = client()?.execute(request).await.map_err(|_| Trouble::Away)?;
    let mut response = http::Response::new(Vec::new());
    *response.status_mut() = answer.status();
    *response.headers_mut() = std::mem::take(answer.headers_mut());
    while let Some(piece) = answer.chunk().await.map_err(|_| Trouble::Away)? {
        if response.body().len() + piece.len() > LONGEST {
            return Err(Trouble::TooLong);
        }
        response.body_mut().extend_from_slice(&piece);
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_protected_addresses_and_this_machine_are_asked() {
        let may = |address: &str| is_protected(&Url::parse(address).expect("an address"));
        assert!(may("https://connexion.example/jwks"));
        assert!(may("http://127.0.0.1:9/") && may("http://localhost/") && may("http://[::1]/"));
        assert!(!may("http://connexion.example/") && !may("http://10.0.0.1/") && !may("file:///etc/passwd"));
    }
}
