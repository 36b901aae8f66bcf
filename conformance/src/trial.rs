//! What every room of the replay works with: the server, the contract, the project, and where results go.
//!
//! Start at [`Trial`]. What a room does with it is the room's own affair; `replay` calls them in their order.

use std::sync::{Arc, Mutex, PoisonError};

use crate::Options;
use crate::client::Client;
use crate::contract::Contract;
use crate::judge::Judge;
use crate::plan::Plan;
use crate::project::Project;
use crate::report::{Exchange, SERVER};

/// One replay under way.
pub(crate) struct Trial<'a> {
    pub client: Client,
    pub judge: Arc<Judge>,
    pub contract: &'a Contract,
    pub project: &'a Project,
    pub options: &'a Options,
    pub plan: &'a Plan,
    results: Mutex<Results<'a>>,
}

/// Judged exchanges in the order in which they were told, and who else wants to hear of each.
struct Results<'a> {
    exchanges: Vec<Exchange>,
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
        Trial { client, judge, contract, project, options, plan, results }
    }

    /// Whether the report is to speak of this operation. What concerns the whole server always is told.
    pub fn reported(&self, operation: &str) -> bool {
        operation == SERVER || self.plan.reported.contains(operation)
    }

    /// Puts a judged exchange into the report, if its operation is reported on.
    pub fn tell(&self, exchange: Exchange) {
        if self.reported(&exchange.operation) {
            let mut results = self.results.lock().unwrap_or_else(PoisonError::into_inner);
            (results.progress)(&exchange);
            results.exchanges.push(exchange);
        }
    }

    /// All that was told.
    pub fn into_exchanges(self) -> Vec<Exchange> {
        self.results.into_inner().unwrap_or_else(PoisonError::into_inner).exchanges
    }
}
