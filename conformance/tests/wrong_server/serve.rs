//! The smallest HTTP server that can be wrong on purpose: one request per connection, answers from a function.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::broadcast::Receiver;

/// What goes back over the wire.
pub struct Answer {
    pub status: u16,
    pub content_type: &'static str,
    pub body: String,
    /// Promises a byte more than it sends.
    pub cut: bool,
    /// Takes the request and says nothing.
    pub silent: bool,
    /// What comes behind the body, until whoever asked leaves.
    pub follow: Option<Receiver<String>>,
}

impl Answer {
    pub fn json(status: u16, body: serde_json::Value) -> Answer {
        let (body, content_type) = (body.to_string(), "application/json");
        Answer { status, content_type, body, cut: false, silent: false, follow: None }
    }

    pub fn events(data: &[&str]) -> Answer {
        let body = data.iter().map(|data| format!("data: {data}\n\n")).collect();
        Answer { content_type: "text/event-stream", body, ..Answer::json(200, serde_json::Value::Null) }
    }
}

/// Serves `answers` on a free port until the test's runtime ends. They are asked with `METHOD /path`, and, where there
/// are credentials, ` AUTHORIZATION` behind it.
pub async fn serve(answers: impl Fn(&str) -> Answer + Send + Sync + Copy + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback is there");
    let url = format!("http://{}", listener.local_addr().expect("it is bound"));
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            tokio::spawn(answer(socket, answers));
        }
    });
    url
}

async fn answer(mut socket: TcpStream, answers: impl Fn(&str) -> Answer) {
    let mut bytes = Vec::new();
    let head = loop {
        let mut chunk = [0; 4096];
        match socket.read(&mut chunk).await {
            Ok(0) | Err(_) => return,
            Ok(count) => bytes.extend_from_slice(&chunk[..count]),
        }
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break (String::from_utf8_lossy(&bytes[..end]).into_owned(), end + 4);
        }
    };
    let (head, body_at) = head;
    let header = |name: &str| {
        head.lines().find_map(|line| {
            let (found, value) = line.split_once(':')?;
            found.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
        })
    };
    // A request that is not read to its end would reset the connection under the answer.
    let length: u64 = header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let mut rest = (&mut socket).take(length.saturating_sub((bytes.len() - body_at) as u64));
    if tokio::io::copy(&mut rest, &mut tokio::io::sink()).await.is_err() {
        return;
    }
    let mut words = head.split_whitespace();
    let method = words.next().unwrap_or_default();
    let path = words.next().unwrap_or_default().split('?').next().unwrap_or_default();
    let credentials = header("authorization").map(|value| format!(" {value}")).unwrap_or_default();
    let answer = answers(&format!("{method} {path}{credentials}"));
    if answer.silent {
        // Until the client gives up.
        let _ = socket.read(&mut [0; 1]).await;
        return;
    }
    let Answer { status, content_type, body, cut, follow, .. } = answer;
    let length = match follow {
        Some(_) => String::new(),
        None => format!("content-length: {}\r\n", body.len() + usize::from(cut)),
    };
    let head =
        format!("HTTP/1.1 {status} X\r\ncontent-type: {content_type}\r\n{length}connection: close\r\n\r\n");
    let mut sent = socket.write_all(format!("{head}{body}").as_bytes()).await;
    let Some(mut follow) = follow else { return };
    while sent.is_ok() {
        let Ok(next) = follow.recv().await else { return };
        sent = socket.write_all(next.as_bytes()).await;
    }
}
