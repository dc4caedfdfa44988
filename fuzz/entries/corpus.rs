//! The inputs that fuzzing kept, for the tests that play them again.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The inputs kept for a target: their files and what is in them.
pub fn kept(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let from = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = from
        .ancestors()
        .map(|folder| folder.join("fuzz/corpus").join(target))
        .find(|folder| folder.is_dir())
        .unwrap_or_else(|| panic!("fuzz/corpus/{target} is missing"));
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("the corpus").flatten().map(|entry| entry.path()).collect();
    files.sort();
    assert!(files.len() >= 8, "{target}: {} inputs only", files.len());
    files.into_iter().map(|path| (path.clone(), fs::read(path).expect("an input"))).collect()
}

/// Plays again all that is kept for a target, and says which file is being played when one fails.
pub fn replay(target: &str, mut play: impl FnMut(&[u8])) {
    for (path, bytes) in kept(target) {
        println!("{}", path.display());
        play(&bytes);
    }
}
