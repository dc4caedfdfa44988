//! The addresses of the tutorials, and of the first steps of a new member.

use domain::tutorials::Audience;

use super::segment;

/// The tutorials.
pub const TUTORIALS: &str = "/tutoriels";
/// Writing one.
pub const NEW_TUTORIAL: &str = "/tutoriels/ecrire";
/// Who is stuck, and what people say of the tutorials.
pub const TUTORIALS_FOLLOWED: &str = "/tutoriels/suivi";
/// The first steps of a new member.
pub const WELCOME: &str = "/bienvenue";
/// The same, to print.
pub const WELCOME_PAPER: &str = "/bienvenue/imprimer";

/// The tutorials for somebody.
pub fn tutorials_for(audience: Audience) -> String {
    format!("{TUTORIALS}?pour={}", audience.code())
}

/// A tutorial.
pub fn tutorial(slug: &str) -> String {
    format!("{TUTORIALS}/{}", segment(slug))
}

/// A step of a tutorial.
pub fn tutorial_step(slug: &str, step: u32) -> String {
    format!("{}#etape-{step}", tutorial(slug))
}

/// Changing a tutorial.
pub fn tutorial_edit(slug: &str) -> String {
    format!("{}/modifier", tutorial(slug))
}

/// A sequence of tutorials.
pub fn tutorial_path(slug: &str) -> String {
    format!("/parcours/{}", segment(slug))
}

/// The certificate of a sequence, to print.
pub fn certificate(slug: &str) -> String {
    format!("{}/attestation", tutorial_path(slug))
}

/// The certificate of a sequence, as a PDF.
pub fn certificate_file(slug: &str) -> String {
    format!("{}.pdf", certificate(slug))
}
