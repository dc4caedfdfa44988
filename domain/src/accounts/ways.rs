//! What is told by mail of the ways in which somebody signs in.

use crate::columns::coded_enum;

coded_enum! {
    /// What changed in the ways somebody signs in: they are told, in case it was not them.
    pub enum WayChange {
        /// A code is asked besides the password from now on.
        CodesOn = "codes-on",
        /// No code is asked any more.
        CodesOff = "codes-off",
        /// Somebody who administers the site had no code asked any more.
        CodesReset = "codes-reset",
        /// A recovery code was used.
        RecoveryUsed = "recovery-used",
        /// Other recovery codes were made.
        RecoveryRenewed = "recovery-renewed",
        /// A passkey was added.
        PasskeyAdded = "passkey-added",
        /// A passkey was removed.
        PasskeyRemoved = "passkey-removed",
        /// Their account of a sign-in service opens this one from now on.
        ProviderLinked = "provider-linked",
        /// It does not any more.
        ProviderUnlinked = "provider-unlinked",
        /// A program may act in their name from now on.
        TokenMade = "token-made",
    }
}
