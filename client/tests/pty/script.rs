//! A server with one terminal, whose every connection goes as the test says. Start from [`Script`].

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures::{SinkExt as _, StreamExt as _};
use opencode_client::Client;
use opencode_client::events::Reconnect;
use opencode_client::pty::{Connect, Output, PtyError, Terminal};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

/// Above anything that is waited for here.
pub const LIMIT: Duration = Duration::from_secs(30);

/// What happens on one connection, in order.
#[derive(Clone, Debug)]
pub enum Step {
    /// A text message.
    Say(String),
    /// The cursor message.
    Cursor(u64),
    /// A message of a kind that nobody knows.
    Strange,
    /// Waits for input of the client.
    Hear,
    /// Half a message, then the end of the connection.
    Cut,
    /// The connection ends between two messages.
    Drop,
    /// Nothing is read or written any more; the connection stays.
    Freeze,
    /// An orderly close.
    Close(u16),
    /// Another answer than a WebSocket.
    Answer(u16, &'static str),
}

/// A server; dropping it ends it with all connections.
pub struct Script {
    url: String,
    state: Arc<Mutex<State>>,
    _tasks: JoinSet<()>,
}

#[derive(Default)]
pub struct State {
    connections: VecDeque<Vec<Step>>,
    requests: Vec<String>,
    pub heard: Vec<String>,
    pub pings: usize,
    exists: bool,
    exit_code: Option<i64>,
}

impl Script {
    /// Each connection to the terminal takes the next list of steps; when there is none left, the terminal is gone.
    pub async fn new(connections: impl IntoIterator<Item = Vec<Step>>) -> Script {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let state = State { connections: connections.into_iter().collect(), ..State::default() };
        let (state, mut tasks) = (Arc::new(Mutex::new(state)), JoinSet::new());
        let shared = state.clone();
        tasks.spawn(async move {
            let mut connections = JoinSet::new();
            while let Ok((socket, _)) = listener.accept().await {
                connections.spawn(connection(socket, shared.clone()));
            }
        });
        Script { url, state, _tasks: tasks }
    }

    /// The terminal's program has ended with this code, which the event stream tells.
    pub fn exit(self, code: i64) -> Script {
        self.state.lock().expect("no panic").exit_code = Some(code);
        self
    }

    /// `pty.get` finds the terminal, whatever its connections do.
    pub fn exists(self) -> Script {
        self.state.lock().expect("no panic").exists = true;
        self
    }

    pub fn client(&self) -> Client {
        Client::builder(&self.url).directory("/größe").basic_auth("me", "geheim").build().expect("a client")
    }

    /// With pauses for the impatient.
    pub fn terminal(&self) -> Connect {
        let hasty = Reconnect::attempts(4).pauses(Duration::from_millis(1), Duration::from_millis(1));
        self.client().terminal("pty_1").reconnect(hasty)
    }

    /// Heads of the requests for a WebSocket.
    pub fn requests(&self) -> Vec<String> {
        self.state.lock().expect("no panic").requests.clone()
    }

