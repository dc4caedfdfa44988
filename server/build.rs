//! Tells cargo when the files embedded in the program have changed, and how a release is linked.

use std::{env, fs};

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    // A clean clone compiles without them; only serving pages asks for `make assets`.
    let site = "../target/site";
    fs::create_dir_all(site)?;
    // While developing the folder is read as it is, and a new style sheet compiles nothing again.
    if env::var("PROFILE").as_deref() == Ok("release") {
        println!("cargo::rerun-if-changed={site}");
        // The addresses to settle when the program is loaded take 5 MiB of it, all read at each start: packed, nearly
        // nothing. The loader of Debian 12 and later can read them so (glibc 2.36).
        if env::var("TARGET").is_ok_and(|target| target.ends_with("-linux-gnu")) {
            println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
        }
    }
    Ok(())
}
