//! Reading what is inside files, each by a process of its own: `preau extract`.

use std::{io, path::Path, time::Duration};

use backend::{
    Backend,
    library::{self, ToRead},
};
use extraction::{Limits, Reading, State};

use crate::own_process::{Copied, OwnProcess};

/// Reads a file; `folder` is empty, and for the use of the process.
///
/// # Errors
/// The program cannot be started.
pub fn read(
    reader: &OwnProcess,
    file: &Path,
    name: &str,
    media_type: &str,
    folder: &Path,
) -> io::Result<Reading> {
    let answer = reader.answer(folder, |command| {
        command.arg("extract").arg(file).arg("--recognise").arg(folder);
        command.arg(format!("--name={name}")).arg(format!("--type={media_type}"));
    })?;
    let reading = answer.and_then(|answer| serde_json::from_slice(&answer).ok());
    Ok(reading.unwrap_or_else(|| Reading::nothing(State::Damaged)))
}

/// How long it sleeps when nothing wakes it: another program may have received a file.
const NAP: Duration = Duration::from_secs(30);

/// Reads the files that were received, one after the other, until the program stops.
pub async fn work(backend: Backend, reader: OwnProcess) {
    loop {
        match read_all(&backend, &reader).await {
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "a file cannot be read: it is tried again later"),
        }
        tokio::select! {
            () = backend.files_to_read().notified() => {}
            () = tokio::time::sleep(NAP) => {}
        }
    }
}

/// Reads the files that wait, and gives how many there were.
///
/// # Errors
/// The database or the file store failed.
pub async fn read_all(backend: &Backend, reader: &OwnProcess) -> backend::Result<usize> {
    let mut count = 0;
    while let Some(file) = library::next_to_read(backend).await? {
        let reading = one(backend, reader, &file).await?;
        library::was_read(backend, &file, reading).await?;
        count += 1;
    }
    Ok(count)
}

async fn one(backend: &Backend, reader: &OwnProcess, file: &ToRead) -> backend::Result<Reading> {
    if file.bytes > Limits::default().file {
        return Ok(Reading::nothing(State::TooLarge));
    }
    let copied = Copied::of(backend, &file.fingerprint, file.bytes).await?;
    let (reader, name, media_type) = (reader.clone(), file.name.clone(), file.media_type.clone());
    let read_it = move || read(&reader, &copied.file(), &name, &media_type, &copied.own());
    Ok(tokio::task::spawn_blocking(read_it).await??)
}
