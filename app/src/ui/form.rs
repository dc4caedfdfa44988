//! Forms: posted without script, shown again as typed when refused.

use std::sync::{Arc, atomic::Ordering};

use domain::{FieldError, FieldProblem, Refusal, ids::ActingId};
use leptos::prelude::*;

use super::icon::Icon;
use crate::{
    paths,
    request::Refused,
    ui::error_page,
    words::{Words, capital},
};

/// The state of one form of the page: where it is posted, what was typed, what is wrong.
#[derive(Clone)]
pub struct Form {
    action: &'static str,
    page: String,
    acting: Option<ActingId>,
    refused: Option<Arc<Refused>>,
    /// For the sentences of its fields.
    pub words: Words,
    labels: Arc<std::sync::Mutex<Vec<(String, String)>>>,
}

impl Form {
    pub(crate) fn new(action: &'static str, page: String, refused: Option<Refused>, words: Words) -> Form {
        Form { action, page, acting: None, refused: refused.map(Arc::new), words, labels: Arc::default() }
    }

    /// Filled in on behalf of somebody, when one acts for them.
    #[must_use]
    pub(crate) fn filled_in_for(mut self, acting: Option<ActingId>) -> Form {
        self.acting = acting;
        self
    }

    /// A form that asks for a page, refused by that page itself.
    pub fn refused(action: &'static str, refused: Refused, words: Words) -> Form {
        Form::new(action, String::new(), Some(refused), words)
    }

    /// Posts to `page` once refused, instead of the page asked for.
    #[must_use]
    pub fn shown_at(mut self, page: String) -> Form {
        self.page = page;
        self
    }

    /// Whether this form was just refused.
    pub fn is_refused(&self) -> bool {
        self.refused.is_some()
    }

    /// Whether it was just refused because somebody changed the same thing meanwhile.
    pub fn is_conflict(&self) -> bool {
        let conflict = crate::error::AppError::Refused(Refusal::Conflict);
        self.refused.as_ref().is_some_and(|refused| refused.error == conflict)
    }

    /// The version that is changed: the one that was read, or the one now saved once both have been shown.
    pub fn version(&self, saved: impl std::fmt::Display) -> String {
        let saved = saved.to_string();
        if self.is_conflict() { saved } else { self.value("version", &saved) }
    }

    /// What was typed in a field, or else `saved`.
    pub fn value(&self, name: &str, saved: &str) -> String {
        self.typed(name).unwrap_or(saved).to_owned()
    }

    /// Whether a choice of a field was ticked, or else whether it is `saved`.
    pub fn is_chosen(&self, name: &str, value: &str, saved: bool) -> bool {
        match &self.refused {
            Some(refused) => {
                refused.values.iter().any(|(n, v)| n.trim_end_matches("[]") == name && v == value)
            }
            None => saved,
        }
    }

