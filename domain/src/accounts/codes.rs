//! Codes that are given besides a password: those of an application, and those kept on paper.
//!
//! Recovery codes are written with Crockford's alphabet, without the letters that look like others, and read leniently:
//! they are copied by hand from a sheet.

use chrono::TimeDelta;

use crate::refusal::FieldProblem;

/// How many recovery codes somebody has.
pub const RECOVERY_CODES: usize = 10;
/// How long the password that was given counts, while the code is looked for.
pub const HALF_WAY: TimeDelta = TimeDelta::minutes(10);
/// How long somebody who proved who they are is not asked again, for what is sensitive.
pub const PROOF: TimeDelta = TimeDelta::minutes(15);
/// Passkeys that one person may have.
pub const PASSKEYS_MAX: u64 = 20;
/// Letters of the name of a passkey.
pub const PASSKEY_NAME_MAX: u32 = 60;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DIGITS: usize = 6;
const RECOVERY_LETTERS: usize = 16;

/// A code, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedCode {
    /// The six digits that an application shows.
    App(String),
    /// A recovery code, sixteen letters without what parts them.
    Recovery(String),
}

/// Reads a code, whichever of the two it is.
///
/// # Errors
/// `Missing`; `WrongCode` if it is neither.
pub fn typed_code(text: &str) -> Result<TypedCode, FieldProblem> {
    let kept: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
    if kept.is_empty() {
        return Err(FieldProblem::Missing);
    }
    if kept.len() == DIGITS && kept.bytes().all(|c| c.is_ascii_digit()) {
        return Ok(TypedCode::App(kept));
    }
    let read = kept.chars().map(|letter| match letter {
        'O' => '0',
        'I' | 'L' => '1',
        letter => letter,
    });
    let read: String = read.collect();
    let is_one = read.len() == RECOVERY_LETTERS && read.bytes().all(|letter| ALPHABET.contains(&letter));
    if is_one { Ok(TypedCode::Recovery(read)) } else { Err(FieldProblem::WrongCode) }
}

/// The recovery code that these eighty random bits make, as [`typed_code`] reads it.
pub fn recovery_code(random: [u8; 10]) -> String {
    let number = random.iter().fold(0_u128, |number, byte| (number << 8) | u128::from(*byte));
    let letter = |place: usize| {
        let index = (number >> (5 * (RECOVERY_LETTERS - 1 - place))) & 31;
        // Five bits are within the alphabet.
        char::from(ALPHABET[usize::try_from(index).unwrap_or_default()])
    };
    (0..RECOVERY_LETTERS).map(letter).collect()
}

/// Letters by four, to be copied by hand.
pub fn in_fours(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recovery_code_is_read_however_it_was_copied() {
        let code = recovery_code([0, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf]);
        assert_eq!(code, "0123456789ABCDEF");
        for typed in ["0123 4567 89AB CDEF", "o1234567-89ab-cdef", " OL23.4567 89abcdef "] {
            assert_eq!(typed_code(typed), Ok(TypedCode::Recovery(code.clone())), "{typed}");
        }
        assert_eq!(in_fours(&code), "0123 4567 89AB CDEF");
        assert_eq!(recovery_code([255; 10]), "Z".repeat(16));
    }

    #[test]
    fn six_digits_are_those_of_an_application() {
        assert_eq!(typed_code("123 456"), Ok(TypedCode::App("123456".into())));
        assert_eq!(typed_code(" "), Err(FieldProblem::Missing));
        for typed in ["12345", "1234567", "U123456789ABCDEF", "deux", "١٢٣٤٥٦"] {
            assert_eq!(typed_code(typed), Err(FieldProblem::WrongCode), "{typed}");
        }
    }
}
