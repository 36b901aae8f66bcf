//! One schema as all that applies to it: its own keywords, what its `$ref` leads to, the members of its `allOf`.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::document::{get, member, reference, resolve};

/// More parts than this are not looked at; it also ends a circle of references.
const MOST: usize = 32;

/// The objects whose keywords apply at one place, the schema itself first.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts<'d> {
    objects: Vec<&'d Map<String, Value>>,
    /// One part is the schema `false`.
    never: bool,
}

impl<'d> Parts<'d> {
    pub(super) fn of(document: &'d Value, schema: &'d Value) -> Self {
        let mut parts = Self::default();
        let mut waiting = vec![schema];
        for _ in 0..MOST {
            let Some(schema) = waiting.pop() else { break };
            match schema {
                Value::Object(object) => {
                    waiting.extend(reference(schema).and_then(|target| resolve(document, target)));
                    waiting.extend(member(object, "allOf").and_then(Value::as_array).into_iter().flatten());
                    // A bare reference says nothing itself.
                    if target_only(object) {
                        continue;
                    }
                    parts.objects.push(object);
                }
                Value::Bool(false) => parts.never = true,
                _ => {}
            }
        }
        parts
    }

    /// What tells this schema from others, for remembering what is known of it: its address, if it is one object.
    pub(super) fn identity(&self) -> Option<*const Map<String, Value>> {
        match self.objects.as_slice() {
            [one] if !self.never => Some(std::ptr::from_ref(*one)),
            _ => None,
        }
    }

    pub(super) fn is_never(&self) -> bool {
        self.never
    }

    /// The keyword of the first part that has it.
    pub(super) fn get(&self, keyword: &str) -> Option<&'d Value> {
        self.objects.iter().find_map(|object| member(object, keyword))
    }

    /// The keyword of every part that has it.
    pub(super) fn all<'s>(&'s self, keyword: &'s str) -> impl Iterator<Item = &'d Value> + 's {
        self.objects.iter().filter_map(move |object| member(object, keyword))
    }

    pub(super) fn has(&self, keywords: &[&str]) -> bool {
        keywords.iter().any(|keyword| self.get(keyword).is_some())
    }

    /// The members of the first union.
    pub(super) fn branches(&self) -> Option<&'d Vec<Value>> {
        let union = self.get("anyOf").or_else(|| self.get("oneOf"))?.as_array()?;
        (!union.is_empty()).then_some(union)
    }

    /// The declared properties; of two of one name the first.
    pub(super) fn properties(&self) -> Vec<(&'d str, &'d Value)> {
        let mut found: Vec<(&str, &Value)> = Vec::new();
        let mut names = BTreeSet::new();
        for (name, schema) in self.all("properties").filter_map(Value::as_object).flatten() {
            if names.insert(name) {
                found.push((name, schema));
            }
        }
        found
    }

    pub(super) fn property(&self, name: &str) -> Option<&'d Value> {
        self.all("properties").find_map(|properties| get(properties, name))
    }

    pub(super) fn required(&self) -> Vec<&'d str> {
        let mut names: Vec<&str> =
            self.all("required").filter_map(Value::as_array).flatten().filter_map(Value::as_str).collect();
        let mut seen = BTreeSet::new();
        names.retain(|name| seen.insert(*name));
        names
    }

    /// The JSON types that the value may have, as far as `type` or the keywords for one type tell.
    pub(super) fn kinds(&self) -> Vec<&'d str> {
        const ALL: [&str; 6] = ["null", "boolean", "number", "string", "array", "object"];
        match self.get("type") {
            Some(Value::String(kind)) => vec![kind],
            Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
            _ if self.has(&["properties", "required", "additionalProperties", "patternProperties"]) => {
                vec!["object"]
            }
            _ if self.has(&["items", "prefixItems", "minItems", "maxItems"]) => vec!["array"],
            _ if self.has(&["pattern", "format", "minLength", "maxLength"]) => vec!["string"],
            _ if self.has(&["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]) => {
                vec!["number"]
            }
            _ => ALL.to_vec(),
        }
    }

    /// A count such as `minItems`.
    pub(super) fn count(&self, keyword: &str) -> Option<usize> {
        let count = self.get(keyword)?;
        // JavaScript writes 1.0 for 1 in some places.
        let count = count.as_u64().or_else(|| count.as_f64().filter(|n| *n >= 0.0).map(|n| n as u64))?;
        usize::try_from(count).ok()
    }
}

fn target_only(object: &Map<String, Value>) -> bool {
    object.len() == 1 && object.contains_key("$ref")
}
