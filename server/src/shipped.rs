//! What comes with the program and becomes the council's own: method sheets, acronyms of the glossary, tutorials.
//!
//! They are brought in when the program starts. What the council changed is left as it is, whatever a later version
//! brings.

use anyhow::{Context, Result};
use backend::{
    Backend,
    events::{Event, EventKind},
    glossary,
    toolbox::{self, Shipped},
    tutorials::{self, ShippedPath},
};
use domain::glossary::AcronymForm;
use rust_embed::RustEmbed;

use crate::{
    commands::import::{methods, tutorials as reader},
    state::plain,
};

#[derive(RustEmbed)]
#[folder = "shipped"]
struct Files;

const SHEETS: &str = "methods/";
const GLOSSARY: &str = "glossary.csv";
const TUTORIALS: &str = "tutorials/";
const PATHS: &str = "tutorials/paths.csv";
const PICTURES: &str = "tutorials/pictures/";

/// Brings in what is new, or better than the last time and not changed here.
///
/// # Errors
/// The database failed.
pub async fn install(backend: &Backend) -> Result<()> {
    let (sheets, acronyms) = (sheets()?, acronyms()?);
    let (paths, guides) = (paths()?, guides()?);
    let cx = backend.system();
    let tx = cx.begin().await.map_err(plain)?;
    let methods = toolbox::install(&cx, &tx, &sheets).await.map_err(plain)?;
    let acronyms = glossary::install(&cx, &tx, &acronyms).await.map_err(plain)?;
    let guides = tutorials::install(&cx, &tx, &paths, &guides).await.map_err(plain)?;
    if methods + acronyms + guides == 0 {
        return Ok(());
    }
    let counts = [("methods", methods), ("acronyms", acronyms), ("tutorials", guides)];
    let counts: std::collections::BTreeMap<_, _> = counts.into_iter().collect();
    let event = Event::new(EventKind::ShippedBrought).data(&counts).map_err(plain)?;
    event.record(&cx, &tx).await.map_err(plain)?;
    cx.commit(tx).await.map_err(plain)
}

/// The sheets, each in both languages, in the order of their files.
///
/// # Errors
/// One of them is not right, or is not in English.
pub fn sheets() -> Result<Vec<Shipped>> {
    let mut sheets = Vec::new();
    let french = format!("{SHEETS}fr/");
    for path in Files::iter().filter(|path| path.starts_with(&french)) {
        let slug = path.trim_start_matches(&french).trim_end_matches(".md").to_owned();
        // As the council would write it: the sheet in English follows the one in French.
        let both = format!("{}\n{}", text(&path)?, text(&format!("{SHEETS}en/{slug}.md"))?);
        let read = methods::read(&both).map_err(|problem| anyhow::anyhow!("{path}: {}", problem.why))?;
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

/// The sequences of tutorials, in their order.
///
/// # Errors
/// The table is not right.
pub fn paths() -> Result<Vec<ShippedPath>> {
    if Files::get(PATHS).is_none() {
        return Ok(Vec::new());
    }
    let wrong = |problem: &str| anyhow::anyhow!("{PATHS}: {problem}");
    let rows = reader::read_paths(&text(PATHS)?).map_err(|problem| wrong(&problem.why))?;
    rows.into_iter().map(|row| row.map(|(_, path)| path).map_err(|problem| wrong(&problem.why))).collect()
}

/// The tutorials, each in both languages, in the order of their files.
///
/// # Errors
/// One of them is not right, or is not in English.
pub fn guides() -> Result<Vec<tutorials::Shipped>> {
    let mut guides = Vec::new();
    let french = format!("{TUTORIALS}fr/");
    for path in Files::iter().filter(|path| path.starts_with(&french) && path.ends_with(".md")) {
        let read = |path: &str| {
            reader::read(&text(path)?).map_err(|problem| anyhow::anyhow!("{path}: {}", problem.why))
        };
        let slug = path.trim_start_matches(&french).trim_end_matches(".md").to_owned();
        let english = read(&format!("{TUTORIALS}en/{slug}.md"))?.form;
        let form = domain::tutorials::TutorialForm {
            title_en: english.title,
            summary_en: english.summary,
            body_en: english.body,
            ..read(&path)?.form
        };
        let told = form.check().map_err(|refusal| anyhow::anyhow!("{path}: {refusal:?}"))?;
        guides.push(tutorials::Shipped { slug, told });
    }
    Ok(guides)
}

/// A picture of a tutorial, and what tells it from another.
pub fn picture(language: &str, name: &str) -> Option<(std::borrow::Cow<'static, [u8]>, String)> {
    let plain = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    if !plain(language) || !plain(name) || !name.ends_with(".jpg") {
        return None;
    }
    let file = Files::get(&format!("{PICTURES}{language}/{name}"))?;
    let mark = file.metadata.sha256_hash()[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    Some((file.data, mark))
}

fn text(path: &str) -> Result<String> {
    let file = Files::get(path).with_context(|| format!("{path} is missing"))?;
    String::from_utf8(file.data.into_owned()).with_context(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::toolbox::{Method, Need, Said, Section};

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
            assert!(acronym.explanation_en.split_whitespace().count() >= 5, "{} in English", acronym.term);
            assert_ne!(acronym.explanation_en, acronym.explanation, "{}", acronym.term);
        }
    }

    #[test]
    fn the_same_sheets_are_there_in_both_languages() {
        let names = |language: &str| -> BTreeSet<String> {
            let folder = format!("{SHEETS}{language}/");
            Files::iter().filter_map(|path| path.strip_prefix(&folder).map(str::to_owned)).collect()
        };
        assert_eq!(names("fr"), names("en"));
        let elsewhere = |path: &str| path.starts_with(SHEETS) && path.matches('/').count() != 2;
        assert!(!Files::iter().any(|path| elsewhere(&path)), "a sheet of no language");
    }

    fn is_usable(slug: &str, said: &Said) {
        let steps: Vec<String> =
            said.steps.iter().map(|step| format!("{} {}", step.title, step.detail)).collect();
        let steps = steps.join(" ");
        let sections = Section::ALL.iter().map(|section| said.section(*section));
        let texts: Vec<&str> = sections.chain([said.aim.as_str(), &steps]).collect();
        for text in &texts {
            assert!(!text.is_empty(), "{slug} lacks a section");
        }
        let words: usize = texts.iter().map(|text| text.split_whitespace().count()).sum();
        assert!(words >= 250, "{slug} has {words} words");
        assert!(!said.source.is_empty(), "{slug} names no source");
        assert!(said.steps.len() >= 3 && said.steps.iter().all(|step| !step.detail.is_empty()), "{slug}");
    }

    #[test]
    fn twenty_sheets_of_usable_advice_are_shipped_in_both_languages() {
        let sheets = sheets().expect("read");
        assert!(sheets.len() >= 20, "{}", sheets.len());
        for Shipped { slug, sheet } in &sheets {
            let french = sheet.in_french();
            let english = Method::in_english(&sheet.english, &sheet.steps)
                .unwrap_or_else(|| panic!("{slug}: other steps in English"));
            is_usable(slug, &french);
            is_usable(slug, &english);
            for section in Section::ALL {
                let (french, english) = (french.section(*section), english.section(*section));
                let paragraphs = |text: &str| text.split("\n\n").count();
                assert_eq!(paragraphs(french), paragraphs(english), "{slug}, {}", section.code());
                assert!(!french.starts_with(english), "{slug}, {} is not translated", section.code());
            }
        }
        for need in Need::ALL {
            assert!(sheets.iter().any(|s| s.sheet.needs.contains(need)), "nothing for {}", need.code());
        }
    }
}
