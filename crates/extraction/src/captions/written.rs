//! Captions written again: as WebVTT for a player, as paragraphs for a reader.

use std::fmt::Write;

use super::{Cue, Run};

/// A silence after which another paragraph begins, in thousandths of a second.
const SILENCE: u32 = 3_000;
/// Letters after which a paragraph ends with its sentence.
const LONG: usize = 280;
/// Letters after which it ends anyway.
const LONGEST: usize = 900;

/// What was said from a moment on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// The moment, in thousandths of a second.
    pub at: u32,
    /// By whom, where it is told.
    pub voice: Option<String>,
    /// The words.
    pub words: String,
}

/// The captions as WebVTT: nothing in it but what is in `cues`.
pub fn web_vtt(cues: &[Cue]) -> String {
    let mut written = "WEBVTT\n".to_owned();
    for cue in cues {
        let mut words = String::new();
        for run in &cue.runs {
            write_run(&mut words, run);
        }
        // An empty line would end the cue.
        let lines: Vec<&str> = words.lines().filter(|line| !line.trim().is_empty()).collect();
        let _ = write!(written, "\n{} --> {}\n{}\n", moment(cue.start), moment(cue.end), lines.join("\n"));
    }
    written
}

fn write_run(written: &mut String, run: &Run) {
    let marks = [(run.style.bold, "b"), (run.style.italic, "i"), (run.style.underline, "u")];
    let marks: Vec<&str> = marks.into_iter().filter_map(|(there, mark)| there.then_some(mark)).collect();
    if let Some(voice) = &run.voice {
        let _ = write!(written, "<v {}>", escaped(&one_line(voice)));
    }
    for mark in &marks {
        let _ = write!(written, "<{mark}>");
    }
    written.push_str(&escaped(&run.words));
    for mark in marks.iter().rev() {
        let _ = write!(written, "</{mark}>");
    }
    if run.voice.is_some() {
        written.push_str("</v>");
    }
}

fn moment(thousandths: u32) -> String {
    let (seconds, part) = (thousandths / 1_000, thousandths % 1_000);
    format!("{:02}:{:02}:{:02}.{part:03}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// With a brace as it is, other words would be a mark once they stand after one another.
fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('{', "&#123;")
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is said, in paragraphs that one can read: another begins with another voice, after a silence, and where a
/// sentence ends once there is enough of it.
pub fn spoken(cues: &[Cue]) -> Vec<Spoken> {
    let mut all: Vec<Spoken> = Vec::new();
    let mut silent_since: u32 = 0;
    for cue in cues {
        let mut pieces: Vec<(Option<String>, String)> = Vec::new();
        for run in &cue.runs {
            match pieces.last_mut() {
                Some((voice, words)) if *voice == run.voice => words.push_str(&run.words),
                _ => pieces.push((run.voice.clone(), run.words.clone())),
            }
        }
        for (voice, words) in pieces {
            let words = one_line(&words);
            match all.last_mut() {
                Some(last)
                    if last.voice == voice
                        && cue.start < silent_since.saturating_add(SILENCE)
                        && !is_enough(&last.words) =>
                {
                    last.words.push(' ');
                    last.words.push_str(&words);
                }
                _ if words.is_empty() => {}
                _ => all.push(Spoken { at: cue.start, voice, words }),
            }
        }
        silent_since = silent_since.max(cue.end);
    }
    all
}

fn is_enough(words: &str) -> bool {
    let ended = words.trim_end_matches(['»', '”', '"', ')', ' ', '\u{a0}']).ends_with(['.', '?', '!', '…']);
    (words.len() > LONG && ended) || words.len() > LONGEST
}
