//! Where the real server's answers differ from its contract.
//!
//! `spec/errata.toml` is an overlay on the contract which feeds the types, so that they decode what is really sent as
//! well as what the contract promises. Server signatures are still compared with the untouched contract. An erratum
//! that no longer applies is an error: it must be removed when upstream repairs its contract.

use serde::Deserialize;
use serde_json::Value;

/// All errata, in file order.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Errata {
    /// The entries.
    #[serde(default, rename = "erratum")]
    pub entries: Vec<Erratum>,
}

/// One place at which the contract is wrong.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Erratum {
    /// JSON pointer to a schema or operation, for example `/components/schemas/VcsInfo`.
    pub pointer: String,
    /// Releases of the real server in which it was seen.
    pub seen: Vec<String>,
    /// What the server does, and how it is known.
    pub reason: String,
    /// Members that may be missing although the contract requires them.
    #[serde(default)]
    pub optional: Vec<String>,
    /// Members that are sent but not declared: name → schema as JSON text.
    #[serde(default)]
    pub add: std::collections::BTreeMap<String, String>,
    /// Further members of the union at `pointer`: schemas as JSON text.
    #[serde(default)]
    pub also: Vec<String>,
    /// The schema that is really sent, as JSON text; needs `contract`, what stands there now.
    pub replace: Option<String>,
    /// What the contract says at `pointer`, as JSON text.
    pub contract: Option<String>,
    /// New component under `pointer`, as JSON text.
    pub define: Option<String>,
    /// The operation is no plain request and answer.
    pub transport: Option<Transport>,
}

/// A transport that OpenAPI cannot say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Transport {
    /// The operation upgrades to a WebSocket.
    Websocket,
}

/// An erratum that cannot be applied.
#[derive(Debug, thiserror::Error)]
pub enum ErrataError {
    /// The file is not TOML of the expected form.
    #[error("errata: {0}")]
    Syntax(#[from] toml::de::Error),
    /// A schema text is not JSON.
    #[error("erratum {pointer}: {text:?} is not JSON: {source}")]
    Json {
        /// Which entry.
        pointer: String,
        /// The text.
        text: String,
        /// What is wrong with it.
        source: serde_json::Error,
    },
    /// The contract has changed: the entry must go or be written anew.
    #[error("erratum {pointer} no longer applies: {why}")]
    Stale {
        /// Which entry.
        pointer: String,
        /// What was expected.
        why: String,
    },
}

impl Errata {
    /// Reads `errata.toml`.
    ///
    /// # Errors
    /// [`ErrataError::Syntax`] with line and column.
    pub fn parse(text: &str) -> Result<Self, ErrataError> {
        Ok(toml::from_str(text)?)
    }

    /// Answers the contract with every erratum applied.
    ///
    /// # Errors
    /// The first entry that does not fit the contract.
    pub fn apply(&self, contract: &Value) -> Result<Value, ErrataError> {
        let mut document = contract.clone();
        for entry in &self.entries {
            entry.apply(&mut document)?;
        }
        Ok(document)
    }

    /// Answers the places at which the errata change the contract, and what is to stand there: all of [`Errata::apply`]
    /// for who has the contract already.
    ///
    /// # Errors
    /// The first entry that does not fit the contract.
    pub fn corrections(&self, contract: &Value) -> Result<Vec<(String, Value)>, ErrataError> {
        let document = self.apply(contract)?;
        let mut corrections: Vec<(String, Value)> = Vec::new();
        for Erratum { pointer, .. } in &self.entries {
            let Some(corrected) = document.pointer(pointer) else { continue };
            // The transport of an operation is not said in the document.
            let changes = contract.pointer(pointer) != Some(corrected);
            if changes && corrections.iter().all(|(known, _)| known != pointer) {
                corrections.push((pointer.clone(), corrected.clone()));
            }
        }
        Ok(corrections)
    }

