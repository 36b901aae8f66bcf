//! The real JavaScript client. Its script asserts the same of our server and of the real one.

use std::process::Command;

use opencode_conformance::peers::{Packages, Program, say_aloud};

use crate::world::{World, ours};

#[tokio::test(flavor = "multi_thread")]
async fn the_javascript_client_works_with_our_server() {
    match Packages::install() {
        Ok(packages) => run(&packages, &ours()).await,
        Err(missing) => say_aloud("the JavaScript client against our server", &missing),
    }
}

/// Without this the script could ask for what the real server never did.
#[tokio::test(flavor = "multi_thread")]
async fn the_same_script_holds_for_the_real_server() {
    match Packages::install() {
        Ok(packages) => run(&packages, &Program::Real(packages.opencode())).await,
        Err(missing) => say_aloud("the JavaScript client against the real server", &missing),
    }
}

async fn run(packages: &Packages, program: &Program) {
    let world = World::new().await;
    let (server, _) = world.start_program(program, &[]);
    let mut node = Command::new("node");
    node.arg(packages.script("sdk.mjs").unwrap()).arg(server.url()).arg(world.home.project());
    let output = tokio::task::spawn_blocking(move || node.output()).await.unwrap().unwrap();
    let printed = String::from_utf8_lossy(&output.stdout);
    let failed = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}:\n{printed}\n{failed}\n{}", program.name(), server.said());
    // A script that ends early by mistake must not pass.
    assert_eq!(printed.lines().filter(|line| line.starts_with("ok  ")).count(), 10, "{printed}");
}
