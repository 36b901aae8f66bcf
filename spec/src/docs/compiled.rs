//! The Rust examples of the pages as a file of functions: that it compiles is their test.
//!
//! Two things can be wrong in an example: names and types, which the compiler sees, and a body that its type does not
//! accept, for which every body is decoded. Tests can run them, too: each is a valid call of its operation.

use std::fmt::Write as _;

use super::example::Request;
use super::phrase::Types;
use super::{Input, is_websocket, rules};
use crate::document::operations;
use crate::names::snake;

/// `client/tests/documented/generated.rs`, behind the line that says who made it.
pub fn compiled(input: &Input<'_>) -> String {
    let types = Types::new(input.contract);
    let operations = operations(input.contract);
    let mut text = String::from(
        "//! The Rust examples of `docs/api`.\n\nuse opencode_client::Client;\n\nuse super::Example;\n\n\
         pub async fn common_rules() -> Example {\n",
    );
    text.push_str(&indented(rules::CLIENT));
    text.push_str("    Ok(())\n}\n");
    let (mut bodies, mut arms) = (String::new(), String::new());
    for operation in &operations {
        let id = operation.id().unwrap_or_default();
        let method = snake(id);
        if is_websocket(input.errata, operation) || input.client.builder(&method).is_none() {
            continue;
        }
        let request = Request::new(&types, operation);
        let example = request.rust(&input.client);
        // Streams of events are a feature of the client, and the plain operations compile without it.
        let events = ["client.events()", "client.global_events()"].iter().any(|call| example.contains(call));
        let condition = if events { "#[cfg(feature = \"events\")]\n" } else { "" };
        // Writing to a String cannot fail.
        let _ = write!(
            text,
            "\n{condition}pub async fn example_{method}(client: &Client) -> Example {{\n{}",
            indented(&example)
        );
        text.push_str("    Ok(())\n}\n");
        let condition = condition.trim_end();
        let _ = writeln!(arms, "        {condition}{id:?} => example_{method}(client).await,");
        if let Some(body) = request.rust_body(&input.client) {
            let _ = writeln!(bodies, "{}    let _ = body;", indented(&body));
        }
    }
    let _ = write!(
        text,
        "\n/// Runs the example of an operation; nothing for one that has none.\n\
         pub async fn example(operation: &str, client: &Client) -> Option<Example> {{\n    \
         Some(match operation {{\n{arms}        _ => return None,\n    }})\n}}\n"
    );
    let _ = write!(
        text,
        "\n/// Every body that an example sends.\npub fn bodies() -> Example {{\n{bodies}    Ok(())\n}}\n"
    );
    text
}

fn indented(text: &str) -> String {
    text.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") }).collect()
}
