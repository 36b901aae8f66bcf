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
}

/// The entries of one server: the name of a case and the reason.
pub struct Differences(BTreeMap<String, String>);

impl Differences {
    /// Those of the server with this name.
    pub fn of(server: &str) -> Differences {
        let list: List = toml::from_str(LIST).expect("differences.toml is a list of differences");
        for entry in &list.difference {
            let known = super::subject::NAMES.contains(&entry.server.as_str());
            assert!(known, "{}: there is no server {}", entry.case, entry.server);
            assert!(!entry.reason.trim().is_empty(), "{} has no reason", entry.case);
        }
        let own = list.difference.into_iter().filter(|entry| entry.server == server);
        Differences(own.map(|entry| (entry.case, entry.reason)).collect())
    }

    /// The reason why this case fails, once.
    pub fn take(&mut self, case: &str) -> Option<String> {
        self.0.remove(case)
    }

    /// The entries that no case has taken.
    pub fn left(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
