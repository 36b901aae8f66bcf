//! The Rust items that follow from a contract, as the generator names them: each is made when it is asked for.
//!
//! The generator's own steps say which types there are ([`normalise`], [`names`]); how `typify` then calls fields and
//! variants, and which type each has, is retold here in few lines, because running it takes seconds. A test holds
//! every item against the checked-in code.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use serde_json::{Map, Value};

use super::identifier;
use super::method::Method;
use crate::document::get;
use crate::generate;
use crate::names::{self, TaggedUnion, pascal};
use crate::normalise;

/// Everything that is known of one contract.
pub(super) struct Model<'d> {
    /// The contract itself.
    pub(super) contract: &'d Value,
    /// In the generators' dialect, schemas still where the contract has them.
    pub(super) plain: Value,
    /// Every inline schema moved to a component.
    pub(super) named: Value,
    unions: HashMap<String, TaggedUnion>,
    /// Value of a lone enum text → its type in `literal`.
    literals: HashMap<String, String>,
    /// Ids of the operations that have no method.
    pub(super) websockets: Vec<String>,
    /// Items that were asked for.
    items: Known<String, Arc<Item>>,
    /// Methods that were asked for, by path and method of HTTP.
    pub(super) methods: Known<(String, String), Arc<Method>>,
    /// Where members of unions are among the normalised ones, by the addresses of both.
    positions: Known<(usize, usize), usize>,
    /// The component that each schema of the contract has become: names that collide in Rust were told apart.
    renamed: HashMap<&'d str, String>,
}

/// What has been asked for; `None` where there is nothing.
type Known<K, V> = RefCell<HashMap<K, Option<V>>>;

/// What a component becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) kind: Kind,
    pub(super) members: Vec<Member>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Struct,
    /// Variants that are told apart by a tag or by shape.
    Union,
    /// Variants without content.
    Enum,
    /// A struct of one unnamed field.
    Wrapper,
}

/// A field or a variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Member {
    /// Its name in JSON; the component's name for a variant that has a content.
    pub(super) wire: String,
    /// Its name in Rust.
    pub(super) name: String,
    /// Its type; empty for a variant without content.
    pub(super) holds: String,
}

impl<'d> Model<'d> {
    pub(super) fn of(contract: &'d Value, websockets: Vec<String>) -> Self {
        let plain = normalise::document(contract);
        let mut named = plain.clone();
        names::name_everything(&mut named);
        let unions = names::unions(&named).into_iter().map(|union| (union.name.clone(), union)).collect();
        let literals = generate::literals(&named).into_iter().map(|(name, value)| (value, name)).collect();
        // Normalising keeps the schemas in their order.
        let before = members(contract).into_iter().flat_map(Map::keys).map(String::as_str);
        let after = members(&plain).into_iter().flat_map(Map::keys).cloned();
        let renamed = before.zip(after).collect();
        Self {
            contract,
            plain,
            named,
            unions,
            literals,
            websockets,
            items: RefCell::default(),
            methods: RefCell::default(),
            positions: RefCell::default(),
            renamed,
        }
    }

    /// The schema of a component.
    pub(super) fn component(&self, name: &str) -> Option<&Value> {
        self.schemas()?.get(name)
    }

    pub(super) fn schemas(&self) -> Option<&Map<String, Value>> {
        members(&self.named)
    }

    /// The component that a schema of the contract has become.
    pub(super) fn renamed(&self, name: &str) -> Option<&str> {
        self.renamed.get(name).map(String::as_str)
    }

    /// Where a member of a union of the contract is among the members of a normalised one, if it still is one.
    pub(super) fn position(&self, member: &Value, members: &[Value]) -> Option<usize> {
        let key = (std::ptr::from_ref(member).addr(), members.as_ptr().addr());
        *self.positions.borrow_mut().entry(key).or_insert_with(|| {
            let wanted = normalise::schema_alone(member);
            members.iter().position(|other| *other == wanted)
        })
    }

    /// The item that a component becomes; `None` if there is no such component.
    pub(super) fn item(&self, component: &str) -> Option<Arc<Item>> {
        if let Some(known) = self.items.borrow().get(component) {
            return known.clone();
        }
        let item = self.make(component).map(Arc::new);
        self.items.borrow_mut().insert(component.to_owned(), item.clone());
        item
    }

    fn make(&self, component: &str) -> Option<Item> {
        let schema = self.component(component)?;
        if let Some(union) = self.unions.get(component) {
            return Some(Item { kind: Kind::Union, members: tagged(union) });
        }
        let (kind, members) = if let Some(statuses) = schema.get("x-statuses").and_then(Value::as_object) {
            (Kind::Union, errors(statuses))
        } else if let Some(branches) = schema.get("oneOf").and_then(Value::as_array) {
            (Kind::Union, self.untagged(branches))
        } else if let Some(Value::Array(values)) = schema.get("enum").filter(|_| schema["type"] == "string") {
            (Kind::Enum, values.iter().filter_map(Value::as_str).map(plain_variant).collect())
        } else if has_fields(schema) {
            (Kind::Struct, self.fields(schema))
        } else {
            let holds = self.rust_type(schema);
            (Kind::Wrapper, vec![Member { wire: String::new(), name: "0".to_owned(), holds }])
        };
        Some(Item { kind, members })
    }

    fn fields(&self, schema: &Value) -> Vec<Member> {
        let required: Vec<&str> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let mut members: Vec<Member> = schema["properties"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(wire, schema)| {
                let holds = self.rust_type(schema);
                let holds = if required.contains(&wire.as_str()) || holds.starts_with("Option<") {
                    holds
                } else {
                    format!("Option<{holds}>")
                };
                Member { wire: wire.clone(), name: identifier::field(wire), holds }
            })
            .collect();
        if let Some(rest) = schema.get("additionalProperties").filter(|rest| rest.is_object()) {
            members.push(Member { wire: String::new(), name: "extra".to_owned(), holds: self.map_of(rest) });
        }
        members
    }

