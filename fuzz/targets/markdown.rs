//! See `fuzz/entries/markdown.rs`.
#![no_main]

#[path = "../entries/markdown.rs"]
mod entry;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::run(bytes));
