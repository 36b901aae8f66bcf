//! Our server beside the real 1.2.6 from npm: both get the same calls. Each difference that is accepted stands in
//! `accepted.toml` with its reason; a new one fails, and so does an entry whose difference is gone.
//!
//! By hand: `opencode-rs conformance OURS --against REAL --baseline tests/beside_opencode/accepted.toml`.

use opencode_conformance::peers::{Home, Packages, Program, Server, say_aloud};
use opencode_conformance::{Baseline, Kind, Options, run_against};

const PROGRAM: &str = env!("CARGO_BIN_EXE_opencode-rs");
const ACCEPTED: &str = include_str!("accepted.toml");

#[tokio::test(flavor = "multi_thread")]
async fn our_server_differs_from_the_real_one_only_where_a_reason_is_given() {
    let packages = match tokio::task::block_in_place(Packages::install) {
        Ok(packages) => packages,
        Err(missing) => {
            return say_aloud("our_server_differs_from_the_real_one_only_where_a_reason_is_given", &missing);
        }
    };
    let homes = [(); 2].map(|()| Home::new().expect("a temporary folder"));
    let start = |program: Program, home| {
        tokio::task::block_in_place(|| Server::start(&program, home, &[])).expect("it starts")
    };
    let ours = start(Program::Ours(PROGRAM.into()), &homes[0]);
    let real = start(Program::Real(packages.opencode()), &homes[1]);

    // What is decided before an operation sees a call is no matter of comparison, and terminals are not ours yet.
    let kinds = vec![Kind::Story, Kind::Stream, Kind::Valid, Kind::Invalid];
    let options = Options { kinds, ..Options::new(ours.url()) };
    let mut report = run_against(options, real.url(), |_, _| {}).await.expect("both replays can be made");

    let accepted = Baseline::read(ACCEPTED).expect("accepted.toml is a baseline");
    let mut new = accepted.renewed(&report);
    new.entries.retain(|entry| entry.kind == Kind::Against && entry.reason.is_empty());
    report.hold_against(&accepted);
    let differing = report.exchanges().filter(|exchange| exchange.kind == Kind::Against);
    let differing = differing.flat_map(|exchange| {
        let new = exchange.verdict.findings().iter().filter(|finding| !finding.known);
        new.map(move |found| {
            let place = format!("{}, {}", exchange.operation, exchange.case);
            format!("{place} at {:?}: {}\n  {}", found.pointer, found.message, exchange.request)
        })
    });
    let differing: Vec<_> = differing.collect();
    assert!(
        new.entries.is_empty() && report.stale.is_empty(),
        "no longer found: {:#?}\nnew, to be repaired or explained:\n{}\n{}",
        report.stale,
        differing.join("\n"),
        new.to_toml()
    );
    let compared = report.exchanges().filter(|exchange| exchange.kind == Kind::Against).count();
    assert!(compared > 30, "only {compared} operations and cases were compared");
}
