//! The addresses of what members declare.

use domain::declarations::{DeclarationKind, Target};

/// What one declared.
pub const DECLARATIONS: &str = "/declarations";
/// Declaring something.
pub const NEW_DECLARATION: &str = "/declarations/nouvelle";

/// Declaring that one stands back.
pub fn new_withdrawal() -> String {
    format!("{NEW_DECLARATION}?genre={}", DeclarationKind::Withdrawal.code())
}

/// Declaring a conflict of interest about something.
pub fn declare_about(target: Target) -> String {
    format!("{NEW_DECLARATION}?sur={target}")
}
