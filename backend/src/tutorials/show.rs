//! A tutorial, step by step.

use std::collections::BTreeSet;

use domain::{
    Language, Version,
    ids::{TutorialId, UserId},
    policy::{Permission, TutorialAction},
    tutorials::{TutorialForm, lesson, pictures},
};
use markdown::{Options, Typography};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{
    list::{Line, PathRow, TutorialRow, lines, marks, path_row, said},
    opinions::{Opinion, mine},
    pleas::{Plea, of_mine},
};
use crate::{
    Cx, Found, Result,
    contributions::{typeset, wikilink},
    entities::{tutorial, tutorial_mark, tutorial_path},
};

/// Where the pictures that come with the program are given out.
const PICTURES: &str = "/tutoriels/images";

/// A step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepView {
    /// From 1.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// What it says, rendered.
    pub html: String,
    /// Whether the person asking took it.
    pub done: bool,
}

/// A tutorial.
#[derive(Clone, Debug)]
pub struct TutorialView {
    /// What the list shows of it.
    pub row: TutorialRow,
    /// What comes before the first step, rendered; may be empty.
    pub intro: String,
    /// Its steps, in order.
    pub steps: Vec<StepView>,
    /// Its sequence.
    pub path: Option<PathRow>,
    /// The next one in the sequence: its address and its title.
    pub next: Option<(String, String)>,
    /// Whether it came with the program.
    pub shipped: bool,
    /// Whether the council changed what came.
    pub edited: bool,
    /// For the next change.
    pub version: Version,
    /// What the person asking thinks of it.
    pub opinion: Option<Opinion>,
    /// Where the person asking said that they are stuck.
    pub plea: Option<Plea>,
}

/// A tutorial, in one's language where it is there.
///
/// # Errors
/// `NotFound`, also of one put aside but for who writes them; `Forbidden`, `SignInRequired`.
pub async fn show(cx: &Cx, slug: &str) -> Result<TutorialView> {
    let row = readable(cx, slug).await?;
    let me = cx.actor.user_id();
    let taken = taken(cx, row.id, me).await?;
    let path = match row.path_id {
        Some(path) => tutorial_path::Entity::find_by_id(path).one(cx.reader()).await?,
        None => None,
    };
    let next = match row.path_id {
        Some(path) => {
            let mut after =
                lines(cx, Some(path), false).await?.into_iter().skip_while(|one| one.id != row.id);
            after.nth(1).map(|line| line.row(cx.language, &Default::default()))
        }
        None => None,
    };
    let english = cx.language == Language::English && !row.title_en.is_empty();
    let (language, body) =
        if english { (Language::English, &row.body_en) } else { (Language::French, &row.body) };
    let told = lesson(body);
    let steps: Vec<StepView> = (1..)
        .zip(told.steps)
        .map(|(number, step)| StepView {
            number,
            title: said(language, [&step.title], [&step.title]).1.concat(),
            html: rendered(&step.text, &format!("etape-{number}-"), language),
            done: taken.contains(&number),
        })
        .collect();
    Ok(TutorialView {
        intro: rendered(&told.intro, "debut-", language),
        steps,
        path: path.map(|path| path_row(path, cx.language)),
        next: next.map(|next| (next.slug, next.title)),
        shipped: !row.shipped.is_empty(),
        edited: row.edited,
        version: row.version,
        opinion: mine(cx, row.id).await?,
        plea: of_mine(cx, row.id).await?,
        row: line(row).row(cx.language, &marks(cx, me).await?),
    })
}

fn line(row: tutorial::Model) -> Line {
    Line {
        id: row.id,
        slug: row.slug,
        title: row.title,
        summary: row.summary,
        title_en: row.title_en,
        summary_en: row.summary_en,
        audiences: row.audiences,
        minutes: row.minutes,
        steps: row.steps,
        path_id: row.path_id,
        set_aside: row.set_aside,
    }
}

/// The steps that somebody took.
async fn taken(cx: &Cx, tutorial: TutorialId, of: Option<UserId>) -> Result<BTreeSet<u32>> {
    let Some(of) = of else { return Ok(BTreeSet::new()) };
    let steps: Vec<i32> = tutorial_mark::Entity::find()
        .select_only()
        .column(tutorial_mark::Column::Step)
        .filter(tutorial_mark::Column::TutorialId.eq(tutorial))
        .filter(tutorial_mark::Column::UserId.eq(of))
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(steps.into_iter().map(i32::unsigned_abs).collect())
}

/// A tutorial to be changed, as it was typed.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn edit(cx: &Cx, slug: &str) -> Result<(Version, TutorialForm)> {
    cx.require(Permission::Tutorial(TutorialAction::Write))?;
    let row = readable(cx, slug).await?;
    let path = match row.path_id {
        Some(path) => tutorial_path::Entity::find_by_id(path).one(cx.reader()).await?,
        None => None,
    };
    let form = TutorialForm {
        title: row.title,
        summary: row.summary,
        audiences: row.audiences.split_whitespace().map(str::to_owned).collect(),
        minutes: row.minutes.to_string(),
        path: path.map(|path| path.slug).unwrap_or_default(),
        new_path: String::new(),
        rank: if row.rank == 0 { String::new() } else { row.rank.to_string() },
        help: row.help,
        body: row.body,
        title_en: row.title_en,
        summary_en: row.summary_en,
        body_en: row.body_en,
    };
    Ok((row.version, form))
}

/// The tutorial, for somebody who may read it.
pub(super) async fn readable(cx: &Cx, slug: &str) -> Result<tutorial::Model> {
    cx.require(Permission::Tutorial(TutorialAction::Read))?;
    let writes = cx.may(Permission::Tutorial(TutorialAction::Write));
    let found = tutorial::Entity::find().filter(tutorial::Column::Slug.eq(slug)).one(cx.reader()).await?;
    found.filter(|row| writes || !row.set_aside).found()
}

/// What a result of the search names.
pub(crate) async fn named(cx: &Cx, ids: Vec<i64>) -> Result<Vec<(TutorialId, String, String)>> {
    let rows: Vec<(TutorialId, String, String)> = tutorial::Entity::find()
        .select_only()
        .columns([tutorial::Column::Id, tutorial::Column::Slug, tutorial::Column::Title])
        .filter(tutorial::Column::Id.is_in(ids))
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(rows.into_iter().map(|(id, slug, title)| (id, slug, typeset(&title))).collect())
}

/// A part of a text, its pictures where they are given out.
fn rendered(text: &str, id_prefix: &str, language: Language) -> String {
    let mut placed = text.to_owned();
    for at in pictures(text).into_iter().rev() {
        let name = text[at.clone()].rsplit_once('.').map_or(&text[at.clone()], |(name, _)| name);
        let address = format!("{PICTURES}/{}/{name}.jpg", language.tag());
        placed.replace_range(at, &address);
    }
    let typography = match language {
        Language::French => Typography::French,
        Language::English => Typography::English,
    };
    markdown::render(&placed, &Options { language: typography, id_prefix, wikilink: &wikilink }).html
}
