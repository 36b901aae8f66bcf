//! The files in which handlers are written, read as text: which function stands where, and which of them an error of
//! the compiler is about. They are read when they do not compile, so nothing here parses them.

use std::path::Path;

use super::check::CompileError;
use crate::names::pascal;
use crate::workspace::Workspace;

/// Where handlers are written, one file per module.
pub(super) const HANDLERS: &str = "server/src/handlers";
/// The modules of which nothing is built.
pub(super) const UNBUILT: &str = "server/src/handlers/unbuilt.rs";
/// What a new operation's module has of handlers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Module {
    /// A file.
    Built,
    /// A line in [`UNBUILT`].
    Unbuilt,
    /// Nothing: without a line in [`UNBUILT`] the server does not compile.
    Missing,
}

/// The files of [`HANDLERS`].
pub(super) struct Handlers {
    /// Path from the root and text.
    files: Vec<(String, String)>,
}

impl Handlers {
    pub(super) fn read(workspace: &Workspace) -> Self {
        let names = names_in(&workspace.path(HANDLERS));
        let files = names.into_iter().filter_map(|name| {
            let path = format!("{HANDLERS}/{name}");
            let text = workspace.text(&path).ok()?;
            Some((path, text))
        });
        Self { files: files.collect() }
    }

    pub(super) fn module(&self, module: &str) -> Module {
        let text = |path: &str| self.files.iter().find(|file| file.0 == path).map(|file| file.1.as_str());
        if text(UNBUILT).is_some_and(|text| text.contains(&api(module))) {
            Module::Unbuilt
        } else if text(&format!("{HANDLERS}/{module}.rs")).is_some() {
            Module::Built
        } else {
            Module::Missing
        }
    }

    /// Where a function is written.
    pub(super) fn place(&self, function: &str) -> Option<(String, usize)> {
        self.files.iter().find_map(|(path, text)| {
            let line = text.lines().position(|line| function_of(line) == Some(function))?;
            Some((path.clone(), line + 1))
        })
    }

    /// The functions that an error in a handlers' file is about: the one that it stands in; or, where it stands in none
    /// (at an import, at an implementation as a whole), those that it names and those that use what it names.
    pub(super) fn functions_of(&self, error: &CompileError) -> Vec<String> {
        let Some((_, text)) = self.files.iter().find(|file| file.0 == error.file) else { return Vec::new() };
        let blocks = functions(text);
        let inside = blocks.iter().find(|block| block.lines.contains(&error.line));
        if let Some(inside) = inside {
            return vec![inside.name.to_owned()];
        }
        let mut about = Vec::new();
        for named in error.message.split('`').skip(1).step_by(2) {
            let name = named.rsplit("::").next().unwrap_or(named);
            about.push(name.to_owned());
            let users = blocks.iter().filter(|block| words(block.text).any(|word| word == name));
            about.extend(users.map(|block| block.name.to_owned()));
        }
        about.sort();
        about.dedup();
        about
    }
}

/// A function with its body, as far as lines tell.
struct Block<'a> {
    name: &'a str,
    /// Counted from 1.
    lines: std::ops::RangeInclusive<usize>,
    text: &'a str,
}

/// The functions of a formatted file: each ends with the first brace at its own depth.
fn functions(text: &str) -> Vec<Block<'_>> {
    let mut found = Vec::new();
    let mut open: Option<(&str, usize, usize, String)> = None;
    let mut offset = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let depth = line.len() - line.trim_start().len();
        if let (None, Some(name)) = (&open, function_of(line)) {
            open = Some((name, index + 1, offset, format!("{}}}", &line[..depth])));
        }
        offset += line.len();
        if let Some((name, first, start, end)) = &open
            && (line.trim_end() == end || (index + 1 == *first && line.trim_end().ends_with('}')))
        {
            found.push(Block { name, lines: *first..=index + 1, text: &text[*start..offset] });
            open = None;
        }
    }
    found
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// The name of the function whose head this line begins.
fn function_of(line: &str) -> Option<&str> {
    let mut rest = line.trim_start();
    for word in ["pub ", "pub(crate) ", "pub(super) ", "const ", "async "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    let name = rest.strip_prefix("fn ")?;
    name.split(|c: char| !c.is_alphanumeric() && c != '_').next().filter(|name| !name.is_empty())
}

/// The trait of a module, as it stands in [`UNBUILT`].
pub(super) fn api(module: &str) -> String {
    format!("{module}::{}Api", pascal(module))
}

pub(super) fn names_in(directory: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(directory).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|name| name.ends_with(".rs"));
    names.sort();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_function_is_found() {
        assert_eq!(function_of("    async fn session_list("), Some("session_list"));
        assert_eq!(function_of("pub(super) fn a<T>(x: T)"), Some("a"));
        assert_eq!(function_of("// fn a"), None);
    }

    #[test]
    fn functions_end_where_their_braces_do() {
        let text =
            "fn a() {}\nimpl X {\n    fn b(\n        c: C,\n    ) {\n        if d {\n        }\n    }\n}\n";
        let lines: Vec<_> = functions(text).into_iter().map(|block| (block.name, block.lines)).collect();
        assert_eq!(lines, [("a", 1..=1), ("b", 3..=8)]);
    }

    #[test]
    fn a_module_has_a_trait() {
        assert_eq!(api("session_id"), "session_id::SessionIdApi");
    }
}
