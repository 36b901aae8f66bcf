//! The schemas of a contract as validators: as it stands, and with its errata applied.
//!
//! Start at [`Schemas::violations`]. Nothing is made before it is needed, and nothing twice: a replay of a few operations
//! compiles what these operations speak of, and the contract with its errata comes to be when something differs that they
//! may explain.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use jsonschema::{Draft, Registry, Validator};
use serde_json::{Value, json};

use super::{Finding, Rule};
use crate::explain;

/// Name under which the contract's document is known to the validators.
const DOCUMENT: &str = "urn:opencode:contract";

/// Compiled schemas of one document.
pub(super) struct Schemas {
    document: Arc<Value>,
    registry: Registry<'static>,
    /// By the pointer at which the schema really stands.
    validators: Mutex<HashMap<String, Arc<Validator>>>,
}

impl Schemas {
    pub fn new(document: Arc<Value>) -> Result<Schemas, String> {
        let registry = Registry::new()
            .draft(Draft::Draft202012)
            .add(DOCUMENT, Arc::clone(&document))
            .and_then(jsonschema::RegistryBuilder::prepare)
            .map_err(|error| error.to_string())?;
        Ok(Schemas { document, registry, validators: Mutex::default() })
    }

    /// In which ways `value` differs from the schema at `pointer`.
    pub fn violations(&self, pointer: &str, value: &Value, rule: Rule) -> Vec<Finding> {
        match self.validator(pointer) {
            Ok(validator) => {
                let findings = explain::findings(validator.iter_errors(value), rule).into_iter();
                findings.map(|finding| finding.of_contract(pointer)).collect()
            }
            Err(problem) => {
                let message = format!("the contract's schema {pointer} cannot be used: {problem}");
                vec![Finding::new(rule, "", message)]
            }
        }
    }

    pub fn validator(&self, pointer: &str) -> Result<Arc<Validator>, String> {
        let pointer = self.followed(pointer);
        let mut validators = self.validators.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(validator) = validators.get(pointer) {
            return Ok(Arc::clone(validator));
        }
        let schema = json!({ "$ref": format!("{DOCUMENT}#{}", percent_encode(pointer)) });
        let validator = jsonschema::options()
            .with_draft(Draft::Draft202012)
            .with_registry(&self.registry)
            .build(&schema)
            .map_err(|error| error.to_string())?;
        let validator = Arc::new(validator);
        validators.insert(pointer.to_owned(), Arc::clone(&validator));
        Ok(validator)
    }

    /// Where the schema at `pointer` stands if all that it says is a reference: whoever refers to the same schema shares
    /// its validator.
    fn followed<'a>(&'a self, mut pointer: &'a str) -> &'a str {
        // A chain of references longer than this can only be a circle.
        for _ in 0..16 {
            let schema = self.document.pointer(pointer).and_then(Value::as_object);
            let target = schema.filter(|schema| schema.len() == 1).and_then(|schema| schema.get("$ref"));
            let target = target.and_then(Value::as_str).and_then(|target| target.strip_prefix('#'));
            match target.filter(|target| self.document.pointer(target).is_some()) {
                Some(target) => pointer = target,
                None => break,
            }
        }
        pointer
    }
}

impl std::fmt::Debug for Schemas {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let compiled = self.validators.lock().unwrap_or_else(PoisonError::into_inner).len();
        formatter.debug_struct("Schemas").field("compiled", &compiled).finish_non_exhaustive()
    }
}

/// The same document with its errata applied.
#[derive(Debug)]
pub(super) struct Corrected {
    document: Arc<Value>,
    /// Places in the document, and what is to stand there.
    corrections: Vec<(String, Value)>,
    schemas: OnceLock<Result<Schemas, String>>,
    /// Whether a correction concerns the schema at this pointer.
    concerned: Mutex<HashMap<String, bool>>,
}

impl Corrected {
    pub fn new(document: Arc<Value>, corrections: Vec<(String, Value)>) -> Corrected {
        Corrected { document, corrections, schemas: OnceLock::new(), concerned: Mutex::default() }
    }

    /// As [`Schemas::violations`]; `None` if no correction concerns the schema, which then says the same as without.
    pub fn violations(&self, pointer: &str, value: &Value, rule: Rule) -> Option<Vec<Finding>> {
        if !self.concerns(pointer) {
            return None;
        }
        Some(match self.schemas.get_or_init(|| Schemas::new(Arc::new(self.document()?))) {
            Ok(schemas) => schemas.violations(pointer, value, rule),
            Err(problem) => {
                let message = format!("the contract's corrections cannot be used: {problem}");
                vec![Finding::new(rule, "", message)]
            }
        })
    }

