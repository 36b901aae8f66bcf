//! Markdown (GitHub's dialect) from texts that were not written as Markdown: escaping, tables, anchors.

use std::collections::BTreeMap;

pub(super) use crate::markdown::{block, code};

/// Text outside of code: what it writes is what is read. Pieces in backticks stay code.
pub fn text(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut done = String::with_capacity(line.len());
    let mut rest = line.as_str();
    while let Some(at) = rest.find('`') {
        let (before, from) = rest.split_at(at);
        done.push_str(&escaped(before));
        let Some(end) = from[1..].find('`').filter(|end| *end > 0) else {
            rest = from;
            break;
        };
        done.push_str(&code(&from[1..=end]));
        rest = &from[end + 2..];
    }
    done.push_str(&escaped(rest));
    done
}

fn escaped(text: &str) -> String {
    let mut done = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut previous = ' ';
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        match letter {
            '<' => done.push_str("&lt;"),
            '&' if next.is_alphanumeric() || next == '#' => done.push_str("&amp;"),
            '\\' | '`' | '*' | '[' | ']' | '{' | '}' | '|' | '~' => done.extend(['\\', letter]),
            // Within a word it means nothing, and most are within one.
            '_' if !(previous.is_alphanumeric() && next.is_alphanumeric()) => done.push_str("\\_"),
            // These begin headings, lists and quotations.
            '#' | '>' | '-' | '+' | '=' if done.is_empty() => done.extend(['\\', letter]),
            _ => done.push(letter),
        }
        previous = letter;
    }
    done
}

/// A table; cells are Markdown, without line breaks.
pub fn table(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut text = format!("| {} |\n|{}\n", head.join(" | "), " --- |".repeat(head.len()));
    for row in rows {
        text.push('|');
        for cell in row {
            // Even in code a bar ends a cell, unless it is escaped; one that is already must stay as it is.
            text.push(' ');
            text.push_str(&bars(&cell));
            text.push_str(if cell.is_empty() { "|" } else { " |" });
        }
        text.push('\n');
    }
    text
}

fn bars(cell: &str) -> String {
    let mut done = String::with_capacity(cell.len());
    let mut previous = ' ';
    for letter in cell.chars() {
        match letter {
            '|' if previous != '\\' => done.push_str("\\|"),
            '\n' => done.push(' '),
            _ => done.push(letter),
        }
        previous = letter;
    }
    done
}

/// The anchors of one page, as GitHub gives them to headings.
#[derive(Clone, Debug, Default)]
pub struct Anchors(BTreeMap<String, usize>);

impl Anchors {
    /// The anchor of the next heading; to be called in the order of the page.
    pub fn next(&mut self, heading: &str) -> String {
        let slug: String = heading
            .to_lowercase()
            .chars()
            .filter_map(|letter| match letter {
                ' ' => Some('-'),
                '-' | '_' => Some(letter),
                _ => letter.is_alphanumeric().then_some(letter),
            })
            .collect();
        let mut anchor = slug.clone();
        while self.0.contains_key(&anchor) {
            let count = self.0.entry(slug.clone()).or_default();
            *count += 1;
            anchor = format!("{slug}-{count}");
        }
        self.0.insert(anchor.clone(), 0);
        anchor
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_as_it_was_written() {
        assert_eq!(
            text("a|b <c> {d}\n *e* [f](g) & h_i _j &lt;"),
            "a\\|b &lt;c> \\{d\\} \\*e\\* \\[f\\](g) & h_i \\_j &amp;lt;"
        );
        assert_eq!(text("the `<x>` and `y"), "the `<x>` and \\`y");
        assert_eq!(text("# no heading"), "\\# no heading");
        assert_eq!(text("``"), "\\`\\`");
    }

    #[test]
    fn bars_in_cells_are_escaped_once() {
        let table = table(
            &["a", "b"],
            [vec!["`x | y`".to_owned(), text("p|q")], vec![String::new(), "z".to_owned()]],
        );
        assert_eq!(table, "| a | b |\n| --- | --- |\n| `x \\| y` | p\\|q |\n| | z |\n");
    }

    #[test]
    fn anchors_are_those_of_github() {
        let mut anchors = Anchors::default();
        let given: Vec<String> =
            ["session.prompt_async", "LSP & formatters", "Event", "Event", "Event-1", "Event", "提问"]
                .map(|heading| anchors.next(heading))
                .into();
        assert_eq!(
            given,
            ["sessionprompt_async", "lsp--formatters", "event", "event-1", "event-1-1", "event-2", "提问"]
        );
    }
}
