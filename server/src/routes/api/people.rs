//! Who asks, the council, and who sits in it.
#![expect(unused_qualifications, reason = "what `utoipa::path` writes names its parameters in full")]

use axum::{Json, extract::OriginalUri, response::IntoResponse, response::Response};
use backend::people::{DirectoryFilter, PersonRow, PersonView};
use domain::{Refusal, api::Scope, ids::UserId, people::CouncilRole};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema, openapi::schema::Object};

use super::{
    around::Caller,
    asked::{Asked, Id, coded, looked_for, number, one_of},
    fault::Fault,
    given::{Listing, listing},
};

/// In whose name the program asks.
#[derive(Serialize, ToSchema)]
pub struct Me {
    /// Their identifier.
    id: i64,
    /// Their name.
    name: String,
    /// Whether they are an administrator.
    administrator: bool,
    /// Codes of their roles in the council today.
    roles: Vec<String>,
    /// Their groups.
    groups: Vec<Place>,
    /// Codes of the scopes of the token.
    scopes: Vec<String>,
}

/// A place in a group.
#[derive(Serialize, ToSchema)]
pub struct Place {
    /// The name of the group in addresses.
    slug: String,
    /// Its name.
    name: String,
    /// Code of the role.
    role: String,
}

/// The council.
#[derive(Serialize, ToSchema)]
pub struct Council {
    /// Its name.
    name: String,
    /// Its territory.
    territory: String,
    /// Who it is, in Markdown.
    presentation: String,
    /// How to reach it.
    contact_email: String,
    /// Its colleges.
    colleges: Vec<String>,
}

/// A person of the directory.
#[derive(Serialize, ToSchema)]
pub struct PersonItem {
    /// Their identifier.
    id: i64,
    /// Their name.
    name: String,
    /// Codes of their roles today.
    roles: Vec<String>,
    /// Their college; may be empty.
    college: String,
    /// Whom they represent; may be empty.
    organisation: String,
    /// Where they live or work; may be empty.
    commune: String,
}

/// A person, as members of the council see them.
#[derive(Serialize, ToSchema)]
pub struct Person {
    /// Their identifier.
    id: i64,
    /// Their name.
    name: String,
    /// Their college; may be empty.
    college: String,
    /// Whom they represent; may be empty.
    organisation: String,
    /// Where they live or work; may be empty.
    commune: String,
    /// A few words about themselves; may be empty.
    about: String,
    /// Their groups, as far as one may know.
    groups: Vec<Place>,
}

/// The roles of the council.
fn roles() -> Object {
    one_of(CouncilRole::ALL.iter().map(|one| one.code()))
}

/// Who is looked for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PeopleAsked {
    /// Words of the name, the organisation or the commune.
    #[param(max_length = 200)]
    q: Option<String>,
    /// Code of a role held today.
    #[param(schema_with = roles)]
    role: Option<String>,
    /// The name of a group in addresses.
    group: Option<String>,
    /// Which page, from 1.
    #[param(minimum = 1, maximum = 1_000_000)]
    page: Option<u32>,
}

fn codes(roles: &[CouncilRole]) -> Vec<String> {
    roles.iter().map(|role| role.code().to_owned()).collect()
}

fn places(groups: Vec<backend::people::GroupOfPerson>) -> Vec<Place> {
    let place = |group: backend::people::GroupOfPerson| Place {
        slug: group.slug,
        name: group.name,
        role: group.role.code().to_owned(),
    };
    groups.into_iter().map(place).collect()
}

impl From<PersonRow> for PersonItem {
    fn from(row: PersonRow) -> PersonItem {
        PersonItem {
            id: row.id.0,
            name: row.name,
            roles: codes(&row.roles),
            college: row.college,
            organisation: row.organisation,
            commune: row.commune,
        }
    }
}

impl From<PersonView> for Person {
    fn from(view: PersonView) -> Person {
        Person {
            id: view.id.0,
            name: view.name,
            college: view.college,
            organisation: view.organisation,
            commune: view.commune,
            about: view.about,
            groups: places(view.groups),
        }
    }
}

#[utoipa::path(get, path = "/api/v1/me", operation_id = "me", responses((status = 200, body = Me)))]
pub async fn me(caller: Caller) -> Result<Json<Me>, Fault> {
    let person = caller.cx.person().map_err(|error| caller.fault(error))?;
    let shown = backend::people::show(&caller.cx, person.id).await.map_err(|error| caller.fault(error))?;
    Ok(Json(Me {
        id: person.id.0,
        name: person.name.clone(),
        administrator: person.administrator,
        roles: codes(&person.roles),
        groups: places(shown.groups),
        scopes: caller.scopes().iter().map(|scope| scope.code().to_owned()).collect(),
    }))
}

#[utoipa::path(get, path = "/api/v1/council", operation_id = "council", responses((status = 200, body = Council)))]
pub async fn council(caller: Caller) -> Result<Json<Council>, Fault> {
    let council = backend::council::current(&caller.cx).await.map_err(|error| caller.fault(error))?;
    let council = council.ok_or(Fault::from(Refusal::NotFound))?;
    Ok(Json(Council {
        name: council.name.clone(),
        territory: council.territory.clone(),
        presentation: council.presentation.clone(),
        contact_email: council.contact_email.clone(),
        colleges: council.colleges.clone(),
    }))
}

#[utoipa::path(
    get,
    path = "/api/v1/people",
    operation_id = "list-people",
    params(PeopleAsked),
    responses((status = 200, body = Listing<PersonItem>)),
    security(("token" = ["people-read"])),
)]
pub async fn list_people(
    caller: Caller,
    OriginalUri(uri): OriginalUri,
    Asked(asked): Asked<PeopleAsked>,
) -> Result<Response, Fault> {
    let cx = caller.within(Scope::PeopleRead)?;
    let filter = DirectoryFilter {
        q: looked_for(asked.q)?,
        role: coded(asked.role, CouncilRole::from_code)?,
        group: looked_for(asked.group)?,
        ..DirectoryFilter::default()
    };
    let page = backend::people::directory(cx, &filter, number(asked.page)?).await;
    Ok(listing(&uri, page.map_err(|error| caller.fault(error))?, PersonItem::from))
}

#[utoipa::path(
    get,
    path = "/api/v1/people/{id}",
    operation_id = "person",
    params(("id" = i64, Path)),
    responses((status = 200, body = Person)),
    security(("token" = ["people-read"])),
)]
pub async fn person(caller: Caller, Id(id): Id<UserId>) -> Result<Response, Fault> {
    let cx = caller.within(Scope::PeopleRead)?;
    let view = backend::people::show(cx, id).await.map_err(|error| caller.fault(error))?;
    Ok(Json(Person::from(view)).into_response())
}
