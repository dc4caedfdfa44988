//! The sheets, in a list and one by one.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    Language, Version,
    ids::MethodId,
    policy::{Permission, ToolboxAction},
    toolbox::{Choice, Counts, Method, MethodForm, Need, Said, Section, Sized, Step, choose, steps},
};
use markdown::{Options, Typography};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};

use super::used::{UseView, told_of};
use crate::{
    Cx, Found, Result,
    contributions::wikilink,
    entities::{method, method_use},
    fold::fold,
};

/// A sheet in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MethodRow {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What it is for.
    pub aim: String,
    /// The language of these words, and of the sheet.
    pub language: Language,
    /// What it helps with.
    pub needs: Vec<Need>,
    /// How long it takes.
    pub minutes: u32,
    /// For how many people, at least and at most.
    pub people: (u32, u32),
    /// Whether it is out of the toolbox for now.
    pub set_aside: bool,
    /// How often somebody told of it.
    pub told: u64,
}

impl Sized for MethodRow {
    fn needs(&self) -> &[Need] {
        &self.needs
    }
    fn minutes(&self) -> u32 {
        self.minutes
    }
    fn people(&self) -> (u32, u32) {
        self.people
    }
}

/// A sheet.
#[derive(Clone, Debug)]
pub struct MethodView {
    /// What the list shows of it.
    pub row: MethodRow,
    /// The sections that say something, rendered.
    pub sections: Vec<(Section, String)>,
    /// The room and what to bring, in Markdown.
    pub room: String,
    /// Its steps, in order.
    pub steps: Vec<Step>,
    /// Who made the method; may be empty.
    pub source: String,
    /// Whether it came with the program.
    pub shipped: bool,
    /// Whether the council changed what came.
    pub edited: bool,
    /// Whether there is a sheet in English that no longer has the steps of the one in French.
    pub english_behind: bool,
    /// For the next change.
    pub version: Version,
    /// When it was last changed.
    pub changed_at: DateTime<Utc>,
    /// What people told of it, the latest first.
    pub uses: Vec<UseView>,
}

#[derive(FromQueryResult)]
struct Line {
    id: MethodId,
    slug: String,
    title: String,
    aim: String,
    steps: String,
    english: String,
    needs: String,
    minutes: i32,
    people_min: i32,
    people_max: i32,
    set_aside: bool,
}

/// The sheets that a choice keeps, by title, and how many other choices would. Those put aside only for who writes
/// sheets.
///
/// # Errors
/// `Forbidden` but for those who read the toolbox; `SignInRequired`.
pub async fn all(cx: &Cx, choice: Choice) -> Result<(Vec<MethodRow>, Counts)> {
    cx.require(Permission::Toolbox(ToolboxAction::Read))?;
    use method::Column as M;
    let told: Vec<(MethodId, i64)> = method_use::Entity::find()
        .select_only()
        .column(method_use::Column::MethodId)
        .column_as(method_use::Column::Id.count(), "told")
        .group_by(method_use::Column::MethodId)
        .into_tuple()
        .all(cx.reader())
        .await?;
    let told: BTreeMap<MethodId, u64> =
        told.into_iter().map(|(id, told)| (id, told.unsigned_abs())).collect();
    let mut found = method::Entity::find()
        .select_only()
        .columns([
            M::Id,
            M::Slug,
            M::Title,
            M::Aim,
            M::Needs,
            M::Minutes,
            M::PeopleMin,
            M::PeopleMax,
            M::SetAside,
        ])
        .column_as(in_english(cx, M::Steps), "steps")
        .column_as(in_english(cx, M::English), "english")
        .order_by_asc(M::Slug);
    if !cx.may(Permission::Toolbox(ToolboxAction::Write)) {
        found = found.filter(M::SetAside.eq(false));
    }
    let lines: Vec<Line> = found.into_model().all(cx.reader()).await?;
    let row = |line: Line| {
        let english = english_of(cx, &line.english, &line.steps);
        let (title, aim) = english.as_ref().map_or((&line.title, &line.aim), |said| (&said.title, &said.aim));
        let language = language_of(english.as_ref());
        MethodRow {
            title: markdown::typeset(title, typography(language)),
            aim: markdown::typeset(aim, typography(language)),
            language,
            told: told.get(&line.id).copied().unwrap_or_default(),
            slug: line.slug,
            needs: needs_of(&line.needs),
            minutes: line.minutes.unsigned_abs(),
            people: (line.people_min.unsigned_abs(), line.people_max.unsigned_abs()),
            set_aside: line.set_aside,
        }
    };
    let mut rows: Vec<MethodRow> = lines.into_iter().map(row).collect();
    rows.sort_by_cached_key(|row| fold(&row.title));
    Ok(choose(choice, rows))
}

