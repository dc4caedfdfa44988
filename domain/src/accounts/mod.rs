//! Accounts: addresses, passwords, one-time links and their delays.

pub mod codes;
pub mod device;
mod installation;
mod ways;

use chrono::TimeDelta;

use crate::{columns::coded_enum, refusal::FieldProblem};

pub use installation::{InstallationForm, chosen_password};
pub use ways::WayChange;

coded_enum! {
    /// What a one-time link is for.
    pub enum LinkPurpose {
        /// Choose a first password and open the account.
        Invitation = "invitation",
        /// Choose another password.
        PasswordReset = "password_reset",
        /// Confirm a change of address from the present address.
        ConfirmPresentAddress = "confirm_present_address",
        /// Confirm a change of address from the new address.
        ConfirmNewAddress = "confirm_new_address",
        /// Sign in without a password.
        SignIn = "sign_in",
    }
}

impl LinkPurpose {
    /// How long such a link works.
    pub fn lifetime(self) -> TimeDelta {
        match self {
            LinkPurpose::Invitation => TimeDelta::days(14),
            LinkPurpose::PasswordReset => TimeDelta::hours(2),
            LinkPurpose::ConfirmPresentAddress | LinkPurpose::ConfirmNewAddress => TimeDelta::days(2),
            LinkPurpose::SignIn => TimeDelta::minutes(15),
        }
    }
}

/// Characters a password needs at least: length is what protects, so nothing else is asked of it.
pub const PASSWORD_MIN: u32 = 12;
/// Characters a password may have at most: hashing a longer one would only cost time.
pub const PASSWORD_MAX: u32 = 256;

/// Failed sign-ins allowed for one account within [`THROTTLE_WINDOW`].
pub const ATTEMPTS_PER_ACCOUNT: u64 = 8;
/// Failed sign-ins allowed from one address within [`THROTTLE_WINDOW`]: a town hall shares one.
pub const ATTEMPTS_PER_ADDRESS: u64 = 40;
/// Links asked for by one address of a person who forgot their password within [`THROTTLE_WINDOW`].
pub const RESETS_PER_ACCOUNT: u64 = 3;
/// Codes tried for one account within [`THROTTLE_WINDOW`], once its password was given.
pub const CODES_PER_ACCOUNT: u64 = 8;
/// The window over which failed sign-ins are counted.
pub const THROTTLE_WINDOW: TimeDelta = TimeDelta::minutes(15);

/// Reads an e-mail address: trimmed and lower-cased, as people type it with a capital on phones.
///
/// Only what would make delivery impossible is refused; the invitation itself proves the rest.
///
/// # Errors
/// `Missing`, `TooLong` or `NotAnEmail`.
pub fn email(text: &str) -> Result<String, FieldProblem> {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Err(FieldProblem::Missing);
    }
    if text.chars().count() > 254 {
        return Err(FieldProblem::TooLong { max: 254 });
    }
    let Some((local, host)) = text.rsplit_once('@') else { return Err(FieldProblem::NotAnEmail) };
    let local_ok = !local.is_empty()
        && local.len() <= 64
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c));
    let host_ok = host.contains('.')
        && host.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
    if local_ok && host_ok { Ok(text) } else { Err(FieldProblem::NotAnEmail) }
}

/// Checks the length of a chosen password, and that it is not made of the person's own words.
///
/// Whether it is among the most used ones is asked above, where the list is.
///
/// # Errors
/// `Missing`, `TooShort`, `TooLong` or `TooCommon`.
pub fn password(password: &str, own_words: &[&str]) -> Result<(), FieldProblem> {
    let count = password.chars().count();
    if count == 0 {
        return Err(FieldProblem::Missing);
    }
    if count < PASSWORD_MIN as usize {
        return Err(FieldProblem::TooShort { min: PASSWORD_MIN });
    }
    if count > PASSWORD_MAX as usize {
        return Err(FieldProblem::TooLong { max: PASSWORD_MAX });
    }
    let mut rest = password.to_lowercase();
    let mut words: Vec<String> =
        own_words.iter().flat_map(|w| w.split(['@', '.', ' ', '-'])).map(str::to_lowercase).collect();
    words.extend(
        ["motdepasse", "password", "azerty", "qwerty", "préau", "preau", "conseil"].map(String::from),
    );
    words.sort_by_key(|w| std::cmp::Reverse(w.len()));
    for word in words.iter().filter(|w| w.chars().count() >= 4) {
        rest = rest.replace(word.as_str(), "");
    }
    let distinct: std::collections::BTreeSet<char> = password.chars().collect();
    // What is left once the obvious words are taken out must still be something to guess.
    if distinct.len() < 5 || (rest.chars().count() < 6 && rest.len() < password.len()) {
        return Err(FieldProblem::TooCommon);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
