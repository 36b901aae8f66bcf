//! From a host name and a port rule to a listening socket, and what can be wrong with either.

use std::io;
use std::net::{IpAddr, SocketAddr};

use dropshot::{BuildError, ConfigDropshot, HandlerTaskMode, HttpServer, ServerBuilder};
use slog::Logger;

use crate::app::App;
use crate::gateway;
use crate::options::{PREFERRED_PORT, Port};

/// Why the server does not listen.
#[derive(Debug, thiserror::Error)]
pub enum ListenError {
    #[error("Failed to start server on port {}: it is already in use", .0.port())]
    PortTaken(SocketAddr),
    #[error("cannot find an address for the host name {hostname}")]
    Hostname {
        hostname: String,
        #[source]
        source: io::Error,
    },
    #[error("cannot listen on {address}")]
    Socket {
        address: SocketAddr,
        #[source]
        source: io::Error,
    },
    #[error("the HTTP server does not start")]
    Other(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// The address a host name stands for: itself, or the first one that is found.
pub(crate) async fn resolve(hostname: &str) -> Result<IpAddr, ListenError> {
    let bare = hostname.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(hostname);
    if let Ok(address) = bare.parse() {
        return Ok(address);
    }
    let failed = |source| ListenError::Hostname { hostname: hostname.to_owned(), source };
    let mut found = tokio::net::lookup_host((bare, 0)).await.map_err(failed)?;
    let first = found.next().ok_or_else(|| failed(io::ErrorKind::NotFound.into()))?;
    Ok(first.ip())
}

/// Starts to serve `app`.
///
/// # Errors
/// [`ListenError`]; a taken port is one only if exactly that port was asked for.
pub(crate) fn serve(app: &App, address: IpAddr, port: Port) -> Result<HttpServer<App>, ListenError> {
    match port {
        Port::Exactly(port) => serve_on(app, (address, port).into()),
        Port::Any => serve_on(app, (address, 0).into()),
        Port::Preferred => match serve_on(app, (address, PREFERRED_PORT).into()) {
            Err(ListenError::PortTaken(_)) => serve_on(app, (address, 0).into()),
            other => other,
        },
    }
}

fn serve_on(app: &App, address: SocketAddr) -> Result<HttpServer<App>, ListenError> {
    let config = ConfigDropshot {
        bind_address: address,
        // The gateway has the bound.
        default_request_body_max_bytes: usize::MAX,
        default_handler_task_mode: HandlerTaskMode::CancelOnDisconnect,
        ..ConfigDropshot::default()
    };
    let logger: Logger = crate::log::quieter(&app.logger);
    let entry = gateway::api().map_err(|problem| ListenError::Other(problem.into()))?;
    ServerBuilder::new(entry, app.clone(), logger).config(config).start().map_err(|problem| match problem {
        BuildError::BindError { address, error } if error.kind() == io::ErrorKind::AddrInUse => {
            ListenError::PortTaken(address)
        }
        BuildError::BindError { address, error } => ListenError::Socket { address, source: error },
        other => ListenError::Other(other.into()),
    })
}

/// The URL clients are told: the host as it was asked for, so that it stays what the user typed.
pub(crate) fn url(hostname: &str, port: u16) -> String {
    match hostname.parse() {
        Ok(IpAddr::V6(address)) => format!("http://[{address}]:{port}"),
        _ => format!("http://{hostname}:{port}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn host_names_become_addresses() {
        assert_eq!(resolve("127.0.0.1").await.expect("an address"), IpAddr::from([127, 0, 0, 1]));
        assert!(resolve("[::1]").await.expect("an address").is_loopback());
        assert!(resolve("localhost").await.expect("an address").is_loopback());
        let problem = resolve("no host of this name").await.expect_err("no address").to_string();
        assert!(problem.contains("no host of this name"), "{problem}");
    }

    #[test]
    fn urls_keep_the_name() {
        assert_eq!(url("0.0.0.0", 1), "http://0.0.0.0:1");
        assert_eq!(url("::1", 1), "http://[::1]:1");
        assert_eq!(url("[::1]", 1), "http://[::1]:1");
        assert_eq!(url("box.example", 1), "http://box.example:1");
    }
}
