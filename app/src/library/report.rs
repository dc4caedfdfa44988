//! What became of a batch of files, some of which were refused: shown on the page they were sent from.

use domain::Refusal;
use leptos::prelude::*;

use crate::{
    error::AppError,
    request::Request,
    ui::{error_page, form},
    words::Words,
};

/// What became of the files sent together.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// How many are deposited.
    pub deposited: usize,
    /// The names of those that were there already.
    pub there: Vec<String>,
    /// Those that were refused: their names, and why.
    pub refused: Vec<(String, AppError)>,
}

/// Why a file was refused, in a sentence.
pub fn reason(words: &Words, error: &AppError) -> String {
    match error {
        AppError::Refused(Refusal::Invalid(errors)) if !errors.is_empty() => {
            form::problem(words, &errors[0].problem)
        }
        other => error_page::sentences(words, other).1,
    }
}

/// What is said of a batch that did not go through whole; nothing when there is none.
pub(super) fn told(rq: &Request) -> Option<AnyView> {
    let report = rq.extension::<Report>()?;
    let words = &rq.words;
    let line = |name: &str, why: String| {
        let text = say!(words, "library-file-because", name = name.to_owned(), why = why);
        view! { <li>{text}</li> }
    };
    let refused = report.refused.iter().map(|(name, error)| line(name, reason(words, error))).collect_view();
    let there = report.there.iter().map(|name| line(name, words.t("library-file-there"))).collect_view();
    let title = say!(words, "library-report-refused", count = report.refused.len());
    let rest = (report.deposited > 0).then(|| {
        view! { <p>{say!(words, "library-report-deposited", count = report.deposited)}</p> }
    });
    Some(
        view! {
            <div class="error-summary" role="alert" tabindex="-1" id="erreurs">
                <h2>{title}</h2>
                <ul>{refused}{there}</ul>
                {rest}
            </div>
        }
        .into_any(),
    )
}
