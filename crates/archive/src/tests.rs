use std::{fs, path::Path};

use crate::{Reader, Trouble, Writer};

const WORDS: &str = "un mot de passe";

fn make(to: &Path, passphrase: Option<&str>) {
    let mut archive = Writer::with_work(to, passphrase, 1_795_334_400, 2).expect("begun");
    archive.whole("backup.json", b"{}").expect("written");
    archive.part("files/ab/cd", 2_000).expect("written");
    for piece in vec![7; 2_000].chunks(300) {
        archive.write(piece).expect("written");
    }
    archive.whole("end", b"").expect("written");
    archive.finish().expect("ended");
}

fn parts(from: &Path, passphrase: Option<&str>) -> Result<Vec<(String, Vec<u8>)>, Trouble> {
    let mut parts = Vec::new();
    Reader::open(from, passphrase)?.read(|mut part| {
        let whole = part.whole(1 << 20)?;
        parts.push((part.name, whole));
        Ok::<_, Trouble>(())
    })?;
    Ok(parts)
}

#[test]
fn what_is_written_is_read_encrypted_or_not() {
    let folder = tempfile::tempdir().expect("a folder");
    for passphrase in [None, Some(WORDS)] {
        let file = folder.path().join(if passphrase.is_some() { "a" } else { "b" });
        make(&file, passphrase);
        let read = parts(&file, passphrase).expect("read");
        let names: Vec<&str> = read.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["backup.json", "files/ab/cd", "end"]);
        assert_eq!(read[1].1, vec![7; 2_000]);
        let names = fs::read_dir(folder.path()).expect("listed").flatten().map(|entry| entry.file_name());
        assert!(names.into_iter().all(|name| name.len() == 1), "nothing is left beside");
    }
}

#[cfg(unix)]
#[test]
fn only_its_owner_reads_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a");
    make(&file, None);
    assert_eq!(fs::metadata(&file).expect("there").permissions().mode() & 0o777, 0o600);
}

#[test]
fn one_byte_that_changed_or_is_missing_is_seen_wherever_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    for passphrase in [None, Some(WORDS)] {
        let (file, other) = (folder.path().join("file"), folder.path().join("other"));
        let _ = fs::remove_file(&file);
        make(&file, passphrase);
        let whole = fs::read(&file).expect("read");
        for at in 0..whole.len() {
            let mut altered = whole.clone();
            altered[at] ^= 0x10;
            fs::write(&other, altered).expect("written");
            assert!(parts(&other, passphrase).is_err(), "byte {at} of {}", whole.len());
            fs::write(&other, &whole[..at]).expect("written");
            assert!(parts(&other, passphrase).is_err(), "cut at {at} of {}", whole.len());
        }
        let mut longer = whole.clone();
        longer.extend([0; 64]);
        fs::write(&other, longer).expect("written");
        assert!(parts(&other, passphrase).is_err(), "something follows");
    }
}

#[test]
fn each_trouble_is_told_by_its_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let (plain, secret, other) =
        (folder.path().join("plain"), folder.path().join("secret"), folder.path().join("other"));
    make(&plain, None);
    make(&secret, Some(WORDS));
    assert!(matches!(parts(&secret, None), Err(Trouble::PassphraseNeeded)));
    assert!(matches!(parts(&secret, Some("un autre")), Err(Trouble::WrongPassphrase)));
    assert!(matches!(parts(&other, None), Err(Trouble::Unreadable(_))));
    fs::write(&other, "Bonjour").expect("written");
    assert!(matches!(parts(&other, None), Err(Trouble::NotOurs)));
    let whole = fs::read(&plain).expect("read");
    fs::write(&other, &whole[..whole.len() - 10]).expect("written");
    assert!(matches!(parts(&other, None), Err(Trouble::Cut)));
    let mut altered = whole.clone();
    altered[whole.len() / 2] ^= 1;
    fs::write(&other, altered).expect("written");
    assert!(matches!(parts(&other, None), Err(Trouble::Altered)));
}

#[test]
fn a_file_that_is_there_is_never_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a");
    fs::write(&file, "précieux").expect("written");
    assert!(Writer::create(&file, None, 0).is_err());
    assert_eq!(fs::read_to_string(&file).expect("read"), "précieux");
}

#[test]
fn what_is_given_up_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut archive = Writer::create(&folder.path().join("a"), None, 0).expect("begun");
    archive.part("a", 10).expect("begun");
    assert!(archive.write(&[0; 11]).is_err(), "longer than said");
    drop(archive);
    assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 0);
}
