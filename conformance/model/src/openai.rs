//! OpenAI chat completions: a plan as chunks, as one object, and errors. Framing is in [`crate::stream`].

use serde_json::{Value, json};

use crate::plan::Plan;
use crate::stream::{Asked, Event};

/// A fixed time keeps answers repeatable; seconds since 1970.
const CREATED: u64 = 1_700_000_000;

pub(crate) fn events(plan: &Plan, asked: &Asked) -> impl Iterator<Item = Event> + Send + use<> {
    let number = asked.number;
    let base = json!({
        "id": format!("chatcmpl-{number}"), "object": "chat.completion.chunk", "created": CREATED, "model": asked.model,
    });
    let mut deltas = vec![json!({ "role": "assistant", "content": "" })];
    deltas.extend(plan.reasoning.iter().map(|piece| json!({ "reasoning_content": piece })));
    let text = plan.text.clone().into_iter().map(|piece| json!({ "content": piece }));
    let mut calls = Vec::new();
    for (index, call) in plan.calls.iter().enumerate() {
        calls.push(json!({ "tool_calls": [{
            "index": index, "id": call_id(number, index), "type": "function",
            "function": { "name": call.name, "arguments": "" },
        }] }));
        calls.extend(
            call.halves().map(
                |piece| json!({ "tool_calls": [{ "index": index, "function": { "arguments": piece } }] }),
            ),
        );
    }
    let finish = json!([{ "index": 0, "delta": {}, "finish_reason": plan.finish_reason() }]);
    let usage = usage(plan);
    let closing = [(finish, None), (json!([]), Some(usage))];
    let choices = deltas.into_iter().chain(text).chain(calls).map(|delta| {
        let choice = json!([{ "index": 0, "delta": delta, "finish_reason": null }]);
        (choice, None)
    });
    choices.chain(closing).map(move |(choices, usage)| {
        let mut data = base.clone();
        data["choices"] = choices;
        if let Some(usage) = usage {
            data["usage"] = usage;
        }
        Event { name: None, data }
    })
}

pub(crate) fn whole(plan: &Plan, asked: &Asked) -> Value {
    let text = plan.text.concat();
    let mut message =
        json!({ "role": "assistant", "content": if text.is_empty() { Value::Null } else { text.into() } });
    if !plan.calls.is_empty() {
        let calls = plan.calls.iter().enumerate().map(|(index, call)| {
            json!({
                "id": call_id(asked.number, index), "type": "function",
                "function": { "name": call.name, "arguments": call.arguments },
            })
        });
        message["tool_calls"] = calls.collect();
    }
    json!({
        "id": format!("chatcmpl-{}", asked.number), "object": "chat.completion", "created": CREATED, "model": asked.model,
        "choices": [{ "index": 0, "message": message, "finish_reason": plan.finish_reason() }],
        "usage": usage(plan),
    })
}

pub(crate) fn error(kind: &str, message: &str) -> Value {
    json!({ "error": { "message": message, "type": kind, "param": null, "code": kind } })
}

/// The list of `GET …/models`.
pub(crate) fn models() -> Value {
    let model = |id: &str| json!({ "id": id, "object": "model", "created": CREATED, "owned_by": "fake" });
    let data: Vec<_> = crate::config::OPENAI_MODELS.into_iter().map(model).collect();
    json!({ "object": "list", "data": data })
}

fn usage(plan: &Plan) -> Value {
    let (input, output) = (plan.usage.input, plan.usage.output);
    json!({ "prompt_tokens": input, "completion_tokens": output, "total_tokens": input.saturating_add(output) })
}

fn call_id(number: u64, index: usize) -> String {
    format!("call_{number}_{index}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::Script;

    fn asked() -> Asked {
        Asked { number: 7, model: "fake-1".into() }
    }

    fn choices(text: &str) -> Vec<Value> {
        events(&Script::for_text(text).plan(), &asked()).map(|event| event.data).collect()
    }

    #[test]
    fn a_text_answer_opens_with_the_role_and_closes_with_usage() {
        let chunks = choices("[reasoning] [say hi] [usage 3 4]");
        let deltas: Vec<_> = chunks.iter().map(|chunk| chunk["choices"][0]["delta"].clone()).collect();
        assert_eq!(deltas[0], json!({"role": "assistant", "content": ""}));
        assert_eq!(deltas[2], json!({"reasoning_content": "about this."}));
        assert_eq!(deltas[3], json!({"content": "hi"}));
        assert_eq!(chunks[4]["choices"][0]["finish_reason"], "stop");
        assert_eq!(chunks[5]["choices"], json!([]));
        assert_eq!(
            chunks[5]["usage"],
            json!({"prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 7})
        );
        assert_eq!(chunks.len(), 6);
        assert!(chunks.iter().all(|chunk| chunk["id"] == "chatcmpl-7" && chunk["model"] == "fake-1"));
    }

    #[test]
    fn tool_calls_stream_their_arguments_in_pieces() {
        let chunks = choices("[parallel] [tool:read a.txt] [tool:glob *]");
        let mut arguments = [String::new(), String::new()];
        for call in chunks.iter().filter_map(|chunk| chunk.pointer("/choices/0/delta/tool_calls/0")) {
            let index = usize::try_from(call["index"].as_u64().unwrap()).unwrap();
            arguments[index] += call["function"]["arguments"].as_str().unwrap();
        }
        assert_eq!(arguments, [r#"{"filePath":"a.txt"}"#, r#"{"pattern":"*"}"#]);
        assert_eq!(chunks[chunks.len() - 2]["choices"][0]["finish_reason"], "tool_calls");
        assert_eq!(chunks[1]["choices"][0]["delta"]["tool_calls"][0]["id"], "call_7_0");
    }

    #[test]
    fn the_whole_answer_says_the_same() {
        let whole = whole(&Script::for_text("[tool:read a]").plan(), &asked());
        assert_eq!(whole["choices"][0]["message"]["content"], Value::Null);
        assert_eq!(whole["choices"][0]["message"]["tool_calls"][0]["function"]["name"], "read");
    }
}
