//! From a request that was recorded elsewhere to a case that can be sent here.
//!
//! What stays is what the client said; what rests on the server and the machine of then is replaced as in generated
//! cases: ids of paths by those of the state that the replay makes, values that the table of generated calls prescribes
//! (a model, a command for a shell), the directory by the replay's own. Start at [`case`].

use indexmap::IndexMap;
use opencode_scripted_model::directive;
use percent_encoding::percent_decode_str;
use serde_json::Value;
use url::Url;

use super::har::{Entry, PostData, Request};
use crate::contract::{Operation, Place, parameter_of};
use crate::generate::{Case, Expect, Given, Table};
use crate::plan::Step;
use crate::variables::literal;

/// Where clients say it beside the query.
const DIRECTORY_HEADER: &str = "x-opencode-directory";
/// A larger body is an attachment, and of those the memory of the replay would soon be full.
const MOST_BODY: usize = 1024 * 1024;

/// The path of a URL, decoded; a text that is no UTF-8 stays encoded.
pub(super) fn segments(url: &Url) -> Vec<String> {
    let decoded = |segment: &str| {
        let text = percent_decode_str(segment).decode_utf8();
        text.map_or_else(|_| segment.to_owned(), |text| text.into_owned())
    };
    let parts = url.path_segments().into_iter().flatten();
    parts.filter(|segment| !segment.is_empty()).map(decoded).collect()
}

/// The case of a recorded request for this operation; `path` is that of its URL, below the base of the server.
///
/// # Errors
/// It is not to be sent, and why.
pub(super) fn case(
    name: String,
    operation: &Operation,
    table: &Table,
    entry: &Entry,
    path: &[String],
    url: &Url,
) -> Result<Case, String> {
    match entry.status() {
        // The contract's word for it is not enough: an id, a model, a file may have been missing.
        Some(status) if !(200..300).contains(&status) => {
            return Err(format!("it was not accepted when it was recorded (status {status})"));
        }
        None => return Err("it was not answered when it was recorded".to_owned()),
        Some(_) => {}
    }
    let reason = table.find(&operation.id, |rule| rule.never.as_ref().or(rule.only_invalid.as_ref()));
    if let Some(reason) = reason {
        return Err(format!("{} is not called with recorded input: {reason}", operation.id));
    }
    let mut moved = Moved { given: table.given(&operation.id), ids: IndexMap::new(), directory: None };
    let mut step = Step { call: operation.id.clone(), ..Step::default() };
    let chain = table.chain(operation);
    for (part, text) in operation.segments().zip(path) {
        let Some(name) = parameter_of(part) else { continue };
        let value = if chain.is_some_and(|chain| chain.gives(name)) {
            moved.ids.insert(text.clone(), format!("{{{name}}}"));
            format!("{{{name}}}")
        } else {
            text_of(moved.value(&Value::String(text.clone()), &format!("path {name}")))
        };
        step.path.insert(name.to_owned(), value);
    }
    let queried: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    moved.directory = directory(&entry.request, &queried);
    for parameter in operation.parameters.iter().filter(|parameter| parameter.place == Place::Query) {
        let mut values = queried.iter().filter(|(name, _)| *name == parameter.name);
        if parameter.is_directory() {
            continue;
        }
        if let Some((name, text)) = values.next() {
            let value = moved.value(&Value::String(text.clone()), &format!("query {name}"));
            step.query.insert(name.clone(), value);
        }
        if values.next().is_some() {
            return Err(format!("its query gives {} twice", parameter.name));
        }
    }
    if entry.request.lost_its_body() {
        return Err("its body was not recorded".to_owned());
    }
    let body = entry.request.post_data.as_ref().map(json).transpose()?.flatten();
    step.body = body.map(|body| moved.value(&body, ""));
    Ok(Case { name, step, expect: Expect::Accepted })
}

/// The body, if it is what operations of the contract take; `None`: it is empty.
fn json(body: &PostData) -> Result<Option<Value>, String> {
    let Some(text) = body.text.as_deref().filter(|text| !text.is_empty()) else { return Ok(None) };
    let essence = crate::judge::essence(body.mime_type.as_deref().unwrap_or_default());
    if !matches!(essence.as_str(), "" | "application/json") {
        return Err(format!("its body is {essence}, and the contract has JSON"));
    }
    if text.len() > MOST_BODY {
        return Err(format!("its body is larger than {MOST_BODY} bytes"));
    }
    let value = serde_json::from_str(text).map_err(|_| "its body is no JSON".to_owned())?;
    if steers(&value) {
        return Err("a text of it would steer the scripted model".to_owned());
    }
    Ok(Some(value))
}

/// Whether there is a directive of the model in it, which may ask for a permission that nobody gives, or for silence.
fn steers(value: &Value) -> bool {
    match value {
        Value::String(text) => !directive::find(text).is_empty(),
        Value::Array(items) => items.iter().any(steers),
        Value::Object(members) => members.values().any(steers),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// In which directory the call was made.
fn directory(request: &Request, queried: &[(String, String)]) -> Option<String> {
    let named = queried.iter().find(|(name, _)| name == "directory").map(|(_, text)| text.clone());
    let header = || {
        let value = percent_decode_str(request.header(DIRECTORY_HEADER)?).decode_utf8().ok()?;
        Some(value.into_owned())
    };
    // A root would be found in every path.
    let directory = named.or_else(header)?.trim_end_matches(['/', '\\']).to_owned();
    (!directory.is_empty()).then_some(directory)
}

/// What takes the place of what.
struct Moved {
    given: Given,
    /// Recorded ids, and the variables that stand for them.
    ids: IndexMap<String, String>,
    directory: Option<String>,
}

impl Moved {
    /// A value as it is to be sent; `at` is its place in the call.
    fn value(&self, recorded: &Value, at: &str) -> Value {
        if let Some(values) = self.given.at(at)
            && let Some(first) = values.first()
        {
            return if values.contains(recorded) { recorded } else { first }.clone();
        }
        match recorded {
            Value::String(text) => Value::String(self.text(text)),
            Value::Array(items) => {
                let moved = items
                    .iter()
                    .enumerate()
                    .map(|(at_item, item)| self.value(item, &format!("{at}/{at_item}")));
                Value::Array(moved.collect())
            }
            Value::Object(members) => {
                let moved = members.iter().map(|(name, member)| {
                    let place = format!("{at}/{}", crate::contract::escape(name));
                    (name.clone(), self.value(member, &place))
                });
                Value::Object(moved.collect())
            }
            other => other.clone(),
        }
    }

    fn text(&self, text: &str) -> String {
        if let Some(variable) = self.ids.get(text) {
            return variable.clone();
        }
        let below = |directory: &String| {
            let (before, rest) = text.split_once(directory.as_str())?;
            // A path, or the URL of a file; and not the beginning of another name.
            let whole =
                matches!(before, "" | "file://") && (rest.is_empty() || rest.starts_with(['/', '\\']));
            whole.then(|| format!("{before}{{directory}}{}", literal(rest)))
        };
        self.directory.as_ref().and_then(below).unwrap_or_else(|| literal(text))
    }
}

/// A value in a path.
fn text_of(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => other.to_string(),
    }
}