    fn document(&self) -> Result<Value, String> {
        let mut document = Value::clone(&self.document);
        for (pointer, corrected) in &self.corrections {
            if let Some(place) = document.pointer_mut(pointer) {
                *place = corrected.clone();
                continue;
            }
            let (parent, name) = pointer.rsplit_once('/').unwrap_or_default();
            let parent = document.pointer_mut(parent).and_then(Value::as_object_mut);
            let parent = parent.ok_or_else(|| format!("nothing can stand at {pointer}"))?;
            parent.insert(name.replace("~1", "/").replace("~0", "~"), corrected.clone());
        }
        Ok(document)
    }

    fn concerns(&self, pointer: &str) -> bool {
        let mut concerned = self.concerned.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = concerned.get(pointer) {
            return *known;
        }
        let concerns = self.reaches(pointer);
        concerned.insert(pointer.to_owned(), concerns);
        concerns
    }

    /// Whether the schema at `pointer`, or one that it refers to, is corrected.
    fn reaches(&self, pointer: &str) -> bool {
        let (mut open, mut seen) = (vec![pointer], HashSet::new());
        while let Some(pointer) = open.pop() {
            if !seen.insert(pointer) {
                continue;
            }
            let corrects =
                |(place, _): &(String, Value)| is_within(place, pointer) || is_within(pointer, place);
            match self.document.pointer(pointer) {
                Some(schema) if !self.corrections.iter().any(corrects) => references(schema, &mut open),
                // What cannot be followed may lead anywhere.
                _ => return !self.corrections.is_empty(),
            }
        }
        false
    }
}

/// Whether `inner` is `outer` or stands below it.
fn is_within(inner: &str, outer: &str) -> bool {
    inner.strip_prefix(outer).is_some_and(|below| below.is_empty() || below.starts_with('/'))
}

/// The pointers of all that is referred to in `schema`.
fn references<'a>(schema: &'a Value, found: &mut Vec<&'a str>) {
    match schema {
        Value::Object(members) => {
            if let Some(target) = members.get("$ref").and_then(Value::as_str) {
                found.push(target.strip_prefix('#').unwrap_or(target));
            }
            members.values().for_each(|member| references(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

/// A pointer as a URI fragment: path templates bring braces, which a fragment may not hold.
fn percent_encode(pointer: &str) -> String {
    pointer.replace('%', "%25").replace('{', "%7B").replace('}', "%7D").replace(' ', "%20")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document() -> Arc<Value> {
        Arc::new(json!({
            "a": {"$ref": "#/b"},
            "b": {"type": "object", "properties": {"c": {"$ref": "#/c"}, "self": {"$ref": "#/b"}}},
            "c": {"type": "object", "required": ["d"]},
            "e": {"type": "string"},
            "far": {"$ref": "urn:elsewhere"},
        }))
    }

    #[test]
    fn corrections_concern_what_refers_to_them() {
        let corrected = Corrected::new(document(), vec![("/c/required".to_owned(), json!([]))]);
        let concerned = |pointer| corrected.violations(pointer, &json!({"c": {}}), Rule::Body);
        assert_eq!(concerned("/e"), None);
        assert!(corrected.schemas.get().is_none(), "nothing is made for what no correction concerns");
        for pointer in ["/a", "/b", "/b/properties/c", "/c"] {
            assert_eq!(concerned(pointer), Some(Vec::new()), "{pointer}");
        }
        assert!(corrected.concerns("/far"), "what cannot be followed may be corrected");
        assert!(!Corrected::new(document(), Vec::new()).concerns("/far"));
    }

    #[test]
    fn corrections_may_add_what_is_not_there() {
        let corrections = vec![("/f~1g".to_owned(), json!({"type": "null"})), ("/e".to_owned(), json!({}))];
        let corrected = Corrected::new(document(), corrections).document().expect("places that are there");
        assert_eq!((&corrected["f/g"], &corrected["e"]), (&json!({"type": "null"}), &json!({})));
        let nowhere = Corrected::new(document(), vec![("/x/y".to_owned(), json!({}))]);
        assert_eq!(nowhere.document(), Err("nothing can stand at /x/y".to_owned()));
    }

    #[test]
    fn a_schema_has_one_validator_whoever_refers_to_it() {
        let schemas = Schemas::new(document()).expect("a document");
        let validator = |pointer| schemas.validator(pointer).expect("a schema");
        assert!(Arc::ptr_eq(&validator("/a"), &validator("/b")));
        assert!(!Arc::ptr_eq(&validator("/b"), &validator("/c")));
    }
}
