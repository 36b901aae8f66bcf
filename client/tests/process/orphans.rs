//! The parent dies in ways in which it cannot tidy up: nothing of the server is left.
//!
//! The parent is this test program once more, as a process of its own that runs [`parent`].

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Command, Stdio};

use opencode_client::process::{Options, serve};

use crate::world::{LISTEN, Script, gone, members};

/// How the parent is to die; without it, it is not run.
const DEATH: &str = "OPENCODE_CLIENT_TEST_DEATH";
const PROGRAM: &str = "OPENCODE_CLIENT_TEST_PROGRAM";

/// Not a test by itself: the parent that dies.
#[test]
fn parent() {
    let Ok(death) = std::env::var(DEATH) else { return };
    let program = std::env::var_os(PROGRAM).expect("a program");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let server = serve(Options::new(program)).await.expect("a server");
        println!("\ngroup {}", server.id().expect("a running server"));
        match death.as_str() {
            "panic" => panic!("as it was asked to"),
            "abort" => std::process::abort(),
            _ => std::future::pending().await,
        }
    });
}

/// Starts the parent, lets it die, and waits until the group of its server is gone.
pub async fn dies(death: &str, program: &std::path::Path, prepare: impl FnOnce(&mut Command)) {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args(["--exact", "orphans::parent", "--nocapture", "--test-threads=1"]);
    prepare(&mut command);
    command.env(DEATH, death).env(PROGRAM, program).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut parent = command.spawn().expect("a parent");
    let lines = BufReader::new(parent.stdout.take().expect("a pipe")).lines();
    let told = lines.map_while(Result::ok).find_map(|line| Some(line.strip_prefix("group ")?.to_owned()));
    let Some(group) = told else {
        let mut said = String::new();
        let _ = parent.stderr.take().expect("a pipe").read_to_string(&mut said);
        panic!("no server: {said}");
    };
    let group: u32 = group.parse().expect("an id");
    if death == "kill" {
        assert!(!members(group).is_empty(), "it runs until then");
        // SIGKILL: no destructor runs, no buffer is written.
        parent.kill().expect("a living parent");
    }
    let status = parent.wait().expect("a status");
    assert!(!status.success(), "{death}: {status}");
    gone(group).await;
}

#[tokio::test]
async fn no_orphan_stays_when_the_parent_dies() {
    let script =
        Script::new(&format!("trap '' TERM HUP; sleep 1000 & {LISTEN}\nwhile :; do sleep 1000; done"));
    for death in ["panic", "abort", "kill"] {
        dies(death, &script.program(), |_| {}).await;
    }
}
