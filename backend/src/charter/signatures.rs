//! Who signed a version and who has not yet; what waits for somebody's signature.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Refusal,
    ids::{FramingTextId, FramingVersionId, UserId},
    people::CouncilRole,
    policy::{CharterAction, Permission},
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::Expr,
};

use super::load::{TextHead, VersionHead, head, heads};
use crate::{
    Cx, Result, clock,
    entities::{framing_signature, framing_text, user},
    people,
};

/// The roles whose mandate asks for a signature.
const SIGN: [CouncilRole; 3] = [CouncilRole::Member, CouncilRole::Chair, CouncilRole::ViceChair];

/// Who signed a version, and who has not yet.
#[derive(Clone, Debug)]
pub struct Signatures {
    /// The text and its versions.
    pub head: TextHead,
    /// The version.
    pub version: VersionHead,
    /// By name.
    pub signed: Vec<SignatureView>,
    /// The members of the council who have not, by name; nobody of a version that is no longer in force.
    pub waiting: Vec<(UserId, String)>,
}

/// A signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureView {
    /// Who signed.
    pub id: UserId,
    /// Their name, as it was that day.
    pub name: String,
    /// When.
    pub on: NaiveDate,
    /// Whether it was on paper.
    pub is_on_paper: bool,
}

#[derive(FromQueryResult)]
struct Member {
    id: UserId,
    name: String,
}

/// Who signed a version: the one in force unless another is asked for.
///
/// # Errors
/// `Forbidden` but for those who follow the framing texts; `NotFound`, also of a text that is not signed.
pub async fn signatures(cx: &Cx, slug: &str, number: Option<i32>) -> Result<Signatures> {
    cx.require(Permission::Charter(CharterAction::Follow))?;
    let head = head(cx, slug).await?;
    let version = match number {
        Some(number) => head.number(number),
        None => head.in_force(),
    };
    let version = version.filter(|_| head.to_sign).cloned().ok_or(Refusal::NotFound)?;
    let rows = framing_signature::Entity::find()
        .filter(framing_signature::Column::VersionId.eq(version.id))
        .all(cx.reader())
        .await?;
    let mut signed: Vec<SignatureView> = rows
        .into_iter()
        .map(|row| SignatureView {
            id: row.user_id,
            is_on_paper: row.scan.is_some(),
            on: row.signed_on,
            name: row.name,
        })
        .collect();
    signed.sort_by_cached_key(|one| (crate::fold::fold(&one.name), one.id));
    let mut waiting = Vec::new();
    if head.in_force().is_some_and(|one| one.id == version.id) {
        let members: Vec<Member> = user::Entity::find()
            .select_only()
            .columns([user::Column::Id, user::Column::Name])
            .filter(people::holding_mandates(cx.today(), &SIGN))
            .order_by_asc(user::Column::Folded)
            .order_by_asc(user::Column::Id)
            .into_model()
            .all(cx.reader())
            .await?;
        let has_not = |member: &Member| signed.iter().all(|one| one.id != member.id);
        waiting = members.into_iter().filter(has_not).map(|one| (one.id, one.name)).collect();
    }
    Ok(Signatures { head, version, signed, waiting })
}

/// A text that waits for somebody's signature.
pub(crate) struct Unsigned {
    pub id: FramingTextId,
    pub slug: String,
    pub title: String,
    /// Since when the version is in force.
    pub from: NaiveDate,
    pub since: DateTime<Utc>,
}

/// Whether some text is signed at all: in most councils one is.
pub(crate) fn any_to_sign() -> Expr {
    Expr::exists(framing_text::Entity::find().filter(framing_text::Column::ToSign.eq(true)).into_query())
}

/// Whether somebody signed all that is in force and to be signed; nothing when nothing is, or not by them.
pub(crate) async fn has_signed(cx: &Cx, me: UserId) -> Result<Option<bool>> {
    Ok(left_to_sign(cx, me).await?.map(|left| left.is_empty()))
}

/// The texts in force that the person asking has not signed as they are. Three queries, if there is any.
pub(crate) async fn unsigned(cx: &Cx, me: UserId) -> Result<Vec<Unsigned>> {
    Ok(left_to_sign(cx, me).await?.unwrap_or_default())
}

/// The same; nothing when nothing is to be signed, or not by them.
async fn left_to_sign(cx: &Cx, me: UserId) -> Result<Option<Vec<Unsigned>>> {
    if !cx.may(Permission::Charter(CharterAction::Sign)) {
        return Ok(None);
    }
    let heads = heads(cx).await?;
    let to_sign: Vec<(&TextHead, &VersionHead)> =
        heads.iter().filter(|head| head.to_sign).filter_map(|head| Some((head, head.in_force()?))).collect();
    if to_sign.is_empty() {
        return Ok(None);
    }
    let signed: Vec<FramingVersionId> = framing_signature::Entity::find()
        .select_only()
        .column(framing_signature::Column::VersionId)
        .filter(framing_signature::Column::UserId.eq(me))
        .filter(framing_signature::Column::VersionId.is_in(to_sign.iter().map(|(_, version)| version.id)))
        .into_tuple()
        .all(cx.reader())
        .await?;
    let unsigned = to_sign.into_iter().filter(|(_, version)| !signed.contains(&version.id));
    let view = |(head, version): (&TextHead, &VersionHead)| {
        let from = version.in_force_on?;
        Some(Unsigned {
            id: head.id,
            slug: head.slug.clone(),
            title: head.title.clone(),
            from,
            since: clock::start_of(from),
        })
    };
    Ok(Some(unsigned.filter_map(view).collect()))
}
