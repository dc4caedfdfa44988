//! What every request goes through, in order: session, person and language, limits, plain words for failures.

pub mod explain;
pub mod headers;
pub mod identify;
pub mod observe;
