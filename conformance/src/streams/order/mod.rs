//! The rules of order as a pure state machine over the events of one stream: no clock, no socket. Start from
//! [`Order::see`]; what the rules are is in `rules`, what they look at in `history`.

mod history;
mod rules;
#[cfg(test)]
mod tests;

use serde_json::Value;

use crate::judge::Rule;
use history::History;
pub(crate) use history::Seen;
use rules::{AT_THE_END, OrderRule, RULES};

/// One stream, judged event by event.
#[derive(Clone, Debug, Default)]
pub(crate) struct Order {
    history: History,
}

/// A rule and what contradicts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Violation {
    /// The name of the order rule.
    pub name: &'static str,
    /// What should hold.
    pub sentence: &'static str,
    pub rule: Rule,
    /// Pointer into the event.
    pub pointer: &'static str,
    /// What was seen instead.
    pub message: String,
}

impl Order {
    /// Judges the next event of the stream. The global stream's are read through their wrapping.
    pub fn see(&mut self, event: &Value) -> Vec<Violation> {
        let Some(seen) = Seen::read(event) else { return Vec::new() };
        let broken = RULES.iter().filter_map(|rule| {
            let message = (rule.broken)(&self.history, &seen)?;
            let OrderRule { name, sentence, rule, pointer, .. } = *rule;
            Some(Violation { name, sentence, rule, pointer, message })
        });
        let violations = broken.collect();
        self.history.absorb(&seen);
        violations
    }

    /// Judges what should have come by the time at which the stream has fallen silent.
    pub fn end(&self) -> Vec<Violation> {
        let broken = AT_THE_END.iter().filter_map(|rule| {
            let message = (rule.broken)(&self.history)?;
            Some(Violation {
                name: rule.name,
                sentence: rule.sentence,
                rule: Rule::Order,
                pointer: "",
                message,
            })
        });
        broken.collect()
    }

    /// Whether sessions that begin from now on are judged only by what holds of any session: calls made at random may
    /// write what no run would, and leave runs behind.
    pub fn lenient(&mut self, lenient: bool) {
        self.history.lenient = lenient;
    }
}
