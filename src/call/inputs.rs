//! Which arguments an operation has: path parameters by position, query parameters and members of the body as flags. What
//! is not simple, an object or a list of objects, has no flag and goes into `--body`. Start from [`inputs`].

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command};
use heck::ToKebabCase as _;
use opencode_spec::document::{Operation, Pointer, follow};
use serde_json::{Number, Value};

use super::CONTRACT;

/// Where an argument goes in the request.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    Path,
    Query,
    Body,
}

/// What a value has to look like.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Text,
    Number,
    Boolean,
    Choice(Vec<String>),
    /// A list of texts: the flag may be repeated.
    Texts,
}

/// One argument of an operation.
#[derive(Clone, Debug)]
pub struct Input {
    pub place: Place,
    /// As the contract has it.
    pub name: String,
    /// Its name among the command's arguments: the long flag, unless it stands by its position.
    pub id: String,
    pub kind: Kind,
    required: bool,
    help: String,
}

/// Flags that every call has, and those that some have.
const TAKEN: &[&str] = &[
    "url",
    "directory",
    "username",
    "password",
    "raw",
    "help",
    "body",
    "no-check",
    "watch",
    "from",
    "version",
];

/// Every argument: positions in the order of the path, then flags.
pub fn inputs(operation: &Operation<'static>) -> Vec<Input> {
    let mut found: Vec<Input> = Vec::new();
    let parameters = operation.parameters();
    for name in operation.path_variables() {
        let told = parameters.iter().find(|parameter| parameter.place == "path" && parameter.name == name);
        let help = told.map(|told| help(told.value)).unwrap_or_default();
        let (name, id) = (name.to_owned(), name.to_owned());
        found.push(Input { place: Place::Path, name, id, kind: Kind::Text, required: true, help });
    }
    for parameter in parameters.iter().filter(|parameter| parameter.place == "query") {
        if parameter.name == "directory" {
            // Every operation has it; it is a flag of the connection.
            continue;
        }
        let schema = resolved(&parameter.value["schema"]);
        let Some(kind) = kind(schema) else { continue };
        let id = flag(&found, parameter.name, "query");
        let help = [help(parameter.value), help(schema)].into_iter().find(|help| !help.is_empty());
        let (name, help) = (parameter.name.to_owned(), help.unwrap_or_default());
        found.push(Input { place: Place::Query, name, id, kind, required: parameter.required, help });
    }
    for (name, schema) in
        body_schema(operation).and_then(|schema| schema["properties"].as_object()).into_iter().flatten()
    {
        let schema = resolved(schema);
        let Some(kind) = kind(schema) else { continue };
        let id = flag(&found, name, "body");
        // Never required as a flag: `--body` may have it.
        let (name, help) = (name.clone(), help(schema));
        found.push(Input { place: Place::Body, name, id, kind, required: false, help });
    }
    found
}

/// Adds the operation's arguments to its command.
pub fn augment(command: Command, operation: &Operation<'static>) -> Command {
    let mut about = format!("{}\n\n{}", summary(operation), operation.address());
    if let Some(description) = operation.value["description"].as_str() {
        about = format!("{about}\n\n{description}");
    }
    let mut command = command.long_about(about);
    for input in inputs(operation) {
        command = command.arg(argument(input));
    }
    if operation.body().is_some() {
        let body = Arg::new("body").long("body").value_name("JSON|@FILE|-").help(body_help(operation));
        let no_check = Arg::new("no-check").long("no-check").action(ArgAction::SetTrue);
        command = command
            .arg(body.allow_hyphen_values(true))
            .arg(no_check.help("Send the body also if it does not fit the contract"));
    }
    if is_stream(operation) {
        let watch = Arg::new("watch").long("watch").action(ArgAction::SetTrue);
        command = command.arg(watch.help("Go on when the connection breaks, and say so on standard error"));
    } else if !is_terminal(operation) {
        let raw = Arg::new("raw").long("raw").action(ArgAction::SetTrue);
        command = command.arg(raw.help("Print the answer byte for byte as the server sent it"));
    }
    command
}

/// Whether the operation answers with server-sent events.
pub fn is_stream(operation: &Operation<'_>) -> bool {
    let answers = operation.responses();
    answers
        .iter()
        .any(|(status, _, answer)| *status == "200" && answer["content"].get("text/event-stream").is_some())
}

/// Whether the operation is a WebSocket. The contract does not say so by other means than its name.
pub fn is_terminal(operation: &Operation<'_>) -> bool {
    operation.id() == Some("pty.connect")
}

pub fn summary(operation: &Operation<'_>) -> String {
    let text = operation.value["summary"].as_str().or_else(|| operation.value["description"].as_str());
    text.map_or_else(|| operation.address(), str::to_owned)
}

