//! What the command `wasm-bindgen --target web --no-typescript` does, and nothing more.
//!
//! The official command must have the very version of the `wasm-bindgen` crate, and is usually
//! downloaded. Building these few lines on its library keeps the version in `Cargo.lock`, beside
//! the other one.
//!
//!     wasm-bindgen-tool INPUT.wasm --out-dir FOLDER --out-name NAME [--keep-names]

use std::{env, path::PathBuf, process::ExitCode};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

const USAGE: &str = "usage: wasm-bindgen-tool INPUT.wasm --out-dir FOLDER --out-name NAME [--keep-names]";

fn main() -> ExitCode {
    match run(env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("wasm-bindgen-tool: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut args: impl Iterator<Item = String>) -> Result<()> {
    let (mut input, mut out_dir, mut out_name, mut keep_names) = (None, None, None, false);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--out-dir" => out_dir = args.next().map(PathBuf::from),
            "--out-name" => out_name = args.next(),
            "--keep-names" => keep_names = true,
            flag if flag.starts_with('-') => bail!("unknown option {flag}; {USAGE}"),
            _ => input = Some(PathBuf::from(arg)),
        }
    }
    let input = input.context(USAGE)?;
    Bindgen::new()
        .web(true)?
        .typescript(false)
        // Names are for readable panics while developing; a visitor should not download them.
        .remove_name_section(!keep_names)
        .remove_producers_section(!keep_names)
        .input_path(&input)
        .out_name(&out_name.context(USAGE)?)
        .generate(out_dir.context(USAGE)?)
        .with_context(|| format!("cannot bind {}", input.display()))
}
