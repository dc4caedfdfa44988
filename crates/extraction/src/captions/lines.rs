//! The lines of a file of captions: which words are shown from when to when.

use super::Flaw;

/// What parts the two moments of a cue.
const ARROW: &str = "-->";
/// No recording lasts a hundred hours.
const HOURS: u32 = 100;

/// The words of a cue, as they are written in the file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Timed {
    pub start: u32,
    pub end: u32,
    pub text: String,
}

/// Where one is in the file.
enum At {
    /// Between two cues; the line before may have been the number or the name of the next one.
    Between,
    /// In a remark, a style sheet, a region: until an empty line.
    Aside,
    /// In the words of a cue.
    Words,
    /// At an empty line within the words of a cue of SubRip, which has some.
    Gap,
    /// After a number that stood alone after such a line: of the next cue, or a word of this one.
    Number,
}

/// Reads the lines of a file.
pub(super) fn read(text: &str) -> Result<Vec<Timed>, Flaw> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let web = is_web_vtt(&text);
    let mut cues: Vec<Timed> = Vec::new();
    let mut at = if web { At::Aside } else { At::Between };
    let mut before = "";
    for (number, line) in (1..).zip(text.lines()) {
        let blank = line.trim().is_empty();
        let was = std::mem::replace(&mut before, line);
        if line.contains(ARROW) && !(web && number == 1) {
            // Without an empty line between them, the number of a cue is under the words of the one before.
            if let (At::Words | At::Number, Some(last)) = (&at, cues.last_mut())
                && is_number(was)
                && let Some(words) = last.text.strip_suffix(&format!("{was}\n"))
            {
                last.text.truncate(words.len());
            }
            let (start, end) = moments(line).ok_or(Flaw::Time { line: number })?;
            if end <= start || cues.last().is_some_and(|last| start < last.start) {
                return Err(Flaw::Order { line: number });
            }
            cues.push(Timed { start, end, text: String::new() });
            at = At::Words;
            continue;
        }
        if looks_like_moments(line) {
            return Err(Flaw::Time { line: number });
        }
        at = match (at, blank) {
            (At::Words | At::Gap | At::Number, true) if !web => At::Gap,
            (_, true) => At::Between,
            (At::Aside, false) => At::Aside,
            (At::Between, false) if web && is_aside(line) => At::Aside,
            (At::Between, false) if web || is_number(line) => At::Between,
            // A text that is nothing of the kind.
            (At::Between, false) => return Err(Flaw::Unknown),
            (At::Number, false) => return Err(Flaw::Time { line: number }),
            (before, false) => {
                let number = matches!(before, At::Gap) && is_number(line);
                if let Some(cue) = cues.last_mut() {
                    cue.text.push_str(line);
                    cue.text.push('\n');
                }
                if number { At::Number } else { At::Words }
            }
        };
    }
    match cues.is_empty() {
        true if !web => Err(Flaw::Unknown),
        true => Err(Flaw::Silent),
        false => Ok(cues),
    }
}

fn is_web_vtt(text: &str) -> bool {
    text.strip_prefix("WEBVTT").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\n']))
}

fn is_aside(line: &str) -> bool {
    ["NOTE", "STYLE", "REGION"]
        .iter()
        .filter_map(|name| line.strip_prefix(name))
        .any(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

fn is_number(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit())
}

/// The two moments of a line, whatever comes after them.
fn moments(line: &str) -> Option<(u32, u32)> {
    let (start, rest) = line.split_once(ARROW)?;
    Some((moment(start.trim())?, moment(rest.split_whitespace().next()?)?))
}

/// A line of times that somebody wrote by hand, with another arrow.
fn looks_like_moments(line: &str) -> bool {
    let Some((start, rest)) = ["->", "–>", "—>", "→"].iter().find_map(|arrow| line.split_once(arrow))
    else {
        return false;
    };
    let timed = |text: &str| {
        let first = text.split_whitespace().next().unwrap_or_default();
        first.contains(['.', ',']) && moment(first).is_some()
    };
    timed(start) && timed(rest)
}

/// `01:02:03.004`, `02:03.004`, `01:02:03,004`: in thousandths of a second.
fn moment(text: &str) -> Option<u32> {
    let digits = |text: &str, most: usize| {
        let fits = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| text.parse::<u32>().ok())?
    };
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let thousandths = digits(part, 3)? * 10_u32.pow(3 - u32::try_from(part.len()).ok()?);
    let mut parts = whole.rsplit(':');
    let seconds = digits(parts.next()?, 2).filter(|seconds| *seconds < 60)?;
    let minutes = digits(parts.next()?, 2).filter(|minutes| *minutes < 60)?;
    let hours = parts.next().map_or(Some(0), |hours| digits(hours, 3)).filter(|hours| *hours < HOURS)?;
    parts.next().is_none().then_some(((hours * 60 + minutes) * 60 + seconds) * 1_000 + thousandths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_both_kinds_write_them() {
        for (text, expected) in [
            ("00:00:01,500", Some(1_500)),
            ("00:01.500", Some(1_500)),
            ("01:02:03.004", Some(3_723_004)),
            ("0:00:01,5", Some(1_500)),
            ("00:00:07", Some(7_000)),
            ("99:59:59.999", Some(359_999_999)),
            ("100:00:00.000", None),
            ("00:60:00.000", None),
            ("00:00:61,000", None),
            ("1.500", None),
            ("-1:00.000", None),
            ("00:00:00:01,000", None),
            ("00:00:01,5000", None),
            ("", None),
        ] {
            assert_eq!(moment(text), expected, "{text}");
        }
    }
}
