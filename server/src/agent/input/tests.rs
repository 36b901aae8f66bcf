//! Prompts as recorded, and what the original makes of them; its defects done better are tested apart.

use super::*;
use serde_json::{Value, json};

const DOT: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/// The parts made of `inputs` in a small project, without ids, and the problems' messages.
async fn made(inputs: Value) -> (Vec<Value>, Vec<String>) {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let root = dir.path().display().to_string();
    for (name, text) in
        [("main.ts", "main()\n"), ("math.ts", "export function add(a, b) {\n  return a + b\n}\n")]
    {
        std::fs::create_dir_all(dir.path().join("src")).expect("src");
        std::fs::write(dir.path().join("src").join(name), text).expect("a source file");
    }
    use base64::Engine as _;
    let dot = base64::engine::general_purpose::STANDARD.decode(DOT).expect("base64");
    std::fs::write(dir.path().join("dot.png"), dot).expect("an image");

    let inputs = inputs.to_string().replace("{{PROJECT}}", &root);
    let inputs = serde_json::from_str(&inputs).expect("parts of the contract's form");
    let place = Place { session: "ses_1".to_owned(), message: "msg_1".to_owned() };
    let made = parts(inputs, &place).await;
    let shown = |part: &Part| {
        let text = serde_json::to_string(part).expect("JSON").replace(&root, "{{PROJECT}}");
        let mut value: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(value["sessionID"], "ses_1");
        assert_eq!(value["messageID"], "msg_1");
        assert!(value["id"].as_str().is_some_and(|id| id.starts_with("prt_")));
        for key in ["id", "sessionID", "messageID"] {
            value.as_object_mut().map(|object| object.remove(key));
        }
        value
    };
    let problems = made.problems.iter().map(|problem| match problem {
        AssistantMessageError::UnknownError(error) => error.data.message.replace(&root, "{{PROJECT}}"),
        other => format!("{other:?}"),
    });
    (made.parts.iter().map(shown).collect(), problems.collect())
}

fn synthetic(text: &str) -> Value {
    json!({"type": "text", "text": text, "synthetic": true})
}

fn called(input: Value) -> Value {
    synthetic(&format!("Called the Read tool with the following input: {input}"))
}

#[tokio::test]
async fn text_is_kept_with_everything_it_carries() {
    let part = json!({"id": "prt_custom1", "type": "text", "text": "a", "synthetic": true, "ignored": true,
                      "metadata": {"k": 1}, "time": {"start": 1}});
    let inputs = serde_json::from_value(json!([part])).expect("parts of the contract's form");
    let place = Place { session: "ses_1".to_owned(), message: "msg_1".to_owned() };
    let stored = serde_json::to_value(&parts(inputs, &place).await.parts).expect("JSON");
    let mut expected = part;
    expected["sessionID"] = json!("ses_1");
    expected["messageID"] = json!("msg_1");
    assert_eq!(stored, json!([expected]));
}

#[tokio::test]
async fn a_range_of_a_text_file_is_read() {
    let url = "file://{{PROJECT}}/src/math.ts?start=2&end=3";
    let part = json!({"type": "file", "mime": "text/plain", "filename": "math.ts", "url": url});
    let (parts, problems) = made(json!([part])).await;
    assert_eq!(problems, [""; 0]);
    let shown = "<path>{{PROJECT}}/src/math.ts</path>\n<type>file</type>\n<content>2:   return a + b\n3: }\n\n(File has \
                 more lines. Use 'offset' parameter to read beyond line 3)\n</content>";
    let input = json!({"filePath": "{{PROJECT}}/src/math.ts", "offset": 2, "limit": 2});
    assert_eq!(parts, [called(input), synthetic(shown), part]);
}

#[tokio::test]
async fn a_directory_is_listed_whatever_the_client_calls_it() {
    for mime in ["application/x-directory", "text/plain"] {
        let part = json!({"type": "file", "mime": mime, "filename": "src", "url": "file://{{PROJECT}}/src"});
        let (parts, _) = made(json!([part])).await;
        let shown = "<path>{{PROJECT}}/src</path>\n<type>directory</type>\n<entries>\nmain.ts\nmath.ts\n\n(2 \
                     entries)\n</entries>";
        assert_eq!(parts[0], called(json!({"filePath": "{{PROJECT}}/src"})));
        assert_eq!(parts[1], synthetic(shown));
        assert_eq!(parts[2]["mime"], "application/x-directory");
    }
}

#[tokio::test]
async fn an_image_is_attached_as_data() {
    let url = "file://{{PROJECT}}/dot.png";
    let (parts, _) =
        made(json!([{"type": "file", "mime": "image/png", "filename": "dot.png", "url": url}])).await;
    let data = format!("data:image/png;base64,{DOT}");
    let attached = json!({"type": "file", "mime": "image/png", "filename": "dot.png", "url": data});
    assert_eq!(parts, [called(json!({"filePath": "{{PROJECT}}/dot.png"})), attached]);
}

#[tokio::test]
async fn addresses_and_data_are_passed_on() {
    for url in ["http://127.0.0.1:7193/x.png", "data:image/png;base64,AA=="] {
        let part = json!({"type": "file", "mime": "image/png", "filename": "x.png", "url": url});
        assert_eq!(made(json!([part])).await, (vec![part.clone()], Vec::new()));
    }
}

#[tokio::test]
async fn text_in_a_data_url_is_decoded() {
    let url = "data:text/plain;base64,aGVsbG8=";
    let part = json!({"type": "file", "mime": "text/plain", "filename": "t.txt", "url": url});
    let (parts, _) = made(json!([part])).await;
    assert_eq!(parts, [called(json!({"filePath": "t.txt"})), synthetic("hello"), part]);
}

#[tokio::test]
async fn a_missing_file_is_told_to_the_model_and_reported() {
    for mime in ["text/plain", "image/png"] {
        let url = "file://{{PROJECT}}/zz.txt";
        let (parts, problems) =
            made(json!([{"type": "file", "mime": mime, "filename": "zz", "url": url}])).await;
        let failure = "Read tool failed to read {{PROJECT}}/zz.txt with the following error: File not found: \
                       {{PROJECT}}/zz.txt";
        assert_eq!(parts, [called(json!({"filePath": "{{PROJECT}}/zz.txt"})), synthetic(failure)]);
        assert_eq!(problems, ["File not found: {{PROJECT}}/zz.txt"]);
    }
}

#[tokio::test]
async fn a_resource_cannot_be_read_without_its_server() {
    let source = json!({"type": "resource", "clientName": "cfg", "uri": "memo://one",
                        "text": {"value": "@one", "start": 0, "end": 4}});
    let part = json!({"type": "file", "mime": "text/plain", "filename": "one", "url": "memo://one", "source": source});
    let (parts, problems) = made(json!([part])).await;
    assert_eq!(parts[0], synthetic("Reading MCP resource: one (memo://one)"));
    assert_eq!(problems, ["Failed to read MCP resource one: no MCP server is connected"]);
}

#[tokio::test]
async fn an_agent_is_asked_for_in_words_and_a_subtask_kept() {
    let agent = json!({"type": "agent", "name": "rev", "source": {"value": "@rev", "start": 0, "end": 4}});
    let task = json!({"type": "subtask", "prompt": "p", "description": "d", "agent": "general"});
    let (parts, _) = made(json!([agent, task])).await;
    assert_eq!([&parts[0], &parts[2]], [&agent, &task]);
    assert!(
        parts[1]["text"].as_str().is_some_and(|text| text.ends_with("the task tool with the subagent: rev"))
    );
}
