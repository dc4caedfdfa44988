//! The suggestions of the demonstration: `demo/suggestions.toml`, which an import knows nothing of.

use anyhow::{Context, Result};
use backend::{
    Backend,
    contributions::{
        self,
        suggestions::{Target, answer, suggest, workshop},
    },
};
use domain::{
    Version,
    contributions::{Answer, AnswerForm, SuggestionForm},
};
use serde::Deserialize;

use super::life::{People, actor};
use crate::state::plain;

/// The file.
pub const FILE: &str = "suggestions.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Suggestions {
    suggestion: Vec<Suggestion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Suggestion {
    text: String,
    by: String,
    find: String,
    replace: String,
    reason: String,
    /// Who answered; a refusal if they said something, an acceptance otherwise.
    answered_by: Option<String>,
    answer: Option<String>,
}

/// Makes the suggestions, and answers some.
///
/// # Errors
/// The file is not right, or the database failed.
pub async fn fill(backend: &Backend, file: &str, people: &People) -> Result<()> {
    let read: Suggestions = toml::from_str(file).context(FILE)?;
    for one in read.suggestion {
        let cx = actor(backend, people, &one.by).await?;
        let text = contributions::by_title(&cx, &one.text).await.map_err(plain)?;
        let id = text.with_context(|| format!("{FILE}: {} is missing", one.text))?.id;
        let shop = workshop(&cx, id, None, None).await.map_err(plain)?;
        let paragraph = shop.paragraphs.iter().find(|paragraph| paragraph.text.contains(&one.find));
        let paragraph = paragraph.with_context(|| format!("{FILE}: nowhere: {}", one.find))?;
        let target = Target { base: shop.base, range: paragraph.range.clone() };
        let form =
            SuggestionForm { words: paragraph.text.replace(&one.find, &one.replace), reason: one.reason };
        let made = suggest(&cx, id, &target, &form, None).await.map_err(plain)?;
        if let Some(email) = one.answered_by {
            let cx = actor(backend, people, &email).await?;
            let said = if one.answer.is_some() { Answer::Refuse } else { Answer::Accept };
            let form = AnswerForm { answer: said.code().to_owned(), reason: one.answer.unwrap_or_default() };
            answer(&cx, id, made, Version::FIRST, &form).await.map_err(plain)?;
        }
    }
    Ok(())
}
