//! Lists of words, each sorted: those too common to count, those that follow no rule, the months.

/// Words too common to count, folded. Neither « été » nor « car » nor « or » is among them: they are also names.
const COMMON: &[&str] = &[
    "a", "afin", "ai", "ainsi", "alors", "as", "au", "aussi", "autre", "autres", "aux", "avait", "avec",
    "avoir", "c", "ca", "ce", "cela", "celle", "celles", "celui", "ces", "cet", "cette", "ceux", "chez",
    "comme", "d", "dans", "de", "depuis", "des", "donc", "dont", "du", "elle", "elles", "en", "entre", "es",
    "est", "et", "etaient", "etait", "etre", "eux", "fut", "il", "ils", "j", "je", "jusqu", "jusque", "l",
    "la", "le", "les", "leur", "leurs", "lors", "lorsqu", "lorsque", "lui", "m", "ma", "mais", "me", "meme",
    "memes", "mes", "moi", "mon", "n", "ne", "ni", "nos", "notre", "nous", "on", "ont", "ou", "par", "pas",
    "plus", "pour", "pres", "puis", "puisqu", "puisque", "qu", "quand", "que", "quel", "quelle", "quelles",
    "quels", "qui", "quoi", "quoiqu", "quoique", "s", "sa", "sans", "se", "sera", "ses", "si", "soit", "son",
    "sont", "sous", "sur", "t", "ta", "te", "tes", "toi", "ton", "tous", "tout", "toute", "toutes", "tres",
    "tu", "un", "une", "vers", "vos", "votre", "vous", "y",
];

/// What an apostrophe cuts from the word that follows.
const ELIDED: &[&str] =
    &["c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "quoiqu", "s", "t"];

/// Words that end in s or x in the singular and would otherwise meet another one.
const INVARIABLE: &[&str] = &[
    "avis", "bois", "chaux", "choix", "corps", "cours", "creux", "croix", "faux", "fois", "mois", "noix",
    "paix", "pays", "poids", "pois", "prix", "recours", "sens", "taux", "temps", "voix",
];

/// Words that no rule brings together, or that a rule would bring to another one.
const IRREGULAR: &[(&str, &str)] = &[
    ("ans", "an"),
    ("base", "base"),
    ("bases", "base"),
    ("baux", "bail"),
    ("beaux", "beau"),
    ("belle", "beau"),
    ("belles", "beau"),
    ("blanche", "blanc"),
    ("blanches", "blanc"),
    ("breve", "bref"),
    ("breves", "bref"),
    ("case", "case"),
    ("cases", "case"),
    ("cieux", "ciel"),
    ("commune", "commune"),
    ("communes", "commune"),
    ("coraux", "corail"),
    ("course", "course"),
    ("courses", "course"),
    ("donnee", "donnee"),
    ("donnees", "donnee"),
    ("douce", "doux"),
    ("douces", "doux"),
    ("doux", "doux"),
    ("emaux", "email"),
    ("epais", "epais"),
    ("epaisse", "epais"),
    ("epaisses", "epais"),
    ("fausse", "faux"),
    ("fausses", "faux"),
    ("folle", "fou"),
    ("folles", "fou"),
    ("fraiche", "frais"),
    ("fraiches", "frais"),
    ("frais", "frais"),
    ("franche", "franc"),
    ("franches", "franc"),
    ("gros", "gros"),
    ("grosse", "gros"),
    ("grosses", "gros"),
    ("mesdames", "madam"),
    ("messieurs", "monsieur"),
    ("molle", "mou"),
    ("molles", "mou"),
    ("monsieur", "monsieur"),
    ("nouveaux", "nouveau"),
    ("nouvel", "nouveau"),
    ("nouvelle", "nouveau"),
    ("nouvelles", "nouveau"),
    ("oeil", "oeil"),
    ("seche", "sec"),
    ("seches", "sec"),
    ("st", "saint"),
    ("ste", "saint"),
    ("sts", "saint"),
    ("travail", "travail"),
    ("travaux", "travail"),
    ("vieil", "vieux"),
    ("vieille", "vieux"),
    ("vieilles", "vieux"),
    ("vieux", "vieux"),
    ("vitraux", "vitrail"),
    ("yeux", "oeil"),
];

/// The months, folded.
const MONTHS: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];

/// Whether a folded word is too common to count.
pub(crate) fn is_common(folded: &str) -> bool {
    COMMON.binary_search(&folded).is_ok()
}

/// Whether an apostrophe after this folded word cuts it off.
pub(crate) fn is_elided(folded: &str) -> bool {
    ELIDED.binary_search(&folded).is_ok()
}

/// Whether the final s or x of this folded word is its own.
pub(crate) fn is_invariable(folded: &str) -> bool {
    INVARIABLE.binary_search(&folded).is_ok()
}

/// What a folded word that follows no rule comes to.
pub(crate) fn irregular(folded: &str) -> Option<&'static str> {
    IRREGULAR.binary_search_by_key(&folded, |(word, _)| word).ok().map(|found| IRREGULAR[found].1)
}

/// The number of a month, from 1.
pub(crate) fn month(folded: &str) -> Option<u32> {
    let place = MONTHS.iter().position(|month| *month == folded)?;
    u32::try_from(place + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        for list in [COMMON, ELIDED, INVARIABLE] {
            assert!(list.is_sorted(), "{list:?}");
        }
        assert!(IRREGULAR.is_sorted());
    }
}
