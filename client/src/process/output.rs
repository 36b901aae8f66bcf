//! What a child says: both pipes are read to their ends, so that it never blocks on a full one; of standard error the end
//! is kept, and in standard output the address is found. Start from [`Tail`] and [`drain`].

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncRead, AsyncReadExt as _};
use tokio::sync::oneshot;

/// The line that clients of OpenCode wait for.
const LISTENING: &str = "opencode server listening on ";

/// No address is longer; of a line that is, the rest is skipped.
const LINE_LIMIT: usize = 4 << 10;

/// The last bytes of a pipe. What is older is gone.
#[derive(Clone, Default)]
pub(super) struct Tail(Arc<Mutex<VecDeque<u8>>>);

impl Tail {
    /// Enough for any message worth reading.
    const LIMIT: usize = 64 << 10;

    fn push(&self, bytes: &[u8]) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.extend(bytes);
        let surplus = kept.len().saturating_sub(Tail::LIMIT);
        kept.drain(..surplus);
    }

    pub(super) fn text(&self) -> String {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(kept.make_contiguous()).into_owned()
    }
}

/// Reads `pipe` to its end; keeps its end, gives the address when its line comes.
pub(super) async fn drain(
    mut pipe: impl AsyncRead + Unpin,
    kept: Option<Tail>,
    mut found: Option<oneshot::Sender<String>>,
) {
    let (mut bytes, mut line) = (vec![0; 8 << 10], Vec::new());
    // An error is an end: nothing more can come.
    while let Ok(count @ 1..) = pipe.read(&mut bytes).await {
        if let Some(kept) = &kept {
            kept.push(&bytes[..count]);
        }
        if found.is_none() {
            continue;
        }
        for byte in &bytes[..count] {
            match byte {
                b'\n' => {
                    if let Some(url) = address(&line)
                        && let Some(sender) = found.take()
                    {
                        // Nobody waits for it any more: then it is not needed.
                        let _ = sender.send(url);
                    }
                    line.clear();
                }
                byte if line.len() < LINE_LIMIT => line.push(*byte),
                _ => {}
            }
        }
    }
}

/// The address in a line of standard output, as one that can be connected to.
fn address(line: &[u8]) -> Option<String> {
    let told = std::str::from_utf8(line).ok()?.strip_prefix(LISTENING)?.trim();
    let mut url = url::Url::parse(told).ok()?;
    let unspecified = match url.host()? {
        url::Host::Ipv4(address) if address.is_unspecified() => Some("127.0.0.1"),
        url::Host::Ipv6(address) if address.is_unspecified() => Some("[::1]"),
        _ => None,
    };
    if let Some(loopback) = unspecified {
        // Every interface is meant; loopback is one of them.
        url.set_host(Some(loopback)).ok()?;
    }
    Some(url.as_str().trim_end_matches('/').to_owned())
}

/// What is said behind an error message: nothing, or the text on lines of its own.
pub(super) fn quoted(said: &str) -> String {
    match said.trim_end() {
        "" => "; it said nothing".to_owned(),
        said => format!("; it said:\n{said}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_to_connect_to() {
        let found = |line: &str| address(line.as_bytes());
        assert_eq!(
            found("opencode server listening on http://127.0.0.1:4096").as_deref(),
            Some("http://127.0.0.1:4096")
        );
        assert_eq!(
            found("opencode server listening on http://0.0.0.0:1\r").as_deref(),
            Some("http://127.0.0.1:1")
        );
        assert_eq!(found("opencode server listening on http://[::]:1").as_deref(), Some("http://[::1]:1"));
        assert_eq!(
            found("opencode server listening on http://box.example:1").as_deref(),
            Some("http://box.example:1")
        );
        assert_eq!(found("opencode server listening on port 1"), None);
        assert_eq!(found("Warning: opencode server listening on http://127.0.0.1:4096"), None);
    }

    #[tokio::test]
    async fn the_line_is_found_behind_any_other() {
        let long = "x".repeat(3 * LINE_LIMIT);
        let text = format!("Warning\n{long}\nopencode server listening on http://127.0.0.1:7\nand more");
        let (sender, receiver) = oneshot::channel();
        let tail = Tail::default();
        drain(text.as_bytes(), Some(tail.clone()), Some(sender)).await;
        assert_eq!(receiver.await.as_deref(), Ok("http://127.0.0.1:7"));
        assert_eq!(tail.text(), text);
    }

    #[tokio::test]
    async fn only_the_end_is_kept() {
        let tail = Tail::default();
        let text = format!("{}the end", "ü".repeat(Tail::LIMIT));
        drain(text.as_bytes(), Some(tail.clone()), None).await;
        let kept = tail.text();
        assert!(kept.ends_with("üthe end") && kept.len() <= Tail::LIMIT + 2, "{}", kept.len());
    }
}