/// Whether a successful answer has a body by the contract.
pub fn answers(operation: &Operation<'_>) -> bool {
    let answers = operation.responses();
    answers.iter().any(|(status, _, answer)| status.starts_with('2') && answer.get("content").is_some())
}

fn argument(input: Input) -> Arg {
    let arg = Arg::new(input.id.clone()).help(input.help);
    let arg = match input.place {
        Place::Path => return arg.value_name(input.name).required(true),
        Place::Query => arg.help_heading("Query"),
        Place::Body => arg.help_heading("Body"),
    };
    let arg = arg.long(input.id).required(input.required);
    match input.kind {
        Kind::Text => arg.value_name("TEXT").allow_hyphen_values(true),
        Kind::Texts => arg.value_name("TEXT").allow_hyphen_values(true).action(ArgAction::Append),
        Kind::Number => arg.value_name("NUMBER").allow_negative_numbers(true).value_parser(number),
        Kind::Choice(values) => arg.value_parser(PossibleValuesParser::new(values)),
        Kind::Boolean => arg
            .value_parser(PossibleValuesParser::new(["true", "false"]))
            .num_args(0..=1)
            .require_equals(true)
            .default_missing_value("true"),
    }
}

fn number(text: &str) -> Result<String, String> {
    text.parse::<Number>().map(|number| number.to_string()).map_err(|_| "not a number".to_owned())
}

/// A flag's name that no other argument has.
fn flag(found: &[Input], name: &str, place: &str) -> String {
    let flag = name.to_kebab_case();
    match TAKEN.contains(&flag.as_str()) || found.iter().any(|other| other.id == flag) {
        true => format!("{place}-{flag}"),
        false => flag,
    }
}

/// What a schema means for an argument; nothing if it is not simple.
fn kind(schema: &'static Value) -> Option<Kind> {
    if let Some(values) = schema["enum"].as_array() {
        return values
            .iter()
            .map(|value| value.as_str().map(str::to_owned))
            .collect::<Option<_>>()
            .map(Kind::Choice);
    }
    match schema["type"].as_str()? {
        "string" => Some(Kind::Text),
        "number" | "integer" => Some(Kind::Number),
        "boolean" => Some(Kind::Boolean),
        "array" if resolved(&schema["items"])["type"] == "string" => Some(Kind::Texts),
        _ => None,
    }
}

fn resolved(schema: &'static Value) -> &'static Value {
    follow(&CONTRACT, Pointer::root(), schema).1
}

fn body_schema(operation: &Operation<'static>) -> Option<&'static Value> {
    let (_, body) = operation.body()?;
    Some(resolved(&body["content"]["application/json"]["schema"]))
}

fn body_help(operation: &Operation<'static>) -> String {
    let required = body_schema(operation).and_then(|schema| schema["required"].as_array());
    let names: Vec<_> = required.into_iter().flatten().filter_map(Value::as_str).collect();
    let needs = if names.is_empty() { String::new() } else { format!("; it needs {}", names.join(", ")) };
    format!("The body, of a file, or of standard input; flags replace its members{needs}")
}

fn help(value: &Value) -> String {
    value["description"].as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::find;
    use super::*;

    fn of(id: &str) -> Vec<(Place, String, Kind)> {
        let operation = find(id).expect("an operation");
        inputs(&operation).into_iter().map(|input| (input.place, input.id, input.kind)).collect()
    }

    #[test]
    fn arguments_are_those_of_the_contract() {
        assert_eq!(
            of("session.diff"),
            [
                (Place::Path, "sessionID".to_owned(), Kind::Text),
                (Place::Query, "message-id".to_owned(), Kind::Text)
            ]
        );
        let create = of("pty.create");
        assert!(create.contains(&(Place::Body, "args".to_owned(), Kind::Texts)), "{create:?}");
        assert!(!create.iter().any(|(_, id, _)| id == "env"), "an object has no flag");
        let reply = Kind::Choice(["once", "always", "reject"].map(str::to_owned).to_vec());
        assert!(of("permission.reply").contains(&(Place::Body, "reply".to_owned(), reply)));
        assert!(of("session.list").contains(&(Place::Query, "roots".to_owned(), Kind::Boolean)));
    }

    #[test]
    fn a_member_that_is_named_as_a_common_flag_is_another_flag() {
        assert_eq!(of("worktree.remove"), [(Place::Body, "body-directory".to_owned(), Kind::Text)]);
    }

    #[test]
    fn streams_and_answers_are_known() {
        let known = |id: &str| find(id).map(|operation| (is_stream(&operation), answers(&operation)));
        assert_eq!(known("event.subscribe"), Some((true, true)));
        assert_eq!(known("global.event"), Some((true, true)));
        assert_eq!(known("session.prompt"), Some((false, true)));
        assert_eq!(known("session.prompt_async"), Some((false, false)));
    }
}
