//! What a program is told when something is not done: a problem, as RFC 9457 says, in the words of the site.

use app::{api::said, error::AppError, words::Words};
use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{Refusal, api::Scope};
use serde::Serialize;
use utoipa::ToSchema;

/// The type of a problem.
pub const PROBLEM: &str = "application/problem+json";

/// Why something is not done.
#[derive(Clone, Debug)]
pub enum Fault {
    /// The use case refused, or failed.
    Refused(AppError),
    /// No token came.
    NoToken,
    /// What came is no token, or no longer.
    BadToken,
    /// The token is not for that.
    Scope(Scope),
    /// The method does nothing here.
    Method,
    /// What is asked for cannot be given in any of the types that are accepted.
    NotAcceptable,
    /// What was sent is not of the type that is read here.
    MediaType,
    /// The address has something that is not asked here, or is not what it should be.
    BadQuery,
    /// What was sent is not JSON.
    NotJson,
    /// What was sent has not the fields that are asked.
    BadBody,
    /// It changed since: the version that is current.
    Changed(i32),
    /// Which version is changed must be said.
    WhichVersion,
    /// The key of the request is not one.
    BadKey,
    /// Another request came under this key.
    KeyTaken,
    /// This request is being done.
    KeyRunning,
    /// This request was done, and its answer was lost.
    KeyUnanswered,
}

impl Fault {
    fn status(&self) -> StatusCode {
        match self {
            Fault::Refused(error) => {
                StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
            }
            Fault::NoToken | Fault::BadToken => StatusCode::UNAUTHORIZED,
            Fault::Scope(_) => StatusCode::FORBIDDEN,
            Fault::Method => StatusCode::METHOD_NOT_ALLOWED,
            Fault::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
            Fault::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Fault::BadQuery | Fault::NotJson | Fault::BadKey => StatusCode::BAD_REQUEST,
            Fault::BadBody | Fault::KeyTaken => StatusCode::UNPROCESSABLE_ENTITY,
            Fault::Changed(_) => StatusCode::PRECONDITION_FAILED,
            Fault::WhichVersion => StatusCode::PRECONDITION_REQUIRED,
            Fault::KeyRunning | Fault::KeyUnanswered => StatusCode::CONFLICT,
        }
    }

    /// The stable code, the same in keys of sentences.
    fn code(&self) -> &'static str {
        match self {
            Fault::Refused(AppError::Unexpected { .. }) => "unexpected",
            Fault::Refused(AppError::Refused(refusal)) => match refusal {
                Refusal::NotFound | Refusal::LinkExpired => "not-found",
                Refusal::SignInRequired => "no-token",
                Refusal::ProofRequired | Refusal::Forbidden(_) => "forbidden",
                Refusal::Invalid(_) => "invalid",
                Refusal::Transition(_) => "not-now",
                Refusal::Conflict => "conflict",
                Refusal::TooMany { .. } => "too-many",
                Refusal::TooLarge { .. } => "too-large",
                Refusal::Malformed => "malformed",
                Refusal::Storage(_) => "storage",
            },
            Fault::NoToken => "no-token",
            Fault::BadToken => "bad-token",
            Fault::Scope(_) => "scope",
            Fault::Method => "method",
            Fault::NotAcceptable => "not-acceptable",
            Fault::MediaType => "media-type",
            Fault::BadQuery => "bad-query",
            Fault::NotJson => "not-json",
            Fault::BadBody => "bad-body",
            Fault::Changed(_) => "changed",
            Fault::WhichVersion => "which-version",
            Fault::BadKey => "bad-key",
            Fault::KeyTaken => "key-taken",
            Fault::KeyRunning => "key-running",
            Fault::KeyUnanswered => "key-unanswered",
        }
    }

    /// In words, for a program and for whoever looks after it.
    pub fn spoken(&self, words: &Words) -> Response {
        let status = self.status();
        let (title, detail, errors) = match self {
            Fault::Refused(error) => {
                let (title, detail) = said::refusal(words, error);
                (title, detail, said::fields(words, error))
            }
            Fault::Scope(scope) => {
                let (title, detail) = said::scope(words, *scope);
                (title, detail, Vec::new())
            }
            other => {
                let (title, detail) = said::fault(words, other.code());
                (title, detail, Vec::new())
            }
        };
        let errors = errors.into_iter().map(|(field, detail)| FieldTrouble { field, detail }).collect();
        let version = match self {
            Fault::Changed(version) => Some(*version),
            _ => None,
        };
        let problem = Problem {
            kind: "about:blank".into(),
            title,
            status: status.as_u16(),
            detail,
            code: self.code().into(),
            errors,
            version,
        };
        let mut response = (status, Json(problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM));
        let language = HeaderValue::from_static(words.language.tag());
        headers.insert(header::CONTENT_LANGUAGE, language);
        if let Some((name, value)) = self.header() {
            headers.insert(name, value);
        }
        response
    }

    fn header(&self) -> Option<(header::HeaderName, HeaderValue)> {
        let challenge = |text: &str| Some((header::WWW_AUTHENTICATE, HeaderValue::from_str(text).ok()?));
        match self {
            Fault::NoToken | Fault::Refused(AppError::Refused(Refusal::SignInRequired)) => {
                challenge("Bearer realm=\"preau\"")
            }
            Fault::BadToken => challenge("Bearer realm=\"preau\", error=\"invalid_token\""),
            Fault::Scope(scope) => challenge(&format!(
                "Bearer realm=\"preau\", error=\"insufficient_scope\", scope=\"{}\"",
                scope.code()
            )),
            Fault::Refused(AppError::Refused(Refusal::TooMany { retry_after_seconds })) => {
                Some((header::RETRY_AFTER, HeaderValue::from(*retry_after_seconds)))
            }
            _ => None,
        }
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Fault {
        Fault::Refused(refusal.into())
    }
}

/// A fault on its way to [`around`](super::around), which knows in which language it is told.
impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Why something was not done, as RFC 9457 says.
#[derive(Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the status says the kind of problem, and `code` says which.
    #[serde(rename = "type")]
    kind: String,
    /// A few words, in the language that was asked for.
    title: String,
    /// The status of the answer.
    status: u16,
    /// A sentence that says what to do.
    detail: String,
    /// A stable code, such as `not-found`.
    code: String,
    /// What is wrong with each field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    errors: Vec<FieldTrouble>,
    /// The current version, when another one was to be changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i32>,
}

/// What is wrong with one field.
#[derive(Serialize, ToSchema)]
pub struct FieldTrouble {
    /// The field.
    field: String,
    /// What is wrong, in a sentence.
    detail: String,
}
