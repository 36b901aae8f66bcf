//! Wrong answers of operations: status, content type, body, values, and whether they come at all.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use opencode_conformance::{Kind, Rule};
use serde_json::{Value, json};

use crate::Mutation;
use crate::http::{Answer, Asked};
use crate::proxy::{ChangeAnswer, Corruption};

pub fn mutations() -> Vec<Mutation> {
    let mut all = wrong_values();
    all.extend(wrong_answers());
    all.extend(wrong_state());
    all
}

fn wrong_values() -> Vec<Mutation> {
    let body = |name, only, path, change| in_story(name, only, "GET", path, Rule::Body, edit(change));
    vec![
        body("a required member is missing", &["session.get"], "/session/*", |session| {
            session.as_object_mut().expect("a session").remove("slug");
        }),
        body("a number is a text", &["session.get"], "/session/*", |session| {
            put(session, "/time/created", json!("today"));
        }),
        body("a value of an enumeration is invented", &["app.agents"], "/agent", |agents| {
            put(agents, "/0/mode", json!("sideways"));
        }),
        body("a value is null", &["session.messages"], "/session/*/message", |messages| {
            put(messages, "/0/info/id", Value::Null);
        }),
        body("the tag of a union is invented", &["session.message"], "/session/*/message/*", |message| {
            put(message, "/parts/0/type", json!("hologram"));
        }),
        body(
            "a member deep in a union is missing",
            &["session.messages"],
            "/session/*/message",
            |messages| {
                for message in messages.as_array_mut().into_iter().flatten() {
                    if let Some(tokens) = message["info"]["tokens"].as_object_mut() {
                        tokens.remove("cache");
                    }
                }
            },
        ),
        body("a list is an object", &["session.list"], "/session", |list| *list = json!({"sessions": list})),
        body("an element of a list is wrong", &["project.list"], "/project", |projects| {
            put(projects, "/0/time", json!([]));
        }),
        body("an object is a text", &["config.get"], "/config", |config| *config = json!("config")),
        in_story(
            "another session is answered",
            &["session.get"],
            "GET",
            "/session/*",
            Rule::Value,
            edit(|session| {
                session["id"] = json!("ses_0123456789abOtherSession00");
            }),
        ),
        in_story(
            "a change is not made",
            &["session.update"],
            "PATCH",
            "/session/*",
            Rule::Value,
            edit(|session| {
                session["title"] = json!("As it was");
            }),
        ),
        in_story(
            "a list comes in another order",
            &["session.messages"],
            "GET",
            "/session/*/message",
            Rule::Value,
            edit(|messages| messages.as_array_mut().expect("messages").reverse()),
        ),
        in_story(
            "a parent is forgotten",
            &["session.create"],
            "POST",
            "/session",
            Rule::Value,
            edit(|session| {
                session.as_object_mut().expect("a session").remove("parentID");
            }),
        ),
    ]
}

fn wrong_answers() -> Vec<Mutation> {
    let get = |name, id, path, rule, change: fn(&mut Answer)| {
        in_story(name, id, "GET", path, rule, Box::new(move |answer: &mut Answer| change(answer)))
    };
    vec![
        get("200 is 201", &["path.get"], "/path", Rule::Status, |answer| answer.status = 201),
        get("200 is 500", &["path.get"], "/path", Rule::ServerError, |answer| answer.status = 500),
        get("a redirection", &["config.get"], "/config", Rule::Status, |answer| {
            answer.status = 307;
            answer.set("Location", "/");
        }),
        get("a 404 for what is there", &["session.get"], "/session/*", Rule::RefusedValid, |answer| {
            answer.status = 404;
            answer.body = br#"{"name": "NotFoundError", "data": {"message": "no"}}"#.to_vec();
        }),
        get("the body is empty", &["session.get"], "/session/*", Rule::Body, |answer| answer.body.clear()),
        get("the body is half of it", &["project.list"], "/project", Rule::Body, |answer| {
            answer.body.truncate(answer.body.len() / 2);
        }),
        get("something follows the JSON", &["config.get"], "/config", Rule::Body, |answer| {
            answer.body.extend(b" {}");
        }),
        get("the JSON is not UTF-8", &["path.get"], "/path", Rule::Body, |answer| {
            answer.body.splice(2..3, [0xff]);
        }),
        get("the connection breaks", &["project.current"], "/project/current", Rule::Transport, |answer| {
            answer.cut = 10;
        }),
        get("no answer", &["session.status"], "/session/status", Rule::Transport, |answer| {
            answer.silent = true
        }),
        Mutation {
            // Far apart, so that on a busy machine other answers are in time, and this one is not.
            limit: 5,
            ..get("the answer is late", &["path.get"], "/path", Rule::Transport, |answer| {
                answer.delay = Duration::from_secs(8);
            })
        },
        get("the content type is another", &["provider.list"], "/provider", Rule::ContentType, |answer| {
            answer.set("Content-Type", "text/html");
        }),
        get("the content type is missing", &["app.agents"], "/agent", Rule::ContentType, |answer| {
            answer.without("Content-Type");
        }),
        in_story(
            "a body where there is none",
            &["session.prompt_async"],
            "POST",
            "/session/*/prompt_async",
            Rule::Status,
            Box::new(|answer: &mut Answer| {
                answer.status = 200;
                answer.body = b"{}".to_vec();
            }),
        ),
    ]
}

