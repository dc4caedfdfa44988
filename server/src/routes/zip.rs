//! Zip files sent while they are written: each piece as it is, since most files are compressed already.

use std::io::{self, BufWriter, Write};

use backend::{
    Error,
    files::FileStore,
    library::{Inside, Piece},
};
use bytes::Bytes;
use futures::{Stream, StreamExt, stream};
use tokio::{runtime::Handle, sync::mpsc};
use zip::{
    CompressionMethod, DateTime, ZipWriter,
    result::ZipError,
    write::{SimpleFileOptions, StreamWriter},
};

/// From here on, lengths are written in eight bytes.
const LARGE: u64 = 0xffff_ffff;
/// Sent at once, in bytes.
const SENT: usize = 64 << 10;

type Sender = mpsc::Sender<backend::Result<Bytes>>;

/// The bytes of a zip of these pieces. What fails half-way is the last item.
pub fn written(store: FileStore, pieces: Vec<Piece>) -> impl Stream<Item = backend::Result<Bytes>> + Send {
    let (sender, mut receiver) = mpsc::channel(2);
    let runtime = Handle::current();
    tokio::task::spawn_blocking(move || {
        if let Err(Stopped::Broken(error)) = write(&runtime, &store, pieces, &sender) {
            // Nobody may be there any more.
            let _ = sender.blocking_send(Err(error));
        }
    });
    stream::poll_fn(move |cx| receiver.poll_recv(cx))
}

enum Stopped {
    /// Nobody reads any more.
    Left,
    /// A piece cannot be read, or put in a zip.
    Broken(Error),
}

impl From<ZipError> for Stopped {
    fn from(error: ZipError) -> Stopped {
        match error {
            ZipError::Io(error) => error.into(),
            error => Stopped::Broken(Error::unexpected(error)),
        }
    }
}

impl From<io::Error> for Stopped {
    fn from(error: io::Error) -> Stopped {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Stopped::Left,
            _ => Stopped::Broken(error.into()),
        }
    }
}

fn write(runtime: &Handle, store: &FileStore, pieces: Vec<Piece>, sender: &Sender) -> Result<(), Stopped> {
    let mut zip = ZipWriter::new_stream(BufWriter::with_capacity(SENT, Out(sender.clone())));
    for piece in pieces {
        match piece.inside {
            Inside::Text(text) => {
                begin(&mut zip, piece.path, text.len() as u64)?;
                zip.write_all(text.as_bytes())?;
            }
            Inside::File(fingerprint, length) => {
                begin(&mut zip, piece.path, length)?;
                let content = runtime.block_on(store.read(&fingerprint, 0..length));
                let mut content = content.map_err(Stopped::Broken)?;
                while let Some(bytes) = runtime.block_on(content.next()) {
                    zip.write_all(&bytes.map_err(Stopped::Broken)?)?;
                }
            }
        }
    }
    zip.finish()?.into_inner().flush()?;
    Ok(())
}

/// A zip of the same things is the same zip: it holds no time.
fn begin(
    zip: &mut ZipWriter<StreamWriter<BufWriter<Out>>>,
    path: String,
    length: u64,
) -> Result<(), Stopped> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .large_file(length >= LARGE);
    Ok(zip.start_file(path, options)?)
}

/// Sends what is written; waits for whoever reads.
struct Out(Sender);

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let sent = self.0.blocking_send(Ok(Bytes::copy_from_slice(bytes)));
        sent.map(|()| bytes.len()).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use futures::TryStreamExt;

    use super::*;

    #[tokio::test(flavor = "multi_thread")]
    async fn what_is_written_is_read_back() {
        let store = FileStore::memory();
        let content: Vec<u8> = (0..3_000_000).map(|i| (i * 7 % 251) as u8).collect();
        let kept = store.put(content.clone()).await.expect("kept");
        let pieces = vec![
            Piece { path: "Été/Œuvre.bin".into(), inside: Inside::File(kept, content.len() as u64) },
            Piece { path: "note.md".into(), inside: Inside::Text("# Été".into()) },
            Piece { path: "vide.md".into(), inside: Inside::Text(String::new()) },
        ];
        let bytes: Vec<Bytes> = written(store, pieces).try_collect().await.expect("written");
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes.concat())).expect("a zip");
        assert_eq!(zip.len(), 3);
        let mut read = |name: &str| {
            let mut inside = Vec::new();
            zip.by_name(name).expect("there").read_to_end(&mut inside).expect("its sum is right");
            inside
        };
        assert!(read("Été/Œuvre.bin") == content);
        assert_eq!(read("note.md"), "# Été".as_bytes());
        assert_eq!(read("vide.md"), b"");
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_file_that_is_not_there_is_told_at_the_end() {
        let gone = FileStore::memory().put(b"ailleurs".to_vec()).await.expect("kept");
        let pieces = vec![Piece { path: "a.bin".into(), inside: Inside::File(gone, 8) }];
        let sent: Vec<backend::Result<Bytes>> = written(FileStore::memory(), pieces).collect().await;
        assert!(sent.last().is_some_and(Result::is_err));
    }
}
