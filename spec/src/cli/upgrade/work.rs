//! What is left to do after a contract has changed: the compiler's errors, brought to the operations that they are
//! about, and what the tables of operations say of new and gone ones.
//!
//! Start from [`Work`], which [`Work::gather`] fills from the state before and the state after. It judges texts only,
//! so it works on a tree that does not compile, which is the usual one.

use std::collections::BTreeMap;

use super::OPERATIONS;
use super::check::{CompileError, Found};
use super::handlers::{Handlers, Module, names_in};
use crate::generate::GeneratedFile;
use crate::names::snake;
use crate::workspace::Workspace;

/// What the handlers are compiled with.
const SERVER: &str = "server/src/";
/// The generated traits.
const TRAITS: &str = "server/api/src/modules/";

/// One line of `server/api/operations.txt`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub done: bool,
    pub module: String,
    pub id: String,
    pub method: String,
    pub path: String,
}

/// Everything that is left to do.
#[derive(Debug, Default)]
pub(super) struct Work {
    pub new: Vec<New>,
    /// Operations whose handlers do not compile, or have another signature now.
    pub changed: Vec<Changed>,
    /// How many others have another signature, but no handler that could mind.
    pub unbuilt: usize,
    pub gone: Vec<Gone>,
    /// Errors that are in no handler.
    pub elsewhere: Vec<CompileError>,
    /// How many errors there are: one may stand at several operations.
    pub errors: usize,
    /// What a build script said.
    pub said: Option<String>,
    /// Entries of `errata.toml` and `allowances.toml` that fit nothing any more, as findings.
    pub stale: Vec<String>,
}

/// An operation that was not there before. It answers 501.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct New {
    pub row: Row,
    /// The id under which the same address stood before.
    pub before: Option<String>,
    pub module: Module,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Changed {
    pub row: Row,
    /// Both signatures, where they differ.
    pub signature: Option<(String, String)>,
    /// Where the handler stands: file and line.
    pub handler: Option<(String, usize)>,
    pub errors: Vec<CompileError>,
    /// The server compiles as a whole. Where it does not, no error at a handler proves nothing: after a name that is
    /// not found, the compiler looks at no body.
    pub is_proven: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Gone {
    pub row: Row,
    /// The id under which the same address stands now.
    pub now: Option<String>,
    /// A handler that has no operation any more: file and line.
    pub handler: Option<(String, usize)>,
    pub errors: Vec<CompileError>,
}

/// The state of a tree, as far as this list needs it.
pub(super) struct State {
    pub rows: Vec<Row>,
    /// By the name of the function.
    pub signatures: BTreeMap<String, String>,
}

impl State {
    /// From the generated files.
    pub(super) fn of(files: &[GeneratedFile]) -> Self {
        let mut state = Self { rows: Vec::new(), signatures: BTreeMap::new() };
        for file in files {
            if file.path == OPERATIONS {
                state.rows = rows(&file.text);
            } else if file.path.starts_with(TRAITS) {
                state.signatures.extend(signatures(&file.text));
            }
        }
        state
    }

    /// From the files on the disk. What cannot be read is not there.
    pub(super) fn on_disk(workspace: &Workspace) -> Self {
        let text = |path: &str| workspace.text(path).unwrap_or_default();
        let traits = names_in(&workspace.path(TRAITS));
        let signatures =
            traits.iter().flat_map(|name| signatures(&text(&format!("{TRAITS}{name}")))).collect();
        Self { rows: rows(&text(OPERATIONS)), signatures }
    }
}

impl Work {
    pub(super) fn gather(workspace: &Workspace, before: &State, after: &State, found: Found) -> Self {
        let handlers = Handlers::read(workspace);
        let mut work = Self { said: found.said, errors: found.errors.len(), ..Self::default() };
        let is_proven = !found.errors.iter().any(|error| error.file.starts_with(SERVER));
        let mut errors: BTreeMap<String, Vec<CompileError>> = BTreeMap::new();
        let known = |function: &String| {
            [after, before].iter().any(|state| state.rows.iter().any(|row| snake(&row.id) == *function))
        };
        for error in found.errors {
            let mut functions = handlers.functions_of(&error);
            functions.retain(known);
            if functions.is_empty() {
                work.elsewhere.push(error);
            } else {
                functions
                    .into_iter()
                    .for_each(|function| errors.entry(function).or_default().push(error.clone()));
            }
        }
        let same_address = |row: &Row| {
            let row = row.clone();
            move |other: &&Row| (&other.method, &other.path) == (&row.method, &row.path)
        };
        for row in &after.rows {
            let function = snake(&row.id);
            let errors = errors.remove(&function).unwrap_or_default();
            if !before.rows.iter().any(|old| old.id == row.id) {
                let old = before.rows.iter().find(same_address(row)).map(|old| old.id.clone());
                let module = handlers.module(&row.module);
                work.elsewhere.extend(errors);
                work.new.push(New { row: row.clone(), before: old, module });
                continue;
            }
            let pair = before.signatures.get(&function).zip(after.signatures.get(&function));
            let signature = pair.filter(|(old, new)| old != new).map(|(old, new)| (old.clone(), new.clone()));
            let handler = handlers.place(&function);
            if !errors.is_empty() || (signature.is_some() && handler.is_some()) {
                work.changed.push(Changed { row: row.clone(), signature, handler, errors, is_proven });
            } else if signature.is_some() {
                work.unbuilt += 1;
            }
        }
        for row in &before.rows {
            if !after.rows.iter().any(|new| new.id == row.id) {
                let function = snake(&row.id);
                work.gone.push(Gone {
                    row: row.clone(),
                    now: after.rows.iter().find(same_address(row)).map(|new| new.id.clone()),
                    handler: handlers.place(&function),
                    errors: errors.remove(&function).unwrap_or_default(),
                });
            }
        }
        work
    }

    /// Whether the tree is in order as it is; new operations that answer 501 are.
    pub(super) fn is_in_order(&self) -> bool {
        self.errors == 0 && self.said.is_none() && self.stale.is_empty()
    }
}

fn rows(table: &str) -> Vec<Row> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    let rows = lines.filter_map(|line| {
        let mut words = line.split_whitespace().map(str::to_owned);
        let done = words.next()? == "done";
        let (module, id, method, path) = (words.next()?, words.next()?, words.next()?, words.next()?);
        Some(Row { done, module, id, method, path })
    });
    rows.collect()
}

