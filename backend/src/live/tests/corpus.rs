//! What fuzzing kept is played again.

#[path = "../../../../fuzz/entries/corpus.rs"]
mod kept;

#[test]
fn what_fuzzing_kept_brings_no_text_down() {
    kept::replay("live", crate::live::fuzzed::run);
}
