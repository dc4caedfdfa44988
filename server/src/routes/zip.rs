//! Zip files written as they are read: each piece as it is, its sum after it, the list at the end.

use backend::{
    files::FileStore,
    library::{Inside, Piece},
};
use bytes::Bytes;
use futures::{SinkExt, Stream, StreamExt, channel::mpsc, stream};

/// From here on, lengths and places are written in eight bytes.
const LARGE: u64 = 0xffff_ffff;
/// Names are UTF-8, and sums come after.
const FLAGS: u16 = 0x0808;
/// The first of January 1980: a zip of the same things is the same zip.
const DAY: u16 = 0x0021;

/// The bytes of a zip of these pieces. What fails half-way is the last item.
pub fn written(store: FileStore, pieces: Vec<Piece>) -> impl Stream<Item = backend::Result<Bytes>> + Send {
    let (sender, receiver) = mpsc::channel(2);
    tokio::spawn(async move {
        let mut zip = Zip { sender, at: 0, list: Vec::new() };
        if let Err(Stopped::Broken(error)) = zip.write(&store, pieces).await {
            // Nobody may be there any more.
            let _ = zip.sender.send(Err(error)).await;
        }
    });
    receiver
}

enum Stopped {
    /// Nobody reads any more.
    Left,
    /// A piece cannot be read.
    Broken(backend::Error),
}

struct Listed {
    name: Vec<u8>,
    sum: u32,
    length: u64,
    at: u64,
}

struct Zip {
    sender: mpsc::Sender<backend::Result<Bytes>>,
    at: u64,
    list: Vec<Listed>,
}

impl Zip {
    async fn write(&mut self, store: &FileStore, pieces: Vec<Piece>) -> Result<(), Stopped> {
        for piece in pieces {
            self.piece(store, piece).await?;
        }
        self.end().await
    }

    async fn send(&mut self, bytes: impl Into<Bytes>) -> Result<(), Stopped> {
        let bytes = bytes.into();
        self.at += bytes.len() as u64;
        self.sender.send(Ok(bytes)).await.map_err(|_| Stopped::Left)
    }

    async fn piece(&mut self, store: &FileStore, piece: Piece) -> Result<(), Stopped> {
        let (expected, mut content) = match piece.inside {
            Inside::File(fingerprint, length) => {
                (length, store.read(&fingerprint, 0..length).await.map_err(Stopped::Broken)?)
            }
            Inside::Text(text) => (text.len() as u64, stream::iter([Ok(Bytes::from(text))]).boxed()),
        };
        let (at, name, large) = (self.at, piece.path.into_bytes(), expected >= LARGE);
        let mut head = Vec::new();
        put4(&mut head, 0x0403_4b50);
        put2(&mut head, if large { 45 } else { 20 });
        for field in [FLAGS, 0, 0, DAY] {
            put2(&mut head, field);
        }
        put4(&mut head, 0);
        let unknown = if large { u32::MAX } else { 0 };
        put4(&mut head, unknown);
        put4(&mut head, unknown);
        put2(&mut head, short(name.len() as u64));
        put2(&mut head, if large { 20 } else { 0 });
        head.extend_from_slice(&name);
        if large {
            put2(&mut head, 1);
            put2(&mut head, 16);
            head.extend_from_slice(&[0; 16]);
        }
        self.send(head).await?;
        let (mut sum, mut length) = (!0, 0);
        while let Some(bytes) = content.next().await {
            let bytes = bytes.map_err(Stopped::Broken)?;
            sum = summed(sum, &bytes);
            length += bytes.len() as u64;
            self.send(bytes).await?;
        }
        let sum = !sum;
        let mut tail = Vec::new();
        put4(&mut tail, 0x0807_4b50);
        put4(&mut tail, sum);
        for _ in 0..2 {
            if large { tail.extend_from_slice(&length.to_le_bytes()) } else { put4(&mut tail, long(length)) }
        }
        self.send(tail).await?;
        self.list.push(Listed { name, sum, length, at });
        Ok(())
    }

    async fn end(&mut self) -> Result<(), Stopped> {
        let begins = self.at;
        let list = std::mem::take(&mut self.list);
        for listed in &list {
            let line = line(listed);
            self.send(line).await?;
        }
        let (ends, count) = (self.at, list.len() as u64);
        let mut end = Vec::new();
        if count >= 0xffff || ends >= LARGE {
            put4(&mut end, 0x0606_4b50);
            end.extend_from_slice(&44_u64.to_le_bytes());
            put2(&mut end, 45);
            put2(&mut end, 45);
            end.extend_from_slice(&[0; 8]);
            for number in [count, count, ends - begins, begins] {
                end.extend_from_slice(&number.to_le_bytes());
            }
            put4(&mut end, 0x0706_4b50);
            put4(&mut end, 0);
            end.extend_from_slice(&ends.to_le_bytes());
            put4(&mut end, 1);
        }
        put4(&mut end, 0x0605_4b50);
        end.extend_from_slice(&[0; 4]);
        put2(&mut end, short(count));
        put2(&mut end, short(count));
        put4(&mut end, long(ends - begins));
        put4(&mut end, long(begins));
        put2(&mut end, 0);
        self.send(end).await
    }
}

/// A line of the list at the end.
fn line(listed: &Listed) -> Vec<u8> {
    let large = listed.length >= LARGE || listed.at >= LARGE;
    let mut line = Vec::new();
    put4(&mut line, 0x0201_4b50);
    put2(&mut line, 0x032d);
    put2(&mut line, if large { 45 } else { 20 });
    for field in [FLAGS, 0, 0, DAY] {
        put2(&mut line, field);
    }
    put4(&mut line, listed.sum);
    put4(&mut line, if large { u32::MAX } else { long(listed.length) });
    put4(&mut line, if large { u32::MAX } else { long(listed.length) });
    put2(&mut line, short(listed.name.len() as u64));
    put2(&mut line, if large { 28 } else { 0 });
    for _ in 0..3 {
        put2(&mut line, 0);
    }
    // A plain file that its owner writes and others read.
    put4(&mut line, 0o100_644 << 16);
    put4(&mut line, if large { u32::MAX } else { long(listed.at) });
    line.extend_from_slice(&listed.name);
    if large {
        put2(&mut line, 1);
        put2(&mut line, 24);
        for number in [listed.length, listed.length, listed.at] {
            line.extend_from_slice(&number.to_le_bytes());
        }
    }
    line
}

fn put2(to: &mut Vec<u8>, value: u16) {
    to.extend_from_slice(&value.to_le_bytes());
}

fn put4(to: &mut Vec<u8>, value: u32) {
    to.extend_from_slice(&value.to_le_bytes());
}

fn short(value: u64) -> u16 {
    u16::try_from(value).unwrap_or(u16::MAX)
}

fn long(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

const SUMS: [u32; 256] = {
    let mut sums = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let (mut sum, mut bit) = (byte as u32, 0);
        while bit < 8 {
            sum = if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
            bit += 1;
        }
        sums[byte] = sum;
        byte += 1;
    }
    sums
};

fn summed(sum: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(sum, |sum, byte| SUMS[((sum ^ u32::from(*byte)) & 0xff) as usize] ^ (sum >> 8))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use futures::TryStreamExt;

    use super::*;

    #[tokio::test]
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

    #[test]
    fn sums_are_those_of_everybody() {
        assert_eq!(!summed(!0, b"123456789"), 0xcbf4_3926);
    }
}
