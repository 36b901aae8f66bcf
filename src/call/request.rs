//! From arguments to a request: path, query, body. Nothing is sent here. Start from [`read`].

use std::io::Read as _;

use clap::ArgMatches;
use opencode_spec::document::Operation;
use progenitor_client::encode_path;
use serde_json::{Map, Value};

use super::Failure;
use super::inputs::{Input, Kind, Place, answers, inputs};

/// What is to be sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    pub operation: &'static str,
    /// Upper case.
    pub method: String,
    /// With its variables in it, percent-encoded.
    pub path: String,
    pub query: Vec<(String, String)>,
    pub body: Option<Value>,
    /// Whether a successful answer has a body.
    pub answers: bool,
}

/// Makes a request of an operation's arguments.
///
/// # Errors
/// The body is not JSON, cannot be read, or is no object that a flag could stand in.
pub fn read(
    operation: &Operation<'static>,
    matches: &ArgMatches,
    directory: Option<String>,
) -> Result<Request, Failure> {
    let mut request = Request {
        operation: operation.id().unwrap_or_default(),
        method: operation.method.to_ascii_uppercase(),
        path: operation.path.to_owned(),
        query: Vec::new(),
        body: None,
        answers: answers(operation),
    };
    if operation
        .parameters()
        .iter()
        .any(|parameter| (parameter.place, parameter.name) == ("query", "directory"))
    {
        request.query.extend(directory.map(|directory| ("directory".to_owned(), directory)));
    }
    if let Ok(Some(text)) = matches.try_get_one::<String>("body") {
        request.body = Some(body(text)?);
    }
    for input in inputs(operation) {
        let values: Vec<&String> = matches.get_many(&input.id).into_iter().flatten().collect();
        let Some(first) = values.first() else { continue };
        match input.place {
            Place::Path => {
                let encoded = segment(&input.name, first)?;
                request.path = request.path.replace(&format!("{{{}}}", input.name), &encoded);
            }
            Place::Query => {
                request.query.extend(values.iter().map(|value| (input.name.clone(), value.to_string())))
            }
            Place::Body => {
                let Value::Object(members) = request.body.get_or_insert_with(|| Map::new().into()) else {
                    let message = format!("--{} is a member of the body, which is no object", input.id);
                    return Err(Failure::NotMade(message));
                };
                members.insert(input.name.clone(), json(&input, &values));
            }
        }
    }
    Ok(request)
}

/// A path's part. Dots alone would name another path, also when they are encoded.
fn segment(name: &str, value: &str) -> Result<String, Failure> {
    match value {
        "" | "." | ".." => Err(Failure::NotMade(format!("`{value}` is no {name}"))),
        _ => Ok(encode_path(value)),
    }
}

fn json(input: &Input, values: &[&String]) -> Value {
    let text = |value: &String| Value::String(value.clone());
    match (&input.kind, values) {
        (Kind::Texts, values) => values.iter().map(|value| text(value)).collect(),
        (Kind::Number | Kind::Boolean, [.., last]) => {
            serde_json::from_str(last).unwrap_or_else(|_| text(last))
        }
        (Kind::Text | Kind::Choice(_), [.., last]) => text(last),
        (_, []) => Value::Null,
    }
}

/// `JSON`, `@FILE` or `-`.
fn body(given: &str) -> Result<Value, Failure> {
    let (place, text) = match given.strip_prefix('@') {
        Some(file) => {
            let unreadable =
                |error| Failure::NotMade(format!("the body cannot be read from {file}: {error}"));
            (file, std::fs::read_to_string(file).map_err(unreadable)?)
        }
        None if given == "-" => {
            let mut text = String::new();
            let unreadable = |error| Failure::NotMade(format!("the body cannot be read: {error}"));
            std::io::stdin().read_to_string(&mut text).map_err(unreadable)?;
            ("standard input", text)
        }
        None => ("--body", given.to_owned()),
    };
    serde_json::from_str(&text).map_err(|error| Failure::NotMade(format!("{place} is not JSON: {error}")))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::{Arguments, find};
    use super::*;
    use clap::{Args as _, Command};

    fn request(arguments: &[&str]) -> Result<Request, String> {
        let command = Arguments::augment_args(Command::new("call"));
        let matches = command.try_get_matches_from([&["call"], arguments].concat());
        let matches = matches.map_err(|error| error.to_string())?;
        let (id, matches) = matches.subcommand().expect("an operation");
        let operation = find(id).expect("an operation");
        read(&operation, matches, Some("/größe".to_owned())).map_err(|failure| match failure {
            Failure::NotMade(message) | Failure::Refused(message) => message,
            Failure::Unread => unreachable!("nothing is written"),
        })
    }

    #[test]
    fn each_argument_goes_to_its_place() {
        let made = request(&["session.diff", "ses_1/2", "--message-id=msg_1"]).expect("a request");
        assert_eq!((made.method.as_str(), made.path.as_str()), ("GET", "/session/ses_1%2F2/diff"));
        let pairs = [("directory", "/größe"), ("messageID", "msg_1")];
        assert_eq!(made.query, pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(made.body, None);
        assert_eq!(request(&["global.health"]).expect("a request").query, [], "it has no directory");
    }

    #[test]
    fn members_of_the_body_are_flags_and_replace_those_of_the_body() {
        let made =
            request(&["session.summarize", "ses_1", "--model-id", "m", "--auto", "--provider-id", "-p"]);
        let expected = json!({"providerID": "-p", "modelID": "m", "auto": true});
        assert_eq!(made.expect("a request").body, Some(expected));
        let made = request(&[
            "pty.create",
            "--body",
            r#"{"env":{"A":"b"},"title":"old"}"#,
            "--title",
            "new",
            "--args",
            "-c",
            "--args",
            "ls",
        ]);
        let expected = json!({"env": {"A": "b"}, "title": "new", "args": ["-c", "ls"]});
        assert_eq!(made.expect("a request").body, Some(expected));
        let made = request(&["provider.oauth.authorize", "p", "--method", "1"]).expect("a request");
        assert_eq!(made.body, Some(json!({"method": 1})));
        let made = request(&["session.list", "--roots=false", "--limit", "5"]).expect("a request");
        assert_eq!(
            made.query[1..],
            [("roots", "false"), ("limit", "5")].map(|(name, value)| (name.to_owned(), value.to_owned()))
        );
        assert_eq!(request(&["session.create"]).expect("a request").body, None);
    }

    #[test]
    fn what_cannot_be_sent_is_told() {
        for (arguments, told) in [
            (&["session.create", "--body", "{"] as &[_], "--body is not JSON"),
            (&["session.create", "--body", "@/nowhere/body.json"], "/nowhere/body.json"),
            (&["session.create", "--body", "[]", "--title", "x"], "--title is a member of the body"),
            (&["session.get", ".."], "`..` is no sessionID"),
            (&["permission.reply", "per_1", "--reply", "perhaps"], "perhaps"),
            (&["session.list", "--body", "{}"], "--body"),
        ] {
            let problem = request(arguments).expect_err("no request");
            assert!(problem.contains(told), "{arguments:?}: {problem}");
        }
    }
}
