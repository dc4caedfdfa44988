//! Tells cargo when the files embedded in the program have changed.

use std::{env, fs};

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    // A clean clone compiles without them; only serving pages asks for `make assets`.
    let site = "../target/site";
    fs::create_dir_all(site)?;
    // While developing the folder is read as it is, and a new style sheet compiles nothing again.
    if env::var("PROFILE").as_deref() == Ok("release") {
        println!("cargo::rerun-if-changed={site}");
    }
    Ok(())
}
