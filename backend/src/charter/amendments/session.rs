//! The examination of the amendments to a version: all of them in the order of the text, in brief, and one at a time in
//! full, so that the page does not grow with them.

use domain::{
    charter::{AmendmentKind, AmendmentState, ArticleNumber, Articles},
    policy::{CharterAction, Permission},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    integrate::becomes,
    load::{Head, heads},
    merging::{Met, Said, together},
    rows::{AmendmentView, compared, views},
    show::{Before, in_order, read, title},
    target::{Target, adopted_below, change, fingerprint, target, words},
};
use crate::{
    Cx, Found, Result,
    charter::load::{TextHead, VersionHead},
    contributions::{Comparison, apart},
    entities::framing_amendment,
};

/// The examination of the amendments to a version.
#[derive(Clone, Debug)]
pub struct Session {
    /// The text and its versions.
    pub head: TextHead,
    /// The version.
    pub version: VersionHead,
    /// How many there are in all.
    pub total: usize,
    /// How many wait.
    pub waiting: usize,
    /// How many were adopted and are not in the words of the version.
    pub to_integrate: usize,
    /// Each article that has amendments, in the order of the text.
    pub articles: Vec<ArticleInSession>,
    /// The one that is examined: the one asked for, or the first that waits.
    pub current: Option<Current>,
    /// The amendments adopted that touch the same words as others, and of which nobody settled the words: looked for
    /// once none waits.
    pub unsettled: Vec<i32>,
}

/// An article in the examination.
#[derive(Clone, Debug)]
pub struct ArticleInSession {
    /// The article; none before all.
    pub article: Option<ArticleNumber>,
    /// What it is about, typeset.
    pub title: String,
    /// The amendments to it, in the order in which they are examined; those of the article that is examined only.
    pub amendments: Vec<InSession>,
    /// How many there are.
    pub total: usize,
    /// How many of them wait.
    pub waiting: usize,
    /// The first of them to examine: the first that waits, or the first.
    pub first: i32,
}

/// An amendment in the examination, in brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InSession {
    /// Its number.
    pub number: i32,
    /// What it would do.
    pub kind: AmendmentKind,
    /// Whether it amends another one.
    pub is_below: bool,
    /// Who proposed it.
    pub by: String,
    /// Where it stands.
    pub state: AmendmentState,
}

/// The amendment that is examined.
#[derive(Clone, Debug)]
pub struct Current {
    /// The amendment.
    pub amendment: AmendmentView,
    /// What it would change of what it is about, with the sub-amendments to it that were adopted; none without any.
    pub as_amended: Option<Comparison>,
    /// The sub-amendments to it that wait.
    pub below: Vec<i32>,
    /// What it is about is no longer there.
    pub is_lost: bool,
    /// What it is about, with what was adopted of it.
    pub now: Said,
    /// By what these words are known.
    pub met: String,
    /// What it touches of what was adopted before, side by side; none if it can be adopted as it is.
    pub meeting: Option<Meeting>,
    /// The others that wait and touch the same words.
    pub rivals: Vec<i32>,
    /// Those for which it may fall: the adopted ones, with who proposed them.
    pub adopted: Vec<(i32, String)>,
}

/// An amendment that touches words which were changed since it was written.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// By these, which were adopted; by other means if none.
    pub with: Vec<i32>,
    /// From what is there, to what it proposes.
    pub compared: Comparison,
}

/// Which amendment is examined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// The first that waits.
    #[default]
    First,
    /// This one.
    Of(i32),
    /// The first that waits after this one, or before it if there is none.
    After(i32),
}

/// The examination of the amendments to a version, with the amendment whose turn it is.
///
/// # Errors
/// `Forbidden`, `SignInRequired` but for who prepares the framing texts; `NotFound`; `FramingState` unless the version is
/// examined.
pub async fn session(cx: &Cx, slug: &str, number: i32, turn: Turn) -> Result<Session> {
    cx.require(Permission::Charter(CharterAction::Prepare))?;
    let (head, version, articles) = read(cx, slug, number).await?;
    version.state.after(domain::charter::Step::PutToVote)?;
    let all = heads(cx, version.id).await?;
    let ordered = in_order(&articles, &all, Before::SubAmendments);
    let waits = |one: &&&Head| one.state == AmendmentState::Open;
    let chosen = match turn {
        Turn::Of(number) => {
            let found = ordered.iter().find(|one| one.number == number);
            Some(*found.ok_or(domain::Refusal::NotFound)?)
        }
        Turn::First => ordered.iter().find(waits).copied(),
        Turn::After(number) => {
            let after = ordered.iter().position(|one| one.number == number).map_or(0, |at| at + 1);
            ordered[after..].iter().find(waits).or_else(|| ordered.iter().find(waits)).copied()
        }
    };
    let mut lines: Vec<ArticleInSession> = Vec::new();
    for one in &ordered {
        let place = lines.iter().position(|line| line.article == one.article());
        let at = place.unwrap_or_else(|| {
            lines.push(ArticleInSession {
                article: one.article(),
                title: title(&articles, one.article()),
                amendments: Vec::new(),
                total: 0,
                waiting: 0,
                first: one.number,
            });
            lines.len() - 1
        });
        add(&mut lines[at], one, chosen);
    }
    let waiting = all.iter().filter(|one| one.state == AmendmentState::Open).count();
    let to_integrate = all.iter().filter(|one| one.waits_to_be_integrated()).count();
    let current = match chosen {
        Some(chosen) => Some(current(cx, &version, &articles, &all, chosen).await?),
        None => None,
    };
    let unsettled =
        if waiting == 0 && to_integrate > 0 { unsettled(cx, &version, &articles).await? } else { Vec::new() };
    let total = all.len();
    Ok(Session { head, version, total, waiting, to_integrate, articles: lines, current, unsettled })
}

