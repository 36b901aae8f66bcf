//! The variants that a reasoning model offers without being configured: names such as `high`, each with the
//! options that make it so. Names and conditions are those observed from OpenCode over its whole catalogue, for
//! the wire formats that we speak. Start from [`of`].

use serde_json::{Map, Value, json};

use super::wire::Wire;

/// Families that reason in one way only, or in no way that a request could set.
const FIXED: [&str; 6] = ["deepseek", "minimax", "glm", "mistral", "kimi", "k2p5"];
/// Packages whose endpoints have nothing to set.
const FIXED_PACKAGES: [&str; 2] = ["@ai-sdk/mistral", "@ai-sdk/perplexity"];
const OPENROUTER: &str = "@openrouter/ai-sdk-provider";

/// The variants of a reasoning model, by its package and its id on the wire; empty if it has none.
pub(super) fn of(npm: &str, model: &str, release_date: &str, output_limit: f64) -> Map<String, Value> {
    let model = model.to_ascii_lowercase();
    let is = |name: &&str| model.contains(*name);
    if FIXED.iter().any(is) || FIXED_PACKAGES.contains(&npm) {
        return Map::new();
    }
    // OpenRouter has one spelling for all.
    let efforts = |names: &[&str]| match npm {
        OPENROUTER => named(names, |effort| json!({"reasoning": {"effort": effort}})),
        _ => named(names, |effort| json!({"reasoningEffort": effort})),
    };
    match Wire::of(npm) {
        Some(Wire::Scripted) | None => Map::new(),
        Some(_) if model.contains("grok") => {
            efforts(if model.contains("mini") { &["low", "high"] } else { &[] })
        }
        Some(Wire::Anthropic) if is_adaptive(&model) => {
            let adaptive = |effort: &str| json!({"thinking": {"type": "adaptive"}, "effort": effort});
            named(&["low", "medium", "high", "max"], adaptive)
        }
        Some(Wire::Anthropic) => named(&["high", "max"], |name| {
            let budget = if name == "max" { 31_999 } else { half_of(output_limit) };
            json!({"thinking": {"type": "enabled", "budgetTokens": budget}})
        }),
        Some(Wire::OpenAi { strict: true }) => efforts(&openai_efforts(&model, release_date)),
        Some(Wire::OpenAi { strict: false }) if npm == OPENROUTER => {
            let has_efforts = ["gpt", "gemini-3", "claude"].iter().any(is);
            efforts(if has_efforts { &["none", "minimal", "low", "medium", "high", "xhigh"] } else { &[] })
        }
        Some(Wire::OpenAi { strict: false }) => efforts(&["low", "medium", "high"]),
    }
}

fn named(names: &[&str], options: impl Fn(&str) -> Value) -> Map<String, Value> {
    names.iter().map(|name| ((*name).to_owned(), options(name))).collect()
}

/// From this generation on the model itself decides how long it thinks.
fn is_adaptive(model: &str) -> bool {
    ["opus-4-6", "opus-4.6", "sonnet-4-6", "sonnet-4.6"].iter().any(|name| model.contains(name))
}

/// Half of what the model can write stays free for the answer.
fn half_of(output_limit: f64) -> u64 {
    if output_limit > 0.0 { (output_limit / 2.0 - 1.0).clamp(0.0, 16_000.0) as u64 } else { 16_000 }
}

/// What OpenAI's reasoning models take has grown with their release dates (ISO dates compare as text).
fn openai_efforts(model: &str, release_date: &str) -> Vec<&'static str> {
    let mut names = vec!["low", "medium", "high"];
    let is_codex = model.contains("codex");
    if !is_codex && (model == "gpt-5" || model.starts_with("gpt-5-")) {
        names.insert(0, "minimal");
    }
    if !is_codex && release_date >= "2025-11-13" {
        names.insert(0, "none");
    }
    if release_date >= "2025-12-04" {
        names.push("xhigh");
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(npm: &str, model: &str, date: &str) -> Vec<String> {
        of(npm, model, date, 64_000.0).keys().cloned().collect()
    }

    #[test]
    fn each_kind_of_endpoint_has_its_own() {
        let (openai, compatible, anthropic) =
            ("@ai-sdk/openai", "@ai-sdk/openai-compatible", "@ai-sdk/anthropic");
        let none: [&str; 0] = [];
        for (npm, model, date, expected) in [
            (openai, "gpt-5-mini", "2025-08-07", &["minimal", "low", "medium", "high"][..]),
            (openai, "gpt-5.2", "2025-12-11", &["none", "low", "medium", "high", "xhigh"]),
            (openai, "gpt-5.2-codex", "2025-12-11", &["low", "medium", "high", "xhigh"]),
            (openai, "o3", "2025-04-16", &["low", "medium", "high"]),
            (compatible, "fake-think", "", &["low", "medium", "high"]),
            (compatible, "grok-3-mini", "", &["low", "high"]),
            (compatible, "zai/GLM-5", "", &none),
            ("@ai-sdk/mistral", "magistral-small", "", &none),
            ("@ai-sdk/google", "gemini-3-pro", "", &none),
            (OPENROUTER, "openai/gpt-5", "", &["none", "minimal", "low", "medium", "high", "xhigh"]),
            (OPENROUTER, "some/other", "", &none),
            (anthropic, "claude-opus-4-6", "", &["low", "medium", "high", "max"]),
            (anthropic, "claude-haiku-4-5", "", &["high", "max"]),
            (anthropic, "x-ai/grok-4", "", &none),
        ] {
            assert_eq!(names(npm, model, date), expected, "{npm} {model}");
        }
        assert_eq!(of(OPENROUTER, "claude", "", 0.0)["low"], json!({"reasoning": {"effort": "low"}}));
    }

    #[test]
    fn thinking_leaves_room_for_the_answer() {
        let budget =
            |limit| of("@ai-sdk/anthropic", "claude", "", limit)["high"]["thinking"]["budgetTokens"].clone();
        assert_eq!(
            (budget(64_000.0), budget(32_000.0), budget(0.0)),
            (json!(16_000), json!(15_999), json!(16_000))
        );
    }
}
