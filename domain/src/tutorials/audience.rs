//! For whom a tutorial is.

use crate::{actor::Actor, columns::coded_enum};

coded_enum! {
    /// A place in the council that a tutorial is for.
    pub enum Audience {
        /// Everybody who sits in the council.
        Member = "member",
        /// Who runs a group.
        Facilitator = "facilitator",
        /// Who presides.
        Chair = "chair",
        /// Who works for the council, or runs the installation.
        Staff = "staff",
    }
}

impl Audience {
    /// The places that somebody holds today.
    pub fn of(actor: &Actor) -> Vec<Audience> {
        let holds = |audience: &Audience| match audience {
            Audience::Member => actor.is_council_member(),
            Audience::Facilitator => actor.facilitates_a_group(),
            Audience::Chair => actor.presides(),
            Audience::Staff => actor.is_staff() || actor.is_administrator(),
        };
        Audience::ALL.iter().copied().filter(holds).collect()
    }
}
