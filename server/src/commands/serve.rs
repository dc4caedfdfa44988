//! `preau serve`: web, jobs and mail in one process.

use std::{net::SocketAddr, sync::Arc};

use anyhow::{Context, Result};

use crate::{
    config::Config,
    own_process::OwnProcess,
    printer, reader, shipped, state,
    web::{self, Front},
};

/// Serves until asked to stop; requests being answered finish first.
///
/// # Errors
/// The settings, the database or the port cannot be used.
pub async fn serve(config: Config) -> Result<()> {
    let backend = state::open_current(&config).await?;
    shipped::install(&backend).await?;
    let program = std::env::current_exe().context("cannot tell which program this is")?;
    let program = OwnProcess::new(program);
    let front = Front {
        site: Arc::new(state::site(&config)?),
        https: config.is_https(),
        trusted_proxies: config.trusted_proxies,
        program: program.clone(),
    };
    let router = web::router(backend.clone(), front);
    let listener = tokio::net::TcpListener::bind(config.listen)
        .await
        .with_context(|| format!("cannot listen on {}: is another program there?", config.listen))?;
    let reading = tokio::spawn(reader::work(backend.clone(), program.clone()));
    let printing = tokio::spawn(printer::work(backend.clone(), config.base_url.clone(), program));
    let others = tokio::spawn(backend::live::listen(backend.clone()));
    let worker = tokio::spawn(backend::jobs::work(backend));
    println!("Préau est prêt : ouvrez {} dans votre navigateur.", config.base_url);
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop()).await?;
    worker.abort();
    reading.abort();
    printing.abort();
    others.abort();
    Ok(())
}

async fn stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            // Without the signal there is still the keyboard.
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        _ = interrupt => {}
        () = terminate => {}
    }
}
