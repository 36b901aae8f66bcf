//! Anthropic messages: a plan as named events, as one object, and errors. Framing is in [`crate::stream`].

use serde_json::{Value, json};

use crate::plan::Plan;
use crate::stream::{Asked, Event};

pub(crate) fn events(plan: &Plan, asked: &Asked) -> impl Iterator<Item = Event> + Send + use<> {
    let start = json!({ "type": "message_start", "message": {
        "id": message_id(asked), "type": "message", "role": "assistant", "model": asked.model, "content": [],
        "stop_reason": null, "stop_sequence": null,
        "usage": { "input_tokens": plan.usage.input, "output_tokens": 1 },
    } });
    let mut blocks: Vec<Box<dyn Iterator<Item = Event> + Send>> = Vec::new();
    if !plan.reasoning.is_empty() {
        let mut deltas: Vec<_> = plan
            .reasoning
            .iter()
            .map(|piece| json!({ "type": "thinking_delta", "thinking": piece }))
            .collect();
        deltas.push(json!({ "type": "signature_delta", "signature": "c2ln" }));
        let opening = json!({ "type": "thinking", "thinking": "", "signature": "" });
        blocks.push(Box::new(block(blocks.len(), opening, deltas.into_iter())));
    }
    if !plan.text.is_empty() {
        let deltas =
            plan.text.clone().into_iter().map(|piece| json!({ "type": "text_delta", "text": piece }));
        blocks.push(Box::new(block(blocks.len(), json!({ "type": "text", "text": "" }), deltas)));
    }
    for (index, call) in plan.calls.iter().enumerate() {
        let deltas: Vec<_> =
            call.halves().map(|piece| json!({ "type": "input_json_delta", "partial_json": piece })).collect();
        let opening =
            json!({ "type": "tool_use", "id": call_id(asked, index), "name": call.name, "input": {} });
        blocks.push(Box::new(block(blocks.len(), opening, deltas.into_iter())));
    }
    let delta = json!({
        "type": "message_delta",
        "delta": { "stop_reason": stop_reason(plan), "stop_sequence": null },
        "usage": { "output_tokens": plan.usage.output },
    });
    let closing = [named("message_delta", delta), named("message_stop", json!({ "type": "message_stop" }))];
    std::iter::once(named("message_start", start)).chain(blocks.into_iter().flatten()).chain(closing)
}

/// One content block: its start, its deltas, its stop.
fn block(
    index: usize,
    opening: Value,
    deltas: impl Iterator<Item = Value> + Send + 'static,
) -> impl Iterator<Item = Event> + Send {
    let start = json!({ "type": "content_block_start", "index": index, "content_block": opening });
    let stop = json!({ "type": "content_block_stop", "index": index });
    let deltas = deltas.map(move |delta| {
        named("content_block_delta", json!({ "type": "content_block_delta", "index": index, "delta": delta }))
    });
    std::iter::once(named("content_block_start", start))
        .chain(deltas)
        .chain(std::iter::once(named("content_block_stop", stop)))
}

pub(crate) fn whole(plan: &Plan, asked: &Asked) -> Value {
    let mut content = Vec::new();
    if !plan.text.is_empty() {
        content.push(json!({ "type": "text", "text": plan.text.concat() }));
    }
    for (index, call) in plan.calls.iter().enumerate() {
        // A whole answer has no room for broken JSON; it is handed over as a string.
        let input: Value = serde_json::from_str(&call.arguments).unwrap_or_else(|_| json!(call.arguments));
        content.push(
            json!({ "type": "tool_use", "id": call_id(asked, index), "name": call.name, "input": input }),
        );
    }
    json!({
        "id": message_id(asked), "type": "message", "role": "assistant", "model": asked.model, "content": content,
        "stop_reason": stop_reason(plan), "stop_sequence": null,
        "usage": { "input_tokens": plan.usage.input, "output_tokens": plan.usage.output },
    })
}

pub(crate) fn error(kind: &str, message: &str) -> Value {
    json!({ "type": "error", "error": { "type": kind, "message": message } })
}

fn named(name: &'static str, data: Value) -> Event {
    Event { name: Some(name), data }
}

/// Scripts speak OpenAI's words; Anthropic has its own for the common ones.
fn stop_reason(plan: &Plan) -> &str {
    match plan.finish_reason() {
        "stop" => "end_turn",
        "length" => "max_tokens",
        "tool_calls" => "tool_use",
        other => other,
    }
}

fn message_id(asked: &Asked) -> String {
    format!("msg_fake_{}", asked.number)
}

fn call_id(asked: &Asked, index: usize) -> String {
    format!("toolu_{}_{index}", asked.number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::Script;

    fn asked() -> Asked {
        Asked { number: 2, model: "claude-fake".into() }
    }

    #[test]
    fn blocks_are_numbered_and_closed() {
        let plan = Script::for_text("[reasoning] [say hi]").plan();
        let names: Vec<_> = events(&plan, &asked())
            .map(|event| (event.name.unwrap(), event.data["index"].as_u64()))
            .collect();
        assert_eq!(
            names,
            [
                ("message_start", None),
                ("content_block_start", Some(0)),
                ("content_block_delta", Some(0)),
                ("content_block_delta", Some(0)),
                ("content_block_delta", Some(0)),
                ("content_block_stop", Some(0)),
                ("content_block_start", Some(1)),
                ("content_block_delta", Some(1)),
                ("content_block_stop", Some(1)),
                ("message_delta", None),
                ("message_stop", None),
            ]
        );
    }

    #[test]
    fn stop_reasons_are_translated() {
        let reason = |text| whole(&Script::for_text(text).plan(), &asked())["stop_reason"].clone();
        assert_eq!(reason("hi"), "end_turn");
        assert_eq!(reason("[finish length]"), "max_tokens");
        assert_eq!(reason("[finish refusal]"), "refusal");
        assert_eq!(reason("[tool:read a]"), "tool_use");
    }

    #[test]
    fn broken_arguments_do_not_break_a_whole_answer() {
        let answer = whole(&Script::for_text("[toolraw:read {\"a\"]").plan(), &asked());
        assert_eq!(answer["content"][0]["input"], "{\"a\"");
    }
}
