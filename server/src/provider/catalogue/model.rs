//! From a description to a `Model` of the contract: what is stated is laid over what is known, that over what
//! holds for every model. Start from [`describe`].

use opencode_types::Model;
use serde_json::{Value, json};

use super::variants;
use super::wire;
use crate::config::merge::merge;

/// Where a model's provider is, for models that do not say it themselves.
#[derive(Clone, Copy, Debug)]
pub(super) struct Home<'a> {
    pub provider: &'a str,
    pub npm: Option<&'a str>,
    /// Base URL.
    pub url: Option<&'a str>,
}

/// Makes the model `id` from its description, laid over `known` (the same model as known without it).
///
/// # Errors
/// The description has a member of a wrong type, or a status that the contract does not know.
pub(super) fn describe(
    id: &str,
    home: Home<'_>,
    known: Option<&Model>,
    description: &Value,
) -> Result<Model, serde_json::Error> {
    let mut model = match known {
        Some(known) => serde_json::to_value(known)?,
        None => undescribed(id, home),
    };
    let renamed = description["id"].as_str().is_some_and(|wire| wire != id);
    if renamed {
        // An alias is shown under its own name.
        model["name"] = id.into();
    }
    // What the provider states now is newer than what was known of the model.
    for (member, stated) in [("npm", home.npm), ("url", home.url)] {
        if let Some(stated) = stated {
            model["api"][member] = stated.into();
        }
    }
    merge(&mut model, stated(description));
    model["id"] = id.into();
    model["providerID"] = home.provider.into();
    fill_variants(&mut model, &description["variants"]);
    serde_json::from_value(model)
}

/// What OpenCode makes of a model of which nothing is known but its id.
fn undescribed(id: &str, home: Home<'_>) -> Value {
    let text_only = modalities(&json!(["text"]));
    json!({
        "id": id,
        "providerID": home.provider,
        "api": {"id": id, "npm": home.npm.unwrap_or(wire::DEFAULT_NPM), "url": ""},
        "name": id,
        "family": "",
        "status": "active",
        "release_date": "",
        "capabilities": {
            "temperature": false,
            "reasoning": false,
            "attachment": false,
            "toolcall": true,
            "input": text_only,
            "output": text_only,
            "interleaved": false,
        },
        "cost": {"input": 0, "output": 0, "cache": {"read": 0, "write": 0}},
        "limit": {"context": 0, "output": 0},
        "options": {},
        "headers": {},
        "variants": {},
    })
}

/// What a description states, in the places of the contract's `Model`.
fn stated(description: &Value) -> Value {
    const PLACES: [(&str, &str); 14] = [
        ("/name", "/name"),
        ("/family", "/family"),
        ("/release_date", "/release_date"),
        ("/status", "/status"),
        ("/options", "/options"),
        ("/headers", "/headers"),
        ("/limit", "/limit"),
        ("/id", "/api/id"),
        ("/provider/npm", "/api/npm"),
        ("/provider/api", "/api/url"),
        ("/attachment", "/capabilities/attachment"),
        ("/reasoning", "/capabilities/reasoning"),
        ("/temperature", "/capabilities/temperature"),
        ("/tool_call", "/capabilities/toolcall"),
    ];
    let mut model = json!({});
    for (from, to) in PLACES {
        if let Some(value) = description.pointer(from) {
            put(&mut model, to, value.clone());
        }
    }
    if let Some(interleaved) = description.get("interleaved") {
        put(&mut model, "/capabilities/interleaved", interleaved.clone());
    }
    for direction in ["input", "output"] {
        if let Some(list) = description.pointer(&format!("/modalities/{direction}")) {
            put(&mut model, &format!("/capabilities/{direction}"), modalities(list));
        }
    }
    if let Some(cost) = description.get("cost") {
        let mut wire = prices(cost);
        if let Some(long) = cost.get("context_over_200k") {
            // This one is whole or absent in the contract.
            let mut whole = json!({"input": 0, "output": 0, "cache": {"read": 0, "write": 0}});
            merge(&mut whole, prices(long));
            put(&mut wire, "/experimentalOver200K", whole);
        }
        put(&mut model, "/cost", wire);
    }
    model
}

fn prices(cost: &Value) -> Value {
    let mut wire = json!({});
    for (from, to) in [
        ("input", "/input"),
        ("output", "/output"),
        ("cache_read", "/cache/read"),
        ("cache_write", "/cache/write"),
    ] {
        if let Some(price) = cost.get(from) {
            put(&mut wire, to, price.clone());
        }
    }
    wire
}

/// From the list of kinds to the contract's table of them.
fn modalities(list: &Value) -> Value {
    let has = |kind: &str| list.as_array().is_some_and(|list| list.iter().any(|listed| listed == kind));
    let kinds = ["text", "audio", "image", "video", "pdf"];
    kinds.into_iter().map(|kind| (kind.to_owned(), Value::from(has(kind)))).collect()
}

/// Sets a member, making the objects on the way. `into` holds nothing else than objects there.
fn put(into: &mut Value, place: &str, value: Value) {
    let mut at = into;
    for name in place.split('/').skip(1) {
        at = &mut at[name];
    }
    *at = value;
}

