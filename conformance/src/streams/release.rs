//! Readers that leave, vanish or stop reading: none of them may hold up the others. What a server does with them inside
//! cannot be seen; that a long answer and a tool's run go on in time can. Start from [`play`].

use std::time::Instant;

use futures::StreamExt;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream, lookup_host};

use super::actor::{Actor, Hindrance};
use super::reader::Reader;
use crate::client::{Call, Client};
use crate::judge::{Finding, Rule};

/// Readers that are opened and closed again.
const LEAVING: usize = 50;
/// How many of them are opened at once.
const AT_ONCE: usize = 10;
/// Readers that stop reading, and that many that vanish without a farewell.
const STALLED: usize = 2;
/// Of what is sent, a stalled reader takes this much at most.
const RECEIVE_BUFFER: u32 = 4 << 10;
/// Shows that prompts work at all, and how long they take.
const SHORT: &str = "[long 100]";
/// Fills what lies between server and reader.
const LONG: &str = "[long 1500]";
/// A tool that tells of its work while it works.
const TOOL: &str = "[tool:write conformance-release.txt released]";

/// Runs prompts after readers left, and while others neither read nor leave.
pub(super) async fn play(actor: Actor<'_, '_>, call: &Call) -> Result<Vec<Finding>, Hindrance> {
    let client = &actor.trial.client;
    let mut attentive = Reader::open(client, call, None)
        .await
        .map_err(|problem| format!("/event cannot be read: {problem}"))?;
    let session = actor.create().await?;
    let began = Instant::now();
    actor.prompt(&session, SHORT).await?;
    let before = began.elapsed();

    let left = futures::stream::iter(0..LEAVING)
        .map(|_| async { Reader::open(client, call, None).await.is_ok() })
        .buffer_unordered(AT_ONCE)
        .filter(|opened| std::future::ready(*opened))
        .count()
        .await;
    let mut found = Vec::new();
    if left < LEAVING {
        let message = format!("of {LEAVING} readers only {left} were let in");
        found.push(Finding::new(Rule::Release, "", message));
    }
    let mut stalled = Vec::new();
    for _ in 0..STALLED {
        stalled
            .push(Stalled::open(client, call).await.map_err(|error| format!("no raw connection: {error}"))?);
        Stalled::open(client, call).await.map_err(|error| format!("no raw connection: {error}"))?.vanish();
    }
    let circumstances = format!("after {left} readers left, while {STALLED} do not read");
    for (what, text) in [("a long answer", LONG), ("a run with a tool", TOOL)] {
        let seen = attentive.kept().len();
        let began = Instant::now();
        if let Err(problem) = actor.prompt(&session, text).await {
            let message = format!(
                "{circumstances}, {what} did not come to its end in {:.1} s ({problem}); a short one took {:.1} s before",
                began.elapsed().as_secs_f64(),
                before.as_secs_f64()
            );
            found.push(Finding::new(Rule::Release, "", message));
            break;
        }
        let idle = attentive.until_after(seen, actor.soon(), |kept| kept.is("session.idle", &session)).await;
        if idle.is_none() {
            let message =
                format!("{circumstances}, a reader that reads did not see session.idle after {what}");
            found.push(Finding::new(Rule::Release, "", message));
            break;
        }
    }
    drop(stalled);
    if found.is_empty() {
        actor.delete(&session).await?;
    }
    Ok(found)
}

/// A connection that asked for the stream, and reads no more of it than its head.
struct Stalled(TcpStream);

impl Stalled {
    async fn open(client: &Client, call: &Call) -> Result<Stalled, String> {
        let (host, head) = client.raw(call).ok_or("only http can be written by hand")?;
        let opening = async {
            let address = lookup_host(&host).await?.next().ok_or(std::io::ErrorKind::NotFound)?;
            let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
            socket.set_recv_buffer_size(RECEIVE_BUFFER)?;
            let mut stream = socket.connect(address).await?;
            stream.write_all(head.as_bytes()).await?;
            stream.read_exact(&mut [0; 12]).await?;
            Ok::<_, std::io::Error>(stream)
        };
        client.turn().await;
        match tokio::time::timeout(client.limit(), opening).await {
            Ok(Ok(stream)) => Ok(Stalled(stream)),
            Ok(Err(error)) => Err(error.to_string()),
            Err(_) => Err("no answer".to_owned()),
        }
    }

    /// Leaves without a farewell: the connection is reset.
    fn vanish(self) {
        // Where this cannot be set, it leaves like any other.
        let _ = self.0.set_zero_linger();
    }
}
