//! Whether a stream shows in time that it lives. The contract has no heartbeat, but clients take its absence for a
//! broken connection. Start from [`Beats`].

use std::time::{Duration, Instant};

use crate::judge::{Finding, Rule};
use crate::report::Verdict;

/// How much later than the interval a heartbeat may come: the machine is busy, the network is slow.
pub(super) const GRACE: Duration = Duration::from_secs(5);

/// When the connections of one stream were opened, heard a heartbeat, and closed.
#[derive(Clone, Debug, Default)]
pub(super) struct Beats {
    /// The last sign: the opening or a heartbeat. `None` while closed.
    last: Option<Instant>,
    heard: usize,
    /// The longest time without a sign.
    longest: Duration,
}

impl Beats {
    pub fn open(&mut self) {
        self.last = Some(Instant::now());
    }

    pub fn beat(&mut self) {
        self.sign();
        self.heard += 1;
        self.last = Some(Instant::now());
    }

    pub fn close(&mut self) {
        self.sign();
        self.last = None;
    }

    fn sign(&mut self) {
        if let Some(last) = self.last {
            self.longest = self.longest.max(last.elapsed());
        }
    }

    /// What is to be said when a heartbeat is due every `interval`.
    pub fn verdict(&self, interval: Duration) -> Verdict {
        let due = interval + GRACE;
        if self.longest > due {
            let message = format!(
                "{:.1} s passed without server.heartbeat, which is due every {} s ({} came in all)",
                self.longest.as_secs_f64(),
                interval.as_secs_f64(),
                self.heard
            );
            return Verdict::Fails { findings: vec![Finding::new(Rule::Heartbeat, "", message)] };
        }
        if self.heard > 0 {
            return Verdict::Conforms;
        }
        let open = self.longest.as_secs_f64();
        Verdict::NotExercised {
            reason: format!(
                "the stream was open for {open:.1} s, and a heartbeat is due every {} s",
                interval.as_secs_f64()
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beats(longest: u64, heard: usize) -> Beats {
        Beats { last: None, heard, longest: Duration::from_secs(longest) }
    }

    #[test]
    fn silence_counts_only_when_it_was_long_enough() {
        let verdict = |longest, heard| beats(longest, heard).verdict(Duration::from_secs(30));
        assert!(matches!(verdict(34, 0), Verdict::NotExercised { .. }));
        assert_eq!(verdict(31, 2), Verdict::Conforms);
        for heard in [0, 3] {
            let Verdict::Fails { findings } = verdict(36, heard) else { panic!("36 s are too long") };
            assert_eq!(findings[0].rule, Rule::Heartbeat);
        }
    }

    #[test]
    fn a_closed_stream_is_not_waited_for() {
        let mut beats = Beats::default();
        beats.open();
        beats.close();
        let longest = beats.longest;
        beats.close();
        assert_eq!(beats.longest, longest);
    }
}
