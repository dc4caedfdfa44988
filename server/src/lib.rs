//! The program `preau`: settings, web server, commands. It knows no rule of the council.

// The type of a page is as deep as the page; a release computes what it takes in memory.
#![recursion_limit = "512"]

pub mod assets;
pub mod captioner;
pub mod commands;
pub mod config;
pub mod drafter;
pub mod erasures;
pub mod log;
pub mod metrics;
pub mod middleware;
pub mod nightly;
pub mod notary;
pub mod own_process;
pub mod painter;
pub mod printer;
pub mod providers;
pub mod reader;
pub mod routes;
pub mod shipped;
pub mod state;
pub mod web;
