//! What the program does as a whole. One program of tests: each would otherwise be linked with all of Préau.

mod common;

mod access;
mod accounts;
mod api;
mod bad_files;
mod behalf;
mod captions;
mod charter;
mod corpus;
mod demo;
mod discussions;
mod edge;
mod extraction;
mod groups;
mod identity;
mod images;
mod import;
mod intake;
mod library;
mod live;
mod loss;
mod open_archive;
mod operations;
mod outside;
mod personal_data;
mod pictures;
mod portraits;
mod prints;
mod providers;
mod publications;
mod search;
mod tidy;
mod tutorials;
