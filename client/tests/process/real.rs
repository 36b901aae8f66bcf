//! The real server as a child.

use std::ffi::OsString;

use opencode_client::process::{Options, serve};
use opencode_conformance::peers::{Home, Packages, Program, say_aloud};

use crate::orphans;
use crate::world::gone;

/// What a server in this home has as environment.
fn variables(program: &Program, home: &Home) -> Vec<(OsString, OsString)> {
    let command = program.command(home);
    command.get_envs().filter_map(|(name, value)| Some((name.to_owned(), value?.to_owned()))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_real_server_is_started_asked_and_ended() {
    let packages = match tokio::task::block_in_place(Packages::install) {
        Ok(packages) => packages,
        Err(missing) => return say_aloud("the_real_server_is_started_asked_and_ended", &missing),
    };
    let home = Home::new().expect("temporary folders");
    let variables = variables(&Program::Real(packages.opencode()), &home);
    let mut options = Options::new(packages.opencode()).directory(home.project()).clear_environment();
    for (name, value) in &variables {
        options = options.environment(name, value);
    }
    let server = serve(options.clone().credentials("me", "geheim")).await.expect("a server");
    let group = server.id().expect("a running server");
    let client = server.client().build().expect("a client");
    assert_eq!(client.global().health().send().await.expect("an answer").version, "1.2.6");
    let path = client.path().get().send().await.expect("an answer");
    assert_eq!(path.directory, home.project().to_string_lossy());
    let stranger = opencode_client::Client::builder(server.url()).build().expect("a client");
    assert!(stranger.global().health().send().await.is_err(), "it asks for the password");
    server.shutdown().await.expect("a status");
    gone(group).await;

    // A taken port is an error with the reason in it.
    let holder = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = holder.local_addr().expect("an address").port();
    let problem = serve(options.clone().port(port)).await.expect_err("no server").to_string();
    assert!(problem.contains(&format!("Failed to start server on port {port}")), "{problem}");

    let server = serve(options).await.expect("a server");
    let group = server.id().expect("a running server");
    drop(server);
    gone(group).await;

    orphans::dies("kill", &packages.opencode(), |parent| {
        parent.env_clear().envs(variables).current_dir(home.project());
    })
    .await;
}
