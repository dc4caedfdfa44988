//! The amendments to a version, in the order of the text; one of them; what somebody who proposes one starts from.

use domain::{
    Refusal,
    charter::{AmendmentForm, AmendmentKind, AmendmentState, ArticleNumber, Articles},
    ids::{AmendmentId, FramingVersionId},
    policy::{CharterAction, Permission},
    refusal::Transition,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    load::{Head, heads},
    merging::Said,
    rows::{AmendmentView, views},
};
use crate::{
    Cx, Found, Page, PageNumber, Result,
    charter::load::{TextHead, VersionHead, head, words_of},
    contributions::typeset,
    entities::framing_amendment,
};

/// Amendments on a page.
const SIZE: u64 = 20;

/// Which amendments are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AmendmentFilter {
    /// To this article, or added after it.
    pub article: Option<ArticleNumber>,
    /// In this state.
    pub state: Option<AmendmentState>,
}

/// The amendments to a version.
#[derive(Clone, Debug)]
pub struct Amendments {
    /// The text and its versions.
    pub head: TextHead,
    /// The version.
    pub version: VersionHead,
    /// Each article that has amendments, in the order of the text, with what it is about and how many; none is for what
    /// comes before all.
    pub articles: Vec<(Option<ArticleNumber>, String, usize)>,
    /// How many there are in each state.
    pub states: Vec<(AmendmentState, usize)>,
    /// Those of this page, in the order of the text.
    pub page: Page<Group>,
}

/// The amendments of a page to one article.
#[derive(Clone, Debug)]
pub struct Group {
    /// The article; none before all.
    pub article: Option<ArticleNumber>,
    /// What it is about, typeset.
    pub title: String,
    /// Each sub-amendment after what it amends.
    pub amendments: Vec<AmendmentView>,
}

/// The amendments to a version, page by page.
///
/// # Errors
/// `Forbidden`, `SignInRequired` but for who follows the framing texts; `NotFound`.
pub async fn amendments(
    cx: &Cx,
    slug: &str,
    number: i32,
    filter: AmendmentFilter,
    page: PageNumber,
) -> Result<Amendments> {
    let (head, version, articles) = read(cx, slug, number).await?;
    let all = heads(cx, version.id).await?;
    let ordered = in_order(&articles, &all, Before::Amendment);
    let mut of_articles: Vec<(Option<ArticleNumber>, String, usize)> = Vec::new();
    for one in &ordered {
        match of_articles.iter_mut().find(|(known, ..)| *known == one.article()) {
            Some((.., count)) => *count += 1,
            None => of_articles.push((one.article(), title(&articles, one.article()), 1)),
        }
    }
    let of_state = |state: &AmendmentState| all.iter().filter(|one| one.state == *state).count();
    let states = AmendmentState::ALL.iter().map(|state| (*state, of_state(state))).collect();
    let kept: Vec<&Head> = ordered
        .into_iter()
        .filter(|one| filter.article.is_none_or(|article| one.article() == Some(article)))
        .filter(|one| filter.state.is_none_or(|state| one.state == state))
        .collect();
    let skipped = usize::try_from(page.offset(SIZE)).unwrap_or(usize::MAX);
    let size = usize::try_from(SIZE).unwrap_or(usize::MAX);
    let wanted: Vec<AmendmentId> = kept.iter().skip(skipped).take(size).map(|one| one.id).collect();
    let mut rows: Vec<Group> = Vec::new();
    for view in views(cx, &version, &all, &wanted).await? {
        match rows.last_mut() {
            Some(group) if group.article == view.article => group.amendments.push(view),
            _ => rows.push(Group {
                article: view.article,
                title: title(&articles, view.article),
                amendments: vec![view],
            }),
        }
    }
    let page = Page { rows, number: page, total: kept.len() as u64, size: SIZE };
    Ok(Amendments { head, version, articles: of_articles, states, page })
}

/// One amendment.
#[derive(Clone, Debug)]
pub struct AmendmentPage {
    /// The text and its versions.
    pub head: TextHead,
    /// The version.
    pub version: VersionHead,
    /// The amendment.
    pub amendment: AmendmentView,
    /// The sub-amendments to it.
    pub below: Vec<AmendmentView>,
}

/// One amendment.
///
/// # Errors
/// `Forbidden`, `SignInRequired` but for who follows the framing texts; `NotFound`.
pub async fn amendment(cx: &Cx, slug: &str, number: i32, amendment: i32) -> Result<AmendmentPage> {
    let (head, version) = known(cx, slug, number).await?;
    let all = heads(cx, version.id).await?;
    let one = all.iter().find(|one| one.number == amendment).ok_or(Refusal::NotFound)?;
    let below = all.iter().filter(|other| other.parent_id == Some(one.id));
    let wanted: Vec<AmendmentId> = std::iter::once(one).chain(below).map(|one| one.id).collect();
    let mut views = views(cx, &version, &all, &wanted).await?.into_iter();
    let amendment = views.next().found()?;
    Ok(AmendmentPage { head, version, amendment, below: views.collect() })
}

/// What somebody who words an amendment starts from.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The text and its versions.
    pub head: TextHead,
    /// The version.
    pub version: VersionHead,
    /// What it would do.
    pub kind: AmendmentKind,
    /// The article, or the one before that which would be added.
    pub article: Option<ArticleNumber>,
    /// What that article is about, typeset.
    pub title: String,
    /// The amendment that it would amend.
    pub parent: Option<i32>,
    /// What the article, or the other amendment, says now.
    pub now: Said,
}

