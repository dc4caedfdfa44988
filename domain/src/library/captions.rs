//! Captions of sounds and films.

use crate::{columns::coded_enum, refusal::FieldProblem};

coded_enum! {
    /// The language of captions: what is written, whatever is spoken. The code is that of BCP 47.
    pub enum CaptionLanguage {
        /// French.
        French = "fr",
        /// English.
        English = "en",
        /// German.
        German = "de",
        /// Arabic.
        Arabic = "ar",
        /// Spanish.
        Spanish = "es",
        /// Italian.
        Italian = "it",
        /// Dutch.
        Dutch = "nl",
        /// Portuguese.
        Portuguese = "pt",
        /// Turkish.
        Turkish = "tr",
        /// Ukrainian.
        Ukrainian = "uk",
        /// Basque.
        Basque = "eu",
        /// Breton.
        Breton = "br",
        /// Catalan.
        Catalan = "ca",
        /// Corsican.
        Corsican = "co",
        /// Occitan.
        Occitan = "oc",
    }
}

impl CaptionLanguage {
    /// That of a form; French where none is chosen.
    ///
    /// # Errors
    /// It is not one of the choices.
    pub fn chosen(typed: &str) -> Result<CaptionLanguage, FieldProblem> {
        match typed.trim() {
            "" => Ok(CaptionLanguage::French),
            code => CaptionLanguage::from_code(code).ok_or(FieldProblem::NotAChoice),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_are_french_unless_it_is_said() {
        assert_eq!(CaptionLanguage::chosen(" "), Ok(CaptionLanguage::French));
        assert_eq!(CaptionLanguage::chosen("en"), Ok(CaptionLanguage::English));
        assert_eq!(CaptionLanguage::chosen("klingon"), Err(FieldProblem::NotAChoice));
    }
}
