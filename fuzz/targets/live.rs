//! See `backend/src/live/fuzzed.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(
    init: {
        // What decodes the messages of Yjs may panic: rooms catch it, and a panic that is caught is no crash. One that
        // is not ends this program all the same; the test that plays the input again says what it was.
        std::panic::set_hook(Box::new(|_| {}));
    },
    |bytes: &[u8]| backend::live::fuzzed::run(bytes)
);
