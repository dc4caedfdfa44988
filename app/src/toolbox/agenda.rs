//! A sheet as the agenda of a meeting, in Markdown: to copy, to download, to begin minutes with.

use backend::toolbox::{self, MethodView};
use chrono::{NaiveTime, Timelike};
use domain::{FieldProblem, contributions::ContributionForm, form, toolbox::timetable};

use crate::{request::Request, words::Words};

/// When a meeting begins if nobody says so: most councils meet in the evening.
const EVENING: (u32, u32) = (18, 30);

/// A time as people type it; in the evening if nobody says.
///
/// # Errors
/// Those of [`form::time`].
pub fn time(typed: Option<&str>) -> Result<NaiveTime, FieldProblem> {
    match typed {
        Some(typed) => form::time(typed),
        None => NaiveTime::from_hms_opt(EVENING.0, EVENING.1, 0).ok_or(FieldProblem::NotATime),
    }
}

/// A time as it is typed and written in addresses: 18:30.
pub fn typed_time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// A time in words: « 18 h 30 », « 18 h ».
pub fn time_in_words(words: &Words, time: NaiveTime) -> String {
    match time.minute() {
        0 => say!(words, "date-hour", hour = time.hour()),
        minute => say!(words, "date-time", hour = time.hour(), minute = format!("{minute:02}")),
    }
}

/// So many minutes in words: « 45 min », « 1 h 30 ».
pub fn minutes_in_words(words: &Words, minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => say!(words, "toolbox-minutes", minutes = minutes),
        (hours, 0) => say!(words, "date-hour", hour = hours),
        (hours, minutes) => say!(words, "date-time", hour = hours, minute = format!("{minutes:02}")),
    }
}

/// The agenda of a meeting that begins at `start`.
pub fn outline(words: &Words, method: &MethodView, start: NaiveTime) -> String {
    let (begins, end) = timetable(start, &method.steps);
    let length = minutes_in_words(words, method.row.minutes);
    let (from, to) = (time_in_words(words, start), time_in_words(words, end));
    let mut text = format!(
        "## {}\n\n{}\n\n- {}\n- {}\n",
        words.t("toolbox-agenda-heading"),
        method.row.aim,
        say!(words, "toolbox-agenda-method", title = method.row.title.clone()),
        say!(words, "toolbox-agenda-times", from = from, to = to, length = length),
    );
    text.push_str(&format!(
        "\n| {} | {} | {} |\n| --- | --- | --- |\n",
        words.t("toolbox-agenda-time"),
        words.t("toolbox-agenda-step"),
        words.t("toolbox-agenda-length")
    ));
    for (step, at) in method.steps.iter().zip(&begins) {
        text.push_str(&format!(
            "| {} | {} | {} |\n",
            time_in_words(words, *at),
            step.title.replace('|', "/"),
            minutes_in_words(words, step.minutes)
        ));
    }
    if !method.room.is_empty() {
        text.push_str(&format!("\n## {}\n\n{}\n", words.t("toolbox-agenda-room"), method.room));
    }
    for (step, at) in method.steps.iter().zip(&begins) {
        let heading = say!(
            words,
            "toolbox-agenda-part",
            time = time_in_words(words, *at),
            title = step.title.clone(),
            length = minutes_in_words(words, step.minutes)
        );
        text.push_str(&format!("\n## {heading}\n"));
        if !step.detail.is_empty() {
            text.push_str(&format!("\n{}\n", step.detail));
        }
    }
    let [people, said, decided] =
        ["toolbox-agenda-people", "toolbox-agenda-said", "toolbox-agenda-decided"].map(|key| words.t(key));
    text.push_str(&format!("\n## {people}\n\n## {said}\n\n## {decided}\n"));
    text
}

/// The minutes to begin when the address of a new text names a method; nothing where it names none that one reads.
///
/// # Errors
/// The database cannot be read.
pub async fn minutes(rq: &Request) -> backend::Result<Option<ContributionForm>> {
    let Some(slug) = rq.query("methode") else { return Ok(None) };
    let method = match toolbox::show(&rq.cx, slug).await {
        Ok(method) => method,
        Err(backend::Error::Refused(_)) => return Ok(None),
        Err(failure) => return Err(failure),
    };
    let start = time(rq.query("debut")).or_else(|_| time(None)).unwrap_or_default();
    Ok(Some(ContributionForm {
        title: say!(rq.words, "toolbox-minutes-title", title = method.row.title.clone()),
        kind: "minutes".to_owned(),
        body: outline(&rq.words, &method, start),
        ..Default::default()
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_type_them() {
        let at = |hour, minute| Ok(NaiveTime::from_hms_opt(hour, minute, 0).expect("a time"));
        for (typed, read) in
            [("18:30", at(18, 30)), ("9h", at(9, 0)), ("14 H 05", at(14, 5)), ("20", at(20, 0))]
        {
            assert_eq!(time(Some(typed)), read, "{typed}");
        }
        for typed in ["midi", "25:00", "12:60", "h30", "-1:00", "12:30:10"] {
            assert_eq!(time(Some(typed)), Err(FieldProblem::NotATime), "{typed}");
        }
        assert_eq!(time(None), at(18, 30));
    }
}
