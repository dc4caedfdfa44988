//! A file is read by a process of its own, within limits that the kernel keeps.

use std::{path::Path, process::Command, time::Duration};

use extraction::{Reading, State};
use server::reader::OwnProcess;

const PREAU: &str = env!("CARGO_BIN_EXE_preau");

fn read(reader: &OwnProcess, bytes: &[u8], name: &str) -> Reading {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    std::fs::write(&file, bytes).expect("a file");
    let own = folder.path().join("own");
    std::fs::create_dir(&own).expect("a folder");
    reader.read(&file, name, "", &own).expect("a program that starts")
}

#[test]
fn a_file_is_read_by_a_process_of_its_own() {
    let reading = read(&OwnProcess::new(PREAU.into()), "Les élus\n\nLa forêt".as_bytes(), "avis.txt");
    assert_eq!(reading.state, State::Read);
    assert_eq!(reading.sections[0].text(), "Les élus\nLa forêt\n");
    // A name is not a setting.
    let reading = read(&OwnProcess::new(PREAU.into()), b"a;b", "--memory=0.csv");
    assert_eq!(reading.state, State::Read);
}

/// A program that does this.
fn program(folder: &Path, script: &str) -> OwnProcess {
    use std::os::unix::fs::PermissionsExt;
    let path = folder.join("program");
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a program");
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o700)).expect("its rights");
    OwnProcess::new(path).with_patience(Duration::from_secs(2))
}

#[test]
fn however_a_process_ends_it_costs_one_file() {
    let folder = tempfile::tempdir().expect("a folder");
    for script in ["exit 1", "kill -9 $$", "echo nothing that is understood", "exec sleep 60"] {
        let reading = read(&program(folder.path(), script), b"a", "a.txt");
        assert_eq!(reading.state, State::Damaged, "{script}");
    }
    // It sees nothing of the settings.
    let script = "[ -z \"$(env | grep -vE '^(PWD|SHLVL|_)=')\" ] && echo '{\"state\":\"empty\",\"recognised\":false,\"sections\":[]}'";
    assert_eq!(read(&program(folder.path(), script), b"a", "a.txt").state, State::Empty);
}

#[test]
fn memory_and_time_are_limited_by_the_kernel() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.csv");
    std::fs::write(&file, "mot;".repeat(8 << 20)).expect("a file");
    let ends_well = |memory: &str, seconds: &str| {
        let mut command = Command::new(PREAU);
        command.arg("extract").arg(&file).args(["--name=a.csv", "--memory", memory, "--seconds", seconds]);
        command.env_clear().output().expect("a program that starts").status.success()
    };
    assert!(ends_well("2048", "60"));
    assert!(!ends_well("64", "60"));
    assert!(!ends_well("2048", "0"));
}
