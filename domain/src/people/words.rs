//! Words as people write them for a role, in French or as codes, and what they stand for.

use super::CouncilRole;

/// A role in the council, and whether it comes with the keys of the installation.
pub fn role(word: &str) -> Option<(CouncilRole, bool)> {
    // Without capitals, accents or punctuation: what an address is made of does just that.
    let folded = if word.trim().is_empty() { String::new() } else { crate::groups::slug(word) };
    let role = match folded.as_str() {
        "" | "member" | "membre" => CouncilRole::Member,
        "chair" | "presidence" | "president" | "presidente" | "president-e" => CouncilRole::Chair,
        "vice-chair" | "vice-presidence" | "vice-president" | "vice-presidente" | "vice-president-e" => {
            CouncilRole::ViceChair
        }
        "staff" | "equipe" | "charge-de-mission" | "chargee-de-mission" | "charge-e-de-mission" => {
            CouncilRole::Staff
        }
        "guest" | "invite" | "invitee" | "invite-e" | "personne-invitee" => CouncilRole::Guest,
        "administration" | "administrateur" | "administratrice" | "administrator" | "admin" => {
            return Some((CouncilRole::Staff, true));
        }
        _ => return None,
    };
    Some((role, false))
}
