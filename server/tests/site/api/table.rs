//! The table of the API: every endpoint tried as each person of the cast, and its answers held against the description.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{Method, Request, StatusCode, header};
use serde_json::Value;

use super::{by, read, token_of};
use crate::common::{
    Answer, PERSONS, Visit, in_tables,
    things::{self, Things},
};

/// A line of the table.
pub struct Line {
    /// The method.
    pub method: Method,
    /// The route.
    pub route: &'static str,
    /// The address, and what is sent.
    pub ask: &'static str,
    statuses: Vec<u16>,
    /// The line itself.
    pub text: &'static str,
}

impl Line {
    /// Whether it changes nothing.
    pub fn is_read(&self) -> bool {
        self.method == Method::GET
    }
}

/// The lines of the table.
pub fn lines() -> Vec<Line> {
    let read = |text: &'static str| {
        let (left, right) = text.rsplit_once(" | ").unwrap_or_else(|| panic!("no answers in: {text}"));
        let (called, ask) = left.split_once(" | ").map_or((left, None), |(called, ask)| (called, Some(ask)));
        let (method, route) = called.trim().split_once(' ').expect("a method and a route");
        let statuses: Vec<u16> = right.split_whitespace().map(|s| s.parse().expect("a status")).collect();
        assert_eq!(statuses.len(), PERSONS.len(), "one answer a person: {text}");
        let method = method.parse().expect("a method");
        Line { method, route, ask: ask.unwrap_or(route).trim(), statuses, text }
    };
    let table = include_str!("../access/api.txt").lines();
    table.filter(|line| ["GET ", "POST ", "PUT "].iter().any(|m| line.starts_with(m))).map(read).collect()
}

/// What a line asks for, by a token.
pub async fn asked(visit: &Visit, things: &Things, line: &Line, token: Option<&str>) -> Answer {
    let filled = things.fill(line.ask);
    let (path, sent) = filled.split_once(' ').unwrap_or((filled.as_str(), ""));
    let mut request = Request::builder().method(line.method.clone()).uri(path);
    if sent.starts_with('{') {
        request = request.header(header::CONTENT_TYPE, "application/json");
    } else if !sent.is_empty() {
        request = request.header(header::CONTENT_TYPE, "application/octet-stream");
    }
    if line.method == Method::PUT {
        request = request.header(header::IF_MATCH, "\"1\"");
    }
    by(visit, request, token, sent.to_owned()).await
}

async fn description(visit: &Visit) -> Value {
    read(&by(visit, Request::get("/api/v1/openapi.json"), None, String::new()).await)
}

async fn tokens(visit: &Visit) -> BTreeMap<&'static str, Option<String>> {
    use backend::accounts::{restore, suspend};

    let cast = &visit.cast;
    let administrator = visit.test.as_user(cast.administrator.id).await;
    restore(&administrator, cast.suspended.id).await.expect("restored");
    let mut tokens = BTreeMap::from([("visitor", None)]);
    for (name, person) in in_tables(cast) {
        tokens.insert(name, Some(token_of(visit, person.id).await));
    }
    suspend(&administrator, cast.suspended.id).await.expect("suspended");
    tokens
}

#[tokio::test]
async fn the_table_is_complete_and_the_description_lists_what_is_served() {
    let visit = Visit::new().await;
    let described: BTreeSet<String> =
        server::routes::api::endpoints().iter().map(|one| format!("{} {}", one.method, one.path)).collect();
    let table: BTreeSet<String> =
        lines().iter().map(|line| format!("{} {}", line.method, line.route)).collect();
    assert_eq!(table, described);
    let whole = description(&visit).await;
    assert_eq!(whole["openapi"], "3.1.0");
    let body = &whole["components"]["schemas"]["NewText"]["properties"]["body"];
    assert_eq!(body["maxLength"], domain::contributions::BODY_MAX);
    // What is described answers, and no other method does.
    let token = token_of(&visit, visit.cast.member.id).await;
    for (path, operations) in whole["paths"].as_object().expect("paths") {
        // Not too often.
        visit.test.wait(chrono::TimeDelta::minutes(1));
        for method in [Method::GET, Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
            let asked = Request::builder().method(method.clone()).uri(path.replace(['{', '}'], "x"));
            let status = by(&visit, asked, Some(&token), String::new()).await.status;
            let served = operations.get(method.as_str().to_lowercase()).is_some();
            assert_eq!(status != StatusCode::METHOD_NOT_ALLOWED, served, "{method} {path}: {status}");
        }
    }
    visit.test.finish().await;
}

