//! From a program to an address, or to an error that says why not.

use std::time::Duration;

use opencode_client::process::{ProcessError, serve};

use crate::world::{LISTEN, Script, gone, until};

#[tokio::test]
async fn the_address_is_the_one_that_the_server_tells() {
    let script = Script::new(&format!("echo Warning >&2; echo first; {LISTEN}\nexec sleep 1000"));
    let server = serve(script.options()).await.expect("a server");
    assert!(server.url().starts_with("http://127.0.0.1:"), "{}", server.url());
    assert!(!server.url().ends_with(":4096"), "the port of the user's own server is left alone");
    until("what it complained", || server.stderr() == "Warning\n").await;
    let exactly = serve(script.options().port(4097)).await.expect("a server");
    assert_eq!(exactly.url(), "http://127.0.0.1:4097");
}

#[tokio::test]
async fn arguments_environment_and_directory_are_those_that_were_asked_for() {
    let script = Script::new(&format!(
        "(echo \"$@\"; pwd -P; echo $OPENCODE_SERVER_USERNAME:$OPENCODE_SERVER_PASSWORD; env) > told.new
        mv told.new told; {LISTEN}\nexec sleep 1000"
    ));
    let options =
        script.options().clear_environment().environment("PATH", std::env::var_os("PATH").expect("a path"));
    let options =
        options.environment("COLOUR", "grün").credentials("me", "geheim").argument("--print-logs").port(4098);
    let _server = serve(options).await.expect("a server");
    let told = script.written("told").await;
    let lines: Vec<_> = told.lines().collect();
    assert_eq!(lines[0], "serve --port 4098 --print-logs");
    let folder = script.file("").canonicalize().expect("a folder");
    assert_eq!((lines[1], lines[2]), (folder.to_str().expect("a path of text"), "me:geheim"));
    assert!(lines.contains(&"COLOUR=grün"), "{told}");
    assert!(!told.contains("CARGO"), "nothing is inherited: {told}");
}

#[tokio::test]
async fn a_server_that_says_much_is_never_blocked() {
    let script = Script::new(&format!(
        "{LISTEN}\nhead -c 3000000 /dev/zero | tr '\\0' x >&2\nhead -c 3000000 /dev/zero\necho >&2; echo the end >&2
        echo done > done; exec sleep 1000"
    ));
    let server = serve(script.options()).await.expect("a server");
    assert_eq!(script.written("done").await, "done");
    until("its last words", || server.stderr().ends_with("x\nthe end\n")).await;
    assert_eq!(server.stderr().len(), 64 << 10);
}

#[tokio::test]
async fn an_early_end_tells_status_and_last_words() {
    let script = Script::new("sleep 1000 & echo $$ > group; echo 'no such model: ünknown' >&2; exit 3");
    let problem = serve(script.options()).await.expect_err("no server");
    assert!(
        matches!(&problem, ProcessError::Ended { status, stderr, .. }
            if status.code() == Some(3) && stderr == "no such model: ünknown\n"),
        "{problem:?}"
    );
    assert!(
        problem.to_string().contains("exit status: 3") && problem.to_string().contains("ünknown"),
        "{problem}"
    );
    gone(script.written("group").await.parse().expect("an id")).await;
}

#[tokio::test]
async fn silence_has_a_limit_and_leaves_nothing() {
    let script = Script::new("sleep 1000 & echo $$ > group; echo thinking >&2; exec sleep 1000");
    // The script has said its word long before.
    let problem =
        serve(script.options().start_limit(Duration::from_millis(5_500))).await.expect_err("no server");
    assert!(
        matches!(&problem, ProcessError::Silent { limit, .. } if limit.as_millis() == 5_500),
        "{problem:?}"
    );
    assert!(problem.to_string().contains("within 5.5 s"), "{problem}");
    gone(script.written("group").await.parse().expect("an id")).await;
}

#[tokio::test]
async fn a_program_that_is_none_is_named() {
    let script = Script::new("");
    for program in ["no-such-program-anywhere", "/nowhere/opencode"] {
        let options = opencode_client::process::Options::new(program).directory(script.file(""));
        let problem = serve(options).await.expect_err("no server");
        assert!(matches!(problem, ProcessError::NotFound { .. }), "{problem:?}");
        assert!(problem.to_string().contains(program), "{problem}");
    }
    let problem = serve(script.options().directory("/nowhere")).await.expect_err("no server");
    assert!(matches!(problem, ProcessError::Spawn { .. }), "{problem:?}");
    assert!(problem.to_string().ends_with("cannot be started in /nowhere"), "{problem}");
}

#[tokio::test]
async fn a_port_that_was_taken_meanwhile_is_not_tried_again() {
    let script = Script::new(&format!(
        "echo $3 >> ports; if [ $(wc -l < ports) -lt 3 ]; then echo \"Failed to start server on port $3\" >&2; exit 1; fi
        {LISTEN}\nexec sleep 1000"
    ));
    let server = serve(script.options()).await.expect("a server");
    let ports = script.written("ports").await;
    let ports: Vec<_> = ports.lines().collect();
    assert_eq!(ports.len(), 3);
    assert!(server.url().ends_with(ports[2]), "{} {ports:?}", server.url());

    let stubborn = Script::new("echo x >> tries; echo \"Failed to start server on port $3\" >&2; exit 1");
    assert!(matches!(serve(stubborn.options()).await, Err(ProcessError::Ended { .. })));
    assert_eq!(stubborn.written("tries").await.lines().count(), 4, "it does not try for ever");
    assert!(matches!(serve(stubborn.options().port(4099)).await, Err(ProcessError::Ended { .. })));
    assert_eq!(stubborn.written("tries").await.lines().count(), 5, "a port that was asked for is tried once");
}