    /// Divides the errata into those that apply to `contract` and the reasons why the others do not.
    ///
    /// A contract is adopted with all errata or not at all; a look at a later release does with what still fits.
    pub fn split(&self, contract: &Value) -> (Self, Vec<ErrataError>) {
        let mut document = contract.clone();
        let mut fitting = Self::default();
        let mut stale = Vec::new();
        for entry in &self.entries {
            // An entry is applied whole or not at all: a half-applied one would disturb those that follow.
            let mut next = document.clone();
            match entry.apply(&mut next) {
                Ok(()) => {
                    document = next;
                    fitting.entries.push(entry.clone());
                }
                Err(error) => stale.push(error),
            }
        }
        (fitting, stale)
    }

    /// Ids of the operations that upgrade to a WebSocket.
    pub fn websockets(&self, contract: &Value) -> Vec<String> {
        self.entries
            .iter()
            .filter(|entry| entry.transport == Some(Transport::Websocket))
            .filter_map(|entry| {
                contract.pointer(&entry.pointer)?.get("operationId")?.as_str().map(str::to_owned)
            })
            .collect()
    }
}

impl Erratum {
    fn apply(&self, document: &mut Value) -> Result<(), ErrataError> {
        if let Some(text) = &self.define {
            return self.define(document, text);
        }
        let Some(place) = document.pointer_mut(&self.pointer) else {
            return Err(self.stale("nothing stands there"));
        };
        if let Some(text) = &self.replace {
            let expected = self.json(self.contract.as_deref().unwrap_or("null"))?;
            if *place != expected {
                return Err(self.stale(format!("the contract now says {place}")));
            }
            *place = self.json(text)?;
        }
        for name in &self.optional {
            let required = place.get_mut("required").and_then(Value::as_array_mut);
            let index = required.as_ref().and_then(|names| names.iter().position(|other| other == name));
            match (required, index) {
                (Some(names), Some(index)) => drop(names.remove(index)),
                _ => return Err(self.stale(format!("`{name}` is not required any more"))),
            }
        }
        for (name, text) in &self.add {
            let schema = self.json(text)?;
            match place.get_mut("properties").and_then(Value::as_object_mut) {
                Some(members) if members.contains_key(name) => {
                    return Err(self.stale(format!("`{name}` is in the contract now")));
                }
                Some(members) => drop(members.insert(name.clone(), schema)),
                None => return Err(self.stale("no object stands there")),
            }
        }
        for text in &self.also {
            let schema = self.json(text)?;
            match place.get_mut("anyOf").and_then(Value::as_array_mut) {
                Some(members) if members.contains(&schema) => {
                    return Err(self.stale(format!("{schema} is in the contract now")));
                }
                Some(members) => members.push(schema),
                None => return Err(self.stale("no union stands there")),
            }
        }
        Ok(())
    }

    fn define(&self, document: &mut Value, text: &str) -> Result<(), ErrataError> {
        let schema = self.json(text)?;
        let (parent, name) = self.pointer.rsplit_once('/').unwrap_or_default();
        match document.pointer_mut(parent).and_then(Value::as_object_mut) {
            Some(components) if components.contains_key(name) => {
                Err(self.stale("the contract defines it now"))
            }
            Some(components) => {
                components.insert(name.to_owned(), schema);
                Ok(())
            }
            None => Err(self.stale("its parent is gone")),
        }
    }

    fn json(&self, text: &str) -> Result<Value, ErrataError> {
        serde_json::from_str(text).map_err(|source| ErrataError::Json {
            pointer: self.pointer.clone(),
            text: text.to_owned(),
            source,
        })
    }

