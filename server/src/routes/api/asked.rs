//! What programs ask: the numbers and words of addresses, and what they send, read strictly.

use std::str::FromStr;

use axum::{
    body::to_bytes,
    extract::{FromRequest, FromRequestParts, Path, Query, Request},
    http::{HeaderMap, header, request::Parts},
};
use backend::PageNumber;
use domain::{Refusal, api::QUERY_MAX};
use serde::{Deserialize, de::DeserializeOwned};
use utoipa::{
    IntoParams,
    openapi::schema::{Object, ObjectBuilder, Type},
};

use super::{around::Caller, fault::Fault};
use crate::routes::action::LIMIT;

/// Pages of a list that can be asked for.
const PAGES: u32 = 1_000_000;

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Caller, Fault> {
        parts.extensions.get::<Caller>().cloned().ok_or(Fault::NoToken)
    }
}

/// A name in an address that is an identifier: what cannot be one names nothing.
pub struct Id<T>(pub T);

impl<S: Send + Sync, T: FromStr + Send> FromRequestParts<S> for Id<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Id<T>, Fault> {
        let Path(name) = Path::<String>::from_request_parts(parts, state).await.map_err(|_| nothing())?;
        // Written one way: `+1` and ` 1` are other addresses.
        let plain = !name.starts_with('+') && name.trim() == name;
        Ok(Id(name.parse().ok().filter(|_| plain).ok_or_else(nothing)?))
    }
}

pub fn nothing() -> Fault {
    Refusal::NotFound.into()
}

/// The query of an address, without anything that is not asked there.
pub struct Asked<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Asked<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Asked<T>, Fault> {
        let Query(query) = Query::<T>::try_from_uri(&parts.uri).map_err(|_| Fault::BadQuery)?;
        Ok(Asked(query))
    }
}

/// Which page of a list.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Paged {
    /// Which page, from 1.
    #[param(minimum = 1, maximum = 1_000_000)]
    page: Option<u32>,
}

impl Paged {
    /// The page asked for.
    pub fn number(&self) -> Result<PageNumber, Fault> {
        number(self.page)
    }
}

/// The page asked for.
pub fn number(page: Option<u32>) -> Result<PageNumber, Fault> {
    match page {
        None => Ok(PageNumber::FIRST),
        Some(page) if (1..=PAGES).contains(&page) => Ok(PageNumber::parse(Some(&page.to_string()))),
        Some(_) => Err(Fault::BadQuery),
    }
}

/// Words that are looked for.
pub fn looked_for(words: Option<String>) -> Result<String, Fault> {
    let words = words.unwrap_or_default();
    if words.chars().count() > QUERY_MAX { Err(Fault::BadQuery) } else { Ok(words) }
}

/// One of a few codes; none where nothing is said.
pub fn coded<T>(code: Option<String>, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Fault> {
    code.map(|code| read(&code).ok_or(Fault::BadQuery)).transpose()
}

/// One of a few codes, as the description says it.
pub fn one_of(codes: impl Iterator<Item = &'static str>) -> Object {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(codes)).build()
}

/// What is sent, in JSON.
pub struct Sent<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Sent<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, _: &S) -> Result<Sent<T>, Fault> {
        if !is_of(request.headers(), "application/json") {
            return Err(Fault::MediaType);
        }
        let too_large = || Fault::from(Refusal::TooLarge { limit: LIMIT as u64 });
        let body = to_bytes(request.into_body(), LIMIT).await.map_err(|_| too_large())?;
        serde_json::from_slice(&body).map(Sent).map_err(|error| match error.classify() {
            serde_json::error::Category::Data => Fault::BadBody,
            _ => Fault::NotJson,
        })
    }
}

/// Whether what is sent is of this type, whatever is said beside it.
pub fn is_of(headers: &HeaderMap, kind: &str) -> bool {
    let given = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    given.is_some_and(|given| {
        given.split(';').next().is_some_and(|name| name.trim().eq_ignore_ascii_case(kind))
    })
}

/// The version that a change is made to, as `If-Match` says it: that of an entity tag, or its number alone.
pub fn version_to_change(headers: &HeaderMap) -> Result<i32, Fault> {
    let tag =
        headers.get(header::IF_MATCH).and_then(|value| value.to_str().ok()).ok_or(Fault::WhichVersion)?;
    let bare = tag.trim().trim_start_matches("W/").trim_matches('"');
    let number = bare.split('-').next().unwrap_or_default();
    number.parse().ok().filter(|version| *version > 0).ok_or(Fault::WhichVersion)
}
