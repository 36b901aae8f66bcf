//! `scripted-model --port N`: the scripted model by hand. Prints its address and serves until it is stopped.

use std::process::ExitCode;
use std::time::Duration;

use opencode_scripted_model::{Options, ScriptedServer, config_for};

const USAGE: &str = "usage: scripted-model [--port N] [--pace MILLISECONDS] [--config]
  --port N      port on 127.0.0.1; 0, the default, takes a free one
  --pace MS     pause after the first event of each stream (default 0)
  --config      also print an opencode.json that points at this server";

#[tokio::main]
async fn main() -> ExitCode {
    let (options, with_config) = match parse(std::env::args().skip(1)) {
        Ok(parsed) => parsed,
        Err(message) => {
            eprintln!("{message}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let port = options.port;
    let server = match ScriptedServer::start(options).await {
        Ok(server) => server,
        Err(error) => {
            eprintln!("cannot listen on port {port}: {error}");
            return ExitCode::FAILURE;
        }
    };
    println!("scripted model listening on {}", server.url());
    if with_config {
        println!("{:#}", config_for(&server.url()));
    }
    // Without a way to hear Ctrl-C the signal ends the process anyway.
    let _ = tokio::signal::ctrl_c().await;
    ExitCode::SUCCESS
}

fn parse(mut arguments: impl Iterator<Item = String>) -> Result<(Options, bool), String> {
    let mut options = Options::default();
    let mut with_config = false;
    while let Some(argument) = arguments.next() {
        let mut number = || -> Result<u64, String> {
            let value = arguments.next().ok_or_else(|| format!("{argument} needs a number"))?;
            value.parse().map_err(|_| format!("{argument} needs a number, not {value:?}"))
        };
        match argument.as_str() {
            "--port" => {
                let port = number()?;
                options.port = u16::try_from(port).map_err(|_| format!("there is no port {port}"))?;
            }
            "--pace" => options.pace = Duration::from_millis(number()?),
            "--config" => with_config = true,
            _ => return Err(format!("unknown argument {argument:?}")),
        }
    }
    Ok((options, with_config))
}
