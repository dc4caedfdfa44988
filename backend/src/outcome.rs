//! What bringing in something that may already be there did.

/// What became of a record brought in from outside: running an import twice changes nothing twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was not there, and is now.
    Created,
    /// It was there, and differed.
    Changed,
    /// It was there, the same.
    Unchanged,
}
