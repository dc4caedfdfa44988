use std::collections::BTreeSet;

use super::{
    register::{Holds, NOTHING_PERSONAL, tables},
    *,
};
use crate::refusal::{FieldError, FieldProblem, Refusal};

#[test]
fn a_table_is_said_once_and_a_column_once_in_it() {
    let mut names = BTreeSet::new();
    for table in tables() {
        assert!(names.insert(table.name), "{} is said twice", table.name);
        assert!(!NOTHING_PERSONAL.contains(&table.name), "{} holds something or nothing", table.name);
        assert!(!table.personal.is_empty(), "{} holds nothing", table.name);
        let mut columns = BTreeSet::new();
        for column in table.personal.iter().map(|(name, _)| name).chain(table.others) {
            assert!(columns.insert(column), "{}.{column} is said twice", table.name);
        }
    }
}

#[test]
fn what_identifies_somebody_is_emptied_or_goes_with_its_row() {
    for table in tables().filter(|table| table.name != "users") {
        let identity = table.holding(Holds::Identity).next().is_some();
        assert!(!identity || table.goes(), "{} keeps who somebody is", table.name);
    }
}

#[test]
fn every_processing_has_tables() {
    for processing in Processing::ALL {
        assert!(tables().any(|table| table.processing == *processing), "{processing:?} has none");
    }
}

#[test]
fn the_council_s_time_is_within_bounds_and_the_product_s_otherwise() {
    let typed = |days: &str| Keeping::check(&[(Kept::Mails, days.to_owned())]);
    assert_eq!(typed(" 30 ").expect("valid").days(Kept::Mails), 30);
    assert_eq!(typed("").expect("valid").days(Kept::Mails), Kept::Mails.days());
    // The product's own time is not kept: it may change with the product.
    assert_eq!(typed("90").expect("valid"), Keeping::default());
    let wrong = |problem| Err(Refusal::Invalid(vec![FieldError::new("mails", problem)]));
    assert_eq!(typed("six"), wrong(FieldProblem::NotANumber));
    assert_eq!(typed("6"), wrong(FieldProblem::OutOfBounds(7, 365)));
    assert_eq!(typed("366"), wrong(FieldProblem::OutOfBounds(7, 365)));
}

#[test]
fn the_product_s_time_is_within_the_bounds_it_gives() {
    for kept in Kept::ALL {
        assert_eq!(kept.field().is_some(), kept.bounds().is_some(), "{kept:?}");
        if let Some((min, max)) = kept.bounds() {
            assert!((min..=max).contains(&kept.days()), "{kept:?}");
        }
    }
}
