//! What programs read about the API: a description as OpenAPI 3.1 says, made of the routes that are served.

use std::sync::{Arc, LazyLock};

use app::{
    api::{Endpoint, said},
    words::Words,
};
use axum::{Json, response::IntoResponse};
use domain::Language;
use serde_json::{Map, Value, json};
use utoipa::openapi::{InfoBuilder, OpenApi, OpenApiBuilder};

use super::fault::PROBLEM;

/// Where it is.
pub const OPENAPI: &str = "/api/v1/openapi.json";
/// The methods that do something.
const METHODS: [&str; 3] = ["get", "post", "put"];
/// What any request may be refused for.
const ALWAYS: [&str; 9] = ["400", "401", "403", "404", "406", "413", "429", "500", "503"];
/// What a request that sends something may be refused for, besides.
const WRITING: [&str; 3] = ["409", "415", "422"];

/// What is typed holds no control character.
const NO_CONTROL: &str = r"^[^\u0000-\u001f\u007f]*$";

/// The description, written once.
static WHOLE: LazyLock<Arc<Value>> = LazyLock::new(|| Arc::new(whole()));

/// How it begins.
pub(super) fn head() -> OpenApi {
    let words = Words::new(Language::English, None);
    let (title, lead) = said::about(&words);
    let info = InfoBuilder::new().title(title).version("1").description(Some(lead)).build();
    OpenApiBuilder::new().info(info).build()
}

/// `/api/v1/openapi.json`
pub async fn openapi() -> impl IntoResponse {
    Json(WHOLE.as_ref().clone())
}

/// The description of what is served, with what all operations share.
fn whole() -> Value {
    let (_, described) = super::described().split_for_parts();
    let mut whole = serde_json::to_value(described).unwrap_or_default();
    let words = Words::new(Language::English, None);
    if let Some(components) = object(&mut whole, "components") {
        components.insert(
            "securitySchemes".into(),
            json!({ "token": { "type": "http", "scheme": "bearer", "description": said::token(&words) } }),
        );
        if let Some(schemas) = components.get_mut("schemas").and_then(Value::as_object_mut) {
            schemas.entry("Problem").or_insert_with(problem_schema);
            schemas.entry("FieldTrouble").or_insert_with(field_schema);
        }
    }
    if let Some(paths) = object(&mut whole, "paths") {
        for operations in paths.values_mut().filter_map(Value::as_object_mut) {
            for method in METHODS {
                if let Some(operation) = operations.get_mut(method).and_then(Value::as_object_mut) {
                    complete(operation, method, &words);
                }
            }
        }
    }
    whole
}

fn object<'a>(value: &'a mut Value, name: &str) -> Option<&'a mut Map<String, Value>> {
    value.get_mut(name).and_then(Value::as_object_mut)
}

fn problem_schema() -> Value {
    schema_of::<super::fault::Problem>()
}

fn field_schema() -> Value {
    schema_of::<super::fault::FieldTrouble>()
}

fn schema_of<T: utoipa::PartialSchema>() -> Value {
    serde_json::to_value(T::schema()).unwrap_or_default()
}

/// What an operation does, in words; by which token; how it is refused.
fn complete(operation: &mut Map<String, Value>, method: &str, words: &Words) {
    let id = operation.get("operationId").and_then(Value::as_str).unwrap_or_default().to_owned();
    operation.insert("summary".into(), said::operation(words, &id).into());
    operation.entry("security").or_insert_with(|| json!([{ "token": [] }]));
    let writes = method != "get";
    if method == "post" && id != "deposit" {
        let parameters = operation.entry("parameters").or_insert_with(|| json!([]));
        if let Some(parameters) = parameters.as_array_mut() {
            parameters.push(json!({
                "name": "Idempotency-Key",
                "in": "header",
                "required": false,
                "description": said::key(words),
                "schema": { "type": "string", "minLength": 1, "maxLength": domain::api::KEY_MAX },
            }));
        }
    }
    // What may be left out of an address is left out: nothing is there as `null`.
    for parameter in operation.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(kinds) = parameter["schema"]["type"].as_array() {
            let kind = kinds.iter().find(|kind| *kind != "null").cloned();
            parameter["schema"]["type"] = kind.unwrap_or_default();
        }
        let free = parameter["schema"]["type"] == "string" && parameter["schema"].get("enum").is_none();
        if parameter["in"] == "query" && free {
            parameter["schema"]["pattern"] = NO_CONTROL.into();
        }
    }
    let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) else { return };
    let mut refused: Vec<&str> = ALWAYS.to_vec();
    if writes {
        refused.extend(WRITING);
    }
    for status in refused {
        responses.entry(status).or_insert_with(|| {
            json!({
                "description": "",
                "content": { PROBLEM: { "schema": { "$ref": "#/components/schemas/Problem" } } },
            })
        });
    }
    if !writes {
        responses.entry("304").or_insert_with(|| json!({ "description": "" }));
    }
    for (status, response) in responses.iter_mut() {
        if let Some(response) = response.as_object_mut() {
            let empty = response.get("description").and_then(Value::as_str).is_none_or(str::is_empty);
            if empty {
                response.insert("description".into(), said::status(words, status).into());
            }
        }
    }
}

/// Each operation, for the page that lists them.
pub fn endpoints() -> Arc<[Endpoint]> {
    let paths = WHOLE.get("paths").and_then(Value::as_object).cloned().unwrap_or_default();
    let mut found = Vec::new();
    for (path, operations) in &paths {
        for method in METHODS {
            let Some(operation) = operations.get(method) else { continue };
            let scope = operation["security"][0]["token"][0].as_str();
            found.push(Endpoint {
                method: method.to_uppercase(),
                path: path.clone(),
                operation: operation["operationId"].as_str().unwrap_or_default().to_owned(),
                scope: scope.and_then(domain::api::Scope::from_code),
            });
        }
    }
    found.into()
}

/// The patterns of the routes, by which requests are counted.
pub fn patterns() -> Vec<String> {
    let paths = WHOLE.get("paths").and_then(Value::as_object);
    let served = paths.into_iter().flat_map(|paths| paths.keys().cloned());
    served.chain([OPENAPI.to_owned(), "/api/v1/{*rest}".to_owned()]).collect()
}
