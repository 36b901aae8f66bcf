//! The generators' conversions of the contract's words to Rust: start at [`pascal`].

use std::cell::RefCell;
use std::collections::HashMap;
use std::thread::LocalKey;

use heck::{ToSnakeCase as _, ToUpperCamelCase as _};

/// `session.prompt_async` → `SessionPromptAsync`: the case conversion of the generators.
pub fn pascal(name: &str) -> String {
    thread_local!(static KNOWN: Known = Known::default());
    remembered(&KNOWN, name, |name| name.to_upper_camel_case())
}

/// `sessionID` → `session_id`.
pub fn snake(name: &str) -> String {
    thread_local!(static KNOWN: Known = Known::default());
    remembered(&KNOWN, name, |name| name.to_snake_case())
}

/// Names and what they are converted to.
type Known = RefCell<HashMap<String, String>>;

/// The conversion of a name, remembered: a contract uses a name ten times, and taking it apart is slow.
fn remembered(known: &'static LocalKey<Known>, name: &str, convert: impl Fn(&str) -> String) -> String {
    /// More than any contract has; beyond that, what is known is forgotten.
    const MOST: usize = 20_000;
    known.with_borrow_mut(|known| {
        if let Some(converted) = known.get(name) {
            return converted.clone();
        }
        if known.len() == MOST {
            known.clear();
        }
        let separated: String =
            name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
        let converted = convert(&separated);
        known.insert(name.to_owned(), converted.clone());
        converted
    })
}

/// The calls that lead to an operation in the client, without what they take: `session.prompt_async` is
/// `client.session().prompt_async(…)`. Only the first word is a handle of its own (`mcp.auth.start` is
/// `client.mcp().auth_start(…)`), since what is a group may be an operation as well (`vcs.diff`, `vcs.diff.raw`).
pub fn calls(id: &str) -> Vec<String> {
    let words = match id.split_once('.') {
        Some((group, operation)) => vec![group, operation],
        None => vec![id],
    };
    words.into_iter().map(|word| identifier(&snake(word))).collect()
}

/// Rust's own words get an underscore.
pub fn identifier(name: &str) -> String {
    if syn::parse_str::<syn::Ident>(name).is_ok() { name.to_owned() } else { format!("{name}_") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_split_as_the_generators_split_them() {
        for (name, pascal_name, snake_name) in [
            ("session.prompt_async", "SessionPromptAsync", "session_prompt_async"),
            ("sessionID", "SessionId", "session_id"),
            ("MCPStatus", "McpStatus", "mcp_status"),
            ("OAuth", "OAuth", "o_auth"),
            ("tui.appendPrompt", "TuiAppendPrompt", "tui_append_prompt"),
            ("experimentalOver200K", "ExperimentalOver200K", "experimental_over200_k"),
        ] {
            // The second time it is remembered.
            for _ in 0..2 {
                assert_eq!((pascal(name).as_str(), snake(name).as_str()), (pascal_name, snake_name));
            }
        }
    }
}
