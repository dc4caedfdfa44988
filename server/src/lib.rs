//! The program `preau`: settings, web server, commands. It knows no rule of the council.

pub mod assets;
pub mod commands;
pub mod config;
pub mod middleware;
pub mod routes;
pub mod state;
pub mod web;
