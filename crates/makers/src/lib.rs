//! Documents and pictures, each made in a process of its own that may die of it. `preau` has these commands, and so has
//! `preau-makers`, for a `preau` built without: two thirds of the crates of the first have nothing to do with the second,
//! and `make run` opens its site before it compiles them.

pub mod draw;
pub mod press;
