//! The addresses of what is reported.

use domain::{ids::CaseId, moderation::Reported};

/// What is reported to somebody, and what they reported.
pub const REPORTS: &str = "/signalements";

/// What was decided already.
pub fn reports_decided() -> String {
    format!("{REPORTS}?voir=decides")
}

/// One case.
pub fn report_case(id: CaseId) -> String {
    format!("{REPORTS}/{id}")
}

/// Reporting something.
pub fn report(what: Reported) -> String {
    format!("/signaler/{what}")
}

/// Appealing against what was decided of something.
pub fn appeal(what: Reported) -> String {
    format!("/signaler/{what}/appel")
}
