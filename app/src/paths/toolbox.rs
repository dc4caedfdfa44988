//! The addresses of the toolbox and of the glossary.

use super::{new_contribution, segment};

/// The toolbox.
pub const TOOLBOX: &str = "/outils";
/// Writing a sheet.
pub const NEW_METHOD: &str = "/outils/ajouter";
/// The glossary of acronyms.
pub const GLOSSARY: &str = "/glossaire";
/// Adding an acronym.
pub const NEW_ACRONYM: &str = "/glossaire/ajouter";

/// A sheet.
pub fn method(slug: &str) -> String {
    format!("{TOOLBOX}/{}", segment(slug))
}

/// Changing a sheet.
pub fn method_edit(slug: &str) -> String {
    format!("{}/modifier", method(slug))
}

/// Preparing a meeting with a method.
pub fn method_agenda(slug: &str) -> String {
    format!("{}/ordre-du-jour", method(slug))
}

/// The agenda of such a meeting, as a file.
pub fn method_agenda_file(slug: &str, start: &str) -> String {
    format!("{}.md?debut={}", method_agenda(slug), segment(start))
}

/// Beginning the minutes of such a meeting in a group.
pub fn minutes_with(group: &str, method: &str, start: &str) -> String {
    format!("{}?methode={}&debut={}", new_contribution(group), segment(method), segment(start))
}

/// An acronym in the glossary.
pub fn acronym(slug: &str) -> String {
    format!("{GLOSSARY}#{slug}")
}

/// Changing an acronym.
pub fn acronym_edit(slug: &str) -> String {
    format!("{GLOSSARY}/{}/modifier", segment(slug))
}
