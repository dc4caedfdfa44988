//! The steps of a method: how many minutes each takes, and at what time it begins once the meeting has a time.

use chrono::{NaiveTime, TimeDelta};

use crate::refusal::FieldProblem;

/// Minutes of a step, and of all of them, at most: a day.
pub const MINUTES_MAX: u32 = 24 * 60;
/// Steps at most.
const STEPS_MAX: usize = 40;

/// A step of a method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// How long it takes.
    pub minutes: u32,
    /// What is done, in a few words.
    pub title: String,
    /// How; may be empty.
    pub detail: String,
}

/// Reads steps, one a line: « 10 min | Accueillir | Dire pourquoi l’on est là ».
///
/// # Errors
/// `Missing`; `NotAStep` with the line; `TooManyLines`; `TooLong` a day.
pub fn steps(text: &str) -> Result<Vec<Step>, FieldProblem> {
    let mut steps = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        steps.push(step(line).ok_or(FieldProblem::NotAStep { line: number })?);
    }
    if steps.is_empty() {
        return Err(FieldProblem::Missing);
    }
    if steps.len() > STEPS_MAX {
        return Err(FieldProblem::TooManyLines { max: STEPS_MAX as u32 });
    }
    if total(&steps) > MINUTES_MAX {
        return Err(FieldProblem::NotADuration);
    }
    Ok(steps)
}

fn step(line: &str) -> Option<Step> {
    // In a sheet, steps are the items of a list.
    let line = line.trim().trim_start_matches(['-', '*', '•']).trim_start();
    let mut parts = line.splitn(3, '|').map(str::trim);
    let time = parts.next()?;
    let title = parts.next().filter(|title| !title.is_empty())?;
    let digits = time.bytes().take_while(u8::is_ascii_digit).count();
    let unit = time[digits..].trim().trim_end_matches('.').to_lowercase();
    if !matches!(unit.as_str(), "" | "min" | "mn" | "minute" | "minutes" | "’" | "'") {
        return None;
    }
    let minutes: u32 = time[..digits].parse().ok().filter(|minutes| (1..=MINUTES_MAX).contains(minutes))?;
    let detail = parts.next().unwrap_or_default();
    let joined = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Step { minutes, title: joined(title), detail: joined(detail) })
}

/// Steps as they are typed again.
pub fn steps_text(steps: &[Step]) -> String {
    let line = |step: &Step| match step.detail.as_str() {
        "" => format!("{} min | {}", step.minutes, step.title),
        detail => format!("{} min | {} | {detail}", step.minutes, step.title),
    };
    steps.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Minutes of all the steps.
pub fn total(steps: &[Step]) -> u32 {
    steps.iter().map(|step| step.minutes).sum()
}

/// When each step begins in a meeting that begins at `start`, and when the last one ends.
pub fn timetable(start: NaiveTime, steps: &[Step]) -> (Vec<NaiveTime>, NaiveTime) {
    let mut at = start;
    let begins = steps
        .iter()
        .map(|step| {
            let begins = at;
            // Past midnight it is the next day's time.
            at = at.overflowing_add_signed(TimeDelta::minutes(i64::from(step.minutes))).0;
            begins
        })
        .collect();
    (begins, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).expect("a time")
    }

    #[test]
    fn steps_are_read_as_people_write_them_and_written_the_same() {
        let typed = "- 10 min | Accueillir | Dire pourquoi | l’on est là\n\n* 5 | Se taire\n20mn|Parler |";
        let read = steps(typed).expect("read");
        assert_eq!(total(&read), 35);
        let text = "10 min | Accueillir | Dire pourquoi | l’on est là\n5 min | Se taire\n20 min | Parler";
        assert_eq!(steps_text(&read), text);
        assert_eq!(steps(text), Ok(read));
    }

    #[test]
    fn a_line_that_is_no_step_is_named() {
        for line in [
            "Accueillir",
            "dix min | Accueillir",
            "0 min | Rien",
            "10 min |",
            "10 ans | Attendre",
            "2000 | x",
        ] {
            let typed = format!("5 min | Un\n{line}");
            assert_eq!(steps(&typed), Err(FieldProblem::NotAStep { line: 2 }), "{line}");
        }
        assert_eq!(steps(" \n"), Err(FieldProblem::Missing));
        assert_eq!(steps("800 | Un\n800 | Deux"), Err(FieldProblem::NotADuration));
        assert_eq!(steps(&"1 | Un\n".repeat(41)), Err(FieldProblem::TooManyLines { max: 40 }));
    }

    #[test]
    fn times_add_up_from_the_start_even_past_midnight() {
        let read = steps("10 | Un\n50 | Deux\n30 | Trois").expect("read");
        assert_eq!(timetable(at(18, 30), &read), (vec![at(18, 30), at(18, 40), at(19, 30)], at(20, 0)));
        assert_eq!(timetable(at(23, 30), &read).1, at(1, 0));
    }
}
