//! The addresses of what is done on behalf of those who take part on paper.

use domain::ids::{ActingId, UserId};

/// Those who take part on paper.
pub const ON_PAPER: &str = "/sur-papier";

/// What was done on one's own behalf.
pub const ON_MY_BEHALF: &str = "/mon-compte/en-mon-nom";

/// The name under which a form that is posted says on behalf of whom it was filled in.
pub const FILLED_IN_FOR: &str = "pour";

/// Somebody who takes part on paper, or may.
pub fn on_paper(id: UserId) -> String {
    format!("{ON_PAPER}/{id}")
}

/// An address that a form is posted to, with on behalf of whom it was filled in.
pub fn filled_in_for(address: String, acting: Option<ActingId>) -> String {
    match acting {
        Some(acting) => {
            let sign = if address.contains('?') { '&' } else { '?' };
            format!("{address}{sign}{FILLED_IN_FOR}={acting}")
        }
        None => address,
    }
}
