//! A type in words as pieces: text, and the names of schemas, so that pages can link these.

use std::fmt;

/// Longer than this a type is cut, in bytes.
pub(super) const LONGEST: usize = 20_000;

/// A type in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    pub tokens: Vec<Token>,
    /// Whether it needs parentheses before `[]` or `&`.
    pub(super) compound: bool,
}

/// A piece of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    Text(String),
    /// The name of a schema of the contract.
    Schema(String),
}

impl Phrase {
    pub fn text(text: impl Into<String>) -> Self {
        Self { tokens: vec![Token::Text(text.into())], compound: false }
    }

    pub(super) fn is_any(&self) -> bool {
        matches!(self.tokens.as_slice(), [Token::Text(text)] if text == "any")
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.iter().map(|(Token::Text(text) | Token::Schema(text))| text.len()).sum()
    }

    pub(super) fn push(&mut self, other: Self) {
        if self.len() > LONGEST {
            if !self.to_string().ends_with('…') {
                self.tokens.push(Token::Text("…".to_owned()));
            }
            return;
        }
        for token in other.tokens {
            match (self.tokens.last_mut(), token) {
                (Some(Token::Text(text)), Token::Text(more)) => text.push_str(&more),
                (_, token) => self.tokens.push(token),
            }
        }
    }

    pub(super) fn join(all: Vec<Self>, separator: &str) -> Self {
        if all.len() == 1 {
            return all.into_iter().next().unwrap_or_default();
        }
        let mut joined = Self { tokens: Vec::new(), compound: separator != ", " };
        for (index, one) in all.into_iter().enumerate() {
            if index > 0 {
                joined.push(Self::text(separator));
            }
            joined.push(one);
        }
        joined
    }

    pub(super) fn around(before: &str, inner: Self, after: &str) -> Self {
        let mut phrase = Self::text(before);
        phrase.push(inner);
        phrase.push(Self::text(after));
        phrase
    }

    pub(super) fn bracketed(self) -> Self {
        if self.compound { Self::around("(", self, ")") } else { self }
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.tokens.iter().try_for_each(|(Token::Text(text) | Token::Schema(text))| f.write_str(text))
    }
}
