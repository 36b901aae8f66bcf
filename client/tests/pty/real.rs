//! The real server's terminals, also behind a connection that is cut.

use std::time::Duration;

use futures::StreamExt as _;
use opencode_client::Client;
use opencode_client::pty::{Output, Terminal};
use opencode_client::types::PtyCreateBody;
use opencode_conformance::peers::{Home, Packages, Program, Server, say_aloud};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::script::{LIMIT, read};

fn shell(script: &str) -> PtyCreateBody {
    PtyCreateBody {
        command: Some("/bin/sh".to_owned()),
        args: Some(vec!["-c".to_owned(), script.to_owned()]),
        ..PtyCreateBody::default()
    }
}

/// Reads until `text` was said; gives all that was said.
async fn until(terminal: &mut Terminal, text: &str) -> String {
    let mut said = String::new();
    let reading = async {
        while !said.contains(text) {
            match terminal.next().await.expect("an item").expect("output") {
                Output::Text(more) => said += &more,
                other => panic!("{other:?} instead of {text:?}, after {said:?}"),
            }
        }
    };
    if tokio::time::timeout(LIMIT, reading).await.is_err() {
        panic!("{text:?} was not said; only: {said:?}");
    }
    said
}

/// Hands connections on to a server until they are cut.
struct Proxy {
    url: String,
    cut: watch::Sender<()>,
    _tasks: JoinSet<()>,
}

impl Proxy {
    async fn new(server: &str) -> Proxy {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let server = server.trim_start_matches("http://").to_owned();
        let (cut, cuts) = watch::channel(());
        let mut tasks = JoinSet::new();
        tasks.spawn(async move {
            let mut connections = JoinSet::new();
            while let Ok((mut near, _)) = listener.accept().await {
                let (server, mut cuts) = (server.clone(), cuts.clone());
                cuts.mark_unchanged();
                connections.spawn(async move {
                    let Ok(mut far) = TcpStream::connect(server).await else { return };
                    tokio::select! {
                        _ = tokio::io::copy_bidirectional(&mut near, &mut far) => {}
                        _ = cuts.changed() => {}
                    }
                });
            }
        });
        Proxy { url, cut, _tasks: tasks }
    }

