//! Signals that ask a command to end, for commands that have something to put back first.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::mpsc;

use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::oneshot;

/// From its start until it is dropped, `SIGINT`, `SIGTERM` and `SIGHUP` end nothing but are remembered here.
pub(super) struct Interrupts {
    number: Arc<AtomicU8>,
    _end: oneshot::Sender<()>,
}

impl Interrupts {
    /// # Errors
    /// The system does not let signals be caught.
    pub(super) fn start() -> io::Result<Self> {
        let number = Arc::new(AtomicU8::new(0));
        let (end, ended) = oneshot::channel();
        let (ready, is_ready) = mpsc::sync_channel(1);
        let noted = number.clone();
        std::thread::spawn(move || {
            let watch = async {
                let kinds = [SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup()];
                let [mut interrupt, mut terminate, mut hangup] = match streams(kinds) {
                    Ok(streams) => streams,
                    Err(error) => return drop(ready.send(Err(error))),
                };
                let _ = ready.send(Ok(()));
                let watch = async {
                    loop {
                        let number = tokio::select! {
                            _ = interrupt.recv() => 2,
                            _ = terminate.recv() => 15,
                            _ = hangup.recv() => 1,
                        };
                        noted.store(number, Ordering::SeqCst);
                    }
                };
                tokio::select! {
                    () = watch => {}
                    _ = ended => {}
                }
            };
            match tokio::runtime::Builder::new_current_thread().enable_all().build() {
                Ok(runtime) => runtime.block_on(watch),
                Err(error) => drop(ready.send(Err(error))),
            }
        });
        is_ready.recv().unwrap_or_else(|_| Err(io::Error::other("the thread for signals has ended")))?;
        Ok(Self { number, _end: end })
    }

    /// Number of the signal that came last.
    pub(super) fn signal(&self) -> Option<u8> {
        Some(self.number.load(Ordering::SeqCst)).filter(|number| *number > 0)
    }
}

fn streams(kinds: [SignalKind; 3]) -> io::Result<[tokio::signal::unix::Signal; 3]> {
    let [interrupt, terminate, hangup] = kinds;
    Ok([signal(interrupt)?, signal(terminate)?, signal(hangup)?])
}
