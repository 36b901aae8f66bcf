//! The rules by which changes are classified. Their ids are stable: severity and accept files name them.

use super::Level;

/// One kind of change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Named as in oasdiff where the meaning is the same, for example `api-path-removed-without-deprecation`.
    pub id: &'static str,
    /// Unless a severity file says otherwise.
    pub level: Level,
    /// One sentence, for example `an operation is gone`.
    pub summary: &'static str,
}

/// All rules, in the order in which `contract rules` lists them.
pub const RULES: &[Rule] = &[];

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}
