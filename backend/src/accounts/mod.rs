//! Accounts: signing in, invitations, passwords, addresses, open sessions.
//!
//! A file a verb. Whoever holds a one-time link proves who they are by it; everything else asks for a session. The
//! cookie and the rotation of its identifier belong to the web, above: use cases take the key of a session.

mod address;
mod hashing;
mod install;
mod invite;
mod link;
mod open_sessions;
mod outside;
mod password;
mod sign_in;
mod suspend;
mod throttle;

pub use address::{
    AddressConfirmed, PendingChange, ask_email_change, confirm_email_change, pending_email_change,
};
pub use hashing::may_be_chosen;
pub use install::{install, is_installed};
pub use invite::{ListOutcome, RefusedLine, invite, invite_list, invite_waiting, resend_invitation, waiting};
pub use link::{LinkView, create_link_now, look_at_link};
pub use open_sessions::{OpenSession, revoke_other_sessions, revoke_session, sessions};
pub use password::{accept_invitation, ask_password_reset, change_password, give_password, reset_password};
pub use sign_in::sign_in;
pub use suspend::{restore, suspend};

pub(crate) use address::forget_links;
pub(crate) use hashing::{Hashing, hash_uncommon};
pub(crate) use link::send_link;
pub(crate) use outside::{hashed, opens};
pub(crate) use sign_in::confirm_password;
pub(crate) use throttle::forget_all as forget_tries;

#[cfg(test)]
mod tests;
