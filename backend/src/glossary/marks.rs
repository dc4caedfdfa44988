//! The glossary in memory, and where it speaks in the texts read lately.

use std::{
    collections::{BTreeSet, HashMap},
    sync::{Arc, RwLock},
};

use chrono::TimeDelta;
use domain::ids::ContributionId;
use markdown::{Acronyms, Mark};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::list::AcronymRow;
use crate::{Cx, Result, entities::acronym};

/// Another node may change the glossary: it is read again after this time.
const KEEP: TimeDelta = TimeDelta::seconds(30);
/// Texts whose marks are remembered, with what they said: some megabytes.
const REMEMBERED: usize = 128;

/// The entries, and where they are met.
#[derive(Debug, Default)]
pub struct Glossary {
    entries: Vec<AcronymRow>,
    acronyms: Acronyms,
    met: RwLock<HashMap<ContributionId, Arc<Met>>>,
}

/// A text as it was read, and where acronyms are in it.
#[derive(Debug)]
struct Met {
    html: String,
    marks: Vec<Mark>,
}

/// A text with its acronyms.
#[derive(Clone, Debug)]
pub struct Reading<'g> {
    /// The HTML.
    pub html: String,
    /// The entries explained in it, each once, in the order of the alphabet.
    pub used: Vec<&'g AcronymRow>,
}

impl Glossary {
    fn new(entries: Vec<AcronymRow>) -> Glossary {
        let acronyms =
            Acronyms::new(entries.iter().map(|entry| (entry.term.as_str(), entry.expansion.as_str())));
        Glossary { entries, acronyms, met: RwLock::default() }
    }

    /// A text, rendered, with what `write` puts down at each acronym: its entry, how many came before, the word, what is
    /// added to.
    pub fn explain_text(
        &self,
        text: ContributionId,
        html: String,
        write: impl FnMut(&AcronymRow, usize, &str, &mut String),
    ) -> Reading<'_> {
        let known = self.met.read().ok().and_then(|met| met.get(&text).cloned());
        let met = known.filter(|met| met.html == html).unwrap_or_else(|| self.meet(text, html));
        self.written(&met.html, &met.marks, write)
    }

    fn meet(&self, text: ContributionId, html: String) -> Arc<Met> {
        let met = Arc::new(Met { marks: self.acronyms.marks(&html), html });
        if let Ok(mut all) = self.met.write() {
            if all.len() >= REMEMBERED {
                all.clear();
            }
            all.insert(text, met.clone());
        }
        met
    }

    /// The same, of HTML that is no text of a group.
    pub fn explain(
        &self,
        html: String,
        write: impl FnMut(&AcronymRow, usize, &str, &mut String),
    ) -> Reading<'_> {
        let marks = self.acronyms.marks(&html);
        self.written(&html, &marks, write)
    }

    fn written(
        &self,
        html: &str,
        marks: &[Mark],
        mut write: impl FnMut(&AcronymRow, usize, &str, &mut String),
    ) -> Reading<'_> {
        let html = markdown::explained(html, marks, |mark, count, word, out| {
            write(&self.entries[mark.place], count, word, out);
        });
        let used: BTreeSet<usize> = marks.iter().map(|mark| mark.place).collect();
        Reading { html, used: used.into_iter().map(|place| &self.entries[place]).collect() }
    }
}

/// The glossary as it is now.
///
/// # Errors
/// The database cannot be read.
pub async fn current(cx: &Cx) -> Result<Arc<Glossary>> {
    let cache = &cx.backend.0.glossary;
    if let Some(kept) = cache.get(cx.now, KEEP) {
        return Ok(kept);
    }
    let rows = acronym::Entity::find()
        .filter(acronym::Column::SetAside.eq(false))
        .order_by_asc(acronym::Column::Slug)
        .all(cx.reader())
        .await?;
    let entries: Vec<AcronymRow> = rows.into_iter().map(AcronymRow::of).collect();
    // The same glossary speaks at the same places.
    let same = cache.last().filter(|last| last.entries == entries);
    let glossary = same.unwrap_or_else(|| Arc::new(Glossary::new(entries)));
    cache.set(cx.now, glossary.clone());
    Ok(glossary)
}