/// A sheet, in one's language where it is there, with what people told of it.
///
/// # Errors
/// `NotFound`, also of a sheet put aside but for who writes sheets; `Forbidden`, `SignInRequired`.
pub async fn show(cx: &Cx, slug: &str) -> Result<MethodView> {
    let row = readable(cx, slug).await?;
    let uses = told_of(cx, row.id).await?;
    let french = french(&row);
    let english = english_of(cx, &row.english, &row.steps);
    let language = language_of(english.as_ref());
    let english_behind = !row.english.is_empty() && Method::in_english(&row.english, &french.steps).is_none();
    let said = english.unwrap_or(french);
    let texts = Section::ALL.iter().map(|section| (*section, said.section(*section)));
    let sections = texts
        .filter(|(_, text)| !text.is_empty())
        .map(|(section, text)| (section, rendered(text, section.code(), language)))
        .collect();
    Ok(MethodView {
        sections,
        english_behind,
        row: MethodRow {
            title: markdown::typeset(&said.title, typography(language)),
            aim: markdown::typeset(&said.aim, typography(language)),
            language,
            needs: needs_of(&row.needs),
            minutes: row.minutes.unsigned_abs(),
            people: (row.people_min.unsigned_abs(), row.people_max.unsigned_abs()),
            set_aside: row.set_aside,
            told: uses.len() as u64,
            slug: row.slug,
        },
        room: said.room,
        source: markdown::typeset(&said.source, typography(language)),
        steps: said.steps,
        shipped: !row.shipped.is_empty(),
        edited: row.edited,
        version: row.version,
        changed_at: row.changed_at,
        uses,
    })
}

/// A sheet to be changed, as it was typed.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn edit(cx: &Cx, slug: &str) -> Result<(Version, MethodForm)> {
    cx.require(Permission::Toolbox(ToolboxAction::Write))?;
    let row = readable(cx, slug).await?;
    Ok((row.version, form_of(row)))
}

/// A sheet as the form that changes it, or an archive, says it.
pub(crate) fn form_of(row: method::Model) -> MethodForm {
    MethodForm {
        title: row.title,
        aim: row.aim,
        needs: row.needs.split_whitespace().map(str::to_owned).collect(),
        people_min: row.people_min.to_string(),
        people_max: row.people_max.to_string(),
        steps: row.steps,
        use_when: row.use_when,
        room: row.room,
        variants: row.variants,
        traps: row.traps,
        accessibility: row.accessibility,
        source: row.source,
        english: row.english,
    }
}

/// The sheet, for somebody who may read it.
pub(super) async fn readable(cx: &Cx, slug: &str) -> Result<method::Model> {
    cx.require(Permission::Toolbox(ToolboxAction::Read))?;
    let writes = cx.may(Permission::Toolbox(ToolboxAction::Write));
    let found = method::Entity::find().filter(method::Column::Slug.eq(slug)).one(cx.reader()).await?;
    found.filter(|row| writes || !row.set_aside).found()
}

/// What a result of the search names.
pub(crate) async fn named(cx: &Cx, ids: Vec<i64>) -> Result<Vec<(MethodId, String, String)>> {
    let rows = method::Entity::find().filter(method::Column::Id.is_in(ids)).all(cx.reader()).await?;
    let named = |row: method::Model| {
        let english = english_of(cx, &row.english, &row.steps);
        let language = language_of(english.as_ref());
        let title = english.map_or(row.title, |said| said.title);
        (row.id, row.slug, markdown::typeset(&title, typography(language)))
    };
    Ok(rows.into_iter().map(named).collect())
}

/// What only those who read English need of a sheet in a list.
fn in_english(cx: &Cx, column: method::Column) -> Expr {
    match cx.language {
        Language::English => Expr::col((method::Entity, column)),
        Language::French => Expr::val(""),
    }
}

/// The sheet in English for somebody who reads it, where it is there and follows the other.
fn english_of(cx: &Cx, english: &str, french_steps: &str) -> Option<Said> {
    if cx.language != Language::English || english.is_empty() {
        return None;
    }
    Method::in_english(english, &steps(french_steps).unwrap_or_default())
}

fn language_of(english: Option<&Said>) -> Language {
    if english.is_some() { Language::English } else { Language::French }
}

fn typography(language: Language) -> Typography {
    match language {
        Language::French => Typography::French,
        Language::English => Typography::English,
    }
}

fn needs_of(codes: &str) -> Vec<Need> {
    codes.split_whitespace().filter_map(Need::from_code).collect()
}

fn french(row: &method::Model) -> Said {
    Said {
        title: row.title.clone(),
        aim: row.aim.clone(),
        steps: steps(&row.steps).unwrap_or_default(),
        use_when: row.use_when.clone(),
        room: row.room.clone(),
        variants: row.variants.clone(),
        traps: row.traps.clone(),
        accessibility: row.accessibility.clone(),
        source: row.source.clone(),
    }
}

fn rendered(text: &str, prefix: &str, language: Language) -> String {
    let id_prefix = format!("{prefix}-");
    let options = Options { language: typography(language), id_prefix: &id_prefix, wikilink: &wikilink };
    markdown::render(text, &options).html
}
