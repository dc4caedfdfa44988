//! What verbs need to know of an amendment before they decide, and how many there are.

use domain::{
    Refusal, Version,
    charter::{AmendmentFacts, AmendmentKind, AmendmentState, ArticleNumber, VersionState},
    ids::{AmendmentId, FramingVersionId, UserId},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, Select, sea_query::Expr,
};

use super::super::load::hold_text;
use crate::{
    Cx, Found, Result,
    entities::{framing_amendment, framing_text, framing_version, join, user},
    events::{Event, EventKind},
};

/// A version with its text, which nobody else changes until this is committed.
pub(super) struct Held {
    pub text: framing_text::Model,
    pub version: framing_version::Model,
}

pub(super) async fn hold(tx: &impl ConnectionTrait, slug: &str, number: i32) -> Result<Held> {
    let text = hold_text(tx, slug).await?;
    let version = framing_version::Entity::find()
        .filter(framing_version::Column::TextId.eq(text.id))
        .filter(framing_version::Column::Number.eq(number))
        .lock_exclusive();
    let version = version.one(tx).await?.found()?;
    Ok(Held { text, version })
}

impl Held {
    /// Whether amendments may be proposed today.
    pub fn is_open_today(&self, cx: &Cx) -> bool {
        let days = self.version.amendable_from.zip(self.version.amendable_until);
        let within = days.is_some_and(|(from, until)| (from..=until).contains(&cx.today()));
        self.version.state == VersionState::Amending && within
    }

    /// What is known of an amendment to it, for who would change that.
    pub fn facts(&self, cx: &Cx, row: &framing_amendment::Model) -> AmendmentFacts {
        AmendmentFacts {
            own: cx.actor.user_id() == Some(row.author_id),
            state: row.state,
            version: self.version.state,
            is_open_today: self.is_open_today(cx),
        }
    }

    /// The amendment of this number.
    pub async fn find(&self, tx: &impl ConnectionTrait, amendment: i32) -> Result<framing_amendment::Model> {
        let found = framing_amendment::Entity::find()
            .filter(framing_amendment::Column::VersionId.eq(self.version.id))
            .filter(framing_amendment::Column::Number.eq(amendment));
        found.one(tx).await?.found()
    }

    /// The same, as it was read by whoever would change it.
    ///
    /// # Errors
    /// `Conflict` if it changed since, and still waits.
    pub async fn find_read(
        &self,
        tx: &impl ConnectionTrait,
        amendment: i32,
        read: Version,
    ) -> Result<framing_amendment::Model> {
        let row = self.find(tx, amendment).await?;
        if row.state == AmendmentState::Open && row.version != read {
            return Err(Refusal::Conflict.into());
        }
        Ok(row)
    }

    /// A line of the journal about an amendment to it; `to` is whom it concerns.
    pub async fn told(
        &self,
        cx: &Cx,
        tx: &impl ConnectionTrait,
        kind: EventKind,
        (amendment, to): (i32, Option<UserId>),
    ) -> Result<()> {
        let data = serde_json::json!({
            "framing": self.text.slug, "number": self.version.number, "amendment": amendment,
        });
        let event = Event::new(kind).data(&data)?;
        let event = if let Some(to) = to { event.user(to) } else { event };
        event.record(cx, tx).await
    }
}

/// The sub-amendments to an amendment.
pub(super) async fn below(
    tx: &impl ConnectionTrait,
    amendment: AmendmentId,
) -> Result<Vec<framing_amendment::Model>> {
    let found = framing_amendment::Entity::find().filter(framing_amendment::Column::ParentId.eq(amendment));
    Ok(found.order_by_asc(framing_amendment::Column::Number).all(tx).await?)
}

/// An amendment, without its words.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Head {
    pub id: AmendmentId,
    pub number: i32,
    pub parent_id: Option<AmendmentId>,
    pub kind: AmendmentKind,
    pub article: String,
    pub state: AmendmentState,
    pub integrated_in: Option<Version>,
    pub name: String,
}

impl Head {
    /// Whether it was adopted and is not in the words of the version.
    pub fn waits_to_be_integrated(&self) -> bool {
        self.parent_id.is_none() && self.state == AmendmentState::Adopted && self.integrated_in.is_none()
    }

