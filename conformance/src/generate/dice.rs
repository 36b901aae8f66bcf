//! Chance that can be repeated: every choice of the generator comes from here.

/// A source of choices. The same seed and the same purpose give the same choices on every machine.
pub(super) struct Dice(fastrand::Rng);

impl Dice {
    /// `purpose` keeps the choices of one operation apart from those of another: leaving one out changes no other.
    pub fn new(seed: u64, purpose: &str) -> Dice {
        // FNV-1a: all that is wanted is that other purposes begin elsewhere.
        let mixed = purpose.bytes().fold(0xcbf2_9ce4_8422_2325 ^ seed, |mixed, byte| {
            (mixed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Dice(fastrand::Rng::with_seed(mixed))
    }

    /// A number below `end`; 0 where there is none.
    pub fn below(&mut self, end: usize) -> usize {
        if end == 0 { 0 } else { self.0.usize(..end) }
    }

    pub fn coin(&mut self) -> bool {
        self.0.bool()
    }

    /// One of several; `None` of none.
    pub fn pick<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        choices.get(self.below(choices.len()))
    }

    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        self.0.shuffle(list);
    }
}
