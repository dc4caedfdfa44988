//! See `fuzz/entries/import.rs`.
#![no_main]

#[path = "../entries/import.rs"]
mod entry;

use std::sync::LazyLock;

static SITE: LazyLock<entry::Site> = LazyLock::new(entry::Site::prepared);

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| SITE.run(bytes));
