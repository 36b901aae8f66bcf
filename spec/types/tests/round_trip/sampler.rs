//! Values that a schema of the contract (3.1, untouched) allows.

use serde_json::{Map, Value, json};

/// Which values to make.
#[derive(Clone, Copy, Debug)]
pub struct Mode {
    /// Optional members too.
    pub full: bool,
    /// Arrays and maps are there but empty.
    pub empty: bool,
    /// Which member of the outermost union.
    pub outer: usize,
    /// Which member of the unions within: the first, the second or the last.
    pub inner: usize,
}

/// Every distinct sample of a schema.
pub fn samples(contract: &Value, schema: &Value) -> Vec<Value> {
    let members = union_of(resolve(contract, schema)).map_or(1, Vec::len);
    let mut samples: Vec<Value> = Vec::new();
    for outer in 0..members {
        for inner in [0, 1, usize::MAX] {
            for (full, empty) in [(false, false), (true, false), (true, true)] {
                let mut sampler =
                    Sampler { contract, mode: Mode { full, empty, outer, inner }, outermost: members > 1 };
                let sample = sampler.value(schema, 0);
                if !samples.contains(&sample) {
                    samples.push(sample);
                }
            }
        }
    }
    samples
}

/// Follows references.
pub fn resolve<'a>(contract: &'a Value, schema: &'a Value) -> &'a Value {
    let mut schema = schema;
    while let Some(reference) = schema["$ref"].as_str() {
        schema = contract.pointer(reference.trim_start_matches('#')).expect("the contract is linted");
    }
    schema
}

fn union_of(schema: &Value) -> Option<&Vec<Value>> {
    schema.get("anyOf").or_else(|| schema.get("oneOf"))?.as_array()
}

struct Sampler<'a> {
    contract: &'a Value,
    mode: Mode,
    /// The next union is the outermost one.
    outermost: bool,
}

impl Sampler<'_> {
    /// Beyond this many levels only required members are made.
    const DEPTH: usize = 14;

    fn value(&mut self, schema: &Value, depth: usize) -> Value {
        let schema = resolve(self.contract, schema).clone();
        if let Some(value) = schema.get("const") {
            return value.clone();
        }
        if let Some(values) = schema["enum"].as_array() {
            return if self.mode.full { values.last() } else { values.first() }.cloned().unwrap_or_default();
        }
        if let Some(members) = union_of(&schema) {
            let wanted = if std::mem::take(&mut self.outermost) { self.mode.outer } else { self.mode.inner };
            return self.value(&members[wanted.min(members.len() - 1)], depth + 1);
        }
        match schema["type"].as_str() {
            Some("object") => self.object(&schema, depth),
            Some("array") => self.array(&schema, depth),
            Some("string") => json!(self.text(schema["pattern"].as_str().unwrap_or_default())),
            Some("integer") => json!(if self.mode.full { 12 } else { 1 }),
            Some("number") => {
                if self.mode.full {
                    json!(0.0123)
                } else {
                    json!(1_795_210_599_807_i64)
                }
            }
            Some("boolean") => json!(true),
            Some("null") => Value::Null,
            None if schema.get("properties").is_some() => self.object(&schema, depth),
            _ if self.mode.full => json!({"any": [1, "x", null, 2.5]}),
            _ => json!("any"),
        }
    }

    fn object(&mut self, schema: &Value, depth: usize) -> Value {
        let mut object = Map::new();
        let required: Vec<&str> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let members = schema["properties"].as_object();
        for (name, member) in members.into_iter().flatten() {
            if required.contains(&name.as_str()) || (self.mode.full && depth < Self::DEPTH) {
                object.insert(name.clone(), self.value(member, depth + 1));
            }
        }
        if self.mode.full && !(self.mode.empty && members.is_none()) {
            match schema.get("additionalProperties") {
                Some(value) if value.is_object() => {
                    // Not in alphabetical order: maps must keep theirs.
                    for key in ["zKey", "aKey"] {
                        object.insert(key.to_owned(), self.value(value, depth + 1));
                    }
                }
                None if members.is_none() => {
                    object.insert("free".to_owned(), json!({"b": 1, "a": [true]}));
                }
                _ => {}
            }
        }
        Value::Object(object)
    }

    fn array(&mut self, schema: &Value, depth: usize) -> Value {
        let count = match self.mode {
            Mode { empty: true, .. } => 0,
            Mode { full: true, .. } => 2,
            _ => 0,
        };
        (0..count).map(|_| self.value(&schema["items"], depth + 1)).collect()
    }

    fn text(&self, pattern: &str) -> String {
        let prefix: String = pattern
            .trim_start_matches('^')
            .chars()
            .take_while(|letter| letter.is_ascii_alphabetic())
            .collect();
        match pattern {
            _ if pattern.starts_with("^#") => "#a0b1c2".to_owned(),
            "" if self.mode.full => "text \"quoted\" é中 \n".to_owned(),
            "" => String::new(),
            _ => format!("{prefix}_4f2a"),
        }
    }
}
