//! The groups one may see, by name.

use domain::{
    groups::{GroupFacts, GroupKind, GroupRole, GroupState, Visibility},
    ids::GroupId,
    policy::{GroupAction, Permission},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, Order, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, SelectStatement},
};

use super::{
    unled::{facilitators_today, nobody_runs_it, told_of_unled},
    visible::visible_to,
};
use crate::{
    Cx, Page, PageNumber, Result, contributions,
    entities::{contribution, group, membership, user},
    fold,
    people::writing_members,
};

/// Groups a page.
pub(super) const SIZE: u64 = 30;
/// Characters of the mandate shown in a list.
const EXCERPT: usize = 160;

/// Which groups are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupFilter {
    /// Words of the name; all of them, whatever the case and accents.
    pub q: String,
    /// Only those one belongs to.
    pub mine: bool,
    /// Only this kind.
    pub kind: Option<GroupKind>,
    /// Only those at work that nobody runs any more, for who may know of it.
    pub unled: bool,
}

/// A group in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRow {
    /// Which group.
    pub id: GroupId,
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: GroupKind,
    /// Who sees it.
    pub visibility: Visibility,
    /// Where it stands.
    pub state: GroupState,
    /// The beginning of what is asked of it.
    pub mandate: String,
    /// How many people take part, for those who may know.
    pub members: Option<u64>,
    /// How many of its texts the person asking reads.
    pub texts: u64,
    /// The role of the person asking.
    pub role: Option<GroupRole>,
    /// Whether nobody runs it any more, said to the chair and administrators.
    pub unled: bool,
    /// What tells its picture from another, if it has one.
    pub portrait: Option<String>,
}

#[derive(FromQueryResult)]
struct Row {
    id: GroupId,
    slug: String,
    name: String,
    kind: GroupKind,
    visibility: Visibility,
    state: GroupState,
    mandate: String,
    members: i64,
    texts: i64,
    facilitators: i64,
    portrait: Option<String>,
}

/// The groups the person asking may see: those at work first, by name.
///
/// # Errors
/// The database cannot be read.
pub async fn list(cx: &Cx, filter: &GroupFilter, page: PageNumber) -> Result<Page<GroupRow>> {
    let mut query = group::Entity::find().filter(visible_to(&cx.actor));
    for pattern in fold::patterns(&filter.q) {
        query = query.filter(Expr::col((group::Entity, group::Column::NameFolded)).like(fold::like(pattern)));
    }
    if filter.mine {
        query = query.filter(group::Column::Id.is_in(cx.actor.groups()));
    }
    if let Some(kind) = filter.kind {
        query = query.filter(group::Column::Kind.eq(kind));
    }
    if filter.unled {
        query = query.filter(if told_of_unled(cx) {
            nobody_runs_it(cx)
        } else {
            Condition::all().add(group::Column::Id.is_null())
        });
    }
    let total = query.clone().count(cx.reader()).await?;
    let rows: Vec<Row> = query
        .select_only()
        .columns([
            group::Column::Id,
            group::Column::Slug,
            group::Column::Name,
            group::Column::Kind,
            group::Column::Visibility,
            group::Column::State,
            group::Column::Mandate,
            group::Column::Portrait,
        ])
        .expr_as(people_taking_part(cx), "members")
        .expr_as(texts_read(cx), "texts")
        .expr_as(facilitators_today(cx), "facilitators")
        .order_by(group::Column::State.eq(GroupState::Closed), Order::Asc)
        .order_by_asc(group::Column::NameFolded)
        .order_by_asc(group::Column::Id)
        .offset(page.offset(SIZE))
        .limit(SIZE)
        .into_model()
        .all(cx.reader())
        .await?;
    let rows = rows.into_iter().map(|row| row.seen_by(cx)).collect();
    Ok(Page { rows, number: page, total, size: SIZE })
}

/// The kinds of the groups the person asking may see.
///
/// # Errors
/// The database cannot be read.
pub async fn kinds(cx: &Cx) -> Result<Vec<GroupKind>> {
    let mut kinds: Vec<GroupKind> = group::Entity::find()
        .select_only()
        .column(group::Column::Kind)
        .distinct()
        .filter(visible_to(&cx.actor))
        .into_tuple()
        .all(cx.reader())
        .await?;
    kinds.sort_unstable();
    Ok(kinds)
}

impl Row {
    fn seen_by(self, cx: &Cx) -> GroupRow {
        let facts = GroupFacts { id: self.id, visibility: self.visibility, state: self.state };
        let sees_people = cx.may(Permission::Group(GroupAction::SeePeople, &facts));
        GroupRow {
            id: self.id,
            slug: self.slug,
            name: contributions::typeset(&self.name),
            kind: self.kind,
            visibility: self.visibility,
            state: self.state,
            mandate: contributions::typeset(&excerpt(&self.mandate)),
            members: sees_people.then(|| self.members.unsigned_abs()),
            texts: self.texts.unsigned_abs(),
            role: cx.actor.role_in(self.id),
            unled: told_of_unled(cx) && self.state != GroupState::Closed && self.facilitators == 0,
            portrait: self.portrait,
        }
    }
}

/// Facilitators and members whose place counts today; observers only read.
pub(super) fn people_taking_part(cx: &Cx) -> SelectStatement {
    let of_the_group = Condition::all()
        .add(
            Expr::col((membership::Entity, membership::Column::GroupId))
                .equals((group::Entity, group::Column::Id)),
        )
        .add(membership::Column::Role.is_in([GroupRole::Facilitator, GroupRole::Member]))
        .add(writing_members(cx.today()));
    membership::Entity::find()
        .select_only()
        .column_as(membership::Column::Id.count(), "n")
        .join(
            sea_orm::JoinType::InnerJoin,
            crate::entities::join::<membership::Entity, user::Entity>(
                membership::Column::UserId,
                user::Column::Id,
            ),
        )
        .filter(of_the_group)
        .into_query()
}

/// The texts of the group that the person asking reads.
fn texts_read(cx: &Cx) -> SelectStatement {
    contribution::Entity::find()
        .select_only()
        .column_as(contribution::Column::Id.count(), "n")
        .filter(
            Expr::col((contribution::Entity, contribution::Column::GroupId))
                .equals((group::Entity, group::Column::Id)),
        )
        .filter(contributions::visible_to(cx))
        .into_query()
}

/// The first words of a mandate, on one line, cut between words.
fn excerpt(mandate: &str) -> String {
    let mut excerpt = String::new();
    for word in mandate.split_whitespace() {
        if excerpt.chars().count() + word.chars().count() > EXCERPT {
            excerpt.truncate(excerpt.trim_end_matches([',', ';', ':', '.']).trim_end().len());
            excerpt.push('…');
            break;
        }
        if !excerpt.is_empty() {
            excerpt.push(' ');
        }
        excerpt.push_str(word);
    }
    excerpt
}
