//! Words as people write them in a spreadsheet, in French or as codes, and what they stand for.

use domain::{
    contributions::{ContributionKind, State, Verdict},
    groups::{GroupKind, GroupState, Visibility},
};

pub use domain::people::words::role;

/// Without capitals, accents or punctuation, words joined by hyphens: what an address is made of does just that.
pub fn folded(word: &str) -> String {
    if word.trim().is_empty() { String::new() } else { domain::groups::slug(word) }
}

/// The kind of a group; a working group if nothing is said.
pub fn group_kind(word: &str) -> Option<GroupKind> {
    Some(match folded(word).as_str() {
        "" | "working-group" | "groupe-de-travail" | "groupe" => GroupKind::WorkingGroup,
        "committee" | "commission" | "comite" => GroupKind::Committee,
        "bureau" => GroupKind::Bureau,
        "plenary" | "pleniere" | "assemblee-pleniere" => GroupKind::Plenary,
        "neighbourhood" | "neighborhood" | "conseil-de-quartier" | "quartier" => GroupKind::Neighbourhood,
        _ => return None,
    })
}

/// Who sees a group. Nothing is assumed: what is not said to be open must not become so.
pub fn visibility(word: &str) -> Option<Visibility> {
    Some(match folded(word).as_str() {
        "open" | "ouvert" | "ouverte" => Visibility::Open,
        "closed" | "ferme" | "fermee" => Visibility::Closed,
        "secret" | "secrete" => Visibility::Secret,
        _ => return None,
    })
}

/// Where a group stands.
pub fn group_state(word: &str) -> Option<GroupState> {
    Some(match folded(word).as_str() {
        "setting-up" | "en-preparation" | "en-creation" => GroupState::SettingUp,
        "active" | "actif" | "en-activite" | "au-travail" => GroupState::Active,
        "closed" | "clos" | "close" | "termine" | "terminee" | "ferme" | "cloture" => GroupState::Closed,
        _ => return None,
    })
}

/// The kind of a text; a contribution if nothing is said.
pub fn contribution_kind(word: &str) -> Option<ContributionKind> {
    Some(match folded(word).as_str() {
        "" | "contribution" => ContributionKind::Contribution,
        "opinion" | "avis" => ContributionKind::Opinion,
        "synthesis" | "synthese" => ContributionKind::Synthesis,
        "note" => ContributionKind::Note,
        "minutes" | "compte-rendu" => ContributionKind::Minutes,
        _ => return None,
    })
}

/// Where a text stands; a draft if nothing is said.
pub fn state(word: &str) -> Option<State> {
    Some(match folded(word).as_str() {
        "" | "draft" | "brouillon" => State::Draft,
        "in-review" | "en-relecture" => State::InReview,
        "changes-requested" | "modifications-demandees" => State::ChangesRequested,
        "ready-for-adoption" | "ready" | "pret-pour-adoption" | "pret-pour-l-adoption" | "pret" => {
            State::ReadyForAdoption
        }
        "adopted" | "adopte" | "adoptee" => State::Adopted,
        "published" | "publie" | "publiee" => State::Published,
        _ => return None,
    })
}

/// What a reviewer says; a remark if nothing is said.
pub fn verdict(word: &str) -> Option<Verdict> {
    Some(match folded(word).as_str() {
        "" | "comment" | "commentaire" | "remarque" => Verdict::Comment,
        "approve" | "approved" | "approuve" | "approbation" => Verdict::Approve,
        "changes" | "request-changes" | "modifications" | "modifications-demandees" => {
            Verdict::RequestChanges
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use domain::people::CouncilRole;

    use super::*;

    #[test]
    fn every_code_is_read() {
        for role_code in CouncilRole::ALL {
            assert_eq!(role(role_code.code()), Some((*role_code, false)));
        }
        assert!(GroupKind::ALL.iter().all(|kind| group_kind(kind.code()) == Some(*kind)));
        assert!(GroupState::ALL.iter().all(|state| group_state(state.code()) == Some(*state)));
        assert!(Visibility::ALL.iter().all(|seen| visibility(seen.code()) == Some(*seen)));
        assert!(ContributionKind::ALL.iter().all(|kind| contribution_kind(kind.code()) == Some(*kind)));
        assert!(State::ALL.iter().all(|stands| state(stands.code()) == Some(*stands)));
        assert!(Verdict::ALL.iter().all(|said| verdict(said.code()) == Some(*said)));
    }

    #[test]
    fn french_words_are_read_whatever_their_dress() {
        assert_eq!(role(" Présidente "), Some((CouncilRole::Chair, false)));
        assert_eq!(role("VICE-PRÉSIDENCE"), Some((CouncilRole::ViceChair, false)));
        assert_eq!(role("Chargée de mission"), Some((CouncilRole::Staff, false)));
        assert_eq!(role("administratrice"), Some((CouncilRole::Staff, true)));
        assert_eq!(group_kind("Conseil de quartier"), Some(GroupKind::Neighbourhood));
        assert_eq!(visibility("Fermé"), Some(Visibility::Closed));
        assert_eq!(state("Prêt pour adoption"), Some(State::ReadyForAdoption));
        assert_eq!(state("modifications demandées"), Some(State::ChangesRequested));
        assert_eq!(contribution_kind("compte rendu"), Some(ContributionKind::Minutes));
        assert_eq!(role("roi"), None);
        assert_eq!(visibility(""), None);
    }
}
