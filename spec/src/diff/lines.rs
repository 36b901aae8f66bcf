//! Finds lines and columns fast: a diff asks for thousands of positions in one text, which may be a single line.

use crate::diagnostic::Position;

/// Bytes between two counts of characters.
const BLOCK: usize = 64;

/// Where the lines of a text begin, and how many characters stand before each block of it.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a [u8],
    starts: Vec<usize>,
    characters: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub fn of(text: &'a str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(breaks).collect();
        let text = text.as_bytes();
        let mut before = 0;
        let characters = text.chunks(BLOCK).map(|block| {
            let here = before;
            before += characters(block);
            here
        });
        let characters = characters.collect();
        Self { text, starts, characters }
    }

    /// The position of byte `offset`.
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts.get(line.wrapping_sub(1)).copied().unwrap_or_default();
        Position { line, column: self.before(offset) - self.before(start) + 1 }
    }

    /// Characters before byte `offset`.
    fn before(&self, offset: usize) -> usize {
        let block = (offset / BLOCK).min(self.characters.len().saturating_sub(1));
        let counted = self.characters.get(block).copied().unwrap_or_default();
        counted + characters(&self.text[block * BLOCK..offset])
    }
}

/// Characters that begin in these bytes of UTF-8.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_those_of_the_characters() {
        let text = format!("é{}\n\n  ü\"x\"{}end", "a".repeat(3000), "ö".repeat(2000));
        let lines = Lines::of(&text);
        let at = |needle: &str| lines.position(text.find(needle).expect("it is there"));
        assert_eq!(lines.position(0), Position { line: 1, column: 1 });
        assert_eq!(lines.position(3001), Position { line: 1, column: 3001 });
        assert_eq!(at("\"x"), Position { line: 3, column: 4 });
        assert_eq!(at("end"), Position { line: 3, column: 2007 });
        assert_eq!(lines.position(usize::MAX), Position { line: 3, column: 2010 });
        assert_eq!(Lines::of("").position(0), Position { line: 1, column: 1 });
    }
}
