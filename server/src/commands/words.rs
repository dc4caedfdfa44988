//! Refusals in plain English, for the command line. The sentences of the site are in its locale files.

use domain::{
    FieldProblem, Refusal,
    refusal::{FieldError, Transition},
};

/// A backend failure as an error of the command line.
pub fn refused(error: backend::Error) -> anyhow::Error {
    match error.refusal() {
        Some(refusal) => anyhow::anyhow!("{}", refusal_sentence(refusal)),
        None => crate::state::plain(error),
    }
}

/// Why something was refused.
pub fn refusal_sentence(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Invalid(errors) => errors.iter().map(field_sentence).collect::<Vec<_>>().join("; "),
        Refusal::Transition(transition) => match transition {
            Transition::CodesAreOff => "no code is asked of them",
            Transition::ContributionState => {
                "this text is there already, proposed or adopted, and says something else: it stays as it is"
            }
            Transition::EmptyText => "there is no text after the header, and only a draft may be empty",
            Transition::AlreadyInstalled => "this installation already has its council",
            Transition::AlreadyActive => "this person already has a password",
            Transition::TooDeep => "there are too many folders within each other",
            // What only the site asks for.
            _ => "this is not possible in its present state",
        }
        .to_owned(),
        other => other.to_string(),
    }
}

fn field_sentence(error: &FieldError) -> String {
    format!("{}: {}", error.field, problem(&error.problem))
}

/// What is wrong with one field.
pub fn problem(problem: &FieldProblem) -> String {
    match problem {
        FieldProblem::Missing => "is missing".into(),
        FieldProblem::TooLong { max } => format!("is longer than {max} characters"),
        FieldProblem::TooShort { min } => format!("is shorter than {min} characters"),
        FieldProblem::NotAnEmail => "is not an e-mail address".into(),
        FieldProblem::NotAPhone => "is not a telephone number".into(),
        FieldProblem::NotATime => "is not a time such as 18:30".into(),
        FieldProblem::NotADate => "is not a date such as 2026-04-30 or 30/04/2026".into(),
        FieldProblem::NotANumber => "is not a whole number, or is out of bounds".into(),
        FieldProblem::NotAnAcronym => "is not one word with two capitals or figures".into(),
        FieldProblem::NotAStep { line } => {
            format!("line {line} is not a step such as « 10 min | Welcome | How »")
        }
        FieldProblem::NotInParts { line } => format!(
            "line {line} is not in its place: write « # » and the title, then « ## Aim », « ## Steps » and the other parts"
        ),
        FieldProblem::NotADuration => "last more than a day".into(),
        FieldProblem::NoSteps => "has no step: begin each with a line such as « ## Open the page »".into(),
        FieldProblem::OtherSteps { count } => format!("has not the {count} steps of the other language"),
        FieldProblem::NotAScreen { line } => {
            format!("line {line} is not the address of a screen, such as /textes or /textes#2")
        }
        FieldProblem::FewerThanLeast => "is less than the minimum".into(),
        FieldProblem::NotAChoice => "is not one of the choices".into(),
        FieldProblem::Taken => {
            "belongs to another one already: give a different one, or change the one that has it".into()
        }
        FieldProblem::EndsBeforeStart => "ends before it begins".into(),
        FieldProblem::MandateRuns => "a mandate for that role runs already at that time".into(),
        FieldProblem::InTheFuture => "is in the future".into(),
        FieldProblem::InThePast => "must be a day to come".into(),
        FieldProblem::TooFar { days } => format!("must be within {days} days"),
        FieldProblem::LongerThan { days } => format!("is longer than {days} days"),
        FieldProblem::OutOfBounds(min, max) => format!("is not between {min} and {max}"),
        FieldProblem::TooCommon => {
            "is among the most used ones, or made of the person's own name or address".into()
        }
        FieldProblem::DoesNotMatch => "does not match".into(),
        FieldProblem::Wrong => "is wrong".into(),
        FieldProblem::WrongCode => "is not the code".into(),
        FieldProblem::BadCharacters => "holds characters that cannot be kept".into(),
        FieldProblem::Unchanged => "is the same as before".into(),
        FieldProblem::OtherYear => "must stay in the same year".to_owned(),
        FieldProblem::EndsLater => "ends on that day or later already".to_owned(),
        FieldProblem::IsAuthor => "is an author of this text".into(),
        FieldProblem::NotAPublication => "is not the number of another publication".into(),
        FieldProblem::NotInPassage => "is not in the passage".to_owned(),
        FieldProblem::TooManyLines { max } => format!("has more than {max} lines"),
        FieldProblem::BadLine { line } => format!("names nobody known at line {line}"),
        FieldProblem::NotARole => "is not one of member, chair, vice_chair, staff, guest".into(),
        FieldProblem::UnknownSeparator => "is not parted by « ; », « , » or tabulations".into(),
        FieldProblem::ExtraCells { count } => format!("has {count} cells more than there are columns"),
        FieldProblem::NotAnAddress => "is not an address of the web".into(),
        FieldProblem::TooManyTags { max } => format!("has more than {max} tags"),
        FieldProblem::EmptyFile => "is empty".into(),
        FieldProblem::FileTooLarge { megabytes } => format!("is larger than {megabytes} MB"),
        FieldProblem::NoRoom { megabytes } => format!("does not fit: {megabytes} MB are left"),
        FieldProblem::TooMuch { max } => format!("is more than {max} things at once"),
        FieldProblem::TooManyFiles { max } => format!("is one more than the {max} files accepted"),
        FieldProblem::Program => "is a program, which is not kept".into(),
        FieldProblem::Interrupted => "did not come to its end".into(),
        FieldProblem::NotAPicture => "is not a JPEG, PNG, WebP or GIF picture".into(),
        FieldProblem::UnreadablePicture => "is a picture that cannot be read".into(),
        FieldProblem::Nameless => "has no name that can be kept".into(),
        FieldProblem::NotADraft => "is not a DOCX, ODT, HTML or Markdown file".into(),
        FieldProblem::LockedFile => "is protected by a password".into(),
        FieldProblem::WordlessFile => "has no words in it".into(),
        FieldProblem::UnreadableFile => "is damaged".into(),
        FieldProblem::Undescribed => "is an image without a description".into(),
        FieldProblem::NotCaptions => "is not a file of captions in WebVTT or SubRip".into(),
        FieldProblem::SilentCaptions => "holds captions without a word".into(),
        FieldProblem::CaptionTimes { line } => format!("has times that cannot be read at line {line}"),
        FieldProblem::NotAScan => "is neither a PDF nor a picture".into(),
        FieldProblem::BeforeInForce => "is before the text came into force".into(),
        FieldProblem::SeveralArticles => "holds more than one article".to_owned(),
        FieldProblem::AgainstTheHands => "is not what the hands say".to_owned(),
        FieldProblem::NoArticle => "has no article: write a heading that begins with ##".to_owned(),
        FieldProblem::SameArticle { number } => format!("has two articles {number}"),
        FieldProblem::ArticleGone { number } => {
            format!("uses again the number {number} of an article that is gone")
        }
        FieldProblem::CaptionOrder { line } => format!("has times out of order at line {line}"),
    }
}
