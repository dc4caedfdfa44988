//! What comes with the program and becomes the council's own: method sheets, acronyms of the glossary.
//!
//! They are brought in when the program starts. What the council changed is left as it is, whatever a later version
//! brings.

use anyhow::{Context, Result};
use backend::{
    Backend,
    events::{Event, EventKind},
    glossary,
    toolbox::{self, Shipped},
};
use domain::glossary::AcronymForm;
use rust_embed::RustEmbed;

use crate::{commands::import::methods, state::plain};

#[derive(RustEmbed)]
#[folder = "shipped"]
struct Files;

const SHEETS: &str = "methods/";
const GLOSSARY: &str = "glossary.csv";

/// Brings in what is new, or better than the last time and not changed here.
///
/// # Errors
/// The database failed.
pub async fn install(backend: &Backend) -> Result<()> {
    let (sheets, acronyms) = (sheets()?, acronyms()?);
    let cx = backend.system();
    let tx = cx.begin().await.map_err(plain)?;
    let methods = toolbox::install(&cx, &tx, &sheets).await.map_err(plain)?;
    let acronyms = glossary::install(&cx, &tx, &acronyms).await.map_err(plain)?;
    if methods + acronyms == 0 {
        return Ok(());
    }
    let counts = [("methods", methods), ("acronyms", acronyms)];
    let counts: std::collections::BTreeMap<_, _> = counts.into_iter().collect();
    let event = Event::new(EventKind::ShippedBrought).data(&counts).map_err(plain)?;
    event.record(&cx, &tx).await.map_err(plain)?;
    cx.commit(tx).await.map_err(plain)
}

/// The sheets, in the order of their files.
///
/// # Errors
/// One of them is not right.
pub fn sheets() -> Result<Vec<Shipped>> {
    let mut sheets = Vec::new();
    for path in Files::iter().filter(|path| path.starts_with(SHEETS)) {
        let text = text(&path)?;
        let read = methods::read(&text).map_err(|problem| anyhow::anyhow!("{path}: {}", problem.why))?;
        let slug = path.trim_start_matches(SHEETS).trim_end_matches(".md").to_owned();
        sheets.push(Shipped { slug, sheet: read.sheet });
    }
    Ok(sheets)
}

/// The acronyms.
///
/// # Errors
/// The file is not right.
pub fn acronyms() -> Result<Vec<AcronymForm>> {
    let text = text(GLOSSARY)?;
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.context(GLOSSARY)).collect()
}

fn text(path: &str) -> Result<String> {
    let file = Files::get(path).with_context(|| format!("{path} is missing"))?;
    String::from_utf8(file.data.into_owned()).with_context(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::toolbox::Need;

    use super::*;

    #[test]
    fn sixty_acronyms_and_more_are_shipped_each_once_and_explained() {
        let acronyms = acronyms().expect("read");
        assert!(acronyms.len() >= 60, "{}", acronyms.len());
        let terms: BTreeSet<String> = acronyms.iter().map(|acronym| acronym.term.to_lowercase()).collect();
        assert_eq!(terms.len(), acronyms.len(), "one is there twice");
        for acronym in acronyms {
            acronym.check().unwrap_or_else(|refusal| panic!("{}: {refusal:?}", acronym.term));
            assert!(acronym.explanation.split_whitespace().count() >= 5, "{}", acronym.term);
        }
    }

    #[test]
    fn twenty_sheets_of_usable_advice_are_shipped() {
        let sheets = sheets().expect("read");
        assert!(sheets.len() >= 20, "{}", sheets.len());
        for Shipped { slug, sheet } in &sheets {
            let steps: Vec<String> =
                sheet.steps.iter().map(|step| format!("{} {}", step.title, step.detail)).collect();
            let texts = [
                &sheet.aim,
                &sheet.use_when,
                &sheet.room,
                &sheet.variants,
                &sheet.traps,
                &sheet.accessibility,
                &steps.join(" "),
            ];
            for text in texts {
                assert!(!text.is_empty(), "{slug} lacks a section");
            }
            let words: usize = texts.iter().map(|text| text.split_whitespace().count()).sum();
            assert!(words >= 250, "{slug} has {words} words");
            assert!(!sheet.source.is_empty(), "{slug} names no source");
            assert!(sheet.steps.len() >= 3, "{slug}");
        }
        for need in Need::ALL {
            assert!(sheets.iter().any(|s| s.sheet.needs.contains(need)), "nothing for {}", need.code());
        }
    }
}
