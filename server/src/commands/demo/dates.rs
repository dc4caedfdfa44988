//! Dates counted from today: `J-45` alone in a cell or after a key, `{{date J-45}}`, `{{mois J-45}}` and
//! `{{année J-45}}` in a sentence.

use chrono::{Datelike, NaiveDate, TimeDelta};

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// What may stand beside a date that is alone: separators of cells, blanks, quotation marks, line ends.
const AROUND: [char; 6] = [';', ',', ' ', '"', '\n', '\r'];

/// The text with its dates as of `today`.
pub fn dated(text: &str, today: NaiveDate) -> String {
    alone(&in_sentences(text, today), today)
}

fn in_sentences(text: &str, today: NaiveDate) -> String {
    let mut dated = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        dated.push_str(before);
        let said = after
            .split_once("}}")
            .and_then(|(token, after)| sentence(token, today).map(|said| (said, after)));
        match said {
            Some((said, after)) => {
                dated.push_str(&said);
                rest = after;
            }
            None => {
                dated.push_str("{{");
                rest = after;
            }
        }
    }
    dated.push_str(rest);
    dated
}

fn sentence(token: &str, today: NaiveDate) -> Option<String> {
    let (form, day) = token.trim().split_once(' ')?;
    let day = day_of(day.trim(), today)?;
    let month = MONTHS.get(day.month0() as usize)?;
    Some(match form {
        "date" if day.day() == 1 => format!("1er {month} {}", day.year()),
        "date" => format!("{} {month} {}", day.day(), day.year()),
        "mois" => format!("{month} {}", day.year()),
        "année" => day.year().to_string(),
        _ => return None,
    })
}

/// Replaces the tokens that stand alone, on lines where nothing else is a sentence: cells of a table, and keys of a
/// header whose name ends with `on`.
fn alone(text: &str, today: NaiveDate) -> String {
    let mut dated = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let key = line.split_once(':').map(|(key, _)| key.trim());
        if line.contains(';') || key.is_some_and(|key| key.ends_with("on")) {
            for piece in line.split_inclusive(AROUND) {
                let word = piece.trim_end_matches(AROUND);
                match day_of(word, today) {
                    Some(day) => {
                        dated.push_str(&day.to_string());
                        dated.push_str(&piece[word.len()..]);
                    }
                    None => dated.push_str(piece),
                }
            }
        } else {
            dated.push_str(line);
        }
    }
    dated
}

/// The day of `J`, `J-45` or `J+12`.
fn day_of(token: &str, today: NaiveDate) -> Option<NaiveDate> {
    let days = token.strip_prefix('J')?;
    let days: i64 = if days.is_empty() {
        0
    } else if days.starts_with(['+', '-']) {
        days.parse().ok()?
    } else {
        return None;
    };
    today.checked_add_signed(TimeDelta::try_days(days)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> String {
        dated(text, NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day"))
    }

    #[test]
    fn dates_in_sentences_are_french() {
        assert_eq!(
            on("Le {{date J-45}}, en {{mois J+12}} {{année J}}."),
            "Le 8 octobre 2026, en décembre 2026 2026."
        );
        assert_eq!(on("{{date J-21}}"), "1er novembre 2026");
        assert_eq!(on("{{date demain}} et {{ouvert"), "{{date demain}} et {{ouvert");
    }

    #[test]
    fn dates_alone_are_written_as_in_a_table() {
        assert_eq!(on("a@b.fr;J-1;J+9\n"), "a@b.fr;2026-11-21;2026-12-01\n");
        assert_eq!(on("created_on: J-1\n    on: J\n"), "created_on: 2026-11-21\n    on: 2026-11-22\n");
        assert_eq!(on("Au jour J-1 du calendrier.\n"), "Au jour J-1 du calendrier.\n");
    }
}
