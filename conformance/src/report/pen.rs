//! Text for a terminal: colours where they are wanted, and nothing that a terminal would obey.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

/// Width to which prose is broken.
const WIDTH: usize = 110;

pub(super) const PLAIN: Style = Style::new();
pub(super) const STRONG: Style = Style::new().bold();
pub(super) const FAINT: Style = Style::new().dimmed();
pub(super) const BAD: Style = AnsiColor::Red.on_default().bold();
pub(super) const GOOD: Style = AnsiColor::Green.on_default().bold();
pub(super) const DOUBT: Style = AnsiColor::Yellow.on_default().bold();

/// Writes lines.
pub(super) struct Pen {
    colour: bool,
    text: String,
}

impl Pen {
    pub fn new(colour: bool) -> Pen {
        Pen { colour, text: String::new() }
    }

    /// Adds a piece to the line. What a server says may hold control characters; they are shown, not sent.
    pub fn put(&mut self, style: Style, words: &str) -> &mut Pen {
        let is_styled = self.colour && style != PLAIN && !words.is_empty();
        if is_styled {
            let _ = write!(self.text, "{style}");
        }
        for character in words.chars() {
            if character.is_control() {
                let _ = write!(self.text, "{}", character.escape_unicode());
            } else {
                self.text.push(character);
            }
        }
        if is_styled {
            let _ = write!(self.text, "{style:#}");
        }
        self
    }

    pub fn end(&mut self) {
        self.text.push('\n');
    }

    pub fn line(&mut self, style: Style, words: &str) {
        self.put(style, words).end();
    }

    /// `    label     words`: further lines of words stand below the first one.
    pub fn entry(&mut self, label: &str, style: Style, words: &str) {
        for (at, line) in wrapped(words, WIDTH - 15).iter().enumerate() {
            let label = if at == 0 { label } else { "" };
            self.put(FAINT, &format!("    {label:<11}")).line(style, line);
        }
    }

    /// As [`Pen::entry`], on one line however long: for what is to be copied.
    pub fn verbatim(&mut self, label: &str, words: &str) {
        self.put(FAINT, &format!("    {label:<11}")).line(PLAIN, words);
    }

    /// Lines that have no controls but line breaks.
    pub fn lines(&mut self, text: &str) {
        text.lines().for_each(|line| self.line(PLAIN, line));
    }

    pub fn done(self) -> String {
        self.text
    }
}

/// Words in lines of at most `width`; a longer word has a line of its own.
fn wrapped(words: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split([' ', '\n']) {
        let (last, length) = (lines.len() - 1, word.chars().count());
        let line = &mut lines[last];
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + length <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}
