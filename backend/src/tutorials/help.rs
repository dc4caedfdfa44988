//! Which tutorial helps on which screen, at which step.

use chrono::TimeDelta;
use domain::{
    policy::{Permission, TutorialAction},
    tutorials::{Audience, help_lines},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::list::audiences_of;
use crate::{Cx, Result, entities::tutorial};

/// Another node may change a tutorial: the table is read again after this time.
const KEEP: TimeDelta = TimeDelta::seconds(30);

/// The screens, each with what helps there.
#[derive(Debug, Default)]
pub struct HelpTable(Vec<Line>);

#[derive(Debug)]
struct Line {
    screen: Vec<String>,
    changing: usize,
    step: u32,
    slug: String,
    audiences: Vec<Audience>,
}

/// Where help is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpAt {
    /// The tutorial.
    pub slug: String,
    /// The step, from 1.
    pub step: u32,
}

impl HelpTable {
    /// What helps on a page: `changing` parts of its address are not the same from one page to another.
    fn at(&self, path: &str, changing: usize, who: &[Audience]) -> Option<HelpAt> {
        let parts: Vec<&str> = path.trim_end_matches('/').split('/').collect();
        let fits = |line: &&Line| {
            line.changing == changing
                && line.screen.len() == parts.len()
                && line.screen.iter().zip(&parts).all(|(own, part)| own.starts_with('{') || own == part)
        };
        let own = |line: &&Line| line.audiences.iter().any(|one| who.contains(one));
        // Who runs a group or presides is a member too: what is for their task comes first.
        let of_a_task = |line: &&Line| own(line) && !line.audiences.contains(&Audience::Member);
        let mut there = self.0.iter().filter(fits);
        let first =
            there.clone().find(of_a_task).or_else(|| there.clone().find(own)).or_else(|| there.next())?;
        Some(HelpAt { slug: first.slug.clone(), step: first.step })
    }
}

/// What helps on the page at this path, first what is for the person asking; `changing` is how many parts of its address
/// the router takes for names. Nothing for who follows no tutorials.
///
/// # Errors
/// The database cannot be read.
pub async fn help_at(cx: &Cx, path: &str, changing: usize) -> Result<Option<HelpAt>> {
    if !cx.may(Permission::Tutorial(TutorialAction::Read)) {
        return Ok(None);
    }
    let cache = &cx.backend.0.help;
    let table = match cache.get(cx.now, KEEP) {
        Some(table) => table,
        None => {
            let table = std::sync::Arc::new(read(cx).await?);
            cache.set(cx.now, table.clone());
            table
        }
    };
    Ok(table.at(path, changing, &Audience::of(&cx.actor)))
}

async fn read(cx: &Cx) -> Result<HelpTable> {
    use tutorial::Column as T;
    let rows: Vec<(String, String, String, i32)> = tutorial::Entity::find()
        .select_only()
        .columns([T::Slug, T::Audiences, T::Help, T::Steps])
        .filter(T::SetAside.eq(false))
        .filter(T::Help.ne(""))
        .order_by_asc(T::Rank)
        .order_by_asc(T::Slug)
        .into_tuple()
        .all(cx.reader())
        .await?;
    let mut lines = Vec::new();
    for (slug, audiences, help, steps) in rows {
        for line in help_lines(&help, steps.unsigned_abs()).unwrap_or_default() {
            let screen: Vec<String> =
                line.screen.trim_end_matches('/').split('/').map(str::to_owned).collect();
            lines.push(Line {
                changing: screen.iter().filter(|part| part.starts_with('{')).count(),
                screen,
                step: line.step.unwrap_or(1),
                slug: slug.clone(),
                audiences: audiences_of(&audiences),
            });
        }
    }
    Ok(HelpTable(lines))
}
