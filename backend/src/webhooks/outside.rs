//! Speaking to an address that somebody typed, and to nothing of ours.
//!
//! The name of an address is looked up once; every number that it stands for must be of the public network, and those
//! numbers are spoken to, whatever the name stands for a moment later. Nothing is followed, nothing of the answer is read
//! but its status, and all of it is bounded in time.

use std::{
    net::{IpAddr, SocketAddr},
    sync::{
        OnceLock,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use domain::webhooks::{Reach, Trouble, is_reachable};
use reqwest::{Client, Url, redirect::Policy};

/// How long looking a name up may take.
const LOOKING_UP: Duration = Duration::from_secs(3);
/// How long reaching an address may take.
const CONNECTING: Duration = Duration::from_secs(3);
/// How long all of it may take.
const PATIENCE: Duration = Duration::from_secs(8);

/// What is around messages to other programs.
#[derive(Debug, Default)]
pub struct Surroundings {
    site: OnceLock<String>,
    this_machine_too: AtomicBool,
}

impl Surroundings {
    /// Says where this site is reached, for the addresses that messages hold. The first time counts.
    pub fn reached_at(&self, base_url: &str) {
        let _ = self.site.set(base_url.trim_end_matches('/').to_owned());
    }

    /// The address of a page of this site.
    pub(super) fn address(&self, path: &str) -> String {
        format!("{}{path}", self.site.get().map(String::as_str).unwrap_or_default())
    }

    /// Lets messages go to this machine too, without encryption: for tests, which receive them there.
    #[cfg(any(test, feature = "testing"))]
    pub fn let_them_stay_here(&self) {
        self.this_machine_too.store(true, Ordering::Relaxed);
    }

    /// How far messages go.
    pub fn reach(&self) -> Reach {
        if self.this_machine_too.load(Ordering::Relaxed) { Reach::ThisMachineToo } else { Reach::Public }
    }
}

/// Sends a message, and gives the status of the answer.
pub(super) async fn post(
    reach: Reach,
    address: &str,
    headers: [(&'static str, String); 4],
    body: String,
) -> Result<u16, Trouble> {
    let url = Url::parse(address).map_err(|_| Trouble::Unknown)?;
    let host = url.host_str().ok_or(Trouble::Unknown)?.to_owned();
    let numbers = numbers(&host, url.port_or_known_default().unwrap_or(443)).await?;
    if numbers.iter().any(|number| !is_reachable(number.ip(), reach)) {
        return Err(Trouble::Private);
    }
    let client = Client::builder()
        .redirect(Policy::none())
        .no_proxy()
        .referer(false)
        .https_only(reach == Reach::Public)
        .connect_timeout(CONNECTING)
        .timeout(PATIENCE)
        .resolve_to_addrs(&host, &numbers)
        .build()
        .map_err(|_| Trouble::Silent)?;
    let mut request = client.post(url).body(body);
    for (name, value) in headers {
        request = request.header(name, value);
    }
    // Its own words may hold the address, which no log is to have.
    let response = request.send().await.map_err(|_| Trouble::Silent)?;
    Ok(response.status().as_u16())
}

/// The numbers that a host stands for.
async fn numbers(host: &str, port: u16) -> Result<Vec<SocketAddr>, Trouble> {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    if let Ok(number) = bare.parse::<IpAddr>() {
        return Ok(vec![SocketAddr::new(number, port)]);
    }
    let found = tokio::time::timeout(LOOKING_UP, tokio::net::lookup_host((host, port))).await;
    let found: Vec<SocketAddr> =
        found.map_err(|_| Trouble::Unknown)?.map_err(|_| Trouble::Unknown)?.collect();
    if found.is_empty() { Err(Trouble::Unknown) } else { Ok(found) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers() -> [(&'static str, String); 4] {
        ["a", "b", "c", "d"].map(|name| (name, String::new()))
    }

    #[tokio::test]
    async fn what_a_name_stands_for_is_looked_at_and_not_the_name_alone() {
        for address in [
            "https://localhost:9/",
            "https://127.0.0.1:9/",
            // Other ways to write the same number.
            "https://0x7f.1:9/",
            "https://2130706433:9/",
            "https://[::ffff:127.0.0.1]:9/",
            "https://169.254.169.254/latest/meta-data/",
        ] {
            let sent = post(Reach::Public, address, headers(), String::new()).await;
            assert_eq!(sent, Err(Trouble::Private), "{address}");
        }
        let sent = post(Reach::Public, "https://nulle-part.invalid/", headers(), String::new()).await;
        assert_eq!(sent, Err(Trouble::Unknown));
    }
}
