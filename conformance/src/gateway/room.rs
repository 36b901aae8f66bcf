//! What the checks share: making requests that do no harm, sending them, and telling what came of it.
//!
//! Start at [`Room::check`].

use std::time::Instant;

use crate::Mode;
use crate::client::{Call, quoted};
use crate::contract::{Operation, parameter_of};
use crate::judge::{Finding, Rule};
use crate::report::{Exchange, Kind, SERVER, Verdict, millis};
use crate::trial::Trial;

use super::wire::{Login, Reply, Request, Speed, Wire, WireError};

/// Where the checks are made: one server, one directory of their own.
pub(super) struct Room<'r, 't> {
    pub trial: &'r Trial<'t>,
    pub wire: Wire,
    directory: String,
    /// How the server answers a path that does not exist. What is wrong with that is told once, of the whole server.
    pub stray: Option<u16>,
}

impl<'r, 't> Room<'r, 't> {
    /// Makes the directory, beside the project and configured like it.
    pub async fn open(trial: &'r Trial<'t>) -> std::io::Result<Room<'r, 't>> {
        let directory = trial.project.directory.with_file_name("gateway");
        tokio::fs::create_dir_all(&directory).await?;
        let config = "opencode.json";
        tokio::fs::copy(trial.project.directory.join(config), directory.join(config)).await?;
        let wire = Wire::find(&trial.client).await;
        let stray = Request { open_ended: true, ..Request::new("GET", "/conformance-no-such-path") };
        let stray = wire.send(&stray).await.ok().map(|reply| reply.status);
        Ok(Room { trial, wire, directory: directory.to_string_lossy().into_owned(), stray })
    }

    /// Ends what the server has begun for the directory.
    pub async fn close(self) {
        if self.trial.options.mode > Mode::ReadOnly
            && let Some(dispose) = self.trial.contract.operations.get("instance.dispose")
        {
            // Where it fails, the stories have told so.
            let _ = self.wire.send(&self.request(dispose)).await;
        }
    }

