//! What became of recorded requests: how many were sent, and which were not, by reason.

use schemars::JsonSchema;
use serde::Serialize;

/// Of one reason more are counted, not named: a browser's recording has hundreds that concern other things.
const MOST_NAMED: usize = 200;

/// The recorded requests of a replay.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Requests {
    /// So many were in the files.
    pub read: usize,
    /// So many became valid cases and were sent.
    pub sent: usize,
    pub left_out: Vec<LeftOut>,
}

/// Recorded requests that were not sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LeftOut {
    /// Why, in one clause.
    pub reason: String,
    pub count: usize,
    /// The first of them: file, number in it, method and URL.
    pub requests: Vec<String>,
}

impl Requests {
    /// Notes that a request is not sent.
    pub(crate) fn leave_out(&mut self, reason: &str, request: String) {
        let at = self.left_out.iter().position(|left_out| left_out.reason == reason);
        let at = at.unwrap_or_else(|| {
            self.left_out.push(LeftOut { reason: reason.to_owned(), count: 0, requests: Vec::new() });
            self.left_out.len() - 1
        });
        let left_out = &mut self.left_out[at];
        left_out.count += 1;
        if left_out.requests.len() < MOST_NAMED {
            left_out.requests.push(request);
        }
    }
}
