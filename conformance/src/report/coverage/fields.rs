//! The members that values of a schema may have, as a tree, and which of them were seen.

use serde_json::Value;

use crate::contract::Contract;

/// Members of members of members; deeper ones are the business of the judge.
const DEPTH: usize = 3;
/// Unions within unions and lists within lists that are followed at one place: more can only be a circle.
const NESTING: usize = 8;
/// Items of a list that are looked at.
const MOST_ITEMS: usize = 50;

/// What may stand at one place of a value. Members of a union stand together.
#[derive(Debug, Default)]
pub(super) struct Fields {
    /// A list: there are thousands of these, most with a few members, which a hash table would make three times as large.
    members: Vec<(Box<str>, Fields)>,
    /// Of members whose name the schema leaves open.
    others: Option<Box<Fields>>,
    items: Option<Box<Fields>>,
    seen: bool,
}

impl Fields {
    pub fn of(contract: &Contract, schema: &Value) -> Fields {
        let mut fields = Fields::default();
        fields.add(contract, schema);
        fields
    }

    /// Also what this schema allows.
    pub fn add(&mut self, contract: &Contract, schema: &Value) {
        self.deepen(contract, schema, DEPTH, NESTING);
    }

    fn deepen(&mut self, contract: &Contract, schema: &Value, depth: usize, nesting: usize) {
        if nesting == 0 || depth == 0 {
            return;
        }
        let schema = contract.resolve(schema);
        for keyword in ["anyOf", "oneOf", "allOf"] {
            for member in schema.get(keyword).and_then(Value::as_array).into_iter().flatten() {
                self.deepen(contract, member, depth, nesting - 1);
            }
        }
        for (name, member) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            self.member(name).deepen(contract, member, depth - 1, NESTING);
        }
        if let Some(others) = schema.get("additionalProperties").filter(|others| others.is_object()) {
            self.others.get_or_insert_default().deepen(contract, others, depth - 1, NESTING);
        }
        if let Some(items) = schema.get("items") {
            self.items.get_or_insert_default().deepen(contract, items, depth, nesting - 1);
        }
    }

    /// The member of this name, which comes to be if it is not there.
    fn member(&mut self, name: &str) -> &mut Fields {
        let at = self.members.iter().position(|(known, _)| **known == *name).unwrap_or_else(|| {
            self.members.push((name.into(), Fields::default()));
            self.members.len() - 1
        });
        &mut self.members[at].1
    }

    /// Marks what this value has.
    pub fn mark(&mut self, value: &Value) {
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    if let Some((_, fields)) = self.members.iter_mut().find(|(known, _)| **known == **name) {
                        fields.seen = true;
                        fields.mark(member);
                    } else if let Some(others) = &mut self.others {
                        others.mark(member);
                    }
                }
            }
            Value::Array(items) => {
                if let Some(fields) = &mut self.items {
                    items.iter().take(MOST_ITEMS).for_each(|item| fields.mark(item));
                }
            }
            _ => {}
        }
    }

    /// Tells each member by its path, `parts[].text` or `providers.*.name`, and whether it was seen.
    pub fn tell(&self, each: &mut impl FnMut(&str, bool)) {
        self.walk("", each);
    }

    fn walk(&self, path: &str, each: &mut impl FnMut(&str, bool)) {
        let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        for (name, fields) in &self.members {
            let path = below(name);
            each(&path, fields.seen);
            fields.walk(&path, each);
        }
        if let Some(others) = &self.others {
            others.walk(&below("*"), each);
        }
        if let Some(items) = &self.items {
            items.walk(&format!("{path}[]"), each);
        }
    }
}
