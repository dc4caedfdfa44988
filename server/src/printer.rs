//! Making documents of texts, each by a process of its own: `preau press`.

use std::time::Duration;

use app::printing::proof::proof;
use backend::{
    Backend, council,
    printing::{self, ImageShown, Made, ToPrint},
};
use bytes::Bytes;
use domain::printing::PrintShortfall;
use serde::Deserialize;

use crate::own_process::{Copied, OwnProcess};

/// How long it sleeps when nothing wakes it: another program may have published a text.
const NAP: Duration = Duration::from_secs(5);

/// Makes the documents that are asked for, one after the other, until the program stops.
pub async fn work(backend: Backend, site: String, press: OwnProcess) {
    loop {
        if press.makers().is_there()
            && let Err(error) = print_all(&backend, &site, &press).await
        {
            tracing::error!(%error, "a document cannot be made: it is tried again later");
        }
        tokio::select! {
            () = backend.texts_to_print().notified() => {}
            () = tokio::time::sleep(NAP) => {}
        }
    }
}

/// Makes the documents that wait, and gives how many there were. `site` is where the site is reached.
///
/// # Errors
/// The database or the file store failed.
pub async fn print_all(backend: &Backend, site: &str, press: &OwnProcess) -> backend::Result<usize> {
    let mut count = 0;
    while let Some(wanted) = printing::next_to_print(backend).await? {
        let proof = match &wanted.proof {
            Some(proof) => Some(proof.clone()),
            None => said(backend, site, &wanted).await?,
        };
        let Some(proof) = proof else { continue };
        let made = one(backend, press, &wanted, proof).await?;
        if made == Made::Nothing {
            tracing::warn!(text = %wanted.text, format = wanted.format.code(), "no document can be made");
        }
        printing::was_printed(backend, &wanted, made).await?;
        count += 1;
    }
    Ok(count)
}

/// What the document of a publication says, if it is still to be made.
async fn said(backend: &Backend, site: &str, wanted: &ToPrint) -> backend::Result<Option<String>> {
    let text = printing::public(backend, wanted.text).await?;
    let council = council::current(&backend.system()).await?;
    let said = match text.filter(|text| text.version == wanted.version).zip(council) {
        Some((text, council)) => Some(serde_json::to_string(&proof(&text, &council, site))?),
        None => None,
    };
    let to_make = printing::say(backend, wanted, said.as_deref()).await?;
    Ok(said.filter(|_| to_make))
}

/// What is looked at here of what a document says.
#[derive(Deserialize)]
struct Shown {
    #[serde(default)]
    images: Vec<ImageShown>,
}

async fn one(
    backend: &Backend,
    press: &OwnProcess,
    wanted: &ToPrint,
    proof: String,
) -> backend::Result<Made> {
    let copied = Copied::here(proof.as_bytes()).await?;
    for image in serde_json::from_str::<Shown>(&proof)?.images {
        copied.add(backend, &image.content()).await?;
    }
    let (press, format) = (press.makers(), wanted.format.code());
    let make = move || {
        press.answer(&copied.own(), |command| {
            command.arg("press").arg(copied.file()).arg(format!("--format={format}"));
            command.arg("--images").arg(copied.others());
        })
    };
    let answer = tokio::task::spawn_blocking(make).await??;
    Ok(answer.and_then(understood).unwrap_or(Made::Nothing))
}

/// A line that says how accessible it is, then the document.
fn understood(answer: Vec<u8>) -> Option<Made> {
    let end = answer.iter().position(|byte| *byte == b'\n')?;
    let shortfall: Option<PrintShortfall> = serde_json::from_slice(&answer[..end]).ok()?;
    let bytes = Bytes::from(answer).slice(end + 1..);
    (!bytes.is_empty()).then_some(Made::Document { bytes, shortfall })
}
