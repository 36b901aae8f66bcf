//! The replay against the real server 1.2.6, from npm.
//!
//! Every operation can be exercised there, and what is found are faults of that server or of its contract, each looked
//! at by hand. A finding that is not in the list is either a new fault or a false alarm: look before adding it.

use std::collections::BTreeSet;

use opencode_conformance::peers::{Home, Packages, Program, Server, say_aloud};
use opencode_conformance::{OperationReport, Options, Report, Rule, Verdict, run};

/// Operation, rule, pointer: each of them a real difference.
const FINDINGS: [(&str, Rule, &str); 16] = [
    // `server.connected` and `project.updated` come without the required `directory`.
    ("global.event", Rule::Event, ""),
    // The event of a command with an unknown name comes without `command`, on both streams.
    ("global.event", Rule::Event, "/payload/properties"),
    ("event.subscribe", Rule::Event, "/properties"),
    // Models of providers that the user defines have no `api.url`.
    ("config.providers", Rule::Body, "/providers/0/models/fake-1/api"),
    // The list holds objects of another schema, that of `config.providers`.
    ("provider.list", Rule::Body, "/all/0/models/fake-1"),
    ("provider.list", Rule::Body, "/all/0/models/fake-1/status"),
    // Sharing that the configuration turns off is a 500; the contract has 400 and 404.
    ("session.share", Rule::Status, ""),
    // With `noReply` the answer is the user's message, where the contract has the assistant's.
    ("session.prompt", Rule::Body, "/info"),
    ("session.prompt", Rule::Body, "/info/role"),
    // The answer is `{info, parts}`, the contract has the bare message.
    ("session.shell", Rule::Body, ""),
    // A provider without sign-in, or without a begun one, is a 500; the contract has 400.
    ("provider.oauth.authorize", Rule::Status, ""),
    ("provider.oauth.callback", Rule::Status, ""),
    // The 400 for a server without sign-in is `{error}`, not the contract's body.
    ("mcp.auth.start", Rule::Body, ""),
    ("mcp.auth.authenticate", Rule::Body, ""),
    // No sign-in was begun: a 500; the contract has 400.
    ("mcp.auth.callback", Rule::Status, ""),
    // Outside a git checkout the answer is `{}`.
    ("vcs.get", Rule::Body, ""),
];

/// Differences that are as real, but not always there to be found.
const SOMETIMES: [(&str, Rule, &str); 3] = [
    // Where no `rg` is installed: the server then tries to download it.
    ("find.text", Rule::Status, ""),
    // The heartbeat is in no union; it beats after 30 seconds, and most replays take half of that.
    ("event.subscribe", Rule::Event, ""),
    ("global.event", Rule::Event, "/payload"),
];

#[tokio::test(flavor = "multi_thread")]
async fn its_findings_on_the_real_server_are_real() {
    let Some(report) = replayed("its_findings_on_the_real_server_are_real").await else { return };
    let known: BTreeSet<_> = FINDINGS.iter().map(line).collect();
    let sometimes: BTreeSet<_> = SOMETIMES.iter().map(line).collect();
    let found: BTreeSet<_> = report.operations.iter().flat_map(findings).collect();
    let new: Vec<_> = found.difference(&known).filter(|line| !sometimes.contains(*line)).collect();
    let gone: Vec<_> = known.difference(&found).collect();
    assert!(new.is_empty() && gone.is_empty(), "new: {new:#?}\nno longer found: {gone:#?}\n{report}");

    assert_eq!(report.server_version.as_deref(), Some("1.2.6"));
    let idle = report
        .operations
        .iter()
        .filter(|operation| matches!(operation.verdict, Verdict::NotExercised { .. }));
    let idle: Vec<_> = idle.map(|operation| operation.id.as_str()).collect();
    assert_eq!(idle, ["tui.control.next"], "it waits for a terminal interface; all else is exercised");
    assert_eq!((report.counts.operations, report.counts.not_built, report.exit_code()), (98, 0, 1));
}

/// `None`: there is no such server here.
async fn replayed(test: &str) -> Option<Report> {
    let packages = match tokio::task::block_in_place(Packages::install) {
        Ok(packages) => packages,
        Err(missing) => {
            say_aloud(test, &missing);
            return None;
        }
    };
    let home = Home::new().expect("a temporary folder");
    let program = Program::Real(packages.opencode());
    let server = tokio::task::block_in_place(|| Server::start(&program, &home, &[])).expect("it starts");
    Some(run(Options::new(server.url())).await.expect("the replay can be made"))
}

fn line((id, rule, pointer): &(&str, Rule, &str)) -> String {
    format!("{id} {rule:?} {pointer:?}")
}

fn findings(operation: &OperationReport) -> Vec<String> {
    match &operation.verdict {
        Verdict::Known { findings } | Verdict::Fails { findings } => {
            findings.iter().map(|finding| line(&(&operation.id, finding.rule, &finding.pointer))).collect()
        }
        _ => Vec::new(),
    }
}
