//! Readers of `/event` that leave, and readers that stop reading: neither may cost the server anything.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use opencode_conformance::peers::{Caller, Server};

use crate::world::{World, until};

const DEBUG: [&str; 3] = ["--print-logs", "--log-level", "DEBUG"];

/// The number in the newest log line about subscribers.
fn subscribers(server: &Server) -> Option<usize> {
    let said = server.said();
    let line = said.lines().rev().find(|line| line.contains("subscribers"))?;
    let digits = line.split("subscribers").nth(1)?.trim_start_matches([':', '=', ' ']);
    digits.split(|character: char| !character.is_ascii_digit()).next()?.parse().ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_that_disappears_is_freed_at_once() {
    let world = World::new().await;
    let (server, caller) = world.start(&DEBUG);
    let readers =
        [caller.events().await.unwrap(), caller.events().await.unwrap(), caller.events().await.unwrap()];
    let count = async |wanted: usize| {
        until("the subscriber count", Duration::from_secs(5), async || match subscribers(&server) {
            Some(count) if count == wanted => Ok(()),
            other => Err(format!("{other:?} subscribers")),
        })
        .await;
    };
    count(3).await;
    drop(readers);
    count(0).await;
    // Nothing was published meanwhile: it is the connection's end that was noticed, not a failed write.
}

#[tokio::test(flavor = "multi_thread")]
async fn readers_that_stall_hold_at_most_a_mebibyte_each() {
    const READERS: u64 = 10;
    let world = World::new().await;
    let (server, caller) = world.start(&[]);
    // Once without them: what the server needs for this work at all is there afterwards.
    work(&caller).await;
    let before = server.memory("Rss").unwrap();
    let stalled: Vec<TcpStream> = (0..READERS).map(|_| stalled_reader(server.url())).collect();
    let published = work(&caller).await;
    // Less than this, and a server that keeps everything would pass.
    assert!(published > 2 * (READERS << 20), "only {published} bytes were published");
    let grown = server.memory("Rss").unwrap().saturating_sub(before);
    assert!(grown <= READERS << 20, "{READERS} stalled readers cost {} KiB", grown >> 10);
    drop(stalled);
}

/// Long answers in sessions of their own. Gives the number of bytes that a reader who keeps up gets of it.
async fn work(caller: &Caller) -> u64 {
    let text = format!("[say {}]", "All work and no play. ".repeat(12_000));
    let mut events = caller.events().await.unwrap();
    let mut published = 0;
    for _ in 0..30 {
        let session = caller.create_session().await.unwrap();
        caller.prompt_async(&session, &text).await.unwrap();
        let last = events.until("session.idle", |arrived| {
            published += arrived.event.to_string().len() as u64;
            arrived.is("session.idle", &session)
        });
        last.await.unwrap();
    }
    published
}

/// Asks for the events, reads the first bytes of the answer, and never again.
fn stalled_reader(url: &str) -> TcpStream {
    let address: SocketAddr = url.trim_start_matches("http://").parse().unwrap();
    let mut socket = TcpStream::connect(address).unwrap();
    socket.write_all(format!("GET /event HTTP/1.1\r\nHost: {address}\r\n\r\n").as_bytes()).unwrap();
    let mut status = [0; 12];
    socket.read_exact(&mut status).unwrap();
    assert_eq!(&status, b"HTTP/1.1 200");
    socket
}
