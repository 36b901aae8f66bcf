//! The validator's word on values: is this one allowed at that place of that document?
//!
//! Compiling a schema with everything that it reaches costs up to 20 ms, and a comparison asks about hundreds of
//! schemas. So [`Judge`] first cuts away what the given values never touch: the schema of a property that none of
//! them has, the items of empty arrays. What is left means the same for these values, has no `$ref`, and compiles in
//! some ten microseconds.

use jsonschema::{Keyword, ValidationError, Validator};
use serde_json::{Map, Value, json};

use super::local::Local;
use crate::diff::formats::Numbers;
use crate::document::{Pointer, get, meant, member, resolve};

/// Schemas within schemas: beyond this there is a circle of references which no value ends.
const DEEPEST: usize = 128;
/// Schemas that are looked at for one judge; beyond that there is none.
const MOST_WORK: usize = 40_000;

/// Stands beside a `format` of numbers; the validator itself knows formats of texts only.
const NUMBERS: &str = "format of numbers";

/// A format of numbers, by its name.
struct Format(String);

impl Format {
    fn of(name: &Value) -> Self {
        Self(name.as_str().unwrap_or_default().to_owned())
    }
}

impl<'i> Keyword<'i> for Format {
    fn validate(&self, value: &'i Value) -> Result<(), ValidationError<'i>> {
        if self.is_valid(value) {
            return Ok(());
        }
        Err(ValidationError::custom(format!("{value} is not a \"{}\"", self.0)))
    }

    fn is_valid(&self, value: &'i Value) -> bool {
        Numbers::of(&self.0).is_none_or(|numbers| numbers.has(value))
    }
}

/// One thing that the validator says against a value.
#[derive(Clone, Debug)]
pub(super) struct Complaint {
    /// The place in the value, `/time/created`; empty for all of it.
    pub(super) at: String,
    /// The way in the schema to the keyword that refuses it.
    pub(super) keywords: String,
    pub(super) words: String,
}

impl Complaint {
    /// Whether it is about one of these names: of a property, a keyword.
    pub(super) fn is_about(&self, names: &[String]) -> bool {
        // Only these name a member of the object that they refuse.
        const OF_MEMBERS: [&str; 4] =
            ["required", "dependentRequired", "additionalProperties", "unevaluatedProperties"];
        let keyword = self.keywords.rsplit('/').next().unwrap_or_default();
        names.iter().any(|name| {
            let quoted = |quote: &str| [quote, name, quote].concat();
            keyword == name
                || (name == "format" && keyword == NUMBERS)
                || (name == "null" && self.words.starts_with("null "))
                // The names of members, and members without a name of their own, are refused by a keyword within.
                || (matches!(name.as_str(), "propertyNames" | "additionalProperties")
                    && self.keywords.contains(&["/", name, "/"].concat()))
                || self.at.rsplit('/').any(|step| step == name)
                || (OF_MEMBERS.contains(&keyword) && ["\"", "'"].iter().any(|quote| self.words.contains(&quoted(quote))))
                || (matches!(keyword, "enum" | "const") && self.words.starts_with(&quoted("\"")))
        })
    }
}

/// Says of certain values whether a schema allows them.
pub(super) struct Judge(Validator);

impl Judge {
    /// A judge of `values`, and of no others. `None` if the schema is not one, or too large to look at.
    pub(super) fn of(document: &Value, local: &Local, values: &[&Value]) -> Option<Self> {
        let mut cut = Cut { document, work: 0, depth: 0 };
        let schema = match local {
            Local::At(pointer) => cut.schema(pointer.get(document)?, values)?,
            Local::Parameters(schema) => cut.schema(schema, values)?,
        };
        // Formats are asserted: the server refuses a text of the wrong one.
        let options = jsonschema::draft202012::options().should_validate_formats(true);
        let options = options.with_keyword(NUMBERS, |_, format, _| Ok(Box::new(Format::of(format))));
        options.build(&schema).ok().map(Self)
    }

    pub(super) fn allows(&self, value: &Value) -> bool {
        self.0.is_valid(value)
    }

    /// What is wrong with a refused value.
    pub(super) fn complaints(&self, value: &Value) -> Vec<Complaint> {
        let complaint = |error: jsonschema::ValidationError<'_>| Complaint {
            at: error.instance_path().to_string(),
            keywords: error.schema_path().to_string(),
            words: error.to_string(),
        };
        self.0.iter_errors(value).map(complaint).collect()
    }
}

/// The place as the target of a `$ref`; a path template brings braces, which a URI does not allow.
pub(super) fn fragment(pointer: &Pointer) -> String {
    let text = pointer.to_string();
    let mut encoded = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '%' => encoded.push_str("%25"),
            '{' => encoded.push_str("%7B"),
            '}' => encoded.push_str("%7D"),
            ' ' => encoded.push_str("%20"),
            letter => encoded.push(letter),
        }
    }
    encoded
}

/// Cuts schemas down to what some values touch.
struct Cut<'d> {
    document: &'d Value,
    work: usize,
    depth: usize,
}

impl<'d> Cut<'d> {
    fn schema(&mut self, schema: &Value, values: &[&Value]) -> Option<Value> {
        self.work += 1;
        if self.work > MOST_WORK || self.depth > DEEPEST {
            return None;
        }
        self.depth += 1;
        let cut = self.keywords(schema, values);
        self.depth -= 1;
        cut
    }

