//! What of somebody's rights is lent to whoever acts for them: those of a member.

use crate::{
    actor::{Actor, Person},
    groups::GroupRole,
    people::CouncilRole,
    policy::Permission,
};

impl Person {
    /// The same person as whoever acts for them may be: a member, in their groups, without the keys nor any office.
    #[must_use]
    pub fn lent(&self) -> Person {
        let mut lent = self.by_themselves();
        lent.administrator = false;
        let member = lent.roles.iter().any(|role| role.is_of_a_member()).then_some(CouncilRole::Member);
        let guest = lent.roles.contains(&CouncilRole::Guest).then_some(CouncilRole::Guest);
        lent.roles = member.into_iter().chain(guest).collect();
        for (_, role) in &mut lent.groups {
            if *role == GroupRole::Facilitator {
                *role = GroupRole::Member;
            }
        }
        lent
    }
}

/// Whether somebody may be acted for: a member of the council, whatever else they are.
pub fn may_be_acted_for(actor: &Actor) -> bool {
    actor.is_council_member()
}

/// Whether something is one's own alone, whoever one may act for: what looks after the council and its people.
pub fn is_never_lent(permission: Permission<'_>) -> bool {
    matches!(
        permission,
        Permission::Administer
            | Permission::ManagePeople
            | Permission::Invite
            | Permission::RunPolls
            | Permission::HandOverChair
            | Permission::ActOnBehalf
            | Permission::FollowBehalf
    )
}
