//! What people think of a tutorial: read without their names.

use chrono::{DateTime, Utc};
use domain::{
    FieldProblem, Refusal, form,
    ids::TutorialId,
    policy::{Permission, TutorialAction},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, sea_query::OnConflict,
};

use super::show::readable;
use crate::{
    Cx, Result,
    contributions::typeset,
    entities::{join, tutorial, tutorial_opinion},
};

/// Characters of free words.
const WORDS_MAX: u32 = 1_000;

/// What somebody thinks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// Whether it served.
    pub useful: bool,
    /// In their words; may be empty.
    pub words: String,
}

/// What was said of a tutorial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Its address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// How many it served.
    pub useful: usize,
    /// How many were asked and said so or not.
    pub of: usize,
    /// What they wrote, the latest first.
    pub words: Vec<(DateTime<Utc>, Opinion)>,
}

/// Says what one thinks of a tutorial; once more takes the place of what one said.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Invalid`.
pub async fn say(cx: &Cx, slug: &str, useful: &str, words: &str) -> Result<()> {
    let row = readable(cx, slug).await?;
    let me = cx.person()?.id;
    let useful = match useful.trim() {
        "yes" => Ok(true),
        "no" => Ok(false),
        "" => Err(Refusal::field("useful", FieldProblem::Missing)),
        _ => Err(Refusal::field("useful", FieldProblem::NotAChoice)),
    };
    let words = form::text(words, 0, WORDS_MAX).map_err(|problem| Refusal::field("words", problem));
    let useful = Refusal::both(useful, words.as_ref().map(|_| ()).map_err(Clone::clone))?;
    let tx = cx.begin().await?;
    use tutorial_opinion::Column as O;
    let opinion = tutorial_opinion::ActiveModel {
        tutorial_id: Set(row.id),
        user_id: Set(me),
        useful: Set(useful),
        words: Set(words.unwrap_or_default()),
        at: Set(cx.now),
        ..Default::default()
    };
    let again = OnConflict::columns([O::TutorialId, O::UserId])
        .update_columns([O::Useful, O::Words, O::At])
        .to_owned();
    tutorial_opinion::Entity::insert(opinion).on_conflict(again).exec_without_returning(&tx).await?;
    cx.commit(tx).await
}

pub(super) async fn mine(cx: &Cx, tutorial: TutorialId) -> Result<Option<Opinion>> {
    let Some(me) = cx.actor.user_id() else { return Ok(None) };
    let found = tutorial_opinion::Entity::find()
        .filter(tutorial_opinion::Column::TutorialId.eq(tutorial))
        .filter(tutorial_opinion::Column::UserId.eq(me));
    let row = found.one(cx.reader()).await?;
    Ok(row.map(|row| Opinion { useful: row.useful, words: row.words }))
}

#[derive(FromQueryResult)]
struct Line {
    slug: String,
    title: String,
    useful: bool,
    words: String,
    at: DateTime<Utc>,
}

/// What was said of each tutorial, the latest first; without names.
///
/// # Errors
/// `Forbidden` but for the chair, the staff and the administrators.
pub async fn heard(cx: &Cx) -> Result<Vec<Heard>> {
    cx.require(Permission::Tutorial(TutorialAction::Hear))?;
    use tutorial_opinion::Column as O;
    let to_tutorial = join::<tutorial_opinion::Entity, tutorial::Entity>(O::TutorialId, tutorial::Column::Id);
    let lines: Vec<Line> = tutorial_opinion::Entity::find()
        .select_only()
        .columns([tutorial::Column::Slug, tutorial::Column::Title])
        .columns([O::Useful, O::Words, O::At])
        .join(JoinType::InnerJoin, to_tutorial)
        .order_by_desc(O::At)
        .order_by_desc(O::Id)
        .into_model()
        .all(cx.reader())
        .await?;
    let mut heard: Vec<Heard> = Vec::new();
    for line in lines {
        let known = heard.iter().position(|one| one.slug == line.slug);
        let place = known.unwrap_or_else(|| {
            let title = typeset(&line.title);
            heard.push(Heard { slug: line.slug.clone(), title, useful: 0, of: 0, words: Vec::new() });
            heard.len() - 1
        });
        let one = &mut heard[place];
        one.of += 1;
        one.useful += usize::from(line.useful);
        if !line.words.is_empty() {
            one.words.push((line.at, Opinion { useful: line.useful, words: line.words }));
        }
    }
    Ok(heard)
}
