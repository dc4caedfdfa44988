//! The two languages of the product.

use serde::{Deserialize, Serialize};

/// A language in which every sentence of the product exists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// French, the language of reference.
    #[default]
    #[serde(rename = "fr")]
    French,
    /// English, complete.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// Every language, French first.
    pub const ALL: [Language; 2] = [Language::French, Language::English];

    /// The BCP 47 tag, as in `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::French => "fr",
            Language::English => "en",
        }
    }

    /// Reads a tag such as `fr`, `en` or `en-GB`.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.trim().split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|l| l.tag().eq_ignore_ascii_case(primary))
    }
}