fn wrong_state() -> Vec<Mutation> {
    let of = |name, only, rule, answer| Mutation {
        kinds: &[Kind::Gateway],
        ..mutation(name, only, rule, Corruption { answer: Some(answer), ..Corruption::default() })
    };
    let unknown =
        |name, only, rule, answer| Mutation { kinds: &[Kind::Invalid], ..of(name, only, rule, answer) };
    let missing = |method: &'static str, path: &'static str, change: fn(&mut Answer)| -> ChangeAnswer {
        Box::new(move |asked: &Asked, answer: &mut Answer| {
            if asked.is(method, path) && answer.status == 404 {
                change(answer);
            }
        })
    };
    // Sessions as they were created.
    let created = Arc::new(Mutex::new(Vec::new()));
    let stale: ChangeAnswer = Box::new(move |asked: &Asked, answer: &mut Answer| {
        let mut created = created.lock().unwrap_or_else(PoisonError::into_inner);
        if asked.is("POST", "/session") && answer.status == 200 {
            created.push(answer.json());
        } else if asked.is("GET", "/session") {
            answer.edit(|list| list.as_array_mut().expect("sessions").extend(created.clone()));
        }
    });
    vec![
        of("a deleted session stays in the list", &["session.list"], Rule::AfterDelete, stale),
        of(
            "a deleted session has messages",
            &["session.messages"],
            Rule::AfterDelete,
            missing("GET", "/session/*/message", |answer| {
                answer.status = 200;
                answer.body = b"[]".to_vec();
            }),
        ),
        of(
            "a session is deleted twice",
            &["session.delete"],
            Rule::AfterDelete,
            missing("DELETE", "/session/*", |answer| {
                answer.status = 200;
                answer.body = b"true".to_vec();
            }),
        ),
        unknown(
            "a 404 is a 200",
            &["session.children"],
            Rule::UnknownId,
            missing("GET", "/session/*/children", |answer| {
                answer.status = 200;
                answer.body = b"[]".to_vec();
            }),
        ),
        unknown(
            "a 404 is a 500",
            &["session.get"],
            Rule::ServerError,
            missing("GET", "/session/*", |answer| {
                answer.status = 500;
            }),
        ),
        unknown(
            "a prompt to nobody is a 200 without a body",
            &["session.prompt"],
            Rule::UnknownId,
            missing("POST", "/session/*/message", |answer| {
                answer.status = 200;
                answer.body.clear();
            }),
        ),
        of(
            "a 404 has another form",
            &["session.get"],
            Rule::Body,
            missing("GET", "/session/*", |answer| {
                answer.body = br#"{"error": "no such session"}"#.to_vec();
            }),
        ),
    ]
}

/// Puts a value where there is one; a list may be empty.
fn put(value: &mut Value, pointer: &str, other: Value) {
    if let Some(place) = value.pointer_mut(pointer) {
        *place = other;
    }
}

fn edit(change: fn(&mut Value)) -> Box<dyn Fn(&mut Answer) + Send + Sync> {
    Box::new(move |answer| answer.edit(change))
}

/// Spoils the successful answers of one operation, and tries it with its story.
fn in_story(
    name: &'static str,
    only: &'static [&'static str],
    method: &'static str,
    path: &'static str,
    rule: Rule,
    change: Box<dyn Fn(&mut Answer) + Send + Sync>,
) -> Mutation {
    let answer: ChangeAnswer = Box::new(move |asked, answer| {
        if asked.is(method, path) && answer.status < 300 {
            change(answer);
        }
    });
    mutation(name, only, rule, Corruption { answer: Some(answer), ..Corruption::default() })
}

pub fn mutation(
    name: &'static str,
    only: &'static [&'static str],
    rule: Rule,
    corruption: Corruption,
) -> Mutation {
    Mutation {
        name,
        only,
        kinds: &[Kind::Story, Kind::Valid],
        rule,
        locked: false,
        limit: 15,
        heartbeat: None,
        corruption,
    }
}
