//! See `fuzz/entries/query.rs`.
#![no_main]

#[path = "../entries/query.rs"]
mod entry;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::run(bytes));
