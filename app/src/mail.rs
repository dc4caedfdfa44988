//! Mails in words: each noun renders its own letters.

use backend::{
    council::Council,
    mail::{Addressee, Letter, RenderMail, RenderedMail},
};

use crate::{accounts, words::Words};

/// Puts letters into words, with addresses of this installation.
#[derive(Debug)]
pub struct Letters {
    /// Where this installation is reached, without a final slash.
    pub base_url: String,
}

impl RenderMail for Letters {
    fn render(&self, council: &Council, to: &Addressee, letter: &Letter) -> RenderedMail {
        let words = Words::new(to.language, None);
        accounts::mail::render(&words, &self.base_url, council, to, letter)
    }
}
