//! A folder that receives one `.eml` file a mail, where no mail server is set.

use std::path::{Path, PathBuf};

use async_trait::async_trait;
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use lettre::Message;

use super::Transport;
use crate::error::Result;

/// The folder.
#[derive(Debug)]
pub struct Outbox(pub PathBuf);

#[async_trait]
impl Transport for Outbox {
    async fn send(&self, name: &str, message: Message) -> Result<()> {
        tokio::fs::create_dir_all(&self.0).await?;
        tokio::fs::write(self.0.join(format!("{name}.eml")), message.formatted()).await?;
        Ok(())
    }

    fn stays_here(&self) -> bool {
        true
    }

    async fn forget_before(&self, before: DateTime<Utc>) -> Result<()> {
        let folder = self.0.clone();
        let old = move |path: &Path| Ok(DateTime::<Utc>::from(path.metadata()?.modified()?) < before);
        tokio::task::spawn_blocking(move || remove(&folder, old)).await?
    }

    async fn forget_saying(&self, strings: &[String]) -> Result<()> {
        let (folder, strings) = (self.0.clone(), strings.to_vec());
        let says = move |path: &Path| {
            let mail = String::from_utf8_lossy(&std::fs::read(path)?).into_owned();
            let text = text_of(&mail);
            Ok(strings.iter().any(|said| mail.contains(said.as_str()) || text.contains(said.as_str())))
        };
        tokio::task::spawn_blocking(move || remove(&folder, says)).await?
    }
}

/// Removes the mails that are to go.
fn remove(folder: &Path, goes: impl Fn(&Path) -> std::io::Result<bool>) -> Result<()> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        // No mail was ever written.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "eml") && goes(&path)? {
            std::fs::remove_file(&path)?;
        }
    }
    Ok(())
}

/// The text of a mail of ours, which has one part.
fn text_of(mail: &str) -> String {
    let Some((head, body)) = mail.split_once("\r\n\r\n") else { return String::new() };
    let coded = |name: &str| {
        head.lines().any(|line| {
            let line = line.to_ascii_lowercase();
            line.starts_with("content-transfer-encoding:") && line.contains(name)
        })
    };
    if coded("base64") {
        let letters: String = body.chars().filter(|c| !c.is_whitespace()).collect();
        String::from_utf8_lossy(&STANDARD.decode(letters).unwrap_or_default()).into_owned()
    } else if coded("quoted-printable") {
        unquoted(body)
    } else {
        body.to_owned()
    }
}

/// What was written as `=C3=A9` (RFC 2045).
fn unquoted(body: &str) -> String {
    let body = body.replace("=\r\n", "");
    let (bytes, mut read, mut at) = (body.as_bytes(), Vec::new(), 0);
    while let Some(byte) = bytes.get(at) {
        let coded = body.get(at + 1..at + 3).filter(|_| *byte == b'=');
        match coded.and_then(|coded| u8::from_str_radix(coded, 16).ok()) {
            Some(coded) => {
                read.push(coded);
                at += 3;
            }
            None => {
                read.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&read).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn written(outbox: &Outbox, to: &str, text: &str) {
        let message = Message::builder()
            .from("preau@conseil.example".parse().expect("an address"))
            .to(to.parse().expect("an address"))
            .subject("Bonjour")
            .header(lettre::message::header::ContentType::TEXT_PLAIN)
            .body(text.to_owned())
            .expect("a mail");
        let name = crate::files::Fingerprint::of(&message.formatted());
        outbox.send(name.as_str(), message).await.expect("written");
    }

    fn left(folder: &Path) -> usize {
        std::fs::read_dir(folder).expect("the folder").count()
    }

    #[tokio::test]
    async fn a_mail_is_known_by_its_address_and_by_its_words_however_they_are_coded() {
        let folder = tempfile::tempdir().expect("a folder");
        let outbox = Outbox(folder.path().to_owned());
        written(&outbox, "gerard@conseil.example", "Un lien.").await;
        written(&outbox, "odile@conseil.example", "Gérard Pontivy vous invite, à bientôt.").await;
        let long = "é".repeat(300) + " Gérard Pontivy";
        written(&outbox, "odile@conseil.example", &long).await;
        written(&outbox, "odile@conseil.example", "Rien de tel.").await;
        outbox
            .forget_saying(&["gerard@conseil.example".into(), "Gérard Pontivy".into()])
            .await
            .expect("done");
        assert_eq!(left(folder.path()), 1);
        outbox.forget_before(DateTime::<Utc>::from(std::time::UNIX_EPOCH)).await.expect("done");
        assert_eq!(left(folder.path()), 1, "nothing is that old");
        let later = DateTime::from_timestamp(32_503_680_000, 0).expect("a moment");
        outbox.forget_before(later).await.expect("done");
        assert_eq!(left(folder.path()), 0);
    }
}
