//! Transcripts of the recorded runs of OpenCode 1.2.6, whole and with any part of their events missing.

use std::collections::BTreeMap;
use std::path::PathBuf;

use opencode_types::AssistantMessage;

use super::*;

/// The events of a recording, and the session that was asked first in it.
fn recording(name: &str) -> (Vec<Event>, String) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../spec/types/tests/data");
    let text = std::fs::read_to_string(folder.join(format!("events-{name}.jsonl"))).expect("a recording");
    let events: Vec<Event> =
        text.lines().map(|line| serde_json::from_str(line).expect("an event of the contract")).collect();
    let session = events.iter().find_map(|event| match event {
        Event::MessageUpdated(event) => match &event.properties.info {
            Message::User(info) => Some(info.session_id.clone()),
            _ => None,
        },
        _ => None,
    });
    (events, session.expect("a prompt"))
}

/// The last assistant message of the session, with its parts as they were in the end.
fn answer(events: &[Event], session: &str) -> Answer {
    let mut last: Option<AssistantMessage> = None;
    let mut parts = BTreeMap::<String, Part>::new();
    for event in events {
        match event {
            Event::MessageUpdated(event) => match &event.properties.info {
                Message::Assistant(info) if info.session_id == session => last = Some(info.clone()),
                _ => {}
            },
            Event::MessagePartUpdated(event) => match &event.properties.part {
                Part::Text(part) => drop(parts.insert(part.id.clone(), Part::Text(part.clone()))),
                Part::Reasoning(part) => drop(parts.insert(part.id.clone(), Part::Reasoning(part.clone()))),
                _ => {}
            },
            _ => {}
        }
    }
    let info = last.expect("an answer");
    let of_it = |part: &Part| match part {
        Part::Text(part) => part.message_id == info.id,
        Part::Reasoning(part) => part.message_id == info.id,
        _ => false,
    };
    let parts = parts.into_values().filter(of_it).collect();
    Answer { info, parts }
}

/// What a reader of the steps has in the end: texts by part.
fn read(transcript: &mut Transcript) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::<String, String>::new();
    while let Some(step) = transcript.next_step() {
        match step {
            Step::Text { part_id, delta } | Step::Reasoning { part_id, delta } => {
                assert!(!delta.is_empty());
                texts.entry(part_id).or_default().push_str(&delta);
            }
            Step::Rewritten { part_id, text } => drop(texts.insert(part_id, text)),
            _ => {}
        }
    }
    texts
}

fn expected(answer: &Answer) -> BTreeMap<String, String> {
    let texts = answer.parts.iter().filter_map(|part| match part {
        Part::Text(part) => Some((part.id.clone(), part.text.clone())),
        Part::Reasoning(part) => Some((part.id.clone(), part.text.clone())),
        _ => None,
    });
    texts.filter(|(_, text)| !text.is_empty()).collect()
}

fn trimmed(texts: BTreeMap<String, String>) -> BTreeMap<String, String> {
    // The server trims a text once it is whole.
    texts.into_iter().map(|(id, text)| (id, text.trim_end().to_owned())).collect()
}

const RUNS: [&str; 9] = [
    "prompt-text",
    "prompt-reasoning",
    "prompt-bash",
    "prompt-long",
    "prompt-file-tools",
    "prompt-parallel-tools",
    "permission-once",
    "question-reply",
    "task-tool",
];

#[test]
fn the_deltas_of_a_run_are_its_texts() {
    for name in RUNS {
        let (events, session) = recording(name);
        let answer = answer(&events, &session);
        let mut transcript = Transcript::new(&session);
        for event in events {
            transcript.event(event);
        }
        assert!(transcript.is_at_rest(), "{name}");
        let before = transcript.steps.len();
        transcript.finish(answer.clone());
        assert_eq!(transcript.steps.len(), before + 1, "{name}: everything was told before");
        let texts = trimmed(read(&mut transcript));
        for (part, text) in trimmed(expected(&answer)) {
            assert_eq!(texts.get(&part), Some(&text), "{name}");
        }
    }
}

#[test]
fn whatever_was_missed_comes_in_the_end_and_once() {
    for name in RUNS {
        let (events, session) = recording(name);
        let answer = answer(&events, &session);
        let every = (events.len() / 40).max(1);
        for from in (0..events.len()).step_by(every) {
            for to in (from..=events.len()).step_by(every) {
                let mut transcript = Transcript::new(&session);
                events[..from].iter().cloned().for_each(|event| transcript.event(event));
                transcript.gap();
                events[to..].iter().cloned().for_each(|event| transcript.event(event));
                transcript.finish(answer.clone());
                let texts = trimmed(read(&mut transcript));
                for (part, text) in trimmed(expected(&answer)) {
                    assert_eq!(texts.get(&part), Some(&text), "{name} without {from}..{to}");
                }
            }
        }
    }
}

#[test]
fn a_state_that_was_asked_for_is_not_told_twice() {
    let (events, session) = recording("prompt-reasoning");
    let answer = answer(&events, &session);
    let state = SessionMessagesResponseItem {
        info: Message::Assistant(answer.info.clone()),
        parts: answer.parts.clone(),
    };
    for at in 0..events.len() {
        let mut transcript = Transcript::new(&session);
        for (number, event) in events.iter().cloned().enumerate() {
            if number == at {
                transcript.messages(vec![state.clone()]);
            }
            transcript.event(event);
        }
        transcript.finish(answer.clone());
        assert_eq!(trimmed(read(&mut transcript)), trimmed(expected(&answer)), "asked before event {at}");
    }
}

#[test]
fn requests_errors_and_retries_are_steps() {
    let kinds = |name: &str| {
        let (events, session) = recording(name);
        let mut transcript = Transcript::new(&session);
        events.into_iter().for_each(|event| transcript.event(event));
        let mut kinds = Vec::new();
        while let Some(step) = transcript.next_step() {
            kinds.push(match step {
                Step::Permission(request) => request.permission,
                Step::Question(request) => request.questions[0].header.clone(),
                Step::Retry { attempt, .. } => format!("retry {attempt}"),
                Step::Error(error) => error.name,
                Step::Tool(part) => part.tool,
                _ => continue,
            });
        }
        kinds.dedup();
        kinds
    };
    assert!(kinds("permission-once").contains(&"bash".to_owned()));
    assert!(kinds("prompt-error-429-retry").contains(&"retry 1".to_owned()));
    assert!(kinds("prompt-error-400").contains(&"APIError".to_owned()));
    assert!(kinds("abort-mid-stream").contains(&"MessageAbortedError".to_owned()));
    assert!(kinds("question-reply").len() >= 2);
}