    /// The operations to report on.
    pub fn operations(&self) -> impl Iterator<Item = &'t Operation> {
        let reported = |operation: &&Operation| self.trial.reported(&operation.id);
        self.trial.contract.operations.values().filter(reported)
    }

    /// The operation, if the contract has it and it is reported on.
    pub fn operation(&self, id: &str) -> Option<&'t Operation> {
        self.trial.contract.operations.get(id).filter(|operation| self.trial.reported(&operation.id))
    }

    /// The call of an operation with ids that nobody has, without a body.
    pub fn call(&self, operation: &Operation) -> Call {
        let segments = operation.segments().map(|segment| match parameter_of(segment) {
            Some(name) => nobodys_id(name, &operation.path),
            None => segment.to_owned(),
        });
        let mut query = Vec::new();
        if operation.takes_directory() {
            query.push(("directory".to_owned(), self.directory.clone()));
        }
        Call { method: operation.method.clone(), segments: segments.collect(), query, body: None }
    }

    /// The same as a request.
    pub fn request(&self, operation: &Operation) -> Request {
        let request = Request::new(&operation.method, self.call(operation).target());
        Request { open_ended: operation.event_schema().is_some(), ..request }
    }

    /// A call that changes nothing even where it is let in: its ids are nobody's, its body is no JSON.
    pub fn harmless(&self, operation: &Operation) -> Request {
        match operation.body {
            Some(_) => self.request(operation).json("{"),
            None => self.request(operation),
        }
    }

    /// A plain call that every server answers.
    pub fn health(&self) -> Request {
        Request::new("GET", "/global/health")
    }

    /// Whether even a harmless call of it is too much in this mode.
    pub fn is_off_limits(&self, operation: &Operation) -> bool {
        let mode = self.trial.options.mode;
        let harmless = operation.body.is_some() || operation.path.contains('{');
        (mode == Mode::ReadOnly && operation.method != "GET") || (!harmless && self.is_shared(operation))
    }

    /// Tells of a check of an operation that is off limits.
    pub fn note_off_limits(&self, operation: &Operation, case: &str) {
        let reason = match self.trial.options.mode {
            Mode::ReadOnly => "it sends more than GET, and the replay is to read only",
            _ => "let in, it would concern the whole server, and the replay is to keep to its project",
        };
        self.note(&operation.id, case, Verdict::NotExercised { reason: reason.to_owned() });
    }

    /// It concerns the whole server, and this mode is to keep to the replay's own.
    pub fn is_shared(&self, operation: &Operation) -> bool {
        self.trial.options.mode < Mode::Full && self.in_stories(operation, |step| step.shared)
    }

    /// It may wait for something that need not happen.
    pub fn waits(&self, operation: &Operation) -> bool {
        self.in_stories(operation, |step| step.long_poll)
    }

    /// It is a WebSocket, and anything may come of a plain call.
    pub fn is_socket(&self, operation: &Operation) -> bool {
        self.in_stories(operation, |step| step.upgrade)
    }

    fn in_stories(&self, operation: &Operation, holds: impl Fn(&crate::plan::Step) -> bool) -> bool {
        let mut steps = self.trial.plan.stories.iter().flat_map(|story| &story.steps);
        steps.any(|step| step.call == operation.id && holds(step))
    }

    /// Sends a request, judges the answer, and tells what came of it.
    pub async fn check(
        &self,
        of: &str,
        case: &str,
        request: Request,
        judge: impl FnOnce(&Reply) -> Verdict,
    ) -> Option<Reply> {
        if !self.wants(of, case) {
            return None;
        }
        let began = Instant::now();
        let answered = self.wire.send(&request).await;
        if let Ok(reply) = &answered
            && of != SERVER
        {
            let path = request.target.split('?').next().unwrap_or_default();
            self.trial
                .client
                .record(&Call { method: request.method.clone(), ..Call::get(path) }, reply.status);
        }
        let verdict = match &answered {
            Ok(reply) => judge(reply),
            Err(error) => unanswered(error),
        };
        self.tell(of, case, &request, began, answered.as_ref().ok().map(|reply| reply.status), verdict);
        answered.ok()
    }

    /// Whether a check is to be made: in a replay of failures, if it failed.
    pub fn wants(&self, of: &str, case: &str) -> bool {
        self.trial.wanted(of, Kind::Gateway, case)
    }

    /// Tells of a check that took more than one request; `request` is the one to repeat.
    pub fn tell(
        &self,
        of: &str,
        case: &str,
        request: &Request,
        began: Instant,
        status: Option<u16>,
        verdict: Verdict,
    ) {
        self.trial.tell(Exchange {
            operation: of.to_owned(),
            kind: Kind::Gateway,
            case: case.to_owned(),
            request: format!("{} {}", request.method, shown(&request.target)),
            curl: self.curl(request),
            status,
            elapsed_ms: millis(began.elapsed()),
            verdict,
        });
    }

    /// Tells of a check without sending anything.
    pub fn note(&self, of: &str, case: &str, verdict: Verdict) {
        self.trial.tell(Exchange {
            operation: of.to_owned(),
            kind: Kind::Gateway,
            case: case.to_owned(),
            request: String::new(),
            curl: None,
            status: None,
            elapsed_ms: 0,
            verdict,
        });
    }

    /// A line for a shell that repeats the request; `None` where `curl` cannot send it.
    fn curl(&self, request: &Request) -> Option<String> {
        // It sends the last one alone, and every head at once.
        if request.has("host") || request.speed == Speed::SlowHead {
            return None;
        }
        let mut line = match request.method.as_str() {
            "HEAD" => "curl --head".to_owned(),
            method => format!("curl -X {method}"),
        };
        if let Speed::SlowBody { bytes_per_second } = request.speed {
            line.push_str(&format!(" --limit-rate {bytes_per_second}"));
        }
        line.push_str(&format!(" --path-as-is '{}'", quoted(&self.wire.url(&request.target))));
        match (&request.login, self.trial.client.credentials()) {
            (Login::Right, Some((user, _))) => {
                line.push_str(&format!(" -u '{}':\"${PASSWORD}\"", quoted(user)));
            }
            (Login::Other { curl, .. }, _) => line.push_str(&format!(" {curl}")),
            _ => {}
        }
        let host = request.host.as_deref();
        let host = host.filter(|host| !host.is_empty()).map(|host| ("Host", host));
        let headers = request.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        for (name, value) in host.into_iter().chain(headers) {
            line.push_str(&format!(" -H '{}'", quoted(&format!("{name}: {value}"))));
        }
        if request.host.is_none() {
            line.push_str(" -H 'Host:'");
        }
        let written_by = match (&request.written_by, std::str::from_utf8(&request.body)) {
            (Some(command), _) => command.clone(),
            (None, Ok("")) => return Some(line),
            (None, Ok(body)) => {
                line.push_str(&without_type(request));
                return Some(format!("{line} --data-raw '{}'", quoted(body)));
            }
            (None, Err(_)) => printed(&request.body),
        };
        line.push_str(&without_type(request));
        Some(format!("{written_by} | {line} --data-binary @-"))
    }
}

