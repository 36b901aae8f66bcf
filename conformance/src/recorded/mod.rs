//! Recorded requests: what a client really said to some server, as valid cases of generated calls.
//!
//! Start at [`Recorded::read`]. They are taken from files of exchanges ([`har`]) and made fit to be sent here ([`adapt`]);
//! whether they fit the contract is judged when the state they rest on is there, as for every generated case. What is not
//! sent is told with its reason in the report. Credentials and all other headers stay in the file.

mod adapt;
mod har;

use std::collections::{BTreeMap, HashSet};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use url::Url;

use crate::contract::Contract;
use crate::generate::{Case, Table};
use crate::report::Requests;
use crate::routes::Routes;
use crate::{Options, RunError};

/// How the names of their cases begin.
const PREFIX: &str = "recorded ";

/// Where the request of a case stands: file, and number in it.
pub(crate) fn place(case: &Case) -> &str {
    case.name.strip_prefix(PREFIX).unwrap_or(&case.name)
}

/// The recorded requests of a replay.
#[derive(Debug, Default)]
pub(crate) struct Recorded {
    /// By operation, in the order of the files.
    cases: BTreeMap<String, Vec<Case>>,
    /// What is known of them before any is sent.
    pub told: Option<Requests>,
}

impl Recorded {
    /// Reads the files that the options name.
    ///
    /// # Errors
    /// One cannot be read, or is no such file.
    pub fn read(options: &Options, contract: &Contract) -> Result<Recorded, RunError> {
        if options.requests.is_empty() {
            return Ok(Recorded::default());
        }
        let mut reader = Reader {
            contract,
            routes: Routes::of(contract),
            table: Table::embedded(),
            most: options.cases,
            base: Url::parse(&options.base_url).as_ref().map(adapt::segments).unwrap_or_default(),
            seen: HashSet::new(),
            cases: BTreeMap::new(),
            told: Requests::default(),
        };
        for path in &options.requests {
            let unreadable = |source| RunError::Requests { path: path.clone(), source };
            let file = File::open(path).map_err(|error| unreadable(serde_json::Error::io(error)))?;
            let (name, mut number) = (file_name(path), 0);
            let mut each = |entry| {
                number += 1;
                reader.entry(format!("{name} {number}"), &entry);
            };
            har::read(BufReader::new(file), &mut each).map_err(unreadable)?;
        }
        Ok(Recorded { cases: reader.cases, told: Some(reader.told) })
    }

    /// Those of one operation.
    pub fn of(&self, operation: &str) -> &[Case] {
        self.cases.get(operation).map_or(&[], Vec::as_slice)
    }
}

struct Reader<'a> {
    contract: &'a Contract,
    routes: Routes,
    table: Table,
    /// Of each operation.
    most: usize,
    /// Segments of the path below which the server under trial is.
    base: Vec<String>,
    /// What there is already.
    seen: HashSet<(String, u64)>,
    cases: BTreeMap<String, Vec<Case>>,
    told: Requests,
}

impl Reader<'_> {
    fn entry(&mut self, name: String, entry: &har::Entry) {
        self.told.read += 1;
        if let Err(reason) = self.take(&name, entry) {
            self.told.leave_out(&reason, format!("{name}: {}", shown(entry)));
        }
    }

    fn take(&mut self, name: &str, entry: &har::Entry) -> Result<(), String> {
        let stranger = || "it is no operation of the contract".to_owned();
        let url = Url::parse(&entry.request.url).map_err(|_| stranger())?;
        let segments = adapt::segments(&url);
        let below = segments.strip_prefix(self.base.as_slice()).unwrap_or(&segments);
        let operation = self.routes.operation(&entry.request.method, below).ok_or_else(stranger)?;
        let operation = &self.contract.operations[operation];
        let case = adapt::case(format!("{PREFIX}{name}"), operation, &self.table, entry, below, &url)?;
        if !self.seen.insert((operation.id.clone(), case.sent())) {
            return Err("it says the same as one before it".to_owned());
        }
        let cases = self.cases.entry(operation.id.clone()).or_default();
        if cases.len() >= self.most {
            return Err(format!("there were {} others of {} before it", self.most, operation.id));
        }
        cases.push(case);
        Ok(())
    }
}

/// Method and path, as they were recorded.
fn shown(entry: &har::Entry) -> String {
    let har::Request { method, url, .. } = &entry.request;
    let path = url.split(['?', '#']).next().unwrap_or_default();
    format!("{method} {}", crate::explain::shortened(path, 120))
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy()).into_owned()
}

#[cfg(test)]
mod tests;
