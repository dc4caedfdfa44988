//! Tutorials: finding one, following it step by step, saying that one is stuck, helping; the certificate of a sequence.

pub mod actions;

#[cfg(feature = "ssr")]
pub mod certificate;
#[cfg(feature = "ssr")]
pub mod pages;

/// Where help is for the page that was asked for.
#[cfg(feature = "ssr")]
pub(crate) async fn help(rq: &crate::request::Request) -> Option<String> {
    let path = rq.path().split('?').next().unwrap_or_default();
    // The tutorials are the help.
    if path.starts_with(crate::paths::TUTORIALS) {
        return None;
    }
    match backend::tutorials::help_at(&rq.cx, path, rq.changing()).await {
        Ok(at) => at.map(|at| crate::paths::tutorial_step(&at.slug, at.step)),
        Err(error) => {
            tracing::warn!(%error, "no help can be found");
            None
        }
    }
}
