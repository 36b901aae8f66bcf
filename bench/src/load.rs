//! The load generator: a fixed number of keep-alive connections, each with one request under way at a time.
//!
//! It speaks HTTP/1.1 through hyper without a pool, so that a fast server is not limited by its client.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use bytes::Bytes;
use http_body_util::{BodyExt, Empty};
use hyper::client::conn::http1;
use hyper::{Request, StatusCode, header};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// What is asked: `label` for people, `path` for the server.
pub struct Endpoint {
    pub label: &'static str,
    pub path: String,
}

pub struct Plan {
    pub connections: usize,
    /// Asked like the rest, not counted.
    pub warm_up: Duration,
    pub measured: Duration,
}

/// What one endpoint did.
pub struct Load {
    /// Durations of all requests answered within the measured time, in seconds, ascending.
    latencies: Vec<f64>,
    measured: Duration,
}

impl Load {
    pub fn per_second(&self) -> f64 {
        self.latencies.len() as f64 / self.measured.as_secs_f64()
    }

    /// Seconds; `share` is 0.99 for the 99th percentile.
    pub fn quantile(&self, share: f64) -> f64 {
        opencode_bench::report::quantile(&self.latencies, share)
    }
}

/// Asks until the plan's time is over. The first answer that is not 200 ends it.
pub async fn run(address: SocketAddr, endpoint: &Endpoint, plan: &Plan) -> anyhow::Result<Load> {
    let counted_from = Instant::now() + plan.warm_up;
    let until = counted_from + plan.measured;
    let mut workers = JoinSet::new();
    for _ in 0..plan.connections {
        workers.spawn(work(address, endpoint.path.clone(), counted_from, until));
    }
    let mut latencies = Vec::new();
    while let Some(worker) = workers.join_next().await {
        latencies.extend(worker?.with_context(|| endpoint.path.clone())?);
    }
    ensure!(!latencies.is_empty(), "no request to {} was answered in {:?}", endpoint.path, plan.measured);
    latencies.sort_by(f64::total_cmp);
    Ok(Load { latencies, measured: plan.measured })
}

/// One connection. A server may close a kept-alive connection between two requests; then another one is made.
async fn work(address: SocketAddr, path: String, from: Instant, until: Instant) -> anyhow::Result<Vec<f64>> {
    let mut latencies = Vec::new();
    let mut connection = connect(address).await?;
    while Instant::now() < until {
        if connection.ready().await.is_err() {
            connection = connect(address).await?;
            continue;
        }
        let request = Request::get(&path).header(header::HOST, address.to_string()).body(Empty::new())?;
        let sent = Instant::now();
        let answer = connection.send_request(request).await?;
        ensure!(answer.status() == StatusCode::OK, "{}", answer.status());
        let body = answer.into_body().collect().await?.to_bytes();
        ensure!(body.len() > 2, "an empty answer");
        let answered = Instant::now();
        if sent >= from && answered <= until {
            latencies.push((answered - sent).as_secs_f64());
        }
    }
    Ok(latencies)
}

async fn connect(address: SocketAddr) -> anyhow::Result<http1::SendRequest<Empty<Bytes>>> {
    let socket = TcpStream::connect(address).await?;
    socket.set_nodelay(true)?;
    let (sender, connection) = http1::handshake(TokioIo::new(socket)).await?;
    // It ends with the sender, or with the server's closing; the sender then says that it is not ready.
    tokio::spawn(connection);
    Ok(sender)
}
