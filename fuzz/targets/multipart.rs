//! See `fuzz/entries/multipart.rs`.
#![no_main]

#[path = "../entries/multipart.rs"]
mod entry;

use std::sync::{LazyLock, Mutex};

static SITE: LazyLock<Mutex<entry::Site>> = LazyLock::new(|| Mutex::new(entry::Site::prepared()));

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| SITE.lock().expect("one at a time").run(bytes));