    fn untagged(&self, branches: &[Value]) -> Vec<Member> {
        let names = identifier::untagged_variants(branches);
        branches
            .iter()
            .zip(names)
            .map(|(branch, name)| Member {
                wire: reference(branch).unwrap_or_default().to_owned(),
                name,
                holds: self.rust_type(branch),
            })
            .collect()
    }

    /// The Rust type of a schema of the named document, without paths: `Option<Vec<Part>>`, `literal::Text`.
    pub(super) fn rust_type(&self, schema: &Value) -> String {
        if schema["nullable"] == true {
            let Some(mut plain) = schema.as_object().cloned() else { return "serde_json::Value".to_owned() };
            plain.shift_remove("nullable");
            let inner = self.rust_type(&Value::Object(plain));
            return if inner == "serde_json::Value" || inner.starts_with("Option<") {
                inner
            } else {
                format!("Option<{inner}>")
            };
        }
        if let Some(name) = reference(schema) {
            return pascal(name);
        }
        if let Some([only]) = schema.get("allOf").and_then(Value::as_array).map(Vec::as_slice) {
            return self.rust_type(only);
        }
        let only = match schema.get("enum").and_then(Value::as_array).map(Vec::as_slice) {
            Some([only]) => Some(only),
            _ => None,
        };
        match (schema["type"].as_str(), only) {
            (Some("string"), Some(Value::String(only))) => match self.literals.get(only) {
                Some(name) => format!("literal::{name}"),
                None => "String".to_owned(),
            },
            (Some("string"), _) => text(schema["format"].as_str()).to_owned(),
            (Some("boolean"), Some(Value::Bool(true))) => "True".to_owned(),
            (Some("boolean"), Some(Value::Bool(false))) => "False".to_owned(),
            (Some("boolean"), _) => "bool".to_owned(),
            (Some("integer"), _) => "i64".to_owned(),
            (Some("number"), _) if schema["format"] == "non-finite" => "AnyNumber".to_owned(),
            (Some("number"), _) => "Number".to_owned(),
            (Some("array"), _) => {
                let item =
                    schema.get("items").map_or("serde_json::Value".to_owned(), |item| self.rust_type(item));
                let length = schema["minItems"].as_u64().filter(|_| schema["minItems"] == schema["maxItems"]);
                match length {
                    Some(length) if length > 0 => format!("[{item}; {length}usize]"),
                    _ => format!("Vec<{item}>"),
                }
            }
            (Some("object"), _) => match schema.get("additionalProperties").filter(|rest| rest.is_object()) {
                Some(rest) => self.map_of(rest),
                None => "serde_json::Map<String, serde_json::Value>".to_owned(),
            },
            _ => "serde_json::Value".to_owned(),
        }
    }

    fn map_of(&self, values: &Value) -> String {
        match self.rust_type(values) {
            any if any == "serde_json::Value" => "serde_json::Map<String, serde_json::Value>".to_owned(),
            values => format!("IndexMap<String, {values}>"),
        }
    }
}

/// The named schemas of a document.
fn members(document: &Value) -> Option<&Map<String, Value>> {
    get(get(document, "components")?, "schemas")?.as_object()
}

fn has_fields(schema: &Value) -> bool {
    schema["properties"].as_object().is_some_and(|members| !members.is_empty())
}

/// The component that a schema refers to, also where it may be null or stands in an `allOf` of its own.
pub(super) fn reference(schema: &Value) -> Option<&str> {
    crate::document::reference(schema)?.rsplit('/').next()
}

fn text(format: Option<&str>) -> &'static str {
    match format {
        Some("uuid") => "uuid::Uuid",
        Some("date") => "chrono::naive::NaiveDate",
        Some("date-time") => "chrono::DateTime<chrono::offset::Utc>",
        Some("ip") => "std::net::IpAddr",
        Some("ipv4") => "std::net::Ipv4Addr",
        Some("ipv6") => "std::net::Ipv6Addr",
        _ => "String",
    }
}

fn plain_variant(value: &str) -> Member {
    Member { wire: value.to_owned(), name: identifier::variant(value), holds: String::new() }
}

fn tagged(union: &TaggedUnion) -> Vec<Member> {
    let mut taken = BTreeSet::new();
    let variants = union.variants.iter().map(|(value, component)| {
        let mut name = pascal(value);
        while !taken.insert(name.clone()) {
            name.push('_');
        }
        Member { wire: value.clone(), name, holds: pascal(component) }
    });
    let mut members: Vec<Member> = variants.collect();
    members.extend(union.rest.as_ref().map(|rest| Member {
        wire: rest.clone(),
        name: "Other".to_owned(),
        holds: pascal(rest),
    }));
    if union.open {
        let (name, holds) = ("Unknown".to_owned(), "Unknown".to_owned());
        members.push(Member { wire: String::new(), name, holds });
    }
    members
}

/// Only what is a named error has a variant.
fn errors(statuses: &Map<String, Value>) -> Vec<Member> {
    let mut members: BTreeMap<String, Member> = BTreeMap::new();
    for component in statuses.values().filter_map(Value::as_array).flatten().filter_map(reference) {
        let holds = pascal(component);
        let name = holds.strip_suffix("Error").unwrap_or(&holds).to_owned();
        members.entry(name.clone()).or_insert(Member { wire: component.to_owned(), name, holds });
    }
    members.into_values().collect()
}