/// The variable that has the password, in lines for a shell.
pub(super) const PASSWORD: &str = "OPENCODE_SERVER_PASSWORD";

/// Keeps `curl` from adding a content type of its own.
fn without_type(request: &Request) -> String {
    if request.has("content-type") { String::new() } else { " -H 'Content-Type:'".to_owned() }
}

/// A command that writes these bytes.
fn printed(bytes: &[u8]) -> String {
    let mut text = String::new();
    for &byte in bytes {
        match byte {
            b'%' => text.push_str("%%"),
            b' '..=b'~' if !matches!(byte, b'\\' | b'\'') => text.push(char::from(byte)),
            _ => text.push_str(&format!("\\{byte:03o}")),
        }
    }
    format!("printf '{text}'")
}

/// A finding of its own, as a verdict.
pub(super) fn fails(rule: Rule, message: impl Into<String>) -> Verdict {
    Verdict::of(vec![Finding::new(rule, "", message)])
}

pub(super) fn unanswered(error: &WireError) -> Verdict {
    fails(Rule::Transport, error.to_string())
}

/// What is wrong with the form of an error that no operation answers: clients look for these members in any error.
pub(super) fn misshapen(reply: &Reply) -> Option<String> {
    let named = |body: &serde_json::Value| body["name"].is_string() && body["data"].is_object();
    let listed = |body: &serde_json::Value| body["errors"].is_array() && body["success"] == false;
    match reply.json() {
        Some(body) if named(&body) || listed(&body) => None,
        Some(_) => Some("its JSON is neither {name, data} nor {data, errors, success}".to_owned()),
        None if reply.body.is_empty() => Some("its body is empty".to_owned()),
        None => Some("its body is not JSON".to_owned()),
    }
}

/// An id of the right form that was never given out. What prefix a parameter wants, schemas say now and then only.
fn nobodys_id(parameter: &str, path: &str) -> String {
    let prefix = match parameter {
        "sessionID" => "ses",
        "messageID" => "msg",
        "partID" => "prt",
        "permissionID" => "per",
        "requestID" if path.starts_with("/question") => "que",
        "requestID" => "per",
        "ptyID" => "pty",
        _ => return "conformance-nobody".to_owned(),
    };
    format!("{prefix}_000000000000conformance000")
}

/// The target without the directory, which is in every call, and says nothing.
fn shown(target: &str) -> String {
    let Some((path, query)) = target.split_once('?') else { return shortened(target) };
    let rest: Vec<_> = query.split('&').filter(|pair| !pair.starts_with("directory=")).collect();
    match rest.is_empty() {
        true => path.to_owned(),
        false => format!("{path}?{}", rest.join("&")),
    }
}

fn shortened(target: &str) -> String {
    crate::explain::shortened(target, 200)
}
