//! Where our server has not built an operation yet, the documented example of it is told so by a typed error.

use std::collections::BTreeMap;

use opencode_client::pty::PtyError;
use opencode_client::{ApiError, Client, Error};
use opencode_server::paths::Environment;
use opencode_server::{Config, Port};

// The generator decides how generated code looks, and the examples of what is built are called by nobody.
#[allow(dead_code, deprecated, clippy::all)]
#[rustfmt::skip]
#[path = "documented/generated.rs"]
mod generated;

type Example = Result<(), Box<dyn std::error::Error>>;

/// Every operation of the contract: state on our server, module, id, method, path.
const OPERATIONS: &str = include_str!("../../server/api/operations.txt");

#[tokio::test]
async fn what_our_server_has_not_built_says_so() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let environment = Environment::new(home.path(), home.path().to_owned(), BTreeMap::new());
    let config =
        Config { port: Port::Any, ..Config::new(environment, slog::Logger::root(slog::Discard, slog::o!())) };
    let server = opencode_server::start(config).await.expect("our server");
    let client = Client::builder(server.url()).build().expect("a client");
    let lines = OPERATIONS.lines().filter_map(|line| line.strip_prefix("501"));
    let unbuilt: Vec<&str> = lines.filter_map(|line| line.split_whitespace().nth(1)).collect();
    assert!(!unbuilt.is_empty(), "all is built, and this test has nothing left to hold");
    for id in unbuilt {
        let refusal = format!("{id} is not implemented yet");
        match generated::example(id, &client).await {
            Some(answer) => {
                let error = answer.expect_err(id).downcast::<Error>().expect("an error of the client");
                assert_eq!(error.status().map(|status| status.as_u16()), Some(501), "{id}: {error:?}");
                assert_eq!(error.api_error().map(ApiError::message), Some(refusal), "{error:?}");
            }
            // A WebSocket has no example among the plain operations.
            None => match client.terminal("pty_example").connect().await {
                Err(PtyError::Refused { status, body }) => {
                    assert_eq!((status.as_u16(), body), (501, refusal), "{id}");
                }
                other => panic!("{id}: {:?}", other.map(drop)),
            },
        }
    }
    server.shutdown().await;
}
