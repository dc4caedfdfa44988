//! Which backups are kept: the last of each day, of each week, of each month, so many of each.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

/// How many backups are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keep {
    /// The last of so many days.
    pub days: usize,
    /// The last of so many weeks.
    pub weeks: usize,
    /// The last of so many months.
    pub months: usize,
}

impl Default for Keep {
    fn default() -> Keep {
        Keep { days: 7, weeks: 4, months: 6 }
    }
}

impl Keep {
    /// Reads `7,4,6`: days, weeks, months. At least one day.
    pub fn parse(text: &str) -> Option<Keep> {
        let mut numbers = text.split(',').map(|number| number.trim().parse::<usize>().ok());
        let keep = Keep { days: numbers.next()??, weeks: numbers.next()??, months: numbers.next()?? };
        (numbers.next().is_none() && keep.days > 0).then_some(keep)
    }

    /// Which of these are kept, given by their days from the latest to the oldest: their places in the list.
    pub fn kept(&self, days: &[NaiveDate]) -> BTreeSet<usize> {
        let mut kept = last_of_each(days, self.days, |day| (day.year(), day.ordinal()));
        kept.extend(last_of_each(days, self.weeks, |day| (day.iso_week().year(), day.iso_week().week())));
        kept.extend(last_of_each(days, self.months, |day| (day.year(), day.month())));
        kept
    }
}

/// The latest of each of the latest periods.
fn last_of_each(
    days: &[NaiveDate],
    most: usize,
    period: impl Fn(&NaiveDate) -> (i32, u32),
) -> BTreeSet<usize> {
    let mut seen = BTreeSet::new();
    let latest = days.iter().enumerate().filter(|(_, day)| seen.insert(period(day)));
    latest.map(|(place, _)| place).take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(start: &str, count: u64) -> Vec<NaiveDate> {
        let start: NaiveDate = start.parse().expect("a day");
        (0..count).filter_map(|back| start.checked_sub_days(chrono::Days::new(back))).collect()
    }

    #[test]
    fn a_year_of_nights_leaves_the_last_of_each_day_week_and_month() {
        let days = from("2026-11-22", 365);
        let kept: Vec<String> =
            Keep::default().kept(&days).into_iter().map(|place| days[place].to_string()).collect();
        assert_eq!(
            kept,
            [
                "2026-11-22",
                "2026-11-21",
                "2026-11-20",
                "2026-11-19",
                "2026-11-18",
                "2026-11-17",
                "2026-11-16",
                "2026-11-15",
                "2026-11-08",
                "2026-11-01",
                "2026-10-31",
                "2026-09-30",
                "2026-08-31",
                "2026-07-31",
                "2026-06-30",
            ]
        );
    }

    #[test]
    fn of_several_in_a_day_the_last_is_kept_and_gaps_cost_nothing() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let days = [day("2026-11-22"), day("2026-11-22"), day("2026-09-01"), day("2025-01-01")];
        assert_eq!(Keep { days: 2, weeks: 0, months: 0 }.kept(&days), [0, 2].into());
        assert_eq!(Keep::default().kept(&days), [0, 2, 3].into());
        assert!(Keep::default().kept(&[]).is_empty());
    }

    #[test]
    fn it_is_written_as_three_numbers() {
        assert_eq!(Keep::parse("7, 4,6"), Some(Keep::default()));
        for wrong in ["", "7", "7,4", "0,4,6", "7,4,6,1", "a,b,c", "-1,4,6"] {
            assert_eq!(Keep::parse(wrong), None, "{wrong}");
        }
    }
}