/// The variants that the model has by itself, with those of the description laid over them; `disabled` removes.
fn fill_variants(model: &mut Value, described: &Value) {
    let mut variants = Value::Object(Default::default());
    if model["capabilities"]["reasoning"] == true {
        let text = |member: &Value| member.as_str().unwrap_or_default().to_owned();
        let (npm, id) = (text(&model["api"]["npm"]), text(&model["api"]["id"]));
        let output = model["limit"]["output"].as_f64().unwrap_or(0.0);
        variants = variants::of(&npm, &id, &text(&model["release_date"]), output).into();
    }
    if described.is_object() {
        merge(&mut variants, described.clone());
    }
    if let Value::Object(variants) = &mut variants {
        variants.retain(|_, options| options["disabled"] != true);
        for options in variants.values_mut().filter_map(Value::as_object_mut) {
            options.shift_remove("disabled");
        }
    }
    model["variants"] = variants;
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOME: Home<'_> = Home { provider: "fake", npm: Some("@ai-sdk/openai-compatible"), url: None };

    fn described(id: &str, known: Option<&Model>, description: Value) -> Value {
        serde_json::to_value(describe(id, HOME, known, &description).unwrap()).unwrap()
    }

    #[test]
    fn nothing_stated_gives_opencodes_defaults() {
        let only_text = json!({"text": true, "audio": false, "image": false, "video": false, "pdf": false});
        let expected = json!({
            "id": "fake-bare",
            "api": {"id": "fake-bare", "npm": "@ai-sdk/openai-compatible", "url": ""},
            "status": "active",
            "name": "fake-bare",
            "providerID": "fake",
            "capabilities": {
                "temperature": false, "reasoning": false, "attachment": false, "toolcall": true,
                "input": only_text, "output": only_text, "interleaved": false,
            },
            "cost": {"input": 0, "output": 0, "cache": {"read": 0, "write": 0}},
            "options": {},
            "limit": {"context": 0, "output": 0},
            "headers": {},
            "family": "",
            "release_date": "",
            "variants": {},
        });
        assert_eq!(described("fake-bare", None, json!({})), expected);
    }

    #[test]
    fn everything_stated_finds_its_place() {
        let model = described(
            "m",
            None,
            json!({
                "id": "wire-name",
                "name": "Shown",
                "family": "f",
                "release_date": "2026-01-01",
                "status": "beta",
                "attachment": true, "reasoning": true, "temperature": true, "tool_call": false,
                "interleaved": {"field": "reasoning_details"},
                "modalities": {"input": ["text", "image", "pdf"], "output": ["text", "audio"]},
                "cost": {"input": 1, "output": 2, "cache_read": 0.1, "context_over_200k": {"input": 3, "output": 4}},
                "limit": {"context": 1000, "input": 900, "output": 100},
                "options": {"a": 1},
                "headers": {"x-a": "b"},
                "provider": {"npm": "@ai-sdk/anthropic", "api": "https://example.com"},
            }),
        );
        assert_eq!(
            model["api"],
            json!({"id": "wire-name", "npm": "@ai-sdk/anthropic", "url": "https://example.com"})
        );
        assert_eq!(
            (&model["id"], &model["name"], &model["status"]),
            (&json!("m"), &json!("Shown"), &json!("beta"))
        );
        let capabilities = json!({
            "temperature": true, "reasoning": true, "attachment": true, "toolcall": false,
            "input": {"text": true, "audio": false, "image": true, "video": false, "pdf": true},
            "output": {"text": true, "audio": true, "image": false, "video": false, "pdf": false},
            "interleaved": {"field": "reasoning_details"},
        });
        assert_eq!(model["capabilities"], capabilities);
        let cost = json!({
            "input": 1, "output": 2, "cache": {"read": 0.1, "write": 0},
            "experimentalOver200K": {"input": 3, "output": 4, "cache": {"read": 0, "write": 0}},
        });
        assert_eq!(model["cost"], cost);
        assert_eq!(model["limit"], json!({"context": 1000, "input": 900, "output": 100}));
        assert_eq!((&model["options"], &model["headers"]), (&json!({"a": 1}), &json!({"x-a": "b"})));
    }

    #[test]
    fn a_description_changes_only_what_it_states() {
        let full = json!({"name": "Full", "reasoning": true, "cost": {"input": 1, "output": 2}, "limit": {"context": 9, "output": 8}});
        let known = describe("m", HOME, None, &full).unwrap();
        let model = described("m", Some(&known), json!({"cost": {"output": 5}, "limit": {"output": 7}}));
        assert_eq!(
            (&model["name"], &model["cost"]["input"], &model["cost"]["output"]),
            (&json!("Full"), &json!(1), &json!(5))
        );
        assert_eq!(model["limit"], json!({"context": 9, "output": 7}));
        let alias = described("mine", Some(&known), json!({"id": "m"}));
        assert_eq!(
            (&alias["id"], &alias["name"], &alias["api"]["id"]),
            (&json!("mine"), &json!("mine"), &json!("m"))
        );
    }

    #[test]
    fn variants_are_merged_and_can_be_disabled() {
        let model = described(
            "m",
            None,
            json!({
                "reasoning": true,
                "variants": {"high": {"extra": 1}, "low": {"disabled": true}, "mine": {"disabled": false, "x": 2}},
            }),
        );
        let expected = json!({
            "medium": {"reasoningEffort": "medium"},
            "high": {"reasoningEffort": "high", "extra": 1},
            "mine": {"x": 2},
        });
        assert_eq!(model["variants"], expected);
    }

    #[test]
    fn nonsense_is_an_error_and_no_panic() {
        for nonsense in [
            json!({"limit": 5}),
            json!({"status": "new"}),
            json!({"options": []}),
            json!({"name": 7}),
            json!({"cost": {"input": "much"}}),
        ] {
            assert!(describe("m", HOME, None, &nonsense).is_err(), "{nonsense}");
        }
        for harmless in
            [json!(null), json!([]), json!("text"), json!({"variants": [], "modalities": 5, "cost": 3})]
        {
            assert!(describe("m", HOME, None, &harmless).is_ok(), "{harmless}");
        }
    }
}
