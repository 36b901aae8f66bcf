//! The answer of `provider.list`. The contract gives its models another form than `Model`, the one of models.dev,
//! while the real server answers `Model` and real clients read that. Both are open objects and share only
//! compatible members, so each of our objects is both at once. Start from [`listing`].

use opencode_types::{Model, Provider, ProviderListResponse};
use serde_json::{Value, json};

use super::Catalogue;

/// `all` has every provider known, usable or not, without those that configuration excludes; `connected` has the
/// ids of the usable ones.
pub(super) fn listing(catalogue: &Catalogue) -> Result<ProviderListResponse, serde_json::Error> {
    let all =
        catalogue.all().map(|(provider, npm, api)| serde_json::from_value(both_forms(provider, npm, api)?));
    Ok(ProviderListResponse {
        all: all.collect::<Result<_, _>>()?,
        default: catalogue.default_models_of_all(),
        connected: catalogue.providers().map(|provider| provider.id.clone()).collect(),
    })
}

fn both_forms(provider: &Provider, npm: Option<&str>, api: Option<&str>) -> Result<Value, serde_json::Error> {
    let mut listed = serde_json::to_value(provider)?;
    for (member, value) in [("npm", npm), ("api", api)] {
        if let Some(value) = value {
            listed[member] = value.into();
        }
    }
    for (id, model) in &provider.models {
        describe(&mut listed["models"][id], model);
    }
    Ok(listed)
}

/// Adds what the contract wants of a model in this place.
fn describe(listed: &mut Value, model: &Model) {
    let capabilities = listed["capabilities"].clone();
    for (member, capability) in [
        ("attachment", "attachment"),
        ("reasoning", "reasoning"),
        ("temperature", "temperature"),
        ("tool_call", "toolcall"),
    ] {
        listed[member] = capabilities[capability].clone();
    }
    // Here the contract knows `true` and the object, but not `false`.
    if capabilities["interleaved"] != false {
        listed["interleaved"] = capabilities["interleaved"].clone();
    }
    let kinds = |direction: &str| {
        let able = |kind: &&str| capabilities[direction][*kind] == true;
        ["text", "audio", "image", "video", "pdf"]
            .into_iter()
            .filter(able)
            .map(Value::from)
            .collect::<Value>()
    };
    listed["modalities"] = json!({"input": kinds("input"), "output": kinds("output")});
    flat_cache(&mut listed["cost"]);
    if let Some(long) = listed["cost"].get("experimentalOver200K") {
        let mut long = long.clone();
        flat_cache(&mut long);
        listed["cost"]["context_over_200k"] = long;
    }
    listed["provider"] = json!({"npm": model.api.npm});
    // And no `active`: what is not otherwise is that.
    if listed["status"] == "active"
        && let Some(members) = listed.as_object_mut()
    {
        members.shift_remove("status");
    }
}

fn flat_cache(cost: &mut Value) {
    for (flat, deep) in [("cache_read", "read"), ("cache_write", "write")] {
        cost[flat] = cost["cache"][deep].clone();
    }
}
