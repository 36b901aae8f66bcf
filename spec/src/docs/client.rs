//! What the generated client offers, read from its text.
//!
//! The pages must say what is there, and show calls with names and types that are there; so they look, instead of
//! repeating the rules by which the client was generated.

use std::collections::BTreeMap;

use crate::names::pascal;

/// The builders of the client, one for each operation.
#[derive(Clone, Debug, Default)]
pub struct Client {
    builders: BTreeMap<String, Builder>,
}

/// The setters of one builder with their types, `body` among them: `("limit", "Option<f64>")`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Builder {
    setters: Vec<(String, String)>,
}

impl Client {
    /// Reads `client/src/generated.rs`. What cannot be read is not there.
    pub fn read(text: &str) -> Self {
        let mut builders: BTreeMap<String, Builder> = BTreeMap::new();
        let mut open: Option<(String, Builder, String)> = None;
        for line in text.lines() {
            let line = line.trim();
            if let Some((name, mut builder, mut pending)) = open.take() {
                if line == "}" {
                    builders.insert(name, builder);
                    continue;
                }
                pending.push_str(line);
                let setter = [", String>,", ",String,>,"].iter().find_map(|end| pending.strip_suffix(end));
                if let Some(setter) = setter {
                    if let Some((name, kind)) = setter.split_once(": Result<") {
                        builder.setters.push((name.to_owned(), kind.trim_end_matches(',').to_owned()));
                    }
                    pending.clear();
                } else if pending.ends_with(',') && !pending.contains('<') {
                    pending.clear();
                }
                open = Some((name, builder, pending));
            } else if let Some(name) =
                line.strip_prefix("pub struct ").and_then(|rest| rest.strip_suffix("<'a> {"))
            {
                open = Some((name.to_owned(), Builder::default(), String::new()));
            }
        }
        Self { builders }
    }

    /// Whether there is a client at all.
    pub fn is_empty(&self) -> bool {
        self.builders.is_empty()
    }

    /// The builder of an operation, by the name of the operation in Rust: `session_prompt`.
    pub fn builder(&self, operation: &str) -> Option<&Builder> {
        self.builders.get(&pascal(operation))
    }
}

impl Builder {
    /// The type that a setter takes, without `Option`.
    pub fn kind(&self, setter: &str) -> Option<&str> {
        let (_, kind) = self.setters.iter().find(|(name, _)| name == setter)?;
        Some(kind.strip_prefix("Option<").and_then(|kind| kind.strip_suffix('>')).unwrap_or(kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_and_setters_are_found_in_formatted_code() {
        let client = Client::read(
            "impl Client {\n    pub fn helper(&self) {}\n}\npub mod builder {\n    pub struct SessionList<'a> {\n        client: &'a super::Client,\n        \
             limit: Result<Option<f64>, String>,\n        body: Result<\n            ::opencode_types::LongName,\n            String,\n        >,\n        \
             id: Result<::std::string::String, String>,\n    }\n}\n",
        );
        let builder = client.builder("session_list").expect("it is there");
        assert_eq!(builder.kind("limit"), Some("f64"));
        assert_eq!(builder.kind("id"), Some("::std::string::String"));
        assert_eq!(builder.kind("body"), Some("::opencode_types::LongName"));
        assert_eq!(builder.kind("client"), None);
        assert!(client.builder("helper").is_none() && !client.is_empty());
        assert!(Client::read("}{ pub struct X<'a> {").is_empty());
    }
}
