//! What the edge answers when something is not done: a refusal, or a reference to give to whoever runs the site.

use domain::Refusal;
use serde::{Deserialize, Serialize};
use server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};

/// What a page or a server function fails with. Holds nothing of the inside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum AppError {
    /// The person can be told why.
    #[error("{0}")]
    Refused(Refusal),
    /// Something broke; the log has the details under this reference.
    #[error("unexpected, reference {reference}")]
    Unexpected {
        /// Ten characters, also in the log.
        reference: String,
    },
}

impl AppError {
    /// The HTTP status.
    pub fn status(&self) -> u16 {
        match self {
            AppError::Refused(refusal) => match refusal {
                Refusal::NotFound | Refusal::LinkExpired => 404,
                Refusal::SignInRequired => 401,
                Refusal::Forbidden(_) | Refusal::ProofRequired => 403,
                Refusal::Invalid(_) | Refusal::Malformed => 422,
                Refusal::Transition(_) | Refusal::Conflict => 409,
                Refusal::TooMany { .. } => 429,
                Refusal::TooLarge { .. } => 413,
                Refusal::Storage(_) => 503,
            },
            AppError::Unexpected { .. } => 500,
        }
    }
}

impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        AppError::Refused(refusal)
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            // What was sent is not what the function takes: never the decoder's own words.
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_) => AppError::Refused(Refusal::Malformed),
            _ => AppError::Unexpected { reference: String::new() },
        }
    }
}

#[cfg(feature = "ssr")]
mod ssr {
    use backend::Cx;

    use super::AppError;

    impl AppError {
        /// What the person gets of a failure; an unexpected one is logged here, once, under its reference.
        pub fn of(cx: &Cx, error: backend::Error) -> AppError {
            match error {
                backend::Error::Refused(refusal) => AppError::Refused(refusal),
                backend::Error::Unexpected(details) => {
                    let reference: String =
                        cx.backend.token().chars().filter(char::is_ascii_alphanumeric).take(10).collect();
                    let reference = reference.to_uppercase();
                    tracing::error!(reference, error = %details, "unexpected failure");
                    AppError::Unexpected { reference }
                }
            }
        }
    }
}
