//! The `Config` schema of the contract, and what is wrong with a value by it.
//!
//! Configuration is strict: an unknown key is an error, so that a typing mistake is found. The rules are not written down
//! here but read from the contract, once, keeping only what `Config` reaches (about 60 kB). Findings are told in the
//! form of OpenCode's own issues, which its clients show. Start from [`Schemas::check`].

use std::collections::BTreeMap;
use std::sync::LazyLock;

use indexmap::IndexMap;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::issue::Issue;
use super::jsonc::Step;

/// `#/components/schemas` of the contract, as far as `Config` needs them.
pub(super) struct Schemas(BTreeMap<String, Schema>);

/// The keywords that occur below `Config`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Schema {
    #[serde(rename = "$ref")]
    reference: Option<String>,
    #[serde(rename = "type")]
    kind: Option<Value>,
    properties: Option<IndexMap<String, Schema>>,
    required: Vec<String>,
    #[serde(rename = "additionalProperties")]
    additional: Option<Additional>,
    items: Option<Box<Schema>>,
    #[serde(rename = "anyOf")]
    any_of: Vec<Schema>,
    #[serde(rename = "enum")]
    values: Vec<Value>,
    #[serde(rename = "const")]
    constant: Option<Value>,
    minimum: Option<f64>,
    maximum: Option<f64>,
    #[serde(rename = "exclusiveMinimum")]
    exclusive_minimum: Option<f64>,
    pattern: Option<String>,
    default: Option<Value>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Additional {
    Allowed(bool),
    Like(Box<Schema>),
}

/// The schemas of the contract this server was built from.
pub(super) static SCHEMAS: LazyLock<Schemas> = LazyLock::new(|| {
    Schemas::read(crate::CONTRACT)
        .expect("the contract in the repository is a document with schemas; a test reads it")
});

impl Schemas {
    fn read(contract: &str) -> Result<Self, serde_json::Error> {
        #[derive(Deserialize)]
        struct Document {
            components: Components,
        }
        #[derive(Deserialize)]
        struct Components {
            schemas: BTreeMap<String, Schema>,
        }
        let mut all = serde_json::from_str::<Document>(contract)?.components.schemas;
        let mut kept = BTreeMap::new();
        let mut wanted = vec!["Config".to_owned()];
        while let Some(name) = wanted.pop() {
            if let Some(schema) = all.remove(&name) {
                schema.references(&mut wanted);
                kept.insert(name, schema);
            }
        }
        Ok(Self(kept))
    }

    /// What is wrong with a whole configuration.
    pub fn check(&self, value: &Value) -> Vec<Issue> {
        self.issues(self.named("Config"), value)
    }

    /// What is wrong with the configuration of one agent.
    pub fn check_agent(&self, value: &Value) -> Vec<Issue> {
        self.issues(self.named("AgentConfig"), value)
    }

    /// What is wrong with the configuration of one command.
    pub fn check_command(&self, value: &Value) -> Vec<Issue> {
        let commands = self.named("Config").property("command");
        match commands.and_then(|schema| schema.additional.as_ref()) {
            Some(Additional::Like(command)) => self.issues(command, value),
            _ => Vec::new(),
        }
    }

    /// Whether the contract gives `key` a meaning in the configuration of an agent.
    pub fn is_agent_key(&self, key: &str) -> bool {
        self.named("AgentConfig").property(key).is_some()
    }

    /// Every key binding with its default.
    pub fn keybinds(&self) -> impl Iterator<Item = (&str, &Value)> {
        let properties = self.named("KeybindsConfig").properties.iter().flatten();
        properties.filter_map(|(name, schema)| Some((name.as_str(), schema.default.as_ref()?)))
    }

    fn named(&self, name: &str) -> &Schema {
        static ANYTHING: LazyLock<Schema> = LazyLock::new(Schema::default);
        self.0.get(name).unwrap_or(&ANYTHING)
    }

    fn resolve<'a>(&'a self, schema: &'a Schema) -> &'a Schema {
        match schema.reference.as_deref().and_then(|reference| reference.rsplit('/').next()) {
            Some(name) => self.named(name),
            None => schema,
        }
    }