async fn answers_as_the_table_says(part: usize) {
    let visit = Visit::new().await;
    let things = things::make(&visit).await;
    let tokens = tokens(&visit).await;
    let whole = description(&visit).await;
    let (cast, scene) = (visit.cast, visit.test.into_scene().await);
    let mut visit = Visit::again(&scene, cast).await;
    let mut wrong = Vec::new();
    for line in lines().into_iter().skip(part).step_by(2) {
        for (person, expected) in PERSONS.into_iter().zip(&line.statuses) {
            let before = visit.test.journal().await.len();
            let answer = asked(&visit, &things, &line, tokens[person].as_deref()).await;
            let status = answer.status.as_u16();
            if status != *expected {
                wrong.push(format!("{person} got {status} ({}): {}", answer.text, line.text));
            }
            if status >= 400 && visit.test.journal().await.len() != before {
                wrong.push(format!("{person} was refused and left a trace: {}", line.text));
            }
            wrong.extend(nonconforming(&whole, &line, &answer));
            if status < 400 && !line.is_read() {
                visit.test.leave().await;
                visit = Visit::again(&scene, cast).await;
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[tokio::test]
async fn every_endpoint_answers_each_person_as_the_table_says_part_one() {
    answers_as_the_table_says(0).await;
}

#[tokio::test]
async fn every_endpoint_answers_each_person_as_the_table_says_part_two() {
    answers_as_the_table_says(1).await;
}

/// What in an answer is not as the description says.
fn nonconforming(whole: &Value, line: &Line, answer: &Answer) -> Option<String> {
    let status = answer.status.as_u16().to_string();
    let method = line.method.as_str().to_lowercase();
    let response = &whole["paths"][line.route][&method]["responses"][&status];
    let why = |why: &str| Some(format!("{status} {why}: {} ({})", line.text, answer.text));
    if response.is_null() {
        return why("is not described");
    }
    let kind = answer.header(header::CONTENT_TYPE);
    let schema = &response["content"][kind]["schema"];
    if schema.is_null() {
        return why(&format!("is not described as {kind}"));
    }
    if !kind.ends_with("json") {
        return None;
    }
    conforms(whole, schema, &read(answer)).err().and_then(|problem| why(&problem))
}

/// Checks what is said against what is described: every property is, and those that are required are there.
fn conforms(whole: &Value, schema: &Value, value: &Value) -> Result<(), String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.rsplit('/').next().unwrap_or_default();
        let named = &whole["components"]["schemas"][name];
        assert!(!named.is_null(), "no schema is called {name}");
        return conforms(whole, named, value);
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        let fits = choices.iter().filter(|choice| conforms(whole, choice, value).is_ok()).count();
        return if fits == 1 { Ok(()) } else { Err(format!("{value} fits {fits} of {schema}")) };
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_i64() || number.is_u64() => "integer",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let of_kind = match &schema["type"] {
        Value::String(only) => only == kind,
        Value::Array(several) => several.iter().any(|one| one == kind),
        other => return Err(format!("no type in {schema}: {other}")),
    };
    if !of_kind {
        return Err(format!("{value} is not of {schema}"));
    }
    match value {
        Value::Array(items) => items.iter().try_for_each(|item| conforms(whole, &schema["items"], item)),
        Value::Object(fields) => {
            for required in schema["required"].as_array().into_iter().flatten() {
                let name = required.as_str().unwrap_or_default();
                fields.get(name).ok_or_else(|| format!("{name} is missing"))?;
            }
            fields.iter().try_for_each(|(name, field)| match &schema["properties"][name] {
                Value::Null => Err(format!("{name} is not described")),
                described => conforms(whole, described, field).map_err(|why| format!("{name}: {why}")),
            })
        }
        _ => Ok(()),
    }
}
