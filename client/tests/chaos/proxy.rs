//! A TCP proxy that breaks connections as a test says, each in its own way.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{AbortHandle, JoinSet};

/// What happens to the answer of one connection.
#[derive(Clone, Copy, Debug)]
pub enum Fault {
    /// Nothing.
    Pass,
    /// It ends after so many bytes.
    Cut(usize),
    /// It goes on, but nothing more arrives after so many bytes.
    Stall(usize),
    /// It comes byte by byte.
    Slow,
    /// Each event comes twice.
    Twice,
    /// Events of sessions arrive, but are no JSON.
    Garble,
    /// The bytes of the second event come twice from so many on, in the middle of the stream.
    Stutter(usize),
    /// The proxy answers this status itself.
    Status(&'static str),
    /// The connection ends before the request is read.
    Refuse,
    /// The request arrives, and the connection ends before the answer.
    Swallow,
}

struct State {
    /// Where to; nothing: every connection is refused.
    target: Option<String>,
    /// What comes next for each kind of request, by the beginning of its head.
    faults: Vec<(&'static str, VecDeque<Fault>)>,
    /// How many connections each kind had.
    counts: Vec<(String, usize)>,
    /// What is being carried now.
    connections: JoinSet<()>,
}

/// The proxy. It ends with all of its connections when dropped.
pub struct Proxy {
    url: String,
    state: Arc<Mutex<State>>,
    task: AbortHandle,
}

impl Proxy {
    /// In front of the server at `target`. `faults`: for requests whose head begins so, one connection after the other.
    pub async fn start(target: &str, faults: Vec<(&'static str, Vec<Fault>)>) -> Proxy {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let faults = faults.into_iter().map(|(kind, faults)| (kind, faults.into())).collect();
        let state =
            State { target: Some(address(target)), faults, counts: Vec::new(), connections: JoinSet::new() };
        let state = Arc::new(Mutex::new(state));
        let shared = state.clone();
        let task = tokio::spawn(async move {
            loop {
                let (socket, _) = listener.accept().await.expect("a connection");
                let carrying = carry(socket, shared.clone());
                shared.lock().expect("whole").connections.spawn(carrying);
            }
        });
        Proxy { url, state, task: task.abort_handle() }
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    /// Ends every connection and refuses further ones: what the server says from now on is not heard.
    pub fn unplug(&self) {
        let mut state = self.state.lock().expect("whole");
        state.target = None;
        state.connections.abort_all();
    }

    /// Sends further connections there.
    pub fn retarget(&self, target: &str) {
        self.state.lock().expect("whole").target = Some(address(target));
    }

    /// How many connections asked for something that begins so.
    pub fn count(&self, kind: &str) -> usize {
        let state = self.state.lock().expect("whole");
        state.counts.iter().filter(|(line, _)| line.starts_with(kind)).map(|(_, count)| count).sum()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.task.abort();
        self.unplug();
    }
}

fn address(url: &str) -> String {
    url.trim_start_matches("http://").trim_end_matches('/').to_owned()
}

async fn carry(mut socket: TcpStream, state: Arc<Mutex<State>>) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match socket.read_u8().await {
            Ok(byte) => head.push(byte),
            Err(_) => return,
        }
    }
    let line = String::from_utf8_lossy(&head).lines().next().unwrap_or_default().to_owned();
    let (fault, target) = {
        let mut state = state.lock().expect("whole");
        match state.counts.iter_mut().find(|(known, _)| *known == line) {
            Some((_, count)) => *count += 1,
            None => state.counts.push((line.clone(), 1)),
        }
        let faults = state.faults.iter_mut().find(|(kind, _)| line.starts_with(kind));
        let fault = faults.and_then(|(_, faults)| faults.pop_front()).unwrap_or(Fault::Pass);
        (fault, state.target.clone())
    };
    let Some(target) = target else { return };
    match fault {
        Fault::Refuse => return,
        Fault::Status(status) => {
            let answer = format!("HTTP/1.1 {status}\r\ncontent-length: 3\r\nconnection: close\r\n\r\nbad");
            let _ = socket.write_all(answer.as_bytes()).await;
            let _ = socket.shutdown().await;
            return;
        }
        _ => {}
    }
    let Ok(mut server) = TcpStream::connect(target).await else { return };
    if server.write_all(&head).await.is_err() {
        return;
    }
    let (mut from_server, mut to_server) = server.split();
    let (mut from_client, mut to_client) = socket.split();
    let upstream = async {
        let _ = tokio::io::copy(&mut from_client, &mut to_server).await;
    };
    let downstream = async {
        let mut rules = Rules { fault, passed: 0, events: 0 };
        let mut buffer = vec![0; 16 << 10];
        while let Ok(count) = from_server.read(&mut buffer).await
            && count > 0
        {
            for piece in rules.pieces(&buffer[..count]) {
                if to_client.write_all(&piece).await.is_err() || to_client.flush().await.is_err() {
                    return;
                }
                tokio::task::yield_now().await;
            }
            if rules.ended() {
                return;
            }
        }
    };
    // The connection ends, on both sides, as soon as one of the directions does.
    tokio::select! {
        () = upstream => {}
        () = downstream => {}
    }
}

/// How much of an answer went by, and what is to become of it.
struct Rules {
    fault: Fault,
    passed: usize,
    events: usize,
}

impl Rules {
    fn ended(&self) -> bool {
        matches!(self.fault, Fault::Cut(limit) if self.passed >= limit)
            || matches!(self.fault, Fault::Swallow)
    }

    fn pieces(&mut self, bytes: &[u8]) -> Vec<Vec<u8>> {
        let room = |limit: usize| limit.saturating_sub(self.passed).min(bytes.len());
        let pieces = match self.fault {
            Fault::Cut(limit) | Fault::Stall(limit) => vec![bytes[..room(limit)].to_vec()],
            Fault::Slow => bytes.iter().map(|byte| vec![*byte]).collect(),
            Fault::Swallow => Vec::new(),
            Fault::Garble => vec![garbled(bytes)],
            // Servers send each event as one chunk of its own: a line with its length, the event, and an empty line.
            Fault::Twice => match bytes.starts_with(b"HTTP/") {
                true => vec![bytes.to_vec()],
                false => chunks(bytes).into_iter().flat_map(|chunk| [chunk.clone(), chunk]).collect(),
            },
            Fault::Stutter(from) => {
                self.events += usize::from(!bytes.starts_with(b"HTTP/"));
                match self.events {
                    2 => vec![bytes.to_vec(), bytes[from.min(bytes.len())..].to_vec()],
                    _ => vec![bytes.to_vec()],
                }
            }
            _ => vec![bytes.to_vec()],
        };
        self.passed += bytes.len();
        pieces
    }
}

/// As many bytes, in which no session can be read.
fn garbled(bytes: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(bytes).replace("\"sessionID\":\"", "\"sessionID\":7").into_bytes()
}

/// The chunks of a chunked body, if these bytes are whole ones; otherwise the bytes as they are.
fn chunks(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let whole = (|| {
            let end = rest.windows(2).position(|pair| pair == b"\r\n")?;
            let length = usize::from_str_radix(std::str::from_utf8(&rest[..end]).ok()?, 16).ok()?;
            let total = end + 2 + length + 2;
            (length > 0 && total <= rest.len()).then_some(total)
        })();
        let Some(total) = whole else { return vec![bytes.to_vec()] };
        found.push(rest[..total].to_vec());
        rest = &rest[total..];
    }
    found
}
