//! The log: a line for each thing that happens, for people or for machines, on standard error.
//!
//! What is logged is chosen: codes, identifiers, durations; never what people write. Behind that choice stands a sieve:
//! what other libraries say in their errors passes through it, and addresses, tokens and passwords in addresses of
//! servers stay in it.

use std::io::{self, Write};

use tracing_subscriber::{EnvFilter, fmt::MakeWriter};

use crate::config::{Config, LogFormat, WrongSetting};

/// Begins to log.
///
/// # Errors
/// `PREAU_LOG` cannot be read.
pub fn begin(config: &Config) -> Result<(), WrongSetting> {
    let wrong =
        || WrongSetting("PREAU_LOG cannot be read: write levels such as info or warn,server=debug".into());
    let filter = EnvFilter::try_new(&config.log).map_err(|_| wrong())?;
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(Sieved);
    match config.log_format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().flatten_event(true).with_span_list(false).init(),
    }
    Ok(())
}

/// Writes lines to standard error, through the sieve.
#[derive(Clone, Copy, Debug)]
pub struct Sieved;

impl<'a> MakeWriter<'a> for Sieved {
    type Writer = Line;

    fn make_writer(&'a self) -> Line {
        Line
    }
}

/// One line, which comes in one go.
#[derive(Debug)]
pub struct Line;

impl Write for Line {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let sieved = sieved(&String::from_utf8_lossy(line));
        io::stderr().lock().write_all(sieved.as_bytes())?;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}

/// Characters of a token of ours, and of one of its words.
const TOKEN: usize = 43;

/// A line without what must not be kept: addresses of mail, addresses of machines, tokens.
pub fn sieved(line: &str) -> String {
    let part_of_word = |c: char| c.is_alphanumeric() || "@._%+-:~".contains(c);
    let mut sieved = String::with_capacity(line.len());
    let mut rest = line;
    while !rest.is_empty() {
        let end = rest.find(|c| !part_of_word(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        if is_address(word) {
            sieved.push_str("[address]");
        } else if word.split(['.', ':', '@']).any(is_token) {
            sieved.push_str("[token]");
        } else {
            sieved.push_str(word);
        }
        let next = after.chars().next().map_or(0, char::len_utf8);
        sieved.push_str(&after[..next]);
        rest = &after[next..];
    }
    sieved
}

/// An address of mail, the name and password of a server, or the address of a machine. Those of this machine say
/// nothing of anybody.
fn is_address(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ':', '-']);
    if word.find('@').is_some_and(|at| at > 0 && at + 1 < word.len()) {
        return true;
    }
    let machine = word.parse::<std::net::SocketAddr>().map(|address| address.ip());
    let machine = machine.or_else(|_| word.parse::<std::net::IpAddr>());
    machine.is_ok_and(|ip| !ip.is_loopback() && !ip.is_unspecified() && word.len() > 3)
}

fn is_token(word: &str) -> bool {
    let of_token = word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    // The fingerprint of a file is of 64 figures, and opens nothing.
    let is_fingerprint = word.len() == 64 && word.chars().all(|c| c.is_ascii_hexdigit());
    of_token && word.len() >= TOKEN && !is_fingerprint
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_tokens_stay_in_the_sieve_and_the_rest_passes() {
        let token = "a1B2".repeat(11);
        let token = &token[..43];
        let fingerprint = "0f".repeat(32);
        for (line, expected) in [
            ("mail to <jeanne.durand@exemple.fr> failed", "mail to <[address]> failed"),
            ("smtps://nom:secret@mail.exemple.fr refused", "smtps://[address] refused"),
            ("from 203.0.113.9 and [2001:db8::1]:443", "from [address] and [[address]]:443"),
            ("from 203.0.113.9:4000", "from [address]"),
            ("listens on 127.0.0.1:3000", "listens on 127.0.0.1:3000"),
            (
                "at 2026-11-22T09:00:00.123456Z INFO server::web: ready",
                "at 2026-11-22T09:00:00.123456Z INFO server::web: ready",
            ),
        ] {
            assert_eq!(sieved(line), expected);
        }
        assert_eq!(sieved(&format!("/invitation/{token} is gone")), "/invitation/[token] is gone");
        assert_eq!(sieved(&format!("file {fingerprint}")), format!("file {fingerprint}"));
        assert_eq!(sieved("{\"error\":\"a@b.fr\",\"n\":1}\n"), "{\"error\":\"[address]\",\"n\":1}\n");
    }
}
