//! What of the contract a replay has touched: statuses, parameters, members of bodies, types of events.
//!
//! The client tells the [`Recorder`] of every call, the judge of every value that it holds against the contract; no
//! room of the replay needs to know. At the end it becomes a [`Coverage`], where what was not exercised stands by name.

mod fields;

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::contract::{Contract, Operation, Place};
use crate::routes::Routes;
use fields::Fields;

/// Values of one schema beyond these show hardly a new member, and looking at them costs time.
const MOST_VALUES: usize = 200;

/// What was seen of the contract, of what there is in it, counting only operations that are reported on.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Coverage {
    /// Operations with a call that was judged.
    pub operations: Share,
    /// Documented statuses that came.
    pub statuses: Share,
    /// Path and query parameters that were sent.
    pub parameters: Share,
    /// Members of request bodies that were sent, three levels deep.
    pub body_members: Share,
    /// Members of successful answers that came, three levels deep.
    pub answer_members: Share,
    /// Types of events that came.
    pub event_types: Share,
}

/// A part of a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Share {
    pub seen: usize,
    /// Of so many in the contract.
    pub of: usize,
    pub unseen: Vec<Unseen>,
}

/// Something that was not exercised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unseen {
    /// Id of the operation it belongs to.
    pub operation: String,
    /// `404`, `query limit`, `parts[].text`, `session.idle`; empty for the operation itself.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schemars(default)]
    pub what: String,
    /// Why not, in one clause.
    pub reason: String,
}

/// Counts while the replay is under way.
#[derive(Debug)]
pub(crate) struct Recorder {
    /// Of the whole contract.
    routes: Routes,
    /// Schemas of answers and events, by their pointer.
    schemas: HashMap<String, (String, Role)>,
    seen: Mutex<HashMap<String, Seen>>,
}

#[derive(Clone, Copy, Debug)]
enum Role {
    Answer,
    Event,
}

/// What there is of one operation, and what of it was seen.
#[derive(Debug, Default)]
struct Seen {
    /// As the contract writes them, and whether they came.
    statuses: Vec<(String, bool)>,
    parameters: Vec<(Place, String, bool)>,
    body: Fields,
    answer: Fields,
    /// How many values the two have looked at.
    values: [usize; 2],
    /// In the contract.
    events: BTreeSet<String>,
    /// Whether or not the contract knows them.
    events_seen: BTreeSet<String>,
}

impl Recorder {
    /// For a report on the operations that `reported` names.
    pub fn new(contract: &Contract, reported: &BTreeSet<String>) -> Recorder {
        let mut recorder =
            Recorder { routes: Routes::of(contract), schemas: HashMap::new(), seen: Mutex::default() };
        let mut all = HashMap::new();
        for operation in contract.operations.values() {
            if !reported.contains(&operation.id) {
                continue;
            }
            for (pointer, role) in schemas(operation) {
                recorder.schemas.insert(pointer, (operation.id.clone(), role));
            }
            all.insert(operation.id.clone(), Seen::of(contract, operation));
        }
        recorder.seen = Mutex::new(all);
        recorder
    }

