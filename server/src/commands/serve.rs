//! `preau serve`: web, jobs and mail in one process.

use std::{future::IntoFuture, net::SocketAddr, sync::Arc, time::Duration};

use anyhow::{Context, Result};
use axum::Router;
use backend::Backend;
use tokio::net::TcpListener;

use crate::{
    config::Config,
    nightly,
    own_process::OwnProcess,
    printer, reader, shipped, state,
    web::{self, Front},
};

/// How long the rooms and whoever does the jobs are waited for, once requests are answered.
const LAST: Duration = Duration::from_secs(5);

/// How long it takes to tell those who were in a room.
const TOLD: Duration = Duration::from_millis(200);

/// Serves until asked to stop. Requests being answered then finish, within a bounded time; rooms keep what was typed and
/// tell everybody to come back; the job in hand is done or given back; the processes that look into files are ended.
///
/// # Errors
/// The settings, the database or the port cannot be used.
pub async fn serve(config: Config) -> Result<()> {
    let backend = state::open_current(&config).await?;
    if config.is_embedded() {
        // Whatever was in hand when the program ended, however it ended.
        backend::jobs::give_back(&backend).await.map_err(state::plain)?;
    }
    shipped::install(&backend).await?;
    let program = std::env::current_exe().context("cannot tell which program this is")?;
    let program = OwnProcess::new(program);
    let front = Front {
        site: Arc::new(state::site(&config)?),
        https: config.is_https(),
        trusted_proxies: config.trusted_proxies,
        program: program.clone(),
        metrics_token: config.metrics_token.clone(),
    };
    let router = web::router(backend.clone(), front);
    let listener = TcpListener::bind(config.listen)
        .await
        .with_context(|| format!("cannot listen on {}: is another program there?", config.listen))?;
    let others = [
        tokio::spawn(reader::work(backend.clone(), program.clone())),
        tokio::spawn(printer::work(backend.clone(), config.base_url.clone(), program.clone())),
        tokio::spawn(backend::live::listen(backend.clone())),
        tokio::spawn(nightly::work(backend.clone(), config.backups.clone(), config.is_embedded())),
    ];
    let worker = tokio::spawn(backend::jobs::work(backend.clone()));
    println!("Préau est prêt : ouvrez {} dans votre navigateur.", config.base_url);
    let ended = answer_until(asked_to_stop(), listener, router, &backend, &program, config.stop).await;
    for other in others {
        other.abort();
    }
    end_job(&backend, worker, config.is_embedded()).await;
    tracing::info!("stopped");
    ended
}

/// Answers requests until `asked`. Those under way then finish, within `grace`; rooms keep what was typed, tell everybody
/// to come back, and close; the processes that look into files are ended.
///
/// # Errors
/// The port cannot be used any more.
pub async fn answer_until(
    asked: impl Future<Output = ()>,
    listener: TcpListener,
    router: Router,
    backend: &Backend,
    program: &OwnProcess,
    grace: Duration,
) -> Result<()> {
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let stopping = backend.clone();
    let serving =
        axum::serve(listener, service).with_graceful_shutdown(async move { stopping.stopping().await });
    let mut serving = tokio::spawn(serving.into_future());
    tokio::select! {
        // It never ends by itself, unless something is very wrong.
        ended = &mut serving => return Ok(ended??),
        () = asked => {}
    }
    tracing::info!("stopping: requests finish, rooms close");
    let (_, seats) = backend.live_rooms();
    backend.stop();
    if tokio::time::timeout(grace, &mut serving).await.is_err() {
        tracing::warn!("requests still under way are given up");
        serving.abort();
    }
    program.end_all();
    let rooms = async {
        while backend.live_rooms() != (0, 0) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    if tokio::time::timeout(LAST, rooms).await.is_err() {
        tracing::warn!("a room does not close: what was acknowledged is stored all the same");
    }
    if seats > 0 {
        // Those who were there have yet to be told why.
        tokio::time::sleep(TOLD).await;
    }
    Ok(())
}

/// Waits for the job in hand, or gives it back.
async fn end_job(backend: &Backend, mut worker: tokio::task::JoinHandle<()>, alone: bool) {
    if tokio::time::timeout(LAST, &mut worker).await.is_ok() {
        return;
    }
    worker.abort();
    // Of several nodes, another takes it once its claim is over.
    if alone && let Err(error) = backend::jobs::give_back(backend).await {
        tracing::warn!(%error, "the job in hand cannot be given back");
    }
}

async fn asked_to_stop() {
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
