//! Calls made from the contract alone: valid ones at the edges of what it allows, invalid ones that break one keyword.
//!
//! Start at [`Generator::cases`]. The same seed gives the same cases. Every case is judged as the server will see it
//! before it leaves this room ([`misfits`]): what was meant to be valid fits, what was meant to be invalid does not, at
//! exactly the place that was meant. So a number in the place of a text is never sent in a query, where it is a text.
//!
//! What single operations need beyond their schemas stands in a table ([`Table`]). Nothing is sent from here.

mod boundaries;
mod dice;
mod fits;
mod making;
mod pattern;
mod rules;
mod schema;
mod shrink;
#[cfg(test)]
mod tests;
mod values;
mod violations;

pub(crate) use fits::misfits;
pub(crate) use rules::{Chain, Given, Table};
pub(crate) use shrink::smaller;

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use serde_json::{Value, json};

use crate::contract::{Contract, Operation, Parameter, Place, parameter_of};
use crate::judge::Judge;
use crate::plan::Step;
use crate::variables::Variables;
use dice::Dice;
use making::{Making, Stage};
use schema::Node;
use values::{DEPTH, Maker, Style};

/// A call, and what is to come of it.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// Where and what: `query limit: least`, `body /title: type null`.
    pub name: String,
    pub step: Step,
    pub expect: Expect,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expect {
    /// It fits.
    Accepted,
    /// It fits, but the id at this place is nobody's, and the contract has a 404 for that. Any refusal will do for what
    /// does not even look like an id, or contradicts the body.
    NotFound { at: String, any_refusal: bool },
    /// It does not fit.
    Refused(Breach),
}

/// The one thing that is wrong with a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Breach {
    /// `query limit`, `path sessionID`, `body /title`.
    pub at: String,
    /// The keyword of the schema, or `tag`.
    pub keyword: &'static str,
    /// Pointer into the contract's document.
    pub contract: String,
}

impl Case {
    /// What is sent, as a number that no other call is likely to have.
    pub fn sent(&self) -> u64 {
        let Step { path, query, body, .. } = &self.step;
        let mut hasher = DefaultHasher::new();
        json!([path, query, body]).to_string().hash(&mut hasher);
        hasher.finish()
    }
}

/// Makes the cases of operations.
pub(crate) struct Generator<'a> {
    pub contract: &'a Contract,
    pub judge: &'a Judge,
    pub table: &'a Table,
    pub seed: u64,
    /// The most cases of each sign.
    pub most: usize,
}

