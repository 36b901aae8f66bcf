//! What the schemas cannot say about single operations: `cases/generated.toml`.
//!
//! Start at [`Table`], whose form is that of the file.

use indexmap::IndexMap;
use serde::Deserialize;
use serde_json::Value;

use crate::client::Call;
use crate::contract::{Operation, Place};
use crate::plan::Step;

/// The whole table.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Table {
    /// Ids of the right form that nothing has, by the name of their path parameter.
    pub unknown: IndexMap<String, String>,
    /// Ways to prepare the state that calls rest on.
    pub chain: Vec<Chain>,
    pub rule: Vec<Rule>,
}

/// Calls that prepare a state; what they capture can be used in paths and prescribed values.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Chain {
    pub name: String,
    pub step: Vec<Step>,
    /// Takes the state away again.
    #[serde(default)]
    pub undo: Vec<Step>,
}

/// What is to be known about some operations. A text is the reason, for whoever reads the table.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    pub calls: Vec<String>,
    /// Nothing is generated.
    pub never: Option<String>,
    /// Nothing valid is generated; the stories have valid calls.
    pub only_invalid: Option<String>,
    /// Concerns the whole server: only where all of it may be changed.
    pub shared: Option<String>,
    /// Not beside other calls, and after them.
    pub alone: Option<String>,
    /// Each call gets a state of its own, because it uses it up.
    pub fresh: Option<String>,
    /// The schema allows more than can be done: a documented refusal of a valid call is right.
    pub may_refuse: Option<String>,
    /// It may be refused only with this text somewhere in it.
    pub refused_text: Option<String>,
    /// The name of the chain; default: the first that has all ids of the path.
    pub state: Option<String>,
    /// The only values to be sent at a place of valid calls, the first of them in every call that does not say otherwise:
    /// `/model/providerID` in the body, `query path`, `path name`. `*` stands for any one part of a pointer.
    #[serde(default)]
    pub given: IndexMap<String, Vec<Value>>,
    /// The most valid cases, if fewer than elsewhere.
    pub most: Option<usize>,
    /// Played after each call that was accepted, with `{answer}` for the answer's `/id` or `/directory`.
    #[serde(default)]
    pub undo: Vec<Step>,
}

/// Prescribed values by their place in the call.
#[derive(Clone, Debug, Default)]
pub(crate) struct Given(IndexMap<String, Vec<Value>>);

impl Table {
    /// The table of this crate.
    pub fn embedded() -> Table {
        let text = include_str!("../../cases/generated.toml");
        toml::from_str(text).unwrap_or_else(|error| panic!("cases/generated.toml: {error}"))
    }

    pub fn rules<'a>(&'a self, operation: &'a str) -> impl Iterator<Item = &'a Rule> {
        self.rule.iter().filter(move |rule| rule.calls.iter().any(|call| call == operation))
    }

    /// What the first rule of the operation that says anything says.
    pub fn find<'a, T>(&'a self, operation: &'a str, what: impl Fn(&'a Rule) -> Option<T>) -> Option<T> {
        self.rules(operation).find_map(what)
    }

    pub fn given(&self, operation: &str) -> Given {
        let rules = self.rules(operation).flat_map(|rule| &rule.given);
        Given(rules.map(|(place, values)| (place.clone(), values.clone())).collect())
    }

    /// Whether a valid call may be refused, for a reason that the table gives.
    pub fn may_refuse(&self, operation: &str, call: &Call) -> bool {
        let sent = || {
            format!("{} {:?} {}", call.segments.join("/"), call.query, call.body.clone().unwrap_or_default())
        };
        let mut rules = self.rules(operation).filter(|rule| rule.may_refuse.is_some());
        rules.any(|rule| rule.refused_text.as_ref().is_none_or(|text| sent().contains(text)))
    }

    /// The chain that prepares what the operation needs, if it needs anything.
    pub fn chain(&self, operation: &Operation) -> Option<&Chain> {
        if let Some(name) = self.find(&operation.id, |rule| rule.state.as_ref()) {
            return self.chain.iter().find(|chain| chain.name == *name);
        }
        let given = self.given(&operation.id);
        let ids = operation.parameters.iter().filter(|parameter| parameter.place == Place::Path);
        let mut ids = ids.map(|parameter| &parameter.name);
        let ids: Vec<_> = ids.by_ref().filter(|name| given.at(&format!("path {name}")).is_none()).collect();
        let has_all = |chain: &&Chain| !ids.is_empty() && ids.iter().all(|id| chain.gives(id));
        self.chain.iter().find(has_all)
    }
}

impl Chain {
    pub fn gives(&self, variable: &str) -> bool {
        self.step.iter().any(|step| step.capture.contains_key(variable))
    }
}

impl Given {
    pub fn at(&self, place: &str) -> Option<&[Value]> {
        let fits = |pattern: &str| {
            let parts = || pattern.split('/').zip(place.split('/'));
            pattern.split('/').count() == place.split('/').count()
                && parts().all(|(wanted, part)| wanted == "*" || wanted == part)
        };
        self.0.iter().find(|(pattern, _)| fits(pattern)).map(|(_, values)| values.as_slice())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_table_speaks_of_operations_and_chains_that_are_there() {
        let (table, contract) = (Table::embedded(), crate::embedded_contract());
        let steps = table.chain.iter().flat_map(|chain| chain.step.iter().chain(&chain.undo));
        let steps = steps.chain(table.rule.iter().flat_map(|rule| &rule.undo)).map(|step| &step.call);
        for call in table.rule.iter().flat_map(|rule| &rule.calls).chain(steps) {
            assert!(contract.operations.contains_key(call), "{call} is no operation");
        }
        for name in table.rule.iter().filter_map(|rule| rule.state.as_ref()) {
            assert!(table.chain.iter().any(|chain| chain.name == *name), "{name} is no chain");
        }
    }

    #[test]
    fn every_rule_gives_its_reason() {
        for rule in Table::embedded().rule {
            let reasons =
                [rule.never, rule.only_invalid, rule.shared, rule.alone, rule.fresh, rule.may_refuse];
            for reason in reasons.into_iter().flatten() {
                assert!(reason.split_whitespace().count() > 3, "{:?}: {reason:?} is no reason", rule.calls);
            }
        }
    }

    #[test]
    fn every_id_of_a_path_is_prepared_or_prescribed() {
        let (table, contract) = (Table::embedded(), crate::embedded_contract());
        let mut missing = BTreeSet::new();
        for operation in contract.operations.values() {
            let (given, chain) = (table.given(&operation.id), table.chain(operation));
            let never = table.find(&operation.id, |rule| rule.never.as_ref()).is_some();
            for parameter in operation.parameters.iter().filter(|parameter| parameter.place == Place::Path) {
                let known = given.at(&format!("path {}", parameter.name)).is_some()
                    || chain.is_some_and(|chain| chain.gives(&parameter.name));
                if !known && !never {
                    missing.insert((operation.id.as_str(), parameter.name.as_str()));
                }
            }
        }
        assert_eq!(missing, BTreeSet::new());
    }

    #[test]
    fn a_star_stands_for_one_part_of_a_place() {
        let values = vec![Value::Null];
        let given = Given(
            [("/parts/*/url", &values), ("query path", &values)]
                .map(|(place, values)| (place.to_owned(), values.clone()))
                .into(),
        );
        assert!(given.at("/parts/0/url").is_some() && given.at("query path").is_some());
        assert!(given.at("/parts/0/x/url").is_none() && given.at("/parts/0").is_none());
    }
}