    /// A call was answered.
    pub fn called<'a>(
        &self,
        method: &str,
        segments: &[String],
        query: impl Iterator<Item = &'a str>,
        body: Option<&Value>,
        status: u16,
    ) {
        let Some(operation) = self.routes.operation(method, segments) else { return };
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(seen) = seen.get_mut(operation) else { return };
        let class = format!("{}XX", status / 100);
        for wanted in [status.to_string().as_str(), class.as_str(), "default"] {
            if let Some((_, came)) = seen.statuses.iter_mut().find(|(written, _)| written == wanted) {
                *came = true;
                break;
            }
        }
        if status == 501 {
            return;
        }
        let query: Vec<_> = query.collect();
        for (place, name, sent) in &mut seen.parameters {
            *sent |= *place == Place::Path || query.contains(&name.as_str());
        }
        if let Some(body) = body.filter(|_| seen.values[0] < MOST_VALUES) {
            seen.values[0] += 1;
            seen.body.mark(body);
        }
    }

    /// A value was held against the schema at this pointer of the contract.
    pub fn judged(&self, pointer: &str, value: &Value) {
        let Some((operation, role)) = self.schemas.get(pointer) else { return };
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(seen) = seen.get_mut(operation) else { return };
        match role {
            Role::Event => {
                // The global stream wraps each event in `payload` beside its directory.
                let event = value.get("payload").unwrap_or(value);
                if let Some(kind) = event["type"].as_str().filter(|kind| !seen.events_seen.contains(*kind)) {
                    seen.events_seen.insert(kind.to_owned());
                }
            }
            Role::Answer if seen.values[1] < MOST_VALUES => {
                seen.values[1] += 1;
                seen.answer.mark(value);
            }
            Role::Answer => {}
        }
    }

    /// Whether any event came.
    pub fn heard(&self) -> bool {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.values().any(|seen| !seen.events_seen.is_empty())
    }

    /// What was seen of these operations. `reason` is asked for each thing that was not.
    pub fn coverage<'a>(
        &self,
        operations: impl Iterator<Item = &'a str>,
        reason: impl Fn(&str, &str) -> String,
    ) -> Coverage {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let mut coverage = Coverage::default();
        for id in operations {
            let Some(seen) = seen.get(id) else { continue };
            let mut count = |share: fn(&mut Coverage) -> &mut Share, what: String, is_seen: bool| {
                let share = share(&mut coverage);
                share.of += 1;
                if is_seen {
                    share.seen += 1;
                } else {
                    let reason = reason(id, &what);
                    share.unseen.push(Unseen { operation: id.to_owned(), what, reason });
                }
            };
            for (status, came) in &seen.statuses {
                count(|coverage| &mut coverage.statuses, status.clone(), *came);
            }
            for (place, name, sent) in &seen.parameters {
                let place = if *place == Place::Path { "path" } else { "query" };
                count(|coverage| &mut coverage.parameters, format!("{place} {name}"), *sent);
            }
            seen.body.tell(&mut |name, is_seen| {
                count(|coverage| &mut coverage.body_members, name.to_owned(), is_seen);
            });
            seen.answer.tell(&mut |name, is_seen| {
                count(|coverage| &mut coverage.answer_members, name.to_owned(), is_seen);
            });
            for kind in &seen.events {
                let came = seen.events_seen.contains(kind);
                count(|coverage| &mut coverage.event_types, kind.clone(), came);
            }
        }
        coverage
    }
}

impl Seen {
    fn of(contract: &Contract, operation: &Operation) -> Seen {
        let parameters = operation.parameters.iter().filter(|parameter| parameter.place != Place::Elsewhere);
        let body = operation.body.as_ref().and_then(|body| contract.document.pointer(&body.schema));
        let mut seen = Seen {
            statuses: operation.answers.keys().map(|status| (status.clone(), false)).collect(),
            parameters: parameters
                .map(|parameter| (parameter.place, parameter.name.clone(), false))
                .collect(),
            body: body.map(|schema| Fields::of(contract, schema)).unwrap_or_default(),
            ..Seen::default()
        };
        for (pointer, role) in schemas(operation) {
            let Some(schema) = contract.document.pointer(&pointer) else { continue };
            match role {
                Role::Answer => seen.answer.add(contract, schema),
                Role::Event => event_types(contract, schema, &mut seen.events),
            }
        }
        seen
    }
}

/// The schemas of successful JSON answers, and of events.
fn schemas(operation: &Operation) -> Vec<(String, Role)> {
    let successful = operation.answers.iter().filter(|(status, _)| status.starts_with('2'));
    let contents = successful.flat_map(|(_, answer)| &answer.content);
    let schemas = contents.filter_map(|(media, pointer)| match media.as_str() {
        "application/json" => Some((pointer.clone(), Role::Answer)),
        "text/event-stream" => Some((pointer.clone(), Role::Event)),
        _ => None,
    });
    schemas.collect()
}

/// The constant `type` of each member of a union of events.
fn event_types(contract: &Contract, schema: &Value, found: &mut BTreeSet<String>) {
    let schema = contract.resolve(schema);
    let members = ["anyOf", "oneOf"].into_iter().filter_map(|keyword| schema.get(keyword)?.as_array());
    for member in members.flatten() {
        event_types(contract, member, found);
    }
    if let Some(payload) = schema.pointer("/properties/payload") {
        event_types(contract, payload, found);
    } else if let Some(kind) = schema.pointer("/properties/type/const").and_then(Value::as_str) {
        found.insert(kind.to_owned());
    }
}

