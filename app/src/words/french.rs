//! What French does with what is filled in a sentence: an elision before a vowel, spaces between thousands.

use fluent_templates::fluent_bundle::FluentValue;

/// Between the thousands of a number; a line does not break there.
pub(super) const THIN_SPACE: &str = "\u{202f}";

/// Whether « de » loses its vowel before this name: « d’Odile », « d’Hélène », « d’Yves »; « de Yann », « de Hamid ».
pub(super) fn elides(name: &str) -> bool {
    let mut letters = name.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphabetic());
    let vowel = |c: char| "aàâäáæeéèêëiîïíoôöóœuùûüú".contains(c);
    match (letters.next(), letters.next()) {
        (Some('h'), second) => second.is_some_and(|c| vowel(c) && c != 'a'),
        (Some('y'), second) => second.is_some_and(|c| !vowel(c)),
        (first, _) => first.is_some_and(vowel),
    }
}

/// `DE($name)` in a sentence: « d’Odile », « de Paul ».
pub(super) fn of<'a>(names: &[FluentValue<'a>]) -> FluentValue<'a> {
    let name = match names.first() {
        Some(FluentValue::String(name)) => name.to_string(),
        Some(FluentValue::Number(number)) => number.as_string().into_owned(),
        _ => return FluentValue::Error,
    };
    FluentValue::from(if elides(&name) { format!("d’{name}") } else { format!("de {name}") })
}

/// A whole number with its thousands parted: « 8 000 ».
pub(super) fn number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    whole(value).map(|number| parted(&number, THIN_SPACE))
}

/// The figures of a whole number that is not negative.
pub(super) fn whole(value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let figures = number.as_string();
    figures.bytes().all(|byte| byte.is_ascii_digit()).then(|| figures.into_owned())
}

/// Figures by threes from the right.
pub(super) fn parted(figures: &str, separator: &str) -> String {
    let mut parted = String::new();
    for (place, figure) in figures.chars().enumerate() {
        if place > 0 && (figures.len() - place).is_multiple_of(3) {
            parted.push_str(separator);
        }
        parted.push(figure);
    }
    parted
}
