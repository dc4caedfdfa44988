//! Tokens, by which programs ask in the name of people.
//!
//! A token is shown once; its hash is kept. Who asks by it is looked up at each request, with every right as it is then,
//! so that a token ends with what its person may do. What its scopes leave out is refused above, where requests come in.

mod answers;
mod asking;
mod tokens;

pub use answers::{Answer, Begun, begin_answer, forget_answer, keep_answer};
pub(crate) use answers::{Taken, give_back};
pub use asking::{Asking, asking};
pub use tokens::{TokenOfPerson, TokenView, all, make, mine, revoke, tidy_up};

#[cfg(test)]
mod tests;
