//! What each request may take and how often it may be sent: [`Rule::of`], found by method and path, so that it is the
//! same for the operations and for whatever [`Client::execute`](crate::Client::execute) sends.

use reqwest::Method;

/// How a request is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    /// Whether the time limit of the client holds for it.
    pub(crate) limited: bool,
    pub(crate) safe: Safe,
}

/// What may be done twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Safe {
    /// Nothing.
    Never,
    /// Only what the server has not begun with.
    Unseen,
    /// All.
    Always,
}

/// Operations that are no request like any other of their method. Most of them last as long as the work that they ask
/// for, or as somebody takes to answer them, and so have no time limit.
const EXCEPTIONS: [(&str, &str, Rule); 16] = [
    // They run a model.
    ("POST", "/session/{sessionID}/message", endless(Safe::Never)),
    ("POST", "/session/{sessionID}/prompt_async", Rule { limited: true, safe: Safe::Never }),
    ("POST", "/session/{sessionID}/command", endless(Safe::Never)),
    ("POST", "/session/{sessionID}/shell", endless(Safe::Never)),
    ("POST", "/session/{sessionID}/summarize", endless(Safe::Never)),
    ("POST", "/session/{sessionID}/init", endless(Safe::Never)),
    // Event streams reconnect by themselves.
    ("GET", "/event", endless(Safe::Never)),
    ("GET", "/global/event", endless(Safe::Never)),
    // A long poll, which takes what it reads.
    ("GET", "/tui/control/next", endless(Safe::Unseen)),
    // A person signs in with a browser.
    ("POST", "/mcp/{name}/auth/authenticate", endless(Safe::Unseen)),
    ("POST", "/provider/{providerID}/oauth/callback", endless(Safe::Unseen)),
    // A worktree is made by git and by the start script of the project.
    ("POST", "/experimental/worktree", endless(Safe::Unseen)),
    // Done twice, they change nothing more; not done, a run may wait or go on for ever.
    ("POST", "/permission/{requestID}/reply", Rule { limited: true, safe: Safe::Always }),
    ("POST", "/question/{requestID}/reply", Rule { limited: true, safe: Safe::Always }),
    ("POST", "/question/{requestID}/reject", Rule { limited: true, safe: Safe::Always }),
    ("POST", "/session/{sessionID}/abort", Rule { limited: true, safe: Safe::Always }),
];

const fn endless(safe: Safe) -> Rule {
    Rule { limited: false, safe }
}

impl Rule {
    /// `path` may have that of the server's address before it.
    pub(crate) fn of(method: &Method, path: &str) -> Rule {
        let exception =
            EXCEPTIONS.iter().find(|(of, template, _)| *method == *of && ends_with(path, template));
        if let Some((.., rule)) = exception {
            return *rule;
        }
        let idempotent = [Method::GET, Method::HEAD, Method::PUT, Method::DELETE].contains(method);
        Rule { limited: true, safe: if idempotent { Safe::Always } else { Safe::Unseen } }
    }
}

/// Whether a path ends with a path of the contract, whose variables stand in braces.
fn ends_with(path: &str, template: &str) -> bool {
    let mut parts = path.rsplit('/');
    template.rsplit('/').filter(|part| !part.is_empty()).all(|wanted| {
        parts.next().is_some_and(|part| part == wanted || (wanted.starts_with('{') && !part.is_empty()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::OPERATIONS;

    #[test]
    fn exceptions_are_operations_of_the_contract_and_no_others() {
        let mut excepted = Vec::new();
        for (id, method, path, _) in OPERATIONS {
            let method = method.parse::<Method>().expect("a method");
            let rule = Rule::of(&method, &path.replace(['{', '}'], ""));
            assert_eq!(rule, Rule::of(&method, &format!("/below{path}")), "{id}");
            let usual =
                if method == Method::POST || method == Method::PATCH { Safe::Unseen } else { Safe::Always };
            if (rule != Rule { limited: true, safe: usual }) {
                excepted.push(id);
            }
        }
        assert_eq!(excepted.len(), EXCEPTIONS.len(), "{excepted:?}");
        for id in
            ["session.prompt", "session.prompt_async", "global.event", "tui.control.next", "worktree.create"]
        {
            assert!(excepted.contains(&id), "{id} is not in {excepted:?}");
        }
    }

    #[test]
    fn only_what_can_do_no_harm_is_done_twice() {
        for (method, path, safe) in [
            (Method::GET, "/session", Safe::Always),
            (Method::PUT, "/auth/p", Safe::Always),
            (Method::DELETE, "/session/ses_1", Safe::Always),
            (Method::PATCH, "/session/ses_1", Safe::Unseen),
            (Method::POST, "/session", Safe::Unseen),
            (Method::GET, "/session/ses_1/message", Safe::Always),
            (Method::POST, "/session/ses_1/message", Safe::Never),
            (Method::POST, "/session//message", Safe::Unseen),
            (Method::POST, "/of/a/newer/server", Safe::Unseen),
        ] {
            assert_eq!(Rule::of(&method, path).safe, safe, "{method} {path}");
        }
    }
}
