//! What programs are given: lists page by page, and things that were made.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use backend::Page;
use serde::Serialize;
use utoipa::ToSchema;

/// One page of a list.
#[derive(Serialize, ToSchema)]
pub struct Listing<T> {
    /// What is on this page.
    pub items: Vec<T>,
    /// Which page it is, from 1.
    pub page: u64,
    /// How many pages there are.
    pub pages: u64,
    /// How many things there are on all pages.
    pub total: u64,
}

/// A page of a list, with links to the pages around it.
pub fn listing<R, T: Serialize>(uri: &Uri, page: Page<R>, item: impl Fn(R) -> T) -> Response {
    let (number, pages, total) = (page.number.get(), page.pages(), page.total);
    let around = [
        (1, "first"),
        (number.saturating_sub(1), "prev"),
        (number.saturating_add(1), "next"),
        (pages, "last"),
    ];
    let links: Vec<String> = around
        .into_iter()
        .filter(|(at, _)| (1..=pages).contains(at))
        .map(|(at, what)| format!("<{}>; rel=\"{what}\"", at_page(uri, at)))
        .collect();
    let items = page.rows.into_iter().map(item).collect();
    let mut response = Json(Listing { items, page: number, pages, total }).into_response();
    if let Ok(links) = HeaderValue::from_str(&links.join(", ")) {
        response.headers_mut().insert(header::LINK, links);
    }
    response
}

/// The same address at another page.
fn at_page(uri: &Uri, page: u64) -> String {
    let kept = uri.query().unwrap_or_default().split('&');
    let mut query: Vec<String> =
        kept.filter(|pair| !pair.is_empty() && !pair.starts_with("page=")).map(str::to_owned).collect();
    query.push(format!("page={page}"));
    format!("{}?{}", uri.path(), query.join("&"))
}

/// Something that was made, at this address.
#[derive(Serialize, ToSchema)]
pub struct Made {
    /// Its identifier.
    pub id: i64,
    /// Where programs read it.
    pub address: String,
}

/// Says that something was made.
pub fn made(id: i64, address: String) -> Response {
    let location = HeaderValue::from_str(&address).ok();
    let mut response = (StatusCode::CREATED, Json(Made { id, address })).into_response();
    if let Some(location) = location {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_keeps_what_is_looked_for() {
        let uri = Uri::from_static("/api/v1/groups?q=eau&page=2&mine=true");
        assert_eq!(at_page(&uri, 3), "/api/v1/groups?q=eau&mine=true&page=3");
        assert_eq!(at_page(&Uri::from_static("/api/v1/groups"), 2), "/api/v1/groups?page=2");
    }
}
