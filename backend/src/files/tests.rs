//! The contract of the file store, the same for a folder, the memory and S3.

use std::net::SocketAddr;

use chrono::{DateTime, Utc};
use domain::Refusal;
use futures::{Stream, StreamExt, TryStreamExt, stream};
use hyper_util::rt::TokioIo;

use super::*;

/// A store of each kind, with what it lives on.
async fn stores() -> Vec<(&'static str, FileStore, Option<tempfile::TempDir>)> {
    let folder = tempfile::tempdir().expect("a folder");
    let bucket = tempfile::tempdir().expect("a folder");
    let address = serve_s3(bucket.path()).await;
    let s3 = format!(
        "s3://conseil/fichiers?endpoint=http://{address}&region=eu-west-3&allow_http=true\
         &access_key_id=cle&secret_access_key=secret&virtual_hosted_style_request=false"
    );
    vec![
        ("folder", FileStore::folder(folder.path()).expect("a store"), Some(folder)),
        ("memory", FileStore::memory(), None),
        ("s3", FileStore::s3(&s3).expect("a store"), Some(bucket)),
    ]
}

/// S3 over a folder, in this process.
async fn serve_s3(root: &Path) -> SocketAddr {
    let _ = rustls::crypto::ring::default_provider().install_default();
    std::fs::create_dir_all(root.join("conseil")).expect("a bucket");
    let mut service =
        s3s::service::S3ServiceBuilder::new(s3s_fs::FileSystem::new(root).expect("a file system"));
    service.set_auth(s3s::auth::SimpleAuth::from_single("cle", "secret"));
    let service = service.build();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let connection = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(socket), service.clone());
            tokio::spawn(connection);
        }
    });
    address
}

/// So many bytes, none like its neighbour, in pieces as a browser sends them.
fn bytes_of(length: usize) -> Vec<u8> {
    (0..length).map(|i| (i * 31 % 251) as u8).collect()
}

fn coming(bytes: &[u8]) -> impl Stream<Item = std::result::Result<Bytes, std::io::Error>> + use<> {
    let pieces: Vec<_> = bytes.chunks(60_000).map(|piece| Ok(Bytes::copy_from_slice(piece))).collect();
    stream::iter(pieces)
}

async fn whole(store: &FileStore, fingerprint: &Fingerprint, range: std::ops::Range<u64>) -> Vec<u8> {
    let pieces: Vec<Bytes> =
        store.read(fingerprint, range).await.expect("read").try_collect().await.expect("read");
    pieces.concat()
}

/// Every file under a folder.
fn left_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(left_in(&path)) } else { found.push(path) }
    }
    found
}

fn problem<T: std::fmt::Debug>(result: Result<T>) -> domain::FieldProblem {
    match result {
        Err(Error::Refused(Refusal::Invalid(errors))) => errors[0].problem.clone(),
        other => panic!("a refusal was expected: {other:?}"),
    }
}

#[tokio::test]
async fn identical_content_is_kept_once_and_read_back() {
    for (kind, store, _folder) in stores().await {
        let first = store.put("avis".as_bytes()).await.expect(kind);
        let second = store.put("avis".as_bytes()).await.expect(kind);
        assert_eq!(first, second);
        assert_eq!(first.as_str().len(), 64);
        assert_eq!(store.get(&first).await.expect(kind), "avis".as_bytes());
        let absent = Fingerprint::of(b"absent");
        assert!(store.get(&absent).await.is_err() && !store.has(&absent).await.expect(kind), "{kind}");
    }
}

#[tokio::test]
async fn what_arrives_small_or_large_is_read_back_from_anywhere() {
    for (kind, store, _folder) in stores().await {
        for length in [1, 100_000, 20_000_001] {
            let sent = bytes_of(length);
            let staged = store.receive(coming(&sent), u64::MAX).await.expect(kind);
            let fingerprint = staged.fingerprint.clone();
            assert_eq!(fingerprint, Fingerprint::of(&sent), "{kind}");
            assert_eq!((staged.bytes, staged.head.len()), (length as u64, length.min(8192)));
            assert!(!store.has(&fingerprint).await.expect(kind), "{kind}: it has no place before it is kept");
            store.keep(staged).await.expect(kind);
            let end = length as u64;
            assert!(whole(&store, &fingerprint, 0..end).await == sent, "{kind}, {length}");
            assert_eq!(whole(&store, &fingerprint, end - 1..end).await, sent[length - 1..], "{kind}");
            let again = store.receive(coming(&sent), u64::MAX).await.expect(kind);
            store.keep(again).await.expect("the same content again");
        }
    }
}

