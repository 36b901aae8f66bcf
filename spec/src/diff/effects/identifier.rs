//! What `typify` and `progenitor` call things: their conversions of words to Rust identifiers.

use heck::{ToKebabCase as _, ToPascalCase as _, ToSnakeCase as _};
use serde_json::Value;

use super::model::reference;

/// A field, or a parameter of a builder: `sessionID` → `session_id`, `type` → `type_`.
pub(super) fn field(wire: &str) -> String {
    identifier(wire, "x", |words| words.to_snake_case())
}

/// A variant without content: `read-only` → `ReadOnly`.
pub(super) fn variant(wire: &str) -> String {
    identifier(wire, "X", |words| words.to_pascal_case())
}

fn identifier(wire: &str, prefix: &str, case: impl Fn(&str) -> String) -> String {
    let words = match wire {
        "+1" => "plus1".to_owned(),
        "-1" => "minus1".to_owned(),
        // The letters that may go on in a Rust identifier, of those that contracts have.
        _ => wire.replace('\'', "").replace(|letter: char| !(letter.is_alphanumeric() || letter == '_'), "-"),
    };
    let mut name = case(&words);
    if !name.starts_with(|letter: char| letter.is_alphabetic() || letter == '_') {
        name.insert_str(0, prefix);
    }
    if is_keyword(&name) {
        name.push('_');
    }
    name
}

fn is_keyword(name: &str) -> bool {
    const KEYWORDS: [&str; 53] = [
        "_", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
        "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in",
        "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
        "Self", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe",
        "unsized", "use", "virtual", "where", "while", "yield",
    ];
    KEYWORDS.contains(&name)
}

/// The variants of a union without a tag: the names of the members without what they begin with alike, or numbers.
pub(super) fn untagged_variants(branches: &[Value]) -> Vec<String> {
    let numbers = || (0..branches.len()).map(|index| format!("Variant{index}")).collect();
    let Some(names) = branches.iter().map(named).collect::<Option<Vec<String>>>() else { return numbers() };
    let distinct: std::collections::BTreeSet<&String> = names.iter().collect();
    if distinct.len() < names.len() {
        return numbers();
    }
    let common = names.iter().cloned().reduce(|a, b| common_start(&a, &b)).unwrap_or_default();
    let rest: Vec<String> =
        names.iter().map(|name| name.get(common.len()..).unwrap_or_default().to_owned()).collect();
    if rest.iter().any(String::is_empty) { numbers() } else { rest }
}

fn named(branch: &Value) -> Option<String> {
    if let Some(name) = reference(branch) {
        return Some(variant(name));
    }
    // A type that may be null has no one name.
    if branch["nullable"] == true {
        return None;
    }
    let kind = branch["type"].as_str()?;
    Some(branch["format"].as_str().unwrap_or(kind).to_pascal_case())
}

fn common_start(a: &str, b: &str) -> String {
    let (a, b) = (a.to_kebab_case(), b.to_kebab_case());
    let common = a.split('-').zip(b.split('-')).take_while(|(a, b)| a == b).map(|(a, _)| a);
    common.collect::<Vec<_>>().join("-").to_pascal_case()
}