/// What somebody who proposes an amendment to an article starts from; or, for `parent`, a sub-amendment.
///
/// # Errors
/// `Forbidden`, `SignInRequired` but for members of the council; `NotFound`; `AmendmentsClosed`, `ArticleReplaced`,
/// `AmendmentOver`, `AmendmentDepth`.
pub async fn proposal(
    cx: &Cx,
    slug: &str,
    number: i32,
    (kind, article): (AmendmentKind, Option<ArticleNumber>),
    parent: Option<i32>,
) -> Result<Proposal> {
    cx.require(Permission::Charter(CharterAction::Amend))?;
    let (head, version, articles) = read(cx, slug, number).await?;
    if !version.is_amendable_on(cx.today()) {
        return Err(Refusal::Transition(Transition::AmendmentsClosed).into());
    }
    if let Some(parent) = parent {
        let row = find(cx, version.id, parent).await?;
        if row.state != AmendmentState::Open {
            return Err(Refusal::Transition(Transition::AmendmentOver).into());
        }
        if row.parent_id.is_some() || row.kind == AmendmentKind::Remove {
            return Err(Refusal::Transition(Transition::AmendmentDepth).into());
        }
        let article = row.article.parse().ok();
        let title = title(&articles, article);
        let (kind, now) = (AmendmentKind::Change, Said::new(row.title, row.body));
        return Ok(Proposal { head, version, kind, article, title, parent: Some(parent), now });
    }
    let found = article.and_then(|article| articles.get(article));
    if found.is_none() && (article.is_some() || kind != AmendmentKind::Add) {
        return Err(Refusal::Transition(Transition::ArticleReplaced).into());
    }
    let now = match found {
        Some(found) if kind != AmendmentKind::Add => Said::new(&found.title, &found.body),
        _ => Said::default(),
    };
    let title = title(&articles, article);
    Ok(Proposal { head, version, kind, article, title, parent: None, now })
}

/// What the author of an amendment who words it again starts from: what it is about, the amendment, and its words.
///
/// # Errors
/// `Forbidden` but for its author; `NotFound`; `AmendmentsClosed`, `AmendmentOver`.
pub async fn rewording(
    cx: &Cx,
    slug: &str,
    number: i32,
    amendment: i32,
) -> Result<(Proposal, AmendmentView, AmendmentForm)> {
    cx.require(Permission::Charter(CharterAction::Amend))?;
    let (head, version, articles) = read(cx, slug, number).await?;
    let all = heads(cx, version.id).await?;
    let row = find(cx, version.id, amendment).await?;
    let view = views(cx, &version, &all, &[row.id]).await?.pop().found()?;
    view.facts.may_be_reworded()?;
    let saved = AmendmentForm {
        kind: row.kind.code().to_owned(),
        article: row.article.clone(),
        title: row.title,
        body: row.body,
        reasons: row.reasons,
    };
    let proposal = Proposal {
        head,
        version,
        kind: row.kind,
        article: view.article,
        title: title(&articles, view.article),
        parent: view.parent,
        now: Said::new(row.base_title, row.base_body),
    };
    Ok((proposal, view, saved))
}

async fn find(cx: &Cx, version: FramingVersionId, amendment: i32) -> Result<framing_amendment::Model> {
    let found = framing_amendment::Entity::find()
        .filter(framing_amendment::Column::VersionId.eq(version))
        .filter(framing_amendment::Column::Number.eq(amendment));
    found.one(cx.reader()).await?.found()
}

async fn known(cx: &Cx, slug: &str, number: i32) -> Result<(TextHead, VersionHead)> {
    cx.require(Permission::Charter(CharterAction::Follow))?;
    let head = head(cx, slug).await?;
    let version = head.number(number).cloned().ok_or(Refusal::NotFound)?;
    Ok((head, version))
}

/// A version that one follows, with its articles.
pub(super) async fn read(cx: &Cx, slug: &str, number: i32) -> Result<(TextHead, VersionHead, Articles)> {
    let (head, version) = known(cx, slug, number).await?;
    let (_, body) = words_of(cx.reader(), [version.id]).await?.pop().found()?;
    Ok((head, version, Articles::read(&body)))
}

/// What an article is about, typeset; nothing before all, or for one that is not there.
pub(super) fn title(articles: &Articles, number: Option<ArticleNumber>) -> String {
    number.and_then(|number| articles.get(number)).map(|article| typeset(&article.title)).unwrap_or_default()
}

/// Which comes first: what is amended, as one reads it, or what amends it, as one examines it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// The amendment, then the sub-amendments to it.
    Amendment,
    /// The sub-amendments.
    SubAmendments,
}

/// Amendments in the order of the text: to each article, then to what would be added after it; by number.
pub(super) fn in_order<'a>(articles: &Articles, all: &'a [Head], before: Before) -> Vec<&'a Head> {
    let place = |head: &Head| {
        let article = head.article();
        let found = article.and_then(|one| articles.articles.iter().position(|other| other.number == one));
        match (found, head.kind) {
            (None, AmendmentKind::Add) if article.is_none() => 0,
            (Some(at), AmendmentKind::Add) => 2 * at + 2,
            (Some(at), _) => 2 * at + 1,
            (None, _) => usize::MAX,
        }
    };
    let mut ordered: Vec<&Head> = all.iter().collect();
    ordered.sort_by_cached_key(|head| {
        // A sub-amendment stands where what it amends does.
        let root = head.parent_id.and_then(|parent| all.iter().find(|one| one.id == parent)).unwrap_or(head);
        let is_sub = head.parent_id.is_some();
        let second = if before == Before::Amendment { is_sub } else { !is_sub };
        (place(root), root.number, second, head.number)
    });
    ordered
}
