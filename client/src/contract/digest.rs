//! What a contract demands of each operation, as one number: prose and order do not count, schemas far away do.
//!
//! The generator of the compiled-in table compiles this very file, so that both sides mean the same.

use std::collections::BTreeMap;

use serde_json::Value;

const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// Words for people; they may change freely.
const PROSE: [&str; 3] = ["description", "summary", "title"];

/// One operation of a contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    pub id: String,
    pub method: String,
    pub path: String,
    pub number: u64,
}

/// All operations of an OpenAPI document, in its order. What is not one is left out.
pub fn of_operations(document: &Value) -> Vec<Digest> {
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        for method in METHODS {
            let Some(operation) = item.get(method) else { continue };
            let mut hash = Hash::default();
            let mut reached = BTreeMap::new();
            for part in [operation, &item["parameters"]] {
                hash.value(part);
                reach(document, part, &mut reached);
            }
            for (pointer, target) in reached {
                hash.bytes(pointer.as_bytes());
                hash.value(target);
            }
            found.push(Digest {
                id: operation["operationId"].as_str().unwrap_or_default().to_owned(),
                method: method.to_uppercase(),
                path: path.clone(),
                number: hash.0,
            });
        }
    }
    found
}

/// Everything that references lead to. A reference that leads nowhere is told by its own text.
fn reach<'a>(document: &'a Value, value: &'a Value, reached: &mut BTreeMap<&'a str, &'a Value>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| reach(document, item, reached)),
        Value::Object(members) => {
            if let Some(pointer) = members.get("$ref").and_then(Value::as_str)
                && let Some(target) = pointer.strip_prefix('#').and_then(|pointer| document.pointer(pointer))
                && reached.insert(pointer, target).is_none()
            {
                reach(document, target, reached);
            }
            members.values().for_each(|member| reach(document, member, reached));
        }
        _ => {}
    }
}

/// FNV-1a over a form in which members are sorted.
struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    fn bytes(&mut self, bytes: &[u8]) {
        // The end counts, too: "ab" "c" is not "a" "bc".
        for byte in bytes.iter().chain(&[0xff]) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Array(items) => {
                self.bytes(b"[");
                items.iter().for_each(|item| self.value(item));
                self.bytes(b"]");
            }
            Value::Object(members) => {
                let mut sorted: Vec<_> =
                    members.iter().filter(|(name, value)| !is_prose(name, value)).collect();
                sorted.sort_by_key(|(name, _)| *name);
                self.bytes(b"{");
                for (name, value) in sorted {
                    self.bytes(name.as_bytes());
                    self.value(value);
                }
                self.bytes(b"}");
            }
            scalar => self.bytes(scalar.to_string().as_bytes()),
        }
    }
}

/// A member of an object that is called `description` has a schema, and not a text.
fn is_prose(name: &str, value: &Value) -> bool {
    (PROSE.contains(&name) && value.is_string())
        || name == "x-codeSamples"
        || name == "tags" && value.is_array()
}
