//! One line per habit: what is typed, what is read. `~` is a no-break space, `_` a narrow one.

use proptest::prelude::*;

use super::typeset;
use crate::Typography::{English, French, None as Plain};

const FRENCH: &[(&str, &str)] = &[
    // High marks.
    ("Bonjour !", "Bonjour_!"),
    ("Bonjour!", "Bonjour_!"),
    ("Bonjour  !", "Bonjour_!"),
    ("Bonjour\u{a0}!", "Bonjour_!"),
    ("Bonjour_!", "Bonjour_!"),
    ("Quoi ?", "Quoi_?"),
    ("Quoi?", "Quoi_?"),
    ("Quoi ?!", "Quoi_?!"),
    ("Quoi ? !", "Quoi_?_!"),
    ("Quoi !!!", "Quoi_!!!"),
    ("un ; deux", "un_; deux"),
    ("un; deux", "un_; deux"),
    ("Note : ceci", "Note~: ceci"),
    ("Note: ceci", "Note~: ceci"),
    ("Note_: ceci", "Note~: ceci"),
    ("Article 3: le budget", "Article 3~: le budget"),
    ("(vraiment ?)", "(vraiment_?)"),
    ("[sûr!]", "[sûr_!]"),
    ("50 %!", "50 %_!"),
    ("Quoi ?.", "Quoi_?."),
    ("Fin…!", "Fin…_!"),
    ("!", "!"),
    (" !", " !"),
    ("ligne\n! suite", "ligne\n! suite"),
    // What looks like a high mark and is none.
    ("à 18:30 précises", "à 18:30 précises"),
    ("de 9:00 à 12:15:30", "de 9:00 à 12:15:30"),
    ("ratio 3:2", "ratio 3:2"),
    ("std::vec", "std::vec"),
    ("a;b;c", "a;b;c"),
    ("a?.b", "a?.b"),
    ("bien :)", "bien :)"),
    ("bien ;)", "bien ;)"),
    ("bof :-(", "bof :-("),
    (":sourire: oui", ":sourire: oui"),
    ("mot :sourire", "mot :sourire"),
    ("C:\\dossier", "C:\\dossier"),
    ("!important", "!important"),
    ("x != y", "x != y"),
    // Addresses.
    ("voir https://x.fr/a?b=c;d!e", "voir https://x.fr/a?b=c;d!e"),
    ("https://x.fr?", "https://x.fr?"),
    ("https://x.fr ?", "https://x.fr_?"),
    ("(https://x.fr/l'a)", "(https://x.fr/l'a)"),
    ("www.x.fr/a:b", "www.x.fr/a:b"),
    ("«https://x.fr»", "«~https://x.fr~»"),
    ("o'neil@x.fr", "o’neil@x.fr"),
    ("a.b+c...d@x.fr", "a.b+c...d@x.fr"),
    ("mailto:a@x.fr", "mailto:a@x.fr"),
    // Guillemets.
    ("\"mot\"", "«~mot~»"),
    ("« mot »", "«~mot~»"),
    ("«mot»", "«~mot~»"),
    ("«_mot_»", "«~mot~»"),
    ("dit \"oui\", puis \"non\".", "dit «~oui~», puis «~non~»."),
    ("(\"oui\")", "(«~oui~»)"),
    ("\"dit \"oui\" hier\"", "«~dit “oui” hier~»"),
    ("« dit \"oui\" hier »", "«~dit “oui” hier~»"),
    ("“déjà” là", "“déjà” là"),
    ("\"Quoi ?\"", "«~Quoi_?~»"),
    ("\"Quoi\"?", "«~Quoi~»_?"),
    ("\"mot \"", "«~mot~»"),
    ("l'\"école\"", "l’«~école~»"),
    ("un écran de 5\"", "un écran de 5\""),
    ("un \" seul", "un \" seul"),
    ("un \"seul", "un \"seul"),
    ("a\"b\"c", "a\"b\"c"),
    ("«»", "«~»"),
    ("»:...", "»:…"),
    // Apostrophes.
    ("l'été", "l’été"),
    ("aujourd'hui", "aujourd’hui"),
    ("l’été", "l’été"),
    ("L'Œuvre d'Élise", "L’Œuvre d’Élise"),
    ("jusqu' à", "jusqu’ à"),
    ("mai '68", "mai ’68"),
    ("5'30", "5'30"),
    ("le mot 'clef' ici", "le mot 'clef' ici"),
    ("presqu'île", "presqu’île"),
    // Ellipses.
    ("etc...", "etc…"),
    ("Bon... alors", "Bon… alors"),
    ("Quoi...?", "Quoi…_?"),
    ("....", "...."),
    ("a..b", "a..b"),
    ("../chemin", "../chemin"),
    (".../chemin", ".../chemin"),
    // Numbers and abbreviations.
    ("10 000 €", "10 000 €"),
    ("n° 5, M. Durand, p. 3", "n° 5, M. Durand, p. 3"),
    ("art. L.123-4", "art. L.123-4"),
    ("3,5 % et 1.234", "3,5 % et 1.234"),
    ("", ""),
];

const ENGLISH: &[(&str, &str)] = &[
    ("\"word\"", "“word”"),
    ("He said \"yes\".", "He said “yes”."),
    ("(\"yes\")", "(“yes”)"),
    ("it's", "it’s"),
    ("the councils' rules", "the councils’ rules"),
    ("the 1980's", "the 1980’s"),
    ("Hello! Why? No: yes; so.", "Hello! Why? No: yes; so."),
    ("Wait...", "Wait…"),
    ("«mot»", "«mot»"),
    ("at 18:30", "at 18:30"),
    ("https://x.org/it's", "https://x.org/it's"),
    ("'word'", "'word'"),
];

fn spaces(text: &str) -> String {
    text.replace('~', "\u{a0}").replace('_', "\u{202f}")
}

#[test]
fn french() {
    for (typed, read) in FRENCH {
        let typed = spaces(typed);
        let once = typeset(&typed, French);
        assert_eq!(once, spaces(read), "{typed}");
        assert_eq!(typeset(&once, French), once, "again: {typed}");
    }
}

#[test]
fn english() {
    for (typed, read) in ENGLISH {
        let once = typeset(typed, English);
        assert_eq!(once, *read, "{typed}");
        assert_eq!(typeset(&once, English), once, "again: {typed}");
    }
}

#[test]
fn none() {
    let text = "l'été \"ici\" ! ...";
    assert_eq!(typeset(text, Plain), text);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn a_second_pass_changes_nothing(text in "[ab1 '\"«»“”’….:;!?()/@w~\u{a0}\u{202f}\u{fffc}\n-]{0,24}") {
        for language in [French, English] {
            let once = typeset(&text, language);
            prop_assert_eq!(typeset(&once, language), once);
        }
    }

    #[test]
    fn any_text_does(text in any::<String>()) {
        for language in [French, English] {
            let once = typeset(&text, language);
            prop_assert_eq!(typeset(&once, language), once);
        }
    }

    #[test]
    fn letters_and_digits_never_change(text in "[a-zé0-9 '\"«»:;!?.]{0,40}") {
        let letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        prop_assert_eq!(letters(&typeset(&text, French)), letters(&text));
    }
}
