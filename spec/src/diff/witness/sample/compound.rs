//! Candidates that have members: objects and arrays.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::super::parts::Parts;
use super::{Effort, LONGEST, Sampler};

impl<'d> Sampler<'d> {
    pub(super) fn objects(&mut self, a: &Parts<'d>, b: &Parts<'d>, depth: usize, values: &mut Vec<Value>) {
        let room = self.effort.room().get(depth).copied().unwrap_or_default();
        let Some(base) = self.least_object(a, depth) else { return };
        let with = |name: &str, value: Value| {
            let mut object = base.clone();
            object.insert(name.to_owned(), value);
            Value::Object(object)
        };
        values.push(Value::Object(base.clone()));

        // Who makes more than there is room for makes it in vain.
        let is_full = |values: &Vec<Value>| values.len() >= room;
        if is_full(values) {
            return;
        }
        // What the other side requires and this one does not: all of it, and all but one.
        let properties = a.properties();
        let mut complete = base.clone();
        let wanted: Vec<&str> = b.required().into_iter().filter(|name| !base.contains_key(*name)).collect();
        for name in &wanted {
            let value = match a.property(name) {
                Some(schema) => self.least_of(schema, depth + 1),
                None => b.property(name).and_then(|schema| self.least_of_refusing(schema, depth)),
            };
            complete.extend(value.map(|value| ((*name).to_owned(), value)));
        }
        for name in wanted.iter().filter(|_| wanted.len() > 1) {
            let mut object = complete.clone();
            object.shift_remove(*name);
            values.push(Value::Object(object));
        }
        values.push(Value::Object(complete));

        if is_full(values) {
            return;
        }
        // What only this side declares: alone, each shows that the other does not know it.
        for (name, schema) in properties.iter().filter(|(name, _)| b.property(name).is_none()) {
            values.extend(self.least_of(schema, depth + 1).map(|value| with(name, value)));
        }

        if is_full(values) {
            return;
        }
        let additional = a.get("additionalProperties");
        if additional != Some(&Value::Bool(false)) {
            // What this side does not know may have any value; the other side says which it must have.
            for (name, _) in b.properties().iter().filter(|(name, _)| a.property(name).is_none()) {
                match additional.filter(|schema| schema.is_object()) {
                    Some(schema) => {
                        let others = self.values(schema, b.property(name), depth + 1);
                        values.extend(others.into_iter().map(|value| with(name, value)));
                    }
                    None => values.extend(ANY.iter().map(|value| with(name, value()))),
                }
            }
            let name = self.extra_name(a, b);
            let schema = additional.filter(|schema| schema.is_object());
            let other = b.get("additionalProperties").filter(|schema| schema.is_object());
            match schema {
                Some(schema) => {
                    let extra = self.values(schema, other, depth + 1);
                    values.extend(extra.into_iter().map(|value| with(&name, value)));
                }
                None => values.extend(ANY.iter().map(|value| with(&name, value()))),
            }
        }
        if is_full(values) {
            return;
        }
        self.counted(a, b, &base, values);
        let patterns = a.all("patternProperties").filter_map(Value::as_object).flatten();
        for (pattern, schema) in patterns.collect::<Vec<_>>() {
            let Some(name) = super::super::text::matching(pattern) else { continue };
            values.extend(self.least_of(schema, depth + 1).map(|value| with(&name, value)));
        }
        if self.effort == Effort::Much {
            let mut full = base.clone();
            for (name, schema) in &properties {
                if !full.contains_key(*name) {
                    full.extend(self.least_of(schema, depth + 1).map(|value| ((*name).to_owned(), value)));
                }
            }
            values.push(Value::Object(full));
        }
        for (name, schema) in &properties {
            // What is here goes before: the change is in the object itself, seldom in a member.
            if is_full(values) {
                break;
            }
            for value in self.values(schema, b.property(name), depth + 1) {
                values.push(with(name, value));
            }
        }
    }

