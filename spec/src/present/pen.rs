//! Text for a terminal: colours where they are wanted, and nothing that a terminal would obey.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use crate::diff::Level;

/// Widest line of prose.
const WIDTH: usize = 100;

/// Writes lines.
pub(super) struct Pen {
    colour: bool,
    text: String,
}

pub(super) const PLAIN: Style = Style::new();
pub(super) const STRONG: Style = Style::new().bold();
pub(super) const FAINT: Style = Style::new().dimmed();
pub(super) const BAD: Style = AnsiColor::Red.on_default().bold();
pub(super) const GOOD: Style = AnsiColor::Green.on_default().bold();

/// The colour of a level.
pub(super) fn style(level: Level) -> Style {
    match level {
        Level::Breaking => BAD,
        Level::Unknown => AnsiColor::Yellow.on_default().bold(),
        Level::BreakingForServers => AnsiColor::Cyan.on_default().bold(),
        Level::Compatible => AnsiColor::Green.on_default(),
        Level::DocumentOnly => FAINT,
    }
}

impl Pen {
    pub fn new(colour: bool) -> Self {
        Self { colour, text: String::new() }
    }

    /// Adds a piece to the line. What a document says may hold control characters; they are shown, not sent.
    pub fn put(&mut self, style: Style, words: &str) -> &mut Self {
        let is_styled = self.colour && style != PLAIN;
        if is_styled {
            let _ = write!(self.text, "{style}");
        }
        let mut rest = words;
        while let Some(at) = rest.find(char::is_control) {
            let mut characters = rest[at..].chars();
            self.text.push_str(&rest[..at]);
            if let Some(control) = characters.next() {
                let _ = write!(self.text, "{}", control.escape_unicode());
            }
            rest = characters.as_str();
        }
        self.text.push_str(rest);
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

    /// `      label    words`, further lines of words below the first one.
    pub fn entry(&mut self, label: &str, style: Style, words: &str) {
        for (index, line) in wrapped(words).iter().enumerate() {
            let label = if index == 0 { label } else { "" };
            self.put(FAINT, &format!("      {label:<9}")).line(style, line);
        }
    }

    pub fn done(self) -> String {
        self.text
    }
}

/// Words in lines that fit beside a label.
fn wrapped(words: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut width = 0;
    for word in words.split([' ', '\n']) {
        let length = word.chars().count();
        match lines.last_mut() {
            Some(line) if width + 1 + length <= WIDTH - 15 => {
                line.push(' ');
                line.push_str(word);
                width += 1 + length;
            }
            _ => {
                lines.push(word.to_owned());
                width = length;
            }
        }
    }
    lines
}
