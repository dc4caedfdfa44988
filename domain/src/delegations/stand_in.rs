//! What somebody does in the place of somebody else, beside what is their own.

use super::{DELEGABLE, Office};
use crate::{
    actor::{Actor, Person},
    groups::GroupRole,
    ids::{DelegationId, UserId},
    people::CouncilRole,
    policy::{Permission, decide},
};

/// A delegation that runs, as the rights of the delegate know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delegated {
    /// Which one.
    pub id: DelegationId,
    /// What was given.
    pub office: Office,
    /// By whom.
    pub from: UserId,
}

impl Person {
    /// The roles that are their own, without those of others.
    pub fn own_roles(&self) -> impl Iterator<Item = CouncilRole> + '_ {
        self.roles.iter().copied().filter(|role| !self.stands_in_for(Office::Role(*role)))
    }

    /// Whether they do this by delegation, and not by themselves.
    pub fn stands_in_for(&self, office: Office) -> bool {
        self.delegated.iter().any(|delegated| delegated.office == office)
    }

    /// What they may give for a time: what is their own.
    pub fn own_offices(&self) -> Vec<Office> {
        let roles = self.own_roles().filter(|role| DELEGABLE.contains(role)).map(Office::Role);
        let groups = self.run_groups().map(Office::Group).filter(|office| !self.stands_in_for(*office));
        roles.chain(groups).collect()
    }

    /// Adds what they do in the place of somebody else. Only members of the council preside or run a group they belong to;
    /// what they hold themselves adds nothing.
    pub fn stand_in(&mut self, delegated: Delegated) {
        if !self.may_stand_in(delegated.office) {
            return;
        }
        match delegated.office {
            Office::Role(role) => self.roles.push(role),
            Office::Group(group) => {
                for (_, role) in self.groups.iter_mut().filter(|(id, _)| *id == group) {
                    *role = GroupRole::Facilitator;
                }
            }
        }
        self.delegated.push(delegated);
    }

    fn may_stand_in(&self, office: Office) -> bool {
        match office {
            Office::Role(CouncilRole::Staff) => {
                !self.roles.contains(&CouncilRole::Staff) && self.own_roles().any(CouncilRole::is_of_a_member)
            }
            Office::Role(role) => {
                DELEGABLE.contains(&role)
                    && !self.roles.contains(&role)
                    && self.own_roles().any(CouncilRole::is_of_a_member)
            }
            Office::Group(group) => self.groups.contains(&(group, GroupRole::Member)),
        }
    }

    /// The same person with what is their own alone.
    pub(crate) fn by_themselves(&self) -> Person {
        let mut own = self.clone();
        own.roles = self.own_roles().collect();
        for (group, role) in &mut own.groups {
            if self.stands_in_for(Office::Group(*group)) {
                *role = GroupRole::Member;
            }
        }
        own.delegated.clear();
        own
    }
}

/// The delegation without which this would not be allowed, if it takes one.
pub fn needed(actor: &Actor, permission: Permission<'_>) -> Option<Delegated> {
    let person = actor.person().filter(|person| !person.delegated.is_empty())?;
    let own = person.by_themselves();
    let allows = |person: &Person| decide(&Actor::Person(person.clone()), permission).is_allowed();
    if allows(&own) {
        return None;
    }
    let enough = |delegated: &&Delegated| {
        let mut with = own.clone();
        with.stand_in(**delegated);
        allows(&with)
    };
    person.delegated.iter().find(enough).copied()
}
