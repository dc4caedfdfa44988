//! What can be wrong with one field of a form.

use serde::{Deserialize, Serialize};

use crate::charter::ArticleNumber;

/// What is wrong with one field of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// The field's name in the form.
    pub field: String,
    /// What is wrong.
    pub problem: FieldProblem,
}

impl FieldError {
    /// An error beside `field`.
    pub fn new(field: &'static str, problem: FieldProblem) -> Self {
        FieldError { field: field.to_owned(), problem }
    }
}

/// The kinds of problem a field can have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FieldProblem {
    /// Nothing was typed.
    Missing,
    /// At most so many characters.
    TooLong {
        /// Characters accepted.
        max: u32,
    },
    /// At least so many characters.
    TooShort {
        /// Characters asked for.
        min: u32,
    },
    /// Not an e-mail address.
    NotAnEmail,
    /// Not a telephone number.
    NotAPhone,
    /// Not a date such as 30/04/2026.
    NotADate,
    /// Not a time such as 18:30.
    NotATime,
    /// Not a whole number, or out of bounds.
    NotANumber,
    /// Not one of the choices.
    NotAChoice,
    /// Another one has it already.
    Taken,
    /// Ends before it begins.
    EndsBeforeStart,
    /// A mandate for that role runs already at that time.
    MandateRuns,
    /// In the future, which it cannot be.
    InTheFuture,
    /// Today or in the past, when a day to come is asked for.
    InThePast,
    /// Later than so many days from now.
    TooFar {
        /// Days at most.
        days: u32,
    },
    /// Longer than so many days.
    LongerThan {
        /// Days at most.
        days: u32,
    },
    /// Among the most used passwords, or made of the person's own name or address.
    TooCommon,
    /// The two entries differ.
    DoesNotMatch,
    /// Not what we know: the password or address is wrong.
    Wrong,
    /// Not a code that is shown now, or one that served already.
    WrongCode,
    /// Holds characters that cannot be kept.
    BadCharacters,
    /// The same as it was.
    Unchanged,
    /// What is prolonged until that day ends later already.
    EndsLater,
    /// A day of another year: what is numbered by year keeps its own.
    OtherYear,
    /// Nobody is known at this line of the list; `line` counts from 1.
    BadLine {
        /// Line of the typed list, from 1.
        line: u32,
    },
    /// An author does not review their own text.
    IsAuthor,
    /// Not the number of another publication.
    NotAPublication,
    /// Words that the passage does not say.
    NotInPassage,
    /// At most so many lines.
    TooManyLines {
        /// Lines accepted.
        max: u32,
    },

    /// Neither a PDF nor a picture.
    NotAScan,
    /// Before the text came into force.
    BeforeInForce,
    /// Holds no article.
    NoArticle,
    /// Two articles have this number.
    SameArticle {
        /// The number.
        number: ArticleNumber,
    },
    /// Makes more than one article, or a part.
    SeveralArticles,
    /// Adopted, when more hands were against it than for it.
    AgainstTheHands,
    /// This was the number of an article that is no longer in force.
    ArticleGone {
        /// The number.
        number: ArticleNumber,
    },

    /// Not an address of the web.
    NotAnAddress,
    /// At most so many tags.
    TooManyTags {
        /// Tags accepted.
        max: u32,
    },
    /// The file holds nothing.
    EmptyFile,
    /// The file is larger than so many megabytes.
    FileTooLarge {
        /// Megabytes accepted.
        megabytes: u32,
    },
    /// There is no room left for it: so many megabytes are left.
    NoRoom {
        /// Megabytes left.
        megabytes: u32,
    },
    /// More than so many things at once.
    TooMuch {
        /// Things accepted.
        max: u32,
    },
    /// No more than so many files are accepted, and they have come.
    TooManyFiles {
        /// Files accepted.
        max: u32,
    },
    /// A program: it is not kept.
    Program,
    /// The connection was cut before its end.
    Interrupted,

    /// Not a role that the council gives.
    NotARole,
    /// Cells parted by a sign that is not read.
    UnknownSeparator,
    /// More cells than there are columns: so many.
    ExtraCells {
        /// Cells in excess.
        count: u32,
    },

    /// Not a photograph or a drawing of a kind that is accepted.
    NotAPicture,
    /// A picture that cannot be read: damaged, or much too large once unpacked.
    UnreadablePicture,
    /// A file whose name has no letter that can be kept.
    Nameless,
    /// Neither a file of captions in WebVTT nor in SubRip.
    NotCaptions,
    /// Captions without a word.
    SilentCaptions,
    /// The times of this line of captions cannot be read.
    CaptionTimes {
        /// Which line, from 1.
        line: u32,
    },
    /// At this line of captions, the times do not follow one another.
    CaptionOrder {
        /// Which line, from 1.
        line: u32,
    },

    /// A number that is not between these two.
    OutOfBounds(u32, u32),
    /// None of the kinds of files that become texts.
    NotADraft,
    /// A file under a password.
    LockedFile,
    /// A file without a word.
    WordlessFile,
    /// A file that is damaged.
    UnreadableFile,

    /// An image of which nothing is said.
    Undescribed,

    /// Not one word with two capitals or digits.
    NotAnAcronym,
    /// Not a number of minutes, a bar and what is done; `line` counts from 1.
    NotAStep {
        /// Line of the typed steps.
        line: u32,
    },
    /// A sheet written as one text has something else there, or lacks a part; `line` counts from 1.
    NotInParts {
        /// Line of the text.
        line: u32,
    },
    /// The steps last more than a day.
    NotADuration,
    /// At most fewer than at least.
    FewerThanLeast,
    /// The text has no steps, or one without a title.
    NoSteps,
    /// Not as many steps as in the other language.
    OtherSteps {
        /// Steps there.
        count: u32,
    },
    /// Not the address of a screen, or a step that does not exist.
    NotAScreen {
        /// Line, from 1.
        line: u32,
    },
}
