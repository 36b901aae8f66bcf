//! Configuration that points an OpenCode server at the scripted model.

use serde_json::{Value, json};

/// Models of the OpenAI dialect, as `GET …/models` lists them too.
pub(crate) const OPENAI_MODELS: [&str; 4] = ["fake-1", "fake-small", "fake-think", "fake-bare"];

/// An `opencode.json` that makes the scripted model at `url` the only provider and the default one.
///
/// `url` is what [`crate::ScriptedServer::url`] gives, without `/v1`. The providers are `fake` (OpenAI dialect: `fake-1`
/// takes images, `fake-small` makes titles, `fake-think` reasons, `fake-bare` says nothing about itself) and `fakeanth`
/// (Anthropic dialect: `claude-fake`). Autoupdate and sharing are off, so that nothing reaches out of the machine.
pub fn config_for(url: &str) -> Value {
    let base = format!("{}/v1", url.trim_end_matches('/'));
    let options = json!({ "apiKey": "test-key", "baseURL": base });
    json!({
        "$schema": "https://opencode.ai/config.json",
        "autoupdate": false,
        "share": "disabled",
        "model": "fake/fake-1",
        "small_model": "fake/fake-small",
        "enabled_providers": ["fake", "fakeanth"],
        "provider": {
            "fake": {
                "name": "Fake",
                "npm": "@ai-sdk/openai-compatible",
                "options": options,
                "models": {
                    "fake-1": {
                        "name": "Fake One",
                        "attachment": true,
                        "tool_call": true,
                        "limit": { "context": 200_000, "output": 8000 },
                        "modalities": { "input": ["text", "image", "pdf"], "output": ["text"] },
                    },
                    "fake-small": { "name": "Fake Small", "limit": { "context": 20_000, "output": 2000 } },
                    "fake-think": {
                        "name": "Fake Think",
                        "reasoning": true,
                        "limit": { "context": 200_000, "output": 8000 },
                        "variants": { "high": { "reasoningEffort": "high" } },
                    },
                    "fake-bare": {},
                },
            },
            "fakeanth": {
                "name": "Fake Anthropic",
                "npm": "@ai-sdk/anthropic",
                "options": options,
                "models": {
                    "claude-fake": { "name": "Claude Fake", "limit": { "context": 200_000, "output": 8000 } },
                },
            },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_model_is_configured_and_the_base_has_one_slash() {
        let config = config_for("http://127.0.0.1:1/");
        let models = &config["provider"]["fake"]["models"];
        assert!(OPENAI_MODELS.iter().all(|model| models.get(model).is_some()));
        assert_eq!(config["provider"]["fakeanth"]["options"]["baseURL"], "http://127.0.0.1:1/v1");
    }
}