    fn issues(&self, schema: &Schema, value: &Value) -> Vec<Issue> {
        let mut issues = Vec::new();
        self.walk(schema, value, &mut Vec::new(), &mut issues);
        issues
    }

    fn walk(&self, schema: &Schema, value: &Value, path: &mut Vec<Step>, issues: &mut Vec<Issue>) {
        let schema = self.resolve(schema);
        if !schema.any_of.is_empty() {
            return self.walk_union(&schema.any_of, value, path, issues);
        }
        if let Some(constant) = &schema.constant {
            if value != constant {
                issues.push(Issue::value(path, std::slice::from_ref(constant)));
            }
            return;
        }
        if !schema.values.is_empty() {
            if !schema.values.contains(value) {
                issues.push(Issue::value(path, &schema.values));
            }
            return;
        }
        match (schema.kind.as_ref().and_then(Value::as_str), value) {
            (Some("string"), Value::String(text)) => schema.check_text(text, path, issues),
            (Some("number" | "integer"), Value::Number(number)) => schema.check_number(number, path, issues),
            (Some("boolean"), Value::Bool(_)) | (None, _) => {}
            (Some("array"), Value::Array(elements)) => {
                for (index, element) in elements.iter().enumerate() {
                    let Some(items) = &schema.items else { break };
                    path.push(Step::Index(index));
                    self.walk(items, element, path, issues);
                    path.pop();
                }
            }
            (Some("object"), Value::Object(members)) => self.walk_object(schema, members, path, issues),
            (Some(_), _) => issues.push(Issue::kind(path, schema.expectation(), Some(value))),
        }
    }

    fn walk_object(
        &self,
        schema: &Schema,
        members: &Map<String, Value>,
        path: &mut Vec<Step>,
        issues: &mut Vec<Issue>,
    ) {
        let mut member = |name: &str, schema: &Schema, value: Option<&Value>| {
            path.push(Step::Key(name.to_owned()));
            match value {
                Some(value) => self.walk(schema, value, path, issues),
                None => self.missing(schema, path, issues),
            }
            path.pop();
        };
        // In the order of the contract, as OpenCode reports them.
        for (name, schema_of_member) in schema.properties.iter().flatten() {
            match members.get(name) {
                Some(value) => member(name, schema_of_member, Some(value)),
                None if schema.required.contains(name) => member(name, schema_of_member, None),
                None => {}
            }
        }
        let unnamed = members.iter().filter(|(name, _)| schema.property(name).is_none());
        match &schema.additional {
            Some(Additional::Like(like)) => unnamed.for_each(|(name, value)| member(name, like, Some(value))),
            Some(Additional::Allowed(false)) => {
                let names: Vec<&str> = unnamed.map(|(name, _)| name.as_str()).collect();
                if !names.is_empty() {
                    issues.push(Issue::unrecognized(path, &names));
                }
            }
            Some(Additional::Allowed(true)) | None => {}
        }
    }

    fn missing(&self, schema: &Schema, path: &[Step], issues: &mut Vec<Issue>) {
        let schema = self.resolve(schema);
        issues.push(match (&schema.constant, schema.values.as_slice()) {
            (Some(constant), _) => Issue::value(path, std::slice::from_ref(constant)),
            (None, []) => Issue::kind(path, schema.expectation(), None),
            (None, values) => Issue::value(path, values),
        });
    }

