//! Our program as a child of a client: `opencode_client::process`.

use opencode_client::Client;
use opencode_client::process::{Options, ProcessError, serve};
use opencode_conformance::peers::{Home, Program};

use crate::world::ours;

/// Our program in a home, as it is not started by hand.
fn options(home: &Home) -> Options {
    let Program::Ours(program) = ours() else { unreachable!("it is ours") };
    let mut options = Options::new(program).directory(home.project()).clear_environment();
    for (name, value) in ours().command(home).get_envs() {
        options = options.environment(name, value.unwrap_or_default());
    }
    options
}

#[tokio::test(flavor = "multi_thread")]
async fn our_server_is_started_asked_and_ended() {
    let home = Home::new().expect("a home");
    let server = serve(options(&home).credentials("me", "geheim")).await.expect("a server");
    let client = server.client().build().expect("a client");
    client.global().health().send().await.expect("a healthy server");
    let path = client.path().get().send().await.expect("an answer");
    assert_eq!(path.directory, home.project().to_string_lossy());
    let stranger = Client::builder(server.url()).build().expect("a client");
    let refused = stranger.global().health().send().await.expect_err("no password");
    assert_eq!(refused.status().map(|status| status.as_u16()), Some(401));
    assert!(server.shutdown().await.expect("a status").success(), "it heeds the request to end");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_keeps_our_server_from_starting_is_in_the_error() {
    let home = Home::new().expect("a home");
    std::fs::write(home.project().join("opencode.json"), "{\"model\": ").expect("a file");
    let problem = serve(options(&home)).await.expect_err("no server");
    assert!(
        matches!(&problem, ProcessError::Ended { stderr, .. } if stderr.contains("opencode.json")),
        "{problem:?}"
    );

    let holder = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = holder.local_addr().expect("an address").port();
    let home = Home::new().expect("a home");
    let problem = serve(options(&home).port(port)).await.expect_err("no server").to_string();
    assert!(problem.contains(&format!("Failed to start server on port {port}")), "{problem}");
}