impl Share {
    /// Whole per cent, never 100 while something is missing.
    pub fn percent(&self) -> usize {
        (self.seen * 100).checked_div(self.of).unwrap_or(100)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn call(
        recorder: &Recorder,
        method: &str,
        path: &str,
        query: &[&str],
        body: Option<&Value>,
        status: u16,
    ) {
        let segments: Vec<_> =
            path.split('/').filter(|segment| !segment.is_empty()).map(str::to_owned).collect();
        recorder.called(method, &segments, query.iter().copied(), body, status);
    }

    /// Of a report on everything.
    fn recorder(contract: &Contract) -> Recorder {
        Recorder::new(contract, &contract.operations.keys().cloned().collect())
    }

    fn unseen(share: &Share) -> Vec<&str> {
        share.unseen.iter().map(|unseen| unseen.what.as_str()).collect()
    }

    #[test]
    fn calls_are_counted_for_the_operation_whose_path_they_took() {
        let contract = crate::embedded_contract();
        let recorder = recorder(&contract);
        call(&recorder, "GET", "/session/status", &["directory"], None, 200);
        call(&recorder, "GET", "/session/ses_1", &[], None, 404);
        call(&recorder, "GET", "/nowhere", &[], None, 200);
        let of = |id: &str| recorder.coverage([id].into_iter(), |_, _| "why".to_owned());
        assert_eq!((of("session.status").statuses.seen, of("session.status").parameters.seen), (1, 1));
        let get = of("session.get");
        assert_eq!(unseen(&get.statuses), ["200", "400"]);
        assert_eq!(unseen(&get.parameters), ["query directory"]);
        assert_eq!(get.statuses.unseen[0].reason, "why");
    }

    #[test]
    fn what_is_not_reported_on_is_not_counted() {
        let contract = crate::embedded_contract();
        let recorder = Recorder::new(&contract, &BTreeSet::from(["session.get".to_owned()]));
        call(&recorder, "GET", "/session/status", &[], None, 200);
        let of = |id: &str| recorder.coverage([id].into_iter(), |_, _| String::new()).statuses;
        assert_eq!((of("session.get").seen, of("session.status").of), (0, 0));
    }

    #[test]
    fn members_of_bodies_are_found_in_unions_and_lists() {
        let recorder = recorder(&crate::embedded_contract());
        let body = json!({"parts": [{"type": "text", "text": "x"}], "model": {"modelID": "m"}});
        call(&recorder, "POST", "/session/ses_1/message", &[], Some(&body), 200);
        let coverage = recorder.coverage(["session.prompt"].into_iter(), |_, _| String::new());
        let missing = unseen(&coverage.body_members);
        for name in ["parts", "parts[].type", "parts[].text", "model", "model.modelID"] {
            assert!(!missing.contains(&name), "{name} was sent");
        }
        for name in ["agent", "parts[].mime", "model.providerID"] {
            assert!(missing.contains(&name), "{name} was not sent: {missing:?}");
        }
    }

    #[test]
    fn a_call_that_is_not_built_touches_nothing_but_its_status() {
        let recorder = recorder(&crate::embedded_contract());
        call(&recorder, "GET", "/session", &["limit"], None, 501);
        let coverage = recorder.coverage(["session.list"].into_iter(), |_, _| String::new());
        assert_eq!((coverage.statuses.seen, coverage.parameters.seen), (0, 0));
    }

    #[test]
    fn answers_and_events_are_counted_by_the_schema_they_were_held_against() {
        let contract = crate::embedded_contract();
        let recorder = recorder(&contract);
        let global = contract.operations["global.event"].event_schema().expect("a stream");
        recorder.judged(global, &json!({"directory": "/", "payload": {"type": "session.idle"}}));
        recorder.judged(global, &json!({"directory": "/", "payload": {"type": "nobody.knows.it"}}));
        let answer = &contract.operations["global.health"].answer(200).expect("documented").content;
        recorder.judged(&answer["application/json"], &json!({"healthy": true}));
        let coverage = recorder.coverage(["global.event", "global.health"].into_iter(), |_, _| String::new());
        assert_eq!(coverage.event_types.seen, 1);
        assert!(coverage.event_types.of > 20, "{}", coverage.event_types.of);
        assert_eq!(
            (unseen(&coverage.answer_members), coverage.answer_members.percent()),
            (vec!["version"], 50)
        );
    }
}
