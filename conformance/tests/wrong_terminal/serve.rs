//! The HTTP and the WebSocket in front of the scripted terminals: one request per connection. Start at [`serve`].

use std::sync::Arc;

use futures::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, Role};

use super::Fault;
use super::program::{Attached, Said, Terminals};

/// Serves terminals that are wrong in this way on a free port, until the test's runtime ends.
pub async fn serve(fault: Fault) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback is there");
    let url = format!("http://{}", listener.local_addr().expect("it is bound"));
    let terminals = Arc::new(Terminals::new(fault));
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            tokio::spawn(answer(socket, Arc::clone(&terminals)));
        }
    });
    url
}

struct Request {
    method: String,
    path: String,
    cursor: Option<i64>,
    key: Option<String>,
    body: Value,
}

async fn answer(mut socket: TcpStream, terminals: Arc<Terminals>) {
    let Some(request) = read(&mut socket).await else { return };
    let segments: Vec<_> = request.path.split('/').filter(|segment| !segment.is_empty()).collect();
    let found = |answer: Option<Value>| answer.map_or((404, not_found()), |answer| (200, answer));
    let (status, body) = match (request.method.as_str(), segments.as_slice()) {
        ("GET", ["global", "health"]) => (200, json!({ "healthy": true, "version": "scripted" })),
        ("POST", ["pty"]) => (200, terminals.create()),
        ("PUT", ["pty", id]) => found(terminals.resize(id, &request.body)),
        ("DELETE", ["pty", id]) => found(terminals.remove(id).then_some(json!(true))),
        ("GET", ["event"]) => return events(socket, &terminals).await,
        ("GET", ["pty", id, "connect"]) => match terminals.attach(id, request.cursor) {
            Some(attached) => {
                let key = request.key.unwrap_or_default();
                return connect(socket, &terminals, id, &key, attached).await;
            }
            None if terminals.fault == Fault::UnknownFails => (500, not_found()),
            None => (404, not_found()),
        },
        _ => (501, not_found()),
    };
    let body = body.to_string();
    let head = format!(
        "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    let _ = socket.write_all(format!("{head}{body}").as_bytes()).await;
}

fn not_found() -> Value {
    json!({ "name": "NotFoundError", "data": { "message": "no" } })
}

/// Head and body; `None` if the client left before it had sent both.
async fn read(socket: &mut TcpStream) -> Option<Request> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
        if socket.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let header = |name: &str| {
        head.lines().find_map(|line| {
            let (found, value) = line.split_once(':')?;
            found.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
        })
    };
    let length: usize = header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    while bytes.len() < end + 4 + length {
        if socket.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
    let mut words = head.split_whitespace();
    let (method, target) = (words.next()?.to_owned(), words.next()?);
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let cursor = query.split('&').find_map(|pair| pair.strip_prefix("cursor=")?.parse().ok());
    let body = serde_json::from_slice(&bytes[end + 4..]).unwrap_or_default();
    Some(Request { method, path: path.to_owned(), cursor, key: header("sec-websocket-key"), body })
}

async fn events(mut socket: TcpStream, terminals: &Terminals) {
    let mut events = terminals.events.subscribe();
    let mut next = json!({ "type": "server.connected", "properties": {} });
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n";
    if socket.write_all(head.as_bytes()).await.is_err() {
        return;
    }
    while socket.write_all(format!("data: {next}\n\n").as_bytes()).await.is_ok() {
        match events.recv().await {
            Ok(event) => next = event,
            Err(_) => return,
        }
    }
}

async fn connect(mut socket: TcpStream, terminals: &Terminals, id: &str, key: &str, attached: Attached) {
    let Attached { replay, control, mut says } = attached;
    let accept = match terminals.fault {
        Fault::WrongHandshake => derive_accept_key(b"another key"),
        _ => derive_accept_key(key.as_bytes()),
    };
    let head = format!(
        "HTTP/1.1 101 X\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-accept: {accept}\r\n\r\n"
    );
    if socket.write_all(head.as_bytes()).await.is_err() {
        return;
    }
    let mut socket = WebSocketStream::from_raw_socket(socket, Role::Server, None).await;
    if !replay.is_empty() && socket.send(Message::text(replay)).await.is_err() {
        return;
    }
    let control = format!("\0{control}");
    let control = match terminals.fault {
        Fault::NoControl => None,
        Fault::ControlIsText => Some(Message::text(control)),
        _ => Some(Message::binary(control.into_bytes())),
    };
    if let Some(control) = control
        && socket.send(control).await.is_err()
    {
        return;
    }
    let mut typed = String::new();
    loop {
        tokio::select! {
            said = says.recv() => match said {
                Some(Said::Text(text)) => {
                    if socket.send(Message::text(text)).await.is_err() {
                        break;
                    }
                }
                Some(Said::Closed(Some(code))) => {
                    let frame = CloseFrame { code: code.into(), reason: "".into() };
                    // The client may have gone first.
                    let _ = socket.close(Some(frame)).await;
                    break;
                }
                Some(Said::Closed(None)) => break,
                // Forgotten by its terminal, it stays open and says nothing.
                None => while socket.next().await.is_some_and(|message| message.is_ok()) {},
            },
            message = socket.next() => match message {
                Some(Ok(Message::Text(text))) => {
                    typed.push_str(text.as_str());
                    while let Some((line, rest)) = typed.split_once('\n') {
                        terminals.typed(id, line);
                        typed = rest.to_owned();
                    }
                }
                Some(Ok(Message::Close(_)) | Err(_)) | None => break,
                Some(Ok(_)) => {}
            },
        }
    }
    drop(says);
    terminals.leave(id);
}
