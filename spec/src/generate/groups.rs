//! `client/src/operations.rs`: the operations by the groups of their ids, `client.session().prompt(id)`.
//!
//! progenitor gives one flat list of methods. Here each first word of an id is a handle, and what stands in the path is
//! an argument: a call cannot be made without it. What comes out of a method is progenitor's builder.

use std::fmt::Write as _;

use serde_json::Value;

use super::format::{HEADER, doc};
use super::operations::{Answer, Operation, Parameter};
use super::{GeneratedFile, OPERATIONS};
use crate::names::{calls, identifier, pascal, snake};

/// Generates the handles. `document` is the normalised contract, for the declared statuses.
pub(super) fn generate(document: &Value, operations: &[Operation]) -> GeneratedFile {
    let mut groups: Vec<(String, Vec<&Operation>)> = Vec::new();
    for operation in operations.iter().filter(|operation| operation.answer != Answer::Websocket) {
        let mut words = calls(&operation.id);
        let group = if words.len() > 1 { words.remove(0) } else { String::new() };
        match groups.iter_mut().find(|(name, _)| *name == group) {
            Some((_, members)) => members.push(operation),
            None => groups.push((group, vec![operation])),
        }
    }
    let mut text = format!(
        "{HEADER}//! The operations of the contract, by the groups of their ids: [`Client::session`] leads to `session.*`.\n\
         //!\n\
         //! A method takes what stands in the operation's path and answers a builder: its setters take the rest, and its `send`\n\
         //! makes the call. Every `send` fails with [`Error`](crate::Error).\n\
         //!\n\
         //! ```no_run\n\
         //! # async fn example(client: opencode_client::Client) -> Result<(), opencode_client::Error> {{\n\
         //! for session in client.session().list().limit(10.0).send().await?.into_inner() {{\n\
         //!     let changes = client.session().diff(&session.id).send().await?;\n\
         //!     println!(\"{{}}: {{}} files changed\", session.title, changes.len());\n\
         //! }}\n\
         //! # Ok(())\n\
         //! # }}\n\
         //! ```\n\n\
         use crate::Client;\nuse crate::builder;\n\nimpl Client {{\n"
    );
    for (group, members) in &groups {
        if group.is_empty() {
            members.iter().for_each(|operation| method(&mut text, document, operation, None));
            continue;
        }
        // Writing to a String cannot fail.
        let _ = write!(
            text,
            "    /// The operations `{group}.*`: {}.\n    pub fn {group}(&self) -> {kind}<'_> {{\n        {kind} {{ client: self }}\n    }}\n\n",
            members
                .iter()
                .map(|operation| format!("`{}`", calls(&operation.id)[1]))
                .collect::<Vec<_>>()
                .join(", "),
            kind = pascal(group),
        );
    }
    end_block(&mut text);
    for (group, members) in groups.iter().filter(|(group, _)| !group.is_empty()) {
        let kind = pascal(group);
        let _ = write!(
            text,
            "\n/// The operations `{group}.*`, see [`Client::{group}`].\n#[derive(Clone, Copy, Debug)]\n\
             pub struct {kind}<'a> {{\n    client: &'a Client,\n}}\n\nimpl<'a> {kind}<'a> {{\n",
        );
        members.iter().for_each(|operation| method(&mut text, document, operation, Some("self.client")));
        end_block(&mut text);
    }
    GeneratedFile { path: OPERATIONS.into(), text }
}

/// The last method has no blank line behind it.
fn end_block(text: &mut String) {
    text.truncate(text.trim_end().len());
    text.push_str("\n}\n");
}

/// One method; `client` is where a handle keeps its client.
fn method(text: &mut String, document: &Value, operation: &Operation, client: Option<&str>) {
    let builder = pascal(&operation.function());
    let name = calls(&operation.id).pop().unwrap_or_default();
    let arguments: Vec<&Parameter> = operation.parameters_in("path").collect();
    let summary = operation.summary.trim().trim_end_matches('.');
    let summary = if summary.is_empty() { operation.id.clone() } else { summary.to_owned() };
    let _ = writeln!(text, "{}    ///", doc("    ", "///", &format!("{summary}.")));
    if !operation.description.trim().is_empty() && operation.description.trim_end_matches('.') != summary {
        let _ = writeln!(text, "{}    ///", doc("    ", "///", &operation.description));
    }
    let _ = writeln!(
        text,
        "    /// Operation `{}`, `{} {}`.\n    ///\n    /// # Errors\n    /// {}",
        operation.id,
        operation.method,
        operation.path,
        refusals(document, operation)
    );
    if operation.deprecated {
        text.push_str("    #[deprecated]\n");
    }
    let (receiver, lifetime) = if client.is_some() { ("self", "'a") } else { ("&self", "'_") };
    let parameters: String = arguments
        .iter()
        .map(|parameter| format!(", {}: impl Into<String>", identifier(&snake(&parameter.name))))
        .collect();
    let setters: String = arguments
        .iter()
        .map(|parameter| {
            let name = identifier(&snake(&parameter.name));
            format!(".{name}({name}.into())")
        })
        .collect();
    let _ = write!(
        text,
        "    pub fn {name}({receiver}{parameters}) -> builder::{builder}<{lifetime}> {{\n        \
         builder::{builder}::new({}){setters}\n    }}\n\n",
        client.unwrap_or("self"),
    );
}

/// Which statuses the contract declares besides success.
fn refusals(document: &Value, operation: &Operation) -> String {
    let declared: Vec<String> =
        document["paths"][&operation.path][operation.method.to_lowercase()]["responses"]
            .as_object()
            .into_iter()
            .flatten()
            .filter(|(status, _)| status.starts_with(['4', '5']))
            .map(|(status, _)| format!("`{status}`"))
            .collect();
    if declared.is_empty() {
        return "[`Error`](crate::Error); the contract declares no refusal.".to_owned();
    }
    format!("[`Error`](crate::Error); the contract declares {}.", declared.join(" and "))
}
