//! How far the replay is: a bar with live counts on a terminal, a line for each stage elsewhere.

use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use opencode_conformance::{Exchange, Kind, SERVER, Side, Verdict};

use crate::output;

/// What was told so far.
pub struct Progress {
    /// Hidden where there is no terminal.
    bar: ProgressBar,
    plain: bool,
    /// The server that is played to; the one beside, if there is one, comes first.
    side: Side,
    /// Stages follow one another; in each, operations do.
    stage: Option<&'static str>,
    operations: BTreeSet<String>,
    calls: Counts,
    here: Counts,
}

#[derive(Clone, Copy, Default)]
struct Counts {
    calls: usize,
    fail: usize,
    known: usize,
    not_built: usize,
}

impl Progress {
    /// Nothing told yet, of so many operations.
    pub fn begin(operations: usize) -> Progress {
        let plain = !std::io::stderr().is_terminal();
        let bar = if plain { ProgressBar::hidden() } else { ProgressBar::new(operations as u64) };
        let template = "{elapsed_precise} {prefix:<20} {bar:24} {pos:>3}/{len} {wide_msg}";
        // The template is a constant; without it the bar has the look of indicatif's own.
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        if !plain {
            bar.enable_steady_tick(Duration::from_millis(200));
        }
        let (calls, here) = (Counts::default(), Counts::default());
        Progress { bar, plain, side: Side::Here, stage: None, operations: BTreeSet::new(), calls, here }
    }

    /// One more exchange.
    pub fn told(&mut self, side: Side, exchange: &Exchange) {
        let stage = stage(exchange.kind);
        if self.side != side {
            self.stage_ended();
            // What fails on one of them says nothing of the other.
            (self.side, self.calls) = (side, Counts::default());
        }
        if self.stage != Some(stage) {
            self.stage_ended();
            self.stage = Some(stage);
            self.bar.set_prefix(self.named(stage));
        }
        self.calls.add(exchange);
        self.here.add(exchange);
        // What concerns the server as a whole is no operation.
        if exchange.operation != SERVER && !self.operations.contains(&exchange.operation) {
            self.operations.insert(exchange.operation.clone());
            self.bar.set_position(self.operations.len() as u64);
        }
        if !self.plain {
            self.bar.set_message(format!("{}  {}", self.calls.words(), exchange.operation));
        }
    }

    /// The last exchange was told.
    pub fn end(&mut self) {
        self.stage_ended();
        self.bar.finish_and_clear();
    }

    /// A stage, and of which server.
    fn named(&self, stage: &str) -> String {
        match self.side {
            Side::Here => stage.to_owned(),
            Side::There => format!("the other server, {stage}"),
        }
    }

    fn stage_ended(&mut self) {
        if let Some(stage) = self.stage.take().filter(|_| self.plain) {
            let (words, operations) = (self.here.words(), self.operations.len());
            output::tell(format_args!("{}: {operations} operations, {words}", self.named(stage)));
        }
        self.operations.clear();
        self.here = Counts::default();
    }
}

/// What is under way. Valid and invalid input take turns, operation by operation.
fn stage(kind: Kind) -> &'static str {
    match kind {
        Kind::Valid | Kind::Invalid => "generated input",
        kind => kind.words(),
    }
}

impl Counts {
    fn add(&mut self, exchange: &Exchange) {
        self.calls += 1;
        match exchange.verdict {
            Verdict::Fails { .. } => self.fail += 1,
            Verdict::Known { .. } => self.known += 1,
            Verdict::NotBuilt => self.not_built += 1,
            Verdict::Conforms | Verdict::NotExercised { .. } => {}
        }
    }

    fn words(self) -> String {
        let Counts { calls, fail, known, not_built } = self;
        format!("{calls} cases, {fail} fail, {known} known, {not_built} not built")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_server_as_a_whole_is_no_operation() {
        let exchange = |operation: &str| Exchange {
            operation: operation.to_owned(),
            kind: Kind::Gateway,
            case: "a case".to_owned(),
            request: String::new(),
            curl: None,
            status: Some(200),
            elapsed_ms: 0,
            verdict: Verdict::Conforms,
        };
        let mut progress = Progress::begin(1);
        for operation in [SERVER, "path.get", "path.get"] {
            progress.told(Side::Here, &exchange(operation));
        }
        assert_eq!((progress.operations.len(), progress.here.calls), (1, 3));
    }
}