    /// A value must fit one branch. If it fits none: branches told apart by a constant member answer for the branch
    /// meant; a branch whose shape fits but not its bounds answers alone; otherwise every branch has its say.
    fn walk_union(&self, branches: &[Schema], value: &Value, path: &mut Vec<Step>, issues: &mut Vec<Issue>) {
        if let Some((tag, tagged)) = self.tagged(branches) {
            let meant =
                value.get(tag).and_then(|found| tagged.iter().find(|(constant, _)| *constant == found));
            return match (meant, value) {
                (Some((_, branch)), _) => self.walk(branch, value, path, issues),
                (None, Value::Object(_)) => {
                    path.push(Step::Key(tag.to_owned()));
                    issues.push(Issue::no_discriminator(path, tag));
                    path.pop();
                }
                (None, _) => issues.push(Issue::kind(path, "object", Some(value))),
            };
        }
        let mut findings: Vec<Vec<Issue>> =
            branches.iter().map(|branch| self.issues(branch, value)).collect();
        if findings.iter().any(Vec::is_empty) {
            return;
        }
        let mut close =
            findings.iter().enumerate().filter(|(_, found)| found.iter().all(|issue| issue.is_bound));
        if let (Some((only, _)), None) = (close.next(), close.next()) {
            let found = findings.swap_remove(only);
            issues.extend(found.into_iter().map(|issue| issue.below(path)));
            return;
        }
        issues.push(Issue::union(path, findings));
    }

    /// The member that tells the branches apart, with its value for each: all are objects that demand a constant of the
    /// same name.
    fn tagged<'a>(&'a self, branches: &'a [Schema]) -> Option<(&'a str, Vec<(&'a Value, &'a Schema)>)> {
        let first = self.resolve(branches.first()?);
        if branches.len() < 2 {
            return None;
        }
        first.required.iter().find_map(|tag| {
            let tagged: Option<Vec<_>> = branches
                .iter()
                .map(|branch| {
                    let branch = self.resolve(branch);
                    let constant =
                        branch.property(tag)?.constant.as_ref().filter(|value| value.is_string())?;
                    branch.required.contains(tag).then_some((constant, branch))
                })
                .collect();
            Some((tag.as_str(), tagged?))
        })
    }
}

impl Schema {
    fn property(&self, name: &str) -> Option<&Schema> {
        self.properties.as_ref()?.get(name)
    }

    /// What OpenCode calls the expected kind: a map without named members is a `record`.
    fn expectation(&self) -> &str {
        match self.kind.as_ref().and_then(Value::as_str) {
            Some("integer") => "number",
            Some("object") if self.properties.is_none() && self.additional.is_some() => "record",
            Some(kind) => kind,
            None => "object",
        }
    }

    fn check_text(&self, text: &str, path: &[Step], issues: &mut Vec<Issue>) {
        if let Some(pattern) = &self.pattern
            && !fits(pattern, text)
        {
            issues.push(Issue::pattern(path, pattern));
        }
    }

    fn check_number(&self, number: &serde_json::Number, path: &[Step], issues: &mut Vec<Issue>) {
        let value = number.as_f64().unwrap_or(f64::NAN);
        if self.kind.as_ref().and_then(Value::as_str) == Some("integer") && value.fract() != 0.0 {
            return issues.push(Issue::fraction(path));
        }
        if let Some(bound) = self.minimum.filter(|bound| value < *bound) {
            issues.push(Issue::too_small(path, bound, true));
        }
        if let Some(bound) = self.exclusive_minimum.filter(|bound| value <= *bound) {
            issues.push(Issue::too_small(path, bound, false));
        }
        if let Some(bound) = self.maximum.filter(|bound| value > *bound) {
            issues.push(Issue::too_big(path, bound));
        }
    }

    /// Adds the names of all schemas that this one refers to.
    fn references(&self, names: &mut Vec<String>) {
        let name = self.reference.as_deref().and_then(|reference| reference.rsplit('/').next());
        names.extend(name.map(str::to_owned));
        self.any_of.iter().for_each(|branch| branch.references(names));
        self.properties.iter().flatten().for_each(|(_, property)| property.references(names));
        self.items.iter().for_each(|items| items.references(names));
        if let Some(Additional::Like(like)) = &self.additional {
            like.references(names);
        }
    }
}

/// Whether `text` fits a pattern of the contract. The only one below `Config` is a colour, which is not worth a regular
/// expression engine; an unknown pattern accepts everything, and a test fails until it is handled here.
fn fits(pattern: &str, text: &str) -> bool {
    match pattern {
        HEX_COLOUR => text
            .strip_prefix('#')
            .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())),
        _ => true,
    }
}

const HEX_COLOUR: &str = "^#[0-9a-fA-F]{6}$";

#[cfg(test)]
#[path = "schema_tests.rs"]
mod tests;
