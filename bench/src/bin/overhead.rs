//! `overhead`: what the typed client adds to a small GET over bare reqwest, on one server and one connection.
//!
//! Both sides ask for `/global/health`, wait, and decode the same type, through the same `reqwest::Client`. They take
//! turns in short rounds, so that what else the machine does meets both alike.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Context;
use clap::Parser;
use opencode_bench::report::{self, Results, Unit, median, quantile};
use opencode_client::{Client, reqwest};
use opencode_conformance::peers::{Home, Program, Server};
use opencode_types::GlobalHealthResponse;

/// Measures the client beside bare reqwest.
#[derive(Parser)]
struct Arguments {
    /// The server that is asked; without it, a release build is made and taken.
    #[arg(long)]
    ours: Option<PathBuf>,
    /// Rounds of each side.
    #[arg(long, default_value_t = 60)]
    rounds: usize,
}

/// Requests of one round.
const REQUESTS: usize = 500;

fn main() -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("no runtime")?;
    runtime.block_on(run(&Arguments::parse()))
}

async fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let program = opencode_bench::ours(arguments.ours.as_deref())?;
    let home = Home::new()?;
    let server = Server::start(&Program::Ours(program), &home, &[])?;
    let transport = reqwest::Client::builder().no_proxy().build()?;
    let client = Client::builder(server.url()).transport(transport.clone()).build()?;
    let url = format!("{}/global/health", server.url());

    let (mut typed, mut bare) = (Vec::new(), Vec::new());
    // The first round of each side makes the connection and warms the caches.
    for round in 0..=arguments.rounds {
        let mut times = [Vec::with_capacity(REQUESTS), Vec::with_capacity(REQUESTS)];
        for turn in 0..2 {
            // Who begins changes from round to round.
            let side = (round + turn) % 2;
            for _ in 0..REQUESTS {
                let started = Instant::now();
                let healthy = match side {
                    0 => client.global().health().send().await?.into_inner(),
                    _ => {
                        let answer = transport.get(&url).send().await?.error_for_status()?;
                        answer.json::<GlobalHealthResponse>().await?
                    }
                };
                std::hint::black_box(healthy);
                times[side].push(started.elapsed().as_secs_f64());
            }
        }
        if round > 0 {
            let [of_typed, of_bare] = &mut times;
            typed.push((median(of_typed), quantile(of_typed, 0.99)));
            bare.push((median(of_bare), quantile(of_bare, 0.99)));
        }
    }
    let mut results = Vec::new();
    for (name, rounds) in [("opencode-client", typed), ("bare reqwest", bare)] {
        let mut each = Results::new(name);
        let (mut medians, mut tails): (Vec<f64>, Vec<f64>) = rounds.into_iter().unzip();
        each.add("GET /global/health", median(&mut medians), Unit::Seconds);
        each.add("p99", median(&mut tails), Unit::Seconds);
        results.push(each);
    }
    println!("{}", report::table(&results));
    println!("numbers: {}", report::write("overhead", &results)?.display());
    Ok(())
}
