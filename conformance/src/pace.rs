//! Not more calls per second than were asked for.

use std::time::{Duration, Instant};

use tokio::sync::Mutex;

/// Lets one call go at a time, each not before its turn.
#[derive(Debug)]
pub(crate) struct Pace {
    gap: Duration,
    next: Mutex<Option<Instant>>,
}

impl Pace {
    /// `rate` in calls per second; `None`, and what is no rate: no limit.
    pub fn new(rate: Option<f64>) -> Pace {
        let gap =
            rate.filter(|rate| *rate > 0.0).and_then(|rate| Duration::try_from_secs_f64(1.0 / rate).ok());
        Pace { gap: gap.unwrap_or_default(), next: Mutex::new(None) }
    }

    /// Returns when the next call may be sent.
    pub async fn turn(&self) {
        if self.gap.is_zero() {
            return;
        }
        let mut next = self.next.lock().await;
        let now = Instant::now();
        let turn = next.unwrap_or(now).max(now);
        *next = Some(turn + self.gap);
        drop(next);
        tokio::time::sleep_until(turn.into()).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn calls_keep_their_distance() {
        let pace = Pace::new(Some(200.0));
        let began = Instant::now();
        futures::future::join_all((0..5).map(|_| pace.turn())).await;
        assert!(began.elapsed() >= Duration::from_millis(20), "{:?}", began.elapsed());
        for rate in [None, Some(0.0), Some(-1.0), Some(f64::NAN)] {
            assert!(Pace::new(rate).gap.is_zero());
        }
    }
}