    /// The article that it is about, or the one before that which it adds.
    pub fn article(&self) -> Option<ArticleNumber> {
        self.article.parse().ok()
    }
}

/// Every amendment to a version, by number. One query.
pub(super) async fn heads(cx: &Cx, version: FramingVersionId) -> Result<Vec<Head>> {
    use framing_amendment::Column as A;
    let to_author = join::<framing_amendment::Entity, user::Entity>(A::AuthorId, user::Column::Id);
    let found = framing_amendment::Entity::find()
        .select_only()
        .columns([A::Id, A::Number, A::ParentId, A::Kind, A::Article, A::State, A::IntegratedIn, A::AuthorId])
        .column(user::Column::Name)
        .join(sea_orm::JoinType::InnerJoin, to_author)
        .filter(A::VersionId.eq(version))
        .order_by_asc(A::Number);
    Ok(found.into_model().all(cx.reader()).await?)
}

/// What is left to do about amendments: those that wait, and those adopted that are not in the words.
pub(super) fn unfinished() -> Condition {
    use framing_amendment::Column as A;
    let to_integrate = Condition::all()
        .add(A::State.eq(AmendmentState::Adopted))
        .add(A::IntegratedIn.is_null())
        .add(A::ParentId.is_null());
    Condition::any().add(A::State.eq(AmendmentState::Open)).add(to_integrate)
}

/// How many amendments to a version are not examined, or were adopted and are not in its words.
pub(crate) async fn left(tx: &impl ConnectionTrait, version: FramingVersionId) -> Result<u64> {
    let found = framing_amendment::Entity::find()
        .filter(framing_amendment::Column::VersionId.eq(version))
        .filter(unfinished());
    Ok(found.count(tx).await?)
}

/// The same, of whichever version: in most councils, on most days, none.
pub(crate) fn any_left() -> Expr {
    let found: Select<framing_amendment::Entity> = framing_amendment::Entity::find().filter(unfinished());
    Expr::exists(found.into_query())
}

#[derive(FromQueryResult)]
struct Counted {
    article: String,
    kind: AmendmentKind,
    count: i64,
}

/// How many amendments there are to each article of a version; none of them is a sub-amendment. One query.
pub(in super::super) async fn counts(
    cx: &Cx,
    version: FramingVersionId,
) -> Result<Vec<(Option<ArticleNumber>, u64)>> {
    use framing_amendment::Column as A;
    let found: Vec<Counted> = framing_amendment::Entity::find()
        .select_only()
        .columns([A::Article, A::Kind])
        .column_as(A::Id.count(), "count")
        .filter(A::VersionId.eq(version))
        .filter(A::ParentId.is_null())
        .group_by(A::Article)
        .group_by(A::Kind)
        .into_model()
        .all(cx.reader())
        .await?;
    let mut counts: Vec<(Option<ArticleNumber>, u64)> = Vec::new();
    for one in found {
        let article = one.article.parse().ok();
        if article.is_none() && one.kind != AmendmentKind::Add {
            continue;
        }
        let more = u64::try_from(one.count).unwrap_or_default();
        match counts.iter_mut().find(|(known, _)| *known == article) {
            Some((_, count)) => *count += more,
            None => counts.push((article, more)),
        }
    }
    Ok(counts)
}

/// An amendment that made a version what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendedBy {
    /// Its number among the amendments to the version.
    pub number: i32,
    /// Who proposed it.
    pub by: String,
}

/// By which amendments an article became what it is in versions. One query.
pub(in super::super) async fn amended_by(
    cx: &Cx,
    versions: impl IntoIterator<Item = FramingVersionId>,
    article: ArticleNumber,
) -> Result<Vec<(FramingVersionId, AmendedBy)>> {
    use framing_amendment::Column as A;
    let to_author = join::<framing_amendment::Entity, user::Entity>(A::AuthorId, user::Column::Id);
    let found: Vec<(FramingVersionId, i32, String)> = framing_amendment::Entity::find()
        .select_only()
        .columns([A::VersionId, A::Number])
        .column(user::Column::Name)
        .join(sea_orm::JoinType::InnerJoin, to_author)
        .filter(A::VersionId.is_in(versions))
        .filter(A::Became.eq(article.to_string()))
        .order_by_asc(A::Number)
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(found.into_iter().map(|(version, number, by)| (version, AmendedBy { number, by })).collect())
}