    fn keywords(&mut self, schema: &Value, values: &[&Value]) -> Option<Value> {
        let Value::Object(members) = schema else { return Some(schema.clone()) };
        // Nothing here is asked about these values: they have already been refused, or there are none.
        if values.is_empty() {
            return Some(Value::Bool(true));
        }
        // A bare reference is what it leads to.
        if let (1, Some(Value::String(target))) = (members.len(), member(members, "$ref")) {
            return self.schema(resolve(self.document, target)?, values);
        }
        let mut cut = Map::with_capacity(members.len());
        for (keyword, member) in members {
            let kept = match keyword.as_str() {
                "$ref" => {
                    let target = resolve(self.document, member.as_str()?)?;
                    let target = self.schema(target, values)?;
                    let all = cut.entry("allOf").or_insert_with(|| json!([])).as_array_mut()?;
                    all.push(target);
                    continue;
                }
                "allOf" => {
                    let parts = self.list(member, values)?;
                    let all = cut.entry("allOf").or_insert_with(|| json!([])).as_array_mut()?;
                    all.extend(parts);
                    continue;
                }
                "anyOf" | "oneOf" => {
                    let all = member.as_array()?;
                    let mut branches = Vec::new();
                    for branch in all {
                        let fixed = self.fixed(branch);
                        let may_be = |value: &&Value| {
                            fixed.iter().all(|(name, only)| match get(value, name) {
                                Some(value) => value == *only,
                                None => true,
                            })
                        };
                        // A branch whose tag no value has refuses them all.
                        let fitting: Vec<&Value> = values.iter().copied().filter(may_be).collect();
                        if !fitting.is_empty() {
                            branches.push(self.schema(branch, &fitting)?);
                        }
                    }
                    // Of a union of one the validator says what that one says.
                    branches.resize(branches.len().max(all.len().min(2)), Value::Bool(false));
                    Value::Array(branches)
                }
                "properties" => {
                    let mut touched = Map::new();
                    for (name, schema) in member.as_object()? {
                        let parts: Vec<&Value> = values.iter().filter_map(|value| get(value, name)).collect();
                        // Also for `additionalProperties` a name that no value has is as good as undeclared.
                        if !parts.is_empty() {
                            touched.insert(name.clone(), self.schema(schema, &parts)?);
                        }
                    }
                    Value::Object(touched)
                }
                "additionalProperties" | "unevaluatedProperties" | "patternProperties" => {
                    let parts: Vec<&Value> =
                        values.iter().filter_map(|value| value.as_object()).flat_map(Map::values).collect();
                    if keyword == "patternProperties" {
                        let mut patterns = Map::new();
                        for (pattern, schema) in member.as_object()? {
                            patterns.insert(pattern.clone(), self.schema(schema, &parts)?);
                        }
                        Value::Object(patterns)
                    } else {
                        self.schema(member, &parts)?
                    }
                }
                "propertyNames" => {
                    let objects = values.iter().filter_map(|value| value.as_object());
                    let names: Vec<Value> = objects.flat_map(Map::keys).map(|name| json!(name)).collect();
                    self.schema(member, &names.iter().collect::<Vec<_>>())?
                }
                "items" | "contains" | "unevaluatedItems" => {
                    let parts: Vec<&Value> =
                        values.iter().filter_map(|value| value.as_array()).flatten().collect();
                    self.schema(member, &parts)?
                }
                "prefixItems" => {
                    let schemas = member.as_array()?.iter().enumerate();
                    let cut = schemas.map(|(index, schema)| {
                        let parts: Vec<&Value> = values.iter().filter_map(|value| value.get(index)).collect();
                        self.schema(schema, &parts)
                    });
                    cut.collect::<Option<Value>>()?
                }
                "not" | "if" | "then" | "else" => self.schema(member, values)?,
                "dependentSchemas" => {
                    let mut schemas = Map::new();
                    for (name, schema) in member.as_object()? {
                        schemas.insert(name.clone(), self.schema(schema, values)?);
                    }
                    Value::Object(schemas)
                }
                // Keywords of schemas elsewhere, and texts.
                "$defs" | "definitions" | "$dynamicRef" | "$recursiveRef" | "$id" | "$anchor"
                | "$dynamicAnchor" | "$schema" | "description" | "title" | "examples" | "example"
                | "default" => continue,
                _ => member.clone(),
            };
            if keyword == "format" && member.as_str().and_then(Numbers::of).is_some() {
                cut.insert(NUMBERS.to_owned(), member.clone());
            }
            cut.insert(keyword.clone(), kept);
        }
        Some(Value::Object(cut))
    }

    fn list(&mut self, schemas: &Value, values: &[&Value]) -> Option<Vec<Value>> {
        schemas.as_array()?.iter().map(|schema| self.schema(schema, values)).collect()
    }

    /// The members of a branch that can be one thing only: a value that has another there is of another branch.
    fn fixed<'s>(&self, branch: &'s Value) -> Vec<(&'s str, &'s Value)>
    where
        'd: 's,
    {
        let properties =
            get(meant(self.document, branch), "properties").and_then(Value::as_object).into_iter().flatten();
        properties.filter_map(|(name, schema)| Some((name.as_str(), only(schema)?))).collect()
    }
}

/// The one value that a schema allows.
fn only(schema: &Value) -> Option<&Value> {
    if let Some(value) = get(schema, "const") {
        return Some(value);
    }
    match get(schema, "enum")?.as_array()?.as_slice() {
        [only] => Some(only),
        _ => None,
    }
}
