//! Captions of sounds and films: WebVTT and SubRip, read, and written again as WebVTT.
//!
//! Only what was understood is kept: moments, words, who speaks, and letters that are bold, slanted or underlined.
//! Colours, places on the screen, style sheets and remarks are left out, so that nothing of a file that came from
//! outside is ever given to a browser.

mod lines;
mod markup;
mod written;

use serde::{Deserialize, Serialize};

pub use written::{Spoken, spoken, web_vtt};

use crate::{detect, plain};

/// Bytes of a file of captions that is read: a film of three hours has a fifth of it.
pub const LARGEST: usize = 1 << 20;

/// Words shown for a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cue {
    /// When they appear, in thousandths of a second.
    pub start: u32,
    /// When they go.
    pub end: u32,
    /// The words, in pieces.
    pub runs: Vec<Run>,
}

/// Words of one voice, all written in the same way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The words; lines matter.
    pub words: String,
    /// Who speaks, where it is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice: Option<String>,
    /// How the words are written.
    #[serde(default, skip_serializing_if = "Style::is_plain")]
    pub style: Style,
}

/// How words are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Style {
    /// In bold.
    pub bold: bool,
    /// Slanted: a thought, a voice that is not seen.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
}

impl Style {
    fn is_plain(&self) -> bool {
        *self == Style::default()
    }
}

/// Why captions are not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flaw {
    /// Neither WebVTT nor SubRip.
    Unknown,
    /// There is no word in it.
    Silent,
    /// The times of this line, from 1, cannot be read.
    Time {
        /// Which line.
        line: u32,
    },
    /// At this line, from 1, words go before they appear, or appear before those above.
    Order {
        /// Which line.
        line: u32,
    },
    /// It is longer than what is read.
    TooLarge,
}

/// Reads captions, in whatever usual encoding they were written.
///
/// # Errors
/// Why they are not taken.
pub fn read(bytes: &[u8]) -> Result<Vec<Cue>, Flaw> {
    if bytes.len() > LARGEST {
        return Err(Flaw::TooLarge);
    }
    if !detect::is_text(bytes) {
        return Err(Flaw::Unknown);
    }
    let text = plain::decode(bytes);
    let timed = lines::read(text.trim_start_matches('\u{feff}'))?;
    let mut marks = markup::Marks::default();
    let cue = |timed: lines::Timed| {
        let runs = marks.runs(&timed.text);
        (!runs.is_empty()).then_some(Cue { start: timed.start, end: timed.end, runs })
    };
    let cues: Vec<Cue> = timed.into_iter().filter_map(cue).collect();
    let said = |cue: &Cue| cue.runs.iter().any(|run| run.words.chars().any(char::is_alphanumeric));
    if cues.iter().any(said) { Ok(cues) } else { Err(Flaw::Silent) }
}
