//! Whether a stream shows in time that it lives. The contract has no heartbeat, but clients take its absence for a
//! broken connection. Start from [`Beats`].

use std::time::Duration;

use crate::judge::{Finding, Rule};
use crate::report::Verdict;

/// How much later than the interval a heartbeat may come: the machine is busy, the network is slow.
const GRACE: Duration = Duration::from_secs(5);

/// How long a stream was silent, and how often its heart was heard.
///
/// Only time counts in which somebody listened and nothing was there to be heard: whoever does not get to listen, or has
/// much to judge, cannot say that it was silent meanwhile.
#[derive(Clone, Debug, Default)]
pub(super) struct Beats {
    heard: usize,
    /// Since the last sign, which is the opening or a heartbeat.
    silent: Duration,
    /// The longest of such times.
    longest: Duration,
}

impl Beats {
    pub fn open(&mut self) {
        self.silent = Duration::ZERO;
    }

    pub fn beat(&mut self) {
        self.silent = Duration::ZERO;
        self.heard += 1;
    }

    /// Nothing was heard for this time.
    pub fn listened(&mut self, time: Duration) {
        self.silent += time;
        self.longest = self.longest.max(self.silent);
    }

    /// Whether there is enough for a verdict on one that is due every `interval`.
    pub fn enough(&self, interval: Duration) -> bool {
        self.heard > 0 || self.longest > interval + GRACE
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
                "it was listened to for {open:.1} s, and a heartbeat is due every {} s",
                interval.as_secs_f64()
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beats(longest: u64, heard: usize) -> Beats {
        Beats { heard, longest: Duration::from_secs(longest), ..Beats::default() }
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
    fn time_adds_up_from_one_sign_to_the_next() {
        let mut beats = Beats::default();
        let second = Duration::from_secs(1);
        (0..20).for_each(|_| beats.listened(second));
        beats.beat();
        (0..30).for_each(|_| beats.listened(second));
        beats.open();
        (0..10).for_each(|_| beats.listened(second));
        assert_eq!(beats.longest, Duration::from_secs(30));
    }
}
