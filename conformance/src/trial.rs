//! What every room of the replay works with: the server, the contract, the project, and where results go.
//!
//! Start at [`Trial`]. What a room does with it is the room's own affair; `replay` calls them in their order.

use std::sync::{Arc, Mutex, PoisonError};

use crate::Options;
use crate::against::Tape;
use crate::client::Client;
use crate::contract::{Contract, Operation};
use crate::generate::Case;
use crate::judge::{Judge, Received};
use crate::plan::Plan;
use crate::project::Project;
use crate::recorded;
use crate::report::{Exchange, Kind, Requests, SERVER, Verdict};

/// One replay under way.
pub(crate) struct Trial<'a> {
    pub client: Client,
    pub judge: Arc<Judge>,
    pub contract: &'a Contract,
    pub project: &'a Project,
    pub options: &'a Options,
    pub plan: &'a Plan,
    /// Where answers are kept for another server to be held against.
    pub tape: Option<Arc<Tape>>,
    results: Mutex<Results<'a>>,
    /// What becomes of recorded requests. In a replay of failures nothing is left out: the others were never meant.
    requests: Mutex<Option<Requests>>,
}

/// Judged exchanges in the order in which they were told, and who else wants to hear of each.
struct Results<'a> {
    /// In pieces as they come, each of one operation: a list of thousands would take as much room again to grow or to move.
    exchanges: Vec<Vec<Exchange>>,
    progress: &'a mut (dyn FnMut(&Exchange) + Send),
}

impl<'a> Trial<'a> {
    pub fn new(
        client: Client,
        judge: Arc<Judge>,
        contract: &'a Contract,
        project: &'a Project,
        options: &'a Options,
        plan: &'a Plan,
        progress: &'a mut (dyn FnMut(&Exchange) + Send),
    ) -> Trial<'a> {
        let results = Mutex::new(Results { exchanges: Vec::new(), progress });
        let requests = plan.recorded.told.clone().filter(|_| options.again.is_none());
        let requests = Mutex::new(requests);
        Trial { client, judge, contract, project, options, plan, tape: None, results, requests }
    }

    /// Whether the report is to speak of this operation. What concerns the whole server always is told.
    pub fn reported(&self, operation: &str) -> bool {
        operation == SERVER || self.plan.reported.contains(operation)
    }

    /// Whether cases of this kind are to be played at all.
    pub fn plays(&self, kind: Kind) -> bool {
        let Options { kinds, again, .. } = self.options;
        // Whoever names another server wants to hear of it, whatever kinds are compared.
        if kind == Kind::Against && self.tape.is_some() {
            return true;
        }
        (kinds.is_empty() || kinds.contains(&kind)) && again.as_ref().is_none_or(|again| again.has(kind))
    }

    /// Whether this case is to be played for its own sake: not if only others are to be repeated.
    pub fn wanted(&self, operation: &str, kind: Kind, case: &str) -> bool {
        let again = self.options.again.as_ref();
        let repeats = again.is_none_or(|again| again.wants(operation, kind, case));
        repeats && self.plays(kind) && self.reported(operation)
    }

    /// Puts a judged exchange into the report, if it is wanted there.
    pub fn tell(&self, exchange: Exchange) {
        self.tell_all(vec![exchange]);
    }

    /// The same for several of one operation, in their order.
    pub fn tell_all(&self, mut exchanges: Vec<Exchange>) {
        exchanges.retain(|exchange| self.wanted(&exchange.operation, exchange.kind, &exchange.case));
        self.put_all(exchanges);
    }

    /// Puts into the report what belongs there whatever was asked for.
    pub fn put(&self, exchange: Exchange) {
        self.put_all(vec![exchange]);
    }

    fn put_all(&self, mut exchanges: Vec<Exchange>) {
        let mut results = self.results.lock().unwrap_or_else(PoisonError::into_inner);
        for exchange in &mut exchanges {
            if !self.is_repeated(&exchange.verdict) {
                exchange.curl = None;
            }
            // Thousands of exchanges stay until the end.
            exchange.request.shrink_to_fit();
            (results.progress)(exchange);
        }
        exchanges.shrink_to_fit();
        results.exchanges.push(exchanges);
    }

    /// Whether somebody may want to send it again. What differs from nothing need not be repeated, and thousands of such
    /// lines would be most of the report; beside another server it may yet differ.
    pub fn is_repeated(&self, verdict: &Verdict) -> bool {
        !verdict.findings().is_empty() || self.tape.is_some()
    }

    /// Keeps an answer, if it is to be held against that of another server.
    pub fn keep(&self, operation: &str, kind: Kind, case: &str, received: &Received) {
        if let Some(tape) = &self.tape {
            tape.keep(operation, kind, case, received);
        }
    }

    /// Notes what became of a recorded request: why it was left out, if it was not sent.
    pub fn recorded(&self, operation: &Operation, case: &Case, left_out: Option<&str>) {
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        match (requests.as_mut(), left_out) {
            (Some(requests), Some(reason)) => {
                requests.leave_out(reason, format!("{}: {}", recorded::place(case), operation.line()));
            }
            (Some(requests), None) => requests.sent += 1,
            (None, _) => {}
        }
    }

    /// A copy of what was told until now.
    pub fn told(&self) -> Vec<Exchange> {
        self.results.lock().unwrap_or_else(PoisonError::into_inner).exchanges.concat()
    }

    /// All that was told, in pieces of one operation each, and what became of recorded requests.
    pub fn into_told(self) -> (Vec<Vec<Exchange>>, Option<Requests>) {
        let results = self.results.into_inner().unwrap_or_else(PoisonError::into_inner);
        (results.exchanges, self.requests.into_inner().unwrap_or_else(PoisonError::into_inner))
    }
}