    /// Every connection ends at once, wherever it is.
    fn cut(&self) {
        self.cut.send_replace(());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn terminals_of_the_real_server() {
    let packages = match tokio::task::block_in_place(Packages::install) {
        Ok(packages) => packages,
        Err(missing) => return say_aloud("terminals_of_the_real_server", &missing),
    };
    let home = Home::new().expect("temporary folders");
    let program = Program::Real(packages.opencode());
    let server =
        tokio::task::block_in_place(|| Server::start(&program, &home, &[])).expect("the real server");
    let directory = home.project().to_string_lossy().into_owned();
    let client = Client::builder(server.url()).directory(&directory).build().expect("a client");

    talk_size_and_exit(&client).await;
    replays(&client).await;
    a_buffer_that_was_cut(&client).await;
    removal(&client).await;
    let proxy = Proxy::new(server.url()).await;
    let client = Client::builder(&proxy.url).directory(&directory).build().expect("a client");
    cuts(&client, &proxy).await;
    assert!(matches!(
        client.terminal("pty_unknown").connect().await,
        Err(opencode_client::pty::PtyError::NotFound { .. })
    ));
}

async fn talk_size_and_exit(client: &Client) {
    let body = shell("stty -echo; echo ready; read x; stty size; echo \"got $x 🦀\"; read x; exit 3");
    let pty = client.pty().create().body(body).send().await.expect("a terminal");
    let mut terminal = client.terminal(&pty.id).connect().await.expect("a terminal");
    until(&mut terminal, "ready\r\n").await;
    terminal.resize(33, 101).await.expect("another size");
    terminal.send("größe\n").await.expect("sent");
    let said = until(&mut terminal, "🦀\r\n").await;
    assert_eq!(said, "33 101\r\ngot größe 🦀\r\n");
    assert_eq!(terminal.cursor(), "ready\r\n33 101\r\ngot größe 🦀\r\n".encode_utf16().count() as u64);
    terminal.send("\n").await.expect("sent");
    let (items, error) = read(terminal).await;
    assert_eq!(items, [Output::Exited { code: Some(3) }]);
    assert!(error.is_none(), "{error:?}");
}

async fn replays(client: &Client) {
    let pty = client.pty().create().body(shell("echo a🦀b; read x; echo later; read x")).send().await;
    let pty = pty.expect("a terminal");
    let mut first = client.terminal(&pty.id).connect().await.expect("a terminal");
    let all = until(&mut first, "b\r\n").await;
    let length = all.encode_utf16().count() as u64;
    assert_eq!(first.cursor(), length);
    let mut second = client.terminal(&pty.id).connect().await.expect("a terminal");
    assert_eq!(until(&mut second, "b\r\n").await, all, "from the beginning");
    let mut third = client.terminal(&pty.id).from_cursor(3).connect().await.expect("a terminal");
    assert_eq!(until(&mut third, "b\r\n").await, "b\r\n", "behind the crab, which counts as two");
    let mut fourth = client.terminal(&pty.id).from_now().connect().await.expect("a terminal");
    assert_eq!(fourth.cursor(), length);
    fourth.send("\n").await.expect("sent");
    for terminal in [&mut first, &mut second, &mut third, &mut fourth] {
        let said = until(terminal, "later\r\n").await;
        assert!(!said.contains('b'), "{said:?}");
    }
}

async fn a_buffer_that_was_cut(client: &Client) {
    // It begins when it is asked to: what was said before somebody listens from now on is not for him.
    let script = "stty -echo; read x; head -c 3000000 /dev/zero | tr '\\0' x; echo; echo the end; read x";
    let pty = client.pty().create().body(shell(script)).send().await.expect("a terminal");
    let mut terminal = client.terminal(&pty.id).from_now().connect().await.expect("a terminal");
    terminal.send("\n").await.expect("sent");
    until(&mut terminal, "the end").await;
    let cursor = terminal.cursor();
    assert!(cursor > 3_000_000, "{cursor}");
    let mut again = client.terminal(&pty.id).connect().await.expect("a terminal");
    let Some(Ok(Output::Gap { missed: Some(missed) })) = again.next().await else { panic!("no gap") };
    let rest = until(&mut again, "the end").await;
    let rest = rest.encode_utf16().count() as u64;
    assert_eq!(missed + rest, again.cursor());
    assert!(rest >= 2_000_000 && again.cursor() >= cursor, "{missed} {rest}");
}

async fn removal(client: &Client) {
    let pty = client.pty().create().body(shell("echo ready; read x")).send().await.expect("a terminal");
    let mut terminal = client.terminal(&pty.id).connect().await.expect("a terminal");
    until(&mut terminal, "ready").await;
    assert!(*client.pty().remove(&pty.id).send().await.expect("an answer"));
    let (items, error) = read(terminal).await;
    assert!(matches!(items.last(), Some(Output::Exited { code: Some(_) })), "{items:?}");
    assert!(error.is_none(), "{error:?}");
}

/// Lines that are numbered, through a connection that is cut again and again.
async fn cuts(client: &Client, proxy: &Proxy) {
    let script = "stty -echo; echo ready; read x; i=0; while [ $i -lt 2000 ]; do echo \"🦀 $i\"; i=$((i+1)); done; read x";
    let pty = client.pty().create().body(shell(script)).send().await.expect("a terminal");
    let mut terminal = client.terminal(&pty.id).connect().await.expect("a terminal");
    until(&mut terminal, "ready\r\n").await;
    terminal.send("\n").await.expect("sent");
    let (mut said, mut cut_at) = (String::new(), 0);
    let expected: String = (0..2000).map(|line| format!("🦀 {line}\r\n")).collect();
    let reading = async {
        while said.len() < expected.len() {
            match terminal.next().await.expect("an item").expect("output") {
                Output::Text(more) => said += &more,
                other => panic!("{other:?} after {said:?}"),
            }
            if said.len() > cut_at {
                proxy.cut();
                cut_at = said.len() + 2_000;
            }
        }
    };
    tokio::time::timeout(2 * LIMIT, reading).await.expect("an end");
    assert!(said == expected, "{} bytes instead of {}", said.len(), expected.len());
    // At a quiet moment, too; the next input goes over the next connection.
    proxy.cut();
    let typing = async {
        while terminal.send("\n").await.is_err() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(LIMIT, typing).await.expect("another connection");
}
