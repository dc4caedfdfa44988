use std::collections::BTreeSet;

use domain::personal_data::register::{self, NOTHING_PERSONAL};

use super::*;
use crate::testing;

/// Whoever adds a table or a column says in `domain::personal_data::register` what it holds of people.
#[tokio::test]
async fn the_register_says_what_every_column_of_the_schema_holds() {
    let test = TestBackend::empty().await;
    let mut unsaid = Vec::new();
    let mut there = BTreeSet::new();
    for (table, columns) in testing::schema(test.backend.db()).await {
        there.insert(table.clone());
        if NOTHING_PERSONAL.contains(&table.as_str()) || table.starts_with(register::INDEX) {
            continue;
        }
        let Some(known) = register::table(&table) else {
            unsaid.push(table);
            continue;
        };
        let said: BTreeSet<&str> =
            known.personal.iter().map(|(name, _)| *name).chain(known.others.iter().copied()).collect();
        let here: BTreeSet<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
        unsaid.extend(here.symmetric_difference(&said).map(|column| format!("{table}.{column}")));
    }
    unsaid.extend(register::tables().map(|table| table.name.to_owned()).filter(|name| !there.contains(name)));
    assert!(unsaid.is_empty(), "not in the register, or not in the schema any more: {unsaid:?}");
    test.finish().await;
}

#[tokio::test]
async fn what_names_somebody_is_a_key_to_people_and_said_to_be() {
    let test = TestBackend::empty().await;
    for (table, columns) in testing::schema(test.backend.db()).await {
        let Some(known) = register::table(&table) else { continue };
        for (column, _) in
            columns.iter().filter(|(name, _)| name.ends_with("_by") || name.ends_with("user_id"))
        {
            let personal = known.personal.iter().any(|(name, _)| name == column);
            // These say in words, or of texts.
            let words = ["replaced_by", "due_by"].contains(&column.as_str());
            assert!(personal || words, "{table}.{column} names somebody");
        }
    }
    test.finish().await;
}
