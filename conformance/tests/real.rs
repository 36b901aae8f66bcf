//! The replay against the real server 1.2.6, from npm.
//!
//! Every operation can be exercised there, and what is found are faults of that server or of its contract. They stand
//! with their explanations in `opencode-1.2.6.toml`, and for people in `docs/conformance-opencode-1.2.6.md`.

use opencode_conformance::peers::{Home, Packages, Program, Server, say_aloud};
use opencode_conformance::report::golden;
use opencode_conformance::{Baseline, Options, Report, Verdict, embedded_contract, run};

const FINDINGS: &str = include_str!("opencode-1.2.6.toml");
const HEAD: &str = include_str!("opencode-1.2.6.md");
const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/conformance-opencode-1.2.6.md");

#[tokio::test(flavor = "multi_thread")]
async fn its_findings_on_the_real_server_are_real() {
    let Some(report) = replayed("its_findings_on_the_real_server_are_real", 0).await else { return };
    let report = explained(report);

    assert_eq!(report.server_version.as_deref(), Some("1.2.6"));
    let idle = report
        .operations
        .iter()
        .filter(|operation| matches!(operation.verdict, Verdict::NotExercised { .. }));
    let idle: Vec<_> = idle.map(|operation| operation.id.as_str()).collect();
    assert_eq!(idle, ["tui.control.next"], "it waits for a terminal interface; all else is exercised");
    assert_eq!((report.counts.operations, report.counts.not_built, report.exit_code()), (98, 0, 0));
}

/// The list is no list of one seed: three others find nothing that is not in it. Each takes minutes.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes: each seed is a replay of its own, in which prompts hang"]
async fn other_seeds_find_nothing_else() {
    for seed in 1..=3 {
        let Some(report) = replayed("other_seeds_find_nothing_else", seed).await else { return };
        explained(report);
    }
}

/// The report held against the list, in which all of it must stand, and which must not have more.
fn explained(mut report: Report) -> Report {
    let baseline = Baseline::read(FINDINGS).expect("opencode-1.2.6.toml is a baseline");
    let mut new = baseline.renewed(&report);
    new.entries.retain(|entry| entry.reason.is_empty());
    report.hold_against(&baseline);
    assert!(
        new.entries.is_empty() && report.stale.is_empty(),
        "{report}\nseed {}, no longer found: {:#?}\nnew, to be looked at and explained:\n{}",
        report.setup.seed,
        report.stale,
        new.to_toml()
    );
    report
}

/// `CONFORMANCE_GOLDEN=accept` writes it anew.
#[test]
fn the_page_tells_what_the_list_has() {
    let baseline = Baseline::read(FINDINGS).expect("opencode-1.2.6.toml is a baseline");
    let page = golden::markdown(HEAD, &baseline, &embedded_contract());
    for entry in &baseline.entries {
        assert!(page.contains(entry.reason.trim()), "{entry} is of no operation of the contract");
    }
    if std::env::var_os("CONFORMANCE_GOLDEN").is_some_and(|value| value == "accept") {
        std::fs::write(PAGE, page).expect("the page can be written");
        return;
    }
    let written = std::fs::read_to_string(PAGE).unwrap_or_default();
    assert!(written == page, "{PAGE} is out of date: run this test with CONFORMANCE_GOLDEN=accept");
}

/// `None`: there is no such server here.
async fn replayed(test: &str, seed: u64) -> Option<Report> {
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
    let options = Options { seed, ..Options::new(server.url()) };
    Some(run(options).await.expect("the replay can be made"))
}
