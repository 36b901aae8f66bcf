//! A terminal without breaks: what is sent, what is read, how it ends, how it is refused.

use std::time::Duration;

use futures::StreamExt as _;
use opencode_client::pty::{Output, PtyError};

use crate::script::{LIMIT, Script, Step, read, text};
use Step::{Answer, Close, Cursor, Freeze, Hear, Say, Strange};

fn say(text: &str) -> Step {
    Say(text.to_owned())
}

#[tokio::test]
async fn output_input_and_the_exit_code() {
    let steps = vec![say("st"), say("art"), Cursor(5), Strange, Hear, say("🦀"), Hear, Close(1000)];
    let script = Script::new([steps]).await.exit(3);
    let mut terminal = script.terminal().connect().await.expect("a terminal");
    assert_eq!(terminal.next().await.expect("an item").expect("output"), text("start"));
    assert_eq!(terminal.cursor(), 5);
    // Typed by another task, and while nobody reads.
    let input = terminal.input();
    tokio::spawn(async move { input.send("größe\n").await }).await.expect("no panic").expect("sent");
    terminal.send("\u{3}").await.expect("sent");
    assert_eq!(terminal.next().await.expect("an item").expect("output"), text("🦀"));
    assert_eq!(terminal.cursor(), 7, "as JavaScript counts");
    let input = terminal.input();
    let (items, error) = read(terminal).await;
    assert_eq!(items, [Output::Exited { code: Some(3) }]);
    assert!(error.is_none(), "{error:?}");
    assert_eq!(script.heard(), ["größe\n", "\u{3}"]);
    assert!(matches!(input.send("x").await, Err(PtyError::Closed)));
}

#[tokio::test]
async fn the_request_is_one_of_the_client() {
    for (begin, expected) in [(Some(0), "0"), (Some(10), "10"), (None, "-1")] {
        let script = Script::new([vec![Cursor(20), Close(1000)]]).await;
        let options = script.terminal().exit_code(false);
        let options = match begin {
            Some(cursor) => options.from_cursor(cursor),
            None => options.from_now(),
        };
        drop(options.connect().await.expect("a terminal"));
        let head = script.requests().remove(0);
        assert!(
            head.starts_with(&format!("GET /pty/pty_1/connect?cursor={expected} HTTP/1.1\r\n")),
            "{head}"
        );
        let head = head.to_lowercase();
        for header in ["x-opencode-directory: %2fgr%c3%b6%c3%9fe", "authorization: basic bwu6z2vozwlt"] {
            assert!(head.contains(header), "{header} is not in {head}");
        }
    }
}

#[tokio::test]
async fn only_what_is_new_begins_at_the_end() {
    let script = Script::new([vec![Cursor(20), say("new"), Close(1000)]]).await;
    let terminal = script.terminal().from_now().connect().await.expect("a terminal");
    assert_eq!(terminal.cursor(), 20);
    let (items, _) = read(terminal).await;
    assert_eq!(items, [text("new"), Output::Exited { code: None }]);
}

#[tokio::test]
async fn what_the_server_no_longer_has_is_told() {
    let script = Script::new([vec![say("rest"), Cursor(104), Close(1000)]]).await;
    let mut terminal = script.terminal().connect().await.expect("a terminal");
    assert_eq!(terminal.next().await.expect("an item").expect("output"), Output::Gap { missed: Some(100) });
    assert_eq!(terminal.cursor(), 100, "behind the gap");
    let (items, _) = read(terminal).await;
    assert_eq!(items, [text("rest"), Output::Exited { code: None }]);
}

#[tokio::test]
async fn a_refusal_tells_why() {
    let script = Script::new([]).await;
    assert!(matches!(script.terminal().connect().await, Err(PtyError::NotFound { id }) if id == "pty_1"));
    for (status, exists) in [(501, false), (401, false), (403, true), (500, true)] {
        let script = Script::new([vec![Answer(status, "because")]]).await;
        let script = if exists { script.exists() } else { script };
        let problem = script.terminal().connect().await.expect_err("no terminal");
        assert!(
            matches!(&problem, PtyError::Refused { status: told, body } if told.as_u16() == status && body == "because"),
            "{status}: {problem:?}"
        );
        assert_eq!(script.requests().len(), 1, "the first attempt is the only one");
    }
    // Bound and not listened to: nobody else can be there.
    let nobody = tokio::net::TcpSocket::new_v4().expect("a socket");
    nobody.bind("127.0.0.1:0".parse().expect("an address")).expect("a port");
    let address = nobody.local_addr().expect("an address");
    let client = opencode_client::Client::builder(format!("http://{address}")).build().expect("a client");
    let problem = client.terminal("pty_1").connect().await.expect_err("no terminal");
    assert!(matches!(problem, PtyError::Transport(_)), "{problem:?}");
}

#[tokio::test]
async fn a_server_that_sends_no_cursor_is_not_waited_for_without_end() {
    let script = Script::new([vec![say("text"), Freeze]]).await;
    let options = script.terminal().attach_limit(Duration::from_millis(100));
    let problem =
        tokio::time::timeout(LIMIT, options.connect()).await.expect("a limit").expect_err("no terminal");
    assert!(matches!(problem, PtyError::Broken(_)), "{problem:?}");
}

#[tokio::test]
async fn a_server_that_says_nothing_at_all_is_not_waited_for_without_end() {
    let nobody = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = nobody.local_addr().expect("an address");
    let client = opencode_client::Client::builder(format!("http://{address}")).build().expect("a client");
    let options = client.terminal("pty_1").attach_limit(Duration::from_millis(100)).keepalive(Duration::MAX);
    let problem =
        tokio::time::timeout(LIMIT, options.connect()).await.expect("a limit").expect_err("no terminal");
    assert!(matches!(problem, PtyError::Broken(_)), "{problem:?}");
}

#[tokio::test]
async fn our_server_has_no_terminals_yet() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let environment = opencode_server::paths::Environment::new(home.path(), home.path().to_owned(), []);
    let config = opencode_server::Config {
        port: opencode_server::Port::Any,
        ..opencode_server::Config::new(environment, slog::Logger::root(slog::Discard, slog::o!()))
    };
    let server = opencode_server::start(config).await.expect("a server");
    let client = opencode_client::Client::builder(server.url()).build().expect("a client");
    let problem = client.terminal("pty_1").connect().await.expect_err("no terminal");
    let PtyError::Refused { status, body } = problem else { panic!("{problem:?}") };
    assert!(status.as_u16() == 501 && body.contains("pty.connect"), "{status}: {body}");
    server.shutdown().await;
}
