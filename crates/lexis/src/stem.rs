//! The plural and the feminine, and nothing of verbs: what is left of a word is the same for its four forms.
//!
//! What is left need not be a word. It only has to be the same for forms of one word, and to differ for words that
//! people would not take for each other.

use crate::words::{irregular, is_invariable};

/// A word keeps at least so many letters.
const LEAST: usize = 3;

/// What the forms of a word have in common: `elu` for élu, élue, élus, élues. The word is folded.
pub fn stem(folded: &str) -> String {
    if let Some(known) = irregular(folded) {
        return known.to_owned();
    }
    let has_digit = folded.bytes().any(|b| b.is_ascii_digit());
    if has_digit || folded.len() <= LEAST || is_invariable(folded) {
        return ordinal(folded).to_owned();
    }
    feminine(plural(folded))
}

/// « 1er » is 1, « 2ème » is « 2e ».
fn ordinal(word: &str) -> &str {
    let cut = |ending: &str| {
        word.strip_suffix(ending).filter(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    };
    if let Some(first) = cut("er").or_else(|| cut("re")) {
        return first;
    }
    if cut("eme").is_some() { &word[..word.len() - 2] } else { word }
}

/// Without the plural.
fn plural(word: &str) -> String {
    if let Some(rest) = word.strip_suffix("aux").filter(|rest| rest.len() >= 2) {
        let kept =
            rest.ends_with('e') || ["tuy", "noy", "boy", "joy", "hoy"].iter().any(|y| rest.ends_with(y));
        return if kept { format!("{rest}au") } else { format!("{rest}al") };
    }
    match word.strip_suffix(['s', 'x']) {
        Some(rest) => rest.to_owned(),
        None => word.to_owned(),
    }
}

/// Without the feminine.
fn feminine(word: String) -> String {
    let mut rest = word.as_str();
    while let Some(shorter) = rest.strip_suffix('e').filter(|rest| rest.len() >= LEAST) {
        rest = shorter;
    }
    let feminine = rest.len() < word.len();
    // Endings in which the feminine differs by more than its e; the masculine comes to the same.
    const ENDINGS: [(&str, &str, bool); 13] = [
        ("tric", "teu", true),
        ("dric", "deu", true),
        ("eus", "eu", true),
        ("eur", "eu", false),
        ("qu", "c", true),
        ("gu", "g", true),
        ("iv", "if", true),
        ("euv", "euf", true),
        ("ell", "el", true),
        ("enn", "en", true),
        ("onn", "on", true),
        ("ett", "et", true),
        ("ass", "as", true),
    ];
    for (ending, masculine, only_feminine) in ENDINGS {
        if let Some(start) = rest.strip_suffix(ending).filter(|_| feminine || !only_feminine) {
            return format!("{start}{masculine}");
        }
    }
    // « française » and « français », whose s looked like a plural.
    match rest.strip_suffix('s').filter(|short| feminine && short.len() >= LEAST && !short.ends_with('s')) {
        Some(short) => short.to_owned(),
        None => rest.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;

    fn same(forms: &str) {
        let stems: Vec<String> = forms.split_whitespace().map(|form| stem(&fold(form))).collect();
        assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{forms}: {stems:?}");
    }

    fn different(words: &str) {
        let mut stems: Vec<String> = words.split_whitespace().map(|form| stem(&fold(form))).collect();
        let count = stems.len();
        stems.sort();
        stems.dedup();
        assert_eq!(stems.len(), count, "{words}: {stems:?}");
    }

    #[test]
    fn the_four_forms_of_a_word_are_one() {
        for forms in [
            "élu élue élus élues",
            "jeu jeux",
            "local locale locaux locales",
            "régional régionale régionaux régionales",
            "commun communs",
            "commune communes",
            "réseau réseaux",
            "eau eaux",
            "noyau noyaux",
            "cheval chevaux",
            "travail travaux",
            "culturel culturelle culturels culturelles",
            "citoyen citoyenne citoyens citoyennes",
            "public publique publics publiques",
            "actif active actifs actives",
            "neuf neuve neufs neuves",
            "heureux heureuse heureuses",
            "travailleur travailleuse travailleurs travailleuses",
            "agriculteur agricultrice agriculteurs agricultrices",
            "auteur auteure autrice auteurs autrices",
            "premier première premiers premières",
            "français française françaises",
            "long longue longs longues",
            "adopté adoptée adoptés adoptées",
            "nouveau nouvel nouvelle nouveaux nouvelles",
            "vieux vieil vieille vieilles",
            "œuvre oeuvres",
            "hameau hameaux",
            "bon bonne bons bonnes",
            "net nette nets nettes",
            "bas basse",
            "école écoles",
            "rue rues",
            "âgé âgée âgés âgées",
            "1er 1re 1",
            "2ème 2e",
        ] {
            same(forms);
        }
    }

    #[test]
    fn words_that_people_tell_apart_stay_apart() {
        for words in [
            "commun commune communal communauté",
            "mois moi",
            "prix pris",
            "cour course",
            "local localité",
            "jour journal journée",
            "bois boisé",
            "voie voix",
            "temps tempe",
            "don donnée",
            "pays paysan",
            "vert verger",
            "maire mairie",
        ] {
            different(words);
        }
    }
}
