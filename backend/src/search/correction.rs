//! What may have been meant, when nothing is found: words a letter or two away, as they are written in something that
//! the person asking may read. A word that only others may read is never proposed.

use lexis::{Query, Term, Wording};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::window::any;
use crate::{
    Cx, Result,
    entities::{search_text, search_word},
};

/// Words that are corrected at most in one search.
const WORDS: usize = 3;
/// Neighbours that are tried for each.
const TRIED: usize = 6;

/// What was typed with its mistyped words replaced; `None` where that would find nothing either.
pub(super) async fn correct(cx: &Cx, typed: &str) -> Result<Option<String>> {
    let mut words: Vec<String> = Vec::new();
    let mut corrected = 0;
    for word in typed.split_whitespace() {
        let better = match plain(word).filter(|_| corrected < WORDS) {
            Some(stem) if any(cx, &only(&stem)).await?.is_none() => nearest(cx, &stem).await?,
            _ => None,
        };
        corrected += usize::from(better.is_some());
        words.push(better.unwrap_or_else(|| word.to_owned()));
    }
    let proposed = words.join(" ");
    let finds = corrected > 0 && any(cx, &Query::new(&proposed)).await?.is_some();
    Ok(finds.then_some(proposed))
}

/// What a plain word comes to; phrases, exclusions and compounds are left as they are.
fn plain(word: &str) -> Option<String> {
    if word.contains(['"', '«', '»', '“', '”', '-']) {
        return None;
    }
    // With its full stop a word is whole.
    let query = Query::new(&format!("{word}."));
    match (query.wanted.as_slice(), query.unwanted.as_slice()) {
        ([Term { ways }], []) => match ways.as_slice() {
            [Wording { stems, .. }] => match stems.as_slice() {
                [stem] if stem.bytes().all(|b| b.is_ascii_lowercase()) => Some(stem.clone()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}

fn only(stem: &str) -> Query {
    let way = Wording { stems: vec![stem.to_owned()], open: false };
    Query { wanted: vec![Term { ways: vec![way] }], unwanted: Vec::new() }
}

/// The nearest word that may be read somewhere, as it is written there.
async fn nearest(cx: &Cx, stem: &str) -> Result<Option<String>> {
    for candidate in neighbours(cx, stem).await? {
        let Some(line) = any(cx, &only(&candidate)).await? else { continue };
        let text = search_text::Entity::find_by_id(line.id).one(cx.reader()).await?;
        let written = text.and_then(|row| {
            lexis::surface(&row.title, &candidate).or_else(|| lexis::surface(&row.body, &candidate))
        });
        if written.is_some() {
            return Ok(written);
        }
    }
    Ok(None)
}

/// Words that differ by one letter, or by two where they are long; the first letter is taken to be right.
async fn neighbours(cx: &Cx, stem: &str) -> Result<Vec<String>> {
    let Some(first) = stem.get(..1).filter(|_| stem.len() >= 3) else { return Ok(Vec::new()) };
    let known: Vec<String> = search_word::Entity::find()
        .select_only()
        .column(search_word::Column::Word)
        .filter(search_word::Column::Word.starts_with(first))
        .into_tuple()
        .all(cx.reader())
        .await?;
    let far = if stem.len() >= 7 { 2 } else { 1 };
    let mut near: Vec<(usize, String)> = known
        .into_iter()
        .filter(|word| word.len().abs_diff(stem.len()) <= far)
        .map(|word| (strsim::osa_distance(stem, &word), word))
        .filter(|(distance, _)| (1..=far).contains(distance))
        .collect();
    near.sort();
    Ok(near.into_iter().take(TRIED).map(|(_, word)| word).collect())
}
