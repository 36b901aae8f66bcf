//! The newest events, bounded in bytes. Knows neither readers nor locks; `bus` owns both.

use std::collections::VecDeque;
use std::sync::{Arc, OnceLock};

use bytes::Bytes;

use super::{Scope, frame};

/// What one entry costs beyond its bytes: the allocation, its place in the queue, reference counts.
const OVERHEAD: usize = 160;

/// One published event.
pub(super) struct Entry {
    pub(super) scope: Scope,
    /// After this event the streams of its directory end (`server.instance.disposed`).
    pub(super) last_of_directory: bool,
    frame: Bytes,
    /// Made when the first reader of `/global/event` gets here, then shared by all of them.
    global: OnceLock<Bytes>,
}

impl Entry {
    pub(super) fn new(scope: Scope, last_of_directory: bool, frame: Bytes) -> Entry {
        Entry { scope, last_of_directory, frame, global: OnceLock::new() }
    }

    /// The frame of `/event`, or of `/global/event`.
    pub(super) fn frame(&self, global: bool) -> Bytes {
        match global {
            false => self.frame.clone(),
            true => self.global.get_or_init(|| frame::global(&self.frame, &self.scope)).clone(),
        }
    }

    /// Bytes this entry may come to hold. Both forms count, so that the log's bound is a bound on memory.
    fn cost(&self) -> usize {
        2 * self.frame.len() + OVERHEAD
    }
}

/// Entries with consecutive numbers, the oldest first.
pub(super) struct Log {
    entries: VecDeque<Arc<Entry>>,
    /// The number the next entry gets. The first one ever is 1.
    next: u64,
    bytes: usize,
    limit: usize,
}

impl Log {
    pub(super) fn new(limit: usize) -> Log {
        Log { entries: VecDeque::new(), next: 1, bytes: 0, limit }
    }

    /// Number of the entry that comes next.
    pub(super) fn next(&self) -> u64 {
        self.next
    }

    /// Number of the oldest entry still here; equal to [`Log::next`] when there is none.
    pub(super) fn oldest(&self) -> u64 {
        self.next - self.entries.len() as u64
    }

    pub(super) fn append(&mut self, entry: Arc<Entry>) {
        self.bytes += entry.cost();
        self.next += 1;
        self.entries.push_back(entry);
    }

    /// Takes the oldest entry out if the log holds more than its bound. The newest entry always stays, whatever its size.
    pub(super) fn evict(&mut self) -> Option<Arc<Entry>> {
        if self.bytes <= self.limit || self.entries.len() < 2 {
            return None;
        }
        let entry = self.entries.pop_front()?;
        self.bytes -= entry.cost();
        Some(entry)
    }

    /// The entry with this number, if it is here.
    pub(super) fn get(&self, sequence: u64) -> Option<&Arc<Entry>> {
        let index = sequence.checked_sub(self.oldest())?;
        self.entries.get(usize::try_from(index).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_right_while_old_entries_leave() {
        let mut log = Log::new(3 * (2 + OVERHEAD));
        assert_eq!((log.oldest(), log.next()), (1, 1));
        for letter in ["a", "b", "c", "d", "e"] {
            log.append(Arc::new(Entry::new(Scope::Global, false, letter.into())));
            while log.evict().is_some() {}
        }
        assert_eq!((log.oldest(), log.next()), (3, 6));
        assert!(log.get(2).is_none() && log.get(6).is_none());
        assert_eq!(log.get(3).map(|entry| entry.frame(false)), Some("c".into()));
    }

    #[test]
    fn an_entry_above_the_bound_stays_until_the_next() {
        let mut log = Log::new(8);
        log.append(Arc::new(Entry::new(Scope::Global, false, "larger than that".into())));
        assert!(log.evict().is_none());
        log.append(Arc::new(Entry::new(Scope::Global, false, "x".into())));
        assert!(log.evict().is_some());
        assert_eq!(log.oldest(), 2);
    }
}
