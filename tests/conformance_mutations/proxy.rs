//! A proxy on loopback that passes everything on as it is, but for what a [`Corruption`] changes.
//!
//! It is transparent down to the wire: odd methods, paths and headers arrive as they were sent, bodies flow while they
//! come, and a client that leaves is gone for the server, too.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::Mutex;

use crate::http::{Answer, Asked, Body, Frame, answer_head};

/// What a proxy does wrong. Everything it does not name passes unaltered.
#[derive(Default)]
pub struct Corruption {
    /// Changes a request before the server sees it.
    pub request: Option<ChangeAsked>,
    /// Changes an answer before the client sees it. Of an event stream, only the head.
    pub answer: Option<ChangeAnswer>,
    /// Changes events. The number tells one stream from another.
    pub events: Option<Box<dyn Fn(usize) -> Rewrite + Send + Sync>>,
    /// Only one connection at a time is served.
    pub one_at_a_time: bool,
    /// All streams wait for the slowest reader.
    pub shared_pace: bool,
}

type ChangeAsked = Box<dyn Fn(&mut Asked) + Send + Sync>;
pub type ChangeAnswer = Box<dyn Fn(&Asked, &mut Answer) + Send + Sync>;

/// Makes frames of a frame, with a memory of its own.
pub type Rewrite = Box<dyn FnMut(Frame) -> Vec<Frame> + Send>;

/// Where it listens; it ends with the test's runtime.
pub async fn start(server: &str, corruption: Corruption) -> String {
    let listener = listener().expect("loopback is there");
    let url = format!("http://{}", listener.local_addr().expect("it is bound"));
    let proxy = Arc::new(Proxy {
        server: server.trim_start_matches("http://").to_owned(),
        corruption,
        streams: AtomicUsize::new(0),
        turn: Mutex::new(()),
        pace: Mutex::new(()),
    });
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            let proxy = Arc::clone(&proxy);
            tokio::spawn(async move {
                let _turn = match proxy.corruption.one_at_a_time {
                    true => Some(proxy.turn.lock().await),
                    false => None,
                };
                // A connection that breaks is the end of it, on both sides.
                let _ = proxy.serve(client).await;
            });
        }
    });
    url
}

/// Its connections hold little, so that a reader that stalls is noticed.
fn listener() -> std::io::Result<TcpListener> {
    let socket = TcpSocket::new_v4()?;
    socket.set_send_buffer_size(8 << 10)?;
    socket.bind(([127, 0, 0, 1], 0).into())?;
    socket.listen(256)
}

struct Proxy {
    server: String,
    corruption: Corruption,
    streams: AtomicUsize,
    turn: Mutex<()>,
    pace: Mutex<()>,
}

impl Proxy {
    async fn serve(&self, mut client: TcpStream) -> std::io::Result<()> {
        client.set_nodelay(true)?;
        let Some((head, rest, took)) = request_head(&mut client).await? else { return Ok(()) };
        let mut upstream = TcpStream::connect(&self.server).await?;
        upstream.set_nodelay(true)?;
        let mut asked = match Asked::parse(&head, took) {
            Some(asked) => asked,
            // What is no request is the server's to refuse.
            None => {
                upstream.write_all(&head).await?;
                return tokio::io::copy_bidirectional(&mut client, &mut upstream).await.map(drop);
            }
        };
        let sent = asked.clone();
        if let Some(change) = &self.corruption.request {
            change(&mut asked);
        }
        upstream.write_all(&asked.head()).await?;
        upstream.write_all(&rest).await?;

        let (mut from_client, mut to_client) = client.split();
        let (mut from_server, mut to_server) = upstream.split();
        let answering = self.answer(&sent, &asked.method, &mut from_server, &mut to_client);
        let asking = async {
            // A server that has answered need not read the rest: that is not yet the end.
            if tokio::io::copy(&mut from_client, &mut to_server).await.is_err() {
                std::future::pending::<()>().await;
            }
        };
        tokio::select! {
            answered = answering => answered?,
            // The client has left.
            () = asking => return Ok(()),
        }
        to_client.shutdown().await?;
        // To close on unread bytes would reset the connection, and take the answer with it.
        let rest = async { while let Ok(1..) = from_client.read(&mut [0; 65_536]).await {} };
        let _ = tokio::time::timeout(Duration::from_secs(2), rest).await;
        Ok(())
    }

    /// `method` is the one that the server saw.
    async fn answer(
        &self,
        asked: &Asked,
        method: &str,
        mut from: impl AsyncReadExt + Unpin,
        mut to: impl AsyncWriteExt + Unpin,
    ) -> std::io::Result<()> {
        let mut interim = Vec::new();
        let (mut answer, pending) = loop {
            match answer_head(&mut from, &mut interim).await {
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {
                    to.write_all(&std::mem::take(&mut interim)).await?;
                }
                other => break other?,
            }
        };
        let mut body = Body::new(from, &answer, method, pending);
        let streamed = answer.is_stream() && answer.status == 200 && method == "GET";
        if !streamed {
            answer.body = body.whole().await?;
        }
        if let Some(change) = &self.corruption.answer {
            change(asked, &mut answer);
        }
        tokio::time::sleep(answer.delay).await;
        if answer.silent {
            return Ok(());
        }
        to.write_all(&answer.head(&asked.method)).await?;
        to.write_all(&answer.body).await?;
        if streamed { self.stream(&mut body, &mut to).await } else { Ok(()) }
    }

    async fn stream(
        &self,
        body: &mut Body<impl AsyncReadExt + Unpin>,
        to: &mut (impl AsyncWriteExt + Unpin),
    ) -> std::io::Result<()> {
        let number = self.streams.fetch_add(1, Ordering::SeqCst);
        let mut rewrite = self.corruption.events.as_ref().map(|events| events(number));
        let mut pending = String::new();
        loop {
            let piece = body.next().await?;
            if piece.is_empty() {
                return Ok(());
            }
            pending.push_str(&String::from_utf8_lossy(&piece));
            while let Some(end) = pending.find("\n\n") {
                let frame: String = pending.drain(..end + 2).collect();
                let frames = match (&mut rewrite, Frame::parse(&frame)) {
                    (Some(rewrite), Some(parsed)) => rewrite(parsed).iter().map(Frame::text).collect(),
                    _ => frame,
                };
                let _pace = match self.corruption.shared_pace {
                    true => Some(self.pace.lock().await),
                    false => None,
                };
                to.write_all(frames.as_bytes()).await?;
            }
        }
    }
}

/// The head of a request, what came with it, and how long it took. `None`: the client left before it was whole.
async fn request_head(client: &mut TcpStream) -> std::io::Result<Option<(Vec<u8>, Vec<u8>, Duration)>> {
    let mut bytes = Vec::new();
    let mut began = None;
    loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            let rest = bytes.split_off(end + 4);
            return Ok(Some((bytes, rest, began.unwrap_or_else(Instant::now).elapsed())));
        }
        if client.read_buf(&mut bytes).await? == 0 {
            return Ok(None);
        }
        began.get_or_insert_with(Instant::now);
    }
}
