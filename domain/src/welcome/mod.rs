//! The first steps of a new member, and who accompanies them.

use crate::columns::coded_enum;

coded_enum! {
    /// A first step, in their order.
    pub enum WelcomeStep {
        /// Say a few words about oneself.
        Profile = "profile",
        /// Read and sign the charter, where there is one to sign.
        Charter = "charter",
        /// Join a group, or ask to.
        Group = "group",
        /// Say something: a message, a remark, a suggestion.
        Word = "word",
        /// Follow a tutorial.
        Tutorial = "tutorial",
    }
}

coded_enum! {
    /// Where it stands between a new member and who would accompany them.
    pub enum SponsorState {
        /// Somebody offers, and the new member has not answered.
        Offered = "offered",
        /// They are agreed.
        Agreed = "agreed",
    }
}
