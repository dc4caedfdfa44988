//! What fuzzing kept is played again: see `fuzz/README.md`.

#[path = "../../../fuzz/entries/corpus.rs"]
mod corpus;
#[path = "../../../fuzz/entries/readers.rs"]
mod fuzzed;

#[test]
fn what_fuzzing_kept_is_read_within_its_limits() {
    corpus::replay("readers", fuzzed::run);
}
