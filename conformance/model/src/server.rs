//! The loopback server: its socket, its tasks, its end. What it answers is in [`crate::http`].

use std::collections::HashSet;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::{CancellationToken, DropGuard};

use crate::http::{self, Shared};
use crate::watch::{Journal, Received, State, WaitError};

/// How the server behaves; [`Options::default`] is right for tests.
#[derive(Clone, Debug)]
pub struct Options {
    /// Port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// Pause after the first event of each stream, as a real model would make; a client that takes a snapshot of its
    /// files when the stream starts has the time to do so. Default: none.
    pub pace: Duration,
    /// How many requests are kept for [`ScriptedServer::requests`], newest first to stay. Default: 10,000.
    pub keep: usize,
}

impl Default for Options {
    fn default() -> Options {
        Options { port: 0, pace: Duration::ZERO, keep: 10_000 }
    }
}

/// A running scripted model. Dropping it closes its socket and every connection.
#[derive(Debug)]
pub struct ScriptedServer {
    address: SocketAddr,
    journal: Arc<Journal>,
    _stop: DropGuard,
}

impl ScriptedServer {
    /// Binds the port and serves from tasks on the current tokio runtime.
    ///
    /// # Errors
    /// The port cannot be bound.
    pub async fn start(options: Options) -> std::io::Result<ScriptedServer> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
        let address = listener.local_addr()?;
        let journal = Arc::new(Journal::new(options.keep));
        let stop = CancellationToken::new();
        let shared = Arc::new(Shared {
            journal: Arc::clone(&journal),
            options,
            failed_once: Mutex::new(HashSet::new()),
        });
        tokio::spawn(accept(listener, shared, stop.clone()));
        Ok(ScriptedServer { address, journal, _stop: stop.drop_guard() })
    }

    /// `http://127.0.0.1:PORT`, without a path; providers want `{url}/v1` as their base.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The model requests received so far, oldest first.
    pub fn requests(&self) -> Vec<Received> {
        self.journal.state().requests.iter().map(|request| Received::clone(request)).collect()
    }

    /// Streamed answers that are neither finished nor left by their client.
    pub fn open_streams(&self) -> usize {
        self.journal.state().open_streams
    }

    /// Everything seen so far.
    pub fn state(&self) -> State {
        self.journal.state()
    }

    /// Waits until `holds`, at most for `limit`, and gives the state at which it did.
    ///
    /// # Errors
    /// The limit passed; the error shows the last state.
    pub async fn wait_for(
        &self,
        limit: Duration,
        holds: impl FnMut(&State) -> bool,
    ) -> Result<State, WaitError> {
        self.journal.wait_for(limit, holds).await
    }
}

async fn accept(listener: TcpListener, shared: Arc<Shared>, stop: CancellationToken) {
    loop {
        let accepted = tokio::select! {
            () = stop.cancelled() => return,
            accepted = listener.accept() => accepted,
        };
        // A failed accept concerns one client (it left early) or passes (no free descriptor): let others have a turn.
        let Ok((socket, _)) = accepted else {
            tokio::task::yield_now().await;
            continue;
        };
        tokio::spawn(serve(socket, Arc::clone(&shared), stop.clone()));
    }
}

async fn serve(socket: TcpStream, shared: Arc<Shared>, stop: CancellationToken) {
    // Small events must leave at once; failing to say so only costs speed.
    let _ = socket.set_nodelay(true);
    let service = service_fn(move |request| {
        let shared = Arc::clone(&shared);
        async move { Ok::<_, std::convert::Infallible>(http::answer(shared, request).await) }
    });
    let connection = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .serve_connection(TokioIo::new(socket), service);
    tokio::select! {
        () = stop.cancelled() => {}
        // An error means that the client left or that the script cut the answer: both are everyday life here.
        _ = connection => {}
    }
}
