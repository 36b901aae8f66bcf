//! Whether the server is still there: calls in a row without an answer. Who asks it a last time is
//! [`Client::silenced`](crate::client::Client::silenced).

use tokio::sync::watch;

/// After so many in a row it is asked for its health.
pub(crate) const MOST: usize = 5;

/// How many calls in a row had no answer.
#[derive(Debug, Default)]
pub(crate) struct Silence(watch::Sender<usize>);

impl Silence {
    /// Notes what came of one call.
    pub fn note(&self, answered: bool) {
        self.0.send_modify(|calls| *calls = if answered { 0 } else { calls.saturating_add(1) });
    }

    /// Returns when there were too many.
    pub async fn lasting(&self) {
        // Cannot fail while this is there.
        let _ = self.0.subscribe().wait_for(|calls| *calls >= MOST).await;
    }
}
