//! The comments of the demonstration: `demo/comments.toml`, which an import knows nothing of.

use anyhow::{Context, Result};
use backend::{
    Backend,
    contributions::{
        self,
        comments::{Target, answer, comment, resolve, workshop},
    },
};
use domain::{contributions::CommentForm, discussions::MessageForm};
use serde::Deserialize;

use super::life::{People, actor};
use crate::state::plain;

/// The file.
pub const FILE: &str = "comments.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Comments {
    comment: Vec<Comment>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Comment {
    text: String,
    by: String,
    find: String,
    body: String,
    #[serde(default)]
    answer: Vec<Said>,
    resolved_by: Option<String>,
    /// What the text says instead of these words, once the comment was made, and who wrote that.
    write: Option<String>,
    written_by: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    by: String,
    body: String,
}

/// Makes the comments, answers and resolves some, takes the words of one away.
///
/// # Errors
/// The file is not right, or the database failed.
pub async fn fill(backend: &Backend, file: &str, people: &People) -> Result<()> {
    let read: Comments = toml::from_str(file).context(FILE)?;
    for one in read.comment {
        let cx = actor(backend, people, &one.by).await?;
        let text = contributions::by_title(&cx, &one.text).await.map_err(plain)?;
        let id = text.with_context(|| format!("{FILE}: {} is missing", one.text))?.id;
        let shop = workshop(&cx, id, None).await.map_err(plain)?;
        let start = shop.body.find(&one.find).with_context(|| format!("{FILE}: nowhere: {}", one.find))?;
        let target = Target { base: shop.base, range: start..start + one.find.len() };
        let form = CommentForm { words: String::new(), body: one.body };
        let made = comment(&cx, id, &target, &form).await.map_err(plain)?;
        for said in one.answer {
            let cx = actor(backend, people, &said.by).await?;
            let form = MessageForm { body: said.body, ..Default::default() };
            answer(&cx, id, made, &form).await.map_err(plain)?;
        }
        if let Some(email) = one.resolved_by {
            let cx = actor(backend, people, &email).await?;
            resolve(&cx, id, made).await.map_err(plain)?;
        }
        if let Some((words, email)) = one.write.zip(one.written_by) {
            let cx = actor(backend, people, &email).await?;
            let edited = contributions::edit_view(&cx, id).await.map_err(plain)?;
            let mut form = edited.saved;
            form.body = form.body.replacen(&one.find, &words, 1);
            contributions::save(&cx, id, edited.head.version, &form).await.map_err(plain)?;
        }
    }
    Ok(())
}
