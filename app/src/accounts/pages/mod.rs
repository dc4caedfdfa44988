//! Pages of accounts.

mod account;
mod address;
mod codes;
mod invitation;
mod mail_link;
mod passkeys;
mod password;
mod prove;
mod providers;
mod second_step;
mod security;
mod sign_in;

pub use account::account;
pub use address::{address_confirmation, address_confirmed};
pub use codes::{arriving, codes, recovery};
pub use invitation::invitation;
pub use mail_link::{ask_link, link};
pub use passkeys::{add_passkey, sign_in_by_passkey};
pub use password::{ask, reset};
pub use prove::prove;
pub use providers::{back, leave};
pub use second_step::second_step;
pub use security::{passkey, security};
pub use sign_in::sign_in;