    /// Waits until this holds.
    pub async fn until(&self, holds: impl Fn(&State) -> bool) {
        let reaching = async {
            while !holds(&self.state.lock().expect("no panic")) {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(LIMIT, reaching).await.expect("it happens in time");
    }

    /// What the client typed.
    pub fn heard(&self) -> Vec<String> {
        self.state.lock().expect("no panic").heard.clone()
    }
}

/// Reads to the end, or an error; joins texts.
pub async fn read(mut terminal: Terminal) -> (Vec<Output>, Option<PtyError>) {
    let mut items = Vec::new();
    let reading = async {
        while let Some(item) = terminal.next().await {
            match (item, items.last_mut()) {
                (Ok(Output::Text(more)), Some(Output::Text(text))) => text.push_str(&more),
                (Ok(item), _) => items.push(item),
                (Err(error), _) => return Some(error),
            }
        }
        None
    };
    let error = tokio::time::timeout(LIMIT, reading).await.unwrap_or_else(|_| panic!("no end"));
    assert!(terminal.next().await.is_none(), "nothing comes after the end");
    (items, error)
}

pub fn text(text: &str) -> Output {
    Output::Text(text.to_owned())
}

async fn connection(mut socket: TcpStream, state: Arc<Mutex<State>>) {
    let head = head(&socket).await;
    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
    if !path.contains("/connect") {
        return plain(socket, &path, &state).await;
    }
    let steps = {
        let mut state = state.lock().expect("no panic");
        state.requests.push(head);
        state.connections.pop_front()
    };
    let steps = steps.unwrap_or_else(|| vec![Step::Answer(500, "Error: Session not found")]);
    if let [Step::Answer(status, body)] = steps[..] {
        let answer = format!(
            "HTTP/1.1 {status} Told\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
            body.len()
        );
        let _ = socket.write_all(answer.as_bytes()).await;
        return drain(socket).await;
    }
    let Ok(mut socket) = tokio_tungstenite::accept_async(socket).await else { return };
    for step in steps {
        let sent = match step {
            Step::Say(text) => socket.send(Message::text(text)).await,
            Step::Cursor(cursor) => socket.send(Message::binary(format!("\0{{\"cursor\":{cursor}}}"))).await,
            Step::Strange => socket.send(Message::binary(vec![7, 7])).await,
            Step::Hear => {
                while let Some(Ok(message)) = socket.next().await {
                    match message {
                        Message::Text(text) => {
                            state.lock().expect("no panic").heard.push(text.as_str().to_owned());
                            break;
                        }
                        Message::Ping(_) => state.lock().expect("no panic").pings += 1,
                        _ => {}
                    }
                }
                Ok(())
            }
            Step::Cut => {
                // A text message of 100 bytes, of which five come.
                let _ = socket.get_mut().write_all(b"\x81\x64hello").await;
                return;
            }
            Step::Drop => return,
            Step::Freeze => std::future::pending().await,
            Step::Close(code) => {
                let frame = CloseFrame { code: CloseCode::from(code), reason: "".into() };
                let closed = socket.close(Some(frame)).await;
                while let Some(Ok(_)) = socket.next().await {}
                closed
            }
            Step::Answer(..) => unreachable!("an answer stands alone"),
        };
        if sent.is_err() {
            return;
        }
    }
    while let Some(Ok(_)) = socket.next().await {}
}

/// Looks at the head of a request without taking it.
async fn head(socket: &TcpStream) -> String {
    let mut bytes = vec![0; 8 << 10];
    loop {
        let count = socket.peek(&mut bytes).await.unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes[..count]).into_owned();
        if count == 0 || text.contains("\r\n\r\n") {
            return text;
        }
        tokio::task::yield_now().await;
    }
}

/// `pty.get` and `event.subscribe`.
async fn plain(mut socket: TcpStream, path: &str, state: &Mutex<State>) {
    let (exists, code) = {
        let state = state.lock().expect("no panic");
        (state.exists, state.exit_code)
    };
    let json = |status: u16, body: &str| {
        format!(
            "HTTP/1.1 {status} Told\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        )
    };
    let answer = match (path.starts_with("/event"), exists) {
        (true, _) => {
            let event = |kind: &str, rest: String| {
                format!("data: {{\"type\":\"{kind}\",\"properties\":{{{rest}}}}}\n\n")
            };
            let mut events = event("server.connected", String::new());
            if let Some(code) = code {
                events += &event("pty.exited", r#""id":"pty_other","exitCode":99"#.to_owned());
                events += &event("pty.exited", format!("\"id\":\"pty_1\",\"exitCode\":{code}"));
            }
            format!("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n{events}")
        }
        (false, true) => json(
            200,
            r#"{"id":"pty_1","title":"t","command":"sh","args":[],"cwd":"/","status":"running","pid":1}"#,
        ),
        (false, false) => json(404, r#"{"name":"NotFoundError","data":{"message":"Session not found"}}"#),
    };
    let _ = socket.write_all(answer.as_bytes()).await;
    drain(socket).await;
}

/// Reads until the client closes, so that the answer is not lost in a reset.
async fn drain(mut socket: TcpStream) {
    let _ = socket.shutdown().await;
    let mut bytes = [0; 1024];
    while let Ok(1..) = socket.read(&mut bytes).await {}
}