    fn stale(&self, why: impl Into<String>) -> ErrataError {
        ErrataError::Stale { pointer: self.pointer.clone(), why: why.into() }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn contract() -> Value {
        json!({"components": {"schemas": {
            "Vcs": {"type": "object", "properties": {"branch": {"type": "string"}}, "required": ["branch"]},
            "Event": {"anyOf": [{"$ref": "#/a"}]},
        }}, "paths": {"/c": {"get": {"operationId": "c.get"}}}})
    }

    fn apply(text: &str) -> Result<Value, ErrataError> {
        Errata::parse(text)?.apply(&contract())
    }

    fn entry(rest: &str) -> String {
        format!("[[erratum]]\nseen = [\"1.2.6\"]\nreason = \"seen\"\n{rest}")
    }

    #[test]
    fn a_required_member_becomes_optional_once() {
        let text = entry("pointer = '/components/schemas/Vcs'\noptional = ['branch']");
        let fixed = apply(&text).expect("it applies");
        assert_eq!(fixed["components"]["schemas"]["Vcs"]["required"], json!([]));
        let twice = apply(&format!("{text}\n{text}")).expect_err("the second finds nothing");
        assert!(twice.to_string().contains("no longer applies"), "{twice}");
    }

    #[test]
    fn members_and_union_members_are_added() {
        let fixed = apply(&format!(
            "{}\n{}\n{}",
            entry("pointer = '/components/schemas/Vcs'\n[erratum.add]\nid = '{\"type\":\"string\"}'"),
            entry("pointer = '/components/schemas/Event'\nalso = ['{\"$ref\":\"#/b\"}']"),
            entry("pointer = '/components/schemas/New'\ndefine = '{}'"),
        ))
        .expect("all apply");
        assert_eq!(fixed["components"]["schemas"]["Vcs"]["properties"]["id"]["type"], "string");
        assert_eq!(fixed["components"]["schemas"]["Event"]["anyOf"][1]["$ref"], "#/b");
        assert_eq!(fixed["components"]["schemas"]["New"], json!({}));
    }

    #[test]
    fn corrections_are_what_the_errata_change() {
        let text = [
            entry("pointer = '/components/schemas/Vcs'\noptional = ['branch']"),
            entry("pointer = '/components/schemas/New'\ndefine = '{}'"),
            entry("pointer = '/paths/~1c/get'\ntransport = 'websocket'"),
            entry("pointer = '/components/schemas/Vcs'\n[erratum.add]\nid = '{\"type\":\"string\"}'"),
        ];
        let errata = Errata::parse(&text.join("\n")).expect("it parses");
        let fixed = errata.apply(&contract()).expect("all apply");
        let schemas = &fixed["components"]["schemas"];
        assert_eq!(
            errata.corrections(&contract()).expect("all apply"),
            [
                ("/components/schemas/Vcs".to_owned(), schemas["Vcs"].clone()),
                ("/components/schemas/New".to_owned(), json!({})),
            ]
        );
    }

    #[test]
    fn a_replacement_fails_when_the_contract_says_something_else() {
        let rest =
            "pointer = '/components/schemas/Event'\ncontract = '{\"type\":\"string\"}'\nreplace = '{}'";
        let error = apply(&entry(rest)).expect_err("the contract differs");
        assert!(error.to_string().contains("the contract now says"), "{error}");
    }

    #[test]
    fn a_later_contract_takes_what_still_fits() {
        let errata = Errata::parse(&format!(
            "{}\n{}\n{}",
            entry("pointer = '/components/schemas/Gone'\noptional = ['a']"),
            // Half of it fits: nothing of it may be left behind.
            entry("pointer = '/components/schemas/Vcs'\noptional = ['branch', 'other']"),
            entry("pointer = '/components/schemas/Vcs'\noptional = ['branch']"),
        ))
        .expect("it parses");
        let (fitting, stale) = errata.split(&contract());
        let stale: Vec<String> = stale.iter().map(ToString::to_string).collect();
        assert_eq!(
            stale,
            [
                "erratum /components/schemas/Gone no longer applies: nothing stands there",
                "erratum /components/schemas/Vcs no longer applies: `other` is not required any more",
            ]
        );
        assert_eq!(fitting.entries.len(), 1);
        fitting.apply(&contract()).expect("what fits can be applied");
    }

    #[test]
    fn websockets_are_named() {
        let errata =
            Errata::parse(&entry("pointer = '/paths/~1c/get'\ntransport = 'websocket'")).expect("it parses");
        assert_eq!(errata.websockets(&contract()), ["c.get"]);
    }
}
