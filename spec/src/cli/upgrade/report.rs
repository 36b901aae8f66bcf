//! The work list in words: for the terminal, and as Markdown for the pull request.

use super::check::CompileError;
use super::handlers::{HANDLERS, Module, UNBUILT, api};
use super::work::{Changed, Gone, New, Row, Work};
use crate::cli::line;
use crate::markdown;
use crate::present::cut_after;

/// How many errors outside of handlers the terminal gets to see.
const TOLD: usize = 60;
/// How long the list may grow in a pull request, which has room for 65 536 characters.
const MOST_BYTES: usize = 40_000;
/// How long one line of it may be: signatures are long, messages of the compiler can be without an end.
const LINE: usize = 400;

/// One part of the list: a heading, and its entries with their details.
struct Part {
    heading: String,
    entries: Vec<Entry>,
}

struct Entry {
    /// `[x]` is ticked, `[ ]` is not, in Markdown.
    done: bool,
    title: String,
    details: Vec<String>,
}

/// For the terminal.
pub(super) fn text(work: &Work) -> String {
    let mut text = String::new();
    for part in parts(work) {
        line(&mut text, format_args!("\n{}", part.heading));
        for entry in part.entries.iter().take(TOLD) {
            line(&mut text, format_args!("  {}", entry.title));
            for detail in &entry.details {
                line(&mut text, format_args!("      {detail}"));
            }
        }
        if part.entries.len() > TOLD {
            line(&mut text, format_args!("  … and {} more", part.entries.len() - TOLD));
        }
    }
    if let Some(said) = &work.said {
        line(&mut text, "\nThe check says");
        said.lines().for_each(|said| line(&mut text, format_args!("  {said}")));
    }
    if work.unbuilt > 0 {
        line(&mut text, format_args!("\n{}", unbuilt(work)));
    }
    if text.is_empty() { "\nNothing is left to do.\n".to_owned() } else { text }
}

fn unbuilt(work: &Work) -> String {
    format!(
        "{} operations without a handler have another signature, which nobody has to act on.",
        work.unbuilt
    )
}

/// As a list to tick off.
pub(super) fn for_pull_request(work: &Work) -> String {
    let mut text = String::new();
    for part in parts(work) {
        line(&mut text, format_args!("\n### {}\n", part.heading));
        let mut left_out = 0;
        for entry in part.entries {
            let mark = if entry.done { "x" } else { " " };
            let title = format!("- [{mark}] {}", code(&entry.title));
            let details = entry.details.iter().map(|detail| format!("  - {}", code(detail)));
            for told in [title].into_iter().chain(details) {
                if text.len() > MOST_BYTES {
                    left_out += 1;
                } else {
                    line(&mut text, told);
                }
            }
        }
        if left_out > 0 {
            line(&mut text, format_args!("- … and {left_out} lines more than fit here"));
        }
    }
    if work.unbuilt > 0 {
        line(&mut text, format_args!("\n{}", unbuilt(work)));
    }
    if let Some(said) = &work.said {
        let said: Vec<String> = said.lines().map(|line| cut_after(line, LINE)).collect();
        line(&mut text, "\n### The check says\n");
        line(&mut text, markdown::block("text", &said.join("\n")).trim_end());
    }
    if text.is_empty() { "\nNothing is left to do.\n".to_owned() } else { text }
}

fn parts(work: &Work) -> Vec<Part> {
    let count = |count: usize, heading: &str| format!("{heading} ({count})");
    let parts = [
        Part {
            heading: count(work.new.len(), "New operations: each answers 501 until it has a handler"),
            entries: work.new.iter().map(new).collect(),
        },
        Part {
            heading: count(work.changed.len(), "Operations with a handler to look at"),
            entries: work.changed.iter().map(changed).collect(),
        },
        Part {
            heading: count(work.gone.len(), "Operations that are gone"),
            entries: work.gone.iter().map(gone).collect(),
        },
        Part {
            heading: count(work.elsewhere.len(), "What does not compile outside of these handlers"),
            entries: work.elsewhere.iter().map(|error| open(place(error), Vec::new())).collect(),
        },
        Part {
            heading: count(work.stale.len(), "Entries that fit nothing any more"),
            entries: work.stale.iter().map(|stale| open(stale.clone(), Vec::new())).collect(),
        },
    ];
    parts.into_iter().filter(|part| !part.entries.is_empty()).collect()
}

fn open(title: String, details: Vec<String>) -> Entry {
    Entry { done: false, title, details }
}

fn title(row: &Row) -> String {
    format!("{}  {} {}", row.id, row.method, row.path)
}

fn new(new: &New) -> Entry {
    let Row { module, id, .. } = &new.row;
    let function = crate::names::snake(id);
    let mut details = Vec::new();
    match new.module {
        Module::Built => details.push(format!("to write: fn {function} in {HANDLERS}/{module}.rs")),
        Module::Unbuilt => details.push(format!(
            "to write: fn {function} in {HANDLERS}/{module}.rs, a new file; `{}` leaves {UNBUILT}",
            api(module)
        )),
        Module::Missing => details.push(format!(
            "at once: `{},` in {UNBUILT}, or the server does not compile; then fn {function} in \
             {HANDLERS}/{module}.rs",
            api(module)
        )),
    }
    if let Some(before) = &new.before {
        details.push(format!("before, this address was `{before}`: its handler can be renamed"));
    }
    open(title(&new.row), details)
}

fn changed(changed: &Changed) -> Entry {
    let mut details = Vec::new();
    if let Some((before, after)) = &changed.signature {
        details.push(format!("was  {before}"));
        details.push(format!("is   {after}"));
    }
    details.extend(changed.errors.iter().map(place));
    let compiles = changed.errors.is_empty() && changed.is_proven;
    if let (Some((file, line)), true) = (&changed.handler, changed.errors.is_empty()) {
        details.push(if compiles {
            format!("its handler compiles: {file}:{line}")
        } else {
            format!("its handler was not compiled yet, because of other errors: {file}:{line}")
        });
    }
    // Something that compiles may still do the wrong thing, but nobody has to touch it.
    Entry { done: compiles, title: title(&changed.row), details }
}

fn gone(gone: &Gone) -> Entry {
    let mut details: Vec<String> = gone.errors.iter().map(place).collect();
    if let Some(now) = &gone.now {
        details.push(format!("this address is `{now}` now"));
    }
    match &gone.handler {
        Some((file, line)) => details.push(format!("to remove: its handler, {file}:{line}")),
        None if gone.row.done => details.push("it was built, but its handler was not found".to_owned()),
        None => details.push("it had no handler".to_owned()),
    }
    Entry { done: gone.handler.is_none() && gone.errors.is_empty(), title: title(&gone.row), details }
}

fn place(error: &CompileError) -> String {
    let CompileError { code, message, file, line, column } = error;
    let code = code.as_deref().map_or_else(String::new, |code| format!("{code} "));
    format!("{file}:{line}:{column}  {code}{message}")
}

/// The first line as code, of whatever the contract or the compiler says: the compiler's messages are full of backticks and of `<T>`.
pub(super) fn code(text: &str) -> String {
    markdown::code(&cut_after(text.lines().next().unwrap_or_default(), LINE))
}
