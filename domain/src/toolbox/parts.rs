//! A sheet written as one text: each of its parts under its heading, in French or in English.

use std::collections::BTreeMap;

use crate::groups::slug;

/// The parts, by the name of their field, and their headings as in an address.
const PARTS: [(&str, &[&str]); 8] = [
    ("aim", &["but", "aim"]),
    ("use_when", &["quand-l-utiliser", "when-to-use-it"]),
    ("room", &["salle-et-materiel", "room-and-material"]),
    ("steps", &["deroule", "steps"]),
    ("variants", &["variantes", "variants"]),
    ("traps", &["pieges-a-eviter", "pieges", "traps-to-avoid", "traps"]),
    (
        "accessibility",
        &[
            "pour-que-chaque-personne-participe",
            "accessibilite",
            "accessibility",
            "so-that-everybody-takes-part",
        ],
    ),
    ("source", &["source"]),
];

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misplaced {
    /// The heading is not one of a sheet.
    Unknown,
    /// The part is there already.
    Twice,
    /// Words before the first heading.
    Before,
}

/// A part: the line of its first words, from 1, and what it says.
pub type Part = (u32, String);

/// Reads the parts of a sheet, by their headings (« ## But »).
///
/// # Errors
/// The first line that is not in its place, from 1, and why.
pub fn parts(text: &str) -> Result<BTreeMap<&'static str, Part>, (u32, Misplaced)> {
    let mut parts: BTreeMap<&'static str, Part> = BTreeMap::new();
    let mut current = None;
    for (number, line) in (1..).zip(text.lines()) {
        if let Some(heading) = line.strip_prefix("## ") {
            let heading = slug(heading);
            let known = PARTS.iter().find(|(_, names)| names.contains(&heading.as_str()));
            let (name, _) = known.ok_or((number, Misplaced::Unknown))?;
            if parts.insert(name, (number + 1, String::new())).is_some() {
                return Err((number, Misplaced::Twice));
            }
            current = Some(*name);
        } else if let Some((_, said)) = current.and_then(|name| parts.get_mut(name)) {
            said.push_str(line);
            said.push('\n');
        } else if !line.trim().is_empty() {
            return Err((number, Misplaced::Before));
        }
    }
    for (line, said) in parts.values_mut() {
        let blank = said.lines().take_while(|line| line.trim().is_empty()).count();
        *line = line.saturating_add(u32::try_from(blank).unwrap_or(u32::MAX));
        *said = said.trim().to_owned();
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_known_by_their_headings_in_both_languages() {
        let read = parts("\n## But\n\nEntendre.\n\n## Traps to avoid\nTrop long.\n").expect("read");
        assert_eq!(read["aim"], (4, "Entendre.".to_owned()));
        assert_eq!(read["traps"], (7, "Trop long.".to_owned()));
        assert_eq!(read.len(), 2);
    }

    #[test]
    fn the_line_that_is_not_in_its_place_is_named() {
        for (text, wrong) in [
            ("Bonjour\n## But\n", (1, Misplaced::Before)),
            ("## But\n\n## Buts\n", (3, Misplaced::Unknown)),
            ("## But\nx\n## Aim\n", (3, Misplaced::Twice)),
        ] {
            assert_eq!(parts(text).expect_err("refused"), wrong, "{text}");
        }
    }
}
