//! Groups, and who is in them.
#![expect(unused_qualifications, reason = "what `utoipa::path` writes names its parameters in full")]

use axum::{
    Json,
    extract::{OriginalUri, Path},
    response::{IntoResponse, Response},
};
use backend::groups::{self, GroupFilter, GroupPerson, GroupRow, GroupView};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{api::Scope, groups::GroupKind};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema, openapi::schema::Object};

use super::{
    around::Caller,
    asked::{Asked, Paged, coded, looked_for, number, one_of},
    fault::Fault,
    given::{Listing, listing},
};

/// A group in a list.
#[derive(Serialize, ToSchema)]
pub struct GroupItem {
    /// Its name in addresses.
    slug: String,
    /// Its name.
    name: String,
    /// Code of its kind.
    kind: String,
    /// Code of who sees it.
    visibility: String,
    /// Code of where it stands.
    state: String,
    /// The beginning of what is asked of it; may be empty.
    mandate: String,
    /// How many people take part, for those who may know.
    members: Option<u64>,
    /// Code of one's role in it.
    role: Option<String>,
}

/// A group.
#[derive(Serialize, ToSchema)]
pub struct Group {
    /// Its name in addresses.
    slug: String,
    /// Its name.
    name: String,
    /// Code of its kind.
    kind: String,
    /// Code of who sees it.
    visibility: String,
    /// Code of where it stands.
    state: String,
    /// What is asked of it; may be empty.
    mandate: String,
    /// By whom; may be empty.
    asked_by: String,
    /// For which day.
    due_on: Option<NaiveDate>,
    /// What is to be handed in; may be empty.
    deliverable: String,
    /// When it was opened.
    created_at: DateTime<Utc>,
    /// When it ended its work.
    closed_at: Option<DateTime<Utc>>,
    /// How many people take part, for those who may know.
    members: Option<u64>,
    /// Code of one's role in it.
    role: Option<String>,
}

/// Somebody in a group.
#[derive(Serialize, ToSchema)]
pub struct Member {
    /// Their identifier.
    id: i64,
    /// Their name.
    name: String,
    /// Their college; may be empty.
    college: String,
    /// Code of their role in the group.
    role: String,
    /// Since when.
    since: DateTime<Utc>,
}

/// The kinds of groups.
fn kinds() -> Object {
    one_of(GroupKind::ALL.iter().map(|one| one.code()))
}

/// Which groups are looked for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct GroupsAsked {
    /// Words of the name.
    #[param(max_length = 200)]
    q: Option<String>,
    /// Code of a kind.
    #[param(schema_with = kinds)]
    kind: Option<String>,
    /// Only those one belongs to.
    mine: Option<bool>,
    /// Which page, from 1.
    #[param(minimum = 1, maximum = 1_000_000)]
    page: Option<u32>,
}

impl From<GroupRow> for GroupItem {
    fn from(row: GroupRow) -> GroupItem {
        GroupItem {
            slug: row.slug,
            name: row.name,
            kind: row.kind.code().into(),
            visibility: row.visibility.code().into(),
            state: row.state.code().into(),
            mandate: row.mandate,
            members: row.members,
            role: row.role.map(|role| role.code().into()),
        }
    }
}

impl From<GroupView> for Group {
    fn from(view: GroupView) -> Group {
        Group {
            slug: view.slug,
            name: view.name,
            kind: view.kind.code().into(),
            visibility: view.visibility.code().into(),
            state: view.state.code().into(),
            mandate: view.mandate,
            asked_by: view.asked_by,
            due_on: view.due_on,
            deliverable: view.deliverable,
            created_at: view.created_at,
            closed_at: view.closed_at,
            members: view.members,
            role: view.role.map(|role| role.code().into()),
        }
    }
}

impl From<GroupPerson> for Member {
    fn from(row: GroupPerson) -> Member {
        Member {
            id: row.id.0,
            name: row.name,
            college: row.college,
            role: row.role.code().into(),
            since: row.since,
        }
    }
}

#[utoipa::path(
    get,
    path = "/api/v1/groups",
    operation_id = "list-groups",
    params(GroupsAsked),
    responses((status = 200, body = Listing<GroupItem>)),
    security(("token" = ["groups-read"])),
)]
pub async fn list_groups(
    caller: Caller,
    OriginalUri(uri): OriginalUri,
    Asked(asked): Asked<GroupsAsked>,
) -> Result<Response, Fault> {
    let cx = caller.within(Scope::GroupsRead)?;
    let filter = GroupFilter {
        q: looked_for(asked.q)?,
        kind: coded(asked.kind, GroupKind::from_code)?,
        mine: asked.mine.unwrap_or_default(),
        unled: false,
    };
    let page = groups::list(cx, &filter, number(asked.page)?).await;
    Ok(listing(&uri, page.map_err(|error| caller.fault(error))?, GroupItem::from))
}

#[utoipa::path(
    get,
    path = "/api/v1/groups/{slug}",
    operation_id = "group",
    params(("slug" = String, Path)),
    responses((status = 200, body = Group)),
    security(("token" = ["groups-read"])),
)]
pub async fn group(caller: Caller, Path(slug): Path<String>) -> Result<Response, Fault> {
    let cx = caller.within(Scope::GroupsRead)?;
    let view = groups::show(cx, &slug).await.map_err(|error| caller.fault(error))?;
    Ok(Json(Group::from(view)).into_response())
}

#[utoipa::path(
    get,
    path = "/api/v1/groups/{slug}/members",
    operation_id = "list-members",
    params(("slug" = String, Path), Paged),
    responses((status = 200, body = Listing<Member>)),
    security(("token" = ["groups-read"])),
)]
pub async fn list_members(
    caller: Caller,
    OriginalUri(uri): OriginalUri,
    Path(slug): Path<String>,
    Asked(asked): Asked<Paged>,
) -> Result<Response, Fault> {
    let cx = caller.within(Scope::GroupsRead)?;
    let page = groups::people_of(cx, &slug, asked.number()?).await;
    Ok(listing(&uri, page.map_err(|error| caller.fault(error))?, Member::from))
}
