//! Server functions: obtain the context, call one use case, say where to go next.

use std::future::Future;

use backend::Cx;
use http::request::Parts;
use leptos::context::use_context;

use crate::error::AppError;

/// Runs one use case for the person who posted, and turns its failure into what they are told.
///
/// # Errors
/// The refusal, or a reference to what is in the log.
pub async fn act<T, Fut>(use_case: impl FnOnce(Cx) -> Fut) -> Result<T, AppError>
where
    Fut: Future<Output = backend::Result<T>>,
{
    let cx = context::<Cx>()?;
    use_case(cx.clone()).await.map_err(|error| AppError::of(&cx, error))
}

/// Like [`act`], then goes to the address that the use case gives.
///
/// # Errors
/// The refusal, or a reference to what is in the log.
pub async fn act_then_go<Fut>(use_case: impl FnOnce(Cx) -> Fut) -> Result<(), AppError>
where
    Fut: Future<Output = backend::Result<String>>,
{
    let response = use_context::<leptos_axum::ResponseOptions>();
    let parts = use_context::<Parts>();
    let path = act(use_case).await?;
    // As `leptos_axum::redirect`, whose context is gone once something was awaited.
    if let (Some(response), Some(_)) = (response, parts)
        && let Ok(location) = http::HeaderValue::from_str(&path)
    {
        response.insert_header(http::header::LOCATION, location);
        response.insert_header(
            http::HeaderName::from_static(server_fn::redirect::REDIRECT_HEADER),
            http::HeaderValue::from_static(""),
        );
    }
    Ok(())
}

/// Something that the middleware left in the request.
///
/// # Errors
/// `Unexpected`: the middleware did not run.
pub fn context<T: Clone + Send + Sync + 'static>() -> Result<T, AppError> {
    use_context::<Parts>()
        .and_then(|parts| parts.extensions.get::<T>().cloned())
        .ok_or(AppError::Unexpected { reference: String::new() })
}
