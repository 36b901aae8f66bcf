//! A server on loopback that answers as a test wants it, well or badly.

use std::io::{BufRead as _, BufReader, Write};
use std::net::{TcpListener, TcpStream};

/// It serves until the test program ends.
pub struct Server {
    address: String,
}

pub struct Request {
    pub path: String,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
}

/// How one request is answered.
pub enum Answer {
    /// Head and body as they go over the wire.
    Bytes(Vec<u8>),
    /// This head, and then this body for as long as somebody reads it.
    Endless { head: String, chunk: Vec<u8> },
    /// Nothing, on a connection that stays open.
    Silence,
}

impl Request {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|header| header.0 == name).map(|header| header.1.as_str())
    }
}

impl Answer {
    pub fn new(status: &str, headers: &[&str], body: &[u8]) -> Self {
        let mut bytes = format!("HTTP/1.1 {status}\r\nconnection: close\r\n").into_bytes();
        for header in headers {
            bytes.extend_from_slice(format!("{header}\r\n").as_bytes());
        }
        bytes.extend_from_slice(format!("content-length: {}\r\n\r\n", body.len()).as_bytes());
        bytes.extend_from_slice(body);
        Self::Bytes(bytes)
    }

    pub fn json(body: &str) -> Self {
        Self::new("200 OK", &["content-type: application/json"], body.as_bytes())
    }

    pub fn status(status: &str) -> Self {
        Self::new(status, &[], b"")
    }

    pub fn to(place: &str) -> Self {
        Self::new("302 Found", &[&format!("location: {place}")], b"")
    }
}

impl Server {
    pub fn start(answer: impl Fn(&Request) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address").to_string();
        let answer = std::sync::Arc::new(answer);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let answer = answer.clone();
                // A caller that leaves early is no mistake of the server.
                std::thread::spawn(move || serve(&stream, &*answer).is_some());
            }
        });
        Self { address }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

fn serve(mut stream: &TcpStream, answer: &dyn Fn(&Request) -> Answer) -> Option<()> {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let path = lines.next()?.split(' ').nth(1)?.to_owned();
    let headers = lines.by_ref().take_while(|line| !line.is_empty()).filter_map(|line| {
        line.split_once(": ").map(|(name, value)| (name.to_lowercase(), value.to_owned()))
    });
    match answer(&Request { path, headers: headers.collect() }) {
        Answer::Bytes(bytes) => stream.write_all(&bytes).ok()?,
        Answer::Endless { head, chunk } => {
            stream.write_all(head.as_bytes()).ok()?;
            while stream.write_all(&chunk).is_ok() {}
        }
        // Until the caller hangs up.
        Answer::Silence => drop(lines.next()),
    }
    Some(())
}