fn add(line: &mut ArticleInSession, one: &Head, chosen: Option<&Head>) {
    if one.state == AmendmentState::Open {
        if line.waiting == 0 {
            line.first = one.number;
        }
        line.waiting += 1;
    }
    line.total += 1;
    if chosen.is_some_and(|chosen| chosen.article() == one.article()) {
        line.amendments.push(InSession {
            number: one.number,
            kind: one.kind,
            is_below: one.parent_id.is_some(),
            by: one.name.clone(),
            state: one.state,
        });
    }
}

async fn current(
    cx: &Cx,
    version: &VersionHead,
    articles: &Articles,
    all: &[Head],
    chosen: &Head,
) -> Result<Current> {
    let row = framing_amendment::Entity::find_by_id(chosen.id).one(cx.reader()).await?.found()?;
    let amendment = views(cx, version, all, &[chosen.id]).await?.pop().found()?;
    let subs = adopted_below(cx.reader(), vec![row.id]).await?;
    let body = articles.write();
    let about = target(cx.reader(), &body, &row).await?;
    let own = words(&row, &subs).unwrap_or_else(|_| Said::new(&row.title, &row.body));
    let others = rivals(cx, &row).await?;
    let adopted = all.iter().filter(|one| one.state == AmendmentState::Adopted && one.id != row.id);
    let adopted: Vec<(i32, String)> = adopted.map(|one| (one.number, one.name.clone())).collect();
    let waits = |one: &&Head| one.parent_id == Some(row.id) && one.state == AmendmentState::Open;
    let below: Vec<i32> = all.iter().filter(waits).map(|one| one.number).collect();
    let as_amended =
        (!subs.is_empty()).then(|| compared((&row.base_title, &row.base_body), (&own.title, &own.body)));
    let Some(about) = about else {
        let (now, met) = (Said::default(), String::new());
        let (is_lost, meeting, rivals) = (true, None, Vec::new());
        return Ok(Current { amendment, as_amended, below, is_lost, now, met, meeting, rivals, adopted });
    };
    let size = (others.len() + 1) * (about.start.body.len() + 1_000);
    let (now, meeting, rivals) = apart(size, move || against(&about, &row, own, &others)).await?;
    let met = fingerprint(&now);
    Ok(Current { amendment, as_amended, below, is_lost: false, now, met, meeting, rivals, adopted })
}

/// What is there, what the amendment touches of it, and which others that wait touch the same words.
fn against(
    about: &Target,
    row: &framing_amendment::Model,
    own: Said,
    others: &[framing_amendment::Model],
) -> (Said, Option<Meeting>, Vec<i32>) {
    let now = about.now().unwrap_or_else(|_| about.start.clone());
    if row.state != AmendmentState::Open {
        return (now, None, Vec::new());
    }
    let changes = change(row, own.clone());
    let meeting = about.with(changes.clone()).err().map(|met| Meeting {
        with: numbers(&met, row.number),
        compared: compared((&now.title, &now.body), (&own.title, &own.body)),
    });
    let mut all: Vec<_> =
        others.iter().map(|other| change(other, Said::new(&other.title, &other.body))).collect();
    all.push(changes);
    let met = together(&about.start, &all).err().unwrap_or_default();
    let met: Vec<Met> = met.into_iter().filter(|met| met.is_of(row.number) && met.other.is_some()).collect();
    (now, meeting, numbers(&met, row.number))
}

/// The amendments that met, but for this one.
fn numbers(met: &[Met], but: i32) -> Vec<i32> {
    let all = met.iter().flat_map(|met| [Some(met.one), met.other]).flatten();
    let mut all: Vec<i32> = all.filter(|number| *number != but).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The others that wait about the same words.
async fn rivals(cx: &Cx, row: &framing_amendment::Model) -> Result<Vec<framing_amendment::Model>> {
    use framing_amendment::Column as A;
    if row.kind == AmendmentKind::Add && row.parent_id.is_none() {
        return Ok(Vec::new());
    }
    let found = framing_amendment::Entity::find()
        .filter(A::VersionId.eq(row.version_id))
        .filter(A::State.eq(AmendmentState::Open))
        .filter(A::Id.ne(row.id));
    let found = match row.parent_id {
        Some(parent) => found.filter(A::ParentId.eq(parent)),
        None => {
            let on_it = found.filter(A::Article.eq(&row.article)).filter(A::Kind.ne(AmendmentKind::Add));
            on_it.filter(A::ParentId.is_null())
        }
    };
    Ok(found.all(cx.reader()).await?)
}

/// Those adopted that cannot be put in the words as they are.
async fn unsettled(cx: &Cx, version: &VersionHead, articles: &Articles) -> Result<Vec<i32>> {
    use framing_amendment::Column as A;
    let rows = framing_amendment::Entity::find()
        .filter(A::VersionId.eq(version.id))
        .filter(A::State.eq(AmendmentState::Adopted))
        .filter(A::ParentId.is_null())
        .filter(A::IntegratedIn.is_null())
        .all(cx.reader())
        .await?;
    let subs = adopted_below(cx.reader(), rows.iter().map(|row| row.id).collect()).await?;
    let body = articles.write();
    let size = body.len() + rows.iter().map(|row| row.body.len()).sum::<usize>();
    let met = apart(size, move || becomes(&body, &rows, &subs).err().unwrap_or_default()).await?;
    Ok(numbers(&met, 0))
}
