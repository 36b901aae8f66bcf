//! An HTTP server that gives each connection the answer that is next in its script.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use opencode_client::Client;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;

/// Longest wait for anything.
pub const LIMIT: Duration = Duration::from_secs(60);

/// What one connection gets.
#[derive(Clone, Debug)]
pub enum Answer {
    /// These bytes, then the end of the connection.
    Close(Vec<u8>),
    /// These bytes, and then nothing more.
    Hold(Vec<u8>),
    /// The end of the connection before anything is read.
    Refuse,
}

/// An event stream with these frames, each without its blank line.
pub fn frames(frames: &[&str]) -> Vec<u8> {
    let body: String = frames.iter().map(|frame| format!("{frame}\n\n")).collect();
    format!("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n{body}")
        .into_bytes()
}

/// An answer with a status, a header line more and a body.
pub fn status(status: &str, header: &str, body: &str) -> Answer {
    let length = body.len();
    Answer::Close(
        format!(
            "HTTP/1.1 {status}\r\n{header}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
        )
        .into_bytes(),
    )
}

/// The server. It ends when dropped.
pub struct Script {
    url: String,
    /// Heads of all requests, in order of their connections.
    heads: Arc<Mutex<Vec<String>>>,
    /// Connections that the client has closed while they were held.
    left: tokio::sync::watch::Receiver<usize>,
    task: AbortHandle,
}

impl Script {
    /// The last answer is given to every further connection.
    pub async fn start(answers: Vec<Answer>) -> Script {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let heads = Arc::new(Mutex::new(Vec::new()));
        let (leaving, left) = tokio::sync::watch::channel(0);
        let seen = heads.clone();
        let task = tokio::spawn(async move {
            for number in 0.. {
                let (socket, _) = listener.accept().await.expect("a connection");
                let answer = answers[number.min(answers.len() - 1)].clone();
                tokio::spawn(play(socket, answer, seen.clone(), leaving.clone()));
            }
        });
        Script { url, heads, left, task: task.abort_handle() }
    }

    pub fn client(&self) -> Client {
        Client::builder(&self.url).basic_auth("opencode", "geheim").build().expect("a client")
    }

    pub fn requests(&self) -> Vec<String> {
        self.heads.lock().expect("whole").clone()
    }

    /// What each request said in `Last-Event-ID`.
    pub fn asked_for(&self) -> Vec<Option<String>> {
        let value = |head: &String| {
            let line = head.lines().find_map(|line| line.strip_prefix("last-event-id: "));
            line.map(str::to_owned)
        };
        self.requests().iter().map(value).collect()
    }

    /// Waits until the client has closed this many held connections.
    pub async fn closed(&self, count: usize) {
        let mut left = self.left.clone();
        let reached = left.wait_for(|left| *left >= count);
        drop(
            tokio::time::timeout(LIMIT, reached).await.expect("they are closed").expect("the server stands"),
        );
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn play(
    mut socket: TcpStream,
    answer: Answer,
    heads: Arc<Mutex<Vec<String>>>,
    leaving: tokio::sync::watch::Sender<usize>,
) {
    if let Answer::Refuse = answer {
        heads.lock().expect("whole").push(String::new());
        return;
    }
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match socket.read_u8().await {
            Ok(byte) => head.push(byte),
            Err(_) => return,
        }
    }
    heads.lock().expect("whole").push(String::from_utf8_lossy(&head).to_lowercase());
    match answer {
        Answer::Close(bytes) => {
            let _ = socket.write_all(&bytes).await;
            let _ = socket.shutdown().await;
        }
        Answer::Hold(bytes) => {
            let _ = socket.write_all(&bytes).await;
            // Ends when the client leaves.
            let _ = socket.read_u8().await;
            leaving.send_modify(|left| *left += 1);
        }
        Answer::Refuse => {}
    }
}