    /// Objects of every number of members about which one of the two speaks.
    fn counted(&mut self, a: &Parts<'d>, b: &Parts<'d>, base: &Map<String, Value>, values: &mut Vec<Value>) {
        for count in self.counts(a, b, ["minProperties", "maxProperties"]) {
            let mut object = base.clone();
            for (name, schema) in a.properties() {
                if object.len() < count && !object.contains_key(name) {
                    object.extend(self.least_of(schema, 1).map(|value| (name.to_owned(), value)));
                }
            }
            let rest = a.get("additionalProperties").filter(|schema| schema.is_object());
            let value = rest.map_or(Some(Value::Null), |schema| self.least_of(schema, 1));
            for (number, value) in std::iter::repeat_n(value, count.saturating_sub(object.len())).enumerate()
            {
                object.extend(value.map(|value| (format!("extra{number}"), value)));
            }
            values.push(Value::Object(object));
        }
    }

    /// Every bound of either side, one less and one more.
    fn counts(&self, a: &Parts<'d>, b: &Parts<'d>, keywords: [&str; 2]) -> BTreeSet<usize> {
        let bounds =
            [a, b].into_iter().flat_map(|side| keywords.map(|keyword| side.count(keyword))).flatten();
        let around = bounds.flat_map(|bound| [bound.saturating_sub(1), bound, bound.saturating_add(1)]);
        around.filter(|count| *count <= LONGEST).collect()
    }

    /// A name for one property too many: one that `propertyNames` allows here, if it says so, and that nobody declares.
    fn extra_name(&mut self, a: &Parts<'d>, b: &Parts<'d>) -> String {
        let named = a.get("propertyNames").and_then(|schema| {
            let names = self.values(schema, b.get("propertyNames"), 1);
            names
                .into_iter()
                .find_map(|name| name.as_str().filter(|name| !name.is_empty()).map(str::to_owned))
        });
        let mut name = named.unwrap_or_else(|| "extra".to_owned());
        while a.property(&name).is_some() || b.property(&name).is_some() {
            name.push('_');
        }
        name
    }

    pub(super) fn arrays(&mut self, a: &Parts<'d>, b: &Parts<'d>, depth: usize, values: &mut Vec<Value>) {
        let Some(base) = self.least_array(a, depth) else { return };
        values.push(Value::Array(base.clone()));
        let prefix = a.get("prefixItems").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let others = b.get("prefixItems").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        for (index, schema) in prefix.iter().enumerate() {
            let other = others.get(index).or(b.get("items"));
            for value in self.values(schema, other, depth + 1) {
                let mut array = base.clone();
                if let Some(element) = array.get_mut(index) {
                    *element = value;
                    values.push(Value::Array(array));
                }
            }
        }
        let any = const { &Value::Bool(true) };
        let items = a.get("items").unwrap_or(any);
        let elements = self.values(items, b.get("items").or(others.first()), depth + 1);
        for value in &elements {
            let mut array = base.clone();
            array.truncate(array.len().saturating_sub(1).max(prefix.len()));
            array.push(value.clone());
            values.push(Value::Array(array));
        }
        self.containing(a, b, &base, values);
        // Every length about which one of the two speaks; equal elements are what `uniqueItems` minds.
        let mut lengths = self.counts(a, b, ["minItems", "maxItems"]);
        lengths.extend([2, prefix.len() + 1]);
        for length in lengths {
            let Some(first) = elements.first() else { break };
            let mut array = base.clone();
            array.resize(length, first.clone());
            values.push(Value::Array(array));
            if length > 1 && elements.len() >= length {
                values.push(elements.iter().take(length).cloned().collect());
            }
        }
    }

    /// Arrays of every number of the elements that `contains` counts.
    fn containing(&mut self, a: &Parts<'d>, b: &Parts<'d>, base: &[Value], values: &mut Vec<Value>) {
        let element = match (a.get("contains"), b.get("contains")) {
            (Some(schema), _) => self.least_of(schema, 1),
            (None, Some(schema)) => self.least_of_refusing(schema, 1),
            (None, None) => return,
        };
        let mut counts = self.counts(a, b, ["minContains", "maxContains"]);
        counts.extend([0, 1]);
        for count in counts {
            let counted = std::iter::repeat_n(element.clone(), count).flatten();
            values.push(base.iter().cloned().chain(counted).collect());
        }
    }
}

/// One value of each type, for what a schema does not speak about.
const ANY: [fn() -> Value; 6] =
    [|| Value::Null, || json!(0), || json!(true), || json!(""), || json!({}), || json!([])];
