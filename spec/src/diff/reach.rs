//! Which operations reach a unit, and in which direction.

use super::Direction;
use super::fact::Unit;

/// A set of operations by their number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Operations(Vec<u64>);

const BITS: usize = u64::BITS as usize;

impl Operations {
    fn insert(&mut self, operation: usize) {
        let word = operation / BITS;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (operation % BITS);
    }

    /// Adds all of `other`; answers whether one was new.
    fn add(&mut self, other: &Self) -> bool {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        let mut grew = false;
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            grew |= more & !*word != 0;
            *word |= more;
        }
        grew
    }

    pub fn with(mut self, other: &Self) -> Self {
        self.add(other);
        self
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// The numbers in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(index, word)| {
            (0..BITS).filter(move |bit| word >> bit & 1 == 1).map(move |bit| index * BITS + bit)
        })
    }
}

/// The operations that reach one unit.
#[derive(Clone, Debug, Default)]
pub(super) struct Reach {
    pub request: Operations,
    pub response: Operations,
}

impl Reach {
    pub fn by(&self, direction: Direction) -> &Operations {
        match direction {
            Direction::Request => &self.request,
            Direction::Response => &self.response,
        }
    }
}

/// The reach of every unit. The first `operations` units are the operations, each its own number.
pub(super) fn reach(units: &[Unit<'_>], operations: usize) -> Vec<Reach> {
    let mut all: Vec<Reach> = units.iter().map(|_| Reach::default()).collect();
    let mut waiting = Vec::new();
    for (number, unit) in units.iter().enumerate().take(operations) {
        for (direction, target) in &unit.found.links {
            match direction {
                Some(Direction::Request) => all[*target].request.insert(number),
                Some(Direction::Response) => all[*target].response.insert(number),
                None => {}
            }
            waiting.push(*target);
        }
    }
    while let Some(unit) = waiting.pop() {
        let from = all[unit].clone();
        for (_, target) in &units[unit].found.links {
            let here = &mut all[*target];
            let grew = here.request.add(&from.request) | here.response.add(&from.response);
            if grew {
                waiting.push(*target);
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_keeps_its_order_over_words() {
        let mut set = Operations::default();
        for operation in [130, 2, 64, 0, 2] {
            set.insert(operation);
        }
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 2, 64, 130]);
        let mut other = Operations::default();
        other.insert(1);
        assert!(other.add(&set));
        assert!(!other.add(&set));
        assert_eq!(other.iter().collect::<Vec<_>>(), [0, 1, 2, 64, 130]);
    }
}