/// Every method of a generated trait: its name, and parameters and answer in one line.
fn signatures(text: &str) -> BTreeMap<String, String> {
    let mut signatures = BTreeMap::new();
    for method in text.split("    async fn ").skip(1) {
        let Some(end) = method.find(['{', ';']) else { continue };
        let line = method[..end].split_whitespace().collect::<Vec<_>>().join(" ");
        let line = line
            .replace("( ", "(")
            .replace(", )", ")")
            .replace("context: RequestContext<Self::Context>", "…");
        if let Some(name) = line.split('(').next() {
            signatures.insert(name.to_owned(), line.clone());
        }
    }
    signatures
}

#[cfg(test)]
mod tests {
    use super::super::handlers::HANDLERS;
    use super::*;

    #[test]
    fn signatures_are_read_from_generated_traits() {
        let text = "    async fn session_list(\n        context: RequestContext<Self::Context>,\n        query: Query<Q>,\n    \
                    ) -> Answer<Vec<types::Session>, Undeclared> {\n        x\n    }\n    async fn b() -> A;\n";
        let signatures = signatures(text);
        let list = "session_list(…, query: Query<Q>) -> Answer<Vec<types::Session>, Undeclared>";
        assert_eq!(signatures["session_list"], list);
        assert_eq!(signatures["b"], "b() -> A");
    }

    fn row(id: &str, path: &str) -> String {
        format!("done a {id} GET {path}\n")
    }

    fn state(table: &str, signatures: &[(&str, &str)]) -> State {
        let signatures =
            signatures.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        State { rows: rows(table), signatures }
    }

    fn error(file: &str, line: usize, message: &str) -> CompileError {
        let message = message.to_owned();
        CompileError { code: None, message, file: file.to_owned(), line, column: 1 }
    }

    #[test]
    fn errors_come_to_the_operations_that_they_are_about() {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let handlers = directory.path().join(HANDLERS);
        std::fs::create_dir_all(&handlers).expect("a directory");
        let text = "use a::{B, C};\nimpl AApi for Operations {\n    async fn a_list(\n        b: B,\n    ) {\n        wrong\n    \
                    }\n    fn a_gone() {}\n}\nfn helper(b: B) {}\n";
        std::fs::write(handlers.join("a.rs"), text).expect("written");
        std::fs::write(handlers.join("unbuilt.rs"), "b::BApi,").expect("written");
        let before =
            [row("a.list", "/a"), row("a.gone", "/gone"), row("a.old", "/moved"), row("a.x", "/x")].concat();
        let before = state(&before, &[("a_list", "one"), ("a_x", "same")]);
        let after = format!(
            "{}{}{}501 b b.new GET /b\n501 c_d c.new GET /c\n",
            row("a.list", "/a"),
            row("a.now", "/moved"),
            row("a.x", "/x")
        );
        let after = state(&after, &[("a_list", "two"), ("a_x", "same")]);
        let file = "server/src/handlers/a.rs";
        let errors = vec![
            error(file, 6, "mismatched types"),
            error(file, 8, "method `a_gone` is not a member of trait `AApi`"),
            error(file, 2, "not all trait items implemented, missing: `a_x`"),
            error(file, 1, "unresolved import `a::B`"),
            error(file, 10, "wrong in a function that is no operation"),
            error("server/src/other.rs", 4, "`a_x` again, but in no handler"),
        ];
        let found = Found { errors: errors.clone(), said: None };
        let work = Work::gather(&Workspace::at(directory.path()), &before, &after, found);
        let changed: Vec<_> =
            work.changed.iter().map(|changed| (changed.row.id.as_str(), &changed.errors)).collect();
        let list = vec![errors[0].clone(), errors[3].clone()];
        assert_eq!(changed, [("a.list", &list), ("a.x", &vec![errors[2].clone()])]);
        assert_eq!(work.changed[0].signature, Some(("one".to_owned(), "two".to_owned())));
        assert_eq!(work.changed[0].handler, Some((file.to_owned(), 3)));
        assert_eq!(work.changed[1].signature, None);
        let new: Vec<_> =
            work.new.iter().map(|new| (new.row.id.as_str(), new.before.as_deref(), new.module)).collect();
        let expected = [
            ("a.now", Some("a.old"), Module::Built),
            ("b.new", None, Module::Unbuilt),
            ("c.new", None, Module::Missing),
        ];
        assert_eq!(new, expected);
        let gone: Vec<_> = work.gone.iter().map(|gone| (gone.row.id.as_str(), gone.now.as_deref())).collect();
        assert_eq!(gone, [("a.gone", None), ("a.old", Some("a.now"))]);
        assert_eq!((&work.gone[0].handler, work.gone[0].errors.len()), (&Some((file.to_owned(), 8)), 1));
        assert_eq!(work.elsewhere, errors[4..]);
        assert_eq!(work.errors, 6);
    }
}
