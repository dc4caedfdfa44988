//! `preau-makers`: what makes documents and pictures, for a `preau` that was built without.

use anyhow::Result;
use clap::Parser;
use makers::{draw, press};

/// As `preau` has it: the limits of memory count what an allocator sets aside.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Documents and pictures, for `preau serve`.
#[derive(Parser)]
#[command(name = "preau-makers", version)]
enum Command {
    /// Draw a picture of one file.
    Draw(draw::DrawArguments),
    /// Make a document of one text.
    Press(press::PressArguments),
}

fn main() -> Result<()> {
    match Command::parse() {
        Command::Draw(arguments) => draw::run(&arguments),
        Command::Press(arguments) => press::run(&arguments),
    }
}
