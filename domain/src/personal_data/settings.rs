//! Who answers for the data, as the register must say.

use serde::{Deserialize, Serialize};

use super::{Keeping, Kept};
use crate::{
    form::{self, Problems},
    refusal::Refusal,
};

/// Who answers for the data, and how long things are kept, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DataForm {
    /// Who answers for what is done with the data: the council, or the community that carries it.
    pub responsible: String,
    /// How to reach them.
    pub contact: String,
    /// The data protection officer; may be empty.
    pub officer: String,
    /// How to reach them; may be empty.
    pub officer_contact: String,
}

/// Who answers for the data, checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Responsible {
    /// Who answers for what is done with the data, or empty.
    pub responsible: String,
    /// How to reach them, or empty.
    pub contact: String,
    /// The data protection officer, or empty.
    pub officer: String,
    /// How to reach them, or empty.
    pub officer_contact: String,
}

impl DataForm {
    /// Checks every field, and the days typed.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self, days: &[(Kept, String)]) -> Result<(Responsible, Keeping), Refusal> {
        let mut problems = Problems::new();
        let responsible = problems.check("responsible", form::line(&self.responsible, 0, 200));
        let contact = problems.check("contact", form::text(&self.contact, 0, 500));
        let officer = problems.check("officer", form::line(&self.officer, 0, 200));
        let officer_contact = problems.check("officer_contact", form::text(&self.officer_contact, 0, 500));
        let keeping = problems.part(Keeping::check(days))?;
        problems.into_result()?;
        let complete = || {
            let responsible = Responsible {
                responsible: responsible?,
                contact: contact?,
                officer: officer?,
                officer_contact: officer_contact?,
            };
            Some((responsible, keeping?))
        };
        complete().ok_or(Refusal::Malformed)
    }
}
