//! The variants that a reasoning model offers without being configured: names such as `high`, each with the
//! options that make it so. Observed from OpenCode, by kind of endpoint and model.

use serde_json::{Map, Value, json};

use super::wire::Wire;

/// Families that reason in one way only, or in no way that a request could set.
const FIXED: [&str; 5] = ["deepseek", "minimax", "glm", "mistral", "kimi"];

/// Variants of a reasoning model by its id on the wire; empty if it has none.
pub(super) fn of(
    wire: Option<Wire>,
    model: &str,
    release_date: &str,
    output_limit: f64,
) -> Map<String, Value> {
    let model = model.to_ascii_lowercase();
    if FIXED.iter().any(|family| model.contains(family)) {
        return Map::new();
    }
    match wire {
        Some(Wire::Anthropic) if is_adaptive(&model) => {
            let adaptive = |effort: &&str| {
                let options = json!({"thinking": {"type": "adaptive"}, "effort": effort});
                ((*effort).to_owned(), options)
            };
            ["low", "medium", "high", "max"].iter().map(adaptive).collect()
        }
        Some(Wire::Anthropic) => {
            // Half of what the model can write stays free for the answer.
            let high =
                if output_limit > 0.0 { (output_limit / 2.0 - 1.0).min(16_000.0) as u64 } else { 16_000 };
            let thinking = |budget: u64| json!({"thinking": {"type": "enabled", "budgetTokens": budget}});
            [("high", thinking(high)), ("max", thinking(31_999))]
                .map(|(name, options)| (name.to_owned(), options))
                .into_iter()
                .collect()
        }
        Some(Wire::OpenAi { strict: true }) => efforts(&openai_efforts(&model, release_date)),
        Some(Wire::OpenAi { strict: false }) if model.contains("grok") => match model.contains("mini") {
            true => efforts(&["low", "high"]),
            false => Map::new(),
        },
        Some(Wire::OpenAi { strict: false }) => efforts(&["low", "medium", "high"]),
        Some(Wire::Scripted) | None => Map::new(),
    }
}

fn efforts(names: &[&str]) -> Map<String, Value> {
    names.iter().map(|name| ((*name).to_owned(), json!({"reasoningEffort": name}))).collect()
}

/// From this generation on the model itself decides how long it thinks.
fn is_adaptive(model: &str) -> bool {
    ["opus-4-6", "opus-4.6", "sonnet-4-6", "sonnet-4.6"].iter().any(|name| model.contains(name))
}

/// What OpenAI's reasoning models take has grown with their release dates (ISO dates compare as text).
fn openai_efforts(model: &str, release_date: &str) -> Vec<&'static str> {
    let mut names = vec!["low", "medium", "high"];
    if model == "gpt-5" || model.starts_with("gpt-5-") {
        names.insert(0, "minimal");
    }
    if release_date >= "2025-11-13" {
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

    fn names(wire: Wire, model: &str, date: &str) -> Vec<String> {
        of(Some(wire), model, date, 64_000.0).keys().cloned().collect()
    }

    #[test]
    fn each_kind_of_endpoint_has_its_own() {
        let (own, compatible) = (Wire::OpenAi { strict: true }, Wire::OpenAi { strict: false });
        assert_eq!(names(own, "gpt-5-mini", "2025-08-07"), ["minimal", "low", "medium", "high"]);
        assert_eq!(names(own, "gpt-5.2", "2025-12-11"), ["none", "low", "medium", "high", "xhigh"]);
        assert_eq!(names(own, "o3", "2025-04-16"), ["low", "medium", "high"]);
        assert_eq!(names(compatible, "fake-think", ""), ["low", "medium", "high"]);
        assert_eq!(names(compatible, "grok-3-mini", ""), ["low", "high"]);
        assert_eq!(names(compatible, "zai/GLM-5", ""), Vec::<String>::new());
        assert_eq!(names(Wire::Anthropic, "claude-opus-4-6", ""), ["low", "medium", "high", "max"]);
    }

    #[test]
    fn thinking_leaves_room_for_the_answer() {
        let budget = |limit| {
            of(Some(Wire::Anthropic), "claude", "", limit)["high"]["thinking"]["budgetTokens"].clone()
        };
        assert_eq!(
            (budget(64_000.0), budget(32_000.0), budget(0.0)),
            (json!(16_000), json!(15_999), json!(16_000))
        );
    }
}
