//! What happened, day by day: the news, the journal.

use backend::clock;
use chrono::{DateTime, NaiveDate, Utc};
use leptos::prelude::*;

use crate::words::Words;

/// Lines under the day of each, with their time; `told` is what a line says.
pub fn days<T, V>(
    words: &Words,
    lines: &[T],
    at: impl Fn(&T) -> DateTime<Utc> + Copy,
    told: impl Fn(&T) -> V,
) -> AnyView
where
    V: IntoView + 'static,
{
    let line = |line: &T| {
        let at = at(line);
        view! {
            <li>
                <time datetime=at.to_rfc3339()>{words.time(at)}</time>
                " "
                <span>{told(line)}</span>
            </li>
        }
    };
    let day = |(day, lines): (NaiveDate, Vec<&T>)| {
        let id = format!("jour-{day}");
        let labelled_by = id.clone();
        let lines = lines.into_iter().map(line).collect_view();
        view! {
            <section class="part" aria-labelledby=labelled_by>
                <header><h2 id=id>{words.day(day)}</h2></header>
                <ol class="journal dated">{lines}</ol>
            </section>
        }
    };
    by_day(lines, at).into_iter().map(day).collect_view().into_any()
}

/// Lines by the day of the council, in the order of the first of each day. Each day is told once: where a clock stepped back
/// lines are not in the order of their times.
fn by_day<T>(lines: &[T], at: impl Fn(&T) -> DateTime<Utc>) -> Vec<(NaiveDate, Vec<&T>)> {
    let mut days: Vec<(NaiveDate, Vec<&T>)> = Vec::new();
    for line in lines {
        let day = clock::day(at(line));
        match days.iter_mut().find(|(known, _)| *known == day) {
            Some((_, of_day)) => of_day.push(line),
            None => days.push((day, vec![line])),
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_told_once_even_if_a_clock_stepped_back() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().expect("a moment");
        // The second one is of the 24th in France.
        let lines = [
            at("2026-11-24T09:00:00Z"),
            at("2026-11-23T23:30:00Z"),
            at("2026-11-23T20:00:00Z"),
            at("2026-11-24T08:00:00Z"),
        ];
        let days = by_day(&lines, |line| *line);
        let told: Vec<(String, usize)> = days.iter().map(|(day, of)| (day.to_string(), of.len())).collect();
        assert_eq!(told, [("2026-11-24".to_owned(), 3), ("2026-11-23".to_owned(), 1)]);
        assert_eq!(*days[0].1[2], lines[3]);
    }
}
