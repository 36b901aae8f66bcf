//! `contract show`: what the contract says of one operation.

use clap::Args;

use super::{Failure, line, unambiguous};
use crate::docs::{self, Shown};
use crate::document::Document;
use crate::errata::Errata;
use crate::gate::{CONTRACT, ERRATA, OPERATIONS};
use crate::generate::parse_states;
use crate::source;
use crate::workspace::Workspace;

#[derive(Debug, Args)]
pub(super) struct Show {
    /// Its operation id, or `METHOD /path`
    operation: String,
    /// The contract [default: the one of this repository]
    #[arg(value_name = "FILE|URL")]
    from: Option<String>,
}

impl Show {
    pub(super) fn run(
        &self,
        workspace: impl FnOnce() -> Result<Workspace, Failure>,
        text: &mut String,
    ) -> Result<(), Failure> {
        let (contract, workspace) = match &self.from {
            // States are told if there is a table of them; nothing else is needed.
            Some(from) => (source::read(from)?, workspace().ok()),
            None => {
                let workspace = workspace()?;
                (Document::read(&workspace.path(CONTRACT), CONTRACT)?, Some(workspace))
            }
        };
        let contract = unambiguous(contract)?;
        let Some(operation) = docs::find(contract.value(), &self.operation) else {
            return Err(self.unknown(&contract));
        };
        let read = |name: &str| {
            workspace.as_ref().and_then(|workspace| workspace.text(name).ok()).unwrap_or_default()
        };
        let states = parse_states(&read(OPERATIONS));
        let errata = match self.from {
            None => Errata::parse(&read(ERRATA))
                .map_err(|error| Failure::Unreadable(format!("{ERRATA}: {error}")))?,
            Some(_) => Errata::default(),
        };
        let shown = docs::show(
            &Shown {
                contract: contract.value(),
                source: contract.source(),
                position: contract.position(&operation.pointer),
                state: operation.id().and_then(|id| states.get(id)).copied(),
                errata: &errata,
            },
            &operation,
        );
        line(text, shown.trim_end());
        Ok(())
    }

    fn unknown(&self, contract: &Document) -> Failure {
        let mut message = format!("{}: no operation `{}`", contract.source(), self.operation);
        let near = docs::near(contract.value(), &self.operation);
        if near.is_empty() {
            message.push_str(": name one by its id or as `METHOD /path`");
        } else {
            message.push_str("; perhaps you mean\n  ");
            message.push_str(&near.join("\n  "));
        }
        Failure::Unreadable(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(operation: &str, from: Option<&str>) -> Result<String, String> {
        let show = Show { operation: operation.to_owned(), from: from.map(str::to_owned) };
        let mut text = String::new();
        let workspace = || Ok(Workspace::at(concat!(env!("CARGO_MANIFEST_DIR"), "/..")));
        match show.run(workspace, &mut text) {
            Ok(()) => Ok(text),
            Err(Failure::Unreadable(message)) => Err(message),
            Err(Failure::Findings(message) | Failure::Interrupted(_, message)) => panic!("{message}"),
        }
    }

    #[test]
    fn an_operation_is_told_by_id_and_by_address() {
        let by_id = run("pty.connect", None).expect("it is there");
        assert_eq!(run("get /pty/{ptyID}/connect", None).as_deref(), Ok(by_id.as_str()));
        assert!(by_id.starts_with("GET /pty/{ptyID}/connect  pty.connect\n"), "{by_id}");
        for line in
            ["transport  WebSocket", "stands at  spec/opencode-api.json:", "The real server differs: "]
        {
            assert!(by_id.lines().any(|told| told.starts_with(line)), "{line}: {by_id}");
        }
        let later = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/opencode-1.2.15.json");
        let told = run("session.prompt", Some(later)).expect("it is there too");
        assert!(told.contains("\nType TextPartInput\n") && !told.contains("The real server"), "{told}");
    }

    #[test]
    fn what_an_answer_refers_to_is_told_and_what_is_left_out_is_named() {
        let told = run("session.list", None).expect("it is there");
        assert!(told.contains("\n  Session[]\n\nType Session\n"), "{told}");
        let left = told.split_once("\nNamed only, told in docs/api/schemas.md\n").expect("it is told").1;
        assert!(left.contains("PermissionRuleset") && !told.contains("\nType PermissionRuleset"), "{told}");

        // A union is followed: it says nothing without what it is made of.
        let told = run("session.messages", None).expect("it is there");
        for name in ["Message", "UserMessage", "Part", "ToolPart"] {
            assert_eq!(told.matches(&format!("\nType {name}\n")).count(), 1, "{name}: {told}");
        }
        assert!(!told.contains("\nType ToolState\n") && !told.contains("\nType NotFoundError\n"), "{told}");
    }

    #[test]
    fn every_event_of_a_stream_is_told_in_a_line() {
        let later = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/opencode-1.2.15.json");
        // Its events have no names, and stand in the item itself.
        let latest = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/opencode-1.18.33.json");
        for (operation, from, head) in [
            ("event.subscribe", None, "\nEvents  "),
            ("global.event", None, "\nEvents in payload  "),
            ("event.subscribe", Some(later), "\nEvents  "),
            ("global.event", Some(latest), "\nEvents in payload  "),
        ] {
            let told = run(operation, from).expect("it is there");
            assert!(told.contains(head) && told.lines().count() < 200, "{told}");
            let event = told.lines().find(|line| line.trim_start().starts_with("session.updated "));
            assert!(event.is_some_and(|line| line.contains("info: Session }")), "{told}");
            assert_eq!(told.contains("docs/api/21-realtime.md"), from.is_none(), "{told}");
        }
    }

    #[test]
    fn an_unknown_operation_is_answered_with_near_ones() {
        let message = run("session.promt", None).expect_err("a slip");
        assert!(message.starts_with("spec/opencode-api.json: no operation `session.promt`; perhaps you mean\n  session.prompt  (POST "), "{message}");
        let message = run("nothing like it at all", None).expect_err("unknown");
        assert!(message.ends_with(": name one by its id or as `METHOD /path`"), "{message}");
    }
}
