//! What cannot hold on one of the two servers: `differences.toml`, a list that may only shrink.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Where the list stands.
const LIST: &str = include_str!("../differences.toml");

#[derive(Deserialize)]
struct List {
    #[serde(default)]
    difference: Vec<Difference>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Difference {
    case: String,
    /// As [`Place::name`](super::subject::Place::name) says it.
    server: String,
    reason: String,
    says: String,
}

/// The entries of one server, by the name of the case.
pub struct Differences(BTreeMap<String, Expected>);

/// How a case fails.
pub struct Expected {
    pub reason: String,
    /// What its failure says; with other words it fails for another reason.
    pub says: String,
}

impl Differences {
    /// Those of the server with this name.
    pub fn of(server: &str) -> Differences {
        let list: List = toml::from_str(LIST).expect("differences.toml is a list of differences");
        for entry in &list.difference {
            let known = super::subject::NAMES.contains(&entry.server.as_str());
            assert!(known, "{}: there is no server {}", entry.case, entry.server);
            assert!(!entry.reason.trim().is_empty(), "{} has no reason", entry.case);
            assert!(!entry.says.trim().is_empty(), "{} does not say how it fails", entry.case);
        }
        let own = list.difference.into_iter().filter(|entry| entry.server == server);
        let expected = |entry: Difference| (entry.case, Expected { reason: entry.reason, says: entry.says });
        Differences(own.map(expected).collect())
    }

    /// How and why this case fails, once.
    pub fn take(&mut self, case: &str) -> Option<Expected> {
        self.0.remove(case)
    }

    /// The entries that no case has taken.
    pub fn left(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
