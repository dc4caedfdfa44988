//! Finding the sheet one needs: what for, how long, how many people.

use std::collections::BTreeMap;

use crate::columns::coded_enum;

coded_enum! {
    /// What a method helps with.
    pub enum Need {
        /// Beginning, getting to know each other.
        Begin = "commencer",
        /// Hearing everybody.
        Listen = "ecouter",
        /// Understanding a subject.
        Understand = "comprendre",
        /// Looking at the territory.
        Observe = "observer",
        /// Finding ideas.
        Imagine = "imaginer",
        /// Debating where people disagree.
        Debate = "debattre",
        /// Choosing and deciding.
        Decide = "decider",
        /// Looking back, seeing where one stands.
        Review = "bilan",
    }
}

coded_enum! {
    /// How long a method takes.
    pub enum Length {
        /// Half an hour at most.
        Short = "courte",
        /// An hour and a half at most.
        Medium = "moyenne",
        /// Three hours at most.
        Long = "longue",
        /// More.
        Day = "journee",
    }
}

impl Length {
    /// The length of so many minutes.
    pub fn of(minutes: u32) -> Length {
        match minutes {
            0..=30 => Length::Short,
            31..=90 => Length::Medium,
            91..=180 => Length::Long,
            _ => Length::Day,
        }
    }
}

/// What a choice looks at of a sheet.
pub trait Sized {
    /// What it helps with.
    fn needs(&self) -> &[Need];
    /// How long it takes.
    fn minutes(&self) -> u32;
    /// For how many people, at least and at most.
    fn people(&self) -> (u32, u32);
}

/// What somebody looks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What for.
    pub need: Option<Need>,
    /// How long.
    pub length: Option<Length>,
    /// How many people will be there.
    pub people: Option<u32>,
}

/// How many sheets there would be for each need and each length, the rest of the choice being kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By need.
    pub needs: BTreeMap<Need, usize>,
    /// By length.
    pub lengths: BTreeMap<Length, usize>,
}

impl Choice {
    /// Whether anything is looked for in particular.
    pub fn is_made(self) -> bool {
        self != Choice::default()
    }

    fn keeps(self, sheet: &impl Sized) -> bool {
        let (least, most) = sheet.people();
        self.need.is_none_or(|need| sheet.needs().contains(&need))
            && self.length.is_none_or(|length| Length::of(sheet.minutes()) == length)
            && self.people.is_none_or(|people| (least..=most).contains(&people))
    }
}

/// The sheets that a choice keeps, in their order, and how many each other choice would.
pub fn choose<S: Sized>(choice: Choice, sheets: Vec<S>) -> (Vec<S>, Counts) {
    let mut counts = Counts::default();
    let (any_need, any_length) = (Choice { need: None, ..choice }, Choice { length: None, ..choice });
    for sheet in &sheets {
        if any_need.keeps(sheet) {
            for need in sheet.needs() {
                *counts.needs.entry(*need).or_default() += 1;
            }
        }
        if any_length.keeps(sheet) {
            *counts.lengths.entry(Length::of(sheet.minutes())).or_default() += 1;
        }
    }
    (sheets.into_iter().filter(|sheet| choice.keeps(sheet)).collect(), counts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Sheet(&'static [Need], u32, (u32, u32));

    impl Sized for Sheet {
        fn needs(&self) -> &[Need] {
            self.0
        }
        fn minutes(&self) -> u32 {
            self.1
        }
        fn people(&self) -> (u32, u32) {
            self.2
        }
    }

    #[test]
    fn each_choice_counts_what_the_others_keep() {
        let sheets = || {
            vec![
                Sheet(&[Need::Begin, Need::Listen], 20, (4, 30)),
                Sheet(&[Need::Decide], 60, (5, 15)),
                Sheet(&[Need::Listen], 120, (12, 100)),
            ]
        };
        let choice = Choice { people: Some(40), ..Default::default() };
        let (kept, counts) = choose(choice, sheets());
        assert_eq!(kept, [Sheet(&[Need::Listen], 120, (12, 100))]);
        assert_eq!(counts.needs, [(Need::Listen, 1)].into());
        let choice = Choice { need: Some(Need::Listen), ..Default::default() };
        let (kept, counts) = choose(choice, sheets());
        assert_eq!(kept.len(), 2);
        assert_eq!(counts.needs, [(Need::Begin, 1), (Need::Listen, 2), (Need::Decide, 1)].into());
        assert_eq!(counts.lengths, [(Length::Short, 1), (Length::Long, 1)].into());
        assert!(choice.is_made() && !Choice::default().is_made());
    }

    #[test]
    fn a_length_begins_where_the_other_ends() {
        let lengths = [30, 31, 90, 91, 180, 181].map(Length::of);
        use Length::{Day, Long, Medium, Short};
        assert_eq!(lengths, [Short, Medium, Medium, Long, Long, Day]);
    }
}
