//! The folder of a council, tried: whatever it holds, it is told in a report, and a trial writes nothing.
//!
//! The input is a folder: each file after a line « @ » and its path. The council, its members and its groups are there
//! unless the input says otherwise.

use std::collections::BTreeMap;

use backend::{accounts, testing::TestBackend};
use server::commands::import::{Options, folder::Folder, import};
use tokio::runtime::{Builder, Runtime};

const COUNCIL: &str = "name = \"Conseil du Val\"\nterritory = \"Val\"\ncolleges = [\"Habitants\"]\n";
const MEMBERS: &str = "email;name;role\nanne@val.fr;Anne Orsel;présidence\nbruno@val.fr;Bruno Tual;membre\n";
const GROUPS: &str = "slug;name;kind;visibility;mandate;facilitators;members\n\
    eau;Eau;groupe de travail;ouvert;Dire;anne@val.fr;bruno@val.fr\n";
/// Files of a folder, at most: what is looked for is not how long many take.
const FILES: usize = 12;

/// A folder in memory.
struct Folded(BTreeMap<String, Vec<u8>>);

impl Folded {
    fn of(bytes: &[u8]) -> Folded {
        let mut files: BTreeMap<String, Vec<u8>> =
            [("council.toml", COUNCIL), ("members.csv", MEMBERS), ("groups.csv", GROUPS)]
                .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
                .into();
        let mut current: Option<String> = None;
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            if let Some(path) = line.strip_prefix(b"@ ") {
                let path = String::from_utf8_lossy(path).trim().to_owned();
                current = (files.len() < FILES).then(|| path.clone());
                if current.is_some() {
                    files.insert(path, Vec::new());
                }
            } else if let Some(content) = current.as_ref().and_then(|path| files.get_mut(path)) {
                content.extend_from_slice(line);
            }
        }
        Folded(files)
    }
}

impl Folder for Folded {
    fn files(&self) -> anyhow::Result<Vec<String>> {
        Ok(self.0.keys().cloned().collect())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        self.0.get(path).cloned().ok_or_else(|| "is not there".to_owned())
    }
}

/// An installation without a council.
pub struct Site {
    runtime: Runtime,
    test: TestBackend,
}

impl Site {
    /// Prepares it once.
    pub fn prepared() -> Site {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
        let test = runtime.block_on(TestBackend::empty());
        Site { runtime, test }
    }

    /// Tries to import a folder.
    pub fn run(&self, bytes: &[u8]) {
        let folder = Folded::of(bytes);
        let backend = &self.test.backend;
        self.runtime.block_on(async {
            let options = Options { dry_run: true, ..Options::default() };
            let report = import(backend, &folder, options).await.expect("nothing of a file fails an import");
            report.summary();
            for line in report.refused.iter().map(ToString::to_string) {
                assert!(!line.is_empty() && line.len() < 4_000, "{line}");
            }
            let installed = accounts::is_installed(&backend.system()).await.expect("read");
            assert!(!installed, "a trial writes nothing");
        });
    }
}
