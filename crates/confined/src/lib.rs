//! What a process does that looks into files from outside, or makes some, for a server: it bounds itself before it looks
//! at a byte, then answers by its standard output.

use std::io::{self, Write};

use anyhow::Context;
use rlimit::{Resource, setrlimit};

/// Bytes of an answer that are read.
pub const ANSWER: u64 = 64 << 20;
/// Bytes of a file that it may write: a page drawn, or its own words.
const WRITTEN: u64 = 64 << 20;

/// Bounds the process that calls it: mebibytes of memory beyond what it has, seconds of processor. Before a byte is
/// looked at.
///
/// # Errors
/// The kernel refuses a limit.
pub fn bound(memory: u64, seconds: u64) -> anyhow::Result<()> {
    let limit = |resource: Resource, most| setrlimit(resource, most, most).context("cannot set a limit");
    limit(Resource::AS, held() + (memory << 20))?;
    limit(Resource::CPU, seconds)?;
    limit(Resource::FSIZE, WRITTEN)?;
    limit(Resource::NOFILE, 64)?;
    // It leaves no image of its memory.
    limit(Resource::CORE, 0)
}

/// Gives the answer of the process that calls it.
///
/// # Errors
/// Nobody reads it any more.
pub fn give(answer: &[u8]) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(answer)?;
    Ok(out.flush()?)
}

/// The addresses it has already: its allocator sets a great many aside, and the stack needs some.
fn held() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmSize:")).unwrap_or_default();
    let kibibytes = line.trim().trim_end_matches("kB").trim().parse::<u64>();
    kibibytes.map_or(2 << 30, |kibibytes| kibibytes << 10)
}
