//! When to connect again, and when to give up: [`Reconnect`].

use std::time::Duration;

use tokio::time::Instant;

use crate::connect::NO_LIMIT;
use crate::retry::shortened;

/// How often, how fast and how long a lost event stream is connected again.
///
/// Pauses double from the first to the longest, each shortened by chance by up to a half, so that many clients do not
/// come back at once. A `retry` time of the server takes the place of the first pause, its `retry-after` (seconds or a
/// date) the place of one pause; neither the server nor the caller makes a first pause longer than five minutes. They
/// begin anew once a connection has given an event, or has stood for ten seconds.
///
/// ```
/// use std::time::Duration;
/// use opencode_client::events::Reconnect;
///
/// let patient = Reconnect::forever();
/// let hasty = Reconnect::attempts(5).pauses(Duration::from_millis(50), Duration::from_secs(1));
/// # let _ = (patient, hasty);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reconnect {
    first: Duration,
    longest: Duration,
    limit: Limit,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Limit {
    Attempts(u32),
    Within(Duration),
    Forever,
}

/// No server may keep a client waiting for longer.
const LONGEST_ASKED: Duration = Duration::from_secs(300);
/// A server that asks for no pause at all gets this one: nobody spins.
const SHORTEST: Duration = Duration::from_millis(10);

impl Default for Reconnect {
    /// Within two minutes: time enough for a restart of the server.
    fn default() -> Self {
        Self::within(Duration::from_secs(120))
    }
}

impl Reconnect {
    /// Gives up after this many attempts in a row that gave no event. With 0 a lost stream is an error at once.
    #[must_use]
    pub fn attempts(count: u32) -> Self {
        Self::new(Limit::Attempts(count))
    }

    /// Gives up when no attempt gave an event for this long.
    #[must_use]
    pub fn within(time: Duration) -> Self {
        Self::new(Limit::Within(time.min(NO_LIMIT)))
    }

    /// Never gives up; only a refusal ends the stream.
    #[must_use]
    pub fn forever() -> Self {
        Self::new(Limit::Forever)
    }

    fn new(limit: Limit) -> Self {
        Self { first: Duration::from_millis(250), longest: Duration::from_secs(15), limit }
    }

    /// The first pause and the longest; a quarter of a second and 15 seconds if not set. At least 10 ms.
    #[must_use]
    pub fn pauses(mut self, first: Duration, longest: Duration) -> Self {
        self.first = first.max(SHORTEST);
        self.longest = longest.max(self.first);
        self
    }
}

/// Where a stream is in its attempts.
#[derive(Debug)]
pub(crate) struct Attempts {
    policy: Reconnect,
    /// Attempts since the last event of any kind.
    failed: u32,
    /// How often the pause has doubled.
    doublings: u32,
    /// When the last event came, or the stream was lost.
    since: Option<Instant>,
}

impl Attempts {
    pub(crate) fn new(policy: Reconnect) -> Self {
        Self { policy, failed: 0, doublings: 0, since: None }
    }

    /// A frame came: the connection stands.
    pub(crate) fn connected(&mut self) {
        self.failed = 0;
        self.since = None;
    }

    /// The connection is worth something: pauses begin anew.
    pub(crate) fn proven(&mut self) {
        self.doublings = 0;
    }

    pub(crate) fn failed(&self) -> u32 {
        self.failed
    }

    /// How long to wait before the next attempt; nothing if there is to be none. `asked` is what this answer asked for,
    /// `retry` what the server asked for once and for all.
    pub(crate) fn pause(&mut self, asked: Option<Duration>, retry: Option<Duration>) -> Option<Duration> {
        let now = Instant::now();
        let since = *self.since.get_or_insert(now);
        let first = retry.unwrap_or(self.policy.first).clamp(SHORTEST, LONGEST_ASKED);
        let longest = self.policy.longest.max(first);
        let full = first.saturating_mul(2_u32.saturating_pow(self.doublings)).min(longest);
        let pause = asked.map_or(shortened(full), |asked| asked.clamp(SHORTEST, LONGEST_ASKED));
        let goes_on = match self.policy.limit {
            Limit::Attempts(count) => self.failed < count,
            // The last attempt is made at the limit rather than after it.
            Limit::Within(time) => now + SHORTEST <= since + time,
            Limit::Forever => true,
        };
        let left = match self.policy.limit {
            Limit::Within(time) => (since + time).saturating_duration_since(now),
            _ => Duration::MAX,
        };
        self.failed = self.failed.saturating_add(1);
        self.doublings = self.doublings.saturating_add(1);
        goes_on.then(|| pause.min(left))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(count: u64) -> Duration {
        Duration::from_secs(count)
    }

    #[tokio::test(start_paused = true)]
    async fn pauses_double_up_to_the_longest_and_begin_anew() {
        let mut attempts = Attempts::new(Reconnect::forever().pauses(seconds(1), seconds(5)));
        let next = |attempts: &mut Attempts| attempts.pause(None, None).expect("forever");
        for full in [1, 2, 4, 5, 5, 5] {
            let pause = next(&mut attempts);
            assert!((seconds(full) / 2..=seconds(full)).contains(&pause), "{pause:?} of {full} s");
        }
        attempts.proven();
        assert!(next(&mut attempts) <= seconds(1));
        (0..100).for_each(|_| assert!(next(&mut attempts) <= seconds(5)));
        assert!(next(&mut attempts) <= seconds(5), "no overflow");
    }

    #[tokio::test(start_paused = true)]
    async fn what_the_server_asks_for_is_kept_within_reason() {
        let mut attempts = Attempts::new(Reconnect::forever().pauses(seconds(1), seconds(5)));
        assert_eq!(attempts.pause(Some(seconds(7)), None), Some(seconds(7)));
        assert_eq!(attempts.pause(Some(Duration::MAX), None), Some(LONGEST_ASKED));
        assert_eq!(attempts.pause(Some(Duration::ZERO), None), Some(SHORTEST));
        attempts.proven();
        let pause = attempts.pause(None, Some(seconds(20))).expect("forever");
        assert!((seconds(10)..=seconds(20)).contains(&pause), "{pause:?}");
        attempts.proven();
        assert!(attempts.pause(None, Some(Duration::ZERO)).expect("forever") >= SHORTEST / 2);
    }

    #[tokio::test(start_paused = true)]
    async fn attempts_are_counted_since_the_last_event() {
        let mut attempts = Attempts::new(Reconnect::attempts(2));
        assert!(attempts.pause(None, None).is_some() && attempts.pause(None, None).is_some());
        attempts.connected();
        assert!(attempts.pause(None, None).is_some() && attempts.pause(None, None).is_some());
        assert!(attempts.pause(None, None).is_none());
        assert!(Attempts::new(Reconnect::attempts(0)).pause(None, None).is_none());
    }

    #[tokio::test(start_paused = true)]
    async fn time_is_counted_since_the_stream_was_lost() {
        let mut attempts = Attempts::new(Reconnect::within(seconds(10)));
        let started = Instant::now();
        while let Some(pause) = attempts.pause(None, None) {
            tokio::time::advance(pause).await;
        }
        let given_up = started.elapsed();
        assert!((seconds(9)..=seconds(11)).contains(&given_up), "{given_up:?}");
        attempts.connected();
        assert!(attempts.pause(None, None).is_some(), "the time begins anew");
        assert!(Attempts::new(Reconnect::within(Duration::MAX)).pause(None, None).is_some(), "no overflow");
    }
}
