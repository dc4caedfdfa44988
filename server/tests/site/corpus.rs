//! What fuzzing kept is played again: see `fuzz/README.md`.

#[path = "../../../fuzz/entries/import.rs"]
mod import;
#[path = "../../../fuzz/entries/corpus.rs"]
mod kept;
#[path = "../../../fuzz/entries/multipart.rs"]
mod multipart;

#[test]
fn what_fuzzing_kept_of_folders_is_told_in_a_report() {
    let site = import::Site::prepared();
    kept::replay("import", |bytes| site.run(bytes));
}

#[test]
fn what_fuzzing_kept_of_forms_with_files_is_answered() {
    let mut site = multipart::Site::prepared();
    kept::replay("multipart", |bytes| site.run(bytes));
}
