//! What a place in a group is worth: it lasts as long as the mandate.

use super::GroupRole;
use crate::people::CouncilRole;

/// The role that a place in a group gives today, to somebody whose mandates in force are these.
///
/// It ends with the last mandate. Those whose mandate does not make them a member of the council observe, whatever
/// the group had given them. Those who run the installation keep theirs.
pub fn role_today(given: GroupRole, mandates: &[CouncilRole], administrator: bool) -> Option<GroupRole> {
    if administrator || mandates.iter().any(|mandate| mandate.is_of_a_member()) {
        return Some(given);
    }
    (!mandates.is_empty()).then_some(GroupRole::Observer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_ends_with_the_last_mandate() {
        for role in GroupRole::ALL {
            assert_eq!(role_today(*role, &[], false), None);
            assert_eq!(role_today(*role, &[], true), Some(*role), "administrators keep theirs");
        }
    }

    #[test]
    fn only_a_mandate_of_the_council_lets_one_write() {
        for mandate in CouncilRole::ALL {
            let today = role_today(GroupRole::Facilitator, &[*mandate], false);
            let expected = match mandate {
                CouncilRole::Member | CouncilRole::Chair | CouncilRole::ViceChair => GroupRole::Facilitator,
                CouncilRole::Staff | CouncilRole::Guest => GroupRole::Observer,
            };
            assert_eq!(today, Some(expected), "{mandate:?}");
        }
        let both = [CouncilRole::Guest, CouncilRole::Member];
        assert_eq!(role_today(GroupRole::Member, &both, false), Some(GroupRole::Member));
    }
}
