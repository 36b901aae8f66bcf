//! Which model is meant when none is named, and which were probably meant by a name that does not exist. Pure.

/// Names that a default is taken from; the later in the list, the better.
const PREFERRED: [&str; 4] = ["gpt-5", "claude-sonnet-4", "big-pickle", "gemini-3-pro"];
/// Names of models for titles, best first.
const SMALL: [&str; 7] = [
    "claude-haiku-4-5",
    "claude-haiku-4.5",
    "3-5-haiku",
    "3.5-haiku",
    "gemini-3-flash",
    "gemini-2.5-flash",
    "gpt-5-nano",
];
/// Below this two names have hardly a letter in common.
const SIMILAR: f64 = 0.4;
const SUGGESTIONS: usize = 3;

/// The default among a provider's models: preferred names first, then names with `latest`, then the last in order.
pub(super) fn default<'a>(models: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    models.max_by_key(|id| {
        let preferred = PREFERRED.iter().rposition(|name| id.contains(name));
        (preferred, id.contains("latest"), *id)
    })
}

/// The small model among a provider's models.
pub(super) fn small<'a>(models: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    SMALL.iter().find_map(|name| models.clone().find(|id| id.contains(name)))
}

/// The known names that are most like `name`, best first.
pub(super) fn similar<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut rated: Vec<_> =
        known.map(|id| (likeness(name, id), id)).filter(|(likeness, _)| *likeness >= SIMILAR).collect();
    rated.sort_by(|(one, a), (other, b)| other.total_cmp(one).then_with(|| a.cmp(b)));
    rated.into_iter().take(SUGGESTIONS).map(|(_, id)| id.to_owned()).collect()
}

/// Shared pairs of neighbouring letters, from 0 (none) to 1 (all); Dice's coefficient.
fn likeness(one: &str, other: &str) -> f64 {
    let pairs = |text: &str| {
        let letters: Vec<char> = text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        letters.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>()
    };
    let (ours, mut theirs) = (pairs(one), pairs(other));
    let total = ours.len() + theirs.len();
    if total == 0 {
        return 0.0;
    }
    let shared = ours.iter().filter(|pair| {
        let found = theirs.iter().position(|other| other == *pair);
        found.map(|at| theirs.swap_remove(at)).is_some()
    });
    2.0 * shared.count() as f64 / total as f64
}

/// `provider/model`; the model's part may hold further slashes.
pub(super) fn parse(name: &str) -> Option<(&str, &str)> {
    name.split_once('/').filter(|(provider, model)| !provider.is_empty() && !model.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_is_the_one_observed() {
        for (models, expected) in [
            (&["fake-1", "fake-small", "fake-think", "fake-bare"][..], "fake-think"),
            (&["kimi-k2.5-free", "big-pickle", "minimax-m2.5-free", "gpt-5-nano"], "big-pickle"),
            (&["anthropic/claude-sonnet-4", "openai/gpt-5", "z-last"], "anthropic/claude-sonnet-4"),
            (
                &["claude-sonnet-4-5", "claude-sonnet-4-5-20250929", "claude-opus-4-6"],
                "claude-sonnet-4-5-20250929",
            ),
            (&["model-9", "model-2-latest", "model-5"], "model-2-latest"),
        ] {
            assert_eq!(default(models.iter().copied()), Some(expected));
        }
        assert_eq!(default(std::iter::empty()), None);
    }

    #[test]
    fn small_models_by_preference() {
        let models = ["gpt-5-nano", "claude-haiku-4-5-20251001", "x"];
        assert_eq!(small(models.into_iter()), Some("claude-haiku-4-5-20251001"));
        assert_eq!(small(["fake-1"].into_iter()), None);
    }

    #[test]
    fn suggestions_are_alike_and_few() {
        let known =
            ["claude-sonnet-4-5", "claude-haiku-4-5", "claude-opus-4-6", "gpt-5", "claude-sonnet-4-0"];
        let found = similar("claude-sonet-4.5", known.into_iter());
        assert_eq!(found.len(), 3);
        assert_eq!(found[0], "claude-sonnet-4-5");
        assert_eq!(similar("zzz", known.into_iter()), Vec::<String>::new());
        assert_eq!(similar("", known.into_iter()), Vec::<String>::new());
    }

    #[test]
    fn names_split_at_the_first_slash() {
        assert_eq!(parse("openrouter/openai/gpt-5"), Some(("openrouter", "openai/gpt-5")));
        for nonsense in ["gpt-5", "", "/x", "x/"] {
            assert_eq!(parse(nonsense), None, "{nonsense}");
        }
    }
}