impl<'g> Generator<'g> {
    /// The cases of one operation: the valid ones first, the plainest of all at their head. They are made one after the
    /// other, as they are asked for: thousands need no more room than one.
    ///
    /// `variables` is the state that calls of the operation rest on. It is asked only whether calls with it fit; what a
    /// case holds are the names of variables.
    pub fn cases<'a>(
        &'a self,
        operation: &'a Operation,
        variables: &Variables,
    ) -> impl Iterator<Item = Case> + use<'a, 'g> {
        self.making(operation, variables).into_iter().flatten()
    }

    /// `None` if not even the plainest call can be made.
    fn making<'a>(&'a self, operation: &'a Operation, variables: &Variables) -> Option<Making<'a>> {
        let given = self.table.given(&operation.id);
        let base = self.base(operation, &Maker { given: &given })?;
        let valid = self.table.find(&operation.id, |rule| rule.only_invalid.as_ref()).is_none();
        let most = self.table.find(&operation.id, |rule| rule.most).unwrap_or(self.most).min(self.most);
        Some(Making {
            generator: self,
            operation,
            variables: variables.clone(),
            given,
            base,
            dice: Dice::new(self.seed, &operation.id),
            sent: HashSet::new(),
            stage: Stage::Edges,
            chosen: Vec::new().into_iter(),
            valid: if valid { most } else { 0 },
        })
    }

    /// The plainest call, on which all others are built.
    fn base(&self, operation: &Operation, maker: &Maker<'_>) -> Option<Step> {
        let chain = self.table.chain(operation);
        let mut step = Step { call: operation.id.clone(), ..Step::default() };
        for parameter in &operation.parameters {
            let name = &parameter.name;
            let wanted = parameter.required && !parameter.is_directory();
            match parameter.place {
                Place::Path if chain.is_some_and(|chain| chain.gives(name)) => {
                    step.path.insert(name.clone(), format!("{{{name}}}"));
                }
                Place::Path => {
                    let value = self.parameter(maker, parameter, "path", &mut Style::Minimal)?;
                    step.path.insert(name.clone(), boundaries::short(&value));
                }
                Place::Query if wanted => {
                    let value = self.parameter(maker, parameter, "query", &mut Style::Minimal)?;
                    step.query.insert(name.clone(), value);
                }
                Place::Query | Place::Elsewhere => {}
            }
        }
        if let Some(node) = self.body(operation) {
            step.body = Some(maker.make(&node, "", &mut Style::Minimal, DEPTH)?);
        }
        Some(step)
    }

    fn valid(&self, operation: &Operation, maker: &Maker<'_>, base: &Step) -> Vec<Case> {
        let accepted = |name: String, step: Step| Case { name, step, expect: Expect::Accepted };
        let mut cases = vec![accepted("plain".to_owned(), base.clone())];
        if base.body == Some(json!({})) {
            cases.push(accepted("no body".to_owned(), Step { body: None, ..base.clone() }));
        }
        if let Some(full) = self.whole(operation, maker, base, &mut Style::Full) {
            cases.push(accepted("everything".to_owned(), full));
        }
        if let Some(body) = &operation.body {
            for (number, example) in examples(self.contract, &body.schema).enumerate() {
                let step = Step { body: Some(example.clone()), ..base.clone() };
                cases.push(accepted(format!("body: example {}", number + 1), step));
            }
        }
        for parameter in queries(operation) {
            for (number, example) in examples(self.contract, &parameter.schema).enumerate() {
                let mut step = base.clone();
                step.query.insert(parameter.name.clone(), example.clone());
                cases.push(accepted(format!("query {}: example {}", parameter.name, number + 1), step));
            }
            let Some(node) = Node::at(self.contract, &parameter.schema) else { continue };
            for edge in maker.boundaries(&node, &format!("query {}", parameter.name), DEPTH) {
                let mut step = base.clone();
                step.query.insert(parameter.name.clone(), edge.value);
                cases.push(accepted(format!("{}: {}", edge.at, edge.what), step));
            }
        }
        if let Some(node) = self.body(operation) {
            for edge in maker.boundaries(&node, "", DEPTH) {
                let name = format!("{}: {}", in_body(&edge.at), edge.what);
                cases.push(accepted(name, Step { body: Some(edge.value), ..base.clone() }));
            }
        }
        cases
    }

    /// A call with body and query in this style.
    fn whole(
        &self,
        operation: &Operation,
        maker: &Maker<'_>,
        base: &Step,
        style: &mut Style<'_>,
    ) -> Option<Step> {
        let mut step = base.clone();
        for parameter in queries(operation) {
            let wanted = match style {
                Style::Random(dice) => parameter.required || dice.coin(),
                Style::Minimal | Style::Full => true,
            };
            if wanted {
                step.query.insert(parameter.name.clone(), self.parameter(maker, parameter, "query", style)?);
            }
        }
        if let Some(node) = self.body(operation) {
            step.body = Some(maker.make(&node, "", style, DEPTH)?);
        }
        Some(step)
    }

    fn invalid(&self, operation: &Operation, maker: &Maker<'_>, base: &Step) -> Vec<Case> {
        let mut cases = Vec::new();
        let mut add = |at: String, keyword: &'static str, how: &str, contract: String, step: Step| {
            let name = format!("{at}: {keyword} {how}").trim_end().to_owned();
            cases.push(Case { name, step, expect: Expect::Refused(Breach { at, keyword, contract }) });
        };
        for parameter in &operation.parameters {
            let word = match parameter.place {
                Place::Path => "path",
                Place::Query if !parameter.is_directory() => "query",
                Place::Query | Place::Elsewhere => continue,
            };
            let at = format!("{word} {}", parameter.name);
            if parameter.required && parameter.place == Place::Query {
                let mut step = base.clone();
                step.query.shift_remove(&parameter.name);
                add(at.clone(), "required", "", parameter.schema.clone(), step);
            }
            let Some(node) = Node::at(self.contract, &parameter.schema) else { continue };
            for violation in maker.violations(&node, &at, DEPTH) {
                // A list or an object has no one form as a text, and null has none at all.
                if violation.value.is_array() || violation.value.is_object() || violation.value.is_null() {
                    continue;
                }
                let mut step = base.clone();
                match parameter.place {
                    Place::Path => {
                        let text = violation
                            .value
                            .as_str()
                            .map_or_else(|| violation.value.to_string(), str::to_owned);
                        step.path.insert(parameter.name.clone(), text);
                    }
                    _ => {
                        step.query.insert(parameter.name.clone(), violation.value);
                    }
                }
                add(violation.at, violation.keyword, &violation.how, violation.contract, step);
            }
        }
        if let Some(node) = self.body(operation) {
            for violation in maker.violations(&node, "", DEPTH) {
                let step = Step { body: Some(violation.value), ..base.clone() };
                add(in_body(&violation.at), violation.keyword, &violation.how, violation.contract, step);
            }
        }
        cases
    }

    /// Calls for ids that nobody has, where the contract has a 404 for them.
    fn unknown(&self, operation: &Operation, base: &Step) -> Vec<Case> {
        let mut cases = Vec::new();
        if !operation.answers.contains_key("404") {
            return cases;
        }
        for parameter in operation.parameters.iter().filter(|parameter| parameter.place == Place::Path) {
            let Some(unknown) = self.table.unknown.get(&parameter.name) else { continue };
            // What has a prefix has a form that can be wrong; all else is a name.
            let malformed = unknown.contains('_').then_some(("malformed id", "malformed", true));
            let contradicts = base
                .body
                .as_ref()
                .is_some_and(|body| body.to_string().contains(&format!("{{{}}}", parameter.name)));
            let unknown = Some(("unknown id", unknown.as_str(), contradicts));
            for (what, id, any_refusal) in unknown.into_iter().chain(malformed) {
                let mut step = base.clone();
                step.path.insert(parameter.name.clone(), id.to_owned());
                let at = format!("path {}", parameter.name);
                cases.push(Case {
                    name: format!("{at}: {what}"),
                    step,
                    expect: Expect::NotFound { at, any_refusal },
                });
            }
        }
        cases
    }

    fn parameter(
        &self,
        maker: &Maker<'_>,
        parameter: &Parameter,
        word: &str,
        style: &mut Style<'_>,
    ) -> Option<Value> {
        let node = Node::at(self.contract, &parameter.schema)?;
        maker.make(&node, &format!("{word} {}", parameter.name), style, DEPTH)
    }

    fn body<'a>(&'a self, operation: &Operation) -> Option<Node<'a>> {
        Node::at(self.contract, &operation.body.as_ref()?.schema)
    }

    /// Whether a call, all variables filled in, is what it was meant to be. Asked again before it is sent.
    pub fn right(&self, operation: &Operation, case: &Case, variables: &Variables) -> bool {
        // Where the directory is, the schema does not mind.
        let Ok(call) = case.step.filled(operation, variables, "/") else { return false };
        let filled = operation.segments().zip(&call.segments);
        let sendable = filled.filter(|(segment, _)| parameter_of(segment).is_some());
        if !sendable.map(|(_, text)| text).all(|text| fits::is_segment(text)) {
            return false;
        }
        let misfits = misfits(self.contract, self.judge, operation, &call);
        match &case.expect {
            Expect::Accepted | Expect::NotFound { .. } => misfits.is_empty(),
            Expect::Refused(breach) => {
                let [misfit] = misfits.as_slice() else { return false };
                let place = breach.at.split(" /").next().unwrap_or_default();
                misfit.at == place && !misfit.known
            }
        }
    }
}

/// The examples that the contract gives beside a schema, for a parameter or a body.
fn examples<'a>(contract: &'a Contract, schema: &str) -> impl Iterator<Item = &'a Value> {
    let holder = schema.strip_suffix("/schema").and_then(|holder| contract.document.pointer(holder));
    let named = holder.and_then(|holder| holder.get("examples")).and_then(Value::as_object);
    let named =
        named.into_iter().flat_map(|examples| examples.values()).filter_map(|example| example.get("value"));
    holder.and_then(|holder| holder.get("example")).into_iter().chain(named)
}

/// Parameters in the query, but for the project's directory, which every call has.
fn queries(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    let query = |parameter: &&Parameter| parameter.place == Place::Query && !parameter.is_directory();
    operation.parameters.iter().filter(query)
}

fn in_body(at: &str) -> String {
    if at.is_empty() { "body".to_owned() } else { format!("body {at}") }
}