    fn typed(&self, name: &str) -> Option<&str> {
        self.refused.as_ref()?.values.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    fn field_errors(&self) -> &[FieldError] {
        match self.refused.as_deref() {
            Some(Refused { error: crate::error::AppError::Refused(Refusal::Invalid(errors)), .. }) => errors,
            _ => &[],
        }
    }

    /// What is wrong with a field, in words.
    pub fn error(&self, name: &str) -> Option<String> {
        self.field_errors().iter().find(|e| e.field == name).map(|e| problem(&self.words, &e.problem))
    }

    /// Notes the label of a field, for the summary on top.
    pub(crate) fn label(&self, name: &str, label: &str) {
        if self.is_refused()
            && let Ok(mut labels) = self.labels.lock()
        {
            labels.push((name.to_owned(), label.to_owned()));
        }
    }

    /// The identifier of a field's input: forms of one page must not share any.
    pub fn input_id(&self, name: &str) -> String {
        let form = self.action.rsplit('/').next().unwrap_or_default();
        format!("{form}-{name}")
    }
}

/// A problem in words.
pub fn problem(words: &Words, problem: &FieldProblem) -> String {
    match problem {
        FieldProblem::Missing => words.t("problem-missing"),
        FieldProblem::TooLong { max } => say!(words, "problem-too-long", max = *max),
        FieldProblem::TooShort { min } => say!(words, "problem-too-short", min = *min),
        FieldProblem::NotAnEmail => words.t("problem-not-an-email"),
        FieldProblem::NotAPhone => words.t("problem-not-a-phone"),
        FieldProblem::NotATime => words.t("problem-not-a-time"),
        FieldProblem::NotADate => words.t("problem-not-a-date"),
        FieldProblem::NotANumber => words.t("problem-not-a-number"),
        FieldProblem::NotAChoice => words.t("problem-not-a-choice"),
        FieldProblem::Taken => words.t("problem-taken"),
        FieldProblem::EndsBeforeStart => words.t("problem-ends-before-start"),
        FieldProblem::MandateRuns => words.t("problem-mandate-runs"),
        FieldProblem::InTheFuture => words.t("problem-in-the-future"),
        FieldProblem::InThePast => words.t("problem-in-the-past"),
        FieldProblem::OutOfBounds(min, max) => {
            say!(words, "problem-out-of-bounds", min = *min, max = *max)
        }
        FieldProblem::TooFar { days } => say!(words, "problem-too-far", days = *days),
        FieldProblem::LongerThan { days } => say!(words, "problem-longer-than", days = *days),
        FieldProblem::TooCommon => words.t("problem-too-common"),
        FieldProblem::DoesNotMatch => words.t("problem-does-not-match"),
        FieldProblem::Wrong => words.t("problem-wrong"),
        FieldProblem::WrongCode => words.t("problem-wrong-code"),
        FieldProblem::BadCharacters => words.t("problem-bad-characters"),
        FieldProblem::Unchanged => words.t("problem-unchanged"),
        FieldProblem::EndsLater => words.t("problem-ends-later"),
        FieldProblem::OtherYear => words.t("problem-other-year"),
        FieldProblem::IsAuthor => words.t("problem-is-author"),
        FieldProblem::NotAPublication => words.t("problem-not-a-publication"),
        FieldProblem::NotInPassage => words.t("problem-not-in-passage"),
        FieldProblem::TooManyLines { max } => say!(words, "problem-too-many-lines", max = *max),
        FieldProblem::NotARole => words.t("problem-not-a-role"),
        FieldProblem::UnknownSeparator => words.t("problem-unknown-separator"),
        FieldProblem::ExtraCells { count } => say!(words, "problem-extra-cells", count = *count),
        FieldProblem::BadLine { line } => say!(words, "problem-bad-line", line = *line),
        FieldProblem::NotAScan => words.t("problem-not-a-scan"),
        FieldProblem::BeforeInForce => words.t("problem-before-in-force"),
        FieldProblem::NoArticle => words.t("problem-no-article"),
        FieldProblem::SameArticle { number } => {
            say!(words, "problem-same-article", number = number.to_string())
        }
        FieldProblem::ArticleGone { number } => {
            say!(words, "problem-article-gone", number = number.to_string())
        }
        FieldProblem::SeveralArticles => words.t("problem-several-articles"),
        FieldProblem::AgainstTheHands => words.t("problem-against-the-hands"),
        FieldProblem::NotAnAddress => words.t("problem-not-an-address"),
        FieldProblem::TooManyTags { max } => say!(words, "problem-too-many-tags", max = *max),
        FieldProblem::EmptyFile => words.t("problem-empty-file"),
        FieldProblem::FileTooLarge { megabytes } => {
            say!(words, "problem-file-too-large", megabytes = *megabytes)
        }
        FieldProblem::NoRoom { megabytes } => say!(words, "problem-no-room", megabytes = *megabytes),
        FieldProblem::TooMuch { max } => say!(words, "problem-too-much", max = *max),
        FieldProblem::TooManyFiles { max } => say!(words, "problem-too-many-files", max = *max),
        FieldProblem::Program => words.t("problem-program"),
        FieldProblem::Interrupted => words.t("problem-interrupted"),
        FieldProblem::NotAPicture => words.t("problem-not-a-picture"),
        FieldProblem::UnreadablePicture => words.t("problem-unreadable-picture"),
        FieldProblem::Nameless => words.t("problem-nameless"),
        FieldProblem::NotCaptions => words.t("problem-not-captions"),
        FieldProblem::SilentCaptions => words.t("problem-silent-captions"),
        FieldProblem::CaptionTimes { line } => say!(words, "problem-caption-times", line = *line),
        FieldProblem::CaptionOrder { line } => say!(words, "problem-caption-order", line = *line),
        FieldProblem::NotADraft => words.t("problem-not-a-draft"),
        FieldProblem::LockedFile => words.t("problem-locked-file"),
        FieldProblem::WordlessFile => words.t("problem-wordless-file"),
        FieldProblem::UnreadableFile => words.t("problem-unreadable-file"),
        FieldProblem::Undescribed => words.t("problem-undescribed"),
        FieldProblem::NotAnAcronym => words.t("problem-not-an-acronym"),
        FieldProblem::NotAStep { line } => say!(words, "problem-not-a-step", line = *line),
        FieldProblem::NotInParts { line } => say!(words, "problem-not-in-parts", line = *line),
        FieldProblem::NotADuration => words.t("problem-not-a-duration"),
        FieldProblem::NoSteps => words.t("problem-no-steps"),
        FieldProblem::OtherSteps { count } => say!(words, "problem-other-steps", count = *count),
        FieldProblem::NotAScreen { line } => say!(words, "problem-not-a-screen", line = *line),
        FieldProblem::FewerThanLeast => words.t("problem-fewer-than-least"),
    }
}

/// What is wrong, on top of the form: one link a field, or the sentence of the refusal.
#[component]
pub fn ErrorSummary(
    /// The form.
    form: Form,
) -> impl IntoView {
    let refused = form.refused.clone()?;
    refused.said.store(true, Ordering::Relaxed);
    let words = form.words.clone();
    let errors = form.field_errors();
    if errors.is_empty() {
        let (title, text) = error_page::sentences(&words, &refused.error);
        return Some(refusal(title, text).into_any());
    }
    let title = say!(words, "errors-title", count = errors.len());
    // The labels are known once the fields are made: the summary is written after them, and shown above.
    let labels = form.labels.lock().map(|l| l.clone()).unwrap_or_default();
    let links = errors
        .iter()
        .map(|error| {
            let label = labels.iter().find(|(n, _)| *n == error.field).map(|(_, l)| l.as_str());
            let sentence = problem(&words, &error.problem);
            let text = label.map_or(sentence.clone(), |label| {
                say!(words, "errors-line", label = label.to_owned(), problem = sentence.clone())
            });
            view! { <li><a href=format!("#{}", form.input_id(&error.field))>{text}</a></li> }
        })
        .collect_view();
    Some(
        view! {
            <div class="error-summary" role="alert" tabindex="-1" id="erreurs">
                <h2>{title}</h2>
                <ul>{links}</ul>
            </div>
        }
        .into_any(),
    )
}

/// A refusal that is about no field in particular.
pub(crate) fn refusal(title: String, text: String) -> impl IntoView {
    view! {
        <div class="error-summary" role="alert" tabindex="-1" id="erreurs">
            <h2>{title}</h2>
            <p>{text}</p>
        </div>
    }
}

/// The form itself: its summary of errors, its fields, its buttons.
#[component]
pub fn FormView(
    /// Its state.
    form: Form,
    /// Its class in the style sheets.
    #[prop(default = "form")]
    class: &'static str,
    /// Whether the summary of errors is shown here; a page with its own place for it says no.
    #[prop(default = true)]
    summary: bool,
    /// Its fields and buttons.
    children: Children,
) -> impl IntoView {
    let fields = children();
    let action = paths::filled_in_for(paths::posting_from(form.action, &form.page), form.acting);
    view! {
        <form class=class method="post" action=action novalidate>
            {summary.then(|| view! { <ErrorSummary form=form.clone()/> })}
            {fields}
        </form>
    }
}

/// The error beside a field.
#[component]
pub(crate) fn FieldErrorView(
    /// Its identifier, which the field names.
    id: String,
    /// What is wrong.
    text: String,
) -> impl IntoView {
    view! { <p class="error" id=id><Icon name="error"/>" "<span>{capital(&text)}</span></p> }
}
