//! Text for a terminal: colours where they are wanted, and nothing that a terminal would obey.

use std::borrow::Cow;
use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use crate::diff::Level;

/// Widest line of prose.
const WIDTH: usize = 100;

/// How far labels stand from the left.
const INDENT: usize = 6;

/// What stands before words if there is no label.
const MARGIN: &str = "               ";

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

/// What a document says may hold control characters, which a terminal would obey: they are shown, not sent.
pub(crate) fn visible(words: &str) -> Cow<'_, str> {
    // Most words are plain, which bytes show faster than characters.
    if words.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~'))
        || !words.contains(char::is_control)
    {
        return Cow::Borrowed(words);
    }
    let mut shown = String::with_capacity(words.len());
    for character in words.chars() {
        if character.is_control() {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

impl Pen {
    pub fn new(colour: bool) -> Self {
        Self { colour, text: String::new() }
    }

    /// Adds a piece to the line.
    pub fn put(&mut self, style: Style, words: &str) -> &mut Self {
        self.put_all(style, &[words])
    }

    fn put_all(&mut self, style: Style, pieces: &[&str]) -> &mut Self {
        let is_styled = self.colour && style != PLAIN;
        if is_styled {
            let _ = write!(self.text, "{style}");
        }
        for words in pieces {
            self.text.push_str(&visible(words));
        }
        if is_styled {
            let _ = write!(self.text, "{style:#}");
        }
        self
    }

    /// Adds what another pen has written.
    pub fn append(&mut self, lines: &str) {
        self.text.push_str(lines);
    }

    pub fn end(&mut self) {
        self.text.push('\n');
    }

    pub fn line(&mut self, style: Style, words: &str) {
        self.put(style, words).end();
    }

    /// `      label    words`, further lines of words below the first one.
    pub fn entry(&mut self, label: &str, style: Style, words: &str) {
        let words = match words.contains('\n') {
            true => Cow::Owned(words.replace('\n', " ")),
            false => Cow::Borrowed(words),
        };
        let mut label = label;
        for line in wrapped(&words) {
            let rest = MARGIN.get(INDENT + label.len()..).unwrap_or_default();
            self.put_all(FAINT, &[&MARGIN[..INDENT], label, rest]).line(style, line);
            label = "";
        }
    }

    pub fn done(self) -> String {
        self.text
    }
}

/// Words in lines that fit beside a label.
fn wrapped(words: &str) -> Vec<&str> {
    // Most fit, and letters are never more than bytes.
    if words.len() <= WIDTH - MARGIN.len() {
        return vec![words];
    }
    let mut lines = Vec::new();
    // Where the line begins, where the next word does, and how many characters lie between.
    let (mut start, mut next, mut width) = (0, 0, 0);
    for word in words.split(' ') {
        let length = word.chars().count();
        if next == 0 {
            width = length;
        } else if width + 1 + length <= WIDTH - MARGIN.len() {
            width += 1 + length;
        } else {
            lines.push(&words[start..next - 1]);
            (start, width) = (next, length);
        }
        next += word.len() + 1;
    }
    lines.push(&words[start..]);
    lines
}
