//! Who is asking.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    delegations::{Delegated, Office},
    groups::GroupRole,
    ids::{GroupId, UserId},
    people::CouncilRole,
};

/// Who is asking for something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Somebody who is not signed in, or whose account is suspended.
    Visitor,
    /// Somebody signed in.
    Person(Person),
    /// The program itself: a job, a command of the administrator's shell.
    System,
}

/// A signed-in person with all that their rights derive from, as they are at this very request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: UserId,
    /// Their name, as shown.
    pub name: String,
    /// Holds the keys of the installation: settings, people, journal. Not the contents of groups.
    pub administrator: bool,
    /// The roles of their mandates in force today, and those of others that they stand in for.
    pub roles: Vec<CouncilRole>,
    /// The groups they belong to, with what their place there is worth today.
    pub groups: Vec<(GroupId, GroupRole)>,
    /// What they do today in the place of somebody else: it is in the roles and the groups too.
    pub delegated: Vec<Delegated>,
}

impl Person {
    /// The groups they run.
    pub fn run_groups(&self) -> impl Iterator<Item = GroupId> + '_ {
        self.groups.iter().filter(|(_, role)| *role == GroupRole::Facilitator).map(|(group, _)| *group)
    }
}

impl Actor {
    /// The person, if somebody is signed in.
    pub fn person(&self) -> Option<&Person> {
        match self {
            Actor::Person(person) => Some(person),
            Actor::Visitor | Actor::System => None,
        }
    }

    /// Their identifier, if somebody is signed in.
    pub fn user_id(&self) -> Option<UserId> {
        self.person().map(|p| p.id)
    }

    /// Their role in a group, if any.
    pub fn role_in(&self, group: GroupId) -> Option<GroupRole> {
        self.person()?.groups.iter().find(|(id, _)| *id == group).map(|(_, role)| *role)
    }

    /// The groups they belong to.
    pub fn groups(&self) -> impl Iterator<Item = GroupId> + '_ {
        self.person().into_iter().flat_map(|p| p.groups.iter().map(|(id, _)| *id))
    }

    /// Whether a mandate makes them a member of the council: its members, chair and vice-chairs.
    ///
    /// Staff and guests are not: they see the groups that made them observers.
    pub fn is_council_member(&self) -> bool {
        self.has_role(CouncilRole::is_of_a_member)
    }

    /// Whether they preside: the chair, or a vice-chair in the chair's absence.
    pub fn presides(&self) -> bool {
        self.has_role(|r| matches!(r, CouncilRole::Chair | CouncilRole::ViceChair))
    }

    /// Whether theirs is the mandate of the chair, which is theirs to hand over.
    pub fn is_the_chair(&self) -> bool {
        self.person().is_some_and(|p| p.own_roles().any(|r| r == CouncilRole::Chair))
    }

    /// Whether they preside by a mandate of theirs, in the place of nobody.
    pub fn presides_by_themselves(&self) -> bool {
        let presiding = [CouncilRole::Chair, CouncilRole::ViceChair];
        self.person().is_some_and(|p| p.own_roles().any(|r| presiding.contains(&r)))
    }

    /// Whether they run a group by their own place in it, in the place of nobody.
    pub fn facilitates_by_themselves(&self, group: GroupId) -> bool {
        let by_delegation = |p: &Person| p.stands_in_for(Office::Group(group));
        self.role_in(group) == Some(GroupRole::Facilitator) && !self.person().is_some_and(by_delegation)
    }

    /// Whether they run the installation.
    pub fn is_administrator(&self) -> bool {
        matches!(self, Actor::System) || self.person().is_some_and(|p| p.administrator)
    }

    /// Whether they work for the council.
    pub fn is_staff(&self) -> bool {
        self.has_role(|r| r == CouncilRole::Staff)
    }

    /// Whether they run a group.
    pub fn facilitates_a_group(&self) -> bool {
        self.person().is_some_and(|p| p.groups.iter().any(|(_, role)| *role == GroupRole::Facilitator))
    }

    fn has_role(&self, wanted: impl Fn(CouncilRole) -> bool) -> bool {
        self.person().is_some_and(|p| p.roles.iter().any(|r| wanted(*r)))
    }
}

/// Two dates between which a mandate runs; the last day is included, and may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// First day.
    pub from: NaiveDate,
    /// Last day, if known.
    pub to: Option<NaiveDate>,
}

impl Period {
    /// Whether `day` falls within.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}
