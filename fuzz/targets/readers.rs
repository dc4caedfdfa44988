//! See `fuzz/entries/readers.rs`.
#![no_main]

#[path = "../entries/readers.rs"]
mod entry;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::run(bytes));
