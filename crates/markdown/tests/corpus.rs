//! What fuzzing kept is played again: see `fuzz/README.md`.

#[path = "../../../fuzz/entries/corpus.rs"]
mod corpus;
#[path = "../../../fuzz/entries/markdown.rs"]
mod fuzzed;

#[test]
fn what_fuzzing_kept_renders_to_what_is_allowed() {
    corpus::replay("markdown", fuzzed::run);
}
