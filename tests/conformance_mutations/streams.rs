//! Wrong events, right events at the wrong time, and readers that get less, more or other than they should.

use opencode_conformance::{Kind, Rule};
use serde_json::json;

use crate::Mutation;
use crate::answers::mutation;
use crate::http::{Answer, Asked, Frame};
use crate::proxy::{Corruption, Rewrite};

const ONE: &[&str] = &["event.subscribe"];

pub fn mutations() -> Vec<Mutation> {
    let mut all = wrong_events();
    all.extend(wrong_order());
    all.extend(wrong_readers());
    all
}

fn wrong_events() -> Vec<Mutation> {
    vec![
        each("the greeting is missing", Rule::Event, |frame| match frame.kind() {
            "server.connected" => vec![],
            _ => vec![frame],
        }),
        each("a type of event is invented", Rule::Event, |mut frame| {
            if frame.kind() == "session.status" {
                frame.event["type"] = json!("session.mood");
            }
            vec![frame]
        }),
        each("an event lacks a member", Rule::Event, |mut frame| {
            if frame.kind() == "session.status" {
                frame.event["properties"].as_object_mut().expect("properties").remove("status");
            }
            vec![frame]
        }),
        each("an event is no JSON", Rule::Event, |mut frame| {
            if frame.kind() == "session.status" {
                frame.raw = Some("{".to_owned());
            }
            vec![frame]
        }),
        Mutation {
            heartbeat: Some(1),
            ..each("no heartbeat comes", Rule::Heartbeat, |frame| match frame.kind() {
                "server.heartbeat" => vec![],
                _ => vec![frame],
            })
        },
        answering("a stream is labelled as text", Rule::ContentType, |_, answer| {
            if answer.is_stream() {
                answer.set("Content-Type", "text/plain");
            }
        }),
    ]
}

fn wrong_order() -> Vec<Mutation> {
    vec![
        stream("deltas change places", Rule::Delta, |_| {
            let mut held: Option<Frame> = None;
            Box::new(move |frame| match (frame.kind(), held.take()) {
                ("message.part.delta", None) => {
                    held = Some(frame);
                    vec![]
                }
                (_, Some(earlier)) => vec![frame, earlier],
                (_, None) => vec![frame],
            })
        }),
        each("a delta says something else", Rule::Delta, |mut frame| {
            if frame.kind() == "message.part.delta" {
                frame.event["properties"]["delta"] = json!("something else ");
            }
            vec![frame]
        }),
        stream("a delta is lost", Rule::Delta, |_| {
            let mut deltas = 0;
            Box::new(move |frame| {
                deltas += usize::from(frame.kind() == "message.part.delta");
                if frame.kind() == "message.part.delta" && deltas % 5 == 0 { vec![] } else { vec![frame] }
            })
        }),
        each("a delta comes twice", Rule::Delta, |frame| match frame.kind() {
            "message.part.delta" => vec![frame.clone(), frame],
            _ => vec![frame],
        }),
        stream("a part comes before its message", Rule::Order, |_| {
            let mut held: Vec<Frame> = Vec::new();
            Box::new(move |frame| match frame.kind() {
                "message.updated" if held.is_empty() => {
                    held.push(frame);
                    vec![]
                }
                "message.part.updated" => std::iter::once(frame).chain(held.drain(..)).collect(),
                _ => vec![frame],
            })
        }),
        stream("a run is told to be over before its last message", Rule::Order, |_| {
            // The last update of each run waits for the end of the run.
            let mut held: Option<Frame> = None;
            Box::new(move |frame| match frame.kind() {
                "message.updated" => held.replace(frame).into_iter().collect(),
                "session.idle" => std::iter::once(frame).chain(held.take()).collect(),
                _ => vec![frame],
            })
        }),
        each("a session is created twice", Rule::Order, |frame| match frame.kind() {
            "session.created" => vec![frame.clone(), frame],
            _ => vec![frame],
        }),
    ]
}

fn wrong_readers() -> Vec<Mutation> {
    vec![
        stream("one of two readers misses an event", Rule::Readers, |number| {
            Box::new(move |frame| match frame.kind() {
                "session.status" if number % 2 == 0 => vec![],
                _ => vec![frame],
            })
        }),
        stream("one of two readers sees an event twice", Rule::Readers, |number| {
            Box::new(move |frame| match frame.kind() {
                "session.updated" if number % 2 == 0 => vec![frame.clone(), frame],
                _ => vec![frame],
            })
        }),
        Mutation {
            corruption: Corruption {
                request: Some(Box::new(|asked| {
                    if asked.is("GET", "/event") {
                        "/global/event".clone_into(&mut asked.path);
                    }
                })),
                events: Some(Box::new(|_| {
                    Box::new(|mut frame| {
                        frame.event = frame.event["payload"].take();
                        vec![frame]
                    })
                })),
                ..Corruption::default()
            },
            ..each("a stream has the events of all directories", Rule::Readers, |frame| vec![frame])
        },
        asking("a reader that comes back begins anew", Rule::Resume, |asked| asked.without("Last-Event-ID")),
        asking("a reader that comes back begins at the beginning", Rule::Resume, |asked| {
            if asked.header("Last-Event-ID").is_some() {
                asked.set("Last-Event-ID", "1");
            }
        }),
        of("readers that left are never freed", Rule::Release, {
            let readers = std::sync::atomic::AtomicUsize::new(0);
            let answer = move |_: &Asked, answer: &mut Answer| {
                if answer.is_stream() && readers.fetch_add(1, std::sync::atomic::Ordering::SeqCst) > 30 {
                    answer.status = 503;
                    answer.set("Content-Type", "text/plain");
                }
            };
            Corruption { answer: Some(Box::new(answer)), ..Corruption::default() }
        }),
        of(
            "a reader that stalls holds the others up",
            Rule::Release,
            Corruption { shared_pace: true, ..Corruption::default() },
        ),
    ]
}

/// Rewrites each event by itself.
fn each(name: &'static str, rule: Rule, rewrite: fn(Frame) -> Vec<Frame>) -> Mutation {
    of(name, rule, Corruption { events: Some(Box::new(move |_| Box::new(rewrite))), ..Corruption::default() })
}

/// Rewrites the events of each stream.
fn stream(name: &'static str, rule: Rule, rewrite: fn(usize) -> Rewrite) -> Mutation {
    of(name, rule, Corruption { events: Some(Box::new(rewrite)), ..Corruption::default() })
}

fn asking(name: &'static str, rule: Rule, change: fn(&mut Asked)) -> Mutation {
    of(name, rule, Corruption { request: Some(Box::new(change)), ..Corruption::default() })
}

fn answering(name: &'static str, rule: Rule, change: fn(&Asked, &mut Answer)) -> Mutation {
    of(name, rule, Corruption { answer: Some(Box::new(change)), ..Corruption::default() })
}

fn of(name: &'static str, rule: Rule, corruption: Corruption) -> Mutation {
    Mutation { kinds: &[Kind::Stream], limit: 30, ..mutation(name, ONE, rule, corruption) }
}