#[tokio::test]
async fn what_is_refused_leaves_nothing() {
    for (kind, store, folder) in stores().await {
        let sent = bytes_of(20_000_000);
        let cut = coming(&sent).chain(stream::iter([Err(std::io::Error::other("cut"))]));
        assert_eq!(problem(store.receive(cut, u64::MAX).await), domain::FieldProblem::Interrupted, "{kind}");
        let large = store.receive(coming(&sent), 19_000_000).await;
        assert_eq!(problem(large), domain::FieldProblem::FileTooLarge { megabytes: 19 }, "{kind}");
        assert_eq!(problem(store.receive(coming(&[]), 10).await), domain::FieldProblem::EmptyFile, "{kind}");
        let staged = store.receive(coming(&sent), u64::MAX).await.expect(kind);
        store.forget(staged).await;
        // What is swept of a cut upload may take a moment to go.
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        if let Some(folder) = &folder {
            let left = left_in(folder.path());
            let left: Vec<_> =
                left.iter().filter(|path| path.metadata().is_ok_and(|d| d.len() > 10_000)).collect();
            assert!(left.is_empty(), "{kind}: {left:?}");
        }
    }
}

#[tokio::test]
async fn what_a_crash_left_is_swept_and_files_that_nothing_names_go() {
    for (kind, store, folder) in stores().await {
        let staged = store.receive(coming(&bytes_of(20_000_000)), u64::MAX).await.expect(kind);
        drop(staged);
        store.sweep(DateTime::<Utc>::UNIX_EPOCH).await.expect(kind);
        let kept = store.put("avis".as_bytes()).await.expect(kind);
        store.sweep(DateTime::<Utc>::MAX_UTC).await.expect(kind);
        store.remove_unless(&kept, async || Ok(true)).await.expect(kind);
        assert!(store.has(&kept).await.expect(kind), "{kind}: still named");
        if let (Some(folder), "folder") = (&folder, kind) {
            assert_eq!(left_in(folder.path()).len(), 1);
        }
        store.remove_unless(&kept, async || Ok(false)).await.expect(kind);
        store.remove_unless(&kept, async || Ok(false)).await.expect("twice");
        assert!(!store.has(&kept).await.expect(kind), "{kind}");
    }
}

#[tokio::test]
async fn a_file_changed_behind_our_back_is_noticed() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = FileStore::folder(folder.path()).expect("a store");
    let address = store.put("avis".as_bytes()).await.expect("stored");
    let (first, rest) = address.as_str().split_at(2);
    std::fs::write(folder.path().join(first).join(rest), "autre").expect("written");
    assert!(store.get(&address).await.is_err());
}

#[tokio::test]
async fn a_store_that_does_not_answer_is_said_so() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let address = "s3://conseil?endpoint=http://127.0.0.1:9&region=r&allow_http=true&access_key_id=a\
                   &secret_access_key=b&connect_timeout=200ms&timeout=200ms";
    let store = FileStore::s3(address).expect("an address");
    let staged = tokio::time::timeout(std::time::Duration::from_secs(60), async {
        store.keep(store.receive(coming(b"avis"), 10).await?).await
    });
    let refused = staged.await.expect("in time").expect_err("nobody answers");
    assert_eq!(refused.refusal(), Some(&Refusal::Storage(domain::refusal::StorageTrouble::Away)));
    for wrong in ["s3://", "s3:///x", "s3://conseil?couleur=bleu"] {
        assert!(FileStore::s3(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_full_disk_is_said_so() {
    let source = std::io::Error::from(std::io::ErrorKind::StorageFull);
    let error: Error =
        object_store::Error::Generic { store: "LocalFileSystem", source: source.into() }.into();
    assert_eq!(error.refusal(), Some(&Refusal::Storage(domain::refusal::StorageTrouble::Full)));
}
