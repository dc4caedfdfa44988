//! What fuzzing kept is played again: see `fuzz/README.md`.

#[path = "../../../fuzz/entries/corpus.rs"]
mod corpus;
#[path = "../../../fuzz/entries/query.rs"]
mod fuzzed;

#[test]
fn what_fuzzing_kept_is_never_a_command() {
    corpus::replay("query", fuzzed::run);
}
