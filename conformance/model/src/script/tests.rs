//! What each directive, and each kind of request, comes to.

use serde_json::json;

use super::*;

fn plan(text: &str) -> Plan {
    Script::for_text(text).plan()
}

fn said(text: &str) -> String {
    plan(text).text.concat()
}

#[test]
fn a_plain_text_gets_the_canned_answer_in_words() {
    let plan = plan("hello");
    assert_eq!(plan.text, ["This ", "is ", "a ", "canned ", "answer."]);
    assert_eq!((plan.finish_reason(), plan.usage), ("stop", Usage { input: 120, output: 30 }));
}

#[test]
fn text_directives() {
    assert_eq!(plan("[say good day]").text, ["good day"]);
    assert_eq!(plan("[long 3]").text, ["chunk 1 ", "chunk 2 ", "chunk 3 "]);
    assert_eq!(plan("[long]").text.len(), 10);
    assert_eq!(plan("[long many]").text.len(), 10, "what is no count is as if not given");
    assert_eq!(plan("[long 99999999999]").text.len(), MOST_PIECES);
    let slow = plan("[slow]");
    assert_eq!((slow.text.len(), slow.delay), (20, Duration::from_millis(250)));
    assert_eq!(plan("[slow 400]").text.len(), 400);
    assert_eq!(plan("[reasoning]").reasoning.len(), 2);
}

#[test]
fn usage_and_finish() {
    assert_eq!(plan("[usage 191000 2000]").usage, Usage { input: 191_000, output: 2000 });
    assert_eq!(plan("[usage 5]").usage, Usage { input: 5, output: 0 });
    assert_eq!(plan("[finish length]").finish_reason(), "length");
    assert_eq!(plan("[tool:read a]").finish_reason(), "tool_calls");
}

#[test]
fn failures() {
    let failure = |text| plan(text).failure;
    assert_eq!(failure("[error 429]"), Some(Failure::Status { code: 429, once: false }));
    assert_eq!(failure("[error 503 once]"), Some(Failure::Status { code: 503, once: true }));
    assert_eq!(failure("[error]"), Some(Failure::Status { code: 500, once: false }));
    assert_eq!(failure("[error 99999]"), Some(Failure::Status { code: 500, once: false }));
    assert_eq!(failure("[overflow]"), Some(Failure::Overflow));
    assert_eq!(failure("[errstream]"), Some(Failure::ErrorEvent));
    assert_eq!(failure("[hangup]"), Some(Failure::HangUp));
    assert_eq!(failure("[hang]"), Some(Failure::Hang));
    assert_eq!(failure("nothing of the kind"), None);
}

#[test]
fn tools_are_played_one_per_step_and_then_text_closes() {
    let mut script = Script::for_text("[tool:read a.txt] [toolraw:bash not json]");
    let names = |script: &Script| script.plan().calls.into_iter().map(|call| call.name).collect::<Vec<_>>();
    assert_eq!(names(&script), ["read"]);
    script.step = 1;
    assert_eq!(script.plan().calls, [ToolCall { name: "bash".into(), arguments: "not json".into() }]);
    script.step = 2;
    assert_eq!(script.plan().calls, []);
    assert_eq!(script.plan().text.concat(), "The tool run is finished.");
}

#[test]
fn parallel_tools_are_played_at_once() {
    let mut script = Script::for_text("[parallel] [tool:read a] [tool:read b]");
    assert_eq!(script.plan().calls.len(), 2);
    script.step = 1;
    assert_eq!(script.plan().calls, []);
}

#[test]
fn the_last_user_text_decides_in_both_dialects() {
    let openai = json!({"messages": [
        {"role": "system", "content": "x"},
        {"role": "user", "content": "[say old]"},
        {"role": "assistant", "content": "old"},
        {"role": "user", "content": [{"type": "text", "text": "[tool:read a]"}, {"type": "image_url"}]},
        {"role": "assistant", "tool_calls": []},
        {"role": "tool", "content": "[say from a tool]"},
    ]});
    let script = Script::from_request(&openai);
    assert_eq!((script.text.as_str(), script.step, script.kind), ("[tool:read a]", 1, Kind::Answer));

    let anthropic = json!({"system": [{"type": "text", "text": "x"}], "messages": [
        {"role": "user", "content": [{"type": "text", "text": "[tool:read a]"}]},
        {"role": "assistant", "content": [{"type": "tool_use"}]},
        {"role": "user", "content": [{"type": "tool_result", "content": "[say from a tool]"}]},
    ]});
    let script = Script::from_request(&anthropic);
    assert_eq!((script.text.as_str(), script.step), ("[tool:read a]", 1));
}

#[test]
fn a_title_request_is_known_by_its_cue_and_the_lack_of_tools() {
    let mut body = json!({"messages": [
        {"role": "user", "content": "Generate a title for this conversation:"},
        {"role": "user", "content": "please [title Short\\nand more] [error 500]"},
    ]});
    let title = Script::from_request(&body);
    assert_eq!(title.kind, Kind::Title);
    assert_eq!((title.plan().text.concat(), title.plan().failure), ("Short\nand more".to_owned(), None));
    body["tools"] = json!([{"function": {"name": "read"}}]);
    assert_eq!(Script::from_request(&body).kind, Kind::Answer);

    let in_system =
        json!({"system": "You are a title generator.", "messages": [{"role": "user", "content": "hi"}]});
    assert_eq!(Script::from_request(&in_system).plan().text, [TITLE]);
}

#[test]
fn a_summary_request_has_neither_tools_nor_directives() {
    let ask = |text: &str| Script::from_request(&json!({"messages": [{"role": "user", "content": text}]}));
    assert_eq!(ask("Summarise what happened").plan().text, [SUMMARY]);
    assert_eq!(ask("continue [say yes]").plan().text, ["yes"]);
    assert_eq!(ask("go on").kind, Kind::Answer);
}

#[test]
fn structured_output_is_given_or_made_up() {
    let body = |text: &str| {
        json!({"messages": [{"role": "user", "content": text}], "tools": [{"type": "function", "function": {
            "name": "StructuredOutput", "parameters": {"type": "object", "properties": {"age": {"type": "integer"}}},
        }}]})
    };
    let arguments = |text| Script::from_request(&body(text)).plan().calls[0].arguments.clone();
    assert_eq!(arguments("go"), r#"{"age":1}"#);
    assert_eq!(arguments(r#"[structured {"age": 42}]"#), r#"{"age": 42}"#);
    assert_eq!(Script::from_request(&body("[say no]")).plan().calls, []);
}

#[test]
fn a_request_that_makes_no_sense_is_answered_all_the_same() {
    for body in [json!(null), json!([]), json!({"messages": 5}), json!({"messages": [{"role": "user"}, 3]})] {
        assert_eq!(Script::from_request(&body).plan().text.concat(), "This is a canned answer.");
    }
    assert_eq!(said("[say ]"), "");
}
