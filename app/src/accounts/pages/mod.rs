//! Pages of accounts.

mod account;
mod address;
mod invitation;
mod password;
mod sign_in;

pub use account::account;
pub use address::{address_confirmation, address_confirmed};
pub use invitation::invitation;
pub use password::{ask, reset};
pub use sign_in::sign_in;
