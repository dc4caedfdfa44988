//! Accounts: signing in, invitations, passwords, codes, passkeys, addresses, open sessions.
//!
//! A file a verb. Whoever holds a one-time link proves who they are by it; everything else asks for a session. The
//! cookie and the rotation of its identifier belong to the web, above: use cases take the key of a session.

mod address;
mod arrive;
mod forget;
mod hashing;
mod install;
mod invite;
mod link;
mod mail_link;
mod open_sessions;
mod outside;
pub mod passkeys;
mod password;
mod prove;
pub mod providers;
mod second_factor;
mod sign_in;
mod suspend;
mod throttle;

pub use address::{
    AddressConfirmed, PendingChange, ask_email_change, confirm_email_change, pending_email_change,
};
pub use arrive::arrive;
pub use forget::forget_all_ways;
pub use hashing::may_be_chosen;
pub use install::{install, is_installed};
pub use invite::{ListOutcome, RefusedLine, invite, invite_list, invite_waiting, resend_invitation, waiting};
pub use link::{LinkView, create_link_now, look_at_link};
pub use mail_link::{ask_sign_in_link, sign_in_by_link};
pub use open_sessions::{OpenSession, close_all_sessions, revoke_other_sessions, revoke_session, sessions};
pub use password::{accept_invitation, ask_password_reset, change_password, give_password, reset_password};
pub use prove::prove_again;
pub use second_factor::{
    Asked, HalfWay, SecondFactor, Whose, confirm_codes, give_code, has_codes, prepare_codes, prepared_secret,
    renew_recovery_codes, require_codes, reset_codes, second_factor, still_asked, stop_codes,
};
pub use sign_in::sign_in;
pub use suspend::{restore, suspend};

pub(crate) use address::forget_links;
pub(crate) use hashing::{Hashing, hash_uncommon};
pub(crate) use link::send_link;
pub(crate) use outside::{hashed, opens};
#[cfg(any(test, feature = "testing"))]
pub(crate) use second_factor::shown_by_application;
pub(crate) use sign_in::confirm_password;
pub(crate) use throttle::forget_all as forget_tries;

#[cfg(test)]
mod tests;
