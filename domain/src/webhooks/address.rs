//! Which addresses a message may go to. What is typed is judged by its words here; the numbers that its name stands for
//! are judged by [`is_reachable`] each time a message leaves, and no other number is then spoken to.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::refusal::FieldProblem;

/// How far messages may go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// To the public network only.
    #[default]
    Public,
    /// To this machine too, without encryption: for tests.
    ThisMachineToo,
}

/// An address of the web without a name, a password or a fragment in it.
pub(super) fn checked(typed: &str, reach: Reach) -> Result<String, FieldProblem> {
    let wrong = FieldProblem::NotAnAddress;
    let (scheme, rest) = typed.split_once("://").ok_or(wrong.clone())?;
    let plain = scheme.eq_ignore_ascii_case("http") && reach == Reach::ThisMachineToo;
    if !scheme.eq_ignore_ascii_case("https") && !plain {
        return Err(wrong);
    }
    let host = rest.split(['/', '?']).next().unwrap_or_default();
    if host.is_empty()
        || typed.contains(['@', '#', '\\', '"', '<', '>'])
        || typed.contains(char::is_whitespace)
    {
        return Err(wrong);
    }
    let bare = host.strip_prefix('[').and_then(|host| host.split(']').next());
    let bare = bare.unwrap_or_else(|| host.split(':').next().unwrap_or_default());
    match bare.parse::<IpAddr>() {
        Ok(number) if !is_reachable(number, reach) => Err(wrong),
        // A name without a dot is one of a local network.
        Err(_) if !bare.contains('.') && reach == Reach::Public => Err(wrong),
        Ok(_) | Err(_) => Ok(typed.to_owned()),
    }
}

/// Whether a message may go to this number: one of the public network, and of nobody's own.
pub fn is_reachable(number: IpAddr, reach: Reach) -> bool {
    let number = number.to_canonical();
    if reach == Reach::ThisMachineToo && number.is_loopback() {
        return true;
    }
    match number {
        IpAddr::V4(number) => is_public_v4(number),
        IpAddr::V6(number) => is_public_v6(number),
    }
}

/// What IANA keeps for special purposes is not public: private networks, this machine, links, shared addresses, tests,
/// several at once, and what is reserved.
fn is_public_v4(number: Ipv4Addr) -> bool {
    let [a, b, c, _] = number.octets();
    !matches!(
        (a, b, c),
        (0 | 10 | 127 | 224.., _, _)
            | (100, 64..=127, _)
            | (169, 254, _)
            | (172, 16..=31, _)
            | (192, 168, _)
            | (192, 0, 0 | 2)
            | (192, 88, 99)
            | (198, 18 | 19, _)
            | (198, 51, 100)
            | (203, 0, 113)
    )
}

/// Of the addresses of the sixth version, only 2000::/3 is public; within it, ways to hide one of the fourth are not.
fn is_public_v6(number: Ipv6Addr) -> bool {
    let [a, b, ..] = number.segments();
    let global = a & 0xe000 == 0x2000;
    // Teredo, protocols, benchmarks, ORCHID, documentation; 6to4.
    let special = matches!((a, b), (0x2001, 0..=0x01ff | 0x0db8) | (0x2002, _) | (0x3fff, 0..=0x0fff));
    global && !special
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_sent_to_a_network_of_ones_own() {
        for private in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "100.100.100.200",
            "192.0.0.192",
            "198.18.0.1",
            "203.0.113.9",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "fd00:ec2::254",
            "ff02::1",
            "::ffff:10.0.0.1",
            "::ffff:127.0.0.1",
            "64:ff9b::a00:1",
            "2002:7f00:1::",
            "2001:db8::1",
            "2001:0:1::1",
            "fec0::1",
        ] {
            let number = private.parse().expect("an address");
            assert!(!is_reachable(number, Reach::Public), "{private}");
        }
        for public in ["8.8.8.8", "172.32.0.1", "193.0.6.139", "2a00:1450:4007::8a", "2001:4860:4860::8888"] {
            assert!(is_reachable(public.parse().expect("an address"), Reach::Public), "{public}");
        }
    }

    #[test]
    fn this_machine_is_reached_only_where_it_is_said() {
        let here = "127.0.0.1".parse().expect("an address");
        assert!(is_reachable(here, Reach::ThisMachineToo));
        assert!(!is_reachable("10.0.0.1".parse().expect("an address"), Reach::ThisMachineToo));
        assert!(checked("http://127.0.0.1:9000/ici", Reach::ThisMachineToo).is_ok());
        assert!(checked("http://127.0.0.1:9000/ici", Reach::Public).is_err());
    }

    #[test]
    fn an_address_is_one_of_the_public_web_and_hides_nothing() {
        for wrong in [
            "exemple.fr",
            "http://exemple.fr",
            "ftp://exemple.fr",
            "https://",
            "https:///x",
            "https://moi@exemple.fr",
            "https://exemple.fr/#x",
            "https://local/",
            "https://10.0.0.1/",
            "https://[::1]/",
            "https://[fd00::1]:80/",
            "https://a b.fr/",
            "https://exemple.fr\\@10.0.0.1/",
        ] {
            assert_eq!(checked(wrong, Reach::Public), Err(FieldProblem::NotAnAddress), "{wrong}");
        }
        for right in ["https://exemple.fr", "https://exemple.fr:8443/appels?x=1", "HTTPS://[2a00:1450::1]/"] {
            assert_eq!(checked(right, Reach::Public), Ok(right.to_owned()));
        }
    }
}
