//! Which operations a run of the suite called: [`Relay`] stands between the client and the server and reads along.
//!
//! It changes nothing of what passes. That every operation of the contract is called by some case is held at the end of
//! a run, see [`Relay::uncalled`].

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;

/// Every operation of the contract: state on our server, module, id, method, path.
const OPERATIONS: &str = include_str!("../../../server/api/operations.txt");

/// An operation of the contract.
pub struct Operation {
    pub id: &'static str,
    /// Our server answers it by more than 501.
    pub is_built: bool,
    method: &'static str,
    path: &'static str,
}

/// All operations of the contract.
pub fn operations() -> impl Iterator<Item = Operation> {
    let lines = OPERATIONS.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines.map(|line| match line.split_whitespace().collect::<Vec<_>>()[..] {
        [state, _, id, method, path] => Operation { id, is_built: state == "done", method, path },
        _ => panic!("no operation: {line}"),
    })
}

impl Operation {
    /// How the path fits, as the number of its parts that are no variables: `/session/status` fits two operations, and
    /// is the one that has it literally.
    fn fits(&self, method: &str, path: &str) -> Option<usize> {
        let (wanted, found): (Vec<_>, Vec<_>) = (self.path.split('/').collect(), path.split('/').collect());
        let literal = |(wanted, found): (&&str, &&str)| (!wanted.starts_with('{')).then(|| wanted == found);
        let parts = wanted.iter().zip(&found).map(literal).collect::<Vec<_>>();
        let fits = method == self.method && wanted.len() == found.len() && !parts.contains(&Some(false));
        fits.then(|| parts.iter().flatten().count())
    }
}

/// The relay. It ends with all of its connections when dropped.
pub struct Relay {
    url: String,
    called: Arc<Mutex<BTreeSet<&'static str>>>,
    task: AbortHandle,
}

impl Relay {
    /// In front of the server at `target`.
    pub async fn start(target: &str) -> Relay {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let target = target.trim_start_matches("http://").trim_end_matches('/').to_owned();
        let called = Arc::new(Mutex::new(BTreeSet::new()));
        let seen = called.clone();
        let task = tokio::spawn(async move {
            // Dropped with this task, and the connections with it.
            let mut connections = tokio::task::JoinSet::new();
            loop {
                let (socket, _) = listener.accept().await.expect("a connection");
                connections.spawn(carry(socket, target.clone(), seen.clone()));
                while connections.try_join_next().is_some() {}
            }
        });
        Relay { url, called, task: task.abort_handle() }
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    /// Those of `operations` that nobody called.
    pub fn uncalled(&self, operations: impl Iterator<Item = Operation>) -> Vec<&'static str> {
        let called = self.called.lock().expect("whole");
        operations.map(|operation| operation.id).filter(|id| !called.contains(id)).collect()
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn carry(mut client: TcpStream, target: String, called: Arc<Mutex<BTreeSet<&'static str>>>) {
    let Ok(mut server) = TcpStream::connect(target).await else { return };
    for socket in [&client, &server] {
        socket.set_nodelay(true).expect("an open socket");
    }
    let (from_client, mut to_client) = client.split();
    let (mut from_server, to_server) = server.split();
    // The connection ends, on both sides, as soon as one of the directions does.
    tokio::select! {
        _ = requests(BufReader::new(from_client), to_server, called) => {}
        _ = tokio::io::copy(&mut from_server, &mut to_client) => {}
    }
}

/// Passes on one request after the other, and notes which operation each one is.
async fn requests(
    mut client: impl tokio::io::AsyncBufRead + Unpin,
    mut server: impl tokio::io::AsyncWrite + Unpin,
    called: Arc<Mutex<BTreeSet<&'static str>>>,
) -> std::io::Result<()> {
    loop {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if client.read_line(&mut head).await? == 0 {
                return Ok(());
            }
        }
        let mut line = head.split(' ');
        let (method, target) = (line.next().unwrap_or_default(), line.next().unwrap_or_default());
        let path = target.split('?').next().unwrap_or_default();
        let fitting = operations().filter_map(|one| Some((one.fits(method, path)?, one.id)));
        if let Some((_, id)) = fitting.max() {
            called.lock().expect("whole").insert(id);
        }
        server.write_all(head.as_bytes()).await?;
        let lower = head.to_lowercase();
        let header = |name| lower.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        assert_eq!(header("transfer-encoding:"), None, "bodies are sent whole");
        if header("upgrade:").is_some() {
            tokio::io::copy(&mut client, &mut server).await?;
            return Ok(());
        }
        let length = header("content-length:").map_or(0, |length| length.parse().expect("a length"));
        tokio::io::copy(&mut (&mut client).take(length), &mut server).await?;
    }
}
